"""The printed names of a case that its registries do not hold, for a person to go through."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tregua.ports import Match, Registries
from tregua.records.claim import Claim
from tregua.steps.resolve.claims import unresolved
from tregua.vocabulary.folding import fold

__all__ = ["Unnamed", "unknown_names", "unnamed"]

_CANDIDATES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """One name without an id.

    Attributes:
        text: as printed, most often where spellings differ by no letter.
        claims: how many claims name it.
        documents: how many documents those are in.
        why: the reason that it has no id, most often.
        candidates: the entries of the registry that are likest, best first, three at most.
    """

    text: str
    claims: int
    documents: int
    why: str
    candidates: tuple[Match, ...]


def unnamed(claims: Iterable[Claim], slot: str, registries: Registries) -> list[Unnamed]:
    """Return the names of SLOT (``actor``, ``place``) in CLAIMS that have no id, those in most claims first."""
    met: dict[str, list[tuple[Claim, str, str]]] = defaultdict(list)
    for claim in claims:
        for kind, text, why in unresolved(claim):
            if kind == slot:
                met[fold(text)].append((claim, text, why))
    found = registries.actors if slot == "actor" else registries.places
    listed = (_unnamed(each, found.near(each[0][1])) for each in met.values())
    return sorted(listed, key=lambda one: (-one.claims, -one.documents, one.text))


def unknown_names(claims: Iterable[Claim]) -> dict[str, int]:
    """Return how many names of places, actors and speakers in CLAIMS have no id, by what they name."""
    met = {(kind, fold(text)) for claim in claims for kind, text, _ in unresolved(claim)}
    counted = Counter(kind for kind, _ in met)
    return {"place": counted["place"], "actor": counted["actor"], "speaker": counted["source"]}


def _unnamed(met: list[tuple[Claim, str, str]], candidates: tuple[Match, ...]) -> Unnamed:
    return Unnamed(
        text=_most(text for _, text, _ in met),
        claims=len({claim.id for claim, _, _ in met}),
        documents=len({claim.document for claim, _, _ in met}),
        why=_most(why for _, _, why in met),
        candidates=candidates[:_CANDIDATES],
    )


def _most(texts: Iterable[str]) -> str:
    return Counter(texts).most_common(1)[0][0]
