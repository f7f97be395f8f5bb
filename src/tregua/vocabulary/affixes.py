"""What is written in one with a word of a name: articles, "and", "by", and words that some writers join."""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import re
from collections.abc import Iterator

from tregua.vocabulary.meanings import meanings

__all__ = ["parted", "unbound"]

_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "و", "ل", "ب", "ה", "ל", "ב", "ו", "የ", "ለ", "በ")
_WITH_ARTICLE = re.compile(r"^(?:wal|[aeu]([dnrstz])(?=\1))(?=\w{3})")
_BEFORE_ARTICLE = re.compile(r"(?<=\w{3})(?:ou|u|oo)l$")
_JOINED = re.compile(r"(\w{3,})ال(\w{3,})")
_OF_FAITH = re.compile(r"(?<=\w{3})(?:[aeou]dd[iey]+ne?|[уеа]ддин)$")
_SHORT, _SYLLABLES = 3, "\u1200"


def parted(word: str) -> str:
    """Return the folded WORD as the words that it joins: "Salahuddin", «نورالدين»; itself where it joins none."""
    if word < "\u0600":
        return _OF_FAITH.sub(" din", word)
    joined = _JOINED.fullmatch(word)
    if joined and any(map(meanings().printed, joined.groups())):
        return " ".join(joined.groups())
    return word


def unbound(word: str) -> Iterator[str]:
    """Give what is left of the folded WORD without what may be bound to it: "Ed-Dine", "Hizb-ul", «والجماعة»."""
    if word.isascii():
        yield from {_WITH_ARTICLE.sub("", word), _BEFORE_ARTICLE.sub("", word)} - {word}
        return
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > (_SHORT if prefix < _SYLLABLES else 1):
            yield rest
