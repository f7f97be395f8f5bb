"""Text reuse: which claims stand in a sentence that an earlier document had already printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain, count
from typing import TypeVar

from tregua.ports import Spread
from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.steps.link.spreading import in_turn, ranges
from tregua.vocabulary.folding import fold

__all__ = ["Concordance", "repeats", "sentence_of", "sentences_of"]

_SENTENCE_END = re.compile(r"[.!?؟。]\s|\n")
_TO_LAST_END = re.compile(rf".*(?:{_SENTENCE_END.pattern})", re.DOTALL)
_LONGEST = 600
_FEWEST_RUNS = 6
_ALIKE = 0.8

_COUNTED = 4
"""Of so many sentences one is looked at to tell how common its runs of words are."""

T = TypeVar("T")

Runs = frozenset[int]


def sentence_of(text: str, span: tuple[int, int]) -> str:
    """Return the sentence of TEXT around SPAN, cut at 600 characters either side."""
    first, last = max(0, span[0] - _LONGEST), span[1] + _LONGEST
    before, after = _TO_LAST_END.match(text, first, span[0]), _SENTENCE_END.search(text, span[1], last)
    return text[before.end() if before else first : after.start() if after else last]


def sentences_of(claims: Sequence[Claim], documents: Mapping[str, Document], spread: Spread = in_turn) -> Sequence[str]:
    """Return the sentences that CLAIMS stand in, folded."""
    told = [(documents[claim.document].text, claim.span) for claim in claims]
    return [each for part in spread(_folded, told, ranges(len(told))) for each in part]


def repeats(claims: Sequence[Claim], sentences: Sequence[str], spread: Spread = in_turn) -> dict[str, str]:
    """Return, by claim id, the id of the earliest claim of another document whose sentence is nearly the same.

    Nearly the same: of the runs of three words in either sentence at least 0.8 stand in both; sentences of fewer
    than eight words are too short to tell. CLAIMS come earliest first, and SENTENCES are theirs.
    """
    wording = _Wording(sentences)
    printed = _Printed(wording)
    found: dict[str, str] = {}
    parts = ranges(len(claims))
    for part, prefixes in zip(parts, spread(_prefixes, wording, ranges(len(claims))), strict=True):
        for position, prefix in zip(part, prefixes, strict=True):
            if (earliest := printed.enter(position, prefix, claims[position].document)) is not None:
                found[claims[position].id] = claims[earliest].id
    return found


def _folded(told: Sequence[tuple[str, tuple[int, int]]], part: range) -> list[str]:
    """Return the sentences around the spans of PART."""
    return [fold(sentence_of(*told[each])) for each in part]


class _Wording:
    """Folded sentences as runs of three words."""

    def __init__(self, sentences: Sequence[str]) -> None:
        """Number the words of SENTENCES, and count the runs of some, to tell common runs from rare ones."""
        self.sentences = sentences
        words = dict.fromkeys(chain.from_iterable(map(str.split, sentences)))
        self._numbers = dict(zip(words, count(), strict=False))
        self._bits = len(words).bit_length()
        self._common = Counter(run for position in range(0, len(sentences), _COUNTED) for run in self.runs(position))

    def runs(self, position: int) -> Runs:
        """Return the runs of the sentence at POSITION, each as one number."""
        words = [*map(self._numbers.__getitem__, self.sentences[position].split())]
        high, low = 2 * self._bits, self._bits
        runs = zip(words, words[1:], words[2:], strict=False)
        return frozenset([one << high | two << low | three for one, two, three in runs])

    def prefix(self, position: int) -> Sequence[int]:
        """Return as many runs of a sentence, rare ones first, as two that are alike enough must share one of.

        Of one that is too short to tell there are none.
        """
        runs = self.runs(position)
        if len(runs) < _FEWEST_RUNS:
            return ()
        wanted, common = len(runs) - int(_ALIKE * len(runs)) + 1, self._common
        rare = sorted([run for run in runs if run not in common])
        if len(rare) < wanted:
            rare += sorted(sorted(runs.difference(rare)), key=common.__getitem__)
        return rare[:wanted]


def _prefixes(wording: _Wording, part: range) -> list[Sequence[int]]:
    """Return the prefixes of PART, in which a sentence stands as often as it is copied."""
    sentences = wording.sentences
    known = {sentences[position]: position for position in part}
    prefixes = {sentence: wording.prefix(position) for sentence, position in known.items()}
    return [prefixes[sentences[position]] for position in part]


class _Printed:
    """Sentences that were printed, found by their rarest runs of words."""

    def __init__(self, wording: _Wording) -> None:
        """Begin with nothing printed."""
        self._wording = wording
        self._first: dict[str, list[tuple[int, str]]] = {}
        self._index: dict[int, list[str]] = {}

    def enter(self, position: int, prefix: Sequence[int], document: str) -> int | None:
        """Enter the sentence at POSITION, and return the first one at which another document had nearly the same.

        Of each sentence the first position is kept, and the first in another document than that.
        """
        sentence, index = self._wording.sentences[position], self._index
        near = {other for run in prefix for other in index.get(run, ())}
        before = sorted([at for other in near for at, printed in self._first[other] if printed != document])
        if (held := self._first.get(sentence)) is None:
            self._first[sentence] = [(position, document)]
            for run in prefix:
                index.setdefault(run, []).append(sentence)
        elif len(held) == 1 and held[0][1] != document:
            held.append((position, document))
        return self._first_like(position, before)

    def _first_like(self, position: int, before: Iterable[int]) -> int | None:
        """Return the first of BEFORE at which nearly the sentence at POSITION stands."""
        wording, own = self._wording, Runs()
        for at in before:
            if wording.sentences[at] == wording.sentences[position]:
                return at
            own = own or wording.runs(position)
            if _alike(own, wording.runs(at)):
                return at
        return None


def _alike(one: AbstractSet[T], other: AbstractSet[T]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)


class Concordance:
    """Sentences in one long text, in which those that are nearly another are found without comparing all."""

    def __init__(self, sentences: Iterable[str]) -> None:
        """Write SENTENCES, folded, each once."""
        self._once = list(dict.fromkeys(sentences))
        self._text = "\n".join(self._once)
        self._ends = list(accumulate(len(sentence) + 1 for sentence in self._once))

    def like(self, sentence: str) -> list[str]:
        """Return those that are nearly SENTENCE, as ``repeats`` has it, itself included.

        So many of its runs of words are looked for, long ones as they are rare, as two that are alike enough must
        share one of.
        """
        runs = _runs_in(sentence)
        if len(runs) < _FEWEST_RUNS:
            return []
        sought = sorted(runs, key=lambda run: (-len(run), run))[: len(runs) - int(_ALIKE * len(runs)) + 1]
        places = sorted({place for run in sought for place in self._places(run)})
        found = [(self._once[place], _runs_in(self._once[place])) for place in places]
        return [other for other, there in found if len(there) >= _FEWEST_RUNS and _alike(runs, there)]

    def _places(self, words: str) -> Iterator[int]:
        """Give the number of each sentence that holds WORDS, perhaps as parts of longer ones."""
        at = self._text.find(words)
        while at >= 0:
            place = bisect_right(self._ends, at)
            yield place
            at = self._text.find(words, self._ends[place])


def _runs_in(sentence: str) -> frozenset[str]:
    words = sentence.split()
    return frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
