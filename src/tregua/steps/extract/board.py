"""What the patterns of a pack find in a text, which is searched at once, by sets of places (:class:`_Board`).

A pattern takes time in proportion to the text, whatever the text; one that needs what the text has not takes none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from tregua.steps.extract.pack import PATTERN_GROUPS, LanguagePack, Rule
from tregua.steps.extract.pattern import Element, Pattern, compile_pattern
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = ["Match", "find_all", "find_rules", "is_plain"]

_FUNCTIONS = ("function", "article", "at_place", "of", "by", "and")
_NOT_PLAIN = frozenset({*_FUNCTIONS, "adverb", "number"})
_NO_WORDS = ("number", "date", "clock", "mark")
_FEW = 16
_ALWAYS = ""
"""A need that every text meets, that of a rule that has no other."""
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
    return _Board(reading).search(compile_pattern(pattern))


def find_rules(reading: Reading, group: str, sentence: Sentence | None = None) -> Sequence[tuple[Rule, Match]]:
    """Return what the rules of GROUP, a section of the pack, find, in SENTENCE if given: by rule, each in order."""
    return _board(reading).found(group, -1 if sentence is None else sentence.index)


def _board(reading: Reading) -> _Board:
    board = reading.noted(_fresh_board)
    board.refresh()
    return board


def _fresh_board(reading: Reading) -> _Board:
    reading.fresh()
    return _Board(reading)


def is_plain(reading: Reading, position: int) -> bool:
    """Tell whether the token at POSITION is a plain word: no mark, no number, no function word."""
    if reading.tokens[position].kind != "word" or reading.has(position, "number"):
        return False
    return bool(reading.at(position, "adverb")) or not reading.begins(position, _FUNCTIONS)


class _Rules:
    """The rules of a pack, and what a text must have for each to fit somewhere in it.

    A need is the source of a needed element of a pattern; ``words``, ``kinds`` of tags of any value, and ``values`` of
    tags of a kind give the needs that each meets. ``groups`` holds the rules in order, each with its pattern and what
    that needs, ``rarest`` their numbers by the one of these that the fewest rules have, ``read`` the kinds of tag that
    a group goes by, and ``uses`` the elements that tags of a kind may fit.
    """

    def __init__(self, pack: LanguagePack) -> None:
        """Take apart the patterns of PACK."""
        self.words: dict[str, set[str]] = defaultdict(set)
        self.kinds: dict[str, set[str]] = defaultdict(set)
        self.values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.groups: dict[str, list[tuple[Rule, Pattern, frozenset[str]]]] = {}
        self.rarest: dict[str, dict[str, list[int]]] = {}
        self.read: dict[str, set[str]] = {}
        self.uses: dict[str, set[str]] = defaultdict(set)
        for group in PATTERN_GROUPS:
            self.groups[group] = [self._taken_apart(rule) for rule in getattr(pack, group)]
            elements = [element for _, pattern, _ in self.groups[group] for element in pattern.elements]
            self.read[group] = {*_NOT_PLAIN, *(kind for element in elements for kind in element.kinds)}
            for element in elements:
                for kind in element.kinds:
                    self.uses[kind].add(element.source)
        uses = Counter(need for rules in self.groups.values() for _, _, needs in rules for need in needs)
        for group, rules in self.groups.items():
            self.rarest[group] = defaultdict(list)
            for number, (_, _, needs) in enumerate(rules):
                self.rarest[group][min(needs, key=lambda need: (uses[need], need), default=_ALWAYS)].append(number)

    def _taken_apart(self, rule: Rule) -> tuple[Rule, Pattern, frozenset[str]]:
        """Return RULE, its pattern and what that needs, noted by what meets it."""
        pattern = compile_pattern(rule.pattern)
        for element in pattern.needed:
            for word in element.words:
                self.words[word].add(element.source)
            for kind in element.kinds:
                for value in element.values:
                    self.values[kind][value].add(element.source)
                if not element.values:
                    self.kinds[kind].add(element.source)
        return rule, pattern, frozenset(element.source for element in pattern.needed)

    def fitting(self, group: str, met: AbstractSet[str]) -> list[tuple[Rule, Pattern]]:
        """Return the rules of GROUP of which all needs are MET, in order, each with its pattern."""
        rules, rarest = self.groups[group], self.rarest[group]
        numbers = sorted(number for need in rarest.keys() & met for number in rarest[need])
        return [rules[number][:2] for number in numbers if rules[number][2] <= met]


_rules_of = lru_cache(maxsize=16)(_Rules)

_Fit = Sequence[tuple[int, int]]
"""At which places an element fits, by how many tokens it takes up there, the most first."""


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
        self.rules = _rules_of(reading.pack)
        self.homes: list[Sentence] = []
        self.slots: list[int] = []
        for sentence in reading.sentences:
            self.homes += [sentence] * (sentence.last - sentence.first + 1)
            self.slots += range(sentence.first + sentence.index, sentence.last + sentence.index)
        self.everywhere = (1 << len(self.homes)) - 1
        self.begins = self._all([sentence.first for sentence in reading.sentences])
        self.ends = self._all([sentence.last - 1 for sentence in reading.sentences]) << 1
        self.words: dict[str, int] = {}
        self.fits: dict[str, _Fit] = {}
        self.kinds: dict[str, _Fit] = {}
        self.open: dict[str, int] = {}
        self.groups: dict[str, dict[int, list[tuple[Rule, Match]]]] = {}
        self.met = {_ALWAYS}
        self.stands = reading.words()
        for word in self.stands.keys() & self.rules.words.keys():
            self.met |= self.rules.words[word]
        self._meet(reading.kinds())

    def _meet(self, kinds: AbstractSet[str]) -> None:
        """Note which needs tags of KINDS meet."""
        plain, values = self.rules.kinds, self.rules.values
        for kind in kinds & plain.keys():
            self.met |= plain[kind]
        for kind in kinds & values.keys():
            for value in {tag.value for tag in self.reading.of(kind)} & values[kind].keys():
                self.met |= values[kind][value]

    def found(self, group: str, sentence: int) -> Sequence[tuple[Rule, Match]]:
        """Return what the rules of GROUP find in SENTENCE, -1 being all, rule by rule, each in order."""
        if group not in self.groups:
            self.groups[group] = self._find(group)
        return self.groups[group].get(sentence, ())

    def _find(self, group: str) -> dict[int, list[tuple[Rule, Match]]]:
        """Return what the rules of GROUP find, by sentence, and all under -1."""
        found: dict[int, list[tuple[Rule, Match]]] = {-1: []}
        for rule, pattern in self.rules.fitting(group, self.met):
            for match in self.search(pattern) if self._are_near(pattern) else ():
                found[-1].append((rule, match))
                found.setdefault(self._home(match), []).append((rule, match))
        return found

    def _are_near(self, pattern: Pattern) -> bool:
        """Tell whether the two elements of PATTERN that must stand closest do so anywhere; most patterns end here."""
        if pattern.nearest is None:
            return True
        first, second, between = pattern.nearest
        fits, near, met = self.fits, 0, 0
        for _, places in fits[second.source] if second.source in fits else self._fit(second):
            near |= places
        for _ in range(between):
            near |= near >> 1
        for length, places in fits[first.source] if first.source in fits else self._fit(first):
            met |= near >> length & places
        return met > 0

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
            for source in self.fits.keys() & self.rules.uses.get(kind, ()):
                del self.fits[source]
        if not _NOT_PLAIN.isdisjoint(fresh):
            self.open.pop("~", None)
        for group in [group for group in self.groups if not self.rules.read[group].isdisjoint(fresh)]:
            del self.groups[group]
        self._meet(fresh)

    def search(self, pattern: Pattern) -> Sequence[Match]:
        """Return where PATTERN fits, in order."""
        elements, rest, fits = pattern.elements, self.everywhere, self.fits
        rests = []
        for element in reversed(elements):
            rests.append(rest)
            if element.needed or element.optional:
                found = rest if element.optional else 0
                for length, places in fits[element.source] if element.source in fits else self._fit(element):
                    found |= (rest >> length) & places
                rest = found
            else:
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
            for _, places in self._places(element):
                heads |= places
            if not (element.optional or element.gap):
                break
        return heads

    def _before(self, element: Element, rest: int) -> int:
        """Return where ELEMENT, to which nothing fits, lets what is behind it begin at a place of REST."""
        if element.gap:
            return self._over_gap(element, rest)
        if element.edge:
            return rest & (self.begins if element.edge == "^" else self.ends)
        for _, places in self._places(element):
            rest &= ~places
        return rest

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
        home, first, kept = self.homes[slot].index, slot, {}
        for element, rest in zip(elements, rests, strict=True):
            if element.gap:
                while not rest >> slot & 1:
                    slot += 1
            elif element.needed or element.optional:
                for length, places in self.fits[element.source]:
                    if places >> slot & 1 and rest >> slot + length & 1:
                        if element.name:
                            kept[element.name] = self._tag(element, slot - home, length)
                        slot += length
                        break
        return Match(first - home, slot - home, kept)

    def _tag(self, element: Element, position: int, length: int) -> Tag:
        """Return what fits ELEMENT at POSITION and is of LENGTH."""
        if element.words:
            return Tag("word", position, position + 1)
        kinds, values, last = element.kinds, element.values, position + length
        return next(
            tag
            for tag in self.reading.at(position)
            if tag.last == last and tag.kind in kinds and (not values or tag.value in values)
        )

    def _places(self, element: Element) -> _Fit:
        """Return where ELEMENT fits, by how many tokens it takes up there."""
        return self.fits[element.source] if element.source in self.fits else self._fit(element)

    def _fit(self, element: Element) -> _Fit:
        """Return where ELEMENT, no gap and no edge, fits."""
        if element.words:
            found = self._word_fit(element)
        elif element.values:
            tags = [tag for kind in element.kinds for tag in self.reading.of(kind)]
            found = self._spread([tag for tag in tags if tag.value in element.values])
        elif len(element.kinds) == 1:
            found = self._kind(element.kinds[0])
        else:
            found = self._kinds(element.kinds)
        self.fits[element.source] = found
        return found

    def _word_fit(self, element: Element) -> _Fit:
        stands, known, places = self.stands, self.words, 0
        for word in stands.keys() & element.words:
            if word not in known:
                known[word] = self._all(stands[word])
            places |= known[word]
        return ((1, places),) if places else ()

    def _kinds(self, kinds: Iterable[str]) -> _Fit:
        """Return where tags of any of KINDS fit."""
        fit: dict[int, int] = {}
        for kind in kinds:
            for length, places in self._kind(kind):
                fit[length] = fit.get(length, 0) | places
        return sorted(fit.items(), reverse=True)

    def _kind(self, kind: str) -> _Fit:
        """Return where tags of KIND fit."""
        if kind not in self.kinds:
            self.kinds[kind] = self._spread(self.reading.of(kind))
        return self.kinds[kind]

    def _spread(self, tags: Sequence[Tag]) -> _Fit:
        """Return the places of TAGS, by how many tokens each takes up; not where they leave their sentence."""
        slots = self.slots
        begins: dict[int, list[int]] = {}
        for tag in tags:
            first, length = tag.first, tag.last - tag.first
            if length <= 1 or slots[tag.last - 1] - slots[first] < length:
                if length in begins:
                    begins[length].append(first)
                else:
                    begins[length] = [first]
        return [(length, self._all(begins[length])) for length in sorted(begins, reverse=True)]

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
        unwritten = [at for kind in _NO_WORDS for at in reading.standing(kind)]
        return self.everywhere & ~(self._all([*barred, *unwritten]) | self.ends)

    def _unstopped(self) -> int:
        """Return the places of tokens that are no stop, or end their sentence."""
        tokens, marks = self.reading.tokens, self.reading.standing("mark")
        stops = self._all([at for at in marks if tokens[at].text in _STOPPING]) & ~(self.ends >> 1)
        return self.everywhere & ~(stops | self.ends)

    def _all(self, positions: Collection[int]) -> int:
        """Return the places of POSITIONS; many are set byte by byte, so that a long text is not copied for each."""
        slots = self.slots
        if len(positions) < _FEW:
            few = 0
            for position in positions:
                few |= 1 << slots[position]
            return few
        row = bytearray((len(self.homes) >> 3) + 1)
        for position in positions:
            slot = slots[position]
            row[slot >> 3] |= 1 << (slot & 7)
        return int.from_bytes(row, "little")
