"""What the patterns of a pack find in a text, which is searched at once, by sets of places (:class:`_Board`).

A pattern takes time in proportion to the text, whatever the text; one that needs what the text has not takes none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from operator import sub
from typing import NamedTuple

from tregua.steps.extract.pack import PATTERN_GROUPS, LanguagePack, Rule
from tregua.steps.extract.pattern import Element, Pattern, compile_pattern
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["Match", "find_all", "find_rules", "is_plain"]

_FUNCTIONS = ("function", "article", "at_place", "of", "by", "and")
_FEW = 16
_STOPPING = frozenset(".;?!؛؟")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern fits: positions ``first`` to ``last`` (excluded), and what was kept under which name."""

    first: int
    last: int
    kept: dict[str, Tag] = field(default_factory=dict)


def find_all(reading: Reading, pattern: str) -> Sequence[Match]:
    """Return every place where PATTERN fits, in order; later ones may overlap earlier ones."""
    return _board(reading).search(compile_pattern(pattern))


def find_rules(reading: Reading, group: str, sentence: Sentence | None = None) -> Sequence[tuple[Rule, Match]]:
    """Return what the rules of GROUP, a section of the pack, find, in SENTENCE if given: by rule, each in order."""
    return _board(reading).found(group, -1 if sentence is None else sentence.index)


def _board(reading: Reading) -> _Board:
    board = reading.noted(_Board)
    board.refresh()
    return board


def is_plain(reading: Reading, position: int) -> bool:
    """Tell whether the token at POSITION is a plain word: no mark, no number, no function word."""
    if reading.tokens[position].kind != "word" or reading.has(position, "number"):
        return False
    return bool(reading.at(position, "adverb")) or not reading.begins(position, _FUNCTIONS)


class _Rules:
    """The rules of a pack, and which words and kinds a text must have for each to fit somewhere.

    Each needed element of a pattern has a bit of its own; ``words`` and ``kinds`` give the elements that each fits.
    """

    def __init__(self, pack: LanguagePack) -> None:
        """Take apart the patterns of PACK."""
        self.words: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self.groups: dict[str, list[tuple[Rule, Pattern, int]]] = {}
        bits: dict[str, int] = {}
        for group in PATTERN_GROUPS:
            self.groups[group] = [self._taken_apart(rule, bits) for rule in getattr(pack, group)]

    def _taken_apart(self, rule: Rule, bits: dict[str, int]) -> tuple[Rule, Pattern, int]:
        """Return RULE, its pattern, and the elements it needs, each with its own of BITS."""
        pattern, need = compile_pattern(rule.pattern), 0
        for element in pattern.needed:
            bit = bits.setdefault(element.source, 1 << len(bits))
            need |= bit
            for marks, signs in ((self.words, element.words), (self.kinds, element.kinds)):
                marks.update((sign, marks.get(sign, 0) | bit) for sign in signs)
        return rule, pattern, need

    def fitting(self, group: str, met: int) -> list[tuple[Rule, Pattern]]:
        """Return the rules of GROUP that need no element but those MET."""
        return [(rule, pattern) for rule, pattern, need in self.groups[group] if need & met == need]


def _met(marks: Mapping[str, int], signs: AbstractSet[str]) -> int:
    """Return the elements that SIGNS fit, by their MARKS."""
    met = 0
    for sign in marks.keys() & signs:
        met |= marks[sign]
    return met


_rules_of = lru_cache(maxsize=16)(_Rules)


class _Fit(NamedTuple):
    """Where an element fits: in which sentences, and at which places, by how many tokens it takes up there."""

    sentences: int
    places: Mapping[int, int]


_NOWHERE = _Fit(0, {})


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
        self.fits: dict[str, _Fit] = {}
        self.words: dict[str, _Fit] = {}
        self.kinds: dict[tuple[str, frozenset[str]], tuple[int, _Fit]] = {}
        self.open: dict[str, int] = {}
        self.slots = [
            at + sentence.index for sentence in reading.sentences for at in range(sentence.first, sentence.last)
        ]
        self.groups: dict[tuple[str, int], list[tuple[Rule, Match]]] = {}
        self.rules = _rules_of(reading.pack)
        self.met = _met(self.rules.words, reading.words().keys())

    def found(self, group: str, sentence: int) -> Sequence[tuple[Rule, Match]]:
        """Return what the rules of GROUP find in SENTENCE, -1 being all, rule by rule, each in order."""
        if (group, -1) not in self.groups:
            self.groups[group, -1] = self._find(group)
        return self.groups.get((group, sentence), ())

    def _find(self, group: str) -> list[tuple[Rule, Match]]:
        """Return what the rules of GROUP find, and keep it by sentence too."""
        met = self.met | _met(self.rules.kinds, self.reading.kinds())
        found = []
        for rule, pattern in self.rules.fitting(group, met):
            for match in self.search(pattern):
                found.append((rule, match))
                self.groups.setdefault((group, self._home(match)), []).append((rule, match))
        return found

    def _home(self, match: Match) -> int:
        """Return the number of the sentence that MATCH begins in, or the one it ends, where it takes up nothing."""
        return self.reading.sentence_of(min(match.first, len(self.slots) - 1)).index

    def refresh(self) -> None:
        """Forget what tags added since may have changed."""
        if self.added != self.reading.added:
            self.added = self.reading.added
            self.fits = dict(self.words)
            self.open.pop("~", None)
            self.groups.clear()

    def search(self, pattern: Pattern) -> Sequence[Match]:
        """Return where PATTERN fits, in order."""
        sentences = -1
        for element in pattern.needed:
            sentences &= (self.fits.get(element.source) or self._fit(element)).sentences
            if not sentences:
                return ()
        elements, rest = pattern.elements, self.everywhere
        rests = []
        for element in reversed(elements):
            rests.append(rest)
            rest = self._before(element, rest)
            if not rest:
                return ()
        begins = bin(rest & self._heads(elements))[:1:-1]
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
            for places in self._places(element).values():
                heads |= places
            if not (element.optional or element.gap):
                break
        return heads

    def _before(self, element: Element, rest: int) -> int:
        """Return where ELEMENT fits so that it ends at a place of REST."""
        if element.needed:
            found = 0
            for length, places in self.fits[element.source].places.items():
                found |= (rest >> length) & places
            return found
        if element.gap:
            return self._over_gap(element, rest)
        if element.edge:
            return rest & self._edge(element)
        found = rest
        if element.negative:
            for places in self._places(element).values():
                rest &= ~places
            return rest
        for length, places in self._places(element).items():
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
            fits = self._places(element).get(1, 0) >> slot & rest >> slot + 1 & 1
            return Tag("word", position, position + 1) if fits else None
        for tag in self.reading.at(position):
            fits = tag.kind in element.kinds and (not element.values or tag.value in element.values)
            if fits and tag.last <= home.last and rest >> slot + tag.last - position & 1:
                return tag
        return None

    def _places(self, element: Element) -> Mapping[int, int]:
        """Return where ELEMENT fits, by how many tokens it takes up there."""
        return (self.fits.get(element.source) or self._fit(element)).places

    def _fit(self, element: Element) -> _Fit:
        """Return where ELEMENT, no gap and no edge, fits."""
        if element.words:
            found = self.words[element.source] = self._word_fit(element)
        else:
            found = self._tag_fit(element)
        self.fits[element.source] = found
        return found

    def _word_fit(self, element: Element) -> _Fit:
        stands = self.reading.words()
        places = [place for word in element.words if word in stands for place in stands[word]]
        return self._at(1, places) if places else _NOWHERE

    def _at(self, length: int, positions: Sequence[int]) -> _Fit:
        """Return the fit of what takes up LENGTH tokens at POSITIONS."""
        slots = [self.slots[position] for position in positions]
        return _Fit(_set(set(map(sub, slots, positions))), {length: _set(slots)})

    def _tag_fit(self, element: Element) -> _Fit:
        if len(element.kinds) == 1:
            return self._kind(element.kinds[0], element.values)
        sentences, fit = 0, dict[int, int]()
        for kind in element.kinds:
            there, by_length = self._kind(kind, element.values)
            sentences |= there
            for length, places in by_length.items():
                fit[length] = fit.get(length, 0) | places
        return _Fit(sentences, fit)

    def _kind(self, kind: str, values: frozenset[str]) -> _Fit:
        """Return where tags of KIND begin, those of VALUES if any are given, by their length."""
        count, found = self.kinds.get((kind, values), (0, _NOWHERE))
        if count != self.reading.count(kind):
            tags = self.reading.of(kind)
            begins: dict[int, list[int]] = {}
            for tag in tags:
                if not values or tag.value in values:
                    begins.setdefault(tag.last - tag.first, []).append(tag.first)
            found = self._by_length(begins)
            self.kinds[kind, values] = len(tags), found
        return found

    def _by_length(self, begins: Mapping[int, Sequence[int]]) -> _Fit:
        """Return the fit of what takes up so many tokens where it BEGINS, left out where it leaves its sentence."""
        sentences, fit = 0, dict[int, int]()
        home = self.reading.sentence_of
        for length, positions in begins.items():
            inside = [at for at in positions if at + length <= home(at).last] if length > 1 else positions
            there, by_length = self._at(length, inside)
            sentences |= there
            fit |= by_length
        return _Fit(sentences, fit)

    def _edge(self, element: Element) -> int:
        """Return the first places of sentences, or the places behind their last tokens."""
        if element.edge == "^":
            return _set([sentence.first + sentence.index for sentence in self.reading.sentences])
        return _set([sentence.last + sentence.index for sentence in self.reading.sentences])

    def _skipped(self, gap: str) -> int:
        """Return the places that GAP may go over."""
        if gap not in self.open:
            self.open[gap] = self._plain() if gap == "~" else self._unstopped()
        return self.open[gap]

    def _plain(self) -> int:
        """Return the places of plain words, as :func:`is_plain` tells them."""
        reading = self.reading
        barred = {tag.first for kind in _FUNCTIONS for tag in reading.of(kind)}
        barred.difference_update(tag.first for tag in reading.of("adverb"))
        for number in reading.of("number"):
            barred.update(range(number.first, number.last))
        return self._all(at for at, token in enumerate(reading.tokens) if token.kind == "word" and at not in barred)

    def _unstopped(self) -> int:
        """Return the places of tokens that are no stop, or end their sentence."""
        reading, home = self.reading, self.reading.sentence_of
        stops = [at for at, token in enumerate(reading.tokens) if token.text in _STOPPING and at + 1 != home(at).last]
        ends = _set([sentence.last + sentence.index for sentence in reading.sentences])
        return self.everywhere & ~(self._all(stops) | ends)

    def _all(self, positions: Iterable[int]) -> int:
        """Return the places of POSITIONS."""
        return _set([self.slots[position] for position in positions])


def _set(slots: Collection[int]) -> int:
    """Return SLOTS as one integer; many are set byte by byte, so that a long text is not copied for each."""
    if len(slots) < _FEW:
        few = 0
        for slot in slots:
            few |= 1 << slot
        return few
    row = bytearray((max(slots) >> 3) + 1)
    for slot in slots:
        row[slot >> 3] |= 1 << (slot & 7)
    return int.from_bytes(row, "little")
