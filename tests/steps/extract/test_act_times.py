"""The day of a truce is not that of an act told beside it, and a toll since then is no event."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, tallies


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Despite a truce reached on 27 April, the army shelled Qana.", None),
        ("The army shelled Qana despite a truce agreement that took effect in April 2016.", None),
        ("The army, bound by the ceasefire of 27 April, shelled Qana.", None),
        ("Despite a truce reached on 27 April, the army shelled Qana on 3 May.", "2016-05-03"),
        ("The army, which began its march on Qana on 3 May, shelled it.", "2016-05-03"),
        ("In the first week of May the army shelled Qana.", "2016-05-01"),
    ],
)
def test_a_truce_dates_no_act(text: str, day: str | None) -> None:
    time = incidents(text)[0].time
    start = None if time is None or time.start is None else time.start.date().isoformat()
    assert start == day


def test_deaths_since_the_truce_are_no_event_where_no_act_is_named() -> None:
    assert incidents("Since the truce took effect on 27 April, the office recorded 103 deaths in Qana.") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Three people were killed on Sunday in raids on southern and eastern Homs.", "southern and eastern Homs"),
        ("Three people were killed in raids on southern Homs and the airport of Hama.", "southern Homs"),
    ],
)
def test_two_directions_of_one_place_are_a_place(text: str, place: str) -> None:
    assert incidents("A shell hit a farm in Idlib. " + text)[-1].places[0].text == place


def test_most_of_a_count_gives_the_whole_no_area() -> None:
    tally = tallies("The centre noted 36 breaches in Homs province, most of which occurred east of Tadmur city.")[0]
    assert [place.text for place in tally.area] == ["Homs province"]


def test_who_keeps_up_strikes_does_not_speak() -> None:
    text = "Israel has maintained air strikes across southern Homs."
    assert [actor.text for actor in incidents(text)[0].actors] == ["Israel"]
