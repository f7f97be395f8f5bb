"""Whatever people decide, in whatever order, taking all of it back gives what the rules alone make."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence

import pytest
from tests.steps.link.accounts import (
    ALEPPO,
    ARMY,
    DENIED,
    HARASTA,
    HOMS,
    KHAN,
    NUSRA,
    SOURCES,
    Desk,
    happening,
    hours,
    judged,
    speaker,
)

from tregua.records.claim import Casualties
from tregua.records.incident import Incident, incident_id
from tregua.records.judgement import Decision, Judgement, standing
from tregua.steps.link import Linked, Linker
from tregua.vocabulary.acts import Act

Ledger = list[tuple[str, Judgement]]
JUDGEMENTS = 500
VALUES = {
    "act": ("airstrike", "explosion"), "killed": ("3", "unknown", "many"), "injured": ("0", "unknown"),
    "date": ("2016-05-05", "unknown"), "actor": ("army", "Somebody", ""), "place": ("homs", "unknown"),
}  # fmt: skip


def _desk(chance: random.Random) -> Desk:
    desk = Desk()
    for _ in range(60):
        day = chance.choice(("05-05", "05-06", "05-07"))
        toll = chance.choice((None, 2, 5))
        slots = happening(
            chance.choice((Act.SHELLING, Act.EXPLOSION, Act.AIRSTRIKE, Act.ATTACK)),
            chance.choice((KHAN, HARASTA, HOMS, ALEPPO)),
            actors=chance.choice(((), (NUSRA,), (ARMY,))),
            time=chance.choice((None, hours(day, f"{day}T23:00"))),
            killed=None if toll is None else Casualties(low=toll, best=toll, high=toll),
        )
        chain = chance.choice((("agency",), ("centre", "agency"), ("network",), ("rebels",), ("observatory", "daily")))
        more = chance.choice(({}, {}, {}, {"stance": DENIED}, {"denied_by": speaker("The Army")}))
        desk.report(day, slots, *chain, **more)
    return desk


def _decide(chance: random.Random, desk: Desk, incidents: Sequence[Incident]) -> Judgement:
    """Return any decision on what there is, or was: the ids of INCIDENTS may be of another day."""
    claims, names = [claim.id for claim in desk.claims], [each.id for each in incidents]
    decision = chance.choice([each for each in Decision if each is not Decision.WITHDRAW])
    if decision is Decision.MERGE:
        return judged(decision, *chance.sample([*names, *claims], chance.randint(2, 4)))
    if decision is Decision.SPLIT:
        one = chance.choice(incidents)
        return judged(decision, one.id, *chance.sample(one.claims, (len(one.claims) + 1) // 2))
    if decision is Decision.DROP:
        return judged(decision, chance.choice([*claims, *desk.documents]))
    if decision is Decision.CORRECT:
        slot = chance.choice(list(VALUES))
        return judged(decision, chance.choice([*names, *claims]), slot=slot, value=chance.choice(VALUES[slot]))
    if decision is Decision.IDENTIFY:
        return judged(decision, "militants", slot="actor", value="nusra")
    return judged(decision, chance.choice(names))


def _link(desk: Desk, ledger: Ledger) -> Linked:
    linked, _ = Linker(SOURCES).link(desk.claims, desk.documents, standing(ledger))
    return linked


def _is_sound(desk: Desk, ledger: Ledger, incidents: Sequence[Incident]) -> bool:
    """Tell whether each claim is in one incident at most, each incident named after one of its own, none dropped."""
    told = [claim for incident in incidents for claim in incident.claims]
    gone = {each for _, item in standing(ledger) if item.decision is Decision.DROP for each in item.subjects}
    held = {claim.id for claim in desk.claims if not {claim.id, claim.document} & gone}
    named = all(incident.id in map(incident_id, incident.claims) for incident in incidents)
    return named and len(told) == len(set(told)) and set(told) <= held


@pytest.mark.parametrize("seed", range(4))
def test_judgements_and_their_withdrawals_in_any_order_come_to_what_there_was(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a fixed shuffle
    desk = _desk(chance)
    before = _link(desk, [])
    linked, ledger, waiting, made = before, list[tuple[str, Judgement]](), list[str](), 0
    states = set()
    while made < JUDGEMENTS or waiting:
        key = f"j-{len(ledger) + 1}"
        if made < JUDGEMENTS and (not waiting or chance.random() < 0.55):
            ledger.append((key, _decide(chance, desk, linked.incidents or before.incidents)))
            waiting.append(key)
            made += 1
        else:
            gone = waiting.pop(chance.randrange(len(waiting)))
            ledger.append((key, judged(Decision.WITHDRAW, gone)))
        if len(ledger) % 100 == 50:
            linked = _link(desk, ledger)
            assert _is_sound(desk, ledger, linked.incidents)
            states.add(linked.incidents)
    assert len(states) == JUDGEMENTS * 2 // 100
    assert _link(desk, ledger) == before


def test_a_withdrawn_withdrawal_restores_what_was_judged() -> None:
    desk = Desk()
    one, other = (desk.report("05-06", happening(Act.SHELLING, place), "network") for place in (KHAN, HARASTA))
    merge = ("j-1", judged(Decision.MERGE, one, other))
    once = _link(desk, [merge])
    taken_back = [merge, ("j-2", judged(Decision.WITHDRAW, "j-1"))]
    assert len(_link(desk, taken_back).incidents) == 2
    assert _link(desk, [*taken_back, ("j-3", judged(Decision.WITHDRAW, "j-2"))]) == once


def test_what_was_merged_by_a_person_is_merged_again_when_more_comes_in() -> None:
    desk = Desk()
    dated = {"time": hours("05-06", "05-07"), "actors": (NUSRA,)}
    one = desk.report("05-06", happening(Act.SHELLING, KHAN, **dated), "agency")
    other = desk.report("05-06", happening(Act.SHELLING, HARASTA, **dated), "network")
    merge = [("j-1", judged(Decision.MERGE, incident_id(one), incident_id(other)))]
    (before,) = _link(desk, merge).incidents
    more = desk.report("05-06", happening(Act.SHELLING, HARASTA, **dated), "observatory")
    (after,) = _link(desk, merge).incidents
    assert (after.id, set(after.claims)) == (before.id, {one, other, more})
    split = [*merge, ("j-2", judged(Decision.SPLIT, before.id, more))]
    assert {each.id for each in _link(desk, split).incidents} == {before.id, incident_id(more)}
    assert dataclasses.replace(after, reasons=()) != dataclasses.replace(before, reasons=())
