"""The step: one book for each origin and accused, with bounds, conflicts and notes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tregua.errors import Problem
from tregua.records.incident import Testimony
from tregua.records.reconciliation import Conflict, Reconciliation, Statement
from tregua.steps.reconcile.closings import closings
from tregua.steps.reconcile.entries import Entry, entry
from tregua.steps.reconcile.sums import Series, day_bounds
from tregua.steps.reconcile.words import clash_message, relays_note, split_note
from tregua.vocabulary.folding import fold
from tregua.vocabulary.stances import Bound

__all__ = ["reconcile"]

Period = tuple[dt.date, dt.date]


def reconcile(testimonies: Iterable[Testimony]) -> tuple[list[Reconciliation], list[Problem]]:
    """Hold the counts of each origin against each other.

    Daily counts, counts by province and running totals of one origin about one accused are equations. Where all
    can be true, every day gets the fewest and the most breaches they allow. Where they cannot, the smallest set
    in conflict is named, and those of it without which most of the others agree are set aside for the bounds: which
    of them is wrong, the sums do not say.

    Words for an accused whom nobody knows ("militants") count as no name, unless the same days and area are counted
    for others too: then each of the words has a book of its own. Counts that name no accused are entered with the
    side that the origin accuses elsewhere, when it is one alone; a note says so. Counts that give no time are named
    and left out.
    """
    by_origin: defaultdict[str, list[Entry]] = defaultdict(list)
    for testimony in testimonies:
        if (found := entry(testimony)) is not None:
            by_origin[testimony.origin_id].append(found)
    books = [book for _, entries in sorted(by_origin.items()) for book in _books(entries)]
    return books, [
        _timeless(each) for _, entries in sorted(by_origin.items()) for each in entries if not each.statement
    ]


def _timeless(one: Entry) -> Problem:
    count = one.testimony.tally.count if one.testimony.tally else 0
    message = f"the count {count} of {_name(one.testimony)} gives no time and stands outside the sums"
    return Problem(where=one.testimony.id, message=message, severity="note", step="reconcile")


def _books(entries: Sequence[Entry]) -> Iterator[Reconciliation]:
    """Give the books of one origin, by accused."""
    entries = _told_apart(entries)
    sides = {one.accused for one in entries if one.is_side}
    others = {one.accused for one in entries if one.accused and not one.is_side}
    alone = sides.pop() if len(sides) == 1 and not others else ""
    by_accused: defaultdict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.statement is not None:
            by_accused[one.accused or alone].append(one)
    splits = _splits(entries)
    for accused, held in sorted(by_accused.items()):
        unnamed = sum(not one.accused for one in held) if accused else 0
        yield _book(accused, held, [*_joined_note(unnamed, accused), *_split_notes(held, splits)])


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


def _book(accused: str, entries: Sequence[Entry], notes: Iterable[str]) -> Reconciliation:
    statements = [one.statement for one in entries if one.statement is not None]
    by_area: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_area[statement.area].append(statement)
    series = {area: Series(held) for area, held in sorted(by_area.items())}
    clashes = [clash for each in series.values() for clash in each.clashes]
    first = entries[0].testimony
    return Reconciliation(
        id="r-" + hashlib.sha256(f"{first.origin_id}\x1f{accused}".encode()).hexdigest()[:12],
        origin=_name(first),
        origin_id=first.origin_id,
        accused=accused,
        statements=tuple(sorted(statements, key=lambda each: (each.first, each.last, each.area, each.testimony))),
        days=day_bounds(series[""], by_area[""]) if "" in series else (),
        conflicts=tuple(
            Conflict(statements=tuple(each.testimony for each in clash.statements), message=clash_message(clash))
            for clash in clashes
        ),
        notes=tuple(notes),
        closings=tuple(closings(statements)),
    )


def _name(testimony: Testimony) -> str:
    return testimony.origin.name or testimony.origin.text


def _splits(entries: Iterable[Entry]) -> dict[Period, list[Entry]]:
    """Return the counts by area of one origin, whoever is accused, by the days they cover."""
    found: defaultdict[Period, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.statement is not None and one.statement.area and _is_plain(one.statement):
            found[one.statement.first, one.statement.last].append(one)
    return found


def _is_plain(statement: Statement) -> bool:
    return statement.bound is Bound.EXACT and not statement.part


def _split_notes(entries: Iterable[Entry], splits: Mapping[Period, Sequence[Entry]]) -> Iterator[str]:
    """Give what is wrong with splits by area; the count of one named actor is split only by counts of that actor."""
    for one in entries:
        total = one.statement
        if total is None or total.area or not _is_plain(total):
            continue
        held = [each for each in splits.get((total.first, total.last), ()) if _parts_of(one, each)]
        printed = {outlet: [each for each in held if outlet in _outlets(each)] for outlet in _outlets(one)}
        found = [_split_note(total, parts) for parts in printed.values() if parts]
        found.append(relays_note(total, {who: _stated(parts) for who, parts in printed.items()}))
        yield from dict.fromkeys(filter(None, found))


def _parts_of(one: Entry, part: Entry) -> bool:
    """Tell whether PART may be one of the parts of ONE: it accuses no other, and names no other count as its whole."""
    tally, total = part.testimony.tally, one.statement
    whole = tally.whole if tally is not None else None
    named = total is not None and whole in {None, total.count}
    return named and (one.is_side or not one.accused or part.accused == one.accused)


def _outlets(entry: Entry) -> tuple[str, ...]:
    """Return who printed ENTRY: a split is one bulletin's, and two relays may split a count in two ways."""
    return entry.testimony.outlets or ("",)


def _stated(entries: Iterable[Entry]) -> list[Statement]:
    return [each.statement for each in entries if each.statement is not None]


def _split_note(total: Statement, parts: Sequence[Entry]) -> str:
    is_open = any(each.testimony.tally is not None and each.testimony.tally.open for each in parts)
    return split_note(total, _stated(parts), is_open=is_open)
