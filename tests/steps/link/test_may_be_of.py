"""Which other incidents an account that stays alone may be of."""

from __future__ import annotations

import pytest
from tests.steps.link.accounts import ALEPPO, DENIED, NUSRA, SOURCES, Desk, happening, hours

from tregua.records.claim import Mention, PlaceMention
from tregua.records.incident import Incident
from tregua.steps.link import Linker
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place, PlacePrecision

SIXTH = hours("05-06", "05-07")
TOWNS = {name: Place(id=name, name=name, kind="town", province="aleppo") for name in ("one", "two", "three")}
REGISTRY = {"aleppo": Place(id="aleppo", name="Aleppo", kind="province"), **TOWNS}


def town(name: str) -> PlaceMention:
    return PlaceMention(text=name, name=name, id=name, precision=PlacePrecision.EXACT)


def linked(desk: Desk) -> dict[str, Incident]:
    """Return the incident of each claim of DESK."""
    found, problems = Linker(SOURCES, places=REGISTRY).link(desk.claims, desk.documents, [])
    assert problems == []
    return {claim: incident for incident in found.incidents for claim in incident.claims}


def desk_of(*towns: str, **more: object) -> tuple[Desk, list[str]]:
    desk = Desk()
    slots = [happening(Act.SHELLING, town(name), actors=(NUSRA,), time=SIXTH) for name in towns]
    return desk, [desk.report("05-07", each, "network", **more) for each in slots]


def test_what_fits_several_alike_names_two_of_them() -> None:
    desk, exact = desk_of("one", "two", "three")
    vague = desk.report("05-07", happening(Act.SHELLING, ALEPPO, time=SIXTH), "rebels")
    found = linked(desk)[vague]
    assert found.claims == (vague,)
    assert len(found.may_be_of) == 2
    assert {*found.may_be_of} <= {*exact}
    assert found.may_be_another


def test_one_incident_is_named_once() -> None:
    desk, exact = desk_of("one", "two")
    desk.report("05-07", happening(Act.SHELLING, town("one"), actors=(NUSRA,), time=SIXTH), "daily")
    vague = desk.report("05-07", happening(Act.SHELLING, ALEPPO, time=SIXTH), "rebels")
    found = linked(desk)
    named = [found[each].id for each in found[vague].may_be_of]
    assert sorted(named) == sorted(found[each].id for each in exact)


@pytest.mark.parametrize("act", [Act.ABDUCTION, Act.AIRSTRIKE])
def test_what_fits_none_is_of_none(act: Act) -> None:
    desk, _ = desk_of("one", "two")
    other = (Mention(text="the air force"),)
    vague = desk.report("05-07", happening(act, ALEPPO, actors=other, time=SIXTH), "rebels")
    found = linked(desk)[vague]
    assert found.may_be_of == ()
    assert not found.may_be_another


def test_what_is_only_denied_is_no_incident_to_be_of() -> None:
    desk, _ = desk_of("one", "two", stance=DENIED)
    vague = desk.report("05-07", happening(Act.SHELLING, ALEPPO, time=SIXTH), "rebels")
    assert linked(desk)[vague].may_be_of == ()


def test_what_has_a_near_place_names_none() -> None:
    desk, exact = desk_of("one", "two")
    desk.report("05-07", happening(Act.SHELLING, ALEPPO, time=SIXTH), "rebels")
    assert not any(linked(desk)[each].may_be_of for each in exact)
