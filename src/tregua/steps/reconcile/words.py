"""Sums written out, for people who check them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from tregua.records.reconciliation import Statement
from tregua.steps.reconcile.entries import limits
from tregua.steps.reconcile.sums import Bounded, Clash
from tregua.vocabulary.stances import Bound

__all__ = [
    "areas_message", "both", "clash_message", "days_of", "falls", "figure", "full", "prints", "relays_message",
    "split_message",
]  # fmt: skip


def clash_message(clash: Clash) -> str:
    """Return why the statements of CLASH cannot all be true, as a sum."""
    where = _where(clash.statements[0])
    if len(clash.most) == 1:
        return where + _too_little(clash.most[0], clash.least)
    if len(clash.least) == 1:
        return where + _too_much(clash.least[0], clash.most)
    allowed = f"{_list(clash.most)} allow at most {_most(clash.most)}"
    return f"{where}{allowed}, but {_list(clash.least)} need {_least(clash.least)}"


def areas_message(whole: Bounded, parts: Sequence[Bounded]) -> str:
    """Return the sums by which WHOLE leaves too little for its PARTS, each of one area."""
    need = sum(each.value for each in parts)
    areas = ", ".join(_part(each) for each in parts)
    return f"{_sum(whole.most, whole.least)} leaves {whole.value} for the whole, but its areas need {need}: {areas}"


def _part(bound: Bounded) -> str:
    sum_ = _sum(bound.least, bound.most)
    return f"{bound.least[0].area} {sum_ if len(bound.statements) == 1 else f'{bound.value} ({sum_})'}"


def _sum(added: Iterable[Statement], taken: Iterable[Statement]) -> str:
    """Return the sum of what is ADDED, without what is TAKEN away, each by its days."""
    return " minus ".join((" plus ".join(map(full, _by_days(added))), *map(full, _by_days(taken))))


def _by_days(statements: Iterable[Statement]) -> Sequence[Statement]:
    return sorted(statements, key=lambda each: (each.first, each.last))


def _where(statement: Statement) -> str:
    return f"{statement.area}: " if statement.area else ""


def both(one: Statement, other: Statement) -> str:
    """Return that ONE and OTHER are given for the same days."""
    return f"{_where(one)}{figure(one)} and {figure(other)} are both given {days_of(one.first, one.last)}"


def prints(told: Iterable[tuple[str, Statement]]) -> str:
    """Return which figure each of TOLD, who prints it and what, gives for the same days."""
    held = list(told)
    said = "; ".join(f"{who} has {figure(each)}" for who, each in held)
    return f"{_where(held[0][1])}{days_of(held[0][1].first, held[0][1].last)}: {said}"


def falls(one: Statement, other: Statement) -> str:
    """Return that OTHER, the later running total, is lower than ONE."""
    return f"{_where(one)}{full(one)}, but {full(other)}"


def _too_little(total: Statement, parts: Sequence[Statement]) -> str:
    """Say that PARTS need more than TOTAL gives."""
    earlier = [part for part in parts if part.first == total.first and part.last != total.last]
    between = [part for part in parts if part not in earlier[:1]]
    if len(parts) == 1:
        return f"{full(total)} is less than {full(parts[0])}, which lies within"
    if not earlier:
        return f"{full(total)}, but the days within are stated as {_figures(between)}, together {_least(between)}"
    left = _most([total]) - _least(earlier[:1])
    stated = f"the days between are stated as {_figures(between)}"
    together = f", together {_least(between)}" if len(between) > 1 else ""
    return f"{full(total)} minus {full(earlier[0])} leaves {left}, but {stated}{together}"


def _too_much(total: Statement, parts: Sequence[Statement]) -> str:
    """Say that TOTAL needs more than PARTS, which cover all of its days, give."""
    return f"{full(total)}, but {_list(parts)} cover the same days and make at most {_most(parts)}"


def _most(statements: Sequence[Statement]) -> int:
    return sum(high for each in statements if (high := limits(each)[1]) is not None)


def _least(statements: Sequence[Statement]) -> int:
    return sum(limits(each)[0] for each in statements)


def figure(statement: Statement) -> str:
    """Return the number of STATEMENT with what it says about the true one."""
    return str(statement.count) if statement.bound is Bound.EXACT else f"{statement.bound} {statement.count}"


def full(statement: Statement) -> str:
    """Return STATEMENT in words, e.g. ``490 from 27 February to 8 May 2016``."""
    last = f"{statement.last.day} {statement.last:%B}"
    loose = f" (of {last} perhaps only a part)" if statement.slack else ""
    return f"{figure(statement)} {days_of(statement.first, statement.last)}{loose}"


def _figures(statements: Sequence[Statement]) -> str:
    said = ", ".join(figure(each) for each in statements)
    when = ", ".join(days_of(each.first, each.last).removeprefix("on ") for each in statements)
    return f"{said} ({when})"


def _list(statements: Sequence[Statement]) -> str:
    return " and ".join(full(each) for each in statements)


def days_of(first: dt.date, last: dt.date) -> str:
    """Return the days in words, e.g. ``from 27 February to 8 May 2016``."""
    if first == last:
        return f"on {last.day} {last:%B %Y}"
    start = f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}"
    return f"from {start} to {last.day} {last:%B %Y}"


def split_message(total: Statement, parts: Sequence[Statement], together: int) -> str:
    """Return that the split of TOTAL into PARTS, TOGETHER so many, does not add up."""
    ending = ", more than the whole" if together > total.count else ""
    whole = f"{days_of(total.first, total.last)}: the split sums to {together} of {figure(total)}"
    return f"{whole}{ending} ({_shares(parts)})"


def relays_message(total: Statement, splits: Mapping[str, Sequence[Statement]]) -> str:
    """Return how SPLITS of TOTAL, by who printed each, differ."""
    told = "; ".join(f"{who} has {_shares(parts)}" for who, parts in splits.items())
    return f"{days_of(total.first, total.last)}: relays split {total.count} differently ({told})"


def _shares(parts: Iterable[Statement]) -> str:
    return ", ".join(f"{area} {figure}" for area, figure in dict.fromkeys((part.area, figure(part)) for part in parts))
