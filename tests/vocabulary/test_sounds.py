from __future__ import annotations

import pytest

from tregua.vocabulary.sounds import also_heard, also_written, romanise, script_of, skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("hmeimim", "khmeimim", "hemeimeem", "حميميم", "хмеимим"),
        ("shamiyya", "shamia", "شاميه", "шамия"),
        ("jaysh", "jaish", "djaych", "جيش", "джеиш"),
        ("fath", "fatah", "fateh", "فتح"),
        ("donetsk", "донецк", "донецьк"),
        ("f0ua", "fu'ah".replace("'", ""), "fouaa"),
        ("qunaytira", "kuneitra", "quneytira"),
        ("houthis", "houthi", "huthi"),
        ("tehran", "طهران"),
        ("sheikh", "شيخ", "шеих"),
    ],
)
def test_spellings_of_one_word_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(word) for word in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("hama", "homs"), ("sham", "shamiyya"), ("islamiyya", "shamiyya"), ("aleppo", "leppo")]
)
def test_two_words_have_two_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_numbers_are_kept_and_signs_without_a_sound_leave_nothing() -> None:
    assert skeleton("23") == "23"
    assert skeleton("") == ""
    assert skeleton("ь") == ""
    assert skeleton("h") == "h"


@pytest.mark.parametrize(
    ("word", "latin", "script"),
    [
        ("homs", "homs", "latin"),
        ("حمص", "hms", "arabic"),
        ("хомс", "khoms", "cyrillic"),
        ("חומס", "hwms", "hebrew"),
        ("თბილისი", "tbilisi", "other"),
    ],
)
def test_words_of_any_script_are_romanised(word: str, latin: str, script: str) -> None:
    assert romanise(word) == latin
    assert script_of(word) == script


def test_a_letter_that_is_heard_in_two_ways_gives_two_skeletons() -> None:
    assert also_heard("liwa") == []
    assert also_heard("лива") == [skeleton("liwa")]
    assert skeleton("gamal") in also_heard("جمال")
    assert skeleton("जममू") == skeleton("jammu")


@pytest.mark.parametrize(
    ("one", "other"), [("ngumino", "gumino"), ("tihama", "tiama"), ("nyaturas", "nyatura"), ("izo", "iso")]
)
def test_what_some_writers_do_not_hear_is_left_out(one: str, other: str) -> None:
    assert also_written(one)[skeleton(other)] == other
