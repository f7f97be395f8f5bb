from __future__ import annotations

from collections.abc import Callable

import pytest

from tregua.backends.registry import AuthoredSources
from tregua.terms.speaking import with_parties
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor, Affiliation, Alias, Source


@pytest.fixture
def truce(make_truce: Callable[..., Truce]) -> Truce:
    return make_truce()


def _alias(text: str, kind: str = "alias") -> Alias:
    return Alias.model_validate({"text": text, "kind": kind})


ARMY = Actor(
    id="red-army", name="Red Army", type="state forces",
    aliases=(_alias("Army of the Reds"), _alias("RA", "acronym"), _alias("red troops"), _alias("Red Devils", "slur")),
)  # fmt: skip
BLUES = Actor(id="blue-army", name="Blue Army", type="armed group")


def test_a_party_speaks_for_its_side_by_the_names_it_bears(truce: Truce) -> None:
    red, blue = with_parties((), (ARMY, BLUES), (truce,))
    assert (red.id, red.side, red.kind, red.actor) == ("red-army", "reds", "party", "red-army")
    assert [alias.text for alias in red.aliases] == ["Army of the Reds", "RA"]
    assert red.cite
    assert (blue.id, blue.side) == ("blue-army", "blues")


def test_what_the_registry_says_of_a_source_counts_before(truce: Truce) -> None:
    own = Source(id="press", name="red army", kind="media", side="neutral")
    listed = Source(id="blue-army", name="Command of the Blues", kind="party", side="unknown")
    assert with_parties((own, listed), (ARMY, BLUES), (truce,)) == (own, listed)
    named = Source(id="spokesman", name="Army of the Reds", kind="party", side="reds")
    found = with_parties((named,), (ARMY,), (truce, truce))
    assert [source.id for source in found] == ["spokesman", "red-army"]
    assert [alias.text for alias in found[1].aliases] == ["RA"]


def test_nobody_speaks_for_a_case_without_a_truce_or_an_actor_that_is_not_known(truce: Truce) -> None:
    assert with_parties((), (ARMY,), ()) == ()
    assert with_parties((), (), (truce,)) == ()


def test_a_collective_says_nothing_by_itself(truce: Truce) -> None:
    crowd = Actor(id="blue-army", name="Blue opposition", type="unspecified", aliases=(_alias("Blue Rebels"),))
    assert with_parties((), (crowd,), (truce,)) == ()


def _tie(kind: str, to: str, until: str | None = None) -> Affiliation:
    return Affiliation.model_validate({"type": kind, "to": to, "until": until, "cite": "the army's list"})


def test_what_is_part_of_a_party_speaks_for_its_side(truce: Truce) -> None:
    corps = Actor(id="corps", name="First Corps", type="state forces", affiliations=(_tie("part_of", "red-army"),))
    brigade = Actor(id="brigade", name="Fifth Brigade", type="state forces", affiliations=(_tie("part_of", "corps"),))
    gone = Actor(id="gone", name="Gone", type="militia", affiliations=(_tie("part_of", "red-army", "2015-01-01"),))
    friend = Actor(id="friend", name="Friend", type="militia", affiliations=(_tie("allied_with", "red-army"),))
    found = with_parties((), (brigade, corps, gone, friend, ARMY), (truce,))
    assert {source.id: (source.side, source.cite) for source in found if source.id != "red-army"} == {
        "corps": ("reds", "the army's list"),
        "brigade": ("reds", "the army's list"),
    }


def test_the_offices_of_a_state_speak_for_its_side(truce: Truce) -> None:
    state = Actor(id="red-army", name="Cambodian government", type="state")
    ministry = Source(id="ministry", name="Cambodian Ministry of Defence", kind="party", side="neutral")
    found = {source.id: source for source in with_parties((ministry,), (state,), (truce,))}
    office = found["red-army-foreign-ministry"]
    assert (office.name, office.side, office.actor) == ("Foreign Ministry (Cambodian)", "reds", "red-army")
    assert found["ministry"].side == "neutral"
    assert "red-army-defence-ministry" not in found
    named = AuthoredSources(tuple(found.values())).match("the Foreign Ministry of Cambodia")
    assert named is office
