from __future__ import annotations

import datetime as dt

import pytest

from tregua.records.judgement import Decision, Judgement

WHEN = dt.datetime(2016, 5, 7, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("decision", "subjects", "slot", "why", "says"),
    [
        (Decision.VERIFY, ("i-1",), "", "  ", "needs a reason"),
        (Decision.VERIFY, (), "", "seen on site", "at least 1 id"),
        (Decision.VERIFY, ("i-1", "i-2"), "", "seen on site", "one id at a time"),
        (Decision.MERGE, ("i-1",), "", "same shell", "at least 2 ids"),
        (Decision.CORRECT, ("i-1",), "", "misprint", "needs a slot"),
        (Decision.REFUTE, ("i-1",), "act", "never happened", "no other decision"),
    ],
)
def test_a_judgement_needs_a_reason_and_the_right_number_of_ids(
    decision: Decision, subjects: tuple[str, ...], slot: str, why: str, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        Judgement(decision=decision, subjects=subjects, slot=slot, why=why, who="rp", when=WHEN)


def test_several_documents_can_be_dropped_at_once() -> None:
    assert Judgement(decision=Decision.DROP, subjects=("d-1", "d-2"), why="copies", who="rp", when=WHEN).subjects
