# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Counts of a period beside those of another, in all languages; counts of acts that are none of breaches."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import counts, document, incidents, tallies, window
from tregua.records.claim import Tally
from tregua.steps.extract import Context, extract, load_pack

Counted = list[tuple[int, tuple[str, str] | None]]
WEEK, BEFORE = ("2021-05-18", "2021-05-25"), ("2021-05-11", "2021-05-18")


def counted(language: str, text: str) -> list[Tally]:
    pack = load_pack(language)
    assert pack is not None
    claims, _ = extract(document(text, published="2021-05-25"), pack, Context(zone=dt.UTC))
    return [claim.slots for claim in claims if isinstance(claim.slots, Tally)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Between 18 and 24 May the mission recorded 312 ceasefire violations, compared with 350 a week earlier.",
        ),
        (
            "en",
            "From 18 to 24 May it noted 312 violations. In the previous period it recorded 350 violations.",
        ),
        (
            "fr",
            "Entre le 18 et le 24 mai, elle a recensé 312 violations de la trêve, contre 350 la semaine précédente.",
        ),
        (
            "es",
            "Entre el 18 y el 24 de mayo hubo 312 violaciones de la tregua, frente a 350 la semana anterior.",
        ),
        ("pt", "Entre 18 e 24 de maio, a missão registrou 312 violações da trégua, contra 350 na semana anterior."),
        ("ru", "С 18 по 24 мая зафиксировано 312 нарушений режима прекращения огня против 350 неделей ранее."),
        ("uk", "За минулий тиждень місія зафіксувала 312 порушень режиму тиші проти 350 попереднього тижня."),
        ("ar", "خلال الأسبوع الماضي رصدت البعثة 312 انتهاكا للهدنة، مقابل 350 في الأسبوع الذي سبقه."),
    ],
)
def test_a_count_of_the_period_before(language: str, text: str) -> None:
    assert [(one.count, window(one)) for one in counted(language, text)] == [(312, WEEK), (350, BEFORE)]


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        (
            "en",
            "From January to March there were 312 violations, up from 350 in the same period last year.",
            3,
        ),
        ("en", "In the first half of 2021 there were 312 violations; in the same period of 2020 there were 350.", 6),
        (
            "fr",
            "Au premier trimestre 2021, 312 violations de la trêve, contre 350 à la même période de l'année dernière.",
            3,
        ),
        (
            "ru",
            "В первом квартале 2021 года зафиксировано 312 нарушений, за аналогичный период прошлого года – 350.",
            3,
        ),
        (
            "ar",
            "في النصف الأول من عام 2021 سجلت اللجنة 312 خرقا للهدنة، مقارنة بـ 350 في الفترة نفسها من العام الماضي.",
            6,
        ),
    ],
)
def test_a_count_of_the_same_part_of_another_year(language: str, text: str, months: int) -> None:
    spans = [(f"{year}-01-01", f"{year}-{months + 1:02}-01") for year in (2021, 2020)]
    assert [(one.count, window(one)) for one in counted(language, text)] == [(312, spans[0]), (350, spans[1])]


def test_a_period_compared_with_one_that_is_not_known() -> None:
    found = tallies(
        "The mission recorded 312 ceasefire violations, compared with 350 in the previous reporting period."
    )
    assert [(one.count, window(one)) for one in found] == [(312, None), (350, None)]
    text = "From 1 May 2021 to 3 May 2021 there were 12 violations, up from 9 in the same period last year."
    assert [window(one) for one in tallies(text, published=None)] == [("2021-05-01", "2021-05-04"), None]
    (open_ended,) = tallies("Until 3 May and in the same months of 2015 the army broke the truce 12 times.")
    assert window(open_ended) == ("2015-01-01", "2016-01-01")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "С пятницы по воскресенье ВСУ 45 раз нарушили режим прекращения огня."),
        ("uk", "З п'ятниці по неділю бойовики 45 разів порушили режим тиші."),
        ("ar", "من الجمعة إلى الأحد ارتكبت مليشيا الحوثي 45 خرقا للهدنة."),
        ("fr", "De vendredi à dimanche, les rebelles ont violé la trêve 45 fois."),
        ("es", "De viernes a domingo el ELN violó la tregua 45 veces."),
        ("pt", "De sexta-feira a domingo, os separatistas violaram a trégua 45 vezes."),
    ],
)
def test_from_weekday_to_weekday(language: str, text: str) -> None:
    assert [window(one) for one in counted(language, text)] == [("2021-05-21", "2021-05-24")]


def test_blasts_heard_are_those_of_the_attack_told_before() -> None:
    attack = "Rockets struck the embassy quarter."
    assert counts(f"{attack} Close to ten blasts were heard.") == []
    assert len(incidents(f"{attack} Close to ten blasts were heard.")) == 1
    assert counts(f"{attack} Close to ten blasts were heard on Sunday.") == [10]


def test_acts_so_many_times_in_a_period_are_counted() -> None:
    assert counts("Militants shelled government positions seven times in a day in Idlib.") == [7]
    assert counts("Militants shelled government positions seven times in Idlib.") == []


def test_whoever_acts_by_a_preposition_does_not_speak() -> None:
    (one,) = counted("uk", "З боку російсько-окупаційних військ зафіксовано 9 порушень режиму припинення вогню.")
    assert [who.text for who in one.accused] == ["російсько-окупаційних військ"]


def test_a_list_with_dashes_parts_the_count_before_it() -> None:
    found = counted("ru", "Зафиксировано 14 нарушений: в провинциях Алеппо – 6, Идлиб – 5, Латакия – 3.")
    assert [(one.count, len(one.area)) for one in found] == [(14, 3), (6, 1), (5, 1), (3, 1)]


def test_times_that_a_collective_number_gives() -> None:
    assert [one.count for one in counted("fr", "Les rebelles ont violé la trêve une douzaine de fois lundi.")] == [12]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Зафіксовано вісім порушень режиму тиші. Три з них сталися біля Авдіївки."),
        ("ru", "Зафиксировано восемь нарушений режима тишины. Три из них произошли у Авдеевки."),
        ("es", "La misión registró ocho violaciones de la tregua. Tres de ellas fueron aéreas."),
        ("fr", "La mission a recensé huit violations de la trêve. Trois d'entre elles étaient aériennes."),
        ("pt", "A missão registrou oito violações da trégua. Três delas foram aéreas."),
    ],
)
def test_so_many_of_them(language: str, text: str) -> None:
    assert [one.count for one in counted(language, text)] == [8, 3]
