from __future__ import annotations

import pytest
from pydantic import ValidationError

from tregua.terms.ground import Ground
from tregua.terms.scope import Area, Extent, OpenExtent, Reading
from tregua.terms.shapes import Buffer, Geometry
from tregua.vocabulary.places import Place, PlaceKind


def _place(name: str, kind: PlaceKind = "town", province: str = "", country: str = "UA") -> Place:
    return Place(id=name, name=name, kind=kind, province=province, country=country)


GROUND = Ground(
    [
        _place("land", "country"),
        _place("north", "province"),
        _place("south", "province"),
        _place("capital", "city"),
        _place("square", "neighbourhood", "capital"),
        _place("mill", "town", "north"),
        _place("ford", "town", "north"),
        _place("port", "town", "south", ""),
        _place("stray", "town"),
        _place("lost", "town", "", ""),
        _place("abroad", "town", "", "PL"),
    ]
)


def _area(
    countries: tuple[str, ...] = (),
    provinces: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    excludes: Extent | None = None,
    doubt: OpenExtent | None = None,
) -> Area:
    return Area(
        id="area",
        name="the area",
        countries=countries,
        provinces=provinces,
        places=places,
        excludes=excludes or Extent(),
        open=(doubt,) if doubt else (),
        cite="paper",
    )


WHOLE = _area(countries=("UA",))
NORTH = _area(provinces=("north",))
MILL = _area(places=("mill",))
CAPITAL = _area(provinces=("capital",))
ALL_BUT_MILL = _area(countries=("UA",), excludes=Extent(places=("mill",)))
NORTH_PERHAPS = _area(places=("mill",), doubt=OpenExtent(provinces=("north",), why="Nobody drew it.", cite="paper"))


@pytest.mark.parametrize(
    ("area", "place", "holds"),
    [
        (WHOLE, "mill", True),
        (WHOLE, "land", True),
        (WHOLE, "port", True),
        (WHOLE, "abroad", False),
        (WHOLE, "lost", None),
        (NORTH, "north", True),
        (NORTH, "mill", True),
        (NORTH, "south", False),
        (NORTH, "land", None),
        (NORTH, "stray", None),
        (NORTH, "capital", False),
        (NORTH, "abroad", False),
        (NORTH, "port", False),
        (MILL, "ford", False),
        (MILL, "north", None),
        (CAPITAL, "capital", True),
        (CAPITAL, "square", True),
        (ALL_BUT_MILL, "mill", False),
        (ALL_BUT_MILL, "ford", True),
        (ALL_BUT_MILL, "north", None),
        (NORTH_PERHAPS, "mill", True),
        (NORTH_PERHAPS, "ford", None),
        (NORTH_PERHAPS, "south", False),
        (NORTH_PERHAPS, "land", None),
    ],
)
def test_the_most_exact_name_decides_and_what_is_wider_stays_open(
    area: Area, place: str, *, holds: bool | None
) -> None:
    known = GROUND.get(place)
    assert known is not None
    answer = GROUND.lies_in(known, area)
    assert answer.holds is holds
    assert bool(answer.missing) is (holds is None)
    assert place in answer.why or answer.why == "Nobody drew it."


def _point(name: str, lat: float | None, lon: float | None, kind: PlaceKind = "town") -> Place:
    return Place(id=name, name=name, kind=kind, lat=lat, lon=lon, province="north", country="UA")


ROUND = Geometry(coordinates=(((30, 50), (32, 50), (32, 52), (30, 52), (30, 50)),), margin_km=2)
DRAWN = Area(id="area", name="the area", geometry=ROUND, cite="paper")
BAND = Area(id="area", name="the band", buffer=Buffer(line=((30, 50), (32, 50)), km=6), cite="paper")
CUT = Area(id="area", name="the rest", countries=("UA",), excludes=Extent(geometry=ROUND), cite="paper")
DOUBTED = Area(
    id="area",
    name="the core",
    places=("core",),
    open=(
        OpenExtent(
            geometry=ROUND,
            why="Nobody drew it.",
            cite="paper",
            readings=(Reading(by="reds", text="It is in.", cite="paper"),),
        ),
    ),
    cite="paper",
)


@pytest.mark.parametrize(
    ("area", "place", "holds", "missing"),
    [
        (DRAWN, _point("inside", 51, 31), True, ()),
        (DRAWN, _point("beyond", 53, 31), False, ()),
        (DRAWN, _point("edge", 51, 30.01), None, ("on which side of the edge of the area it happened",)),
        (DRAWN, _point("somewhere", None, None), None, ("where somewhere is",)),
        (DRAWN, _point("north", 51, 31, "province"), None, ("where in north it happened",)),
        (BAND, _point("inside", 50.02, 31), True, ()),
        (BAND, _point("beyond", 50.2, 31), False, ()),
        (CUT, _point("inside", 51, 31), False, ()),
        (CUT, _point("beyond", 53, 31), True, ()),
        (CUT, _point("edge", 51, 30.01), None, ("on which side of the edge of the rest it happened",)),
        (CUT, _point("somewhere", None, None), None, ("where somewhere is",)),
        (DOUBTED, _point("core", None, None), True, ()),
        (DOUBTED, _point("inside", 51, 31), None, ("whether inside belongs to the core (reds reads it so: It is in)",)),
    ],
)
def test_an_outline_takes_in_points_and_leaves_its_edge_open(
    area: Area, place: Place, *, holds: bool | None, missing: tuple[str, ...]
) -> None:
    answer = GROUND.lies_in(place, area)
    assert (answer.holds, answer.missing) == (holds, missing)


def test_what_is_near_a_point_is_open_further_from_the_edge() -> None:
    place = _point("inside", 51, 30.1)
    assert GROUND.lies_in(place, DRAWN).holds is True
    assert GROUND.lies_in(place, DRAWN, near=True).holds is None


def test_an_area_without_ground_is_refused() -> None:
    with pytest.raises(ValidationError, match="area 'area' has no ground; give countries"):
        _area()
    assert _area(doubt=OpenExtent(provinces=("north",), why="Nobody drew it.", cite="paper")).open


def test_a_place_nobody_lists_is_not_there() -> None:
    assert GROUND.get("nowhere") is None


def test_what_is_near_a_place_is_surely_in_its_province_only() -> None:
    mill = GROUND.get("mill")
    assert mill is not None
    beside = GROUND.lies_in(mill, MILL, near=True)
    assert (beside.holds, beside.missing) == (None, ("whether it happened in mill or beside it",))
    assert GROUND.lies_in(mill, NORTH, near=True).holds is True
