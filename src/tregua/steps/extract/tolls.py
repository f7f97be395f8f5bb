"""The toll of an event told in a sentence of its own: "A shell hit the market. Ten people were wounded"."""

from __future__ import annotations

from dataclasses import replace

from tregua.records.claim import Happening
from tregua.steps.extract.casualties import casualties_in
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.events import Event
from tregua.steps.extract.slots import Clause
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading

__all__ = ["with_toll"]

_OTHER_TOLLS = ("war", "revised", "subset")


def with_toll(reading: Reading, attribution: Attribution, draft: Draft, event: Event) -> Draft:
    """Return DRAFT with the dead and wounded of EVENT, which names no act, where DRAFT gives none of its own."""
    slots, clause = draft.slots, Clause(reading, attribution, event.first, event.last)
    if not isinstance(slots, Happening) or any(word.kind != "casualty" for word in event.words):
        return draft
    if not _follows(reading, draft, event):
        return draft
    killed, injured = casualties_in(clause, "killed"), casualties_in(clause, "injured")
    told = replace(slots, killed=slots.killed or killed, injured=slots.injured or injured)
    if told == slots:
        return draft
    return replace(draft, slots=told, trace=(*draft.trace, f"toll: of sentence {event.sentence.index}"))


def _follows(reading: Reading, draft: Draft, event: Event) -> bool:
    """Tell whether EVENT is told right behind DRAFT, in its paragraph, and speaks of no other time or toll."""
    sentence = reading.sentence_of(draft.first)
    near = sentence.paragraph == event.sentence.paragraph and event.sentence.index - sentence.index == 1
    kinds = (*_OTHER_TOLLS, "time")
    return near and not any(reading.of(kind, event.sentence.first, event.sentence.last) for kind in kinds)
