from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tregua.records.finding import Ruling
from tregua.terms.clauses import Deed
from tregua.terms.logic import Answer
from tregua.terms.proof import Shown
from tregua.terms.standing import Standing
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict, judge
from tregua.vocabulary.acts import Act, Conduct

YES = Answer(holds=True, why="It signed.")
REDS = Standing(name="Red army", may_be=frozenset({"reds"}), bound=YES)
BLUES = Standing(name="Blue army", may_be=frozenset({"blues"}), bound=YES)
VILLAGERS = Standing(name="Villagers", may_be=frozenset({"civilians"}), bound=Answer(holds=False, why="No force."))
EITHER = Standing(
    name="the band",
    may_be=frozenset({"reds", "blues"}),
    bound=Answer(holds=None, why="It may be either.", missing=("whose band it was",)),
)
BOTH = Standing(name="the mixed patrol", may_be=frozenset({"reds", "blues"}), bound=YES)
ABROAD = Standing(name="Foreign army", may_be=frozenset(), bound=Answer(holds=False, why="It is on no side."))
NOBODY = Standing(
    name="", may_be=None, bound=Answer(holds=None, why="Nobody is named.", missing=("who it was",)), identified=False
)

ANSWER = """
  - {id: answer, rule: permits, acts: [attack], defence: true, text: Who is attacked may answer., cite: talk%s}
"""


def _judge(
    truce: Truce,
    actor: Standing = REDS,
    target: Standing = BLUES,
    act: Act | Conduct = Act.ATTACK,
    shown: Shown | None = None,
) -> Verdict:
    return judge(truce, Deed(act=act, actor=actor, target=target, shown=shown or Shown()))


def test_every_act_of_a_claim_is_one_that_terms_can_speak_of() -> None:
    assert {each.value for each in Act} <= {each.value for each in Conduct}


@pytest.mark.parametrize(
    ("shown", "ruling", "term"),
    [
        (Shown(), Ruling.BREACH, "no-fire"),
        (Shown(justification="they deserved it"), Ruling.BREACH, "no-fire"),
        (Shown(answers=True, answers_to="shelling"), Ruling.PERMITTED, "answer"),
        (Shown(answers=True), Ruling.PERMITTED, "answer"),
        (Shown(answers=False, justification="Self-defence"), Ruling.BREACH, "no-fire"),
        (Shown(justification="Self-defence"), Ruling.UNDETERMINED, "no-fire"),
    ],
)
def test_a_defence_counts_when_it_is_shown_and_is_open_when_it_is_only_claimed(
    make_truce: Callable[..., Truce], shown: Shown, ruling: Ruling, term: str
) -> None:
    verdict = _judge(make_truce(more=ANSWER % ""), shown=shown)
    assert (verdict.ruling, verdict.term) == (ruling, term)
    assert (verdict.missing == ("which attack it answered",)) is (ruling is Ruling.UNDETERMINED)
    defence = next(each for each in verdict.conditions if each.name == "defence")
    assert defence.holds is {Ruling.BREACH: False, Ruling.PERMITTED: True}.get(ruling)


@pytest.mark.parametrize(
    ("shown", "ruling"),
    [
        (Shown(), Ruling.BREACH),
        (Shown(answers=True, answers_to="small-arms fire"), Ruling.BREACH),
        (Shown(answers=True, answers_to="an assault"), Ruling.UNDETERMINED),
        (Shown(answers=True, answers_to="an assault", justification="ordered by the command"), Ruling.PERMITTED),
    ],
)
def test_a_defence_may_need_several_things(make_truce: Callable[..., Truce], shown: Shown, ruling: Ruling) -> None:
    needs = (
        ", elements: [{fact: an answer to an assault, shown_by: [{answers_to: [assault]}],"
        " refuted_by: [{answers: true}]},"
        " {fact: ordered, shown_by: [{justifications: [order]}]}]"
    )
    assert _judge(make_truce(more=ANSWER % needs), shown=shown).ruling is ruling


TOLD = Shown(weapons=("a mortar",), objects=("military",), answers=False)


@pytest.mark.parametrize(
    ("presumed", "act", "shown", "ruling"),
    [
        ("", Act.SHELLING, Shown(), Ruling.UNDETERMINED),
        (", presumed: true", Act.SHELLING, Shown(), Ruling.UNDETERMINED),
        (", presumed: true", Act.SHELLING, TOLD, Ruling.BREACH),
        (", presumed: false", Act.SHELLING, TOLD, Ruling.OUTSIDE),
        ("", Act.SHELLING, TOLD, Ruling.UNDETERMINED),
        ("", Act.AIRSTRIKE, Shown(), Ruling.BREACH),
        ("", Act.SHELLING, Shown(answers=True), Ruling.UNDETERMINED),
        ("", Act.SHELLING, replace(TOLD, answers=True), Ruling.OUTSIDE),
        ("", Act.SHELLING, Shown(weapons=("a Grad launcher",)), Ruling.BREACH),
        ("", Act.SHELLING, Shown(objects=("settlement",)), Ruling.BREACH),
    ],
)
def test_an_element_is_shown_refuted_presumed_or_asked_for(
    make_truce: Callable[..., Truce], *, presumed: str, act: Act, shown: Shown, ruling: Ruling
) -> None:
    element = (
        "    elements:\n      - {fact: offensive, shown_by: [{acts: [airstrike]}, {weapons: [grad]},"
        f" {{objects: [settlement]}}], refuted_by: [{{answers: true}}]{presumed}}}\n"
    )
    truce = make_truce(("    text: No fire", element + "    text: No fire"))
    verdict = _judge(truce, act=act, shown=shown)
    assert verdict.ruling is ruling
    assert (verdict.missing == ("whether it was offensive",)) is (ruling is Ruling.UNDETERMINED)


@pytest.mark.parametrize(
    ("actor", "target", "ruling"),
    [
        (REDS, BLUES, Ruling.BREACH),
        (BLUES, REDS, Ruling.BREACH),
        (REDS, REDS, Ruling.OUTSIDE),
        (EITHER, BLUES, Ruling.UNDETERMINED),
        (BOTH, BLUES, Ruling.UNDETERMINED),
        (NOBODY, BLUES, Ruling.UNDETERMINED),
        (REDS, NOBODY, Ruling.UNDETERMINED),
        (REDS, VILLAGERS, Ruling.OUTSIDE),
        (BOTH, VILLAGERS, Ruling.OUTSIDE),
    ],
)
def test_opposing_means_whichever_side_the_actor_is_not_on(
    make_truce: Callable[..., Truce], actor: Standing, target: Standing, ruling: Ruling
) -> None:
    truce = make_truce(("against: [reds, blues]", "against: [opposing]"))
    verdict = _judge(truce, actor, target)
    assert verdict.ruling is ruling
    assert bool(verdict.missing) is (ruling is Ruling.UNDETERMINED)


@pytest.mark.parametrize(
    ("prevents", "actor", "ruling"),
    [
        ("foreign-army", ABROAD, Ruling.OUTSIDE),
        ("anyone", ABROAD, Ruling.BREACH),
        ("anyone", NOBODY, Ruling.BREACH),
        ("reds", BLUES, Ruling.OUTSIDE),
    ],
)
def test_a_duty_to_prevent_is_failed_by_others(
    make_truce: Callable[..., Truce], prevents: str, actor: Standing, ruling: Ruling
) -> None:
    role = "roles:\n  - {actor: foreign-army, role: supporter, how: it helps., cite: talk}\n"
    duty = (
        f"\n  - {{id: duty, rule: obliges, by: [reds], prevents: [{prevents}], acts: [incursion], against: [blues],"
        " text: The Reds keep others out., cite: talk}\n"
    )
    verdict = _judge(make_truce(more=duty + role), actor, BLUES, Conduct.INCURSION)
    assert verdict.ruling is ruling
    assert ("“duty” obliges reds to prevent this" in verdict.reason) is (ruling is Ruling.BREACH)


def test_a_duty_to_prevent_asks_for_the_act_and_not_for_who_was_bound(make_truce: Callable[..., Truce]) -> None:
    duty = (
        "\n  - {id: duty, rule: obliges, prevents: [anyone], acts: [incursion], arguable: Is a patrol one?,"
        " text: Others are kept out., cite: talk, readings: [{by: reds, text: It is., cite: talk}]}\n"
    )
    verdict = _judge(make_truce(more=duty), ABROAD, BLUES, Conduct.INCURSION)
    assert (verdict.ruling, verdict.missing) == (Ruling.UNDETERMINED, ("Is a patrol one? (reds reads it so: It is)",))
    plain = make_truce(
        more=duty.replace("arguable: Is a patrol one?,", "").replace(
            ", readings: [{by: reds, text: It is., cite: talk}]", ""
        )
    )
    assert "obliges every side to prevent this" in _judge(plain, ABROAD, BLUES, Conduct.INCURSION).reason


@pytest.mark.parametrize(
    ("weapons", "ruling"),
    [
        (("122-mm howitzer",), Ruling.BREACH),
        (("гаубица 152 мм",), Ruling.BREACH),
        (("82 mm mortar",), Ruling.OUTSIDE),
        (("mortar",), Ruling.UNDETERMINED),
        ((), Ruling.UNDETERMINED),
    ],
)
def test_a_calibre_is_read_from_the_weapon(
    make_truce: Callable[..., Truce], weapons: tuple[str, ...], ruling: Ruling
) -> None:
    more = "\n  - {id: pull-back, rule: obliges, acts: [heavy-weapons], calibre_from: 100, text: t, cite: talk}\n"
    verdict = _judge(make_truce(more=more), act=Conduct.HEAVY_WEAPONS, shown=Shown(weapons=weapons))
    assert verdict.ruling is ruling
    assert (verdict.missing == ("the calibre of the weapon",)) is (ruling is Ruling.UNDETERMINED)


@pytest.mark.parametrize(
    ("wanted", "objects", "target", "ruling"),
    [
        ("civilian objects", ("medical",), BLUES, Ruling.BREACH),
        ("medical", ("civilian objects",), BLUES, Ruling.UNDETERMINED),
        ("medical", ("military",), BLUES, Ruling.OUTSIDE),
        ("medical", (), BLUES, Ruling.UNDETERMINED),
        ("civilians", (), VILLAGERS, Ruling.BREACH),
    ],
)
def test_a_clause_may_be_limited_to_kinds_of_target(
    make_truce: Callable[..., Truce], wanted: str, objects: tuple[str, ...], target: Standing, ruling: Ruling
) -> None:
    more = f"\n  - {{id: spared, rule: prohibits, acts: [looting], objects: [{wanted}], text: t, cite: talk}}\n"
    shown = Shown(objects=objects)  # type: ignore[arg-type] # words of the parameters
    verdict = _judge(make_truce(more=more), REDS, target, Conduct.LOOTING, shown)
    assert verdict.ruling is ruling


def test_a_drone_of_which_nothing_more_is_told_may_have_flown_over_or_struck(make_truce: Callable[..., Truce]) -> None:
    more = "\n  - {id: sky, rule: prohibits, acts: [overflight], text: Nothing flies., cite: talk}\n"
    found = _judge(make_truce(more=more), act=Act.DRONE)
    assert (found.ruling, found.missing) == (Ruling.UNDETERMINED, ("whether the drone struck or only flew over",))
    both = more.replace("[overflight]", "[drone, overflight]")
    assert _judge(make_truce(more=both), act=Act.DRONE).ruling is Ruling.BREACH
    assert _judge(make_truce(more=more), act=Act.EXPLOSION).ruling is Ruling.OUTSIDE
