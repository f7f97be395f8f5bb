"""Where counted acts struck, by the name their verb is said of: "shelled | Pisky and Opytne | 12 times"."""

from __future__ import annotations

from tregua.steps.extract.board import Match
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.text import Reading, Tag

__all__ = ["struck_by"]

_LIGHT = ("auxiliary", "have", "be", "adverb")
_MARKING = ("at_target", "at_place", "article")
_NO_PLACES = ("actor", "voice", "people", "person", "paper", "title", "institution", "weapon", "dateline")
_OWNING = ("target", "actor_head", "person", "place_head")


def struck_by(reading: Reading, match: Match) -> list[Tag]:
    """Return the names of places that the verb of MATCH, which says how often, was done to; none that pack tags tell.

    Only where subjects stand before their verbs and objects behind them, and names have capitals.
    """
    grammar = reading.pack.grammar
    verbs = reading.of("act_verb", match.first, match.last)
    if not verbs or grammar.verb != "middle" or grammar.genitives or not grammar.capitals:
        return []
    verb = verbs[-1]
    if reading.at(verb.first, "suffered") or is_passive(reading, verb):
        return _subject(reading, verb.first)
    return _objects(reading, verb.last)


def _subject(reading: Reading, position: int) -> list[Tag]:
    """Return the name right before the verb at POSITION, its auxiliaries left out."""
    at, first = position - 1, reading.sentence_of(position).first
    while at > first and reading.has_any(at, _LIGHT):
        at -= 1
    name = reading.over(at, "name") if at >= first else None
    alone = name is not None and (name.first == first or not reading.has_any(name.first - 1, ("of", "at_target")))
    return [name] if name is not None and alone and _is_place(reading, name) else []


def _objects(reading: Reading, position: int) -> list[Tag]:
    """Return the names listed from POSITION on, what marks them left out."""
    found: list[Tag] = []
    while True:
        while reading.has_any(position, _MARKING):
            position += 1
        name = next(iter(reading.at(position, "name")), None) if position < len(reading.tokens) else None
        if name is None or not _is_place(reading, name):
            break
        found.append(name)
        position = name.last
        if not reading.has(position, "and") and [each.text for each in reading.tokens[position : position + 1]] != [
            ","
        ]:
            break
        position += 1
    return found


def _is_place(reading: Reading, name: Tag) -> bool:
    """Tell whether NAME may be that of a place, and not of somebody or of what stands behind it."""
    known = any(reading.has_any(at, _NO_PLACES) for at in range(name.first, name.last))
    behind = reading.tokens[name.last] if name.last < len(reading.tokens) else None
    owner = behind is not None and behind.norm in reading.pack.grammar.possessives
    return not (known or owner or reading.has_any(name.last, _OWNING))
