"""Words as they are compared: one case, one apostrophe and dash, no vowel signs, the pack's own foldings."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Protocol

__all__ = ["DASHES", "DOUBLE_QUOTES", "NON_JOINER", "Foldable", "Folding", "begins_alike", "fold_word"]

DOUBLE_QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
DASHES = frozenset("-\u2013\u2014\u2212")
NON_JOINER = "\u200c"
_MOST_KNOWN = 65_536
_SHORTEST_STEM, _LONGEST_ENDING = 4, 3
_TATWEEL = "\u0640"
_UNSEEN = (_TATWEEL, NON_JOINER)
_MARKS_FOLDED = str.maketrans(
    dict.fromkeys("\u2018\u2019", "'") | dict.fromkeys(DOUBLE_QUOTES, '"') | dict.fromkeys(DASHES, "-"),
)


class Folding:
    """Folds words, each once: most words of a text were met before."""

    __slots__ = ("_known", "_pairs")

    def __init__(self, pairs: Mapping[str, str]) -> None:
        """Replace what stands before by what stands behind in PAIRS, in their order, beside what all languages fold."""
        self._pairs = tuple(pairs.items())
        self._known: dict[str, str] = {}

    def fold(self, word: str) -> str:
        """Return WORD folded."""
        found = self._known.get(word)
        if found is None:
            found = self._fold(word)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[word] = found
        return found

    def _fold(self, word: str) -> str:
        plain = word if word.isascii() else unicodedata.normalize("NFKC", word.translate(_MARKS_FOLDED))
        plain = plain.casefold()
        for old, new in self._pairs:
            plain = plain.replace(old, new)
        if plain.isascii():
            return plain
        composed = unicodedata.normalize("NFC", plain)
        return "".join(c for c in composed if not unicodedata.combining(c) and c not in _UNSEEN)


def begins_alike(one: str, other: str) -> bool:
    """Tell whether two words may be one word in two cases: "Avdijivkoju", "Avdijivka"."""
    stem = max(_SHORTEST_STEM, len(max(one, other, key=len)) - _LONGEST_ENDING)
    return one[:stem] == other[:stem] and min(len(one), len(other)) >= stem


class Foldable(Protocol):
    """What says how words are folded: the grammar of a pack."""

    @property
    def folding(self) -> Folding:
        """Return what folds words."""
        ...


def fold_word(word: str, grammar: Foldable) -> str:
    """Return WORD as it is compared: one case, one apostrophe, no vowel signs, the pack's own foldings."""
    return grammar.folding.fold(word)
