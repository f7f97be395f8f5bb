"""Places called by a word beside their head: "Nikopolśkyj rajon", "on the Marib front"."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag

__all__ = ["heads_place", "is_adjective", "tag_fronts"]

_BEFORE_FRONT = ("article", "determiner", "modifier", "direction", "number", "and")


def is_adjective(reading: Reading, name: Tag) -> bool:
    """Tell whether NAME is one word with the ending of an adjective."""
    endings = reading.pack.grammar.adjective_endings
    return bool(endings) and name.last == name.first + 1 and reading.tokens[name.first].norm.endswith(endings)


def heads_place(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION is an adjective by which a place behind it is called: "Petrovsky | rajon"."""
    adjective = is_adjective(reading, Tag("name", position, position + 1))
    return adjective and reading.has(position + 1, "place_head") and not reading.has(position - 1, "direction")


def tag_fronts(reading: Reading) -> frozenset[Tag]:
    """Tag as places the fronts of a war in READING, and return the words that elsewhere head a body called so.

    "On the Marib front" is a place, "the Front said" is none.
    """
    fronts = [front for front in reading.of("battle_front") if _is_battle_front(reading, front)]
    reading.add([Tag("place_head", front.first, front.last, front.value) for front in fronts])
    return frozenset(head for front in fronts for head in reading.at(front.first, "actor_head"))


def _is_battle_front(reading: Reading, front: Tag) -> bool:
    """Tell whether FRONT is a stretch of land: it has no capital, and a word that says where stands before it."""
    at, first = front.first - 1, reading.sentence_of(front.first).first
    owning = reading.pack.grammar.possessives  # "on Marib's southern front"
    while at > first and (
        reading.tokens[at].capital or reading.tokens[at].norm in owning or reading.begins(at, _BEFORE_FRONT)
    ):
        at -= 1
    marked = at >= first and (reading.at(at, "at_place") or reading.at(at, "origin"))
    return not reading.tokens[front.first].capital and bool(marked)
