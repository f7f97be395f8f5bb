"""How many points speak for one event, and how many must.

That depends on how many others either account could as well be of: where nothing else is told of a place and its
days, little is needed; in a city under fire, much.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log2

from tregua.steps.link.profiles import Profile

__all__ = ["LOWEST", "line", "others"]

LINES = {"place": (0.5, 0.9), "region": (1.5, 0.6), "nowhere": (-1, 0.75)}
"""Points that two accounts need that could be of no other event, by what both name, and more for each doubling.

Of the others of a region or a country few are as like, so they count for less.
"""


@lru_cache(maxsize=65_536)
def _line(common: str, told: int) -> float:
    least, doubling = LINES[common]
    return round(2 * (least + doubling * log2(1 + told))) / 2


LOWEST = min([_line(common, 0) for common in LINES])
"""What the score of any two accounts must reach at the least."""


def line(left: Profile, right: Profile) -> float:
    """Return what the score of LEFT and RIGHT must reach, in halves of a point."""
    return _line(*_could_be(left, right))


def others(left: Profile, right: Profile) -> int:
    """Return how many other accounts of their days either could be of as well.

    These are those of the place that both name, the least told of where they name several; else those of the region;
    and where they share none, all of those days.
    """
    return _could_be(left, right)[1]


def _could_be(left: Profile, right: Profile) -> tuple[str, int]:
    """Return what both name, and how many others of it either could be of."""
    shared: Iterable[str]
    if shared := left.spots & right.spots:
        common = "place"
    elif shared := left.around & right.around:
        common = "region"
    else:
        common, shared = "nowhere", ("",)
    here, there = left.crowds, right.crowds
    most = min([max(here[key], there[key]) for key in shared])
    return common, max(0, most - left.size - right.size)
