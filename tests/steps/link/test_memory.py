"""Linking that builds on the run before gives what linking everything gives."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.steps.link.accounts import KHAN, SOURCES, Desk, happening, judged, tally
from tests.steps.link.test_clusters import HAPPENINGS, REGISTRY, SIXTH, WIRE

from tregua.errors import Problem
from tregua.records.claim import Happening, Tally
from tregua.records.incident import incident_id
from tregua.records.judgement import Decision, Judgement
from tregua.steps.link import Before, Linked, Linker, Memory, candidates, touched
from tregua.vocabulary.acts import Act
from tregua.vocabulary.time import Span

LINKER = Linker(SOURCES, places=REGISTRY)
COUNTS = st.builds(tally, st.sampled_from((4, 9)), st.sampled_from((None, SIXTH)))
SENTENCES = (
    WIRE,
    WIRE.replace("Friday", "Saturday"),
    WIRE.replace("Residents", "Witnesses"),
    WIRE.replace("Residents", "Officials").replace("Friday", "Sunday"),
    "Shells fell there",
    "",
)
DAYS = (6, 7, 9, 10, None)
APART = dt.timedelta(days=20)
OTHERWISE = happening(Act.AIRSTRIKE, KHAN, time=SIXTH)
OUTLETS = (("agency",), ("centre", "agency"), ("network",), ("rebels",), ("daily",))
PRINTED = st.tuples(
    st.integers(0, 5),
    st.sampled_from(DAYS),
    st.sampled_from(OUTLETS),
    st.sampled_from(SENTENCES),
    st.lists(st.one_of(HAPPENINGS, HAPPENINGS, COUNTS), min_size=1, max_size=3),
)
DECISIONS = st.tuples(
    st.sampled_from(
        ("merge", "split", "verify", "correct an incident", "correct a claim", "drop a claim", "drop a document")
    ),
    st.integers(0, 99),
    st.integers(0, 99),
)
RUNS = st.lists(st.tuples(st.sets(st.integers(0, 15), max_size=2), st.integers(0, 4)), min_size=1, max_size=5)

Printed = tuple[int, int | None, tuple[str, ...], str, list[Happening | Tally]]


def later(span: Span | None, by: dt.timedelta) -> Span | None:
    """Return SPAN, so much LATER."""
    if span is None:
        return None
    return dataclasses.replace(span, start=span.start and span.start + by, end=span.end and span.end + by)


class Archive:
    """Reports, of which some are known at a time, in their first or their second version."""

    def __init__(self, printed: Sequence[Printed], decisions: Sequence[tuple[str, int, int]]) -> None:
        self.desk = Desk()
        self.versions: dict[str, int] = {}
        for number, (period, day, chain, sentence, told) in enumerate(printed):
            printed_on = None if day is None else f"{dt.date(2016, 5, day) + period * APART:%m-%d}"
            name = self.desk.document(f"d{number}", printed_on, chain[-1], sentence)
            self.versions[name] = 1 if number % 3 else 0
            for place, each in enumerate(told):
                if isinstance(each, Happening):
                    self.desk.claim(name, dataclasses.replace(each, time=later(each.time, period * APART)), *chain)
                else:
                    self.desk.claim(name, each, *chain)
                self.desk.claims[-1] = dataclasses.replace(self.desk.claims[-1], span=(place, place + 1))
        self.judgements = [(f"j-{number}", self._judged(*each)) for number, each in enumerate(decisions, 1)]

    def turn(self, numbers: set[int]) -> None:
        """Let the reports of NUMBERS, in turn, come in, be read otherwise, and go."""
        for number, name in enumerate(self.versions):
            self.versions[name] = (self.versions[name] + (number in numbers)) % 3

    def run(self, decided: int, before: Before | None) -> tuple[tuple[Linked, list[Problem]], Before]:
        """Link what is known and DECIDED so far."""
        known = {name: self.desk.documents[name] for name, version in self.versions.items() if version}
        claims = [
            dataclasses.replace(claim, slots=OTHERWISE) if self.versions[claim.document] == 2 and number % 2 else claim
            for number, claim in enumerate(self.desk.claims)
            if claim.document in known
        ]  # fmt: skip
        marks = {name: str(self.versions[name]) for name in known}
        linked, problems, memory = LINKER.relink(claims, known, self.judgements[:decided], marks, before)
        stored = msgspec.msgpack.decode(msgspec.msgpack.encode(memory), type=Memory)
        made = Before(incidents=linked.incidents, testimonies=linked.testimonies, memory=stored)
        return (linked, problems), made

    def _judged(self, kind: str, one: int, other: int) -> Judgement:
        ids = [claim.id for claim in self.desk.claims]
        first, second = ids[one % len(ids)], ids[other % len(ids)]
        made = {
            "merge": (Decision.MERGE, [incident_id(first), incident_id(second)]),
            "split": (Decision.SPLIT, [incident_id(first), second]),
            "verify": (Decision.VERIFY, [incident_id(first)]),
            "drop a claim": (Decision.DROP, [first]),
            "drop a document": (Decision.DROP, [self.desk.claims[one % len(ids)].document]),
        }
        if kind in made:
            decision, subjects = made[kind]
            return judged(decision, *subjects)
        subject = first if kind == "correct a claim" else incident_id(first)
        return judged(Decision.CORRECT, subject, slot="place", value="Harasta")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few accounts be a crowd, and never link everything anew only because much is touched."""
    monkeypatch.setattr(candidates, "CROWD", 4)
    monkeypatch.setattr(touched, "CROWD", 4)
    monkeypatch.setattr(touched, "MOST", 99)


@settings(max_examples=200, deadline=None)
@given(printed=st.lists(PRINTED, min_size=1, max_size=16), decisions=st.lists(DECISIONS, max_size=4), runs=RUNS)
def test_a_run_that_builds_on_others_gives_what_one_from_nothing_gives(
    printed: list[Printed], decisions: list[tuple[str, int, int]], runs: list[tuple[set[int], int]]
) -> None:
    archive = Archive(printed, decisions)
    _, before = archive.run(0, None)
    for turned, decided in runs:
        archive.turn(turned)
        built, before = archive.run(decided, before)
        anew, _ = archive.run(decided, None)
        assert built == anew


HERE = happening(Act.SHELLING, KHAN, time=SIXTH)


def test_where_much_is_touched_everything_is_linked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(touched, "MOST", 0)
    archive = Archive([(0, 6, ("agency",), "", [HERE])] * 3, [("verify", 1, 0)])
    archive.turn({0})
    _, before = archive.run(0, None)
    assert archive.run(1, before)[0] == archive.run(1, None)[0]


def test_an_incident_is_named_anew_when_reports_came_in_otherwise() -> None:
    archive = Archive([(0, 6, (outlet,), "", [HERE]) for outlet in ("agency", "network", "network")], [])
    archive.turn({0})
    (first, _), before = archive.run(0, None)
    archive.versions = dict(reversed(archive.versions.items()))
    (second, _), _ = archive.run(0, before)
    assert [each.claims for each in first.incidents] == [each.claims for each in second.incidents]
    assert [each.id for each in first.incidents] != [each.id for each in second.incidents]
