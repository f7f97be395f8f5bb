"""Whether the first word of a sentence, whose capital tells nothing, belongs to a name."""

from __future__ import annotations

from tregua.steps.extract.folding import begins_alike
from tregua.steps.extract.passives import is_struck_at
from tregua.steps.extract.text import Reading

__all__ = ["begins_name"]

_NAMELIKE = ("country", "people")


def begins_name(reading: Reading, first: int, last: int, known: frozenset[str]) -> bool:
    """Tell whether a run of capitals from FIRST to LAST, at the beginning of a sentence, is a name from its first word.

    KNOWN are the words that have a capital inside some sentence of the text.
    """
    token = reading.tokens[first]
    if reading.at(first) and not reading.has_any(first, (*_NAMELIKE, "actor_head", "group", "institution")):
        return token.norm in known and last - first > 1 and not reading.at(first, "function")
    if reading.pack.grammar.markers == "after" and reading.has(first, "actor_head") and not reading.has(first, "group"):
        return False  # heads stand last: what follows one is another name
    ending, grammar = reading.tokens[last].norm if last < len(reading.tokens) else "", reading.pack.grammar
    owner = ending in grammar.possessives or (grammar.markers == "after" and ending.startswith("'"))  # "Lazkiye | 'de"
    if owner or token.text[1:] != token.text[1:].lower() or token.norm in known:
        return True
    named = grammar.genitives and any(begins_alike(token.norm, other) for other in known)
    named = named or last - first > 1 or reading.has_any(first, (*_NAMELIKE, "group"))
    plain = grammar.modifiers == ("after",)  # "Goma a été bombardée": a common noun would have an article
    behind = ("place_head", "actor_head", "voice_head", *(("auxiliary", "have", "suffered") if plain else ()))
    headed = reading.begins(last, behind)
    return named or headed or _speaks(reading, last) or is_struck_at(reading, last)


def _speaks(reading: Reading, position: int) -> bool:
    """Tell whether a verb of saying stands at POSITION, its auxiliary before it: what stands before is a name."""
    auxiliary = reading.at(position, "have") if position < len(reading.tokens) else ()
    at = auxiliary[0].last if auxiliary else position
    at += at < len(reading.tokens) and reading.tokens[at].text == "," and reading.begins(at + 1, ("quote",))
    return at < len(reading.tokens) and reading.begins(at, ("say", "tell", "accuse", "quote"))
