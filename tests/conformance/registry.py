"""What every :class:`tregua.ports.ActorIndex`, ``Gazetteer`` and ``SourceRegistry`` does.

A backend's test module subclasses a suite, names the subclass ``Test…``, and makes the index from the entries it is
given. What holds for all: names are found by any listed spelling, a name of nobody gives nothing, candidates come
best first, and no text whatever raises.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Sequence

import pytest

from tregua.ports import ActorIndex, Gazetteer, Match, SourceRegistry
from tregua.vocabulary.actors import Actor, Alias, Source
from tregua.vocabulary.places import Place

__all__ = ["ActorIndexConformance", "GazetteerConformance", "SourceRegistryConformance"]

HOSTILE = ["", " ", "\x00", "\u202e\u200f", "(" * 300, "a" * 100_000, "'’-–", "0", "\ud800", "𝕹𝖚𝖘𝖗𝖆", "٣"]  # noqa: RUF001

ACTORS = (
    Actor(id="b-north", name="Northern Front", type="armed group", aliases=(Alias(text="al-Jabha al-Shamaliya"),)),
    Actor.model_validate(
        {"id": "a-south", "name": "Southern Front", "type": "armed group", "from": "2014-02-14", "until": "2018-07-31"}
    ),
    Actor.model_validate(
        {
            "id": "d-west",
            "name": "Western Front",
            "type": "armed group",
            "aliases": [{"text": "Sunset Brigade", "from": "2016-07-28"}, {"text": "Duskers", "until": "2015-01-01"}],
        }
    ),
    Actor(id="c-army", name="State Army", type="state forces", aliases=(Alias(text="regime bands", kind="label"),)),
)
PLACES = (
    Place(id="p-east", name="East Province", kind="province"),
    Place(id="p-west", name="West Province", kind="province"),
    Place(id="v-east", name="Two Wells", kind="village", province="p-east"),
    Place(id="v-west", name="Two Wells", kind="village", province="p-west", aliases=(Alias(text="Bir Ithnayn"),)),
)
SOURCES = (
    Source(id="s-agency", name="National Agency", kind="agency", hosts=("agency.example",)),
    Source(id="s-desk", name="Foreign Desk", kind="media", aliases=(Alias(text="Desk of Foreign News"),)),
)


def _in_order(found: Sequence[Match]) -> bool:
    return all(0 <= match.score <= 1 and match.rule for match in found) and list(found) == sorted(
        found, key=lambda match: -match.score
    )


class ActorIndexConformance(ABC):
    """The suite for indexes of actors."""

    @abstractmethod
    def index(self, actors: Sequence[Actor]) -> ActorIndex:
        """Return an index of ACTORS."""

    @pytest.mark.parametrize("text", ["Northern Front", "northern front", "al-Jabha al-Shamaliya"])
    def test_finds_an_actor_by_every_listed_spelling(self, text: str) -> None:
        found = self.index(ACTORS).match(text, None)
        assert found[0].id == "b-north"
        assert found[0].name == "Northern Front"
        assert _in_order(found)

    def test_finds_nobody_for_a_name_of_nobody(self) -> None:
        assert self.index(ACTORS).match("Choir of the Old Harbour", None) == ()

    def test_finds_only_who_exists_on_the_day(self) -> None:
        index = self.index(ACTORS)
        for day, there in ((dt.date(2014, 2, 13), False), (dt.date(2014, 2, 14), True), (dt.date(2018, 8, 1), False)):
            assert ("a-south" in {match.id for match in index.match("Southern Front", day)}) is there

    def test_gives_who_is_likest_to_choose_from(self) -> None:
        index = self.index(ACTORS)
        assert index.match("Great Southern Band", None) == ()
        assert [match.id for match in index.near("Great Southern Band")] == ["a-south"]
        assert index.near("Choir of the Old Harbour") == ()

    def test_finds_nobody_by_a_name_not_yet_in_use_and_anybody_by_a_former_one(self) -> None:
        index = self.index(ACTORS)
        assert index.match("Sunset Brigade", dt.date(2016, 7, 27)) == ()
        assert index.match("Sunset Brigade", dt.date(2016, 7, 28))[0].id == "d-west"
        assert index.match("Western Front", dt.date(2014, 1, 1))[0].id == "d-west"
        assert index.match("Duskers", dt.date(2016, 1, 1))[0].id == "d-west"

    def test_says_of_a_label_that_it_is_one(self) -> None:
        assert [match.rule for match in self.index(ACTORS).match("regime bands", None)] == ["label"]

    def test_gives_entries_by_id(self) -> None:
        index = self.index(ACTORS)
        assert [actor.id for actor in index.all()] == ["a-south", "b-north", "c-army", "d-west"]
        assert index.get("c-army") == ACTORS[3]
        assert index.get("nobody") is None

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_text_raises(self, text: str) -> None:
        assert _in_order(self.index(ACTORS).match(text, dt.date(2016, 5, 8)))
        assert _in_order(self.index(ACTORS).near(text))


class GazetteerConformance(ABC):
    """The suite for gazetteers."""

    @abstractmethod
    def index(self, places: Sequence[Place]) -> Gazetteer:
        """Return a gazetteer of PLACES."""

    def test_gives_every_place_of_a_name(self) -> None:
        assert {match.id for match in self.index(PLACES).match("Two Wells", "")} == {"v-east", "v-west"}

    @pytest.mark.parametrize(("within", "first"), [("East Province", "v-east"), ("West Province", "v-west")])
    def test_puts_places_of_the_named_province_first(self, within: str, first: str) -> None:
        assert self.index(PLACES).match("Two Wells", within)[0].id == first

    def test_a_province_of_no_name_changes_nothing(self) -> None:
        index = self.index(PLACES)
        assert index.match("Two Wells", "Nowhere at All") == index.match("Two Wells", "")

    def test_gives_entries_by_id(self) -> None:
        index = self.index(PLACES)
        assert [place.id for place in index.all()] == ["p-east", "p-west", "v-east", "v-west"]
        assert index.get("v-west") == PLACES[3]
        assert index.get("Two Wells") is None

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_text_raises(self, text: str) -> None:
        assert _in_order(self.index(PLACES).match(text, text))
        assert _in_order(self.index(PLACES).near(text))


class SourceRegistryConformance(ABC):
    """The suite for registries of sources."""

    @abstractmethod
    def index(self, sources: Sequence[Source]) -> SourceRegistry:
        """Return a registry of SOURCES."""

    @pytest.mark.parametrize("text", ["National Agency", "the National Agency", "NATIONAL AGENCY"])
    def test_finds_a_source_by_name(self, text: str) -> None:
        assert self.index(SOURCES).match(text) == SOURCES[0]

    def test_finds_nobody_for_a_name_of_nobody(self) -> None:
        assert self.index(SOURCES).match("Choir of the Old Harbour") is None

    def test_names_that_two_sources_bear_are_nobodys(self) -> None:
        twins = (*SOURCES, Source(id="s-twin", name="National Agency", kind="agency"))
        assert self.index(twins).match("National Agency") is None

    @pytest.mark.parametrize(
        ("url", "known"),
        [
            ("https://agency.example/en/?p=1", True),
            ("http://www.agency.example", True),
            ("https://agency.example.net/", False),
            ("https://myagency.example/", False),
            ("no address", False),
        ],
    )
    def test_knows_a_source_by_its_host(self, url: str, *, known: bool) -> None:
        assert self.index(SOURCES).by_host(url) == (SOURCES[0] if known else None)

    def test_gives_entries_by_id(self) -> None:
        index = self.index(SOURCES)
        assert [source.id for source in index.all()] == ["s-agency", "s-desk"]
        assert index.get("s-desk") == SOURCES[1]
        assert index.get("desk") is None

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_text_raises(self, text: str) -> None:
        assert self.index(SOURCES).match(text) in (None, *SOURCES)
        assert self.index(SOURCES).by_host(text) is None
