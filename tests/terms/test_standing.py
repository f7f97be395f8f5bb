from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tregua.terms.standing import Days, Party, Standing, standing
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor, ActorType, Affiliation

DAY = dt.date(2020, 1, 15)


def _tie(kind: str, to: str, since: str | None = None, until: str | None = None) -> Affiliation:
    return Affiliation.model_validate({"type": kind, "to": to, "from": since, "until": until, "cite": "x"})


def _actor(name: str, kind: ActorType = "armed group", *ties: Affiliation) -> Actor:
    return Actor(id=name, name=name, type=kind, affiliations=ties)


ACTORS = {
    actor.id: actor
    for actor in (
        _actor("red-army", "state forces"),
        _actor("red-guard", "state forces", _tie("part_of", "red-army")),
        _actor("red-friends", "militia", _tie("allied_with", "red-army")),
        _actor("blue-army"),
        _actor("blue-friends", "armed group", _tie("allied_with", "blue-army")),
        _actor("league", "coalition"),
        _actor("league-member", "armed group", _tie("member_of", "league")),
        _actor("league-branch", "armed group", _tie("part_of", "league")),
        _actor("former", "armed group", _tie("part_of", "red-army", None, "2019-12-31")),
        _actor("loop", "armed group", _tie("part_of", "loop-too"), _tie("part_of", "gone")),
        _actor("loop-too", "armed group", _tie("part_of", "loop")),
        _actor("outlaws"),
        _actor("outlaw-band", "armed group", _tie("part_of", "outlaws")),
        _actor("listed", "armed group", _tie("listed_by", "council", "2020-01-10")),
        _actor("strangers"),
        _actor("far-state", "state"),
        _actor("villagers", "civilians"),
        _actor("some-fighters", "unspecified"),
        _actor("deserter"),
    )
}

MEMBERS = (
    (
        "    members:\n      - {actor: blue-army",
        """\
    members:
      - {actor: league, bound: null, may_also_be: [exempt], how: which group it was., cite: talk}
      - {actor: deserter, bound: true, until: 2020-01-14, how: it signed and left., cite: talk}
      - {actor: blue-army""",
    ),
    (
        "exempt:\n",
        "exempt:\n  - {id: by-list, listed_by: council, until: 2020-06-30, why: it is listed., cite: talk}\n",
    ),
)


@pytest.fixture
def truce(make_truce: Callable[..., Truce]) -> Truce:
    return make_truce(*MEMBERS)


def _stand(truce: Truce, party: Party, days: Days | None = (DAY, DAY)) -> Standing:
    return standing(truce, party, ACTORS.get, days)


@pytest.mark.parametrize(
    ("actor", "bound", "may_be"),
    [
        ("red-army", True, {"reds"}),
        ("red-guard", True, {"reds"}),
        ("blue-army", True, {"blues"}),
        ("league", None, {"blues", "exempt"}),
        ("league-branch", None, {"blues", "exempt"}),
        ("league-member", False, set()),
        ("red-friends", False, set()),
        ("former", False, set()),
        ("loop", False, set()),
        ("outlaws", False, {"exempt"}),
        ("outlaw-band", False, {"exempt"}),
        ("listed", False, {"exempt"}),
        ("strangers", False, set()),
        ("far-state", False, set()),
        ("villagers", False, {"civilians"}),
        ("deserter", False, set()),
    ],
)
def test_an_actor_stands_where_the_truce_or_its_dated_ties_put_it(
    truce: Truce, *, actor: str, bound: bool | None, may_be: set[str]
) -> None:
    found = _stand(truce, Party(text="x", actor=actor))
    assert (found.bound.holds, found.may_be) == (bound, frozenset(may_be))
    assert actor in found.bound.why


def test_allies_are_bound_with_a_side_that_takes_them_in(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(("    name: the Reds\n", "    name: the Reds\n    takes_in_allies: true\n"))
    found = _stand(truce, Party(actor="red-friends"))
    assert (found.bound.holds, found.may_be) == (True, frozenset({"reds"}))
    assert "with red-army" in found.bound.why
    assert _stand(truce, Party(actor="blue-friends")).bound.holds is False


def test_an_exemption_names_its_term_and_holds_only_on_its_days(truce: Truce) -> None:
    found = _stand(truce, Party(actor="listed"))
    assert found.exemption is not None
    assert (found.exemption.id, found.cite) == ("by-list", "talk")
    before, after = dt.date(2020, 1, 9), dt.date(2020, 7, 1)
    assert _stand(truce, Party(actor="listed"), (before, before)).exemption is None
    assert _stand(truce, Party(actor="listed"), (after, after)).exemption is None


def test_a_membership_that_ends_within_the_days_leaves_it_open(truce: Truce) -> None:
    found = _stand(truce, Party(actor="deserter"), (dt.date(2020, 1, 14), DAY))
    assert found.bound.holds is None
    assert found.bound.missing == ("the day: whether deserter was on the side 'blues' by then",)
    assert _stand(truce, Party(actor="deserter"), (dt.date(2020, 1, 13), dt.date(2020, 1, 14))).bound.holds is True
    assert _stand(truce, Party(actor="deserter"), None).bound.holds is True


def test_a_label_tells_at_best_the_side(truce: Truce) -> None:
    whole = _stand(truce, Party(text="the enemy", means=("reds",)))
    assert (whole.bound.holds, whole.may_be, whole.name) == (True, frozenset({"reds"}), "“the enemy”")
    single = _stand(truce, Party(text="rebels", means=("blues",)))
    assert single.bound.holds is None
    assert single.bound.missing == ("which group “rebels” means, and whether it had accepted the terms",)
    exempt = _stand(truce, Party(text="bandits", means=("exempt",)))
    assert exempt.bound.holds is False
    assert exempt.exemption is not None
    named = _stand(truce, Party(text="rebel strangers", actor="strangers", means=("blues",)))
    assert named.may_be == frozenset()
    houses = _stand(truce, Party(text="houses", means=("civilians",)))
    assert (houses.bound.holds, houses.bound.why) == (False, "“houses” means civilians.")
    either = _stand(truce, Party(text="bandits", actor="some-fighters", means=("blues", "exempt")))
    assert either.bound.missing == ("whom “bandits” means: the Blues or those left out of the terms",)
    assert either.exemption is None


def test_nobody_named_and_nobody_known_may_be_anybody(truce: Truce) -> None:
    for party, missing in (
        (Party(), "who it was"),
        (Party(text="gunmen"), "who “gunmen” were"),
        (Party(text="gunmen", actor="some-fighters"), "who “gunmen” were"),
        (Party(text="gunmen", actor="not-in-the-registry"), "who “gunmen” were"),
    ):
        found = _stand(truce, party)
        assert (found.may_be, found.bound.holds, found.bound.missing) == (None, None, (missing,))


def test_what_is_said_of_unlisted_groups_is_said_only_of_the_types_it_names(make_truce: Callable[..., Truce]) -> None:
    shut = make_truce(more="unlisted: {bound: false, why: only those who signed., cite: talk}\n")
    assert _stand(shut, Party(actor="strangers")).bound.holds is False
    assert "only those who signed." in _stand(shut, Party(actor="strangers")).bound.why
    unknown = make_truce(more="unlisted: {bound: null, why: the list is secret., cite: talk}\n")
    found = _stand(unknown, Party(actor="strangers"))
    assert (found.may_be, found.bound.holds) == (None, None)
    assert found.bound.missing == ("whether strangers had accepted the terms: the list is secret",)
    assert _stand(unknown, Party(actor="far-state")).bound.holds is False


def test_a_monitor_is_on_no_side_as_long_as_it_is_one(make_truce: Callable[..., Truce]) -> None:
    roles = (
        "roles:\n  - {actor: far-state, role: monitor, until: 2020-01-31, how: it watches the valley., cite: talk}\n"
    )
    truce = make_truce(more=roles)
    there = standing(truce, Party(actor="far-state"), ACTORS.get, (DAY, DAY))
    assert (there.bound.holds, there.cite, there.may_be) == (False, "talk", frozenset())
    assert there.bound.why == "far-state is on no side of these terms; it is their monitor: it watches the valley."
    later = dt.date(2020, 2, 15)
    gone = standing(truce, Party(actor="far-state"), ACTORS.get, (later, later))
    assert gone.bound.why == "far-state is on no side of these terms."


def test_it_may_be_open_whether_somebody_is_left_out(make_truce: Callable[..., Truce]) -> None:
    contested = (
        "why: they are left out.,",
        (
            "why: they are left out., contested: The Reds' copy has no such line., "
            "readings: [{by: blues, text: They are out., cite: talk}],"
        ),
    )
    stray = standing(make_truce(contested), Party(actor="outlaws"), ACTORS.get, (DAY, DAY))
    assert (stray.bound.holds, stray.exemption, stray.cite) == (None, None, "paper, item 4")
    assert stray.may_be == frozenset({"exempt", "reds", "blues"})
    assert stray.bound.missing == (
        "whether outlaws is left out of the terms: The Reds' copy has no such line (blues reads it so: They are out)",
    )
    member = (
        "{actor: blue-army,",
        "{actor: outlaws, bound: true, how: it signed., cite: talk}\n      - {actor: blue-army,",
    )
    on_a_side = standing(make_truce(contested, member), Party(actor="outlaws"), ACTORS.get, (DAY, DAY))
    assert on_a_side.may_be == frozenset({"exempt", "blues"})
