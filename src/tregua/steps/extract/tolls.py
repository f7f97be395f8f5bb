"""The toll of an event told in a sentence of its own: "A shell hit the market. Ten people were wounded"."""

from __future__ import annotations

from dataclasses import replace

from tregua.records.claim import Happening
from tregua.steps.extract.casualties import casualties_in
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.events import Event
from tregua.steps.extract.rows import listing_of
from tregua.steps.extract.slots import Clause
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Tag

__all__ = ["toll_alone", "with_toll"]

_OTHER_TOLLS = ("war", "revised", "subset")
_OTHER_EVENTS = ("place", "act_noun", "act_verb", "breach")


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


def toll_alone(reading: Reading, event: Event) -> Event | None:
    """Return EVENT without the nouns that only point back to an act told before: "in the attack | two men were killed".

    None when it has other words of an act, no dead or wounded, or a place of its own.
    """
    hurt = [word for word in event.words if word.kind == "casualty"]
    acts = [word for word in event.words if word.kind != "casualty"]
    if not acts or not hurt or reading.of("place", event.first, event.last):
        return None
    pointing = all(word.kind == "act_noun" and _points_back(reading, word) for word in acts)
    return Event(event.sentence, event.first, event.last, hurt) if pointing else None


def _points_back(reading: Reading, noun: Tag) -> bool:
    article = reading.over(noun.first - 1, "article") if noun.first else None
    joined = noun.first > 0 and reading.has(noun.first - 1, "contracted")  # "do ataque", "del ataque"
    return joined or (article is not None and article.value == "definite")


def _follows(reading: Reading, draft: Draft, event: Event) -> bool:
    """Tell whether EVENT is told right behind DRAFT, in news maybe a paragraph on, and tells of nothing else."""
    sentence = reading.sentence_of(draft.first)
    near = event.sentence.index - sentence.index == 1 and not reading.is_headline(sentence)
    apart = sentence.paragraph != event.sentence.paragraph
    near = near and listing_of(reading, event.sentence) is None  # the rows of a list part a toll
    kinds = (*_OTHER_TOLLS, "time", *(_OTHER_EVENTS if apart else ()))
    return near and not any(reading.of(kind, event.sentence.first, event.sentence.last) for kind in kinds)
