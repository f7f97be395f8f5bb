from __future__ import annotations

from tregua.vocabulary.places import Place, province_of

PLACES = {
    place.id: place
    for place in (
        Place(id="hills", name="Hills", kind="province"),
        Place(id="mill", name="Mill", kind="village", province="hills"),
        Place(id="ford", name="Ford", kind="village", province="lost"),
        Place(id="land", name="Land", kind="country"),
    )
}


def test_a_place_lies_in_its_province_and_a_province_in_itself() -> None:
    assert province_of("mill", PLACES) is province_of("hills", PLACES) is PLACES["hills"]


def test_no_province_is_known_of_a_country_or_of_what_the_registry_does_not_hold() -> None:
    assert [province_of(place, PLACES) for place in ("land", "ford", "nowhere", "")] == [None] * 4
