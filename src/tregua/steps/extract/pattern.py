"""Patterns over the tags of a text: the small language in which a pack says what counts, dates and clauses look like.

A pattern is a row of elements, parted by spaces::

    <number>            a tag of that kind          <act=shelling>   of that kind and value
    <breach|act>        of one of these kinds       who:<actor>      the same, kept under a name
    of|by               one of these words          (of the)?        words that may be missing
    ~3                  up to three plain words: no mark, no number, no function word
    ..8                 up to eight tokens of any sort, commas too, but no full stop or semicolon
    ^                   the sentence begins here    $                the sentence ends here
    <x>?                may be missing              !<x>             must not follow

Matching never looks beyond the sentence. The whole text is searched at once, by sets of places (:class:`_Board`), so
a pattern takes time in proportion to the text, whatever the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["Element", "Match", "PatternError", "compile_pattern", "find_all", "is_plain"]

_ELEMENT = re.compile(
    r"(?P<gap>~|\.\.)(?P<width>\d+)|(?P<edge>[\^$])"
    r"|(?P<not>!)?(?:(?P<name>[a-z_]+):)?(?:<(?P<kinds>[a-z_|]+)(?:=(?P<value>[^>]+))?>|(?P<words>[^\s?!<>]+))(?P<maybe>\?)?"
)
_FUNCTIONS = ("function", "article", "at_place", "of", "by", "and")
_FEW = 16
_NOWHERE: Mapping[int, int] = {}
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
        signs: for each of those its words or its kinds (in angle brackets), one of which a text must have.
    """

    elements: tuple[Element, ...]
    needed: tuple[Element, ...]
    signs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern fits: positions ``first`` to ``last`` (excluded), and what was kept under which name."""

    first: int
    last: int
    kept: dict[str, Tag] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def compile_pattern(pattern: str) -> Pattern:
    """Return the elements of PATTERN; raise :class:`PatternError` when it is not one."""
    elements = tuple(_element(word, pattern) for word in pattern.split())
    if not elements or elements[0].gap:
        raise PatternError(f"a pattern begins with something to look for: {pattern!r}")
    needed = tuple(element for element in elements if element.needed)
    return Pattern(elements, needed, tuple(element.words or frozenset(map(_sign, element.kinds)) for element in needed))


def _sign(kind: str) -> str:
    return f"<{kind}>"


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
        source=match["words"] or f"<{match['kinds']}={match['value'] or ''}>",
        needed=not (match["maybe"] or match["not"]),
    )


def find_all(reading: Reading, pattern: str, first: int = 0, last: int | None = None) -> Sequence[Match]:
    """Return every place from FIRST to LAST where PATTERN fits, in order; later ones may overlap earlier ones."""
    found = reading.noted(_Board).matches(pattern)
    if not found or (not first and last is None):
        return found
    begin = bisect_left(found, first, key=_first)
    return found[begin : len(found) if last is None else bisect_left(found, last, begin, key=_first)]


def is_plain(reading: Reading, position: int) -> bool:
    """Tell whether the token at POSITION is a plain word: no mark, no number, no function word."""
    if reading.tokens[position].kind != "word" or reading.has(position, "number"):
        return False
    return bool(reading.at(position, "adverb")) or not reading.begins(position, _FUNCTIONS)


def _may_skip(reading: Reading, gap: str, position: int) -> bool:
    """Tell whether GAP may go over POSITION; ``..`` may over a stop only where it ends the sentence."""
    if gap == "~":
        return is_plain(reading, position)
    stops = reading.tokens[position].text in _STOPPING
    return not stops or position + 1 == reading.sentence_of(position).last


def _first(match: Match) -> int:
    return match.first


class _Board:
    """A text as sets of places, on which a pattern is looked for everywhere at once.

    A set of places is one integer: a bit for each token, and one more for the end of each sentence, so that nothing
    reaches into the next. A pattern is worked out from its end. Given the places where all behind an element fits,
    those where the element and all behind it fit are found by shifting: a few operations an element, for the whole
    text. Only where the whole pattern fits is it walked forward, to see which tags it fits; every set is known by
    then, so the walk never turns back.
    """

    def __init__(self, reading: Reading) -> None:
        """Look at READING."""
        self.reading = reading
        self.added = reading.added
        self.homes = [sentence for sentence in reading.sentences for _ in range(sentence.first, sentence.last + 1)]
        self.everywhere = (1 << len(self.homes)) - 1
        self.words: dict[str, Mapping[int, int]] = {}
        self.kinds: dict[tuple[str, frozenset[str]], tuple[int, Mapping[int, int]]] = {}
        self.tags: dict[str, Mapping[int, int]] = {}
        self.open: dict[str, int] = {}
        self.known: dict[str, Sequence[Match]] = {}
        self.signs = {*reading.words(), *map(_sign, reading.kinds())}

    def matches(self, pattern: str) -> Sequence[Match]:
        """Return where PATTERN fits, in order."""
        if self.added != self.reading.added:
            self._forget()
        found = self.known.get(pattern)
        if found is None:
            found = self.known[pattern] = self._search(compile_pattern(pattern))
        return found

    def _forget(self) -> None:
        """Forget what more tags may have changed."""
        self.added = self.reading.added
        for held in (self.tags, self.open, self.known):
            held.clear()
        self.signs.update(map(_sign, self.reading.kinds()))

    def _search(self, pattern: Pattern) -> Sequence[Match]:
        if any(map(self.signs.isdisjoint, pattern.signs)) or not all(map(self._fit, pattern.needed)):
            return ()
        elements = pattern.elements
        rests = [self.everywhere]
        for element in reversed(elements):
            rests.append(self._before(element, rests[-1]))
            if not rests[-1]:
                return ()
        begins = bin(rests.pop() & self._heads(elements))[:1:-1]
        rests.reverse()
        matches, slot = [], begins.find("1")
        while slot >= 0:
            matches.append(self._walk(elements, rests, slot))
            slot = begins.find("1", slot + 1)
        return matches

    def _heads(self, elements: Sequence[Element]) -> int:
        """Return where a pattern may begin: where its first element fits, or one behind it when that may be missing."""
        if elements[0].edge:
            return self._edge(elements[0])
        heads = 0
        for element in elements:
            if element.negative:
                continue
            for places in self._fit(element).values():
                heads |= places
            if not (element.optional or element.gap):
                break
        return heads

    def _before(self, element: Element, rest: int) -> int:
        """Return where ELEMENT fits so that it ends at a place of REST."""
        if element.gap:
            return self._over_gap(element, rest)
        if element.edge:
            return rest & self._edge(element)
        found = rest if element.optional else 0
        if element.negative:
            for places in self._fit(element).values():
                rest &= ~places
            return rest
        for length, places in self._fit(element).items():
            found |= (rest >> length) & places
        return found

    def _over_gap(self, element: Element, rest: int) -> int:
        found, skipped = rest, self._skipped(element.gap)
        for _ in range(element.width):
            wider = found | ((found >> 1) & skipped)
            if wider == found:
                break
            found = wider
        return found

    def _walk(self, elements: Sequence[Element], rests: Sequence[int], slot: int) -> Match:
        """Return the match that begins at SLOT; RESTS are the places where all behind each of ELEMENTS fits."""
        home = self.homes[slot]
        first, kept = slot - home.index, {}
        for element, rest in zip(elements, rests, strict=True):
            if element.gap:
                while not rest >> slot & 1:
                    slot += 1
            elif not (element.negative or element.edge):
                tag = self._choose(element, rest, slot, home)
                if tag is not None:
                    slot += tag.last - tag.first
                    kept[element.name] = tag
        kept.pop("", None)
        return Match(first, slot - home.index, kept)

    def _choose(self, element: Element, rest: int, slot: int, home: Sentence) -> Tag | None:
        """Return the longest tag at SLOT that fits ELEMENT and ends at a place of REST, None when there is none."""
        position = slot - home.index
        if element.words:
            fits = self._fit(element).get(1, 0) >> slot & rest >> slot + 1 & 1
            return Tag("word", position, position + 1) if fits else None
        for tag in self.reading.at(position):
            fits = tag.kind in element.kinds and (not element.values or tag.value in element.values)
            if fits and tag.last <= home.last and rest >> slot + tag.last - position & 1:
                return tag
        return None

    def _fit(self, element: Element) -> Mapping[int, int]:
        """Return where ELEMENT fits, by how many tokens it takes up there; nothing when it is a gap or an edge."""
        held, work = (self.words, self._word_fit) if element.words else (self.tags, self._tag_fit)
        found = held.get(element.source)
        if found is None:
            found = held[element.source] = work(element)
        return found

    def _word_fit(self, element: Element) -> Mapping[int, int]:
        stands, home = self.reading.words(), self.reading.sentence_of
        places = [place + home(place).index for word in element.words for place in stands.get(word, ())]
        return {1: self._set(places)} if places else {}

    def _tag_fit(self, element: Element) -> Mapping[int, int]:
        fit: dict[int, int] = {}
        for kind in element.kinds:
            for length, places in self._kind(kind, element.values).items():
                fit[length] = fit.get(length, 0) | places
        return fit

    def _kind(self, kind: str, values: frozenset[str]) -> Mapping[int, int]:
        """Return where tags of KIND begin, those of VALUES if any are given, by their length."""
        tags = self.reading.of(kind)
        count, found = self.kinds.get((kind, values), (0, _NOWHERE))
        if count != len(tags):
            slots: dict[int, list[int]] = {}
            for tag in tags:
                home = self.reading.sentence_of(tag.first)
                if tag.last <= home.last and (not values or tag.value in values):
                    slots.setdefault(tag.last - tag.first, []).append(tag.first + home.index)
            found = {length: self._set(places) for length, places in slots.items()}
            self.kinds[kind, values] = len(tags), found
        return found

    def _edge(self, element: Element) -> int:
        """Return the first places of sentences, or the places behind their last tokens."""
        if element.edge == "^":
            return self._set([sentence.first + sentence.index for sentence in self.reading.sentences])
        return self._set([sentence.last + sentence.index for sentence in self.reading.sentences])

    def _skipped(self, gap: str) -> int:
        """Return the places that GAP may go over."""
        if gap not in self.open:
            self.open[gap] = self._set(
                [
                    position + sentence.index
                    for sentence in self.reading.sentences
                    for position in range(sentence.first, sentence.last)
                    if _may_skip(self.reading, gap, position)
                ]
            )
        return self.open[gap]

    def _set(self, slots: Collection[int]) -> int:
        """Return SLOTS as one integer; many are set byte by byte, so that a long text is not copied for each."""
        if len(slots) < _FEW:
            few = 0
            for slot in slots:
                few |= 1 << slot
            return few
        row = bytearray(len(self.homes) // 8 + 1)
        for slot in slots:
            row[slot >> 3] |= 1 << (slot & 7)
        return int.from_bytes(row, "little")
