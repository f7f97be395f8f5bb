"""One actor as a list gives it, before it is known whether a registry has it already."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tregua.vocabulary.acronyms import is_acronym
from tregua.vocabulary.actors import ActorType, AliasKind
from tregua.vocabulary.folding import fold

__all__ = ["Entry", "Other", "Tie", "identifier", "named"]

UNTOLD = "und"
"""ISO 639 code of a language that is not told."""

_LONGEST = 200
_NOT_OF_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Other:
    """Another name: as printed, of what sort, in which language."""

    text: str
    kind: AliasKind = "alias"
    lang: str = UNTOLD


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to the entry of the list with the key ``to``, or to the actor with that id; see ``Affiliation``."""

    type: str
    to: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One actor of a list.

    Attributes:
        key: what the list itself calls it by; ties of other entries name it.
        id: id that it gets in a registry.
        name: its main name.
        type: what kind of actor it is.
        others: its other names.
        ties: to whom it is tied.
        since: first day it exists, None when the list does not say.
        until: last day, None likewise.
        where: countries that the list sees it in, "" when it does not say.
        cite: the list, its version, and the entry in it.
    """

    key: str
    id: str
    name: str
    type: ActorType
    others: tuple[Other, ...] = ()
    ties: tuple[Tie, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    where: str = ""
    cite: str


def named(name: str, others: tuple[Other, ...]) -> tuple[str, tuple[Other, ...]]:
    """Return NAME and those of OTHERS that are names of their own, each once; acronyms are told from names."""
    kept: dict[str, Other] = {}
    for other in others:
        text = " ".join(other.text.split())
        if text and len(text) <= _LONGEST and fold(text) and fold(text) != fold(name):
            kind = "acronym" if other.kind == "alias" and is_acronym(text) else other.kind
            kept.setdefault(fold(text), Other(text, kind, other.lang))
    return name, tuple(kept.values())


def identifier(text: str) -> str:
    """Return TEXT as an id: lower case letters, digits and hyphens; "" when it has none of them."""
    return _NOT_OF_IDS.sub("-", fold(text))[:_LONGEST_ID].strip("-")
