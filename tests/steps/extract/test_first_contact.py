"""What pages as they are printed showed to be misread."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, read

FORCES = "The Rapid Support Forces (RSF) met the press in Omdurman. The armed forces bombed a market in Bahri."
REBELS = (
    "The truce between army and rebels holds. Men of the Right Sector group met in Kyiv. The rebels shelled Zaitseve."
)


@pytest.mark.parametrize("text", [FORCES, REBELS])
def test_a_group_is_not_meant_by_other_words_or_by_one_met_before_it(text: str) -> None:
    assert [actor.name for actor in incidents(text)[-1].actors] == [None]


def test_a_place_told_in_a_later_paragraph_is_not_that_of_what_was_told_long_before() -> None:
    text = "Haftar's forces shelled many areas.\n\nTalks went on.\n\nSome rockets hit Mitiga airport."
    assert [[place.text for place in told.places] for told in incidents(text)] == [[], ["Mitiga airport"]]


def test_what_was_not_done_is_no_event() -> None:
    assert incidents("The army didn't shoot at outposts in Mansi.") == []


def test_states_speak_only_where_they_state_that() -> None:
    claims, _ = read("Army airstrikes were reported in Kachin and Shan states on Wednesday.")
    assert [claim.chain for claim in claims] == [()]
