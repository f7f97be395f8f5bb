"""When and where terms apply, and where it is written that they do."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from tregua.authored import Authored
from tregua.terms.zone import ZoneName

__all__ = [
    "Area", "Citation", "Contested", "Country", "Extent", "Id", "Layer", "OpenExtent", "Term", "Words",
]  # fmt: skip

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
Words = Annotated[str, Field(min_length=1, max_length=2_000)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


def _local(value: object) -> object:
    """Refuse an instant without an hour or with a zone of its own; the truce's zone says whose hour it is."""
    if not isinstance(value, str) or "T" not in value:
        raise ValueError("give day and hour, e.g. '2016-02-27T00:00'")
    if dt.datetime.fromisoformat(value).tzinfo is not None:
        raise ValueError("give the local time alone; its zone stands in 'zone'")
    return value


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


class Contested(Term):
    """A stretch of time for which the sources disagree, or are silent, on whether the terms were in force.

    Attributes:
        start: first local instant.
        end: first local instant after it, None when it has no end.
        why: who says what.
    """

    start: dt.datetime
    end: dt.datetime | None = None
    why: Words

    @field_validator("start", "end", mode="before")
    @classmethod
    def _local_instant(cls, value: object) -> object:
        return value if value is None else _local(value)


class Layer(Term):
    """One window in which the terms are in force in some areas: a first entry, an extension, a local pause.

    Attributes:
        id: short name.
        start: first local instant.
        end: first local instant after it, None when no end was set.
        zone: zone of the clock it was set by, "" for the truce's.
        declared: day on which it was made known; before it, nobody could know of it.
        areas: ids of the areas it covers.
        contested: stretches in which its being in force is open.
        text: what was declared, in our own words.
    """

    id: Id
    start: dt.datetime
    end: dt.datetime | None = None
    zone: ZoneName | Literal[""] = ""
    declared: dt.date
    areas: tuple[Id, ...] = Field(min_length=1)
    contested: tuple[Contested, ...] = ()
    text: str = ""

    @field_validator("start", "end", mode="before")
    @classmethod
    def _local_instant(cls, value: object) -> object:
        return value if value is None else _local(value)

    @model_validator(mode="after")
    def _forward(self) -> Self:
        stretches: tuple[Layer | Contested, ...] = (self, *self.contested)
        for stretch in stretches:
            if stretch.end is not None and stretch.end <= stretch.start:
                raise ValueError(f"it ends ({stretch.end}) before it starts ({stretch.start})")
        return self


class Extent(Authored):
    """Ground, by name.

    Attributes:
        countries: ISO 3166-1 alpha-2 codes.
        provinces: ids of provinces in the gazetteer.
        places: ids of places in the gazetteer.
    """

    countries: tuple[Country, ...] = ()
    provinces: tuple[Id, ...] = ()
    places: tuple[Id, ...] = ()


class OpenExtent(Extent, Term):
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
