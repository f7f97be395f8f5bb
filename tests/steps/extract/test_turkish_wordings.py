# ruff: noqa: RUF001 - the language has a letter that looks like another
"""Acts in Turkish in many wordings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Claim, Happening
from tregua.steps.extract import Context, extract, load_pack

# what was done, by whom and where, as far as told: (language, act, actor, place, text)
INCIDENTS = [
    ("tr", "shelling", "", "Terter", "Ermenistan ordusu Terter'e top atışı yaptı."),
    ("tr", "small-arms", "", "Gedebey", "Ermeni keskin nişancılar Gedebey'de bir askeri yaraladı."),
    ("tr", "small-arms", "", "Cenin", "İsrail askerleri Cenin'de bir Filistinliyi vurarak öldürdü."),
    ("tr", "attack", "", "Trablus", "Trablus'ta çatışmalar çıktı."),
    ("tr", "explosion", "", "Ağdam", "Ağdam'da mayına basan iki sivil hayatını kaybetti."),
    ("tr", "obstruction", "", "Donetsk", "Ayrılıkçılar AGİT gözlemcilerinin Donetsk'e girmesini engelledi."),
    ("tr", "shelling", "", "Ağdere", "Ermenistan silahlı kuvvetleri Ağdere'yi topçularla vurdu."),
    ("tr", "small-arms", "", "Kelbecer", "Ermeni güçler Kelbecer yönünde taciz ateşi açtı."),
    ("tr", "advance", "", "Sirte", "Hafter güçleri Sirte'yi geri aldı."),
    ("tr", "obstruction", "", "Şuşa", "Göstericiler Şuşa'da yolu kapattı."),
    ("tr", "other", "", "Nablus", "Nablus'ta üç araç ateşe verildi."),
]


# no event at all: (language, text)
NOTHING = [
    ("tr", "Bakan Halep'e girdi ve yetkililerle görüştü."),
    ("tr", "Rejim güçleri Halep'e girmedi."),
    ("tr", "Takım rakibini 3-0 vurdu ve stadyumda sevinç yaşandı."),
    ("tr", "Ordu Konya'da tatbikatta hedefleri vurdu."),
    ("tr", "Ordu ateş açıldığını yalanladı."),
]


def read(language: str, text: str) -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(replace(document(text), language=language), pack, Context(zone=dt.UTC))[0]


@pytest.mark.parametrize(("language", "act", "actor", "place", "text"), INCIDENTS)
def test_an_act_is_known_by_many_wordings(language: str, act: str, actor: str, place: str, text: str) -> None:
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    assert found
    assert found[0].act.value in act.split("/")
    assert actor in ", ".join(who.text for who in found[0].actors)
    assert place in ", ".join(where.text for where in found[0].places)


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_words_of_force_without_force_are_no_event(language: str, text: str) -> None:
    assert [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)] == []
