from __future__ import annotations

import pytest

from tregua.vocabulary.meanings import meanings
from tregua.vocabulary.sounds import skeleton


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("army", "army"),
        ("jaish", "army"),
        ("جيش", "army"),
        ("армии", "army"),
        ("ejercito", "army"),
        ("сирииская", "syria"),
        ("syriennes", "syria"),
        ("tanmiya", "development"),
        ("nusra", "support"),
        ("zanki", ""),
        ("ganda", ""),
        ("shabwani", "shabwa"),
        ("farouq", ""),
        ("североатлантическии", "north+atlantic"),
        ("armyofsomethingelse", ""),
        ("filistin", "palestine"),
        ("fransa", "france"),
        ("fronasa", ""),
        ("ايروان", ""),
        ("", ""),
    ],
)
def test_a_word_means_what_the_table_says_by_letters_beginning_or_sounds(word: str, meaning: str) -> None:
    assert meanings().of(word, skeleton(word)) == meaning


def test_no_word_of_the_table_means_two_things() -> None:
    table = meanings()
    said: dict[str, set[str]] = {}
    for meaning, word in table.words():
        said.setdefault(word, set()).add(meaning)
    assert {word: sorted(all_) for word, all_ in said.items() if len(all_) > 1} == {}


def test_what_may_be_left_out_and_short_names_are_told_in_words_of_the_table() -> None:
    table = meanings()
    known = {meaning for meaning, _ in table.words()}
    assert table.loose <= known
    spelled = {word for words in table.short.values() for word in words}
    assert {word for word in spelled if not word.isdigit() and not table.of(word, skeleton(word))} == set()
