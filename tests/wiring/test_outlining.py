from __future__ import annotations

import json
from pathlib import Path

from tregua.backends.registry import PlacesFile
from tregua.vocabulary.places import Place
from tregua.wiring.opening import create_case, read_case
from tregua.wiring.outlining import in_units


def _square(south: float, **properties: str) -> dict[str, object]:
    ring = [[0, south], [2, south], [2, south + 1], [0, south + 1], [0, south]]
    return {"properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


OUTLINES = json.dumps(
    {"features": [_square(0, name="Idlib"), _square(1, name="Nord", code="XX01"), _square(2, name="Far", code="XX-99")]}
)
PLACES = PlacesFile(
    places=(
        Place(id="idlib", name="Idlib", kind="province", lat=0.5, lon=1),
        Place(id="xx01", name="North", kind="province"),
        Place(id="town", name="Town", kind="town", lat=0.5, lon=1),
        Place(id="village", name="Village", kind="village", lat=1.5, lon=1),
        Place(id="hamlet", name="Hamlet", kind="village", lat=2.5, lon=1),
        Place(id="listed", name="Listed", kind="village", lat=0.5, lon=1, province="xx01"),
        Place(id="nowhere", name="Nowhere", kind="village"),
        Place(id="abroad", name="Abroad", kind="village", lat=50, lon=50),
    )
)


def test_a_place_lies_in_the_unit_that_its_point_is_in() -> None:
    found, problems = in_units(PLACES, OUTLINES)
    assert problems == []
    assert {place.id: place.province for place in found.places} == {
        "idlib": "", "xx01": "", "town": "idlib", "village": "xx01", "hamlet": "xx-99", "listed": "xx01",
        "nowhere": "", "abroad": "", "xx-99": "",
    }  # fmt: skip
    far = next(place for place in found.places if place.id == "xx-99")
    assert (far.name, far.kind, far.lat) == ("Far", "province", None)


def test_outlines_that_cannot_be_read_are_told() -> None:
    found, problems = in_units(PLACES, "{}")
    assert found is PLACES
    assert [problem.where for problem in problems] == ["outlines.geojson"]


def test_a_case_reads_its_outlines_and_keeps_them(tmp_path: Path) -> None:
    create_case(tmp_path, None)
    (tmp_path / "places.yaml").write_text("places: [{id: town, name: Town, kind: town, lat: 0.5, lon: 1}]\n", "utf-8")
    (tmp_path / "outlines.geojson").write_text(OUTLINES, "utf-8")
    found, problems = read_case(tmp_path)
    assert (found is not None, problems) == (True, [])
    assert found is not None
    assert "outlines.geojson" in {name for name, _ in found.texts}
    assert {place.id: place.province for place in found.places.places}["town"] == "idlib-province"
    (tmp_path / "outlines.geojson").write_text("{", "utf-8")
    assert read_case(tmp_path)[0] is None
