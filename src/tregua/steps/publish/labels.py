"""Room on a map: where marks and words can stand without covering each other."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Box", "Room", "contains", "widest_spot"]

Point = tuple[float, float]

_RINGS = (0.0, 24.0, 36.0, 50.0, 66.0, 84.0)
_DIRECTIONS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle around a mark or word, in units of the drawing."""

    x: float
    y: float
    wide: float
    tall: float

    def meets(self, other: Box) -> bool:
        """Tell whether the two share ground."""
        return abs(self.x - other.x) * 2 < self.wide + other.wide and abs(self.y - other.y) * 2 < self.tall + other.tall


class Room:
    """Keeps what is taken and finds the nearest free spot."""

    def __init__(self, wide: float, tall: float) -> None:
        """Start with an empty drawing, WIDE by TALL."""
        self._wide, self._tall = wide, tall
        self._taken: list[Box] = []

    def take(self, x: float, y: float, wide: float, tall: float) -> Point:
        """Take a box of WIDE by TALL as near to (X, Y) as there is room, and return its middle."""
        for dx, dy in _offsets():
            box = Box(x + dx, y + dy, wide, tall)
            if self._fits(box):
                self._taken.append(box)
                return box.x, box.y
        self._taken.append(Box(x, y, wide, tall))
        return x, y

    def word(self, x: float, y: float, wide: float, tall: float) -> Point | None:
        """Take room for a word under, over or beside a mark at (X, Y); None when there is none."""
        for dx, dy in ((0, 20), (0, -20), (wide / 2 + 16, 0), (-wide / 2 - 16, 0)):
            if self.free(x + dx, y + dy, wide, tall):
                return x + dx, y + dy
        return None

    def free(self, x: float, y: float, wide: float, tall: float) -> bool:
        """Take a box around (X, Y) if there is room for it, and tell whether there was."""
        box = Box(x, y, wide, tall)
        if not self._fits(box):
            return False
        self._taken.append(box)
        return True

    def _fits(self, box: Box) -> bool:
        inside = (
            box.wide / 2 <= box.x <= self._wide - box.wide / 2 and box.tall / 2 <= box.y <= self._tall - box.tall / 2
        )
        return inside and not any(box.meets(other) for other in self._taken)


def _offsets() -> Iterable[Point]:
    for radius in _RINGS:
        for number in range(_DIRECTIONS if radius else 1):
            angle = 2 * math.pi * number / _DIRECTIONS
            yield radius * math.cos(angle), radius * math.sin(angle)


def widest_spot(rings: Sequence[Sequence[Point]], avoid: Sequence[Point], frame: tuple[float, float]) -> Point:
    """Return a spot inside RINGS and FRAME, as far from their edge and from AVOID as a grid of tries finds."""
    corners = [corner for ring in rings for corner in ring]
    left, right = max(0.0, min(x for x, _ in corners)), min(frame[0], max(x for x, _ in corners))
    top, bottom = max(0.0, min(y for _, y in corners)), min(frame[1], max(y for _, y in corners))
    tries = [
        (left + (right - left) * (a + 0.5) / 24, top + (bottom - top) * (b + 0.5) / 24)
        for a, b in itertools.product(range(24), repeat=2)
    ]
    inside = [spot for spot in tries if contains(spot, rings)]
    return max(inside or tries, key=lambda spot: _free(spot, corners, avoid))


def _free(spot: Point, corners: Sequence[Point], avoid: Sequence[Point]) -> float:
    return min(
        min(math.dist(spot, corner) for corner in corners) * 1.5,
        min((math.dist(spot, point) for point in avoid), default=math.inf),
    )


def contains(spot: Point, rings: Sequence[Sequence[Point]]) -> bool:
    """Tell whether SPOT lies in RINGS: a ray from it crosses them an odd number of times."""
    x, y = spot
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in itertools.pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                odd = not odd
    return odd
