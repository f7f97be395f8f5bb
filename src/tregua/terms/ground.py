"""Whether a place lies in an area, as far as names and their provinces tell."""

from __future__ import annotations

from collections.abc import Iterable

from tregua.terms.logic import Answer
from tregua.terms.truce import Area, Extent
from tregua.vocabulary.places import Place

__all__ = ["Ground"]

_ITSELF, _OUTLINED, _ITS_PROVINCE, _ITS_COUNTRY = 4, 3, 2, 1
_NEAR_KM = 10
_WIDE = frozenset({"country", "province", "district", "area", "line"})


class Ground:
    """The places a case knows, and how they lie in each other.

    A gazetteer gives each place its province and country and no outline; a name therefore settles what it is
    listed under, and leaves open what is wider than an area or of unknown province.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        """Keep PLACES by id."""
        self._places = {place.id: place for place in places}
        self._provinces = {place.province for place in self._places.values() if place.province} | {
            place.id for place in self._places.values() if place.kind == "province"
        }

    def get(self, place: str) -> Place | None:
        """Return the place with that id."""
        return self._places.get(place)

    def lies_in(self, place: Place, area: Area, *, near: bool = False) -> Answer:
        """Tell whether PLACE, or what is only NEAR it, lies in AREA.

        The most exact of the area's names decides: a place goes before its province, a province before the country.
        """
        if place.id not in (*area.places, *area.excludes.places) and _on_the_edge(place, area, near=near):
            why = f"{place.name} is too near to the edge of {area.name} as it is drawn."
            return _open(why, f"on which side of the edge of {area.name} it happened")
        extents = (area, area.excludes, *area.open)
        best = max(self._rank(place, extent) for extent in extents)
        if near and best == _ITSELF:
            why = f"It happened near {place.name}, not surely in it."
            return _open(why, f"whether it happened in {place.name} or beside it")
        return self._as_named(place, area, best) if best else self._unnamed(place, area)

    def _as_named(self, place: Place, area: Area, best: int) -> Answer:
        """Tell whether PLACE lies in AREA, of whose names the most exact that takes it in has the rank BEST."""
        if self._rank(place, area.excludes) == best:
            return Answer(holds=False, why=f"{place.name} is left out of {area.name}.")
        doubt = next((extent for extent in area.open if self._rank(place, extent) == best), None)
        if doubt is not None:
            return _open(doubt.why, doubt.fork(f"whether {place.name} belongs to {area.name}"))
        wider = self._reaches_beyond(place, area.excludes)
        return _wider(place, area) if wider else Answer(holds=True, why=f"{place.name} lies in {area.name}.")

    def _unnamed(self, place: Place, area: Area) -> Answer:
        """Tell whether PLACE lies in AREA, which names neither it nor its province or country."""
        if any(self._reaches_beyond(place, extent) for extent in (area, *area.open)):
            return _wider(place, area)
        if self._nowhere(place):
            return _open(
                f"The gazetteer does not say where {place.name} lies.", f"the province or country of {place.name}"
            )
        return Answer(holds=False, why=f"{place.name} does not lie in {area.name}.")

    def _country(self, place: Place) -> str:
        province = self._places.get(place.province)
        return place.country or (province.country if province else "")

    def _rank(self, place: Place, extent: Extent) -> int:
        """Return how exactly EXTENT names PLACE: itself, its province, its country, or 0 for not at all."""
        if place.id in extent.places:
            return _ITSELF
        if _is_outlined(place, extent):
            return _OUTLINED
        if place.id in extent.provinces or (place.province and place.province in extent.provinces):
            return _ITS_PROVINCE
        return _ITS_COUNTRY if self._country(place) in extent.countries else 0

    def _reaches_beyond(self, place: Place, extent: Extent) -> bool:
        """Tell whether PLACE is wider than a part of EXTENT that lies in it, or of unknown province beside one."""
        if extent.outlines() and not _is_point(place):
            return True
        parts = [self._places[part] for part in (*extent.provinces, *extent.places) if part in self._places]
        if place.id in self._provinces:
            return any(part.province == place.id for part in parts)
        if place.kind != "country" and (place.province or not place.country):
            return False
        return any(self._country(part) == place.country and part.id != place.id for part in parts)

    def _nowhere(self, place: Place) -> bool:
        return not self._country(place) and not place.province and place.id not in self._provinces


def _is_point(place: Place) -> bool:
    return place.kind not in _WIDE and place.lat is not None and place.lon is not None


def _is_outlined(place: Place, extent: Extent) -> bool:
    """Tell whether PLACE is a point that surely lies in an outline of EXTENT."""
    return any(_held(place, extent, 0))


def _held(place: Place, extent: Extent, loose_km: float) -> list[bool | None]:
    if place.kind in _WIDE or place.lat is None or place.lon is None:
        return []
    return [outline.holds((place.lon, place.lat), loose_km) for outline in extent.outlines()]


def _on_the_edge(place: Place, area: Area, *, near: bool) -> bool:
    """Tell whether PLACE is too near to the edge of an outline to say on which side it is."""
    return any(None in _held(place, extent, _NEAR_KM if near else 0) for extent in (area, area.excludes))


def _wider(place: Place, area: Area) -> Answer:
    if place.kind not in _WIDE and not _is_point(place):
        return _open(f"It is not known on which side of the bounds of {area.name} {place.name} lies.",
                     f"where {place.name} is")  # fmt: skip
    return _open(f"{place.name} may reach beyond {area.name}.", f"where in {place.name} it happened")


def _open(why: str, missing: str) -> Answer:
    return Answer(holds=None, why=why, missing=(missing,))
