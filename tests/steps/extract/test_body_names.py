"""Bodies whose names end in a place: who they are, and that nothing happened there."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, incidents, read
from tregua.records.claim import Happening
from tregua.steps.extract import Context, extract, load_pack

SPEAKERS = [
    (
        "The UN peacekeeping force in Lebanon (UNIFIL) said a tank shelled Qana.",
        "UN peacekeeping force in Lebanon (UNIFIL)",
    ),
    (
        "The Special Monitoring Mission to Ukraine (SMM) said gunmen shelled Zaitseve.",
        "Special Monitoring Mission to Ukraine (SMM)",
    ),
    ("The UN Mission in South Sudan said troops shelled Malakal.", "UN Mission in South Sudan"),
    (
        "The Verification Mission in the Sudan (VMS) said gunmen shelled Kauda.",
        "Verification Mission in the Sudan (VMS)",
    ),
    ("The United Nations in Geneva said troops shelled Malakal.", "United Nations"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_a_body_is_known_by_its_name_with_the_place_that_ends_it(text: str, speaker: str) -> None:
    claims, _ = read(text)
    assert [link.text for link in claims[0].chain] == [speaker]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army accused the UN Interim Force in Lebanon (UNIFIL) of firing at a drone over Qana.", ["Qana"]),
        ("The militia accused the African Union Mission in Somalia of shelling a market in Baidoa.", ["Baidoa"]),
        ("Gunmen attacked the UN Mission in South Sudan on Monday.", []),
        ("Gunmen attacked the UN force in the Central African Republic (CAR).", ["Central African Republic"]),
        ("Gunmen attacked the Kurds in Syria on Monday.", ["Syria"]),
    ],
)
def test_nothing_happened_in_the_place_within_a_name(text: str, places: list[str]) -> None:
    assert [place.text for place in incidents(text)[0].places] == places


def test_a_mission_named_by_one_word_is_the_one_spelled_out() -> None:
    text = (
        "The Monitoring Mission to Ukraine (SMM) noted nine explosions in Zaitseve. "
        "In Horlivka, the Mission noted six explosions."
    )
    speakers = [claim.chain[0].text for claim in read(text)[0]]
    assert speakers == ["Monitoring Mission to Ukraine (SMM)"] * 2


def test_a_body_whose_head_stands_first_is_named_with_its_place_too() -> None:
    pack = load_pack("es")
    text = "La Fuerza Interina en Líbano (FINUL) dijo que soldados dispararon contra una patrulla en Qana."
    assert pack is not None
    claims, _ = extract(document(text), pack, Context(zone=dt.UTC))
    assert [link.text for link in claims[0].chain] == ["Fuerza Interina en Líbano (FINUL)"]


def test_where_names_have_no_capitals_a_place_is_no_part_of_them() -> None:
    pack = load_pack("ar")
    assert pack is not None
    claims, _ = extract(document("قصفت قوات الأمم المتحدة في لبنان (اليونيفيل) بلدة قانا."), pack, Context(zone=dt.UTC))
    assert [place.text for claim in claims if isinstance(claim.slots, Happening) for place in claim.slots.places]
