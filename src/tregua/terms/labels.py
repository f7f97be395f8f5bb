"""Words that name a side only from a speaker's viewpoint, read as that speaker means them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from tregua.terms.truce import ANYONE, Label, Truce
from tregua.vocabulary.folding import fold

__all__ = ["read_label"]

_JOINED = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")
"""What Arabic writes onto a word: the article, alone or with a conjunction or preposition before it."""


def read_label(truce: Truce, text: str, speakers: Collection[str], names: Iterable[str] = ()) -> Label | None:
    """Return the label of TRUCE that TEXT holds when one of SPEAKERS says it.

    Words that are part of a longer name are no label: "Syrian army" in "Free Syrian Army".

    Args:
        truce: the truce whose file says who calls whom what.
        text: the words as printed.
        speakers: ids of the source that speaks, of the side it is on and of the actor it is.
        names: names of the actor that TEXT is known to mean.

    Returns:
        The label with the longest words found in TEXT, or None when no label of these speakers is in it.
    """
    words = _words(text)
    printed = [name for name in map(_words, names) if _holds(words, name)]
    best: tuple[int, Label] | None = None
    for label in truce.labels:
        if not set(label.said_by) & {ANYONE, *speakers}:
            continue
        found = (wanted for wanted in map(_words, label.texts) if _holds(words, wanted))
        length = max((len(wanted) for wanted in found if not _is_part(wanted, printed)), default=0)
        if length > (best[0] if best else 0):
            best = length, label
    return best[1] if best else None


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_JOINED.sub("", word) for word in fold(text).split())


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _is_part(wanted: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> bool:
    return any(wanted != name and _holds(name, wanted) for name in names)
