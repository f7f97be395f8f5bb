"""A real series that does not close everywhere, and random ones with contradictions planted in them.

The figures are those that the Russian Reconciliation Centre gave for the whole of Syria in the first three months of
the truce of 2016, as SANA, RIA Novosti, TASS, Sputnik and others relayed them.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

import pytest

from tregua.records.claim import PlaceMention, Speaker, Tally
from tregua.records.incident import Testimony as Told
from tregua.records.reconciliation import DiscrepancyKind, Reconciliation
from tregua.steps.reconcile import reconcile
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.time import Span

DAYS = """
    02-28:9 02-29:7 03-01:15 03-03:14 03-04:27 03-05:9 03-06:15 03-07:8 03-08:7 03-12:10 03-13:29 03-14:14
    03-17:10 03-18:9 03-19:2 03-21:6 03-23:5 03-25:7 03-26:9 03-28:11 03-30:6 04-05:5 04-07:4 04-08:6 04-16:8
    04-18:5 04-21:5 04-22:7 04-24:13 04-25:9 04-26:11 04-28:8 05-01:5 05-03:10 05-05:14 05-06:6 05-08:6 05-09:5
    05-10:2 05-12:7 05-16:6 05-17:5 05-19:7 05-21:9 05-31:2
"""
TOTALS = """
    03-04:72 03-14:180 03-19:249 03-23:271 03-25:285 03-26:294 04-07:364 04-18:394 04-22:413 04-24:435 05-01:470
    05-06:490 05-08:501 05-09:506 05-10:508 05-16:538 05-17:543 05-19:560
"""
SPLIT = {"Latakia": 18, "Damascus": 5, "Idlib": 2, "Hama": 1}
BEGIN = dt.date(2016, 2, 27)


def _told(identity: str, count: int, first: dt.date, last: dt.date, area: str = "") -> Told:
    start, end = (dt.datetime.combine(day, dt.time(), dt.UTC) for day in (first, last + dt.timedelta(1)))
    places = (PlaceMention(text=area, name=area, precision=PlacePrecision.PROVINCE),) if area else ()
    tally = Tally(count=count, window=Span(start=start, end=end, text="as named"), area=places)
    centre = Speaker(text="the centre", name="The centre")
    return Told(id=identity, origin=centre, origin_id="centre", claims=(), outlets=(identity[:10],), tally=tally)


def _dated(table: str) -> list[tuple[dt.date, int]]:
    pairs = (item.split(":") for item in table.split())
    return [(dt.date.fromisoformat(f"2016-{day}"), int(count)) for day, count in pairs]


@pytest.fixture(scope="module")
def book() -> Reconciliation:
    said = [_told(f"{day} day", count, day, day) for day, count in _dated(DAYS)]
    said += [_told(f"to {day}", count, BEGIN, day) for day, count in _dated(TOTALS)]
    day = dt.date(2016, 3, 13)
    said += [_told(f"{day} {area}", count, day, day, area) for area, count in SPLIT.items()]
    (made,), problems = reconcile(said)
    assert problems == []
    return made


def test_the_one_conflict_is_named_with_its_sum(book: Reconciliation) -> None:
    (conflict,) = book.conflicts
    assert set(conflict.statements) == {"to 2016-05-01", "to 2016-05-06", "2016-05-03 day", "2016-05-05 day"}
    assert "490 from 27 February to 6 May 2016 minus 470 from 27 February to 1 May 2016 leaves 20" in conflict.message
    assert "10, 14 (3 May 2016, 5 May 2016), together 24" in conflict.message


def test_the_split_that_fails_is_named(book: Reconciliation) -> None:
    (fault,) = [each.message for each in book.discrepancies if each.kind is DiscrepancyKind.SPLIT]
    assert fault == ("on 13 March 2016: the split sums to 26 of 29 (Latakia 18, Damascus 5, Idlib 2, Hama 1)")


@pytest.mark.parametrize(
    ("day", "count"),
    [("02-27", 0), ("03-02", 0), ("03-24", 7), ("04-23", 9), ("05-07", 5), ("05-18", 10)],
)
def test_days_that_nobody_stated_are_worked_out(book: Reconciliation, day: str, count: int) -> None:
    bound = next(each for each in book.days if each.day == dt.date.fromisoformat(f"2016-{day}"))
    assert (bound.low, bound.high, bound.stated) == (count, count, None)


def test_totals_that_the_days_between_add_up_to_are_confirmed(book: Reconciliation) -> None:
    assert [words.split(" = ")[0].removesuffix(" 2016") for words in book.closings] == [
        "72 from 27 February to 4 March",
        "294 from 27 February to 26 March",
        "506 from 27 February to 9 May",
        "508 from 27 February to 10 May",
        "543 from 27 February to 17 May",
    ]
    assert book.closings[0].endswith("27 on 4 March 2016; 0 is left on 27 February 2016, on 2 March 2016")
    assert book.closings[3].endswith("= 506 from 27 February to 9 May 2016 + 2 on 10 May 2016")


def test_a_total_far_from_the_days_stated_leaves_nothing_for_the_many_others() -> None:
    first, last = dt.date(2016, 3, 1), dt.date(2016, 3, 31)
    twice = [_told("a", 4, last, last), _told("b", 5, dt.date(2016, 3, 2), dt.date(2016, 3, 2))]
    (made,), _ = reconcile([*twice, _told("all", 9, first, last), _told("more", 12, first, dt.date(2016, 4, 1))])
    assert [words.partition("; ")[2] for words in made.closings] == ["0 is left for the other 29 days"]


def test_of_a_conflict_what_most_of_the_others_speak_against_is_set_aside() -> None:
    """490 agrees with 501 and the 6 between; the 470 agrees with neither."""
    said = [("to 1", 470, BEGIN, 66), ("to 6", 490, BEGIN, 69), ("to 8", 501, BEGIN, 71), ("8th", 6, None, 71)]
    told = [_told(name, count, first or _day(last), _day(last)) for name, count, first, last in said]
    (made,), _ = reconcile([*told, _told("3rd", 40, _day(67), _day(67))])
    assert {bound.day: bound.low for bound in made.days}[_day(70)] == 5


def _day(number: int) -> dt.date:
    return BEGIN + dt.timedelta(number)


@dataclass
class _Series:
    """Counts that are all true, and planted ones that are not."""

    seed: int
    said: list[Told] = field(default_factory=list)
    planted: set[str] = field(default_factory=set)
    splits: set[dt.date] = field(default_factory=set)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)  # noqa: S311 - no secret
        total = 0
        kinds = chance.sample(["day", "total", "split", "", ""], 4)
        for block, kind in enumerate(kinds):
            at = chance.randint(0, 6)
            counts = [[chance.randint(0, 9) for _ in range(3)] for _ in range(7)]
            for offset, shares in enumerate(counts):
                self._day(_day(block * 7 + offset), shares, wrong=kind if offset == at else "")
            total += sum(map(sum, counts))
            false = "total" if kind == "total" else ""
            self._add(f"total {block}{false}", total + bool(false) * chance.randint(1, 50), BEGIN, _day(block * 7 + 6))

    def _day(self, day: dt.date, shares: list[int], *, wrong: str) -> None:
        self._add(f"{day}", sum(shares), day, day)
        if wrong == "day":
            self._add(f"again {day} day", sum(shares) + 3, day, day)
        if wrong == "split":
            self.splits.add(day)
        for area, count in enumerate(shares):
            off = 40 if wrong == "split" and area == 1 else 0
            self.said.append(_told(f"{day}, {area}", count + off, day, day, f"area {area}"))

    def _add(self, identity: str, count: int, first: dt.date, last: dt.date) -> None:
        self.said.append(_told(identity, count, first, last))
        if identity.endswith(("day", "total")):
            self.planted.add(identity)


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_every_planted_contradiction_is_found_and_none_invented(seed: int) -> None:
    for number in range(seed, seed + 20):
        series = _Series(number)
        (made,), _ = reconcile(series.said)
        named = [set(conflict.statements) for conflict in made.conflicts]
        assert series.planted <= set().union(*named), number
        assert all(conflict & series.planted for conflict in named), number
        assert len(made.discrepancies) - len(made.conflicts) == len(series.splits), number
