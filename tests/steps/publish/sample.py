"""A made-up week of a made-up truce, rich enough to show everything a report can show; no real event is in it."""

# ruff: noqa: ANN401 - keyword arguments of records

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.steps.publish.cast import (
    CENTRE,
    COUNCIL,
    GOVERNMENT,
    HOSTILE,
    MARSAD,
    NOBODY,
    OFFICE,
    PLACES,
    SOURCES,
    TRUCE,
)
from tests.steps.publish.statements import (
    ABDUCTED,
    AIR,
    CLAIMS,
    DAILY,
    DOCUMENTS,
    OTHER_SIDE,
    PART,
    RUNNING,
    SHELLED,
    SNIPED,
    WINDOWLESS,
    ZONE,
    span_of,
    tally_of,
)
from tregua.errors import Problem
from tregua.records.claim import Casualties, Happening, Speaker, Tally
from tregua.records.finding import Condition, Finding, Ruling
from tregua.records.incident import Incident, Status, Testimony, Version
from tregua.records.judgement import Decision, Judgement
from tregua.records.reconciliation import DayBound, Discrepancy, DiscrepancyKind, Reconciliation, Statement
from tregua.steps.measure import measure
from tregua.steps.publish.book import Book, Period
from tregua.vocabulary.stances import Bound

WEEK = Period(first=dt.date(2016, 3, 7), last=dt.date(2016, 3, 13))
EMPTY_WEEK = Period(first=dt.date(2015, 1, 5), last=dt.date(2015, 1, 11))


def _incident(
    key: int, status: Status, reason: str, claims: tuple[int, ...], slots: Happening, **more: Any
) -> Incident:
    values = {
        "actors": slots.actors,
        "targets": slots.targets,
        "places": slots.places,
        "time": slots.time,
        "killed": slots.killed,
        "injured": slots.injured,
        **more,
    }
    return Incident(
        id=f"i-{key:012d}",
        status=status,
        status_reason=reason,
        claims=tuple(f"c-{claim:012d}" for claim in claims),
        act=slots.act,
        **values,
    )


def _slots(number: int) -> Happening:
    slots = CLAIMS[number - 1].slots
    assert isinstance(slots, Happening)
    return slots


INCIDENTS = (
    _incident(
        1,
        Status.DISPUTED,
        "Each side says that the other fired.",
        (11, 12),
        SHELLED,
        actors=(COUNCIL, GOVERNMENT),
        killed=Casualties(low=3, best=3, high=3),
        injured=Casualties(low=5, best=5, high=None),
        differs=("actors", "killed"),
        versions=(
            Version(origin="Lakeside Coordination Centre", claims=("c-000000000011",), actors=(COUNCIL,)),
            Version(
                origin="Northern Council Press Office",
                claims=("c-000000000012",),
                actors=(GOVERNMENT,),
                killed=Casualties(low=3, best=3, high=3),
                denies=True,
            ),
        ),
        reasons=("same place, day and act",),
    ),
    _incident(
        2, Status.ALLEGED, "One origin, carried by two outlets.", (13, 14), AIR, reasons=("the second names the first",)
    ),
    _incident(3, Status.ALLEGED, "One outlet, which names nobody.", (15,), SNIPED),
    _incident(4, Status.ALLEGED, "One origin without a name.", (16,), ABDUCTED),
    _incident(5, Status.ALLEGED, HOSTILE, (17,), _slots(17)),
    _incident(6, Status.CORROBORATED, "Verified on the ground by nobody; two origins.", (18,), _slots(18)),
    _incident(7, Status.VERIFIED, "Verified by judgement j-1.", (19,), _slots(19)),
    _incident(8, Status.REFUTED, "Refuted by judgement j-2.", (21,), _slots(21)),
)


def _finding(key: int, incident: int, ruling: Ruling, reason: str, **more: Any) -> Finding:
    return Finding(
        id=f"f-{key:012d}", incident=f"i-{incident:012d}", truce="lake-truce", ruling=ruling, reason=reason, **more
    )


IN_TIME = Condition(
    name="time", holds=True, why="8 March lies in the first layer.", clause="first", claims=("c-000000000011",)
)
FINDINGS = (
    _finding(
        1,
        1,
        Ruling.CONTESTED,
        "Each version would be a breach by the other side.",
        clause="no-fire",
        citation="statement, 3",
        conditions=(IN_TIME, Condition(name="actor", holds=None, why="The two versions name different actors.")),
        by_version=(("Lakeside Coordination Centre", "breach"), ("Northern Council Press Office", "breach")),
    ),
    _finding(
        2,
        2,
        Ruling.BREACH,
        "An air strike by a bound side inside the area and time.",
        clause="no-fire",
        citation="statement, 3",
        conditions=(IN_TIME, Condition(name="target", holds=True, why="A market.")),
    ),
    _finding(
        3,
        3,
        Ruling.UNDETERMINED,
        "Nobody says who fired.",
        missing=("who did it",),
        conditions=(Condition(name="actor", holds=None, why="No report names an actor."),),
    ),
    _finding(4, 4, Ruling.UNDETERMINED, "Neither day nor actor is known.", missing=("who did it", "the day")),
    _finding(5, 5, Ruling.OUTSIDE, "No clause speaks of the act.", reach="act"),
    _finding(6, 6, Ruling.PERMITTED, "A movement that the terms allow.", clause="no-fire", citation="statement, 3"),
    _finding(8, 8, Ruling.UNDETERMINED, "The text leaves the ridge open."),
)


def _testimony(
    key: int, origin: Speaker, claims: tuple[int, ...], outlets: tuple[str, ...], tally: Tally | None, *reasons: str
) -> Testimony:
    return Testimony(
        id=f"t-{key:012d}",
        origin=origin,
        origin_id=origin.id or "text:nobody",
        tally=tally,
        outlets=outlets,
        reasons=reasons,
        claims=tuple(f"c-{claim:012d}" for claim in claims),
    )


SPA, POST = "Southern Press Agency", "The Daily Courier"
TESTIMONIES = (
    _testimony(
        1, CENTRE, (1, 2), (SPA, POST), DAILY[8], "same origin, same number, same day; the Courier names the agency"
    ),
    _testimony(2, CENTRE, (3,), (SPA,), RUNNING),
    _testimony(3, CENTRE, (4,), (POST,), DAILY[9]),
    _testimony(4, CENTRE, (5,), (POST,), DAILY[12]),
    _testimony(5, OFFICE, (6,), ("Northern Council Press Office",), OTHER_SIDE[7]),
    _testimony(6, OFFICE, (7,), ("Northern Council Press Office",), OTHER_SIDE[9]),
    _testimony(7, OFFICE, (8,), ("Northern Council Press Office",), OTHER_SIDE[10]),
    _testimony(8, CENTRE, (9,), (SPA,), PART),
    _testimony(9, NOBODY, (10,), (), WINDOWLESS),
    _testimony(10, MARSAD, (13, 14), ("المرصد المحلي لتوثيق الخروقات", POST), None, "the second names the first"),
    _testimony(11, CENTRE, (20,), (SPA,), tally_of(70, span_of(dt.date(2016, 2, 27), dt.date(2016, 2, 29)))),
)


def _statement(testimony: int, count: int, first: dt.date, last: dt.date, **more: Any) -> Statement:
    return Statement(
        testimony=f"t-{testimony:012d}", count=count, first=first, last=last, **{"bound": Bound.EXACT, **more}
    )


def _march(number: int) -> dt.date:
    return dt.date(2016, 3, number)


START = dt.date(2016, 2, 27)
RECONCILIATIONS = (
    Reconciliation(
        id="r-000000000001",
        origin="Lakeside Coordination Centre",
        origin_id="watch-centre",
        accused="north",
        statements=(
            _statement(11, 70, START, dt.date(2016, 2, 29)),
            _statement(2, 61, START, _march(9)),
            _statement(1, 9, _march(8), _march(8)),
            _statement(8, 5, _march(8), _march(8), area="Aleppo"),
            _statement(3, 4, _march(9), _march(9)),
            _statement(4, 11, _march(12), _march(12), bound=Bound.AT_LEAST),
        ),
        days=(
            DayBound(day=_march(7), low=0, high=48),
            DayBound(day=_march(8), low=9, high=9, stated=9),
            DayBound(day=_march(9), low=4, high=4, stated=4),
            DayBound(day=_march(10), low=0, high=None),
            DayBound(day=_march(11), low=2, high=None),
            DayBound(day=_march(12), low=11, high=None, stated=11, bound=Bound.AT_LEAST),
        ),
        discrepancies=(
            Discrepancy(
                id="q-000000000001",
                kind=DiscrepancyKind.CONFLICT,
                statements=("t-000000000011", "t-000000000002"),
                message="70 (27 to 29 February) + 9 (8 March) + 4 (9 March) = 83, "
                "but 61 are stated from 27 February to 9 March",
            ),
            Discrepancy(
                id="q-000000000002",
                kind=DiscrepancyKind.SPLIT,
                statements=("t-000000000001", "t-000000000008"),
                message="5 in Aleppo and 3 in Idlib make 8, but 9 are stated for 8 March",
            ),
        ),
        notes=("2 of the counts name nobody",),
    ),
    Reconciliation(
        id="r-000000000002",
        origin="Northern Council Press Office",
        origin_id="north-office",
        accused="south",
        statements=(
            _statement(5, 14, _march(7), _march(7)),
            _statement(6, 22, _march(9), _march(9)),
            _statement(7, 17, _march(10), _march(10)),
        ),
        days=tuple(
            DayBound(day=_march(n), low=s or 0, high=s, stated=s) for n, s in ((7, 14), (8, None), (9, 22), (10, 17))
        ),
    ),
    Reconciliation(
        id="r-000000000003",
        origin="a paper of last year",
        origin_id="text:paper",
        accused="",
        days=(),
        statements=(_statement(99, 3, dt.date(2015, 6, 1), dt.date(2015, 6, 1)),),
    ),
)

PROBLEMS = (
    Problem(where="leaflet.pdf", message="it holds pictures only", hint="type it in", step="read"),
    Problem(where="d-000000000006", line=3, message=HOSTILE, severity="warning", step="extract"),
    Problem(where="d-000000000001", message="a table was left out", severity="note", step="read"),
)

JUDGEMENTS = (
    (
        "j-1",
        Judgement(
            decision=Decision.VERIFY,
            subjects=("i-000000000007",),
            why="seen by the patrol",
            who="A. Desk",
            when=dt.datetime(2016, 3, 14, 9, tzinfo=ZONE),
        ),
    ),
    (
        "j-2",
        Judgement(
            decision=Decision.REFUTE,
            subjects=("i-000000000008",),
            why="a wedding",
            who="A. Desk",
            when=dt.datetime(2016, 3, 14, 10, tzinfo=ZONE),
        ),
    ),
)


def sample_book() -> Book:
    indicators, problems = measure(INCIDENTS, FINDINGS, TESTIMONIES, ZONE, PLACES)
    assert problems == []
    return Book(
        title="Lake provinces, spring 2016",
        zone="Asia/Damascus",
        as_of=dt.datetime(2016, 3, 14, 12, tzinfo=ZONE),
        made_from="5f" * 32,
        documents=DOCUMENTS,
        claims=CLAIMS,
        testimonies=TESTIMONIES,
        incidents=INCIDENTS,
        findings=FINDINGS,
        reconciliations=RECONCILIATIONS,
        indicators=tuple(indicators),
        truces=(TRUCE,),
        problems=PROBLEMS,
        places=PLACES,
        sources=SOURCES,
        judgements=JUDGEMENTS,
    )
