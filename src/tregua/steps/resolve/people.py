"""Actors and speakers: whom a name means, whom a label means when this speaker says it, who "the centre" is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tregua.ports import ActorIndex, SourceRegistry
from tregua.records.claim import Mention, Speaker
from tregua.records.document import Document
from tregua.steps.resolve.choice import Choice, Decided, choose, decided, spellings
from tregua.vocabulary.actors import Source
from tregua.vocabulary.folding import fold
from tregua.vocabulary.names import Name, analyse, keys_of
from tregua.vocabulary.struck import is_civilian

if TYPE_CHECKING:
    from tregua.terms.truce import Truce

__all__ = ["MEANT", "ActorFinder", "SpeakerFinder", "Voice"]

MEANT = "in this speaker's words it means"
"""Begins the reason that a label of the speaker's vocabulary is given."""

_SHORTEST_NAMED = 4
_CIVILIANS = "civilians"
_WORDS = "words for civilians or civilian objects"
_COMMON = (_CIVILIANS, "unspecified")
"""Types of actors whose names are common words, labels themselves: "armed opposition groups"."""

_OFFICE = "spokesperson"
_LONGEST_BODY = 7

_CIRCLES = ("speaking in the document", "named in the document", "carried by the publisher")


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a claim is in: the ids that a truce's ``said_by`` may name."""

    source: str = ""
    side: str = ""
    actor: str = ""

    def ids(self) -> frozenset[str]:
        """Return the ids that are known."""
        return frozenset({self.source, self.side, self.actor} - {""})


class ActorFinder:
    """Finds the actors of one document."""

    def __init__(self, actors: ActorIndex, truces: Sequence[Truce], on: dt.date | None, by_people: Decided) -> None:
        """Look names up in ACTORS as of the day ON, but for those decided BY_PEOPLE, and labels in TRUCES."""
        self._actors = actors
        self._decided = by_people
        self._on = on
        self._truces = truces

    def resolve(self, mention: Mention, voice: Voice) -> Mention:
        """Return MENTION resolved, and its side where it is a label of VOICE's; both may fail.

        A mention that is but a word for somebody whom the text names elsewhere keeps that name.
        """
        choice = decided(self._decided, "actor", mention.text, self._actors) or self._named(mention)
        side, meant = self._side(mention.text, voice, choice)
        rule = f"{choice.rule}; {meant}" if meant else choice.rule
        if choice.match is None and side in {"", _CIVILIANS} and not mention.name and is_civilian(mention.text):
            return replace(mention, id=_CIVILIANS, rule=_WORDS, side=_CIVILIANS)
        if choice.match is None:
            return replace(mention, rule=rule, side=side)
        return replace(mention, name=choice.match.name, id=choice.match.id, rule=rule, side=side)

    def _named(self, mention: Mention) -> Choice:
        choice = self._choose(mention.text)
        if choice.match is None and mention.owner:
            return self._choose(mention.owner)
        if choice.match is not None or not mention.name:
            return choice
        named = self._choose(mention.name)
        return replace(named, match=named.match and replace(named.match, name=mention.name))

    def _choose(self, text: str) -> Choice:
        first: Choice | None = None
        for spelling in spellings(text):
            choice = choose(self._actors.match(spelling, self._on))
            if choice.match is not None:
                return choice
            first = first or choice
        elsewhen = choose(self._actors.match(text, None)) if self._on else Choice(None, "")
        if elsewhen.match is not None:
            return Choice(None, f"{elsewhen.match.name} does not exist on {self._on}")
        return first or elsewhen

    def _side(self, text: str, voice: Voice, choice: Choice) -> tuple[str, str]:
        """Return the side that TEXT names as a label of VOICE's, "" when not one alone, and the reason in words."""
        actor = self._actors.get(choice.match.id) if choice.match is not None else None
        if actor is not None and actor.type in _COMMON:
            actor = None
        names = (actor.name, *(alias.text for alias in actor.aliases)) if actor is not None else ()
        if self._truces:
            from tregua.terms.labels import read_label  # noqa: PLC0415 - documents without a case have no truce's words
        for truce in self._truces:
            label = read_label(truce, text, voice.ids(), names)
            if label is not None:
                said = f"{MEANT} {' or '.join(label.means)}"
                return (label.means[0] if len(label.means) == 1 else ""), said
        return "", ""


class SpeakerFinder:
    """Finds the sources that speak in one document."""

    def __init__(self, sources: SourceRegistry, document: Document, spoken: Sequence[Speaker]) -> None:
        """Know whom DOCUMENT names in full, so that "the centre" can be one of them.

        In this order: the SPOKEN speakers themselves, sources that the text names anywhere, sources whose
        statements the publisher carries.
        """
        self._sources = sources
        self._url, self._publisher = document.url, document.publisher
        found = [source for speaker in spoken if (source := self._by_name(speaker.text))]
        publisher = sources.by_host(document.url) or self._by_name(document.publisher)
        carried = [source for each in (publisher.relays if publisher else ()) if (source := sources.get(each))]
        named = _named(document.text, sources)
        self._circles = tuple({source.id: source for source in circle} for circle in (found, named, carried))

    def resolve(self, speaker: Speaker) -> Speaker:
        """Return SPEAKER resolved: by name, by the address it publishes on, or as short for one named beside it."""
        source, rule = self._find(speaker)
        if source is None:
            return replace(speaker, rule=rule)
        return replace(speaker, name=source.name, id=source.id, rule=rule)

    def voice(self, chain: Sequence[Speaker]) -> Voice:
        """Return whose words a claim with the resolved CHAIN is in."""
        source = self._sources.get(chain[0].id) if chain and chain[0].id else None
        return Voice(source.id, source.side, source.actor) if source else Voice()

    def _find(self, speaker: Speaker) -> tuple[Source | None, str]:
        if source := self._by_name(speaker.text):
            exact = fold(speaker.text) in {fold(source.name), *(fold(alias.text) for alias in source.aliases)}
            return source, "exact" if exact else "similar"
        if speaker.span is None and (source := self._sources.by_host(self._url)):
            return source, "by the address it publishes on"
        bodies = _spoken_for(speaker.text)
        for body in bodies:
            if source := self._by_name(body):
                return source, f"who speaks for {body!r}"
        printed = speaker.span is None and speaker.text == self._publisher  # in full, and short for nobody
        called = () if printed else (speaker.text, *bodies)
        for circle, where in zip(self._circles, _CIRCLES, strict=True):
            short = [source for source in circle.values() if any(_short_for(text, source) for text in called)]
            if short:
                single = short[0] if len(short) == 1 else None
                return single, f"short for {'a source' if single else 'several sources'} {where}"
        held = {source.id: source for source in _named(speaker.text, self._sources)}
        if speaker.span is not None and len(held) == 1:
            return held.popitem()[1], "the words hold the name of one source"
        return None, "not in the registry"

    def _by_name(self, text: str) -> Source | None:
        return next((source for one in spellings(text) if (source := self._sources.match(one))), None)


def _spoken_for(text: str) -> list[str]:
    """Return whom the spokesperson in TEXT may speak for: the words before ("army spokesman N. N."), then those behind.

    Of those behind, which may run on to the person's name, the longest stretch comes first.
    """
    words = text.split()
    at = next((at for at, word in enumerate(words) if _speaks(word)), len(words))
    behind = words[at + 1 :][:_LONGEST_BODY]
    stretches = (behind[start:end] for start in (0, 1) for end in range(len(behind), start, -1))
    return [" ".join(part) for part in (words[:at], *stretches) if part] if at < len(words) else []


def _speaks(word: str) -> bool:
    """Tell whether WORD is one for a spokesperson, also one written with a hyphen ("porte-parole")."""
    return any(part.meaning == _OFFICE for part in analyse(word.replace("-", "")).parts)


def _named(text: str, sources: SourceRegistry) -> list[Source]:
    """Return those of SOURCES that TEXT names in any spelling, but by a letter or two or by one common word alone."""
    words = f" {' '.join(keys_of(text))} "
    known = _telling_names(sources)  # type: ignore[arg-type] # told apart by identity
    return [source for name, source in known if name in words]


@lru_cache(maxsize=16)
def _telling_names(sources: SourceRegistry) -> list[tuple[str, Source]]:
    """Return the names of SOURCES that may stand in a text, as the keys of their words between blanks."""
    names = ((analyse(name), source) for source in sources.all() for name in _names(source))
    return [(f" {' '.join(name.words)} ", source) for name, source in names if _tells(name)]


def _tells(name: Name) -> bool:
    return len(name.core) >= _SHORTEST_NAMED and (len(name.words) > 1 or not name.words[0].startswith("="))


def _short_for(text: str, source: Source) -> bool:
    """Tell whether every word of TEXT is a word of one name of SOURCE ("the centre")."""
    words = _words(analyse(text))
    return bool(words) and any(words <= _words(analyse(name)) for name in _names(source))


def _words(name: Name) -> frozenset[str]:
    return frozenset(name.words) | name.bodies


def _names(source: Source) -> tuple[str, ...]:
    return source.name, *(alias.text for alias in source.aliases)
