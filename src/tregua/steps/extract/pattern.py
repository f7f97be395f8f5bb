"""Patterns over the tags of a text: the small language in which a pack says what counts, dates and clauses look like.

A pattern is a row of elements, parted by spaces::

    <number>            a tag of that kind          <act=shelling>   of that kind and value
    <breach|act>        of one of these kinds       who:<actor>      the same, kept under a name
    of|by               one of these words          (of the)?        words that may be missing
    ~3                  up to three plain words: no mark, no number, no function word
    ..8                 up to eight tokens of any sort, commas too, but no full stop or semicolon
    ^                   the sentence begins here    $                the sentence ends here
    <x>?                may be missing              !<x>             must not follow

Matching never looks beyond the sentence. :mod:`tregua.steps.extract.board` looks for patterns in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Element", "Pattern", "PatternError", "compile_pattern"]

_ELEMENT = re.compile(
    r"(?P<gap>~|\.\.)(?P<width>\d+)|(?P<edge>[\^$])"
    r"|(?P<not>!)?(?:(?P<name>[a-z_]+):)?(?:<(?P<kinds>[a-z_|]+)(?:=(?P<value>[^>]+))?>|(?P<words>[^\s?!<>]+))(?P<maybe>\?)?"
)


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
        source: how kinds and values, or words, are written in the pattern: the same for elements that fit the same.
        needed: whether the pattern fits nowhere where this fits nothing.
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
    source: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern taken apart.

    Attributes:
        elements: all its elements, in order.
        needed: those without which it fits nowhere.
        nearest: two of these that stand closest to each other, and how many tokens may stand between, None if any may.
    """

    elements: tuple[Element, ...]
    needed: tuple[Element, ...]
    nearest: tuple[Element, Element, int] | None


@lru_cache(maxsize=4096)
def compile_pattern(pattern: str) -> Pattern:
    """Return the elements of PATTERN; raise :class:`PatternError` when it is not one."""
    elements: list[Element] = []
    for word in pattern.split():
        element = _element(word)
        if element is None:
            raise PatternError(f"{word!r} is no element of a pattern, in {pattern!r}")
        elements.append(element)
    if not elements or elements[0].gap:
        raise PatternError(f"a pattern begins with something to look for: {pattern!r}")
    nearest = min(_pairs(elements), key=lambda pair: (pair[2], not pair[0].words, not pair[1].words), default=None)
    return Pattern(tuple(elements), tuple(element for element in elements if element.needed), nearest)


def _pairs(elements: Iterable[Element]) -> Iterator[tuple[Element, Element, int]]:
    """Give each two of ELEMENTS that are needed and nothing needed stands between, and how many tokens may do so."""
    before, between = None, 0
    for element in elements:
        if element.needed:
            if before is not None:
                yield before, element, between
            before, between = element, 0
        elif element.optional and element.kinds:
            before = None  # a tag may be of any length
        else:
            between += element.width + element.optional


@lru_cache(maxsize=4096)
def _element(word: str) -> Element | None:
    """Return the element that WORD writes, None when it writes none; the same few thousand make up all patterns."""
    match = _ELEMENT.fullmatch(word)
    if match is None:
        return None
    if match["gap"]:
        return Element(gap=match["gap"], width=int(match["width"]))
    if match["edge"]:
        return Element(edge=match["edge"])
    return Element(
        kinds=tuple(match["kinds"].split("|")) if match["kinds"] else (),
        values=frozenset(match["value"].split("|")) if match["value"] else frozenset(),
        words=frozenset(match["words"].split("|")) if match["words"] else frozenset(),
        name=match["name"] or "",
        optional=bool(match["maybe"]) and not match["not"],
        negative=bool(match["not"]),
        source=match["words"] or f"<{match['kinds']}={match['value'] or ''}>",
        needed=not (match["maybe"] or match["not"]),
    )
