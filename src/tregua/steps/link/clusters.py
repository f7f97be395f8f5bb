"""Accounts put together, pair by pair, so that every two in a cluster could be one event."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tregua.records.claim import Mention
from tregua.steps.link.events import Event, mention_key
from tregua.steps.link.rules import NEVER, Score, compare
from tregua.vocabulary.names import analyse

__all__ = ["Cluster", "cluster"]

_WITHIN = dt.timedelta(days=2)
_SLACK = 2.0
_EARLY = dt.datetime.min.replace(tzinfo=dt.UTC)
_LATE = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(slots=True, eq=False)
class Cluster:
    """Accounts held to be of one event, and why each pair that was joined was."""

    events: list[Event]
    reasons: list[str] = field(default_factory=list)


class _Pairs:
    """Scores of pairs, each that is not ruled out worked out once."""

    def __init__(self) -> None:
        self._scores: dict[tuple[str, str], Score] = {}

    def score(self, left: Event, right: Event) -> Score:
        first, second = sorted((left, right), key=lambda event: event.id)
        key = (first.id, second.id)
        if (known := self._scores.get(key)) is not None:
            return known
        score = compare(first, second)
        if score.value > NEVER:
            self._scores[key] = score
        return score


def cluster(events: Sequence[Event]) -> list[Cluster]:
    """Return EVENTS in clusters, best pairs joined first.

    No chains: two clusters become one only when every account of the one fits every account of the other, at most
    two points under the line.
    """
    pairs = _Pairs()
    home = {event.id: Cluster([event]) for event in events}
    for score, left, right in _ranked(events, pairs):
        ours, theirs = home[left.id], home[right.id]
        if ours is theirs or not _fit(ours, theirs, pairs):
            continue
        ours.events += theirs.events
        said = "; ".join(score.reasons)
        ours.reasons += [*theirs.reasons, f"{left.id} and {right.id}: {said}; {score.value:g}, needed {score.line:g}"]
        home.update({event.id: ours for event in theirs.events})
    return list({id(each): each for each in home.values()}.values())


def _ranked(events: Sequence[Event], pairs: _Pairs) -> list[tuple[Score, Event, Event]]:
    found: dict[tuple[str, str], tuple[Score, Event, Event]] = {}
    for left, right in _candidates(events):
        score = pairs.score(left, right)
        if score.joins:
            found[left.id, right.id] = (score, left, right)
    return sorted(found.values(), key=lambda row: (-row[0].value, row[1].id, row[2].id))


def _fit(ours: Cluster, theirs: Cluster, pairs: _Pairs) -> bool:
    scores = (pairs.score(one, other) for one in ours.events for other in theirs.events)
    return all(score.value >= score.line - _SLACK for score in scores)


def _candidates(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Give pairs that share a place, a region or an actor and lie within two days."""
    blocks: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        for key in event.spots | event.wide | _actors(event.slots.actors):
            blocks[key].append(event)
    for _, block in sorted(blocks.items()):
        block.sort(key=lambda event: (_start(event), event.id))
        for position, left in enumerate(block):
            for right in block[position + 1 :]:
                if _start(right) - _WITHIN > _end(left):
                    break
                yield (left, right) if left.id < right.id else (right, left)


def _actors(mentions: Iterable[Mention]) -> set[str]:
    return {f"by:{mention_key(each)}" for each in mentions if each.id or analyse(each.text).words}


def _start(event: Event) -> dt.datetime:
    """Return when EVENT began; one without a time is held against every other."""
    return event.time.start if event.time and event.time.start else _EARLY + _WITHIN


def _end(event: Event) -> dt.datetime:
    return event.time.end if event.time and event.time.end else _LATE
