"""Who is under the terms: sides and their members, those who stand beside them, those left out, and who says what."""

from __future__ import annotations

import datetime as dt
from typing import Literal, Self

from pydantic import Field, model_validator

from tregua.terms.scope import Forked, Id, Suspension, Term, Words, check_days
from tregua.vocabulary.actors import ActorType

__all__ = [
    "ANYONE", "CIVILIANS", "EXEMPT", "OPPOSING", "Exemption", "Label", "Manner", "Member", "MemberRole", "Role", "Side",
    "Unlisted", "Withdrawal",
]  # fmt: skip

EXEMPT = "exempt"
"""Stands beside the sides in ``against`` and ``means``: whoever the terms leave out."""

CIVILIANS = "civilians"
"""Stands beside the sides in ``against`` and ``means``: people and objects that are no fighting force."""

OPPOSING = "opposing"
"""Stands beside the sides in ``against``: whichever sides the actor is not on."""

ANYONE = "anyone"
"""Stands beside sides and sources in ``said_by``: words that mean the same whoever says them."""

MemberRole = Literal["signatory", "adherent", "ally", "under command", "addressee"]
Effect = Literal["end", "stand", "open"]
Manner = Literal["", "one-sided", "conditional", "by order", "through another"]


class Member(Forked):
    """One actor of a side.

    Attributes:
        actor: its registry id.
        bound: whether it took the terms on; null where the sources leave it open.
        since: first day, None when it holds from the start.
        until: last day, None when not ended.
        how: how it is bound; where ``bound`` is null, the fact that would decide it.
        role: in what quality it is bound.
        manner: in what way its duty differs from the other side's: ``one-sided`` (it bound itself alone),
            ``conditional`` (it is owed only while the other keeps to it: then ``bound`` is null), ``by order`` of its
            own command, ``through another`` party; "" when in no way.
        may_also_be: other sides, or ``exempt``, that some of its fighters belong to.
    """

    actor: Id
    bound: bool | None
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    how: Words
    role: MemberRole = "signatory"
    manner: Manner = ""
    may_also_be: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _forward(self) -> Self:
        check_days(self.since, self.until)
        return self


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


class Withdrawal(Suspension, Forked):
    """A step by which one side, or members of it, left the terms or suspended its part, whatever the other side did.

    Attributes:
        by: ids of the sides that took it, or of the members that took it alone.
        what: the step.
        layers: ids of the layers whose clauses it is about; empty for all of the terms.
        own: what became of the duties of those who took it: they ``end``, they ``stand`` (the text lets nobody leave
            so), or it is ``open``.
        others: what became of the duties of the other sides, likewise.
    """

    by: tuple[Id, ...] = Field(min_length=1)
    what: Literal["withdrawal", "suspension"]
    layers: tuple[Id, ...] = ()
    own: Effect = "end"
    others: Effect


class Role(Term):
    """Somebody with a part in the truce who is on no side of it, and whom its clauses do not bind.

    Attributes:
        actor: its registry id.
        role: the part.
        since: first day, None when from the start.
        until: last day, None when not ended.
        how: what it took on, in our own words.
    """

    actor: Id
    role: Literal["guarantor", "mediator", "monitor", "facilitator", "host", "witness", "supporter"]
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    how: Words

    @model_validator(mode="after")
    def _forward(self) -> Self:
        check_days(self.since, self.until)
        return self


class Exemption(Forked):
    """Whoever the terms leave out: an actor by name, or all that an authority lists.

    Attributes:
        id: short name.
        actor: registry id, "" when by listing.
        listed_by: registry id of the authority, whose listing the registry gives as an affiliation ``listed_by``.
        since: first day, None when from the start.
        until: last day, None when not ended.
        contested: why it is open whether it is left out; "" when it plainly is.
        why: in our own words.
    """

    id: Id
    actor: Id | Literal[""] = ""
    listed_by: Id | Literal[""] = ""
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    contested: str = ""
    why: Words

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if bool(self.actor) == bool(self.listed_by):
            raise ValueError("give either 'actor' or 'listed_by'")
        check_days(self.since, self.until)
        return self


class Unlisted(Forked):
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
