"""Which of many names bear the words of another one, and which of them are worth a closer look.

Names are known by where they stand in their list. Those of few words come first for each word: the share of its words
that such a name has in common with another one is the greatest, so that of a word in thousands of names only the first
few need be looked at, and those that bear a second word too.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations

from tregua.vocabulary.names import Name, Word
from tregua.vocabulary.sounds import also_heard

__all__ = ["Bearers"]

_MOST = 10
_COMMON, _CONSIDERED = 2_000, 120
_SHARE, _LEAST_SHARE, _LESS = 0.3, 0.2, 0.55
_SHORTEST_NEAR = 4

_Borne = tuple[float, Sequence[str]]
"""The weight of a word, and its keys."""


class Bearers:
    """Names by the keys of their words."""

    def __init__(self, names: Sequence[Name], found: Iterable[int]) -> None:
        """Know NAMES; those that stand where FOUND says are found by their words."""
        self._names = names
        self._weights = array("d", [name.weight for name in names])
        self._borne: list[tuple[str, ...]] = [()] * len(names)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._sets: dict[str, frozenset[int]] = {}
        for at in sorted(found, key=self._weights.__getitem__):
            self._borne[at] = tuple({word.key: None for word in names[at].parts})
            for key in self._borne[at]:
                self._by_key[key].append(at)

    def of(self, keys: Iterable[str]) -> list[int]:
        """Return the names that bear a word of one of KEYS; twice those that bear two."""
        return [at for key in keys for at in self._by_key.get(key, ())]

    def _bearing(self, key: str) -> frozenset[int]:
        """Return the names that bear a word of KEY."""
        if key not in self._sets:
            self._sets[key] = frozenset(self._by_key.get(key, ()))
        return self._sets[key]

    def many(self, keys: Iterable[str]) -> int:
        """Return how many names bear a word of one of KEYS."""
        return sum([len(self._by_key.get(key, ())) for key in keys])

    def bears(self, at: int, keys: frozenset[str]) -> bool:
        """Tell whether the name that stands AT there bears a word of one of KEYS."""
        return not keys.isdisjoint(self._borne[at])

    def keys_like(self, word: Word) -> Sequence[str]:
        """Return the keys of WORD: its own where a name bears it, else those of words a sound away."""
        if word.key in self._by_key:
            return (word.key,)
        if word.key[0] == "=":
            return ()
        if heard := self._heard_as(word):
            return sorted(heard)
        if len(word.key) < _SHORTEST_NEAR:
            return ()
        near = {key for less in _one_less(word.key) for key in self._by_sound_less.get(less, ())}
        return sorted(near & self._by_key.keys())

    def _heard_as(self, word: Word) -> set[str]:
        """Return the keys of words that others hear in WORD, or it in them."""
        heard = {other for other in also_heard(word.printed) if other in self._by_key}
        return heard | self._by_sound_else.get(word.key, set())

    def _keys(self, word: Word) -> Sequence[str]:
        """Return the keys of WORD, also, where a name bears its own, those of words that others hear in it."""
        keys = self.keys_like(word)
        if word.meaning or word.key not in keys:
            return keys
        return (word.key, *sorted(self._heard_as(word) - {word.key}))

    def likely(self, name: Name) -> list[int]:
        """Return the names that share enough of the telling words of NAME to be compared, most first."""
        words = [(word, self._keys(word)) for word in name.parts]
        words.sort(key=lambda held: (self.many(held[1]), held[0].key))
        looked = self._looked_at(name, words)
        left = [(word.weight, keys) for word, keys in words[len(looked) :] if keys]
        most = _CONSIDERED if left else _MOST
        once = [(weight, self._by_key[key][:most]) for weight, keys in looked for key in keys if key in self._by_key]
        whole, weights = name.weight, self._weights
        met = self._twice(looked)
        shares = {at: share / (whole + weights[at]) for at, share in met.items()}
        if left:
            met = {at: weight for weight, bearers in once for at in bearers} | met
            considered = set(met)
            if len(met) > _CONSIDERED:
                considered = set(_most({at: share / (whole + weights[at]) for at, share in met.items()}, _CONSIDERED))
            more = self._shares(left, considered)
            shares |= {at: (met[at] + share) / (whole + weights[at]) for at, share in more.items()}
        lightest = [weight / (whole + weights[bearers[0]]) for weight, bearers in once]
        least = max(_LEAST_SHARE, _LESS * max((*lightest, *shares.values()), default=0.0))
        for weight, bearers in once:
            for at in bearers:
                share = weight / (whole + weights[at])
                if share < least:
                    break
                shares.setdefault(at, share)
        return _most({at: share for at, share in shares.items() if share >= least}, _MOST)

    def _looked_at(self, name: Name, words: Sequence[tuple[Word, Sequence[str]]]) -> list[_Borne]:
        """Return who bears the WORDS of NAME, rarest first, until those that are left tell too little."""
        looked: list[_Borne] = []
        used, many = 0.0, 0
        for word, keys in words:
            if used > _SHARE * name.weight and (word.weight < 1 or many > _COMMON):
                break
            looked.append((word.weight, keys))
            used += word.weight if keys else 0
            many += self.many(keys)
        return looked

    def _twice(self, looked: Sequence[_Borne]) -> dict[int, float]:
        """Return how much of the words LOOKED at names bear, of those that bear two."""
        borne = [[*map(self._bearing, keys)] for _, keys in looked]
        pairs = combinations(borne, 2)
        twice = set().union(*[one & other for ones, others in pairs for one in ones for other in others])
        met: dict[int, float] = {}
        for (weight, _), bearing in zip(looked, borne, strict=True):
            for at in set().union(*map(twice.intersection, bearing)):
                met[at] = met.get(at, 0.0) + weight
        return met

    def _shares(self, left: Sequence[_Borne], names: set[int]) -> dict[int, float]:
        """Return how much of the words LEFT those of NAMES bear that bear any."""
        found: dict[int, float] = {}
        for weight, keys in left:
            for at in set().union(*[names & self._bearing(key) for key in keys]):
                found[at] = found.get(at, 0.0) + weight
        return found

    @cached_property
    def _words(self) -> Sequence[Word]:
        """Return the words of all names, each once where it is printed alike."""
        return list({id(word): word for name in self._names for word in name.parts}.values())

    @cached_property
    def _by_sound_else(self) -> dict[str, set[str]]:
        """Return the keys of words of no known meaning by the sounds that others hear in them."""
        held: dict[str, set[str]] = defaultdict(set)
        for key, printed in {(word.key, word.printed) for word in self._words}:
            if key[0] != "=":
                for other in also_heard(printed):
                    held[other].add(key)
        return held

    @cached_property
    def _by_sound_less(self) -> dict[str, set[str]]:
        """Return the keys of all words by their sounds, whole and less one."""
        held: dict[str, set[str]] = defaultdict(set)
        for key, sounds in {(word.key, word.sounds) for word in self._words}:
            if len(sounds) >= _SHORTEST_NEAR and not sounds.isdigit():
                for less in _one_less(sounds):
                    held[less].add(key)
        return held


def _most(shares: dict[int, float], many: int) -> list[int]:
    """Return whose SHARES are the MANY greatest, greatest first; of equal ones who stands first."""
    return [at for _, at in sorted([(-share, at) for at, share in shares.items()])[:many]]


def _one_less(key: str) -> set[str]:
    return {key} | {key[:at] + key[at + 1 :] for at in range(len(key))}
