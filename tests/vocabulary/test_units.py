from __future__ import annotations

import pytest

from tregua.vocabulary.units import BREACH, unit_class


@pytest.mark.parametrize(
    "unit", ["breaches", "ceasefire violations", "times", "", "нарушений", "خروقات", "infracciones"]
)
def test_words_for_breaches_are_one_class(unit: str) -> None:
    assert unit_class(unit) == BREACH


def test_other_things_are_counted_apart() -> None:
    assert unit_class("Arrest operations") == "arrest operations"
