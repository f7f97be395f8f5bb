"""``tregua reconcile``: a table of counts, or a case."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

TABLE = """published,origin,accused,area,count,bound,start,end,url,note
2026-03-06,Canal Monitor,militia,,70,exact,2026-03-02,2026-03-06,u1,
2026-03-07,Canal Monitor,militia,,10,,2026-03-07,,u2,a day
2026-03-07,Canal Monitor,militia,North,6,exact,2026-03-07,2026-03-07,u2,
2026-03-07,Canal Monitor,militia,South,3,exact,2026-03-07,2026-03-07,u2,

2026-03-08,Canal Monitor,militia,,14,exact,2026-03-08,2026-03-08,u3,
2026-03-09,Canal Monitor,militia,,90,exact,2026-03-02,2026-03-09,u4,
2026-03-10,Canal Monitor,militia,,97,exact,2026-03-02,2026-03-10,u5,
2026-03-10,Canal Monitor,militia,,7,exact,2026-03-10,2026-03-10,u5,
2026-03-10,Harbour Watch,,,4,at least,2026-03-10,2026-03-12,u6,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "counts.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_a_table_is_reported_within_eighty_columns(tregua: Run, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = tregua("reconcile", table)
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80
    words = " ".join(result.output.split())
    assert "Canal Monitor about militia: 8 counts" in words
    assert "90 from 2 March to 9 March 2026 minus 70 from 2 March to 6 March 2026 leaves 20" in words
    assert "together 24 [line 8; line 2; line 3; line 7]" in words
    assert "on 7 March 2026: the split sums to 9 of 10 (North 6, South 3)" in words
    assert "97 from 2 March to 10 March 2026 = 90 from 2 March to 9 March 2026 + 7 on 10 March 2026" in words
    assert "Harbour Watch about nobody named: 1 count" in words
    assert "10 March to 12 March 2026: 0 or more each" in words


def test_a_table_as_json(tregua: Run, table: Path) -> None:
    result = tregua("reconcile", table, "--json")
    held = json.loads(result.output)
    book = held["books"][0]
    assert held["problems"] == []
    assert [each["kind"] for each in book["discrepancies"]] == ["conflict", "split"]
    assert book["discrepancies"][0]["statements"] == ["line 8", "line 2", "line 3", "line 7"]
    assert book["days"][0] == {
        "day": "2026-03-02",
        "low": 0,
        "high": book["days"][0]["high"],
        "stated": None,
        "bound": "exact",
    }


BAD = {
    "Canal,,,x,,2026-03-01,,": "2: 'count' is no whole number below 1000000000: 'x'",
    "Canal,,,-4,,2026-03-01,,": "2: 'count' is no whole number below 1000000000: '-4'",
    ",,,4,,2026-03-01,,": "2: 'origin' is empty: say whose count this is",
    "Canal,,,4,,6 May,,": "2: 'start' is no date: '6 May' (write it as 2016-05-06)",
    "Canal,,,4,,2026-03-02,2026-03-01,": "2: 'end' 2026-03-01 is before 'start' 2026-03-02",
    "Canal,,,4,,2006-03-02,2026-03-01,": "2: 2006-03-02 to 2026-03-01 is more than ten years",
    "Canal,,,4,circa,2026-03-02,,": "2: 'bound' is 'circa' and not one of: exact",
}


@pytest.mark.parametrize(("row", "message"), BAD.items())
def test_a_row_that_cannot_be_read_is_named_and_nothing_is_summed(
    tregua: Run, tmp_path: Path, row: str, message: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(f"origin,accused,area,count,bound,start,end,url\n{row}\nCanal,,,1,,2026-03-01,,\n", "utf-8")
    result = tregua("reconcile", path, "--json")
    assert result.exit_code == 1
    held = json.loads(result.output)
    assert held["books"] == []
    assert f"bad.csv:{message}" in held["problems"][0]


FILES = {
    b"origin,count\nCanal,4\n": "bad.csv:1: no column start; a table of counts has published,origin,",
    b"origin,count,start\nCanal,4,\xff\n": "bad.csv:2: this is not UTF-8; save the table as CSV in UTF-8",
    b'origin,count,start\n"Canal"x,4,2026-03-01\n': "bad.csv:2: this is no CSV: ",
    b"": "bad.csv:1: no column origin, count, start",
}


@pytest.mark.parametrize(("data", "message"), FILES.items())
def test_a_file_that_is_no_table_of_counts_is_told(tregua: Run, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    result = tregua("reconcile", path)
    assert result.exit_code == 1
    assert message in str(result.exception)
    assert "cannot be read" in str(tregua("reconcile", tmp_path / "none.csv").exception)


def test_the_books_of_a_case(tregua: Run, case: Path) -> None:
    assert tregua("run", case).exit_code == 0
    result = tregua("reconcile", case)
    assert result.exit_code == 0
    assert "Hmeimim centre about" in result.output


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_table_as_spreadsheets_write_it_is_read(tmp_path: Path, tregua: Run, between: str) -> None:
    rows = [("Published", "Origin", "Count", "Start", "End"), ("", "Canal", "490", "2016-02-27", "2016-05-05"),
            ("", "Canal", "470", "2016-02-27", "2016-04-30"), ("", "Canal", "30", "2016-05-02", "")]  # fmt: skip
    table = tmp_path / "counts.csv"
    table.write_text("\ufeff" + "\r\n".join(between.join(row) for row in rows), "utf-8")
    result = tregua("reconcile", table)
    assert result.exit_code == 0, result.output
    assert "Canal about nobody named: 3 counts" in result.stdout
    assert "Cannot all be true" in result.stdout
