from __future__ import annotations

from dataclasses import replace

import pytest

from tregua.backends.ledger import Ledger
from tregua.pipeline.codec import encode
from tregua.pipeline.recalling import recall, remember
from tregua.ports import MEMORY, Derived
from tregua.records.claim import Speaker
from tregua.records.incident import Incident, Status, Testimony, incident_id
from tregua.steps.link import Memory
from tregua.steps.link.memory import Kept, Totals
from tregua.vocabulary.acts import Act

ALWAYS = Kept(id="c-1", document="d", sentence="shells fell", repeats="", tells=True, start=-float("inf"),
              end=float("inf"), dated=False, spots=("harasta",), around=("harasta",), group="c-1")  # fmt: skip
WORKED_OUT = Memory(
    marks={"d": "as it is"}, kept=(ALWAYS,), totals=Totals(told=1, regions={"homs": {"homs": 1}}), judged=("c-1",)
)
INCIDENT = Incident(
    id=incident_id("c-1"), status=Status.ALLEGED, status_reason="", claims=("c-1",), act=Act.SHELLING
)  # fmt: skip
TOLD = Testimony(id="t-1", origin=Speaker(text="Agency"), origin_id="agency", claims=("c-1",), outlets=("Agency",))


def finish(ledger: Ledger, inputs: str) -> None:
    """Write what a run derived from INPUTS."""
    kept = {"incidents": encode(Incident, INCIDENT), "testimonies": encode(Testimony, TOLD)}
    for stage, payload in kept.items():
        ledger.replace_derived(stage, [Derived(stage=stage, key="000000", inputs=inputs, payload=payload)])


def test_what_a_run_worked_out_is_there_for_the_next(ledger: Ledger) -> None:
    assert recall(ledger, "settings") is None
    remember(ledger, "settings", "inputs", WORKED_OUT)
    finish(ledger, "inputs")
    found = recall(ledger, "settings")
    assert found is not None
    assert (found.incidents, found.testimonies, found.memory) == ([INCIDENT], [TOLD], WORKED_OUT)


def test_the_memory_of_other_settings_or_of_another_run_is_none(ledger: Ledger) -> None:
    remember(ledger, "settings", "inputs", WORKED_OUT)
    finish(ledger, "inputs")
    assert recall(ledger, "others") is None
    finish(ledger, "cut off before it kept its memory")
    assert recall(ledger, "settings") is None


@pytest.mark.parametrize("payload", ["", "no memory", "ü", "c$}x"])
def test_a_broken_memory_is_none(ledger: Ledger, payload: str) -> None:
    remember(ledger, "settings", "inputs", WORKED_OUT)
    finish(ledger, "inputs")
    (row,) = ledger.derived(MEMORY).values()
    ledger.replace_derived(MEMORY, [replace(row, payload=payload)])
    assert recall(ledger, "settings") is None
    ledger.replace_derived(MEMORY, [replace(row, payload=row.payload[:-5])])
    assert recall(ledger, "settings") is None


def test_a_memory_is_in_no_content_hash_and_is_forgotten_with_the_rest(ledger: Ledger) -> None:
    finish(ledger, "inputs")
    before = ledger.content_hash()
    remember(ledger, "settings", "inputs", WORKED_OUT)
    assert ledger.content_hash() == before
    ledger.drop_derived()
    assert ledger.derived(MEMORY) == {}
