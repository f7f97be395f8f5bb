"""The files of ``examples/`` are what they claim to be: strict YAML that hangs together, reports that can be read.

Whether Tregua reads the right things out of them is tested elsewhere.
"""

from __future__ import annotations

import collections
import functools
import json
import re
import zipfile
from pathlib import Path
from typing import TypeVar

import feedparser
import pypdf
import pytest

from tregua.authored import Authored, read_authored
from tregua.backends.registry import ActorsFile, PlacesFile, SourcesFile
from tregua.terms.case import CaseFile
from tregua.vocabulary.actors import Actor, Source
from tregua.vocabulary.places import Place
from tregua.wiring.packs import SHARED

PACKS = Path(__file__).resolve().parent.parent / "src" / "tregua" / "packs"
CASE = Path(__file__).resolve().parent.parent / "examples" / "syria-2016"
REPORTS = sorted(path for path in (CASE / "reports").iterdir() if path.is_file())
PROVINCES = {
    "aleppo", "idlib", "latakia", "hama", "homs", "damascus", "rif-dimashq", "daraa", "quneitra", "deir-ez-zor",
    "raqqa", "hasakah", "suwayda", "tartus",
}  # fmt: skip
SEED_SPELLINGS = {
    "Faylagh-o-alSham": "faylaq-al-sham",
    "Noor-0-alDin Zanki": "nour-al-din-al-zenki",
    "Jibhat alShamia": "jabha-shamiya",
    "Jund-alAqsa": "jund-al-aqsa",
    "al-Turkistani": "turkistan-islamic-party",
    "Jaish al-Fat\u2019h": "jaysh-al-fath",
}
ModelT = TypeVar("ModelT", bound=Authored)


def load(name: str, model: type[ModelT]) -> ModelT:
    path = CASE / name if name == "case.yaml" else PACKS / name.removesuffix(".yaml") / "SY.yaml"
    value, _, problems = read_authored(path.read_text("utf-8"), model, name)
    assert problems == ()
    assert value is not None
    return value


@functools.cache
def actors() -> dict[str, Actor]:
    files = [load("actors.yaml", ActorsFile), *(read_shared(name) for name in SHARED)]
    return {actor.id: actor for file in files for actor in file.actors}


def read_shared(name: str) -> ActorsFile:
    value, _, problems = read_authored((PACKS / "actors" / f"{name}.yaml").read_text("utf-8"), ActorsFile, name)
    assert problems == ()
    assert value is not None
    return value


@functools.cache
def sources() -> dict[str, Source]:
    return {source.id: source for source in load("sources.yaml", SourcesFile).sources}


@functools.cache
def places() -> dict[str, Place]:
    return {place.id: place for place in load("places.yaml", PlacesFile).places}


def test_the_case_file_names_its_truces_and_its_zone() -> None:
    case = load("case.yaml", CaseFile)
    assert case.truces == ("syria-coh-2016", "syria-regime-of-calm-2016")
    assert case.zone == "Asia/Damascus"
    assert case.languages == ("en",)


def test_every_tie_between_actors_ends_at_an_actor_and_says_where_it_is_from() -> None:
    ties = [(actor.id, tie) for actor in actors().values() for tie in actor.affiliations]
    assert [(actor, tie.to) for actor, tie in ties if tie.to not in actors()] == []
    assert [(actor, tie.to) for actor, tie in ties if not tie.cite] == []
    assert [(actor, tie.to) for actor, tie in ties if tie.since and tie.until and tie.until < tie.since] == []
    assert len(actors()) >= 35


def test_no_two_actors_share_a_spelling() -> None:
    owners = collections.defaultdict(set)
    for actor in actors().values():
        for spelling in (actor.name, *(alias.text for alias in actor.aliases)):
            owners[spelling.casefold()].add(actor.id)
    assert {spelling: ids for spelling, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(("spelling", "actor"), SEED_SPELLINGS.items())
def test_hard_spellings_belong_to_their_actor(spelling: str, actor: str) -> None:
    assert spelling in {alias.text for alias in actors()[actor].aliases}


def test_labels_are_never_names_of_groups() -> None:
    labels = [actor for actor in actors().values() if any(alias.kind == "label" for alias in actor.aliases)]
    assert {actor.type for actor in labels} <= {"state", "state forces", "militia", "armed group", "coalition",
                                                "political body", "unspecified"}  # fmt: skip
    assert all(actor.type == "unspecified" for actor in actors().values() if actor.id.startswith("unspecified-"))


def test_sources_relay_sources_and_name_actors_that_exist() -> None:
    relays = [(source.id, relayed) for source in sources().values() for relayed in source.relays]
    assert [pair for pair in relays if pair[1] not in sources()] == []
    assert [source.id for source in sources().values() if source.actor and source.actor not in actors()] == []
    assert {source.side for source in sources().values()} <= {"government", "opposition", "neutral", "unknown"}
    assert [source.id for source in sources().values() if not source.cite] == []


def test_no_two_sources_share_a_host_or_a_spelling() -> None:
    hosts = collections.Counter(host for source in sources().values() for host in source.hosts)
    spellings = collections.Counter(
        spelling
        for source in sources().values()
        for spelling in {name.casefold() for name in (source.name, *(alias.text for alias in source.aliases))}
    )
    assert [host for host, count in hosts.items() if count > 1] == []
    assert [spelling for spelling, count in spellings.items() if count > 1] == []


def test_places_lie_in_provinces_and_in_syria() -> None:
    listed = places()
    assert set(listed) >= PROVINCES
    assert [place.id for place in listed.values() if place.province and place.province not in PROVINCES] == []
    points = [place for place in listed.values() if place.lat is not None and place.lon is not None]
    assert len(points) >= 100
    for place in points:
        assert place.lat is not None
        assert place.lon is not None
        assert 32 < place.lat < 37.5, place.id
        assert 35.5 < place.lon < 42.5, place.id
        assert place.cite, place.id


def test_there_are_enough_reports_and_each_name_begins_with_its_day() -> None:
    counts = collections.Counter(path.suffix for path in REPORTS)
    assert counts[".html"] >= 28
    assert counts[".pdf"] >= 6
    assert counts[".docx"] >= 3
    assert counts[".txt"] + counts[".md"] >= 14
    assert counts[".rss"] == counts[".atom"] == counts[".jsonl"] == 1
    assert [path.name for path in REPORTS if not re.match(r"2016-0[2-5]-\d\d-[a-z0-9-]+\.[a-z]+$", path.name)] == []


@pytest.mark.parametrize("path", [path for path in REPORTS if path.suffix in {".rss", ".atom"}], ids=lambda p: p.name)
def test_feeds_are_whole_and_every_entry_is_dated(path: Path) -> None:
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo
    assert len(feed.entries) >= 6
    assert all(entry.published_parsed and entry.link and entry.content for entry in feed.entries)


def test_records_have_a_text_each() -> None:
    records = [json.loads(line) for line in _jsonl().read_text("utf-8").splitlines()]
    assert len(records) >= 8
    assert len({record["id"] for record in records}) == len(records)
    assert all(record.get("text") or record.get("html") for record in records)


def _jsonl() -> Path:
    return next(path for path in REPORTS if path.suffix == ".jsonl")


@pytest.mark.parametrize("path", [path for path in REPORTS if path.suffix == ".pdf"], ids=lambda p: p.name)
def test_pdf_files_hold_text_and_the_day_they_were_published(path: Path) -> None:
    reader = pypdf.PdfReader(path)
    assert len(reader.pages[0].extract_text()) > 500
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.year == 2016


@pytest.mark.parametrize("path", [path for path in REPORTS if path.suffix == ".docx"], ids=lambda p: p.name)
def test_word_files_carry_no_time_of_making(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2016-" in archive.read("docProps/core.xml")


def test_every_binary_report_has_its_text_beside_it() -> None:
    made = {path.name for path in REPORTS if path.suffix in {".pdf", ".docx"}}
    assert made == {path.name.removesuffix(".md") for path in (CASE / "binary_reports").glob("*.md")}
