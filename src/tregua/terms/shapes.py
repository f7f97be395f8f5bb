"""Ground by its outline: polygons as GeoJSON has them, and a band along a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from tregua.authored import Authored

__all__ = ["Bounds", "Buffer", "Geometry", "Position"]

Position = tuple[float, float]
"""Degrees east and north (WGS 84), as GeoJSON orders them."""

Bounds = tuple[float, float, float, float]
"""Degrees west, south, east and north."""

_KM_A_DEGREE = 111.195
_CORNERS = 4
_NARROWEST = 0.01
"""How far a degree east is at the poles, as a share of one at the equator, for the ground around a line."""


def _closed(ring: tuple[Position, ...]) -> tuple[Position, ...]:
    if len(ring) < _CORNERS or ring[0] != ring[-1]:
        raise ValueError("a ring needs at least four positions, the last the same as the first")
    return _on_earth(ring)


def _on_earth(line: tuple[Position, ...]) -> tuple[Position, ...]:
    for east, north in line:
        if not (-180 <= east <= 180 and -90 <= north <= 90):  # noqa: PLR2004 - degrees
            raise ValueError(f"no place is at {[east, north]}; a position is [longitude, latitude]")
    return line


Ring = Annotated[tuple[Position, ...], AfterValidator(_closed)]
Line = Annotated[tuple[Position, ...], Field(min_length=2), AfterValidator(_on_earth)]


class Geometry(Authored):
    """A GeoJSON geometry: one polygon or several.

    Attributes:
        type: ``Polygon`` or ``MultiPolygon``.
        coordinates: its rings, each a list of [longitude, latitude]; a ring inside another is a hole.
        margin_km: how far the drawing may be off; what lies nearer to its edge is left open.
    """

    type: Literal["Polygon", "MultiPolygon"] = "Polygon"
    coordinates: tuple[Ring, ...] | tuple[tuple[Ring, ...], ...] = Field(min_length=1)
    margin_km: float = Field(default=0, ge=0, le=500)

    @model_validator(mode="after")
    def _as_typed(self) -> Self:
        """Refuse rings nested otherwise than the type says."""
        if (self.type == "Polygon") is not isinstance(self.coordinates[0][0][0], float):
            raise ValueError(f"these coordinates are not those of a {self.type}")
        return self

    def rings(self) -> Iterator[Ring]:
        """Give every ring of every polygon."""
        for part in self.coordinates:
            if self.type == "Polygon":
                yield part  # type: ignore[misc] # a ring where the type is Polygon
            else:
                yield from part  # type: ignore[misc] # a polygon where it is not

    def bounds(self) -> Bounds:
        """Return the ground that it surely does not reach beyond."""
        return _bounds([position for ring in self.rings() for position in ring], self.margin_km)

    def holds(self, point: Position, loose_km: float = 0) -> bool | None:
        """Tell whether POINT, known to within LOOSE_KM, lies in it; None when it may."""
        rings = list(self.rings())
        inside = sum(_is_in(ring, point) for ring in rings) % 2 == 1
        return None if min(_distance(ring, point) for ring in rings) < self.margin_km + loose_km else inside


class Buffer(Authored):
    """A band along a line: of contact, a border, a road.

    Attributes:
        line: positions along it, each [longitude, latitude].
        km: how far the band reaches to each side.
        margin_km: how far the line may be off; what lies nearer to the band's edge is left open.
    """

    line: Line
    km: float = Field(gt=0, le=1_000)
    margin_km: float = Field(default=0, ge=0, le=500)

    def bounds(self) -> Bounds:
        """Return the ground that it surely does not reach beyond."""
        return _bounds(self.line, self.km + self.margin_km)

    def holds(self, point: Position, loose_km: float = 0) -> bool | None:
        """Tell whether POINT, known to within LOOSE_KM, lies in the band; None when it may."""
        away = _distance(self.line, point)
        doubt = self.margin_km + loose_km
        return None if doubt and abs(away - self.km) < doubt else away <= self.km


def _bounds(line: Sequence[Position], km: float) -> Bounds:
    """Return the ground that lies around LINE, KM to each side."""
    east, north = [position[0] for position in line], [position[1] for position in line]
    high = km / _KM_A_DEGREE
    wide = high / max(_NARROWEST, cos(radians(max(map(abs, north)) + high)))
    return min(east) - wide, min(north) - high, max(east) + wide, max(north) + high


def _is_in(ring: Sequence[Position], point: Position) -> bool:
    """Tell whether a line from POINT to the east crosses RING an odd number of times."""
    east, north = point
    return (
        sum(
            (one[1] > north) != (other[1] > north)
            and east < (other[0] - one[0]) * (north - one[1]) / (other[1] - one[1]) + one[0]
            for one, other in pairwise(ring)
        )
        % 2
        == 1
    )


def _distance(line: Iterable[Position], point: Position) -> float:
    """Return the kilometres from POINT to the nearest point of LINE, on a plane that touches the earth at POINT."""
    wide = _KM_A_DEGREE * cos(radians(point[1]))
    flat = [((east - point[0]) * wide, (north - point[1]) * _KM_A_DEGREE) for east, north in line]
    return min(_from_origin(one, other) for one, other in pairwise(flat))


def _from_origin(one: Position, other: Position) -> float:
    """Return the distance of the origin from the stretch between ONE and OTHER."""
    along = (other[0] - one[0], other[1] - one[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0 if not length else min(1, max(0, -(one[0] * along[0] + one[1] * along[1]) / length))
    return hypot(one[0] + share * along[0], one[1] + share * along[1])
