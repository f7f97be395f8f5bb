from __future__ import annotations

import pytest

from tregua.vocabulary.names import take_apart
from tregua.vocabulary.telling import tells


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
