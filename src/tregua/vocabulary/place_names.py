"""Printed names of places held against each other: the name alone, how it ends, its sides and words of kind."""

from __future__ import annotations

from tregua.vocabulary.folding import fold
from tregua.vocabulary.letters import apart
from tregua.vocabulary.meanings import SIDES
from tregua.vocabulary.place_words import place_meanings, place_words
from tregua.vocabulary.sounds import skeleton

__all__ = ["KINDS", "are_opposite", "bare_name", "end_alike", "joined", "kind_words", "written_so"]

KINDS = frozenset({"province", "district", "city", "village", "place"})
"""What words of kind may say that a place is."""

_OPEN = frozenset("aeiouyhاويهаеиіоуыэюяєї")  # noqa: RUF001 - letters of three alphabets stand here on purpose
_WRITTEN_SO = 0.1


def bare_name(text: str) -> str:
    """Return the name alone that TEXT prints, TEXT where every word only qualifies."""
    return place_words(text).name or text


def kind_words(text: str) -> frozenset[str]:
    """Return the words of TEXT that say what kind of place it is, by their consonants."""
    words = fold(text.rsplit(":", 1)[-1]).split()
    return frozenset(skeleton(word) for word in words if place_meanings().kind(word) in KINDS)


def _sides(text: str) -> set[str]:
    """Return the sides that TEXT names: "Western Ghouta" is not the eastern one."""
    return {meaning for word in fold(text).split() if (meaning := place_meanings().part(word)) in SIDES}


def are_opposite(text: str, other: str) -> bool:
    """Tell whether TEXT and OTHER name sides and none in common."""
    ours, theirs = _sides(text), _sides(other)
    return bool(ours and theirs) and not ours & theirs


def end_alike(one: str, other: str) -> bool:
    """Tell whether two names end both in a vowel or both in none."""
    return (joined(one)[-1:] in _OPEN) == (joined(other)[-1:] in _OPEN)


def written_so(one: str, other: str) -> bool:
    """Tell whether two names in different scripts are letter by letter each other's, an Arabic article aside."""
    latin, foreign = sorted((joined(one), joined(other)), key=str.isascii, reverse=True)
    across = latin.isascii() and not foreign.isascii()
    return across and min(apart(foreign, latin), apart(foreign.removeprefix("ال"), latin)) <= _WRITTEN_SO


def joined(text: str) -> str:
    """Return the name alone that TEXT prints, its words in one."""
    return bare_name(text).replace(" ", "")
