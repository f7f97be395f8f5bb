"""Splits: the numbers that a bulletin gives for the parts of its total, held against the total."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tregua.records.reconciliation import DiscrepancyKind, Statement
from tregua.steps.reconcile.entries import Entry, limits
from tregua.steps.reconcile.words import relays_message, split_message

__all__ = ["Found", "Period", "counts_by_area", "outlets_of", "split_faults"]

Found = tuple[DiscrepancyKind, tuple[Statement, ...], str]
"""What is wrong, the counts it rests on, and why in words."""
Period = tuple[dt.date, dt.date]


def counts_by_area(entries: Iterable[Entry]) -> dict[Period, list[Entry]]:
    """Return the counts by area among ENTRIES of one origin, whoever is accused, by the days they cover."""
    found: defaultdict[Period, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.statement is not None and one.statement.area and not one.statement.part:
            found[one.statement.first, one.statement.last].append(one)
    return found


def split_faults(entries: Iterable[Entry], splits: Mapping[Period, Sequence[Entry]]) -> Iterator[Found]:
    """Give what is wrong with splits by area; the count of one named actor is split only by counts of that actor."""
    for one in entries:
        total = one.statement
        if total is None or total.area or total.part:
            continue
        held = [each for each in splits.get((total.first, total.last), ()) if _is_part(one, each)]
        printed = {outlet: [each for each in held if outlet in outlets_of(each)] for outlet in outlets_of(one)}
        found = [_fault(total, parts) for parts in printed.values() if parts]
        found.append(_relayed(total, {who: _stated(parts) for who, parts in printed.items()}))
        yield from dict.fromkeys(filter(None, found))


def _is_part(one: Entry, part: Entry) -> bool:
    """Tell whether PART may be one of the parts of ONE: it accuses no other, and names no other count as its whole."""
    tally, total = part.testimony.tally, one.statement
    whole = tally.whole if tally is not None else None
    named = total is not None and whole in {None, total.count}
    return named and (one.is_side or not one.accused or part.accused == one.accused)


def outlets_of(entry: Entry) -> tuple[str, ...]:
    """Return who printed ENTRY: a split is one bulletin's, and two relays may split a count in two ways."""
    return entry.testimony.outlets or ("",)


def _stated(entries: Iterable[Entry]) -> list[Statement]:
    return [each.statement for each in entries if each.statement is not None]


def _fault(total: Statement, parts: Sequence[Entry]) -> Found | None:
    """Return what is wrong with the split of TOTAL into PARTS, None when it adds up or cannot be judged.

    A split that names less than half of the whole is partial, not wrong, and so is one that is open, for it tells
    where the rest was and not how many; one in which two figures for the same area compete is left to the other sums.
    A place within a province that has a figure of its own is in that figure.
    """
    is_open = any(each.testimony.tally is not None and each.testimony.tally.open for each in parts)
    named = {each.area for each in _stated(parts)}
    shares = {(each.area, each.count): each for each in _stated(parts) if each.within not in named}
    together = sum(count for _, count in shares)
    low, high = _reach(shares.values())
    least, most = limits(total)
    few = is_open or together * 2 <= total.count or len(shares) == 1
    too_much, too_little = most is not None and low > most, high is not None and high < least and not few
    if len({area for area, _ in shares}) < len(shares) or not (too_much or too_little):
        return None
    held = tuple(shares.values())
    return DiscrepancyKind.SPLIT, (total, *held), split_message(total, held, together)


def _reach(statements: Iterable[Statement]) -> tuple[int, int | None]:
    """Return the fewest and the most that STATEMENTS allow together, None when nothing limits them."""
    bounds = [limits(each) for each in statements]
    most = [high for _, high in bounds if high is not None]
    return sum(low for low, _ in bounds), sum(most) if len(most) == len(bounds) else None


def _relayed(total: Statement, splits: Mapping[str, Sequence[Statement]]) -> Found | None:
    """Return how SPLITS of TOTAL, by who printed each, differ; None when they do not, or do not add up."""
    whole = {
        who: sorted({(part.area, part.count) for part in parts})
        for who, parts in splits.items()
        if sum(count for _, count in {(part.area, part.count) for part in parts}) == total.count
    }
    if len({tuple(figures) for figures in whole.values()}) < 2:  # noqa: PLR2004 - two that differ
        return None
    told = {who: splits[who] for who in whole}
    parts = dict.fromkeys(part for who in told for part in told[who])
    return DiscrepancyKind.RELAY, (total, *parts), relays_message(total, told)
