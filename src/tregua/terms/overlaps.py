"""Pairs of clauses, one that prohibits and one that permits, that meet with no rank between them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tregua.terms.truce import OPPOSING, Clause

__all__ = ["unranked"]


def unranked(
    clauses: Mapping[int, Clause], ranked: Collection[frozenset[str]], sides: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Give the positions of every two of CLAUSES that meet and contradict each other.

    Only what surely meets counts: a defence goes first wherever it is shown, an arguable clause or one with elements
    need not apply.

    Args:
        clauses: those of a truce, by position.
        ranked: ids of every two clauses with a rank between them, which do not contradict each other.
        sides: ids of the sides of the truce.
    """
    plain = [
        (at, clause)
        for at, clause in clauses.items()
        if not (clause.defence or clause.arguable or clause.elements or clause.prevents)
    ]
    for at, one in plain:
        for other_at, other in plain:
            contrary = one.rule != "permits" and other.rule == "permits"
            if contrary and frozenset((one.id, other.id)) not in ranked and _meet(one, other, frozenset(sides)):
                yield at, other_at


def _meet(one: Clause, other: Clause, sides: frozenset[str]) -> bool:
    return (
        bool(set(one.acts) & set(other.acts))
        and _share(one.by, other.by)
        and _same_target(one, other, sides)
        and all(_share(getattr(one, key), getattr(other, key)) for key in ("objects", "weapons", "layers", "areas"))
        and _same_time(one, other)
    )


def _share(one: Collection[str], other: Collection[str]) -> bool:
    """Tell whether two limits have something in common; none limits nothing."""
    return not one or not other or bool(set(one) & set(other))


def _same_target(one: Clause, other: Clause, sides: frozenset[str]) -> bool:
    if not one.against or not other.against:
        return True
    wide = [set(clause.against) | (sides if OPPOSING in clause.against else frozenset()) for clause in (one, other)]
    return bool((wide[0] & wide[1]) - {OPPOSING})


def _same_time(one: Clause, other: Clause) -> bool:
    def before(first: Clause, then: Clause) -> bool:
        return first.until is not None and then.since is not None and first.until <= then.since

    return not before(one, other) and not before(other, one)
