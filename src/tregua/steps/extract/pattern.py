"""Patterns over the tags of a text: the small language in which a pack says what counts, dates and clauses look like.

A pattern is a row of elements, parted by spaces::

    <number>            a tag of that kind          <act=shelling>   of that kind and value
    <breach|act>        of one of these kinds       who:<actor>      the same, kept under a name
    of|by               one of these words          (of the)?        words that may be missing
    ~3                  up to three plain words: no mark, no number, no function word
    ..8                 up to eight tokens of any sort, commas too, but no full stop or semicolon
    ^                   the sentence begins here    $                the sentence ends here
    <x>?                may be missing              !<x>             must not follow

Matching never looks beyond the sentence. Each element is tried at each position once, so a pattern takes time in
proportion to the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tregua.steps.extract.text import Reading, Sentence, Tag, Token

__all__ = ["Element", "Match", "PatternError", "compile_pattern", "find_all", "is_plain"]

_ELEMENT = re.compile(
    r"(?P<gap>~|\.\.)(?P<width>\d+)|(?P<edge>[\^$])"
    r"|(?P<not>!)?(?:(?P<name>[a-z_]+):)?(?:<(?P<kinds>[a-z_|]+)(?:=(?P<value>[^>]+))?>|(?P<words>[^\s?!<>]+))(?P<maybe>\?)?"
)
_FUNCTIONS = ("function", "article", "at_place", "of", "by", "and")
_STOPPING = frozenset(".;?!؛؟")


class PatternError(ValueError):
    """A pattern of a language pack is not written as patterns are."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern.

    Attributes:
        kinds: kinds of tag that fit; empty for words, gaps and edges.
        values: values that fit; empty when any does.
        words: folded words that fit.
        gap: ``~`` or ``..`` for a gap, else "".
        width: most tokens of a gap.
        edge: ``^`` or ``$`` for an edge, else "".
        name: name under which what fits is kept.
        optional: whether it may be missing.
        negative: whether it must not stand here.
    """

    kinds: tuple[str, ...] = ()
    values: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    gap: str = ""
    width: int = 0
    edge: str = ""
    name: str = ""
    optional: bool = False
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern fits: positions ``first`` to ``last`` (excluded), and what was kept under which name."""

    first: int
    last: int
    kept: dict[str, Tag] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def compile_pattern(pattern: str) -> tuple[Element, ...]:
    """Return the elements of PATTERN; raise :class:`PatternError` when it is not one."""
    elements = tuple(_element(word, pattern) for word in pattern.split())
    if not elements or elements[0].gap:
        raise PatternError(f"a pattern begins with something to look for: {pattern!r}")
    return elements


def _element(word: str, pattern: str) -> Element:
    match = _ELEMENT.fullmatch(word)
    if match is None:
        raise PatternError(f"{word!r} is no element of a pattern, in {pattern!r}")
    if match["gap"]:
        return Element(gap=match["gap"], width=int(match["width"]))
    if match["edge"]:
        return Element(edge=match["edge"])
    return Element(
        kinds=tuple(match["kinds"].split("|")) if match["kinds"] else (),
        values=frozenset(match["value"].split("|")) if match["value"] else frozenset(),
        words=frozenset(match["words"].split("|")) if match["words"] else frozenset(),
        name=match["name"] or "",
        optional=bool(match["maybe"]),
        negative=bool(match["not"]),
    )


def find_all(reading: Reading, pattern: str, first: int = 0, last: int | None = None) -> Iterator[Match]:
    """Give every place from FIRST to LAST where PATTERN fits, in order; later ones may overlap earlier ones."""
    elements = compile_pattern(pattern)
    walk: _Walk | None = None
    for position in _starts(reading, elements, first, len(reading.tokens) if last is None else last):
        if walk is None or position >= walk.sentence.last:
            walk = _Walk(reading, elements, reading.sentence_of(position))
        found = walk.match(0, position)
        if found is not None:
            end, kept = found
            yield Match(position, end, dict(kept))


def _starts(reading: Reading, elements: Sequence[Element], first: int, last: int) -> list[int]:
    if elements[0].edge:
        return reading.starts(first, last)
    found: set[int] = set()
    for head in elements:
        found |= {tag.first for kind in head.kinds for tag in reading.of(kind, first, last)}
        found |= {at for word in head.words for at in reading.positions(word, first, last)}
        if not (head.optional or head.gap):
            break
    return sorted(found)


Found = tuple[int, tuple[tuple[str, Tag], ...]]


class _Walk:
    """One pattern on one sentence, with a memory of what has failed, so that nothing is tried twice."""

    def __init__(self, reading: Reading, elements: Sequence[Element], sentence: Sentence) -> None:
        """Look for ELEMENTS in SENTENCE."""
        self.reading = reading
        self.elements = elements
        self.sentence = sentence
        self.failed: set[tuple[int, int]] = set()

    def match(self, index: int, position: int) -> Found | None:
        """Return the end and what was kept when the elements from INDEX on fit at POSITION."""
        if index == len(self.elements):
            return position, ()
        if (index, position) in self.failed:
            return None
        found = self._try(self.elements[index], index, position)
        if found is None:
            self.failed.add((index, position))
        return found

    def _try(self, element: Element, index: int, position: int) -> Found | None:
        if element.gap:
            return self._skip(element, index, position)
        if element.edge:
            at_edge = position == (self.sentence.first if element.edge == "^" else self.sentence.last)
            return self.match(index + 1, position) if at_edge else None
        ends = list(self._ends(element, position))
        if element.negative:
            return None if ends else self.match(index + 1, position)
        for tag in ends:
            rest = self.match(index + 1, tag.last)
            if rest is not None:
                return rest if not element.name else (rest[0], ((element.name, tag), *rest[1]))
        return self.match(index + 1, position) if element.optional else None

    def _skip(self, element: Element, index: int, position: int) -> Found | None:
        for at in range(position, min(position + element.width, self.sentence.last) + 1):
            found = self.match(index + 1, at)
            if found is not None:
                return found
            if at < self.sentence.last and not self._may_skip(element, at):
                return None
        return None

    def _may_skip(self, element: Element, position: int) -> bool:
        token = self.reading.tokens[position]
        if element.gap == "~":
            return is_plain(self.reading, position)
        return not (token.kind == "mark" and token.text in _STOPPING and position + 1 < self.sentence.last)

    def _ends(self, element: Element, position: int) -> Iterator[Tag]:
        if position >= self.sentence.last:
            return
        if element.words:
            token: Token = self.reading.tokens[position]
            if not element.words.isdisjoint(token.forms):
                yield Tag("word", position, position + 1)
            return
        for tag in self.reading.at(position):
            fits = tag.kind in element.kinds and (not element.values or tag.value in element.values)
            if fits and tag.last <= self.sentence.last:
                yield tag


def is_plain(reading: Reading, position: int) -> bool:
    """Tell whether the token at POSITION is a plain word: no mark, no number, no function word."""
    token = reading.tokens[position]
    if token.kind != "word" or reading.has(position, "number"):
        return False
    if reading.at(position, "adverb"):
        return True
    return not any(reading.at(position, kind) for kind in _FUNCTIONS)
