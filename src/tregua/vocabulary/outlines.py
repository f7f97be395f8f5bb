"""Outlines of administrative units, and which of them a point lies in.

Read from GeoJSON: features of polygons with a name, and where known a code, in whichever property a publisher of
boundaries puts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tregua.vocabulary.surroundings import Point

__all__ = ["Outlined", "outlined", "unit_at"]

Ring = tuple[tuple[float, float], ...]

_CODES = ("code", "pcode", "adm1_pcode", "admin1pcode", "shapeiso", "iso_3166_2", "code_hasc", "adm1_code")
_NAMES = ("name", "name_en", "adm1_en", "admin1name", "shapename", "name_1", "name_alt", "aliases")
_WHOLE_CODE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """One administrative unit with its outline.

    Attributes:
        names: its name and other spellings.
        code: its code, "" when none is given.
        rings: closed rings of (longitude, latitude); a point lies in the unit that is in an odd number of them.
    """

    names: tuple[str, ...]
    code: str = ""
    rings: tuple[Ring, ...]

    def holds(self, point: Point) -> bool:
        """Tell whether POINT (latitude, longitude) lies in it."""
        return sum(_is_in(ring, point) for ring in self.rings) % 2 == 1


def outlined(text: str) -> list[Outlined]:
    """Return the units of the GeoJSON TEXT that have a name and an outline.

    Raises:
        ValueError: it is no collection of features, or a coordinate is no number.
    """
    data = json.loads(text)
    try:
        return [unit for feature in data["features"] if (unit := _unit(feature))]
    except (TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(f"it is no GeoJSON collection of features: {error!r}") from error


def unit_at(units: Sequence[Outlined], point: Point) -> Outlined | None:
    """Return the one of UNITS that POINT lies in, None when it is in none or in several."""
    found = [unit for unit in units if unit.holds(point)]
    return found[0] if len(found) == 1 else None


def _unit(feature: Mapping[str, Any]) -> Outlined | None:
    properties = {str(key).casefold(): value for key, value in feature["properties"].items()}
    names = tuple(dict.fromkeys(name for key in _NAMES for name in _texts(properties.get(key))))
    codes = (code for key in _CODES for code in _texts(properties.get(key)) if len(code) >= _WHOLE_CODE)
    shape = feature["geometry"]
    if not names or shape["type"] not in {"Polygon", "MultiPolygon"}:
        return None
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    rings = tuple(tuple((float(p[0]), float(p[1])) for p in ring) for polygon in polygons for ring in polygon)
    return Outlined(names=names, code=next(codes, ""), rings=rings)


def _texts(value: object) -> Iterator[str]:
    """Give the texts of a property: one, several parted by a stroke, or a list."""
    values = value.split("|") if isinstance(value, str) else value if isinstance(value, list) else ()
    yield from (each.strip() for each in values if isinstance(each, str) and each.strip())


def _is_in(ring: Ring, point: Point) -> bool:
    """Tell whether a line from POINT to the east crosses RING an odd number of times."""
    north, east = point
    crossed = False
    for (x, y), (last_x, last_y) in zip(ring, (*ring[-1:], *ring[:-1]), strict=True):
        if (y > north) != (last_y > north) and east < (last_x - x) * (north - y) / (last_y - y) + x:
            crossed = not crossed
    return crossed
