"""The work of linking in parts, so that several processes may do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

__all__ = ["in_turn", "ranges"]

P = TypeVar("P")
R = TypeVar("R")
S = TypeVar("S")

_AT_ONCE = 4_000
"""Items that one process is given at a time."""


def in_turn(work: Callable[[S, P], R], shared: S, parts: Iterable[P], /) -> Iterator[R]:
    """Give WORK of SHARED and each of PARTS: a ``Spread`` that has no processes but this one."""
    return (work(shared, part) for part in parts)


def ranges(number: int, at_once: int = _AT_ONCE, begin: int = 0) -> Iterator[range]:
    """Give the positions of NUMBER items from BEGIN on, so many AT_ONCE."""
    return (range(first, min(first + at_once, number)) for first in range(begin, number, at_once))
