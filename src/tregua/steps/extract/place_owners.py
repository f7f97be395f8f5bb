"""Words that look like a place and name a body or a people: the ones of whom a place, an act or a word is."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.text import Reading, Tag

__all__ = ["are_between", "is_body", "is_of_people", "is_of_whom", "is_owner", "is_people"]

_PARTIES = ("actor", "country", "people", "group")
_HAPPENING = ("land_verb", "act_verb")


def is_body(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words FIRST to LAST name a body and no place: "the Syrian Observatory", "General Command"."""
    return any(reading.has(at, "institution") or _is_office(reading, at) for at in range(first, last))


def _is_office(reading: Reading, position: int) -> bool:
    office = reading.has(position, "voice_head") and reading.has(position, "name")
    return office and not reading.has(position, "place_head")


def is_people(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words FIRST to LAST name a people and no place: "at Armenian positions"."""
    return all(reading.has(at, "people") for at in range(first, last))


def is_of_whom(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words FIRST to LAST only say whose something is, with no head: "the Libyan (west)"."""
    alone = reading.pack.grammar.construct_state and is_people(reading, first, last)
    return alone and not reading.has_any(first, ("country", "place_head"))


def is_of_people(reading: Reading, name: Tag) -> bool:
    """Tell whether NAME only says whose a place is that is named behind: "the Lebanese | town of Qana"."""
    if name.last + 1 >= len(reading.tokens) or not reading.at(name.last, "place_head"):
        return False
    return is_people(reading, name.first, name.last) and bool(reading.at(name.last + 1, "of"))


def is_owner(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the name that ends at LAST owns what is named: "beside a UNIFIL | position", "the GAM | men"."""
    if "before" not in reading.pack.grammar.modifiers or not reading.at(first, "article"):
        return False
    one = reading.tokens[first].norm in reading.pack.numerals.articles
    return reading.begins(last, ("person", "paper", *(("target", "act_noun") * one)))


def are_between(reading: Reading, between: Tag, items: Sequence[Tag]) -> bool:
    """Tell whether the names ITEMS behind BETWEEN are places and no parties: "the road | between A and B".

    So they are behind a verb of force, behind who acted, and where a sentence with another subject opens with them.
    """
    if any(item.value == "headed" for item in items):
        return True
    at = between.first - 1
    if between.first and reading.has_any(at, ("place_head", "target")):
        return True
    if len(items) < 2 or any(  # noqa: PLR2004 - two ends
        reading.has_any(each, _PARTIES) for item in items for each in range(item.first, item.last)
    ):
        return False
    if between.first == reading.sentence_of(between.first).first:
        return reading.begins(items[-1].last, ("article", "actor"))
    acted = any(tag.last == between.first for tag in [reading.over(at, "actor")] if tag is not None)
    return acted or reading.tokens[at].text == "," or reading.has_any(at, _HAPPENING)
