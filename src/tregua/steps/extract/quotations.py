"""Quotations that run over several sentences: "They opened fire. Two of ours were hurt," said the spokesman."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from tregua.steps.extract.folding import DOUBLE_QUOTES
from tregua.steps.extract.text import Reading, Tag

__all__ = ["quoted", "quotes_opened", "with_closing_quote"]

_OPENING = frozenset("\u00ab\u201e")
_CLOSING = frozenset("\u00bb")


def quotes_opened(reading: Reading) -> Iterator[int]:
    """Give for each sentence the one in which the quotation was opened that is open where it begins, or itself.

    A quotation ends with its paragraph at the latest.
    """
    opened, paragraph = -1, -1
    marks = [at for at in reading.standing("mark") if reading.tokens[at].text in DOUBLE_QUOTES]
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            opened, paragraph = -1, sentence.paragraph
        yield sentence.index if opened < 0 else opened
        for position in marks[bisect_left(marks, sentence.first) : bisect_left(marks, sentence.last)]:
            mark = reading.tokens[position].text
            closes = mark in _CLOSING or (opened >= 0 and mark not in _OPENING)
            opened = -1 if closes else sentence.index


def quoted(reading: Reading) -> frozenset[int]:
    """Return the positions of READING inside double quotation marks, of which each paragraph has as many as it has."""
    inside: set[int] = set()
    opened, paragraph = -1, -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            opened, paragraph = -1, sentence.paragraph
        for position in range(sentence.first, sentence.last):
            mark = reading.tokens[position].text
            if mark not in DOUBLE_QUOTES:
                continue
            if mark in _CLOSING or (opened >= 0 and mark not in _OPENING):
                inside.update(range(max(opened, 0), position))
                opened = -1
            else:
                opened = position
    return frozenset(inside)


def with_closing_quote(reading: Reading, tag: Tag) -> Tag:
    """Return TAG with the mark behind it that closes a quotation opened inside it: 'the rebel "ministry"'."""
    marks = sum(reading.tokens[at].text in DOUBLE_QUOTES for at in range(tag.first, tag.last))
    closes = tag.last < len(reading.tokens) and reading.tokens[tag.last].text in DOUBLE_QUOTES
    return replace(tag, last=tag.last + 1) if marks % 2 and closes else tag
