"""Entries of a list that somebody brings: what they are called, when they are, and where."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tregua.vocabulary.endings import bases
from tregua.vocabulary.folding import fold
from tregua.vocabulary.name_index import Found, NameIndex, Spelling
from tregua.vocabulary.place_names import KINDS, are_opposite, bare_name, end_alike, joined, kind_words, written_so
from tregua.vocabulary.place_words import place_meanings, place_words, readings
from tregua.vocabulary.places import PlacePrecision, locates
from tregua.vocabulary.sounds import script_of, skeleton
from tregua.vocabulary.spelt import SpeltIndex, SpeltName
from tregua.vocabulary.surroundings import Point, Surroundings, kilometres

__all__ = ["Listed", "ListedNames", "Point", "Sought", "kilometres"]

_AROUND = 50.0
_SAME, _NAMESAKES = 1.0, 10.0
_LESS_SITE = 0.05
_BY_SPELLING = frozenset({"spelt", "site"})
_AS_NEAR, _ENDING, _LESS_SURE = 0.015, 0.03, 0.05
_BY_SIZE = ("province", "district")
_UNITS = frozenset(_BY_SIZE)
_SETTLED = frozenset({"city", "village"})
_SUBURB = "suburb"
_TOWN, _QUARTERS = 8.0, 3
_SHORT = 4
_CODE = 3
_PRINTED_ALIKE = 0.945
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
        kind: what kind of place, "" when not known or no place.
    """

    id: str
    names: tuple[str, ...]
    since: dt.date | None = None
    until: dt.date | None = None
    admin1: str = ""
    country: str = ""
    point: Point | None = None
    kind: str = ""

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
        self._known: dict[str, frozenset[str]] = {}
        admins = sorted({entry.admin1 for entry in self._entries.values()} - {""})
        self._admins = SpeltIndex((admin, bare_name(admin)) for admin in admins)
        self._printed = {f" {fold(bare_name(admin))} ": admin for admin in admins}
        self._index = NameIndex(
            Spelling(entry.id, form)
            for entry in self._entries.values()
            for name in entry.names
            for form in self._every_form(name)
        )

    def get(self, entry: str) -> Listed:
        """Return the entry with that id."""
        return self._entries[entry]

    def precision(self, sought: Sought, found: Found) -> PlacePrecision:
        """Return how exactly the place FOUND locates what is said to be at the place SOUGHT.

        No nearer than its province where its point is doubtful. What only some of its names call a district is, unless
        the district is sought, the place that it is called by: the point is at that place or near it.
        """
        entry, kinds = self._entries[found.entry], self._kinds(found.entry)
        said = self._said(sought.text, entry)
        units = [kind for kind in _BY_SIZE if any(kind in each for each in kinds)]
        whole = [kind for kind in units if kind in said or all(kind in each for each in kinds)]
        printed = found.rule == "exact" and fold(sought.text) in map(fold, entry.names)
        exactly = locates(entry.kind or next(iter(whole), ""), frozenset() if printed else said, found.rule)
        doubtful = self._is_doubtful(entry, self._provinces(sought.around))
        least = PlacePrecision.PROVINCE if doubtful else PlacePrecision.NEAR if units else exactly
        return max(exactly, least)

    def _said(self, text: str, entry: Listed) -> frozenset[str]:
        """Return what TEXT says of ENTRY: a place that is called a suburb is one, but a chief town, which has some."""
        says, suburb = (
            place_words(text).says,
            any(place_meanings().part(word) == _SUBURB for word in fold(text).split()),
        )
        return says - {"country"} if suburb and entry.point != self._seats.get(entry.admin1) else says

    def _is_doubtful(self, entry: Listed, stated: Collection[str]) -> bool:
        """Tell whether the point of ENTRY may be another one's.

        The list has another name at it, it lies in another province, or the entry is listed in none of those STATED.
        """
        if entry.point is None:
            return False
        names = {skeleton(joined(self._entries[one].names[0])) for one in self._at[entry.point]}
        astray = entry.admin1 not in self._lies_in(entry.id) or bool(
            stated and entry.admin1 and entry.admin1 not in stated
        )
        return len(names) > 1 or astray

    @cached_property
    def _at(self) -> Mapping[Point | None, Sequence[str]]:
        """The entries by their points."""
        held: dict[Point | None, list[str]] = defaultdict(list)
        for entry in self._entries.values():
            held[entry.point].append(entry.id)
        return held

    def find(self, sought: Sought) -> tuple[Found, ...]:
        """Return the entries that SOUGHT may mean, best first; where its province is listed, those in it alone."""
        provinces = self._provinces(sought.around)
        stated = bool(provinces) or any("province" in place_words(text).says for text in sought.around)
        for way, form in self._ways(sought.text):
            found = [one for one in way(form) if self._fits(self._entries[one.entry], sought)]
            if stated:
                found = self._inside(found, provinces)
            else:
                found = [one for one in found if one.score >= _ANYWHERE or one.rule not in _BY_SPELLING]
            if found:
                return tuple(self._apart(self._of_kind(self._near(found, sought.point), sought.text)))
        return ()

    def _ways(self, text: str) -> Iterator[tuple[Callable[[str], Iterable[Found]], str]]:
        """Give the ways to look TEXT up, each with a form of it, the surest first."""
        if not self._places:
            yield self._index.match, text
            return
        whole, bare = self._forms(text)
        yield from ((self._index.printed, form) for form in whole)
        alone = [base for form in bare for base in bases(form)]
        yield from ((self._index.printed, form) for form in alone)
        yield from ((self._named, form) for form in (*bare, *whole, *alone))
        yield from ((self._less_site, form) for form in (*bare, *whole))

    def _inside(self, found: Sequence[Found], provinces: Collection[str]) -> list[Found]:
        """Return those of FOUND that are listed in PROVINCES and lie there.

        Where there are none, those that are listed in none; then those that lie among places of PROVINCES; then those
        listed there whose point says otherwise.
        """
        where = [(one, self._entries[one.entry].admin1, self._lies_in(one.entry)) for one in found]
        own = [(one, listed in lies) for one, listed, lies in where if listed in provinces]
        anywhere = [one for one, listed, _ in where if not listed]
        beside = [one for one, _, lies in where if one.rule not in _BY_SPELLING and not lies.isdisjoint(provinces)]
        best = max((one.score for one in (*(one for one, _ in own), *anywhere, *beside)), default=0.0) - _LESS_SURE
        astray = [one for one, lies in own if not lies]
        for some in ([one for one, lies in own if lies], anywhere, beside, astray):
            if kept := [one for one in some if one.score >= best]:
                as_near = max(one.score for one in kept) - _AS_NEAR
                return kept if some is astray else kept + [one for one in astray if one.score > as_near]
        return []

    def _of_kind(self, found: list[Found], text: str) -> list[Found]:
        """Return those of FOUND, as near as the best, that are of the kind TEXT says, else those that are no units."""
        said = place_words(text).says & KINDS
        best = [(one, self._kinds(one.entry)) for one in found if one.score >= found[0].score - _AS_NEAR]
        so = [one for one, kinds in best if said in kinds]
        settled = [one for one, kinds in best if not said & _UNITS and not any(each & _UNITS for each in kinds)]
        return self._called_so(so or settled or found, text)

    def _called_so(self, found: list[Found], text: str) -> list[Found]:
        """Return those of several FOUND whose word of kind is the very one of TEXT, in whichever script, else all.

        A district and its chief part bear one name: «ناحية القامشلي» is "Qamishli nahiyah", not "Qamishli mantiqah".
        """
        said = kind_words(text) if len(found) > 1 else frozenset()
        so = [one for one in found if said and any(kind_words(name) == said for name in self._entries[one.entry].names)]
        return so or found

    def _kinds(self, entry: str) -> list[frozenset[str]]:
        """Return what each name of ENTRY says of its kind."""
        return [place_words(name).says & KINDS for name in self._entries[entry].names]

    def _lies_in(self, entry: str) -> frozenset[str]:
        place = self._entries[entry]
        if place.point is None or not place.admin1:
            return frozenset({place.admin1})
        return self._surroundings.provinces(place.point, place.admin1)

    @cached_property
    def _surroundings(self) -> Surroundings:
        return Surroundings((entry.point, entry.admin1) for entry in self._entries.values() if entry.point)

    @cached_property
    def _spelt(self) -> SpeltIndex:
        return SpeltIndex(
            (entry.id, form)
            for entry in self._entries.values()
            for form in dict.fromkeys(form for name in entry.names for form in self._every_form(name))
        )

    def _named(self, form: str) -> Sequence[Found]:
        """Return the entries that FORM names, best first: as printed, or as it is spelt, in whichever script."""
        sure = {one.entry: one for one in self._sure(form)}
        if exact := [one for one in sure.values() if one.rule == "exact"]:
            return exact
        nearly = {one.entry: one for one in _ranked(self._spelt.find(form), "spelt") if self._ends_so(form, one.entry)}
        found = [
            replace(one, score=nearly[one.entry].score) if one.entry in nearly else one for one in sure.values()
        ] + [one for one in nearly.values() if one.entry not in sure]
        found = [one for one in found if self._spelt.is_printed_so(bare_name(form), one.entry)]
        lowered = [one if end_alike(form, one.text) else replace(one, score=one.score - _ENDING) for one in found]
        return sorted(lowered, key=lambda one: (-one.score, one.entry))

    def _less_site(self, form: str) -> Sequence[Found]:
        """Return the entries that are FORM but for what stands there: the crossing at a village, the road of one."""
        return _ranked(self._spelt.find_without_site(form), "site", _LESS_SITE)

    def _sure(self, form: str) -> Iterator[Found]:
        """Give what FORM is found as; a place only by all of its name, printed nearly so or in another script.

        Villages with like names are many, and most of them stand in no list: what is like another by half is none.
        """
        for one in self._index.match(form):
            sure = one.score >= _PRINTED_ALIKE or written_so(form, one.text)
            alike = self._ends_so(form, one.entry) and self._spelt.is_native(form, one.entry, one.text)
            if one.rule == "exact" or (sure and alike):
                yield one

    def _ends_so(self, form: str, entry: str) -> bool:
        """Tell whether FORM, if short, ends in a vowel or not as ENTRY does in the same script ("Kokab", "Koukaba")."""
        if len(skeleton(joined(form))) > _SHORT:
            return True
        names = [name.rsplit(":", 1)[-1] for name in self._entries[entry].names]
        native = [name for name in names if script_of(joined(name)) == script_of(joined(form))]
        return not native or any(end_alike(name, form) for name in native)

    def _near(self, found: list[Found], point: Point | None) -> list[Found]:
        """Return those of FOUND that lie around POINT; all of them where none does."""
        return [one for one in found if self._close(one, point, _AROUND)] or found

    def _apart(self, found: list[Found]) -> Iterator[Found]:
        """Give FOUND, but of entries for one place the best alone: of one point, or of one name as near as that."""
        given: list[tuple[Point, str]] = []
        for one in found:
            name = skeleton(joined(one.text))
            if not any(self._close(one, point, _NAMESAKES if name == other else _SAME) for point, other in given):
                yield one
                given += [(point, name)] if (point := self._entries[one.entry].point) else []

    def _close(self, found: Found, point: Point | None, limit: float) -> bool:
        here = self._entries[found.entry].point
        return here is not None and point is not None and kilometres(here, point) <= limit

    def _forms(self, text: str) -> tuple[Sequence[str], Sequence[str]]:
        """Return the names that the printed place TEXT may hold, and, unless a province is meant, the bare ones."""
        narrow = text.rsplit(":", 1)[-1].strip()
        held = self._held(narrow, narrow)
        whole = tuple(dict.fromkeys((text, *held)))
        if "province" in place_words(narrow).says:
            return whole, ()
        parted = [place_words(one) for one in (*held, *self._held(narrow.split(",")[0], narrow)[-1:])]
        bare = dict.fromkeys(form for words in parted for form in (words.sided, words.name) if form)
        return whole, tuple(bare)

    def _held(self, text: str, narrow: str) -> tuple[str, ...]:
        """Return the names that TEXT, part of the place NARROW, holds; a province in brackets says where it lies."""
        return tuple(one for one in readings(text) if f"({one})" not in narrow or not self._province(one))

    def _every_form(self, text: str) -> Iterable[str]:
        return dict.fromkeys(form for forms in self._forms(text) for form in forms) if self._places else (text,)

    def _fits(self, entry: Listed, sought: Sought) -> bool:
        said, own = fold(sought.country), fold(entry.country)
        comparable = said and own and (len(said) <= _CODE) == (len(own) <= _CODE)
        if not entry.exists(sought.on) or (comparable and said != own):
            return False
        return not self._places or (
            self._is_of_kind(entry, sought.text) and not are_opposite(sought.text, " ".join(entry.names))
        )

    def _is_of_kind(self, entry: Listed, text: str) -> bool:
        """Tell whether ENTRY may be of the kind that TEXT says: no quarter of a town is called a village."""
        said = place_words(text).says
        if said.isdisjoint(_SETTLED) or "place" in said:
            return True
        kinds = frozenset().union(*self._kinds(entry.id))
        called = "place" in kinds and kinds.isdisjoint(_SETTLED)
        return not called and not ("village" in said and self._is_quarter(entry))

    def _is_quarter(self, entry: Listed) -> bool:
        """Tell whether ENTRY is one of many points in the chief town of its province, by their number and distance."""
        if entry.point is None or (seat := self._seats.get(entry.admin1)) in (None, entry.point):
            return False
        return kilometres(entry.point, seat) <= _TOWN and self._surroundings.many(entry.point) > _QUARTERS

    @cached_property
    def _seats(self) -> Mapping[str, Point]:
        """The points of places that are called as their provinces."""
        return {
            entry.admin1: entry.point
            for entry in self._entries.values()
            if entry.point and entry.admin1 and any(fold(entry.admin1) in self._forms(each)[1] for each in entry.names)
        }

    def _provinces(self, around: Sequence[str]) -> frozenset[str]:
        """Return the provinces of the list that the texts AROUND are, or else name."""
        exact = frozenset(province for text in around for province in self._said_by(text))
        words = [f" {fold(text)} " for text in around]
        return exact or frozenset(admin for name, admin in self._printed.items() if any(name in text for text in words))

    def _said_by(self, text: str) -> frozenset[str]:
        """Return the provinces that TEXT is; remembered, for many names are looked for in one province."""
        if text not in self._known:
            self._known[text] = frozenset(self._province(text) or self._of_seat(text))
        return self._known[text]

    def _of_seat(self, text: str) -> set[str]:
        """Return the province that a place of the name of TEXT is listed in: lists call provinces by other names."""
        if not self._places or "province" not in place_words(text).says:
            return set()
        found = {self._entries[one.entry].admin1 for one in self._sure(bare_name(text))}
        return found if len(found) == 1 else set()

    def _province(self, text: str) -> set[str]:
        """Return the provinces that TEXT is, as it is spelt nearest; the countryside of a city has the city's name."""
        found = list(self._admins.find(bare_name(text)))
        nearest = max((near for _, near in found), default=0.0)
        return {spelt.entry for spelt, near in found if near >= nearest}


def _ranked(found: Iterable[tuple[SpeltName, float]], rule: str, less: float = 0.0) -> list[Found]:
    """Return FOUND by RULE, each entry once, best first, their likeness lowered by LESS."""
    best: dict[str, Found] = {}
    for spelt, near in sorted(found, key=lambda each: (-each[1], each[0].entry)):
        best.setdefault(spelt.entry, Found(spelt.entry, near - less, rule, spelt.text))
    return list(best.values())
