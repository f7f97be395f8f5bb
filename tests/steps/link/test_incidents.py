from __future__ import annotations

import dataclasses

import pytest
from tests.steps.link.accounts import (
    ALEPPO,
    ARMY,
    DENIED,
    HARASTA,
    HOMS,
    KHAN,
    NUSRA,
    Desk,
    at,
    happening,
    hours,
    judged,
    speaker,
)

from tregua.records.claim import Casualties, Happening, Mention, PlaceMention
from tregua.records.incident import Status
from tregua.records.judgement import Decision
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Precision, Span

SIXTH = hours("05-06", "05-07")
POST = Mention(text="an army post")
SCHOOL = Mention(text="a primary school")
CIVILIANS = Mention(text="civilians", id="civilians", side="civilians")
HANDARAT = PlaceMention(text="Handarat")


def toll(number: int) -> Casualties:
    return Casualties(low=number, best=number, high=number)


def _joined(one: Happening, other: Happening, first: str | None = "05-06", second: str | None = "05-06") -> bool:
    """Tell whether reports of two outlets about ONE and OTHER become one incident."""
    desk = Desk()
    desk.report(first, one, "agency")
    desk.report(second, other, "network")
    return len(desk.incidents()) == 1


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (happening(Act.SHELLING, KHAN), happening(Act.SHELLING, KHAN), True),
        (happening(Act.SHELLING, KHAN), happening(Act.EXPLOSION, KHAN), True),
        (happening(Act.AIRSTRIKE, KHAN), happening(Act.DRONE, KHAN), True),
        (happening(Act.ATTACK, KHAN), happening(Act.ADVANCE, KHAN), True),
        (happening(Act.SMALL_ARMS, KHAN), happening(Act.ATTACK, KHAN), True),
        (happening(Act.SHELLING, KHAN), happening(Act.AIRSTRIKE, KHAN), False),
        (happening(Act.ABDUCTION, KHAN), happening(Act.ABDUCTION, KHAN), True),
        (happening(Act.ATTACK, KHAN, time=SIXTH), happening(Act.SHELLING, KHAN, time=SIXTH), True),
        (happening(Act.ATTACK, KHAN), happening(Act.SHELLING, KHAN), True),
        (happening(Act.ATTACK, KHAN, time=SIXTH), happening(Act.ABDUCTION, KHAN, time=SIXTH), False),
        (happening(Act.OTHER, KHAN, time=SIXTH), happening(Act.ABDUCTION, KHAN, time=SIXTH), True),
        (
            happening(Act.ATTACK, KHAN, time=SIXTH, actors=(NUSRA,)),
            happening(Act.SHELLING, KHAN, time=SIXTH, actors=(NUSRA,)),
            True,
        ),
        (
            happening(Act.OTHER, KHAN, time=SIXTH, killed=toll(4)),
            happening(Act.AIRSTRIKE, KHAN, time=SIXTH, killed=toll(4)),
            True,
        ),
        (happening(Act.SHELLING, KHAN), happening(Act.SHELLING, HARASTA), False),
        (happening(Act.SHELLING, HANDARAT), happening(Act.SHELLING, PlaceMention(text="Handrat")), True),
        (happening(Act.SHELLING, KHAN, HARASTA), happening(Act.SHELLING, KHAN), True),
        (happening(Act.SHELLING, ALEPPO), happening(Act.EXPLOSION, ALEPPO), False),
        (
            happening(Act.SHELLING, ALEPPO, actors=(NUSRA,), targets=(SCHOOL,), killed=toll(3)),
            happening(Act.SHELLING, ALEPPO, actors=(NUSRA,), targets=(SCHOOL,), killed=toll(3)),
            True,
        ),
        (
            happening(Act.SHELLING, ALEPPO, actors=(NUSRA,), targets=(SCHOOL,), killed=toll(3)),
            happening(Act.SHELLING, HOMS, actors=(NUSRA,), targets=(SCHOOL,), killed=toll(3)),
            False,
        ),
        (
            happening(Act.SHELLING, actors=(NUSRA,), targets=(SCHOOL,), killed=toll(3)),
            happening(Act.SHELLING, KHAN, actors=(NUSRA,), targets=(SCHOOL,), killed=toll(3)),
            True,
        ),
        (
            happening(Act.SHELLING, KHAN, targets=(POST,), actors=(ARMY,)),
            happening(Act.SHELLING, KHAN, targets=(SCHOOL,), actors=(NUSRA,)),
            False,
        ),
        (happening(Act.SHELLING, KHAN, count=4), happening(Act.SHELLING, KHAN, count=9), False),
        (happening(Act.SHELLING, KHAN, count=4), happening(Act.SHELLING, KHAN, count=4), True),
        (
            happening(Act.SHELLING, KHAN, actors=(NUSRA,), time=SIXTH),
            happening(Act.SHELLING, KHAN, actors=(ARMY,), time=SIXTH),
            True,
        ),
        (happening(Act.SHELLING, KHAN, actors=(NUSRA,)), happening(Act.ATTACK, KHAN, actors=(ARMY,)), False),
        (happening(Act.SHELLING, KHAN, killed=toll(3)), happening(Act.ATTACK, KHAN), False),
        (
            happening(Act.SHELLING, KHAN, time=SIXTH, targets=(SCHOOL,), killed=toll(7)),
            happening(Act.AIRSTRIKE, KHAN, time=SIXTH, targets=(SCHOOL,), killed=toll(7)),
            True,
        ),
        (
            happening(Act.SHELLING, KHAN, actors=(Mention(text="militants"),)),
            happening(Act.SHELLING, KHAN, actors=(Mention(text="terrorists"),)),
            True,
        ),
        (happening(Act.SHELLING, KHAN, killed=toll(3)), happening(Act.SHELLING, KHAN, killed=toll(30)), False),
        (
            happening(Act.SHELLING, KHAN, killed=toll(3), time=SIXTH),
            happening(Act.SHELLING, KHAN, killed=toll(5), time=SIXTH),
            True,
        ),
        (
            happening(Act.SHELLING, KHAN, killed=toll(3), count=2),
            happening(Act.SHELLING, KHAN, killed=Casualties(low=2, best=None, high=None), count=2),
            True,
        ),
    ],
)
def test_which_accounts_are_of_one_event(one: Happening, other: Happening, *, joined: bool) -> None:
    assert _joined(one, other) is joined


def _at_hour(hour: str, basis: Basis = Basis.STATED) -> Span:
    start = at(f"05-06T{hour}:00")
    return Span(start=start, end=at("05-06T23:00"), precision=Precision.HOUR, basis=basis)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (SIXTH, SIXTH, True),
        (SIXTH, hours("05-07", "05-08"), False),
        (_at_hour("06"), _at_hour("07"), True),
        (_at_hour("06"), _at_hour("18"), False),
        (_at_hour("06"), _at_hour("18", Basis.RELATIVE), True),
        (_at_hour("06"), SIXTH, True),
        (None, SIXTH, True),
        (None, hours("05-01", "05-02"), False),
        (Span(start=None, end=at("05-07")), SIXTH, False),
        (Span(start=None, end=None, basis=Basis.UNKNOWN), SIXTH, True),
    ],
)
def test_two_events_on_one_place_are_told_apart_by_time(one: Span | None, other: Span | None, *, joined: bool) -> None:
    assert _joined(happening(Act.SHELLING, KHAN, time=one), happening(Act.SHELLING, KHAN, time=other)) is joined


@pytest.mark.parametrize(
    ("one", "other", "second", "joined"),
    [
        (happening(Act.SHELLING, KHAN, actors=(NUSRA,)), happening(Act.SHELLING, KHAN, actors=(NUSRA,)), "05-12", True),
        (happening(Act.SHELLING, KHAN, actors=(NUSRA,)), happening(Act.SHELLING, KHAN, actors=(NUSRA,)), "05-13", True),
        (
            happening(Act.SHELLING, KHAN, actors=(NUSRA,)),
            happening(Act.SHELLING, KHAN, actors=(NUSRA,)),
            "05-15",
            False,
        ),
        (happening(Act.SHELLING, KHAN), happening(Act.SHELLING, KHAN), "05-12", False),
        (
            happening(Act.SHELLING, ALEPPO, targets=(SCHOOL,), killed=toll(7)),
            happening(Act.SHELLING, ALEPPO, targets=(SCHOOL,), killed=toll(7)),
            "05-12",
            True,
        ),
        (
            happening(Act.SHELLING, ALEPPO, targets=(SCHOOL,)),
            happening(Act.DRONE, ALEPPO, actors=(NUSRA,)),
            "05-12",
            False,
        ),
    ],
)
def test_what_was_printed_with_a_late_report_may_be_of_its_day(
    one: Happening, other: Happening, second: str, *, joined: bool
) -> None:
    desk = Desk()
    dated = desk.report("05-12", dataclasses.replace(one, time=SIXTH), "agency")
    desk.report(second, other, "network")
    found = desk.incidents()
    assert len(found) == (1 if joined else 2)
    assert next(each for each in found if dated in each.claims).time == SIXTH


def test_an_account_that_cannot_be_dated_is_not_joined_on_place_and_act_alone() -> None:
    assert not _joined(happening(Act.ATTACK, KHAN), happening(Act.ATTACK, KHAN), first=None)
    assert not _joined(happening(Act.ATTACK, KHAN), happening(Act.ATTACK, KHAN), first=None, second=None)
    town = Mention(text="town of Khan Touman")
    named = happening(Act.ATTACK, PlaceMention(text="the town of Khan Touman", id="khan-tuman"), targets=(town,))
    assert not _joined(named, named, first=None)
    by_name = happening(Act.ATTACK, KHAN, actors=(NUSRA,))
    assert not _joined(by_name, by_name, first=None)
    sure = happening(Act.ATTACK, KHAN, actors=(NUSRA,), targets=(SCHOOL,))
    assert _joined(sure, sure, first=None)


def test_a_report_weeks_later_is_not_of_the_same_event() -> None:
    assert not _joined(happening(Act.ATTACK, KHAN), happening(Act.ATTACK, KHAN), second="05-20")


def test_a_document_that_tells_of_two_events_is_believed() -> None:
    desk = Desk()
    one = desk.document("d", "05-06", "agency")
    for target in (POST, SCHOOL):
        desk.claim(one, happening(Act.SHELLING, KHAN, targets=(target,)), "agency")
    desk.claim(one, happening(Act.SHELLING, KHAN, targets=(SCHOOL,)), "agency")
    assert sorted(len(incident.claims) for incident in desk.incidents()) == [1, 2]


def test_clusters_do_not_chain() -> None:
    desk = Desk()
    desk.report("05-06", happening(Act.SHELLING, KHAN, time=SIXTH, targets=(POST,), actors=(ARMY,)), "agency")
    desk.report("05-06", happening(Act.SHELLING, KHAN, time=SIXTH), "network")
    desk.report("05-06", happening(Act.SHELLING, KHAN, time=SIXTH, targets=(SCHOOL,), actors=(NUSRA,)), "observatory")
    assert sorted(len(incident.claims) for incident in desk.incidents()) == [1, 2]


def test_reasons_say_which_rules_joined_two_claims() -> None:
    desk = Desk()
    first = desk.report("05-06", happening(Act.SHELLING, KHAN, time=SIXTH), "agency")
    second = desk.report("05-06", happening(Act.EXPLOSION, KHAN, time=SIXTH), "network")
    (incident,) = desk.incidents()
    one, other = sorted((first, second))
    assert incident.reasons[0].startswith(f"{one} and {other}: same place khan-tuman (+1); ")
    said = "the times they give overlap (+1.5); both say that day (+1.5); 4, needed 0.5 among 0"
    assert f"{said} others" in incident.reasons[0]


def test_an_event_without_a_time_happened_in_the_two_days_up_to_publication_not_on_that_day() -> None:
    desk = Desk()
    desk.report("05-06", happening(Act.SHELLING, KHAN), "agency")
    desk.report("05-20T14:00", happening(Act.SHELLING, KHAN), "agency")
    desk.report(None, happening(Act.SHELLING, KHAN), "agency")
    by_day, by_hour, never = (incident.time for incident in desk.incidents())
    assert by_day is not None
    assert by_hour is not None
    assert never is None
    assert (by_day.start, by_day.end) == (at("05-05"), at("05-07"))
    assert (by_day.basis, by_day.anchor) == (Basis.INFERRED, "published 2016-05-06")
    assert (by_hour.start, by_hour.end) == (at("05-18T14:00"), at("05-20T14:00"))


def test_ids_do_not_change_when_unrelated_claims_come_in() -> None:
    desk = Desk()
    desk.report("05-06", happening(Act.SHELLING, KHAN), "agency")
    desk.report("05-06", happening(Act.SHELLING, KHAN), "network")
    before = {incident.id for incident in desk.incidents()}
    desk.report("05-06", happening(Act.SHELLING, HARASTA), "network")
    assert before < {incident.id for incident in desk.incidents()}


def test_the_order_of_claims_does_not_matter() -> None:
    desk = Desk()
    for source in ("agency", "network", "observatory", "rebels"):
        desk.report("05-06", happening(Act.SHELLING, KHAN, actors=(NUSRA,)), source)
        desk.report("05-06", happening(Act.SHELLING, HARASTA, HANDARAT), source)
    before, _ = desk.link()
    desk.claims.reverse()
    assert desk.link()[0] == before


def _status(*chains: tuple[str, ...]) -> tuple[Status, str]:
    desk = Desk()
    for chain in chains:
        desk.report("05-06", happening(Act.SHELLING, KHAN), *chain)
    (incident,) = desk.incidents()
    return incident.status, incident.status_reason


@pytest.mark.parametrize(
    ("chains", "status", "why"),
    [
        ([("agency",)], Status.ALLEGED, "told by State Agency (government) alone"),
        ([("centre", "agency"), ("centre", "daily")], Status.ALLEGED, "told by The Centre (government) alone"),
        ([("centre",), ("ministry",)], Status.ALLEGED, "told by The Centre (government) alone"),
        ([("agency",), ("centre",)], Status.ALLEGED, "of which no two are independent and of different sides"),
        ([("agency",), ("echo",)], Status.ALLEGED, "no two are independent"),
        ([("agency",), ("A Weekly",)], Status.ALLEGED, "no two are independent"),
        ([("agency",), ("daily",)], Status.ALLEGED, "no two are independent and of different sides"),
        ([("centre",), ("sister",)], Status.ALLEGED, "no two are independent"),
        ([("network",), ("echo",)], Status.ALLEGED, "no two are independent"),
        (
            [("agency",), ("network",)],
            Status.CORROBORATED,
            "told independently by State Agency (government) and The Network (neutral)",
        ),
        ([("network",), ("observatory",)], Status.CORROBORATED, "told independently by"),
        ([("agency",), ("rebels",)], Status.CORROBORATED, "told independently by"),
        ([("rebels",), ("sister",)], Status.ALLEGED, "no two are independent"),
    ],
)
def test_corroboration_counts_independent_origins_not_outlets(
    chains: list[tuple[str, ...]], status: Status, why: str
) -> None:
    found, reason = _status(*chains)
    assert found is status
    assert why in reason


def test_a_denial_by_another_origin_makes_an_incident_disputed() -> None:
    desk = Desk()
    told = desk.report("05-06", happening(Act.SHELLING, KHAN, actors=(ARMY,)), "rebels")
    denial = desk.report("05-06", happening(Act.SHELLING, KHAN, actors=(ARMY,)), "centre", "agency", stance=DENIED)
    desk.report("05-06", happening(Act.SHELLING, KHAN, actors=(ARMY,)), "network", denied_by=speaker("The Army"))
    (incident,) = desk.incidents()
    assert incident.status is Status.DISPUTED
    assert incident.status_reason == (
        "told by Rebel Office (opposition), The Network (neutral); denied by The Centre, The Army"
    )
    assert [(version.origin, version.denies) for version in incident.versions] == [
        ("Rebel Office", False), ("The Network", False), ("The Centre", True), ("The Army", True),
    ]  # fmt: skip
    assert {told, denial} < set(incident.claims)


def test_who_denies_their_own_earlier_word_disputes_nothing() -> None:
    desk = Desk()
    desk.report("05-06", happening(Act.SHELLING, KHAN), "network", denied_by=speaker("network"))
    (incident,) = desk.incidents()
    assert incident.status is Status.ALLEGED


def test_a_denial_alone_is_no_incident() -> None:
    desk = Desk()
    desk.report("05-06", happening(Act.SHELLING, KHAN), "centre", stance=DENIED)
    linked, problems = desk.link()
    assert (linked.incidents, linked.testimonies, problems) == ((), (), [])


def test_versions_keep_each_origins_account_and_name_the_differences() -> None:
    desk = Desk()
    low = happening(Act.SHELLING, KHAN, time=SIXTH, actors=(NUSRA,), killed=toll(3),
                    targets=(SCHOOL,), weapons=("Mortars",))  # fmt: skip
    high = happening(Act.EXPLOSION, KHAN, time=SIXTH, actors=(ARMY,), killed=toll(5), injured=toll(2),
                     targets=(SCHOOL,), weapons=("mortars", "a mine"))  # fmt: skip
    desk.report("05-06", low, "centre", "agency")
    desk.report("05-06", high, "rebels")
    (incident,) = desk.incidents()
    assert incident.differs == ("act", "actors", "killed")
    assert incident.actors == ()
    assert incident.killed == Casualties(low=3, best=None, high=5)
    assert incident.injured == toll(2)
    assert incident.weapons == ("Mortars", "a mine")
    assert incident.targets == (SCHOOL,)
    assert [(version.origin, version.actors, version.killed) for version in incident.versions] == [
        ("The Centre", (NUSRA,), toll(3)), ("Rebel Office", (ARMY,), toll(5)),
    ]  # fmt: skip


def test_a_version_holds_all_that_its_origin_says_and_nothing_that_others_say() -> None:
    desk = Desk()
    full = happening(Act.SHELLING, KHAN, time=SIXTH, targets=(SCHOOL,), weapons=("mortars",), injured=toll(2))
    desk.report("05-06", full, "agency")
    desk.report("05-06", happening(Act.SHELLING, KHAN, ALEPPO, targets=(SCHOOL,)), "network")
    (incident,) = desk.incidents()
    one, other = incident.versions
    assert (one.act, one.targets, one.places, one.time, one.weapons) == (
        Act.SHELLING, (SCHOOL,), (KHAN,), SIXTH, ("mortars",),
    )  # fmt: skip
    assert (other.places, other.time, other.weapons, other.injured) == ((KHAN, ALEPPO), None, (), None)
    assert incident.differs == ()


@pytest.mark.parametrize(
    ("place", "time", "differs"),
    [
        (HARASTA, SIXTH, ("places",)),
        (KHAN, hours("05-07", "05-08"), ("time",)),
        (ALEPPO, Span(start=at("05-01"), end=None), ()),
        (ALEPPO, Span(start=None, end=at("05-06")), ("time",)),
    ],
)
def test_accounts_that_a_person_joined_differ_in_place_and_time(
    place: PlaceMention, time: Span, differs: tuple[str, ...]
) -> None:
    desk = Desk()
    one = desk.report("05-06", happening(Act.SHELLING, KHAN, time=SIXTH), "agency")
    other = desk.report("05-07", happening(Act.SHELLING, place, time=time), "network")
    (incident,) = desk.incidents(judged(Decision.MERGE, one, other))
    assert incident.differs == differs


def test_what_origins_agree_on_is_merged() -> None:
    desk = Desk()
    first = happening(Act.SHELLING, ALEPPO, KHAN, actors=(NUSRA,), killed=Casualties(low=2, best=None, high=None))
    second = happening(Act.SHELLING, KHAN, HANDARAT, actors=(NUSRA, ARMY), time=SIXTH, killed=toll(4))
    third = happening(Act.EXPLOSION, KHAN, killed=Casualties(low=None, best=None, high=None))
    desk.report("05-06", first, "agency")
    desk.report("05-06", second, "network")
    desk.report("05-06", third, "observatory")
    (incident,) = desk.incidents()
    assert incident.act is Act.SHELLING
    assert incident.actors == (NUSRA, ARMY)
    assert incident.places == (KHAN, ALEPPO, HANDARAT)
    assert incident.time == SIXTH
    assert incident.killed == Casualties(low=2, best=None, high=None)


def test_an_exact_act_goes_before_a_vague_one_and_does_not_differ_from_it() -> None:
    desk = Desk()
    for act, source in ((Act.OTHER, "agency"), (Act.ATTACK, "network"), (Act.AIRSTRIKE, "rebels")):
        desk.report("05-06", happening(act, KHAN, time=SIXTH, actors=(ARMY,), killed=toll(3)), source)
    (incident,) = desk.incidents()
    assert incident.act is Act.AIRSTRIKE
    assert incident.differs == ()


def test_a_place_within_a_region_shares_the_region() -> None:
    inside = PlaceMention(text="Unlisted", within="Aleppo countryside", precision=PlacePrecision.PROVINCE)
    also = PlaceMention(text="Nearby", within="the countryside of Aleppo", precision=PlacePrecision.PROVINCE)
    details = {"actors": (NUSRA,), "targets": (SCHOOL,), "killed": toll(3)}
    assert _joined(happening(Act.SHELLING, inside, **details), happening(Act.SHELLING, also, **details))
    assert _joined(happening(Act.SHELLING, inside, **details), happening(Act.SHELLING, ALEPPO, **details))


def test_one_origin_tells_of_an_incident_once_however_many_print_it() -> None:
    desk = Desk()
    desk.report("05-06", happening(Act.SHELLING, KHAN), "centre", "agency")
    desk.report("05-07", happening(Act.SHELLING, KHAN), "centre", "daily")
    desk.report("05-07", happening(Act.SHELLING, KHAN), "network")
    linked, _ = desk.link()
    centre, network = sorted(linked.testimonies, key=lambda told: told.origin_id)
    assert centre.outlets == ("State Agency", "The Daily")
    assert centre.reasons == (
        "The Centre tells the same event, printed by State Agency on 2016-05-06 and by The Daily",
    )
    assert len(network.claims) == 1
    assert network.tally is None
    assert len(centre.claims) == 2


def test_a_school_and_a_clinic_are_both_kept_as_what_was_struck_though_both_are_civilian() -> None:
    school, clinic = (Mention(text=text, id="civilians", side="civilians") for text in ("a school", "a clinic"))
    desk = Desk()
    for teller, struck in (("agency", school), ("observatory", clinic)):
        desk.report("05-06", happening(Act.SHELLING, KHAN, time=SIXTH, targets=(struck,)), teller)
    (incident,) = desk.incidents()
    assert incident.targets == (school, clinic)


def test_two_deeds_of_two_sides_in_one_document_are_two_events() -> None:
    desk = Desk()
    document = desk.document("d1", "05-06", "network")
    by_army = happening(Act.ATTACK, actors=(ARMY,), targets=(CIVILIANS,), time=SIXTH, killed=toll(6))
    by_nusra = happening(Act.ATTACK, actors=(NUSRA,), targets=(CIVILIANS,), time=SIXTH, killed=toll(9))
    desk.claim(document, by_army, "network")
    desk.claim(document, by_nusra, "network")
    assert [len(incident.claims) for incident in desk.incidents()] == [1, 1]
