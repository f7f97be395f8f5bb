"""A figure with its definition and the records it counts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = ["Indicator", "indicator_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure.

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


def indicator_id(name: str, key: str) -> str:
    """Return the id of the figure NAME about KEY: the same question has the same id, whatever the answer."""
    digest = hashlib.sha256(f"{name}\n{key}".encode()).hexdigest()
    return f"n-{digest[:12]}"
