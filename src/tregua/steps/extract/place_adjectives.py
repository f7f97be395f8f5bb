"""Places that are called by an adjective before their head: "Nikopolśkyj rajon"."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag

__all__ = ["heads_place", "is_adjective"]


def is_adjective(reading: Reading, name: Tag) -> bool:
    """Tell whether NAME is one word with the ending of an adjective."""
    endings = reading.pack.grammar.adjective_endings
    return bool(endings) and name.last == name.first + 1 and reading.tokens[name.first].norm.endswith(endings)


def heads_place(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION is an adjective by which a place behind it is called: "Petrovsky | rajon"."""
    adjective = is_adjective(reading, Tag("name", position, position + 1))
    return adjective and reading.has(position + 1, "place_head") and not reading.has(position - 1, "direction")
