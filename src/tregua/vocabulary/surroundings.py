"""Which provinces a listed place lies among, by the points of the places around it.

Lists err in provinces, and draw their borders each in its own way. What lies among places of another province may be
meant by that one's name; what lies among those of another alone, far from all of its own, is listed under the wrong
one, or its point is wrong.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

__all__ = ["Point", "Surroundings", "kilometres"]

Point = tuple[float, float]

_KM_PER_DEGREE = 111.2
_CELL = 0.5
_BESIDE = 12.0
_AMONG = 35.0
_ENOUGH = 4
_SOME, _SHARE = 2, 0.25
_BY_FOOT = 2.0


def kilometres(one: Point, other: Point) -> float:
    """Return how far two points are apart, on a plane that is true for short ways."""
    north = one[0] - other[0]
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(north, east) * _KM_PER_DEGREE


class Surroundings:
    """Points of places with their provinces."""

    def __init__(self, points: Iterable[tuple[Point, str]]) -> None:
        """Keep POINTS by the cell of a grid that they lie in."""
        self._cells: dict[tuple[int, int], list[tuple[Point, str]]] = defaultdict(list)
        self._many: Counter[str] = Counter()
        for point, province in points:
            self._cells[_cell(point)].append((point, province))
            self._many[province] += 1

    def provinces(self, point: Point, own: str) -> frozenset[str]:
        """Return the provinces that the place at POINT, listed under OWN, may be said to lie in."""
        near = [(far, province) for far, province in self._around(point) if province]
        close = Counter(province for far, province in near if far <= _BESIDE)
        beside = frozenset(one for one, many in close.items() if many >= max(_SOME, close.total() * _SHARE))
        told = min(len(near), self._many[own]) >= _ENOUGH
        astray = told and sum(province == own for _, province in near) <= 1
        return beside - {own} if astray else beside | {own}

    def many(self, point: Point) -> int:
        """Return how many places lie within two kilometres of POINT, itself among them."""
        return sum(far <= _BY_FOOT for far, _ in self._around(point))

    def _around(self, point: Point) -> Iterator[tuple[float, str]]:
        """Give how far the places around POINT are, itself among them, and their provinces."""
        north, east = _cell(point)
        for row in (north - 1, north, north + 1):
            for column in (east - 1, east, east + 1):
                for other, province in self._cells.get((row, column), ()):
                    if (far := kilometres(point, other)) <= _AMONG:
                        yield far, province


def _cell(point: Point) -> tuple[int, int]:
    return math.floor(point[0] / _CELL), math.floor(point[1] / _CELL)
