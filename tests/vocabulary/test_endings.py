# ruff: noqa: RUF001 - letters of two alphabets stand here on purpose
from __future__ import annotations

import pytest

from tregua.vocabulary.endings import bases
from tregua.vocabulary.folding import fold


@pytest.mark.parametrize(
    ("printed", "base"),
    [
        ("Авдеевкой", "Авдеевка"),
        ("Мар'їнці", "Мар'їнка"),
        ("Донецком", "Донецк"),
        ("Бахмута", "Бахмут"),
        ("Песок", "Пески"),
        ("Рубежного", "Рубежное"),
        ("Попасної", "Попасна"),
        ("Харкова", "Харків"),
        ("Києвом", "Київ"),
        ("Никополем", "Никополь"),
        ("Запоріжжям", "Запоріжжя"),
        ("Великой Новоселкой", "Великая Новоселка"),
        ("Часовом Яру", "Часов Яр"),
        ("Пальмирой", "Пальмира"),
    ],
)
def test_a_name_in_another_case_is_led_back_to_itself(printed: str, base: str) -> None:
    assert fold(base) in bases(printed)


@pytest.mark.parametrize("name", ["Aleppo", "حلب", "", "Широкино"])
def test_what_has_no_such_ending_is_left_as_it_is(name: str) -> None:
    assert bases(name) == ()
