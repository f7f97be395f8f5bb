from __future__ import annotations

import json

import pytest
from benchmarks import quality


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
