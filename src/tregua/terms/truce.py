"""What a truce file says: dated values, each with the place where it stands.

A truce is one file, ``truce.yaml``. Times in it are local to ``zone`` (or to the layer's own); a term whose point
the sources leave open says so with a reason, and is answered ``undetermined`` rather than guessed.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from tregua.authored import Authored
from tregua.terms.scope import Area, Citation, Contested, Extent, Id, Layer, OpenExtent, Term, Words
from tregua.terms.zone import ZoneName
from tregua.vocabulary.actors import ActorType
from tregua.vocabulary.acts import Act

__all__ = [
    "ANYONE", "CIVILIANS", "EXEMPT", "Area", "Citation", "Clause", "Contested", "Exemption", "Extent", "Label", "Layer",
    "Member", "OpenExtent", "Question", "Rank", "Rule", "Side", "Term", "Truce", "TruceKind", "TruceRank",
    "Unlisted", "Unregulated",
]  # fmt: skip

EXEMPT = "exempt"
"""Stands beside the sides in ``against`` and ``means``: whoever the terms leave out."""

CIVILIANS = "civilians"
"""Stands beside the sides in ``against`` and ``means``: people and objects that are no fighting force."""

ANYONE = "anyone"
"""Stands beside sides and sources in ``said_by``: words that mean the same whoever says them."""

TruceKind = Literal[
    "cessation of hostilities", "ceasefire", "local truce", "humanitarian pause", "de-escalation area", "armistice"
]
Rule = Literal["prohibits", "permits", "obliges"]


class Member(Term):
    """One actor of a side.

    Attributes:
        actor: its registry id.
        bound: whether it took the terms on; null where the sources leave it open.
        since: first day, None when it holds from the start.
        until: last day, None when not ended.
        how: how it is bound; where ``bound`` is null, the fact that would decide it.
        may_also_be: other sides, or ``exempt``, that some of its fighters belong to.
    """

    actor: Id
    bound: bool | None
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    how: Words
    may_also_be: tuple[Id, ...] = ()


class Side(Term):
    """One side of the truce.

    Attributes:
        id: short name.
        name: neutral name.
        binds: ``whole`` when whoever belongs to it is bound; ``members`` when each group must have accepted.
        takes_in_allies: whether forces allied with a bound member are bound with it.
        members: its actors.
    """

    id: Id
    name: Words
    binds: Literal["whole", "members"] = "whole"
    takes_in_allies: bool = False
    members: tuple[Member, ...]


class Exemption(Term):
    """Whoever the terms leave out: an actor by name, or all that an authority lists.

    Attributes:
        id: short name.
        actor: registry id, "" when by listing.
        listed_by: registry id of the authority, whose listing the registry gives as an affiliation ``listed_by``.
        since: first day, None when from the start.
        until: last day, None when not ended.
        why: in our own words.
    """

    id: Id
    actor: Id | Literal[""] = ""
    listed_by: Id | Literal[""] = ""
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    why: Words

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if bool(self.actor) == bool(self.listed_by):
            raise ValueError("give either 'actor' or 'listed_by'")
        return self


class Unlisted(Term):
    """What is to be said of an armed actor that no side lists.

    Attributes:
        bound: False when only listed parties are bound; null when the list is not known.
        types: the types of actors it speaks of; any other type is not bound.
        why: the reason, naming the missing fact when null.
    """

    bound: Literal[False] | None = False
    types: tuple[ActorType, ...] = ("armed group", "militia", "coalition", "unspecified")
    why: Words


class Label(Term):
    """Words that name somebody only from a speaker's viewpoint.

    Attributes:
        texts: the words, in any language.
        said_by: ids of sides or sources that say so, or ``anyone``.
        means: side ids, ``exempt`` or ``civilians``; more than one when the label does not tell them apart.
    """

    texts: tuple[Words, ...] = Field(min_length=1)
    said_by: tuple[Id, ...] = Field(min_length=1)
    means: tuple[Id, ...] = Field(min_length=1)


class Clause(Term):
    """One rule.

    Attributes:
        id: short name.
        rule: ``prohibits``; ``permits``; ``obliges`` (the acts are those that fail the duty).
        acts: what it speaks of.
        by: side ids or actor ids it speaks to; empty for every side.
        against: side ids, ``exempt``, ``civilians`` or actor ids; empty when the target does not matter.
        weapons: words for the weapons it is limited to; empty for any.
        defence: the act is allowed only as an answer that must be shown (self-defence); never presumed.
        arguable: why it is open whether the clause reaches this far; "" when it plainly does.
        text: what it says, in our own words.
    """

    id: Id
    rule: Rule
    acts: tuple[Act, ...] = Field(min_length=1)
    by: tuple[Id, ...] = ()
    against: tuple[Id, ...] = ()
    weapons: tuple[Words, ...] = ()
    defence: bool = False
    arguable: str = ""
    text: Words


class Unregulated(Term):
    """Acts the terms say nothing of.

    Attributes:
        acts: which.
        why: in our own words.
    """

    acts: tuple[Act, ...] = Field(min_length=1)
    why: Words


class Rank(Term):
    """One clause goes before another where both apply.

    Attributes:
        first: id of the clause that decides.
        then: id of the clause that gives way.
    """

    first: Id
    then: Id


class TruceRank(Term):
    """How this truce stands to a wider one.

    Attributes:
        over: id of the truce it lies over.
        why: what that means where both are in force.
    """

    over: Id
    why: Words


class Question(Term):
    """A point the text leaves open, kept for the reader.

    Attributes:
        text: the question.
    """

    text: Words


class Truce(Authored):
    """One truce.

    Attributes:
        id: the folder's name.
        title: its title.
        kind: what kind of arrangement.
        summary: a few sentences, in our own words.
        zone: IANA zone that local times are in.
        adopted: day it was agreed or announced.
        sources: what the terms are read from.
        layers: windows in which they are in force.
        areas: where.
        sides: who.
        exempt: who is left out.
        unlisted: what to say of an armed actor that no side lists.
        labels: who calls whom what.
        clauses: what is prohibited, permitted and owed.
        unregulated: acts outside the terms.
        rank: which clause goes before which.
        local_over: wider truces that this one lies over.
        open: points the text leaves open.
    """

    id: Id
    title: Words
    kind: TruceKind
    summary: str = ""
    zone: ZoneName
    adopted: dt.date
    sources: tuple[Citation, ...] = Field(min_length=1)
    layers: tuple[Layer, ...] = Field(min_length=1)
    areas: tuple[Area, ...] = Field(min_length=1)
    sides: tuple[Side, ...] = Field(min_length=1)
    exempt: tuple[Exemption, ...] = ()
    unlisted: Unlisted | None = None
    labels: tuple[Label, ...] = ()
    clauses: tuple[Clause, ...] = Field(min_length=1)
    unregulated: tuple[Unregulated, ...] = ()
    rank: tuple[Rank, ...] = ()
    local_over: tuple[TruceRank, ...] = ()
    open: tuple[Question, ...] = ()

    def side(self, side: str) -> Side | None:
        """Return the side with that id."""
        return next((each for each in self.sides if each.id == side), None)

    def citation(self, cite: str) -> str:
        """Return CITE with the titles and addresses of its sources written out."""
        return "; ".join(self._written_out(part.strip()) for part in cite.split(";"))

    def _written_out(self, part: str) -> str:
        name, _, place = part.partition(",")
        source = next((each for each in self.sources if each.id == name.strip()), None)
        if source is None:
            return part
        words = source.title + (f", {place.strip()}" if place.strip() else "")
        return f"{words} <{source.url}>" if source.url else words

    def clock(self, layer: Layer) -> ZoneInfo:
        """Return the zone that the times of LAYER are in."""
        return ZoneInfo(layer.zone or self.zone)
