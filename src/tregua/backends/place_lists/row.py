"""One place as a list gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tregua.vocabulary.folding import fold
from tregua.vocabulary.places import PlaceKind

__all__ = ["Row", "identifier", "names_of"]

_NOT_OF_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST_ID, _LONGEST_NAME, _MOST_NAMES = 60, 200, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place of a list, as it is kept.

    Attributes:
        id: its id in a registry.
        name: its main name.
        kind: what kind of place.
        others: its other names, in any language.
        lat: degrees north (WGS 84), None when the list gives no point.
        lon: degrees east, None likewise.
        province: name of the province it lies in, "" when not known.
        country: ISO 3166-1 alpha-2 code, "" when not known.
    """

    id: str
    name: str
    kind: PlaceKind
    others: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    province: str = ""
    country: str = ""


def identifier(text: str) -> str:
    """Return TEXT as an id: lower-case letters, digits and hyphens; "" when it has none of them."""
    return _NOT_OF_IDS.sub("-", fold(text))[:_LONGEST_ID].strip("-")


def names_of(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return OTHERS that are names and not NAME, each once."""
    kept = {fold(name): name}
    for other in others:
        text = " ".join(other.split())
        if text and len(text) <= _LONGEST_NAME and len(kept) <= _MOST_NAMES:
            kept.setdefault(fold(text), text)
    return tuple(kept.values())[1:]
