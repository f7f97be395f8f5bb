"""What stands on top of a plain text: lines such as ``Source: SANA``, and a headline.

Files that people keep have no metadata but what they write above the text. Only the top is looked at, and only
lines of the form ``key: value`` whose key is known; a date nobody can misread is taken, any other is a problem.
"""

# ruff: noqa: RUF001 - the punctuation of several scripts is meant
from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tregua.authored import Authored, read_shipped
from tregua.errors import Problem
from tregua.vocabulary.stamps import Stamp, read_stamp

__all__ = ["Heading", "Keys", "headline", "load_keys", "read_heading", "web_address"]

_MOST_LINES = 14
_LONGEST_KEY = 30
_LONGEST_TITLE = 220
_LEAD_LINES = 4
_FEWEST_LETTERS = 8
_SENTENCE_ENDS = (".", "۔", "。", ":", ";", ",")
_KEY = re.compile(r"[#>*\s]{0,4}([^\W\d][^:：\n]{0,29}?)\s?\*{0,2}[:：]\*{0,2}\s+(\S.{0,1999})$")
_DATE = re.compile(
    r"(?:[^\W\d_]{2,14}\.?,?\s)?(\d{1,2})(?:er|º|\.|-го)?\s(?:de\s)?([^\W\d_]{2,11}(?:\s[^\W\d_]{2,7})??)\.?,?\s(?:del?\s)?"
    r"(\d{4})(?:\s(?:г\.?|года|р\.?|року))?(?![^\W_])(.*)"
)
"""A day with the name of its month, in any of the languages: weekday, day, month, year, and what follows."""
_MARKS = "#*_=> \t"
_FENCES = frozenset({"---", "+++"})


class Keys(Authored):
    """The known keys by what they give, then by language."""

    title: dict[str, tuple[str, ...]]
    published: dict[str, tuple[str, ...]]
    publisher: dict[str, tuple[str, ...]]
    url: dict[str, tuple[str, ...]]
    months: dict[str, dict[str, int]]


@dataclass(slots=True)
class Heading:
    """What the top of a text says of it.

    Attributes:
        title: headline, "" when no line says so.
        publisher: as printed, "" when no line says so.
        published: the stamp, None when no line says so or none can read it.
        url: web address, "" when none is given.
        taken: offsets of the lines that are no part of the report.
        problems: lines that say something unusable.
    """

    title: str = ""
    publisher: str = ""
    published: Stamp | None = None
    url: str = ""
    taken: list[tuple[int, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@functools.cache
def load_keys() -> dict[str, str]:
    """Return what each known key gives, from the packaged list; a mistake in it is a bug and raises."""
    keys = read_shipped("headers.yaml", Keys)
    return {
        word.casefold(): name
        for name in ("title", "published", "publisher", "url")
        for listed in getattr(keys, name).values()
        for word in listed
    }


@functools.cache
def _months() -> dict[str, int]:
    """Return the number of the month that each known word names."""
    listed = read_shipped("headers.yaml", Keys).months.values()
    return {word: number for words in listed for word, number in words.items()}


def _stamp(value: str) -> Stamp | None:
    """Read VALUE as a stamp, also where its month is named in another language than English."""
    match = _DATE.fullmatch(value)
    month = _months().get(match[2].lower()) if match else None
    if match and month:
        value = f"{int(match[3])}-{month:02}-{int(match[1]):02}{match[4]}"
    return read_stamp(value)


def web_address(text: str) -> str:
    """Return TEXT if it is a plain ``http`` or ``https`` address, "" otherwise."""
    text = text.strip().strip("<>")
    fits = re.fullmatch(r"https?://[^\s<>\"'\\]{1,1990}", text, re.IGNORECASE)
    return text if fits and text.isprintable() else ""


def read_heading(text: str, where: str) -> Heading:
    """Read the top of TEXT; WHERE is named in problems, with the line of TEXT."""
    heading = Heading()
    known = load_keys()
    leads = 0
    for number, start, line in _top(text):
        match = _KEY.match(line)
        name = known.get(match[1].strip(_MARKS).casefold(), "") if match else ""
        if match and name:
            _note(heading, name, match[2].strip(_MARKS), Problem(where=where, line=number, message="", step="read"))
        elif not (line in _FENCES or (match and heading.taken)):
            leads += 1
            if heading.taken or leads > _LEAD_LINES or not _looks_like_title(line):
                break
            continue
        heading.taken.append((start, start + len(line)))
    return heading


def headline(text: str) -> str:
    """Return the line above the first sentences of TEXT that looks most like a headline, "" when none does."""
    leads = (line for _, _, line in _top(text))
    titles = itertools.takewhile(_looks_like_title, itertools.islice(leads, _LEAD_LINES))
    return max((title.strip(_MARKS) for title in titles), key=len, default="")


def _top(text: str) -> Iterator[tuple[int, int, str]]:
    """Give number, offset and words of the first lines of TEXT that are not empty."""
    at = given = 0
    for number, raw in enumerate(text.split("\n", 4 * _MOST_LINES)[: 4 * _MOST_LINES], 1):
        line = raw.strip()
        if line and given < _MOST_LINES:
            given += 1
            yield number, at + len(raw) - len(raw.lstrip()), line
        at += len(raw) + 1


def _note(heading: Heading, name: str, value: str, at: Problem) -> None:
    if name == "published":
        heading.published = heading.published or _stamp(value)
        if heading.published is None:
            message = f"the date {value[:60]!r} is not understood"
            hint = "write it as 2016-05-06 or 2016-05-06T21:20+03:00"
            heading.problems.append(
                Problem(where=at.where, line=at.line, message=message, hint=hint, severity="warning", step="read")
            )
    elif name == "url":
        heading.url = heading.url or web_address(value)
    elif name == "publisher":
        heading.publisher = heading.publisher or value[:200]
    else:
        heading.title = heading.title or value[:500]


def _looks_like_title(line: str) -> bool:
    shown = line.strip(_MARKS)
    return (
        len(shown) <= _LONGEST_TITLE
        and not shown.endswith(_SENTENCE_ENDS)
        and sum(map(str.isalpha, shown)) >= _FEWEST_LETTERS
    )
