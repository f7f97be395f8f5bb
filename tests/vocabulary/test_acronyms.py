# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose
from __future__ import annotations

import pytest

from tregua.vocabulary.acronyms import initials, is_acronym, spelled_by


@pytest.mark.parametrize("text", ["SDF", "UNMISS", "ВСУ", "AUSSoM", "قسد", "צה״ל"])
def test_an_acronym_looks_like_one(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Hamas", "the SDF", "", "123", "SYRIANARMYCORPS", "A", "الشامية"])
def test_other_words_do_not(text: str) -> None:
    assert not is_acronym(text)


def test_initials_are_made_with_links_and_without() -> None:
    assert initials("united nations interim force in lebanon") == {"unifil", "unifl"}
    assert initials("jaysh al islam") == {"jai", "ji"}
    assert initials("hamas") == frozenset()


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("unmiss", "united nations mission in south sudan"),
        ("minusma", "mission integree des nations unies pour la stabilisation au mali"),
        ("sadc", "southern african development community"),
        ("pflp", "popular front for the liberation of palestine"),
    ],
)
def test_an_acronym_is_spelled_by_beginnings_of_words(acronym: str, name: str) -> None:
    assert spelled_by(acronym).fullmatch(name)


@pytest.mark.parametrize(("acronym", "name"), [("unmiss", "united nations"), ("sdf", "free syrian army")])
def test_and_by_nothing_else(acronym: str, name: str) -> None:
    assert not spelled_by(acronym).fullmatch(name)
