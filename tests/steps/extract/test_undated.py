"""Texts that come without a day: it is printed in them, or the day on which a known truce began is."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_language_ar import run as arabic
from tests.steps.extract.texts import tallies, window
from tregua.records.claim import Tally


def undated(text: str) -> list[tuple[str, str] | None]:
    return [window(tally) for tally in tallies(text, published=None)]


@pytest.mark.parametrize(
    "text",
    [
        "08.05.2016 10:20\nThe centre recorded 12 breaches in the last 24 hours.",
        "The truce was weighed up today, 8 May 2016. The centre recorded 12 breaches in the last 24 hours.",
        "HMEIMIM, 8 May 2016 - The centre recorded 12 breaches in the last 24 hours.",
        "Hmeimim, 8 May 2016 (Interfax) - The centre recorded 12 breaches in the last 24 hours.",
        "Moscow (Interfax), May 8, 2016 - The centre recorded 12 breaches in the last 24 hours.",
        "Statement of the Spokesperson of the Ministry, 8 May 2016\nThe centre recorded 12 breaches in the last day.",
        "Hmeimim, 8 May 2016. The centre recorded 12 breaches in the last 24 hours.",
    ],
)
def test_the_day_is_printed(text: str) -> None:
    assert undated(text) == [("2016-05-07", "2016-05-08")]


def test_the_last_24_hours_are_those_before_it_was_said() -> None:
    said = "The centre recorded 12 breaches in the last 24 hours, it said yesterday, 7 May 2016."
    assert undated(said) == [("2016-05-06", "2016-05-07")]


def test_no_day_is_told() -> None:
    assert undated("31 April 2016\nThe centre recorded 12 breaches in the last 24 hours.") == [None]
    assert undated("The centre recorded 12 breaches in the last 24 hours. Talks began on 3 May 2016.") == [None]
    assert undated(
        "Remarks of the Secretary at the opening of the Conference of 3 May 2016\n\n"
        "The centre recorded 12 breaches in the last 24 hours."
    ) == [None]
    assert undated("The truce of 3 May 2016 (Friday) - 12 breaches in the last 24 hours - is in doubt.") == [None]
    assert undated("The centre recorded 12 breaches in the last 24 hours, against 20 on the eve, 3 May 2016.") == [None]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The army counted 500 breaches in Yemen by the Houthis since 2 April.", "2022-04-02"),
        (
            "The army counted 500 breaches in Yemen since the truce began on 2 April; 40 of them on 3 January.",
            "2022-04-02",
        ),
        ("The army counted 500 breaches in Atlantis since 2 April.", None),
    ],
)
def test_a_known_truce_that_began_on_a_day_printed_gives_the_year(text: str, start: str | None) -> None:
    (tally, *_) = tallies(text, published=None)
    assert (tally.window and tally.window.start and tally.window.start.date().isoformat()) == start


def test_so_in_arabic() -> None:
    claims, _ = arabic("ارتكب الحوثيون في اليمن 5613 خرقاً للهدنة منذ 2 أبريل.", None)
    (tally,) = [claim.slots for claim in claims if isinstance(claim.slots, Tally)]
    assert tally.window is not None
    assert tally.window.start is not None
    assert tally.window.start.date().isoformat() == "2022-04-02"
