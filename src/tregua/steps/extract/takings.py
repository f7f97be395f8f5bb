"""Verbs and nouns of everyday use that tell of a taking of places where forces do it: "took the town", "entered Homs".

A minister enters Homs too, and one takes the floor: a force must be the subject, and a place the object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tregua.steps.extract.able import stands_free
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.acts import Act

__all__ = ["takings_in"]

_REACH = 12
_RAIDING = (Act.OTHER, Act.ABDUCTION)
_FORCES = ("armed", "group", "means")
_LEADING = ("article", "determiner", "number", "direction", "ordinal", "adverb")
_INTO = ("at_place", "of")
_PLACES = ("place_head", "place", "toponym")
_NO_PLACE = ("actor", "voice", "person", "title", "people", "act_noun", "weapon", "institution")


def takings_in(reading: Reading, sentence: Sentence) -> Iterator[Tag]:
    """Give the words of SENTENCE that tell of the taking of a place, as words of an act."""
    for verb in reading.of("take_verb", sentence.first, sentence.last):
        if _is_taken_by(reading, verb, sentence) or _takes(reading, verb, sentence):
            raid = verb.value == "enter" and _is_raid(reading, verb, sentence)
            yield replace(verb, kind="act_verb", value=Act.ATTACK if raid else Act.ADVANCE)
    for noun in reading.of("take_noun", sentence.first, sentence.last):
        owned = noun.last < sentence.last and bool(reading.at(noun.last, "of"))
        if owned and _is_place(reading, noun.last, sentence, named=not noun.value):
            yield replace(noun, kind="act_noun", value=Act.ADVANCE)


def _is_raid(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether who went in by VERB killed, burnt or looted there: "entered the village and | torched homes"."""
    behind = reading.of("act_verb", verb.last, sentence.last)
    return bool(reading.of("casualty", verb.last, sentence.last)) or any(tag.value in _RAIDING for tag in behind)


def _takes(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether a force is the subject of VERB and a place its object, or, of value ``enter``, where it went.

    Of value ``place`` the object needs a noun of place: who has a bare name may be freed or carried off.
    """
    behind = max((tag.last for kind in ("time", "adverb") for tag in reading.at(verb.last, kind)), default=verb.last)
    into = behind < sentence.last and reading.begins(behind, _INTO)
    aside = reading.of("taken_aside", verb.last, min(verb.last + _REACH, sentence.last))
    if into != (verb.value == "enter") or aside:
        return False
    start = _clause(reading, verb, sentence)
    subjects = [tag for kind in ("actor", "country") for tag in reading.of(kind, start, verb.first)]
    first = min(subjects, key=lambda tag: (tag.first, -tag.last), default=None)
    if first is None or not stands_free(reading, first, sentence.first):
        return False
    force = any(reading.has_between(first.first, first.last, kind) for kind in _FORCES)
    state = verb.value != "enter" and first.kind == "country"
    return (force or state) and _is_place(reading, behind, sentence, named=verb.value != "place")


def _clause(reading: Reading, verb: Tag, sentence: Sentence) -> int:
    """Return where the clause of VERB begins."""
    marks = (at + 1 for at in range(sentence.first, verb.first) if reading.tokens[at].text in {";", ":"})
    return max(marks, default=sentence.first)


def _is_taken_by(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether VERB is the passive of a place that a force took: "the town was | taken by the rebels"."""
    if verb.value == "enter" or not verb.first or not reading.has(verb.first - 1, "auxiliary"):
        return False
    kinds = ("place",) if verb.value else ("place", "name")
    places = any(reading.of(kind, max(sentence.first, verb.first - _REACH), verb.first) for kind in kinds)
    end = min(verb.last + _REACH, sentence.last)
    end = next((at for at in range(verb.last, end) if reading.tokens[at].kind == "mark"), end)
    agents = range(verb.last, end) if reading.at(verb.last, "by") else ()
    return places and any(reading.has_any(at, _FORCES) for at in agents)


def _is_place(reading: Reading, position: int, sentence: Sentence, *, named: bool) -> bool:
    """Tell whether a place stands at POSITION, marks and articles passed over; where NAMED, a bare name is one."""
    at, meant = position, False
    while at < sentence.last and reading.begins(at, (*_INTO, *_LEADING)):
        meant = meant or reading.begins(at, ("article", "contracted"))
        at = max(tag.last for kind in (*_INTO, *_LEADING) for tag in reading.at(at, kind))
    if at >= sentence.last or reading.has(at, "way"):
        return False
    if reading.begins(at, ("place_head",)) and not meant:
        return any(tag.last - tag.first > 1 for tag in reading.at(at, "site"))  # no "returned to | barracks"
    bare = named and reading.begins(at, ("name",)) and not reading.begins(at, _NO_PLACE)
    return bare or reading.begins(at, _PLACES)
