from __future__ import annotations

from tregua.vocabulary.names import take_apart
from tregua.vocabulary.nearness import SAME, held, similarity

NUSRA = take_apart("Nusra Front")


def test_each_word_is_held_as_near_as_the_nearest_of_the_other_name() -> None:
    ours, theirs = held(NUSRA, take_apart("Jabhat al-Nusrah fighters"))
    assert ours == [SAME, SAME]
    assert theirs == [SAME, SAME, 0.0]
    assert held(take_apart("Nusra"), NUSRA) == ([SAME], [SAME, 0.0])


def test_a_name_without_words_holds_none() -> None:
    assert held(NUSRA, take_apart("")) == ([0.0, 0.0], [])
    assert held(take_apart(""), NUSRA) == ([], [0.0, 0.0])


def test_names_are_as_alike_with_what_both_hold_at_hand() -> None:
    other = take_apart("al-Nusra Army")
    assert similarity(NUSRA, other, held(NUSRA, other)) == similarity(NUSRA, other)
