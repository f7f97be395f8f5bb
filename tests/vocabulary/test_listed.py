from __future__ import annotations

import datetime as dt

import pytest

from tregua.vocabulary.listed import Listed, ListedNames, Sought
from tregua.vocabulary.places import PlacePrecision

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


def around(province: str, lat: float, lon: float, many: int) -> list[Listed]:
    """Return MANY places of PROVINCE in a line to the north of a point."""
    return [
        Listed(
            id=f"{province}-{step}",
            names=(f"Filler{'abcdefghij'[step]}",),
            admin1=province,
            point=(lat + step / 100, lon),
        )
        for step in range(many)
    ]


ERRING = ListedNames(
    [
        *around("Idlib", 35.9, 36.6, 6),
        *around("Hama", 35.8, 36.6, 6),
        *around("Quneitra", 35.9, 39.0, 6),
        Listed(id="seat", names=("Ar-Raqqah",), admin1="Quneitra", point=(35.95, 39.0)),
        Listed(id="border", names=("Harbanafsah",), admin1="Idlib", point=(35.86, 36.6)),
        Listed(id="astray", names=("Tibni",), admin1="Hama", point=(35.92, 39.0)),
        Listed(id="hama", names=("Hama",), admin1="Hama", point=(35.8, 36.6)),
        Listed(id="quarter", names=("Khalidiyah",), admin1="Hama", point=(35.805, 36.6)),
        Listed(id="called", names=("حي الصناعة",), admin1="Hama", point=(35.7, 36.6)),
        Listed(id="district", names=("Qamishli nahiyah",), admin1="Hama", point=(35.2, 36.6)),
        Listed(id="town", names=("Qamishli",), admin1="Hama", point=(35.4, 36.6)),
        Listed(id="koukaba", names=("Koukabah", "كوكبة"), admin1="Hama"),
        Listed(id="adra", names=("عدرا",), admin1="Hama"),
        Listed(id="bridge", names=("جسر الحج",), admin1="Hama"),
        Listed(id="prison", names=("شارع السجن",), admin1="Hama"),
        Listed(id="halab", names=("حلب",), admin1="Hama"),
        Listed(id="north", names=("الشمال",), admin1="Hama"),
        Listed(id="empty", names=("---",), admin1="Hama"),
        Listed(id="latakia", names=("LATTAKIA",), admin1="Hama"),
        Listed(id="suburb", names=("Dahiya Sharqiyah", "الضاحية الشرقية"), admin1="Idlib"),
        Listed(id="chief", names=("Shuhayl nahiyah",), admin1="Idlib"),
        Listed(id="whole", names=("Shuhayl mantiqah",), admin1="Idlib"),
        Listed(id="dana", names=("Dana",), admin1="Hama", point=(35.93, 39.0)),
        Listed(id="dana-village", names=("Dana village",), admin1="Hama", point=(35.7, 36.62)),
        Listed(id="krah", names=("Krah", "كراح"), admin1="Hama"),
        Listed(id="hawl", names=("الحول",), admin1="Hama"),
        Listed(id="nubl", names=("Nubl",), admin1="Hama", point=(35.3, 36.6)),
        Listed(id="marea", names=("Mar'e",), admin1="Hama", point=(35.3, 36.6)),
        Listed(id="darbasiyah", names=("Darbasiyah nahiyah", "الدرباسية"), admin1="Hama", point=(35.21, 36.6)),
        Listed(id="saqba", names=("Saqba",), admin1="Hama", point=(35.41, 36.6)),
    ],
    places=True,
)


@pytest.mark.parametrize(
    ("text", "province", "ids"),
    [
        ("Harbinafsah town", "Hama Governorate", {"border"}),
        ("Tibni", "Quneitra", {"astray"}),
        ("Tibni", "Ar Raqqah Governorate", {"astray"}),
        ("Tibni", "Hama", {"astray"}),
        ("Tibni", "Idlib", set()),
        ("Khalidiyah village", "Hama", set()),
        ("Khalidiyah district", "Hama", {"quarter"}),
        ("Al Sinaa village", "Hama", set()),
        ("Sinaa neighbourhood", "Hama", {"called"}),
        ("Qamishli town", "Hama", {"town"}),
        ("Qamishli nahiya", "Hama", {"district"}),
        ("Kokab village", "Hama", set()),
        ("Kaukaba", "Hama", {"koukaba"}),
        ("Adra Prison Complex", "Hama", {"adra"}),
        ("Al Hajj bridge", "Hama", {"bridge"}),
        ("Al Hajj roundabout", "Hama", set()),
        ("Al Hajj", "Hama", {"bridge"}),
        ("Sijan St.", "Hama", {"prison"}),
        ("Aleppo", "Hama", {"halab"}),
        ("Severny", "Hama", set()),
        ("Jabal Bishri (Idlib)", "Idlib", set()),
        ("Jabal Bishri mountain (Ar-Raqqah)", "Quneitra", {"seat"}),
        ("Jabal Bishri mountain (Hama)", "Hama", set()),
        ("Eastern Shariyah", "Idlib", set()),
        ("ناحية شحيل", "Idlib", {"chief"}),
        ("Shuhayl mantiqah", "Idlib", {"whole"}),
        ("Shuhayl", "Idlib", {"chief", "whole"}),
        ("اللاذقية", "Hama", {"latakia"}),
        ("Bridge", "Hama", set()),
        ("Ad Dana town", "Hama", {"dana", "dana-village"}),
        ("Dana village", "Hama", {"dana-village"}),
        ("Qaurah village", "Hama", set()),
        ("Krah village", "Hama", {"krah"}),
        ("Al Hawl town", "Hama", {"hawl"}),
    ],
)
def test_a_list_may_err_and_a_name_may_say_what_stands_there(text: str, province: str, ids: set[str]) -> None:
    assert {found.entry for found in ERRING.find(Sought(text=text, around=(province,)))} == ids


def test_one_place_listed_under_two_spellings_is_found_once() -> None:
    twice = ListedNames(
        [
            Listed(id="a", names=("Ariha",), admin1="Idlib", point=(35.81, 36.61)),
            Listed(id="b", names=("Areha",), admin1="Idlib", point=(35.83, 36.63)),
        ],
        places=True,
    )
    assert len(twice.find(Sought(text="أريحا", around=("Idlib",)))) == 1


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Qamishli", PlacePrecision.EXACT),
        ("Qamishli nahiyah", PlacePrecision.DISTRICT),
        ("Qamishli district", PlacePrecision.DISTRICT),
        ("outside Qamishli", PlacePrecision.NEAR),
        ("Adra Prison Complex", PlacePrecision.NEAR),
        ("Qamishli road", PlacePrecision.LINE_OR_REGION),
        ("Tibni", PlacePrecision.PROVINCE),
        ("Nubl town", PlacePrecision.PROVINCE),
        ("Darbasiyah town", PlacePrecision.NEAR),
        ("Darbasiyah nahiyah", PlacePrecision.DISTRICT),
        ("Saqba suburb", PlacePrecision.EXACT),
        ("Saqba countryside", PlacePrecision.DISTRICT),
    ],
)
def test_how_exactly_a_found_place_locates(text: str, precision: PlacePrecision) -> None:
    sought = Sought(text=text, around=("Hama",))
    found = ERRING.find(sought)
    assert ERRING.precision(sought, found[0]) is precision


def test_the_suburbs_of_a_chief_town_are_around_it() -> None:
    homs = ListedNames([Listed(id="homs", names=("Homs",), admin1="Homs", point=(34.73, 36.71))], places=True)
    sought = Sought(text="Homs suburb", around=("Homs Governorate",))
    assert homs.precision(sought, homs.find(sought)[0]) is PlacePrecision.DISTRICT


def test_a_place_listed_in_another_province_than_the_stated_one_has_no_point() -> None:
    sought = Sought(text="Harbinafsah town", around=("Hama Governorate",))
    assert ERRING.precision(sought, ERRING.find(sought)[0]) is PlacePrecision.PROVINCE
