from __future__ import annotations

import datetime as dt

import pytest

from tregua.records.judgement import Decision, Judgement, identified, standing, withdrawn

WHEN = dt.datetime(2016, 5, 7, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("decision", "subjects", "slot", "why", "says"),
    [
        (Decision.VERIFY, ("i-1",), "", "  ", "needs a reason"),
        (Decision.VERIFY, (), "", "seen on site", "at least 1 id"),
        (Decision.VERIFY, ("i-1", "i-2"), "", "seen on site", "one id at a time"),
        (Decision.MERGE, ("i-1",), "", "same shell", "at least 2 ids"),
        (Decision.CORRECT, ("i-1",), "", "misprint", "need a slot"),
        (Decision.REFUTE, ("i-1",), "act", "never happened", "no other decision"),
        (Decision.IDENTIFY, ("Fourth Brigade",), "", "its own page", "need a slot"),
        (Decision.IDENTIFY, ("Fourth Brigade",), "actor", "its own page", "an id of the registry"),
    ],
)
def test_a_judgement_needs_a_reason_and_the_right_number_of_ids(
    decision: Decision, subjects: tuple[str, ...], slot: str, why: str, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        Judgement(decision=decision, subjects=subjects, slot=slot, why=why, who="rp", when=WHEN)


def test_several_documents_can_be_dropped_at_once() -> None:
    assert Judgement(decision=Decision.DROP, subjects=("d-1", "d-2"), why="copies", who="rp", when=WHEN).subjects


def _judged(decision: Decision, *subjects: str, slot: str = "", value: str = "") -> Judgement:
    return Judgement(
        decision=decision, subjects=subjects, slot=slot, value=value, why="seen", who="A. Duarte", when=WHEN
    )  # fmt: skip


def test_what_is_withdrawn_no_longer_stands_and_a_withdrawn_withdrawal_gives_it_back() -> None:
    held = [("j-1", _judged(Decision.VERIFY, "i-1")), ("j-2", _judged(Decision.WITHDRAW, "j-1"))]
    assert [key for key, _ in standing(held)] == ["j-2"]
    assert withdrawn(held) == {"j-1": "j-2"}
    held.append(("j-3", _judged(Decision.WITHDRAW, "j-2")))
    assert [key for key, _ in standing(held)] == ["j-1", "j-3"]


def test_the_last_word_on_a_name_counts_however_it_is_spelled() -> None:
    held = [
        ("j-1", _judged(Decision.IDENTIFY, "Fourth Brigade", slot="actor", value="one")),
        ("j-2", _judged(Decision.IDENTIFY, "FOURTH  brigade", "4th Bde", slot="actor", value="two")),
        ("j-3", _judged(Decision.IDENTIFY, "Fourth Brigade", slot="place", value="unknown")),
        ("j-4", _judged(Decision.DROP, "d-1")),
    ]
    found = identified(held)
    assert {key: each.id for key, each in found.items()} == {
        ("actor", "fourth brigade"): "two",
        ("actor", "4th bde"): "two",
        ("place", "fourth brigade"): "unknown",
    }
    assert found["actor", "4th bde"].said == "identified by A. Duarte (j-2)"
