"""The truces that ship with Tregua, and truce files anywhere: each with the cases beside it and what it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tregua.backends.registry import ActorsFile, PlacesFile, SourcesFile
from tregua.errors import CaseError, Problem
from tregua.ports import Registries
from tregua.terms.cases import CaseBook, load_cases
from tregua.terms.load import load_truce, pack_truce, pack_truces
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor, Alias
from tregua.wiring.packs import SHARED, index, merge, read_pack, shipped_packs

__all__ = ["Held", "find_truce", "registries_of", "shipped_truces"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A truce and the cases beside it.

    Attributes:
        truce: the truce.
        book: its cases, None when it has none.
        where: the name of its file.
        problems: what is wrong with its cases.
    """

    truce: Truce
    book: CaseBook | None
    where: str
    problems: tuple[Problem, ...] = ()


def shipped_truces() -> tuple[str, ...]:
    """Return the ids of the truces that ship with Tregua."""
    return pack_truces()


def find_truce(name: str) -> Held:
    """Return the truce with the id NAME that ships with Tregua, or that of the file or folder NAME.

    Raises:
        CaseError: there is none, or it cannot be used.
    """
    path = Path(name)
    if name not in pack_truces() and (path.suffix or path.exists()):
        return _read(path / "truce.yaml" if path.is_dir() else path)
    text, where = pack_truce(name)
    return _held(text, where, *pack_truce(name, "cases.yaml"))


def _read(path: Path) -> Held:
    try:
        text = path.read_text("utf-8")
        beside = path.with_name(path.name.replace("truce.yaml", "cases.yaml"))
        cases = beside.read_text("utf-8") if beside != path and beside.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path} cannot be read: {error}") from error
    return _held(text, str(path), cases, str(beside))


def _held(text: str, where: str, cases: str, beside: str) -> Held:
    truce, problems = load_truce(text, where)
    if truce is None:
        raise CaseError(f"{where} cannot be used", problems)
    book, doubts = load_cases(cases, beside) if cases else (None, ())
    return Held(truce=truce, book=book, where=where, problems=doubts)


def registries_of(held: Held) -> Registries:
    """Return the actors and places that events under a truce may name: those of its cases, then those that ship."""
    truce, book = held.truce, held.book
    countries = {country for area in truce.areas for country in area.countries}
    countries |= {clock.country for clock in truce.clocks}
    countries |= {place.country for place in book.places} if book else set()
    packs = sorted(countries & shipped_packs())
    shipped = [each for each in map(_actors, (*packs, *SHARED)) if each is not None]
    actors = [ActorsFile(actors=_with_names(book.actors if book else (), shipped)), *shipped]
    places = [PlacesFile(places=book.places if book else ()), *map(_places, packs)]
    return index(
        merge("actors", ActorsFile, actors),
        SourcesFile(sources=()),
        merge("places", PlacesFile, [each for each in places if each is not None]),
    )


def _with_names(named: Iterable[Actor], shipped: Iterable[ActorsFile]) -> tuple[Actor, ...]:
    """Return NAMED, the actors of a truce's cases, each with the names that the SHIPPED one of its id has too."""
    known = {actor.id: actor for each in shipped for actor in each.actors}
    return tuple(
        actor.model_copy(update={"aliases": (*actor.aliases, *_names(known[actor.id]))}) if actor.id in known else actor
        for actor in named
    )


def _names(actor: Actor) -> tuple[Alias, ...]:
    return (Alias(text=actor.name), *actor.aliases)


@cache
def _actors(pack: str) -> ActorsFile | None:
    return read_pack("actors", pack, ActorsFile)[0]


@cache
def _places(pack: str) -> PlacesFile | None:
    return read_pack("places", pack, PlacesFile)[0]
