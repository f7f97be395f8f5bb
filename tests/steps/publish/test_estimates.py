from __future__ import annotations

from dataclasses import replace

import pytest

from tests.steps.publish.sample import sample_book
from tregua.records.indicator import Estimate
from tregua.steps.publish.estimates import estimate_words
from tregua.steps.publish.explain import explain

RATE = Estimate(
    id="n-000000000001",
    name="rate",
    key="all",
    value=1.394,
    low=0.968,
    high=2.0,
    unit="incidents a day",
    definition="Incidents a day that are told of.",
    method="Exact Poisson interval (Garwood 1936).",
    records=("i-000000000001", "i-000000000002"),
    notes=("124 incidents on 89 days", "warning: few reports"),
)
HELD = replace(
    RATE, id="n-000000000002", name="ceasefire days held", key="lake-truce", value=None, low=9, high=71, unit="days",
    method="", notes=(), records=(),
)  # fmt: skip
REFUSED = replace(RATE, id="n-000000000003", value=None, low=None, high=None, notes=(), refused="too few")
BOOK = replace(sample_book(), estimates=(RATE, HELD, REFUSED))


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (RATE, "1.4 incidents a day (0.97 to 2)"),
        (HELD, "9 to 71 days"),
        (replace(HELD, value=4, low=4, high=4), "4 days"),
        (replace(HELD, high=None), "9 or more days"),
        (replace(RATE, low=None, high=None, value=2, unit="changes"), "2 changes"),
        (replace(RATE, value=346.7, low=120.2, high=None), "347 incidents a day (120 or more)"),
        (REFUSED, "not given: too few"),
    ],
)
def test_an_estimate_in_words(item: Estimate, words: str) -> None:
    assert estimate_words(item) == words


def test_an_estimate_is_explained_to_someone_new() -> None:
    text = " ".join(explain(BOOK, RATE.id).text().split())
    for words in (
        "Figure n-000000000001: rate, all: 1.4 incidents a day (0.97 to 2). The interval is one of 95 %",
        "What it is: Incidents a day that are told of.",
        "How it is got: Exact Poisson interval (Garwood 1936).",
        "What to know before using it: 124 incidents on 89 days. Warning: few reports.",
        "It rests on 2 records: i-000000000001: shelling",
    ):
        assert words in text


def test_bounds_and_refusals_are_explained() -> None:
    held = explain(BOOK, HELD.id).text()
    assert "ceasefire days held, Cessation of hostilities of the lake provinces: 9 to 71" in " ".join(held.split())
    assert "These are bounds" in held
    assert "How it is got" not in held
    assert "It rests on 0 records." in held
    refused = explain(BOOK, REFUSED.id).text()
    assert "Why it is not given:\n  Too few." in refused
