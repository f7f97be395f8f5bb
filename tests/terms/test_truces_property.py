"""What must hold of every truce that ships, whatever happened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tregua.records.finding import Ruling
from tregua.terms.cases import CaseBook, load_cases
from tregua.terms.evaluate import Facts, Site, evaluate
from tregua.terms.ground import Ground
from tregua.terms.load import load_truce, pack_truce, pack_truces
from tregua.terms.standing import Party
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict
from tregua.vocabulary.acts import Conduct
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import Span

LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
FAR = Place(id="pole", name="a place far away", kind="site", country="AQ", lat=-85, lon=0)
WEAPONS = ("a rifle", "a 122 mm howitzer", "a 60 mm mortar")
FORGOTTEN: dict[str, object] = {
    "actors": (), "targets": (), "sites": (), "time": None, "act": Conduct.OTHER, "weapons": (), "objects": (),
}  # fmt: skip


@cache
def _known(truce_id: str) -> tuple[Truce, CaseBook, Ground]:
    truce, _ = load_truce(*pack_truce(truce_id))
    book, _ = load_cases(*pack_truce(truce_id, "cases.yaml"))
    assert truce is not None
    assert book is not None
    return truce, book, Ground(book.places)


def _rule(truce_id: str, facts: Facts) -> Verdict:
    truce, book, ground = _known(truce_id)
    verdict = evaluate(truce, facts, {actor.id: actor for actor in book.actors}.get, ground, LATER)
    assert verdict is not None
    return verdict


@st.composite
def _events(draw: st.DrawFn, truce_id: str) -> Facts:
    """Draw what may happen under a truce: anybody does anything to anybody at some place and hour, near its windows."""
    truce, book, _ = _known(truce_id)
    zone = ZoneInfo(truce.zone)
    layer = draw(st.sampled_from(truce.layers))
    start = layer.start + dt.timedelta(hours=draw(st.integers(-72, 24 * 60)))
    length = dt.timedelta(hours=draw(st.sampled_from([1, 1, 24, 200])))
    actors = st.sampled_from([Party(text=actor.name, actor=actor.id) for actor in book.actors])
    sites = st.sampled_from([Site(text=place.name, place=place.id) for place in book.places])
    kinds = st.lists(st.sampled_from(["civilians", "medical", "military", "aid", "infrastructure"]), max_size=1)
    return Facts(
        act=draw(
            st.sampled_from(sorted({act for clause in truce.clauses for act in clause.acts} | {Conduct.SHELLING}))
        ),
        actors=(draw(actors),),
        targets=(draw(actors),),
        sites=(draw(sites),),
        time=Span(start=start.replace(tzinfo=zone), end=(start + length).replace(tzinfo=zone)),
        weapons=(draw(st.sampled_from(WEAPONS)),),
        objects=tuple(draw(kinds)),  # type: ignore[arg-type] # words of the format
    )


@pytest.mark.parametrize("truce_id", pack_truces())
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_what_lies_before_the_windows_or_far_away_is_outside(truce_id: str, data: st.DataObject) -> None:
    facts = data.draw(_events(truce_id))
    truce, _, _ = _known(truce_id)
    zone = ZoneInfo(truce.zone)
    before = min(layer.start for layer in truce.layers) - dt.timedelta(days=30)
    early = Span(start=before.replace(tzinfo=zone), end=(before + dt.timedelta(hours=1)).replace(tzinfo=zone))
    assert _rule(truce_id, replace(facts, time=early)).ruling is Ruling.OUTSIDE
    assert _rule(truce_id, replace(facts, sites=(Site(text=FAR.name, given=FAR),))).ruling is Ruling.OUTSIDE


@pytest.mark.parametrize("truce_id", pack_truces())
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_to_know_less_never_turns_outside_into_breach_or_back(truce_id: str, data: st.DataObject) -> None:
    facts = data.draw(_events(truce_id))
    lost = data.draw(st.sets(st.sampled_from(sorted(FORGOTTEN)), min_size=1))
    known, less = (
        _rule(truce_id, each).ruling
        for each in (facts, replace(facts, **{slot: FORGOTTEN[slot] for slot in lost}))  # type: ignore[arg-type]
    )
    assert {known, less} != {Ruling.OUTSIDE, Ruling.BREACH}
    assert less in {known, Ruling.UNDETERMINED} or known is Ruling.UNDETERMINED


SYMMETRIC = [each for each in pack_truces() if _known(each)[0].symmetric]


def _exchanged(truce: Truce, party: Party) -> Party:
    """Return for a bound member of one side the member at the same place of the other; anybody else as he is."""
    one, other = (
        [member.actor for member in side.members if member.bound and not (member.since or member.until)]
        for side in truce.sides
    )
    pairs = dict([*zip(one, other, strict=False), *zip(other, one, strict=False)])
    return replace(party, actor=pairs.get(party.actor, party.actor))


@pytest.mark.parametrize("truce_id", SYMMETRIC)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_exchanging_the_sides_of_a_symmetric_truce_exchanges_the_findings_alone(
    truce_id: str, data: st.DataObject
) -> None:
    facts = data.draw(_events(truce_id))
    truce, book, _ = _known(truce_id)
    known = {actor.id for actor in book.actors}
    sides = {member.actor: member for side in truce.sides for member in side.members}
    actors, targets = (
        tuple(_exchanged(truce, party) for party in parties) for parties in (facts.actors, facts.targets)
    )
    moved = all(
        (party.actor not in sides or after.actor != party.actor) and after.actor in known
        for party, after in zip((*facts.actors, *facts.targets), (*actors, *targets), strict=True)
    )
    if moved:
        one, other = _rule(truce_id, facts), _rule(truce_id, replace(facts, actors=actors, targets=targets))
        assert (one.ruling, one.reach, one.term, one.clauses) == (other.ruling, other.reach, other.term, other.clauses)
