"""A figure with its definition and the records it counts; an estimate with its interval, or why there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = ["FIGURE", "Estimate", "Indicator", "indicator_id"]

FIGURE = "n-"
"""What the id of every figure begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure that is counted.

    Attributes:
        id: ``n-`` and 12 hex digits, from name and key.
        name: which indicator, e.g. ``incidents by day``.
        key: what it is about, e.g. ``2016-03-13`` or ``shelling``.
        value: the figure.
        low: lower bound when the figure is uncertain, else equal to ``value``.
        high: upper bound likewise, None when nothing limits it.
        unit: what is counted.
        definition: how it is counted, in one sentence.
        records: ids of the records it counts.
    """

    id: str
    name: str
    key: str
    value: int
    low: int
    high: int | None
    unit: str
    definition: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One figure that is inferred from counts, or the reason why it is not given.

    Attributes:
        id: ``n-`` and 12 hex digits, from name and key.
        name: which indicator, e.g. ``ceasefire days held``.
        key: what it is about, e.g. a truce or a side.
        value: the figure; None when it is refused, and where only bounds are known.
        low: lower end of the interval or bound, None when nothing limits it.
        high: upper end likewise.
        unit: what the figure is in.
        definition: what it is, how it is got, and the least data it is given for.
        method: the method by name, with where it is published; "" when it is plain counting.
        records: ids of the records it rests on.
        notes: what to know before it is used: the counts behind it, and warnings, which begin with ``warning:``.
        refused: why there is no figure; "" when there is one.
    """

    id: str
    name: str
    key: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    definition: str
    method: str
    records: tuple[str, ...]
    notes: tuple[str, ...] = ()
    refused: str = ""


def indicator_id(name: str, key: str) -> str:
    """Return the id of the figure NAME about KEY: the same question has the same id, whatever the answer."""
    digest = hashlib.sha256(f"{name}\n{key}".encode()).hexdigest()
    return f"{FIGURE}{digest[:12]}"
