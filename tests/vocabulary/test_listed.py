from __future__ import annotations

import datetime as dt

import pytest

from tregua.vocabulary.listed import Listed, ListedNames, Sought

PLACES = ListedNames(
    [
        Listed(id="a", names=("ALEPPO : Kafr Nabl",), admin1="Aleppo Governorate", country="SY"),
        Listed(id="i", names=("Kafr Nabl", "كفر نبل"), admin1="Idlib", country="SY"),
    ],
    places=True,
)
LISTED_TWICE = ListedNames(
    [
        Listed(id="east", names=("Tell Aswad",), point=(36.70, 38.97)),
        Listed(id="east-again", names=("Tell Aswad",), point=(36.705, 38.975)),
        Listed(id="west", names=("Tell Aswad",), point=(33.57, 36.55)),
        Listed(id="somewhere", names=("Tell Aswad",)),
    ],
    places=True,
)
ACTORS = ListedNames([Listed(id="x", names=("Sham Legion",), since=dt.date(2014, 3, 10))], places=False)


@pytest.mark.parametrize(
    ("sought", "ids"),
    [
        (Sought(text="Kafr Nabl village"), {"a", "i"}),
        (Sought(text="Kafr Nabl town", around=("Idlib Governorate",)), {"i"}),
        (Sought(text="Kafr Nabl, north", around=("They shelled it, in Aleppo, again.",)), {"a"}),
        (Sought(text="Kafr Nabl", country="TR"), set()),
        (Sought(text="كفر نبل", country="sy"), {"i"}),
        (Sought(text="كفر نبل", country="Syria"), {"i"}),
    ],
)
def test_a_place_is_found_in_the_province_that_is_said(sought: Sought, ids: set[str]) -> None:
    assert {found.entry for found in PLACES.find(sought)} == ids


@pytest.mark.parametrize(("day", "known"), [("2014-03-09", False), ("2016-05-05", True)])
def test_an_actor_is_found_from_its_first_day_on(day: str, known: bool) -> None:  # noqa: FBT001 - a parameter
    assert bool(ACTORS.find(Sought(text="Sham Legion", on=dt.date.fromisoformat(day)))) is known
    assert ACTORS.get("x").names == ("Sham Legion",)


@pytest.mark.parametrize(
    ("point", "ids"),
    [
        (None, {"east", "west", "somewhere"}),
        ((36.9, 38.9), {"east"}),
        ((33.5, 36.3), {"west"}),
        ((15.0, 44.0), {"east", "west", "somewhere"}),
    ],
)
def test_entries_of_one_point_are_one_place_and_a_point_beside_the_name_chooses(
    point: tuple[float, float] | None, ids: set[str]
) -> None:
    assert {found.entry for found in LISTED_TWICE.find(Sought(text="Tell Aswad", point=point))} == ids


SPELLED = ListedNames(
    [
        Listed(id="sarmin", names=("سرمين",), admin1="Idlib"),
        Listed(id="qusur", names=("Qusour",)),
        Listed(id="aleppo", names=("Aleppo",), admin1="Aleppo"),
    ],
    places=True,
)


@pytest.mark.parametrize(
    ("sought", "ids"),
    [
        (Sought(text="Sarmin"), {"sarmin"}),
        (Sought(text="Al Surman village"), set()),
        (Sought(text="Al Qusayr village"), set()),
        (Sought(text="Northern Aleppo Governorate"), set()),
        (Sought(text="Sarmin", around=("Idlib Governorate",)), {"sarmin"}),
        (Sought(text="Sarmin", around=("Ar Raqqah Governorate",)), set()),
    ],
)
def test_a_place_is_not_taken_for_one_that_only_sounds_like_it_or_lies_in_another_province(
    sought: Sought, ids: set[str]
) -> None:
    assert {found.entry for found in SPELLED.find(sought)} == ids


BOTH = ListedNames(
    [
        Listed(id="karah", names=("ALEPPO : Karah Bridge", "حلب : جسر الكرة"), admin1="Aleppo"),
        Listed(id="dumayr", names=("DAMASCUS : Dumayr nahiyah", "دمشق : الضمير"), admin1="Damascus"),
        Listed(id="ghouta", names=("DAMASCUS : Eastern Ghouta", "دمشق : الغوطة الشرقية"), admin1="Damascus"),
        Listed(id="ghouz", names=("ALEPPO : Ghouz", "حلب : حوزه"), admin1="Aleppo"),
        Listed(id="arabic", names=("حلب : احتيملات",), admin1="Aleppo"),
        Listed(id="misrin", names=("IDLIB : Maret Misrin", "ادلب : معرة مصرين"), admin1="Idlib"),
    ],
    places=True,
)


@pytest.mark.parametrize(
    ("sought", "ids"),
    [
        (Sought(text="Al Karah bridge", around=("Aleppo Governorate",)), {"karah"}),
        (Sought(text="جسر كرة", around=("حلب",)), {"karah"}),
        (Sought(text="Ad Dumayr town", around=("Rif Dimashq Governorate",)), {"dumayr"}),
        (Sought(text="Western Ghouta", around=("Rif Dimashq Governorate",)), set()),
        (Sought(text="Huwayz village", around=("Aleppo Governorate",)), set()),
        (Sought(text="Ihtaimlat", around=("Aleppo Governorate",)), {"arabic"}),
        (Sought(text="Maarrat Misrin town", around=("Idlib Governorate",)), {"misrin"}),
        (Sought(text="Tell Misrin", around=("Idlib Governorate",)), set()),
        (Sought(text="al", around=("Idlib Governorate",)), set()),
    ],
)
def test_a_place_is_found_as_it_is_spelt_or_translated_but_not_where_its_own_script_says_another(
    sought: Sought, ids: set[str]
) -> None:
    assert {found.entry for found in BOTH.find(sought)} == ids
