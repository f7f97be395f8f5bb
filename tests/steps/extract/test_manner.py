# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""What only says with what arms the breaches just counted were made is no event beside them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import counts, document, tallies, window
from tregua.records.claim import Happening, Tally
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The office listed nine violations of the truce, among them the abduction of a teacher in Tete."),
        ("pt", "A Renamo denunciou nove violações da trégua, entre elas o rapto de um delegado em Tete."),
        ("es", "El ELN cometió nueve violaciones de la tregua, entre ellas el secuestro de un soldado en Arauca."),
    ],
)
def test_one_of_those_that_are_counted_is_an_event(language: str, text: str) -> None:
    assert [event.act for event in events(language, text)] == ["abduction"]


def test_so_many_of_them_are_none() -> None:
    assert events("en", "The office listed nine violations of the truce, among them two abductions in Tete.") == []


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("A drone strike on a car in Gorno wounded a woman and her son.", 2),
        ("A drone strike on a car in Gorno wounded a woman and her children.", 1),
    ],
)
def test_one_who_belongs_to_another_is_counted_with_her(text: str, injured: int) -> None:
    [event] = events("en", text)
    assert event.injured is not None
    assert event.injured.best == injured


def test_rounds_fired_are_no_breaches() -> None:
    assert counts("The army broke the ceasefire about 1,500 times and fired 14,000 rounds at the posts.") == [1500]


def test_what_troops_did_in_some_of_them_is_a_part() -> None:
    assert counts("Israel has breached the truce 875 times. In 265 of these, troops fired on civilians.") == [875, 265]


def test_a_turkish_place_stands_behind_the_one_it_lies_in() -> None:
    text = "Rejim güçleri İdlib'in güneyindeki Has köyüne top atışı yaptı; iki sivil öldü."
    [event] = events("tr", text)
    assert [(place.text, place.within) for place in event.places] == [("Has köyüne", "İdlib")]
    [event] = events("tr", "Rejim güçleri Halep'te, Hama'da köylere top atışı yaptı; iki sivil öldü.")
    assert [place.text for place in event.places] == ["Halep", "Hama"]


def test_a_name_at_the_head_of_a_turkish_sentence_is_told_by_its_ending() -> None:
    pack = load_pack("tr")
    assert pack is not None
    text = "Rusya 8 ateşkes ihlali tespit etti. Lazkiye'de 5, İdlib'de 3 ihlal kaydedildi."
    claims, _ = extract(document(text), pack, Context(zone=dt.UTC))
    places = [claim.slots.area[0].text for claim in claims if isinstance(claim.slots, Tally) and claim.slots.area]
    assert places[-2:] == ["Lazkiye", "İdlib"]


def test_parts_are_of_the_count_told_in_full_and_not_of_its_headline() -> None:
    text = (
        "Gaza office counts 875 breaches\n\nIsrael has breached the truce in Gaza 875 times since it came into effect "
        "on April 10, the media office said. In 265 of these, troops fired on civilians."
    )
    [*_, part] = tallies(text)
    assert (part.count, [who.text for who in part.accused], window(part)) == (
        265,
        ["Israel"],
        ("2016-04-10", "2016-05-08"),
    )
