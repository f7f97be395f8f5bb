"""Words written as one: a conjunction, preposition or article before a word, a pronoun or case ending behind it.

Some scripts write "and-in-Homs" as one word. What may stand before a word is data of the pack; a prefix is parted from
what follows when that is a word the pack knows or the text has by itself, so that a name that merely begins with the
same letter stays whole. An ending is never parted: it is left off only to find a word that the pack knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tregua.steps.extract.folding import NON_JOINER, fold_word
from tregua.steps.extract.pack import Grammar, LanguagePack, Rule

__all__ = ["Clitics", "Piece", "is_known", "is_known_whole", "split_elisions", "word_forms"]

Piece = tuple[int, int, str, str, str, bool, tuple[str, ...]]
"""A token of a stretch without blanks: its offsets there, as printed, folded, its kind, capital or not, its forms."""

_SHORTEST_REST = 3
_SHORTEST_BASE = 2
_MOST_PREFIXES = 3
_MOST_KNOWN = 100_000
_LONGEST_KNOWN = 60
_WORD = re.compile(r"[^\W\d_][\w\u0610-\u061a\u064b-\u065f\u0670]*")
_NON_JOINED = re.compile(f"{NON_JOINER}*[^{NON_JOINER}]+{NON_JOINER}*")
_TATWEEL = "\u0640"


class Clitics:
    """The small words of PACK that are written together with others, for one TEXT.

    Attributes:
        pack: the language.
        text: the text.
        common: the pieces of what was met in any text, whatever its other words.
    """

    __slots__ = ("_asked", "_own", "_seen", "common", "pack", "text")

    def __init__(self, pack: LanguagePack, text: str) -> None:
        """Look at the words of TEXT."""
        self.pack = pack
        self.text = text
        self.common = _common_pieces(pack)
        self._own: dict[str, tuple[Piece, ...]] = {}
        self._seen: frozenset[str] | None = None
        self._asked = False

    def recall(self, stretch: str) -> tuple[Piece, ...] | None:
        """Return the pieces of STRETCH, a stretch without blanks, None when it was not met before."""
        return self.common.get(stretch) or self._own.get(stretch)

    def keep(self, stretch: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Keep the PIECES of STRETCH, for other texts too unless the words of this one had a say; return them."""
        if len(stretch) < _LONGEST_KNOWN:
            if len(self.common) >= _MOST_KNOWN:
                self.common.clear()
            (self._own if self._asked else self.common)[stretch] = pieces
        self._asked = False
        return pieces

    def parts(self, word: str) -> list[str]:
        """Return WORD as the words it is made of, as printed: its prefixes and what they stand before."""
        if self.pack.grammar.non_joiner_parts and NON_JOINER in word:
            return _NON_JOINED.findall(word) or [word]
        parts: list[str] = []
        if not self.pack.grammar.prefixes:
            return split_elisions(word, self.pack.grammar)
        for _ in range(_MOST_PREFIXES):
            norm = fold_word(word, self.pack.grammar)
            width = self._prefix(norm) or self._before_folded(word, norm)
            if not width:
                break
            cut = _cut(word, width)
            parts.append(word[:cut])
            word = word[cut:]
        return [*parts, word]

    def _prefix(self, norm: str) -> int:
        """Return how many letters at the beginning of NORM are a word of their own; 0 when none are."""
        if is_known(norm, self.pack):
            return 0
        grammar = self.pack.grammar
        fitting = [prefix for prefix in grammar.prefixes if norm.startswith(prefix)]
        for test in (self._leaves_known, self._leaves_seen, self._leaves_word):
            for prefix in fitting:
                if test(prefix, norm[len(prefix) :]):
                    return len(prefix)
        return 0

    def _before_folded(self, word: str, norm: str) -> int:
        """Return the length of a prefix of WORD before a letter that is folded in NORM: "wa-addā" is no "wādī"."""
        for prefix in self.pack.grammar.free_prefixes:
            rest = norm[len(prefix) :]
            if norm.startswith(prefix) and len(rest) >= _SHORTEST_REST and is_known_whole(rest, self.pack):
                return len(prefix) if word[_cut(word, len(prefix))] in self.pack.grammar.fold else 0
        return 0

    def _leaves_known(self, prefix: str, rest: str) -> bool:
        if is_known(rest, self.pack):
            return len(rest) >= _SHORTEST_BASE
        further = [other for other in self.pack.grammar.prefixes if other != prefix and rest.startswith(other)]
        return any(len(rest) > len(other) + 1 and is_known(rest[len(other) :], self.pack) for other in further)

    def _leaves_seen(self, prefix: str, rest: str) -> bool:
        del prefix
        articles = self.pack.grammar.proclitics
        if len(rest) < _SHORTEST_REST:
            return False
        seen = self._words_seen()
        return rest in seen or any(article + rest in seen for article in articles)

    def _words_seen(self) -> frozenset[str]:
        """Return the folded words of the text."""
        self._asked = True
        if self._seen is None:
            self._seen = frozenset(fold_word(word, self.pack.grammar) for word in _WORD.findall(self.text))
        return self._seen

    def _leaves_word(self, prefix: str, rest: str) -> bool:
        """Tell whether REST, not known, may be a word: PREFIX stands before any, or REST begins with an article."""
        if len(rest) < _SHORTEST_REST:
            return False
        begun = any(rest.startswith(other) and len(rest) > len(other) + 2 for other in self.pack.grammar.proclitics)
        return begun or prefix in self.pack.grammar.free_prefixes


@lru_cache(maxsize=16)
def _common_pieces(pack: LanguagePack) -> dict[str, tuple[Piece, ...]]:
    """Return what is filled with the words of PACK as texts bring them."""
    del pack
    return {}


def split_elisions(word: str, grammar: Grammar) -> list[str]:
    """Return WORD as the elided words before it and what is left ("lorsqu'", "il"); "N'Djamena" is one word."""
    norm = fold_word(word, grammar)
    if not norm.startswith(grammar.elisions):
        return [word]
    parts: list[str] = []
    while True:
        elided = next((short for short in grammar.elisions if norm.startswith(short)), "")
        rest = norm[len(elided) :]
        if not elided or not rest or rest[0] not in grammar.elided_before:
            return [*parts, word]
        parts.append(word[: len(elided)])
        word, norm = word[len(elided) :], rest


def _cut(word: str, width: int) -> int:
    """Return where in WORD its first WIDTH letters end, with the signs printed over them."""
    letters = [at for at, sign in enumerate(word) if not (unicodedata.combining(sign) or sign == _TATWEEL)]
    return letters[width]


@lru_cache(maxsize=65536)
def word_forms(norm: str, pack: LanguagePack) -> tuple[str, ...]:
    """Return NORM and the words that it may be without an article before it and an ending behind it.

    A word that the pack has with its article alone is also known without: "li-l-Yaman" has none of its own.
    """
    grammar = pack.grammar
    words, _, alone = _words(pack)
    if not (grammar.proclitics or grammar.suffixes) or norm in alone:
        return (norm,)
    bare = [norm[len(word) :] for word in grammar.proclitics if norm.startswith(word) and len(norm) > len(word) + 1]
    shorter = [form for base in (norm, *bare) for form in _without_ending(base, grammar, pack)]
    fuller = [word + norm for word in grammar.proclitics if norm not in words and word + norm in words]
    return tuple(dict.fromkeys((norm, *bare, *shorter, *fuller)))


def _without_ending(norm: str, grammar: Grammar, pack: LanguagePack) -> Iterator[str]:
    """Give the words of PACK that NORM is with an ending of GRAMMAR behind it."""
    words = _words(pack)[0]
    for ending in grammar.suffixes:
        if not norm.endswith(ending) or len(norm) < len(ending) + _SHORTEST_REST:
            continue
        base = norm[: -len(ending)]
        changed = base[:-1] + grammar.before_suffix.get(base[-1], base[-1])
        yield from (form for form in dict.fromkeys((base, changed)) if form in words)


@lru_cache(maxsize=65536)
def is_known(norm: str, pack: LanguagePack) -> bool:
    """Tell whether PACK has the word NORM, with or without an article and an ending."""
    words, stems, _ = _words(pack)
    return any(form in words or (stems and form.startswith(stems)) for form in word_forms(norm, pack))


@lru_cache(maxsize=65536)
def is_known_whole(norm: str, pack: LanguagePack) -> bool:
    """Tell whether PACK has the word NORM as it is or behind an article, with no ending left off."""
    words, stems, _ = _words(pack)
    bare = (norm[len(word) :] for word in pack.grammar.proclitics if norm.startswith(word))
    return any(form in words or (stems and form.startswith(stems)) for form in (norm, *bare))


@lru_cache(maxsize=16)
def _words(pack: LanguagePack) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return the words that PACK speaks of anywhere, folded, its stems, and those words that are a phrase alone."""
    numerals = pack.numerals
    tables = (pack.months, pack.weekdays, numerals.words, numerals.multipliers, numerals.ordinals, numerals.bounds)
    phrases = [phrase for table in (*tables, numerals.frequencies) for phrase in table]
    phrases += [phrase for entry in pack.lexicon for phrase in entry.phrases]
    words = {fold_word(word, pack.grammar) for phrase in phrases for word in phrase.split()}
    words |= {word for rule in _rules(pack) for word in _literal(rule.pattern)}
    stems = tuple(word[:-1] for word in words if word.endswith("*"))
    alone = frozenset(fold_word(phrase, pack.grammar) for phrase in phrases if " " not in phrase)
    return frozenset(word for word in words if not word.endswith("*")), stems, alone


def _rules(pack: LanguagePack) -> Iterator[Rule]:
    for rules in (
        pack.dates,
        pack.calendars,
        pack.times,
        pack.speakers,
        pack.tallies,
        pack.splits,
        pack.areas,
        pack.truces,
    ):
        yield from rules
    for rules in (pack.acts, pack.blames, pack.relations, pack.aids, pack.adherences):
        yield from rules


def _literal(pattern: str) -> Iterator[str]:
    for element in pattern.split():
        if "<" not in element and element[0] not in "~.^$":
            yield from element.rstrip("?").split(":")[-1].split("|")
