# ruff: noqa: RUF001 - texts of several scripts are meant
from __future__ import annotations

import datetime as dt

import pytest

from tregua.steps.read.headings import headline, read_heading, web_address

_DAY = dt.datetime(2016, 5, 6)  # noqa: DTZ001 - as printed


@pytest.mark.parametrize(
    "text",
    [
        "Published: 2016-05-06\n\nText.", "DATE: 6 May 2016\nText.", "**Date:** 2016-05-06\n\nText.",
        "Опубликовано: 06.05.2016\n\nТекст.", "التاريخ: 2016-05-06\n\nنص.", "Fecha : 2016-05-06\n\nTexto.",
        "---\ntitle: Six\ndate: 2016-05-06\n---\nText.", "Six breaches in a day\n\nPublished: 2016-05-06\n\nText.",
        "Author: me\nPublished: 2016-05-06",
    ],
)  # fmt: skip
def test_dates_in_headers(text: str) -> None:
    heading = read_heading(text, "item")
    assert heading.published == (_DAY, True)
    assert heading.problems == []


@pytest.mark.parametrize(
    "said",
    [
        "6 мая 2016", "6 мая 2016 г.", "пятница, 6 мая 2016 года", "6 травня 2016 року", "6 أيار 2016", "٦ مايو ٢٠١٦",
        "6 mai 2016", "6 de mayo de 2016", "6 de maio de 2016", "6 Mayıs 2016", "6. Mai 2016", "vendredi 6 mai 2016",
        "6 مه 2016",
    ],
)  # fmt: skip
def test_months_in_other_languages(said: str) -> None:
    assert read_heading(f"Дата: {said}\n\nТекст.", "item").published == (_DAY, True)


def test_months_of_two_words_and_hours_behind_the_year() -> None:
    assert read_heading("التاريخ: 6 تشرين الثاني 2016", "item").published == (_DAY.replace(month=11), True)
    assert read_heading("Дата: 6 мая 2016, 21:20", "item").published == (_DAY.replace(hour=21, minute=20), False)


@pytest.mark.parametrize(
    "said", ["6 мая", "мая 2016", "36 мая 2016", "6 манго 2016", "6 мая 20165", "6 мая 2016 или 7 мая"]
)
def test_days_in_other_languages_that_are_none(said: str) -> None:
    heading = read_heading(f"Дата: {said}\n\nТекст.", "item")
    assert heading.published is None
    assert len(heading.problems) == 1


def test_every_field_and_the_first_of_each() -> None:
    text = (
        "Title: One\nTitle: Two\nSource: SANA\nSource: X\nURL: <https://a.org/1>\nURL: https://b.org\nDate: 2016-05-06"
    )
    heading = read_heading(text + "\nDate: 2016-05-07", "item")
    assert (heading.title, heading.publisher, heading.url) == ("One", "SANA", "https://a.org/1")
    assert heading.published == (_DAY, True)
    assert len(heading.taken) == 8
    start, end = heading.taken[2]
    assert text[start:end] == "Source: SANA"


@pytest.mark.parametrize(
    "text",
    [
        "The centre said six breaches were counted.\nPublished: 2016-05-06",
        "One lead line\nTwo lead lines\nThree lead lines\nFour lead lines\nFive lead lines\nPublished: 2016-05-06",
        "Nothing: of note\nhere is the text",
        "",
    ],
)
def test_what_stands_below_the_top_is_text(text: str) -> None:
    heading = read_heading(text, "item")
    assert (heading.published, heading.taken) == (None, [])


def test_text_after_the_headers_is_not_searched() -> None:
    heading = read_heading("Source: SANA\nA headline without an end\nPublished: 2016-05-06", "item")
    assert heading.publisher == "SANA"
    assert heading.published is None


def test_only_so_many_lines_are_looked_at() -> None:
    text = "\n".join([*(f"Title: {number}" for number in range(20)), "Published: 2016-05-06"])
    assert read_heading(text, "item").published is None


def test_a_date_that_must_be_guessed_is_a_problem_with_its_line() -> None:
    heading = read_heading("Title: Six\n\nPublished: 06/05/2016", "item")
    assert heading.published is None
    assert str(heading.problems[0]).startswith("item:3: the date '06/05/2016' is not understood")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Six breaches in a day\n\nThe centre counted six.", "Six breaches in a day"),
        ("World\n\nSix breaches in a day\n\nThe centre counted six.", ""),
        ("Middle East\n\nSix breaches in a day\n\nThe centre counted six.", "Six breaches in a day"),
        ("# Six breaches in a day\n\nText follows here.", "Six breaches in a day"),
        ("The centre counted six.\n\nSix breaches in a day", ""),
        ("x" * 300, ""),
        ("12.05.2016", ""),
        ("", ""),
    ],
)
def test_headlines(text: str, title: str) -> None:
    assert headline(text) == title


@pytest.mark.parametrize("text", ["https://a.org/1?x=y#z", " <http://a.org> ", "HTTPS://A.ORG/"])
def test_web_addresses(text: str) -> None:
    assert web_address(text).lower().startswith("http")


@pytest.mark.parametrize(
    "text", ["", "a.org", "ftp://a.org", "https://a b", "https://a.org/\u200f", "https://" + "x" * 2_000]
)
def test_what_is_no_web_address(text: str) -> None:
    assert web_address(text) == ""
