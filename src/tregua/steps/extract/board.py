"""What the patterns of a pack find in a text, which is searched at once, by sets of places (:class:`_Board`).

A pattern takes time in proportion to the text, whatever the text; one that needs what the text has not takes none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_, sub
from typing import NamedTuple

from tregua.steps.extract.pack import PATTERN_GROUPS, LanguagePack, Rule
from tregua.steps.extract.pattern import Element, Pattern, compile_pattern
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["Match", "find_all", "find_rules", "is_plain"]

_FUNCTIONS = ("function", "article", "at_place", "of", "by", "and")
_NOT_PLAIN = frozenset({*_FUNCTIONS, "adverb", "number"})
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
    """The rules of a pack, and what a sentence must have for each to fit somewhere in it.

    Each needed element of a pattern has a bit of its own; ``words``, ``kinds`` of tags of any value, and ``values``
    of tags of a kind give the elements that each fits. ``read`` are the kinds of tag that a group goes by.
    """

    def __init__(self, pack: LanguagePack) -> None:
        """Take apart the patterns of PACK."""
        self.words: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self.values: dict[str, dict[str, int]] = defaultdict(dict)
        self.groups: dict[str, list[tuple[Rule, Pattern, int]]] = {}
        self.read: dict[str, set[str]] = {}
        bits: dict[str, int] = {}
        for group in PATTERN_GROUPS:
            taken = self.groups[group] = [self._taken_apart(rule, bits) for rule in getattr(pack, group)]
            kinds = {kind for _, pattern, _ in taken for element in pattern.elements for kind in element.kinds}
            self.read[group] = kinds | _NOT_PLAIN

    def _taken_apart(self, rule: Rule, bits: dict[str, int]) -> tuple[Rule, Pattern, int]:
        """Return RULE, its pattern, and the elements it needs, each with its own of BITS."""
        pattern, need = compile_pattern(rule.pattern), 0
        for element in pattern.needed:
            bit = bits.setdefault(element.source, 1 << len(bits))
            need |= bit
            _mark(self.words, element.words, bit)
            _mark(self.kinds, () if element.values else element.kinds, bit)
            for kind in element.kinds if element.values else ():
                _mark(self.values[kind], element.values, bit)
        return rule, pattern, need

    def fitting(self, group: str, met: Collection[int]) -> list[tuple[Rule, Pattern]]:
        """Return the rules of GROUP that need no element but those MET in one of the sentences."""
        anywhere = reduce(or_, met, 0)
        likely = [each for each in self.groups[group] if each[2] & anywhere == each[2]]
        return [(rule, pattern) for rule, pattern, need in likely if any(need & here == need for here in met)]


def _mark(marks: dict[str, int], signs: Iterable[str], bit: int) -> None:
    """Let each of SIGNS stand for the element of BIT too."""
    for sign in signs:
        marks[sign] = marks.get(sign, 0) | bit


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
        self.homes = [sentence for sentence in reading.sentences for _ in range(sentence.first, sentence.last + 1)]
        self.everywhere = (1 << len(self.homes)) - 1
        self.fits: dict[str, _Fit] = {}
        self.kinds: dict[str, dict[frozenset[str], _Fit]] = {}
        self.open: dict[str, int] = {}
        self.slots = [
            at + sentence.index for sentence in reading.sentences for at in range(sentence.first, sentence.last)
        ]
        self.groups: dict[str, dict[int, list[tuple[Rule, Match]]]] = {}
        self.rules = _rules_of(reading.pack)
        self.uses: dict[str, list[str]] = {}
        self.met = [0] * len(reading.sentences)
        self._meet_words()
        self._meet(reading.kinds())
        reading.fresh()

    def _meet_words(self) -> None:
        """Note for each sentence which elements its words fit."""
        words, marks, home = self.reading.words(), self.rules.words, self.reading.sentence_of
        for word in words.keys() & marks.keys():
            for position in words[word]:
                self.met[home(position).index] |= marks[word]

    def _meet(self, kinds: AbstractSet[str]) -> None:
        """Note for each sentence which elements its tags of KINDS fit."""
        marks, values, home = self.rules.kinds, self.rules.values, self.reading.sentence_of
        for kind in kinds & (marks.keys() | values.keys()):
            mark, by_value = marks.get(kind, 0), values.get(kind, {})
            for tag in self.reading.of(kind):
                self.met[home(tag.first).index] |= mark | by_value.get(tag.value, 0)

    def found(self, group: str, sentence: int) -> Sequence[tuple[Rule, Match]]:
        """Return what the rules of GROUP find in SENTENCE, -1 being all, rule by rule, each in order."""
        if group not in self.groups:
            self.groups[group] = self._find(group)
        return self.groups[group].get(sentence, ())

    def _find(self, group: str) -> dict[int, list[tuple[Rule, Match]]]:
        """Return what the rules of GROUP find, by sentence, and all under -1."""
        found: dict[int, list[tuple[Rule, Match]]] = {-1: []}
        for rule, pattern in self.rules.fitting(group, self.met):
            for match in self.search(pattern):
                found[-1].append((rule, match))
                found.setdefault(self._home(match), []).append((rule, match))
        return found

    def _home(self, match: Match) -> int:
        """Return the number of the sentence that MATCH begins in, or the one it ends, where it takes up nothing."""
        return self.reading.sentence_of(min(match.first, len(self.slots) - 1)).index

    def refresh(self) -> None:
        """Forget what tags added since may have changed."""
        fresh = self.reading.fresh()
        if not fresh:
            return
        for kind in fresh:
            self.kinds.pop(kind, None)
            for source in self.uses.pop(kind, ()):
                self.fits.pop(source, None)
        if not _NOT_PLAIN.isdisjoint(fresh):
            self.open.pop("~", None)
        for group in [group for group in self.groups if not self.rules.read[group].isdisjoint(fresh)]:
            del self.groups[group]
        self._meet(fresh)

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
        found = self.fits[element.source] = self._word_fit(element) if element.words else self._tag_fit(element)
        for kind in element.kinds:
            self.uses.setdefault(kind, []).append(element.source)
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
        known = self.kinds.setdefault(kind, {})
        if values not in known:
            begins: dict[int, list[int]] = {}
            for tag in self.reading.of(kind):
                if not values or tag.value in values:
                    begins.setdefault(tag.last - tag.first, []).append(tag.first)
            known[values] = self._by_length(begins)
        return known[values]

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
