"""``tregua measure`` on the small case, and what ``explain`` says of its figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tregua.cli import measure as shown

Run = Callable[..., Result]


@pytest.fixture
def measured(tregua: Run, case: Path) -> Path:
    assert tregua("run", case).exit_code == 0
    return case


def test_figures_keep_to_eighty_columns(tregua: Run, measured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = tregua("measure", measured)
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80
    words = " ".join(result.output.split())
    assert "incidents by act: attack 1; shelling 1" in words
    assert "people killed: all 4 or more; not stated 1" in words
    assert "ceasefire days held syria-coh-2016: " in words
    assert "[n-9133f23c407e] of 3 days in force: " in words
    assert "rate all: not given: reports cover 3 days; a rate needs at least 14 [n-" in words
    assert "incidents by day" not in words


def test_many_figures_are_told_briefly(tregua: Run, measured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "_MOST_REFUSALS", 1)
    monkeypatch.setattr(shown, "_MOST_KEYS", 1)
    output = tregua("measure", measured).output
    assert "\n  1 more are not given; --json has each with its reason" in output
    assert "incidents by act: attack 1; 1 more with --json" in output


def test_figures_as_json_have_definition_method_and_records(tregua: Run, measured: Path) -> None:
    held = json.loads(tregua("measure", measured, "--json").output)
    day = next(each for each in held["counts"] if each["name"] == "incidents by week")
    assert day["records"]
    rate = next(each for each in held["estimates"] if each["name"] == "rate")
    assert rate["refused"] == "reports cover 3 days; a rate needs at least 14"
    assert "Garwood" in rate["method"]


def test_as_of_a_day_before_the_truce_was_declared_there_is_none(tregua: Run, measured: Path) -> None:
    result = tregua("measure", measured, "--as-of", "2016-01-01", "--json")
    assert [each["name"] for each in json.loads(result.output)["estimates"]] == ["incidents no one reported"]


def test_an_estimate_can_be_explained(tregua: Run, measured: Path) -> None:
    result = tregua("explain", measured, "n-9133f23c407e")
    assert result.exit_code == 0
    words = " ".join(result.output.split())
    assert "What it is: Days on which these terms were in force and no incident is ruled a breach." in words
    assert "These are bounds" in words
    assert "no record has the id" in str(tregua("explain", measured, "n-000000000000").exception)
