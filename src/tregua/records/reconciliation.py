"""Published counts of one origin, held against each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tregua.vocabulary.stances import Bound

__all__ = ["Conflict", "DayBound", "Reconciliation", "Statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One count as an equation: breaches from ``first`` to ``last``, both included, are ``count``.

    Attributes:
        testimony: id of the testimony that states it.
        count: the number.
        bound: what the number says about the true one.
        first: first day covered.
        last: last day covered.
        area: canonical name, "" for the whole area.
        part: it is only a part of what happened there then ("nine of them"), and so says at least how much that was.
    """

    testimony: str
    count: int
    bound: Bound
    first: dt.date
    last: dt.date
    area: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBound:
    """What the statements allow for one day: ``low <= breaches <= high``.

    Attributes:
        day: the day.
        low: fewest.
        high: most, None when nothing limits it.
        stated: the figure stated for exactly this day, None when there is none.
    """

    day: dt.date
    low: int
    high: int | None
    stated: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A smallest set of statements that cannot all be true.

    Attributes:
        statements: ids of their testimonies.
        message: why, with the sums written out.
    """

    statements: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """The books of one origin about one accused.

    Attributes:
        id: ``r-`` and 12 hex digits, from origin and accused.
        origin: name of the origin.
        origin_id: its source id or key.
        accused: side id or canonical name of who is accused, "" when not said.
        statements: all equations, by first day.
        days: bounds for each day from the first to the last statement.
        conflicts: sets that cannot all be true.
        notes: arithmetic that fails inside one item (a split that does not add up), one line each.
        closings: running totals that add up with the days stated between them, one line each.
    """

    id: str
    origin: str
    origin_id: str
    accused: str
    statements: tuple[Statement, ...]
    days: tuple[DayBound, ...]
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
