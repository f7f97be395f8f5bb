"""What is left of duties after one side left the terms, or suspended its part: its own, and the other side's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from tregua.terms.instants import EARLIEST, LATEST, in_zone
from tregua.terms.logic import Answer
from tregua.terms.parties import Effect
from tregua.terms.standing import Release, Standing
from tregua.terms.stretches import interval, position, stretch
from tregua.terms.truce import Truce, Withdrawal
from tregua.vocabulary.time import Span

__all__ = ["released"]


def released(truce: Truce, withdrawals: Sequence[Withdrawal], who: Standing, time: Span | None) -> tuple[Release, ...]:
    """Return what WITHDRAWALS from TRUCE made, or may have made, of the duties of WHO at TIME.

    Of somebody who may be anybody it is open anyway what it owed.
    """
    found = ((step, _owes(truce, step, who, time)) for step in withdrawals)
    return tuple(Release(owes=owes, layers=frozenset(step.layers)) for step, owes in found if owes is not None)


def _owes(truce: Truce, step: Withdrawal, who: Standing, time: Span | None) -> Answer | None:
    """Return whether WHO still owed at TIME what STEP is about; None when STEP leaves that as it was."""
    effects = set(_effects(truce, step, who))
    zone = ZoneInfo(truce.zone)
    when = (EARLIEST, LATEST) if time is None else interval(time)
    within = position(when, [stretch(step, zone)], ())
    if effects <= {"stand"} or within is False:
        return None
    why = f"{step.why} ({truce.citation(step.cite)})"
    if len(effects) > 1:
        missing = who.bound.missing or (f"whether {who.name} means those who took this step",)
        return Answer(holds=None, why=why, missing=missing)
    if "open" in effects:
        question = step.fork(f"whether {who.name} still owed it: {step.why.rstrip('.')}")
        return Answer(holds=None, why=why, missing=(question,))
    if isinstance(within, dt.datetime):
        edge = f"{in_zone(within, zone):%Y-%m-%d %H:%M} ({zone.key})"
        return Answer(holds=None, why=why, missing=(f"the hour: before or after {edge}",))
    return Answer(holds=False, why=f"{who.name} no longer owed it. {why}")


def _effects(truce: Truce, step: Withdrawal, who: Standing) -> Iterator[Effect]:
    """Give what STEP made of the duties of WHO, for each side that it may have been on."""
    if who.lineage.intersection(step.by):
        yield step.own
        return
    for side in truce.sides:
        if side.id in (who.may_be or ()):
            alone = any(member.actor in step.by for member in side.members)
            if side.id in step.by:
                yield step.own
            elif not alone:
                yield step.others
            else:
                yield "stand"
                if not who.lineage:  # a label, which may mean the very ones
                    yield step.own
