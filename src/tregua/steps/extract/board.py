"""What the patterns of a pack find in a text, which is searched at once, by sets of places (:class:`_Board`).

A pattern takes time in proportion to the text, whatever the text; one that needs what the text has not takes none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from tregua.steps.extract.pack import PATTERN_GROUPS, LanguagePack, Rule
from tregua.steps.extract.pattern import Element, Pattern, compile_pattern
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["Match", "find_all", "find_rules", "is_plain"]

_FUNCTIONS = ("function", "article", "at_place", "of", "by", "and")
_NOT_PLAIN = frozenset({*_FUNCTIONS, "adverb", "number"})
_FEW = 16
_ALWAYS = -1
_STOPPING = frozenset(".;?!؛؟")


@dataclass(slots=True)
class Match:
    """Where a pattern fits: positions ``first`` to ``last`` (excluded), and what was kept under which name.

    Nothing changes one.
    """

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

    Each needed element of a pattern has a number; ``words``, ``kinds`` of tags of any value, and ``values`` of tags of
    a kind give the elements that each fits. ``groups`` holds the rules in order, ``keys`` which of them need an element
    before all others, and ``read`` the kinds of tag that a group goes by.
    """

    def __init__(self, pack: LanguagePack) -> None:
        """Take apart the patterns of PACK."""
        self.words: dict[str, set[int]] = defaultdict(set)
        self.kinds: dict[str, set[int]] = defaultdict(set)
        self.values: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.groups: dict[str, list[tuple[Rule, Pattern, tuple[int, ...]]]] = {}
        self.keys: dict[str, dict[int, list[int]]] = {}
        self.read: dict[str, set[str]] = {}
        self.numbers = numbers = dict[str, int]()
        for group in PATTERN_GROUPS:
            taken = self.groups[group] = [self._taken_apart(rule, numbers) for rule in getattr(pack, group)]
            kinds = {kind for _, pattern, _ in taken for element in pattern.elements for kind in element.kinds}
            self.read[group] = kinds | _NOT_PLAIN
            keys = self.keys[group] = defaultdict[int, list[int]](list)
            for at, (_, _, needs) in enumerate(taken):
                keys[needs[0] if needs else _ALWAYS].append(at)

    def _taken_apart(self, rule: Rule, numbers: dict[str, int]) -> tuple[Rule, Pattern, tuple[int, ...]]:
        """Return RULE, its pattern, and the NUMBERS of the elements it needs, words first: they are the rarest."""
        pattern = compile_pattern(rule.pattern)
        needs = []
        for element in sorted(pattern.needed, key=lambda each: (not each.words, not each.values)):
            number = numbers.setdefault(element.source, len(numbers))
            needs.append(number)
            for word in element.words:
                self.words[word].add(number)
            for kind in element.kinds:
                for value in element.values:
                    self.values[kind][value].add(number)
                if not element.values:
                    self.kinds[kind].add(number)
        return rule, pattern, tuple(needs)

    def fitting(self, group: str, known: AbstractSet[int], met: Sequence[int]) -> list[tuple[Rule, Pattern]]:
        """Return, in order, the rules of GROUP all needs of which some sentence has.

        KNOWN are the needs that any sentence has, MET the sentences by need.
        """
        rules, keys, likely = self.groups[group], self.keys[group], []
        for key in keys.keys() & known:
            for at in keys[key]:
                sentences = -1
                for need in rules[at][2]:
                    sentences &= met[need]
                    if not sentences:
                        break
                else:
                    likely.append(at)
        return [rules[at][:2] for at in sorted(likely)]


_rules_of = lru_cache(maxsize=16)(_Rules)

_Fit = Mapping[int, int]
"""At which places an element fits, by how many tokens it takes up there."""


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
        self.met = [0] * len(self.rules.numbers)
        self.known = {_ALWAYS}
        self._meet_words()
        self._meet(reading.kinds())
        reading.fresh()

    def _meet_words(self) -> None:
        """Note which sentences have words that fit each element."""
        words, numbers = self.reading.words(), self.rules.words
        for word in words.keys() & numbers.keys():
            self._note(numbers[word], words[word])

    def _meet(self, kinds: AbstractSet[str]) -> None:
        """Note which sentences have tags of KINDS that fit each element."""
        numbers, values = self.rules.kinds, self.rules.values
        for kind in kinds & (numbers.keys() | values.keys()):
            tags = self.reading.of(kind)
            self._note(numbers.get(kind, ()), [tag.first for tag in tags])
            if kind in values:
                begins = defaultdict[str, list[int]](list)
                for tag in tags:
                    begins[tag.value].append(tag.first)
                for value in begins.keys() & values[kind].keys():
                    self._note(values[kind][value], begins[value])

    def _note(self, numbers: Iterable[int], positions: Iterable[int]) -> None:
        """Note that elements of NUMBERS fit in the sentences of POSITIONS."""
        slots = self.slots
        sentences = _set([slots[position] - position for position in positions])
        met = self.met
        for number in numbers:
            met[number] |= sentences
        self.known.update(numbers)

    def found(self, group: str, sentence: int) -> Sequence[tuple[Rule, Match]]:
        """Return what the rules of GROUP find in SENTENCE, -1 being all, rule by rule, each in order."""
        if group not in self.groups:
            self.groups[group] = self._find(group)
        return self.groups[group].get(sentence, ())

    def _find(self, group: str) -> dict[int, list[tuple[Rule, Match]]]:
        """Return what the rules of GROUP find, by sentence, and all under -1."""
        found: dict[int, list[tuple[Rule, Match]]] = {-1: []}
        for rule, pattern in self.rules.fitting(group, self.known, self.met):
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
        elements, rest = pattern.elements, self.everywhere
        rests = []
        for element in reversed(elements):
            rests.append(rest)
            rest = self._before(element, rest)
            if not rest:
                return ()
        if not (elements[0].needed or elements[0].edge):
            rest &= self._heads(elements)
        begins = bin(rest)[:1:-1]
        rests.reverse()
        matches, slot = [], begins.find("1")
        while slot >= 0:
            matches.append(self._walk(elements, rests, slot))
            slot = begins.find("1", slot + 1)
        return matches

    def _heads(self, elements: Sequence[Element]) -> int:
        """Return where a pattern may begin: where its first element fits, or one behind it when that may be missing."""
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
        if element.gap:
            return self._over_gap(element, rest)
        if element.edge:
            return rest & self._edge(element)
        if element.negative:
            for places in self._places(element).values():
                rest &= ~places
            return rest
        found = rest if element.optional else 0
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

    def _places(self, element: Element) -> _Fit:
        """Return where ELEMENT fits, by how many tokens it takes up there."""
        found = self.fits.get(element.source)
        return self._fit(element) if found is None else found

    def _fit(self, element: Element) -> _Fit:
        """Return where ELEMENT, no gap and no edge, fits."""
        found = self.fits[element.source] = self._word_fit(element) if element.words else self._tag_fit(element)
        for kind in element.kinds:
            self.uses.setdefault(kind, []).append(element.source)
        return found

    def _word_fit(self, element: Element) -> _Fit:
        stands = self.reading.words()
        places = [place for word in element.words if word in stands for place in stands[word]]
        return {1: self._all(places)} if places else {}

    def _tag_fit(self, element: Element) -> _Fit:
        if len(element.kinds) == 1:
            return self._kind(element.kinds[0], element.values)
        fit: dict[int, int] = {}
        for kind in element.kinds:
            for length, places in self._kind(kind, element.values).items():
                fit[length] = fit.get(length, 0) | places
        return fit

    def _kind(self, kind: str, values: frozenset[str]) -> _Fit:
        """Return where tags of KIND fit, those of VALUES if any are given; not where they leave their sentence."""
        known = self.kinds.setdefault(kind, {})
        if values not in known:
            slots: dict[int, list[int]] = {}
            for tag in self.reading.of(kind):
                if not values or tag.value in values:
                    slot, length = self.slots[tag.first], tag.last - tag.first
                    if length <= 1 or tag.last <= self.homes[slot].last:
                        slots.setdefault(length, []).append(slot)
            known[values] = {length: _set(begins) for length, begins in slots.items()}
        return known[values]

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
        return self._all(at for at in reading.standing("word") if at not in barred)

    def _unstopped(self) -> int:
        """Return the places of tokens that are no stop, or end their sentence."""
        reading, home = self.reading, self.reading.sentence_of
        marks = (at for at in reading.standing("mark") if reading.tokens[at].text in _STOPPING)
        stops = [at for at in marks if at + 1 != home(at).last]
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
