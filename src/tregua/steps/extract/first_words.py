"""Whether the first word of a sentence, whose capital tells nothing, belongs to a name."""

from __future__ import annotations

from tregua.steps.extract.folding import begins_alike
from tregua.steps.extract.passives import is_struck_at
from tregua.steps.extract.text import Reading

__all__ = ["begins_name"]

_NAMELIKE = ("country", "people")
_NAMING = (*_NAMELIKE, "actor_head", "group", "institution", "land_letters")
_LIGHT = ("be", "have", "adverb", "time")
_STRUCK = ("act_verb", "suffered")
_ASIDE_REACH = 7
_OBJECTS = ("article", "determiner", "number", "target", "person", "people", "name")


def begins_name(reading: Reading, first: int, last: int, known: frozenset[str]) -> bool:
    """Tell whether a run of capitals from FIRST to LAST, at the beginning of a sentence, is a name from its first word.

    KNOWN are the words that have a capital inside some sentence of the text.
    """
    token = reading.tokens[first]
    if reading.at(first) and not reading.has_any(first, _NAMING):
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
    told = _speaks(reading, last) or is_struck_at(reading, last) or _acts(reading, first, last)
    return named or headed or told


def _speaks(reading: Reading, position: int) -> bool:
    """Tell whether a verb of saying stands at POSITION, its auxiliary before it: what stands before is a name."""
    auxiliary = reading.at(position, "have") if position < len(reading.tokens) else ()
    at = auxiliary[0].last if auxiliary else position
    at += at < len(reading.tokens) and reading.tokens[at].text == "," and reading.begins(at + 1, ("quote",))
    return at < len(reading.tokens) and reading.begins(at, ("say", "tell", "accuse", "quote"))


def _acts(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the unknown word at FIRST is the subject of a verb of force at LAST: "Sake | was captured".

    Only where subjects stand before their verbs; a headline leaves out "was", and an active verb has an object.
    """
    grammar = reading.pack.grammar
    if grammar.subject != ("before",) or grammar.verb != "middle" or grammar.genitives or reading.is_known(first):
        return False
    at = _past_aside(reading, _past_list(reading, last))
    while at < len(reading.tokens) and reading.has_any(at, _LIGHT):
        at += 1
    if at >= len(reading.tokens) or not reading.begins(at, _STRUCK):
        return False
    verb = max(tag.last for kind in _STRUCK for tag in reading.at(at, kind))
    passive = reading.has_any(at - 1, _LIGHT) or bool(reading.at(at, "suffered"))
    behind = verb < len(reading.tokens) and reading.has_any(verb, _OBJECTS)
    return passive or (behind and not reading.is_headline(reading.sentence_of(first)))


def _past_aside(reading: Reading, position: int) -> int:
    """Return the position behind what says where POSITION's name lies or how it goes about, with no verb in it.

    "Sake | , west of Goma, | was captured"; "Janjaweed | on horseback | razed it".
    """
    if position + 1 >= len(reading.tokens):
        return position
    if reading.tokens[position].text == ",":
        marks = range(position + 1, min(position + _ASIDE_REACH, len(reading.tokens)))
        return next((at + 1 for at in marks if reading.tokens[at].text == ","), position)
    return position + 2 if reading.at(position, "at_place") and not reading.tokens[position + 1].capital else position


def _past_list(reading: Reading, position: int) -> int:
    """Return the position behind the names listed from POSITION on: "Pisky | , Opytne and Avdiivka | were shelled"."""
    at = position
    while at + 1 < len(reading.tokens) and (reading.tokens[at].text == "," or reading.at(at, "and")):
        if not reading.tokens[at + 1].capital or reading.is_known(at + 1):
            return position
        at += 2
    return at
