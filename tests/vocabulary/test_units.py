from __future__ import annotations

import pytest

from tregua.vocabulary.units import BREACH, a_day_back, unit_class


@pytest.mark.parametrize(
    "unit", ["breaches", "ceasefire violations", "times", "", "нарушений", "خروقات", "infracciones"]
)
def test_words_for_breaches_are_one_class(unit: str) -> None:
    assert unit_class(unit) == BREACH


def test_other_things_are_counted_apart() -> None:
    assert unit_class("Arrest operations") == "arrest operations"


@pytest.mark.parametrize("words", ["over the day", "in the past day", "за сутки", "خلال يوم"])
def test_a_measured_day_is_told_from_a_named_one(words: str) -> None:
    assert a_day_back(words)


@pytest.mark.parametrize("words", ["yesterday", "on Sunday", "يوم الاثنين", ""])
def test_a_named_day_is_no_measure(words: str) -> None:
    assert not a_day_back(words)
