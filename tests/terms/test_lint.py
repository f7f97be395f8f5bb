from __future__ import annotations

from collections.abc import Callable

import pytest

from tregua.terms.cases import load_cases
from tregua.terms.lint import lint
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor
from tregua.vocabulary.places import Place

ACTORS = [
    Actor(id="red-army", name="Red army", type="state forces"),
    Actor(id="blue-army", name="Blue army", type="armed group"),
    Actor(id="outlaws", name="Outlaws", type="armed group"),
    Actor(id="newspaper", name="Newspaper", type="media"),
]
PLACES = [Place(id="north", name="North", kind="province", country="UA")]

NEXT_LAYER = """
  - {id: second, start: %s, end: 2020-03-01T00:00, declared: 2020-02-01, areas: [valley], cite: talk}
sides:
"""


def _said(truce: Truce, actors: list[Actor] | None = None, places: list[Place] | None = None) -> list[str]:
    problems = lint(truce, ACTORS if actors is None else actors, PLACES if places is None else places)
    assert all(problem.step == "lint" and problem.where == "small-2020" for problem in problems)
    return [f"{problem.severity}: {problem.message}" for problem in problems if "'talk'" not in problem.message]


def test_a_sound_truce_gives_only_what_it_does_not_cite(make_truce: Callable[..., Truce]) -> None:
    (problem,) = lint(make_truce(), ACTORS, PLACES, where="truces/small-2020/truce.yaml")
    assert (problem.severity, problem.message) == ("note", "source 'talk' is cited nowhere")
    assert problem.where == "truces/small-2020/truce.yaml"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2020-02-10T00:00", []),
        ("2020-02-10T06:00", ["note: nothing is in force in 'valley' for 6 hours between 'first' and 'second'"]),
        ("2020-02-15T00:00", ["note: nothing is in force in 'valley' for 5 days between 'first' and 'second'"]),
        ("2020-02-09T00:00", ["note: 'first' and 'second' overlap in 'valley' for 24 hours"]),
    ],
)
def test_gaps_and_overlaps_of_windows_are_told(
    make_truce: Callable[..., Truce], start: str, expected: list[str]
) -> None:
    assert _said(make_truce(("\nsides:\n", NEXT_LAYER % start))) == expected


def test_a_gap_that_is_given_as_contested_is_no_surprise(make_truce: Callable[..., Truce]) -> None:
    contested = "    contested:\n      - {start: 2020-02-10T00:00, end: 2020-02-15T00:00, why: Unclear., cite: talk}\n"
    truce = make_truce(
        ("    cite: paper, item 2\n", "    cite: paper, item 2\n" + contested),
        ("\nsides:\n", NEXT_LAYER % "2020-02-15T00:00"),
    )
    assert _said(truce) == []


def test_a_window_made_known_after_its_end_and_an_area_without_one_are_told(make_truce: Callable[..., Truce]) -> None:
    late = make_truce(("declared: 2020-01-01", "declared: 2020-05-01"))
    assert _said(late) == ["warning: layer 'first' was declared (2020-05-01) after it ended (2020-02-10 00:00:00)"]
    unused = make_truce(("\nlayers:\n", "\n  - {id: hills, name: the hills, countries: [UA], cite: talk}\nlayers:\n"))
    assert _said(unused) == ["warning: area 'hills' is in no layer, and no clause is limited to it"]


def test_ground_no_gazetteer_knows_is_told_and_weighs_more_when_it_is_all_of_an_area(
    make_truce: Callable[..., Truce],
) -> None:
    assert _said(make_truce(), places=[]) == ["warning: area 'valley' names what no gazetteer of the case knows: north"]
    more = make_truce(
        ("    provinces: [north]\n", "    provinces: [north]\n    countries: [UA, PL]\n    places: [mill]\n")
    )
    assert _said(more) == ["note: area 'valley' names what no gazetteer of the case knows: mill, PL"]


def test_members_and_exempt_unknown_to_the_registry_are_told(make_truce: Callable[..., Truce]) -> None:
    assert _said(make_truce(), actors=[]) == [
        "note: no registry of the case knows 'red-army' of side 'reds'",
        "note: no registry of the case knows 'blue-army' of side 'blues'",
        "note: no registry of the case knows 'outlaws' of exemption 'outlaws'",
    ]


def test_fighting_actors_on_no_side_are_told_together(make_truce: Callable[..., Truce]) -> None:
    strangers = [Actor(id=name, name=name, type="militia") for name in ("greens", "greys")]
    assert _said(make_truce(), actors=ACTORS + strangers) == [
        "note: on no side of this truce, and not left out of it: greens, greys"
    ]


def test_of_many_fighting_actors_on_no_side_six_are_named(make_truce: Callable[..., Truce]) -> None:
    strangers = [Actor(id=f"band-{number}", name=f"Band {number}", type="militia") for number in range(1, 10)]
    (told,) = _said(make_truce(), actors=ACTORS + strangers)
    assert told.endswith("band-1, band-2, band-3, band-4, band-5, band-6 and 3 more")


def test_an_actor_on_two_sides_is_told(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(("{actor: blue-army,", "{actor: red-army,"))
    assert "warning: 'red-army' is on two sides: 'reds' and 'blues'" in _said(truce)


@pytest.mark.parametrize(
    ("said_by", "means", "told"),
    [("reds", "exempt", True), ("anyone", "exempt", True), ("blues", "exempt", False), ("reds", "blues", False)],
)
def test_a_label_that_means_two_things_in_one_mouth_is_told(
    make_truce: Callable[..., Truce], *, said_by: str, means: str, told: bool
) -> None:
    labels = (
        "labels:\n"
        "  - {texts: [Bandits, thieves], said_by: [reds], means: [blues], cite: talk}\n"
        f"  - {{texts: [bandits], said_by: [{said_by}], means: [{means}], cite: talk}}\n"
    )
    expected = [f"warning: label 'bandits' means blues in one place, {means} in another"] if told else []
    assert _said(make_truce(more=labels)) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("{id: x, rule: prohibits, acts: [attack], by: [outlaws], text: t, cite: talk}", "it speaks only to outlaws"),
        (
            "{id: x, rule: prohibits, acts: [attack], defence: true, text: t, cite: talk}",
            "is a defence but does not permit",
        ),
    ],
)
def test_a_clause_that_can_never_apply_is_told(make_truce: Callable[..., Truce], clause: str, expected: str) -> None:
    (message,) = _said(make_truce(more=f"\n  - {clause}\n"))
    assert message.startswith("warning: clause 'x'")
    assert expected in message


def test_a_permission_against_the_exempt_needs_somebody_exempt(make_truce: Callable[..., Truce]) -> None:
    hunt = "\n  - {id: hunt, rule: permits, acts: [attack], against: [exempt], text: t, cite: talk}\n"
    assert _said(make_truce(more=hunt)) == []
    old = 'exempt:\n  - {id: outlaws, actor: outlaws, why: they are left out., cite: "paper, item 4"}\n'
    actors = [actor for actor in ACTORS if actor.id != "outlaws"]
    assert _said(make_truce((old, ""), more=hunt), actors=actors) == [
        "warning: clause 'hunt' can never apply: nobody is exempt"
    ]


RANKED = """
  - {id: wide, rule: permits, acts: [shelling, airstrike, attack, advance], text: t, cite: talk}
  - {id: narrow, rule: permits, acts: [attack], by: [reds], text: t, cite: talk}
rank:
"""


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        (["{first: narrow, then: no-fire, cite: talk}"], []),
        (
            ["{first: wide, then: no-fire, cite: talk}"],
            ["warning: clause 'no-fire' can never apply: 'wide' goes before it and is as wide"],
        ),
        (
            ["{first: narrow, then: wide, cite: talk}"],
            ["warning: the rank of 'narrow' over 'wide' decides nothing: they never contradict each other"],
        ),
        (
            ["{first: narrow, then: no-fire, cite: talk}", "{first: no-fire, then: narrow, cite: talk}"],
            ["error: 'narrow' and 'no-fire' each go before the other"],
        ),
    ],
)
def test_ranks_that_decide_nothing_or_everything_are_told(
    make_truce: Callable[..., Truce], ranks: list[str], expected: list[str]
) -> None:
    more = RANKED + "".join(f"  - {rank}\n" for rank in ranks)
    assert _said(make_truce(more=more)) == expected


def test_the_truces_own_cases_are_run_with_it(make_truce: Callable[..., Truce]) -> None:
    book, _ = load_cases("cases:\n  - {id: one, why: w, act: attack, expect: breach}\n", "cases.yaml")
    problems = lint(make_truce(), ACTORS, PLACES, book)
    assert any("case 'one': expected breach" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("id: blues\n    name: the Blues\n    binds: members\n", "id: blues\n    name: the Blues\n"), []),
        (("x", "x"), ["and binds its sides differently"]),
        (("by: [reds, blues]", "by: [reds]"), ["and binds its sides differently", "and clause 'no-fire' names reds"]),
        (
            ("by: [reds, blues]", "by: [red-army]"),
            ["and binds its sides differently", "and clause 'no-fire' names red-army"],
        ),
        (
            ("  - id: blues\n    name: the Blues\n", "  - id: blues\n    name: the Blues\n    takes_in_allies: true\n"),
            ["and binds its sides differently"],
        ),
    ],
)
def test_a_truce_that_calls_itself_symmetric_is_taken_at_its_word(
    make_truce: Callable[..., Truce], change: tuple[str, str], expected: list[str]
) -> None:
    truce = make_truce(change, more="symmetric: true\n")
    assert _said(truce) == [f"warning: it says that it is symmetric, {words}" for words in expected]


def test_a_symmetric_truce_has_two_sides(make_truce: Callable[..., Truce]) -> None:
    third = "\n  - id: greens\n    name: the Greens\n    cite: talk\n    members: []\nexempt:\n"
    truce = make_truce(("\nexempt:\n", third), more="symmetric: true\n")
    assert "warning: it says that it is symmetric, and has 3 sides" in _said(truce)


def test_windows_that_never_end_overlap_as_long_as_neither_does(make_truce: Callable[..., Truce]) -> None:
    endless = (NEXT_LAYER % "2020-02-09T00:00").replace("end: 2020-03-01T00:00, ", "")
    truce = make_truce(("    end: 2020-02-10T00:00\n", ""), ("\nsides:\n", endless))
    assert _said(truce) == ["note: 'first' and 'second' overlap in 'valley' for as long as neither ends"]
    limited = make_truce(
        ("\nlayers:\n", "\n  - {id: hills, name: the hills, countries: [UA], cite: talk}\nlayers:\n"),
        more="\n  - {id: sky, rule: prohibits, acts: [overflight], areas: [hills], text: t, cite: talk}\n",
    )
    assert _said(limited) == []
