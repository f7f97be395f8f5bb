# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose
from __future__ import annotations

import pytest

from tregua.vocabulary.names import GENERIC, NEAR, analyse, fold, same_skeleton, similarity, skeleton


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Jaish al-Fat’h", "jaish al fath"),
        ("  ŞAFAK–Gazetesi ", "safak gazetesi"),
        ("İdlib", "idlib"),
        ("جَبْهَة النُّصرة", "جبهه النصره"),
        ("جیش الاسلام", "جيش الاسلام"),
        ("گروه‌های مسلح", "گروه هاي مسلح"),
        ("١٤ آذار", "14 اذار"),
        ("Ёлка", "елка"),
        ("Aleppo’s south", "aleppo south"),
        ("Ra's al-Ayn", "ras al ayn"),
        ("—", ""),
    ],
)
def test_fold_drops_what_never_tells_names_apart(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Faylagh-o-alSham", "Faylaq al-Sham"),
        ("Noor-0-alDin Zanki", "Nour al-Din al-Zenki"),
        ("Jibhat alShamia", "al-Jabha al-Shamiyya"),
        ("Jund-alAqsa", "Jund al-Aqsa"),
        ("Jaish al-Fat’h", "Jaysh al-Fatah"),
        ("Jaish al-Fath", "Jaysh al-Fateh"),
        ("Army of Islam", "Jaysh al-Islam"),
        ("Khan Touman", "Khan Tuman"),
        ("Lattakia", "Latakia"),
        ("Hemeimim", "Hmeimim"),
        ("Khmeimim", "Hmeimim"),
        ("alNayrab", "al-Nayrab"),
        ("alnayrab", "al-Nayrab"),
        ("F0ua", "Fu'ah"),
        ("احرارالشام", "أحرار الشام"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(printed: str, known: str) -> None:
    assert same_skeleton(analyse(printed), analyse(known))
    assert skeleton(printed) == skeleton(known)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("al-Jabha al-Shamiyya", "al-Jabha al-Islamiyya"),
        ("al-Jabha al-Shamiyya", "Jabhat al-Sham"),
        ("Jabhat al-Islam", "Jaysh al-Islam"),
        ("Ahrar al-Sham", "Faylaq al-Sham"),
        ("Ahrar al-Sham", "Ahrar al-Sharqiya"),
        ("Free Syrian Army", "Syrian Army"),
        ("Khan Tuman", "Khan Assal"),
        ("Homs", "Hama"),
        ("Hama", "Hom"),
        ("US", "UN"),
        ("M23", "M27"),
        ("the front", "the brigade"),
        ("the front", "the forces of the front"),
        ("Nusra", ""),
    ],
)
def test_two_names_stay_two(left: str, right: str) -> None:
    assert not same_skeleton(analyse(left), analyse(right))
    assert similarity(analyse(left), analyse(right)) < NEAR


@pytest.mark.parametrize(
    ("left", "right"),
    [("al-Nusra", "Jabhat al-Nusra"), ("Nusra Front", "Jabhat al-Nusra"), ("Lattaquié", "Latakia"), ("x", "X")],
)
def test_near_spellings_pass_the_line(left: str, right: str) -> None:
    assert similarity(analyse(left), analyse(right)) >= NEAR


def test_one_skeleton_is_not_enough_when_the_printed_names_are_far_apart() -> None:
    left, right = analyse("Tall"), analyse("Tayyeelee")
    assert left.core == right.core
    assert not same_skeleton(left, right)


def test_a_name_of_articles_alone_is_kept_and_acronyms_are_no_articles() -> None:
    assert analyse("al").words == ("al",)
    assert analyse("the US").words == ("us",)
    assert analyse("").words == ()


def test_generic_words_are_told_by_their_meaning() -> None:
    assert GENERIC["jaysh"] == GENERIC["جيش"] == "army"
    assert analyse("Jaysh al-Islam").kinds == {"army"}
