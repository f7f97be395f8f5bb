"""What only looks like an actor, an act or its day: the label of a row, "not a single", the year of a birth, "they"."""

from __future__ import annotations

import datetime as dt

import pytest

from tregua.records.claim import Happening, Tally
from tregua.records.document import Document, Published
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.stances import Basis

_DAY = dt.datetime(2022, 3, 31, tzinfo=dt.UTC)


def slots(text: str) -> list[object]:
    published = Published(at=_DAY, day_only=True, basis=Basis.STATED, source="record")
    document = Document(id="d", evidence="0" * 64, publisher="", published=published, language="en", text=text)
    pack = load_pack("en")
    assert pack is not None
    return [claim.slots for claim in extract(document, pack, Context(zone=dt.UTC))[0]]


def acts(text: str) -> list[Happening]:
    return [found for found in slots(text) if isinstance(found, Happening)]


def test_a_name_with_its_district_in_brackets_is_a_place_and_nobody_accused() -> None:
    text = (
        "By community:\n- Khramort (Askeran region): 17 cases of shooting\n"
        "- Taghavard (Martuni region): 12 cases of ceasefire violations\n\n"
        "According to a farmer of Khramort, loudspeakers were used."
    )
    counts = [found for found in slots(text) if isinstance(found, Tally)]
    assert [(each.count, each.accused) for each in counts] == [(17, ()), (12, ())]
    assert "Khramort" in {place.text for place in counts[0].area}


@pytest.mark.parametrize(
    "text",
    [
        "The army said that Hezbollah (Bekaa region) shelled Metula.",
        "The mayor said that the Liwa Brigade (southern region) shelled Metula.",
        "The Liwa Brigade (southern front shelled Metula.",
        "The mayor said that Kalo (and the region) was shelled by the army.",
    ],
)
def test_a_group_with_its_region_in_brackets_still_acts(text: str) -> None:
    assert [act.actors != () for act in acts(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Not a single shot was fired from our side, said the ministry.",
        "Not a single village was shelled by our army, the ministry said.",
        "Not one house has been shelled, the mayor said.",
    ],
)
def test_what_was_done_to_none_was_not(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Not a single house was left standing after the village was shelled, said the mayor.",
        "Not a week passed before Avdiivka was shelled, said the mayor.",
        "A house, though not a new one, was shelled in Avdiivka.",
        "The big old stone house of the mayor of Avdiivka was shelled.",
        "Shelled was the village, the mayor said.",
    ],
)
def test_a_none_that_is_not_of_the_act(text: str) -> None:
    assert len(acts(text)) == 1


def test_the_year_of_a_birth_is_no_day_of_an_act() -> None:
    (shot,) = acts("A resident born in 1975 was wounded by shelling in Donetsk.")
    assert (shot.time, shot.injured and shot.injured.best) == (None, 1)
    (shot,) = acts("A resident born on 3 May 1975 was wounded by shelling in Donetsk on 4 March.")
    assert shot.time is not None
    assert shot.time.start == dt.datetime(2022, 3, 4, tzinfo=dt.UTC)
    (shot,) = acts("A man born in Gaza was killed by shelling in Rafah in 2021.")
    assert shot.time is not None
    assert shot.time.start == dt.datetime(2021, 1, 1, tzinfo=dt.UTC)


def test_servicemen_act_like_soldiers_and_suffer_like_them() -> None:
    (shot,) = acts("An Azerbaijani serviceman fired at a tractor near Taghavard.")
    assert [actor.text for actor in shot.actors] == ["Azerbaijani serviceman"]
    (shot,) = acts("The ministry said that a group of Azerbaijani servicemen had fired at a car near Dyukyanlar.")
    assert [actor.text for actor in shot.actors] == ["group of Azerbaijani servicemen"]
    (shot,) = acts("A Ukrainian serviceman was wounded when Russian forces shelled Avdiivka.")
    assert [actor.text for actor in shot.actors] == ["Russian forces"]


def test_they_who_were_fired_are_not_those_who_fire() -> None:
    found = acts(
        "A serviceman was injured near Shusha. The patrol found spent cartridges but could not say from where they "
        "had been fired."
    )
    assert not any(act.actors for act in found)
    last = acts("The soldiers entered the village. They fired at the school.")[-1]
    assert [actor.text for actor in last.actors] == ["soldiers"]
