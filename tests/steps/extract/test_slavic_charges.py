# ruff: noqa: RUF001 - the languages have letters that look like Latin ones
"""Russian and Ukrainian: the truce named before who broke it, and counts booked to a side."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_slavic_order import incidents, read
from tregua.records.claim import Aid, Blame, Tally

BLAMES = [
    ("uk", "Останніми днями, за даними ЦАХАЛ, угоду неодноразово порушували палестинські терористи.", ["терористи"]),
    ("ru", "За обстрелы, говорится в докладе, несут ответственность боевики.", ["боевики"]),
    ("ru", "Перемирие нарушили у села Мадая, боевиков рядом не было.", []),
]


@pytest.mark.parametrize(("language", "text", "accused"), BLAMES)
def test_who_broke_what_is_named_first(language: str, text: str, accused: list[str]) -> None:
    found = [claim.slots.accused[0].text for claim in read(language, text) if isinstance(claim.slots, Blame)]
    assert [each.split()[-1] for each in found] == accused


def test_a_count_is_booked_to_a_side() -> None:
    text = "За российскими войсками записано 34 нарушения перемирия: 18 в Идлибе и 16 в Алеппо."
    told = [claim.slots for claim in read("ru", text) if isinstance(claim.slots, Tally)]
    assert [(each.count, each.accused[0].text if each.accused else "") for each in told] == [
        (34, "российскими войсками"),
        (18, "российскими войсками"),
        (16, "российскими войсками"),
    ]


def test_military_posts_do_not_act() -> None:
    (told,) = incidents("ru", "Военные позиции у села Мадая обстреляли из миномётов.")
    assert not told.actors


def test_aid_that_was_stopped() -> None:
    claims = read("uk", "Після обстрілу Ізраїль ненадовго зупинив допомогу Газі.")
    assert [claim.slots.status for claim in claims if isinstance(claim.slots, Aid)] == ["blocked"]
