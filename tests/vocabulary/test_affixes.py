from __future__ import annotations

import pytest

from tregua.vocabulary.affixes import parted, unbound


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("salahuddin", "salah din"),
        ("izzeddine", "izz din"),
        ("салахуддин", "салах din"),
        ("din", "din"),
        ("احرارالشام", "احرار شام"),
        ("نورالدين", "نور دين"),
        ("جوبالاند", "جوبالاند"),
        ("جيش", "جيش"),
    ],
)
def test_words_written_in_one_are_parted_where_one_of_them_is_known(word: str, words: str) -> None:
    assert parted(word) == words


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("eddine", ["dine"]),
        ("waljamaa", ["jamaa"]),
        ("hizbul", ["hizb"]),
        ("ansaroul", ["ansar"]),
        ("front", []),
        ("والجماعه", ["جماعه", "الجماعه"]),
        ("የአማራ", ["አማራ"]),
        ("لاجل", []),
    ],
)
def test_what_is_bound_to_a_word_is_taken_off(word: str, rest: list[str]) -> None:
    assert list(unbound(word)) == rest
