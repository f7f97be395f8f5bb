"""A made-up archive in motion (reports come, change and go, people decide) is linked as it is from nothing."""

from __future__ import annotations

import dataclasses
import random
from collections import defaultdict
from collections.abc import Iterator

import pytest
from benchmarks import linking_world
from benchmarks.linking import Case, made
from tests.steps.link.accounts import judged

from tregua.backends.registry import AuthoredSources
from tregua.records.claim import Claim, Happening, Slots
from tregua.records.judgement import Decision, Judgement
from tregua.steps.link import Before, Linked, Linker, Memory, candidates, events, touched
from tregua.vocabulary.acts import Act

CLAIMS, STEPS = 200, 60
UNDATED = 0.1


@pytest.fixture(autouse=True)
def _sparse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let little happen, at few places, over many days; few accounts be a crowd, and two a list."""
    monkeypatch.setattr(linking_world, "EVENTS_A_DAY", 2)
    monkeypatch.setattr(linking_world, "PLACES", 15)
    monkeypatch.setattr(events, "_MANY", 2)
    monkeypatch.setattr(candidates, "CROWD", 6)
    monkeypatch.setattr(touched, "CROWD", 6)
    monkeypatch.setattr(touched, "MOST", 99)


def otherwise(slots: Slots) -> Slots:
    """Return SLOTS as another version of the reader has them."""
    if not isinstance(slots, Happening):
        return slots
    return dataclasses.replace(slots, act=Act.SHELLING if slots.act is Act.ATTACK else Act.ATTACK, time=None)


class Archive:
    """Reports of CASE, of which half are known at first; CHANCE tells what comes, changes and goes."""

    def __init__(self, case: Case, chance: random.Random) -> None:
        self.case, self.chance = case, chance
        self.claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in case.claims:
            self.claims[claim.document].append(claim)
        for name in chance.sample([*case.documents], round(UNDATED * len(case.documents))):
            case.documents[name] = dataclasses.replace(case.documents[name], published=None)
        self.linker = Linker(AuthoredSources(linking_world.SOURCES), places=case.places)
        self.known = dict.fromkeys([*case.documents][: len(case.documents) // 2], 0)
        self.judgements: list[tuple[str, Judgement]] = []

    def step(self) -> None:
        """Let reports come in, be read otherwise or go, and people decide or think better of it."""
        names, draw = [*self.case.documents], self.chance.random
        first = self.chance.randrange(len(names))
        what = self.chance.choice((self._come, self._come, self._change, self._go))
        for name in names[first : first + self.chance.choice((1, 1, 2, 8))]:
            what(name)
        if draw() < 0.3:
            decision, number = self.chance.choice(((Decision.MERGE, 2), (Decision.SPLIT, 2), (Decision.VERIFY, 1)))
            subjects = [claim.id for claim in self.chance.sample(self.case.claims, number)]
            self.judgements.append((f"j-{len(self.judgements)}", judged(decision, *subjects)))
        elif draw() < 0.1:
            self.judgements = self.judgements[:-1]

    def _come(self, name: str) -> None:
        self.known.setdefault(name, 0)

    def _change(self, name: str) -> None:
        if name in self.known:
            self.known[name] += 1

    def _go(self, name: str) -> None:
        self.known.pop(name, None)

    def link(self, before: Before | None) -> tuple[Linked, Before]:
        """Link what is known, building on what was BEFORE."""
        documents = {name: self.case.documents[name] for name in self.known}
        claims = [claim for name in self.known for claim in self.read(name)]
        marks = {name: str(version) for name, version in self.known.items()}
        linked, _, memory = self.linker.relink(claims, documents, self.judgements, marks, before)
        return linked, Before(incidents=linked.incidents, testimonies=linked.testimonies, memory=memory)

    def read(self, name: str) -> Iterator[Claim]:
        """Give the claims of the report NAME, as they are read now."""
        for claim in self.claims[name]:
            yield dataclasses.replace(claim, slots=otherwise(claim.slots)) if self.known[name] % 2 else claim


def remembered(memory: Memory) -> tuple[object, ...]:
    """Return what MEMORY holds, in an order that does not depend on what was linked anew."""
    told = {word: number for word, number in memory.totals.struck.items() if number}
    return sorted(memory.kept, key=lambda each: each.id), memory.marks, memory.totals.named(), told, memory.judged


@pytest.mark.parametrize("seed", [1, 2])
def test_an_archive_in_motion_is_linked_as_it_is_from_nothing(seed: int) -> None:
    archive = Archive(made(CLAIMS, seed), random.Random(seed))  # noqa: S311 - no secret
    _, before = archive.link(None)
    for _ in range(STEPS):
        archive.step()
        built, before = archive.link(before)
        anew, memory = archive.link(None)
        assert built == anew
        assert remembered(before.memory) == remembered(memory.memory)


def test_a_report_that_nothing_dates_touches_no_more_than_what_names_its_place() -> None:
    archive = Archive(made(CLAIMS, 1), random.Random(1))  # noqa: S311 - no secret
    case, name = archive.case, next(reversed(archive.known))
    case.documents[name] = dataclasses.replace(case.documents[name], published=None)
    _, before = archive.link(None)
    archive.known[name] = 1  # no claim of it says when
    claims = {claim.id: claim for known in archive.known for claim in archive.read(known)}
    world = touched.World(
        claims=claims,
        documents={known: case.documents[known] for known in archive.known},
        marks={known: str(version) for known, version in archive.known.items()},
        sources=archive.linker.sources,
        places=case.places,
    )
    part = touched.touched(world, before.memory, [])
    assert part is not None
    assert len(part.ids) < len(claims) / 2
