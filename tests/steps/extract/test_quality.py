from __future__ import annotations

import json
from typing import Any

import pytest
from benchmarks import quality, quality_score, quality_table


@pytest.fixture(scope="module")
def reached() -> dict[str, dict[str, float]]:
    cases = quality.load_cases()
    return quality.figures(cases, quality.read(cases))


def test_the_floors_are_those_of_these_cases() -> None:
    pinned = json.loads(quality.FLOORS.read_text("utf-8"))
    assert pinned["corpus"] == quality.corpus_hash(quality.load_cases())


def test_no_figure_is_below_its_floor(reached: dict[str, dict[str, float]]) -> None:
    pinned = json.loads(quality.FLOORS.read_text("utf-8"))
    assert quality.below(reached, pinned["floors"]) == []


def test_a_worse_figure_is_named() -> None:
    floors = {"en": {"tally": 0.8, "bad_span": 0}}
    assert quality.below({"en": {"tally": 0.7, "bad_span": 1}}, floors) == [
        "en tally: 0.7, the floor is 0.8",
        "en bad_span: 1, the floor is 0",
    ]
    assert quality.raised({"en": {"tally": 0.7, "bad_span": 1}}, floors) == {"en": {"tally": 0.8, "bad_span": 0}}


def case(name: str, language: str = "en", **more: object) -> dict[str, Any]:
    return {"id": name, "language": language, "text": "Rebels shelled Aleppo.", "gold": [], **more}


def test_the_part_of_a_case_depends_on_its_id_alone() -> None:
    assert [quality.is_aside(case(name)) for name in ("005", "002", "own26", "own25")] == [True, False, True, False]


def test_the_six_are_scored_together_by_origin_and_part() -> None:
    cases = [case("002", "ar"), case("005", "uk"), case("own25", "fr"), case("own26", "en")]
    found = {name: [held["id"] for held in chosen] for name, chosen in quality.scopes(cases).items()}
    assert found["six tuned"] == ["002"]
    assert found["six aside"] == ["005"]
    assert found["six own tuned"] == ["own25"]
    assert "six own aside" not in found
    assert found["all own aside"] == ["own26"]


def test_what_nothing_stands_behind_has_no_figure() -> None:
    assert quality_score.score([case("002")], []) == dict.fromkeys(quality_score.NEVER, 0)


def test_a_denial_told_apart_and_slots_are_counted() -> None:
    gold = {
        "kind": "incident",
        "act": "shelling",
        "actor": "rebels",
        "place": "Aleppo",
        "denied_by": "rebels",
        "quote": "Rebels shelled Aleppo",
    }
    claim = {
        "document": "002",
        "kind": "incident",
        "act": "shelling",
        "actor": {"text": "Rebels", "name": None},
        "place": {"text": "Homs", "name": None},
        "span": [0, 21],
        "quote": "Rebels shelled Aleppo",
        "stance": "denied",
    }
    figures = quality_score.score([case("002", gold=[gold])], [claim])
    assert (figures["denials"], figures["incident.actor"], figures["incident.place"]) == (1.0, 1.0, 0.0)
    assert figures["incident"] == 1.0


def test_errors_name_what_is_missed_and_what_is_extra() -> None:
    gold = {"kind": "blame", "accused": "rebels", "quote": "Rebels shelled Aleppo"}
    claim = {"document": "002", "kind": "blame", "accused": "army", "span": [0, 21], "quote": "Rebels"}
    assert list(quality_score.errors(case("002", gold=[gold]), [claim])) == [
        "002 missed blame: Rebels shelled Aleppo",
        "002 extra blame: Rebels",
    ]


def test_the_table_marks_a_gap_that_is_too_wide() -> None:
    figures = {"en tuned": {"tally": 0.9, "truce": 0.8}, "en aside": {"tally": 0.7, "truce": 0.75, "blame": 1.0}}
    last = quality_table.tables(figures, "ff").splitlines()[-1].split()
    assert last == ["en", "-0.200*", ".", ".", "-0.050", ".", ".", "."]


def test_a_group_that_grows_with_each_pack_is_not_pinned() -> None:
    held = {"en tuned": {"tally": 1.0}, "all tuned": {"tally": 1.0}, "all own aside": {"tally": 1.0}}
    assert quality.lasting(held) == {"en tuned": {"tally": 1.0}}
