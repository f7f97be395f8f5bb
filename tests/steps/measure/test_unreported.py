from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.unreported import World, run

from tests.steps.measure.made_up import incident, observed, told_by
from tests.steps.publish.cast import SOURCES
from tregua.backends.statistics import LibraryStatistics
from tregua.errors import TreguaError
from tregua.ports import Fit
from tregua.records.indicator import Estimate
from tregua.steps.measure.lists import histories, lists_of
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.question import Answer
from tregua.steps.measure.unreported import estimate_missing, unreported


class Unsettled(LibraryStatistics):
    """Settles only on the models with fewer columns than LIMIT."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def fit_counts(self, design: object, counts: object) -> Fit:
        if len(design[0]) >= self.limit:  # type: ignore[index]
            raise TreguaError("the log-linear model does not settle on these counts")
        return super().fit_counts(design, counts)  # type: ignore[arg-type]


def told(**cells: int) -> dict[str, frozenset[str]]:
    """Return so many incidents in each set of lists, whose names are single letters."""
    return {f"{cell}-{number}": frozenset(cell) for cell, count in cells.items() for number in range(count)}


def answer(cells: dict[str, frozenset[str]], statistics: LibraryStatistics | None = None) -> Answer:
    found = estimate_missing(cells, {}, statistics or LibraryStatistics())
    assert isinstance(found, Answer)
    return found


def case(**cells: int) -> Observed:
    """Return incidents of the north told by origins in so many of each set; one letter each."""
    incidents, claims = [], {letter: list[str]() for letter in "abcd"}
    for at, letters in enumerate(letters for letters, count in cells.items() for _ in range(count)):
        keys = tuple(f"c-{at}-{letter}" for letter in letters)
        incidents.append(incident(at, at % 50, claims=(*keys, f"c-{at}-unknown")))
        for letter, key in zip(letters, keys, strict=True):
            claims[letter].append(key)
    names = {"a": "watch-centre", "b": "north-office", "c": "marsad", "d": "south-press"}
    testimonies = [told_by(f"t-{letter}", names[letter], keys) for letter, keys in claims.items()]
    return observed(incidents, testimonies=testimonies, sources=SOURCES)


def estimates(observed_case: Observed) -> dict[str, Estimate]:
    return {each.key: each for each in unreported(observed_case, LibraryStatistics())}


def test_two_lists_are_chapmans() -> None:
    found = answer(told(a=120, b=80, ab=40))
    assert found.value == pytest.approx(161 * 121 / 41 - 1 - 240)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 240 < found.high  # 120 * 80 / 40
    assert found.low * found.high == pytest.approx((found.value or 0) ** 2)  # log-normal
    assert any("two lists cannot show" in warning for warning in found.warnings())


def test_three_independent_lists_give_the_missing_cell() -> None:
    found = answer(told(a=140, b=140, c=140, ab=60, ac=60, bc=60, abc=26))  # odds of 3 to 7 each: 327 are in none
    assert found.value == pytest.approx(327, rel=0.05)
    assert found.warnings() == []


def test_dependence_is_warned_of_by_name_and_sign() -> None:
    tied = answer(told(a=100, b=60, c=140, ab=100, ac=43, bc=26, abc=43))
    assert any("a and b share more incidents" in warning and "too low" in warning for warning in tied.warnings())
    apart = answer(told(a=190, b=180, c=140, ab=8, ac=80, bc=75, abc=4))
    assert any("a and b share fewer incidents" in warning and "too high" in warning for warning in apart.warnings())


def test_unlike_incidents_are_warned_of() -> None:
    found = answer(told(a=150, b=150, c=150, ab=50, ac=50, bc=50, abc=90))
    assert any("likelier to be in each of the others" in warning for warning in found.warnings())


def test_a_list_that_does_not_hear_of_one_area_is_warned_of() -> None:
    lists = told(a=60, b=120, ab=40)
    areas = {key: "north" if key.startswith("ab") or int(key.partition("-")[2]) % 4 == 0 else "south" for key in lists}
    found = estimate_missing(lists, {"area": areas}, LibraryStatistics())
    assert isinstance(found, Answer)
    assert any("differs by area" in warning for warning in found.warnings())


def test_thin_overlap_is_warned_of_and_less_refused() -> None:
    assert any("share few incidents (9)" in warning for warning in answer(told(a=40, b=30, ab=9)).warnings())
    assert estimate_missing(told(a=40, b=30, ab=4), {}, LibraryStatistics()) == (
        "the lists share 4 incidents; at least 5 are needed"
    )


def test_what_cannot_be_told_is_refused() -> None:
    assert estimate_missing({}, {}, LibraryStatistics()) == (
        "no origin tells of at least 10; two independent lists are needed"
    )
    assert estimate_missing(told(a=12), {}, LibraryStatistics()) == (
        "only “a” tells of at least 10; two independent lists are needed"
    )
    assert "one list holds all" in str(estimate_missing(told(a=40, ab=30), {}, LibraryStatistics()))


def test_models_that_do_not_settle_are_left_out() -> None:
    cells = told(a=140, b=140, c=140, ab=60, ac=60, bc=60, abc=26)
    alone = answer(cells, Unsettled(5))
    assert alone.value == pytest.approx(327, rel=0.05)
    assert alone.warnings() == []
    with pytest.raises(TreguaError, match="does not settle"):
        answer(cells, Unsettled(1))
    assert answer(told(a=140, b=140, c=140, ab=60, ac=60)).value is not None  # b and c share none: no model of them


def test_lists_are_of_origins_that_look_independently() -> None:
    many = case(a=12, b=20, ab=5, c=9, d=11)
    lists = lists_of(many, {event.id for event in many.events})
    assert {name: len(each) for name, each in lists.items()} == {"South-Press and Watch-Centre": 28, "North-Office": 25}
    assert sum(len(each) == 2 for each in histories(lists).values()) == 5


def test_one_owner_makes_one_list() -> None:
    owned = {key: source.model_copy(update={"owner": "a ministry", "relays": ()}) for key, source in SOURCES.items()}
    many = case(a=12, b=20)
    lists = lists_of(replace(many, sources=owned), {event.id for event in many.events})
    assert list(lists) == ["North-Office and Watch-Centre"]


def test_both_sides_and_all_are_asked_alike() -> None:
    found = estimates(case(a=40, b=30, ab=12))
    assert list(found) == ["all", "Northern Council"]
    assert found["all"].value == found["Northern Council"].value
    assert len(found["all"].records) == 82
    assert found["all"].notes[0].startswith("82 incidents in 2 lists (North-Office 42, Watch-Centre 52), of which they")


@pytest.mark.parametrize("chances", [(0.4, 0.3), (0.4, 0.35, 0.3)])
def test_intervals_hold_known_totals(chances: tuple[float, ...]) -> None:
    found = run(World("fast", 300, chances), 60)
    assert found.refused == 0
    assert 0.85 <= found.covered <= 1


@pytest.mark.parametrize(
    "world",
    [
        World("copies", 600, (0.4, 0.25, 0.3), warning="share more", copied=0.4),
        World("unlike", 1000, (0.35, 0.3, 0.3), warning="likelier to be in each", spread=1.5),
        World("areas", 600, (0.4, 0.3), warning="differs by area", hidden=2.5),
        World("thin", 400, (0.15, 0.15), warning="share few"),
    ],
    ids=lambda world: world.name,
)
def test_broken_assumptions_are_warned_of(world: World) -> None:
    assert run(world, 20).warned >= 0.75
