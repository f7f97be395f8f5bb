# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""What only says with what arms the breaches just counted were made is no event beside them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Happening
from tregua.steps.extract import Context, extract, load_pack


def events(language: str, text: str) -> list[Happening]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text), pack, Context(zone=dt.UTC))
    return [claim.slots for claim in claims if isinstance(claim.slots, Happening)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "За сутки боевики 21 раз нарушили перемирие. Применялись минометы."),
        ("ru", "За сутки боевики 21 раз нарушили перемирие. Огонь вели из гаубиц."),
        ("uk", "За добу ворог 21 раз порушив перемир'я. При цьому ворог застосував заборонені міномети."),
        ("en", "The rebels broke the truce 21 times and used mortars."),
        ("ar", "ارتكبت المليشيات 21 خرقاً للهدنة خلال 24 ساعة. واستُخدمت الهاونات."),
    ],
)
def test_the_arms_of_what_was_counted_are_no_event(language: str, text: str) -> None:
    assert events(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "За сутки боевики 21 раз нарушили перемирие. Они применили минометы у Песок."),
        ("en", "The rebels broke the truce 21 times. The rebels shelled and looted Gorno."),
        ("en", "The rebels broke the truce 21 times. Mortars were used against two houses."),
        ("en", "The rebels broke the truce 21 times. Shots were fired and a man was killed."),
    ],
)
def test_what_was_done_somewhere_or_to_somebody_is_one(language: str, text: str) -> None:
    assert len(events(language, text)) >= 1
