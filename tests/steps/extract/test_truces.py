from __future__ import annotations

import pytest

from tests.steps.extract.texts import statements, truces
from tregua.records.claim import Blame
from tregua.vocabulary.acts import TruceStatus

GUNS = "\nRebels shelled Homs."

SHAPES = [
    ("The truce, which began on 19 April, collapsed on Friday.", [TruceStatus.ENDED]),
    ("The army declared the ceasefire over.", [TruceStatus.ENDED]),
    ("The rebels suspended their truce.", [TruceStatus.ENDED]),
    ("The collapse of the truce came fast.", [TruceStatus.ENDED]),
    ("The sides agreed on Friday to a two-day truce.", [TruceStatus.DECLARED]),
    ('The army declared an "open truce".', [TruceStatus.DECLARED]),
    ("The army agreed to a truce proposal.", []),
    ("Both countries renewed their commitment to the truce.", [TruceStatus.IN_FORCE]),
    ("The truce was broken within hours.", [TruceStatus.VIOLATED]),
    ("Iran and Iraq have had a truce since August.", [TruceStatus.IN_FORCE]),
    ("The cleric told them to keep their truce for another six months.", [TruceStatus.EXTENDED]),
    ("They recalled the truce of May 1994.", [TruceStatus.IN_FORCE]),
    ("The rebels disregard the truce from 2 to 5 April.", []),
    (
        "The army declared a truce on 2 April and said that it was extended.",
        [TruceStatus.DECLARED, TruceStatus.EXTENDED],
    ),
    (
        "The truce was announced on 2 April. It entered into force on 3 April.",
        [TruceStatus.DECLARED, TruceStatus.IN_FORCE],
    ),
    ("The bridge was opened on 2 April. It entered into force on 3 April.", []),
]


@pytest.mark.parametrize(("text", "states"), SHAPES)
def test_shapes_of_truces(text: str, states: list[TruceStatus]) -> None:
    assert [truce.status for truce in truces(text + GUNS)] == states


def test_breaches_that_are_counted_or_blamed_on_somebody_are_no_broken_truce() -> None:
    assert truces("The truce was broken seven times near Homs.") == []
    assert truces("The truce was broken by the army." + GUNS) == []
    (blame,) = (slots for slots in statements("The truce was broken by the army." + GUNS) if isinstance(slots, Blame))
    assert [who.text for who in blame.accused] == ["army"]


def test_a_headline_that_the_text_tells_in_full_is_told_once() -> None:
    text = "Truce extended\nThe army shelled Homs. The truce has been extended by two weeks."
    assert [truce.duration for truce in truces(text)] == ["two weeks"]


@pytest.mark.parametrize(
    ("published", "start"), [("2016-03-20", "2016-05-08"), ("2016-06-20", "2016-05-08"), ("2016-01-20", "2015-05-08")]
)
def test_a_truce_that_is_to_begin_soon_begins_in_the_coming_year(published: str, start: str) -> None:
    (truce,) = truces("The army declared a truce from 8 May." + GUNS, published=published)
    assert truce.start is not None
    assert truce.start.start is not None
    assert truce.start.start.date().isoformat() == start
