"""Parties that speak for themselves: what a member of a truce's side, or a part or office of it, says is its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor, Alias, Source
from tregua.vocabulary.folding import fold
from tregua.vocabulary.names import analyse

__all__ = ["with_parties"]

_NOT_ADOPTED = ("label", "slur")
_NOBODY = ("unspecified", "civilians")
"""Types of collectives: "the opposition" says nothing by itself."""

_OFFICES: Mapping[str, tuple[str, ...]] = {
    "Defence Ministry": ("Ministry of National Defence", "Defence Minister", "Minister of National Defence"),
    "Foreign Ministry": ("Ministry of Foreign Affairs", "Foreign Minister", "Minister of Foreign Affairs"),
    "Interior Ministry": ("Ministry of Internal Affairs", "Interior Minister"),
    "Health Ministry": ("Ministry of Public Health", "Health Minister"),
    "Information Ministry": ("Information Minister",),
    "Presidency": ("President", "Presidential Office"),
    "Prime Minister": ("Prime Ministry", "Prime Minister's Office"),
}
"""Offices that every state has and that speak for it, with what else they are called, before or behind its name."""


def with_parties(sources: Sequence[Source], actors: Iterable[Actor], truces: Sequence[Truce]) -> tuple[Source, ...]:
    """Return SOURCES with those who speak for a side of TRUCES that are none of them yet, by the names of ACTORS.

    These are the members of the sides, the bodies that are part of one, and the offices of a member that is a state
    ("the Cambodian Defence Ministry"). What SOURCES say counts before: a party one of whose names is a source's there
    gets no entry of its own under that name. Of several truces the first one that names an actor tells its side.
    """
    known = {actor.id: actor for actor in actors}
    parties = _parties(known, truces)
    held = {source.id: source for source in sources}
    taken = {fold(name) for source in sources for name in (source.name, *(each.text for each in source.aliases))}
    for actor, (side, cite) in parties.items():
        party = known[actor]
        if party.type not in _NOBODY and actor not in held and fold(party.name) not in taken:
            held[actor] = _party(party, side, cite, taken)
    said = {frozenset(analyse(name).words) for source in held.values() for name in _names(source)}
    for actor, (side, cite) in parties.items():
        if known[actor].type == "state":
            for office in _offices(known[actor], side, cite):
                if said.isdisjoint(frozenset(analyse(name).words) for name in _names(office)):
                    held.setdefault(office.id, office)
    return tuple(held.values())


def _parties(known: Mapping[str, Actor], truces: Iterable[Truce]) -> dict[str, tuple[str, str]]:
    """Return the side of those of KNOWN who are a member of TRUCES or still part of one, and where that is said."""
    found: dict[str, tuple[str, str]] = {}
    for truce in truces:
        for side in truce.sides:
            for member in side.members:
                if member.actor in known:
                    found.setdefault(member.actor, (side.id, member.cite))
    whole = [(actor.id, tie) for actor in known.values() for tie in actor.affiliations if tie.type == "part_of"]
    reached = 0
    while reached != len(found):
        reached = len(found)
        for part, tie in whole:
            if tie.to in found and tie.until is None:
                found.setdefault(part, (found[tie.to][0], tie.cite))
    return found


def _party(actor: Actor, side: str, cite: str, taken: set[str]) -> Source:
    """Return ACTOR as a source of SIDE, by the names it bears; words without a capital ("rebel groups") are none."""
    names = tuple(
        alias
        for alias in actor.aliases
        if alias.kind not in _NOT_ADOPTED and not alias.text.islower() and fold(alias.text) not in taken
    )
    return Source(id=actor.id, name=actor.name, kind="party", side=side, actor=actor.id, aliases=names, cite=cite)


def _offices(state: Actor, side: str, cite: str) -> Iterator[Source]:
    """Give the offices of STATE as sources of SIDE."""
    country = " ".join(word for word in state.name.split() if analyse(word).places) or state.name
    for office, others in _OFFICES.items():
        called = [form for name in (office, *others) for form in (f"{name} ({country})", f"{country} {name}")]
        yield Source(
            id=f"{state.id}-{office.lower().replace(' ', '-')}",
            name=called[0],
            kind="party",
            side=side,
            actor=state.id,
            aliases=tuple(Alias(text=text) for text in called[1:]),
            cite=cite,
        )


def _names(source: Source) -> tuple[str, ...]:
    return source.name, *(alias.text for alias in source.aliases)
