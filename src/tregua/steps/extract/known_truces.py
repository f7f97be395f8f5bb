"""When a truce began that a text without a case speaks of: by the place it names and the day it was published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Annotated

from pydantic import Field

from tregua.authored import Authored, read_shipped

__all__ = ["KnownTruce", "area_in", "known_truces", "truce_begun", "truce_meant", "where_named"]

_FILE = "truce_starts.yaml"
_PARTICLES, _ARTICLE = "وفبكل", "ال"


class KnownTruce(Authored):
    """A truce whose first day is known.

    Attributes:
        id: its name in the library of truces.
        start: its first whole or part day, where it is in force.
        last: the last day on which "since the truce" can mean it; None when still so.
        names: beginnings of words of which one must stand in the text, in lower case.
        words: whole words of which one may stand there instead, where a beginning would be that of another place.
        area: where it is, as one would name it; "" to name nothing.
        source: where its start was read.
    """

    id: str
    start: dt.date
    last: dt.date | None = None
    names: Annotated[tuple[str, ...], Field(min_length=1)]
    words: tuple[str, ...] = ()
    area: str = ""
    source: str


class _File(Authored):
    truces: tuple[KnownTruce, ...]
    areas: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)


@lru_cache(maxsize=1)
def known_truces() -> tuple[KnownTruce, ...]:
    """Return the truces that Tregua knows the start of.

    Raises:
        TreguaError: the file that is shipped is wrong.
    """
    return _read().truces


@lru_cache(maxsize=64)
def area_in(area: str, language: str) -> str:
    """Return what AREA, one of a known truce, is called in LANGUAGE; as in English when that is not known."""
    return _read().areas.get(area, {}).get(language, area)


def _read() -> _File:
    return read_shipped(_FILE, _File)


def truce_meant(text: str, published: dt.date | None) -> KnownTruce | None:
    """Return the known truce that TEXT, of day PUBLISHED, may mean: that whose place it names most; None at a tie."""
    if published is None:
        return None
    near = [each for each in known_truces() if each.start <= published <= (each.last or dt.date.max)]
    folded = text.casefold() if near else ""
    named = {each.id: _times_named(each, folded) for each in near}
    most = max(named.values(), default=0)
    meant = [each for each in near if most and named[each.id] == most]
    return meant[0] if len({each.start for each in meant}) == 1 else None


def _times_named(truce: KnownTruce, folded: str) -> int:
    """Return how often FOLDED names the place of TRUCE."""
    held = any(form in folded for form in (*truce.names, *truce.words))
    return len(_naming(truce).findall(folded)) if held else 0


def truce_begun(text: str, days: Collection[tuple[int, int]]) -> KnownTruce | None:
    """Return the one known truce whose place TEXT names and that began on one of DAYS, each a month and a day."""
    begun = [each for each in known_truces() if (each.start.month, each.start.day) in days]
    folded = text.casefold() if begun else ""
    meant = [each for each in begun if _naming(each).search(folded)]
    return meant[0] if len(meant) == 1 else None


@lru_cache(maxsize=128)
def _naming(truce: KnownTruce) -> re.Pattern[str]:
    """Return what names the place of TRUCE: a word or the beginning of one, behind Arabic particles or none."""
    forms = [*map(re.escape, truce.names), *(rf"{re.escape(word)}(?!\w)" for word in truce.words)]
    return re.compile(rf"(?<!\w)[{_PARTICLES}]*(?:{_ARTICLE})?(?:{'|'.join(forms)})")


def where_named(truce: KnownTruce, words: Sequence[str]) -> int | None:
    """Return the position of the first of WORDS that names the place of TRUCE, or a town in it; None when none does."""
    return next((at for at, word in enumerate(words) if _naming(truce).search(word)), None)
