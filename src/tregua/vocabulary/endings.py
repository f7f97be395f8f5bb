"""Names of places in the case they are printed in, and what they are called by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, product

from tregua.authored import Authored, read_shipped
from tregua.vocabulary.folding import fold
from tregua.vocabulary.sounds import script_of

__all__ = ["bases"]

_SHORTEST = 2
_MOST = 48


class EndingsFile(Authored):
    """The table as a person writes it.

    Attributes:
        cyrillic: what a word may end in by itself, by how it ends in other cases.
    """

    cyrillic: Mapping[str, str]


@cache
def _endings() -> Mapping[str, tuple[str, ...]]:
    """Return the endings that a word may have by itself, by the folded ending it has.

    Raises:
        TreguaError: the file is wrong, which a test rules out.
    """
    table = read_shipped("names/endings.yaml", EndingsFile)
    folded: dict[str, tuple[str, ...]] = {}
    for ending, others in table.cyrillic.items():
        known = folded.get(fold(ending), ())
        folded[fold(ending)] = known + tuple("" if other == "-" else fold(other) for other in others.split())
    return folded


@lru_cache(maxsize=65_536)
def bases(name: str) -> tuple[str, ...]:
    """Return what the place printed as NAME may be called by itself, folded; nothing where its script has no cases."""
    words = fold(name).split()
    if not words or script_of(words[0]) != "cyrillic":
        return ()
    made = (" ".join(chosen) for chosen in product(*(tuple(_bases(word)) for word in words)))
    return tuple(dict.fromkeys(islice(made, 1, _MOST)))


def _bases(word: str) -> Iterator[str]:
    """Give WORD, and what it may be by itself, by its longest endings first."""
    yield word
    for at in range(_SHORTEST, len(word)):
        for ending in _endings().get(word[at:], ()):
            yield word[:at] + ending
