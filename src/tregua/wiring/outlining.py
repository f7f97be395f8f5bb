"""The administrative units of a case by their outlines: what lies where, and places that no list puts in a province."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.backends.place_lists.row import identifier
from tregua.backends.registry import AuthoredPlaces, PlacesFile
from tregua.errors import Problem
from tregua.vocabulary.actors import Alias
from tregua.vocabulary.outlines import Outlined, outlined, unit_at
from tregua.vocabulary.places import Place

__all__ = ["OUTLINES", "in_units"]

OUTLINES = "outlines.geojson"
"""The file of a case folder."""


def in_units(places: PlacesFile, text: str) -> tuple[PlacesFile, list[Problem]]:
    """Return PLACES, each with a point and no province in the unit of the GeoJSON TEXT that it lies in.

    A unit that PLACES has, by its code or name, is that province; another becomes a province without a point.
    """
    try:
        units = outlined(text)
    except ValueError as error:
        return places, [Problem(where=OUTLINES, message=str(error), hint="give polygons as GeoJSON", step="check")]
    named = AuthoredPlaces([place for place in places.places if place.kind == "province"])
    known = {unit: _province(unit, named) for unit in units}
    listed = {place.id for place in places.places}
    made = tuple(_placed(place, units, known) for place in places.places)
    fresh = tuple(province for province in known.values() if province.id not in listed)
    return PlacesFile(places=(*made, *fresh)), []


def _province(unit: Outlined, named: AuthoredPlaces) -> Place:
    """Return the province that UNIT is: one with its code for an id, one of just its name, or a new one."""
    found = named.get(identifier(unit.code)) if unit.code else None
    exact = (match.id for name in unit.names for match in named.match(name, "") if match.rule == "exact")
    found = found or next((place for each in exact if (place := named.get(each))), None)
    first, *others = unit.names
    return found or Place(
        id=identifier(unit.code or f"{first} province") or "unit", name=first, kind="province", cite=OUTLINES,
        aliases=tuple(Alias(text=other, lang="und") for other in others),
    )  # fmt: skip


def _placed(place: Place, units: Sequence[Outlined], known: dict[Outlined, Place]) -> Place:
    if place.province or place.lat is None or place.lon is None or place.kind in {"country", "province"}:
        return place
    unit = unit_at(units, (place.lat, place.lon))
    return place.model_copy(update={"province": known[unit].id}) if unit else place
