from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps.publish.cast import MARSAD
from tests.steps.publish.sample import sample_book
from tests.steps.publish.statements import ZONE
from tregua.records.claim import Casualties, Speaker, Tally
from tregua.steps.publish import wording
from tregua.vocabulary.stances import Basis, Bound, Share
from tregua.vocabulary.time import Precision, Span


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://news.example/a?b=c", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//news.example/a", False),
        ("https://", False),
        ("https://[broken", False),
        ("https://news.example/six words", False),
        ("https://news.example/\x07", False),
        ("https://news.example/" + "a" * 2_000, False),
        ("", False),
    ],
)
def test_only_whole_web_addresses_pass(address: str, good: bool) -> None:  # noqa: FBT001
    assert wording.web_address(address) == (address if good else "")


@given(st.text())
def test_clean_text_can_be_written_and_turns_nothing(text: str) -> None:
    found = wording.clean(text)
    found.encode()
    assert not set(found) & set("\x00\x07\u202e\u2066\u2069\ufeff")
    assert wording.clean(found) == found


def test_right_to_left_names_are_kept_apart() -> None:
    name = MARSAD.text
    assert wording.isolate(name) == f"\u2068{name}\u2069"
    assert wording.isolate("Observatory") == "Observatory"


def test_long_text_is_cut_and_says_so() -> None:
    assert wording.cut("word " * 10, 12) == "word word wo […]"
    assert wording.cut("short", 12) == "short"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2016, 3, 7), dt.date(2016, 3, 7), "7 March 2016"),
        (dt.date(2016, 3, 7), dt.date(2016, 3, 13), "7 to 13 March 2016"),
        (dt.date(2016, 2, 27), dt.date(2016, 3, 13), "27 February to 13 March 2016"),
        (dt.date(2015, 12, 27), dt.date(2016, 1, 3), "27 December 2015 to 3 January 2016"),
    ],
)
def test_ranges_repeat_nothing(first: dt.date, last: dt.date, words: str) -> None:
    assert wording.date_range(first, last) == words


def at(day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(2016, 3, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (None, "day not known"),
        (Span(start=None, end=None), "day not known"),
        (Span(start=None, end=at(8)), "to 7 March 2016"),
        (Span(start=at(8), end=None), "since 8 March 2016"),
        (Span(start=at(8), end=at(9)), "8 March 2016"),
        (Span(start=at(8), end=at(8)), "8 March 2016"),
        (Span(start=at(8, 9), end=at(8, 9, 1), precision=Precision.MINUTE), "8 March 2016, 09:00"),
        (Span(start=at(8, 9), end=at(8, 11), precision=Precision.HOUR), "8 March 2016, 09:00 to 11:00"),
        (Span(start=at(8), end=at(10), precision=Precision.HOUR), "8 to 9 March 2016"),
        (Span(start=at(8, 9), end=at(9, 9), precision=Precision.HOUR), "8 March 2016, 09:00 to 9 March 2016, 09:00"),
    ],
)
def test_times_are_said_as_exactly_as_they_are_known(span: Span | None, words: str) -> None:
    assert wording.time_words(span, ZONE) == words


def test_how_a_time_was_got_is_said() -> None:
    assert wording.got(None) == "nobody states it"
    assert wording.got(Span(start=None, end=None, basis=Basis.UNKNOWN)) == "nobody states it"
    assert wording.got(Span(start=at(8), end=at(9), text="on Tuesday")) == "as stated (“on Tuesday”)"
    relative = Span(start=at(8), end=at(9), basis=Basis.RELATIVE, anchor="publication date 2016-03-09")
    assert wording.got(relative) == "relative to publication date 2016-03-09"
    assert wording.got(Span(start=at(8), end=at(9), basis=Basis.INFERRED)) == "inferred from the text"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (None, "not stated"),
        (Casualties(low=None, best=None, high=None), "not stated"),
        (Casualties(low=2, best=2, high=2), "2"),
        (Casualties(low=0, best=0, high=0), "0"),
        (Casualties(low=1, best=None, high=3), "1 to 3"),
        (Casualties(low=3, best=None, high=None), "at least 3"),
        (Casualties(low=None, best=4, high=None), "at least 4"),
        (Casualties(low=0, best=None, high=None), "number not known"),
        (Casualties(low=None, best=None, high=5), "at most 5"),
    ],
)
def test_numbers_of_people_keep_their_bounds(number: Casualties | None, words: str) -> None:
    assert wording.casualties(number) == words


def test_counts_keep_what_they_say_of_the_true_number() -> None:
    assert wording.counted(6, Bound.EXACT) == "6"
    assert wording.counted(6, Bound.MORE_THAN) == "more than 6"


def test_lists_and_plurals() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "", "b", "c"]) == "a, b and c"
    assert wording.plural(1, "report") == "1 report"
    assert wording.plural(2, "breach", "breaches") == "2 breaches"


def test_attribution_goes_from_the_page_to_the_origin() -> None:
    claims = {claim.id: claim for claim in sample_book().claims}
    assert wording.attribution(claims["c-000000000006"]) == "Northern Council Press Office says"
    expected = "The Daily Courier, quoting Southern Press Agency, quoting Lakeside Coordination Centre, says"
    assert wording.attribution(claims["c-000000000002"]) == expected
    assert wording.attribution(claims["c-000000000016"]) == "a man who gave no name alleges"
    assert wording.speaker_name(Speaker(text="SPA", name="Agency")) == "Agency"


def test_a_claim_without_a_speaker_says_so() -> None:
    claim = replace(sample_book().claims[0], chain=())
    assert wording.attribution(claim) == "a speaker the text does not name says"


def test_publication_says_what_said_so() -> None:
    documents = {document.id: document for document in sample_book().documents}
    assert wording.published(documents["d-000000000005"], ZONE) == "date of publication not known"
    assert wording.published(documents["d-000000000001"], ZONE) == "9 March 2016 (stated: meta)"
    assert wording.published(documents["d-000000000007"], ZONE) == "11 March 2016, 23:30 EET (inferred: dateline)"


def test_a_bare_count_says_what_is_not_said() -> None:
    words = wording.tally_words(Tally(count=3), ZONE)
    assert words == "3 breaches, by whom is not said, over a time that is not said"


def test_a_part_of_a_count_says_of_which() -> None:
    last = "by whom is not said, over a time that is not said"
    assert wording.tally_words(Tally(count=3, part=Share.KIND, whole=9), ZONE) == f"3 breaches, part of 9, {last}"
    assert wording.tally_words(Tally(count=3, part=Share.KIND), ZONE) == f"3 breaches, part of a count, {last}"


def test_a_moment_without_a_zone_name_is_utc() -> None:
    assert wording.moment(dt.datetime(2016, 3, 8, 9, tzinfo=None)) == "8 March 2016, 09:00 UTC"  # noqa: DTZ001


def test_precision_is_said_in_words() -> None:
    assert wording.precision_words(None) == "the place is not in the registry"


def _shown(text: str, first: int, last: int) -> str:
    before, words, behind = wording.quoted(text, (first, last), text[first:last])
    assert words == text[first:last]
    return before + words + behind


def test_words_are_shown_in_their_sentence_which_is_cut_when_it_has_no_end() -> None:
    text = "He came. She said “they fired.” Then it was quiet"
    assert _shown(text, 19, 29) == "She said “they fired.”"
    assert wording.quoted(text, (37, 39), "it") == ("Then ", "it", " was quiet")
    assert _shown("a" * 400 + " struck " + "b" * 400, 401, 407) == "…" + "a" * 299 + " struck " + "b" * 299 + "…"
    assert wording.quoted(text, (0, 2), "They") == ("", "They", "")
