from __future__ import annotations

from collections.abc import Callable

import pytest

from tregua.errors import CaseError
from tregua.terms.load import load_truce, pack_truce, pack_truces
from tregua.terms.truce import Truce


def _problems(text: str) -> list[str]:
    truce, problems = load_truce(text, "truce.yaml")
    assert truce is None
    return [str(problem) for problem in problems]


def test_the_truces_that_ship_are_listed_in_order() -> None:
    assert list(pack_truces()) == sorted(pack_truces())
    assert {"syria-coh-2016", "syria-regime-of-calm-2016"} <= set(pack_truces())
    text, where = pack_truce("syria-coh-2016")
    assert where == "pack:truces/syria-coh-2016/truce.yaml"
    assert "id: syria-coh-2016" in text


@pytest.mark.parametrize("name", ["syria-coh-2015", "../languages"])
def test_a_truce_that_does_not_ship_is_refused_with_the_nearest_one(name: str) -> None:
    with pytest.raises(CaseError, match="no truce called"):
        pack_truce(name)


def test_what_is_not_a_truce_gives_problems_and_no_truce() -> None:
    assert any("'title' is missing" in problem for problem in _problems("id: x\n"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("areas: [valley]", "areas: [vally]", "no area of this truce is called 'vally' (did you mean 'valley'?)"),
        ("by: [reds, blues]", "by: [reds, blue]", "no side or actor of this truce is called 'blue'"),
        ("against: [reds, blues]", "against: [reds, exmpt]", "called 'exmpt' (did you mean 'exempt'?)"),
        ("cite: paper, item 5", "cite: paper, item 5; tlak", "no source of this truce is called 'tlak'"),
        ("cite: paper, item 5", "cite: ''", "cite: String should have at least 1 character"),
        ("  - id: blues\n", "  - id: reds\n", "sides has 'reds' twice"),
    ],
)
def test_a_name_that_stands_for_nothing_is_a_problem_with_its_line(
    small_text: str, old: str, new: str, expected: str
) -> None:
    problems = _problems(small_text.replace(old, new))
    assert any(expected in problem for problem in problems)
    assert all(problem.startswith("truce.yaml:") for problem in problems)


def test_labels_ranks_and_double_membership_refer_to_what_is_there(small_text: str) -> None:
    more = """
labels:
  - {texts: [bandits], said_by: [reds], means: [blues, greens], cite: talk}
rank:
  - {first: no-fire, then: no-such, cite: talk}
"""
    changed = small_text.replace(
        "{actor: red-army, bound: true,", "{actor: red-army, bound: true, may_also_be: [pinks],"
    )
    problems = _problems(changed + more)
    for name in ("greens", "no-such", "pinks"):
        assert any(f"called '{name}'" in problem for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("start: 2020-01-10T00:00", "start: 2020-01-10", "give day and hour"),
        ("start: 2020-01-10T00:00", 'start: "2020-01-10T00:00+02:00"', "give the local time alone"),
        ("start: 2020-01-10T00:00", "start: 2020-01-40T00:00", "start"),
        ("end: 2020-02-10T00:00", "end: 2020-01-10T00:00", "before it starts"),
        ("actor: outlaws, why", "actor: outlaws, listed_by: x, why", "give either 'actor' or 'listed_by'"),
        ("zone: Europe/Kyiv", "zone: Europe/Kief", "no time zone is called"),
    ],
)
def test_times_and_exemptions_are_checked_where_they_are_written(
    small_text: str, old: str, new: str, expected: str
) -> None:
    assert any(expected in problem for problem in _problems(small_text.replace(old, new, 1)))


def test_a_layer_may_have_no_end_and_a_clock_of_its_own(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(("    end: 2020-02-10T00:00\n", "    end: null\n    zone: Europe/Moscow\n"))
    (layer,) = truce.layers
    assert layer.end is None
    assert truce.clock(layer).key == "Europe/Moscow"


def test_citations_are_written_out_with_title_place_and_address(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce()
    assert truce.citation("paper, item 5; talk") == "The paper, item 5 <https://example.org/paper>; A talk"
    assert truce.citation("elsewhere, item 1") == "elsewhere, item 1"


def test_sides_are_found_by_id(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce()
    side = truce.side("reds")
    assert side is not None
    assert side.name == "the Reds"
    assert truce.side("greens") is None


def test_a_step_in_the_life_of_a_truce_has_one_time(small_text: str, make_truce: Callable[..., Truce]) -> None:
    history = "history:\n  - {what: signed, text: Both signed., cite: paper, %s}\n"
    assert make_truce(more=history % "day: 2020-01-01").history[0].what == "signed"
    assert make_truce(more=history % "at: 2020-01-01T12:00").history[0].day is None
    (problem,) = _problems(small_text + history % "by: [red-army]")
    assert "give 'day', or 'at' where the hour is known" in problem
