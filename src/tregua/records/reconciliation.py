"""Published counts of one origin, held against each other."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tregua.vocabulary.stances import Bound

__all__ = [
    "DayBound",
    "Discrepancy",
    "DiscrepancyKind",
    "Reconciliation",
    "Statement",
    "StretchBound",
    "discrepancy_id",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One count as an equation: breaches from ``first`` to ``last``, both included, are ``count``.

    Attributes:
        testimony: id of the testimony that states it.
        count: the number.
        bound: what the number says about the true one.
        first: first day covered.
        last: last day covered.
        area: canonical name, "" for the whole area; several are joined by "and".
        within: name of the province that the area lies in, "" when it is none, a province itself, or not known.
        slack: days at the end that the count may leave out, for nobody says at what hour it ends.
        part: it is only a part of what happened there then ("nine of them"), and so says at least how much that was.
    """

    testimony: str
    count: int
    bound: Bound
    first: dt.date
    last: dt.date
    area: str = ""
    within: str = ""
    slack: int = 0
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBound:
    """What the statements allow for one day: ``low <= breaches <= high``.

    Attributes:
        day: the day.
        low: fewest.
        high: most, None when nothing limits it.
        stated: the figure stated for exactly this day, None when there is none.
        bound: what that figure says about the true one.
    """

    day: dt.date
    low: int
    high: int | None
    stated: int | None = None
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchBound:
    """What the statements allow for a stretch of days in one area: ``low <= breaches <= high``.

    Attributes:
        first: first day.
        last: last day.
        area: canonical name, "" for the whole area.
        low: fewest.
        high: most, None when nothing limits it.
    """

    first: dt.date
    last: dt.date
    area: str
    low: int
    high: int | None


class DiscrepancyKind(StrEnum):
    """What is wrong with counts of one origin that do not fit together; each has a name and a meaning in words.

    They stand in the order in which they are told: what cannot be true whoever printed it comes first, then what may be
    the doing of a copy, then what cannot be compared as it is printed.
    """

    CONFLICT = "conflict"
    AREAS = "areas"
    FALL = "falling total"
    FIGURES = "two figures"
    DATES = "two dates"
    RELAY = "relay"
    SPLIT = "split"
    BASE = "two first days"

    @property
    def heading(self) -> str:
        """Return its name, to stand above the counts."""
        return _HEADINGS[self]

    @property
    def meaning(self) -> str:
        """Return what it means, for somebody who sees one for the first time."""
        return _MEANINGS[self]

    @property
    def is_impossible(self) -> bool:
        """Tell whether the counts cannot all be true; the others cannot be compared as they are printed."""
        return self not in {DiscrepancyKind.SPLIT, DiscrepancyKind.BASE}


_HEADINGS = {
    DiscrepancyKind.CONFLICT: "Cannot all be true",
    DiscrepancyKind.FIGURES: "Two figures for the same days",
    DiscrepancyKind.RELAY: "Copies that print different figures",
    DiscrepancyKind.DATES: "One figure under two dates",
    DiscrepancyKind.FALL: "A running total that falls",
    DiscrepancyKind.BASE: "Running totals from different first days",
    DiscrepancyKind.SPLIT: "A split that does not add up",
    DiscrepancyKind.AREAS: "Areas that come to more than the whole",
}
_MEANINGS = {
    DiscrepancyKind.CONFLICT: (
        "Counts by day and running totals of one counter must add up, like entries in an account. These do not: at "
        "least one of them was revised, misprinted, misread, or covers other hours than it says. Leave out any one of "
        "them and the others can all be true."
    ),
    DiscrepancyKind.FIGURES: (
        "One counter gives two figures for the same days and the same area. One of them was revised or misread, or "
        "they count different things."
    ),
    DiscrepancyKind.RELAY: (
        "One counter's figure for the same days and area stands differently in two places that print it. A copy may "
        "have changed it, or the counter may have revised it between the two."
    ),
    DiscrepancyKind.DATES: (
        "The same figure stands under two dates, and both cannot be true beside the other "
        "counts. Most often one bulletin was dated by the day it was printed in one place and by the day it is about "
        "in the other. Counted twice, it makes breaches that nobody reported."
    ),
    DiscrepancyKind.FALL: (
        "A running total counts everything since its first day, so it can grow or stand still. This one is lower than "
        "an earlier one: one of the two was revised, misprinted or misread, or they do not count the same things."
    ),
    DiscrepancyKind.BASE: (
        "Running totals can be subtracted from one another only when they count from the same day. These do not: the "
        "counter, or whoever printed it, changed the first day. No sum is made across the change."
    ),
    DiscrepancyKind.SPLIT: (
        "A bulletin gives a total and the numbers of its parts, and the parts do not make the total. Either a part is "
        "missing or a figure is wrong."
    ),
    DiscrepancyKind.AREAS: (
        "What happened in parts of a country is at most what happened in all of it, over the same days. Here the parts "
        "come to more than the whole leaves for them. Leave out any one of the counts and the others can all be true."
    ),
}


def discrepancy_id(origin: str, accused: str, kind: DiscrepancyKind, statements: Iterable[str]) -> str:
    """Return the id of a discrepancy: the same counts in the same trouble have the same id."""
    words = "\x1f".join([origin, accused, kind.value, *sorted(statements)])
    return f"q-{hashlib.sha256(words.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Counts of one origin that do not fit together: a question to put to the counter, not a verdict.

    Attributes:
        id: ``q-`` and 12 hex digits, from origin, accused, kind and statements.
        kind: what is wrong.
        statements: ids of the testimonies it rests on; the fewest that cannot all be true, where the kind says so.
        message: why, with the sums written out.
    """

    id: str
    kind: DiscrepancyKind
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
        discrepancies: counts that do not fit together, those that cannot all be true first.
        notes: how counts were entered, where a reader has to know, one line each.
        stretches: bounds for all days and for each month, by area, to hold beside those of other origins.
        closings: running totals that add up with the days stated between them, one line each.
    """

    id: str
    origin: str
    origin_id: str
    accused: str
    statements: tuple[Statement, ...]
    days: tuple[DayBound, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    notes: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    stretches: tuple[StretchBound, ...] = ()

    @property
    def conflicts(self) -> tuple[Discrepancy, ...]:
        """Return the sets of counts that cannot all be true."""
        return tuple(each for each in self.discrepancies if each.kind.is_impossible)
