from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tregua.terms.evaluate import Facts, Site, evaluate
from tregua.terms.ground import Ground
from tregua.terms.lint import lint
from tregua.terms.load import load_truce
from tregua.terms.standing import Party
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict
from tregua.vocabulary.actors import Actor, Affiliation
from tregua.vocabulary.acts import Conduct
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import Span

ACTORS = {
    each.id: each
    for each in (
        Actor(id="red-army", name="Red Army", type="state forces"),
        Actor(
            id="red-brigade",
            name="Red Brigade",
            type="state forces",
            affiliations=(Affiliation.model_validate({"type": "part_of", "to": "red-army", "cite": "x"}),),
        ),
        Actor(id="red-guard", name="Red Guard", type="state forces"),
        Actor(id="blue-army", name="Blue Army", type="armed group"),
        Actor(id="outlaws", name="Outlaws", type="armed group"),
    )
}
GUARD = '\n      - {actor: red-guard, bound: true, how: it signed., cite: "paper, item 3"}\n  - id: blues'
LATER = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


def _left(make_truce: Callable[..., Truce], step: str, *changes: tuple[str, str]) -> Truce:
    """Return the small truce, from which the Reds are gone from 20 January as STEP has it."""
    words = "start: 2020-01-20T06:00, why: The Reds left after a raid., cite: talk"
    return make_truce(("\n  - id: blues", GUARD), *changes, more=f"withdrawals: [{{{step}, {words}}}]\n")


def _ruled(
    truce: Truce, actor: str, target: str = "", day: int | None = 25, as_of: dt.datetime = LATER, **more: Party
) -> Verdict:
    time = None
    if day is not None:
        start = dt.datetime(2020, 1, day, tzinfo=dt.UTC)
        time = Span(start=start, end=start + dt.timedelta(hours=20))
    facts = Facts(
        act=Conduct.SHELLING,
        actors=(more.get("label", Party(actor=actor)),),
        targets=(Party(actor=target or "blue-army"),),
        sites=(Site(text="Mill", place="mill"),),
        time=time,
    )
    ground = Ground([Place(id="mill", name="Mill", kind="town", province="north", country="UA")])
    verdict = evaluate(truce, facts, ACTORS.get, ground, as_of)
    assert verdict is not None
    return verdict


WITHDREW = "by: [reds], what: withdrawal, others: stand"


def test_whoever_left_owes_nothing_more_and_is_still_owed_what_stands(make_truce: Callable[..., Truce]) -> None:
    truce = _left(make_truce, WITHDREW)
    red = _ruled(truce, "red-brigade")
    assert (red.ruling.value, red.reach, red.term) == ("outside", "time", "no-fire")
    assert red.reason == "Red Brigade no longer owed it. The Reds left after a raid. (A talk)"
    assert _ruled(truce, "blue-army", "red-army").ruling.value == "breach"
    assert _ruled(truce, "red-army", day=15).ruling.value == "breach"
    assert _ruled(truce, "outlaws").reach == "party"


def test_the_duties_of_the_other_side_fall_or_are_open_where_the_file_says_so(make_truce: Callable[..., Truce]) -> None:
    fallen = _left(make_truce, "by: [reds], what: withdrawal, others: end")
    assert (_ruled(fallen, "blue-army", "red-army").ruling.value) == "outside"
    readings = "readings: [{by: reds, text: it is over., cite: talk}, {by: blues, text: it stands., cite: talk}]"
    split = _left(make_truce, f"by: [reds], what: suspension, own: open, others: open, {readings}")
    for actor, target, name in (("red-army", "", "Red Army"), ("blue-army", "red-army", "Blue Army")):
        verdict = _ruled(split, actor, target)
        assert verdict.ruling.value == "undetermined"
        said = "(reds reads it so: it is over; blues reads it so: it stands)"
        assert verdict.missing == (f"whether {name} still owed it: The Reds left after a raid {said}",)


def test_a_step_that_the_text_does_not_allow_changes_nothing(make_truce: Callable[..., Truce]) -> None:
    truce = _left(make_truce, "by: [reds], what: withdrawal, own: stand, others: stand")
    assert _ruled(truce, "red-army").ruling.value == "breach"


def test_on_the_day_of_the_step_the_hour_decides(make_truce: Callable[..., Truce]) -> None:
    truce = _left(make_truce, WITHDREW)
    verdict = _ruled(truce, "red-army", day=20)
    assert verdict.missing == ("the hour: before or after 2020-01-20 06:00 (Europe/Kyiv)",)
    assert "when it happened" in _ruled(truce, "red-army", day=None).missing


def test_a_step_is_known_from_the_day_it_was_made_known(make_truce: Callable[..., Truce]) -> None:
    truce = _left(make_truce, f"{WITHDREW}, declared: 2020-01-28")
    assert _ruled(truce, "red-army", as_of=dt.datetime(2020, 1, 27, tzinfo=dt.UTC)).ruling.value == "breach"
    assert _ruled(truce, "red-army", as_of=dt.datetime(2020, 1, 28, tzinfo=dt.UTC)).ruling.value == "outside"


def test_a_member_may_leave_alone(make_truce: Callable[..., Truce]) -> None:
    truce = _left(make_truce, "by: [red-army], what: withdrawal, others: stand")
    assert _ruled(truce, "red-brigade").ruling.value == "outside"
    assert _ruled(truce, "red-guard").ruling.value == "breach"
    assert _ruled(truce, "blue-army", "red-army").ruling.value == "breach"
    label = _ruled(truce, "", label=Party(text="the Reds", means=("reds",)))
    assert label.missing == ("whether “the Reds” means those who took this step",)


def test_a_step_may_be_about_one_layer(make_truce: Callable[..., Truce]) -> None:
    second = "\nsides:\n"
    layer = "\n  - {id: second, start: 2020-01-12T00:00, declared: 2020-01-12, areas: [valley], cite: talk}\nsides:\n"
    step = f"{WITHDREW}, layers: [second]"
    assert _ruled(_left(make_truce, step, (second, layer)), "red-army").ruling.value == "breach"
    held = ("    acts: [shelling", "    layers: [second]\n    acts: [shelling")
    assert _ruled(_left(make_truce, step, (second, layer), held), "red-army").ruling.value == "outside"


def test_a_duty_to_prevent_others_is_not_that_of_the_one_who_acts(make_truce: Callable[..., Truce]) -> None:
    prevents = ("    rule: prohibits\n", "    rule: obliges\n    prevents: [reds]\n")
    truce = _left(make_truce, WITHDREW, prevents, ("by: [reds, blues]", "by: [blues]"))
    assert _ruled(truce, "red-army").ruling.value == "breach"


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("by: [rads], what: withdrawal, others: stand", "no side or member of this truce is called 'rads'"),
        ("by: [reds], layers: [frst], what: withdrawal, others: stand", "no layer of this truce is called 'frst'"),
        ("by: [reds], what: withdrawal", "withdrawals.0.others"),
    ],
)
def test_what_is_wrong_with_a_step_is_told(small_text: str, step: str, message: str) -> None:
    text = f"{small_text}withdrawals:\n  - {{{step}, start: 2020-01-20T06:00, why: They left., cite: talk}}\n"
    truce, problems = load_truce(text, "truce.yaml")
    assert truce is None
    assert any(message in str(problem) for problem in problems), [str(problem) for problem in problems]


def test_a_truce_that_one_side_left_is_not_symmetric(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(
        more="symmetric: true\nwithdrawals: [{by: [reds], what: withdrawal, others: stand, start: 2020-01-20T06:00, "
        "why: They left., cite: talk}]\n"
    )
    said = [problem.message for problem in lint(truce, [], [])]
    assert "it says that it is symmetric, and reds left it or suspended its part" in said
