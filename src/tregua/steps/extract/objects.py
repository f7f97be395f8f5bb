"""What may be struck, at a position of a text: things, places, people and forces, listed and with their owners."""

from __future__ import annotations

from tregua.steps.extract.places import list_items
from tregua.steps.extract.slots import agents_marked
from tregua.steps.extract.text import QUOTES, Reading, Tag, is_unknown

__all__ = [
    "LONGEST_OBJECT",
    "describes",
    "homes_of",
    "is_fired",
    "is_governed",
    "object_at",
    "objects_at",
    "past_agent",
]

LONGEST_OBJECT = 6
"""Words from the first of a phrase to its noun."""

_LEAD = 3
_MOST_OBJECTS = 8
_LEADING = ("article", "determiner", "so_called", "number")
_HEADS = ("target", "person", "actor_head")
_STOPPING = (
    *("function", "number", "time", "date", "by", "say", "act_verb", "use_verb", "casualty", "weapon_word", "damage"),
    *("come_under", "commit"),
)
_NO_NOUN = (
    *("function", "preposition", "at_place", "of", "by", "and", "clause", "relative", "auxiliary", "have", "adverb"),
    *("act_noun", "act_verb", "use_verb", "casualty", "damage", "say", "commit", "weapon", "weapon_word", "number"),
    *("time", "date", "unit", "truce", "breach", "total", "frequency", "paper", "pact"),
    "length",
)
_NO_END = ("act_noun", "weapon", "unit")
_DESCRIBING = ("modifier", "people", "number", "determiner", "article", "so_called", "direction", "ordinal")
_MARKING = ("preposition", "at_place", "at_target", "weapon", "under", "act_noun", "origin")
_QUANTITIES = ("number", "article", "determiner", "so_called", "frequency")
_DWELLERS = ("witness", "person", "place_head")


def objects_at(reading: Reading, position: int, limit: int) -> list[Tag]:
    """Return the objects listed at POSITION ("the market, a school and Homs")."""
    found: list[Tag] = []
    joined = reading.at(position, "and") if reading.pack.grammar.genitives and position < limit else ()
    at = joined[0].last if joined else position  # "both A and B": the first "and" opens the list
    while len(found) < _MOST_OBJECTS:
        tag = object_at(reading, at, limit)
        if tag is None or (found and tag.kind == "place" and reading.has(found[-1].last - 1, "person")):
            break  # nothing, or the name of one who was hurt: "a soldier, Aram Petrosyan"
        found.append(tag)
        at = tag.last
        while at < limit and (reading.tokens[at].text in {",", *QUOTES} or reading.at(at, "and")):
            at += 1
        if at == tag.last or at >= limit:
            break
        at += bool(reading.at(at, "at_target"))
    return found


def object_at(reading: Reading, position: int, limit: int) -> Tag | None:
    """Return the one object at POSITION, articles, quotes and numbers before it passed over; None when none is."""
    at = _skip_leading(reading, position, limit)
    noun = _noun_phrase(reading, at, limit)
    actors = [tag for tag in reading.at(at, "actor") if tag.last <= limit]
    if actors:
        return noun if noun is not None and noun.last > actors[0].last else actors[0]
    item = next(iter(list_items(reading, at)), None) if at < limit else None
    item = None if item is not None and reading.has(item.first, "institution") else item
    if noun is not None and (item is None or item.first != at or noun.last >= item.last):
        return noun
    return item if item is not None and item.last <= limit else _plain_noun(reading, position, at, limit)


def _plain_noun(reading: Reading, position: int, first: int, limit: int) -> Tag | None:
    """Return the nouns from FIRST on that only their article or number at POSITION tells: "a | cantonment site".

    In a language with cases the number or pronoun stands in another phrase: "of calibre 82 | mm", "by his | data".
    """
    grammar = reading.pack.grammar
    if first == position or not grammar.capitals or "before" not in grammar.modifiers:
        return None
    if grammar.genitives and position and _governs(reading, position - 1):
        return None
    at = first
    while at < min(first + LONGEST_OBJECT, limit) and _is_plain(reading, at):
        at += 1
    goes_on = at < limit and (reading.has_any(at, _NO_END) or reading.tokens[at].kind == "number")
    if at == first or goes_on or reading.has(at - 1, "modifier"):
        return None
    return Tag("target", first, _owner_end(reading, at, limit))


def _governs(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION asks for a case: a preposition, or a noun that the pack does not know."""
    return reading.has_any(position, ("preposition", "at_place")) or is_unknown(reading, position)


def _is_plain(reading: Reading, position: int) -> bool:
    """Tell whether a word stands at POSITION that may be part of a noun: no other class speaks against it."""
    return reading.tokens[position].kind == "word" and not reading.has_any(position, _NO_NOUN)


def _skip_leading(reading: Reading, position: int, limit: int) -> int:
    while position < limit:
        leading = [tag for kind in _LEADING for tag in reading.at(position, kind)]
        if leading:
            position = max(tag.last for tag in leading)
        elif reading.tokens[position].text in QUOTES:
            position += 1
        else:
            break
    return position


def _noun_phrase(reading: Reading, first: int, limit: int) -> Tag | None:
    """Return the words from FIRST to the last noun that may be struck, and whose they are: "posts of the army"."""
    last = None
    for position in range(first, min(first + LONGEST_OBJECT, limit)):
        if reading.tokens[position].kind != "word" or reading.has_any(position, _STOPPING):
            break
        if reading.has_any(position, _HEADS):
            last = position + 1
        elif not _may_go_on(reading, position, begun=last is not None):
            break
    return None if last is None else Tag("target", first, _owner_end(reading, last, limit))


def _may_go_on(reading: Reading, position: int, *, begun: bool) -> bool:
    """Tell whether the word at POSITION may belong to a phrase whose noun stands before it (BEGUN) or behind.

    Where nouns go first and any word may be a name, only what counts them stands before one.
    """
    grammar = reading.pack.grammar
    if begun:
        stops = _MARKING if grammar.construct_state else ("act_noun",) if grammar.genitives else ()
        return not reading.has_any(position, stops)
    if grammar.construct_state and not grammar.capitals:
        return reading.has_any(position, _QUANTITIES)
    verb = "after" in grammar.modifiers and is_unknown(reading, position) and not reading.tokens[position].capital
    if verb and reading.has_any(position + 1, _QUANTITIES):
        return False  # "left | nine fighters dead"
    return not (grammar.genitives and reading.has_any(position, (*_MARKING, "place")))


def describes(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION may stand before the noun that it describes, in a language with cases."""
    token = reading.tokens[position]
    if reading.has_any(position, _DESCRIBING) or token.text in QUOTES or "-" in token.text:
        return True
    return token.kind == "word" and token.norm.endswith(reading.pack.grammar.adjective_endings or ("",))


def _owner_end(reading: Reading, last: int, limit: int) -> int:
    """Return where the owner that stands behind a noun ends, LAST when there is none."""
    if last >= limit or not reading.at(last, "of"):
        return last
    at = _skip_leading(reading, reading.at(last, "of")[0].last, limit)
    owners = [tag for kind in ("actor", "name", "country") for tag in reading.of(kind, at, limit) if tag.first == at]
    return owners[0].last if owners else last


def is_governed(reading: Reading, position: int) -> bool:
    """Tell whether a preposition or a noun stands before the name at POSITION, words that describe it between."""
    at = position - 1
    while at >= 0 and _is_between(reading, at):
        at -= 1
    return at >= 0 and reading.has_any(at, (*_MARKING, "by", "of", "origin", "place_head", "target"))


def _is_between(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION may stand between a preposition and a name: others listed, an adjective."""
    if reading.has_any(position, ("place", "and")) and not reading.has_any(position, _MARKING):
        return True
    describing = reading.has_any(position, _DESCRIBING) or is_unknown(reading, position)
    return describing and not reading.tokens[position].capital


def homes_of(reading: Reading, struck: list[Tag]) -> list[Tag]:
    """Return the names by which those STRUCK are told where they live or stand: "residents of | Hays"."""
    found = [reading.over(tag.last - 1, "name") for tag in struck if tag.kind == "target"]
    homes = [name for name in found if name is not None and name.first > 1 and reading.at(name.first - 1, "of")]
    homes = [name for name in homes if reading.has_any(name.first - 2, _DWELLERS)]
    return [name for name in homes if not reading.has_any(name.first, ("actor", "group", "institution"))]


def is_fired(reading: Reading, word: Tag, found: Tag) -> bool:
    """Tell whether what was FOUND right behind WORD is only what was fired: "fired a round", "fired 300 shots"."""
    shots = word.kind == "use_verb" or reading.has(word.first, "sent")
    known = any(reading.has_any(at, ("person", "actor_head", "place")) for at in range(found.first, found.last))
    direct = found.first - word.last <= _LEAD and not reading.of("at_target", word.last, found.first)
    return shots and direct and found.kind == "target" and not known


def past_agent(reading: Reading, position: int, limit: int) -> int:
    """Return where the agent ends that stands at POSITION: "shelling | by the army | of the camp"."""
    found = [tag for by in reading.at(position, "by") for tag in agents_marked(reading, by, limit)]
    return found[-1].last if found and found[-1].last < limit else position
