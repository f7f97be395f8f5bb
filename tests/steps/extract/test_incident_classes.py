# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Classes of sentences that tell of acts in several languages: what was wrecked, came down, was heard, or is past."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Happening
from tregua.steps.extract import Context, extract, load_pack


def incidents(text: str, language: str) -> list[Happening]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text), pack, Context(zone=dt.UTC))
    return [claim.slots for claim in claims if isinstance(claim.slots, Happening)]


TOLD = [
    ("en", "Two houses were damaged by mortar fire in the village of Pisky.", "shelling", [], ["village of Pisky"]),
    ("en", "A clinic in Tina was damaged by rockets.", "shelling", [], ["Tina"]),
    ("en", "Shells were fired from the positions of the rebels at Homs.", "shelling", ["rebels"], ["Homs"]),
    ("ru", "Обстрел посёлка Спартак вёлся из миномётов.", "shelling", [], ["посёлка Спартак"]),
    ("ru", "Неоднократному обстрелу из гаубиц подвергся посёлок Весёлое.", "shelling", [], ["посёлок Весёлое"]),
    ("ru", "Дроном ВСУ атакован автобус в Горловке.", "drone", ["ВСУ"], ["Горловке"]),
    ("ru", "Удар по рынку в Токмаке нанесли украинские военные.", "attack", ["украинские военные"], ["Токмаке"]),
    ("ru", "К югу от Кобани подорвалась на мине машина военной полиции.", "explosion", [], ["Кобани"]),
    ("ru", "Дом в селе Хнацах повреждён в результате обстрела.", "shelling", [], ["селе Хнацах"]),
    ("uk", "Обстріл Марганця тривав пів години, стріляли бойовики.", "shelling", ["бойовики"], ["Марганця"]),
    ("uk", "Ракетою «Іскандер» зруйновано склад у Кривому Розі.", "shelling", [], ["Кривому Розі"]),
    ("uk", "Двоє військових підірвалися на міні біля Новотроїцького.", "explosion", [], ["Новотроїцького"]),
    ("es", "Cayó un misil cerca de Homs.", "shelling", [], ["Homs"]),
    ("es", "Se escucharon disparos en la vereda El Plateado.", "small-arms", [], ["vereda El Plateado"]),
    ("pt", "O bombardeio aéreo atingiu a escola no bairro de Al-Daraj.", "airstrike", [], ["bairro de Al-Daraj"]),
    ("es", "La artillería del régimen alcanzó Duma.", "shelling", ["artillería del régimen"], ["Duma"]),
    ("fr", "Un drone israélien a visé Naqoura.", "drone", ["drone israélien"], ["Naqoura"]),
    ("pt", "A artilharia israelita bombardeou Khiam.", "shelling", ["artilharia israelita"], ["Khiam"]),
    ("ar", "قصفت المدفعية الإسرائيلية بلدة الخيام شمال حاصبيا.", "shelling", ["المدفعية الإسرائيلية"], ["بلدة الخيام"]),
    ("fr", "Trois roquettes ont été tirées.", "shelling", [], []),
    ("ar", "توغلت قوة إسرائيلية في بلدة كودنة.", "advance", ["قوة إسرائيلية"], ["بلدة كودنة"]),
    ("ar", "نسف جيش الاحتلال منازل في رفح.", "explosion", ["جيش الاحتلال"], ["رفح"]),
]


@pytest.mark.parametrize(("language", "text", "act", "actors", "places"), TOLD)
def test_an_act_is_told_by_its_traces(language: str, text: str, act: str, actors: list[str], places: list[str]) -> None:
    found = incidents(text, language)[0]
    assert found.act.value == act
    assert ([actor.text for actor in found.actors], [place.text for place in found.places]) == (actors, places)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The town marked the anniversary of the bombing in which the army killed 28."),
        ("uk", "У Києві вшанували пам'ять загиблих під час обстрілу."),
        ("ru", "Мораторий на удары по Киеву действует."),
        ("es", "El Ejército realizó ejercicios de tiro en Tolemaida."),
        ("en", "The army said that prices fell and trade was damaged."),
    ],
)
def test_memory_moratoria_and_exercises_are_no_acts(language: str, text: str) -> None:
    assert incidents(text, language) == []


def test_a_headline_without_anybody_is_told_in_full_below() -> None:
    text = "Обстрелы Южной Осетии продолжились\n\nГрузинские войска стали обстреливать Южную Осетию."
    found = incidents(text, "ru")
    assert [[actor.text for actor in each.actors] for each in found] == [["Грузинские войска"]]


@pytest.mark.parametrize(
    ("language", "text", "actors", "killed"),
    [
        ("ar", "قتل الجيش الإسرائيلي، مساء الجمعة، ثلاثة مواطنين في بلدة فرون.", ["الجيش الإسرائيلي"], 3),
        ("ar", "قتل ثلاثة مواطنين في بلدة فرون.", [], 3),
        ("ru", "Израильские военные застрелили подростка у Наблуса.", ["Израильские военные"], 1),
    ],
)
def test_whoever_killed_may_stand_between_the_verb_and_the_dead(
    language: str, text: str, actors: list[str], killed: int
) -> None:
    [found] = incidents(text, language)
    assert [actor.text for actor in found.actors] == actors
    assert found.killed is not None
    assert found.killed.best == killed


def test_a_number_that_is_written_like_a_month_is_no_date() -> None:
    [found] = incidents("Dez pessoas ficaram feridas num ataque russo em Kharkiv.", "pt")
    assert found.time is None
    assert found.injured is not None
    assert found.injured.best == 10


@pytest.mark.parametrize(
    ("language", "text", "owner"),
    [
        ("en", "Israeli warplanes bombed Yaroun.", "Israeli"),
        ("fr", "Un drone israélien a visé Naqoura.", "israélien"),
        ("es", "Aviones rusos bombardearon Idlib.", "rusos"),
        ("uk", "По Курщині била російська артилерія.", "російська"),
        ("ar", "شن الطيران الحربي الروسي غارات على بلدة كفرنبل.", "الروسي"),
        ("en", "The Golan Brigade's artillery shelled Yaroun.", ""),
    ],
)
def test_arms_are_a_people_s(language: str, text: str, owner: str) -> None:
    assert [each.owner for each in incidents(text, language)[0].actors] == [owner]
