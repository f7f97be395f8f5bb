"""Fighting that went on for long is no one event, and its length no count; names with an article, and the air force."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.extract.texts import document, incidents, read
from tregua.records.claim import Tally
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.acts import Act


@pytest.mark.parametrize(
    "text",
    [
        "The two states signed a truce on Saturday to end 20 days of fighting that killed at least 101 people.",
        "The deal ended weeks of clashes in which 60 people were killed.",
    ],
)
def test_the_toll_of_weeks_of_fighting_is_no_event(text: str) -> None:
    assert incidents(text) == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Days of shelling killed 12 civilians in Douma.", 12),
        ("Clashes in Heglig on Monday killed 30 people.", 30),
        ("Shelling killed 12 civilians.", 12),
    ],
)
def test_what_is_told_of_a_place_or_without_its_length_is_one(text: str, killed: int) -> None:
    (event,) = incidents(text)
    assert event.killed is not None
    assert event.killed.best == killed


def test_how_long_they_fought_is_no_count() -> None:
    pack = load_pack("ru")
    assert pack is not None
    for text in ("Соглашение положило конец 20 дням боёв.", "Конец 14 месяцам обстрелов."):
        claims, _ = extract(document(text), pack, Context(zone=dt.UTC))
        assert not any(isinstance(claim.slots, Tally) for claim in claims)


def test_an_article_with_a_capital_is_part_of_a_name() -> None:
    (event,) = incidents("Government forces shelled An Nabk on Friday.")
    assert [place.text for place in event.places] == ["An Nabk"]
    (event,) = incidents("An army unit shelled Douma on Friday.")
    assert [place.text for place in event.places] == ["Douma"]


def test_the_air_force_strikes_from_the_air() -> None:
    (event,) = incidents("In response, the air force struck military posts near Surin.")
    assert event.act is Act.AIRSTRIKE
    assert [actor.text for actor in event.actors] == ["the air force"]
    assert read("The talks on the air force were held in Surin.")[0] == []
