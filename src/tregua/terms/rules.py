"""What the terms say may, may not and must be done, and which rule goes first."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from tregua.authored import Authored
from tregua.terms.scope import Contested, Forked, Id, LocalInstant, Suspension, Term, Words, check_forward
from tregua.terms.zone import ZoneName
from tregua.vocabulary.acts import Conduct

__all__ = ["Clause", "Element", "Hours", "Rank", "Rule", "Showing", "TargetKind", "TruceRank", "Unregulated"]

Rule = Literal["prohibits", "permits", "obliges"]
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00")


def _of_the_day(clock: str) -> str:
    if not _CLOCK.fullmatch(clock):
        raise ValueError(f"no hour of the day is {clock!r}; give it in quotation marks, from '00:00' to '24:00'")
    return clock


Clock = Annotated[str, AfterValidator(_of_the_day)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
TargetKind = Literal[
    "civilians", "civilian objects", "medical", "aid", "infrastructure", "settlement", "military", "police", "monitors",
    "peacekeepers", "detainees",
]  # fmt: skip


class Hours(Authored):
    """Hours of the day in which a clause holds.

    Attributes:
        since: first local time, e.g. ``08:00``.
        until: first local time after it; before ``since`` it is on the next day; ``24:00`` ends the day.
        weekdays: days of the week on which they begin; empty for every day.
        dates: days on which they begin; empty for every day.
    """

    since: Clock = Field(alias="from")
    until: Clock
    weekdays: tuple[Weekday, ...] = ()
    dates: tuple[dt.date, ...] = ()

    @model_validator(mode="after")
    def _some_time(self) -> Self:
        if self.since in {self.until, "24:00"}:
            raise ValueError("these hours are empty; for the whole day give from 00:00 until 24:00")
        return self


class Showing(Authored):
    """Facts of an event that show something. All that are given must be there; of a list, one.

    Attributes:
        acts: what was done.
        weapons: words for the weapons.
        objects: kinds of target.
        answers: whether the act answered an earlier one.
        answers_to: words of what it answered.
        justifications: words of how those who did it, or others, justify it.
    """

    acts: tuple[Conduct, ...] = ()
    weapons: tuple[Words, ...] = ()
    objects: tuple[TargetKind, ...] = ()
    answers: bool | None = None
    answers_to: tuple[Words, ...] = ()
    justifications: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self == Showing.model_construct():
            raise ValueError("name a fact that shows it")
        return self


class Element(Authored):
    """A fact that must be there beside the act: that it was offensive, unprovoked, ordered, beyond need.

    Attributes:
        fact: the fact, as one would ask for it after "whether".
        shown_by: what shows it; one is enough.
        refuted_by: what shows the contrary, where it is sure that nothing shows it.
        presumed: the answer where it is sure that nothing shows either; null to ask for the fact.
    """

    fact: Words
    shown_by: tuple[Showing, ...] = ()
    refuted_by: tuple[Showing, ...] = ()
    presumed: bool | None = None


class Clause(Forked):
    """One rule.

    Attributes:
        id: short name.
        rule: ``prohibits``; ``permits``; ``obliges`` (the acts are those that fail the duty).
        acts: what it speaks of.
        by: side ids or actor ids it speaks to; empty for every side.
        prevents: actor or side ids, or ``anyone``, whose acts fail the duty of those in ``by``, bound or not.
        against: side ids, ``opposing``, ``exempt``, ``civilians`` or actor ids; empty when the target does not matter.
        objects: kinds of target it is limited to; empty for any.
        weapons: words for the weapons it is limited to; empty for any.
        calibre_from: smallest calibre in millimetres it is limited to, None for any.
        elements: what must be there beside the act.
        defence: the act is allowed only as an answer that must be shown (self-defence); never presumed.
        since: first local instant at which it holds, None for as long as the terms do.
        until: first local instant at which it no longer holds, None likewise.
        zone: zone of the clock of these times, "" for the truce's.
        declared: day on which it was made known, None for with the truce; before it, nobody could know of it.
        layers: ids of the layers it belongs to; empty for all.
        areas: ids of areas it is limited to; empty for all.
        hours: hours of the day it is limited to; empty for all.
        suspended: stretches in which it did not hold.
        contested: stretches in which it is open whether it held.
        arguable: why it is open whether the clause reaches this far; "" when it plainly does.
        text: what it says, in our own words.
    """

    id: Id
    rule: Rule
    acts: tuple[Conduct, ...] = Field(min_length=1)
    by: tuple[Id, ...] = ()
    prevents: tuple[Id, ...] = ()
    against: tuple[Id, ...] = ()
    objects: tuple[TargetKind, ...] = ()
    weapons: tuple[Words, ...] = ()
    calibre_from: float | None = Field(default=None, gt=0, le=2_000)
    elements: tuple[Element, ...] = ()
    defence: bool = False
    since: LocalInstant | None = Field(default=None, alias="from")
    until: LocalInstant | None = None
    zone: ZoneName | Literal[""] = ""
    declared: dt.date | None = None
    layers: tuple[Id, ...] = ()
    areas: tuple[Id, ...] = ()
    hours: tuple[Hours, ...] = ()
    suspended: tuple[Suspension, ...] = ()
    contested: tuple[Contested, ...] = ()
    arguable: str = ""
    text: Words

    @model_validator(mode="after")
    def _sound(self) -> Self:
        """Refuse a window that ends before it starts, and what only some rules can have."""
        check_forward(self.since, self.until)
        if self.prevents and self.rule != "obliges":
            raise ValueError("only a clause that obliges can have 'prevents'")
        if self.readings and not self.arguable:
            raise ValueError("'readings' answer a question; give it in 'arguable'")
        return self


class Unregulated(Term):
    """Acts the terms say nothing of.

    Attributes:
        acts: which.
        why: in our own words.
    """

    acts: tuple[Conduct, ...] = Field(min_length=1)
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
