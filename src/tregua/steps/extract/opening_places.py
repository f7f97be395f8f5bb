"""Places that open a sentence, where a capital tells no name: "Hama | saw nine", "Hadrut | was shelled"."""

from __future__ import annotations

from dataclasses import replace

from tregua.records.claim import PlaceMention
from tregua.steps.extract.slots import Clause, place_mention
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["labelling_place", "tag_opening_places"]

_LONGEST = 3
_SOON = 8
_NO_BREACHES = ("person", "people", "unit", "casualty", "aid", "commerce", "voice_head")
_SMALL = ("be", "have", "adverb", "place_head", "itself")
_NO_PLACES = ("actor", "voice", "people", "institution")
_FROM_AFAR = frozenset({"shelling", "airstrike"})


def tag_opening_places(reading: Reading) -> None:
    """Tag as places the unknown words that open sentences of READING as what saw breaches or was shelled."""
    if not reading.pack.grammar.capitals or not (reading.of("breach") or reading.of("act_verb")):
        return
    opened = (_opening(reading, sentence) for sentence in reading.sentences)
    reading.add([tag for tag in opened if tag is not None])


def labelling_place(clause: Clause) -> tuple[PlaceMention, ...]:
    """Return the known place before the colon that opens the sentence of CLAUSE: "Ḥalab: three hurt by shelling".

    Where writing has capitals, and where somebody speaks, that is where the report is from; a headline is told again.
    """
    reading, sentence = clause.reading, clause.reading.sentence_of(clause.first)
    if reading.pack.grammar.capitals or reading.is_headline(sentence):
        return ()
    if any(act.links for act in clause.attribution.said[sentence.index]):
        return ()
    for tag in reading.at(sentence.first, "toponym"):
        if reading.tokens[tag.last].text == ":" and not reading.has_any(tag.first, _NO_PLACES):
            return (replace(place_mention(reading, tag), rule="label before a colon"),)
    return ()


def _opening(reading: Reading, sentence: Sentence) -> Tag | None:
    last = sentence.first
    while last < min(sentence.last - 1, sentence.first + _LONGEST) and _may_name(reading, last):
        last += 1
    verb = last
    while verb < sentence.last - 1 and reading.has_any(verb, _SMALL) and not reading.at(verb, "share_verb"):
        verb += 1
    struck = any(tag.value in _FROM_AFAR for tag in reading.at(verb, "act_verb"))
    struck = struck and (verb > last or _is_object(reading, last, verb))
    named = last > sentence.first and (struck or _saw_some(reading, sentence, verb))
    return Tag("place", sentence.first, last, "opening") if named else None


def _is_object(reading: Reading, last: int, verb: int) -> bool:
    """Tell whether what ends at LAST suffers VERB, by its form: "Marjinka | obstreljana", "Marjinku | obstreljali".

    One place is no subject of a verb in the plural; "Peski | obstreljali" may be either, and is left.
    """
    plural, many = reading.pack.grammar.plural_verbs, reading.pack.grammar.plural_names
    one = last > 0 and not reading.tokens[last - 1].norm.endswith(many)
    return bool(reading.at(verb, "suffered")) or (bool(plural) and one and reading.tokens[verb].norm.endswith(plural))


def _saw_some(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell whether VERB is one of seeing with a number behind it that counts no people and no goods."""
    numbers = reading.of("number", verb, min(verb + _SOON, sentence.last)) if reading.at(verb, "share_verb") else []
    return bool(numbers) and not reading.begins(numbers[0].last, _NO_BREACHES)


def _may_name(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION is a name or one with a capital that nobody knows."""
    token = reading.tokens[position]
    named = reading.has_any(position, ("name", "toponym")) and not reading.has_any(position, _NO_PLACES)
    return token.kind == "word" and token.capital and (named or not reading.is_known(position))
