"""Acronyms: what looks like one, and what the words of a name make."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["initials", "is_acronym", "spells"]

_LINKS = frozenset("the of and for to in de la le les du des et pour y e и в на та".split())  # noqa: SIM905 - read as prose
_ARTICLES = frozenset("al el il ad ar as at az ash an".split())  # noqa: SIM905 - read as prose
_LONGEST, _LONGEST_CASELESS, _LONGEST_LINK = 9, 6, 3


def is_acronym(text: str) -> bool:
    """Tell whether TEXT is one word of capital letters, but for one ("AUSSOMs"), or a short one where none are."""
    letters = [sign for sign in text if sign.isalpha()]
    if not letters or " " in text.strip() or len(letters) > _LONGEST:
        return False
    cased = [sign for sign in letters if sign.upper() != sign.lower()]
    if not cased:
        return len(letters) <= _LONGEST_CASELESS
    return sum(map(str.isupper, cased)) >= max(2, len(cased) - 1)


def initials(folded: str) -> frozenset[str]:
    """Return what the first letters of a FOLDED name make, with its linking words and articles and without."""
    words = folded.split()
    telling = [word for word in words if word not in _LINKS]
    named = [word for word in telling if word not in _ARTICLES]
    made = ("".join([word[0] for word in kept]) for kept in (words, telling, named))
    return frozenset([letters for letters in made if len(letters) > 1])


def spells(acronym: str, words: Sequence[str]) -> bool:
    """Tell whether ACRONYM is made of beginnings of WORDS in their order ("UNMISS"); short words may be left out."""
    if not words:
        return not acronym
    word, rest = words[0], words[1:]
    if (len(word) <= _LONGEST_LINK or word in _LINKS) and spells(acronym, rest):
        return True
    length = 0
    while length < min(len(word), len(acronym)) and word[length] == acronym[length]:
        length += 1
        if spells(acronym[length:], rest):
            return True
    return False
