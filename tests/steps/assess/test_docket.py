from __future__ import annotations

import datetime as dt
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tregua.backends.place_lists import Layered
from tregua.backends.registry import AuthoredActors, AuthoredPlaces, AuthoredSources
from tregua.pipeline import Docket, open_docket
from tregua.ports import Registries
from tregua.steps.assess.lines import answered_in, told_in, when_of
from tregua.steps.assess.wording import act_of
from tregua.terms.evaluate import Facts, Site, evaluate
from tregua.terms.ground import Ground
from tregua.terms.load import load_truce
from tregua.terms.standing import Party
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor, Affiliation, Alias
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import Span

TERMS = """\
id: canal
title: Truce along the canal
kind: ceasefire
zone: Europe/Kyiv
clocks: [{country: PL, zone: Europe/Warsaw}]
adopted: 2020-01-01
sources: [{id: paper, title: The paper}]
areas:
  - id: valley
    name: the valley
    provinces: [north]
    geometry: {coordinates: [[[30, 50], [32, 50], [32, 52], [30, 52], [30, 50]]], margin_km: 2}
    cite: paper
  - {id: bank, name: the bank, places: [ford, far-quay], cite: paper}
layers:
  - id: first
    start: 2020-01-10T00:00
    end: 2020-02-10T00:00
    declared: 2020-01-01
    areas: [valley]
    suspended: [{start: 2020-01-20T00:00, end: 2020-01-21T00:00, why: By consent., cite: paper}]
    cite: paper
  - id: second
    start: 2020-03-01T00:00
    end: 2020-04-01T00:00
    declared: 2020-02-20
    areas: [valley, bank]
    cite: paper
sides:
  - id: reds
    name: the Reds
    cite: paper
    members: [{actor: red-army, bound: true, how: it signed., cite: paper}]
  - id: blues
    name: the Blues
    binds: members
    cite: paper
    members:
      - {actor: blue-army, bound: true, how: it signed., cite: paper}
      - {actor: blue-band, bound: true, from: 2020-01-25, how: it joined., cite: paper}
exempt: [{id: outlaws, actor: outlaws, why: they are left out., cite: paper}]
labels: [{texts: [rebels], said_by: [anyone], means: [blues], cite: paper}]
clauses:
  - id: no-fire
    rule: prohibits
    acts: [shelling, airstrike]
    against: [opposing, civilians]
    text: No fire.
    cite: paper
  - {id: hunt, rule: permits, acts: [airstrike], against: [exempt, outlaws], text: They may be fought., cite: paper}
  - {id: answer, rule: permits, acts: [shelling], defence: true, text: Fire may be answered., cite: paper}
  - id: flights
    rule: prohibits
    acts: [overflight]
    from: 2020-01-15T00:00
    hours: [{from: "08:00", until: "18:00"}]
    text: No flights by day.
    cite: paper
  - id: guns
    rule: obliges
    acts: [heavy-weapons]
    calibre_from: 100
    weapons: [howitzer, gun]
    text: Back.
    cite: paper
  - {id: looting, rule: prohibits, acts: [looting], objects: [medical], text: Hospitals are spared., cite: paper}
  - {id: clash-one, rule: prohibits, acts: [patrol], text: No patrols., cite: paper}
  - {id: clash-two, rule: permits, acts: [patrol], text: Patrols go on., cite: paper}
"""
RED = Actor(id="red-army", name="Red Army", type="state forces")
ACTORS = [
    RED,
    Actor(id="blue-army", name="Blue Army", type="armed group", aliases=(Alias(text="Azure Force"),)),
    Actor(id="blue-band", name="Blue Band", type="armed group"),
    Actor(
        id="outlaws",
        name="Outlaws",
        type="armed group",
        affiliations=(
            Affiliation.model_validate(
                {"type": "allied_with", "to": "red-army", "from": "2020-01-12", "until": "2020-01-18", "cite": "x"}
            ),
        ),
    ),
    Actor(id="strangers", name="Strangers", type="armed group"),
    Actor(id="residents", name="Residents", type="civilians"),
]
PLACES = [
    Place(id="land", name="Land", kind="country", country="UA"),
    Place(id="north", name="North", kind="province", country="UA"),
    Place(id="south", name="South", kind="province", country="UA"),
    Place(id="mill", name="Mill", kind="town", province="north", country="UA", lat=51, lon=31),
    Place(id="ford", name="Ford", kind="town", province="south", country="UA", lat=49, lon=31),
    Place(id="abroad", name="Abroad", kind="country", country="PL"),
]
KYIV = ZoneInfo("Europe/Kyiv")
LATER = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


def _registries() -> Registries:
    return Registries(
        actors=AuthoredActors(ACTORS), places=Layered([AuthoredPlaces(PLACES)]), sources=AuthoredSources([])
    )


def _truce(text: str = TERMS) -> Truce:
    truce, problems = load_truce(text, "truce.yaml")
    assert [str(problem) for problem in problems] == []
    assert truce is not None
    return truce


TRUCE = _truce()
LATE = _truce(
    TERMS.replace("2020-", "2021-")
    .replace("id: canal", "id: later")
    .replace("    geometry: {coordinates: [[[30, 50], [32, 50], [32, 52], [30, 52], [30, 50]]], margin_km: 2}\n", "")
)


@pytest.fixture
def docket() -> Docket:
    made = open_docket([(TRUCE, _registries)], LATER)
    made.prepare()
    return made


def _line(**more: object) -> bytes:
    incident = {
        "id": "i1",
        "act": "shelling",
        "actor": "Red Army",
        "target": "Blue Army",
        "start": "2020-01-15",
        "place": {"name": "Mill", "country": "UA"},
    }
    return json.dumps(incident | more).encode()


def _rule(docket: Docket, **more: object) -> dict[str, Any]:
    ruled = docket.rule([_line(**more)], "in.jsonl")
    assert ruled.problems == []
    found: dict[str, Any] = json.loads(ruled.text)
    return found


def test_a_finding_has_what_the_format_says(docket: Docket) -> None:
    found = _rule(docket, claims=["c1", {"id": "c2"}, ["odd"]])
    assert list(found) == [
        "incident", "truce", "finding", "reach", "reason", "clauses", "term", "citation", "missing", "trace",
    ]  # fmt: skip
    assert (found["incident"], found["truce"], found["finding"], found["clauses"]) == (
        "i1",
        "canal",
        "breach",
        ["no-fire"],
    )
    assert found["reason"] == "Red Army: shelling against Blue Army. “no-fire” prohibits this: No fire."
    assert found["trace"][0] == {
        "condition": "time",
        "holds": True,
        "why": "2020-01-15 lies in the window of 'first'.",
        "clause": "first",
        "claims": ["c1", "c2"],
    }
    assert found["trace"][1]["why"] == "Mill lies in the valley."


def test_an_id_alone_is_an_incident_of_which_nothing_is_known(docket: Docket) -> None:
    ruled = docket.rule([b'{"id": 7}', b"  "], "in.jsonl")
    found = json.loads(ruled.text)
    assert (found["incident"], found["finding"], ruled.lines) == (7, "undetermined", 2)
    assert found["missing"] == [
        "when it happened", "where it happened", "who it was", "what was done", "whom or what it struck",
        "the weapon", "the calibre of the weapon", "what kind of target it was",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "finding", "reach"),
    [
        ({"actor": "Azure Force", "target": "Red Army"}, "breach", ""),
        ({"actor": "red-army"}, "breach", ""),
        ({"actor": None, "actor_side": "the Reds"}, "breach", ""),
        ({"actor": None, "actor_side": "reds"}, "breach", ""),
        ({"actor": None, "actor_side": "Red Army"}, "breach", ""),
        ({"actor": "somebody", "actor_side": "Reds"}, "breach", ""),
        ({"actor": "Strangers", "actor_side": "reds"}, "breach", ""),
        ({"actor": "rebels", "target": "Red Army"}, "undetermined", ""),
        ({"actor": "reds"}, "breach", ""),
        ({"actor": "somebody", "actor_side": "whoever"}, "undetermined", ""),
        ({"actor": None, "actor_side": "civilians"}, "outside", "party"),
        ({"actor": "Strangers"}, "outside", "party"),
        ({"actor": "Outlaws"}, "outside", "party"),
        ({"actor": ["Strangers", "Red Army"]}, "breach", ""),
        ({"target": ["Red Army", "Residents"]}, "breach", ""),
        ({"target": None, "target_kind": "Hospital, school"}, "breach", ""),
        ({"target": None, "target_kind": "soldiers"}, "undetermined", ""),
        ({"target": "Outlaws", "act": "air_strike"}, "permitted", ""),
        ({"act": "juggling"}, "undetermined", ""),
        ({"act": "abduction"}, "outside", "act"),
        ({"response_to": "shelling of the mill"}, "permitted", ""),
        ({"response_to": "none", "justification": "self-defence"}, "breach", ""),
        ({"response_to": False, "justification": "Self-defence!"}, "undetermined", ""),
        ({"act": "heavy weapons", "weapon": "122 mm howitzer"}, "breach", ""),
        ({"act": "heavy weapons", "weapon": "82 mm gun"}, "outside", "act"),
        ({"act": "heavy weapons", "weapon": "a howitzer"}, "undetermined", ""),
        ({"act": "heavy weapons", "weapon": "a spade"}, "undetermined", ""),
        ({"act": "looting", "target_kind": "clinic"}, "breach", ""),
        ({"act": "looting", "target_kind": "police"}, "outside", "act"),
        ({"act": "overflight", "start": "2020-01-16T09:00"}, "breach", ""),
        ({"act": "overflight", "start": "2020-01-16T19:00"}, "outside", "time"),
        ({"act": "overflight", "start": "2020-01-11", "end": "2020-01-30"}, "undetermined", ""),
        ({"act": "patrol"}, "undetermined", ""),
        ({"start": "2020-01-09"}, "outside", "time"),
        ({"start": "2020-01-20"}, "outside", "time"),
        ({"start": "2020-01"}, "undetermined", ""),
        ({"start": "2019-12"}, "outside", "time"),
        ({"start": "0001-01-01"}, "outside", "time"),
        ({"actor": ["Red Army"], "place": "Mill"}, "breach", ""),
        ({"start": None}, "undetermined", ""),
        ({"start": None, "end": "2020-01-09"}, "outside", "time"),
        ({"start": "2020-01-09T22:30:00Z"}, "breach", ""),
        ({"start": "2020-01-09T21:30:00Z"}, "outside", "time"),
        ({"start": "2020-01-15T10:00", "end": "2020-01-15T10:00"}, "breach", ""),
        ({"actor": "Blue Band", "start": "2020-01-24"}, "outside", "party"),
        ({"actor": "Blue Band", "target": "Red Army", "start": "2020-01-25"}, "breach", ""),
        ({"place": None}, "undetermined", ""),
        ({"place": {}}, "undetermined", ""),
        ({"place": "Mill"}, "breach", ""),
        ({"place": "Mill town"}, "breach", ""),
        ({"place": "North town"}, "undetermined", ""),
        ({"place": "town"}, "undetermined", ""),
        ({"place": {"name": "Mill", "country": "PL"}}, "undetermined", ""),
        ({"place": {"name": "Mill", "admin1": "South region", "country": "Land"}}, "undetermined", ""),
        ({"place": {"name": "Mill", "lat": 20, "lon": 20}}, "undetermined", ""),
        ({"place": {"name": "Mill", "lat": 20, "lon": 20, "country": "PL"}}, "outside", "area"),
        ({"place": {"name": "Hut", "lat": 51.0, "lon": 31.0, "country": "Land"}}, "breach", ""),
        ({"place": {"lat": "51", "lon": "30.001", "precision": 1}}, "undetermined", ""),
        ({"place": {"name": "Hut", "lat": 51, "lon": 30.1, "precision": "near"}}, "undetermined", ""),
        ({"place": {"name": "Ford"}, "start": "2020-03-05"}, "breach", ""),
        ({"place": {"name": "Ford"}}, "outside", "area"),
        ({"place": {"name": "Far Quay"}, "start": "2020-03-05"}, "breach", ""),
        ({"place": {"admin1": "North", "country": "UA"}}, "breach", ""),
        ({"place": {"name": "North"}}, "breach", ""),
        ({"place": {"name": "Mill", "admin1": "North", "precision": "4"}}, "breach", ""),
        ({"place": {"name": "Hut", "admin1": "North"}}, "breach", ""),
        ({"place": {"admin1": "West Province", "country": "UA", "lat": 10, "lon": 10}}, "outside", "area"),
        ({"place": {"admin1": "!"}}, "undetermined", ""),
        ({"place": {"name": "Hut", "admin1": "South", "lat": 45, "lon": 31}}, "outside", "area"),
        ({"place": {"name": "Hut", "admin1": "West", "country": "UA", "lat": 49.7, "lon": 31}}, "undetermined", ""),
        ({"act": "drone", "start": "2020-01-16T09:00"}, "undetermined", ""),
        ({"place": {"name": "Land"}}, "undetermined", ""),
        ({"place": {"name": "Mill", "precision": 6, "country": "UA"}}, "undetermined", ""),
    ],
)
def test_incidents_are_ruled_by_what_their_slots_say(
    docket: Docket, more: dict[str, object], finding: str, reach: str
) -> None:
    found = _rule(docket, **more)
    assert (found["finding"], found["reach"]) == (finding, reach), found["reason"]
    assert bool(found["missing"]) is (finding == "undetermined")
    assert not any(chr(0xE000) <= character <= chr(0xE010) for character in json.dumps(found, ensure_ascii=False))


def test_a_province_of_the_terms_is_known_however_its_kind_of_unit_is_called() -> None:
    truce = _truce(TERMS.replace("provinces: [north]", "provinces: [east-region]"))
    made = open_docket([(truce, _registries)], LATER)
    hut = {"name": "Hut", "country": "UA"}
    assert _rule(made, place=hut | {"admin1": "East Oblast"})["finding"] == "breach"
    west = hut | {"admin1": "West Oblast", "lat": 10, "lon": 10}
    assert _rule(made, place=west)["finding"] == "outside"


def test_an_hour_is_that_of_the_country_where_it_happened(docket: Docket) -> None:
    place = {"lat": 51, "lon": 31, "country": "PL"}
    assert _rule(docket, start="2020-01-09T23:30", place=place)["finding"] == "breach"
    assert _rule(docket, start="2020-01-09T23:30")["finding"] == "outside"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"id": "d"', "not a line of JSON"),
        (b"[" * 100_000, "not a line of JSON"),
        (b"[1]", "no JSON object"),
        (b'{"act": "shelling"}', "the line has no id"),
        (b'{"id": ""}', "the line has no id"),
        (b'{"id": true}', "the line has no id"),
        (_line(act=["a"]), "act is no text: ['a']"),
        (_line(weapon=True), "weapon is no text: True"),
        (_line(actor=[{"name": "x" * 99}]), "actor is no text"),
        (_line(start="2020-02-31"), "start '2020-02-31' is no time"),
        (_line(start="9999-12-31"), "start '9999-12-31' is no time"),
        (_line(start=20200115), "start is no text but 20200115"),
        (_line(start=["2020"]), "start is no text but ['2020']"),
        (_line(end="2020-01-01"), "it ends (2020-01-01) before it starts (2020-01-15)"),
        (_line(end="2020-01-19T10:00Z"), "give both a zone or neither"),
        (_line(place=3), "place is no object"),
        (_line(place={"lat": "north", "lon": 3}), "place.lat is no number: 'north'"),
        (_line(place={"lat": 3}), "place.lon is no number: None"),
        (_line(place={"lat": 95, "lon": 3}), "place.lat 95 is not on earth"),
        (_line(place={"name": "Mill", "precision": 9}), "place.precision 9 is none"),
        (_line(place={"name": "Mill", "precision": True}), "place.precision True is none"),
        (_line(justification="x" * 200_000), "200,000 are read at most"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_costs_no_other(docket: Docket, line: bytes, words: str) -> None:
    ruled = docket.rule([_line(), line, _line(id="i2")], "in.jsonl", first=5)
    assert [json.loads(each)["incident"] for each in ruled.text.splitlines()] == ["i1", "i2"]
    (problem,) = ruled.problems
    assert (problem.where, problem.line, problem.step) == ("in.jsonl", 6, "assess")
    assert words in problem.message


def test_numbers_and_control_characters_in_texts_are_taken_as_text(docket: Docket) -> None:
    found = _rule(docket, weapon=122, actor="no\x07body\ue000", place={"name": 'the "hut"', "lat": 51, "lon": 31})
    assert found["missing"] == ["who “no body” were"]
    assert found["trace"][1]["why"] == 'the "hut" lies in the valley.'


def test_several_truces_give_findings_where_they_reach() -> None:
    loads = [(TRUCE, _registries), (LATE, _registries)]
    reaching = open_docket(loads, LATER, every=False)
    lines = [
        _line(),
        _line(id="i2", start="2021-01-15", place={"name": "Mill", "lat": 51.2, "lon": 31.2}),
        _line(id="i3", start="2023-01-15"),
        _line(id="i4", start=None),
        _line(id="i5", place={"name": "Ford"}),
    ]
    found = [json.loads(each) for each in reaching.rule(lines, "in.jsonl").text.splitlines()]
    assert [(each["incident"], each["truce"]) for each in found] == [
        ("i1", "canal"), ("i2", "later"), ("i4", "canal"), ("i4", "later"),
    ]  # fmt: skip
    every = open_docket(loads, LATER).rule(lines, "in.jsonl")
    assert every.findings["canal", "outside"] == 3
    assert every.findings.total() == 10


def test_a_point_matters_to_the_degree_where_no_area_is_drawn() -> None:
    made = open_docket([(LATE, _registries)], LATER)
    found = [
        _rule(made, start="2021-01-15", place={"name": "Mill", "lat": lat, "lon": 31.2, "country": "UA"})
        for lat in (51.2, 51.3, 20.1)
    ]
    assert [each["finding"] for each in found] == ["breach", "breach", "undetermined"]
    assert found[1]["trace"][1]["why"] == "Mill lies in the valley."


def test_a_side_that_left_owes_nothing_more_from_the_hour_of_its_step() -> None:
    step = "{by: [reds], what: withdrawal, others: stand, start: 2020-01-15T12:00, why: They left., cite: paper}"
    made = open_docket([(_truce(f"{TERMS}withdrawals: [{step}]\n"), _registries)], LATER)
    hours = {hour: _rule(made, start=f"2020-01-15T{hour}") for hour in ("11:00", "13:00")}
    assert [each["finding"] for each in hours.values()] == ["breach", "outside"]
    assert hours["13:00"]["reason"] == "Red Army no longer owed it. They left. (The paper)"


FIRST_FIRE = {"id": "f", "actor": "Blue Army", "target": "Red Army", "start": "2020-01-14"}


@pytest.mark.parametrize(
    ("earlier", "reply", "finding", "missing"),
    [
        ({}, {}, "permitted", ""),
        ({"act": "obstruction"}, {}, "breach", ""),
        ({"act": "juggling"}, {}, "undetermined", "what was done that it answered"),
        ({"actor": "Blue Band", "start": "2020-01-26"}, {"start": "2020-01-26"}, "permitted", ""),
        ({"actor": "Red Army"}, {}, "breach", ""),
        ({"actor": "somebody"}, {}, "undetermined", "whether it struck those who had attacked"),
        ({"actor": None, "actor_side": "blues"}, {}, "permitted", ""),
        ({"start": "2020-01-16"}, {}, "breach", ""),
        ({"start": None}, {}, "undetermined", "when what it answered happened"),
        ({"start": "2020-01-15T08:00"}, {"start": "2020-01-15T09:00"}, "permitted", ""),
        ({"start": "2020-01-15T10:00"}, {"start": "2020-01-15T09:00"}, "breach", ""),
        ({"start": "2020-01-15T10:00Z"}, {"start": "2020-01-15T09:00"}, "permitted", ""),
        ({"place": "Ford"}, {}, "undetermined", "where what it answered happened"),
        ({"place": None}, {}, "undetermined", "where what it answered happened"),
        ({"place": {"lat": 51.2, "lon": 31.0}}, {"place": {"lat": 51.0, "lon": 31.0}}, "permitted", ""),
        (
            {"place": {"lat": 51.8, "lon": 31.0}},
            {"place": {"lat": 51.0, "lon": 31.0}},
            "undetermined",
            "whether what happened there was answered here",
        ),
        ({"target_kind": "village"}, {}, "permitted", ""),
        ({"id": "another"}, {}, "permitted", ""),
    ],
)
def test_a_reply_is_a_defence_if_what_it_answered_shows_it(
    docket: Docket, earlier: dict[str, object], reply: dict[str, object], finding: str, missing: str
) -> None:
    """Where no incident has the id, it is taken for words of what was answered."""
    lines = [_line(**FIRST_FIRE | earlier), _line(response_to="f", **reply), b"no line", _line(id="f", act="patrol")]
    docket.learn(told_in(lines[:3], answered_in(lines)))
    found = json.loads(docket.rule(lines[1:2], "in.jsonl").text)
    docket.learn({})
    assert (found["finding"], missing in "; ".join(found["missing"])) == (finding, True), found["reason"]


def test_the_first_of_several_incidents_of_an_id_is_what_was_answered() -> None:
    one, other = _line(id=7), _line(id="7", act="patrol")
    assert told_in([one, other], {"7"}) == {"7": one}


def test_a_point_matters_wherever_an_area_is_drawn_near_it() -> None:
    """Two areas are drawn, and the point is near the second."""
    far = "{id: far, name: far off, cite: paper, geometry: {coordinates: [[[9, 9], [10, 9], [10, 10], [9, 9]]]}}"
    terms = TERMS.replace("areas:\n", f"areas:\n  - {far}\n", 1).replace("areas: [valley]", "areas: [far, valley]")
    made = open_docket([(_truce(terms), _registries)], LATER)
    places = [{"name": "Hut", "lat": lat, "lon": 31.0, "admin1": "South"} for lat in (51.7, 52.3, 53.9)]
    assert [_rule(made, place=place)["finding"] for place in places] == ["breach", "outside", "outside"]


def test_truces_whose_windows_leave_out_the_day_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    made = open_docket([(TRUCE, _registries)], LATER, every=False)
    monkeypatch.setattr(made.benches[0], "rule", lambda *_, **__: pytest.fail("it was asked"))
    for day in ("2020-01-01", "2020-02-20", "2020-04-10"):
        assert made.rule([_line(start=day)], "in.jsonl").text == b""


def test_values_that_only_look_alike_are_not_taken_for_each_other(docket: Docket) -> None:
    """Python has 1 equal True, and an infinite number cannot be rounded."""
    docket.rule([_line(weapon=1), b"\xef\xbb\xbf" + _line()], "in.jsonl")
    ruled = docket.rule(
        [_line(weapon=True), _line(place={"name": "Mill", "lat": float("inf"), "lon": 1.0})], "in.jsonl"
    )
    assert [problem.message for problem in ruled.problems] == [
        "weapon is no text: True", "place.lat inf is not on earth",
    ]  # fmt: skip


def test_what_nobody_knew_on_the_day_is_not_asked() -> None:
    early = open_docket([(TRUCE, _registries), (LATE, _registries)], dt.datetime(2020, 2, 1, tzinfo=dt.UTC))
    assert [bench.truce.id for bench in early.benches] == ["canal"]
    assert _rule(early, start="2020-03-05")["finding"] == "outside"


def test_clauses_that_contradict_each_other_are_told_once_with_both_citations(docket: Docket) -> None:
    docket.rule([_line(act="patrol"), _line(id="i2", act="patrol", target=None)], "in.jsonl")
    (problem,) = docket.contradictions()
    assert problem.where == "canal"
    assert "“clash-one” (The paper) prohibits what “clash-two” (The paper) permits" in problem.message


FIRST, LAST = dt.datetime(2020, 1, 5), dt.datetime(2020, 4, 5)  # noqa: DTZ001 - local to the place
INSTANTS = st.datetimes(FIRST, LAST).map(lambda each: each.replace(microsecond=0))
NAMES = st.sampled_from([*ACTORS, None])


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["shelling", "airstrike", "overflight", "patrol", "other"]),
    NAMES,
    NAMES,
    INSTANTS,
    st.timedeltas(dt.timedelta(0), dt.timedelta(days=12)),
    st.sampled_from([place for place in PLACES if place.kind == "town"]),
)
def test_the_bench_rules_as_the_terms_do(
    act: str, actor: Actor | None, target: Actor | None, start: dt.datetime, length: dt.timedelta, place: Place
) -> None:
    end = start + max(length, dt.timedelta(minutes=1))
    facts = Facts(
        act=act_of(act),
        actors=(Party(text=actor.name, actor=actor.id),) if actor else (),
        targets=(Party(text=target.name, actor=target.id),) if target else (),
        sites=(Site(text=place.name, place=place.id),),
        time=Span(start=start.replace(tzinfo=KYIV), end=end.replace(tzinfo=KYIV)),
    )
    expected = evaluate(TRUCE, facts, {each.id: each for each in ACTORS}.get, Ground(PLACES), LATER)
    assert expected is not None
    found = _rule(
        SHARED,
        act=act,
        actor=actor and actor.id,
        target=target and target.id,
        start=start.isoformat(),
        end=end.isoformat(),
        place={"name": place.name, "country": "UA"},
    )
    told = (found["finding"], found["reach"], found["term"], found["missing"], found["clauses"])
    assert told == (
        expected.ruling.value, expected.reach, expected.term, list(expected.missing), list(expected.clauses),
    )  # fmt: skip
    assert [each["holds"] for each in found["trace"]] == [each.holds for each in expected.conditions]


SHARED = open_docket([(TRUCE, _registries)], LATER)


def test_a_short_trace_has_what_the_finding_rests_on_and_a_full_one_all_that_was_tried(docket: Docket) -> None:
    short = open_docket([(TRUCE, _registries)], LATER, full=False)
    for more in ({}, {"act": "abduction"}, {"actor": "rebels", "target": "Red Army"}, {"act": "juggling"}):
        lean, full = _rule(short, **more), _rule(docket, **more)
        assert {**lean, "trace": []} == {**full, "trace": []}
        assert [each for each in full["trace"] if each in lean["trace"]] == lean["trace"]
    found = _rule(short)
    told = [(each["condition"], each["holds"], each["clause"]) for each in found["trace"]]
    assert told == [
        ("time", True, "first"), ("area", True, "first"), ("actor", True, ""), ("act", True, ""),
        ("target", True, "no-fire"),
    ]  # fmt: skip
    assert _rule(docket)["trace"][-1]["clause"] == "answer"
    assert found["trace"][3]["why"] == "“no-fire”, “answer” speak of this."


def test_a_short_trace_says_what_kept_every_clause_from_it() -> None:
    short = open_docket([(TRUCE, _registries)], LATER, full=False)
    found = _rule(short, act="overflight", start="2020-01-16T19:00")
    assert found["trace"][-1] == {
        "condition": "time",
        "holds": False,
        "why": "“flights” did not hold at 2020-01-16T19:00.",
        "clause": "flights",
        "claims": [],
    }
    none = _rule(short, act="juggling")
    assert "speak of certain acts; the reports do not say what was done" in none["trace"][3]["why"]


def test_a_line_may_have_blanks_around_it(docket: Docket) -> None:
    ruled = docket.rule([b" " + _line() + b" \t", _line() + b"x"], "in.jsonl")
    assert ruled.findings.total() == 1
    assert "Extra data" in ruled.problems[0].message


def test_a_slot_that_no_lookup_takes_does_not_change_the_others(docket: Docket) -> None:
    found = _rule(docket, actor=["Red Army"], place={"name": "Mill", "country": "UA", "odd": [1]}, more={"odd": 1})
    assert found["finding"] == "breach"


@settings(max_examples=200, deadline=None)
@given(
    INSTANTS,
    st.timedeltas(dt.timedelta(0), dt.timedelta(days=450)),
    st.sampled_from(["Europe/Kyiv", "Pacific/Kiritimati", "Etc/GMT+12"]),
)
def test_a_day_on_which_nothing_changes_has_the_class_of_each_of_its_minutes(
    start: dt.datetime, length: dt.timedelta, zone: str
) -> None:
    when = when_of(start.isoformat(), (start + length).isoformat())
    assert when is not None
    timeline = SHARED.benches[0].timeline
    changing = dt.date(2020, 1, 10).toordinal()
    exact = when._replace(days=(changing, changing))
    assert timeline.classify(when, ZoneInfo(zone)) == timeline.classify(exact, ZoneInfo(zone))


def test_a_word_that_names_no_act_is_told_once(docket: Docket) -> None:
    for act in ("shellin", "Shelling", "other", "", "shellin"):
        assert _rule(docket, act=act)["finding"]
    (told,) = docket.unknown_acts("in.jsonl")
    assert told.message == "the act 'shellin' is none that is known; it was ruled as another act"
    assert told.hint == "did you mean 'shelling'?"


def test_a_key_that_is_misspelt_is_told_and_others_are_not() -> None:
    lines = [
        b'{"id": "a", "plce": {"name": "Homs"}, "notes": "seen by two", "act": "shelling"}',
        b'{"id": "b", "place": {"nme": "Homs", "country": "Syria"}, "Act": "shelling"}',
        b"no line at all",
    ]
    told = Docket.misspelt_keys(lines, "in.jsonl")
    assert [(each.message.split("'")[1], each.hint, each.severity) for each in told] == [
        ("plce", "did you mean 'place'?", "warning"),
        ("nme", "did you mean 'name'?", "warning"),
    ]
