"""What is told aside behind "which" or as an aim blames nobody for what its sentence tells; labels are no agencies."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import incidents, read, statements
from tregua.records.claim import Blame

ASIDE = [
    (
        "In El Obeid, which the rebels have besieged for weeks, four people died when a shell hit a house.",
        [["rebels"], []],
    ),
    ("In Taiz, which the Houthis have besieged for years, a shell hit a house.", [["Houthis"], []]),
    ("Near Homs, which the army shelled on Monday, two boys were killed by a mine.", [["army"], []]),
    ("The village, which the army shelled on Monday, killing five people, is empty.", [["army"]]),
    ("The army, which shelled Douma on Monday, also bombed Homs.", [["army"]]),
    ("The village, which the army shelled on Monday, was bombed by Russian jets.", [["Russian jets"]]),
]


@pytest.mark.parametrize(("text", "actors"), ASIDE)
def test_who_acts_behind_which_does_not_act_behind_its_comma(text: str, actors: list[list[str]]) -> None:
    assert [[who.text for who in each.actors] for each in incidents(text)] == actors


AIMS = [
    ("“The militia shelled Mayo in order to blame us,” Rashid Omar said.", []),
    ("The rebels shelled Mayo so as to accuse the army.", []),
    ("The army is to blame for the strike on Mayo.", ["army"]),
    ("The rebels want time in order to regroup and blame the army for the strike on Mayo.", ["army"]),
    ("The rebels blamed US forces for the strike on Mayo.", ["US forces"]),
    ("The rebels blamed the US for the strike on Mayo.", ["US"]),
]


@pytest.mark.parametrize(("text", "accused"), AIMS)
def test_who_is_to_be_blamed_by_a_deed_is_not_blamed(text: str, accused: list[str]) -> None:
    assert [who.text for each in statements(text) if isinstance(each, Blame) for who in each.accused] == accused


LABELS = [
    ("Bahri North (Shambat): Rebels shelled a school in Kober, killing two people.", []),
    ("KABUL (Pajhwok): Rebels shelled a school in Ghazni, killing two people.", ["Pajhwok"]),
    ("Gaza (WAFA): Rebels shelled a school in Jenin, killing two people.", ["WAFA"]),
    ("Gaza (Maan) - Rebels shelled a school in Jenin, killing two people.", ["Maan"]),
]


@pytest.mark.parametrize(("text", "chain"), LABELS)
def test_a_second_name_of_a_place_before_a_colon_is_no_agency(text: str, chain: list[str]) -> None:
    (claim,) = read(text)[0]
    assert [link.text for link in claim.chain] == chain


def test_the_occupation_of_homes_is_no_actor() -> None:
    (raid,) = incidents("Listed are air strikes on Homs by the army and the occupation of homes by the rebels.")
    assert [who.text for who in raid.actors] == ["army"]
    (raid,) = incidents("The occupation raided Jenin.")
    assert [who.text for who in raid.actors] == ["occupation"]
