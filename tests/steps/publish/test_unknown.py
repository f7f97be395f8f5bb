from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.steps.publish.sample import WEEK, sample_book
from tregua.errors import Problem
from tregua.records.claim import Adherence
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.contents import compose
from tregua.steps.publish.sentences import Reference
from tregua.steps.publish.unknown import Gap

BOOK = sample_book()


def gaps(book: Book = BOOK) -> dict[str, Gap]:
    return {gap.title: gap for gap in compose(book, WEEK).gaps}


def words(gap: Gap) -> list[str]:
    return ["".join(part.text if isinstance(part, Reference) else part for part in item) for item in gap.items]


def test_rulings_name_the_fact_they_wait_for() -> None:
    found = words(gaps()["Rulings that wait for a fact"])
    assert found[0].startswith(
        "who did it (under “Cessation of hostilities of the lake provinces”): small-arms, Aleppo"
    )
    assert any(line.startswith("The text leaves the ridge open (under") for line in found)


def test_days_without_a_count_are_drawn_together() -> None:
    assert words(gaps()["Days without a count"]) == [
        "Northern Council Press Office on Southern Government: 8 March 2016; 11 to 13 March 2016",
        "Lakeside Coordination Centre on Northern Council: 7 March 2016; 10 to 11 March 2016; 13 March 2016",
    ]


def test_a_full_ledger_leaves_no_gap() -> None:
    book = replace(BOOK, reconciliations=())
    assert "Days without a count" not in gaps(book)


def test_a_day_that_both_count_leaves_no_gap() -> None:
    day = dt.date(2016, 3, 9)
    titles = [gap.title for gap in compose(BOOK, Period(first=day, last=day)).gaps]
    assert "Days without a count" not in titles


def test_names_that_nobody_resolved_are_listed_by_kind() -> None:
    found = words(gaps()["Names that the registries do not hold"])
    assert "actor “gunmen in two cars”: 1 claim" in found
    assert "speaker “a man who gave no name”: 2 claims" in found


def test_other_kinds_of_claims_have_no_names_here() -> None:
    other = replace(BOOK.claims[15], slots=Adherence(who="towns", status="total"), chain=())
    book = replace(BOOK, claims=(*BOOK.claims[:15], other, *BOOK.claims[16:]))
    assert "actor “gunmen in two cars”: 1 claim" not in words(gaps(book)["Names that the registries do not hold"])


def test_problems_are_told_but_not_notes() -> None:
    found = words(gaps()["Items that could not be read, or only with a doubt"])
    assert found[0] == "error: leaflet.pdf: it holds pictures only (type it in)"
    assert not any("a table was left out" in line for line in found)


def test_a_very_long_list_is_cut_and_says_so() -> None:
    problems = tuple(Problem(where=f"file-{number:04d}", message="broken") for number in range(250))
    gap = gaps(replace(BOOK, problems=problems))["Items that could not be read, or only with a doubt"]
    assert (len(gap.items), gap.left_out) == (200, 50)


def test_counts_without_a_window_are_named() -> None:
    assert words(gaps()["Counts without a stated time"]) == ["2 by a man who gave no name"]
