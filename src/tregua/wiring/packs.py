"""Registries that ship with Tregua, a file a country, and how they are laid under a case's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from tregua.authored import Authored, nearest, read_shipped
from tregua.backends.place_lists import ExactPlaces, Layered
from tregua.backends.registry import (
    ActorsFile,
    AuthoredActors,
    AuthoredPlaces,
    AuthoredSources,
    PlacesFile,
    SourcesFile,
    read_registry,
)
from tregua.errors import Problem
from tregua.pipeline import Region
from tregua.ports import Registries

if TYPE_CHECKING:
    from tregua.terms.truce import Truce

__all__ = [
    "SHARED", "index", "merge", "packs_about", "read_pack", "regions", "shipped_actors", "shipped_languages",
    "shipped_packs",
]  # fmt: skip

SHARED = ("world", "common")
"""Files of actors that every case has: who acts in many conflicts, and collectives such as civilians."""


class CountriesFile(Authored):
    """Names by which a text tells the country it is about.

    Attributes:
        countries: names by country (ISO 3166-1 alpha-2).
    """

    countries: dict[str, tuple[str, ...]]


FileT = TypeVar("FileT", ActorsFile, SourcesFile, PlacesFile)


def shipped_languages() -> list[str]:
    """Return the languages that have a pack (ISO 639-1), English first: a text that tells none is taken for it."""
    folder = files("tregua").joinpath("packs", "languages")
    found = {entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")}
    return sorted(found, key=lambda language: (language != "en", language))


@cache
def shipped_packs() -> frozenset[str]:
    """Return every pack that a case can name: it has actors, sources or places, and not always all three."""
    folders = (files("tregua").joinpath("packs", kind) for kind in ("actors", "sources", "places"))
    names = (entry.name for folder in folders for entry in folder.iterdir())
    return frozenset(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")).difference(SHARED)


def packs_about(truce: Truce) -> list[str]:
    """Return the packs of the countries that the areas of TRUCE name, or in which the places they name lie."""
    packs = {country for area in truce.areas for country in area.countries} & shipped_packs()
    grounds = {place for area in truce.areas for place in (*area.provinces, *area.places)}
    for pack in sorted(shipped_packs() - packs) if grounds else ():
        if grounds & {place.id for place in _places(pack).places}:
            packs.add(pack)
    return sorted(packs)


def read_pack(kind: str, pack: str, model: type[FileT]) -> tuple[FileT | None, str, Sequence[Problem]]:
    """Return the KIND (``actors``…) of PACK, its text, and what is wrong with it; a pack may lack a kind."""
    entry = files("tregua").joinpath("packs", kind, f"{pack}.yaml")
    if not entry.is_file() and pack in shipped_packs():
        return None, "", ()
    if not entry.is_file():
        message = f"no pack called {pack!r} ships with Tregua"
        return None, "", (Problem(where="case.yaml", message=message, hint=nearest(pack, sorted(shipped_packs()))),)
    text = entry.read_text("utf-8")
    found, problems = read_registry(text, model, f"pack:{kind}/{pack}.yaml", shipped=True)
    return found, text, problems


def merge(kind: str, model: type[FileT], layers: Sequence[FileT]) -> FileT:
    """Return one file of all LAYERS; of entries with the same id the first layer's counts."""
    entries = {entry.id: entry for layer in reversed(layers) for entry in getattr(layer, kind)}
    return model.model_validate({kind: tuple(entries.values())})


def index(actors: ActorsFile, sources: SourcesFile, places: PlacesFile) -> Registries:
    """Return the three files as registries that find names; behind the places stand the countries of the world."""
    return Registries(
        actors=AuthoredActors(actors.actors),
        places=Layered([AuthoredPlaces(places.places), _countries()]),
        sources=AuthoredSources(sources.sources),
    )


@cache
def _countries() -> ExactPlaces:
    return ExactPlaces(_places("world").places)


@cache
def shipped_actors() -> frozenset[str]:
    """Return the id of every actor of every pack, for ties that leave the packs which a case names."""
    names = (entry.name for entry in files("tregua").joinpath("packs", "actors").iterdir())
    packs = (name.removesuffix(".yaml") for name in sorted(names) if name.endswith(".yaml"))
    found = (read_pack("actors", pack, ActorsFile)[0] for pack in packs)
    return frozenset(actor.id for file in found if file for actor in file.actors)


@cache
def regions() -> tuple[Region, ...]:
    """Return every country that ships, for reading documents without a case.

    Raises:
        TreguaError: the table of names is wrong, which a test rules out.
    """
    table = read_shipped("names/regions.yaml", CountriesFile)
    return tuple(Region(names=names, load=partial(_registries, country)) for country, names in table.countries.items())


@cache
def _actors(pack: str) -> ActorsFile | None:
    return read_pack("actors", pack, ActorsFile)[0]


@cache
def _places(country: str) -> PlacesFile:
    return read_pack("places", country, PlacesFile)[0] or PlacesFile(places=())


@cache
def _registries(country: str) -> Registries:
    actors = [_actors(pack) for pack in (country, *SHARED)]
    sources, _, _ = read_pack("sources", country, SourcesFile)
    return index(
        merge("actors", ActorsFile, [each for each in actors if each]),
        sources or SourcesFile(sources=()),
        _places(country),
    )
