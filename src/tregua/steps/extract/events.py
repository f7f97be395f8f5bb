"""Words of one event gathered: which words name an act, which of them happened, and where one event ends.

Words of one clause are one event; a new subject, or a semicolon, begins another. What may be, shall be or was not
is no event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.speakers import Attribution, is_refusal
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.acts import Act

__all__ = ["Event", "act_words", "events_in", "happened", "is_dated", "is_passive"]

_KINDS = ("act_verb", "act_noun", "use_verb", "casualty", "weapon")
_SUBJECTS = ("actor", "country", "name", "subject_pronoun", "relative")
_UNREAL_REACH = 4
_DENIAL_REACH = 25
_WEAPON_REACH = 6
_NEAR = 3


@dataclass(slots=True)
class Event:
    """Words of one event and the clause they stand in.

    Attributes:
        sentence: where it is told.
        first: position where its clause begins.
        last: position after its clause.
        words: the words that name the act and its toll, in order.
    """

    sentence: Sentence
    first: int
    last: int
    words: list[Tag] = field(default_factory=list)


def events_in(
    reading: Reading, attribution: Attribution, sentence: Sentence, counted: frozenset[int]
) -> Iterator[Event]:
    """Give the events of SENTENCE in order; words at COUNTED positions are counts and no events."""
    words = [tag for tag in act_words(reading, sentence) if happened(reading, tag) and _is_free(tag, counted)]
    event: Event | None = None
    for word in words:
        if event is None or _begins_another(reading, attribution, event, word):
            first = _opening(reading, sentence, word) if event is None else _clause_start(reading, event, word)
            if event is not None:
                event.last = first
                yield event
            event = Event(sentence, first, sentence.last)
        event.words.append(word)
    if event is not None:
        yield event


def _opening(reading: Reading, sentence: Sentence, word: Tag) -> int:
    """Return where the first event of SENTENCE begins: with it, or behind the last ", and that" before WORD."""
    for position in range(word.first - 1, sentence.first + 1, -1):
        joined = reading.at(position, "relative") and reading.at(position - 1, "and")
        if joined and reading.tokens[position - 2].text == ",":
            return position
    return sentence.first


def _is_free(tag: Tag, counted: frozenset[int]) -> bool:
    """Tell whether TAG is no part of a count; an obstruction is an act also where it is counted."""
    return tag.first not in counted or tag.value == Act.OBSTRUCTION


def act_words(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the words of SENTENCE that name an act, each once, in order."""
    tags = [tag for kind in _KINDS[:-1] for tag in reading.of(kind, sentence.first, sentence.last)]
    tags = [tag for tag in tags if tag.kind != "use_verb" or _weapon_near(reading, tag, sentence) is not None]
    tags += _attempts(reading, sentence) + _refusals(reading, sentence)
    tags += [tag for tag in reading.of("weapon", sentence.first, sentence.last) if tags and _is_elliptic(reading, tag)]
    tags = [tag for tag in tags if tag.kind != "act_verb" or not (_is_noun(reading, tag) or _is_hour(reading, tag))]
    taken: dict[int, Tag] = {}
    for tag in sorted(tags, key=lambda found: (found.first, _KINDS.index(found.kind))):
        taken.setdefault(tag.first, tag)
    return list(taken.values())


def _attempts(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the acts of SENTENCE that are tried or gone on with: "tried to infiltrate", "continue to shell"."""
    ends = {tag.last for tag in reading.of("attempt", sentence.first, sentence.last)}
    bases = reading.of("act_base", sentence.first, sentence.last)
    return [replace(tag, kind="act_verb") for tag in bases if tag.first in ends]


def _refusals(reading: Reading, sentence: Sentence) -> list[Tag]:
    """Return the refusals of SENTENCE, as acts: "denied the patrol passage"."""
    said = reading.of("say", sentence.first, sentence.last)
    return [replace(tag, kind="act_verb", value=Act.OBSTRUCTION) for tag in said if is_refusal(reading, tag)]


def _is_noun(reading: Reading, tag: Tag) -> bool:
    """Tell whether a word that may be verb or noun is a noun: nobody who may act stands right before it."""
    before = tag.first - 1
    if reading.at(tag.first, "act_noun") and before >= 0 and reading.has_any(before, ("people", "by")):
        return True
    if not reading.at(tag.first, "either"):
        return False
    return before < 0 or not reading.has_any(before, _SUBJECTS) or _is_of_one(reading, before)


def _is_hour(reading: Reading, tag: Tag) -> bool:
    """Tell whether the word begins a time of day: Arabic writes "dawn" with the letters of "blew up"."""
    return bool(reading.at(tag.first, "time"))


def _is_elliptic(reading: Reading, weapon: Tag) -> bool:
    """Tell whether WEAPON stands for a verb left out: "fired mortars at A, and rockets at B"."""
    joined = weapon.first > 1 and reading.at(weapon.first - 1, "and") and reading.tokens[weapon.first - 2].text == ","
    aimed = reading.at(weapon.last, "at_target")
    return bool(joined and aimed)


def _is_of_one(reading: Reading, position: int) -> bool:
    """Tell whether the name at POSITION only says whose a noun is: "in a Taliban attack"."""
    owner = next((tag for kind in _SUBJECTS for tag in [reading.over(position, kind)] if tag is not None), None)
    before = -1 if owner is None else owner.first - 1
    return before >= 0 and reading.tokens[before].norm in reading.pack.numerals.articles


def _weapon_near(reading: Reading, tag: Tag, sentence: Sentence) -> Tag | None:
    found = reading.of("weapon", tag.last, min(tag.last + _WEAPON_REACH, sentence.last))
    if not found and (reading.pack.grammar.verb == "last" or reading.has(tag.first - 1, "auxiliary")):
        found = reading.of("weapon", max(tag.first - _WEAPON_REACH, sentence.first), tag.first)
    return found[0] if found else None


def happened(reading: Reading, word: Tag) -> bool:
    """Tell whether WORD is said to have happened: nothing about it makes it a wish, a threat or a denial."""
    sentence = reading.sentence_of(word.first)
    for position in range(word.first - 1, max(sentence.first, word.first - _UNREAL_REACH) - 1, -1):
        token = reading.tokens[position]
        if token.kind == "mark" and token.text in ",;:":
            break
        if reading.at(position, "unreal") and not is_dated(reading, position):
            return False
    modal = any(not is_dated(reading, tag.first) for tag in reading.of("modal", sentence.first, word.first))
    if modal or reading.of("drill", sentence.first, sentence.last):
        return False
    after = reading.at(word.last, "unreal") if word.kind == "act_noun" and word.last < sentence.last else []
    return not after and not (word.kind == "act_noun" and _was_not(reading, sentence, word))


def is_dated(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION belongs to a date: "8 May"."""
    return reading.has_any(position, ("date", "time"))


def _was_not(reading: Reading, sentence: Sentence, noun: Tag) -> bool:
    """Tell whether NOUN is said not to have been: "strikes on those who keep the truce were not made"."""
    for position in range(noun.last, min(noun.last + _DENIAL_REACH, sentence.last)):
        if reading.tokens[position].text in {",", ";"} or reading.has(position, "act_verb"):
            return False
        denied = reading.at(position - 1, "negation") or (
            position + 1 < sentence.last and reading.at(position + 1, "negation")
        )
        if denied and reading.has(position, "auxiliary"):
            return True
    return False


def _begins_another(reading: Reading, attribution: Attribution, event: Event, word: Tag) -> bool:
    before = event.words[-1]
    between = range(before.last, word.first)
    stopped = any(reading.tokens[position].text == ";" for position in between)
    if word.kind == "casualty":
        return _active_subject(reading, attribution, before, word) is not None
    if all(old.kind == "casualty" for old in event.words):
        return False
    if stopped or word.kind == "weapon":
        return True
    if word.kind == "act_verb" and is_passive(reading, word) and _struck_anew(reading, before, word):
        return True
    if reading.pack.grammar.subject[0] == "after" and _opens_clause(reading, before, word):
        return True
    return word.kind in {"act_verb", "use_verb"} and _active_subject(reading, attribution, before, word) is not None


def _opens_clause(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether WORD begins a clause where the verb goes first: "and struck", or ", and sniper fire"."""
    joined = word.first > before.last and reading.at(word.first - 1, "and")
    if word.kind in {"act_verb", "use_verb"}:
        parted = word.first > before.last and reading.tokens[word.first - 1].text in {",", ":"}
        return bool(joined) or parted or any(reading.at(word.last, kind) for kind in ("actor", "country"))
    comma = word.first - 1 > before.last and reading.tokens[word.first - 2].text == ","
    return bool(joined) and comma and before.kind == "act_noun" and before.value != word.value


def _struck_anew(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a passive WORD has a new subject of its own: "A was shelled, and B and C were seized"."""
    for position in range(before.last, word.first):
        if reading.at(position, "clause") and reading.tokens[position - 1].text == ",":
            return bool(reading.of("name", position, word.first))
    return False


def _active_subject(reading: Reading, attribution: Attribution, before: Tag, word: Tag) -> Tag | None:
    """Return a new subject of WORD between BEFORE and it, set off by a comma or a conjunction."""
    if word.kind == "casualty" and (word.first == 0 or is_passive(reading, word)):
        return None
    clause = Clause(reading, attribution, before.last, word.first)
    near = [tag for tag in actors_in(clause) if word.first - tag.last <= _NEAR]
    for tag in reversed(near):
        start = tag.first
        while start > before.last and (reading.has(start - 1, "article") or reading.has(start - 1, "so_called")):
            start -= 1
        if start > before.last and (reading.tokens[start - 1].text in {",", ";"} or reading.at(start - 1, "clause")):
            return tag
    return None


def _clause_start(reading: Reading, event: Event, word: Tag) -> int:
    """Return where the clause of WORD begins, after the last word of EVENT."""
    for position in range(word.first - 1, event.words[-1].last, -1):
        token = reading.tokens[position]
        if token.text in {",", ";"} or reading.at(position, "clause"):
            return position
    return word.first


def is_passive(reading: Reading, word: Tag) -> bool:
    """Tell whether whoever stands before WORD suffered it: "was shelled", "came under fire", "died", "five wounded"."""
    if reading.at(word.first, "suffered"):
        return True
    position = word.first - 1
    while position >= 0 and (reading.at(position, "adverb") or reading.has(position, "weapon")):
        position -= 1
    if position >= 0 and reading.has(position, "auxiliary"):
        return not _acts_itself(reading, word, position)
    if position >= 0 and reading.has(position, "suffered"):
        return True
    if reading.at(word.first, "participle"):
        return not (reading.at(word.first, "moving") or _is_perfect(reading, position))
    return word.kind == "casualty" and reading.pack.grammar.verb != "last" and not _takes_object(reading, word)


def _is_perfect(reading: Reading, position: int) -> bool:
    """Tell whether the participle behind POSITION goes with "have", its own or that of the one it is joined to."""
    if position < 0 or reading.has(position, "have"):
        return position >= 0
    if not (reading.at(position, "and") or reading.tokens[position].text == ","):
        return False
    first = reading.sentence_of(position).first
    verbs = [tag for kind in ("have", "auxiliary") for tag in reading.of(kind, first, position)]
    return bool(verbs) and max(verbs, key=lambda tag: tag.first).kind == "have"


def _acts_itself(reading: Reading, word: Tag, auxiliary: int) -> bool:
    """Tell whether the AUXILIARY before WORD makes no passive: "se sont emparés", "sont entrés"."""
    if reading.at(word.first, "moving"):
        return True
    tag = reading.over(auxiliary, "auxiliary")
    return tag is not None and tag.first > 0 and bool(reading.at(tag.first - 1, "self"))


def _takes_object(reading: Reading, word: Tag) -> bool:
    """Tell whether a casualty WORD has its people behind it: "killed at least six", "killing and wounding farmers"."""
    position, limit = word.last, reading.sentence_of(word.first).last
    while position < limit and (
        any(reading.at(position, kind) for kind in ("adverb", "and", "casualty", "object_mark"))
    ):
        position += 1
    kinds = ("number", "article", "determiner", "person", "actor", "people", "modifier", "name")
    return position < limit and any(reading.has(position, kind) for kind in kinds)
