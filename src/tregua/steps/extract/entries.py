"""Entries of a live page or a log: each begins a paragraph under its hour ("18:30 - ...") and stands for itself."""

from __future__ import annotations

from tregua.steps.extract.text import DASHES, Reading, Sentence

__all__ = ["begins_entry"]

_BEHIND_HOUR = frozenset((*DASHES, ":", "|"))


def begins_entry(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE begins a paragraph with an hour and a mark behind it."""
    before = reading.sentences[sentence.index - 1].paragraph if sentence.index else -1
    if before == sentence.paragraph or sentence.last - sentence.first < 2:  # noqa: PLR2004 - the hour and its mark
        return False
    hour, mark = reading.tokens[sentence.first : sentence.first + 2]
    return hour.kind == "clock" and mark.text in _BEHIND_HOUR
