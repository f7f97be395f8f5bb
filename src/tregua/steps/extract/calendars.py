"""Dates in another calendar than the Gregorian one: told as such, and never read as if they were Gregorian."""

from __future__ import annotations

from tregua.errors import Problem
from tregua.steps.extract.pattern import find_all
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

__all__ = ["tag_other_calendars"]


def tag_other_calendars(reading: Reading) -> list[Problem]:
    """Tag dates of READING in other calendars as times whose ends are not known; return a problem for each."""
    problems: list[Problem] = []
    taken: set[int] = set()
    tags: list[Tag] = []
    for rule in reading.pack.calendars:
        for match in find_all(reading, rule.pattern):
            places = set(range(match.first, match.last))
            if taken.isdisjoint(places):
                taken |= places
                words = reading.printed(match.first, match.last)
                anchor = f"{rule.means} calendar"
                span = Span(start=None, end=None, basis=Basis.UNKNOWN, anchor=anchor, text=words)
                tags.append(Tag("time", match.first, match.last, "other_calendar", span=span))
                problems.append(_problem(reading, match.first, words, rule.means))
    reading.add(tags)
    return problems


def _problem(reading: Reading, position: int, words: str, calendar: str) -> Problem:
    start = reading.offsets(position, position + 1)[0]
    message = f"“{words}” at character {start} is a date of the {calendar} calendar, which is not read"
    hint = "the date is kept as printed and taken for no day"
    return Problem(where="", message=message, hint=hint, severity="warning", step="extract")
