"""What is worked out once and looked up for every later incident."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

__all__ = ["Kept", "Memory"]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_MOST = 200_000
"""Entries that a memory keeps before it begins anew."""


class Memory(dict[K, V]):
    """Values by what they are made of; one that is missing is made, and what makes it may raise."""

    def __init__(self, make: Callable[[K], V]) -> None:
        """Make missing values with MAKE."""
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        """Make the value of KEY and keep it; begin anew when there are too many."""
        value = self._make(key)
        if len(self) >= _MOST:
            self.clear()
        self[key] = value
        return value


class Kept(Generic[K]):
    """Different values, each with a number."""

    def __init__(self) -> None:
        """Begin without any."""
        self.values: list[K] = []
        self._numbers: dict[K, int] = {}

    def number(self, value: K) -> int:
        """Return the number of VALUE, a new one when there is no such value yet."""
        found = self._numbers.get(value)
        if found is None:
            found = self._numbers[value] = len(self.values)
            self.values.append(value)
        return found
