"""What the bundled example must come to: the main job on real facts, from files to findings."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tregua.pipeline import Book, derive, explain_record
from tregua.records.finding import Finding, Ruling
from tregua.records.incident import Incident
from tregua.wiring import open_case
from tregua.wiring.adding import add_reports

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "syria-2016"
NATIONWIDE = "syria-coh-2016"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("example") / "case"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    with open_case(folder) as case:
        assert [added for added in add_reports(case) if added.status == "refused"] == []
        return derive(case.setup).book


def ruled(book: Book, incidents: Sequence[Incident]) -> list[Finding]:
    ids = {incident.id for incident in incidents}
    return [finding for finding in book.findings if finding.incident in ids and finding.truce == NATIONWIDE]


def test_every_report_is_read_and_nothing_fails(book: Book) -> None:
    assert len(book.documents) >= 60
    assert len({document.publisher for document in book.documents if document.publisher}) >= 8
    assert [problem for problem in book.problems if problem.severity == "error"] == []


def test_the_490_of_the_bulletin_and_of_the_article_are_one_testimony(book: Book) -> None:
    (testimony,) = [each for each in book.testimonies if each.tally and each.tally.count == 490]
    assert testimony.origin_id == "hmeimim-centre"
    assert testimony.outlets == ("SANA", "Southern Crescent Review")
    told, _ = explain_record(book, testimony.id)
    assert "one origin" in told
    assert "Southern Crescent Review" in told


def test_attacks_of_exempt_groups_are_no_breach_and_the_finding_names_the_exemption(book: Book) -> None:
    after = dt.datetime(2016, 2, 28, tzinfo=dt.UTC)
    by_nusra = [
        incident
        for incident in book.incidents
        if {actor.id for actor in incident.actors} == {"jabhat-al-nusra"}
        and incident.time
        and incident.time.start
        and incident.time.start > after
    ]
    findings = ruled(book, by_nusra)
    assert findings
    assert {finding.ruling for finding in findings} == {Ruling.OUTSIDE}
    assert {finding.reach for finding in findings} == {"party"}
    assert all("nusra" in finding.clause and finding.citation for finding in findings)


def test_an_attack_before_the_truce_is_outside_in_time(book: Book) -> None:
    start = dt.datetime(2016, 2, 26, 22, tzinfo=dt.UTC)
    before = [each for each in book.incidents if each.time and each.time.end and each.time.end <= start]
    assert {(finding.ruling, finding.reach) for finding in ruled(book, before)} == {(Ruling.OUTSIDE, "time")}


def test_an_attack_in_iraq_is_outside_in_area(book: Book) -> None:
    iraq = {place.id for place in book.places.values() if place.country == "IQ"}
    there = [each for each in book.incidents if each.places and {place.id for place in each.places} <= iraq]
    findings = ruled(book, there)
    assert findings
    assert {(finding.ruling, finding.reach) for finding in findings} == {(Ruling.OUTSIDE, "area")}


def test_an_attack_by_nobody_named_is_undetermined_and_says_what_is_missing(book: Book) -> None:
    nameless = [
        each
        for each in book.incidents
        if not each.actors and not each.versions[0].actors and each.places and each.time and each.act != "other"
    ]
    findings = [finding for finding in ruled(book, nameless) if finding.ruling is not Ruling.OUTSIDE]
    assert findings
    assert {finding.ruling for finding in findings} == {Ruling.UNDETERMINED}
    assert all("who it was" in finding.missing for finding in findings)


def test_neither_side_is_spared_by_the_code(book: Book) -> None:
    sides = {source.id: source.side for source in book.sources.values()}
    counting = {sides.get(each.origin_id, "unknown") for each in book.testimonies if each.tally}
    assert {"government", "opposition", "neutral"} <= counting


def test_nothing_is_read_from_teasers(book: Book) -> None:
    texts = {document.id: document.text for document in book.documents}
    assert all(claim.quote == texts[claim.document][slice(*claim.span)] for claim in book.claims)
    left_out = [line for document in book.documents for line in document.left_out]
    assert any("breaches" in line for line in left_out)
