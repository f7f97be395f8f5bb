"""Lines that were broken to fit a page, put together again.

A sentence cut in two by a line end is two fragments to everything that comes after. A line end is a wrap if the next
word would not have fitted on the line; that holds in every script, where capitals and full stops do not.
"""

# ruff: noqa: RUF001 - the punctuation of several scripts is meant
from __future__ import annotations

import functools
import re

__all__ = ["mend"]

_NARROWEST = 36
_WIDEST = 100
_WIDEST_PRINT = 140
_FEWEST_LINES = 3
_LOOSE = 0.82
_HYPHENS = ("-", "\u2010", "\u00ad")
_ITEM = re.compile(r"(?:[-*•–—▪●·]|\(?\d{1,3}[.)]|[a-z]\))\s")
_ENDS = (".", "!", ";", "?", ":", "؟", "۔", "。", '."', ".”", "»", ".)")


def mend(text: str, *, loose: bool = False) -> str:
    """Return TEXT with wrapped lines joined, empty lines kept as ends of paragraphs.

    LOOSE is for text taken from laid-out pages, whose lines are equally wide in print but not in characters.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    width = _width(lines, loose=loose)
    if not width:
        return text
    paragraphs: list[list[str]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return "\n".join(functools.reduce(_join, paragraph) for paragraph in paragraphs)


def _width(lines: list[str], *, loose: bool) -> float:
    """Return from which length on a line counts as full, 0 where TEXT is not wrapped at all."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < _FEWEST_LINES:
        return 0
    longest = lengths[int(len(lengths) * 0.95)] if loose else lengths[-1]
    if not _NARROWEST <= longest <= (_WIDEST_PRINT if loose else _WIDEST):
        return 0
    return longest * _LOOSE if loose else longest


def _continues(before: str, after: str, width: float) -> bool:
    """Tell whether AFTER goes on with what BEFORE began."""
    words = after.split(maxsplit=1)
    if not words or not before.strip():
        return False
    full, ended = len(before) + 1 + len(words[0]) > width, before.endswith(_ENDS)
    if full or _ITEM.match(after.lstrip()):
        return full and not (ended and _ITEM.match(after.lstrip()))
    return words[0][0].islower() and len(before) * 2 > width and not ended


def _join(before: str, after: str) -> str:
    after = after.lstrip()
    if before.endswith(_HYPHENS) and len(before) > 1 and before[-2].isalpha() and after[:1].isalpha():
        return before[:-1] + after if after[0].islower() else before + after
    return f"{before} {after}"
