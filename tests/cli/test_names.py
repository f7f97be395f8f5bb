from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

STRANGE = """Title: Shelling in the south
Source: Rights Network
Published: 2016-05-07

The Fourth Sheikh Brigade shelled Kafr Hamrah in Aleppo on 5 May, killing two civilians.

Gunmen abducted three farmers in Khan Tuman al-Gharbiya on 6 May.
"""


@pytest.fixture
def strange(case: Path, tregua: Run) -> Path:
    (case / "reports" / "strange.txt").write_text(STRANGE, "utf-8")
    assert tregua("run", case).exit_code == 0
    return case


def _names(tregua: Run, kind: str, case: Path) -> dict[str, list[str]]:
    lines = [json.loads(line) for line in tregua(kind, case, "--json").output.splitlines()]
    return {line["text"]: [each["id"] for each in line["candidates"]] for line in lines}


def test_names_that_nobody_knows_are_listed_with_what_they_are_like(strange: Path, tregua: Run) -> None:
    assert "Fourth Sheikh Brigade" in _names(tregua, "actors", strange)
    assert _names(tregua, "places", strange)["Khan Tuman al-Gharbiya"] == ["khan-touman"]
    listed = tregua("places", strange, "--most", 1)
    assert "1 claim" in listed.output
    assert "--accept NAME --as ID" in listed.output


def test_an_accepted_name_is_known_to_the_next_run_until_it_is_withdrawn(strange: Path, tregua: Run) -> None:
    accepted = tregua(
        "actors", strange, "--accept", "Fourth Sheikh Brigade", "--as", "jabhat-al-nusra", "--why", "its own page"
    )  # fmt: skip
    assert accepted.exit_code == 0, accepted.output
    assert "kept as j-1" in accepted.output
    assert "Fourth Sheikh Brigade" not in _names(tregua, "actors", strange)
    claims = strange / "claims"
    assert tregua("export", strange, "--format", "csv", "-o", claims).exit_code == 0
    assert "Jabhat al-Nusra" in (claims / "claims.csv").read_text("utf-8")
    assert "to identify as the" in tregua("explain", strange, "j-1").output
    assert tregua("judge", strange, "withdraw", "j-1", "--why", "another brigade").exit_code == 0
    assert "Fourth Sheikh Brigade" in _names(tregua, "actors", strange)
    assert "withdrawn by j-2" in tregua("explain", strange, "j-1").output
    assert tregua("run", strange).exit_code == 0
    assert "withdrawn by j-2" in (strange / "out" / "report.html").read_text("utf-8")


def test_a_name_can_be_said_to_mean_nobody(strange: Path, tregua: Run) -> None:
    words = ("--accept", "Kafr Hamrah", "--as", "unknown", "--why", "two villages are called so", "--who", "R. Silva")
    assert tregua("places", strange, *words).exit_code == 0
    listed = tregua("places", strange).output
    assert "nobody known, identified by R. Silva (j-1)" in listed


def test_accepting_needs_a_reason_and_an_id_that_is_there(strange: Path, tregua: Run) -> None:
    words = ("places", strange, "--accept", "Kafr Hamrah")
    assert "--why" in str(tregua(*words, "--as", "aleppo").exception)
    wrong = tregua(*words, "--as", "alepo", "--why", "a slip")
    assert "the nearest are aleppo" in str(wrong.exception)
    assert "places.yaml" in str(tregua(*words, "--as", "xqzzy", "--why", "a slip").exception)
    assert "no record has the id" in str(tregua("judge", strange, "withdraw", "j-9", "--why", "a slip").exception)


def test_a_case_without_unknown_names_says_so(case: Path, tregua: Run) -> None:
    assert "Every place that the claims name is known." in tregua("places", case).output
