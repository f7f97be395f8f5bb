"""When and where terms apply, and where it is written that they do."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from tregua.authored import Authored
from tregua.terms.shapes import Buffer, Geometry
from tregua.terms.zone import ZoneName

__all__ = [
    "Area", "Citation", "Contested", "Country", "Extent", "Forked", "Id", "Layer", "LocalInstant", "OpenExtent",
    "Reading", "Suspension", "Term", "Words", "check_days", "check_forward",
]  # fmt: skip

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
Words = Annotated[str, Field(min_length=1, max_length=2_000)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


def _local(value: object) -> object:
    """Refuse an instant without an hour or with a zone of its own; the truce's zone says whose hour it is."""
    if not isinstance(value, str) or "T" not in value:
        raise ValueError("give day and hour, e.g. '2016-02-27T00:00'")
    try:
        instant = dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"there is no such day or hour ({error}); write it as '2016-02-27T00:00'") from error
    if instant.tzinfo is not None:
        raise ValueError("give the local time alone; its zone stands in 'zone'")
    return value


LocalInstant = Annotated[dt.datetime, BeforeValidator(_local)]
"""Day and hour without a zone, e.g. ``2016-02-27T00:00``; whose clock it is stands beside it."""


def check_days(since: dt.date | None, until: dt.date | None) -> None:
    """Raise ``ValueError`` when the day UNTIL comes before SINCE."""
    if since is not None and until is not None and until < since:
        raise ValueError(f"its last day ({until}) comes before its first ({since}); exchange the two, or correct one")


def check_forward(start: dt.datetime | None, end: dt.datetime | None) -> None:
    """Raise ``ValueError`` when END is not after START."""
    if start is not None and end is not None and end <= start:
        raise ValueError(f"it ends ({end}) before it starts ({start}); exchange the two, or correct one")


class Citation(Authored):
    """One document that terms are read from.

    Attributes:
        id: short name, used in ``cite``.
        title: what it is, who issued it and when.
        url: where it can be read, "" when not online.
        read: whether the text itself was read, or an account of it.
    """

    id: Id
    title: Words
    url: str = ""
    read: Literal["text", "account"] = "account"


class Term(Authored):
    """Anything a truce says.

    Attributes:
        cite: where it stands: the id of a source of this file, and after a comma the place in it; several with ``;``.
    """

    cite: Words


class Reading(Term):
    """How somebody reads a point that the terms leave open.

    Attributes:
        by: side or actor id of whoever reads it so.
        text: the reading, in our own words.
    """

    by: Id
    text: Words


class Forked(Term):
    """A term that may be read in more than one way.

    Attributes:
        readings: who reads it how, where that is what leaves it open.
    """

    readings: tuple[Reading, ...] = ()

    def fork(self, question: str) -> str:
        """Return QUESTION with the readings that answer it, for the list of what is missing."""
        said = "; ".join(f"{each.by} reads it so: {each.text.rstrip('.')}" for each in self.readings)
        return f"{question.rstrip('.')} ({said})" if said else question


class Stretch(Term):
    """A stretch of time.

    Attributes:
        start: first local instant.
        end: first local instant after it, None when it has no end.
        why: who says what.
    """

    start: LocalInstant
    end: LocalInstant | None = None
    why: Words

    @model_validator(mode="after")
    def _forward(self) -> Self:
        check_forward(self.start, self.end)
        return self


class Contested(Stretch, Forked):
    """A stretch of time for which the sources disagree, or are silent, on whether the terms were in force."""


class Suspension(Stretch):
    """A stretch of time in which the terms did not hold, though their window was open.

    Attributes:
        declared: day on which it was made known, None for at its start; before it, nobody could know of it.
    """

    declared: dt.date | None = None


class Layer(Term):
    """One window in which the terms are in force in some areas: a first entry, an extension, a local pause.

    Attributes:
        id: short name.
        start: first local instant.
        end: first local instant after it, None when no end was set.
        zone: zone of the clock it was set by, "" for the truce's.
        declared: day on which it was made known; before it, nobody could know of it.
        areas: ids of the areas it covers.
        suspended: stretches in which it was not in force.
        contested: stretches in which its being in force is open.
        text: what was declared, in our own words.
    """

    id: Id
    start: LocalInstant
    end: LocalInstant | None = None
    zone: ZoneName | Literal[""] = ""
    declared: dt.date
    areas: tuple[Id, ...] = Field(min_length=1)
    suspended: tuple[Suspension, ...] = ()
    contested: tuple[Contested, ...] = ()
    text: str = ""

    @model_validator(mode="after")
    def _forward(self) -> Self:
        check_forward(self.start, self.end)
        return self


class Extent(Authored):
    """Ground, by name or outline.

    Attributes:
        countries: ISO 3166-1 alpha-2 codes.
        provinces: ids of provinces in the gazetteer.
        places: ids of places in the gazetteer.
        geometry: its outline.
        buffer: a band along a line.
    """

    countries: tuple[Country, ...] = ()
    provinces: tuple[Id, ...] = ()
    places: tuple[Id, ...] = ()
    geometry: Geometry | None = None
    buffer: Buffer | None = None

    def outlines(self) -> tuple[Geometry | Buffer, ...]:
        """Return its outlines."""
        return tuple(each for each in (self.geometry, self.buffer) if each is not None)

    def named(self) -> bool:
        """Tell whether it names any ground."""
        return bool(self.countries or self.provinces or self.places or self.outlines())


class OpenExtent(Extent, Forked):
    """Ground of which the sources do not say whether it is covered.

    Attributes:
        why: what leaves it open.
    """

    why: Words


class Area(Extent, Term):
    """Where terms apply.

    Attributes:
        id: short name.
        name: as the terms call it.
        excludes: ground inside it that is left out.
        open: ground of which it is not said whether it belongs.
    """

    id: Id
    name: Words
    excludes: Extent = Extent()
    open: tuple[OpenExtent, ...] = ()

    @model_validator(mode="after")
    def _some_ground(self) -> Self:
        if not (self.named() or any(extent.named() for extent in self.open)):
            raise ValueError(
                f"area {self.id!r} has no ground; give countries, provinces, places, a geometry or a buffer,"
                " or 'open' ground where nobody says which"
            )
        return self
