"""Words that the pack does not know, where they may describe who is named behind them."""

from __future__ import annotations

from tregua.steps.extract.text import QUOTES, Reading, Tag, is_unknown

__all__ = ["is_own_name", "past_backer", "past_holder", "past_unknown"]

_LONGEST_HOLDER = 8
_NO_HOLDER = ("clause", "preposition", "place_head", "and", "act_verb", "casualty")


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


def past_holder(reading: Reading, position: int, limit: int) -> int:
    """Return POSITION, or where what only says who holds a place ends: "in | “DPR”-controlled | Horlivka"."""
    if reading.pack.grammar.markers == "after":
        return position  # endings are of cases there
    for at in range(position + 1, min(position + _LONGEST_HOLDER, limit)):
        token, endings = reading.tokens[at], reading.pack.grammar.endings
        inside = token.kind == "word" or token.text in QUOTES or token.norm in reading.pack.grammar.possessives
        if token.norm in endings:
            return at + 1
        if token.text == "-" and at + 1 < limit and f"-{reading.tokens[at + 1].norm}" in endings:
            return at + 2
        if not inside or reading.has_any(at, _NO_HOLDER):
            break
    return position


def is_own_name(reading: Reading, name: Tag) -> bool:
    """Tell whether NAME is more than a people's name, a side's or a label."""
    kinds = ("people", "country", "modifier", "label", "direction", "means")
    return any(not reading.has_any(at, kinds) for at in range(name.first, name.last))
