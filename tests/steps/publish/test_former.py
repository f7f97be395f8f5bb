from __future__ import annotations

from dataclasses import replace

import pytest

from tests.steps.publish.sample import sample_book
from tregua.errors import UnknownRecordError
from tregua.records.incident import Succession, incident_id
from tregua.steps.publish.explain import explain
from tregua.steps.publish.former import former_names

BOOK = sample_book()
FIRST = BOOK.incidents[0]


def _succession(name: str, claims: tuple[str, ...], *became: str) -> Succession:
    return Succession(id=name, claims=claims, became=became, reports=12, judgements=1)


def test_every_name_that_a_claim_of_an_incident_could_give_it_leads_to_it() -> None:
    second = FIRST.claims[1]
    found = explain(BOOK, incident_id(second))
    assert found.title == f"Incident {incident_id(second)} is now part of {FIRST.id}."
    assert f"the event that claim {second} tells of. {FIRST.id} rests on it now" in found.lines[0].text
    assert found.lines[-1].text.startswith(f"Incident {FIRST.id}: ")
    assert FIRST.id not in former_names(BOOK)


def test_an_incident_that_is_no_more_shows_the_claim_it_was_named_after() -> None:
    book = replace(BOOK, incidents=BOOK.incidents[1:])
    name = incident_id(FIRST.claims[0])
    found = explain(book, name)
    assert found.title == f"Incident {name} is no more."
    assert found.lines[-1].text.startswith(f"{FIRST.claims[0]}: ")


def test_what_only_an_earlier_run_knew_is_told_from_its_notes() -> None:
    book = replace(BOOK, successions=(_succession("i-gone", ("c-gone",)),))
    found = explain(book, "i-gone")
    assert [line.text for line in found.lines] == [
        "i-gone is the name of the event that claim c-gone tells of. No incident rests on that claim now.",
        "When the ledger held 12 reports and 1 judgement, i-gone (1 claim) was left without a claim.",
    ]


def test_an_incident_whose_first_report_is_gone_leads_to_what_has_the_others() -> None:
    moved = _succession("i-gone", ("c-gone", FIRST.claims[0]), FIRST.id)
    found = explain(replace(BOOK, successions=(moved,)), "i-gone")
    assert found.title == f"Incident i-gone is now part of {FIRST.id}."
    assert found.lines[0].text == (
        "i-gone is the name of the event that claim c-gone tells of. No incident rests on that claim now; "
        f"{FIRST.id} rests on others that it had."
    )


@pytest.mark.parametrize(
    ("became", "told"),
    [
        ((FIRST.id,), "lost a claim."),
        ((FIRST.id, "i-other"), "was parted: some of it is now in i-other."),
        (("i-other",), "became part of i-other."),
    ],
)
def test_an_incident_tells_what_runs_made_of_it(became: tuple[str, ...], told: str) -> None:
    book = replace(BOOK, successions=(_succession(FIRST.id, FIRST.claims, *became), _succession("i-x", ("c-x",))))
    ledger = "When the ledger held 12 reports and 1 judgement"
    assert f"{ledger}, {FIRST.id} (2 claims) {told}" in [line.text for line in explain(book, FIRST.id).lines]


def test_an_id_that_never_was_is_still_unknown() -> None:
    with pytest.raises(UnknownRecordError):
        explain(BOOK, "i-never")
