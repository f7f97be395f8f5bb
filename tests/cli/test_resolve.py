from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_each_good_line_is_answered_and_each_bad_one_told(tmp_path: Path, tregua: Run) -> None:
    registry, queries, output = tmp_path / "registry.jsonl", tmp_path / "queries.jsonl", tmp_path / "answers.jsonl"
    entry = {"id": "faylaq", "names": [{"text": "فيلق الشام", "lang": "ar"}], "from": "2014-03-10", "to": None}
    registry.write_text(f'{json.dumps(entry)}\n{{"id": "empty", "names": []}}\n', "utf-8")
    asked = [{"id": 1, "text": "Faylaq al-Sham", "date": "2016-05-05"}, {"id": 2, "text": "Rotary Club"}, {"id": 3}]
    queries.write_text("not json\n[]\n{}\n\n" + "\n".join(map(json.dumps, asked)) + '\n{"id":4,"text":"a","date":"x"}')
    result = tregua("resolve", "actors", "--registry", registry, queries, "-o", output)
    assert result.exit_code == 0, result.output
    answers = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [(answer["id"], answer["match"]) for answer in answers] == [(1, "faylaq"), (2, None)]
    for place in ("registry.jsonl:2", "queries.jsonl:1", "queries.jsonl:2", "queries.jsonl:3", "queries.jsonl:7"):
        assert place in result.output


def test_what_ships_is_the_registry_when_none_is_given(tmp_path: Path, tregua: Run) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "q", "text": "Khan Touman", "context": {"admin1": "Aleppo"}}\n')
    assert '"match": "khan-t' in tregua("resolve", "places", queries).output
    assert "cannot be read" in str(tregua("resolve", "actors", tmp_path / "none.jsonl").exception)
    assert "cannot be written" in str(tregua("resolve", "places", queries, "-o", tmp_path).exception)


def test_a_point_must_lie_on_the_globe_and_an_id_is_given_once(tmp_path: Path, tregua: Run) -> None:
    registry, queries = tmp_path / "registry.jsonl", tmp_path / "queries.jsonl"
    points = [(36.7, 38.97), (91, 0), ("north", 1), (36.7, 38.97)]
    lines = [{"id": "t", "names": ["Tell Aswad"], "lat": lat, "lon": lon} for lat, lon in points]
    lines += [{"id": "n", "names": 7}, {"id": "x", "names": ["x" * 1_000_000]}]
    registry.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    queries.write_text('{"id": 1, "text": "Tall Aswad village", "context": {"lat": 36.9, "lon": 38.9}}\n', "utf-8")
    output = tregua("resolve", "places", "--registry", registry, queries).output
    assert '"match": "t"' in output
    for told in ("registry.jsonl:2", "outside the globe", "no degrees", "given twice", "no names", "at most"):
        assert told in output


def test_empty_files_give_no_answers(tmp_path: Path, tregua: Run) -> None:
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_bytes(b"")
    result = tregua("resolve", "actors", "--registry", nothing, nothing)
    assert (result.exit_code, result.output) == (0, "")


def test_an_answer_says_where_a_place_lies_and_gives_no_point_to_a_unit(tmp_path: Path, tregua: Run) -> None:
    registry, queries = tmp_path / "registry.jsonl", tmp_path / "queries.jsonl"
    entry = {
        "id": "t",
        "names": ["Tell Aswad"],
        "lat": 36.7,
        "lon": 38.9,
        "admin1": "Raqqa",
        "country": "SY",
        "kind": "town",
    }
    registry.write_text(json.dumps(entry) + "\n", "utf-8")
    queries.write_text('{"id": 1, "text": "near Tall Aswad"}\n{"id": 2, "text": "Tall Aswad district"}\n', "utf-8")
    output = tregua("resolve", "places", "--registry", registry, queries).output
    near, district = (json.loads(line) for line in output.splitlines())
    assert {key: near[key] for key in ("admin1", "country", "where_prec", "lat", "lon")} == {
        "admin1": "Raqqa", "country": "SY", "where_prec": 2, "lat": 36.7, "lon": 38.9,
    }  # fmt: skip
    assert (district["match"], district["where_prec"], district["lat"]) == ("t", 3, None)


def test_countries_are_places_of_what_ships(tmp_path: Path, tregua: Run) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": 1, "text": "أوكرانيا"}\n{"id": 2, "text": "северной Украине"}\n', "utf-8")
    answers = [json.loads(line) for line in tregua("resolve", "places", queries).output.splitlines()]
    assert [(answer["match"], answer["country"], answer["where_prec"]) for answer in answers] == [
        ("ukraine", "UA", 6), ("ukraine", "UA", 5),
    ]  # fmt: skip


def test_a_place_gets_the_province_whose_outline_it_lies_in(tmp_path: Path, tregua: Run) -> None:
    registry, queries, outlines = (tmp_path / name for name in ("registry.jsonl", "queries.jsonl", "outlines.geojson"))
    lines = [{"id": name, "names": ["Tell Aswad"], "lat": lat, "lon": 1.0} for name, lat in (("n", 1.5), ("s", 0.5))]
    registry.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    square = [[[0, 0], [2, 0], [2, 1], [0, 1], [0, 0]]]
    feature = {"properties": {"NAME_1": "South"}, "geometry": {"type": "Polygon", "coordinates": square}}
    outlines.write_text(json.dumps({"features": [feature]}), "utf-8")
    queries.write_text('{"id": 1, "text": "Tell Aswad", "context": "South Province"}\n', "utf-8")
    asked = ("resolve", "places", "--registry", registry, queries, "--outlines")
    answer = json.loads(tregua(*asked, outlines).output)
    assert (answer["match"], answer["admin1"]) == ("s", "South")
    assert "cannot be read" in str(tregua(*asked, queries).exception)
