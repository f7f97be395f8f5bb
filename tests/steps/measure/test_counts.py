from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from tests.steps.publish.cast import PLACES, TRUCE
from tests.steps.publish.sample import FINDINGS, INCIDENTS, TESTIMONIES
from tregua.records.claim import Casualties, Mention, PlaceMention
from tregua.records.finding import Ruling
from tregua.records.indicator import Indicator, indicator_id
from tregua.steps.measure import NOT_STATED, Sides, measure, party_key
from tregua.steps.measure.sides import UNKNOWN_SIDE
from tregua.vocabulary.time import Span

ZONE = ZoneInfo("Asia/Damascus")


def figures(*, places: bool = True) -> dict[tuple[str, str], Indicator]:
    found, problems = measure(INCIDENTS, FINDINGS, TESTIMONIES, ZONE, PLACES if places else {})
    assert problems == []
    return {(item.name, item.key): item for item in found}


def test_incidents_are_counted_once_and_named() -> None:
    total = figures()["incidents", "all"]
    assert total.value == len(INCIDENTS) == len(total.records)
    assert total.id == indicator_id("incidents", "all")


def test_what_may_be_told_of_elsewhere_is_not_in_the_low_end() -> None:
    found = figures()
    total, doubtful = found["incidents", "all"], found["incidents that may be others", "all"]
    assert doubtful.records == tuple(incident.id for incident in INCIDENTS if incident.may_be_another)
    assert (total.low, total.high) == (len(INCIDENTS) - doubtful.value, len(INCIDENTS))


def test_a_day_counts_what_is_sure_and_bounds_what_may_be() -> None:
    found = figures()
    day = found["incidents by day", "2016-03-10"]
    assert (day.value, day.low, day.high) == (2, 2, 3)
    assert found["incidents by day", "2016-03-09 to 2016-03-11"].records == ("i-000000000006",)
    assert found["incidents by day", NOT_STATED].records == ("i-000000000004",)
    assert ("incidents by day", "2016-03-07") not in found


def test_days_are_those_of_the_zone() -> None:
    late = dt.datetime(2016, 3, 9, 22, 30, tzinfo=dt.UTC)
    incident = replace(INCIDENTS[0], time=Span(start=late, end=late))
    found, _ = measure([incident], [], [], ZONE)
    assert "2016-03-10" in {item.key for item in found}


def test_parties_are_sides_then_names_then_quoted_words() -> None:
    assert party_key(Mention(text="them", name="Army", side="south")) == "south"
    assert party_key(Mention(text="them", name="Army")) == "Army"
    assert party_key(Mention(text="them")) == "“them”"
    found = figures()
    assert found["incidents by party", "north"].records == ("i-000000000001",)
    assert found["incidents by party", NOT_STATED].value == 2


def test_sides_are_those_of_the_truce() -> None:
    found, _ = measure(INCIDENTS, [], [], ZONE, PLACES, Sides(TRUCE, lambda _: None))
    by_side = {item.key: item.records for item in found if item.name == "incidents by side"}
    assert by_side["Northern Council"] == ("i-000000000001",)
    assert "i-000000000001" in by_side["Southern Government"]
    assert by_side[UNKNOWN_SIDE]
    assert not [item for item in figures().values() if item.name == "incidents by side"]


def test_an_incident_with_two_actors_counts_under_each() -> None:
    found = figures()
    assert "i-000000000001" in found["incidents by party", "south"].records


def test_areas_are_provinces_where_the_registry_knows_them() -> None:
    found = figures()
    assert found["incidents by area", "Aleppo"].records == ("i-000000000001", "i-000000000003")
    assert found["incidents by area", "Idlib"].value == 3
    assert found["incidents by area", "The Ridge"].value == 1
    bare = figures(places=False)
    assert bare["incidents by area", "Tell Wahid"].value == 1


def test_a_place_nobody_knows_is_quoted_and_none_is_not_stated() -> None:
    nowhere = replace(INCIDENTS[0], places=())
    quoted = replace(INCIDENTS[1], places=(PlaceMention(text="a well"),))
    found, _ = measure([nowhere, quoted], [], [], ZONE)
    assert {item.key for item in found if item.name == "incidents by area"} == {NOT_STATED, "“a well”"}


def test_rulings_add_up_to_all_incidents() -> None:
    found = figures()
    rulings = [item for (name, _), item in found.items() if name == "incidents by ruling"]
    assert sum(item.value for item in rulings) == len(INCIDENTS)
    assert found["incidents by ruling", "lake-truce: not ruled"].records == ("i-000000000007",)


def test_versions_ruled_apart_are_contested() -> None:
    other = replace(FINDINGS[1], id="f-x", ruling=Ruling.OUTSIDE)
    found, _ = measure(INCIDENTS, [*FINDINGS, other], [], ZONE)
    contested = next(item for item in found if item.key == "lake-truce: contested")
    assert set(contested.records) == {"i-000000000001", "i-000000000002"}


def test_people_are_summed_as_bounds_and_silence_is_no_nought() -> None:
    found = figures()
    killed = found["people killed", "all"]
    assert (killed.value, killed.low, killed.high) == (5, 5, None)
    assert found["people killed", NOT_STATED].value == 6
    injured = found["people injured", "all"]
    assert (injured.value, injured.low, injured.high) == (5, 5, None)


def test_a_sum_without_gaps_has_an_upper_end() -> None:
    number = Casualties(low=1, best=2, high=4)
    incidents = [replace(item, killed=number, injured=None) for item in INCIDENTS[:2]]
    found, _ = measure(incidents, [], [], ZONE)
    names = {(item.name, item.key): item for item in found}
    assert (names["people killed", "all"].low, names["people killed", "all"].high) == (2, 8)
    assert ("people killed", NOT_STATED) not in names
    assert ("people injured", "all") not in names


def test_counts_are_listed_by_origin() -> None:
    found = figures()
    assert found["counts by origin", "Lakeside Coordination Centre"].value == 6
    assert found["counts by origin", "a man who gave no name"].unit == "counts"


def test_nothing_gives_nothing() -> None:
    assert measure([], [], [], ZONE) == ([], [])


def test_a_finding_without_its_incident_is_a_problem() -> None:
    found, problems = measure(INCIDENTS[:1], FINDINGS[:2], [], ZONE)
    assert [problem.where for problem in problems] == [FINDINGS[1].id]
    assert all("i-000000000002" not in item.records for item in found)


def test_a_toll_of_many_days_is_listed_and_added_to_nothing() -> None:
    start = dt.datetime(2016, 3, 7, tzinfo=ZONE)
    toll = replace(INCIDENTS[0], time=Span(start=start, end=start + dt.timedelta(days=7)))
    found, problems = measure([toll, INCIDENTS[1]], [FINDINGS[0]], [], ZONE)
    assert problems == []
    assert {item.name: item.records for item in found if item.key == "all"}["tolls"] == (toll.id,)
    assert all(toll.id not in item.records for item in found if item.name != "tolls")


def test_weeks_are_those_of_the_calendar_and_of_two_weeks_stand_apart() -> None:
    sunday = dt.datetime(2016, 3, 13, tzinfo=ZONE)
    incidents = [
        replace(INCIDENTS[0], time=Span(start=sunday, end=sunday + dt.timedelta(days=1))),
        replace(INCIDENTS[1], time=Span(start=sunday, end=sunday + dt.timedelta(days=2))),
        replace(INCIDENTS[2], time=None),
    ]
    found, _ = measure(incidents, [], [], ZONE)
    weeks = {item.key: item.records for item in found if item.name == "incidents by week"}
    assert weeks == {
        "2016-W10": (INCIDENTS[0].id,),
        "2016-W10 to 2016-W11": (INCIDENTS[1].id,),
        NOT_STATED: (INCIDENTS[2].id,),
    }
