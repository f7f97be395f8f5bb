"""The start of a truce that a text only calls "the truce" is told from its place and day, or not at all."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import tallies, window
from tregua.steps.extract.known_truces import known_truces, truce_meant


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The agreement in Gaza was broken again.", "2025-11-20", "2025-10-10"),
        ("The agreement in Gaza was broken again.", "2025-02-02", "2025-01-19"),
        ("The agreement in Gaza was broken again.", "2025-06-02", None),
        ("Breaches in Gaza and in Lebanon went on.", "2025-11-20", None),
        ("Breaches in Gaza went on, said Gaza's rescuers. Lebanon was calm.", "2025-11-20", "2025-10-10"),
        ("حصيلة الخروقات في قطاع غزة", "2025-11-20", "2025-10-10"),
        ("Перемирие в Сирии", "2016-09-14", "2016-09-12"),
        ("Shots were fired near Gazakh and in Tovuz.", "2025-11-20", None),
        ("Gazans say that the truce was broken.", "2025-11-20", "2025-10-10"),
        ("خروقات بغزة", "2025-11-20", "2025-10-10"),
        ("A newspaper (газета) says so.", "2025-11-20", None),
        ("The agreement in Gaza was broken again.", None, None),
    ],
)
def test_the_start_is_that_of_the_one_truce_of_place_and_day(
    text: str, published: str | None, expected: str | None
) -> None:
    day = None if published is None else dt.date.fromisoformat(published)
    start = None if expected is None else dt.date.fromisoformat(expected)
    truce = truce_meant(text, day)
    assert (truce and truce.start) == start


def test_windows_since_the_truce_use_it() -> None:
    (tally,) = tallies(
        "The office recorded 497 violations in Gaza since the start of the ceasefire.", published="2025-11-23"
    )
    assert window(tally) == ("2025-10-10", "2025-11-23")


def test_every_known_truce_has_days_in_order_and_a_source() -> None:
    truces = known_truces()
    assert len({truce.id for truce in truces}) == len(truces) > 15
    for truce in truces:
        assert truce.last is None or truce.start <= truce.last
        assert truce.source
        assert all(name == name.casefold() for name in truce.names)
