"""Counts by who told of them, not by who broke the truce: "five breaches, three of them reported by A and two by B"."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag

__all__ = ["is_held_by", "is_of_truce", "is_told_by", "is_told_share"]

_SMALL = ("be", "have", "function", "auxiliary", "occur")
_SAYING = ("say",)
_TELLING, _DOING = (*_SAYING, "record", "occur"), ("commit", "breach_verb", "act_verb")
"""Words for counting and for carrying out are of one kind in some languages: "were reported", "were launched"."""
_FAR = 6
_SAID_SOON = 4


def is_told_by(reading: Reading, by: int) -> bool:
    """Tell whether the word at BY names who tells, behind a verb of telling ("reported | by"), or as one before it.

    In "three reported by A and two | by B" the second has no verb of its own.
    """
    if any(tag.last - by > 1 for tag in reading.at(by, "by")):
        return False  # "12 were | attributed to A"
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


def is_held_by(reading: Reading, by: int) -> bool:
    """Tell whether BY only says who holds the land told of: "in areas held | by the opposition"."""
    held = by > 1 and reading.has_any(by - 1, ("hold", "disposal", "aside"))
    return held and reading.has_any(by - 2, ("place_head", "target", "place"))


def is_of_truce(reading: Reading, agent: Tag) -> bool:
    """Tell whether AGENT marks who made the truce or counted its breaches: "the truce decreed | by the president"."""
    before, behind = agent.first - 1, range(agent.last, agent.last + _SAID_SOON)
    if before < 0:
        return False
    counted = reading.has(before, "record") and any(reading.has_any(at, ("institution", "watcher")) for at in behind)
    return counted or reading.has_any(before, ("declare", "declared_be", "broker"))
