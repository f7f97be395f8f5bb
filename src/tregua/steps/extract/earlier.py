"""Windows that a text counts from another one: "the year before", "in the previous week", "the same months of 2020"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from tregua.steps.extract.almanac import months_before
from tregua.steps.extract.text import Reading, Tag
from tregua.steps.extract.windows import Windows
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

__all__ = ["is_moved", "shifted"]

_MEMORY = 6
_SOON = 6
_BACK = ("preceding", "preceding_period")
_TELLING = ("number", "breach", "counted", "act_noun", "act_verb", "breach_verb", "record", "occur", "have", "say")
_PARTING = frozenset(",،;:.")
_MOVED = "the period"
_NAMED, _DATED = ("last", "weekday", "weekdays", "this", "weekend"), ("range", "day")
_ABOUT, _DAY = dt.timedelta(hours=2), dt.timedelta(days=1)
_CALENDAR = ("year", "month", "months", "previous", "before", "part_of_year", "first_months", "this")


def shifted(windows: Windows, tags: Sequence[Tag]) -> Iterator[Tag]:
    """Give TAGS of WINDOWS, those of "the year before" and "the previous week" counted from the one before them."""
    known = whole = None
    counting = _first_count(windows.reading)
    wholes: list[Span] = []
    ordered = list(_joined(windows, sorted(tags, key=lambda each: each.first)))
    for tag, behind in zip_longest(ordered, ordered[1:]):
        span = tag.span if behind is None or not _is_apposed(windows.reading, tag, behind) else behind.span
        if tag.value == "before" and span is not None and known is not None and known.start is not None:
            earlier = windows.unit_before(known.start.date(), span.precision.value)
            span = replace(earlier, text=span.text)
        if tag.value == "preceding" and whole is None and counting <= tag.first:
            whole = span  # what was counted before had a period as long, which the text does not name
        if whole is not None:
            span = _from_whole(tag.value, span, _of_length(wholes, span) or whole)
        if span is not None and windows.reading.at(tag.first, "eve"):
            days = [each for each in wholes if each.start and each.end and each.end - each.start <= _DAY]
            span = _just_before(span, days[-1]) if days else span
        again = tag.value in _BACK and not _goes_on(windows.reading, tag, behind)
        whole = span if not again and span is not None and span.start and span.end else whole
        wholes = [*wholes[1 - _MEMORY :], whole] if whole is not None else wholes
        known = span if tag.value in _CALENDAR and span is not None else known
        yield replace(tag, span=span)


def _goes_on(reading: Reading, tag: Tag, behind: Tag | None) -> bool:
    """Tell whether BEHIND, in the sentence of TAG, is counted from it: "12 the week before, 9 the week before that"."""
    if behind is None or behind.value not in _BACK:
        return False
    return reading.sentence_of(behind.first) == reading.sentence_of(tag.first)


def _joined(windows: Windows, tags: Sequence[Tag]) -> Iterator[Tag]:
    """Give TAGS in their order, "since the truce began" with the day behind it: "..., | at midnight on | 10 April"."""
    taken: Tag | None = None
    for tag, behind in zip_longest(tags, tags[1:]):
        start = None if behind is None else _start_told(windows, tag, behind)
        if tag is not taken:
            yield start or tag
        taken = behind if start is not None else None


def _start_told(windows: Windows, tag: Tag, behind: Tag) -> Tag | None:
    """Return TAG, "since the truce began", as since the day BEHIND it, None when that does not tell its start."""
    day = behind.span
    if tag.value != "since_truce" or day is None or day.start is None or not _tells_start(windows.reading, tag, behind):
        return None
    words = windows.reading.printed(tag.first, behind.last)
    span = windows.almanac.since(day.start.date(), Basis.STATED, "")
    return replace(tag, last=behind.last, value="since", span=replace(span, text=words))


def _tells_start(reading: Reading, tag: Tag, behind: Tag) -> bool:
    """Tell whether BEHIND, a day soon after TAG, "since the truce began", says when: nothing is told between them."""
    between = range(tag.last, behind.first)
    told = any(reading.has_any(at, _TELLING) or reading.tokens[at].text in _PARTING for at in between)
    return behind.value == "day" and len(between) <= _SOON and not told


def _is_apposed(reading: Reading, tag: Tag, behind: Tag) -> bool:
    """Tell whether BEHIND dates the stretch that TAG names just before it: "in a week, 19 to 25 June"."""
    between = reading.tokens[tag.last : behind.first]
    beside = len(between) <= 1 and all(token.text in {",", "(", ":"} for token in between)
    return beside and tag.value in _NAMED and behind.value in _DATED and tag.span is not None


def _of_length(wholes: Sequence[Span], span: Span | None) -> Span | None:
    """Return the last of WHOLES that is about as long as SPAN, None when none is or it is not known."""
    if span is None or span.start is None or span.end is None:
        return None
    asked = span.end - span.start
    fitting = [whole for whole in wholes if whole.start and whole.end and _is_near(whole.end - whole.start, asked)]
    return fitting[-1] if fitting else None


def _is_near(length: dt.timedelta, asked: dt.timedelta) -> bool:
    return -max(asked / 4, _ABOUT) <= length - asked <= max(asked / 4, _DAY)


def is_moved(span: Span) -> bool:
    """Tell whether SPAN was counted from another one of the text."""
    return span.anchor.startswith(_MOVED)


def _from_whole(means: str, span: Span | None, whole: Span) -> Span | None:
    """Return SPAN, counted from WHOLE when it is one before it by what it MEANS."""
    if span is not None and means == "preceding":
        return _moved_back(span, whole)
    if span is not None and means == "preceding_period":
        return _just_before(span, whole)
    return _in_year_of(span, whole) if span is not None and means == "same_part" else span


def _first_count(reading: Reading) -> int:
    """Return where the first sentence ends that counts breaches."""
    told = (reading.sentence_of(each.first) for each in reading.of("breach"))
    ends = (one.last for one in told if reading.of("number", one.first, one.last))
    return next(ends, len(reading.tokens))


def _moved_back(span: Span, whole: Span) -> Span:
    """Return WHOLE moved back by its own length where it is about as long as SPAN ("the previous week"), else SPAN."""
    if whole.start is None or whole.end is None or span.start is None or span.end is None:
        return span
    near = _is_near(whole.end - whole.start, span.end - span.start)
    return _just_before(span, whole) if near else span


def _just_before(span: Span, whole: Span) -> Span:
    """Return WHOLE moved back by its own length, in the words of SPAN."""
    length = whole.end - whole.start if whole.start and whole.end else None
    if length is not None and span.start is not None and span.end is not None:
        length = min(length, max(span.end - span.start, length - _DAY))  # "between two evenings" is one day
    start = whole.start - length if whole.start and length else None
    anchor = f"{_MOVED} {whole.text} before"
    return replace(span, start=start, end=whole.start, basis=Basis.RELATIVE, anchor=anchor)


def _in_year_of(span: Span, whole: Span) -> Span:
    """Return the part of the year SPAN that WHOLE is of its own year: "in the same months of 2020"."""
    if whole.start is None or whole.end is None or span.start is None:
        return span
    months = 12 * (whole.start.year - span.start.year)
    start, end = (dt.datetime.combine(months_before(at.date(), months), at.timetz()) for at in (whole.start, whole.end))
    return replace(span, start=start, end=end, precision=whole.precision, anchor=f"the period {whole.text} of a year")
