# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose
from __future__ import annotations

import pytest

from tregua.vocabulary.names import take_apart
from tregua.vocabulary.telling import is_part, loosely, tells


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("al-Nusra militants", "Jabhat al-Nusra"),
        ("пешмерга", "Peshmerga"),
        ("talibans", "Taliban"),
        ("Al-Qaeda organisation", "al-Qaeda"),
        ("Border Command", "Comandos de la Frontera"),
        ("украинских силовиков", "украинские силовики"),
        ("2nd Corps", "2-й корпус"),
        ("Islamic Movement of Afghanistan", "حركت اسلامي افغانستان"),
        ("United Nations mission in Iraq", "United Nations Assistance Mission for Iraq"),
        ("Popular Forces", "القوات الشعبية"),
    ],
)
def test_names_with_enough_in_common_may_be_one(printed: str, known: str) -> None:
    assert tells(take_apart(printed), take_apart(known))


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("People", "Popular Forces"),
        ("car", "Cairo"),
        ("مسيرة", "Misr"),
        ("عامل", "أمل"),
        ("Air", "Ukrainian Air Force"),
        ("the League", "Asa'ib"),
        ("agreed", "al-Akrad"),
        ("Israeli soldiers", "Israel"),
        ("10", "10th Front"),
        ("warplanes", "coalition warplanes"),
        ("South Sudan Liberation Movement", "Sudan Liberation Movement"),
        ("Popular Liberation Front", "Popular Liberation Army"),
        ("Jerusalem Brigade", "Jerusalem Force"),
        ("and", "but"),
    ],
)
def test_names_that_share_what_many_have_are_two(printed: str, known: str) -> None:
    assert not tells(take_apart(printed), take_apart(known))


def test_two_common_words_are_enough_without_the_kind_of_body_where_one_of_them_is_rare() -> None:
    falcons, brigade = take_apart("Suqour al-Shamal"), take_apart("Liwa Suqour al-Shamal")
    assert not tells(falcons, brigade)
    assert tells(falcons, brigade, "=hawks".__eq__)
    assert tells(take_apart("North Falcons Battalion"), brigade)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M23", "M23 - Runiga faction"),
        ("Sudan Liberation Movement/Army - Minni Minawi faction", "Sudan Liberation Movement"),
        ("Reformed Nduma Defence of Congo", "Nduma Defence of Congo"),
        ("IRA", "Real IRA"),
    ],
)
def test_a_faction_or_an_heir_is_not_the_body_it_left(one: str, other: str) -> None:
    assert is_part(take_apart(one), take_apart(other))
    assert not tells(take_apart(one), take_apart(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hezb-e Islami - Hekmatyar faction", "حزب اسلامی حکمتیار"),
        ("SLM-Tambour", "Sudan Liberation Movement - Mustafa Tambour faction"),
        ("Anti-balaka - Mokom wing", "Anti-balaka (Mokom)"),
        ("Jubba Valley Alliance", "Jubba Valley Alliance"),
    ],
)
def test_a_faction_is_told_by_its_own_name(one: str, other: str) -> None:
    assert not is_part(take_apart(one), take_apart(other))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Thai air force", "Royal Thai Air Force", True),
        ("Islamic Movement of Afghanistan", "National Islamic Movement of Afghanistan", False),
        ("Rally of Democratic Forces", "Rally of Democratic Forces of Guinea", False),
        (
            "Popular Front for the Liberation of Palestine",
            "Popular Front for the Liberation of Palestine – General Command",
            False,
        ),
        ("Boko Haram", "Boko Haram in Nigeria", True),
        ("Supporters of Bashar al-Assad", "Supporters of al-Assad", True),
        ("Bashar Shukri Front", "Shukri Front", True),
        ("Supporters of al-Assad", "Supporters of Bashar Shukri", False),
        ("Bashar Shukri", "Maher Shukri", False),
    ],
)
def test_what_may_be_left_out_of_a_name_rests_on_what_is_shared(one: str, other: str, *, alike: bool) -> None:
    assert bool(loosely(take_apart(one), take_apart(other))) is alike


def test_names_of_two_kinds_of_body_differ_by_more_than_words_that_may_be_left_out() -> None:
    assert not loosely(take_apart("Nusra Army"), take_apart("Nusra Front"))
