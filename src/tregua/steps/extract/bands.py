"""People who are a force only by whose they are: "Haftar's | men", "followers | of Koni"; and units with a number."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag

__all__ = ["is_numbered", "is_of_one"]

_OWNERS = ("name", "country", "group", "actor_head", "people")
_BETWEEN = ("article", "title", "modifier")


def is_of_one(reading: Reading, band: Tag) -> bool:
    """Tell whether it is said beside BAND whose people they are: "Haftar's | men", "men | loyal to Haftar"."""
    before = band.first - 1
    if before >= 0 and reading.tokens[before].norm in reading.pack.grammar.possessives:
        return reading.has_any(before - 1, _OWNERS)
    if band.last >= len(reading.tokens) or not reading.at(band.last, "of") or reading.has(before, "number"):
        return False
    at = reading.at(band.last, "of")[0].last
    while at < len(reading.tokens) and reading.has_any(at, _BETWEEN):
        at += 1
    return at < len(reading.tokens) and reading.has_any(at, _OWNERS)


def is_numbered(reading: Reading, position: int) -> bool:
    """Tell whether the number of a unit stands at POSITION: "the | 4th | Division"."""
    token, tokens = reading.tokens[position], reading.tokens
    if not token.text[0].isdigit() or not reading.has(position, "ordinal") or reading.has(position, "date"):
        return False
    return reading.pack.grammar.capitals and position + 1 < len(tokens) and tokens[position + 1].capital
