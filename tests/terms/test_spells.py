from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from tregua.records.finding import Ruling
from tregua.terms.evaluate import Facts, Site, evaluate
from tregua.terms.ground import Ground
from tregua.terms.load import load_truce
from tregua.terms.standing import Party
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict
from tregua.vocabulary.actors import Actor
from tregua.vocabulary.acts import Conduct
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import Span

KYIV = ZoneInfo("Europe/Kyiv")
ACTORS = {name: Actor(id=name, name=name, type="armed group") for name in ("red-army", "blue-army")}
GROUND = Ground(
    [
        Place(id="north", name="North", kind="province", country="UA"),
        Place(id="mill", name="Mill", kind="town", province="north", country="UA"),
        Place(id="ford", name="Ford", kind="town", province="north", country="UA"),
    ]
)
SECOND = (
    "    areas: [valley]\n    cite: paper, item 2\n",
    (
        "    areas: [valley]\n    cite: paper, item 2\n"
        "  - {id: second, start: 2020-01-20T00:00, end: 2020-01-25T00:00, declared: 2020-01-18, areas: [valley, bank],"
        " cite: talk}\n"
    ),
)
BANK = ("\nlayers:\n", "\n  - {id: bank, name: the bank, places: [ford], cite: talk}\nlayers:\n")


def _ask(
    truce: Truce,
    start: str | None,
    end: str | None = None,
    *,
    place: str = "mill",
    as_of: dt.datetime = dt.datetime(2030, 1, 1, tzinfo=dt.UTC),
) -> Verdict:
    """Ask about an overflight, which the small truce does not speak of, at local time."""
    time = None
    if start is not None:
        first = dt.datetime.fromisoformat(start).replace(tzinfo=KYIV)
        last = dt.datetime.fromisoformat(end).replace(tzinfo=KYIV) if end else first + dt.timedelta(minutes=1)
        time = Span(start=first, end=last)
    facts = Facts(
        act=Conduct.OVERFLIGHT, actors=(Party(actor="red-army"),), sites=(Site(text=place, place=place),), time=time
    )
    verdict = evaluate(truce, facts, ACTORS.get, GROUND, as_of)
    assert verdict is not None
    return verdict


def _flights(more: str) -> str:
    return f"\n  - {{id: flights, rule: prohibits, acts: [overflight], text: No flights., cite: talk, {more}}}\n"


def _said(verdict: Verdict) -> tuple[Ruling, str, str]:
    return verdict.ruling, verdict.reach, verdict.term


BREACH = (Ruling.BREACH, "", "flights")
TOO_EARLY = (Ruling.OUTSIDE, "time", "flights")
OPEN = (Ruling.UNDETERMINED, "", "flights")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-01-14T23:59", None, TOO_EARLY),
        ("2020-01-15T00:00", None, BREACH),
        ("2020-01-18T11:59", None, BREACH),
        ("2020-01-18T12:00", None, TOO_EARLY),
        ("2020-01-14T20:00", "2020-01-15T03:00", OPEN),
        (None, None, OPEN),
    ],
)
def test_a_clause_may_begin_and_end_apart_from_its_truce(
    make_truce: Callable[..., Truce], start: str | None, end: str | None, expected: tuple[Ruling, str, str]
) -> None:
    truce = make_truce(more=_flights("from: 2020-01-15T00:00, until: 2020-01-18T12:00"))
    assert _said(_ask(truce, start, end)) == expected


def test_the_hour_that_decides_is_named_on_the_clock_of_the_clause(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(more=_flights("from: 2020-01-15T00:00, zone: Europe/Berlin"))
    assert _said(_ask(truce, "2020-01-15T00:30")) == TOO_EARLY
    verdict = _ask(truce, "2020-01-15T00:30", "2020-01-15T02:00")
    assert verdict.missing == ("the hour: before or after 2020-01-15 00:00 (Europe/Berlin)",)
    assert [each.name for each in verdict.conditions] == ["time", "area", "actor", "act", "target", "time"]


@pytest.mark.parametrize(
    ("hours", "start", "end", "expected"),
    [
        ('from: "08:00", until: "18:00"', "2020-01-15T08:00", None, BREACH),
        ('from: "08:00", until: "18:00"', "2020-01-15T18:00", None, TOO_EARLY),
        ('from: "08:00", until: "18:00"', "2020-01-15T00:00", "2020-01-16T00:00", OPEN),
        ('from: "08:00", until: "18:00"', "2020-01-11T00:00", "2020-01-31T00:00", OPEN),
        ('from: "08:00", until: "18:00"', "2020-01-11T00:00", "2022-01-31T00:00", OPEN),
        ('from: "22:00", until: "06:00"', "2020-01-15T05:00", None, BREACH),
        ('from: "22:00", until: "06:00"', "2020-01-15T21:00", None, TOO_EARLY),
        ('from: "00:00", until: "24:00", weekdays: [friday]', "2020-01-17T23:59", None, BREACH),
        ('from: "00:00", until: "24:00", weekdays: [friday]', "2020-01-18T00:00", None, TOO_EARLY),
        ('from: "06:00", until: "24:00", dates: [2020-01-15]', "2020-01-15T07:00", None, BREACH),
        ('from: "06:00", until: "24:00", dates: [2020-01-15]', "2020-01-16T07:00", None, TOO_EARLY),
    ],
)
def test_a_clause_may_hold_at_certain_hours_only(
    make_truce: Callable[..., Truce], hours: str, start: str, end: str | None, expected: tuple[Ruling, str, str]
) -> None:
    assert _said(_ask(make_truce(more=_flights(f"hours: [{{{hours}}}]")), start, end)) == expected


def test_a_clause_may_be_suspended_or_contested_for_a_while(make_truce: Callable[..., Truce]) -> None:
    stretches = (
        "suspended: [{start: 2020-01-15T00:00, end: 2020-01-16T00:00, declared: 2020-01-15, why: By consent.,"
        " cite: talk}],"
        " contested: [{start: 2020-01-20T00:00, end: 2020-01-21T00:00, why: Nobody says., cite: talk,"
        " readings: [{by: reds, text: It went on., cite: talk}]}]"
    )
    truce = make_truce(more=_flights(stretches))
    assert _said(_ask(truce, "2020-01-15T10:00")) == TOO_EARLY
    assert _said(_ask(truce, "2020-01-16T10:00")) == BREACH
    before = dt.datetime(2020, 1, 14, tzinfo=dt.UTC)
    assert _said(_ask(truce, "2020-01-15T10:00", as_of=before)) == BREACH
    verdict = _ask(truce, "2020-01-20T10:00")
    assert _said(verdict) == OPEN
    assert verdict.missing == ("whether “flights” held then: Nobody says (reds reads it so: It went on)",)


def test_a_clause_may_belong_to_some_windows_only(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(BANK, SECOND, more=_flights("layers: [second]"))
    assert _said(_ask(truce, "2020-01-19T10:00")) == TOO_EARLY
    assert _said(_ask(truce, "2020-01-22T10:00")) == BREACH
    undeclared = _ask(truce, "2020-01-22T10:00", as_of=dt.datetime(2020, 1, 10, tzinfo=dt.UTC))
    assert _said(undeclared) == TOO_EARLY
    assert undeclared.reason == "What “flights” belongs to had not been declared."
    narrow = make_truce(
        BANK, (SECOND[0], SECOND[1].replace("[valley, bank]", "[bank]")), more=_flights("layers: [second]")
    )
    assert _said(_ask(narrow, "2020-01-22T10:00")) == (Ruling.OUTSIDE, "area", "flights")
    assert _said(_ask(narrow, "2020-01-22T10:00", place="ford")) == BREACH


def test_a_clause_may_be_limited_to_an_area(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(BANK, SECOND, more=_flights("areas: [bank]"))
    assert _said(_ask(truce, "2020-01-12T10:00")) == (Ruling.OUTSIDE, "area", "flights")
    assert _said(_ask(truce, "2020-01-12T10:00", place="ford")) == BREACH
    assert _said(_ask(truce, "2020-01-12T10:00", place="north")) == OPEN


def test_a_clause_made_known_later_was_not_known_before(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(more=_flights("declared: 2020-01-20"))
    assert _said(_ask(truce, "2020-01-12T10:00")) == BREACH
    before = _ask(truce, "2020-01-12T10:00", as_of=dt.datetime(2020, 1, 19, tzinfo=dt.UTC))
    assert _said(before) == (Ruling.OUTSIDE, "act", "")


def test_a_window_may_be_suspended_and_who_asks_earlier_does_not_know(make_truce: Callable[..., Truce]) -> None:
    spell = (
        "    areas: [valley]\n",
        (
            "    areas: [valley]\n"
            "    suspended: [{start: 2020-01-15T00:00, end: 2020-01-16T00:00, why: By consent., cite: talk}]\n"
        ),
    )
    truce = make_truce(spell, more=_flights("layers: [first]"))
    verdict = _ask(truce, "2020-01-15T10:00")
    assert _said(verdict) == (Ruling.OUTSIDE, "time", "first")
    assert "'first' was suspended: By consent." in verdict.reason
    assert "suspended" not in _ask(truce, "2020-03-15T10:00").reason
    assert _said(_ask(truce, "2020-01-15T10:00", as_of=dt.datetime(2020, 1, 14, tzinfo=dt.UTC))) == BREACH


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('hours: [{from: "08:00", until: "08:00"}]', "these hours are empty"),
        ('hours: [{from: "24:00", until: "08:00"}]', "these hours are empty"),
        ('hours: [{from: "25:00", until: "08:00"}]', "no hour of the day is '25:00'; give it in quotation marks"),
        ("from: 2020-01-18T00:00, until: 2020-01-15T00:00", "exchange the two"),
        ("prevents: [anyone]", "only a clause that obliges"),
        ("readings: [{by: reds, text: t, cite: talk}]", "give it in 'arguable'"),
        ("elements: [{fact: offensive, shown_by: [{}]}]", "name a fact that shows it"),
        ("layers: [fist]", "no layer of this truce is called 'fist' (did you mean 'first'?)"),
        ("areas: [vally]", "no area of this truce is called 'vally' (did you mean 'valley'?)"),
    ],
)
def test_a_clause_that_cannot_be_is_refused(small_text: str, more: str, words: str) -> None:
    truce, problems = load_truce(small_text + _flights(more), "truce.yaml")
    assert truce is None
    assert words in str(problems[0])
