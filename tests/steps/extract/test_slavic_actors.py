# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Russian and Ukrainian: who stands near an act and did not do it, and who did it by case or order of words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Happening
from tregua.steps.extract import Context, extract, load_pack


def incidents(language: str, text: str) -> list[Happening]:
    pack = load_pack(language)
    assert pack is not None
    claims = extract(document(text, published="2020-08-20"), pack, Context(zone=dt.UTC))[0]
    return [claim.slots for claim in claims if isinstance(claim.slots, Happening)]


NOBODY = [
    ("ru", "Боевики провели переговоры после обстрела Марьинки, при котором погибли трое солдат."),
    ("uk", "Бойовики провели переговори після обстрілу Мар'їнки, під час якого загинули троє солдатів."),
    ("ru", "Тела троих солдат, погибших при авиаударе по Марьинке, переданы боевиками."),
    ("uk", "Тіла трьох солдатів, загиблих унаслідок авіаудару по Мар'їнці, передано бойовиками."),
    ("ru", "При обстреле Марьинки, третьем после перемирия, подписанного боевиками, погибли трое солдат."),
    ("uk", "Під час обстрілу Мар'їнки, третього після перемир'я, підписаного бойовиками, загинули троє солдатів."),
    ("ru", "Солдаты, поддерживаемые боевиками, попали под обстрел в Марьинке."),
    ("ru", "Обстрелу подверглось занятое боевиками село Саханка."),
    ("uk", "Обстрілу зазнало зайняте бойовиками село Саханка."),
    ("ru", "Снаряды попали в Марьинку, которую удерживают солдаты."),
    ("uk", "Снаряди влучили у Мар'їнку, яку утримують солдати."),
    ("ru", "Под огнём оказались сирийские солдаты в Хаме."),
    ("uk", "Під вогнем опинилися українські військові у Авдіївці."),
    ("ru", "Сирийских солдат обстреляли у Хамы."),
    ("ru", "Дрон атаковал солдат в Марьинке, трое погибли."),
    ("ru", "В Марьинке обстреляны ВСУ."),
]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_who_stands_near_did_nothing(language: str, text: str) -> None:
    told = incidents(language, text)
    assert told
    assert [who.text for each in told for who in each.actors] == []


ACTORS = [
    ("ru", "Сирийских солдат у Хамы обстреляли боевики.", ["боевики"]),
    ("ru", "Солдат и боевик обстреляли Марьинку.", ["Солдат", "боевик"]),
    ("ru", "Солдат обстрелял Марьинку.", ["Солдат"]),
    ("ru", "В обстреле Марьинки, совершённом боевиками, погибли трое солдат.", ["боевиками"]),
    ("ru", "При обстреле больницы боевиками в Марьинке погибли трое солдат.", ["боевиками"]),
    ("uk", "Під час обстрілу міста Хама бойовиками загинули троє солдатів.", ["бойовиками"]),
    ("ru", "Сообщалось о нападениях, устроенных боевиками 18 января в Марьинке.", ["боевиками"]),
    ("ru", "Трое солдат были похищены боевиками, которые удерживают Марьинку.", ["боевиками"]),
    ("ru", "Между боевиками и солдатами у Марьинки произошли столкновения.", ["боевиками", "солдатами"]),
    ("uk", "Між бойовиками та солдатами біля Мар'їнки сталися сутички.", ["бойовиками", "солдатами"]),
    ("ru", "Боевики и солдаты вступили в перестрелку у Марьинки.", ["Боевики", "солдаты"]),
    ("ru", "Позиции боевиков у Горловки атакованы ВСУ.", ["ВСУ"]),
    ("uk", "Позиції бойовиків біля Горлівки атаковано ЗСУ.", ["ЗСУ"]),
    ("ru", "Удар Израиля по Хаме унёс жизни троих солдат.", ["Израиля"]),
    ("uk", "Напад Ізраїлю на солдатів у Хамі забрав життя трьох людей.", ["Ізраїлю"]),
    ("ru", "Обстрел российских войск в Марьинке унёс жизни троих человек.", ["российских войск"]),
    ("uk", "Бойовики порушили перемир'я, обстрілявши Мар'їнку.", ["Бойовики"]),
]


@pytest.mark.parametrize(("language", "text", "actors"), ACTORS)
def test_who_did_it(language: str, text: str, actors: list[str]) -> None:
    told = [who.text for each in incidents(language, text) for who in each.actors]
    assert list(dict.fromkeys(told)) == actors


TOLLS = [
    ("ru", "Двое украинских солдат погибли в перестрелке у Тертера.", 2, []),
    ("ru", "Украинский солдат погиб в перестрелке у Тертера.", 1, []),
    ("ru", "Военные отбили атаку боевиков у Авдеевки, уничтожив десятерых.", 10, ["Военные"]),
    ("uk", "Військові відбили атаку бойовиків біля Авдіївки, знищивши десятьох.", 10, ["Військові"]),
    ("uk", "Бойовики обстріляли Мар'їнку, вбивши трьох солдатів.", 3, ["Бойовики"]),
]


@pytest.mark.parametrize(("language", "text", "killed", "actors"), TOLLS)
def test_how_many_were_killed_and_by_whom(language: str, text: str, killed: int, actors: list[str]) -> None:
    (told,) = incidents(language, text)
    assert told.killed is not None
    assert told.killed.best == killed
    assert [who.text for who in told.actors] == actors


def test_people_taken_captive_are_an_event() -> None:
    assert [each.act for each in incidents("ru", "Трое солдат взяты в плен под Марьинкой.")] == ["abduction"]
    assert [each.act for each in incidents("uk", "Трьох солдатів взято в полон під Мар'їнкою.")] == ["abduction"]
