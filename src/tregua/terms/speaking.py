"""Parties that speak for themselves: what a member of a truce's side says is that side's word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor, Source
from tregua.vocabulary.folding import fold

__all__ = ["with_parties"]

_NOT_ADOPTED = ("label", "slur")
_NOBODY = ("unspecified", "civilians")
"""Types of collectives: "the opposition" says nothing by itself."""


def with_parties(sources: Sequence[Source], actors: Iterable[Actor], truces: Sequence[Truce]) -> tuple[Source, ...]:
    """Return SOURCES with the members of the sides of TRUCES that are none of them yet, by the names of ACTORS.

    What SOURCES say counts before: a party one of whose names is a source's there gets no entry of its own under that
    name. Of several truces the first one that names an actor tells its side.
    """
    ids = {source.id for source in sources}
    taken = {fold(name) for source in sources for name in (source.name, *(each.text for each in source.aliases))}
    known = {actor.id: actor for actor in actors}
    added: dict[str, Source] = {}
    for actor, side, cite in _members(truces):
        party = known.get(actor)
        if party and party.type not in _NOBODY and actor not in {*ids, *added} and fold(party.name) not in taken:
            added[actor] = _party(party, side, cite, taken)
    return (*sources, *added.values())


def _members(truces: Iterable[Truce]) -> Iterator[tuple[str, str, str]]:
    """Give the id of each member of a side, its side and where that is said."""
    for truce in truces:
        for side in truce.sides:
            for member in side.members:
                yield member.actor, side.id, member.cite


def _party(actor: Actor, side: str, cite: str, taken: set[str]) -> Source:
    """Return ACTOR as a source of SIDE, by the names it bears; words without a capital ("rebel groups") are none."""
    names = tuple(
        alias
        for alias in actor.aliases
        if alias.kind not in _NOT_ADOPTED and not alias.text.islower() and fold(alias.text) not in taken
    )
    return Source(id=actor.id, name=actor.name, kind="party", side=side, actor=actor.id, aliases=names, cite=cite)
