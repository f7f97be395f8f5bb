"""A text taken apart into words, numbers and marks, with the offsets of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tregua.steps.extract.clitics import Clitics, Piece, word_forms
from tregua.steps.extract.folding import fold_word
from tregua.steps.extract.pack import Grammar, LanguagePack

__all__ = ["Token", "tokens_of"]

_TOKEN = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?)"
    r"|(?P<number>\d{1,3}(?:[.,\u00a0\u202f'\u2019\u066c]\d{3})+(?!\d)|\d+(?:[.,\u066b]\d+)?(?:(?=(?:h|hs|hrs?|kms?|\u0447|\u0433\u043e\u0434|\u043a\u043c)(?!\w))|(?![\w-]*[^\W\d_])))"
    r"|(?P<stuck>[\u0621-\u065f\u0670]+(?=\d))"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[\u0620-\u065f\u066e-\u06d3\u200c]+"
    r"|\w+(?:(?:[-'\u2019]\w+)|\u2013(?=[^\W\d_])(?<=[^\W\d_]\u2013)\w+|/[^\W\d]\w*)*)"
    r"|(?P<mark>\.{4,}|[^\w\s#\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])"
)
_LEADERS = "...."  # of a table of figures
_CHUNK = re.compile(r"[^ \t\r\n]+")
_MARKS = {"\u060c": ",", "\u061b": ";", "\u061f": "?", "\u066a": "%"}


class Token(NamedTuple):
    """One word, number or mark.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        text: as printed.
        norm: folded for comparison.
        kind: ``word``, ``number``, ``date``, ``clock`` or ``mark``.
        capital: whether it begins with a capital letter.
        forms: ``norm`` and what is left when a proclitic is split off.
    """

    start: int
    end: int
    text: str
    norm: str
    kind: str
    capital: bool = False
    forms: tuple[str, ...] = ()


_made = tuple.__new__
"""Makes a token as its class does, in a third of the time: there are as many as words."""


def tokens_of(text: str, start: int, end: int, clitics: Clitics) -> Iterator[Token]:
    """Give the tokens of TEXT from START to END; what stands between blanks is taken apart once, and then known."""
    known = clitics.common
    at = start
    for chunk in _CHUNK.findall(text, start, end):
        at = text.index(chunk, at)
        pieces = known.get(chunk) or clitics.recall(chunk) or clitics.keep(chunk, tuple(_pieces(chunk, clitics)))
        for first, last, printed, norm, kind, capital, forms in pieces:
            yield _made(Token, (at + first, at + last, printed, norm, kind, capital, forms))
        at += len(chunk)


def _pieces(chunk: str, clitics: Clitics) -> Iterator[Piece]:
    """Give the tokens of CHUNK, their offsets counted from its beginning."""
    for match in _TOKEN.finditer(chunk):
        kind, at = match.lastgroup or "mark", match.start()
        if kind == "word":
            for part in clitics.parts(match.group()):
                for piece in _without_endings(part, clitics.pack.grammar):
                    yield _word(piece, at, clitics.pack)
                    at += len(piece)
        elif kind == "stuck":
            yield _word(match.group(), at, clitics.pack)
        else:
            printed = ":" if match.group().startswith(_LEADERS) else _MARKS.get(match.group(), match.group())
            norm = fold_word(printed, clitics.pack.grammar)
            yield at, match.end(), printed, norm, kind, False, (norm,)


def _without_endings(word: str, grammar: Grammar) -> tuple[str, ...]:
    norm = fold_word(word, grammar)
    for ending in (*grammar.endings, *grammar.possessives):
        if norm.endswith(ending) and len(norm) > len(ending) + 1:
            cut = len(word) - len(ending)
            return word[:cut], word[cut:]
    return (word,)


def _word(word: str, start: int, pack: LanguagePack) -> Piece:
    norm = fold_word(word, pack.grammar)
    forms, capital = word_forms(norm, pack), word[:1].isupper()
    accented = pack.grammar.plain_capitals.get(norm[:1]) if capital else None
    if accented is not None:
        forms = (accented + norm[1:], *forms)
    return start, start + len(word), word, norm, "word", capital, forms
