"""How far a word in one script is from one in Latin letters, letter by letter.

Who romanises by ear writes ج as j, g, dj or zh, و as w, u, o or ou, leaves ع out, and puts in vowels that Arabic
does not write. The table ``packs/names/letters.yaml`` says how each letter, and some pairs, may be written and what
each way costs; :func:`apart` finds the cheapest way through both words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz

from tregua.authored import Authored, read_shipped
from tregua.vocabulary.sounds import Script, romanise, script_of

__all__ = ["apart", "likeness"]

_VOWELS = frozenset("aeiouy")
_UNWRITTEN: Mapping[Script, float] = {"arabic": 0.1, "hebrew": 0.1, "cyrillic": 0.4}
_DOUBLED, _MUTE, _OTHER, _ANOTHER = 0.15, 0.5, 1.0, 1.2
_MUTE_LETTERS = frozenset("h")
_MUTE_AT_END = frozenset("eshtdxz")
_LONGEST = 5
_FIRSTS = {letter: group[0] for group in ("اويآ", "طت", "قكگجغڤ", "سصث", "زذظض", "هحخ", "بپ", "فڤ") for letter in group}
_OTHER_FIRST = 0.7
_NO_WAY: Mapping[str, float] = MappingProxyType({})


class LettersFile(Authored):
    """The table as a person writes it.

    Attributes:
        arabic: ways to write each Arabic letter or pair ("ك+س"), and their costs in tenths.
        cyrillic: likewise.
        hebrew: likewise.
    """

    arabic: Mapping[str, str]
    cyrillic: Mapping[str, str]
    hebrew: Mapping[str, str]


_Ways = Mapping[str, Mapping[str, float]]
_Heads = Sequence[Sequence[str]]


def _ways(written: Mapping[str, str]) -> _Ways:
    return {letters.replace("+", ""): _costs(ways) for letters, ways in written.items()}


def _costs(ways: str) -> Mapping[str, float]:
    parted = (way.partition(":") for way in ways.split())
    return {"" if latin == "-" else latin: int(cost or 0) / 10 for latin, _, cost in parted}


@cache
def _table() -> Mapping[Script, _Ways]:
    table = read_shipped("names/letters.yaml", LettersFile)
    return {"arabic": _ways(table.arabic), "cyrillic": _ways(table.cyrillic), "hebrew": _ways(table.hebrew)}


@lru_cache(maxsize=65_536)
def apart(word: str, latin: str) -> float:
    """Return how far the folded WORD, in the script it begins in, is from LATIN: 0 for a usual way to write it.

    The cost of the cheapest way by the letters of both words; 1 and more for a word that is quite another, and for a
    script that the table does not have.
    """
    script = script_of(word)
    ways = _table().get(script)
    if ways is None or not latin:
        return 1.0
    return 2 * _cheapest(word, latin, ways, _UNWRITTEN[script]) / (len(word) + len(latin))


@lru_cache(maxsize=65_536)
def likeness(one: str, other: str) -> float:
    """Return how alike two folded words are as printed, 0 to 1: by :func:`apart` across scripts where it can tell.

    Two Arabic words are compared letter by letter, for writers of Arabic tell ص from س; they begin with one sound.
    """
    if one.isascii() and other.isascii():
        return fuzz.ratio(one, other) / 100
    for word, latin in ((one, other), (other, one)):
        if latin.isascii() and script_of(word) in _table():
            return max(0.0, 1 - apart(word, latin))
    if "arabic" in (script_of(one), script_of(other)) and script_of(one) == script_of(other):
        near = fuzz.ratio(one, other) / 100
        return near if _FIRSTS.get(one[0], one[0]) == _FIRSTS.get(other[0], other[0]) else min(near, _OTHER_FIRST)
    return fuzz.ratio(romanise(one), romanise(other)) / 100


def _cheapest(word: str, latin: str, ways: _Ways, vowel: float) -> float:
    """Return the cost of the cheapest way to read LATIN as WORD, in which an unwritten vowel costs VOWEL.

    Ways that cost more than half a letter each are not followed to their end.
    """
    far = (len(word) + len(latin)) / 4
    extra = [*[_extra(latin, at, vowel) for at in range(len(latin))], far]
    heads = [[latin[at : at + more] for more in range(min(_LONGEST, len(latin) - at) + 1)] for at in range(len(extra))]
    rows = [[far] * (len(extra) + 1) for _ in range(len(word) + 1)]
    rows[0][0] = 0.0
    for first, row in enumerate(rows[:-1]):
        _step(row, rows[first + 1], extra, far)
        _carry(row, rows[first + 1], heads, ways.get(word[first], _NO_WAY), far)
        if pair := ways.get(word[first : first + 2]) if first + 1 < len(word) else None:
            _carry(row, rows[first + 2], heads, pair, far)
    _step(rows[-1], [far] * len(rows[-1]), extra, far)
    return rows[-1][len(latin)]


def _step(row: list[float], after: list[float], extra: Sequence[float], far: float) -> None:
    """Lower the costs of ROW by Latin letters that stand for none of the word, each at what is EXTRA for it.

    Carry those under FAR to those AFTER one letter of the word: left out, or with another in its place.
    """
    for at, more in enumerate(extra):
        cost = row[at]
        if cost < far:
            if cost + more < row[at + 1]:  # noqa: PLR1730 - a call costs more
                row[at + 1] = cost + more
            if cost + _OTHER < after[at]:  # noqa: PLR1730 - a call costs more
                after[at] = cost + _OTHER
            if cost + _ANOTHER < after[at + 1]:  # noqa: PLR1730 - a call costs more
                after[at + 1] = cost + _ANOTHER


def _carry(row: Sequence[float], after: list[float], heads: _Heads, ways: Mapping[str, float], far: float) -> None:
    """Carry the costs of ROW under FAR to those AFTER letters that are written in one of WAYS."""
    for start, ahead in enumerate(heads):
        cost = row[start]
        if cost < far:
            for at, head in enumerate(ahead, start):
                if head in ways and cost + ways[head] < after[at]:
                    after[at] = cost + ways[head]


def _extra(latin: str, at: int, vowel: float) -> float:
    """Return what it costs that the letter AT stands in LATIN without one that it writes."""
    letter = latin[at]
    if letter in _VOWELS:
        return vowel
    if at and latin[at - 1] == letter:
        return _DOUBLED
    if letter in _MUTE_LETTERS or (at + 1 == len(latin) and letter in _MUTE_AT_END):
        return _MUTE
    return _OTHER
