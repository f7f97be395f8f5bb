"""Whose word the first sentences of a text are, before anybody has spoken."""

from __future__ import annotations

from tregua.steps.extract.tellers import Link
from tregua.steps.extract.text import Reading, Sentence

__all__ = ["CLAIMED", "LEAD", "PASSING", "look_ahead"]

PASSING, CLAIMED = "cited in passing", "whose claim is answered"
LEAD = 3
"""As many sentences at the head of a text may be those of the first one who speaks."""


def look_ahead(reading: Reading, chains: list[tuple[Link, ...]], reasons: list[str]) -> None:
    """Give the sentences before the first speaker to that speaker, when few; the author tells of acts himself."""
    first = next((at for at, chain in enumerate(chains) if chain and not _is_aside(reasons[at])), None)
    if first is None or first > LEAD:
        return
    for index in range(max(0, first - LEAD), first):
        if CLAIMED not in reasons[index] and _leads_to(reading, reading.sentences[index], reading.sentences[first]):
            chains[index] = chains[first]
            reasons[index] = f"speaker: of the first one named, in sentence {first}"


def _is_aside(reason: str) -> bool:
    """Tell whether a sentence with a chain got for REASON is that of somebody who is but cited in it."""
    return PASSING in reason or CLAIMED in reason


def _leads_to(reading: Reading, sentence: Sentence, speaking: Sentence) -> bool:
    """Tell whether SENTENCE, before the first one SPEAKING, is his word: a headline, a count, or near by."""
    if reading.is_headline(sentence):
        return True
    if sentence.paragraph == speaking.paragraph:  # who only condemns what is told tells nothing himself
        blames = reading.of("blame_verb", speaking.first, speaking.last)
        return not blames or bool(reading.of("say", speaking.first, speaking.last))
    return any(reading.of(kind, sentence.first, sentence.last) for kind in ("breach", "breach_verb"))
