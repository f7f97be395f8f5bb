from __future__ import annotations

import datetime as dt

from tests.steps.measure.made_up import ZONE, day, incident, observed, report, span
from tregua.records.claim import Mention
from tregua.steps.measure.days import day_placed, days_of, publication_days, reported
from tregua.steps.measure.sides import UNKNOWN_SIDE
from tregua.vocabulary.time import Span


def test_a_time_of_up_to_three_days_stands_on_its_middle_day() -> None:
    assert day_placed(span(0), ZONE) == day(0)
    assert day_placed(span(0, 1.5), ZONE) == day(0)
    assert day_placed(span(0, 3), ZONE) == day(1)
    assert day_placed(span(0, 4), ZONE) is None
    assert day_placed(None, ZONE) is None
    assert days_of(Span(start=None, end=dt.datetime(2016, 3, 1, tzinfo=ZONE)), ZONE) is None


def test_reports_cover_the_days_from_the_first_to_the_last() -> None:
    late = dt.datetime(2016, 3, 9, 23, tzinfo=dt.UTC)
    documents = [report(3), report(1, clock=True), report(2)]
    assert publication_days(documents, ZONE)["d-1"] == day(1)
    assert late.astimezone(ZONE).date() == dt.date(2016, 3, 10)
    assert reported(publication_days(documents, ZONE).values()) == (day(1), day(3))
    assert reported([]) is None


def test_only_events_within_the_reports_are_placed() -> None:
    case = observed([incident(1, 0), incident(2, 100), incident(3, None), incident(4, span(0, 9))])
    assert case.placed == {"i-1": day(0)}
    assert [event.id for event in case.events] == ["i-1", "i-2", "i-3"]
    assert observed([incident(1, 0)], documents=()).placed == {}


def test_sides_are_those_of_the_truce() -> None:
    case = observed([])
    both = incident(1, 0, actors=(Mention(text="them", side="north"), Mention(text="others", side="south")))
    assert case.sides_of(incident(1, 0)) == ("Northern Council",)
    assert case.sides_of(both) == ("Northern Council", "Southern Government")
    assert case.sides_of(incident(1, 0, "")) == (UNKNOWN_SIDE,)
    assert case.sides_of(incident(1, 0, actors=(Mention(text="gunmen"),))) == (UNKNOWN_SIDE,)
    assert case.sides_of(incident(1, 0, "exempt")) == ("left out of the terms",)
    assert case.sides_of(incident(1, 0, "civilians")) == ("on no side",)
    assert observed([both]).sides == ("Northern Council", "Southern Government")
    assert observed([incident(1, 0)]).sides == ("Northern Council",)
    assert observed([both], truces=()).sides == ()
    assert observed([both], truces=()).sides_of(both) == (UNKNOWN_SIDE,)
