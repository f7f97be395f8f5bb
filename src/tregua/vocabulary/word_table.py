"""Words, and beginnings of words, each with what it means: as the tables of ``packs/names`` list them."""

from __future__ import annotations

from collections.abc import Iterable

from tregua.vocabulary.folding import fold

__all__ = ["WordTable"]

_LONGEST_ENDING = 6


class WordTable:
    """Words and beginnings of words, each with what it means."""

    def __init__(self, given: Iterable[tuple[str, str]]) -> None:
        """Keep GIVEN, meanings with their words; of two meanings of one word the first."""
        self._whole: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for meaning, words in given:
            for word in words.split():
                held = self._stems if word.endswith("*") else self._whole
                held.setdefault(fold(word).replace(" ", ""), meaning)

    def get(self, word: str) -> str:
        """Return what the folded WORD means, an Arabic one with or without its article; "" when it is not listed."""
        return self._get(word) or (self._get(word[2:]) if word.startswith("ال") else "")

    def _get(self, word: str) -> str:
        if found := self._whole.get(word):
            return found
        ends = range(len(word), max(2, len(word) - _LONGEST_ENDING) - 1, -1) if self._stems else ()
        return next((found for end in ends if (found := self._stems.get(word[:end]))), "")
