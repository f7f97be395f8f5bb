from __future__ import annotations

from tests.steps.measure.made_up import finding, incident, observed, report, span, told_by
from tregua.records.claim import Tally
from tregua.records.finding import Ruling
from tregua.records.indicator import Estimate
from tregua.steps.measure.held import days_held
from tregua.steps.measure.observed import Observed

WEEK = tuple(report(number) for number in (0, 1, 2, 3, 4, 9))


def held(case: Observed) -> dict[str, Estimate]:
    return {each.name.removeprefix("ceasefire days "): each for each in days_held(case)}


def test_a_day_of_which_nothing_is_known_is_not_a_day_held() -> None:
    found = held(observed([], documents=WEEK))
    assert (found["held"].value, found["held"].low, found["held"].high) == (5, 5, 5)  # 0 to 3, and 8
    assert found["without news"].value == 5
    assert set(found["held"].records) == {"d-1", "d-2", "d-3", "d-4", "d-9"}
    assert found["broken"].value == 0


def test_breaches_break_days_and_doubts_widen_the_bounds() -> None:
    incidents = [incident(1, 0), incident(2, 2), incident(3, span(8, 2)), incident(4, None), incident(5, 3)]
    findings = [
        finding("i-1", Ruling.BREACH),
        finding("i-2", Ruling.UNDETERMINED),
        finding("i-3", Ruling.BREACH),
        finding("i-4", Ruling.CONTESTED),
        finding("i-5", Ruling.PERMITTED),
        finding("i-1", Ruling.OUTSIDE, "another-truce"),
    ]
    found = held(observed(incidents, findings=findings, documents=WEEK))
    assert (found["held"].value, found["held"].low, found["held"].high) == (None, 2, 5)  # 1 and 3; 2, 8 and 9 in doubt
    assert (found["broken"].low, found["broken"].high) == (1, 4)
    assert set(found["broken"].records) == {"i-1", "i-2", "i-3"}
    assert "of 10 days in force: 2 held as far as is told, 1 broken, 3 in doubt, 4 without news" in found["held"].notes
    assert any("for 1 incident that may be a breach nobody states the day" in note for note in found["held"].notes)


def test_it_is_told_why_breaches_may_stand_beside_no_broken_day() -> None:
    for number in (1, 2):
        incidents = [incident(each, span(each, 2)) for each in range(1, number + 1)]
        findings = [finding(each.id, Ruling.BREACH) for each in incidents]
        found = held(observed(incidents, findings=findings, documents=WEEK))
        assert found["broken"].low == 0
        told = next(note for note in found["held"].notes if "only to several days" in note)
        assert told.startswith("1 breach is dated" if number == 1 else "2 breaches are each dated")


def test_days_for_which_somebody_counts_breaches_are_in_doubt() -> None:
    told = [
        told_by("t-1", "centre", tally=Tally(count=4, window=span(1))),
        told_by("t-2", "centre", tally=Tally(count=0, window=span(2))),
        told_by("t-3", "centre", tally=Tally(count=90, window=span(0, 9))),
        told_by("t-4", "centre", tally=Tally(count=5)),
        told_by("t-5", "centre"),
    ]
    found = held(observed([], testimonies=told, documents=WEEK))
    assert (found["held"].low, found["held"].high) == (4, 5)
    assert "t-1" in found["held"].records


def test_few_days_in_force_are_refused() -> None:
    found = held(observed([], documents=(report(-9), report(1))))
    assert [each.refused for each in found.values()] == [
        "2 days in force within the time that reports cover; at least 3 needed"
    ] * 3
    assert held(observed([], documents=()))["held"].refused
    assert held(observed([], truces=())) == {}
