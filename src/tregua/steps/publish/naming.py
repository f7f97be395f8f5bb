"""Names of sides, sources and actors as a report prints them."""

from __future__ import annotations

from collections.abc import Mapping

from tregua.records.claim import Claim, Happening, Speaker
from tregua.steps.publish.book import Book
from tregua.steps.publish.wording import isolate, listed, speaker_name
from tregua.terms.truce import EXEMPT
from tregua.vocabulary.actors import Source

__all__ = ["Names"]

_NEITHER = {"neutral": "neither side", "unknown": "side not known", "": "side not known"}


class Names:
    """Says the names of a book's ids."""

    def __init__(self, book: Book) -> None:
        """Take sides from the truces and sources from the registry of BOOK."""
        self._sides: Mapping[str, str] = {
            **{side.id: side.name for truce in reversed(book.truces) for side in truce.sides},
            EXEMPT: "those the terms leave out",
        }
        self._truces: Mapping[str, str] = {truce.id: truce.title for truce in book.truces}
        self._sources = book.sources

    def side(self, side: str) -> str:
        """Return the name of a truce side, or how a source without one stands."""
        return self._sides.get(side) or _NEITHER.get(side) or side.replace("-", " ")

    def truce(self, truce: str) -> str:
        """Return the title of a truce."""
        return self._truces.get(truce, truce)

    def source(self, speaker: Speaker) -> Source | None:
        """Return the registry's entry for SPEAKER."""
        return self._sources.get(speaker.id)

    def side_of_source(self, source: str) -> str:
        """Return the id of the side that SOURCE belongs to; ``unknown`` when the registry does not list it."""
        found = self._sources.get(source)
        return found.side if found else "unknown"

    def source_name(self, source: str) -> str:
        """Return the name of the source with that id, else the id."""
        found = self._sources.get(source)
        return found.name if found else source

    def party(self, key: str) -> str:
        """Return what a figure by party is about: a side's name for its id, else the key as it is."""
        return self._sides.get(key) or isolate(key)

    def namings(self, claims: tuple[Claim, ...]) -> tuple[str, ...]:
        """Return each way the actors are named in CLAIMS, with whose words they are."""
        found: dict[str, list[str]] = {}
        for claim in claims:
            if isinstance(claim.slots, Happening):
                origin = speaker_name(claim.chain[0] if claim.chain else None)
                for actor in claim.slots.actors:
                    found.setdefault(actor.text, []).append(origin)
        return tuple(f"“{isolate(text)}”: {listed(dict.fromkeys(origins))}" for text, origins in found.items())
