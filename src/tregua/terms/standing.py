"""How somebody stands under a truce on a day: on which side, bound or not, or left out of the terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tregua.terms.logic import Answer
from tregua.terms.truce import CIVILIANS, EXEMPT, Exemption, Member, Side, Truce
from tregua.vocabulary.actors import Actor

__all__ = ["Days", "FindActor", "Party", "Release", "Standing", "standing"]

Days = tuple[dt.date, dt.date]
"""The first and the last day on which something may have happened."""

FindActor = Callable[[str], Actor | None]
"""Gives the actor of an id, or None."""

_BELONGS = frozenset({"part_of", "member_of"})
_STANDS_WITH = _BELONGS | {"allied_with"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who acted or was struck, as far as the reports tell.

    Attributes:
        text: the words printed, "" when nobody is named.
        actor: registry id, "" when not resolved.
        means: sides (or ``exempt``, ``civilians``) that the words may mean when they are a speaker's label.
    """

    text: str = ""
    actor: str = ""
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A step that ended, or may have ended, what somebody owed.

    Attributes:
        owes: whether it was still owed; never True.
        layers: ids of the layers whose clauses it is about; empty for all of the terms.
    """

    owes: Answer
    layers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a party stands.

    Attributes:
        name: the party, for a reader; "" when nobody is named.
        may_be: sides it may be on (``exempt`` and ``civilians`` included); None when it may be anybody.
        bound: whether it took the terms on.
        exemption: the term that leaves it out, when one surely does.
        identified: whether it is known who it is, or at least which label it goes by.
        lineage: ids of the actor and of those it belongs to.
        cite: where its standing is said, as written in the truce; "" when nowhere.
        released: what may have ended its duties at the time in question.
    """

    name: str
    may_be: frozenset[str] | None
    bound: Answer
    exemption: Exemption | None = None
    identified: bool = True
    lineage: frozenset[str] = frozenset()
    cite: str = ""
    released: tuple[Release, ...] = ()


def standing(truce: Truce, party: Party, find: FindActor, days: Days | None) -> Standing:
    """Return how PARTY stands under TRUCE on DAYS (None when unknown), where FIND gives the registry's actors."""
    actor = find(party.actor) if party.actor else None
    if actor is not None and actor.type == "civilians":
        bound = Answer(holds=False, why=f"{actor.name} are no fighting force.")
        return Standing(name=actor.name, may_be=frozenset({CIVILIANS}), bound=bound)
    listed = None if actor is None else _listed(truce, actor, find, days)
    if listed is not None:
        return listed
    if actor is not None and actor.type != "unspecified":
        return _beside(truce, actor, days) or _unlisted(truce, actor)
    return _by_label(truce, party) if party.means else _unknown(party)


def _listed(truce: Truce, actor: Actor, find: FindActor, days: Days | None) -> Standing | None:
    """Return the standing that the truce gives ACTOR, or else the nearest it belongs to; None when it gives none."""
    lineage = list(_lineage(actor, find, days, _BELONGS))
    ids = frozenset(each.id for each in lineage)
    for each in lineage:
        exemption = _exemption(truce, each, days)
        if exemption is not None:
            return _left_out(truce, actor, exemption, ids)
        found = _membership(truce, each, days)
        if found is not None and (found[1].bound is not None or _shares(actor, each)):
            return _as_member(actor, each, found, ids, days)
    for each in _lineage(actor, find, days, _STANDS_WITH):
        found = _membership(truce, each, days)
        if found is not None and found[0].takes_in_allies and found[1].bound is not None:
            return _as_member(actor, each, found, ids, days)
    return None


def _lineage(actor: Actor, find: FindActor, days: Days | None, ties: Iterable[str]) -> Iterator[Actor]:
    """Give ACTOR, then those it is tied to by TIES on DAYS, nearest first, each once."""
    queue, seen = [actor], {actor.id}
    while queue:
        current = queue.pop(0)
        yield current
        for tie in current.affiliations:
            above = find(tie.to) if tie.type in ties and tie.to not in seen else None
            if above is not None and _covers(tie.since, tie.until, days) is not False:
                seen.add(tie.to)
                queue.append(above)


def _covers(since: dt.date | None, until: dt.date | None, days: Days | None) -> bool | None:
    """Tell whether the term from SINCE to UNTIL, both included, covers DAYS: all of them, none, or some (None)."""
    if days is None or (since is None and until is None):
        return True
    if (since is not None and days[1] < since) or (until is not None and days[0] > until):
        return False
    whole = (since is None or days[0] >= since) and (until is None or days[1] <= until)
    return True if whole else None


def _exemption(truce: Truce, actor: Actor, days: Days | None) -> Exemption | None:
    """Return the first exemption that takes in ACTOR on DAYS, by name or by a listing in force then."""
    for exemption in truce.exempt:
        listings = [tie for tie in actor.affiliations if tie.type == "listed_by" and tie.to == exemption.listed_by]
        named = exemption.actor == actor.id or any(_covers(tie.since, tie.until, days) for tie in listings)
        if named and _covers(exemption.since, exemption.until, days):
            return exemption
    return None


def _membership(truce: Truce, actor: Actor, days: Days | None) -> tuple[Side, Member] | None:
    for side in truce.sides:
        for member in side.members:
            if member.actor == actor.id and _covers(member.since, member.until, days) is not False:
                return side, member
    return None


def _shares(actor: Actor, other: Actor) -> bool:
    """Tell whether ACTOR is OTHER or a part of it, and so shares even an open standing."""
    return actor.id == other.id or any(tie.type == "part_of" and tie.to == other.id for tie in actor.affiliations)


def _left_out(truce: Truce, actor: Actor, exemption: Exemption, lineage: frozenset[str]) -> Standing:
    if exemption.contested:
        return _perhaps_left_out(truce, actor, exemption, lineage)
    bound = Answer(holds=False, why=f"{actor.name} is left out of the terms: {exemption.why}")
    return Standing(
        name=actor.name,
        may_be=frozenset({EXEMPT}),
        bound=bound,
        exemption=exemption,
        lineage=lineage,
        cite=exemption.cite,
    )


def _perhaps_left_out(truce: Truce, actor: Actor, exemption: Exemption, lineage: frozenset[str]) -> Standing:
    """Return the standing of ACTOR, of whom it is open whether the terms leave it out: on its side, or exempt."""
    sides = [side.id for side in truce.sides if any(member.actor == actor.id for member in side.members)]
    missing = exemption.fork(f"whether {actor.name} is left out of the terms: {exemption.contested.rstrip('.')}")
    return Standing(
        name=actor.name,
        may_be=frozenset({EXEMPT, *(sides or [side.id for side in truce.sides])}),
        bound=Answer(holds=None, why=f"{actor.name}: {exemption.contested}", missing=(missing,)),
        lineage=lineage,
        cite=exemption.cite,
    )


def _as_member(
    actor: Actor, listed: Actor, found: tuple[Side, Member], lineage: frozenset[str], days: Days | None
) -> Standing:
    side, member = found
    name = actor.name if listed.id == actor.id else f"{actor.name} (with {listed.name})"
    bound = Answer(holds=None, why=f"{name}: {member.how}", missing=(member.fork(member.how.rstrip(".")),))
    if member.bound is not None:
        words = "is bound" if member.bound else "is not bound"
        bound = Answer(holds=member.bound, why=f"{name} {words}: {member.how}")
        if _covers(member.since, member.until, days) is None:
            missing = (f"the day: whether {actor.name} was on the side '{side.id}' by then",)
            bound = Answer(holds=None, why=bound.why, missing=missing)
    may_be = frozenset({side.id, *member.may_also_be})
    return Standing(name=actor.name, may_be=may_be, bound=bound, lineage=lineage, cite=member.cite)


def _beside(truce: Truce, actor: Actor, days: Days | None) -> Standing | None:
    """Return the standing of a guarantor, mediator or monitor; None when ACTOR is none on DAYS."""
    for role in truce.roles:
        if role.actor == actor.id and _covers(role.since, role.until, days) is not False:
            why = f"{actor.name} is on no side of these terms; it is their {role.role}: {role.how}"
            bound = Answer(holds=False, why=why)
            lineage = frozenset({actor.id})
            return Standing(name=actor.name, may_be=frozenset(), bound=bound, lineage=lineage, cite=role.cite)
    return None


def _by_label(truce: Truce, party: Party) -> Standing:
    """Return what a label alone tells: at best the side, never which group."""
    names = {EXEMPT: "those left out of the terms", CIVILIANS: "civilians"} | {
        each.id: each.name for each in truce.sides
    }
    meant = [names.get(side, side) for side in party.means]
    may_be = frozenset(party.means)
    side = truce.side(party.means[0])
    if len(may_be) > 1:
        missing = (f"whom “{party.text}” means: {' or '.join(meant)}",)
        bound = Answer(holds=None, why=f"“{party.text}” may mean {' or '.join(meant)}.", missing=missing)
    elif side is None:
        bound = Answer(holds=False, why=f"“{party.text}” means {meant[0]}.")
    elif side.binds == "whole":
        bound = Answer(holds=True, why=f"“{party.text}” means {meant[0]}, which is bound as a whole.")
    else:
        missing = (f"which group “{party.text}” means, and whether it had accepted the terms",)
        bound = Answer(holds=None, why=f"“{party.text}” means {meant[0]}, who are bound one by one.", missing=missing)
    exemption = next(iter(truce.exempt), None) if may_be == {EXEMPT} else None
    cite = exemption.cite if exemption else (side.cite if side else "")
    return Standing(name=f"“{party.text}”", may_be=may_be, bound=bound, exemption=exemption, cite=cite)


def _unknown(party: Party) -> Standing:
    missing = f"who “{party.text}” were" if party.text else "who it was"
    why = f"Who “{party.text}” were is not known." if party.text else "No report names anybody."
    name = f"“{party.text}”" if party.text else ""
    bound = Answer(holds=None, why=why, missing=(missing,))
    return Standing(name=name, may_be=None, bound=bound, identified=False)


def _unlisted(truce: Truce, actor: Actor) -> Standing:
    """Return what is to be said of ACTOR, whom no side lists."""
    rule = truce.unlisted
    if rule is None or actor.type not in rule.types:
        bound = Answer(holds=False, why=f"{actor.name} is on no side of these terms.")
        return Standing(name=actor.name, may_be=frozenset(), bound=bound)
    if rule.bound is False:
        bound = Answer(holds=False, why=f"{actor.name} is on no side of these terms: {rule.why}")
        return Standing(name=actor.name, may_be=frozenset(), bound=bound, cite=rule.cite)
    missing = (rule.fork(f"whether {actor.name} had accepted the terms: {rule.why.rstrip('.')}"),)
    bound = Answer(holds=None, why=f"No side lists {actor.name}: {rule.why}", missing=missing)
    return Standing(name=actor.name, may_be=None, bound=bound, cite=rule.cite)
