from __future__ import annotations

import pytest

from tregua.vocabulary.struck import is_but_a_place, is_civilian


@pytest.mark.parametrize(
    "text",
    [
        "women", "al-Quds hospital", "a crowded outdoor market", "residential quarters", "المدنيين", "منازل الأهالي",
        "مدرسة الحي", "мирных жителей", "жилые дома", "житлові будинки", "viviendas", "les civils", "uma escola",
        "evler", "غیرنظامیان",
    ],
)  # fmt: skip
def test_words_for_civilians_and_what_is_theirs(text: str) -> None:
    assert is_civilian(text)


@pytest.mark.parametrize(
    "text",
    ["people", "men", "military hospital", "an army position in a school", "نقاط عسكرية", "позиции", "soldados", ""],
)
def test_what_may_be_fighters_is_left_open(text: str) -> None:
    assert not is_civilian(text)


@pytest.mark.parametrize(
    ("text", "but_a_place"),
    [
        ("the town", True),
        ("northern neighbourhoods", True),
        ("المدينة", True),
        ("town of Bala", False),
        ("posts", False),
    ],
)
def test_a_word_for_a_place_says_where_and_not_whom(text: str, but_a_place: bool) -> None:  # noqa: FBT001
    assert is_but_a_place(text) is but_a_place
