"""Counts of several origins side by side, with the incidents found."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.publish.sample import sample_book
from tregua.records.claim import Mention, PlaceMention
from tregua.records.incident import Incident, Status
from tregua.records.reconciliation import Reconciliation, StretchBound
from tregua.steps.publish.book import Book
from tregua.steps.publish.compared import Comparison, compare_counts, practices
from tregua.vocabulary.actors import CountRule, Source
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import day_span

FIRST, LAST = dt.date(2031, 4, 1), dt.date(2031, 5, 20)
ORDER = [side.id for side in sample_book().truces[0].sides]


def _book(origin: str, accused: str, *bounds: tuple[str, int, int | None]) -> Reconciliation:
    stretches = tuple(StretchBound(first=FIRST, last=LAST, area=area, low=low, high=high) for area, low, high in bounds)
    return Reconciliation(
        id=f"r-{origin}-{accused}", origin=origin.title(), origin_id=origin, accused=accused, statements=(), days=(),
        stretches=stretches,
    )  # fmt: skip


def _incident(number: int, side: str, *, place: str = "", day: dt.date | None = FIRST, days: int = 1) -> Incident:
    time = day_span(day, dt.UTC) if day else None
    if time and time.start:
        time = replace(time, end=time.start + dt.timedelta(days=days))
    places = (PlaceMention(text=place, name=place.title(), id=place),) if place else ()
    return Incident(
        id=f"i-{number}", status=Status.ALLEGED, status_reason="", claims=(), act=Act.SHELLING,
        actors=(Mention(text=side, side=side),), places=places, time=time,
    )  # fmt: skip


def _case(books: tuple[Reconciliation, ...], incidents: tuple[Incident, ...] = ()) -> Book:
    rule = CountRule(says="It leaves out arrests.", cite="https://tower.example/how-we-count")
    sources = (
        Source(id="tower", name="Tower", kind="monitor", side="neutral", counts=(rule,)),
        Source(id="south-office", name="South-Office", kind="party", side=ORDER[1]),
        Source(id="north-office", name="North-Office", kind="party", side=ORDER[0]),
    )
    places = (
        Place(id="hills", name="Hills", kind="province"),
        Place(id="ridge", name="Ridge", kind="village", province="hills"),
    )
    return Book(
        title="A case", zone="UTC", truces=sample_book().truces, reconciliations=books, incidents=incidents,
        sources={source.id: source for source in sources}, places={place.id: place for place in places},
    )  # fmt: skip


def _only(*books: Reconciliation, incidents: tuple[Incident, ...] = ()) -> Comparison:
    (found,) = compare_counts(_case(books, incidents))
    return found


def test_counts_stand_in_the_order_of_sides_monitors_after_them() -> None:
    found = _only(
        _book("tower", "", ("", 5, 5)), _book("south-office", "x", ("", 9, 9)), _book("north-office", "y", ("", 7, 8))
    )
    assert [row.origin for row in found.rows] == ["North-Office", "South-Office", "Tower"]
    assert [row.counted for row in found.rows] == ["7 to 8", "9", "5"]
    assert found.title == "1 April to 20 May 2031"


def test_a_stretch_of_which_one_origin_alone_speaks_is_left_out() -> None:
    case = _case((_book("tower", "", ("", 5, 5), ("Hills", 1, 1)), _book("tower", "x", ("Hills", 2, 2))))
    assert compare_counts(case) == ()
    both = _case((_book("tower", "", ("", 5, 5), ("Hills", 1, None)), _book("north-office", "x", ("Hills", 2, 2))))
    assert [each.title for each in compare_counts(both)] == ["1 April to 20 May 2031, Hills"]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ((30, 30), (10, 10), "3 times"),
        ((30, 40), (10, 20), "1.5 to 4 times"),
        ((300, 300), (10, 12), "25 to 30 times"),
        ((30, None), (10, 20), "at least 1.5 times"),
        ((5, 10), (20, None), "at most 0.5 times"),
        ((5, 50), (20, None), ""),
        ((5, None), (20, None), ""),
        ((0, 10), (0, 20), ""),
        ((0, 3), (6, 20), "at most 0.5 times"),
    ],
)
def test_a_ratio_says_no_more_than_the_bounds_do(
    one: tuple[int, int | None], other: tuple[int, int | None], words: str
) -> None:
    found = _only(_book("north-office", "", ("", *one)), _book("tower", "", ("", *other)))
    assert [each.times for each in found.ratios] == ([words] if words else [])
    if words:
        assert found.ratios[0].words.startswith(f"North-Office on somebody not named is {words} Tower")


def test_two_books_of_one_origin_are_not_set_against_each_other() -> None:
    found = _only(
        _book("tower", "", ("", 5, 5)), _book("tower", "x", ("", 9, 9)), _book("north-office", "", ("", 9, None))
    )
    assert {(each.one.split(" on ")[0], each.other.split(" on ")[0]) for each in found.ratios} == {
        ("North-Office", "Tower")
    }


def test_incidents_are_counted_by_accused_days_and_area() -> None:
    north = ORDER[0]
    incidents = (
        _incident(1, north, place="ridge"),
        _incident(2, north, place="hills"),
        _incident(3, north, place="nowhere"),
        _incident(4, "other", place="ridge"),
        _incident(5, north, day=None),
        _incident(6, north, day=LAST, days=3),
        _incident(7, north, day=LAST + dt.timedelta(days=9)),
        _incident(8, north, days=9),
        _incident(9, north, day=FIRST - dt.timedelta(days=9)),
    )
    whole = _only(
        _book("tower", north, ("", 12, None)), _book("south-office", north, ("", 12, 15)), incidents=incidents
    )
    assert [(row.found, row.beside) for row in whole.rows] == [(3, 2), (3, 2)]
    assert [row.for_each_found for row in whole.rows] == ["4 to 5", "4 or more"]
    assert whole.rows[1].words.endswith("; incidents found: 3 (2 more may belong), 4 or more counted for each")
    hills = _only(
        _book("tower", "", ("Hills", 6, 6)), _book("south-office", "zz", ("Hills", 0, 4)), incidents=incidents
    )
    assert [(row.origin, row.found, row.beside) for row in hills.rows] == [("South-Office", 0, 0), ("Tower", 3, 0)]
    assert [row.for_each_found for row in hills.rows] == ["", "2"]
    assert hills.rows[0].words.endswith("; incidents found: 0")


def test_what_an_origin_counts_is_told_where_the_registry_knows() -> None:
    found = practices(_case((_book("tower", ""), _book("north-office", ""), _book("nobody", ""))))
    assert [each.words for each in found] == [
        "Nobody: what it counts and leaves out is not known",
        "North-Office: what it counts and leaves out is not known",
        "Tower: It leaves out arrests. (https://tower.example/how-we-count)",
    ]
