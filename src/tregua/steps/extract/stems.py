"""What the names of one group share: beginnings of words, by which a denial is found to answer a claim."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tregua.steps.extract.pack import Grammar
from tregua.steps.extract.text import Reading, Token, fold_word

__all__ = ["SHORT_STEM", "Known", "beginnings", "known_words", "stems_of"]

_STEM = 5
SHORT_STEM = 4
"""As many letters of a word tell it in any case."""
_LAND_STEM = 3
_PARTING = str.maketrans("'-()", "    ")
_HEADS = ("voice_head", "actor_head", "title")
_COMMON = (*_HEADS, "body", "modifier", "institution")


class Known(NamedTuple):
    """Words of a text that tell whose name one is, and words that many names share.

    Attributes:
        peoples: names of peoples, which need no capital.
        letters: what letters that stand for a country or its forces are short for: "IDF", "RF".
        lands: names of countries, which begin like those of their peoples.
        heads: words of names that many share: "ministry", "spokesman of".
        pairs: names of countries that end in another's: "South Sudan".
    """

    peoples: frozenset[str]
    letters: Mapping[str, str]
    lands: frozenset[str]
    heads: frozenset[str]
    pairs: frozenset[str] = frozenset()


def known_words(reading: Reading) -> Known:
    """Return the words of READING that tell whose name one is."""
    peoples = frozenset(reading.tokens[tag.first].text for tag in reading.of("people"))
    kinds = _COMMON if reading.pack.grammar.capitals else _HEADS
    heads = (at for kind in kinds for tag in reading.of(kind) for at in range(tag.first, tag.last))
    lands = frozenset(reading.tokens[tag.first].text for tag in reading.of("country") if tag.last == tag.first + 1)
    letters = {reading.tokens[tag.first].text: tag.value for tag in reading.of("land_letters")}
    return Known(
        peoples,
        letters,
        lands,
        frozenset(_without_article(reading.tokens[at].norm, reading.pack.grammar) for at in heads),
        frozenset(_in_pairs(reading, lands)),
    )


def _in_pairs(reading: Reading, lands: frozenset[str]) -> Iterator[str]:
    """Give the countries of two words whose last one is among LANDS too, or begins the name of a people."""
    for tag in reading.of("country"):
        last = reading.tokens[tag.last - 1].text
        if tag.last - tag.first > 1 and (last in lands or any(folk.text.startswith(last) for folk in _folks(reading))):
            yield reading.printed(tag.first, tag.last)


def _folks(reading: Reading) -> list[Token]:
    """Return the words of READING that name a people."""
    return [reading.tokens[tag.first] for tag in reading.of("people")]


def stems_of(text: str, grammar: Grammar, known: Known) -> set[str]:
    """Return what names of one group share: beginnings of capital words and of peoples, else of those behind a head."""
    if not grammar.capitals:
        bare = [_without_article(fold_word(word, grammar), grammar) for word in text.split()]
        named = [word for word in bare[len(bare) > 1 :] if len(word) >= _STEM - 1 and word not in known.heads]
        return {" ".join(bare), *(word[: _STEM - 1] for word in named)}
    for pair in known.pairs:
        text = text.replace(pair, pair.replace(" ", ""))
    words = text.replace("\u2019", "'").translate(_PARTING).split()
    named = [word for word in words if word[:1].isupper() or word in known.peoples]
    named = [word for word in named if fold_word(word, grammar) not in known.heads] or named
    width = _STEM - grammar.genitives  # the last letter of a short name is its case
    folk = {_bare(word)[:_LAND_STEM] for word in named if word in known.peoples | known.lands and not word.isupper()}
    folk |= {known.letters[word][:_LAND_STEM] for word in named if word in known.letters}
    return folk | {_bare(word)[:width] for word in named if len(word) >= width or (len(word) > 1 and word.isupper())}


def _without_article(word: str, grammar: Grammar) -> str:
    return word.removeprefix(next((at for at in grammar.proclitics if word.startswith(at)), ""))


def _bare(word: str) -> str:
    """Return WORD small and without accents, which a name has and its people's may not ("Tailândia", "tailandeses")."""
    return "".join(at for at in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(at))


def beginnings(reading: Reading, first: int, last: int) -> frozenset[str]:
    """Return the beginnings of the words from FIRST to LAST that are not small."""
    words = (reading.tokens[at] for at in range(first, last) if not reading.has(at, "function"))
    return frozenset(word.norm[:SHORT_STEM] for word in words if word.kind == "word" and len(word.norm) >= SHORT_STEM)
