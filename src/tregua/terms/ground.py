"""Whether a place lies in an area, as far as names and their provinces tell."""

from __future__ import annotations

from collections.abc import Iterable

from tregua.terms.logic import Answer
from tregua.terms.truce import Area, Extent
from tregua.vocabulary.places import Place

__all__ = ["Ground"]


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

    def lies_in(self, place: Place, area: Area) -> Answer:
        """Tell whether PLACE lies in AREA.

        The most exact of the area's names decides: a place goes before its province, a province before the country.
        """
        opens = [(self._rank(place, extent), extent.why) for extent in area.open]
        inside, excluded = self._rank(place, area), self._rank(place, area.excludes)
        doubt, why = max(opens, default=(0, ""))
        best = max(inside, excluded, doubt)
        if best and excluded == best:
            return Answer(holds=False, why=f"{place.name} is left out of {area.name}.")
        if best and doubt == best:
            return Answer(holds=None, why=why, missing=(f"whether {place.name} belongs to {area.name}",))
        if best and not self._reaches_beyond(place, area.excludes):
            return Answer(holds=True, why=f"{place.name} lies in {area.name}.")
        if best or self._reaches_beyond(place, area) or any(self._reaches_beyond(place, each) for each in area.open):
            missing = (f"where in {place.name} it happened",)
            return Answer(holds=None, why=f"{place.name} may reach beyond {area.name}.", missing=missing)
        if self._nowhere(place):
            missing = (f"the province or country of {place.name}",)
            return Answer(holds=None, why=f"The gazetteer does not say where {place.name} lies.", missing=missing)
        return Answer(holds=False, why=f"{place.name} does not lie in {area.name}.")

    def _country(self, place: Place) -> str:
        province = self._places.get(place.province)
        return place.country or (province.country if province else "")

    def _rank(self, place: Place, extent: Extent) -> int:
        """Return how exactly EXTENT names PLACE: 3 itself, 2 its province, 1 its country, 0 not at all."""
        if place.id in extent.places:
            return 3
        if place.id in extent.provinces or (place.province and place.province in extent.provinces):
            return 2
        return int(bool(extent.countries) and self._country(place) in extent.countries)

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
