"""How and which: acts that only say how what was counted was done ("mortars were used"), or that are one of those."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.records.claim import Mention
from tregua.steps.extract.events import Event
from tregua.steps.extract.text import Reading, Tag

__all__ = ["is_one_of_those", "tells_how"]

_NEAR = 3


def is_one_of_those(reading: Reading, noun: Tag) -> bool:
    """Tell whether NOUN is one of what was told or counted before it: "breaches, among them | the abduction of"."""
    first = max(reading.sentence_of(noun.first).first, noun.first - _NEAR)
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
