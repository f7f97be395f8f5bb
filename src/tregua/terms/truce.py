"""What a truce file says: dated values, each with the place where it stands.

A truce is one file, ``truce.yaml``. Times in it are local to ``zone`` (or to the layer's own); a term whose point
the sources leave open says so with a reason, and is answered ``undetermined`` rather than guessed.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from tregua.authored import Authored
from tregua.terms.parties import (
    ANYONE,
    CIVILIANS,
    EXEMPT,
    OPPOSING,
    Exemption,
    Label,
    Member,
    Role,
    Side,
    Unlisted,
    Withdrawal,
)
from tregua.terms.rules import Clause, Rank, Rule, TruceRank, Unregulated
from tregua.terms.scope import (
    Area,
    Citation,
    Contested,
    Country,
    Extent,
    Forked,
    Id,
    Layer,
    LocalInstant,
    OpenExtent,
    Suspension,
    Term,
    Words,
)
from tregua.terms.zone import ZoneName

__all__ = [
    "ANYONE", "CIVILIANS", "EXEMPT", "OPPOSING", "Area", "Citation", "Clause", "Contested", "CountryClock", "Event",
    "Exemption", "Extent", "Label", "Layer", "Member", "OpenExtent", "Procedure", "Question", "Rank", "Role", "Rule",
    "Side", "Suspension", "Term", "Truce", "TruceKind", "TruceRank", "Unlisted", "Unregulated",
    "Withdrawal",
]  # fmt: skip

TruceKind = Literal[
    "cessation of hostilities", "ceasefire", "local truce", "humanitarian pause", "regime of calm", "disengagement",
    "de-escalation area", "unilateral ceasefire", "armistice",
]  # fmt: skip
EventKind = Literal[
    "announced", "signed", "adopted", "endorsed", "acceded", "entered into force", "extended", "suspended", "resumed",
    "withdrew", "denounced", "lapsed", "ended", "overtaken", "reaffirmed",
]  # fmt: skip


class CountryClock(Authored):
    """The clock of one country.

    Attributes:
        country: ISO 3166-1 alpha-2 code.
        zone: IANA zone that the hour of an event there is in.
    """

    country: Country
    zone: ZoneName


class Event(Term):
    """One dated step in the life of the truce. What follows from it stands in layers, members and clauses.

    Attributes:
        what: the step.
        day: when, None when at an hour that ``at`` gives.
        at: the local instant.
        by: registry ids of those who took it; empty for all parties.
        text: in our own words.
    """

    what: EventKind
    day: dt.date | None = None
    at: LocalInstant | None = None
    by: tuple[Id, ...] = ()
    text: Words

    @model_validator(mode="after")
    def _one_time(self) -> Self:
        if (self.day is None) is (self.at is None):
            raise ValueError("give 'day', or 'at' where the hour is known")
        return self


class Procedure(Term):
    """How the terms are watched over, and what is to be done about an alleged breach.

    Attributes:
        id: short name.
        kind: what it is for.
        who: registry ids of the bodies in charge.
        hours: within how many hours, None when not said.
        finds: whether its word is to settle that there was a breach.
        text: what is to be done, in our own words.
    """

    id: Id
    kind: Literal["verification", "notification", "investigation", "dispute", "hotline", "sanction", "renewal"]
    who: tuple[Id, ...] = ()
    hours: float | None = Field(default=None, gt=0)
    finds: bool = False
    text: Words


class Question(Forked):
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
        clocks: countries whose hour is another than that of ``zone``.
        adopted: day it was agreed or announced.
        symmetric: whether it binds its two sides alike: exchanging them exchanges the findings and nothing else.
        sources: what the terms are read from.
        history: its dated steps: signature, extension, suspension, withdrawal, end.
        layers: windows in which they are in force.
        areas: where.
        sides: who.
        withdrawals: steps by which one side left the terms or suspended its part.
        roles: who has a part in it on no side: guarantors, mediators, monitors.
        exempt: who is left out.
        unlisted: what to say of an armed actor that no side lists.
        labels: who calls whom what.
        clauses: what is prohibited, permitted and owed.
        unregulated: acts outside the terms.
        rank: which clause goes before which.
        local_over: wider truces that this one lies over.
        procedures: verification, and what is to be done about an alleged breach.
        open: points the text leaves open.
    """

    id: Id
    title: Words
    kind: TruceKind
    summary: str = ""
    zone: ZoneName
    clocks: tuple[CountryClock, ...] = ()
    adopted: dt.date
    symmetric: bool = False
    sources: tuple[Citation, ...] = Field(min_length=1)
    history: tuple[Event, ...] = ()
    layers: tuple[Layer, ...] = Field(min_length=1)
    areas: tuple[Area, ...] = Field(min_length=1)
    sides: tuple[Side, ...] = Field(min_length=1)
    withdrawals: tuple[Withdrawal, ...] = ()
    roles: tuple[Role, ...] = ()
    exempt: tuple[Exemption, ...] = ()
    unlisted: Unlisted | None = None
    labels: tuple[Label, ...] = ()
    clauses: tuple[Clause, ...] = Field(min_length=1)
    unregulated: tuple[Unregulated, ...] = ()
    rank: tuple[Rank, ...] = ()
    local_over: tuple[TruceRank, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    open: tuple[Question, ...] = ()

    def side(self, side: str) -> Side | None:
        """Return the side with that id."""
        return next((each for each in self.sides if each.id == side), None)

    def citation(self, cite: str) -> str:
        """Return CITE with the titles and addresses of its sources written out."""
        found = self._cited.get(cite)
        if found is None:
            found = self._cited[cite] = "; ".join(self._written_out(part.strip()) for part in cite.split(";"))
        return found

    @cached_property
    def _cited(self) -> dict[str, str]:
        """Citations that were written out before; most terms are cited many times."""
        return {}

    def _written_out(self, part: str) -> str:
        name, _, place = part.partition(",")
        source = next((each for each in self.sources if each.id == name.strip()), None)
        if source is None:
            return part
        words = source.title + (f", {place.strip()}" if place.strip() else "")
        return f"{words} <{source.url}>" if source.url else words

    def clock(self, term: Layer | Clause) -> ZoneInfo:
        """Return the zone that the times of TERM are in."""
        return ZoneInfo(term.zone or self.zone)
