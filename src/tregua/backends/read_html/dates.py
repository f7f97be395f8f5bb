"""The day a page shows or its address holds, where its metadata says none.

A date counts only where the page prints it, and only in a form nobody can misread: a guess from a copyright line or
from the order of two small numbers is worse than none.
"""

from __future__ import annotations

import datetime as dt
import html
import re

from htmldate import find_date
from lxml.html import HtmlElement

from tregua.backends.read_html.words import names, words
from tregua.records.document import Published
from tregua.vocabulary.stamps import Stamp, read_stamp
from tregua.vocabulary.stances import Basis

__all__ = ["dated_address", "visible_date"]

_DATE_NAMES = frozenset(
    {"date", "dateline", "datetime", "published", "pubdate", "posted", "timestamp", "time", "entrydate"}
)
_LONGEST_DATE_LINE = 80
_MOST_DATE_LINES = 3
_MOST_PARTS = 3
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")
_NAMED_DAY = re.compile(r"(?<!\d)\d{1,2}\.?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?\d{4}(?!\d)")
_EITHER_ORDER = re.compile(r"(?<!\d)0?([1-9]|1[0-2])[/-]0?([1-9]|1[0-2])[/-]\d{2,4}")


def visible_date(tree: HtmlElement) -> Published | None:
    """Return the date printed above or below the headline, in an element that says it holds one."""
    stamps: dict[dt.date, Stamp] = {}
    for element in tree.iter("time"):
        if stamp := read_stamp(str(element.get("datetime") or "")):
            if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
                return Published(at=stamp[0], day_only=stamp[1], basis=Basis.STATED, source="time")
            stamps.setdefault(stamp[0].date(), stamp)
    if len(stamps) == 1:
        at, day_only = next(iter(stamps.values()))
        return Published(at=at, day_only=day_only, basis=Basis.STATED, source="time")
    return None if stamps else _date_line(tree)


def _date_line(tree: HtmlElement) -> Published | None:
    lines = (
        words(element)
        for element in tree.iter("span", "div", "p", "time", "small", "li", "em", "td")
        if names(element) & _DATE_NAMES and len(element) <= _MOST_PARTS
    )
    for line in [line for line in lines if 0 < len(line) <= _LONGEST_DATE_LINE][:_MOST_DATE_LINES]:
        if stamp := read_stamp(line):
            return Published(at=stamp[0], day_only=stamp[1], basis=Basis.STATED, source="byline")
        named = _NAMED_DAY.search(line)
        for part in (named[0], line) if named else (line,):
            if day := _day_in(part):
                return Published(at=day, day_only=True, basis=Basis.STATED, source="byline")
    return None


def _day_in(line: str) -> dt.datetime | None:
    """Read LINE with htmldate, and believe it only where day and year stand in LINE and their order is no guess."""
    said = find_date(f"<html><body><p class='date'>{html.escape(line)}</p></body></html>", original_date=True)
    if said is None:
        return None
    day = dt.datetime.strptime(said, "%Y-%m-%d")  # noqa: DTZ007 - a day has no zone; the step places it
    either = _EITHER_ORDER.search(line)
    if either and either[1] != either[2]:
        return None
    numbers = {int(number) for number in re.findall(r"\d{1,4}", line)}
    return day if {day.day, day.year} <= numbers else None


def dated_address(url: str) -> Published | None:
    """Infer the day from an address such as ``…/2016/05/08/…``."""
    match = _URL_DAY.search(url)
    stamp = read_stamp("-".join(match.groups())) if match else None
    return Published(at=stamp[0], day_only=True, basis=Basis.INFERRED, source="url") if stamp else None
