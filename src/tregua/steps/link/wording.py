"""Text reuse: which claims stand in a sentence that an earlier document had already printed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.vocabulary.folding import fold

__all__ = ["repeats", "sentence_of"]

_SENTENCE_END = re.compile(r"[.!?؟。]\s|\n")
_LONGEST = 600
_SHINGLE = 3
_FEWEST_SHINGLES = 6
_ALIKE = 0.8

Shingles = frozenset[tuple[str, ...]]
Prefix = Sequence[tuple[str, ...]]


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
    common = Counter(shingle for own in cut.values() for shingle in own)
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    found: dict[str, str] = {}
    for position, claim in enumerate(claims):
        own = cut[claim.id]
        prefix = _prefix(own, common) if len(own) >= _FEWEST_SHINGLES else ()
        before = (claims[each] for each in sorted({each for shingle in prefix for each in index[shingle]}))
        others = (each for each in before if each.document != claim.document and _alike(own, cut[each.id]))
        if (earliest := next(others, None)) is not None:
            found[claim.id] = earliest.id
        for shingle in prefix:
            index[shingle].append(position)
    return found


def _shingles(sentence: str) -> Shingles:
    words = fold(sentence).split()
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _prefix(shingles: Shingles, common: Mapping[tuple[str, ...], int]) -> Prefix:
    """Return as many SHINGLES, rarest first, as two sets that are alike enough must share one of."""
    ordered = sorted(shingles, key=lambda shingle: (common[shingle], shingle))
    return ordered[: len(ordered) - int(_ALIKE * len(ordered)) + 1]


def _alike(left: Shingles, right: Shingles) -> bool:
    return len(left & right) >= _ALIKE * len(left | right)
