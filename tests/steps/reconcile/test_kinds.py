"""Each kind of discrepancy by its name, and random series with one of each kind planted in them."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field, replace
from itertools import count

import pytest

from tregua.records.claim import PlaceMention, Speaker, Tally
from tregua.records.incident import Testimony as Told
from tregua.records.reconciliation import DiscrepancyKind, Reconciliation
from tregua.steps.reconcile import reconcile
from tregua.steps.reconcile.entries import is_open_ended
from tregua.steps.reconcile.sums import Series
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.stances import Basis, Bound
from tregua.vocabulary.time import Span

BEGIN = dt.date(2031, 4, 1)
NUMBER = count(1)


def _at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _day(number: int) -> dt.date:
    return BEGIN + dt.timedelta(number - 1)


def _said(figure: int, days: tuple[int, int] | int, area: str = "", **more: object) -> Told:
    """Return a testimony of FIGURE breaches on DAYS of April, printed by ``who``."""
    first, last = (days, days) if isinstance(days, int) else days
    window = Span(start=_at(_day(first)), end=_at(_day(last + 1)), text="as named")
    places = (PlaceMention(text=area, name=area, id=area.lower(), precision=PlacePrecision.PROVINCE),) if area else ()
    bound = more.get("bound", Bound.EXACT)
    assert isinstance(bound, Bound)
    return Told(
        id=str(more.get("id") or f"t-{next(NUMBER)}"),
        origin=Speaker(text="the mission", name="The mission"),
        origin_id="mission",
        claims=(),
        outlets=(str(more.get("who", f"bulletin of {last}")),),
        tally=Tally(count=figure, bound=bound, window=window, area=places),
    )


def _since(figure: int, first: int, published: int) -> Told:
    """Return a count since a day, printed on PUBLISHED, of which nobody says at what hour it ends."""
    told = _said(figure, (first, published))
    window = Span(
        start=_at(_day(first)), end=_at(_day(published)), basis=Basis.RELATIVE, text=f"since {_day(first).day} April"
    )
    assert told.tally is not None
    return replace(told, published=_day(published), tally=replace(told.tally, window=window))


def _book(*said: Told) -> Reconciliation:
    (book,), problems = reconcile(said)
    assert problems == []
    return book


def _kinds(*said: Told) -> list[tuple[DiscrepancyKind, str]]:
    return [(each.kind, each.message) for each in _book(*said).discrepancies]


def test_one_bulletin_that_gives_two_figures_is_not_two_copies_that_differ() -> None:
    one = _kinds(_said(5, 2, who="A"), _said(9, 2, who="A"))
    assert one == [(DiscrepancyKind.FIGURES, "5 and 9 are both given on 2 April 2031")]
    two = _kinds(_said(5, 2, "Hills", who="A"), _said(9, 2, "Hills", who="B"))
    assert two == [(DiscrepancyKind.RELAY, "Hills: on 2 April 2031: A has 5; B has 9")]


def test_a_running_total_that_falls() -> None:
    (fall,) = _kinds(_said(40, (1, 5)), _said(38, (1, 8)))
    assert fall == (
        DiscrepancyKind.FALL,
        "40 from 1 April to 5 April 2031, but 38 from 1 April to 8 April 2031",
    )
    (other,) = _kinds(_said(40, 1), _said(38, (1, 8)))
    assert other[0] is DiscrepancyKind.CONFLICT


def _bulletin(day: int, who: str, **shares: int) -> list[Told]:
    return [_said(sum(shares.values()), day, who=who), *(_said(n, day, area, who=who) for area, n in shares.items())]


def test_a_bulletin_dated_twice_is_known_by_its_particulars() -> None:
    said = [*_bulletin(3, "A", Hills=4, Coast=1), *_bulletin(4, "A", Hills=2, Coast=6)]
    copied = _kinds(*said, *_bulletin(4, "B", Hills=4, Coast=1))
    assert copied[0] == (
        DiscrepancyKind.DATES,
        "on 4 April 2031: A has 8; B has 5; 5 on 4 April 2031 is printed as 5 on 3 April 2031 too",
    )
    otherwise = _kinds(*said, *_bulletin(4, "B", Hills=3, Coast=2))
    assert DiscrepancyKind.DATES not in {kind for kind, _ in otherwise}
    plain = _kinds(_said(5, 3), _said(8, 4, who="A"), _said(5, 4, who="B"))
    assert [kind for kind, _ in plain] == [DiscrepancyKind.RELAY]


def test_a_running_total_dated_twice() -> None:
    (found,) = _kinds(_said(60, (1, 5)), _said(7, 6), _said(60, (1, 6)))
    assert found[0] is DiscrepancyKind.DATES
    assert found[1].endswith("; 60 from 1 April to 5 April 2031 is printed as 60 from 1 April to 6 April 2031 too")
    assert _kinds(_said(60, (1, 5)), _said(60, (1, 6))) == []


def test_running_totals_that_change_their_first_day() -> None:
    said = [_said(40, (1, 5)), _said(48, (1, 8)), _said(9, (6, 9)), _said(12, (6, 12))]
    ((kind, words),) = _kinds(*said)
    assert kind is DiscrepancyKind.BASE
    assert words == (
        "2 totals count from 1 April 2031 (the last is 48 from 1 April to 8 April 2031), 2 totals count from "
        "6 April 2031 (the first is 9 from 6 April to 9 April 2031)"
    )
    weeks = [_said(40, (1, 7)), _said(9, (8, 14)), _said(3, (15, 21))]
    assert _kinds(*weeks) == []


def test_one_total_printed_with_two_first_days() -> None:
    (found,) = _kinds(_said(48, (1, 8)), _said(48, (3, 8)))
    assert found == (
        DiscrepancyKind.BASE,
        "48 from 1 April to 8 April 2031 is printed as 48 from 3 April to 8 April 2031 too",
    )
    assert not _book(_said(48, (1, 8)), _said(48, (3, 8))).conflicts


def test_a_total_that_ends_at_an_unknown_hour_may_leave_out_its_last_day() -> None:
    book = _book(_said(30, (1, 8)), _since(36, 1, 9), _said(10, 9))
    assert [each.kind for each in book.discrepancies] == [DiscrepancyKind.CONFLICT]
    loose = _book(_said(30, (1, 8)), _since(36, 1, 9), _said(41, (1, 10)))
    assert loose.discrepancies == ()
    assert [each.slack for each in loose.statements] == [0, 1, 0]
    assert [(each.low, each.high) for each in loose.days][-2:] == [(6, 11), (0, 5)]
    (short,) = _kinds(_since(36, 1, 9), _said(37, 5))
    assert short[1] == (
        "36 from 1 April to 9 April 2031 (of 9 April perhaps only a part) is less than 37 on 5 April 2031, "
        "which lies within"
    )


def test_a_window_that_is_measured_back_or_named_ends_where_it_says() -> None:
    named = _since(36, 1, 9)
    assert named.tally is not None
    assert named.tally.window is not None
    window = replace(named.tally.window, text="from 1 to 8 April")
    told = replace(named, tally=replace(named.tally, window=window))
    assert [each.slack for each in _book(told).statements] == [0]
    assert not is_open_ended(replace(window, end=None), told.published)
    assert not is_open_ended(window, None)


def test_a_place_in_a_province_with_a_figure_of_its_own_is_in_that_figure() -> None:
    places = {
        "hills": Place(id="hills", name="Hills", kind="province"),
        "base": Place(id="base", name="Base", kind="site", province="hills"),
    }
    said = [
        _said(6, 3, who="A"),
        _said(4, 3, "Hills", who="A"),
        _said(2, 3, "Coast", who="A"),
        _said(3, 3, "Base", who="A"),
    ]
    (nested,), _ = reconcile(said, places)
    assert nested.discrepancies == ()
    (flat,), _ = reconcile(said)
    assert [each.kind for each in flat.discrepancies] == [DiscrepancyKind.SPLIT]


def test_bounds_of_a_split_are_intervals() -> None:
    def split(figure: int, bound: Bound) -> list[DiscrepancyKind]:
        parts = [_said(9, 3, "Hills", who="A"), _said(figure, 3, "Coast", who="A", bound=bound)]
        return [kind for kind, _ in _kinds(_said(20, 3, who="A"), *parts)]

    assert split(9, Bound.AT_LEAST) == []
    assert split(12, Bound.AT_LEAST) == [DiscrepancyKind.SPLIT]
    assert split(11, Bound.MORE_THAN) == [DiscrepancyKind.SPLIT]
    assert split(10, Bound.ABOUT) == []
    assert split(9, Bound.AT_MOST) == [DiscrepancyKind.SPLIT]
    open_top = [
        _said(20, 3, who="A", bound=Bound.AT_LEAST),
        _said(15, 3, "Hills", who="A"),
        _said(9, 3, "Coast", who="A"),
    ]
    assert _kinds(*open_top) == []


def test_what_the_counts_allow_for_all_days_and_for_each_month_and_area() -> None:
    book = _book(_said(10, (1, 40)), _said(4, 20), _said(3, 33, "Hills"), _said(27, (1, 62)))
    assert [(each.area, each.first.isoformat(), each.last.isoformat()) for each in book.stretches] == [
        ("", "2031-04-01", "2031-06-01"),
        ("Hills", "2031-04-01", "2031-06-01"),
        ("", "2031-04-01", "2031-04-30"),
        ("", "2031-05-01", "2031-05-31"),
        ("Hills", "2031-05-01", "2031-05-31"),
        ("", "2031-06-01", "2031-06-01"),
    ]
    short = _book(_said(10, (1, 20)), _said(4, (1, 8)), _said(3, 30, "Hills"))
    assert [(each.area, each.low, each.high) for each in short.stretches] == [("", 10, None), ("Hills", 3, None)]


def test_bounds_of_a_stretch_reach_from_what_lies_within_to_what_lies_around() -> None:
    series = Series(list(_book(_said(10, (3, 20)), _said(4, (5, 8)), _said(1, 12)).statements))
    assert series.between(_day(5), _day(12)) == (5, 10)
    assert series.between(_day(4), _day(9)) == (4, 9)
    assert series.between(_day(1), _day(30)) == (10, None)
    assert series.between(_day(6), _day(7)) == (0, 4)
    assert series.between(_day(14), _day(15)) == (0, 5)
    assert series.between(_day(25), _day(26)) == (0, None)


def test_every_kind_says_what_it_means() -> None:
    for kind in DiscrepancyKind:
        assert kind.heading
        assert kind.meaning.endswith(".")
    possible = {kind for kind in DiscrepancyKind if not kind.is_impossible}
    assert possible == {DiscrepancyKind.SPLIT, DiscrepancyKind.BASE}


WEEK, WEEKS = 7, 5


@dataclass
class _Series:
    """Five weeks of bulletins that are all true, each split over three areas, and one planted fault of most kinds."""

    seed: int
    said: list[Told] = field(default_factory=list)
    planted: dict[DiscrepancyKind, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)  # noqa: S311 - no secret
        days = [[chance.randint(1, 9) for _ in range(3)] for _ in range(WEEK * WEEKS)]
        weeks = chance.sample(range(1, WEEKS), 4)
        faults = dict(zip(chance.sample(["relay", "dates", "fall", "base", "split", ""], 4), weeks, strict=True))
        for number, shares in enumerate(days, 1):
            self._bulletin(number, shares, f"bulletin {number}")
        for week in range(1, WEEKS + 1):
            total = sum(map(sum, days[: week * WEEK]))
            fall = faults.get("fall") == week - 1
            lower = sum(map(sum, days[: (week - 1) * WEEK])) - chance.randint(1, 9)
            self._add(lower if fall else total, (1, week * WEEK), kind=DiscrepancyKind.FALL if fall else None)
        for kind, week in faults.items():
            self._plant(kind, week * WEEK + chance.randint(1, 4), days)

    def _plant(self, kind: str, day: int, days: list[list[int]]) -> None:
        shares = days[day - 1]
        if kind == "relay":
            self._add(sum(shares) + 3, day, "copy", kind=DiscrepancyKind.RELAY)
        if kind == "dates":
            to = day + 1 if sum(days[day]) != sum(shares) else day - 1
            if sum(days[to - 1]) != sum(shares):
                self._bulletin(to, shares, "copy", kind=DiscrepancyKind.DATES)
        if kind == "base":
            for last in (day + 1, day + 3):
                self._add(sum(map(sum, days[day - 1 : last])), (day, last), kind=DiscrepancyKind.BASE)
        if kind == "split":
            told = next(
                each for each in self.said if each.outlets == (f"bulletin {day}",) and each.tally and each.tally.area
            )
            assert told.tally is not None
            self.said.remove(told)
            self.said.append(replace(told, tally=replace(told.tally, count=told.tally.count + 40)))
            self.planted[DiscrepancyKind.SPLIT] = {told.id}

    def _bulletin(self, day: int, shares: list[int], who: str, kind: DiscrepancyKind | None = None) -> None:
        self._add(sum(shares), day, who, kind=kind)
        for area, figure in zip(("Hills", "Coast", "Plain"), shares, strict=True):
            self.said.append(_said(figure, day, area, who=who))
            if kind:
                self.planted[kind].add(self.said[-1].id)

    def _add(
        self, figure: int, days: tuple[int, int] | int, who: str = "", *, kind: DiscrepancyKind | None = None
    ) -> None:
        told = _said(figure, days, who=who) if who else _said(figure, days)
        self.said.append(told)
        if kind:
            self.planted.setdefault(kind, set()).add(told.id)


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_every_planted_fault_is_named_for_what_it_is_and_none_is_invented(seed: int) -> None:
    for number in range(seed, seed + 20):
        series = _Series(number)
        book = _book(*series.said)
        found = {each.kind: set(each.statements) for each in book.discrepancies}
        for kind, planted in series.planted.items():
            assert planted & found.get(kind, set()), (number, kind)
        everything = set().union(*series.planted.values())
        assert all(everything.intersection(each.statements) for each in book.discrepancies), number
