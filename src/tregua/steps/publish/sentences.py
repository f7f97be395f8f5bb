"""Sentences of a report, with words in them that lead to records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Reference", "Sentence", "few", "joined"]

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that lead to a record or figure of the same page."""

    text: str
    anchor: str


Sentence = tuple[str | Reference, ...]


def joined(references: Sequence[Reference]) -> Sentence:
    """Return REFERENCES with semicolons between them."""
    return tuple(part for reference in references for part in ("; ", reference))[1:]


def few(references: Sequence[Reference]) -> Sentence:
    """Return the first of REFERENCES, and how many more there are."""
    left = len(references) - _SHOWN
    return (*joined(references[:_SHOWN]), f" and {left} more") if left > 0 else joined(references)
