"""Places as a registry lists them, and how precisely a text locates something."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import IntEnum
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from tregua.authored import Authored
from tregua.vocabulary.actors import Alias

__all__ = ["Place", "PlaceKind", "PlacePrecision", "locates", "province_of"]

PlaceKind = Literal[
    "country", "province", "district", "city", "town", "village", "neighbourhood", "site", "area", "line"
]


class PlacePrecision(IntEnum):
    """How exactly a place is known: UCDP GED's ``where_prec`` codes."""

    EXACT = 1
    NEAR = 2
    DISTRICT = 3
    PROVINCE = 4
    LINE_OR_REGION = 5
    COUNTRY = 6
    INTERNATIONAL = 7


class Place(Authored):
    """One place.

    Attributes:
        id: stable id, lower case with hyphens.
        name: canonical English name.
        kind: what kind of place.
        lat: degrees north (WGS 84), None when the registry gives no point.
        lon: degrees east (WGS 84), None likewise.
        province: id of the province it lies in, "" for provinces, countries or when not known.
        country: ISO 3166-1 alpha-2 code.
        aliases: other names.
        cite: where the coordinates are from.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    kind: PlaceKind
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    province: str = ""
    country: str = Field(default="", pattern=r"^([A-Z]{2})?$")
    aliases: tuple[Alias, ...] = ()
    cite: str = ""


def province_of(place: str, places: Mapping[str, Place]) -> Place | None:
    """Return the province that the place with the id PLACE lies in, itself when it is one; None when not known.

    PLACES are the registry's by id.
    """
    found = places.get(place)
    if found is None or found.kind == "province":
        return found
    return places.get(found.province)


_OF_KINDS = MappingProxyType(
    {
        "district": PlacePrecision.DISTRICT,
        "province": PlacePrecision.PROVINCE,
        "area": PlacePrecision.LINE_OR_REGION,
        "line": PlacePrecision.LINE_OR_REGION,
        "country": PlacePrecision.COUNTRY,
    }
)
"""How exactly a place of each kind locates; any other kind is a point."""
_IN_TOWNS = frozenset({"neighbourhood", "site"})


def locates(kind: str, says: AbstractSet[str], rule: str) -> PlacePrecision:
    """Return how exactly a place of KIND, found by RULE, locates what is said of it in words of the kinds SAYS.

    A unit is never a point, nor is a town whose province, countryside or district is meant. SAYS are those of
    :func:`~tregua.vocabulary.place_words.place_words`.
    """
    base = _OF_KINDS.get(kind, PlacePrecision.EXACT)
    if base is PlacePrecision.COUNTRY and says & {"side", "near", "line", "sea"}:
        return PlacePrecision.LINE_OR_REGION
    if base is not PlacePrecision.EXACT:
        return base
    if says & {"line", "sea"}:
        return PlacePrecision.LINE_OR_REGION
    if "province" in says or ("country" in says and kind == "city"):
        return PlacePrecision.PROVINCE
    if "country" in says or ("district" in says and kind not in _IN_TOWNS):
        return PlacePrecision.DISTRICT
    return PlacePrecision.NEAR if says & {"near", "side"} or rule.startswith("site") else base
