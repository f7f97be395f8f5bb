from __future__ import annotations

from tregua.backends.ledger import Ledger
from tregua.pipeline.codec import encode
from tregua.pipeline.succession import note_changes, noted
from tregua.ports import Derived
from tregua.records.incident import Incident, Status, Succession, incident_id
from tregua.vocabulary.acts import Act


def incident(*claims: str) -> Incident:
    return Incident(id=incident_id(claims[0]), status=Status.ALLEGED, status_reason="", claims=claims, act=Act.SHELLING)


def run(ledger: Ledger, *incidents: Incident) -> None:
    note_changes(ledger, incidents)
    rows = [
        Derived(stage="incidents", key=str(number), inputs="", payload=encode(Incident, each))
        for number, each in enumerate(incidents)
    ]
    ledger.replace_derived("incidents", rows)


def test_what_only_gained_claims_is_not_noted(ledger: Ledger) -> None:
    run(ledger, incident("c-1"))
    run(ledger, incident("c-1", "c-2"), incident("c-3"))
    assert noted(ledger) == ()


def test_joined_parted_and_lost_incidents_are_noted_with_what_holds_their_claims(ledger: Ledger) -> None:
    run(ledger, incident("c-1"), incident("c-2", "c-3"), incident("c-4", "c-5"), incident("c-6", "c-7"))
    run(ledger, incident("c-1", "c-2", "c-3"), incident("c-4"), incident("c-5"), incident("c-7"))
    changes = {item.id: (item.claims, item.became) for item in noted(ledger)}
    assert changes == {
        "i-2": (("c-2", "c-3"), ("i-1",)),
        "i-4": (("c-4", "c-5"), ("i-4", "i-5")),
        "i-6": (("c-6", "c-7"), ("i-7",)),
    }


def test_a_lost_claim_is_noted_though_the_name_stays(ledger: Ledger) -> None:
    run(ledger, incident("c-1", "c-2"), incident("c-3"))
    run(ledger, incident("c-1"))
    one, other = noted(ledger)
    assert one == Succession(id="i-1", claims=("c-1", "c-2"), became=("i-1",), reports=0, judgements=0)
    assert other.became == ()


def test_a_run_that_was_cut_off_and_is_done_again_notes_the_change_once(ledger: Ledger) -> None:
    run(ledger, incident("c-1"), incident("c-2"))
    note_changes(ledger, [incident("c-1", "c-2")])
    run(ledger, incident("c-1", "c-2"))
    assert [item.id for item in noted(ledger)] == ["i-2"]


def test_deriving_anew_keeps_the_notes_and_the_content_hash_knows_nothing_of_them(ledger: Ledger) -> None:
    run(ledger, incident("c-1"), incident("c-2"))
    run(ledger, incident("c-1", "c-2"))
    before = ledger.content_hash()
    ledger.drop_derived()
    run(ledger, incident("c-1", "c-2"))
    assert ledger.content_hash() == before
    assert [item.became for item in noted(ledger)] == [("i-1",)]
