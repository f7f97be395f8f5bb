"""Words as they are compared: one case, one apostrophe and dash, no vowel signs, the pack's own foldings."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tregua.steps.extract.pack import Grammar

__all__ = ["DASHES", "DOUBLE_QUOTES", "NON_JOINER", "fold_word"]

DOUBLE_QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
DASHES = frozenset("-\u2013\u2014\u2212")
NON_JOINER = "\u200c"
_TATWEEL = "\u0640"
_UNSEEN = (_TATWEEL, NON_JOINER)
_MARKS_FOLDED = str.maketrans(
    dict.fromkeys("\u2018\u2019", "'") | dict.fromkeys(DOUBLE_QUOTES, '"') | dict.fromkeys(DASHES, "-"),
)


@lru_cache(maxsize=65536)
def _fold(word: str, pairs: tuple[tuple[str, str], ...]) -> str:
    plain = unicodedata.normalize("NFKC", word.translate(_MARKS_FOLDED)).casefold()
    for old, new in pairs:
        plain = plain.replace(old, new)
    return "".join(c for c in unicodedata.normalize("NFC", plain) if not unicodedata.combining(c) and c not in _UNSEEN)


def fold_word(word: str, grammar: Grammar) -> str:
    """Return WORD as it is compared: one case, one apostrophe, no vowel signs, the pack's own foldings."""
    return _fold(word, tuple(grammar.fold.items()))
