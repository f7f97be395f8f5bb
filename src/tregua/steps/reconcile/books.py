"""The step: one book for each origin and accused, with bounds, conflicts and notes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tregua.errors import Problem
from tregua.records.incident import Testimony
from tregua.records.reconciliation import (
    Discrepancy,
    DiscrepancyKind,
    Reconciliation,
    Statement,
    StretchBound,
    discrepancy_id,
)
from tregua.steps.reconcile.areas import area_faults
from tregua.steps.reconcile.closings import closings
from tregua.steps.reconcile.entries import Entry, entry, within_wholes
from tregua.steps.reconcile.naming import changed_bases, named
from tregua.steps.reconcile.splits import Found, Period, counts_by_area, split_faults
from tregua.steps.reconcile.sums import Series, day_bounds
from tregua.vocabulary.folding import fold
from tregua.vocabulary.places import Place

__all__ = ["reconcile"]

_DAY, _MONTH = dt.timedelta(days=1), dt.timedelta(days=31)
_NO_PLACES: Mapping[str, Place] = MappingProxyType({})


def reconcile(
    testimonies: Iterable[Testimony], places: Mapping[str, Place] = _NO_PLACES
) -> tuple[list[Reconciliation], list[Problem]]:
    """Hold the counts of each origin against each other.

    Daily counts, counts by province and running totals of one origin about one accused are equations. Where all
    can be true, every day gets the fewest and the most breaches they allow. Where they cannot, the smallest set
    in conflict is named, and those of it without which most of the others agree are set aside for the bounds: which
    of them is wrong, the sums do not say.

    Words for an accused whom nobody knows ("militants") count as no name, unless the same days and area are counted
    for others too: then each of the words has a book of its own. Counts that name no accused are entered with the
    side that the origin accuses elsewhere, when it is one alone; a note says so. Counts that give no time are named
    and left out.

    A total that runs up to publication, at an hour nobody states, may leave out its last day, unless the origin counts
    that day by itself: then its bulletins end at one hour.

    Args:
        testimonies: what each origin said.
        places: registry places by id, to tell which areas lie in one another.
    """
    by_origin: defaultdict[str, list[Entry]] = defaultdict(list)
    for testimony in testimonies:
        if (found := entry(testimony, places)) is not None:
            by_origin[testimony.origin_id].append(found)
    stretches = _stretches(one.statement for held in by_origin.values() for one in held if one.statement)
    books = [book for _, entries in sorted(by_origin.items()) for book in _books(entries, stretches)]
    return books, [
        _timeless(each) for _, entries in sorted(by_origin.items()) for each in entries if not each.statement
    ]


def _timeless(one: Entry) -> Problem:
    count = one.testimony.tally.count if one.testimony.tally else 0
    message = f"the count {count} of {_name(one.testimony)} gives no time and stands outside the sums"
    return Problem(where=one.testimony.id, message=message, severity="note", step="reconcile")


def _books(entries: Sequence[Entry], stretches: Sequence[Period]) -> Iterator[Reconciliation]:
    """Give the books of one origin, by accused."""
    entries = _told_apart(_loosened(within_wholes(entries)))
    sides = {one.accused for one in entries if one.is_side}
    others = {one.accused for one in entries if one.accused and not one.is_side}
    alone = sides.pop() if len(sides) == 1 and not others else ""
    by_accused: defaultdict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.statement is not None:
            by_accused[one.accused or alone].append(one)
    splits = counts_by_area(entries)
    for accused, held in sorted(by_accused.items()):
        unnamed = sum(not one.accused for one in held) if accused else 0
        book = _book(accused, held, splits, stretches)
        yield replace(book, notes=tuple(_joined_note(unnamed, accused)))


def _stretches(statements: Iterable[Statement]) -> list[Period]:
    """Return all days that STATEMENTS cover, and each month of them when there are several."""
    held = list(statements)
    if not held:
        return []
    first, last = min(each.first for each in held), max(each.last for each in held)
    months = [first]
    while (begin := (months[-1].replace(day=1) + _MONTH).replace(day=1)) <= last:
        months.append(begin)
    ends = [*(begin - _DAY for begin in months[1:]), last]
    return [(first, last), *(zip(months, ends, strict=True) if len(months) > 1 else ())]


def _loosened(entries: Sequence[Entry]) -> list[Entry]:
    """Return ENTRIES with a last day that may not count where nobody says at what hour the count ends."""
    counted = {one.statement.last for one in entries if one.statement and one.statement.first == one.statement.last}
    return [
        replace(one, statement=replace(one.statement, slack=1))
        if one.statement and one.is_open_ended and one.statement.last not in counted
        else one
        for one in entries
    ]


def _told_apart(entries: Sequence[Entry]) -> list[Entry]:
    """Return ENTRIES where words for an unknown accused are a name wherever several such counts stand side by side."""
    said: defaultdict[tuple[dt.date, dt.date, str], set[str]] = defaultdict(set)
    for one in entries:
        if one.statement is not None and not one.accused:
            said[_place(one.statement)].add(fold(one.printed))
    return [
        replace(one, accused=one.printed)
        if one.statement and len(said[_place(one.statement)]) > 1 and one.printed
        else one
        for one in entries
    ]


def _place(statement: Statement) -> tuple[dt.date, dt.date, str]:
    return statement.first, statement.last, statement.area


def _joined_note(unnamed: int, accused: str) -> list[str]:
    if not unnamed:
        return []
    return [f"{unnamed} of the counts name nobody; entered with {accused}, the only one this origin accuses"]


def _book(
    accused: str, entries: Sequence[Entry], splits: Mapping[Period, Sequence[Entry]], stretches: Iterable[Period]
) -> Reconciliation:
    statements = [one.statement for one in entries if one.statement is not None]
    by_area: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_area[statement.area].append(statement)
    series = {area: Series(held) for area, held in sorted(by_area.items())}
    by_testimony = {one.testimony.id: one for one in entries}
    found = [named(clash, by_testimony, splits) for each in series.values() for clash in each.clashes]
    found += [*split_faults(entries, splits), *changed_bases(statements)]
    kept = [each for held in series.values() for each in held.held]
    found += area_faults(kept, {each.testimony for _, statements_in, _ in found for each in statements_in})
    first = entries[0].testimony
    return Reconciliation(
        id="r-" + hashlib.sha256(f"{first.origin_id}\x1f{accused}".encode()).hexdigest()[:12],
        origin=_name(first),
        origin_id=first.origin_id,
        accused=accused,
        statements=tuple(sorted(statements, key=lambda each: (each.first, each.last, each.area, each.testimony))),
        days=day_bounds(series[""], by_area[""]) if "" in series else (),
        discrepancies=tuple(_discrepancies(found, first.origin_id, accused)),
        closings=tuple(closings(statements)),
        stretches=tuple(_bounds(series, stretches)),
    )


def _bounds(series: Mapping[str, Series], stretches: Iterable[Period]) -> Iterator[StretchBound]:
    """Give what each of SERIES, by area, allows in each of STRETCHES, where that is anything."""
    for first, last in stretches:
        for area, held in series.items():
            low, high = held.between(first, last)
            if low or high is not None:
                yield StretchBound(first=first, last=last, area=area, low=low, high=high)


def _discrepancies(found: Iterable[Found], origin: str, accused: str) -> Iterator[Discrepancy]:
    """Give what was FOUND, kind by kind."""
    order = list(DiscrepancyKind)
    for kind, statements, message in sorted(found, key=lambda each: order.index(each[0])):
        ids = tuple(each.testimony for each in statements)
        yield Discrepancy(id=discrepancy_id(origin, accused, kind, ids), kind=kind, statements=ids, message=message)


def _name(testimony: Testimony) -> str:
    return testimony.origin.name or testimony.origin.text
