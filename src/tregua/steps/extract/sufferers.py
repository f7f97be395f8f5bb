"""What a passive tells of: its subject, before it or behind, be it a thing, a place or people."""

from __future__ import annotations

from tregua.steps.extract.able import stands_free, subject_from
from tregua.steps.extract.cases import is_instrumental
from tregua.steps.extract.inversion import inverted_from, opens_sentence
from tregua.steps.extract.listed_people import naming_aside
from tregua.steps.extract.objects import LONGEST_OBJECT, objects_at
from tregua.steps.extract.slots import Clause, past_light
from tregua.steps.extract.text import Reading, Tag

__all__ = ["sufferers_of"]

_SUBJECT_REACH = 40
_PASSIVE_REACH = 16
_MARKED = ("", "headed")
_VERBS = ("act_verb", "use_verb", "casualty", "say", "auxiliary", "be")
_LIGHT = ("auxiliary", "adverb", "have")


def sufferers_of(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject of the passive WORD: what was shelled, who was killed."""
    reading = clause.reading
    inverted = inverted_from(reading, word)
    if inverted is not None and inverted < clause.last:
        return objects_at(reading, inverted, clause.last)  # "Hit by rockets were | Homs and Hama"
    return _behind_opening(clause, word) if opens_sentence(reading, word) else _before(clause, word)


def _before(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject of the passive WORD that opens no sentence."""
    reading, start = clause.reading, subject_from(clause, word)
    fronted = reading.at(word.first, "come_under") and reading.of("under", clause.first, word.first)
    behind = _behind_passive(clause, word) if fronted else []
    if behind:
        return behind  # "under the fire of the army were | Homs and Hama"
    if word.kind == "casualty" and reading.pack.grammar.genitives:  # "they bombed the town, three people were hurt"
        start = max([start, *(tag.last for tag in reading.of("act_verb", clause.first, word.first))])
    nearest: list[Tag] = []
    position, aside = max(start, word.first - _SUBJECT_REACH), naming_aside(reading, start, word.first)
    while position < word.first:
        end = aside.start if position < aside.start else word.first
        found = [] if position in aside else objects_at(reading, position, end)
        free = bool(found) and (_is_subject(reading, found[0], start) or _is_told_with(reading, word, found))
        if free and not clause.attribution.speaks(reading, found[0]):
            nearest = found
        position = max(position + 1, found[-1 if free else 0].last if found else 0)  # "in Homs, | 17 people were"
    if word.first == clause.first and word.last < clause.last and reading.has(word.last, "auxiliary"):
        return objects_at(reading, word.last + 1, clause.last)
    grammar = reading.pack.grammar
    if not nearest and grammar.subject[0] == "after" and word.kind == "act_verb":
        return objects_at(reading, past_light(reading, word.last, clause.last), clause.last)  # "were struck | posts"
    if not nearest and grammar.capitals and (grammar.genitives or "after" in grammar.modifiers):
        return _behind_passive(clause, word)
    near = bool(nearest) and word.first - nearest[-1].last - len(aside) <= LONGEST_OBJECT
    return nearest if near else ([] if nearest else _before_speech(clause, word))


def _behind_opening(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject behind the opening participle WORD and its comma: "Bombarded by the rebels, | Sake burned"."""
    reading = clause.reading
    commas = (at for at in range(word.last, clause.last) if reading.tokens[at].text == ",")
    return next((found for at in commas if (found := objects_at(reading, at + 1, clause.last))), [])


def _before_speech(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject of WORD that stands before an aside which tells who says so: "| a school, A said, was hit"."""
    reading, sentence = clause.reading, clause.reading.sentence_of(word.first)
    if not reading.pack.grammar.capitals or reading.pack.grammar.subject != ("before",):
        return []
    for act in clause.attribution.said[sentence.index]:
        first = act.first - bool(reading.at(act.first - 1, "article")) - 1
        shut = act.last < word.first and reading.tokens[act.last].text == ","
        light = all(reading.has_any(at, _LIGHT) for at in range(act.last + 1, word.first))
        if shut and light and first > sentence.first and reading.tokens[first].text == ",":
            told = any(reading.has_any(at, _VERBS) for at in range(sentence.first, first))
            found = [] if told else [objects_at(reading, at, first) for at in range(sentence.first, first)]
            free = (each for each in found if each and stands_free(reading, each[0], sentence.first))
            return next(free, [])
    return []


def _is_subject(reading: Reading, tag: Tag, start: int) -> bool:
    """Tell whether TAG stands free, as no place listed behind one in brackets does: "troops outside A (…) and | B"."""
    if reading.has(tag.first, "adverb"):
        return False  # "posted on | Facebook", one word to the pack
    at = tag.first - 1
    while at > start and reading.at(at, "and"):
        at -= 1
    place = reading.over(tag.first, "place") if at >= start and reading.tokens[at].text == ")" else None
    return stands_free(reading, tag, start) and (place is None or place.value not in _MARKED)


def _is_told_with(reading: Reading, word: Tag, found: list[Tag]) -> bool:
    """Tell whether those FOUND before the casualty WORD are told of by a preposition: "with 38 Palestinians | dead"."""
    number = reading.has_between(max(0, found[0].first - 1), found[0].last, "number")
    plain = reading.pack.grammar.subject == ("before",) and reading.pack.grammar.verb == "middle"
    return plain and word.kind == "casualty" and number and found[-1].last == word.first


def _behind_passive(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject that follows the passive WORD: "Under fire came in Homs | posts of the army"."""
    reading, position = clause.reading, word.last
    limit = min(clause.last, word.last + _PASSIVE_REACH)
    while position < limit and (
        not reading.has_any(position, ("act_verb", "casualty", "clause", "say")) or _joins_means(reading, position)
    ):
        found = [tag for tag in objects_at(reading, position, clause.last) if _may_follow(reading, tag)]
        if found and not _is_named_aside(reading, found[0], word) and stands_free(reading, found[0], word.last):
            return found
        position += 1
    return []


def _joins_means(reading: Reading, position: int) -> bool:
    """Tell whether "and" at POSITION joins two means: "was attacked with drones | and rifle fire"."""
    joined = reading.at(position, "and")
    return bool(joined) and reading.has_any(joined[0].last, ("weapon", "act_noun"))


def _may_follow(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG may be the subject behind a passive: neither the agent nor the owner of what was done."""
    return not is_instrumental(reading, tag) and not reading.has(tag.first, "oblique")


def _is_named_aside(reading: Reading, tag: Tag, word: Tag) -> bool:
    """Tell whether TAG is a name that WORD did not strike: of one who died, or inside the name of a place."""
    if tag.kind != "place":
        return False
    whole = reading.over(tag.first, "place")
    return word.kind == "casualty" or (whole is not None and whole.first < tag.first)
