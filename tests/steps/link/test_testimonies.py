from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.steps.link.accounts import (
    ALEPPO,
    ARMY,
    DENIED,
    HOMS,
    NUSRA,
    SOURCES,
    Desk,
    accounts_of,
    at,
    hours,
    speaker,
    tally,
)

from tregua.records.claim import Mention, PlaceMention
from tregua.steps.link import testimonies
from tregua.steps.link.testimonies import count_testimonies
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Precision, Span

LATAKIA = PlaceMention(text="Lattakia", name="Latakia", id="latakia", precision=PlacePrecision.PROVINCE)
SYRIA = PlaceMention(text="Syria", name="Syria", id="syria", precision=PlacePrecision.COUNTRY)


def last_24_hours(day: str, before: str) -> Span:
    return hours(before, day, Basis.RELATIVE, Precision.HOUR)


def bulletin_and_article() -> Desk:
    """An agency's bulletin of 6 May, and an article of 8 May that repeats it without saying of which day it is."""
    desk = Desk()
    bulletin = desk.document("bulletin", "05-06", "agency")
    desk.claim(bulletin, tally(490, hours("02-27", "05-06")), "centre", "agency")
    desk.claim(bulletin, tally(6, last_24_hours("05-06", "05-05"), LATAKIA), "centre", "agency")
    article = desk.document("article", "05-08", "A Weekly")
    desk.claim(article, tally(6, last_24_hours("05-08", "05-07"), LATAKIA), "A Weekly")
    desk.claim(article, tally(490, hours("02-27", "05-08")), "centre", "agency", "A Weekly")
    return desk


def test_an_article_that_quotes_a_bulletin_is_no_second_testimony() -> None:
    total, day = bulletin_and_article().counts()
    assert total.origin_id == day.origin_id == "centre"
    assert total.origin.name == "The Centre"
    assert len(total.claims) == len(day.claims) == 2
    assert total.outlets == ("State Agency", "A Weekly")
    (reason,) = total.reasons
    assert reason == (
        "The Centre: same count 490; both since 2016-02-27; printed by State Agency on 2016-05-06 and by A Weekly on "
        "2016-05-08"
    )


def test_the_hours_of_a_repeated_day_count_are_those_of_the_bulletin() -> None:
    _, day = bulletin_and_article().counts()
    assert day.tally is not None
    assert day.tally.window == last_24_hours("05-06", "05-05")
    assert day.published is not None
    assert day.published.isoformat() == "2016-05-06"
    (reason,) = day.reasons
    assert reason == (
        "The Centre: same count 6; A Weekly repeats the running total 490 printed with it; printed by State Agency on "
        "2016-05-06 and by A Weekly on 2016-05-08"
    )


def test_a_day_count_without_a_repeated_total_is_of_its_own_day() -> None:
    desk = Desk()
    desk.report("05-06", tally(6, last_24_hours("05-06", "05-05"), LATAKIA), "centre", "agency")
    desk.report("05-08", tally(6, last_24_hours("05-08", "05-07"), LATAKIA), "centre", "A Weekly")
    assert len(desk.counts()) == 2


def test_the_companion_of_a_repeated_total_must_be_as_long_and_named_by_nobody_else() -> None:
    desk = bulletin_and_article()
    desk.claim("article", tally(6, hours("05-06", "05-08", Basis.RELATIVE), LATAKIA), "A Weekly")
    desk.claim("article", tally(6, last_24_hours("05-08", "05-07"), LATAKIA), "network", "A Weekly")
    assert len(desk.counts()) == 4


def test_an_undated_article_that_repeats_a_total_repeats_the_day_count_too() -> None:
    desk = bulletin_and_article()
    undated = desk.document("undated", None, "B Weekly")
    desk.claim(undated, tally(490, Span(start=hours("02-27", "05-08").start, end=None)), "centre", "B Weekly")
    desk.claim(undated, tally(6, None, LATAKIA), "B Weekly")
    total, day = desk.counts()
    assert total.outlets == day.outlets == ("State Agency", "A Weekly", "B Weekly")
    assert day.reasons[-1].endswith("by B Weekly on an unknown day")


def test_a_companion_without_hours_still_belongs_to_its_bulletin() -> None:
    desk = bulletin_and_article()
    desk.claim("article", tally(6, None, LATAKIA), "A Weekly")
    assert [len(told.claims) for told in desk.counts()] == [2, 3]


def test_a_count_said_twice_in_one_document_is_said_once() -> None:
    desk = Desk()
    day = desk.document("d", "05-31", "daily")
    desk.claim(day, tally(2, None, ALEPPO), "centre", "daily")
    desk.claim(day, tally(2, None, ALEPPO), "centre", "daily")
    desk.claim(day, tally(2, last_24_hours("05-31", "05-30"), HOMS), "centre", "daily")
    aleppo, homs = desk.counts()
    assert aleppo.reasons[0].startswith("The Centre: same count 2; said again in the same document; printed by")
    assert len(homs.claims) == 1


def test_the_same_hours_printed_by_two_outlets_are_one_testimony() -> None:
    desk = Desk()
    desk.report("05-03", tally(10, last_24_hours("05-03", "05-02"), SYRIA), "centre", "agency")
    desk.report("05-03", tally(10, last_24_hours("05-03", "05-02")), "ministry", "daily")
    desk.report("05-03", tally(10, last_24_hours("05-03", "05-02")), "agency")
    (told,) = desk.counts()
    assert told.origin_id == "centre"
    assert "the same time, 2016-05-02 00:00 on" in told.reasons[0]
    assert told.reasons[0].endswith("The Ministry carries The Centre's words")


def test_the_origin_is_whom_the_others_carry() -> None:
    desk = Desk()
    desk.report("05-03", tally(10, last_24_hours("05-03", "05-02")), "agency")
    desk.report("05-04", tally(10, last_24_hours("05-03", "05-02")), "centre")
    (told,) = desk.counts()
    assert (told.origin_id, told.outlets) == ("centre", ("State Agency", "The Centre"))


@pytest.mark.parametrize("other", ["network", "nobody known"])
def test_two_origins_are_two_testimonies(other: str) -> None:
    desk = Desk()
    desk.report("05-03", tally(10, last_24_hours("05-03", "05-02")), "centre", "daily")
    desk.report("05-03", tally(10, last_24_hours("05-03", "05-02")), other, "daily")
    assert len(desk.counts()) == 2


def test_other_places_counts_and_accused_are_other_statements() -> None:
    window = last_24_hours("05-03", "05-02")
    desk = Desk()
    desk.report("05-03", tally(10, window, accused=(NUSRA,)), "centre", "daily")
    desk.report("05-03", tally(10, window, accused=(ARMY,)), "centre", "daily")
    desk.report("05-03", tally(10, window, ALEPPO, accused=(ARMY,)), "centre", "daily")
    desk.report("05-03", tally(11, window, accused=(ARMY,)), "centre", "daily")
    desk.report("05-03", tally(10, window, accused=(ARMY,), unit="arrests"), "centre", "daily")
    assert len(desk.counts()) == 5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Mention(text="militants"), NUSRA, True),
        (Mention(text="militants"), Mention(text="Band of X"), True),
        (Mention(text="Band of X"), Mention(text="the band of X"), True),
        (Mention(text="Band of X"), Mention(text="Troop of Y"), False),
        (Mention(text="Band of X"), NUSRA, False),
        (Mention(text="terrorists", side="opposition"), Mention(text="rebels", side="opposition"), True),
        (Mention(text="terrorists", side="opposition"), Mention(text="the regime", side="government"), False),
    ],
)
def test_whether_two_accused_may_be_the_same(one: Mention, other: Mention, *, same: bool) -> None:
    window = last_24_hours("05-03", "05-02")
    desk = Desk()
    desk.report("05-03", tally(10, window, accused=(one,)), "centre", "daily")
    desk.report("05-03", tally(10, window, accused=(other,)), "centre", "agency")
    told = desk.counts()
    assert len(told) == (1 if same else 2)
    if same and other is NUSRA:
        assert told[0].tally is not None
        assert told[0].tally.accused == (NUSRA,)


def test_a_total_that_stands_still_is_said_anew_by_the_same_outlet() -> None:
    desk = Desk()
    desk.report("05-06", tally(490, hours("02-27", "05-06")), "centre", "agency")
    desk.report("05-07", tally(490, hours("02-27", "05-07")), "centre", "agency")
    assert len(desk.counts()) == 2


def test_counts_that_say_no_time_are_the_same_only_when_printed_near_each_other() -> None:
    desk = Desk()
    desk.report("05-03", tally(10), "centre", "agency")
    desk.report("05-04", tally(10), "centre", "daily")
    desk.report("05-20", tally(10), "centre", "echo")
    desk.report(None, tally(10), "centre", "A Weekly")
    desk.report("05-04", tally(10, last_24_hours("05-04", "05-03")), "centre", "B Weekly")
    told = desk.counts()
    assert [len(one.claims) for one in told] == [2, 1, 1, 1]
    assert "neither says when, printed within 2 days" in told[0].reasons[0]


def test_a_window_open_at_the_end_is_a_running_total() -> None:
    desk = Desk()
    open_end = Span(start=hours("02-27", "05-01").start, end=None)
    desk.report("05-03", tally(490, open_end), "centre", "agency")
    desk.report("05-04", tally(490, open_end), "centre", "daily")
    desk.report("05-04", tally(490, hours("03-27", "05-04")), "centre", "echo")
    assert [len(one.claims) for one in desk.counts()] == [2, 1]


def test_a_denied_count_is_no_testimony() -> None:
    desk = Desk()
    desk.report("05-03", tally(10), "centre", "agency", stance=DENIED)
    assert desk.counts() == []


def test_wording_taken_from_an_earlier_document_keeps_its_origin() -> None:
    words = "Ten breaches of the agreement were noted in the northern province since Monday morning"
    desk = Desk()
    window = last_24_hours("05-03", "05-02")
    like = "Ten breaches of the agreement were noted in the northern province by Easter eve."
    desk.claim(desk.document("0", "05-02", "daily", like), tally(99), "daily")
    desk.claim(desk.document("a", "05-03", "agency", words + "."), tally(10, window), "network", "agency")
    desk.claim(desk.document("b", "05-04", "B Weekly", words + ", it is said."), tally(10, window), "B Weekly")
    desk.claim(desk.document("c", "05-04", "daily", words + "."), tally(10, window), "centre", "daily")
    desk.claim(desk.document("e", "05-04", "E Weekly", "Ten breaches."), tally(10, window), "E Weekly")
    _, network, centre, unknown = desk.counts()
    assert network.outlets == ("State Agency", "B Weekly")
    assert network.reasons[0].endswith("the sentence repeats the wording that The Network had printed before")
    assert (centre.origin_id, unknown.origin_id) == ("centre", "name:e weekly")


def test_a_document_that_nobody_published_speaks_for_itself() -> None:
    desk = Desk()
    desk.claim(desk.document("leaflet", None), tally(3))
    (told,) = desk.counts()
    assert (told.origin.name, told.outlets, told.published) == ("report leaflet", ("report leaflet",), None)


def test_sources_that_carry_each_other_have_an_origin_all_the_same() -> None:
    desk = Desk()
    desk.report("05-03", tally(3), "loop-a")
    desk.report("05-03", tally(3), "loop-b", "loop-a")
    assert len(desk.counts()) == 1


def test_speakers_without_an_entry_are_known_by_their_name() -> None:
    assert speaker("Nobody").id == ""


WINDOWS = st.sampled_from(
    (
        None,
        hours("05-05", "05-06"),
        hours("05-05T12:00", "05-06T12:30"),
        hours("05-06", "05-07"),
        hours("05-04", "05-07"),
        hours("02-27", "05-06"),
        hours("03-20", "05-20"),
        Span(start=at("02-27"), end=None),
        Span(start=None, end=at("05-06")),
    )
)
COUNTS = st.tuples(st.sampled_from((6, 490)), WINDOWS)
PRINTED = st.lists(
    st.tuples(
        st.sampled_from(("05-06", "05-07", "05-08", "06-20", None)),
        st.sampled_from((("agency",), ("centre", "agency"), ("network",), ("centre", "agency", "A Weekly"))),
        st.lists(COUNTS, min_size=1, max_size=3),
    ),
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(printed=PRINTED)
def test_looking_only_where_it_may_be_finds_what_looking_everywhere_finds(
    printed: list[tuple[str | None, tuple[str, ...], list[tuple[int, Span | None]]]],
) -> None:
    desk = Desk()
    for number, (day, chain, counts) in enumerate(printed):
        document = desk.document(f"d{number}", day, chain[-1])
        for count, window in counts:
            desk.claim(document, tally(count, window), *chain)
    told = accounts_of(desk)
    found = count_testimonies(told, SOURCES)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(testimonies, "_found_by", lambda _: [("anywhere", "")])
        patched.setattr(testimonies, "_looked_for", lambda _: [("anywhere", "")])
        assert count_testimonies(told, SOURCES) == found
