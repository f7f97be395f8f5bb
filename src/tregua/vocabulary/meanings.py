"""What words of names mean: the table ``packs/names/words.yaml``, by which translations of a name find each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from tregua.authored import Authored, read_shipped
from tregua.vocabulary.folding import fold
from tregua.vocabulary.letters import likeness
from tregua.vocabulary.sounds import also_heard, skeleton

__all__ = ["SIDES", "Meanings", "Number", "meanings"]

Number = Literal["", "one", "several"]
"""How many bodies a word means, "" where it does not tell."""

SIDES = frozenset({"north", "south", "east", "west"})
"""Meanings that tell two names apart which are else the same."""

_SHORTEST_STEM = 3
_LONGEST_ENDING = 7
_NEAR = {0: 1.0, 1: 1.0, 2: 0.85, 3: 0.76}
_NEAR_LONG, _NEAR_ARABIC = 0.66, 0.84
_NEAR_PLACE, _NEAR_PLACE_ARABIC = 0.85, 0.95
_NEAR_ACROSS, _NEAR_ACROSS_SHORT = 0.84, 0.91


class WordsFile(Authored):
    """The table as a person writes it.

    Attributes:
        bodies: words by the kind of body they mean; two names of different bodies are two names.
        places: words by the country, people or region they name.
        words: words by what else they mean.
        short: short names that stand inside other names, and the words they stand for.
        loose: meanings of words that a name may be printed with or without.
        parts: meanings of words that tell a part of a body from it.
        heirs: meanings of words that tell a body from the one it comes after.
        many_worded: meanings that have several words in one language, of which a name keeps its own.
        one: words for one body of a kind.
        several: words for several bodies of a kind.
        common: meanings of words that many names have.
    """

    bodies: Mapping[str, str]
    places: Mapping[str, str]
    words: Mapping[str, str]
    short: Mapping[str, str]
    loose: str
    parts: str
    heirs: str
    many_worded: str
    one: str
    several: str
    common: str


class CountriesFile(Authored):
    """Countries as a person writes them.

    Attributes:
        countries: words by the country they name.
    """

    countries: Mapping[str, str]


class Meanings:
    """The meaning of a word of a name, by its letters, by how it begins, or by its sounds."""

    def __init__(self, table: WordsFile, countries: Mapping[str, str]) -> None:
        """Fold the words of TABLE, and those of COUNTRIES that it does not have, once."""
        self.bodies = frozenset(table.bodies)
        self.places = frozenset((*table.places, *countries))
        self.short = {fold(short): tuple(words.split()) for short, words in table.short.items()}
        self.loose = (self.bodies | self.places | frozenset(table.loose.split())) - SIDES
        self.parts = frozenset(table.parts.split())
        self.common = frozenset(table.common.split())
        self.many_worded = frozenset(table.many_worded.split())
        self._numbers: dict[str, Number] = dict.fromkeys(fold(table.one).split(), "one")
        self._numbers |= dict.fromkeys(fold(table.several).split(), "several")
        self.heirs = frozenset(table.heirs.split())
        self._given: list[tuple[str, str]] = []
        self._whole: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._sounds: dict[str, list[tuple[str, str]]] = {}
        self._loans: set[str] = set()
        for meaning, words in (*table.bodies.items(), *table.places.items(), *table.words.items(), *countries.items()):
            for word in words.split():
                self._hold(word, meaning)
        self._longest = max(map(len, self._stems), default=0)

    def _hold(self, word: str, meaning: str) -> None:
        folded = fold(word.strip("~*")).replace(" ", "")
        self._given.append((meaning, folded))
        if word.startswith("~"):
            self._sounds.setdefault(skeleton(folded), []).append((folded, meaning))
            self._whole.setdefault(folded, meaning)
            self._loans.add(folded)
        elif word.endswith("*") and len(folded) >= _SHORTEST_STEM:
            self._stems.setdefault(folded, meaning)
        else:
            self._whole.setdefault(folded, meaning)
            if "\u0600" < folded[:1] < "\u0700" and len(sounds := skeleton(folded)) >= _SHORTEST_STEM:
                self._sounds.setdefault(sounds, []).append((folded, meaning))

    def of(self, word: str, sounds: str) -> str:
        """Return what the folded WORD, whose skeleton is SOUNDS, means; "" when the table does not say."""
        return self.printed(word) or self._heard(word, sounds)

    def printed(self, word: str) -> str:
        """Return what the folded WORD means by its letters or by how it begins, "" when the table does not say."""
        if found := self._whole.get(word):
            return found
        for end in range(min(len(word), self._longest), max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1):
            if found := self._stems.get(word[:end]):
                return found
        return ""

    def root(self, word: str, sounds: str, meaning: str) -> str:
        """Return what tells WORD, by its SOUNDS, from others of its MEANING in Arabic, Persian, Urdu; "" in others.

        That is the first consonant of a kind of body ("Kataib", "Katiba"), and all of any other word.
        """
        arabic = "\u0600" <= word[0] < "\u0980" or word in self._loans or self.is_loan(word)
        return sounds.lstrip("a")[: 1 if meaning in self.bodies else None] if arabic else ""

    def number(self, word: str) -> Number:
        """Return how many bodies the folded WORD means."""
        return self._numbers.get(word, "")

    def is_loan(self, word: str) -> bool:
        """Tell whether the folded WORD in Latin letters is known only as one romanised from another script."""
        return word.isascii() and (word in self._loans or not self.printed(word))

    def _heard(self, word: str, sounds: str) -> str:
        best, said = 0.0, ""
        for heard in (sounds, *also_heard(word)):
            for known, meaning in self._sounds.get(heard, ()):
                near = likeness(word, known)
                if near > best and near >= self._line(word, known, sounds, heard, meaning):
                    best, said = near, meaning
        return said

    def _line(self, word: str, known: str, sounds: str, heard: str, meaning: str) -> float:
        """Return how alike two words of one sound must be; a country is heard in one script alone.

        In Arabic letters it is written in one way: «ایروان» (Yerevan) is not Iran.
        So is a short word in Latin letters that has that sound only when HEARD in another way: "Ganda" is not «جند».
        """
        short = len(sounds) in _NEAR
        if heard != sounds and short and word.isascii() and not known.isascii():
            return math.inf
        if word.isascii() == known.isascii() and meaning in self.places:
            return _NEAR_PLACE if known.isascii() else _NEAR_PLACE_ARABIC
        if word.isascii() == known.isascii():
            return _NEAR[len(sounds)] if short else _NEAR_LONG if known.isascii() else _NEAR_ARABIC
        return math.inf if meaning in self.places else _NEAR_ACROSS_SHORT if short else _NEAR_ACROSS

    def words(self) -> Iterator[tuple[str, str]]:
        """Give the meaning and the folded letters of every word that stands in the table whole or as a beginning."""
        yield from self._given


@cache
def meanings() -> Meanings:
    """Return the tables that ship with Tregua.

    Raises:
        TreguaError: a file is wrong, which a test rules out.
    """
    countries = read_shipped("names/countries.yaml", CountriesFile).countries
    return Meanings(read_shipped("names/words.yaml", WordsFile), countries)
