# ruff: noqa: RUF001 - the language has letters that look like Latin ones
"""Ukrainian: regions told by their short names, and headquarters' zones, which are places and act in nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Claim, Happening, Tally
from tregua.steps.extract import Context, extract, load_pack


def told(text: str) -> list[Claim]:
    pack = load_pack("uk")
    assert pack is not None
    return extract(document(text, published="2020-12-31"), pack, Context(zone=dt.UTC))[0]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("За добу росіяни здійснили 96 обстрілів Сумщини.", "Сумщини"),
        ("Упродовж доби окупанти 52 рази обстріляли Дніпропетровщину.", "Дніпропетровщину"),
        ("За тиждень ворог 31 раз обстріляв Харківщину.", "Харківщину"),
    ],
)
def test_a_count_is_of_the_region_that_was_struck(text: str, area: str) -> None:
    (count,) = [claim.slots for claim in told(text) if isinstance(claim.slots, Tally)]
    assert [place.text for place in count.area] == [area]


def test_a_zone_of_a_headquarters_is_a_place() -> None:
    claims = told("У районі відповідальності ОТУ «Схід» бойовики обстріляли позиції біля Водяного.")
    (shelling,) = [claim.slots for claim in claims if isinstance(claim.slots, Happening)]
    assert [who.text for who in shelling.actors] == ["бойовики"]


def test_attacks_that_a_place_suffered_are_counted_and_no_event_beside() -> None:
    claims = told("Найбільше, 40 обстрілів, зазнала Білопільська громада.")
    assert [type(claim.slots) for claim in claims] == [Tally]
