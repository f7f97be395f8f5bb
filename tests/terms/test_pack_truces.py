from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from tregua.backends.registry import PlacesFile
from tregua.records.finding import Ruling
from tregua.terms.cases import CaseBook, load_cases, run_cases
from tregua.terms.evaluate import evaluate
from tregua.terms.ground import Ground
from tregua.terms.load import load_truce, pack_truce, pack_truces
from tregua.terms.truce import Truce
from tregua.vocabulary.places import Place
from tregua.wiring.packs import read_pack, shipped_actors, shipped_packs

ROOT = Path(__file__).parents[2]
LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


def _read(truce_id: str) -> tuple[Truce, CaseBook]:
    truce, problems = load_truce(*pack_truce(truce_id))
    assert problems == ()
    book, problems = load_cases(*pack_truce(truce_id, "cases.yaml"))
    assert problems == ()
    assert truce is not None
    assert book is not None
    return truce, book


STARTS = {
    each["id"]: each["start"]
    for each in yaml.safe_load(files("tregua").joinpath("packs", "truce_starts.yaml").read_text("utf-8"))["truces"]
}
LOCAL = {"syria-regime-of-calm-2016"}
"""Windows of hours and days in single towns; "since the truce began" does not mean them."""


@pytest.mark.parametrize("truce_id", pack_truces())
def test_what_readers_are_told_of_a_start_is_what_the_terms_say(truce_id: str) -> None:
    """The first day is that of a window, or where the hour is contested the day on which it no longer was."""
    truce, _ = _read(truce_id)
    days = {layer.start.date() for layer in truce.layers}
    days |= {
        part.end.date() for layer in truce.layers for part in layer.contested if part.end and part.start == layer.start
    }
    assert truce_id in LOCAL or STARTS[truce_id] in days


@pytest.mark.parametrize("truce_id", pack_truces())
def test_every_truce_that_ships_reads_and_rules_its_own_cases_as_they_say(truce_id: str) -> None:
    truce, book = _read(truce_id)
    assert truce.id == truce_id
    assert [str(problem) for problem in run_cases(truce, book, truce_id)] == []
    assert len(book.cases) >= 10
    rulings = [example.expect for example in book.cases]
    assert rulings.count(Ruling.BREACH) * 3 <= len(rulings) * 2


def test_the_library_is_listed_and_holds_its_truces_with_over_two_hundred_cases() -> None:
    listed = (ROOT / "docs" / "reference" / "truces.md").read_text(encoding="utf-8")
    assert [line.split("`")[1] for line in listed.splitlines() if line.startswith("| `")] == list(pack_truces())
    assert len(pack_truces()) >= 21
    rulings = [example.expect for truce_id in pack_truces() for example in _read(truce_id)[1].cases]
    assert len(rulings) >= 200
    assert sum(ruling is not Ruling.BREACH for ruling in rulings) * 3 >= len(rulings)


@pytest.mark.parametrize("truce_id", pack_truces())
def test_every_clause_of_a_truce_that_ships_is_tried_by_a_case(truce_id: str) -> None:
    truce, book = _read(truce_id)
    actors, ground = {actor.id: actor for actor in book.actors}, Ground(book.places)
    tried: set[str] = set()
    for example in book.cases:
        verdict = evaluate(truce, example.facts(truce), actors.get, ground, LATER)
        assert verdict is not None
        tried |= {verdict.term} | {stands.clause.partition(",")[0] for stands in verdict.conditions}
    assert {clause.id for clause in truce.clauses} <= tried


@pytest.mark.parametrize("truce_id", pack_truces())
def test_every_party_of_a_truce_that_ships_is_in_a_registry_that_ships(truce_id: str) -> None:
    truce, _ = _read(truce_id)
    parties = {member.actor for side in truce.sides for member in side.members}
    parties |= {each.actor or each.listed_by for each in truce.exempt}
    parties |= {each.actor for each in truce.roles} | {body for each in truce.procedures for body in each.who}
    parties |= {who for event in truce.history for who in event.by}
    assert parties <= shipped_actors()


@pytest.mark.parametrize("truce_id", pack_truces())
def test_every_area_of_a_truce_that_ships_is_ground_that_a_gazetteer_knows(truce_id: str) -> None:
    truce, _ = _read(truce_id)
    known = {place.id: place for place in _shipped_places()}
    extents = [extent for area in truce.areas for extent in (area, area.excludes, *area.open)]
    named = {name for extent in extents for name in (*extent.provinces, *extent.places)}
    assert named <= known.keys()
    assert {code for extent in extents for code in extent.countries} <= {place.country for place in known.values()}


@cache
def _shipped_places() -> tuple[Place, ...]:
    files = (read_pack("places", pack, PlacesFile)[0] for pack in sorted(shipped_packs()))
    return tuple(place for file in files if file for place in file.places)
