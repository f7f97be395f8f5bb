"""Entries of a live page or a log: each under its hour, each with its own speaker, actor and place."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read
from tregua.records.claim import Claim, Happening, Tally

AXIS = "21:40 - Rebels attacked army posts in Hama, west of Homs, the army says. Ten soldiers were killed."


def told(text: str) -> list[Claim]:
    return read(text)[0]


def origins(text: str) -> list[str]:
    return [claim.chain[0].text if claim.chain else "" for claim in told(text)]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("18:30 - Rebels shelled Idlib.", ["army", ""]),
        ("18:30 - The militia: 12 breaches of the truce were recorded today.", ["army", "militia"]),
        ("18:30 - Syria: 12 breaches of the truce were recorded today.", ["army", ""]),
        ("18:30: A market was shelled in Idlib.", ["army", ""]),
        ("18:30 | A market was shelled in Idlib, medics say. \n\n17:00 | Rebels shelled Homs.", ["army", "medics", ""]),
        ("18:30 - The army denies that it shelled Idlib.\n\n17:00 - Rebels shelled Homs.", ["army", "army", ""]),
        ("Rebels shelled Idlib at 18:30, it added.", ["army", "army"]),
    ],
)
def test_who_speaks_in_an_entry_is_not_heard_in_the_next(behind: str, found: list[str]) -> None:
    assert origins(f"{AXIS}\n\n{behind}") == found


def test_entries_are_told_by_who_spoke_before_them_all() -> None:
    text = "The centre recorded these breaches on Monday, it said:\n\n08:10 - Rebels shelled Hama, the army told the"
    assert origins(f"{text} centre.\n\n09:20 - A house was shelled in Idlib.") == ["army", "centre"]


def test_a_count_in_an_entry_is_not_where_another_entry_was() -> None:
    counts = [claim.slots for claim in told(f"{AXIS}\n\n18:30 - 12 breaches of the truce were recorded today.")]
    assert [[place.text for place in slots.area] for slots in counts if isinstance(slots, Tally)] == [[]]


def test_nobody_and_nowhere_is_carried_from_entry_to_entry() -> None:
    events = [
        claim.slots
        for claim in told(f"{AXIS}\n\n18:30 - They shelled a market.\n\n17:00 - Rebels shelled Idlib.\n\n16:00")
    ]
    found = [slots for slots in events if isinstance(slots, Happening)][1]
    assert (found.actors, found.places) == ((), ())
