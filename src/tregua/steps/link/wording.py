"""Text reuse: which claims stand in a sentence that an earlier document had already printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.vocabulary.names import fold

__all__ = ["repeats", "sentence_of"]

_SENTENCE_END = re.compile(r"[.!?؟。]\s|\n")
_LONGEST = 600
_SHINGLE = 3
_FEWEST_SHINGLES = 6
_ALIKE = 0.8

Shingles = frozenset[tuple[str, ...]]


def sentence_of(text: str, span: tuple[int, int]) -> str:
    """Return the sentence of TEXT around SPAN, cut at 600 characters either side."""
    before = text[max(0, span[0] - _LONGEST) : span[0]]
    after = text[span[1] : span[1] + _LONGEST]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(after)
    return before[starts[-1] if starts else 0 :] + text[slice(*span)] + after[: end.start() if end else None]


def repeats(claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return, by claim id, the id of the earliest claim of another document whose sentence is nearly the same.

    Nearly the same: of the runs of three words in either sentence at least 0.8 stand in both; sentences of fewer
    than eight words are too short to tell. CLAIMS come earliest first.
    """
    cut = {claim.id: _shingles(sentence_of(documents[claim.document].text, claim.span)) for claim in claims}
    index: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    found: dict[str, str] = {}
    for claim in claims:
        own = cut[claim.id]
        if len(own) < _FEWEST_SHINGLES:
            continue
        for earlier in _candidates(own, index):
            if earlier.document != claim.document and _alike(own, cut[earlier.id]):
                found[claim.id] = earlier.id
                break
        for shingle in _prefix(own):
            index[shingle].append(claim)
    return found


def _candidates(own: Shingles, index: Mapping[tuple[str, ...], Sequence[Claim]]) -> Iterator[Claim]:
    """Give the claims that share a rare enough shingle, each once, in the order they were indexed."""
    seen: set[str] = set()
    for shingle in _prefix(own):
        for claim in index.get(shingle, ()):
            if claim.id not in seen:
                seen.add(claim.id)
                yield claim


def _shingles(sentence: str) -> Shingles:
    words = fold(sentence).split()
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _prefix(shingles: Shingles) -> Iterable[tuple[str, ...]]:
    """Return as many shingles, in a fixed order, as two sets that are alike enough must share one of."""
    ordered = sorted(shingles)
    return ordered[: len(ordered) - int(_ALIKE * len(ordered)) + 1]


def _alike(left: Shingles, right: Shingles) -> bool:
    return len(left & right) >= _ALIKE * len(left | right)
