"""Names of months and weekdays, and dates in another calendar than the Gregorian one.

Those are told as such, and never read as if they were Gregorian.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from tregua.errors import Problem
from tregua.steps.extract.almanac import day_of
from tregua.steps.extract.board import find_rules
from tregua.steps.extract.pack import LanguagePack
from tregua.steps.extract.text import Reading, Tag, fold_word
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

__all__ = ["count_of", "day_of_named_month", "named_days", "tag_other_calendars"]


def named_days(reading: Reading) -> list[Tag]:
    """Return the names of months and weekdays in READING as tags, their number being their count."""
    pack = reading.pack
    day_names = _day_names(pack)
    printed_small = not (pack.grammar.capitals and pack.grammar.capital_days)
    words_met = reading.words()
    return [
        Tag(kind, position, position + len(words), "", value)
        for position in sorted({at for form in words_met.keys() & day_names.keys() for at in words_met[form]})
        for token in [reading.tokens[position]]
        for form in token.forms[-1:] + token.forms[:1]
        for kind, words, value in day_names.get(form, ())
        if (token.capital or printed_small) and _stand_at(reading, position + 1, words[1:])
    ]


@lru_cache(maxsize=16)
def _day_names(pack: LanguagePack) -> dict[str, list[tuple[str, tuple[str, ...], int]]]:
    """Return the names of months and weekdays of PACK by their first word, folded."""
    found: dict[str, list[tuple[str, tuple[str, ...], int]]] = {}
    for kind, names in (("month", pack.months), ("weekday", pack.weekdays)):
        for name, value in names.items():
            words = tuple(fold_word(word, pack.grammar) for word in name.split())
            found.setdefault(words[0], []).append((kind, words, value))
    return found


def _stand_at(reading: Reading, position: int, words: tuple[str, ...]) -> bool:
    """Tell whether WORDS stand one after another from POSITION."""
    behind = reading.tokens[position : position + len(words)]
    return len(behind) == len(words) and all(word in token.forms for token, word in zip(behind, words, strict=True))


def tag_other_calendars(reading: Reading) -> list[Problem]:
    """Tag dates of READING in other calendars as times whose ends are not known; return a problem for each."""
    problems: list[Problem] = []
    taken: set[int] = set()
    tags: list[Tag] = []
    for rule, match in find_rules(reading, "calendars"):
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


def count_of(reading: Reading, kept: Mapping[str, Tag]) -> int:
    """Return how many units KEPT names: by a number, by a unit whose form says two, else one."""
    number = kept.get("count") or reading.over(kept["unit"].first, "number")
    return 1 if number is None else number.count or 0


def day_of_named_month(reading: Reading, ordinal: Tag) -> dt.date | None:
    """Return the day ORDINAL of the month of the date before it in its sentence: "from 9 July until | the 12th"."""
    dates = reading.of("date", reading.sentence_of(ordinal.first).first, ordinal.first)
    if not dates:
        return None
    named = dt.date.fromisoformat(dates[-1].value)
    return day_of(named.year, named.month, ordinal.count or 0)
