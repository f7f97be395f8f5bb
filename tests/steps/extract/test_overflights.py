# ruff: noqa: RUF001 - two of the languages have letters that look like Latin ones
"""Flights over somebody's land: an act of its own, where its sentence says whose flight it is."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, incidents, tallies
from tregua.records.claim import Happening
from tregua.steps.extract import Context, extract, load_pack
from tregua.steps.extract.exchange import to_exchange
from tregua.vocabulary.acts import Act


def flights(text: str, language: str = "en") -> list[Happening]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text), pack, Context(zone=dt.UTC))
    return [item.slots for item in claims if isinstance(item.slots, Happening) and item.slots.act is Act.OVERFLIGHT]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "An Israeli drone flew over Beirut at low altitude on Monday.", "Beirut"),
        ("en", "Israeli warplanes violated Lebanese airspace over Tyre on Monday.", "Tyre"),
        ("en", "A Cambodian drone entered Thai airspace near Surin on Friday.", "Surin"),
        ("en", "Azerbaijani quadcopters hovered over Martuni on 3 May.", "Martuni"),
        ("fr", "Un drone israélien a survolé Beyrouth à basse altitude lundi.", "Beyrouth"),
        ("es", "Un dron del ELN sobrevoló la base de Arauca.", "base de Arauca"),
        ("pt", "Um drone israelita sobrevoou Beirute.", "Beirute"),
        ("ru", "Зафиксирован пролет украинского беспилотника над Еленовкой.", "Еленовкой"),
        ("ru", "Военный самолет Азербайджана залетел в воздушное пространство Армении у Капана.", "Капана"),
        ("ru", "Израильские самолеты вторглись в воздушное пространство Ливана у Тира.", "Тира"),
        ("uk", "Безпілотник окупантів пролетів над Авдіївкою.", "Авдіївкою"),
        ("ar", "خرقت طائرات إسرائيلية الأجواء اللبنانية فوق صور.", ""),
    ],
)
def test_a_flight_over_a_place_is_an_overflight(language: str, text: str, place: str) -> None:
    (flight,) = flights(text, language)
    assert [each.text for each in flight.places] == ([place] if place else [])


@pytest.mark.parametrize(
    "text",
    [
        "WFP planes flew over the mountains to drop food.",
        "The minister flew over the flooded area on Monday.",
        "Regime forces had bombarded Arnabah. Reconnaissance drones circled over the area from dawn.",
        "The envoy entered the room to speak about the airspace.",
    ],
)
def test_a_flight_of_nobody_named_is_none(text: str) -> None:
    assert flights(text) == []


def test_flights_that_are_counted_are_a_count() -> None:
    text = "UNIFIL recorded 27 violations of Lebanese airspace on Monday."
    assert incidents(text) == []
    assert [tally.count for tally in tallies(text)] == [27]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("An Israeli drone flew over Beirut on Monday.", "drone"),
        ("Israeli warplanes flew over Beirut on Monday.", "other"),
        ("Israeli forces shelled Khiam on Monday.", "shelling"),
    ],
)
def test_the_case_format_calls_an_overflight_by_its_aircraft(text: str, act: str) -> None:
    pack = load_pack("en")
    assert pack is not None
    item = document(text)
    (claim,), _ = extract(item, pack, Context(zone=dt.UTC))
    assert to_exchange(claim, item)["act"] == act
