from __future__ import annotations

from dataclasses import replace

import pytest

from tests.steps.publish.sample import WEEK, sample_book
from tregua.records.indicator import Estimate
from tregua.steps.publish.charts import stretch_chart
from tregua.steps.publish.estimates import Stretch, estimate_groups, estimate_words
from tregua.steps.publish.explain import explain
from tregua.steps.publish.naming import Names
from tregua.steps.publish.pdf import report_typst
from tregua.steps.publish.report import report_html

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


def daily(name: str, **more: float | str | None) -> Estimate:
    values = {"name": f"ceasefire days {name}", "id": f"n-{name}", "notes": ("of 90 days in force",), **more}
    return replace(HELD, **values)  # type: ignore[arg-type]


DAYS = (
    daily("held"),
    daily("broken", low=2, high=64),
    daily("without news", value=17, low=17, high=17),
)
RATES = (
    RATE,
    replace(RATE, name="rate by act", id="n-act", key="shelling"),
    replace(REFUSED, name="rate by side"),
)
MEASURED = replace(BOOK, estimates=(*DAYS, *RATES))


def test_estimates_are_grouped_with_their_days_and_what_few_look_for_is_folded() -> None:
    groups = estimate_groups(MEASURED.estimates, Names(MEASURED))
    held, broken, _, rate, acts, sides = groups
    assert held.stretches == (
        Stretch(about="Cessation of hostilities of the lake provinces", held=9, broken=2, doubtful=62, silent=17),
    )
    assert held.given[0].about == "Cessation of hostilities of the lake provinces"
    assert (held.given[0].notes, broken.given[0].notes) == (("of 90 days in force",), ())
    assert (rate.folded, acts.folded, sides.folded) == (False, True, False)
    assert [each.words for each in (*sides.given, *sides.refused)] == ["not given: too few"]


def test_the_page_and_the_pdf_print_estimates_and_leave_the_section_out_where_there_are_none() -> None:
    page = report_html(MEASURED, WEEK)
    assert 'id="measured"' in page
    assert "<strong>9 to 71 days</strong>" in page
    assert "62 in doubt" in page
    assert "<summary>Rate by act: 1</summary>" in page
    assert "1 figures" not in page
    assert "not given: too few" in page
    assert "9 to 71 days" in report_typst(MEASURED, WEEK)
    without = report_html(sample_book(), WEEK)
    assert 'id="measured"' not in without
    assert "Not given" not in report_html(replace(BOOK, estimates=(RATE,)), WEEK)


def test_a_stretch_of_no_days_is_drawn_too() -> None:
    assert "0 held" in stretch_chart(Stretch(about="a truce", held=0, broken=0, doubtful=0, silent=0))
