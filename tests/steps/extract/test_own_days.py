# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""The day a text is told on where it came out later, and the windows and counts that are told from it."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_count_windows import dated, read
from tests.steps.extract.texts import window

TODAY, MONDAY, SUNDAY = ("2021-05-25", "2021-05-26"), ("2021-05-24", "2021-05-25"), ("2021-05-23", "2021-05-24")


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("ar", "رُصد 31 خرقاً لوقف إطلاق النار اليوم الإثنين في حماة.", MONDAY),
        ("ar", "ارتكبت المليشيات أمس الأحد 31 خرقاً للهدنة في تعز.", SUNDAY),
        ("fr", "Les observateurs ont relevé 31 violations de la trêve hier dimanche.", SUNDAY),
        ("ru", "Сегодня, в понедельник, зафиксировано 31 нарушение перемирия.", MONDAY),
        ("uk", "Сьогодні, 24 травня, зафіксовано 31 порушення режиму тиші.", MONDAY),
        ("en", "KYIV, May 24 - Yesterday the army broke the ceasefire 31 times.", SUNDAY),
        ("en", "Yesterday, 23 May, the army broke the ceasefire 31 times.", SUNDAY),
        ("en", "GORNO, February 31 - Today the army broke the ceasefire 31 times.", TODAY),
    ],
)
def test_today_is_the_day_that_the_text_names_beside_it(language: str, text: str, when: tuple[str, str]) -> None:
    assert dated(language, text) == [(31, when)]


def test_what_a_window_is_counted_from_is_said() -> None:
    [tally] = read("en", "KYIV, May 24 - In the past 24 hours the army broke the ceasefire 31 times.")
    assert tally.window is not None
    assert (window(tally), tally.window.anchor) == (SUNDAY, "day of the text 2021-05-24")


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "On Monday the army said it had recorded 31 violations of the truce in the last 24 hours.", SUNDAY),
        ("uk", "За минулу добу, повідомили у штабі в понеділок, зафіксовано 31 порушення режиму тиші.", SUNDAY),
        ("en", "On 3 May the army said it had recorded 31 violations of the truce in the last 24 hours.", MONDAY),
    ],
)
def test_hours_are_counted_back_from_the_day_on_which_they_were_told(
    language: str, text: str, when: tuple[str, str]
) -> None:
    assert dated(language, text) == [(31, when)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since the truce came into force at midnight on Monday, 10 May, 31 violations were recorded."),
        ("ar", "بلغت الخروقات منذ سريان الهدنة منتصف ليل الإثنين 10 أيار 31 خرقاً."),
        ("ru", "С момента вступления перемирия в силу в полночь 10 мая зафиксировано 31 нарушение."),
    ],
)
def test_the_day_behind_the_start_of_a_truce_is_that_of_the_start(language: str, text: str) -> None:
    [tally] = read(language, text)
    assert window(tally) == ("2021-05-10", "2021-05-25")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the past day there were 12 in Aleppo and nine violations in Idlib."),
        ("tr", "Son 24 saatte Halep'te 12, İdlib'de 9 ateşkes ihlali oldu."),
        ("es", "En 24 horas hubo en Alepo 12 y en Idlib 9 violaciones de la tregua."),
        ("ar", "خلال 24 ساعة سُجل في حلب 12 وفي إدلب 9 خروقات."),
        ("ru", "За сутки в Алеппо зафиксировано 12, в Идлибе - 9 нарушений перемирия."),
    ],
)
def test_what_is_counted_may_be_named_with_the_last_of_several_places(language: str, text: str) -> None:
    found = read(language, text)
    assert [(one.count, len(one.area)) for one in found] == [(12, 1), (9, 1)]
    assert len({one.area[0].text for one in found}) == len(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve violations were recorded on 23 May and 19 on 24 May."),
        ("en", "Last week 12 violations were recorded, but in the three days before 19 violations were recorded."),
        ("es", "El 23 de mayo se registraron 12 violaciones de la tregua y el 24 de mayo, 19."),
        ("pt", "A trégua foi violada 12 vezes no dia 23 de maio; no dia 24 de maio houve 19 violações."),
        ("ru", "В первый день перемирия зафиксировано 12 нарушений, во второй - 19."),
        ("uk", "У перший день перемир'я зафіксовано 12 порушень, на другий - 19."),
        ("fr", "Douze violations ont été constatées le premier jour de la trêve et 19 le deuxième."),
        ("es", "Se registraron doce violaciones el primer día de la tregua y 19 el segundo."),
        ("pt", "Houve doze violações no primeiro dia da trégua e 19 no segundo."),
    ],
)
def test_each_of_two_days_has_its_count(language: str, text: str) -> None:
    assert [count for count, _ in dated(language, text)] == [12, 19]


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "As of 6 p.m. on Monday, 31 violations had been recorded.", MONDAY),
        ("uk", "Станом на 18:00 сьогодні, 25 травня, зафіксовано 31 порушення режиму тиші.", TODAY),
        ("ru", "По состоянию на 18:00 24 мая зафиксировано 31 нарушение перемирия.", MONDAY),
        ("uk", "Протягом поточної доби зафіксовано 31 порушення режиму тиші.", TODAY),
        ("fa", "در سه روز گذشته ۳۱ مورد نقض آتش‌بس ثبت شد.", ("2021-05-22", "2021-05-25")),
        ("tr", "Mayıs ayında 31 ateşkes ihlali kaydedildi.", ("2021-05-01", "2021-06-01")),
        ("pt", "No espaço de um dia registaram-se 31 violações da trégua.", MONDAY),
        ("es", "La misión registró 31 violaciones del cese durante la semana.", ("2021-05-18", "2021-05-25")),
        ("fr", "La mission a recensé 31 violations de la trêve durant la semaine.", ("2021-05-18", "2021-05-25")),
    ],
)
def test_windows_of_hours_days_and_weeks(language: str, text: str, when: tuple[str, str]) -> None:
    assert dated(language, text) == [(31, when)]


def test_a_count_behind_a_dated_act_is_of_its_day() -> None:
    text = "On 20 May shells hit Gorno. Twelve violations of the ceasefire were recorded there."
    assert dated("en", text) == [(12, ("2021-05-20", "2021-05-21"))]
    apart = "On 20 May shells hit Gorno.\n\nTwelve violations of the ceasefire were recorded there."
    assert dated("en", apart) == [(12, None)]
