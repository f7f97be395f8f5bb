"""Words that the pack does not know, where they may describe who is named behind them."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag, is_unknown

__all__ = ["is_own_name", "past_backer", "past_unknown"]


def past_unknown(reading: Reading, position: int, most: int) -> int:
    """Return where up to MOST words from POSITION on end that the pack does not know, where they may describe."""
    grammar, at, limit = reading.pack.grammar, position, min(position + most, len(reading.tokens))
    while grammar.capitals and "before" in grammar.modifiers and at < limit and is_unknown(reading, at):
        at += 1
    return at


def past_backer(reading: Reading, tag: Tag, limit: int) -> Tag:
    """Return TAG, or the actor whose backer alone it names: "Iran-backed | Houthis"."""
    at = tag.last
    if at >= limit or reading.tokens[at].norm not in reading.pack.grammar.endings:
        return tag
    return next((actor for actor in reading.at(at + 1, "actor") if actor.last <= limit), tag)


def is_own_name(reading: Reading, name: Tag) -> bool:
    """Tell whether NAME is more than a people's name, a side's or a label."""
    kinds = ("people", "country", "modifier", "label", "direction", "means")
    return any(not reading.has_any(at, kinds) for at in range(name.first, name.last))
