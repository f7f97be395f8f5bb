from __future__ import annotations

import pytest

from tregua.vocabulary.place_words import PlaceWords, nested, place_meanings, place_words, readings

_LINKS = {"of", "within", "link"}


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("Khan Touman", "khan touman", set()),
        ("near the town of Khan Touman", "khan touman", {"near", "city"}),
        ("ريف إدلب", "ادلب", {"country"}),
        ("محافظة دمشق", "دمشق", {"province"}),
        ("the countryside", "", {"country"}),
        ("в районе Хан-Тумана", "хан тумана", {"district"}),
        ("околиці міста Бахмут", "бахмут", {"near", "city"}),
        ("El Beyda köyü çevresinde", "beyda", {"village", "near"}),
        ("la localidad de Tal Rifat", "tal rifat", {"city"}),
        ("les environs d'Alep", "alep", {"near"}),
        ("arredores de Palma", "palma", {"near"}),
        ("روستای کفریا", "كفريا", {"village"}),
        ("البلدة القديمة", "القديمه", {"city"}),
        ("the Mediterranean Sea", "mediterranean sea", {"sea"}),
        ("lisière de la frontière", "lisiere frontiere", {"line"}),
    ],
)
def test_a_place_is_parted_from_the_words_beside_it(text: str, name: str, says: set[str]) -> None:
    found = place_words(text)
    assert found.name == name
    assert set(found.says - _LINKS) == says


def test_a_side_may_be_part_of_the_name() -> None:
    assert place_words("Eastern Ghouta district") == PlaceWords(
        "ghouta", frozenset({"side", "district"}), "eastern ghouta", "ghouta"
    )
    assert place_words("the east").sided == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Khan Touman", ("Khan Touman",)),
        ("Kobane/Ayn al Arab town", ("Kobane/Ayn al Arab town", "Kobane", "Ayn al Arab town")),
        ("Khuwayn (Tell Khuwayn)", ("Khuwayn (Tell Khuwayn)", "Khuwayn", "Tell Khuwayn")),
        ("Tall Tawil (Tall Tamr area) village", ("Tall Tawil (Tall Tamr area) village", "Tall Tawil village")),
        ("Harasta (near Douma)", ("Harasta (near Douma)", "Harasta")),
        ("Harasta (north)", ("Harasta (north)", "Harasta")),
        ("26/2", ("26/2",)),
    ],
)
def test_the_names_that_a_printed_place_holds(text: str, names: tuple[str, ...]) -> None:
    assert readings(text) == names


def test_words_are_looked_up_folded_and_by_their_beginning() -> None:
    assert place_meanings().kind("محافظه") == place_meanings().kind("областью") == "province"
    assert place_meanings().part("الجسر") == place_meanings().part("мостами") == "bridge"
    assert place_meanings().part("touman") == ""
    assert "bridge" in place_meanings().sites


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("Kurdish neighborhood of Sheikh Maqsoud", "neighborhood Sheikh Maqsoud", ""),
        ("Kurdish quarter of Sheikh Maqsoud in Aleppo", "quarter Sheikh Maqsoud", "Aleppo"),
        ("Sheikh Maqsood district of Aleppo", "Sheikh Maqsood district", "Aleppo"),
        ("حي الشيخ مقصود في حلب", "حي الشيخ مقصود", "حلب"),
        ("quartier kurde de Cheikh Maqsoud à Alep", "quartier Cheikh Maqsoud", "Alep"),
        ("barrio de Sheij Maqsud en Alepo", "barrio Sheij Maqsud", "Alepo"),
        ("курдский квартал Шейх-Максуд в Алеппо", "квартал Шейх-Максуд", "Алеппо"),
        ("Halep'in Maksud mahallesi", "Maksud mahallesi", "Halep"),
        ("Khan Touman in the southern countryside of Aleppo", "Khan Touman", "the southern countryside of Aleppo"),
        ("north of Aleppo", "north of Aleppo", ""),
        ("Port of Tartus", "Port of Tartus", ""),
        ("Khan Touman", "Khan Touman", ""),
    ],
)
def test_a_place_within_another_is_parted_from_it(text: str, narrow: str, wide: str) -> None:
    assert nested(text) == (narrow, wide)
