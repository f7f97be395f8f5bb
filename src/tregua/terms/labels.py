"""Words that name a side only from a speaker's viewpoint, read as that speaker means them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from tregua.terms.truce import ANYONE, Label, Truce
from tregua.vocabulary.folding import fold

__all__ = ["read_label"]

_JOINED = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")
"""What Arabic writes onto a word: the article, alone or with a conjunction or preposition before it."""


def read_label(truce: Truce, text: str, speakers: Collection[str]) -> Label | None:
    """Return the label of TRUCE that TEXT holds when one of SPEAKERS says it.

    Args:
        truce: the truce whose file says who calls whom what.
        text: the words as printed.
        speakers: ids of the source that speaks, of the side it is on and of the actor it is.

    Returns:
        The label with the longest words found in TEXT, or None when no label of these speakers is in it.
    """
    words = _words(text)
    best: tuple[int, Label] | None = None
    for label in truce.labels:
        if not set(label.said_by) & {ANYONE, *speakers}:
            continue
        length = max((len(wanted) for wanted in map(_words, label.texts) if _holds(words, wanted)), default=0)
        if length > (best[0] if best else 0):
            best = length, label
    return best[1] if best else None


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_JOINED.sub("", word) for word in fold(text).split())


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))
