"""Counts of both sides, day by day, side by side, and beside them the incidents found."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from tregua.records.incident import Incident
from tregua.records.indicator import indicator_id
from tregua.records.reconciliation import DayBound, Discrepancy, Reconciliation, Statement
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.figures import Figure
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import Selection, days_of
from tregua.steps.publish.wording import counted, date_range, day
from tregua.vocabulary.stances import Bound

__all__ = ["Entry", "Facing", "Found", "Ledger", "Page", "Stretch", "face"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One number in a ledger: its words and the testimony that states it."""

    text: str
    testimony: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerDay:
    """What one origin's books say of one day.

    Attributes:
        day: the day.
        stated: counts stated for exactly this day.
        running: totals stated up to this day.
        low: fewest breaches that the origin's statements allow for the day, None when they say nothing of it.
        high: most, None when nothing limits it.
    """

    day: dt.date
    stated: tuple[Entry, ...]
    running: tuple[Entry, ...]
    low: int | None
    high: int | None

    @property
    def bounds(self) -> str:
        """Return what may be concluded for a day without a count, "" when nothing can."""
        if self.stated or self.low is None or (self.low == 0 and self.high is None):
            return ""
        return f"{self.low} or more" if self.high is None else _between(self.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The books of one origin about one accused, for the days of a period.

    Attributes:
        id: id of the reconciliation.
        origin: whose count it is.
        side: name of the side that the origin belongs to.
        side_id: its id, for order.
        accused: name of who is accused, "somebody not named" when not said.
        accused_key: as in figures by party.
        days: one for each day of the period.
        parts: counts for a part of the area, or for a stretch of days that ends in the period.
        discrepancies: counts that do not fit together, of which one is in the period.
        notes: how counts were entered.
        total: sum of the counts stated for single days, with what it says about the true one.
        counted_days: number of days with such a count.
    """

    id: str
    origin: str
    side: str
    side_id: str
    accused: str
    accused_key: str
    days: tuple[LedgerDay, ...]
    parts: tuple[tuple[str, Entry], ...]
    discrepancies: tuple[Discrepancy, ...]
    notes: tuple[str, ...]
    total: str
    counted_days: int

    def bounds(self, stretch: tuple[int, int]) -> str:
        """Return what may be concluded for each day of STRETCH, "" when nothing can or the days differ."""
        every = {entry.bounds for entry in self.days[stretch[0] : stretch[1] + 1]}
        return every.pop() if len(every) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The incidents found on each day: of anyone, or of one accused.

    Attributes:
        party: whose, as in figures by party; "" for anyone's.
        title: whose, in words.
        figures: one a day, None on days without one.
    """

    party: str
    title: str
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One row of a page: a day, or neighbouring days on which nothing is counted and nothing found.

    Attributes:
        days: number of the first day and of the last.
        words: the same for a reader.
    """

    days: tuple[int, int]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """As many ledgers as can be read beside each other, those of one side together.

    Attributes:
        ledgers: the columns of counts.
        found: the columns of incidents found.
        stretches: the rows.
    """

    ledgers: tuple[Ledger, ...]
    found: tuple[Found, ...]
    stretches: tuple[Stretch, ...]

    @property
    def sides(self) -> tuple[tuple[str, int], ...]:
        """Return each run of ledgers of one side: its name and how many."""
        runs = itertools.groupby(ledger.side for ledger in self.ledgers)
        return tuple((side, len(list(run))) for side, run in runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """All ledgers of a period, and the incidents found."""

    days: tuple[dt.date, ...]
    ledgers: tuple[Ledger, ...]
    found: tuple[Found, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures that it makes: by accused, since those by day alone are there already."""
        return tuple(figure for found in self.found[1:] for figure in found.figures if figure is not None)

    def charted(self) -> tuple[Ledger, ...]:
        """Return the ledgers that a chart says something of: those with a count for more than one day."""
        return tuple(ledger for ledger in self.ledgers if ledger.counted_days > 1)

    def pages(self) -> tuple[Page, ...]:
        """Return the ledgers in pages, those that count most days first, in the order of sides within each."""
        ranked = sorted(range(len(self.ledgers)), key=lambda number: (-self.ledgers[number].counted_days, number))
        chunks = [sorted(ranked[start : start + _WIDEST]) for start in range(0, len(ranked), _WIDEST)]
        return tuple(self._page(tuple(self.ledgers[number] for number in chunk)) for chunk in chunks)

    def _page(self, ledgers: tuple[Ledger, ...]) -> Page:
        accused = {"", *(ledger.accused_key for ledger in ledgers)}
        found = tuple(each for each in self.found if each.party in accused)
        return Page(ledgers=ledgers, found=found, stretches=tuple(self._stretches(ledgers, found)))

    def _stretches(self, ledgers: Sequence[Ledger], found: Sequence[Found]) -> Iterable[Stretch]:
        def silent(row: int) -> bool:
            counted = any(ledger.days[row].stated or ledger.days[row].running for ledger in ledgers)
            return not counted and not any(each.figures[row] for each in found)

        for quiet, run in itertools.groupby(range(len(self.days)), silent):
            rows = list(run)
            if quiet and len(rows) >= _LONG_SILENCE:
                yield self._stretch(rows[0], rows[-1])
            else:
                yield from (self._stretch(row, row) for row in rows)

    def _stretch(self, first: int, last: int) -> Stretch:
        return Stretch(days=(first, last), words=date_range(self.days[first], self.days[last]))


_WIDEST, _LONG_SILENCE = 4, 3


def face(book: Book, selection: Selection, figures: Sequence[Figure], names: Names) -> Facing:
    """Return the ledgers of BOOK for the days of SELECTION, and the incidents found beside them."""
    ledgers = [_ledger(item, selection.period, names) for item in book.reconciliations]
    order = [side.id for truce in book.truces for side in truce.sides]
    kept = sorted(
        (ledger for ledger in ledgers if ledger.counted_days or ledger.parts or _runs(ledger)),
        key=lambda ledger: (_position(ledger.side_id, order), ledger.origin, ledger.accused),
    )
    return Facing(
        days=selection.period.days(),
        ledgers=tuple(kept),
        found=tuple(_found(selection, figures, kept)),
    )


def _runs(ledger: Ledger) -> bool:
    return any(entry.running for entry in ledger.days)


def _position(side: str, order: Sequence[str]) -> int:
    return order.index(side) if side in order else len(order) + (side != "neutral")


def _ledger(item: Reconciliation, period: Period, names: Names) -> Ledger:
    bounds = {bound.day: bound for bound in item.days}
    days = tuple(_day(date, item.statements, bounds.get(date)) for date in period.days())
    single = [s for s in item.statements if _single(s) and period.touches(s.first, s.last)]
    spoken = {s.testimony for s in item.statements if period.touches(s.last, s.last)}
    by_day = {s.first: s for s in reversed(single)}
    side = names.side_of_source(item.origin_id)
    return Ledger(
        id=item.id,
        origin=item.origin,
        side=names.side(side),
        side_id=side,
        accused=names.party(item.accused) if item.accused else "somebody not named",
        accused_key=item.accused,
        days=days,
        parts=tuple(_parts(item.statements, period)),
        discrepancies=tuple(each for each in item.discrepancies if spoken.intersection(each.statements)),
        notes=item.notes,
        total=_total(by_day.values()),
        counted_days=len(by_day),
    )


def _total(statements: Collection[Statement]) -> str:
    """Return the sum of STATEMENTS, said to be as loose as the loosest of them."""
    number = sum(statement.count for statement in statements)
    bounds = {statement.bound for statement in statements}
    if bounds <= {Bound.EXACT}:
        return str(number)
    return counted(number, Bound.AT_LEAST if bounds <= _FLOORS else Bound.ABOUT)


_FLOORS = {Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN}


def _day(date: dt.date, statements: Iterable[Statement], bound: DayBound | None) -> LedgerDay:
    whole = [s for s in statements if not s.area and s.last == date and not s.part]
    return LedgerDay(
        day=date,
        stated=tuple(_entry(s, counted(s.count, s.bound)) for s in whole if s.first == date),
        running=tuple(_entry(s, f"{counted(s.count, s.bound)} since {day(s.first)}") for s in whole if s.first < date),
        low=bound.low if bound else None,
        high=bound.high if bound else None,
    )


def _single(statement: Statement) -> bool:
    return not statement.area and statement.first == statement.last and not statement.part


def _parts(statements: Iterable[Statement], period: Period) -> Iterable[tuple[str, Entry]]:
    for statement in statements:
        if (statement.area or statement.part) and period.touches(statement.last, statement.last):
            place = statement.area or "place not said"
            kind = ", part of a count" if statement.part else ""
            words = f"{place}{kind}, {date_range(statement.first, statement.last)}"
            yield words, _entry(statement, counted(statement.count, statement.bound))


def _entry(statement: Statement, text: str) -> Entry:
    return Entry(text=text, testimony=statement.testimony)


def _between(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _found(selection: Selection, figures: Sequence[Figure], ledgers: Iterable[Ledger]) -> Iterable[Found]:
    by_day = {figure.key: figure for figure in figures if figure.name == "incidents by day"}
    days = selection.period.days()
    yield Found(party="", title="by anyone", figures=tuple(by_day.get(date.isoformat()) for date in days))
    accused = {ledger.accused_key: ledger.accused for ledger in ledgers if ledger.accused_key}
    parties = {figure.key: set(figure.records) for figure in figures if figure.name == "incidents by party"}
    for key, name in accused.items():
        theirs = [item for item in selection.incidents if item.id in parties.get(key, ())]
        figured = tuple(_one_day(theirs, date, name, selection.zone) for date in days)
        yield Found(party=key, title=f"by {name}", figures=figured)


def _one_day(incidents: Iterable[Incident], date: dt.date, party: str, zone: dt.tzinfo) -> Figure | None:
    records = tuple(item.id for item in incidents if days_of(item.time, zone) == (date, date))
    if not records:
        return None
    name = "incidents by day and party"
    key = f"{date.isoformat()}, {party}"
    return Figure(
        id=indicator_id(name, key),
        name=name,
        key=key,
        value=len(records),
        text=str(len(records)),
        definition="Incidents whose time lies within this one day and that this party is said to have done.",
        records=records,
    )
