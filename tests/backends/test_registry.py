from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from tests.conformance.registry import ActorIndexConformance, GazetteerConformance, SourceRegistryConformance
from tregua.backends.registry import (
    ActorsFile,
    AuthoredActors,
    AuthoredPlaces,
    AuthoredSources,
    PlacesFile,
    SourcesFile,
    read_registry,
)
from tregua.ports import ActorIndex, Gazetteer, SourceRegistry
from tregua.vocabulary.actors import Actor, Alias, Source
from tregua.vocabulary.places import Place

ACTORS = """
actors:
  - {id: north-front, name: al-Jabha al-Shamiyya, type: armed group, from: 2015-01-31,
     aliases: [{text: Levant Front}, {text: الجبهة الشامية, lang: ar}]}
  - {id: islamic-front, name: al-Jabha al-Islamiyya, type: armed group, to-be: x}
"""
GOOD_ACTORS = ACTORS.replace(", to-be: x", ", until: 2015-03-01")
PLACES = """
places:
  - {id: aleppo, name: Aleppo, kind: province, country: SY}
  - {id: hama, name: Hama, kind: province}
  - {id: hamra-hama, name: al-Hamra, kind: village, province: hama}
  - {id: hamra-aleppo, name: Hamra, kind: village, province: aleppo, aliases: [{text: al-Hamra}]}
  - {id: khan-tuman, name: Khan Tuman, kind: village, province: aleppo}
"""
SOURCES = """
sources:
  - id: centre
    name: Reconciliation Centre
    kind: party
    aliases: [{text: Hmeimim center}, {text: our men in Hmeimim, kind: label}]
  - {id: bulletin-a, name: The Bulletin, kind: media, hosts: [bulletin.example]}
  - {id: bulletin-b, name: Bulletin, kind: media, aliases: [{text: The Bulletin}]}
"""


def _actors() -> AuthoredActors:
    value, problems = read_registry(GOOD_ACTORS, ActorsFile, "actors.yaml")
    assert problems == ()
    assert value is not None
    return AuthoredActors(value.actors)


def _places() -> AuthoredPlaces:
    value, _ = read_registry(PLACES, PlacesFile, "places.yaml")
    assert value is not None
    return AuthoredPlaces(value.places)


def _sources() -> AuthoredSources:
    value, _ = read_registry(SOURCES, SourcesFile, "sources.yaml")
    assert value is not None
    return AuthoredSources(value.sources)


def test_the_indexes_are_what_the_ports_ask_for() -> None:
    actors: ActorIndex = _actors()
    places: Gazetteer = _places()
    sources: SourceRegistry = _sources()
    assert [actor.id for actor in actors.all()] == ["islamic-front", "north-front"]
    assert [place.id for place in places.all()][:2] == ["aleppo", "hama"]
    assert [source.id for source in sources.all()] == ["bulletin-a", "bulletin-b", "centre"]


def test_an_unknown_key_and_a_repeated_id_give_problems_with_their_line() -> None:
    value, problems = read_registry(ACTORS, ActorsFile, "actors.yaml")
    assert value is None
    assert "unknown key" in str(problems[0])
    twice = PLACES + "  - {id: hama, name: Hamah, kind: city}\n"
    value_again, repeated = read_registry(twice, PlacesFile, "places.yaml")
    assert value_again is None
    assert [str(problem) for problem in repeated] == [
        "places.yaml:8: the id 'hama' is given twice; it stands at line 4 already (give every entry an id of its own)"
    ]


@pytest.mark.parametrize(
    ("text", "rule"), [("Levant Front", "exact"), ("الجبهه الشامية", "exact"), ("Jibhat alShamia", "skeleton")]
)
def test_an_actor_is_found_by_any_spelling_and_no_other_is(text: str, rule: str) -> None:
    assert [(match.id, match.rule) for match in _actors().match(text, None)] == [("north-front", rule)]


def test_an_actor_is_found_only_while_it_exists() -> None:
    actors = _actors()
    assert actors.match("al-Jabha al-Islamiyya", dt.date(2016, 5, 8)) == ()
    assert actors.match("Levant Front", dt.date(2014, 5, 8)) == ()
    assert actors.match("al-Jabha al-Islamiyya", dt.date(2014, 5, 8))[0].name == "al-Jabha al-Islamiyya"


def test_a_near_spelling_is_found_and_a_far_one_or_a_bare_kind_word_is_not() -> None:
    actors = _actors()
    (match,) = actors.match("Front Islamique", None)
    assert (match.id, match.rule) == ("islamic-front", "similar")
    assert actors.match("the Syrian Islamic Front", None) == ()
    assert actors.match("Jabhat al-Shamliyya", None) == ()
    assert actors.match("Army of the South", None) == ()
    assert actors.match("the Front", None) == ()
    assert actors.match("", None) == ()
    assert actors.match("x" * 500, None) == ()


def test_a_place_in_the_province_named_beside_it_comes_first() -> None:
    places = _places()
    assert [match.id for match in places.match("al-Hamra", "")] == ["hamra-aleppo", "hamra-hama"]
    assert [match.id for match in places.match("al-Hamra", "Hama")] == ["hamra-hama", "hamra-aleppo"]
    assert [match.id for match in places.match("Khan Touman", "Hama")] == ["khan-tuman"]
    assert places.match("Paris", "Hama") == ()


def test_a_source_that_two_share_the_name_of_is_nobody() -> None:
    sources = _sources()
    assert sources.match("The Bulletin") is None
    assert sources.match("nobody at all") is None
    found = sources.match("Hemeimim center")
    assert found is not None
    assert found.id == "centre"


def test_a_label_is_told_as_such_and_only_when_printed_exactly() -> None:
    source = _sources().match("our men in Hmeimim")
    assert source is not None
    value, _ = read_registry(
        "actors: [{id: a, name: State Army, type: state forces, aliases: [{text: regime bands, kind: label}]}]",
        ActorsFile,
        "actors.yaml",
    )
    assert value is not None
    actors = AuthoredActors(value.actors)
    assert [match.rule for match in actors.match("regime bands", None)] == ["label"]
    assert actors.match("the regime band", None) == ()


def test_a_host_belongs_to_the_source_of_the_host_above_it() -> None:
    sources = _sources()
    found = sources.by_host("https://www.Bulletin.example/p=1")
    assert found is not None
    assert found.id == "bulletin-a"
    assert sources.by_host("https://bulletin.example.org/") is None
    assert sources.by_host("http://[broken") is None
    assert sources.by_host("") is None


def test_get_knows_ids_only() -> None:
    assert _actors().get("north-front") is not None
    assert _actors().get("Levant Front") is None
    assert _places().get("hama") is not None
    assert _sources().get("centre") is not None


def test_a_spelling_listed_twice_is_found_once() -> None:
    actors = AuthoredActors(
        [Actor(id="h", name="Harbour Guard", type="militia", aliases=(Alias(text="Harbour guard"),))]
    )
    assert [match.rule for match in actors.match("harbour guard", None)] == ["exact"]


class TestAuthoredActors(ActorIndexConformance):
    def index(self, actors: Sequence[Actor]) -> ActorIndex:
        return AuthoredActors(actors)


class TestAuthoredPlaces(GazetteerConformance):
    def index(self, places: Sequence[Place]) -> Gazetteer:
        return AuthoredPlaces(places)


class TestAuthoredSources(SourceRegistryConformance):
    def index(self, sources: Sequence[Source]) -> SourceRegistry:
        return AuthoredSources(sources)


def test_a_collective_is_never_matched_by_likeness() -> None:
    collective = Actor(id="syrian-opposition", name="Syrian opposition", type="unspecified")
    assert AuthoredActors([collective]).match("positions of the Syrian army", None) == ()
    assert [match.id for match in AuthoredActors([collective]).match("Syrian opposition", None)] == [collective.id]


def test_a_body_of_the_media_is_no_channel_whose_name_sounds_so() -> None:
    sources = "sources:\n  - {id: al-alam, name: al-Alam, kind: media, aliases: [{text: العالم, lang: ar}]}\n"
    value, problems = read_registry(sources, SourcesFile, "f.yaml")
    assert value is not None, problems
    registry = AuthoredSources(value.sources)
    assert registry.match("الهيئة السورية للإعلام") is None
    assert [registry.match(name) is not None for name in ("Al-Alam", "العالم")] == [True, True]
