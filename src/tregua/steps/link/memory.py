"""What linking worked out, so that the next run links only what new and changed reports touch.

It is derived and may be thrown away at any time: without it, everything is linked anew, with the same result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import msgspec

from tregua.records.incident import Incident, Testimony

__all__ = ["Before", "Kept", "Memory", "Totals", "leaders", "sizes_of_spots"]


class Kept(msgspec.Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """A claim, as far as later runs ask for it without reading it again.

    Attributes:
        id: the claim's.
        document: the id of its document.
        sentence: the sentence that it stands in, folded.
        repeats: the id of the claim whose words it repeats, "" when there is none.
        tells: it tells of an act, and what follows is of its profile.
        start: seconds.
        end: likewise.
        dated: it is known to within a few days when it happened.
        said: the text says when.
        issued: the day of printing, as an ordinal, 0 where not known.
        belated: it was printed days after that.
        spots: keys of precise places.
        around: of these and of regions.
        struck: the words for what was struck.
        regions: names that the text has for regions, each with the id it was resolved to.
        group: the lowest id of those that pairs near the line link it to.
    """

    id: str
    document: str
    sentence: str
    repeats: str
    tells: bool = False
    start: float = 0.0
    end: float = 0.0
    dated: bool = True
    said: bool = False
    issued: int = 0
    belated: bool = False
    spots: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    regions: tuple[tuple[str, str], ...] = ()
    group: str = ""

    @property
    def size(self) -> int:
        """Return 0 where it repeats the words of another, else 1; see ``Profile.size``."""
        return 0 if self.repeats else 1

    @property
    def wording(self) -> str:
        """Return the id of the claim whose words it has."""
        return self.repeats or self.id


class Totals(msgspec.Struct, array_like=True, kw_only=True):
    """How often something is told in all accounts of acts.

    Attributes:
        told: how many accounts there are.
        struck: by the words for what was struck.
        regions: by name of a region, and the id it was resolved to.
    """

    told: int = 0
    struck: dict[str, int] = {}
    regions: dict[str, dict[str, int]] = {}

    def count(self, struck: Iterable[str], regions: Iterable[tuple[str, str]], number: int) -> None:
        """Count NUMBER accounts more, or fewer, with these words."""
        self.told += number
        for word in struck:
            self.struck[word] = self.struck.get(word, 0) + number
        for name, place in regions:
            meant = self.regions.setdefault(name, {})
            meant[place] = meant.get(place, 0) + number

    def named(self) -> dict[str, str]:
        """Return for each name of a region the id that most mean by it, the lowest of several."""
        found = {name: min(meant, key=lambda place: (-meant[place], place)) for name, meant in self.regions.items()}
        return {name: place for name, place in found.items() if self.regions[name][place]}

    def common(self, share: float, least: int) -> frozenset[str]:
        """Return the words that more than LEAST accounts, and more than a SHARE of all, have for what was struck."""
        most = max(least, share * self.told)
        return frozenset([word for word, count in self.struck.items() if count > most])


class Memory(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """What a run knew of the claims it linked.

    Attributes:
        marks: for each document, in the order in which they came in, what tells whether it or its claims changed.
        kept: the claims.
        totals: of these.
        judged: ids of those whose incidents people decided something about.
    """

    marks: dict[str, str]
    kept: tuple[Kept, ...]
    totals: Totals
    judged: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the run before gave, with the memory of it."""

    incidents: Sequence[Incident]
    testimonies: Sequence[Testimony]
    memory: Memory


def sizes_of_spots(kept: Iterable[Kept]) -> Counter[str]:
    """Return how many of KEPT name each precise place."""
    return Counter([spot for each in kept for spot in each.spots])


def leaders(kept: Iterable[Kept], wordings: AbstractSet[str]) -> dict[str, str]:
    """Return for each of WORDINGS the lowest id of those of KEPT that have it."""
    found: dict[str, str] = {}
    for each in kept:
        word = each.repeats or each.id
        if word in wordings and each.tells and each.id < found.get(word, "~"):
            found[word] = each.id
    return found
