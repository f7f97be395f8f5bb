"""The file that makes a folder a case: ``case.yaml``."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from tregua.authored import Authored
from tregua.terms.annotators import AnnotatorChoice
from tregua.terms.zone import ZoneName

__all__ = ["CaseFile", "StoreChoice"]

LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
GazetteerName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=40)]
TruceId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]


class StoreChoice(Authored):
    """Where the case's ledger is kept.

    Attributes:
        kind: the kind of store; ``sqlite`` is one file and needs no server.
        path: the ledger's file, relative to the case folder and inside it.
    """

    kind: Literal["sqlite"] = "sqlite"
    path: str = Field(default="ledger.db", min_length=1, max_length=400)

    @field_validator("path")
    @classmethod
    def _stay_inside(cls, path: str) -> str:
        """Refuse a path that leaves the case folder: a case may come from somebody else."""
        posix, windows = PurePosixPath(path), PureWindowsPath(path)
        if posix.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
            raise ValueError("the ledger must lie inside the case folder: give a path relative to it, without '..'")
        return path


class CaseFile(Authored):
    """What a case is about and how it is kept.

    Attributes:
        title: the name that reports print, e.g. ``Syria, spring 2016``.
        zone: the IANA time zone in which the case's days begin and end, e.g. ``Asia/Damascus``.
        languages: ISO 639-1 codes of the languages to read claims in; documents in others are kept, not read.
        truces: ids of the truces that incidents are held against: those that ship with Tregua, or folders of
            the case's own ``truces/``.
        packs: countries (ISO 3166-1 alpha-2) whose actors, sources or places ship with Tregua and are used; the
            case's own files add to them and go before them.
        gazetteers: lists of places that ``tregua gazetteer add`` has kept on this machine, e.g. ``SY``; they are asked
            for places that the case and its packs do not know.
        area: the country (ISO 3166-1 alpha-2) or registry place the case is about, for maps and for names that
            several places share; "" when it is not limited.
        store: where the ledger is kept.
        annotators: second readers beside the grammar; there are none unless named here.
    """

    title: str = Field(min_length=1, max_length=200)
    zone: ZoneName = "UTC"
    languages: tuple[LanguageCode, ...] = ("en",)
    truces: tuple[TruceId, ...]
    packs: tuple[CountryCode, ...] = ()
    gazetteers: tuple[GazetteerName, ...] = ()
    area: str = Field(default="", max_length=80)
    store: StoreChoice = StoreChoice()
    annotators: AnnotatorChoice | None = None

    @model_validator(mode="after")
    def _name_once(self) -> Self:
        """Refuse a language or truce named twice: incidents would be counted twice."""
        for key, values in (("languages", self.languages), ("truces", self.truces)):
            repeated = sorted({value for value in values if values.count(value) > 1})
            if repeated:
                raise ValueError(f"{key} names {', '.join(map(repr, repeated))} twice")
        return self
