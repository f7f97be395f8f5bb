"""Acts that only say how what was counted was done: "they broke it 12 times. Mortars were used"."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.records.claim import Mention
from tregua.steps.extract.events import Event
from tregua.steps.extract.text import Reading

__all__ = ["tells_how"]


def tells_how(reading: Reading, event: Event, actors: Sequence[Mention]) -> bool:
    """Tell whether EVENT, which says neither where nor at whom, is no act of its own but tells with what fire.

    It names none of ACTORS, or only arms that somebody used, and nobody hurt.
    """
    if any(word.kind in {"casualty", "act_noun"} for word in event.words):
        return False
    words = reading.printed(event.first, event.last)
    named = any(actor.text in words for actor in actors)
    return not named or all(word.kind == "use_verb" for word in event.words)
