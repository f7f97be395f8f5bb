from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

import pytest

from tregua.records.claim import Mention, PlaceMention, Speaker, Tally
from tregua.records.incident import Testimony as Told
from tregua.records.reconciliation import DiscrepancyKind, Reconciliation
from tregua.steps.reconcile import reconcile
from tregua.steps.reconcile.entries import days_covered
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Basis, Bound, Share
from tregua.vocabulary.time import Precision, Span

YEAR = 2016
START = dt.date(YEAR, 2, 27)
GROUPS = Mention(text="armed groups", side="opposition")
NUMBER = count(1)


def _at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"{YEAR}-{text}")


def _span(first: dt.date, last: dt.date) -> Span:
    return Span(start=_at(first), end=_at(last + dt.timedelta(days=1)), text="as named")


def _said(
    number: int,
    days: str | tuple[str, str] | None,
    area: str = "",
    *,
    bound: Bound = Bound.EXACT,
    accused: tuple[Mention, ...] = (GROUPS,),
    origin: str = "centre",
    unit: str = "breaches",
) -> Told:
    """Return a testimony: NUMBER breaches on the DAYS (one as ``05-03``, a running total as ``to 05-03``)."""
    window = None
    if isinstance(days, str):
        first = START if days.startswith("to ") else _day(days)
        window = _span(first, _day(days.removeprefix("to ")))
    elif days is not None:
        window = _span(_day(days[0]), _day(days[1]))
    places = (PlaceMention(text=area, name=area, precision=PlacePrecision.PROVINCE),) if area else ()
    tally = Tally(count=number, bound=bound, unit=unit, window=window, area=places, accused=accused)
    identity = f"t-{next(NUMBER)}"
    return Told(
        id=identity,
        origin=Speaker(text=f"the {origin}", name=f"The {origin}"),
        origin_id=origin,
        claims=(),
        outlets=(),
        tally=tally,
    )


def _book(*said: Told) -> Reconciliation:
    (book,), problems = reconcile(said)
    assert problems == []
    return book


def _told(book: Reconciliation) -> tuple[str, ...]:
    return tuple(each.message for each in book.discrepancies)


def _bounds(book: Reconciliation) -> dict[str, tuple[int, int | None, int | None]]:
    return {f"{each.day:%m-%d}": (each.low, each.high, each.stated) for each in book.days}


def test_a_series_that_closes_fixes_the_days_nobody_stated() -> None:
    book = _book(
        _said(9, "02-28"), _said(7, "02-29"), _said(15, "03-01"), _said(14, "03-03"), _said(27, "03-04"),
        _said(72, "to 03-04"),
    )  # fmt: skip
    assert book.conflicts == ()
    assert _bounds(book)["02-27"] == (0, 0, None)
    assert _bounds(book)["03-02"] == (0, 0, None)
    assert _bounds(book)["03-04"] == (27, 27, 27)
    assert (book.origin, book.origin_id, book.accused) == ("The centre", "centre", "opposition")
    assert book.id.startswith("r-")


def test_a_missing_day_is_worked_out_from_two_totals() -> None:
    book = _book(_said(413, "to 04-22"), _said(13, "04-24"), _said(435, "to 04-24"))
    assert _bounds(book)["04-23"] == (9, 9, None)


def test_missing_days_share_what_is_left() -> None:
    book = _book(_said(506, "to 05-09"), _said(2, "05-10"), _said(7, "05-12"), _said(538, "to 05-16"))
    assert _bounds(book)["05-11"] == (0, 23, None)
    assert _bounds(book)["05-13"] == (0, 23, None)
    assert _bounds(book)["05-12"] == (7, 7, 7)


def test_a_total_that_leaves_too_little_is_named_with_the_sum() -> None:
    said = [
        _said(470, "to 05-01"), _said(10, "05-03"), _said(14, "05-05"), _said(6, "05-06"), _said(6, "05-08"),
        _said(501, "to 05-08"),
    ]  # fmt: skip
    book = _book(*said)
    (conflict,) = book.conflicts
    assert conflict.message == (
        "501 from 27 February to 8 May 2016 minus 470 from 27 February to 1 May 2016 leaves 31, but the days between "
        "are stated as 10, 14, 6, 6 (3 May 2016, 5 May 2016, 6 May 2016, 8 May 2016), together 36"
    )
    assert set(conflict.statements) == {each.id for each in said}


def test_the_smallest_set_is_named_and_set_aside() -> None:
    said = [
        _said(8, "04-28"), _said(470, "to 05-01"), _said(10, "05-03"), _said(14, "05-05"), _said(6, "05-06"),
        _said(490, "to 05-06"), _said(6, "05-08"), _said(501, "to 05-08"),
    ]  # fmt: skip
    book = _book(*said)
    (conflict,) = book.conflicts
    assert set(conflict.statements) == {said[index].id for index in (1, 2, 3, 5)}
    assert "leaves 20, but the days between are stated as 10, 14 (" in conflict.message
    assert _bounds(book)["05-08"] == (6, 6, 6)
    assert _bounds(book)["05-03"][2] == 10
    assert _bounds(book)["05-03"][0] == 0


def test_one_day_between_needs_no_sum() -> None:
    book = _book(_said(100, "to 05-01"), _said(12, "05-02"), _said(110, "to 05-02"))
    assert book.conflicts[0].message.endswith("leaves 10, but the days between are stated as 12 (2 May 2016)")


def test_two_figures_for_one_day() -> None:
    book = _book(_said(5, "05-02"), _said(9, "05-02"))
    assert book.conflicts[0].message == "5 and 9 are both given on 2 May 2016"
    assert _bounds(book) == {"05-02": (0, None, 5)}


def test_a_total_below_the_days_within_it() -> None:
    book = _book(_said(20, "05-02"), _said(9, "05-03"), _said(25, ("05-01", "05-04")))
    assert book.conflicts[0].message == (
        "25 from 1 May to 4 May 2016, but the days within are stated as 20, 9 (2 May 2016, 3 May 2016), together 29"
    )


def test_a_total_above_the_days_that_make_it_up() -> None:
    book = _book(_said(20, "05-01"), _said(9, "05-02"), _said(35, ("05-01", "05-02")))
    assert book.conflicts[0].message == (
        "35 from 1 May to 2 May 2016, but 20 on 1 May 2016 and 9 on 2 May 2016 cover the same days and make at most 29"
    )


def test_two_against_two() -> None:
    book = _book(
        _said(10, ("05-01", "05-03")), _said(10, ("05-03", "05-05")), _said(2, "05-03"),
        _said(30, ("05-01", "05-05"), bound=Bound.AT_LEAST),
    )  # fmt: skip
    (conflict,) = book.conflicts
    assert len(conflict.statements) == 3
    overlap = _book(
        _said(10, ("05-01", "05-03"), "Homs"), _said(10, ("05-03", "05-05"), "Homs"), _said(5, "05-03", "Homs"),
        _said(16, ("05-01", "05-05"), "Homs"),
    )  # fmt: skip
    assert overlap.conflicts[0].message == (
        "Homs: 10 from 1 May to 3 May 2016 and 10 from 3 May to 5 May 2016 allow at most 20, but "
        "16 from 1 May to 5 May 2016 and 5 on 3 May 2016 need 21"
    )
    assert overlap.days == ()


@pytest.mark.parametrize(
    ("bound", "limits"),
    [
        (Bound.EXACT, (20, 20)),
        (Bound.AT_LEAST, (20, None)),
        (Bound.MORE_THAN, (21, None)),
        (Bound.AT_MOST, (0, 20)),
        (Bound.LESS_THAN, (0, 19)),
        (Bound.ABOUT, (18, 22)),
    ],
)
def test_a_bound_loosens_the_equation(bound: Bound, limits: tuple[int, int | None]) -> None:
    book = _book(_said(20, "05-02", bound=bound))
    assert _bounds(book)["05-02"] == (*limits, 20)


def test_bounds_are_printed_with_their_words() -> None:
    book = _book(_said(20, "05-02", bound=Bound.AT_LEAST), _said(9, "05-02"))
    assert book.conflicts[0].message == "at least 20 and 9 are both given on 2 May 2016"


def test_totals_of_two_years_say_which() -> None:
    window = Span(start=_at(dt.date(2015, 12, 30)), end=_at(dt.date(2016, 1, 2)), text="as named")
    late = Told(
        id="t-x", origin=Speaker(text="c"), origin_id="centre", claims=(), outlets=(),
        tally=Tally(count=3, window=window),
    )  # fmt: skip
    book = _book(late, _said(5, "01-01", accused=()))
    assert book.origin == "c"
    assert book.conflicts[0].message == (
        "3 from 30 December 2015 to 1 January 2016 is less than 5 on 1 January 2016, which lies within"
    )


def test_a_split_that_misses_or_exceeds_the_whole_is_noted() -> None:
    missing = _book(
        _said(29, "03-13"), _said(18, "03-13", "Latakia"), _said(5, "03-13", "Damascus"), _said(2, "03-13", "Idlib"),
        _said(1, "03-13", "Hama"),
    )  # fmt: skip
    assert _told(missing) == ("on 13 March 2016: the split sums to 26 of 29 (Latakia 18, Damascus 5, Idlib 2, Hama 1)",)
    over = _book(_said(5, "03-13"), _said(6, "03-13", "Latakia"))
    assert _told(over) == ("on 13 March 2016: the split sums to 6 of 5, more than the whole (Latakia 6)",)


def test_a_split_that_adds_up_or_is_plainly_partial_is_not_noted() -> None:
    assert _told(_book(_said(6, "05-08"), _said(4, "05-08", "Damascus"), _said(2, "05-08", "Aleppo"))) == ()
    assert _told(_book(_said(6, "05-08"), _said(4, "05-08", "Damascus"))) == ()
    assert _told(_book(_said(6, "05-08"), _said(4, "05-08", "Damascus", bound=Bound.ABOUT))) == ()
    assert _told(_book(_said(60, "05-08"), _said(4, "05-08", "Damascus"), _said(2, "05-08", "Aleppo"))) == ()


def test_a_split_with_two_figures_for_one_area_is_left_to_the_conflicts() -> None:
    book = _book(_said(6, "05-08"), _said(6, "05-08", "Damascus"), _said(5, "05-08", "Damascus"))
    assert [each.kind for each in book.discrepancies] == [DiscrepancyKind.FIGURES]


def test_a_split_by_a_named_group_counts_towards_the_whole() -> None:
    named = Mention(text="Jaish al-Islam", id="jaysh-al-islam", name="Jaysh al-Islam")
    books, _ = reconcile(
        [_said(6, "05-08", accused=()), _said(4, "05-08", "Damascus", accused=(named,)), _said(1, "05-08", "Aleppo")]
    )
    assert [book.accused for book in books] == ["", "Jaysh al-Islam", "opposition"]
    assert _told(books[0]) == ("on 8 May 2016: the split sums to 5 of 6 (Damascus 4, Aleppo 1)",)


def test_the_count_of_one_actor_is_not_split_by_counts_of_everybody() -> None:
    army = Mention(text="the army", id="army", name="Syrian army")
    books, _ = reconcile(
        [
            _said(8, "02-28", accused=(army,)),
            _said(6, "02-28", "Homs", accused=()),
            _said(5, "02-28", "Hama", accused=()),
        ]
    )
    assert [_told(book) for book in books] == [(), ()]


def test_counts_without_an_accused_go_with_the_only_side_accused() -> None:
    book = _book(_said(6, "05-08", accused=()), _said(9, "05-07"))
    assert book.accused == "opposition"
    assert book.notes == ("1 of the counts name nobody; entered with opposition, the only one this origin accuses",)


def test_two_accused_are_two_books() -> None:
    army = Mention(text="army", side="government")
    books, _ = reconcile([_said(6, "05-08"), _said(9, "05-07", accused=(army,)), _said(3, "05-07", origin="network")])
    assert [(book.origin_id, book.accused) for book in books] == [
        ("centre", "government"), ("centre", "opposition"), ("network", "opposition"),
    ]  # fmt: skip
    both, _ = reconcile([_said(6, "05-08", accused=(GROUPS, army))])
    assert both[0].accused == "government and opposition"


def test_words_for_nobody_known_are_no_name_unless_others_are_counted_beside_them() -> None:
    militants, terrorists = Mention(text="militants"), Mention(text="Terrorists")
    apart, _ = reconcile([_said(6, "05-07", accused=(militants,)), _said(9, "05-08", accused=(terrorists,))])
    assert [book.accused for book in apart] == [""]
    beside, _ = reconcile(
        [
            _said(9, "05-08", accused=()),
            _said(6, "05-08", accused=(militants,)),
            _said(3, "05-08", accused=(terrorists,)),
        ]
    )
    assert [(book.accused, book.conflicts) for book in beside] == [("", ()), ("Terrorists", ()), ("militants", ())]


def test_what_is_no_count_of_breaches_over_time_stays_out() -> None:
    arrests = _said(27, "03-08", unit="arrest operations")
    books, problems = reconcile(
        [arrests, Told(id="t-i", origin=Speaker(text="x"), origin_id="x", claims=(), outlets=()), _said(6, None)]
    )
    assert books == []
    (problem,) = problems
    assert problem.severity == "note"
    assert problem.message == "the count 6 of The centre gives no time and stands outside the sums"


def test_a_whole_country_is_no_limit() -> None:
    syria = PlaceMention(text="Syria", name="Syria", precision=PlacePrecision.COUNTRY)
    said = Told(
        id="t-y", origin=Speaker(text="c"), origin_id="c", claims=(), outlets=(),
        tally=Tally(count=3, window=_span(START, START), area=(syria,)),
    )  # fmt: skip
    assert _book(said).statements[0].area == ""


PUBLISHED = dt.date(2016, 5, 8)


def _window(start: dt.date, precision: Precision = Precision.HOUR, *, anchor: str = "", text: str = "") -> Span:
    return Span(
        start=_at(start), end=_at(PUBLISHED), precision=precision, basis=Basis.RELATIVE, anchor=anchor, text=text
    )


FROM_PUBLICATION = "publication date 2016-05-08"


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (_window(_day("05-07"), anchor=FROM_PUBLICATION, text="the last 24 hours"), "05-08", "05-08"),
        (_window(_day("05-06"), anchor=FROM_PUBLICATION, text="the last 48 hours"), "05-07", "05-08"),
        (_window(_day("05-01"), Precision.WEEK, anchor=FROM_PUBLICATION, text="the last week"), "05-02", "05-08"),
        (_window(_day("05-07"), Precision.DAY, anchor=FROM_PUBLICATION, text="yesterday"), "05-07", "05-07"),
        (_window(_day("05-07"), Precision.DAY, anchor=FROM_PUBLICATION, text="over the past day"), "05-08", "05-08"),
        (_window(_day("05-07"), anchor="the count of 4 before", text="the last 24 hours"), "05-08", "05-08"),
        (_window(_day("05-07"), Precision.DAY, text="7 May 2016"), "05-07", "05-07"),
        (_window(START, Precision.DAY, text="since February 27th"), "02-27", "05-08"),
        (
            _window(START, Precision.DAY, anchor="start of the truce 2016-02-27", text="since the truce"),
            "02-27",
            "05-08",
        ),
        (_window(_day("05-01"), Precision.DAY, text="from 1 to 7 May"), "05-01", "05-07"),
        (_span(_day("05-03"), _day("05-04")), "05-03", "05-04"),
    ],
)
def test_which_days_a_window_covers(window: Span, first: str, last: str) -> None:
    assert days_covered(window, PUBLISHED) == (_day(first), _day(last))


def test_an_open_window_covers_no_days() -> None:
    assert days_covered(None, PUBLISHED) is None
    assert days_covered(Span(start=_at(START), end=None), PUBLISHED) is None
    assert days_covered(_window(_day("05-07"), anchor=FROM_PUBLICATION), None) == (_day("05-07"), _day("05-07"))


def _part(
    told: Told, part: Share, whole: int | None = None, *, outlets: tuple[str, ...] = (), left: bool = False
) -> Told:
    assert told.tally is not None
    return replace(told, tally=replace(told.tally, part=part, whole=whole, open=left), outlets=outlets)


def test_a_part_that_nothing_tells_apart_is_at_most_its_whole_and_not_the_whole() -> None:
    book = _book(
        _said(23, "03-07"), _part(_said(9, "03-07"), Share.UNSAID, 23), _part(_said(4, "03-07"), Share.KIND, 23)
    )
    assert book.conflicts == ()
    assert _bounds(book)["03-07"] == (23, 23, 23)
    assert [each.part for each in book.statements] == [False, True, True]
    alone = _book(_part(_said(9, "03-07"), Share.KIND))
    assert _bounds(alone)["03-07"] == (9, None, None)
    more = _book(_said(5, "03-07"), _part(_said(9, "03-07"), Share.UNSAID, 23))
    assert len(more.conflicts) == 1


def test_a_part_told_apart_is_the_count_of_its_own_place_time_or_accused() -> None:
    nobody = (Mention(text="militants"),)
    said = (
        _part(_said(4, "03-07", "Homs"), Share.PLACE, 23),
        _part(_said(5, "03-07"), Share.TIME, 23),
        _part(_said(6, "03-07"), Share.ACCUSED, 23),
        _part(_said(7, "03-08", accused=nobody), Share.ACCUSED, 23),
        _part(_said(8, "03-09"), Share.PLACE, 23),
    )
    books, _ = reconcile(said)
    parts = {each.count: each.part for book in books for each in book.statements}
    assert parts == {4: False, 5: False, 6: False, 7: True, 8: True}


def test_a_part_is_of_the_days_of_the_whole_that_the_same_outlet_prints() -> None:
    whole = replace(_said(14, "05-06"), outlets=("Star",))
    parts = [_part(_said(n, "05-05", a), Share.PLACE, 14, outlets=("Star",)) for n, a in ((10, "Homs"), (4, "Hama"))]
    book = _book(whole, *parts)
    assert {each.first for each in book.statements} == {_day("05-06")}
    assert book.discrepancies == ()
    elsewhere = [replace(each, outlets=("Moon",)) for each in parts]
    assert {each.first for each in _book(whole, *elsewhere).statements} == {_day("05-05"), _day("05-06")}


def test_a_split_that_leaves_the_rest_open_or_is_of_another_count_is_not_noted() -> None:
    shares = [_part(_said(n, "04-22", a), Share.PLACE, 7, left=True) for n, a in ((3, "Latakia"), (1, "Aleppo"))]
    assert _told(_book(_said(7, "04-22"), *shares)) == ()
    others = [_part(_said(n, "02-28", a), Share.PLACE, 27) for n, a in ((15, "Hama"), (12, "Homs"))]
    assert _told(_book(_said(35, "02-28"), *others)) == ()


def test_relays_that_split_one_count_in_two_ways_are_told() -> None:
    def printed(told: Told, *outlets: str) -> Told:
        return replace(told, outlets=outlets)

    book = _book(
        printed(_said(4, "04-07"), "A", "B", "C"),
        printed(_said(2, "04-07", "Latakia"), "A"),
        printed(_said(2, "04-07", "Homs"), "A", "B"),
        printed(_said(2, "04-07", "Idlib"), "B"),
    )
    assert _told(book) == (
        "on 7 April 2016: relays split 4 differently (A has Latakia 2, Homs 2; B has Homs 2, Idlib 2)",
    )
