"""Whose statement a claim is, and which origins depend on one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tregua.ports import SourceRegistry
from tregua.records.claim import Claim, Speaker
from tregua.records.document import Document
from tregua.vocabulary.actors import Source
from tregua.vocabulary.folding import fold

__all__ = ["Account", "Origin", "accounts", "carried", "in_order", "independent", "moment", "relays", "with_sources"]

_FAR = dt.datetime.max.replace(tzinfo=dt.UTC)


class Origin(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who first said something.

    Attributes:
        id: source id, or ``name:`` and the printed name folded.
        speaker: the speaker as printed.
        source: its registry entry, None when it has none.
        why: why another than the claim's first speaker is held to be the origin, "" when it is the first speaker.
    """

    id: str
    speaker: Speaker
    source: Source | None
    why: str = ""

    @property
    def name(self) -> str:
        """Return its canonical name, or the printed one."""
        return self.source.name if self.source else self.speaker.name or self.speaker.text

    @property
    def side(self) -> str:
        """Return its side, ``unknown`` when nothing is known of it."""
        return self.source.side if self.source else "unknown"


class Account(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A claim with its document and origin.

    Attributes:
        claim: what is said.
        document: where.
        origin: whose statement it is.
        repeats: id of the earliest claim of another document in nearly the same words, "" when there is none.
    """

    claim: Claim
    document: Document
    origin: Origin
    repeats: str = ""

    @property
    def outlet(self) -> str:
        """Return the name of whoever printed it."""
        last = self.claim.chain[-1] if self.claim.chain else None
        if last is not None and last.span is None:
            return last.name or last.text
        return _publisher(self.document)

    @property
    def day(self) -> dt.date | None:
        """Return the day of publication, None when not known."""
        return self.document.published.at.date() if self.document.published else None

    @property
    def own_words(self) -> bool:
        """Tell whether nobody but the publisher is said to say it."""
        return all(speaker.span is None for speaker in self.claim.chain)


def in_order(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[Claim]:
    """Return CLAIMS, first published first (undated last), then in the order of the text."""
    return sorted(claims, key=lambda claim: (moment(documents[claim.document]), claim.document, claim.span, claim.id))


def accounts(
    ordered: Iterable[Claim], documents: Mapping[str, Document], sources: SourceRegistry, copied: Mapping[str, str]
) -> tuple[Account, ...]:
    """Return claims, which come as ORDERED by ``in_order``, with their origins.

    COPIED tells whose words each repeats, as ``repeats`` found; a claim that another repeats is among them.

    A source that carries the statements of exactly one other source as its own (a ministry of its centre) is
    no origin apart from it. Words that an earlier document had already printed, without another speaker named,
    have that document's origin.
    """
    origins: dict[str, Origin] = {}
    found = []
    for claim in ordered:
        origin = _origin(claim, documents[claim.document], sources)
        earlier = origins.get(copied.get(claim.id, ""))
        if earlier is not None and earlier.id != origin.id and not _named(claim):
            why = f"the sentence repeats the wording that {earlier.name} had printed before"
            origin = Origin(id=earlier.id, speaker=earlier.speaker, source=earlier.source, why=why)
        origins[claim.id] = origin
        told = documents[claim.document]
        found.append(Account(claim=claim, document=told, origin=origin, repeats=copied.get(claim.id, "")))
    return tuple(found)


def with_sources(claims: Iterable[Claim], known: Mapping[str, Claim], copied: Mapping[str, str]) -> list[Claim]:
    """Return CLAIMS and those KNOWN whose words they repeat, and those whose words these do, as COPIED tells."""
    found = {claim.id: claim for claim in claims}
    queue = list(found)
    for key in queue:
        if (source := copied.get(key)) is not None and source not in found:
            found[source] = known[source]
            queue.append(source)
    return list(found.values())


def moment(document: Document) -> dt.datetime:
    """Return when DOCUMENT was published, the end of time where that is not known."""
    return document.published.at if document.published else _FAR


def _named(claim: Claim) -> bool:
    """Tell whether CLAIM names a known speaker other than its publisher."""
    return bool(claim.chain) and claim.chain[0].span is not None and bool(claim.chain[0].id)


def _publisher(document: Document) -> str:
    """Return the name of whoever published DOCUMENT, else its address, else the document itself."""
    return document.publisher or document.url or f"report {document.id}"


def _origin(claim: Claim, document: Document, sources: SourceRegistry) -> Origin:
    first = claim.chain[0] if claim.chain else Speaker(text=_publisher(document))
    source = sources.get(first.id) if first.id else None
    if source is None:
        return Origin(id=f"name:{fold(first.text)}", speaker=first, source=None)
    upstream = _upstream(source, sources)
    if upstream.id == source.id:
        return Origin(id=source.id, speaker=first, source=source)
    speaker = Speaker(text=upstream.name, name=upstream.name, id=upstream.id, rule=f"{source.name} carries it")
    return Origin(
        id=upstream.id, speaker=speaker, source=upstream, why=f"{source.name} carries {upstream.name}'s words"
    )


def _upstream(source: Source, sources: SourceRegistry) -> Source:
    """Follow SOURCE to whoever it carries, as long as that is one alone."""
    seen = {source.id}
    while len(source.relays) == 1 and (found := sources.get(source.relays[0])) and found.id not in seen:
        seen.add(found.id)
        source = found
    return source


def relays(left: Origin, right: Origin, sources: SourceRegistry) -> bool:
    """Tell whether one of the two is the other, or carries its statements, directly or through others."""
    return left.id == right.id or right.id in carried(left, sources) or left.id in carried(right, sources)


def carried(origin: Origin, sources: SourceRegistry) -> set[str]:
    """Return the ids of the sources whose statements ORIGIN carries, directly or through others."""
    reached: set[str] = set()
    queue: Sequence[str] = origin.source.relays if origin.source else ()
    while queue:
        new = [each for each in queue if each not in reached]
        reached.update(new)
        queue = [further for each in new if (source := sources.get(each)) for further in source.relays]
    return reached


def independent(left: Origin, right: Origin, sources: SourceRegistry) -> bool:
    """Tell whether the two can bear each other out: both known, neither carries the other, no common owner."""
    if left.source is None or right.source is None or relays(left, right, sources):
        return False
    owners = {fold(origin.source.owner) for origin in (left, right) if origin.source and origin.source.owner}
    return not (len(owners) == 1 and left.source.owner and right.source.owner)
