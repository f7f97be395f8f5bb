"""A text as tokens, sentences and tags, with every offset kept.

All later modules look at a text through :class:`Reading`: tokens by position, and tags (a stretch of tokens of some
kind) by kind and by first token. Positions are token numbers; only claims speak of characters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar, cast

from tregua.steps.extract.clitics import Clitics
from tregua.steps.extract.folding import DASHES, DOUBLE_QUOTES, fold_word
from tregua.steps.extract.pack import LanguagePack
from tregua.steps.extract.tables import with_cells
from tregua.steps.extract.tokens import Token, tokens_of
from tregua.vocabulary.stances import Bound
from tregua.vocabulary.time import Span

__all__ = [
    "DASHES",
    "DOUBLE_QUOTES",
    "QUOTES",
    "Reading",
    "Sentence",
    "Tag",
    "Token",
    "fold_word",
    "is_unknown",
    "read_text",
]

Made = TypeVar("Made")

_STOPS = frozenset(".!?؟。…")
_GOING_ON = _STOPS | {":"}
_CLOSERS = frozenset("\"'\u201d\u2019\u00bb)]")
QUOTES = DOUBLE_QUOTES | frozenset("'\u2018\u2019")
_LONGEST_ZONE = 4
_LONGEST_FRONT = 6
_LONGEST_INITIAL = 2
_LONGEST_SENTENCE = 200
_MOST_CLOSERS = 4
_HEADLINES = 4


@dataclass(slots=True, unsafe_hash=True)
class Tag:
    """A stretch of tokens that is something. Nothing changes one; to have that checked would take twice the time.

    Attributes:
        kind: what it is, e.g. ``number``, ``place`` or a class of the lexicon.
        first: position of its first token.
        last: position after its last token.
        value: what it stands for within its kind.
        count: its number, for numbers.
        bound: what that number says about the true one.
        span: its time, for times.
    """

    kind: str
    first: int
    last: int
    value: str = ""
    count: int | None = None
    bound: Bound = Bound.EXACT
    span: Span | None = None


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """Positions ``first`` to ``last`` (excluded), and the paragraph they stand in. Nothing changes one."""

    index: int
    first: int
    last: int
    paragraph: int


@dataclass(slots=True)
class Reading:
    """A text and what has been found in it so far; the steps of extraction add tags, and nothing else changes.

    Attributes:
        text: the document's text.
        pack: its language.
        tokens: all tokens of the parts that are read.
        sentences: in order, one after another without a gap.
    """

    text: str
    pack: LanguagePack
    tokens: list[Token]
    sentences: list[Sentence]
    _by_kind: dict[str, list[Tag]] = field(default_factory=dict)
    _at: list[dict[str, list[Tag]]] = field(default_factory=list)
    _over: list[dict[str, Tag]] = field(default_factory=list)
    _homes: list[Sentence] = field(default_factory=list)
    _fresh: set[str] = field(default_factory=set)
    _words: dict[str, list[int]] = field(default_factory=dict)
    _noted: dict[object, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note the sentence of each token, and that none has a tag."""
        for sentence in self.sentences:
            self._homes += [sentence] * (sentence.last - sentence.first)
        self._at = [_NO_LISTS] * (len(self.tokens) + _OUTSIDE)
        self._over = [_NO_TAGS] * (len(self.tokens) + _OUTSIDE)

    def add(self, tags: Iterable[Tag]) -> None:
        """Add TAGS, keeping each kind in order and the longest first at each position."""
        added = list(tags)
        self._fresh |= self._file(added)
        starts = self._at
        for tag in added:
            here = starts[tag.first]
            if not here:
                starts[tag.first] = {"": [tag], tag.kind: [tag]}
                continue
            _insert(here[""], tag)
            if tag.kind in here:
                _insert(here[tag.kind], tag)
            else:
                here[tag.kind] = [tag]
        self._cover(added)

    def fill(self, phrases: Iterable[tuple[int, int, Sequence[tuple[str, str]]]]) -> None:
        """Add the tags of PHRASES: where each begins and ends, and its kinds and values.

        They come in order, none overlaps another, and nothing is tagged yet: nearly all tags come so.
        """
        by_kind, starts, covers = self._by_kind, self._at, self._over
        for first, last, classes in phrases:
            tags: list[Tag] = []
            here: dict[str, list[Tag]] = {"": tags}
            over: dict[str, Tag] = {}
            for kind, value in classes:
                tag = Tag(kind, first, last, value)
                tags.append(tag)
                if kind in over:
                    here[kind].append(tag)
                else:
                    here[kind], over[kind] = [tag], tag
                by_kind.setdefault(kind, []).append(tag)
            starts[first], covers[first] = here, over
            for position in range(first + 1, last):
                covers[position] = over.copy()
        self._fresh |= by_kind.keys()

    def _file(self, tags: Iterable[Tag]) -> set[str]:
        """Put TAGS with those of their kinds, and return these."""
        by_kind, kinds, unsorted = self._by_kind, set(), set()
        for tag in tags:
            alike = by_kind.get(tag.kind)
            if alike is None:
                by_kind[tag.kind] = [tag]
            else:
                if alike[-1].first >= tag.first:
                    unsorted.add(tag.kind)
                alike.append(tag)
            kinds.add(tag.kind)
        for kind in unsorted:
            by_kind[kind].sort(key=_place)
        return kinds

    def _cover(self, tags: Iterable[Tag]) -> None:
        """Note at each position of TAGS which one of each kind begins last there."""
        covers = self._over
        for tag in tags:
            kind, first = tag.kind, tag.first
            for position in range(first, tag.last):
                over = covers[position]
                if not over:
                    covers[position] = {kind: tag}
                elif kind not in over or (first, tag.last) > (over[kind].first, over[kind].last):
                    over[kind] = tag

    def fresh(self) -> AbstractSet[str]:
        """Return the kinds of which tags were added since this was last asked."""
        if not self._fresh:
            return _NO_KINDS
        fresh, self._fresh = self._fresh, set()
        return fresh

    def at(self, position: int, kind: str = "") -> Sequence[Tag]:
        """Return the tags that begin at POSITION, of KIND when given, longest first."""
        try:
            return self._at[position].get(kind, ())
        except IndexError:
            return ()

    def begins(self, position: int, kinds: Iterable[str]) -> bool:
        """Tell whether a tag of one of KINDS begins at POSITION."""
        try:
            return not self._at[position].keys().isdisjoint(kinds)
        except IndexError:
            return False

    def of(self, kind: str, first: int = 0, last: int | None = None) -> list[Tag]:
        """Return the tags of KIND that begin at FIRST or later and end by LAST, in order."""
        tags = self._by_kind.get(kind)
        if tags is None or tags[-1].first < first or (last is not None and tags[0].first >= last):
            return []
        begin = bisect_left(tags, first, key=_first) if first else 0
        if last is None:
            return tags[begin:]
        end = bisect_left(tags, last, begin, key=_first)
        return [tag for tag in tags[begin:end] if tag.last <= last]

    def over(self, position: int, kind: str) -> Tag | None:
        """Return the tag of KIND that covers POSITION and begins last, or None."""
        try:
            return self._over[position].get(kind)
        except IndexError:
            return None

    def has(self, position: int, kind: str) -> bool:
        """Tell whether a tag of KIND covers POSITION."""
        try:
            return kind in self._over[position]
        except IndexError:
            return False

    def has_between(self, first: int, last: int, kind: str) -> bool:
        """Tell whether a tag of KIND covers one of the positions FIRST to LAST (excluded)."""
        return kind in self._by_kind and any(kind in over for over in self._over[first:last])

    def has_any(self, position: int, kinds: Iterable[str]) -> bool:
        """Tell whether a tag of one of KINDS covers POSITION."""
        try:
            return not self._over[position].keys().isdisjoint(kinds)
        except IndexError:
            return False

    def is_known(self, position: int) -> bool:
        """Tell whether any tag covers POSITION."""
        return bool(self._over[position])

    def kinds(self) -> AbstractSet[str]:
        """Return the kinds of tag that there are."""
        return self._by_kind.keys()

    def words(self) -> Mapping[str, Sequence[int]]:
        """Return the folded words of the text, all their forms, and where each stands."""
        words = self._words
        if words:
            return words
        for position, token in enumerate(self.tokens):
            for form in token.forms:
                if form in words:
                    words[form].append(position)
                else:
                    words[form] = [position]
        return words

    def standing(self, kind: str) -> Sequence[int]:
        """Return the positions of the tokens of KIND, in order."""
        return self.noted(_by_kind).get(kind, ())

    def forget(self) -> None:
        """Forget what was noted, which holds on to this: it is then gone from memory with its last user."""
        self._noted.clear()

    def noted(self, work: Callable[[Reading], Made]) -> Made:
        """Return what WORK makes of the text, done once."""
        found = self._noted.get(work)
        if found is None:
            found = self._noted[work] = work(self)
        return cast("Made", found)

    def is_headline(self, sentence: Sentence) -> bool:
        """Tell whether SENTENCE is one of the first lines and ends without a full stop, nor with what leads on."""
        return sentence.index < _HEADLINES and self.tokens[sentence.last - 1].text not in _GOING_ON

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Return the character offsets of the tokens FIRST to LAST (excluded)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def printed(self, first: int, last: int) -> str:
        """Return the words FIRST to LAST (excluded) as printed, line breaks made spaces."""
        start, end = self.offsets(first, last)
        return " ".join(self.text[start:end].split())

    def sentence_of(self, position: int) -> Sentence:
        """Return the sentence in which POSITION stands."""
        return self._homes[position]


_first = attrgetter("first")
_NO_LISTS: dict[str, list[Tag]] = {}
_NO_TAGS: dict[str, Tag] = {}
_NO_KINDS: frozenset[str] = frozenset()
_OUTSIDE = 64
"""Places behind the last token at which nothing is found, nor is so many before the first, which count from the end."""


def _by_kind(reading: Reading) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, token in enumerate(reading.tokens):
        found.setdefault(token.kind, []).append(position)
    return found


def _insert(tags: list[Tag], tag: Tag) -> None:
    """Put TAG among TAGS of the same beginning, the longest of which come first, and of equals the earliest put."""
    at = len(tags)
    if tags[-1].last >= tag.last:
        tags.append(tag)
        return
    while at and tags[at - 1].last < tag.last:
        at -= 1
    tags.insert(at, tag)


def _place(tag: Tag) -> tuple[int, int]:
    return tag.first, -tag.last


def read_text(text: str, pack: LanguagePack, keep: Iterable[tuple[int, int]]) -> Reading:
    """Return the tokens and sentences of those parts of TEXT that KEEP names."""
    tokens: list[Token] = []
    breaks: set[int] = set()
    clitics = Clitics(pack, text)
    for line in with_cells([tuple(tokens_of(text, start, end, clitics)) for start, end in keep]):
        tokens += line
        breaks.add(len(tokens))
    return Reading(text, pack, tokens, list(_sentences(tokens, breaks, pack)))


def _sentences(tokens: list[Token], breaks: set[int], pack: LanguagePack) -> Iterator[Sentence]:
    first = index = paragraph = 0
    for position, token in enumerate(tokens, 1):
        at_break = position in breaks
        full = at_break or position - first >= _LONGEST_SENTENCE
        if token.kind == "mark":
            ends = full or _ends(tokens, position, pack)
        else:
            dotted = token.text[-1] == "." and position - first > _LONGEST_FRONT
            ends = full or (dotted and _ends_hour(tokens, position, pack))
        if not ends:
            continue
        yield Sentence(index, first, position, paragraph)
        first = position
        index += 1
        paragraph += at_break


def _ends(tokens: list[Token], position: int, pack: LanguagePack) -> bool:
    """Tell whether a sentence ends with the mark before POSITION, not the end of the text (that is a break)."""
    stop = position - 1
    while stop > max(0, position - _MOST_CLOSERS) and tokens[stop].text in _CLOSERS:
        stop -= 1
    if tokens[stop].text not in _STOPS:
        return False
    if tokens[position - 1].end == tokens[position].start and not _is_run_on(tokens, stop, position, pack):
        return False
    if tokens[position].text in _CLOSERS and tokens[position].text not in "\"'":
        return False
    if tokens[stop].text == "." and stop and _abbreviates(tokens[stop - 1], tokens[stop], pack):
        return False
    return not pack.grammar.capitals or not tokens[position].text[0].islower()


def _ends_hour(tokens: list[Token], position: int, pack: LanguagePack) -> bool:
    """Tell whether a sentence ends with an hour's dotted word before POSITION: "at 9 p.m. | The army", not "Monday"."""
    token, known = tokens[position - 1], pack.grammar.abbreviations
    if token.kind != "word" or not token.text.islower() or token.norm[:-1] in known or position >= len(tokens):
        return False  # "struck was n.p. | Spartak", the settlement of that name
    behind = tokens[position]
    if not behind.capital or (behind.text.isupper() and len(behind.text) <= _LONGEST_ZONE):
        return False  # "9 p.m. GMT"
    timed = position + 1 < len(tokens) and tokens[position + 1].norm == "time"  # "9 p.m. Moscow time"
    return not timed and behind.text not in pack.months and behind.text not in pack.weekdays


def _is_run_on(tokens: list[Token], stop: int, position: int, pack: LanguagePack) -> bool:
    """Tell whether the blank behind a full stop was lost: between words too long for initials, of no Latin address."""
    if pack.grammar.capitals or not stop:
        return False
    behind = position + (tokens[position].norm in pack.grammar.prefixes and position + 1 < len(tokens))
    around = tokens[stop - 1], tokens[behind]
    return all(token.kind == "word" and len(token.text) > _LONGEST_INITIAL for token in around) and not any(
        token.text.isascii() for token in around
    )


def _abbreviates(token: Token, stop: Token, pack: LanguagePack) -> bool:
    if token.end != stop.start:
        return False
    return token.norm in pack.grammar.abbreviations or (len(token.text) == 1 and token.capital)


def is_unknown(reading: Reading, position: int) -> bool:
    """Tell whether a word that is no name and that the pack does not know stands at POSITION: perhaps an adjective."""
    token = reading.tokens[position]
    return token.kind == "word" and not token.capital and not reading.is_known(position)
