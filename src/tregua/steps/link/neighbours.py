"""Which places of the registry lie so near each other that one report names the one and another the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import ceil, cos, floor, hypot, radians

from tregua.vocabulary.places import Place

__all__ = ["Neighbours"]

_REACH = 5.0
"""Kilometres."""

_DEGREE = 111.2
"""Kilometres of a degree of latitude."""

_STEP = _REACH / _DEGREE


class Neighbours:
    """The places around each place, worked out when they are asked for."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        """Take PLACES, by id; of those without a point, and of provinces, nothing is near."""
        self._points: dict[str, tuple[float, float]] = {}
        self._cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for key, place in places.items():
            if place.lat is not None and place.lon is not None and place.kind != "province":
                self._points[key] = place.lat, place.lon
                self._cells[_cell(place.lat, place.lon)].append(key)
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, key: str) -> tuple[str, ...]:
        """Return the ids of the places within five kilometres of that with the id KEY, without its own."""
        if key not in self._known:
            self._known[key] = tuple(sorted(self._around(key)))
        return self._known[key]

    def _around(self, key: str) -> Iterator[str]:
        if key not in self._points:
            return
        lat, lon = here = self._points[key]
        row, column = _cell(lat, lon)
        wide = ceil(1 / _shrunk(lat)) + 1
        for near_row in range(row - 1, row + 2):
            for near_column in range(column - wide, column + wide + 1):
                for other in self._cells.get((near_row, near_column), ()):
                    if other != key and _apart(here, self._points[other]) <= _REACH:
                        yield other


def _apart(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the kilometres between two points that are near each other."""
    shrunk = _shrunk((here[0] + there[0]) / 2)
    return hypot(there[0] - here[0], (there[1] - here[1]) * shrunk) * _DEGREE


def _shrunk(lat: float) -> float:
    """Return how long a degree of longitude is at LAT beside one of latitude, but at the poles."""
    return max(cos(radians(lat)), 0.01)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / _STEP), floor(lon / _STEP)
