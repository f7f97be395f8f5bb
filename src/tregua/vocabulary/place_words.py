"""Words that stand beside or inside a place's name ("near", "countryside", "camp") and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tregua.authored import Authored, read_authored
from tregua.errors import TreguaError
from tregua.vocabulary.folding import fold

__all__ = ["PlaceMeanings", "PlaceWords", "place_meanings", "place_words", "readings"]

_WHERE = "pack:names/place_words.yaml"
_LONGEST_ENDING = 6
_OF_NAMES = frozenset({"", "sea", "line"})
"""Kinds of word that may be part of the name."""
_ALTERNATIVES = re.compile(r"\s*/\s*")
_ELIDED = re.compile(r"\b[dlDL]['\u2019](?=\w{3})")
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


class _Table:
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
        """Return what the folded WORD means, "" when it is not in the table."""
        if found := self._whole.get(word):
            return found
        ends = range(len(word), max(2, len(word) - _LONGEST_ENDING) - 1, -1) if self._stems else ()
        return next((found for end in ends if (found := self._stems.get(word[:end]))), "")


class PlaceMeanings:
    """What words of places' names mean."""

    def __init__(self, table: PlaceWordsFile) -> None:
        """Fold the words of TABLE once."""
        self._kinds = _Table(table.kinds.items())
        self._parts = _Table((*table.sites.items(), *table.words.items(), *table.exonyms.items()))
        self.sites = frozenset(table.sites)

    def kind(self, word: str) -> str:
        """Return what the folded WORD says of the name beside it, "" when nothing."""
        return self._kinds.get(word) or self._kinds.get(word.removeprefix("ال"))

    def part(self, word: str) -> str:
        """Return what the folded WORD means as a part of a name, "" when the table does not say."""
        return self._parts.get(word) or self._parts.get(word.removeprefix("ال"))


@cache
def place_meanings() -> PlaceMeanings:
    """Return the table that ships with Tregua.

    Raises:
        TreguaError: the file is wrong, which a test rules out.
    """
    text = files("tregua").joinpath("packs", "names", "place_words.yaml").read_text("utf-8")
    table, _, problems = read_authored(text, PlaceWordsFile, _WHERE, shipped=True)
    if table is None:
        raise TreguaError("; ".join(problem.message for problem in problems))
    return PlaceMeanings(table)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A printed place taken apart.

    Attributes:
        name: the name alone, folded; "" when every word only qualifies.
        says: kinds of qualifying words beside it: ``near``, ``side``, ``country``, ``province`` …
        sided: the name with the sides beside it ("western ghouta"), which may be part of it.
    """

    name: str
    says: frozenset[str]
    sided: str = ""


def place_words(text: str) -> PlaceWords:
    """Return the printed place TEXT taken apart."""
    kinds = [(part, place_meanings().kind(part)) for part in fold(_ELIDED.sub("", text)).split()]
    name = " ".join(part for part, kind in kinds if kind in _OF_NAMES)
    sided = " ".join(part for part, kind in kinds if kind in _OF_NAMES or kind == "side")
    return PlaceWords(name, frozenset(kind for _, kind in kinds if kind), sided if name else "")


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
