"""What words of names mean: the table ``packs/names/words.yaml``, by which translations of a name find each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz

from tregua.authored import Authored, read_authored
from tregua.errors import TreguaError
from tregua.vocabulary.folding import fold
from tregua.vocabulary.sounds import romanise, skeleton

__all__ = ["Meanings", "meanings"]

_WHERE = "pack:names/words.yaml"
_SHORTEST_STEM = 3
_LONGEST_ENDING = 7
_NEAR = {0: 100, 1: 100, 2: 85, 3: 75}
_NEAR_LONG = 60


class WordsFile(Authored):
    """The table as a person writes it.

    Attributes:
        bodies: words by the kind of body they mean; two names of different bodies are two names.
        places: words by the country, people or region they name.
        words: words by what else they mean.
        short: short names that stand inside other names, and the words they stand for.
        loose: meanings of words that a name may be printed with or without.
    """

    bodies: Mapping[str, str]
    places: Mapping[str, str]
    words: Mapping[str, str]
    short: Mapping[str, str]
    loose: str


class Meanings:
    """The meaning of a word of a name, by its letters, by how it begins, or by its sounds."""

    def __init__(self, table: WordsFile) -> None:
        """Fold the words of TABLE once."""
        self.bodies = frozenset(table.bodies)
        self.places = frozenset(table.places)
        self.short = {fold(short): tuple(words.split()) for short, words in table.short.items()}
        self.loose = self.bodies | self.places | frozenset(table.loose.split())
        self._given: list[tuple[str, str]] = []
        self._whole: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._sounds: dict[str, list[tuple[str, str]]] = {}
        for meaning, words in (*table.bodies.items(), *table.places.items(), *table.words.items()):
            for word in words.split():
                self._hold(word, meaning)
        self._longest = max(map(len, self._stems), default=0)

    def _hold(self, word: str, meaning: str) -> None:
        folded = fold(word.strip("~*")).replace(" ", "")
        self._given.append((meaning, folded))
        if word.startswith("~"):
            self._sounds.setdefault(skeleton(folded), []).append((romanise(folded), meaning))
            self._whole.setdefault(folded, meaning)
        elif word.endswith("*") and len(folded) >= _SHORTEST_STEM:
            self._stems.setdefault(folded, meaning)
        else:
            self._whole.setdefault(folded, meaning)
            if "\u0600" < folded[:1] < "\u0700" and len(sounds := skeleton(folded)) >= _SHORTEST_STEM:
                self._sounds.setdefault(sounds, []).append((romanise(folded), meaning))

    def of(self, word: str, sounds: str) -> str:
        """Return what the folded WORD, whose skeleton is SOUNDS, means; "" when the table does not say."""
        if found := self._whole.get(word):
            return found
        for end in range(min(len(word), self._longest), max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1):
            if found := self._stems.get(word[:end]):
                return found
        latin = romanise(word)
        line = _NEAR.get(len(sounds), _NEAR_LONG)
        heard = [(fuzz.ratio(known, latin), meaning) for known, meaning in self._sounds.get(sounds, ())]
        return next((meaning for near, meaning in sorted(heard, reverse=True) if near >= line), "")

    def words(self) -> Iterator[tuple[str, str]]:
        """Give the meaning and the folded letters of every word that stands in the table whole or as a beginning."""
        yield from self._given


@cache
def meanings() -> Meanings:
    """Return the table that ships with Tregua.

    Raises:
        TreguaError: the file is wrong, which a test rules out.
    """
    text = files("tregua").joinpath("packs", "names", "words.yaml").read_text("utf-8")
    table, _, problems = read_authored(text, WordsFile, _WHERE)
    if table is None:
        raise TreguaError("; ".join(problem.message for problem in problems))
    return Meanings(table)
