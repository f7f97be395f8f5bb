from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import replace

import pytest
from lxml import etree

from tests.steps.publish.cast import IN_ALEPPO, IN_IDLIB, NOWHERE, PLACES, TELL_ONE, TELL_TWO
from tests.steps.publish.sample import WEEK, sample_book
from tregua.records.claim import PlaceMention
from tregua.steps.publish.accounts import IncidentAccount
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.charts import ByDay, by_day, charted, day_chart, highest_count
from tregua.steps.publish.contents import Contents, compose
from tregua.steps.publish.labels import Room, contains, widest_spot
from tregua.steps.publish.map import Drawing, draw_map, point_of
from tregua.steps.publish.marks import MARKS, draw_mark, mark_of
from tregua.steps.publish.outlines import Outlines, country_of, load_outlines
from tregua.steps.publish.projection import fit, window_of
from tregua.vocabulary.places import Place, PlacePrecision

BOOK = sample_book()
SYRIA = load_outlines("SY")
SQUARE = (((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)),)


def contents(book: Book = BOOK) -> Contents:
    return compose(book, WEEK)


def at(*places: PlaceMention, book: Book = BOOK, outlines: Outlines = SYRIA) -> Drawing:
    item = contents(book).incidents[0]
    return draw_map(book, (replace(item, incident=replace(item.incident, places=places)),), outlines)


def test_outlines_that_ship_are_whole_and_named() -> None:
    assert len(SYRIA.provinces) == 15
    assert all(ring[0] == ring[-1] and len(ring) > 3 for each in SYRIA.provinces for ring in each.rings)
    assert "Natural Earth" in SYRIA.licence
    assert "imply no opinion" in SYRIA.disclaimer
    found = SYRIA.find("Ar-Raqqah")
    assert found is not None
    assert found.names[0] == "Raqqa"
    assert SYRIA.find("", "Atlantis") is None


@pytest.mark.parametrize("country", ["ZZ", "", "../SY", "sy"])
def test_a_country_without_outlines_gives_none(country: str) -> None:
    assert load_outlines(country) == Outlines()


def test_the_country_is_that_of_the_places_named() -> None:
    assert country_of(BOOK) == "SY"
    assert country_of(replace(BOOK, truces=(), incidents=())) == ""


def test_a_point_needs_precision_and_coordinates() -> None:
    assert point_of(TELL_ONE, PLACES) == PLACES["tell-one"]
    assert point_of(replace(TELL_ONE, precision=PlacePrecision.DISTRICT), PLACES) is None
    assert point_of(replace(IN_ALEPPO, precision=PlacePrecision.EXACT), PLACES) is None
    assert point_of(replace(TELL_ONE, id="ridge"), PLACES) is None
    assert point_of(NOWHERE, PLACES) is None


def test_a_province_is_hatched_and_counted_and_has_no_mark() -> None:
    svg = at(IN_ALEPPO).svg
    assert svg.count("url(#hatch)") == 1
    assert "Aleppo: 1 known to the province only" in svg
    assert "<polygon" not in svg


def test_a_place_known_by_its_province_alone_counts_there() -> None:
    assert "Idlib: 1 known to the province only" in at(IN_IDLIB).svg
    vague = replace(TELL_TWO, precision=PlacePrecision.DISTRICT)
    assert "Idlib: 1 known" in at(vague).svg


def test_a_point_wins_over_a_province() -> None:
    svg = at(TELL_ONE, IN_IDLIB).svg
    assert "url(#hatch)" not in svg
    assert "Tell Wahid" in svg


def test_what_cannot_be_drawn_is_listed() -> None:
    country = PlaceMention(text="Syria", name="Syria", id="sy", precision=PlacePrecision.COUNTRY)
    drawing = at(country)
    assert drawing.svg == ""
    assert len(drawing.not_drawn) == 1
    lost = replace(TELL_ONE, precision=PlacePrecision.DISTRICT)
    places = {**PLACES, "tell-one": PLACES["tell-one"].model_copy(update={"province": ""})}
    assert len(at(lost, book=replace(BOOK, places=places)).not_drawn) == 1


def test_without_outlines_there_are_points_and_a_graticule() -> None:
    svg = at(TELL_ONE, outlines=Outlines()).svg
    assert "° E" in svg
    assert "° N" in svg
    assert "<path" not in svg.partition("</defs>")[2]


def test_the_graticule_names_south_and_west_and_far_apart_lines() -> None:
    far = {
        "tell-one": Place(id="tell-one", name="One", kind="town", lat=-60.0, lon=-120.0),
        "tell-two": Place(id="tell-two", name="Two", kind="town", lat=70.0, lon=150.0),
    }
    svg = at(TELL_ONE, TELL_TWO, book=replace(BOOK, places=far), outlines=Outlines()).svg
    assert "60° S" in svg
    assert "120° W" in svg
    assert "0° N" in svg


def test_the_map_is_well_formed_and_links_to_records() -> None:
    found = contents()
    svg = draw_map(BOOK, found.incidents, SYRIA).svg
    root = etree.fromstring(svg.encode())
    anchors = {link.get("href") for link in root.iter("{http://www.w3.org/2000/svg}a")}
    assert {"#i-000000000001", "#i-000000000002"} <= anchors


def test_marks_stand_within_the_drawing() -> None:
    svg = draw_map(BOOK, contents().incidents, SYRIA).svg
    wide, tall = (float(value) for value in re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())  # type: ignore[union-attr]
    for x, y in re.findall(r'<circle cx="([\d.-]+)" cy="([\d.-]+)" r="2.2"', svg):
        assert 0 <= float(x) <= wide
        assert 0 <= float(y) <= tall


def test_incidents_all_over_a_country_show_all_of_it() -> None:
    far = {**PLACES, "tell-two": PLACES["tell-two"].model_copy(update={"lat": 32.6, "lon": 41.9})}
    svg = at(TELL_ONE, TELL_TWO, book=replace(BOOK, places=far)).svg
    assert "<g transform" not in svg
    assert "<g transform" in at(TELL_ONE).svg


def test_crowded_marks_are_drawn_aside_and_some_words_left_out() -> None:
    item = contents().incidents[0]
    places = {
        **PLACES,
        **{
            f"p{number}": Place(
                id=f"p{number}", name=f"A place with a very long name, number {number}", kind="town",
                lat=36.2 + number / 2_000, lon=37.2, country="SY",
            )
            for number in range(60)
        },
    }  # fmt: skip
    mentions = [PlaceMention(text="p", id=f"p{number}", precision=PlacePrecision.EXACT) for number in range(60)]
    items = [replace(item, incident=replace(item.incident, places=(mention,))) for mention in mentions]
    svg = draw_map(replace(BOOK, places=places), [*items, items[0]], SYRIA).svg
    assert svg.count('r="2.2"') == 60
    assert svg.count("a very long name, number") < 60 * 3
    assert "\N{MULTIPLICATION SIGN}2" in svg


def test_room_gives_the_nearest_free_spot_or_the_spot_itself() -> None:
    room = Room(100, 100)
    assert room.take(50, 50, 20, 20) == (50, 50)
    moved = room.take(50, 50, 20, 20)
    assert moved != (50, 50)
    assert math.dist(moved, (50, 50)) <= 50
    full = Room(10, 10)
    assert full.take(5, 5, 50, 50) == (5, 5)
    assert full.word(5, 5, 50, 50) is None
    assert not full.free(5, 5, 2, 2)
    assert Room(100, 100).word(50, 50, 10, 10) == (50, 70)
    assert Room(100, 100).word(50, 95, 10, 10) == (50, 75)


def test_a_spot_lies_inside_and_away() -> None:
    spot = widest_spot(SQUARE, [(1, 1)], (10, 10))
    assert contains(spot, SQUARE)
    assert math.dist(spot, (1, 1)) > 4
    assert not contains((11, 5), SQUARE)
    thin = (((0.0, 0.0), (10.0, 0.0), (10.0, 0.001), (0.0, 0.0)),)
    assert widest_spot(thin, [], (10, 10))[0] >= 0


def test_a_frame_keeps_its_shape_and_never_shrinks_to_a_point() -> None:
    one = fit([(37.0, 36.0)], (), 600)
    assert 0.4 <= one.tall / one.wide <= 1.01
    x, y = one.at(37.0, 36.0)
    assert (x, y) == pytest.approx((300, one.tall / 2))
    tall = fit([(37.0, 30.0), (37.0, 40.0)], (), 600)
    assert tall.tall == pytest.approx(600)
    assert window_of([(1, 2), (3, 4)]).padded(0.5, 0).west == 0


def test_every_ruling_has_its_own_letter_and_shape() -> None:
    assert len({mark.letter for mark in MARKS.values()}) == len(MARKS)
    assert len({(mark.corners, mark.turn, mark.hollow) for mark in MARKS.values()}) == len(MARKS)
    assert mark_of("something new").code == "not ruled"
    assert "polygon" in draw_mark(MARKS["breach"], 0, 0, 10)
    assert "circle" in draw_mark(MARKS["permitted"], 0, 0, 10)


@pytest.mark.parametrize("mark", MARKS.values(), ids=str)
def test_letters_can_be_read_on_their_mark(mark: object) -> None:
    colour = getattr(mark, "colour", "")
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 4.5


def months(count: int) -> Period:
    return Period(first=dt.date(2016, 1, 1), last=dt.date(2016, 1, 1) + dt.timedelta(days=count - 1))


def sure(days: dict[dt.date, tuple[IncidentAccount, ...]]) -> ByDay:
    return ByDay(sure=days, either={}, left=0)


def test_an_incident_of_one_of_two_days_is_drawn_pale_at_the_later() -> None:
    first, second, third, longer = contents().incidents[:4]
    days = {first.id: (1, 1), second.id: (1, 2), third.id: (2, 2), longer.id: (1, 3)}
    dated = by_day(
        [first, second, third, longer],
        lambda item: (dt.date(2016, 1, days[item.id][0]), dt.date(2016, 1, days[item.id][1])),
    )
    assert dated.sure == {dt.date(2016, 1, 1): [first], dt.date(2016, 1, 2): [third]}
    assert dated.either == {dt.date(2016, 1, 2): [second]}
    drawn = day_chart(months(7).days(), dated)
    pale = drawn[drawn.index("<g opacity") :]
    assert f"#{second.id}" in pale
    assert f"#{first.id}" not in pale
    assert f"#{longer.id}" not in drawn
    assert charted(dated) == (
        "2 incidents dated to one day, and 1 (pale) to one of two days in a row, drawn at the later; by ruling; "
        "1 more, known only to a longer time, stand in the list alone."
    )
    assert charted(by_day([first], lambda _: None)).startswith("0 incidents dated to one day; by ruling; 1 more")


def test_a_few_incidents_are_marks_and_many_are_bars() -> None:
    items = contents().incidents
    days = WEEK.days()
    assert "<rect" not in day_chart(days, sure({days[0]: items}))
    assert "<rect" in day_chart(days, sure({days[0]: items * 2}))
    assert "breach</title>" in day_chart(months(90).days(), sure({dt.date(2016, 1, 2): items}))


@pytest.mark.parametrize("length", [1, 7, 31, 60, 89, 400])
def test_charts_of_any_length_are_well_formed(length: int) -> None:
    days = months(length).days()
    items: dict[dt.date, tuple[IncidentAccount, ...]] = {days[-1]: contents().incidents}
    etree.fromstring(day_chart(days, sure(items)).encode())


def test_charts_name_a_new_month_where_there_is_room() -> None:
    svg = day_chart(months(60).days(), sure({}))
    assert "Jan 2016" in svg
    assert "Feb 2016" in svg
    close = Period(first=dt.date(2016, 2, 29), last=dt.date(2016, 3, 28)).days()
    assert "Mar 2016" not in day_chart(close, sure({}))


def test_one_scale_serves_all_ledgers() -> None:
    assert highest_count(contents().facing.ledgers) == 22
    assert highest_count(()) == 0
