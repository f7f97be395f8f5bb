"""A headline tells in short what the text tells in full; the two are one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from tregua.records.claim import Casualties, Happening, PlaceMention
from tregua.steps.extract.antecedents import CARRIED
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.folding import begins_alike
from tregua.steps.extract.text import Reading
from tregua.vocabulary.acts import Act

__all__ = ["without_headlines"]

_ADJECTIVE = 3
_STEM = 5
_FROM_AIR = frozenset({Act.AIRSTRIKE, Act.DRONE})
_FORCE = frozenset(Act) - {Act.ABDUCTION, Act.OBSTRUCTION, Act.OVERFLIGHT}


def without_headlines(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return DRAFTS without what the first line tells in short and a later sentence in full."""
    headlines = [draft for draft in drafts if _is_headline(reading, draft)]
    body = [draft for draft in drafts if not _is_headline(reading, draft)]
    again = {draft: [other for other in body if _retells(reading, draft, other)] for draft in headlines}
    fuller = [draft for draft, others in again.items() if others and _is_fuller(reading, draft, others)]
    repeats = {other for draft in fuller for other in again[draft] if not cast("Happening", other.slots).actors}
    told = [draft for draft in headlines if draft in fuller or not again[draft]]
    return [*told, *(draft for draft in body if draft not in repeats)]


def _is_fuller(reading: Reading, draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether DRAFT, of a whole first sentence, says who hurt how many where, and none of OTHERS says all that."""
    told = cast("Happening", draft.slots)
    later = [cast("Happening", other.slots) for other in others]
    whole = not reading.is_headline(reading.sentence_of(draft.first))
    full = [each for each in later if each.actors and any(_is_one_toll(*tolls) for tolls in _tolls(told, each))]
    bare = [each for each in later if not each.actors]
    apart = any(each.places and not _meet(told.places, each.places, cases=False) for each in bare)
    hurt = told.killed is not None or told.injured is not None
    return whole and hurt and bool(told.actors and told.places) and not full and not apart


def _is_headline(reading: Reading, draft: Draft) -> bool:
    """Tell whether DRAFT is of a headline, or of a first paragraph of one sentence, which tells all in short."""
    sentence = reading.sentence_of(draft.first)
    after = reading.sentences[1:2]
    alone = not after or after[0].paragraph != sentence.paragraph
    return (sentence.index == 0 and alone) or reading.is_headline(sentence)


def _retells(reading: Reading, headline: Draft, other: Draft) -> bool:
    """Tell whether HEADLINE tells in short of OTHER; a whole first sentence tells of it only where all is the same."""
    told, again, cases = cast("Happening", headline.slots), cast("Happening", other.slots), _has_cases(reading)
    meet = _meet(told.places, again.places, cases=cases)
    short = reading.is_headline(reading.sentence_of(headline.first))
    wide = short and _is_wide(reading, headline)
    apart = told.places and again.places and not meet and not wide
    if not apart and any(_is_one_toll(*tolls) for tolls in _tolls(told, again)[: 1 + short]):
        return True
    ours, theirs = _called(told), _called(again)
    if short and (told.act == again.act or {told.act, again.act} <= _FORCE) and meet:
        return (
            not ours or not theirs or _shared(ours, theirs, cases=cases) or (_is_label(told) and not _is_label(again))
        )
    alike = not ours or not theirs or _are_alike(ours, theirs)
    if short and not told.places and alike and _is_one_act(told.act, again.act):
        return True  # "one dead in a strike on a car"
    named = [place.text for place in again.places if place.rule != CARRIED]
    places = _shared([place.text for place in told.places], named, cases=cases)
    return told.act == again.act and (not ours or _shared(ours, theirs, cases=cases)) and places


def _are_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether a word of OURS and one of THEIRS begin alike: "Russian" and "Russia"."""
    words = [{word[:_STEM] for name in names for word in name.casefold().split()} for names in (ours, theirs)]
    return any(len(stem) == _STEM for stem in words[0] & words[1])


def _is_wide(reading: Reading, draft: Draft) -> bool:
    """Tell whether the only place in the sentence of DRAFT is a country or a part of one: "in south Lebanon"."""
    sentence = reading.sentence_of(draft.first)
    places = reading.of("place", sentence.first, sentence.last)
    kinds = ("country", "direction", "article")
    return len(places) == 1 and all(reading.has_any(at, kinds) for at in range(places[0].first, places[0].last))


def _is_one_act(some: Act, other: Act) -> bool:
    """Tell whether SOME and OTHER may be one act, the one told more exactly than the other."""
    return some == other or {some, other} <= _FROM_AIR or (some, other) == (Act.ATTACK, Act.SMALL_ARMS)


def _has_cases(reading: Reading) -> bool:
    return reading.pack.grammar.genitives


def _tolls(told: Happening, again: Happening) -> tuple[tuple[Casualties | None, Casualties | None], ...]:
    return (told.killed, again.killed), (told.injured, again.injured)


def _is_one_toll(ours: Casualties | None, theirs: Casualties | None) -> bool:
    return ours is not None and ours == theirs


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


def _is_label(happening: Happening) -> bool:
    """Tell whether those who acted in HAPPENING are told by one common word: "rebels", "militants"."""
    return all(actor.name is None and " " not in actor.text for actor in happening.actors)


def _meet(ours: Sequence[PlaceMention], theirs: Sequence[PlaceMention], *, cases: bool) -> bool:
    """Tell whether a place of OURS may be one of THEIRS: the words of one are part of the other's, in any case."""
    pairs = [(f"{one.text} {one.within}", f"{other.text} {other.within}") for one in ours for other in theirs]
    words = [({*one.casefold().split()}, {*other.casefold().split()}) for one, other in pairs]
    if any(some & others for some, others in words):
        return True
    return cases and any(begins_alike(one, other) for some, others in words for one in some for other in others)
