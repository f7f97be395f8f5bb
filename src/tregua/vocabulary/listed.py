"""Entries of a list that somebody brings: what they are called, when they are, and where."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tregua.vocabulary.folding import fold
from tregua.vocabulary.letters import apart
from tregua.vocabulary.meanings import SIDES, meanings
from tregua.vocabulary.name_index import Found, NameIndex, Spelling
from tregua.vocabulary.place_words import place_words
from tregua.vocabulary.spelt import SpeltIndex

__all__ = ["Listed", "ListedNames", "Point", "Sought", "kilometres"]

Point = tuple[float, float]

_AROUND = 50.0
_SAME = 1.0
_KM_PER_DEGREE = 111.2
_CODE = 3
_PRINTED_ALIKE = 0.945
_WRITTEN_SO = 0.1
_ANYWHERE = 0.93


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One entry of a list.

    Attributes:
        id: its id.
        names: its names as printed, the first its main one.
        since: first day it exists, None when not known.
        until: last day, None likewise.
        admin1: province it lies in, "" when not known or no place.
        country: country likewise, as the list writes it.
        point: latitude and longitude in degrees, None when not known or no place.
    """

    id: str
    names: tuple[str, ...]
    since: dt.date | None = None
    until: dt.date | None = None
    admin1: str = ""
    country: str = ""
    point: Point | None = None

    def exists(self, on: dt.date | None) -> bool:
        """Tell whether it exists on the day ON; on any day when None."""
        return on is None or ((self.since is None or self.since <= on) and (self.until is None or on <= self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A name that is looked for.

    Attributes:
        text: as printed.
        on: day it is spoken of, None when not known.
        around: provinces or sentences printed with it.
        country: country it is in, "" when not known.
        point: latitude and longitude that it lies near, in degrees, None when not known.
    """

    text: str
    on: dt.date | None = None
    around: tuple[str, ...] = ()
    country: str = ""
    point: Point | None = None


class ListedNames:
    """The entries of a list by their names."""

    def __init__(self, entries: Sequence[Listed], *, places: bool) -> None:
        """Index ENTRIES; names of PLACES are also known without the province before them and words of kind."""
        self._entries: Mapping[str, Listed] = {entry.id: entry for entry in entries}
        self._places = places
        self._index = NameIndex(
            Spelling(entry.id, form)
            for entry in self._entries.values()
            for name in entry.names
            for form in self._forms(name)
        )
        admins = sorted({entry.admin1 for entry in self._entries.values()} - {""})
        self._admins = SpeltIndex((admin, _bare(admin)) for admin in admins)
        self._printed = {f" {fold(_bare(admin))} ": admin for admin in admins}

    def get(self, entry: str) -> Listed:
        """Return the entry with that id."""
        return self._entries[entry]

    def find(self, sought: Sought) -> tuple[Found, ...]:
        """Return the entries that SOUGHT may mean, best first; where its province is listed, those in it alone."""
        provinces = self._provinces(sought.around)
        stated = bool(provinces) or any("province" in place_words(text).says for text in sought.around)
        for way in (self._sure, self._nearly) if self._places else (self._index.match,):
            for form in self._forms(sought.text):
                found = [one for one in way(form) if self._fits(self._entries[one.entry], sought)]
                inside = [one for one in found if not stated or self._entries[one.entry].admin1 in {*provinces, ""}]
                if way == self._nearly and not provinces:
                    inside = [one for one in inside if one.score >= _ANYWHERE]
                if inside:
                    return tuple(self._apart(self._near(inside, sought.point)))
        return ()

    @cached_property
    def _spelt(self) -> SpeltIndex:
        return SpeltIndex((entry.id, self._forms(name)[-1]) for entry in self._entries.values() for name in entry.names)

    def _nearly(self, form: str) -> Sequence[Found]:
        """Return the entries that are spelt nearly as FORM, best first, each once."""
        best: dict[str, Found] = {}
        for spelt, near in sorted(self._spelt.find(form), key=lambda each: (-each[1], each[0].entry)):
            best.setdefault(spelt.entry, Found(spelt.entry, near, "spelt", spelt.text))
        return list(best.values())

    def _sure(self, form: str) -> Iterator[Found]:
        """Give what FORM is found as; a place only by all of its name, printed nearly so or in another script.

        Villages with like names are many, and most of them stand in no list: what is like another by half is none.
        """
        for one in self._index.match(form):
            sure = one.score >= _PRINTED_ALIKE or _written_so(form, one.text)
            if sure and (one.rule == "exact" or self._spelt.is_native(form, one.entry, one.text)):
                yield one

    def _near(self, found: list[Found], point: Point | None) -> list[Found]:
        """Return those of FOUND that lie around POINT; all of them where none does."""
        return [one for one in found if self._close(one, point, _AROUND)] or found

    def _apart(self, found: list[Found]) -> Iterator[Found]:
        """Give FOUND, but of entries that stand for one point the best alone: they are one place listed twice."""
        points: list[Point] = []
        for one in found:
            if not any(self._close(one, point, _SAME) for point in points):
                yield one
                points += [point] if (point := self._entries[one.entry].point) else []

    def _close(self, found: Found, point: Point | None, limit: float) -> bool:
        here = self._entries[found.entry].point
        return here is not None and point is not None and kilometres(here, point) <= limit

    def _forms(self, text: str) -> tuple[str, ...]:
        """Return TEXT; of a place also the part after a colon, and, unless a province is meant, its bare name."""
        if not self._places:
            return (text,)
        narrow = text.rsplit(":", 1)[-1].strip()
        whole = "province" in place_words(narrow).says
        parts = (text, narrow) if whole else (text, narrow, _bare(narrow), _bare(narrow.split(",")[0]))
        return tuple(dict.fromkeys(part for part in parts if part))

    def _fits(self, entry: Listed, sought: Sought) -> bool:
        said, own = fold(sought.country), fold(entry.country)
        comparable = said and own and (len(said) <= _CODE) == (len(own) <= _CODE)
        if not entry.exists(sought.on) or (comparable and said != own):
            return False
        return not self._places or not _are_opposite(_sides(sought.text), _sides(" ".join(entry.names)))

    def _provinces(self, around: Sequence[str]) -> frozenset[str]:
        """Return the provinces of the list that the texts AROUND are, or else name."""
        exact = {province for text in around for province in self._province(text)}
        words = [f" {fold(text)} " for text in around]
        return frozenset(
            exact or {admin for name, admin in self._printed.items() if any(name in text for text in words)}
        )

    def _province(self, text: str) -> set[str]:
        """Return the provinces that TEXT is, as it is spelt nearest; the countryside of a city has the city's name."""
        found = list(self._admins.find(_bare(text)))
        nearest = max((near for _, near in found), default=0.0)
        return {spelt.entry for spelt, near in found if near >= nearest}


def _bare(text: str) -> str:
    return place_words(text).name or text


def _sides(text: str) -> set[str]:
    """Return the sides that TEXT names: "Western Ghouta" is not the eastern one."""
    return {meaning for word in fold(text).split() if (meaning := meanings().printed(word)) in SIDES}


def _are_opposite(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _written_so(one: str, other: str) -> bool:
    """Tell whether two names in different scripts are letter by letter each other's, an Arabic article aside."""
    latin, foreign = sorted((_joined(one), _joined(other)), key=str.isascii, reverse=True)
    across = latin.isascii() and not foreign.isascii()
    return across and min(apart(foreign, latin), apart(foreign.removeprefix("ال"), latin)) <= _WRITTEN_SO


def _joined(text: str) -> str:
    return _bare(text).replace(" ", "")


def kilometres(one: Point, other: Point) -> float:
    """Return how far two points are apart, on a plane that is true for short ways."""
    north = one[0] - other[0]
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(north, east) * _KM_PER_DEGREE
