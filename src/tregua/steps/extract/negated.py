"""Acts that a sentence says were not: "no airstrike was made", "did not shell the town", "udarov ne nanosili"."""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.text import Reading, Tag

__all__ = ["is_of_none", "negated_acts"]

_ACTS = ("act_noun", "act_verb", "act_base")
_NOTS = ("negation", "none_of")
_LIGHT = (
    "adverb",
    "article",
    "auxiliary",
    "be",
    "commit",
    "determiner",
    "have",
    "modifier",
    "negation",
    "none_of",
    "own_act",
    "people",
    "use_verb",
)
_DOING = ("auxiliary", "be", "commit", "occur", "record", "use_verb")
_PASSIVE = ("auxiliary", "be", "have", "adverb")
_APART = (*_PASSIVE, "clause", "relative_pronoun", "unit")
_ONE = ("act_noun", "article", "number", "single")
_BEFORE, _BEHIND = 4, 8
_SUBJECT = 6
_ANY = "any"


def negated_acts(reading: Reading) -> Iterator[Tag]:
    """Give the words of READING that name an act which is said not to have been."""
    seen: set[int] = set()
    for kind in _NOTS:
        for word in reading.of(kind):
            if word.value == _ANY:
                continue
            act = _behind(reading, word) or (_before(reading, word) if kind == "negation" else None)
            if act is not None and act.first not in seen:
                seen.add(act.first)
                yield act


def is_of_none(reading: Reading, verb: Tag) -> bool:
    """Tell whether the passive VERB was done to none: "not a single house | was hit"."""
    first = reading.sentence_of(verb.first).first
    end = verb.first
    while end > first and reading.has_any(end - 1, _PASSIVE):
        end -= 1
    for at in range(end - 1, max(first, end - _SUBJECT) - 1, -1) if end < verb.first else ():
        if reading.tokens[at].kind == "mark" or reading.has_any(at, _APART):
            return False
        if reading.at(at, "negation"):
            return reading.has_any(at + 1, _ONE)
    return False


def _behind(reading: Reading, word: Tag) -> Tag | None:
    """Return the act that WORD, "not" or "no", stands before with nothing but small words between."""
    last = reading.sentence_of(word.first).last
    for at in range(word.last, min(word.last + _BEFORE, last)):
        for kind in _ACTS:
            for act in reading.at(at, kind):
                return act
        if (use := next(iter(reading.at(at, "use_verb")), None)) and (armed := _armed(reading, use, last)):
            return armed
        if not reading.has_any(at, _LIGHT):
            return None
    return None


def _armed(reading: Reading, use: Tag, limit: int) -> Tag | None:
    """Return the weapon right behind the verb USE, which makes it an act: "did not launch | rockets"."""
    for at in range(use.last, min(use.last + _BEFORE, limit)):
        for weapon in reading.at(at, "weapon"):
            return weapon
    return None


def _before(reading: Reading, word: Tag) -> Tag | None:
    """Return the noun of an act before WORD, "not", which the verb behind it says was not done."""
    sentence = reading.sentence_of(word.first)
    if not _was_done(reading, word.last, sentence.last):
        return None
    for at in range(word.first - 1, max(sentence.first, word.first - _BEHIND) - 1, -1):
        if reading.tokens[at].kind == "mark":
            return None
        for act in reading.at(at, "act_noun"):
            return act
    return None


def _was_done(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether a verb of doing or being stands at POSITION, not one that only helps another ("be ruled out")."""
    if position >= limit or not reading.has_any(position, _DOING):
        return False
    while position < limit and reading.has_any(position, _DOING):
        position += 1
    return position >= limit or reading.tokens[position].kind == "mark" or reading.has(position, "function")
