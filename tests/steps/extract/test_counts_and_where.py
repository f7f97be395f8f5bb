"""Counts of bulletins: what a part counts and where, whose it is, and what is fired and no count at all."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import counts, incidents, tallies, window
from tregua.records.claim import Happening, Tally


def areas(tally: Tally) -> list[str]:
    return [place.text for place in tally.area]


def accused(tally: Tally) -> list[str]:
    return [who.text for who in tally.accused]


def places(event: Happening) -> list[str]:
    return [place.text for place in event.places]


def dead(event: Happening) -> int | None:
    return None if event.killed is None else event.killed.best


def test_parts_of_the_count_of_another_period_are_of_that_period_and_place() -> None:
    text = (
        "In Donetsk region, the mission counted 214 ceasefire violations in the past 24 hours, 61 of them explosions. "
        "In the previous 24 hours there had been 96, including 12 explosions."
    )
    found = tallies(text)
    assert [tally.count for tally in found] == [214, 61, 96, 12]
    assert [tally.unit for tally in found] == ["violations", "explosions", "violations", "explosions"]
    assert [areas(tally) for tally in found] == [["Donetsk region"]] * 4
    assert window(found[1]) == window(found[0]) != window(found[2])
    assert window(found[3]) == window(found[2])


def test_what_is_fired_is_no_count_of_breaches() -> None:
    text = "The enemy broke the truce 15 times. It used 60 mm mortars, firing 43 shells and 11 grenades."
    assert counts(text) == [15]
    assert counts("The army broke the truce 15 times. It fired six shells, one of which landed near Homs.") == [15]


def test_each_of_several_places_has_as_many() -> None:
    found = tallies("Two violations each were noted in Homs, Hama and Idlib.")
    assert [(tally.count, areas(tally)) for tally in found] == [(2, ["Homs"]), (2, ["Hama"]), (2, ["Idlib"])]


def test_a_time_beside_another_of_its_sentence_is_told_as_that_is() -> None:
    text = (
        "The army said that the rebels broke the truce twice. "
        "The militia broke it five times in Homs province and twice in Hama."
    )
    found = tallies(text)
    assert [(tally.count, accused(tally)) for tally in found] == [
        (2, ["rebels"]),
        (5, ["militia"]),
        (2, ["militia"]),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The chairman attributed at least 95 violations to the army, and 61 to the rebels.", ["army", "rebels"]),
        ("The mission blamed 40 violations on the militia.", ["militia"]),
        ("The centre counted 23 breaches. Nine of them were attacks by government forces.", ["", "government forces"]),
    ],
)
def test_whose_breaches_are_counted(text: str, who: list[str]) -> None:
    assert [", ".join(accused(tally)) for tally in tallies(text)] == who


def test_places_of_shares() -> None:
    text = "The army counted 4,500 breaches. South of the Litani alone there were 1,900."
    assert [(tally.count, areas(tally)) for tally in tallies(text)][1] == (1900, ["Litani"])
    text = (
        "Monitors logged 407 violations. Of these, 168 were reported from Aleppo, and the remaining 239 came from Homs."
    )
    assert [(tally.count, areas(tally)) for tally in tallies(text)][1:] == [(168, ["Aleppo"]), (239, ["Homs"])]


def test_first_months_of_a_truce_are_calendar_months() -> None:
    text = "The army counted 4,500 breaches of the truce in its first ten months."
    assert [window(tally) for tally in tallies(text, truce="2024-11-27", published="2025-10-03")] == [
        ("2024-11-27", "2025-09-27")
    ]


def test_since_an_hour_of_a_day() -> None:
    text = "The army broke the truce nine times since midnight on 28 July."
    assert [window(tally) for tally in tallies(text, published="2025-08-01")] == [("2025-07-28", "2025-08-01")]


def test_where_board_members_are_told_is_not_where_breaches_were() -> None:
    found = tallies("Teams documented 407 violations, their chairman told board members in Juba on Thursday.")
    assert [areas(tally) for tally in found] == [[]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "31 were killed in raids on Khan Younis on Thursday, after 27 died in a strike on Gaza City on Wednesday.",
            [(31, ["Khan Younis"]), (27, ["Gaza City"])],
        ),
        (
            "Shelling killed three in Homs on Monday, following an attack on Hama a day earlier that left five dead.",
            [(3, ["Homs"]), (5, ["Hama"])],
        ),
        ("Two soldiers were killed on Monday after shells hit their post in Homs.", [(2, ["Homs"])]),
        ("Two men were killed on Monday in Homs after shells hit 11 houses there.", [(2, ["Homs"])]),
        ("Two men died in Homs after a shell hit a market, wounding 11 people.", [(2, ["Homs"])]),
        ("Nine members of one family died in a strike on Homs.", [(9, ["Homs"])]),
        ("Two of the six members of the crew were killed in a strike on Homs.", [(2, ["Homs"])]),
    ],
)
def test_tolls(text: str, told: list[tuple[int, list[str]]]) -> None:
    assert [(dead(event), places(event)) for event in incidents(text)] == told


def test_who_steps_on_a_mine_is_hurt_by_it() -> None:
    (event,) = incidents("A ranger stepped on a landmine near Homs at about 10 a.m. on Friday and lost a foot.")
    assert (event.act, places(event), event.actors) == ("explosion", ["Homs"], ())
    assert event.injured is not None
    assert "a.m." not in [target.text for target in event.targets]
