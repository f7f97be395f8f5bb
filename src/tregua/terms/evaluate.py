"""What a truce says of an event: the facts go in, a verdict comes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from zoneinfo import ZoneInfo

from tregua.records.finding import Condition, Ruling
from tregua.terms.clauses import Deed
from tregua.terms.ground import Ground
from tregua.terms.instants import in_zone
from tregua.terms.logic import Answer, some
from tregua.terms.proof import Shown
from tregua.terms.rules import TargetKind
from tregua.terms.spells import Setting, holds, known_clauses
from tregua.terms.standing import Days, FindActor, Party, Standing, standing
from tregua.terms.truce import CIVILIANS, Area, Clause, Layer, Truce, Withdrawal
from tregua.terms.verdict import Verdict, gravest, judge
from tregua.terms.windows import Reach, known_layers, known_suspensions, reach
from tregua.terms.withdrawals import released
from tregua.vocabulary.acts import Act, Conduct
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import Span

__all__ = [
    "Facts", "Site", "Terms", "concluded", "evaluate", "stand", "terms_at", "unnamed_target", "unreached",
]  # fmt: skip

_CIVILIAN = frozenset({"civilians", "civilian objects", "medical", "aid", "settlement", "infrastructure"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place as far as the reports tell.

    Attributes:
        text: the words printed.
        place: registry id, "" when not resolved.
        near: whether it happened near the place rather than in it.
        given: the place itself, where the reports describe one that no registry has.
    """

    text: str
    place: str = ""
    near: bool = False
    given: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of an event.

    Attributes:
        act: what was done.
        actors: who did it; empty when unknown.
        targets: whom or what it struck; empty when unknown.
        sites: where; empty when unknown.
        time: when, None when unknown.
        weapons: as printed.
        objects: kinds of target, as far as they are told.
        answers: whether it answered an earlier act; None when nobody says.
        answers_to: what it answered, in words; "" when not said.
        justification: how it is justified, in words; "" when not said.
    """

    act: Act | Conduct
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    sites: tuple[Site, ...] = ()
    time: Span | None = None
    weapons: tuple[str, ...] = ()
    objects: tuple[TargetKind, ...] = ()
    answers: bool | None = None
    answers_to: str = ""
    justification: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a truce said as it was known at a moment.

    Attributes:
        truce: the truce.
        layers: its layers that had been declared, at least one.
        clauses: its clauses that had been made known.
        withdrawals: steps of one side that had been made known.
    """

    truce: Truce
    layers: tuple[Layer, ...]
    clauses: tuple[Clause, ...]
    withdrawals: tuple[Withdrawal, ...] = ()


def evaluate(truce: Truce, facts: Facts, find: FindActor, ground: Ground, as_of: dt.datetime) -> Verdict | None:
    """Return what TRUCE, as it was known at AS_OF, says of FACTS; None when it had not been declared by then.

    Args:
        truce: the terms.
        facts: the event.
        find: gives the registry's actors by id.
        ground: the places the case knows.
        as_of: the moment whose knowledge of extensions counts, with its zone.
    """
    terms = terms_at(truce, as_of)
    if terms is None:
        return None
    setting = Setting(
        truce=truce, layers=terms.layers, time=facts.time, lies_in=lambda area: _lies_in(facts, area, ground)
    )
    reached = reach(truce, terms.layers, facts.time, setting.lies_in)
    if reached.beyond:
        return unreached(truce, reached)
    actors = [stand(terms, party, find, facts.time) for party in facts.actors or (Party(),)]
    targets = [stand(terms, party, find, facts.time) for party in facts.targets or (unnamed_target(facts.objects),)]
    held = {clause.id: holds(clause, setting) for clause in terms.clauses}
    shown = Shown(
        weapons=facts.weapons, objects=facts.objects, answers=facts.answers, answers_to=facts.answers_to,
        justification=facts.justification,
    )  # fmt: skip
    judged = gravest(
        [
            judge(truce, Deed(act=facts.act, actor=actor, target=target, shown=shown, held=held), terms.clauses)
            for actor, target in product(actors, targets)
        ]
    )
    return concluded(truce, reached, judged)


def terms_at(truce: Truce, as_of: dt.datetime) -> Terms | None:
    """Return the terms of TRUCE as they were known at AS_OF; None when it had not been declared by then."""
    layers = known_layers(truce, as_of)
    if not layers:
        return None
    left = known_suspensions(truce.withdrawals, in_zone(as_of, ZoneInfo(truce.zone)).date())
    return Terms(truce=truce, layers=layers, clauses=known_clauses(truce, as_of), withdrawals=left)


def stand(terms: Terms, party: Party, find: FindActor, time: Span | None) -> Standing:
    """Return how PARTY stands under TERMS at TIME, and what released it, where FIND gives the registry's actors."""
    found = standing(terms.truce, party, find, _days_of(time, terms))
    return replace(found, released=released(terms.truce, terms.withdrawals, found, time))


def unreached(truce: Truce, reached: Reach) -> Verdict:
    """Return what TRUCE says of an event that its time or area does not reach, as REACHED tells."""
    failing = reached.time if reached.beyond == "time" else reached.area
    return Verdict(
        ruling=Ruling.OUTSIDE,
        reach=reached.beyond,
        term=reached.term,
        citation=truce.citation(reached.cite),
        reason=failing.why,
        conditions=_reach_conditions(truce, reached),
    )


def concluded(truce: Truce, reached: Reach, judged: Verdict) -> Verdict:
    """Return JUDGED, what the clauses of TRUCE say, as far as their time and area surely reach: as REACHED tells."""
    conditions = (*_reach_conditions(truce, reached), *judged.conditions)
    return _unless_unsure(replace(judged, conditions=conditions), reached)


def _days_of(time: Span | None, terms: Terms) -> Days | None:
    """Return the days of TIME where TERMS are, None when either is unknown."""
    if time is None or time.start is None or time.end is None:
        return None
    zone = terms.truce.clock(terms.layers[0])
    return replace(time, start=in_zone(time.start, zone), end=in_zone(time.end, zone)).days()


def unnamed_target(objects: Sequence[TargetKind]) -> Party:
    """Return a target that nobody names: civilians where OBJECTS are civilian kinds of target alone."""
    if objects and _CIVILIAN.issuperset(objects):
        return Party(text=", ".join(objects), means=(CIVILIANS,))
    return Party()


def _lies_in(facts: Facts, area: Area, ground: Ground) -> Answer:
    """Tell whether any site lies in AREA: what happened at several places happened at each."""
    if not facts.sites:
        return Answer(holds=None, why="No report says where it happened.", missing=("where it happened",))
    return some([_site_lies_in(site, area, ground) for site in facts.sites])


def _site_lies_in(site: Site, area: Area, ground: Ground) -> Answer:
    place = site.given or (ground.get(site.place) if site.place else None)
    if place is not None:
        return ground.lies_in(place, area, near=site.near)
    why = f"No gazetteer of the case knows “{site.text}”."
    return Answer(holds=None, why=why, missing=(f"where “{site.text}” is",))


def _reach_conditions(truce: Truce, reached: Reach) -> tuple[Condition, ...]:
    stands = ", ".join((reached.term, truce.citation(reached.cite)))
    return (
        Condition(name="time", holds=reached.time.holds, why=reached.time.why, clause=stands),
        Condition(name="area", holds=reached.area.holds, why=reached.area.why, clause=stands),
    )


def _unless_unsure(verdict: Verdict, reached: Reach) -> Verdict:
    """Return VERDICT, or what is missing when it turns on a time or place that is not sure."""
    open_ones = [answer for answer in (reached.time, reached.area) if answer.holds is None]
    if not open_ones or verdict.ruling is Ruling.OUTSIDE:
        return verdict
    missing = (*(fact for answer in open_ones for fact in answer.missing), *verdict.missing)
    reason = verdict.reason
    if verdict.ruling is not Ruling.UNDETERMINED:
        words = "a breach of" if verdict.ruling is Ruling.BREACH else "permitted by"
        reason = f"It would be {words} “{verdict.term}” if the terms reached it."
    reason = " ".join((reason, *(answer.why for answer in open_ones)))
    return replace(verdict, ruling=Ruling.UNDETERMINED, reason=reason, missing=tuple(dict.fromkeys(missing)))
