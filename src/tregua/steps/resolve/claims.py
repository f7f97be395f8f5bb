"""The claims of one document, with every mention, place and speaker resolved or marked with the reason."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from tregua.errors import Problem
from tregua.ports import Registries
from tregua.records.claim import Claim, Mention, PlaceMention, Slots, Speaker
from tregua.records.document import Document
from tregua.steps.resolve.choice import LABEL, Decided
from tregua.steps.resolve.people import MEANT, ActorFinder, SpeakerFinder, Voice
from tregua.steps.resolve.places import PlaceFinder, Provinces
from tregua.terms.truce import Truce
from tregua.vocabulary.folding import fold
from tregua.vocabulary.names import analyse

__all__ = ["resolve", "touching", "unresolved"]

_NOBODY: Decided = MappingProxyType({})
_SENTENCE_END = re.compile(r"[.!?؟。]\s|\n")
_LONGEST_SENTENCE = 600


def resolve(
    claims: Iterable[Claim],
    document: Document,
    registries: Registries,
    truces: Sequence[Truce],
    by_people: Decided = _NOBODY,
) -> tuple[list[Claim], list[Problem]]:
    """Return CLAIMS of DOCUMENT with ids and canonical names, and a note for each name that nobody bears.

    A name is looked up as of the day of publication: a group not yet founded, or already gone, is not meant. Where
    two are as near the answer is none. A label ("terrorists") names a side only in the mouth of a source whose
    vocabulary, by the truce, it is. What is decided BY_PEOPLE goes before all that.
    """
    held = tuple(claims)
    resolver = _Resolver(held, document, registries, truces, by_people)
    resolved = [resolver.claim(claim) for claim in held]
    return resolved, list(_notes(resolved, document))


def touching(claims: Iterable[Claim], by_people: Decided) -> list[str]:
    """Return which decisions BY_PEOPLE are of a name printed in CLAIMS, in words that change when they do."""
    if not by_people:
        return []
    printed = {(slot, fold(text)) for claim in claims for slot, text in _mentions(claim)}
    return [f"{slot} {name} {by_people[slot, name]}" for slot, name in sorted(printed & by_people.keys())]


def _mentions(claim: Claim) -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(claim.slots):
        value = getattr(claim.slots, field.name)
        for item in value if isinstance(value, tuple) else ():
            if isinstance(item, (Mention, PlaceMention)):
                yield ("place" if isinstance(item, PlaceMention) else "actor"), item.text


def _without_echo(chain: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Return CHAIN with a source that stands twice in a row only once: a monitor's own page is no second speaker."""
    return tuple(
        speaker for at, speaker in enumerate(chain) if not (at and speaker.id and speaker.id == chain[at - 1].id)
    )


class _Resolver:
    """What is looked up once for a document."""

    def __init__(
        self,
        claims: Sequence[Claim],
        document: Document,
        registries: Registries,
        truces: Sequence[Truce],
        by_people: Decided,
    ) -> None:
        self._text = document.text
        self._actors = ActorFinder(registries.actors, truces, _day(document), by_people)
        self._places = PlaceFinder(registries.places, by_people)
        self._provinces = Provinces(registries.places)
        spoken = [speaker for claim in claims for speaker in _speakers(claim)]
        self._speakers = SpeakerFinder(registries.sources, document, spoken)

    def claim(self, claim: Claim) -> Claim:
        chain = _without_echo(tuple(self._speakers.resolve(speaker) for speaker in claim.chain))
        denied_by = claim.denied_by and self._speakers.resolve(claim.denied_by)
        context = self._provinces.named(_sentence(self._text, claim.span))
        slots = self._slots(claim.slots, self._speakers.voice(chain), context)
        return dataclasses.replace(claim, chain=chain, denied_by=denied_by, slots=slots)

    def _slots(self, slots: Slots, voice: Voice, context: frozenset[str]) -> Slots:
        wide = slots.kind != "incident"
        changed: dict[str, object] = {}
        for field in dataclasses.fields(slots):
            value = getattr(slots, field.name)
            if isinstance(value, tuple):
                changed[field.name] = tuple(self._item(item, voice, context, wide=wide) for item in value)
        return dataclasses.replace(slots, **changed)  # type: ignore[arg-type]

    def _item(self, item: object, voice: Voice, context: frozenset[str], *, wide: bool) -> object:
        if isinstance(item, Mention):
            return self._actors.resolve(item, voice)
        if isinstance(item, PlaceMention):
            return self._places.resolve(item, context, wide=wide)
        return item


def _day(document: Document) -> dt.date | None:
    return document.published.at.date() if document.published else None


def _speakers(claim: Claim) -> Iterator[Speaker]:
    yield from claim.chain
    if claim.denied_by is not None:
        yield claim.denied_by


def _sentence(text: str, span: tuple[int, int]) -> str:
    """Return the sentence of TEXT that SPAN lies in, as far as it is of a bearable length."""
    before = text[max(0, span[0] - _LONGEST_SENTENCE) : span[0]]
    after = text[span[1] : span[1] + _LONGEST_SENTENCE]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(after)
    return before[starts[-1] if starts else 0 :] + text[slice(*span)] + after[: end.start() if end else None]


def _notes(claims: Iterable[Claim], document: Document) -> Iterator[Problem]:
    """Give one note for each name that was not found, first seen first."""
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        for kind, text, rule in unresolved(claim):
            key = (kind, fold(text))
            if key not in seen:
                seen.add(key)
                hint = f"if it is one you know, add it as an alias to the {kind}s of the case"
                hint += f", or accept it: tregua {kind}s CASE --help" if kind != "source" else ""
                message = f"the {kind} {text!r} is not resolved: {rule}"
                yield Problem(where=document.id, message=message, hint=hint, severity="note", step="resolve")


def unresolved(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Give each name of CLAIM that has no id: whether it is a source, place or actor, as printed, and why.

    What a claim's targets are called, and labels, are left out: most have no name of their own.
    """
    for speaker in _speakers(claim):
        if not speaker.id:
            yield "source", speaker.text, speaker.rule
    for field in dataclasses.fields(claim.slots):
        value = getattr(claim.slots, field.name)
        for item in value if isinstance(value, tuple) and field.name != "targets" else ():
            if isinstance(item, PlaceMention) and not item.id:
                yield "place", item.text, item.rule
            elif isinstance(item, Mention) and not item.id and not _labelled(item) and analyse(item.text).words:
                yield "actor", item.text, item.rule


def _labelled(mention: Mention) -> bool:
    """Tell whether MENTION is a label, of which no registry can say whom it names."""
    return bool(mention.side) or LABEL in mention.rule or MEANT in mention.rule
