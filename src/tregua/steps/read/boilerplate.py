"""The page's lines told apart from the report's: menus, teasers of other stories, share bars, comment forms.

A teaser left in would be read as a claim of this document, with this document's publisher behind it; that is how
counts of other days get into ledgers. What is left out is kept beside the text, so that a person can check it.
"""

# ruff: noqa: RUF001 - the punctuation of several scripts is meant
from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tregua.authored import Authored, read_shipped

__all__ = ["Phrases", "blank", "cut", "find", "load_phrases"]

Stretch = tuple[int, int]
"""Half-open offsets into a text."""

_LONGEST_LINE = 200
_LONGEST_TEASER = 300
_MOST_TEASERS = 12
_BODY_LINE = 160
_CRUMBS = 3
_CRUMB = 40
_CLOSING = "\"'”’»)]* \t"
_ELLIPSES = ("...", "…", "[…]", "[...]")
_SENTENCE_ENDS = ".!?؟۔。:;,،؛"
_COUNTER = re.compile(r"\(\d{0,6}\)$")
_SEPARATORS = re.compile(r"\s[|<>»›·•]\s")
_FIELD = re.compile(r'\\{0,3}"\s?:\s?(?:\\{0,3}"|[\[{\d])')
_OPENER = re.compile(r"[:：|»›>–—-]")
_MOST_OPENERS = 4
_FIELDS = 3


class Phrases(Authored):
    """The phrases by which pages give themselves away, by language; the data file says what each list does."""

    alone: dict[str, tuple[str, ...]]
    holding: dict[str, tuple[str, ...]]
    opening: dict[str, tuple[str, ...]]
    teaser: dict[str, tuple[str, ...]]
    ending: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Folded:
    alone: frozenset[str]
    holding: re.Pattern[str]
    opening: frozenset[str]
    teaser: frozenset[str]
    ending: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    key: str


@functools.cache
def load_phrases() -> Phrases:
    """Read the packaged phrase lists; a mistake in them is a bug and raises."""
    return read_shipped("boilerplate.yaml", Phrases)


def find(text: str) -> list[Stretch]:
    """Return the lines of TEXT that are the page's own, in order, without their line ends."""
    rules = _folded()
    lines = list(_lines(text))
    end = _closing(lines, rules)
    found: list[Stretch] = []
    position = 0
    while position < end:
        taken = _take(lines, position, rules)
        found += [(line.start, line.end) for line in lines[position : position + taken]]
        position += taken or 1
    return found + [(line.start, line.end) for line in lines[max(position, end) :]]


def cut(text: str, stretches: list[Stretch]) -> str:
    """Return TEXT without STRETCHES, paragraphs one empty line apart."""
    kept = blank(text, stretches)
    paragraphs = (re.sub(r"[^\S\n]+", " ", part).strip() for part in re.split(r"\n\s*\n", kept))
    return "\n\n".join(part for part in paragraphs if part)


def blank(text: str, stretches: list[Stretch]) -> str:
    """Return TEXT with spaces in place of STRETCHES, so that offsets into it stay true."""
    parts, at = [], 0
    for start, end in stretches:
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


@functools.cache
def _folded() -> _Folded:
    phrases = load_phrases()
    every = {
        name: sorted({_fold(phrase) for listed in getattr(phrases, name).values() for phrase in listed})
        for name in ("alone", "holding", "opening", "teaser", "ending")
    }
    return _Folded(
        alone=frozenset(every["alone"]),
        holding=re.compile("|".join(map(re.escape, every["holding"]))),
        opening=frozenset(every["opening"]),
        teaser=frozenset(every["teaser"]),
        ending=frozenset(every["ending"]),
    )


def _fold(text: str) -> str:
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(each for each in plain if not unicodedata.combining(each) and each != "ـ")
    plain = _COUNTER.sub("", " ".join(plain.split()))
    return plain.strip(" \t:：.!|>»›<«‹*#-–—•…")


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for raw in text.split("\n"):
        shown = raw.strip()
        if shown:
            start = at + len(raw) - len(raw.lstrip())
            yield _Line(start, start + len(shown), shown, _fold(shown) if len(shown) <= _LONGEST_LINE else "")
        at += len(raw) + 1


def _take(lines: list[_Line], position: int, rules: _Folded) -> int:
    """Return how many lines from POSITION on are the page's, 0 when the first is the report's."""
    line = lines[position]
    if _is_machine_text(line.text):
        return 1
    if not line.key:
        return 0
    if line.key in rules.ending or line.key in rules.teaser:
        return 1 + _teasers(lines, position + 1, rules)
    alone = line.key in rules.alone or rules.holding.search(line.key) is not None
    return int(alone or _opens(line.key, rules.opening) or _is_trail(line.text))


def _closing(lines: list[_Line], rules: _Folded) -> int:
    """Return the position of the first ending with more of the report before it than may stand after it."""
    before, after = 0, sum(line.end - line.start for line in lines)
    body = sum(map(_is_body, lines))
    for position, line in enumerate(lines):
        after -= line.end - line.start
        body -= _is_body(line)
        if line.key in rules.ending and after * 2 <= before and body <= 1:
            return position
        before += line.end - line.start
    return len(lines)


def _is_body(line: _Line) -> bool:
    return len(line.text) >= _BODY_LINE and _is_sentence(line.text)


def _teasers(lines: list[_Line], first: int, rules: _Folded) -> int:
    for number, line in enumerate(lines[first : first + _MOST_TEASERS]):
        heading = line.key in rules.teaser or line.key in rules.ending
        if heading or _is_sentence(line.text) or len(line.text) > _LONGEST_TEASER:
            return number
    return len(lines[first : first + _MOST_TEASERS])


def _is_sentence(text: str) -> bool:
    shown = text.rstrip(_CLOSING)
    return shown.endswith(tuple(_SENTENCE_ENDS)) and not text.endswith(_ELLIPSES)


def _opens(key: str, openings: frozenset[str]) -> bool:
    marks = itertools.islice(_OPENER.finditer(key), _MOST_OPENERS)
    return any(key[: mark.start()].rstrip() in openings for mark in marks)


def _is_trail(text: str) -> bool:
    """Tell whether TEXT is a path or a bar of links: ``Home | Reports | Contact``."""
    parts = _SEPARATORS.split(text)
    short = all(len(part) <= _CRUMB for part in parts)
    return len(parts) >= _CRUMBS and short and not _is_sentence(text) and not any(map(str.isdigit, text))


def _is_machine_text(text: str) -> bool:
    """Tell whether TEXT is data spilt into the page: quoted keys and values."""
    return sum(1 for _ in itertools.islice(_FIELD.finditer(text), _FIELDS)) == _FIELDS
