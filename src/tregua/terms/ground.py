"""Whether a place lies in an area, as far as names and their provinces tell."""

from __future__ import annotations

from collections.abc import Iterable

from tregua.terms.logic import Answer
from tregua.terms.truce import Area, Extent
from tregua.vocabulary.places import Place

__all__ = ["Ground"]

_ITSELF, _ITS_PROVINCE, _ITS_COUNTRY = 3, 2, 1


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
        opens = [(self._rank(place, extent), extent.why) for extent in area.open]
        inside, excluded = self._rank(place, area), self._rank(place, area.excludes)
        doubt, why = max(opens, default=(0, ""))
        best = max(inside, excluded, doubt)
        if not best:
            return self._unnamed(place, area)
        if near and best == _ITSELF:
            return _open(
                f"It happened near {place.name}, not surely in it.", f"whether it happened in {place.name} or beside it"
            )
        if excluded == best:
            return Answer(holds=False, why=f"{place.name} is left out of {area.name}.")
        if doubt == best:
            return _open(why, f"whether {place.name} belongs to {area.name}")
        if self._reaches_beyond(place, area.excludes):
            return _wider(place, area)
        return Answer(holds=True, why=f"{place.name} lies in {area.name}.")

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
        if place.id in extent.provinces or (place.province and place.province in extent.provinces):
            return _ITS_PROVINCE
        return _ITS_COUNTRY if self._country(place) in extent.countries else 0

    def _reaches_beyond(self, place: Place, extent: Extent) -> bool:
        """Tell whether PLACE is wider than a part of EXTENT that lies in it, or of unknown province beside one."""
        parts = [self._places[part] for part in (*extent.provinces, *extent.places) if part in self._places]
        if place.id in self._provinces:
            return any(part.province == place.id for part in parts)
        if place.kind != "country" and (place.province or not place.country):
            return False
        return any(self._country(part) == place.country and part.id != place.id for part in parts)

    def _nowhere(self, place: Place) -> bool:
        return not self._country(place) and not place.province and place.id not in self._provinces


def _wider(place: Place, area: Area) -> Answer:
    return _open(f"{place.name} may reach beyond {area.name}.", f"where in {place.name} it happened")


def _open(why: str, missing: str) -> Answer:
    return Answer(holds=None, why=why, missing=(missing,))
