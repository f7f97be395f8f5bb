"""Entries of a log or a live page: day, hour and place before a colon, and then what happened there."""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.text import DASHES, Reading, Sentence, Tag

__all__ = ["begins_entry", "entries", "heads_entry"]

_WHEN = ("time", "date", "weekday", "clock")
_HOURS = ("number", "unit", "preposition")
_HAPPENED = ("act_noun", "act_verb", "use_verb", "land_verb", "weapon", "casualty")
_NUMBERED = {".", ")"}
_ENDS = {":", *DASHES}
_BEHIND_HOUR = frozenset((*DASHES, ":", "|"))
_REACH, _SOON = 6, 4


def entries(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give where places may stand in entries of a log: from behind the day up to the mark before what happened.

    "3. 10 May, 0930 hrs, | Talbiseh, Homs |: shelling by the army". Where somebody speaks a place may be his.
    """
    for sentence in reading.sentences:
        first = _past_when(reading, sentence)
        last = next((at for at in range(first, sentence.last) if reading.tokens[at].text in _ENDS), first)
        if (
            last > first
            and _happened(reading, last + 1, sentence.last)
            and not reading.of("say", sentence.first, sentence.last)
        ):
            yield first, last


def _happened(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words from FIRST on, up to LAST, soon say what happened, and not where or of what."""
    for at in range(first, min(first + _REACH, last)):
        if reading.has_any(at, _HAPPENED):
            return True
        if reading.has_any(at, ("at_place", "preposition")) and not reading.at(at, "of"):
            return False  # "talks on | shelling"
    return False


def heads_entry(reading: Reading, noun: Tag) -> bool:
    """Tell whether NOUN, soon behind the colon of an entry, says what happened: "exchange of | fire"."""
    return any(0 < noun.first - last <= _SOON for _, last in reading.noted(_all))


def _all(reading: Reading) -> tuple[tuple[int, int], ...]:
    return tuple(entries(reading))


def _past_when(reading: Reading, sentence: Sentence) -> int:
    """Return the place behind the day and hour at the head of SENTENCE; its end where no day stands there."""
    at, dated = sentence.first, False
    at += 2 * (at + 1 < sentence.last and reading.tokens[at + 1].text in _NUMBERED)
    while at < sentence.last:
        when = max((tag.last for kind in _WHEN for tag in reading.at(at, kind)), default=at)
        dated |= when > at
        if when == at and not (dated and _is_of_hour(reading, at)):
            break
        at = max(when, at + 1)
    return at if dated else sentence.last


def _is_of_hour(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION belongs to an hour or only parts it from what stands beside it."""
    token = reading.tokens[position]
    return token.kind in {"number", "clock"} or token.text in {",", *DASHES} or reading.has_any(position, _HOURS)


def begins_entry(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE begins a paragraph with an hour and a mark behind it."""
    before = reading.sentences[sentence.index - 1].paragraph if sentence.index else -1
    if before == sentence.paragraph or sentence.last - sentence.first < 2:  # noqa: PLR2004 - the hour and its mark
        return False
    hour, mark = reading.tokens[sentence.first : sentence.first + 2]
    return hour.kind == "clock" and mark.text in _BEHIND_HOUR
