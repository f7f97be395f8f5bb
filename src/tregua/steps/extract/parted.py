"""Where what is told next in a sentence is another event: set against what was told, or told by another verb."""

from __future__ import annotations

from typing import cast

from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.stances import Stance

__all__ = [
    "is_elsewhere",
    "is_launched_anew",
    "is_parted",
    "is_struck_anew",
    "is_told_aside",
    "kills_anew",
    "opened_aside",
    "told_with",
]

_RECORDED = "recorded"
_ANSWER_REACH = 6
_SUBJECTS = ("article", "determiner", "number", "person", "people", "actor", "name", "weapon")
_RELATIVE = ("relative_pronoun", "relative")
_VERBS = ("act_verb", "use_verb")
_DOING = (*_VERBS, "casualty")


def is_parted(reading: Reading, before: Tag, word: Tag, last: int) -> bool:
    """Tell whether WORD, in a sentence up to LAST, is of another event than BEFORE: set apart, told anew or later."""
    apart = _is_set_against(reading, before, word) or _is_told_anew(reading, before, word)
    return apart or _is_at_other_hour(reading, before, word, last)


def _is_set_against(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a comma and a word like "while" between BEFORE and WORD begin another event, or what it answers."""
    set_apart = reading.of("contrast", before.last, word.first)
    answered = reading.of("in_answer_to", before.last, word.first)
    if word.kind in _VERBS and not any(reading.of(kind, before.last, word.first) for kind in _RELATIVE):
        answered = answered or _answered(reading, before)
    return bool(answered) or any(reading.tokens[tag.first - 1].text == "," for tag in set_apart)


def _answered(reading: Reading, act: Tag) -> list[Tag]:
    """Return the words before ACT by which it is what was answered: "in response to | an attack"."""
    return reading.of("in_answer_to", max(reading.sentence_of(act.first).first, act.first - _ANSWER_REACH), act.first)


def told_with(reading: Reading, first: Tag, before: Tag, last: int) -> tuple[int, int]:
    """Return the part of its sentence that may tell of an event from FIRST to BEFORE, which ends at LAST at the latest.

    It is the whole, but an act and what it answers have each a time and a place of their own.
    """
    sentence = reading.sentence_of(first.first)
    if answered := _answered(reading, first):
        return answered[0].first, last
    answers = reading.of("in_answer_to", before.last, sentence.last)
    return sentence.first, min([sentence.last, *(tag.first for tag in answers)])


def _is_at_other_hour(reading: Reading, before: Tag, word: Tag, last: int) -> bool:
    """Tell whether BEFORE and the verb WORD have an hour each: "attacked A at 05:04 and | shelled B at 06:12"."""
    if word.kind not in _VERBS or not reading.at(word.first - 1, "and"):
        return False
    sides = (range(before.last, word.first), range(word.last, last))
    return all(any(reading.tokens[at].kind == "clock" for at in side) for side in sides)


def _is_told_anew(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a verb of saying between BEFORE and the verb WORD leads to it: "denied it fired, saying B had"."""
    if word.kind not in _VERBS or reading.pack.grammar.subject[0] != "before":
        return False
    first = reading.sentence_of(before.first).first
    denied = any(verb.value == Stance.DENIED for verb in reading.of("say", first, before.first))
    verbs = reading.of("say", before.last, word.first)  # the first act may be told and the next one denied, or turned
    told = [verb.last for verb in verbs if (denied and verb.value != _RECORDED) or verb.value == Stance.DENIED]
    return any(all(reading.tokens[at].kind != "mark" for at in range(start, word.first)) for start in told)


def is_struck_anew(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a passive WORD has a new subject of its own: "A was shelled, and B and C were seized"."""
    for position in range(before.last, word.first):
        if reading.at(position, "clause") and reading.tokens[position - 1].text == ",":
            return bool(reading.of("name", position, word.first))
    return False


def is_launched_anew(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a clause of its own says who did the noun WORD: "shells fell on A, while the army made | raids"."""
    for verb in reading.of("commit", before.last, word.first):
        at = verb.first - 1 - bool(reading.at(verb.first - 1, "and"))  # ", | and | made raids"
        opened = reading.tokens[at].text == "," or reading.at(verb.first - 1, "subordinate")
        if opened and reading.begins(verb.last, ("actor", "country")):
            return True
    return False


def kills_anew(reading: Reading, word: Tag) -> bool:
    """Tell whether the toll WORD opens a clause whose subject stands behind it: "while | killed the rebels | nine"."""
    if reading.pack.grammar.subject[0] != "after" or not reading.at(word.first - 1, "clause"):
        return False
    killers = [tag for tag in reading.at(word.last, "actor") if not reading.has(tag.first, "person")]
    behind = max((tag.last for tag in killers), default=0)
    return bool(killers) and reading.has_any(behind, ("number", "person")) and not reading.at(behind, "origin")


def is_told_aside(reading: Reading, first: Tag, before: Tag, word: Tag) -> bool:
    """Tell whether all from FIRST to BEFORE stands in a clause shut by a comma, behind which WORD has its own subject.

    "In Taiz, which the rebels have besieged for years, | a shell hit a house": nobody is said to have fired it.
    """
    if word.kind not in _DOING:
        return False
    shut = next((at for at in range(before.last, word.first - 1) if reading.tokens[at].text == ","), None)
    opened = None if shut is None else opened_aside(reading, shut)
    return opened is not None and opened < first.first and reading.begins(cast("int", shut) + 1, _SUBJECTS)


def opened_aside(reading: Reading, comma: int) -> int | None:
    """Return where the clause behind ", which" opens that COMMA shuts, None when it shuts none."""
    grammar = reading.pack.grammar
    if grammar.subject != ("before",) or grammar.verb != "middle" or reading.tokens[comma].text != ",":
        return None
    first = reading.sentence_of(comma).first
    opens = next((at for at in range(comma - 1, first, -1) if reading.tokens[at].text == ","), None)
    return None if opens is None or not reading.at(opens + 1, "relative_pronoun") else opens + 1


def is_elsewhere(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether WORD begins a clause with a place of its own: "in A a soldier died, | in B two were hurt"."""
    if not reading.pack.grammar.genitives:
        return False
    commas = [at for at in range(before.last, word.first) if reading.tokens[at].text in {",", ";"}]
    return any(reading.at(at + 1, "at_place") and reading.of("place", at + 1, word.first) for at in commas)
