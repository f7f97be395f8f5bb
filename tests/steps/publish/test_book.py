from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.publish.sample import FINDINGS, WEEK, sample_book
from tregua.records.finding import Ruling
from tregua.steps.publish.book import Catalogue, Period


def test_a_period_runs_forward() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(first=dt.date(2016, 3, 2), last=dt.date(2016, 3, 1))
    assert len(WEEK.days()) == 7
    assert WEEK.touches(dt.date(2016, 3, 1), dt.date(2016, 3, 7))
    assert not WEEK.touches(dt.date(2016, 3, 14), dt.date(2016, 3, 20))


def test_the_finding_that_reaches_an_incident_governs() -> None:
    outside = replace(FINDINGS[1], id="f-a", truce="lake-truce", ruling=Ruling.OUTSIDE)
    elsewhere = replace(FINDINGS[1], id="f-b", truce="not-in-the-book")
    book = replace(sample_book(), findings=(outside, elsewhere))
    governing = Catalogue(book).governing("i-000000000002")
    assert governing is not None
    assert governing.id == "f-b"
    assert Catalogue(book).governing("i-000000000001") is None


def test_claims_lead_to_what_they_are_part_of() -> None:
    catalogue = Catalogue(sample_book())
    assert catalogue.testimony_of["c-000000000002"].id == "t-000000000001"
    assert catalogue.incident_of["c-000000000012"].id == "i-000000000001"
    assert [claim.id for claim in catalogue.claims_in["d-000000000003"]] == ["c-000000000013", "c-000000000018"]
    assert catalogue.judgements_on(catalogue.incidents["i-000000000008"]) == ("j-2",)
