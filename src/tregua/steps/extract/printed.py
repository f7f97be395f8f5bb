"""Where words stand in a text: whole words of it, letter by letter, however its lines are broken."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from tregua.steps.extract.text import Reading, fold_word

__all__ = ["found_at", "tokens_at"]

_START, _END = itemgetter(0), itemgetter(1)
"""Of a token; those of its class cost a call each."""
_MOST_LOOKS = 500
"""Places at which the same letters are looked at; one letter stands in every word of a long text."""


def tokens_at(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return the positions (first, after the last) of the tokens from START to END, None when a word would be cut.

    A prefix that the language writes together with the next word ("and-the-army") may be left off.
    """
    first = bisect_right(reading.tokens, start, key=_START) - 1
    last = bisect_left(reading.tokens, end, key=_END) + 1
    if first < 0 or last > len(reading.tokens) or first >= last or reading.tokens[last - 1].end != end:
        return None
    begin = reading.tokens[first].start
    grammar = reading.pack.grammar
    prefix = fold_word(reading.text[begin:start], grammar)
    return (first, last) if start == begin or prefix in (*grammar.proclitics, *grammar.prefixes) else None


def found_at(reading: Reading, words: str) -> Iterator[tuple[int, int]]:
    """Give the positions where WORDS stand in what is read of the text, in order; any white space is a space."""
    parts = [re.escape(part) for part in words.split()]
    if parts:
        for match in islice(re.finditer(r"\s+".join(parts), reading.text), _MOST_LOOKS):
            place = tokens_at(reading, match.start(), match.end())
            if place is not None:
                yield place
