"""What linking does whichever claims come, in whatever order and company."""

from __future__ import annotations

import gc
import pickle
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.steps.link.accounts import (
    ALEPPO,
    ARMY,
    HARASTA,
    HOMS,
    KHAN,
    NUSRA,
    SOURCES,
    Desk,
    at,
    happening,
    hours,
)

from tregua.records.claim import Casualties, Happening, Mention, PlaceMention
from tregua.steps.link import Linker
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.time import Span

R = TypeVar("R")
S = TypeVar("S")

SIXTH, SEVENTH = hours("05-06", "05-07"), hours("05-07", "05-08")
SCHOOL, MARKET = Mention(text="a primary school"), Mention(text="the vegetable market")
SYRIA = PlaceMention(text="Syria", id="syria", precision=PlacePrecision.COUNTRY)
ATTICA = PlaceMention(text="Attica")
QARASSI = PlaceMention(text="Qarassi", name="Qarassi", id="qarassi", precision=PlacePrecision.EXACT)
REGISTRY = {place.id: place for place in (
    Place(id="aleppo", name="Aleppo", kind="province"),
    Place(id="khan-tuman", name="Khan Tuman", kind="village", province="aleppo", lat=36.12, lon=37.06),
    Place(id="qarassi", name="Qarassi", kind="village", province="aleppo", lat=36.1, lon=37.07),
    Place(id="harasta", name="Harasta", kind="town", province="rif"),
)}  # fmt: skip

LINKER = Linker(SOURCES, places=REGISTRY)


def people(number: int) -> Casualties:
    return Casualties(low=number, best=number, high=number)


HAPPENINGS = st.builds(
    Happening,
    act=st.sampled_from((Act.SHELLING, Act.EXPLOSION, Act.ATTACK, Act.AIRSTRIKE, Act.OTHER)),
    actors=st.sampled_from(((), (NUSRA,), (ARMY,))),
    targets=st.sampled_from(((), (SCHOOL,), (MARKET,))),
    places=st.sampled_from(((), (KHAN,), (QARASSI,), (HARASTA,), (KHAN, ALEPPO), (ALEPPO,), (HOMS,), (ATTICA,))),
    time=st.sampled_from((None, SIXTH, SEVENTH, hours("05-01", "05-30"), Span(start=None, end=at("05-07")))),
    killed=st.sampled_from((None, people(1), people(3), people(9))),
    injured=st.sampled_from((None, Casualties(low=2, best=None, high=None))),
    count=st.sampled_from((None, 4, 9)),
    weapons=st.sampled_from(((), ("mortars",), ("rockets",))),
)
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(("05-06", "05-07", "05-09", "06-20", None)),
        st.sampled_from((("agency",), ("centre", "agency"), ("network",), ("rebels",), ("daily",))),
        st.lists(HAPPENINGS, min_size=1, max_size=6),
    ),
    max_size=6,
)


Reports = list[tuple[str | None, tuple[str, ...], list[Happening]]]


WIRE = "Residents said that several mortar rounds struck the school and the market near the bakery on Friday"


def desk_of(reports: Reports) -> Desk:
    """Return claims of REPORTS; every other one stands in the same words."""
    desk = Desk()
    for number, (day, chain, told) in enumerate(reports):
        document = desk.document(f"d{number}", day, chain[-1], WIRE if number % 2 else "")
        for each in told:
            desk.claim(document, each, *chain)
    return desk


def _groups(desk: Desk) -> set[frozenset[str]]:
    linked, _ = LINKER.link(desk.claims, desk.documents, [])
    return {frozenset(incident.claims) for incident in linked.incidents}


@settings(max_examples=60, deadline=None)
@given(reports=REPORTS, order=st.randoms(use_true_random=False))
def test_the_order_that_claims_come_in_changes_nothing(reports: Reports, order: random.Random) -> None:
    desk = desk_of(reports)
    before = LINKER.link(desk.claims, desk.documents, [])
    order.shuffle(desk.claims)
    assert LINKER.link(desk.claims, desk.documents, []) == before


def one_by_one(work: Callable[[S, range], list[R]], shared: S, parts: Iterable[range], /) -> Iterator[list[R]]:
    """Give what processes that are given one item at a time send."""
    for part in parts:
        sent = [pickle.dumps(work(shared, range(at, at + 1))) for at in part]
        yield [each for result in sent for each in pickle.loads(result)]  # noqa: S301 - what was just sent


@settings(max_examples=60, deadline=None)
@given(reports=REPORTS)
def test_in_which_parts_the_work_is_done_changes_nothing(reports: Reports) -> None:
    desk = desk_of(reports)
    in_parts = replace(LINKER, spread=one_by_one)  # type: ignore[arg-type]  # for ranges alone
    assert in_parts.link(desk.claims, desk.documents, []) == LINKER.link(desk.claims, desk.documents, [])


@settings(max_examples=60, deadline=None)
@given(reports=REPORTS)
def test_events_of_another_year_change_nothing(reports: Reports) -> None:
    dated = [row for row in reports if row[0] is not None]
    alone = _groups(desk_of(dated))
    desk = desk_of(dated)
    for _ in range(3):
        desk.report("12-24", happening(Act.SHELLING, KHAN, ALEPPO, actors=(NUSRA,)), "network")
    assert alone <= _groups(desk)


@settings(max_examples=60, deadline=None)
@given(reports=REPORTS)
def test_every_claim_is_in_one_incident(reports: Reports) -> None:
    desk = desk_of(reports)
    found = [claim for group in _groups(desk) for claim in group]
    assert sorted(found) == sorted(claim.id for claim in desk.claims)


@pytest.mark.parametrize(("again", "joined"), [(WIRE, True), ("", False)])
def test_accounts_in_the_same_words_are_of_one_event_though_neither_says_where(*, again: str, joined: bool) -> None:
    desk = Desk()
    for name, source, text in (("d", "agency", WIRE), ("e", "network", again)):
        desk.claim(desk.document(name, "05-06", source, text), happening(Act.SHELLING), source)
    desk.report("05-06", happening(Act.SHELLING, HARASTA), "rebels")
    assert (len(_groups(desk)) == 2) is joined


def test_garbage_is_looked_for_after_linking_where_it_was_before() -> None:
    for before in (gc.disable, gc.enable):
        before()
        searched = gc.isenabled()
        Desk().link()
        assert gc.isenabled() is searched


def test_a_bulletin_that_lists_many_events_means_as_many() -> None:
    desk = Desk()
    bulletin = desk.document("d", "05-06", "agency")
    listed = happening(Act.SHELLING, KHAN, actors=(NUSRA,), time=SIXTH, killed=people(7))
    for _ in range(5):
        desk.claim(bulletin, listed, "agency")
    assert len(desk.incidents()) == 5
    desk.report("05-06", listed, "network")
    assert sorted(len(incident.claims) for incident in desk.incidents()) == [1, 1, 1, 1, 2]


def test_a_report_of_the_province_is_of_the_event_at_a_place_there_when_more_speaks_for_it() -> None:
    near = happening(Act.SHELLING, KHAN, time=SIXTH, actors=(NUSRA,), killed=people(7))
    rough = happening(Act.SHELLING, ALEPPO, time=SIXTH, actors=(NUSRA,), killed=people(7))
    desk = Desk()
    desk.report("05-06", near, "agency")
    desk.report("05-06", rough, "network")
    assert len(_groups(desk)) == 1
    elsewhere = Desk()
    elsewhere.report("05-06", happening(Act.SHELLING, HARASTA, time=SIXTH, actors=(NUSRA,), killed=people(7)), "agency")
    elsewhere.report("05-06", rough, "network")
    assert len(_groups(elsewhere)) == 2


@pytest.mark.parametrize(
    ("places", "joined"),
    [
        ((ALEPPO,), True),
        ((ALEPPO, HOMS), False),
        ((ALEPPO, SYRIA), True),
        ((PlaceMention(text="South Aleppo", within="Aleppo", precision=PlacePrecision.LINE_OR_REGION),), True),
    ],
)
def test_an_account_of_several_provinces_is_of_no_event_in_one_of_them(
    *, places: tuple[PlaceMention, ...], joined: bool
) -> None:
    told = happening(Act.SHELLING, KHAN, ALEPPO, time=SIXTH, actors=(NUSRA,), killed=people(7))
    desk = Desk()
    desk.report("05-06", told, "agency")
    desk.report("05-06", happening(Act.SHELLING, *places, time=SIXTH, actors=(NUSRA,), killed=people(7)), "network")
    assert (len(_groups(desk)) == 1) is joined


@pytest.mark.parametrize(("rival", "joined"), [(False, True), (True, False)])
def test_a_place_told_roughly_is_taken_for_the_only_event_that_fits(*, rival: bool, joined: bool) -> None:
    desk = Desk()
    more = {"time": SIXTH, "actors": (NUSRA,), "killed": people(2)}
    near = happening(Act.SHELLING, KHAN, **more)
    desk.report("05-06", near, "agency")
    if rival:
        other = PlaceMention(text="Hayyan", id="hayyan", within="Aleppo countryside", precision=PlacePrecision.EXACT)
        desk.report("05-06", happening(Act.SHELLING, other, ALEPPO, **more), "agency")
    rough = desk.report("05-07", happening(Act.SHELLING, ALEPPO), "network")
    (home,) = [group for group in _groups(desk) if rough in group]
    assert (len(home) > 1) is joined
    linked, _ = LINKER.link(desk.claims, desk.documents, [])
    said = [reason for incident in linked.incidents for reason in incident.reasons]
    assert any(reason.endswith("; no other event of those days fits as well") for reason in said) is joined


def test_a_place_told_roughly_is_joined_to_neither_of_two_that_fit_alike() -> None:
    desk = Desk()
    hayyan = PlaceMention(text="Hayyan", id="hayyan", within="Aleppo countryside", precision=PlacePrecision.EXACT)
    told = {"time": SIXTH, "actors": (NUSRA,), "targets": (SCHOOL,)}
    for place in (KHAN, hayyan):
        desk.report("05-06", happening(Act.SHELLING, place, ALEPPO, **told), "agency")
    desk.report("05-06", happening(Act.SHELLING, ALEPPO, **told), "network")
    assert len(_groups(desk)) == 3
    desk.report("05-06", happening(Act.SHELLING, ALEPPO, killed=people(7), **told), "rebels")
    desk.report("05-06", happening(Act.SHELLING, KHAN, killed=people(7), **told), "observatory")
    assert max(len(group) for group in _groups(desk)) >= 3


@pytest.mark.parametrize(
    ("teller", "told", "joined"),
    [
        ("network", {"targets": (SCHOOL,), "killed": people(7)}, True),
        ("network", {}, False),
        ("network", {"targets": (MARKET,), "killed": people(7)}, False),
        ("agency", {"targets": (SCHOOL,), "killed": people(7)}, False),
    ],
)
def test_another_teller_may_name_the_village_beside_where_much_else_agrees(
    *, teller: str, told: dict[str, object], joined: bool
) -> None:
    desk = Desk()
    desk.report(
        "05-06",
        happening(Act.SHELLING, KHAN, time=SIXTH, actors=(NUSRA,), targets=(SCHOOL,), killed=people(7)),
        "agency",
    )
    desk.report("05-07", happening(Act.SHELLING, QARASSI, time=SIXTH, actors=(ARMY,), **told), teller)
    linked, _ = LINKER.link(desk.claims, desk.documents, [])
    assert (len(linked.incidents) == 1) is joined
    said = "; ".join(reason for incident in linked.incidents for reason in incident.reasons)
    assert ("different places, a few kilometres apart (-3)" in said) is joined


@pytest.mark.parametrize(
    ("tellers", "joined"), [(("agency", "network", "rebels"), True), (("agency", "agency", "rebels"), False)]
)
def test_what_no_report_dates_is_of_the_day_of_the_first_but_one_outlet_has_news_each_day(
    *, tellers: tuple[str, ...], joined: bool
) -> None:
    shelled = happening(Act.SHELLING, KHAN, targets=(SCHOOL,))
    desk = Desk()
    desk.report("05-07", shelled, tellers[0])
    desk.report("05-08", shelled, tellers[1])
    desk.report("05-06", happening(Act.SHELLING, KHAN), tellers[2])
    assert (max(map(len, _groups(desk))) == len(tellers)) is joined


def test_what_one_account_adds_may_join_another() -> None:
    first = happening(Act.SHELLING, KHAN, time=SIXTH, targets=(SCHOOL,))
    second = happening(Act.SHELLING, KHAN, time=SIXTH, actors=(NUSRA,))
    third = happening(Act.ATTACK, KHAN, targets=(SCHOOL,), actors=(NUSRA,))
    desk = Desk()
    for slots, source in ((first, "agency"), (second, "network"), (third, "rebels")):
        desk.report("05-06", slots, source)
    assert len(_groups(desk)) == 1


def test_midnight_parts_two_accounts_that_agree_on_little_else() -> None:
    plain = [happening(Act.SHELLING, KHAN, time=day) for day in (SIXTH, SEVENTH)]
    sure = [happening(Act.SHELLING, KHAN, time=day, targets=(SCHOOL,), killed=people(7)) for day in (SIXTH, SEVENTH)]
    for told, incidents in ((plain, 2), (sure, 1)):
        desk = Desk()
        for slots, source in zip(told, ("agency", "network"), strict=True):
            desk.report("05-07", slots, source)
        assert len(_groups(desk)) == incidents


def test_what_nothing_dates_is_held_against_few_only() -> None:
    desk = Desk()
    named = happening(Act.SHELLING, KHAN, actors=(NUSRA,), targets=(SCHOOL,))
    desk.report(None, named, "rebels")
    desk.report("02-14", named, "network")
    held = max(len(group) for group in _groups(desk))
    for number in range(40):
        desk.report(f"{1 + number % 12:02}-{1 + number // 12 * 9:02}", named, "network")
        desk.report(f"{1 + number % 12:02}-{5 + number // 12 * 6:02}", named, "network")
    assert held == 2
    assert any(len(group) == 1 and desk.claims[0].id in group for group in _groups(desk))


def test_what_nothing_dates_is_no_rival_of_what_is_dated() -> None:
    desk = Desk()
    told = happening(Act.SHELLING, KHAN, time=SIXTH)
    desk.report("05-06", told, "agency")
    desk.report("05-06", told, "network")
    for _ in range(70):
        desk.report(None, happening(Act.ABDUCTION, KHAN), "daily")
    assert max(len(group) for group in _groups(desk)) == 2


@pytest.mark.parametrize(("words", "joined"), [([WIRE] * 12, True), ([""] * 12, False)])
def test_copies_of_one_report_are_not_so_many_rivals(words: list[str], *, joined: bool) -> None:
    desk = Desk()
    desk.report("05-06", happening(Act.SHELLING, KHAN), "agency")
    desk.report("05-06", happening(Act.EXPLOSION, KHAN), "network")
    for number, text in enumerate(words):
        name = desk.document(f"w{number}", "05-06", "daily", text)
        desk.claim(name, happening(Act.ABDUCTION, KHAN), "daily")
        desk.claims[-1] = replace(desk.claims[-1], span=(0, 4))
    assert any(set(group) == {each.id for each in desk.claims[:2]} for group in _groups(desk)) is joined
