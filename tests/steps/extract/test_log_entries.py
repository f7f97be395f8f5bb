# ruff: noqa: RUF001 - entries have dashes, and Russian has letters that look like Latin ones
"""Entries of a log: "10 November, 0930 hrs, Talbiseh, Homs: mine explosion, four soldiers wounded"."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Happening
from tregua.steps.extract import Context, extract, load_pack


def told(text: str, language: str = "en") -> list[tuple[str, list[str], str]]:
    """The act, the places and the day of each event."""
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text, published="2025-11-16"), pack, Context(zone=dt.UTC))
    events = [claim.slots for claim in claims if isinstance(claim.slots, Happening)]
    return [
        (event.act.value, [place.text for place in event.places], f"{event.time.start:%m-%d}")
        for event in events
        if event.time is not None and event.time.start is not None
    ]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "10 November, Homs: mine explosion, four soldiers wounded.", ("explosion", ["Homs"], "11-10")),
        ("en", "10 Nov, 0930 hrs, Tame, Arauca: mine explosion.", ("explosion", ["Tame", "Arauca"], "11-10")),
        ("en", "2. 12 Nov, 1550 hrs, Prey Chan: exchange of small-arms fire.", ("small-arms", ["Prey Chan"], "11-12")),
        ("en", "10 November – Homs – the army shelled a school.", ("shelling", ["Homs"], "11-10")),
        ("en", "14 Nov, An Ses: two rounds fired from a Thai position.", ("small-arms", ["An Ses"], "11-14")),
        ("en", "10 November, Homs province: shelling by the army.", ("shelling", ["Homs province"], "11-10")),
        ("fr", "12 novembre, Talbisé : échange de tirs, un civil tué.", ("small-arms", ["Talbisé"], "11-12")),
        ("ru", "12 ноября, Тальбиса: обстрел, погиб один мирный житель.", ("shelling", ["Тальбиса"], "11-12")),
        ("es", "12 de noviembre, Tame: explosión de una mina, dos heridos.", ("explosion", ["Tame"], "11-12")),
    ],
)
def test_an_entry_tells_of_an_event_at_its_place_on_its_day(
    language: str, text: str, event: tuple[str, list[str], str]
) -> None:
    assert told(text, language) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "12 November, Geneva: talks on shelling.",
        "12 November, Geneva: the talks went on.",
        "12 November, Homs: no shelling.",
    ],
)
def test_what_is_no_event_is_none_in_an_entry(text: str) -> None:
    assert told(text) == []


def test_where_somebody_speaks_the_place_may_be_his() -> None:
    (event,) = told("10 November, Geneva: shelling went on in Homs on 9 November, the envoy said.")
    assert event[1] == ["Homs"]


def test_two_acts_with_an_hour_each_are_two_events() -> None:
    found = told("On 8 November rebels shelled Douma at 10:15 and fired at Harasta at 11:00.")
    assert [(act, places) for act, places, _ in found] == [("shelling", ["Douma"]), ("small-arms", ["Harasta"])]
    assert len(told("On 8 November rebels shelled Douma at 10:15 and 11:00.")) == 1
