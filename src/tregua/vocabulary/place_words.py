"""Words that stand beside or inside a place's name ("near", "countryside", "camp") and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tregua.authored import Authored, read_shipped
from tregua.vocabulary.folding import fold
from tregua.vocabulary.meanings import meanings
from tregua.vocabulary.word_table import WordTable

__all__ = ["PlaceMeanings", "PlaceWords", "nested", "place_meanings", "place_words", "readings"]

_OF_NAMES = frozenset({"", "sea", "line"})
"""Kinds of word that may be part of the name."""
_ALTERNATIVES = re.compile(r"\s*/\s*")
_ELIDED = re.compile(r"\b[dlDL]['\u2019](?=\w{3})")
_OWNER = re.compile(r"^(?P<owner>\w[\w ]*?)['\u2019]n?[ıiuü]n\s+(?P<rest>\S.*)$", re.IGNORECASE)  # noqa: RUF001
_HEADS = frozenset({"province", "district", "city", "village", "place"})
_BRACKETS = re.compile(r"^(?P<outside>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*(?P<behind>[^()\[\]]*)$")


class PlaceWordsFile(Authored):
    """The table as a person writes it.

    Attributes:
        kinds: words beside a name, by what they say of it.
        sites: parts of names that say what stands or lies there, by meaning.
        words: other parts of names that are translated, by meaning.
        exonyms: names that languages have for one place and that do not sound alike.
    """

    kinds: Mapping[str, str]
    sites: Mapping[str, str]
    words: Mapping[str, str]
    exonyms: Mapping[str, str]


class PlaceMeanings:
    """What words of places' names mean."""

    def __init__(self, table: PlaceWordsFile) -> None:
        """Fold the words of TABLE once."""
        self._kinds = WordTable(table.kinds.items())
        self._parts = WordTable((*table.sites.items(), *table.words.items(), *table.exonyms.items()))
        self.sites = frozenset(table.sites)

    def kind(self, word: str) -> str:
        """Return what the folded WORD says of the name beside it, "" when nothing."""
        return self._kinds.get(word)

    def part(self, word: str) -> str:
        """Return what the folded WORD means as a part of a name, "" when the table does not say."""
        return self._parts.get(word)


@cache
def place_meanings() -> PlaceMeanings:
    """Return the table that ships with Tregua.

    Raises:
        TreguaError: the file is wrong, which a test rules out.
    """
    table = read_shipped("names/place_words.yaml", PlaceWordsFile)
    return PlaceMeanings(table)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A printed place taken apart.

    Attributes:
        name: the name alone, folded; "" when every word only qualifies.
        says: kinds of qualifying words beside it: ``near``, ``side``, ``country``, ``province`` …
        sided: the name with the sides beside it ("western ghouta"), which may be part of it.
        ashore: the name without words for a road, a border or a sea, which may be part of it too.
    """

    name: str
    says: frozenset[str]
    sided: str = ""
    ashore: str = ""


def place_words(text: str) -> PlaceWords:
    """Return the printed place TEXT taken apart."""
    kinds = [(part, place_meanings().kind(part)) for part in fold(_ELIDED.sub("", text)).split()]
    name = " ".join(part for part, kind in kinds if kind in _OF_NAMES)
    sided = " ".join(part for part, kind in kinds if kind in _OF_NAMES or kind == "side")
    ashore = " ".join(part for part, kind in kinds if not kind)
    return PlaceWords(name, frozenset(kind for _, kind in kinds if kind), sided if name else "", ashore)


def nested(text: str) -> tuple[str, str]:
    """Return the narrow and the wide place of TEXT, the wide one "" where none is named.

    "X district of Y", "X in Y", "Y'nin X mahallesi". What stands before "of" may be no name at all: "Kurdish quarter of
    X" is X, and a quarter.
    """
    if owner := _OWNER.match(text):
        return owner["rest"], owner["owner"]
    words = [(word, place_meanings().kind(fold(word))) for word in text.split()]
    for at in range(1, len(words) - 1):
        before, kind = words[:at], words[at][1]
        behind = " ".join(word for word, _ in words[at + 1 :])
        named = any(not kind and _is_name(word) for word, kind in before)
        headed = any(kind in _HEADS for _, kind in before)
        if named and (kind == "within" or (kind == "of" and headed)):
            return " ".join(word for word, _ in _from_head(before)), behind
        if kind == "of" and headed:
            narrow, wide = nested(behind)
            return " ".join([*(word for word, kind in before if kind), narrow]), wide
    return " ".join(word for word, _ in _from_head(words)), ""


def _from_head(words: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Return WORDS from the one that says what kind of place it is, where no name stands before it."""
    heads = [at for at, (_, kind) in enumerate(words) if kind in _HEADS]
    first = heads[0] if heads else 0
    return words if any(kind or _is_name(word) for word, kind in words[:first]) else words[first:]


def _is_name(word: str) -> bool:
    """Tell whether WORD may be a name: no word in small letters, and no people or country as in "Kurdish quarter"."""
    small = word == word.lower() != word.upper()
    return not small and meanings().printed(fold(word)) not in meanings().places


def readings(text: str) -> tuple[str, ...]:
    """Return TEXT and the names it may hold: before and in brackets, and on either side of a stroke.

    What the brackets say of where it lies ("near X", "X area") is no other name.
    """
    found = [text]
    if parts := _BRACKETS.match(text):
        outside = f"{parts['outside']} {parts['behind']}".strip()
        inside = place_words(parts["inside"])
        found += [outside] if not inside.name or inside.says - {"link"} else [outside, parts["inside"]]
    for one in tuple(found[1:] or found):
        parted = _ALTERNATIVES.split(one)
        found += parted if len(parted) > 1 and all(len(part) > 1 for part in parted) else ()
    return tuple(dict.fromkeys(found))
