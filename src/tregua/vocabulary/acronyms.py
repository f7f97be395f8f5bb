"""Acronyms: what looks like one, and what the words of a name make."""

from __future__ import annotations

import re

__all__ = ["initials", "is_acronym", "spelled_by"]

_LINKS = frozenset("the of and for to in de la le les du des et pour y e и в на та".split())  # noqa: SIM905 - read as prose
_ARTICLES = frozenset("al el il ad ar as at az ash an".split())  # noqa: SIM905 - read as prose
_LEFT_OUT = _LINKS | _ARTICLES
_LONGEST, _LONGEST_CASELESS = 9, 6


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
    made = [words]
    if not _LEFT_OUT.isdisjoint(words):
        made.append([word for word in words if word not in _LINKS])
        made.append([word for word in made[1] if word not in _ARTICLES])
    return frozenset(["".join([word[0] for word in kept]) for kept in made if len(kept) > 1])


def spelled_by(acronym: str) -> re.Pattern[str]:
    """Return what a folded name is like whose words begin with ACRONYM in parts ("UNMISS"); short ones are left out."""
    short = "|".join(("[^ ]{1,3}", *sorted(_LINKS)))
    between = f"(?:[^ ]* (?:(?:{short}) )*)?"
    return re.compile(f"(?:(?:{short}) )*{between.join(map(re.escape, acronym))}[^ ]*(?: (?:{short}))*")
