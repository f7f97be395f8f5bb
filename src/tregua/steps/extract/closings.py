"""Who speaks at the end of a sentence, behind what is told: "ten people were hurt, the spokesman told reporters"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tregua.steps.extract.said import Said
from tregua.steps.extract.tellers import Link, is_witness
from tregua.steps.extract.text import Reading, Sentence

__all__ = ["closing_first", "opening_with"]

_CLAUSE_REACH = 3


def opening_with(reading: Reading, said: Sequence[Sequence[Said]], chains: Sequence[Sequence[Link]]) -> Iterator[int]:
    """Give the sentences that open a paragraph, name nobody, and are told by who is named at the end of the next one.

    "A bomb went off in Benghazi. Ten people were hurt, the spokesman told reporters."
    """
    for sentence, after in pairwise(reading.sentences):
        opens = not sentence.index or reading.sentences[sentence.index - 1].paragraph != sentence.paragraph
        if not opens or after.paragraph != sentence.paragraph or said[sentence.index]:
            continue
        ending = [act for act in said[after.index] if act.links and not (act.means or act.counts or act.aside)]
        if ending and _ends(reading, after, ending[-1]) and not is_witness(reading, chains[after.index][0]):
            yield sentence.index


def closing_first(reading: Reading, sentence: Sentence, named: list[Said]) -> list[Said]:
    """Return NAMED, whoever ends SENTENCE before one who speaks in a clause of it: "after A announced it, B said"."""
    if len(named) < 2 or named[0].means or named[-1].means or not _ends(reading, sentence, named[-1]):  # noqa: PLR2004
        return named
    before = range(max(sentence.first, named[0].first - _CLAUSE_REACH), named[0].first)
    aside = any(reading.has(at, "subordinate") for at in before)
    return [named[-1], *named[:-1]] if aside else named


def _ends(reading: Reading, sentence: Sentence, act: Said) -> bool:
    """Tell whether ACT ends SENTENCE, its words told before it."""
    stops = (at for at in range(act.last, sentence.last - 1) if reading.tokens[at].text == ";")
    behind = range(act.last, next(stops, sentence.last - 1))
    before = act.first - 1
    while before > sentence.first and reading.has_any(before, ("title", "article")):
        before -= 1
    apart = before > sentence.first and any(reading.tokens[at].text == "," for at in (before, before - 1))
    return apart and all(reading.has_any(at, ("audience", "time", "weekday", "at_place", "article")) for at in behind)
