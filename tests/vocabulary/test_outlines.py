from __future__ import annotations

import json
from typing import Any

import pytest

from tregua.vocabulary.outlines import outlined, unit_at

HOLED = [
    [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]],
    [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]],
]


def _feature(geometry: str, coordinates: object, **properties: object) -> dict[str, Any]:
    return {"properties": properties, "geometry": {"type": geometry, "coordinates": coordinates}}


FEATURES = [
    _feature("Polygon", HOLED, name="North", code_hasc="XX.NO", name_alt="Nord|Norte|North"),
    _feature(
        "MultiPolygon", [[[[3, 3], [6, 3], [6, 6], [3, 6], [3, 3]]]], ADM1_EN="East", aliases=["Est", 7], code="1"
    ),
    _feature("Point", [1, 1], name="A town"),
    _feature("Polygon", HOLED, code="XX99"),
]


def test_units_are_read_by_whichever_property_names_them() -> None:
    north, east = outlined(json.dumps({"features": FEATURES}))
    assert (north.names, north.code) == (("North", "Nord", "Norte"), "XX.NO")
    assert (east.names, east.code) == (("East", "Est"), "")


@pytest.mark.parametrize(
    ("point", "unit"), [((0.5, 0.5), "North"), ((1.5, 1.5), None), ((5.0, 5.0), "East"), ((3.5, 3.5), None)]
)
def test_a_point_is_in_the_one_unit_whose_outline_holds_it(point: tuple[float, float], unit: str | None) -> None:
    found = unit_at(outlined(json.dumps({"features": FEATURES})), point)
    assert (found.names[0] if found else None) == unit


@pytest.mark.parametrize(
    "text", ["[]", "{}", "no json", '{"features": [1]}', '{"features": [{"properties": {"name": "a"}}]}']
)
def test_what_is_no_collection_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        outlined(text)
