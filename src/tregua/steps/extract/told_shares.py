"""Counts by who told of them, not by who broke the truce: "five breaches, three of them reported by A and two by B"."""

from __future__ import annotations

from tregua.steps.extract.text import Reading

__all__ = ["is_told_by", "is_told_share"]

_SMALL = ("be", "have", "function", "auxiliary", "occur")
_SAYING = ("say",)
_TELLING, _DOING = (*_SAYING, "record", "occur"), ("commit", "breach_verb", "act_verb")
"""Words for counting and for carrying out are of one kind in some languages: "were reported", "were launched"."""
_FAR = 6


def is_told_by(reading: Reading, by: int) -> bool:
    """Tell whether the word at BY names who tells, behind a verb of telling ("reported | by"), or as one before it.

    In "three reported by A and two | by B" the second has no verb of its own.
    """
    if by and reading.has(by - 1, "number"):
        before = reading.of("by", reading.sentence_of(by).first, by - 1)
        return bool(before) and is_told_by(reading, before[-1].first)
    telling = (
        _SAYING if reading.pack.grammar.construct_state else _TELLING
    )  # "of them" is no verb: "seven of them by A"
    return by > 0 and reading.has_any(by - 1, telling) and not reading.has_any(by - 1, _DOING)


def is_told_share(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the act of speaking from FIRST to LAST tells of a number that stands right before it and no more."""
    at = first
    while at > 0 and first - at < _FAR and reading.has_any(at - 1, _SMALL):
        at -= 1
    by = reading.of("by", first, last)
    return bool(by) and at > 0 and reading.has(at - 1, "number") and is_told_by(reading, by[0].first)
