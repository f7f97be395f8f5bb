"""The registries of actors that ship: each loads, and together they name everyone once."""

import collections
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tregua.authored import Authored, read_authored
from tregua.backends.registry import ActorsFile, PlacesFile, SourcesFile
from tregua.vocabulary.actors import Actor
from tregua.wiring.checking import check_path
from tregua.wiring.library import shipped_truces
from tregua.wiring.opening import create_case, read_case
from tregua.wiring.packs import SHARED, read_pack, shipped_actors, shipped_packs

PACKS = tuple(
    sorted(
        entry.name.removesuffix(".yaml")
        for entry in files("tregua").joinpath("packs", "actors").iterdir()
        if entry.name.endswith(".yaml")
    )
)
LABELS = ("label", "slur")


def load(pack: str) -> tuple[Actor, ...]:
    found, _, problems = read_pack("actors", pack, ActorsFile)
    assert problems == ()
    assert found is not None
    return found.actors


def days(actor: Actor) -> tuple[str, str]:
    return str(actor.since or "0000"), str(actor.until or "9999")


def meet(first: Actor, second: Actor) -> bool:
    (begins, ends), (other_begins, other_ends) = days(first), days(second)
    return begins <= other_ends and other_begins <= ends


def shared_names(actors: tuple[Actor, ...]) -> Iterator[tuple[str, str, str]]:
    owners: dict[str, list[Actor]] = collections.defaultdict(list)
    for actor in actors:
        own = {actor.name.casefold(), *(each.text.casefold() for each in actor.aliases if each.kind not in LABELS)}
        for name in own:
            yield from ((name, other.id, actor.id) for other in owners[name] if meet(other, actor))
            owners[name].append(actor)


def test_an_id_belongs_to_one_actor_of_all_packs() -> None:
    ids = collections.Counter(actor.id for pack in PACKS for actor in load(pack))
    assert {actor: count for actor, count in ids.items() if count > 1} == {}
    assert shipped_actors() == set(ids)


@pytest.mark.parametrize("pack", PACKS)
def test_ties_and_speakers_of_a_pack_are_actors_that_ship(pack: str) -> None:
    actors = load(pack)
    tied = [(actor.id, tie.to) for actor in actors for tie in actor.affiliations]
    assert [pair for pair in tied if pair[1] not in shipped_actors()] == []
    spoken = [(actor.id, who) for actor in actors for alias in actor.aliases for who in alias.by]
    assert [pair for pair in spoken if pair[1] not in shipped_actors()] == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_actor_and_tie_of_a_pack_says_where_it_is_from(pack: str) -> None:
    actors = load(pack)
    assert [actor.id for actor in actors if not actor.cite] == []
    assert [(actor.id, tie.to) for actor in actors for tie in actor.affiliations if not tie.cite] == []
    ends = [tie for actor in actors for tie in actor.affiliations if tie.since and tie.until and tie.until < tie.since]
    assert ends == []


@pytest.mark.parametrize("pack", PACKS)
def test_no_two_actors_that_a_case_loads_together_have_one_name(pack: str) -> None:
    actors = tuple(actor for each in dict.fromkeys((pack, *SHARED)) for actor in load(each))
    assert list(shared_names(actors)) == []


def test_there_are_actors_of_many_conflicts() -> None:
    assert set(SHARED) < set(PACKS)
    assert len(shipped_actors()) >= 400


def test_a_case_can_name_a_pack_that_has_actors_alone(tmp_path: Path) -> None:
    create_case(tmp_path, None)
    case = tmp_path / "case.yaml"
    case.write_text(case.read_text("utf-8").replace("packs: []", "packs: [LY]"), "utf-8")
    found, problems = read_case(tmp_path)
    assert found is not None
    assert problems == []
    assert {"unsmil", "russia", "civilians"} <= {actor.id for actor in found.actors.actors}
    assert [problem for problem in check_path(tmp_path) if problem.where.startswith("actors.yaml")] == []


def test_a_pack_that_lacks_a_kind_is_no_problem_and_one_that_does_not_ship_is() -> None:
    assert read_pack("sources", "LY", SourcesFile) == (None, "", ())
    assert shipped_packs().isdisjoint(SHARED)
    (problem,) = read_pack("places", "LX", PlacesFile)[2]
    assert "LX" in problem.message


@pytest.mark.parametrize("kind", ["actors", "languages", "places", "sources"])
def test_shipped_files_hold_nothing_that_only_the_strict_reader_refuses(kind: str) -> None:
    for file in files("tregua").joinpath("packs", kind).iterdir():
        if file.name.endswith(".yaml"):
            _, _, problems = read_authored(file.read_text("utf-8"), Authored, file.name)
            assert {problem.message.split()[0] for problem in problems} == {"unknown"}


@pytest.mark.parametrize("truce", shipped_truces())
def test_a_new_case_has_the_packs_of_the_countries_that_its_truce_is_about(truce: str, tmp_path: Path) -> None:
    create_case(tmp_path, truce)
    found, problems = read_case(tmp_path)
    assert found is not None
    assert not problems
    assert found.case.packs
    (terms,) = found.truces
    members = {member.actor for side in terms.sides for member in side.members}
    assert members & {actor.id for actor in found.actors.actors}
    assert members & {source.id for source in found.sources.sources}


def test_a_truce_that_names_a_province_has_the_pack_of_its_country(tmp_path: Path) -> None:
    create_case(tmp_path, "donbas-2020")
    found, _ = read_case(tmp_path)
    assert found is not None
    assert found.case.packs == ("UA",)
