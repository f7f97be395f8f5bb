# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose
from __future__ import annotations

import pytest

from tregua.vocabulary.folding import fold
from tregua.vocabulary.names import analyse
from tregua.vocabulary.nearness import NEAR, same_name, similarity


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
def test_spellings_of_one_name_are_one_name(printed: str, known: str) -> None:
    assert same_name(analyse(printed), analyse(known))


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
    assert not same_name(analyse(left), analyse(right))
    assert similarity(analyse(left), analyse(right)) < NEAR


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("al-Nusra", "Jabhat al-Nusra"),
        ("Nusra Front", "Jabhat al-Nusra"),
        ("Lattaquié", "Latakia"),
        ("x", "X"),
        ("Zintang", "Zintan"),
    ],
)
def test_near_spellings_pass_the_line(left: str, right: str) -> None:
    assert similarity(analyse(left), analyse(right)) >= NEAR


def test_one_skeleton_is_not_enough_when_the_printed_names_are_far_apart() -> None:
    left, right = analyse("Tall"), analyse("Tayyeelee")
    assert left.core == right.core
    assert not same_name(left, right)


def test_a_name_of_articles_alone_is_kept_and_acronyms_are_no_articles() -> None:
    assert analyse("al").words == ("al",)
    assert analyse("the US").words == ("=united",)
    assert analyse("").words == ()


def test_kinds_of_body_are_told_by_their_meaning() -> None:
    assert analyse("Jaysh al-Islam").bodies == analyse("جيش الإسلام").bodies == {"army"}


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("فيلق الشام", "Faylaq al-Sham"),
        ("Файлак аш-Шам", "Faylaq al-Sham"),
        ("Sham Legion", "Faylaq al-Sham"),
        ("نور الدين الزنكي", "Nour al-Din al-Zenki"),
        ("جند الأقصى", "Jund-alAqsa"),
        ("Джебхат ан-Нусра", "Jabhat al-Nusra"),
        ("الجبهة الشامية", "al-Jabha al-Shamiyya"),
        ("قوات سوريا الديمقراطية", "Syrian Democratic Forces"),
        ("Вооружённые силы Украины", "Armed Forces of Ukraine"),
        ("وحدات حماية الشعب", "People's Protection Units"),
        ("Coalition du peuple pour l’Azawad", "Coalition of the People for Azawad"),
        ("4-я дивизия", "Fourth Division"),
        ("Forces armées de la Centrafrique", "Central African Armed Forces"),
        ("حميميم", "Хмеймим"),
        ("Джейш аль-Изза", "Jaysh al-Izza"),
        ("Лива Абу Фадль аль-Аббас", "Liwa Abu Fadl al-Abbas"),
        ("كتائب عبد الله عزام", "Abdullah Azzam Brigades"),
        ("Abdulwahid faction", "Abd al-Wahid faction"),
        ("Абдель Вахид", "Abdulwahid"),
        ("पाकिस्तान लिबरेशन फ्रंट", "Pakistan Liberation Front"),
        ("الأسايش", "Asayish"),
        ("Жуковского", "Жуковский"),
        ("ישראל", "Israel"),
        ("Катаиб", "الكتائب"),
        ("State Administrative Council", "State Administration Council"),
        ("كتائب الإمام علي", "Kataib al-Imam Ali"),
        ("Клан дель Гольфо", "Clan del Golfo"),
        ("لواء السيدة رقية", "Liwa al-Sayyida Ruqayya"),
        ("Hizbul Mujahideen", "Hizb-ul-Mujahideen"),
        ("Jabhat al-Asala wal-Tanmiya", "Jabhat al-Asala wa al-Tanmiya"),
        ("VI Corps", "الفيلق السادس"),
        ("6-й корпус", "Sixth Corps"),
        ("Harakat-i Islami-yi Afghanistan", "حرکت اسلامی افغانستان"),
    ],
)
def test_names_find_each_other_across_scripts_and_languages(printed: str, known: str) -> None:
    assert similarity(analyse(printed), analyse(known)) >= NEAR


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("الجبهة الشامية", "الجبهة الإسلامية"),
        ("Джебхат аш-Шамия", "الجبهة الإسلامية"),
        ("1st Coastal Division", "2nd Coastal Division"),
        ("Норвегия", "الأردن"),
        ("South Sudan", "Sudan"),
        ("Ukrainian rebel army", "Ukrainian army"),
        ("the committee", "الحركة"),
        ("Harkat-ul-Mujahideen", "Tehreek-ul-Mujahideen"),
        ("Лива аль-Кудс", "Saraya al-Quds"),
        ("Karen Army", "Karenni Army"),
        ("Mutomboki", "Marquetalia"),
        ("Хаджараи", "Ґуаранда"),
        ("Haraka", "movement"),
        ("Abd", "Abdullah"),
    ],
)
def test_two_names_stay_two_across_scripts(left: str, right: str) -> None:
    assert similarity(analyse(left), analyse(right)) < NEAR


def test_words_of_one_thing_are_one_word_and_compounds_are_parted() -> None:
    assert analyse("Centrafrique").words == ("=central", "=africa")
    assert analyse("14 mars").words == analyse("14th mars").words
    assert analyse("Fourth Division").numbers == analyse("الفرقة 4").numbers == {"4"}
    assert analyse("حركة لتحرير السودان").words == analyse("Sudan liberation").words[::-1]
    assert analyse("ь").parts == ()
