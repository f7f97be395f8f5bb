"""Pairs of clauses, one that prohibits and one that permits, that meet with no rank between them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tregua.terms.truce import OPPOSING, Clause, Truce

__all__ = ["unranked"]


def unranked(truce: Truce) -> Iterator[tuple[int, int]]:
    """Give the positions of every two clauses of TRUCE that meet, contradict each other and have no rank.

    Only what surely meets counts: a defence goes first wherever it is shown, an arguable clause or one with elements
    need not apply.
    """
    ranked = {frozenset((rank.first, rank.then)) for rank in truce.rank}
    plain = [
        (at, clause)
        for at, clause in enumerate(truce.clauses)
        if not (clause.defence or clause.arguable or clause.elements or clause.prevents)
    ]
    for at, one in plain:
        for other_at, other in plain:
            contrary = one.rule != "permits" and other.rule == "permits"
            if contrary and frozenset((one.id, other.id)) not in ranked and _meet(truce, one, other):
                yield at, other_at


def _meet(truce: Truce, one: Clause, other: Clause) -> bool:
    return (
        bool(set(one.acts) & set(other.acts))
        and _share(one.by, other.by)
        and _same_target(truce, one, other)
        and all(_share(getattr(one, key), getattr(other, key)) for key in ("objects", "weapons", "layers", "areas"))
        and _same_time(one, other)
    )


def _share(one: Collection[str], other: Collection[str]) -> bool:
    """Tell whether two limits have something in common; none limits nothing."""
    return not one or not other or bool(set(one) & set(other))


def _same_target(truce: Truce, one: Clause, other: Clause) -> bool:
    if not one.against or not other.against:
        return True
    sides = {side.id for side in truce.sides}
    wide = [set(clause.against) | (sides if OPPOSING in clause.against else set()) for clause in (one, other)]
    return bool((wide[0] & wide[1]) - {OPPOSING})


def _same_time(one: Clause, other: Clause) -> bool:
    def before(first: Clause, then: Clause) -> bool:
        return first.until is not None and then.since is not None and first.until <= then.since

    return not before(one, other) and not before(other, one)
