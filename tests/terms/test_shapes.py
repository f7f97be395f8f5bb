from __future__ import annotations

import pytest
from pydantic import ValidationError

from tregua.terms.scope import Extent
from tregua.terms.shapes import Buffer, Geometry

SQUARE = [[30, 50], [32, 50], [32, 52], [30, 52], [30, 50]]
HOLE = [[30.5, 50.5], [31, 50.5], [31, 51], [30.5, 51], [30.5, 50.5]]


@pytest.mark.parametrize(
    ("point", "holds"),
    [((31.5, 51.5), True), ((30.7, 50.7), False), ((33.0, 51.0), False), ((31.0, 53.0), False)],
)
def test_a_point_lies_in_a_polygon_and_not_in_its_hole(point: tuple[float, float], *, holds: bool) -> None:
    assert Geometry.model_validate({"coordinates": [SQUARE, HOLE]}).holds(point) is holds
    several = {"type": "MultiPolygon", "coordinates": [[SQUARE, HOLE], [[[0, 0], [1, 0], [1, 1], [0, 0]]]]}
    assert Geometry.model_validate(several).holds(point) is holds


def test_near_the_edge_a_drawing_leaves_it_open() -> None:
    drawn = Geometry.model_validate({"coordinates": [SQUARE], "margin_km": 5})
    assert drawn.holds((30.05, 51)) is None
    assert drawn.holds((30.2, 51)) is True
    assert drawn.holds((30.2, 51), loose_km=10) is None


@pytest.mark.parametrize(
    ("point", "holds"), [((31.0, 50.04), True), ((31.0, 50.06), False), ((32.05, 50.0), True), ((32.2, 50.0), False)]
)
def test_a_band_reaches_so_far_from_a_line_and_round_its_end(point: tuple[float, float], *, holds: bool) -> None:
    band = Buffer.model_validate({"line": [[30, 50], [32, 50]], "km": 6})
    assert band.holds(point) is holds


def test_a_band_is_open_near_its_edge_and_its_line_may_stand_still() -> None:
    band = Buffer.model_validate({"line": [[30, 50], [30, 50], [32, 50]], "km": 6, "margin_km": 1})
    assert band.holds((31, 50.05)) is None
    assert band.holds((31, 50.0)) is True
    assert band.holds((31, 50.0), loose_km=6) is None


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ({"geometry": {"coordinates": [SQUARE[:4]]}}, "the last the same as the first"),
        ({"geometry": {"coordinates": [SQUARE[:3]]}}, "at least four positions"),
        ({"geometry": {"type": "MultiPolygon", "coordinates": [SQUARE]}}, "not those of a MultiPolygon"),
        ({"geometry": {"coordinates": [[SQUARE]]}}, "not those of a Polygon"),
        ({"buffer": {"line": [[30, 95], [31, 50]], "km": 1}}, "a position is [longitude, latitude]"),
        ({"buffer": {"line": [[181, 50], [31, 50]], "km": 1}}, "a position is [longitude, latitude]"),
    ],
)
def test_a_shape_that_is_none_is_refused(shape: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words.replace("[", r"\[").replace("]", r"\]")):
        Extent.model_validate(shape)


@pytest.mark.parametrize(
    ("drawn", "just_in", "just_out"),
    [
        (Geometry.model_validate({"coordinates": [SQUARE, HOLE]}), (30.0, 50.0), (29.9, 51.0)),
        (Geometry.model_validate({"coordinates": [SQUARE], "margin_km": 20}), (29.75, 51.0), (29.6, 51.0)),
        (Buffer.model_validate({"line": [[30, 50], [32, 50]], "km": 6}), (31.0, 50.05), (31.0, 50.06)),
        (Buffer.model_validate({"line": [[30, 90], [32, 90]], "km": 6}), (25.0, 90.0), (31.0, 89.9)),
    ],
)
def test_nothing_drawn_reaches_beyond_its_bounds(
    drawn: Geometry | Buffer, just_in: tuple[float, float], just_out: tuple[float, float]
) -> None:
    west, south, east, north = drawn.bounds()
    for inside, (lon, lat) in ((True, just_in), (False, just_out)):
        assert (west <= lon <= east and south <= lat <= north) is inside
