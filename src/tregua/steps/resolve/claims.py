"""The claims of one document, with every mention, place and speaker resolved or marked with the reason."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from tregua.errors import Problem
from tregua.ports import Registries
from tregua.records.claim import Claim, Mention, PlaceMention, Slots, Speaker, Tally
from tregua.records.document import Document
from tregua.steps.resolve.choice import LABEL, SEVERAL, Decided
from tregua.steps.resolve.people import MEANT, ActorFinder, SpeakerFinder, Voice
from tregua.steps.resolve.places import PlaceFinder, provinces_of
from tregua.vocabulary.folding import fold
from tregua.vocabulary.names import analyse
from tregua.vocabulary.places import Place
from tregua.vocabulary.stances import Stance

if TYPE_CHECKING:
    from tregua.terms.truce import Truce

__all__ = ["resolve", "touching", "unresolved"]

_SURE = ("exact", "identified", "acronym", "role", "state")
_NOBODY: Decided = MappingProxyType({})
_SENTENCE_END = re.compile(r"[.!?؟。]\s|\n")
_LONGEST_SENTENCE = 600


def resolve(
    claims: Iterable[Claim],
    document: Document,
    registries: Registries,
    truces: Sequence[Truce],
    by_people: Decided = _NOBODY,
    area: str = "",
) -> tuple[list[Claim], list[Problem]]:
    """Return CLAIMS of DOCUMENT with ids and canonical names, and a note for each name that nobody bears.

    A name is looked up as of the day of publication: a group not yet founded, or already gone, is not meant. Where
    two are as near the answer is none. A label ("terrorists") names a side only in the mouth of a source whose
    vocabulary, by the truce, it is. Of several places of one name those in AREA (a country's code or a place's id) go
    before, then the only one near other places of the claim, or of the document where the claim has no other. What is
    decided BY_PEOPLE goes before all that.
    """
    held = tuple(claims)
    resolver = _Resolver(held, document, registries, truces, PlaceFinder(registries.places, by_people, area))
    first = [resolver.claim(claim, ()) for claim in held]
    resolved = [resolver.again(claim, as_printed, first) for claim, as_printed in zip(first, held, strict=True)]
    return resolved, list(_notes(resolved, document))


def touching(claims: Iterable[Claim], by_people: Decided) -> list[str]:
    """Return which decisions BY_PEOPLE are of a name printed in CLAIMS, in words that change when they do."""
    if not by_people:
        return []
    printed = {
        ("place" if isinstance(item, PlaceMention) else "actor", fold(item.text))
        for claim in claims
        for item in _named(claim)
    }
    return [f"{slot} {name} {by_people[slot, name]}" for slot, name in sorted(printed & by_people.keys())]


def _named(claim: Claim) -> Iterator[Mention | PlaceMention]:
    for field in dataclasses.fields(claim.slots):
        value = getattr(claim.slots, field.name)
        yield from (
            item for item in (value if isinstance(value, tuple) else ()) if isinstance(item, (Mention, PlaceMention))
        )


def _places(claim: Claim) -> Iterator[PlaceMention]:
    return (item for item in _named(claim) if isinstance(item, PlaceMention))


def _without_echo(chain: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Return CHAIN with a source that stands twice in a row only once: a monitor's own page is no second speaker."""
    return tuple(
        speaker for at, speaker in enumerate(chain) if not (at and speaker.id and speaker.id == chain[at - 1].id)
    )


def _is_same(speaker: Speaker | None, chain: Sequence[Speaker]) -> bool:
    """Tell whether SPEAKER is the known origin of CHAIN."""
    return speaker is not None and bool(chain) and speaker.id == chain[0].id != ""


class _Resolver:
    """What is looked up once for a document."""

    def __init__(
        self,
        claims: Sequence[Claim],
        document: Document,
        registries: Registries,
        truces: Sequence[Truce],
        places: PlaceFinder,
    ) -> None:
        self._text = document.text
        self._actors = ActorFinder(registries.actors, truces, _day(document), places.by_people)
        self._places = places
        self._provinces = provinces_of(registries.places)  # type: ignore[arg-type] # told apart by identity
        spoken = [speaker for claim in claims for speaker in _speakers(claim)]
        self._speakers = SpeakerFinder(registries.sources, document, spoken)

    def again(self, claim: Claim, as_printed: Claim, others: Iterable[Claim]) -> Claim:
        """Return CLAIM, or, where it names one of several places, it AS_PRINTED resolved beside those of OTHERS."""
        if not any(place.rule.startswith(SEVERAL) for place in _places(claim)):
            return claim
        known = self._known(claim) or tuple(place for other in others for place in self._known(other))
        return self.claim(as_printed, tuple(dict.fromkeys(known)))

    def _known(self, claim: Claim) -> tuple[Place, ...]:
        found = (self._places.places.get(mention.id) for mention in _places(claim) if mention.id)
        return tuple(place for place in found if place is not None)

    def claim(self, claim: Claim, beside: Sequence[Place]) -> Claim:
        """Return CLAIM resolved, where the places BESIDE are named with it; who tells it himself does not deny it."""
        chain = _without_echo(tuple(self._speakers.resolve(speaker) for speaker in claim.chain))
        denied_by = claim.denied_by and self._speakers.resolve(claim.denied_by)
        if claim.stance is not Stance.DENIED and _is_same(denied_by, chain):
            denied_by, claim = (
                None,
                dataclasses.replace(claim, marks=tuple(mark for mark in claim.marks if mark != "denied")),
            )
        context = self._provinces.named(_sentence(self._text, claim.span))
        slots = self._slots(claim.slots, self._speakers.voice(chain), context, beside)
        return dataclasses.replace(claim, chain=chain, denied_by=denied_by, slots=slots)

    def _slots(self, slots: Slots, voice: Voice, context: frozenset[str], beside: Sequence[Place]) -> Slots:
        wide = slots.kind != "incident"

        def item(value: object) -> object:
            if isinstance(value, Mention):
                return self._somebody(self._actors.resolve(value, voice))
            if isinstance(value, PlaceMention):
                return self._places.resolve(value, context, wide=wide, beside=beside)
            return value

        changed: dict[str, object] = {}
        for field in dataclasses.fields(slots):
            value = getattr(slots, field.name)
            if isinstance(value, tuple):
                changed[field.name] = tuple(map(item, value))
        found = dataclasses.replace(slots, **changed)  # type: ignore[arg-type]
        return self._at_home(slots, found) if isinstance(slots, Tally) and isinstance(found, Tally) else found

    def _at_home(self, printed: Tally, found: Tally) -> Tally:
        """Return FOUND without areas outside the country of the case that were PRINTED nowhere and only inferred."""
        pairs = zip(printed.area, found.area, strict=True)
        kept = (
            area for said, area in pairs if not (said.rule.startswith("inferred") and self._places.is_abroad(area.id))
        )
        return dataclasses.replace(found, area=tuple(kept))

    def _somebody(self, mention: Mention) -> Mention:
        """Return MENTION, without the actor that was found by the name of a place alone ("Aleppo" is no brigade of it).

        What is printed just so in the registry of actors stays.
        """
        if not mention.id or mention.rule.startswith(_SURE) or not self._places.is_place(mention.text):
            return mention
        return dataclasses.replace(mention, name=None, id="", rule="the name of a place")


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
