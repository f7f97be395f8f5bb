"""Passives: whether whoever stands before the word of an act did it or suffered it."""

from __future__ import annotations

from tregua.steps.extract.inversion import is_reduced
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.acts import Act

__all__ = ["is_passive", "is_struck_at"]

_VERBS = ("act_verb", "use_verb")
_FIRE = (Act.SHELLING, Act.AIRSTRIKE, Act.DRONE)
_ADJUNCTS = ("time", "adverb", "turn", "at_place", "place")


def is_passive(reading: Reading, word: Tag) -> bool:
    """Tell whether whoever stands before WORD suffered it: "was shelled", "came under fire", "died", "five wounded"."""
    voweled = word.kind in _VERBS and reading.pack.grammar.is_passive(reading.tokens[word.first].text)
    if reading.at(word.first, "suffered") or reading.at(word.first, "come_under") or voweled:
        return not (word.kind == "use_verb" and reading.at(word.first, "land_verb"))  # "shells of the army fell on it"
    if reading.pack.grammar.construct_state and word.first and reading.at(word.first - 1, "own_act"):
        return False  # "said that it had killed"
    position = word.first - 1
    while position >= 0 and (reading.at(position, "adverb") or reading.has(position, "weapon")):
        position -= 1
    if position >= 0 and reading.has(position, "auxiliary"):
        return not (_acts_itself(reading, word, position) or _is_going_on(reading, word, position))
    if reading.at(word.first, "participle"):
        return not (reading.at(word.first, "moving") or _is_perfect(reading, word, position))
    if word.kind != "casualty":
        return is_reduced(reading, word, position)
    behind_with = _is_told_with(reading, word)
    return behind_with or (reading.pack.grammar.verb != "last" and not _takes_object(reading, word))


def _is_perfect(reading: Reading, word: Tag, position: int) -> bool:
    """Tell whether the participle WORD behind POSITION goes with "have", its own or that of the one it is joined to."""
    if position < 0 or reading.has(position, "have"):
        return position >= 0
    if not (reading.at(position, "and") or reading.tokens[position].text == ","):
        return False
    if word.kind == "casualty" and reading.tokens[position].text == "," and not _takes_object(reading, word):
        return False  # "l'armée a enterré dix soldats, | tués à Gao"
    first = reading.sentence_of(position).first
    verbs = [tag for kind in ("have", "auxiliary") for tag in reading.of(kind, first, position)]
    return bool(verbs) and max(verbs, key=lambda tag: tag.first).kind == "have"


def _acts_itself(reading: Reading, word: Tag, auxiliary: int) -> bool:
    """Tell whether the AUXILIARY before WORD makes no passive: "se sont emparés", "sont entrés"."""
    if reading.at(word.first, "moving"):
        return True
    tag = reading.over(auxiliary, "auxiliary")
    return tag is not None and tag.first > 0 and bool(reading.at(tag.first - 1, "self"))


def _is_going_on(reading: Reading, word: Tag, position: int) -> bool:
    """Tell whether WORD tells with the auxiliary at POSITION what somebody was doing: "rebels were | shelling it".

    Behind a word that says that something is, or before its agent, it is a noun: "there was | shelling by the army".
    """
    auxiliary = reading.over(position, "auxiliary")
    if auxiliary is None or not auxiliary.first or not reading.has(word.first, "participial"):
        return False
    named = word.last < len(reading.tokens) and reading.has(word.last, "by")
    sentence = reading.sentence_of(position)
    return (
        not named
        and not reading.has(auxiliary.first - 1, "existence")
        and (auxiliary.value != "present" or bool(reading.of("time", sentence.first, sentence.last)))
    )


def _takes_object(reading: Reading, word: Tag) -> bool:
    """Tell whether a casualty WORD has its people behind it: "killed at least six", "killing and wounding farmers"."""
    position, limit = word.last, reading.sentence_of(word.first).last
    while position < limit and (reading.begins(position, ("adverb", "and", "casualty", "object_mark"))):
        position += 1
    kinds = ("number", "article", "determiner", "person", "actor", "people", "modifier", "name")
    if position < limit and reading.has_any(position, kinds):
        return True
    while position < limit and reading.has_any(position, _ADJUNCTS):
        position += 1
    return position < limit and bool(reading.at(position, "object_mark"))  # "mató | el martes en Tifariti | a un jefe"


def _is_told_with(reading: Reading, word: Tag) -> bool:
    """Tell whether a number of people behind "with" suffered WORD: "killing two, with seven others | wounded"."""
    at, first = word.first - 1, reading.sentence_of(word.first).first
    others = at > first and not reading.has(at, "number") and reading.has_any(at - 1, ("number", "determiner"))
    at -= others
    tag = reading.over(at, "number")
    return tag is not None and tag.first > first and reading.has(tag.first - 1, "with")


def is_struck_at(reading: Reading, position: int) -> bool:
    """Tell whether it is said at POSITION that whoever stands before it came under fire: "Avdiivka | was shelled"."""
    at = position
    while at < len(reading.tokens) and reading.has_any(at, ("auxiliary", "have", "adverb")):
        at += 1
    struck = reading.over(at, "act_verb") if position < at < len(reading.tokens) else None
    return struck is not None and struck.value in _FIRE and is_passive(reading, struck)
