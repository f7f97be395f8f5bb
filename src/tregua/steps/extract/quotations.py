"""Quotations that run over several sentences: "They opened fire. Two of ours were hurt," said the spokesman."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tregua.steps.extract.folding import DOUBLE_QUOTES
from tregua.steps.extract.text import Reading

__all__ = ["quotes_opened"]

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
