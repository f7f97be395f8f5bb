"""A headline tells in short what the text tells in full; the two are one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from tregua.records.claim import Happening, PlaceMention
from tregua.steps.extract.antecedents import CARRIED
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.folding import begins_alike
from tregua.steps.extract.text import Reading

__all__ = ["without_headlines"]

_ADJECTIVE = 3


def without_headlines(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return DRAFTS without what the first line tells in short and a later sentence in full."""
    headlines = [draft for draft in drafts if _is_headline(reading, draft)]
    body = [draft for draft in drafts if not _is_headline(reading, draft)]
    cases = reading.pack.grammar.genitives
    told = [draft for draft in headlines if not any(_retells(draft, other, cases=cases) for other in body)]
    return [*told, *body]


def _is_headline(reading: Reading, draft: Draft) -> bool:
    """Tell whether DRAFT is of a headline, or of a first paragraph of one sentence, which tells all in short."""
    sentence = reading.sentence_of(draft.first)
    after = reading.sentences[1:2]
    alone = not after or after[0].paragraph != sentence.paragraph
    return (sentence.index == 0 and alone) or reading.is_headline(sentence)


def _retells(headline: Draft, other: Draft, *, cases: bool) -> bool:
    told, again = cast("Happening", headline.slots), cast("Happening", other.slots)
    apart = told.places and again.places and not _meet(told.places, again.places)
    if told.killed is not None and told.killed == again.killed and not apart:
        return True
    names = _shared(_called(told), _called(again), cases=cases)
    named = [place.text for place in again.places if place.rule != CARRIED]
    places = _shared([place.text for place in told.places], named, cases=cases)
    return told.act == again.act and (names or not told.actors) and places


def _shared(some: Sequence[str], others: Sequence[str], *, cases: bool) -> bool:
    """Tell whether a name is in both, in any case where there are CASES: "Avdijivkoju" and "Avdijivka" begin alike."""
    if not cases:
        return bool({*some} & {*others})
    return any(_is_one_name(one.casefold().split(), other.casefold().split()) for one in some for other in others)


def _is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names are one in two cases, the words before the noun being adjectives: "Yuzhnoj Osetii"."""
    adjectives = all(a[:_ADJECTIVE] == b[:_ADJECTIVE] for a, b in zip(one[:-1], other[:-1], strict=False))
    return len(one) == len(other) and adjectives and begins_alike(one[-1], other[-1])


def _called(happening: Happening) -> list[str]:
    """Return what those who acted in HAPPENING are called, by name where the text has one."""
    return [actor.name or actor.text for actor in happening.actors]


def _meet(ours: Sequence[PlaceMention], theirs: Sequence[PlaceMention]) -> bool:
    """Tell whether a place of OURS may be one of THEIRS: the words of one are part of the other's."""
    pairs = [(f"{one.text} {one.within}", f"{other.text} {other.within}") for one in ours for other in theirs]
    return any(set(one.split()) & set(other.split()) for one, other in pairs)
