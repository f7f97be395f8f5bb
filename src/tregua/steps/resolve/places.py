"""Places: the name without the words around it, the right one of several, and how exactly it locates."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from tregua.ports import Gazetteer, Match
from tregua.records.claim import PlaceMention
from tregua.steps.resolve.choice import Choice, Decided, choose, decided
from tregua.vocabulary.endings import bases
from tregua.vocabulary.folding import fold
from tregua.vocabulary.listed import kilometres
from tregua.vocabulary.place_words import PlaceWords, nested, place_words
from tregua.vocabulary.places import Place, PlaceKind, PlacePrecision, locates

__all__ = ["PlaceFinder", "Provinces", "provinces_of"]

_KINDS: MappingProxyType[str, frozenset[PlaceKind]] = MappingProxyType(
    {
        "country": frozenset[PlaceKind]({"province"}),
        "province": frozenset[PlaceKind]({"province"}),
        "district": frozenset[PlaceKind]({"district"}),
        "city": frozenset[PlaceKind]({"city", "town"}),
        "village": frozenset[PlaceKind]({"village", "town"}),
    }
)
_WIDE: frozenset[PlaceKind] = frozenset({"province", "district"})
_SMALL: frozenset[PlaceKind] = frozenset({"village", "neighbourhood", "site", "area"})
_AS_IT_STANDS = PlaceWords("", frozenset())
_SURE = 0.945
"""The score of a name printed nearly as it is listed."""
_NEARBY = 40.0
"""Kilometres between places that one sentence names as if a reader knew both."""
_PARTED = re.compile(r"\s*[,،;:]\s*")


@dataclass(frozen=True, slots=True)
class _About:
    """What is said around a place: see :meth:`PlaceFinder.resolve`."""

    within: str
    context: frozenset[str]
    beside: tuple[Place, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """Finds the places of one document.

    Attributes:
        places: the gazetteer.
        by_people: what people identified names as, which goes before.
        area: country (ISO 3166-1 alpha-2) or place that the case is about, "" when it is not limited.
    """

    places: Gazetteer
    by_people: Decided = field(default_factory=dict)
    area: str = ""

    def resolve(
        self, mention: PlaceMention, context: Collection[str], *, wide: bool, beside: Sequence[Place] = ()
    ) -> PlaceMention:
        """Return MENTION resolved.

        Args:
            mention: the place as printed.
            context: ids of provinces that the sentence names; a place in one of them is preferred.
            wide: where a province and its chief town share the name, whether the province is meant (as in counts
                by province) or the town (as in incidents).
            beside: places named with it; of several of one name the only one near them is meant.
        """
        head, tail = _head(mention.text)
        narrow, wide_place = nested(head)
        within = mention.within or tail or wide_place
        words = place_words(narrow)
        about = _About(within=within, context=frozenset(context), beside=tuple(beside), wide=wide)
        ruling = decided(self.by_people, "place", mention.text, self.places)
        choice = ruling or self._choose(head, _AS_IT_STANDS, about)
        whole = choice.match is not None
        if ruling is None:
            choice = self._bare(choice, fold(head), words, about)
        place = self.places.get(choice.match.id) if choice.match else None
        if place is None:
            return replace(mention, within=within, rule=choice.rule, precision=_unlisted(words))
        says = frozenset[str]() if whole and choice.rule.startswith("exact") else words.says
        precision = locates(place.kind, says, choice.rule)
        return replace(mention, name=place.name, id=place.id, rule=choice.rule, within=within, precision=precision)

    def is_abroad(self, place: str) -> bool:
        """Tell whether the place with the id PLACE is in another country than the case."""
        found, home = self.places.get(place), self.places.get(self.area)
        country = home.country if home is not None else self.area
        return found is not None and bool(found.country and country) and found.country != country

    def _bare(self, choice: Choice, head: str, words: PlaceWords, about: _About) -> Choice:
        """Return CHOICE, or, where it is none, what the HEAD means without the WORDS beside the name."""
        for name in dict.fromkeys((words.name, words.ashore)):
            if choice.match is None and name and name != head:
                choice = self._choose(name, words, about)
        return choice if choice.match else self._by_itself(words, about) or choice

    def _by_itself(self, words: PlaceWords, about: _About) -> Choice | None:
        """Choose by what the name is in the nominative, where its language has cases ("под Авдеевкой")."""
        for base in bases(words.name):
            found = self._choose(base, words, about)
            if found.match is not None and found.match.score >= _SURE:
                return Choice(found.match, f"{found.rule}, printed in another case")
        return None

    def is_place(self, text: str) -> bool:
        """Tell whether a place, but no country, is listed by just the name TEXT; a country may act by its name."""
        found = (self.places.get(match.id) for match in self.places.match(text, "") if match.rule == "exact")
        return any(place is not None and place.kind != "country" for place in found)

    def _choose(self, text: str, words: PlaceWords, about: _About) -> Choice:
        found: Sequence[Match] = self.places.match(text, about.within)
        if not found:
            return choose(found)
        within = self.places.match(place_words(about.within).name, "") if about.within else ()
        for wanted in ({match.id for match in within}, about.context):
            found = self._only(found, _inside(wanted))
        for kind in sorted(words.says & _KINDS.keys()):
            found = self._only(found, _of_kind(_KINDS[kind]))
        if self.area:
            found = self._only(found, lambda place: self.area in {place.country, place.province, place.id})
        chosen = self._seat(found, wide=about.wide) or choose(found)
        return chosen if chosen.match else self._near(found, about.beside) or self._largest(found) or chosen

    def _near(self, found: Sequence[Match], beside: Sequence[Place]) -> Choice | None:
        """Choose, of several of one name, the only one near a place named BESIDE it."""
        near = {
            match.id: (match, other)
            for match in found
            for other in beside
            if (place := self.places.get(match.id)) and place.id != other.id and _are_near(place, other)
        }
        if len(near) != 1:
            return None
        ((match, other),) = near.values()
        return Choice(match, f"{match.rule}, of several of that name the one near {other.name}")

    def _largest(self, found: Sequence[Match]) -> Choice | None:
        """Choose the city where all others as near are no towns."""
        same = [match for match in found if match.score == found[0].score]
        places = [place for match in same if (place := self.places.get(match.id))]
        cities = [place for place in places if place.kind == "city"]
        if len(cities) != 1 or any(place.kind not in _SMALL for place in places if place is not cities[0]):
            return None
        match = next(match for match in same if match.id == cities[0].id)
        return Choice(match, f"{match.rule}, the city rather than a smaller place of that name")

    def _only(self, found: Sequence[Match], wanted: Callable[[Place], bool]) -> Sequence[Match]:
        """Return the matches whose place is WANTED, or all when none is."""
        kept = [match for match in found if (place := self.places.get(match.id)) and wanted(place)]
        return kept or found

    def _seat(self, found: Sequence[Match], *, wide: bool) -> Choice | None:
        """Choose between a province or district and its chief town when both bear the name."""
        places = [place for match in found if (place := self.places.get(match.id))]
        units = [place for place in places if place.kind in _WIDE]
        towns = [place for place in places if any(place.province == unit.id for unit in units)]
        if len(units) != 1 or len(towns) != 1 or len(found) != len(units) + len(towns):
            return None
        chosen, other = (units[0], towns[0]) if wide else (towns[0], units[0])
        match = next(match for match in found if match.id == chosen.id)
        return Choice(match, f"{match.rule}, the {chosen.kind} rather than the {other.kind} of that name")


def _head(text: str) -> tuple[str, str]:
    """Return the narrow and the wide place of "Harasta, Damascus countryside" and of "Aleppo: Castello"."""
    parts = [part for part in _PARTED.split(text.strip()) if part]
    if len(parts) != 2:  # noqa: PLR2004 - three and more are a list, not a place within another
        return text, ""
    return (parts[1], parts[0]) if ":" in text else (parts[0], parts[1])


def _unlisted(words: PlaceWords) -> PlacePrecision | None:
    """Return how exactly a place locates that is in no registry: the open sea is in no country, no other is known."""
    return PlacePrecision.INTERNATIONAL if "sea" in words.says else None


def _inside(provinces: Collection[str]) -> Callable[[Place], bool]:
    return lambda place: place.province in provinces or place.id in provinces


def _are_near(one: Place, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return kilometres((one.lat, one.lon), (other.lat, other.lon)) <= _NEARBY


def _of_kind(kinds: Collection[PlaceKind]) -> Callable[[Place], bool]:
    return lambda place: place.kind in kinds


class Provinces:
    """The provinces of a gazetteer, by every name they have."""

    def __init__(self, places: Gazetteer) -> None:
        """Fold the names once."""
        self._names: Mapping[str, str] = {
            f" {fold(name)} ": place.id for place in places.all() if place.kind == "province" for name in _names(place)
        }

    def named(self, sentence: str) -> frozenset[str]:
        """Return the ids of the provinces that SENTENCE names."""
        words = f" {fold(sentence)} "
        return frozenset(province for name, province in self._names.items() if name in words)


@lru_cache(maxsize=16)
def provinces_of(places: Gazetteer) -> Provinces:
    """Return the provinces of PLACES, whose names are folded once for all documents."""
    return Provinces(places)


def _names(place: Place) -> tuple[str, ...]:
    return place.name, *(alias.text for alias in place.aliases)
