from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conformance.registry import GazetteerConformance
from tregua.backends.place_lists import (
    ExactPlaces,
    KeptPlaces,
    Layered,
    Manifest,
    keep_places,
    kept_manifest,
    read_places,
)
from tregua.backends.place_lists.row import Row
from tregua.backends.registry import AuthoredPlaces
from tregua.errors import TreguaError
from tregua.ports import Gazetteer
from tregua.vocabulary.places import Place

MANIFEST = Manifest(name="XA", form="geonames", source="XA.zip", sha256="0" * 64, kept="", places=0, added="2026-11-29")


def _line(  # noqa: PLR0917 - the columns that matter
    number: str, name: str, others: str, code: str, admin: str = "01", people: int = 0, lat: str = "36.5"
) -> str:
    kind = {"ADM1": "A", "FRM": "S"}.get(code, "P")
    fields = [number, name, name, others, lat, "37.5", kind, code, "XA", "", admin, "", "", "", str(people)]
    return "\t".join([*fields, "", "", "Etc/UTC", "2020-01-01"])


DUMP = "\n".join(
    [
        _line("11", "Two Wells", "Bi'r Ithnayn,بئر اثنين", "PPL"),
        _line("12", "Two Wells", "", "PPL", admin="02", lat="35.1"),
        _line("1", "East Province", "", "ADM1"),
        _line("2", "Far Province", "", "ADM1", admin="02"),
        _line("13", "Harbour", "", "PPL", people=60_000),
        _line("14", "Old Farm", "", "FRM"),
        "torn\tline",
        _line("15", "Nowhere", "", "PPL", lat="north"),
    ]
)


def test_a_dump_gives_places_with_their_provinces(tmp_path: Path) -> None:
    (tmp_path / "XA.txt").write_text(DUMP, "utf-8")
    form, rows, problems = read_places(tmp_path / "XA.txt")
    found = {row.id: row for row in rows}
    assert form == "geonames"
    assert found["geonames-11"].province == "East Province"
    assert found["geonames-11"].others == ("Bi'r Ithnayn", "بئر اثنين")
    assert (found["geonames-13"].kind, found["geonames-11"].kind) == ("city", "village")
    assert found["geonames-1"].lat is None
    assert "geonames-14" not in found
    assert [problem.line for problem in problems] == [7, 8]


def test_a_zip_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "XA.txt").write_text(DUMP, "utf-8")
    with zipfile.ZipFile(tmp_path / "XA.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("XA.txt", DUMP)
    assert read_places(tmp_path / "XA.zip")[1] == read_places(tmp_path / "XA.txt")[1]
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.txt", DUMP)
        archive.writestr("b.txt", DUMP)
    with pytest.raises(TreguaError, match="holds 2 lists"):
        read_places(tmp_path / "two.zip")


def test_pcodes_give_units_of_each_level_without_a_point(tmp_path: Path) -> None:
    path = tmp_path / "pcodes.csv"
    path.write_text(
        "ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_PCODE\n"
        "XA,East,الشرق,XA01,Wells,XA0101\nXA,East,الشرق,XA01,Harbour,XA0102\n", "utf-8",
    )  # fmt: skip
    form, rows, problems = read_places(path)
    assert (form, problems) == ("pcodes", [])
    assert [(row.id, row.name, row.kind, row.province) for row in rows] == [
        ("xa01", "East", "province", ""),
        ("xa0101", "Wells", "district", "East"),
        ("xa0102", "Harbour", "district", "East"),
    ]  # fmt: skip
    assert rows[0].others == ("الشرق",)
    assert rows[0].lat is None
    assert rows[0].country == "XA"


def test_points_come_from_tables_and_json(tmp_path: Path) -> None:
    table, objects = tmp_path / "points.csv", tmp_path / "points.json"
    table.write_text(
        "id;name;lat;lon;admin1;other_names\n7;Mill;36.1;37.1;East;Old Mill|الطاحونة\n8;;1;1;;\n9;Pole;99;1;;\n"
    )
    form, (mill,), problems = read_places(table)
    assert (form, mill.id, mill.province, mill.others) == ("points", "p-7", "East", ("Old Mill", "الطاحونة"))
    assert [problem.line for problem in problems] == [3, 4]
    objects.write_text(json.dumps({"places": [{"name": "Mill", "name_ar": "الطاحونة", "lat": "36.1", "lon": 37.1}, 5]}))
    _, (mill,), problems = read_places(objects)
    assert (mill.others, mill.lat) == (("الطاحونة",), 36.1)
    assert "entry 2" in problems[0].message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a,b\n1,2\n", "no list of places"),
        (b"[{]", "no JSON"),
        (b"[]", "gives no place"),
        (b"name,lat\n,\n", "no name"),
        (b'"' + b"x" * 140_000, "no table"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "list").write_bytes(content)
    with pytest.raises(TreguaError, match=says):
        read_places(tmp_path / "list")
    with pytest.raises(TreguaError, match="cannot be read"):
        read_places(tmp_path / "none")


def _kept(folder: Path, rows: Sequence[Row], outer: Gazetteer) -> KeptPlaces:
    return KeptPlaces(folder, keep_places(folder, rows, MANIFEST), outer)


def test_a_province_of_the_case_is_the_province_of_what_is_kept(tmp_path: Path) -> None:
    (tmp_path / "XA.txt").write_text(DUMP, "utf-8")
    own = AuthoredPlaces([Place(id="east", name="East Province", kind="province", country="XA")])
    kept = _kept(tmp_path, read_places(tmp_path / "XA.txt")[1], own)
    both = Layered([own, kept])
    assert [match.id for match in both.match("Two Wells", "East Province")] == ["geonames-11"]
    assert {match.id for match in both.match("Two Wells", "")} == {"geonames-11", "geonames-12"}
    assert [match.id for match in both.match("بئر اثنين", "")] == ["geonames-11"]
    assert both.match("East Province", "")[0].id == "east"
    wells, far = both.get("geonames-11"), both.get("geonames-12")
    assert wells is not None
    assert far is not None
    assert (wells.province, far.province, wells.cite) == ("east", "geonames-2", "XA.zip")
    assert {place.id for place in both.all()} >= {"east", "geonames-2", "geonames-11"}
    assert "geonames-1" not in {place.id for place in both.all()}
    assert both.match("Three Wells", "") == ()
    assert both.get("nowhere") is None
    assert [match.id for match in both.near("Harbour")] == ["geonames-13"]


def test_a_kept_list_that_was_changed_is_not_used(tmp_path: Path) -> None:
    own = AuthoredPlaces([])
    _kept(tmp_path, [Row(id="a", name="A", kind="village")], own)
    manifest = kept_manifest(tmp_path, "XA")
    assert manifest is not None
    (tmp_path / "XA.jsonl").write_text("{}\n", "utf-8")
    with pytest.raises(TreguaError, match="is not what was added"):
        KeptPlaces(tmp_path, manifest, own)
    (tmp_path / "XA.jsonl").unlink()
    with pytest.raises(TreguaError, match="cannot be read"):
        KeptPlaces(tmp_path, manifest, own)
    (tmp_path / "XA.json").write_text("{", "utf-8")
    assert kept_manifest(tmp_path, "XA") is None
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(TreguaError, match="cannot be written"):
        keep_places(tmp_path / "file", [], MANIFEST)


class TestLayered(GazetteerConformance):
    """Places of two layers."""

    def index(self, places: Sequence[Place]) -> Gazetteer:
        return Layered([AuthoredPlaces(places), AuthoredPlaces(())])


class TestExactPlaces(GazetteerConformance):
    """Places by just their names."""

    def index(self, places: Sequence[Place]) -> Gazetteer:
        return ExactPlaces(places)

    def test_what_is_like_a_name_is_none(self) -> None:
        assert self.index([Place(id="m", name="Mali", kind="country")]).match("Malia", "") == ()
