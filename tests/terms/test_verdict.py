from __future__ import annotations

from collections.abc import Callable

import pytest

from tregua.records.finding import Ruling
from tregua.terms.clauses import Deed
from tregua.terms.logic import Answer
from tregua.terms.proof import Shown
from tregua.terms.standing import Standing
from tregua.terms.truce import Exemption, Truce
from tregua.terms.verdict import Verdict, gravest, judge
from tregua.vocabulary.acts import Act

YES = Answer(holds=True, why="It signed.")
OUTLAWED = Exemption(id="outlaws", actor="outlaws", why="they are left out.", cite="paper, item 4")

REDS = Standing(name="Red army", may_be=frozenset({"reds"}), bound=YES, lineage=frozenset({"red-army"}), cite="talk")
BLUES = Standing(name="Blue army", may_be=frozenset({"blues"}), bound=YES, lineage=frozenset({"blue-army"}))
PERHAPS = Standing(
    name="Green band",
    may_be=frozenset({"blues"}),
    bound=Answer(holds=None, why="Nobody knows.", missing=("whether it signed",)),
)
EITHER = Standing(
    name="“bandits”",
    may_be=frozenset({"blues", "exempt"}),
    bound=Answer(holds=None, why="It may mean either.", missing=("whom “bandits” means",)),
)
OUTLAWS = Standing(
    name="Outlaws",
    may_be=frozenset({"exempt"}),
    bound=Answer(holds=False, why="Outlaws are left out."),
    exemption=OUTLAWED,
    cite="paper, item 4",
)
VILLAGERS = Standing(name="Villagers", may_be=frozenset({"civilians"}), bound=Answer(holds=False, why="No force."))
NOBODY = Standing(
    name="",
    may_be=None,
    bound=Answer(holds=None, why="No report names anybody.", missing=("who it was",)),
    identified=False,
)
SOMEBODY = Standing(
    name="“gunmen”",
    may_be=None,
    bound=Answer(holds=None, why="Nobody knows.", missing=("who “gunmen” were",)),
    identified=False,
)
STRANGERS = Standing(
    name="Strangers", may_be=None, bound=Answer(holds=None, why="Not listed.", missing=("whether it signed",))
)

PERMIT = """
  - {id: hunt, rule: permits, acts: [attack, airstrike], against: [exempt], text: Outlaws may be fought., cite: talk}
"""
ALL_FIRE = """
  - {id: all-fire, rule: prohibits, acts: [attack], text: All fire stops., cite: talk}
"""
RANK = "rank:\n  - {first: %s, then: %s, cite: talk}\n"


def _judge(truce: Truce, actor: Standing, target: Standing = NOBODY, act: Act = Act.ATTACK, **more: object) -> Verdict:
    return judge(truce, Deed(act=act, actor=actor, target=target, **more))  # type: ignore[arg-type]


def test_a_prohibited_act_by_a_bound_actor_against_a_protected_target_is_a_breach(
    make_truce: Callable[..., Truce],
) -> None:
    verdict = _judge(make_truce(), REDS, BLUES)
    assert (verdict.ruling, verdict.term) == (Ruling.BREACH, "no-fire")
    assert verdict.citation == "The paper, item 5 <https://example.org/paper>"
    assert verdict.reason == "Red army: attack against Blue army. “no-fire” prohibits this: No fire on the other side."
    assert verdict.missing == ()


def test_both_sides_go_through_the_same_rules(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(more=PERMIT)
    for target in (OUTLAWS, VILLAGERS, NOBODY, EITHER, PERHAPS):
        one, other = _judge(truce, REDS, target), _judge(truce, BLUES, target)
        assert (one.ruling, one.reach, one.term, one.missing) == (other.ruling, other.reach, other.term, other.missing)


@pytest.mark.parametrize(
    ("actor", "target", "ruling", "reach", "term", "missing"),
    [
        (OUTLAWS, REDS, Ruling.OUTSIDE, "party", "outlaws", ()),
        (VILLAGERS, REDS, Ruling.OUTSIDE, "party", "", ()),
        (REDS, OUTLAWS, Ruling.PERMITTED, "", "hunt", ()),
        (REDS, VILLAGERS, Ruling.OUTSIDE, "act", "", ()),
        (REDS, NOBODY, Ruling.UNDETERMINED, "", "no-fire", ("whom or what it struck",)),
        (REDS, EITHER, Ruling.UNDETERMINED, "", "no-fire", ("whom “bandits” means",)),
        (REDS, PERHAPS, Ruling.UNDETERMINED, "", "no-fire", ("whether it signed",)),
        (REDS, SOMEBODY, Ruling.UNDETERMINED, "", "no-fire", ("who “gunmen” were",)),
        (REDS, STRANGERS, Ruling.UNDETERMINED, "", "no-fire", ("whether it signed",)),
        (SOMEBODY, REDS, Ruling.UNDETERMINED, "", "no-fire", ("who “gunmen” were",)),
        (PERHAPS, REDS, Ruling.UNDETERMINED, "", "no-fire", ("whether it signed",)),
        (PERHAPS, OUTLAWS, Ruling.UNDETERMINED, "", "hunt", ("whether it signed",)),
        (PERHAPS, VILLAGERS, Ruling.OUTSIDE, "act", "", ()),
        (EITHER, REDS, Ruling.UNDETERMINED, "", "no-fire", ("whom “bandits” means",)),
        (NOBODY, REDS, Ruling.UNDETERMINED, "", "no-fire", ("who it was",)),
    ],
)
def test_actor_and_target_decide_or_are_named_as_missing(
    make_truce: Callable[..., Truce],
    *,
    actor: Standing,
    target: Standing,
    ruling: Ruling,
    reach: str,
    term: str,
    missing: tuple[str, ...],
) -> None:
    verdict = _judge(make_truce(more=PERMIT), actor, target)
    assert (verdict.ruling, verdict.reach, verdict.term, verdict.missing) == (ruling, reach, term, missing)


def test_a_clause_that_names_an_actor_reaches_it_and_its_parts(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(("by: [reds, blues]", "by: [red-army]"), ("against: [reds, blues]", "against: [blue-army]"))
    assert _judge(truce, REDS, BLUES).ruling is Ruling.BREACH
    assert _judge(truce, BLUES, REDS).reach == "act"


def test_a_fork_between_breach_and_permission_is_put_into_words(make_truce: Callable[..., Truce]) -> None:
    verdict = _judge(make_truce(more=PERMIT), REDS)
    assert verdict.reason == (
        "It may be a breach of “no-fire”, or permitted by “hunt”. Not known: whom or what it struck."
    )
    only_forbidden = _judge(make_truce(), REDS)
    assert "a breach of “no-fire”, or beyond the terms" in only_forbidden.reason
    only_permit = _judge(make_truce(("by: [reds, blues]", "by: [blues]"), more=PERMIT), REDS)
    assert "permitted by “hunt”, or beyond the terms" in only_permit.reason


def test_where_several_clauses_may_be_broken_none_is_singled_out(make_truce: Callable[..., Truce]) -> None:
    more = """
  - {id: red-fire, rule: prohibits, acts: [attack], by: [reds], text: Reds halt., cite: talk}
  - {id: blue-fire, rule: prohibits, acts: [attack], by: [blues], text: Blues halt., cite: talk}
  - {id: far-fetched, rule: prohibits, acts: [attack], by: [blues], arguable: so some say, text: t, cite: talk}
"""
    verdict = _judge(make_truce(more=more), NOBODY, VILLAGERS)
    assert (verdict.ruling, verdict.term, verdict.citation) == (Ruling.UNDETERMINED, "", "")
    assert "a breach of “red-fire” or “blue-fire”, or beyond the terms" in verdict.reason


def test_the_kind_of_act_must_be_known_where_it_matters(make_truce: Callable[..., Truce]) -> None:
    assert _judge(make_truce(), REDS, BLUES, Act.OTHER).missing == ("what was done",)
    assert _judge(make_truce(), REDS, BLUES, Act.ABDUCTION).reach == "act"
    bombs_only = make_truce(("acts: [shelling, airstrike, attack]", "acts: [airstrike]"))
    assert _judge(bombs_only, REDS, BLUES, Act.ATTACK).missing == ("what was done",)
    aid_only = make_truce(("acts: [shelling, airstrike, attack]", "acts: [obstruction]"))
    assert _judge(aid_only, REDS, BLUES, Act.ATTACK).reach == "act"
    nothing_known = _judge(aid_only, NOBODY)
    assert nothing_known.reason == "No clause speaks of attack by an unknown actor."


def test_acts_said_to_be_unregulated_say_where(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(more="unregulated:\n  - {acts: [abduction], why: It says nothing of it., cite: talk}\n")
    verdict = _judge(truce, REDS, BLUES, Act.ABDUCTION)
    assert (verdict.reach, verdict.citation, verdict.reason) == ("act", "A talk", "It says nothing of it.")


def test_a_duty_that_is_failed_is_a_breach_whatever_the_target(make_truce: Callable[..., Truce]) -> None:
    duty = "\n  - {id: aid, rule: obliges, acts: [obstruction], by: [reds], text: Let aid pass., cite: talk}\n"
    verdict = _judge(make_truce(more=duty), REDS, NOBODY, Act.OBSTRUCTION)
    assert (verdict.ruling, verdict.term) == (Ruling.BREACH, "aid")
    assert verdict.reason == "Red army: obstruction. “aid” obliges otherwise: Let aid pass."
    assert [condition.why for condition in verdict.conditions if condition.name == "target"] == [
        "“aid” holds whatever the target."
    ]


def test_a_clause_limited_to_weapons_needs_the_weapon(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(("    against: [reds, blues]\n", "    against: [reds, blues]\n    weapons: [howitzer]\n"))
    assert _judge(truce, REDS, BLUES).missing == ("the weapon",)
    assert _judge(truce, REDS, BLUES, shown=Shown(weapons=("122-mm Howitzers",))).ruling is Ruling.BREACH
    assert _judge(truce, REDS, BLUES, shown=Shown(weapons=("mortar",))).missing == ("the weapon",)


def test_an_arguable_clause_never_decides_and_says_what_is_argued(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(
        ("    against: [reds, blues]\n", "    against: [reds, blues]\n    arguable: whether it binds so far\n")
    )
    assert _judge(truce, REDS, BLUES).missing == ("whether it binds so far",)
    assert _judge(truce, REDS, NOBODY).missing == ("whom or what it struck",)


def test_self_defence_must_be_shown_and_is_told(make_truce: Callable[..., Truce]) -> None:
    defence = (
        "\n  - {id: answer, rule: permits, acts: [attack], defence: true, text: Force may answer force., cite: talk}\n"
    )
    verdict = _judge(make_truce(more=defence), REDS, BLUES)
    assert verdict.ruling is Ruling.BREACH
    (condition,) = [condition for condition in verdict.conditions if condition.name == "defence"]
    assert (condition.holds, condition.clause) == (False, "answer, A talk")
    assert "must be shown" in condition.why


def test_conditions_name_clause_and_citation_and_leave_out_clauses_for_others(make_truce: Callable[..., Truce]) -> None:
    other = "\n  - {id: blue-only, rule: prohibits, acts: [attack], by: [blues], text: Blues halt., cite: talk}\n"
    verdict = _judge(make_truce(more=other), REDS, BLUES)
    assert [(each.name, each.clause) for each in verdict.conditions] == [
        ("actor", "A talk"),
        ("act", ""),
        ("target", "no-fire, The paper, item 5 <https://example.org/paper>"),
    ]


def test_clauses_that_contradict_need_a_rank(make_truce: Callable[..., Truce]) -> None:
    verdict = _judge(make_truce(more=ALL_FIRE + PERMIT), REDS, OUTLAWS)
    assert verdict.ruling is Ruling.UNDETERMINED
    assert verdict.missing == ("which goes first, “all-fire” or “hunt”",)
    (words,) = verdict.contradictions
    assert words == "“all-fire” (A talk) prohibits what “hunt” (A talk) permits, and no rank stands between them"
    permitted = _judge(make_truce(more=ALL_FIRE + PERMIT + RANK % ("hunt", "all-fire")), REDS, OUTLAWS)
    assert (permitted.ruling, permitted.term, permitted.contradictions) == (Ruling.PERMITTED, "hunt", ())
    breach = _judge(make_truce(more=ALL_FIRE + PERMIT + RANK % ("all-fire", "hunt")), REDS, OUTLAWS)
    assert (breach.ruling, breach.term) == (Ruling.BREACH, "all-fire")


def test_a_permission_that_only_may_apply_leaves_a_ban_open_unless_the_ban_goes_first(
    make_truce: Callable[..., Truce],
) -> None:
    open_one = _judge(make_truce(more=ALL_FIRE + PERMIT), REDS, NOBODY)
    assert (open_one.ruling, open_one.missing) == (Ruling.UNDETERMINED, ("whom or what it struck",))
    ban_first = make_truce(more=ALL_FIRE + PERMIT + RANK % ("all-fire", "hunt"))
    assert _judge(ban_first, REDS, NOBODY).ruling is Ruling.BREACH


def test_one_breach_among_several_deeds_is_a_breach_and_facts_of_one_ruling_are_gathered() -> None:
    def verdict(ruling: Ruling, *missing: str) -> Verdict:
        return Verdict(ruling=ruling, reason=ruling.value, missing=missing)

    breach, outside = verdict(Ruling.BREACH), verdict(Ruling.OUTSIDE)
    assert (
        gravest([outside, verdict(Ruling.PERMITTED), verdict(Ruling.UNDETERMINED, "a"), breach]).ruling is Ruling.BREACH
    )
    assert gravest([outside, verdict(Ruling.PERMITTED)]).ruling is Ruling.PERMITTED
    both = gravest([verdict(Ruling.UNDETERMINED, "a"), verdict(Ruling.UNDETERMINED, "b", "a"), outside])
    assert both.missing == ("a", "b")
