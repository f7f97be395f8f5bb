from __future__ import annotations

import pytest

from tregua.vocabulary.letters import apart, likeness


@pytest.mark.parametrize(
    ("word", "right", "others"),
    [
        ("جمال", "gamal", ("kamal", "jamila", "hamal")),
        ("الكسندر", "alexander", ("alessandro", "iskandar")),
        ("تشرشل", "churchill", ("tarshish", "torsello")),
        ("بوش", "bush", ("busch-x", "bashir", "wash")),
        ("فيكتور", "victor", ("fakhour", "pikatur")),
        ("شوبان", "chaubane", ("sabanci", "shibin")),
        ("хмеимим", "hmeimim", ("khomeini", "hammam")),
        ("джоуль", "joule", ("julia", "gul")),
        ("ירושלימ", "yerushalaim", ("rishlim", "yasser")),
    ],
)
def test_the_right_spelling_is_nearer_than_others(word: str, right: str, others: tuple[str, ...]) -> None:
    assert apart(word, right) < min(apart(word, other) for other in others)


def test_a_usual_way_to_write_a_word_costs_nothing_and_another_word_much() -> None:
    assert apart("كاف", "kaf") == 0
    assert apart("حمص", "hamburg") > 0.3
    assert apart("თბილისი", "tbilisi") == 1
    assert apart("حمص", "") == 1


def test_doubled_and_mute_letters_cost_little() -> None:
    assert 0 < apart("محمد", "mohammad") < apart("محمد", "mohakmad")
    assert apart("نور", "nourh") < apart("نور", "nourk")
    assert apart("نور", "nours") < apart("نور", "nourk")


@pytest.mark.parametrize(
    ("one", "other"), [("جيش", "jaish"), ("jaish", "جيش"), ("jaysh", "jaish"), ("جيش", "джеиш"), ("თბილისი", "tbilisi")]
)
def test_spellings_of_one_word_are_alike_whichever_way_they_are_compared(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.6
    assert likeness(one, other) == likeness(other, one)
