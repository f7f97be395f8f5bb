from __future__ import annotations

import pytest

from tregua.vocabulary.surroundings import Point, Surroundings, kilometres

IN_NORTH = [((36.0 + step / 50, 37.0), "North") for step in range(5)]
IN_SOUTH = [((35.85 + step / 50, 37.0), "South") for step in range(5)]
FAR_SOUTH = [((33.0 + step / 50, 36.0), "South") for step in range(5)]
ASTRAY: Point = (33.1, 36.05)
PLACES = Surroundings(
    [*IN_NORTH, *IN_SOUTH, *FAR_SOUTH, (ASTRAY, "North"), ((33.0, 36.1), "Alone"), ((35.9, 37.3), "")]
)


@pytest.mark.parametrize(
    ("point", "own", "provinces"),
    [
        ((36.08, 37.0), "North", {"North"}),
        ((36.0, 37.0), "North", {"North", "South"}),
        (ASTRAY, "North", {"South"}),
        ((33.0, 36.1), "Alone", {"Alone", "South"}),
        ((10.0, 10.0), "North", {"North"}),
    ],
)
def test_a_place_lies_where_it_is_listed_unless_all_around_it_say_otherwise(
    point: Point, own: str, provinces: set[str]
) -> None:
    assert PLACES.provinces(point, own) == provinces


def test_places_within_a_walk_are_counted() -> None:
    assert PLACES.many((36.0, 37.0)) == 1
    assert Surroundings([((36.0, 37.0), ""), ((36.01, 37.0), "")]).many((36.0, 37.0)) == 2


def test_a_degree_of_longitude_is_shorter_in_the_north() -> None:
    assert kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2)
    assert kilometres((60.0, 0.0), (60.0, 1.0)) == pytest.approx(55.6)
