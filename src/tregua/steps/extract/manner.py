"""How and which: acts that only say how what was counted was done ("mortars were used"), or that are one of those."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.records.claim import Mention
from tregua.steps.extract.events import Event
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.text import DASHES, Reading, Tag, is_unknown
from tregua.vocabulary.acts import Act

__all__ = ["is_measured", "is_one_of_those", "stands_alone", "tells_how"]

_NEAR = 3
_PARTS = frozenset({";", ":", ".", *DASHES})
_NONE = ("none_of", "negation", "unreal")
_OF_PHRASE = (
    "act_noun", "actor", "adverb", "and", "article", "at_place", "at_target", "by", "casualty", "date", "direction",
    "frequency", "mark", "modifier", "name", "number", "of", "ordinal", "people", "person", "place", "place_head",
    "preposition", "target", "time", "toponym", "turn", "unit", "weapon", "with",
)  # fmt: skip


def stands_alone(reading: Reading, event: Event, noun: Tag) -> bool:
    """Tell whether NOUN heads a sentence, or a part of one, that has no verb: "At night, mortar fire at Talakivka."."""
    parts = [at for at in range(event.sentence.first, event.last) if _is_part(reading, at)]
    first = max((at + 1 for at in parts if at < noun.first), default=event.sentence.first)
    last = min((at for at in parts if at >= noun.last), default=event.last)
    articles = reading.at(noun.first - 1, "article") if noun.first > first else ()
    if any(tag.value == "definite" for tag in articles):
        return False
    beside = (noun.first - 1, noun.last)  # "a similar | ambush"
    somewhere = any(reading.of(kind, noun.first, last) for kind in ("place", "name"))
    if reading.is_headline(event.sentence) or not somewhere:
        return False
    strange = [at for at in range(first, last) if not _is_of_phrase(reading, at)]
    return all(at in beside and is_unknown(reading, at) for at in strange)


def _is_part(reading: Reading, position: int) -> bool:
    """Tell whether the mark at POSITION ends a part of a sentence: a semicolon, or a comma before "without", "no"."""
    mark = reading.tokens[position].text
    return mark in _PARTS or (mark == "," and reading.has_any(position + 1, _NONE))


def _is_of_phrase(reading: Reading, position: int) -> bool:
    return reading.tokens[position].text == "," or reading.has_any(position, _OF_PHRASE)


def is_one_of_those(reading: Reading, noun: Tag) -> bool:
    """Tell whether NOUN is one of what was told or counted before it: "breaches, among them | the abduction of"."""
    first = max(reading.sentence_of(noun.first).first, noun.first - _NEAR - _NEAR)
    return bool(reading.of("partly", first, noun.first)) and not reading.of("number", first, noun.first)


def tells_how(reading: Reading, event: Event, actors: Sequence[Mention]) -> bool:
    """Tell whether EVENT, which says neither where nor at whom, is no act of its own but tells with what fire.

    It names none of ACTORS, or only arms that somebody used, and nobody hurt.
    """
    if any(word.kind in {"casualty", "act_noun"} for word in event.words):
        return False
    words = reading.printed(event.first, event.last)
    named = any(actor.text in words for actor in actors)
    return not named or all(word.kind == "use_verb" for word in event.words)


def is_measured(reading: Reading, event: Event) -> bool:
    """Tell whether EVENT says how many were hurt or taken or how many arms were used: "three rockets were fired"."""
    taken = event.words[0].value == Act.ABDUCTION and is_passive(reading, event.words[0])
    if taken and any(
        reading.has(tag.last, "person") for tag in reading.of("number", event.first, event.words[0].first)
    ):
        return True
    hurt = any(word.kind == "casualty" for word in event.words)
    weapons = reading.of("weapon", event.first, event.last)
    return hurt or any(tag.first and reading.has(tag.first - 1, "number") for tag in weapons)
