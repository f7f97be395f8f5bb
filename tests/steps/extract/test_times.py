from __future__ import annotations

import pytest

from tests.steps.extract.texts import read, tallies, window

WINDOWS = [
    ("in the last 24 hours", "2016-05-07..2016-05-08"),
    ("over the past two weeks", "2016-04-24..2016-05-08"),
    ("in the past six months", "2015-11-08..2016-05-08"),
    ("in the past two years", "2014-05-08..2016-05-08"),
    ("in one day", "2016-05-07..2016-05-08"),
    ("within 48 hours", "2016-05-06..2016-05-08"),
    ("during the five days", "2016-05-03..2016-05-08"),
    ("since February 27", "2016-02-27..2016-05-08"),
    ("since May 8, 2016", "2016-05-08..2016-05-09"),
    ("since last March", "2016-03-01..2016-05-08"),
    ("since last February", "2016-02-27..2016-05-08"),
    ("since the truce began", "2016-02-27..2016-05-08"),
    ("for the day", "2016-05-07..2016-05-08"),
    ("since Monday", "2016-05-02..2016-05-08"),
    ("since yesterday", "2016-05-07..2016-05-08"),
    ("in the first two weeks of the truce", "2016-02-27..2016-03-12"),
    ("on 3 May 2016", "2016-05-03..2016-05-04"),
    ("on 2016-05-03", "2016-05-03..2016-05-04"),
    ("on 03.05.2016", "2016-05-03..2016-05-04"),
    ("on 05/23/2015", "2015-05-23..2015-05-24"),
    ("yesterday", "2016-05-07..2016-05-08"),
    ("on Friday", "2016-05-06..2016-05-07"),
    ("in April", "2016-04-01..2016-05-01"),
    ("in June", "2015-06-01..2015-07-01"),
    ("in April 2014", "2014-04-01..2014-05-01"),
    ("in the whole of 2014", "2014-01-01..2015-01-01"),
    ("in 2014", "2014-01-01..2015-01-01"),
    ("this year", "2016-01-01..2016-05-09"),
    ("this week", "2016-05-02..2016-05-09"),
    ("this year till March 6", "2016-01-01..2016-03-07"),
    ("from 3 to 6 May", "2016-05-03..2016-05-07"),
    ("between April 27 and May 5", "2016-04-27..2016-05-06"),
    ("between December 28 and January 5", "2015-12-28..2016-01-06"),
    ("between April 12 and 19", "2016-04-12..2016-04-20"),
    ("between April 2, the day of the quake, and April 9", "2016-04-02..2016-04-10"),
    ("between the evenings of 3 and 4 May", "2016-05-03..2016-05-05"),
    ("from March to December 2015", "2015-03-01..2016-01-01"),
    ("from November to February", "2015-11-01..2016-03-01"),
    ("in the first ten months of 2014", "2014-01-01..2014-11-01"),
]


@pytest.mark.parametrize(("words", "expected"), WINDOWS)
def test_windows_are_read(words: str, expected: str) -> None:
    (tally,) = tallies(f"Rebels committed 1,500 violations of the truce {words}.", truce="2016-02-27")
    assert window(tally) == tuple(expected.split(".."))
    assert tally.window is not None
    assert tally.window.text in words


OPEN = [
    "in the last 24 hours", "yesterday", "on Friday", "this year", "since Monday", "since yesterday",
    "over the past few days", "until yesterday", "since last March",
]  # fmt: skip


@pytest.mark.parametrize("words", OPEN)
def test_without_a_day_of_publication_nothing_is_made_up(words: str) -> None:
    (tally,) = tallies(f"Rebels committed 15 violations of the truce {words}.", published=None)
    assert window(tally) is None


NONE = [
    "in the past 90000 hours", "on 40.40.2016", "in 3014", "this hour", "in the first fortnight",
]  # fmt: skip


@pytest.mark.parametrize("words", NONE)
def test_times_that_cannot_be_are_none(words: str) -> None:
    for tally in tallies(f"Rebels committed 1,500 violations of the truce {words}."):
        assert tally.window is None


def test_some_days_have_an_end_and_no_start() -> None:
    for words in ("over the past few days", "until yesterday", "until May 3"):
        (tally,) = tallies(f"Rebels committed 15 violations of the truce {words}.")
        assert tally.window is not None
        assert tally.window.start is None
        assert tally.window.end is not None


def test_an_unknown_start_of_the_truce_stays_unknown() -> None:
    for words in ("since the truce began", "in the first two weeks of the truce"):
        (tally,) = tallies(f"Rebels committed 15 violations of the truce {words}.")
        assert tally.window is not None
        assert tally.window.start is None
    (later,) = tallies("Rebels committed 15 violations since the truce began.", truce="2020-01-01")
    assert later.window is not None
    assert later.window.start is None


def test_since_a_day_has_no_end_when_publication_is_unknown() -> None:
    (tally,) = tallies("Rebels committed 15 violations since 27 February 2016.", published=None)
    assert tally.window is not None
    assert tally.window.start is not None
    assert tally.window.end is None


def test_a_weekday_that_does_not_fit_its_date_is_a_problem_and_a_mark() -> None:
    claims, problems = read("On Saturday, October 9, 2025, rebels committed 15 violations of the truce.")
    assert "names a weekday that 2025-10-09 is not" in problems[0].message
    assert problems[0].where == "d-1"
    assert "suspect" in claims[0].marks
    _, none = read("On Thursday, October 9, 2025, rebels committed 15 violations of the truce.")
    assert none == []


def test_the_day_the_truce_began_is_no_window() -> None:
    (tally,) = tallies("A report on breaches of the truce that began on Saturday, February 27 records 79 violations.")
    assert window(tally) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("from 9 to 3 May 2016", ("2016-05-03", "2016-05-04")),
        ("from 27 April 2016 to 5 May 2016", ("2016-04-27", "2016-05-06")),
        ("in the first 14 months of 2014", ("2014-01-01", "2015-01-01")),
    ],
)
def test_of_a_range_that_cannot_be_the_part_that_can_is_read(words: str, expected: tuple[str, str]) -> None:
    (tally,) = tallies(f"Rebels committed 1,500 violations of the truce {words}.")
    assert window(tally) == expected


def test_months_without_a_year_need_a_day_of_publication() -> None:
    (tally,) = tallies("Rebels committed 1,500 violations of the truce from March to May.", published=None)
    assert tally.window is None


def test_a_known_day_goes_before_an_unknown_start() -> None:
    (tally,) = tallies("Rebels committed 15 violations since Monday, when the truce took effect.")
    assert window(tally) == ("2016-05-02", "2016-05-08")


@pytest.mark.parametrize("line", ["28.09.2020 07:57", "Moscow, 28 September 2020", "28 September 2020"])
def test_a_document_without_a_day_is_of_the_day_that_a_line_at_its_head_gives(line: str) -> None:
    text = f"Truce broken\n{line}\n\nRebels violated the truce 14 times in the last 24 hours."
    (tally,) = tallies(text, published=None)
    assert window(tally) == ("2020-09-27", "2020-09-28")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels violated the truce 14 times in the last 24 hours. The truce was signed in Minsk on 5 September 2014.",
        "Rebels violated the truce 14 times in the last 24 hours.\n31.13.2020\n5 September",
        "A\nB\nC\nD\nE\nF\nRebels violated the truce 14 times in the last 24 hours.\n28.09.2020",
    ],
)
def test_no_other_date_is_the_day_of_a_document_without_one(text: str) -> None:
    assert window(tallies(text, published=None)[0]) is None
