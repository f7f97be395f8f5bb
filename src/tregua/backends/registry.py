"""Registries that people write (actors, sources, places) and the indexes that find names in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from tregua.authored import Authored, LineIndex, read_authored
from tregua.errors import Problem
from tregua.ports import Match
from tregua.vocabulary.actors import Actor, Alias, Source
from tregua.vocabulary.name_index import Found, NameIndex, Spelling, SpellingKind
from tregua.vocabulary.places import Place

__all__ = [
    "ActorsFile", "AuthoredActors", "AuthoredPlaces", "AuthoredSources", "PlacesFile", "RegistryFile", "SourcesFile",
    "read_registry",
]  # fmt: skip

_COLLECTIVES = frozenset({"unspecified", "civilians"})
_KINDS: Mapping[str, SpellingKind] = {"acronym": "acronym", "label": "label", "slur": "label"}


class ActorsFile(Authored):
    """A file of actors."""

    actors: tuple[Actor, ...]


class SourcesFile(Authored):
    """A file of sources."""

    sources: tuple[Source, ...]


class PlacesFile(Authored):
    """A file of places."""

    places: tuple[Place, ...]


RegistryFile = ActorsFile | SourcesFile | PlacesFile
FileT = TypeVar("FileT", ActorsFile, SourcesFile, PlacesFile)


def read_registry(
    text: str, model: type[FileT], where: str, *, shipped: bool = False
) -> tuple[FileT | None, tuple[Problem, ...]]:
    """Read TEXT, SHIPPED or a case's own, as a registry MODEL; an id given twice is a problem, at its second line."""
    value, lines, problems = read_authored(text, model, where, shipped=shipped)
    if value is None:
        return None, problems
    repeated = tuple(_repeated(value, lines, where))
    return (None, repeated) if repeated else (value, ())


def _repeated(value: RegistryFile, lines: LineIndex, where: str) -> Iterable[Problem]:
    ((key, entries),) = ((name, getattr(value, name)) for name in type(value).model_fields)
    first: dict[str, int] = {}
    for position, entry in enumerate(entries):
        line = lines.line((key, position, "id"))
        if entry.id in first:
            said = f"the id {entry.id!r} is given twice; it stands at line {first[entry.id]} already"
            yield Problem(where=where, line=line, message=said, hint="give every entry an id of its own")
        first.setdefault(entry.id, line)


class _Named(Protocol):
    """An entry with names; actors, sources and places are."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def aliases(self) -> tuple[Alias, ...]: ...


def _index(entries: Iterable[_Named], printed: Collection[str] = ()) -> NameIndex:
    """Return an index of the names of ENTRIES; those whose ids are PRINTED are found by their own words alone."""
    return NameIndex(spelling for entry in entries for spelling in _spellings(entry, exactly=entry.id in printed))


def _spellings(entry: _Named, *, exactly: bool) -> Iterable[Spelling]:
    usual: SpellingKind = "printed" if exactly else "name"
    yield Spelling(entry.id, entry.name, usual, official=True)
    for alias in entry.aliases:
        kind = usual if exactly and alias.kind not in ("label", "slur") else _KINDS.get(alias.kind, usual)
        yield Spelling(entry.id, alias.text, kind, official=alias.kind == "official")


def _matches(entries: Mapping[str, _Named], found: Iterable[Found]) -> tuple[Match, ...]:
    return tuple(
        Match(id=one.entry, name=entries[one.entry].name, score=round(one.score, 4), rule=one.rule) for one in found
    )


class AuthoredActors:
    """The actors of authored files; an :class:`~tregua.ports.ActorIndex`."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        """Index ACTORS; a later one with the same id takes the place of an earlier one."""
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}
        self._sorted = tuple(sorted(self._actors.values(), key=lambda actor: actor.id))
        self._index = _index(self._sorted, {actor.id for actor in self._sorted if actor.type in _COLLECTIVES})

    def match(self, text: str, on: dt.date | None) -> tuple[Match, ...]:
        """Return candidates for TEXT that exist and are called so on the day ON (any day when None), best first.

        A collective ("rebels", "civilians") is matched by its own words alone: it has no spelling to be near to.
        """
        found = (one for one in self._index.match(text) if _in_use(self._actors[one.entry], one.text, on))
        return _matches(self._actors, found)

    def near(self, text: str) -> tuple[Match, ...]:
        """Return the actors likest TEXT on any day, best first, below the line too."""
        return _matches(self._actors, self._index.nearest(text))

    def get(self, actor: str) -> Actor | None:
        """Return the actor with that id."""
        return self._actors.get(actor)

    def all(self) -> Sequence[Actor]:
        """Return every actor, by id."""
        return self._sorted


def _in_use(actor: Actor, name: str, on: dt.date | None) -> bool:
    """Tell whether ACTOR exists on the day ON and NAME is in use by then; a former name is used long after."""
    if on is None:
        return True
    since = [actor.since, *(alias.since for alias in actor.aliases if alias.text == name and name != actor.name)]
    return all(day is None or day <= on for day in since) and (actor.until is None or on <= actor.until)


class AuthoredPlaces:
    """The places of authored files; a :class:`~tregua.ports.Gazetteer`."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Index PLACES; a later one with the same id takes the place of an earlier one."""
        self._places: Mapping[str, Place] = {place.id: place for place in places}
        self._sorted = tuple(sorted(self._places.values(), key=lambda place: place.id))
        self._index = _index(self._sorted)

    def match(self, text: str, within: str) -> tuple[Match, ...]:
        """Return candidates for TEXT, those in the province that WITHIN names first."""
        found = _matches(self._places, self._index.match(text))
        if not within or not found:
            return found
        provinces = {match.entry for match in self._index.match(within)}
        return tuple(sorted(found, key=lambda match: not self._inside(match.id, provinces)))

    def _inside(self, place: str, provinces: set[str]) -> bool:
        return place in provinces or self._places[place].province in provinces

    def near(self, text: str) -> tuple[Match, ...]:
        """Return the places likest TEXT, best first, below the line too."""
        return _matches(self._places, self._index.nearest(text))

    def get(self, place: str) -> Place | None:
        """Return the place with that id."""
        return self._places.get(place)

    def all(self) -> Sequence[Place]:
        """Return every place, by id."""
        return self._sorted


class AuthoredSources:
    """The sources of authored files; a :class:`~tregua.ports.SourceRegistry`."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Index SOURCES; a later one with the same id takes the place of an earlier one."""
        self._sources: Mapping[str, Source] = {source.id: source for source in sources}
        self._sorted = tuple(sorted(self._sources.values(), key=lambda source: source.id))
        self._index = _index(self._sorted)
        self._hosts = {host.casefold(): source for source in self.all() for host in source.hosts}

    def match(self, text: str) -> Source | None:
        """Return the source that TEXT names; None when none is near enough or two are as near."""
        found = self._index.match(text)
        tied = len(found) > 1 and found[0].score == found[1].score
        return None if not found or tied else self._sources[found[0].entry]

    def by_host(self, url: str) -> Source | None:
        """Return the source whose host, or a host above it, URL is on."""
        try:
            host = (urlsplit(url).hostname or "").casefold()
        except ValueError:
            return None
        labels = host.split(".")
        above = (".".join(labels[position:]) for position in range(len(labels)))
        return next((self._hosts[name] for name in above if name in self._hosts), None)

    def get(self, source: str) -> Source | None:
        """Return the source with that id."""
        return self._sources.get(source)

    def all(self) -> Sequence[Source]:
        """Return every source, by id."""
        return self._sorted
