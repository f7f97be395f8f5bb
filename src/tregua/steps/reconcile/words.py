"""Sums written out, for people who check them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from tregua.records.reconciliation import Statement
from tregua.steps.reconcile.entries import limits
from tregua.steps.reconcile.sums import Clash
from tregua.vocabulary.stances import Bound

__all__ = ["clash_message", "days_of", "relays_note", "split_note"]


def clash_message(clash: Clash) -> str:
    """Return why the statements of CLASH cannot all be true, as a sum."""
    area = clash.statements[0].area
    where = f"{area}: " if area else ""
    if len(clash.most) == 1:
        return where + _too_little(clash.most[0], clash.least)
    if len(clash.least) == 1:
        return where + _too_much(clash.least[0], clash.most)
    allowed = f"{_list(clash.most)} allow at most {_most(clash.most)}"
    return f"{where}{allowed}, but {_list(clash.least)} need {_least(clash.least)}"


def _too_little(total: Statement, parts: Sequence[Statement]) -> str:
    """Say that PARTS need more than TOTAL gives."""
    earlier = [part for part in parts if part.first == total.first and part.last != total.last]
    between = [part for part in parts if part not in earlier[:1]]
    if len(parts) == 1:
        return f"{_full(parts[0])} lies within {_full(total)} and is more"
    if not earlier:
        return f"{_full(total)}, but the days within are stated as {_figures(between)}, together {_least(between)}"
    left = _most([total]) - _least(earlier[:1])
    stated = f"the days between are stated as {_figures(between)}"
    together = f", together {_least(between)}" if len(between) > 1 else ""
    return f"{_full(total)} minus {_full(earlier[0])} leaves {left}, but {stated}{together}"


def _too_much(total: Statement, parts: Sequence[Statement]) -> str:
    """Say that TOTAL needs more than PARTS, which cover all of its days, give."""
    return f"{_full(total)}, but {_list(parts)} cover the same days and make at most {_most(parts)}"


def _most(statements: Sequence[Statement]) -> int:
    return sum(high for each in statements if (high := limits(each)[1]) is not None)


def _least(statements: Sequence[Statement]) -> int:
    return sum(limits(each)[0] for each in statements)


def _figure(statement: Statement) -> str:
    return str(statement.count) if statement.bound is Bound.EXACT else f"{statement.bound} {statement.count}"


def _full(statement: Statement) -> str:
    return f"{_figure(statement)} {days_of(statement.first, statement.last)}"


def _figures(statements: Sequence[Statement]) -> str:
    said = ", ".join(_figure(each) for each in statements)
    when = ", ".join(days_of(each.first, each.last).removeprefix("on ") for each in statements)
    return f"{said} ({when})"


def _list(statements: Sequence[Statement]) -> str:
    return " and ".join(_full(each) for each in statements)


def days_of(first: dt.date, last: dt.date) -> str:
    """Return the days in words, e.g. ``from 27 February to 8 May 2016``."""
    if first == last:
        return f"on {last.day} {last:%B %Y}"
    start = f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}"
    return f"from {start} to {last.day} {last:%B %Y}"


def split_note(total: Statement, parts: Sequence[Statement], *, is_open: bool) -> str:
    """Return what is wrong with the split of TOTAL into PARTS, "" when it adds up or cannot be judged.

    A split that names less than half of the whole is partial, not wrong, and so is one that IS OPEN, for it tells
    where the rest was and not how many; one in which two figures for the same area compete is left to the conflicts.
    """
    figures = {(part.area, part.count) for part in parts}
    together = sum(count for _, count in figures)
    competing = len({area for area, _ in figures}) < len(figures)
    few = is_open or together * 2 <= total.count or len(figures) == 1
    partial = few and together < total.count
    if competing or partial or together == total.count:
        return ""
    ending = ", more than the whole" if together > total.count else ""
    return (
        f"{days_of(total.first, total.last)}: the split sums to {together} of {total.count}{ending} ({_shares(parts)})"
    )


def relays_note(total: Statement, splits: Mapping[str, Sequence[Statement]]) -> str:
    """Return how SPLITS of TOTAL, by who printed each, differ; "" when they do not, or do not add up."""
    whole = {
        who: sorted({(part.area, part.count) for part in parts})
        for who, parts in splits.items()
        if sum(count for _, count in {(part.area, part.count) for part in parts}) == total.count
    }
    if len({tuple(figures) for figures in whole.values()}) < 2:  # noqa: PLR2004 - two that differ
        return ""
    told = "; ".join(f"{who} has {_shares(splits[who])}" for who in whole)
    return f"{days_of(total.first, total.last)}: relays split {total.count} differently ({told})"


def _shares(parts: Sequence[Statement]) -> str:
    return ", ".join(f"{area} {count}" for area, count in dict.fromkeys((part.area, part.count) for part in parts))
