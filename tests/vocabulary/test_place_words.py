from __future__ import annotations

import pytest

from tregua.vocabulary.place_words import QUALIFIERS, PlaceWords, place_words


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("Khan Touman", "khan touman", set()),
        ("near the town of Khan Touman", "khan touman", {"near", "city", "link"}),
        ("ريف إدلب", "ادلب", {"country"}),
        ("محافظة دمشق", "دمشق", {"province"}),
        ("the countryside", "", {"link", "country"}),
    ],
)
def test_a_place_is_parted_from_the_words_beside_it(text: str, name: str, says: set[str]) -> None:
    assert place_words(text) == PlaceWords(name, frozenset(says))


def test_words_are_kept_folded() -> None:
    assert QUALIFIERS["محافظه"] == "province"
