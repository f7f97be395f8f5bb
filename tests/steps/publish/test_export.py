from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from tests.steps.publish.cast import PLACES, TELL_ONE, TELL_TWO
from tests.steps.publish.sample import sample_book
from tests.steps.publish.statements import ZONE, span_of
from tregua.steps.publish.book import Book
from tregua.steps.publish.export import csv_bytes, csv_files, csv_zip, geojson
from tregua.steps.publish.tables import Table, date_code, tables_of
from tregua.vocabulary.acts import ACLED_SUB_EVENT, Act

BOOK = sample_book()


def rows(name: str, book: Book = BOOK) -> list[dict[str, str]]:
    text = csv_files(book)[f"{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text)))[1:]


def features(book: Book = BOOK) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(geojson(book))["features"]
    return found


def test_every_table_has_names_and_hashtags() -> None:
    for table in tables_of(BOOK):
        assert len({name for name, _, _ in table.columns}) == len(table.columns)
        assert all(tag.startswith("#") for _, tag, _ in table.columns)
    second = csv_files(BOOK)["incidents.csv"].decode().split("\n")[1]
    assert second.startswith("#event+id,#date+start,#date+end")


def test_an_incident_has_the_codes_of_the_field() -> None:
    found = {row["id"]: row for row in rows("incidents")}
    first = found["i-000000000001"]
    assert first["acled_sub_event"] == ACLED_SUB_EVENT[Act.SHELLING]
    assert (first["where_prec"], first["date_prec"]) == ("1", "1")
    assert (first["latitude"], first["longitude"], first["province"]) == ("36.35", "37.35", "Aleppo")
    assert (first["killed_low"], first["injured_low"], first["injured_high"]) == ("3", "5", "")
    assert first["origins"] == "Lakeside Coordination Centre; Northern Council Press Office"
    assert (first["ruling"], first["clause"]) == ("contested", "no-fire")
    assert found["i-000000000006"]["date_prec"] == "2"
    assert found["i-000000000007"]["ruling"] == "not ruled"


def test_what_is_not_known_is_an_empty_cell_and_never_nought() -> None:
    row = next(row for row in rows("incidents") if row["id"] == "i-000000000004")
    for name in ("date_first", "date_prec", "latitude", "where_prec", "killed_low", "killed_high", "province"):
        assert row[name] == ""


def test_a_province_has_no_coordinates() -> None:
    row = next(row for row in rows("incidents") if row["id"] == "i-000000000003")
    assert (row["where_prec"], row["latitude"], row["longitude"], row["province"]) == ("4", "", "", "Aleppo")


@pytest.mark.parametrize(("days", "code"), [(1, 1), (2, 2), (6, 2), (7, 3), (30, 4), (32, 5)])
def test_date_codes_follow_the_length_of_the_span(days: int, code: int) -> None:
    first = dt.date(2016, 3, 1)
    assert date_code(span_of(first, first + dt.timedelta(days=days - 1)), ZONE) == code
    assert date_code(None, ZONE) is None


def test_claims_keep_chain_quote_and_place_in_the_text() -> None:
    found = {row["id"]: row for row in rows("claims")}
    assert (
        found["c-000000000002"]["chain"] == "Lakeside Coordination Centre > Southern Press Agency > The Daily Courier"
    )
    assert found["c-000000000011"]["denied_by"] == "Northern Council Press Office"
    assert found["c-000000000013"]["quote"].startswith("قصفت")
    assert found["c-000000000006"]["address"] == ""
    assert found["c-000000000015"]["published"] == "2016-03-11T21:30:00+00:00"
    assert found["c-000000000010"]["published"] == ""
    assert "\u2068" not in found["c-000000000013"]["says"]


def test_tallies_keep_bound_window_and_copies() -> None:
    found = {row["id"]: row for row in rows("tallies")}
    assert "t-000000000010" not in found
    one = found["t-000000000001"]
    assert (one["count"], one["bound"], one["window_first"], one["copies"]) == ("9", "exact", "2016-03-08", "2")
    assert (one["origin_side"], one["accused"], one["ordinal"]) == ("south", '"the terrorists"', "false")
    assert found["t-000000000009"]["window_first"] == ""
    assert found["t-000000000008"]["area"] == "Aleppo"


def test_each_origin_has_a_row_for_each_incident_it_tells_of_or_denies() -> None:
    told = [row for row in rows("accounts") if row["incident"] == "i-000000000001"]
    assert [(row["origin"], row["denies"], row["act"]) for row in told] == [
        ("Lakeside Coordination Centre", "false", ""), ("Northern Council Press Office", "true", ""),
    ]  # fmt: skip
    assert [row["killed_low"] for row in told] == ["", "3"]
    incident = next(row for row in rows("incidents") if row["id"] == "i-000000000001")
    assert (incident["differs"], incident["denied_by"]) == ("actors; killed", "Northern Council Press Office")


def test_findings_write_out_their_citation() -> None:
    row = rows("findings")[0]
    assert row["citation"].startswith("Joint statement of the guarantors, 3")
    assert row["by_version"] == "Lakeside Coordination Centre: breach; Northern Council Press Office: breach"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(text: str) -> None:
    table = Table(name="x", columns=(("a", "#a", "text"), ("b", "#b", "number")), rows=((text, -1),))
    written = list(csv.reader(io.StringIO(csv_bytes(table).decode())))[2]
    assert written == [f"'{text}", "-1"]


def test_a_formula_hidden_in_the_evidence_is_neutralised() -> None:
    claim = replace(BOOK.claims[0], quote="=HYPERLINK(1)")
    assert rows("claims", replace(BOOK, claims=(claim,)))[0]["quote"] == "'=HYPERLINK(1)"


def test_the_same_book_gives_the_same_bytes() -> None:
    assert csv_zip(BOOK) == csv_zip(sample_book())
    assert geojson(BOOK) == geojson(sample_book())
    with zipfile.ZipFile(io.BytesIO(csv_zip(BOOK))) as archive:
        assert archive.namelist() == ["incidents.csv", "findings.csv", "claims.csv", "accounts.csv", "tallies.csv"]


def test_only_points_known_to_the_point_are_geometries() -> None:
    found = {feature["id"]: feature for feature in features()}
    assert found["i-000000000001"]["geometry"] == {"type": "Point", "coordinates": [37.35, 36.35]}
    reasons = {key: item["properties"].get("no_geometry") for key, item in found.items() if item["geometry"] is None}
    assert reasons["i-000000000003"] == "Aleppo: known only to precision 4"
    assert reasons["i-000000000004"] == "Hamlet of the Seven Very Old Wells: not in the registry"
    assert reasons["i-000000000008"] == "The Ridge: the registry gives no point"
    assert all("no_geometry" not in item["properties"] for item in found.values() if item["geometry"])


def test_several_places_are_several_points_or_none() -> None:
    both = replace(BOOK.incidents[0], places=(TELL_ONE, TELL_TWO))
    none = replace(BOOK.incidents[1], places=())
    vague = replace(BOOK.incidents[2], places=(TELL_ONE, replace(TELL_TWO, precision=None)))
    found = features(replace(BOOK, incidents=(both, none, vague)))
    assert found[0]["geometry"] == {"type": "MultiPoint", "coordinates": [[37.35, 36.35], [36.65, 35.75]]}
    assert found[1]["properties"]["no_geometry"] == "no place is stated"
    assert found[2]["properties"]["no_geometry"] == "تل اثنان: known only to precision unknown"
    row = rows("incidents", replace(BOOK, incidents=(both,)))[0]
    assert (row["latitude"], row["province"]) == ("", "Aleppo; Idlib")


def test_a_book_with_holes_is_still_written() -> None:
    places = {key: place for key, place in PLACES.items() if key != "aleppo-province"}
    book = replace(BOOK, documents=(), claims=BOOK.claims[:11], places=places)
    assert rows("claims", book)[0]["publisher"] == ""
    first = rows("incidents", book)[0]
    assert first["origins"] == "Lakeside Coordination Centre"
    assert first["province"] == ""
    silent = replace(BOOK.claims[10], chain=())
    assert rows("incidents", replace(book, claims=(silent,)))[0]["origins"] == ""
