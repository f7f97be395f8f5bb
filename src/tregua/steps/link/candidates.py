"""Which accounts are held against each other at all: few for each, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tregua.steps.link.events import Event
from tregua.steps.link.profiles import Profile
from tregua.vocabulary.names import analyse

__all__ = ["Pair", "candidates"]

_DAY = 86_400.0
_CROWD = 60
"""An account that nothing dates is held against those of its place only where these are no more."""

Blocks = defaultdict[str, list[int]]
Pair = tuple[int, int]


def candidates(events: Sequence[Event]) -> set[Pair]:
    """Return pairs of EVENTS, by position, the first before the second, that the table may join.

    Pairs share a precise place; or, where one of them names none, a region and one thing besides; or, where one names
    no place at all, two things besides; or their words. They lie within the same days; what nothing dates is held
    against the others of a place as long as these are few: where many fit, none does in particular.
    """
    profiles = [event.profile for event in events]
    places: Blocks = defaultdict(list)
    words: Blocks = defaultdict(list)
    for position, profile in enumerate(profiles):
        for key in profile.spots:
            places[key].append(position)
        for key in profile.wordings:
            words[key].append(position)
    found: set[Pair] = set()
    for block in places.values():
        found.update(_in_time(block, profiles))
    for block in words.values():
        found.update([(block[0], other) for other in block[1:]])
    for block in _loose(profiles).values():
        found.update([pair for pair in _in_time(block, profiles) if not all(profiles[each].spots for each in pair)])
    return found


def _loose(profiles: Sequence[Profile]) -> Blocks:
    """Return blocks of keys that accounts without a precise place share with those they may be of."""
    wanted = {key for profile in profiles if not profile.spots for key in _keys(profile)}
    blocks: Blocks = defaultdict(list)
    for position, profile in enumerate(profiles):
        for key in wanted.intersection(_keys(profile)):
            blocks[key].append(position)
    return blocks


def _keys(profile: Profile) -> list[str]:
    tolls = [f"{kind}{toll[0]}" for kind, toll in enumerate((profile.killed, profile.injured)) if toll is not None]
    struck = [word for key, text in profile.targets for word in (key, *analyse(text).words) if word]
    origins = [origin for origin, _ in profile.printed]
    things = sorted({*profile.actors, *struck, *tolls, *origins, *profile.acts})
    if profile.wide:
        return [f"{region} {thing}" for region in profile.wide for thing in things] + _two_of(things)
    return _two_of(things)


def _two_of(things: Sequence[str]) -> list[str]:
    return [f"{one} {other}" for one, other in combinations(things, 2)]


def _in_time(block: Sequence[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Give the pairs of BLOCK whose times overlap or are a day apart at most."""
    dated = sorted([(profiles[each].start, profiles[each].end, each) for each in block if profiles[each].dated])
    for place, (_, end, one) in enumerate(dated):
        for start, _, other in dated[place + 1 :]:
            if start - end >= _DAY:
                break
            yield (one, other) if one < other else (other, one)
    if len(dated) < len(block) <= _CROWD:
        yield from (pair for pair in combinations(block, 2) if not all(profiles[each].dated for each in pair))
