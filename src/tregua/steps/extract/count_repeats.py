"""Counts told twice: the poorer telling goes, as that of a headline which the text beneath tells in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tregua.steps.extract.count_windows import is_beside
from tregua.steps.extract.counts import Made
from tregua.steps.extract.tellers import same_teller
from tregua.vocabulary.stances import Bound

__all__ = ["without_repeats"]

_ROW = "row"
_MANY = 10
_ROUNDED = 20
_NEAR = 40


def without_repeats(made: Sequence[Made]) -> Iterator[Made]:
    """Give MADE without the poorer tellings of one count, as a headline and the sentence it heads tell it."""
    alike: dict[int, list[tuple[int, Made]]] = defaultdict(list)
    for index, item in enumerate(made):
        alike[item.slots.count].append((index, item))
    better = {index: other for group in alike.values() for index, other in _poorer(group)}
    rounded = {index for index, item in enumerate(made) if _rounds(item, made)}
    kept = {index: item for index, item in enumerate(made) if index not in better and index not in rounded}
    for index, other in [pair for pair in better.items() if pair[1] in kept]:
        kept[other] = _filled(kept[other], made[index])
    return iter(kept.values())


def _filled(item: Made, poorer: Made) -> Made:
    """Return ITEM with the window that POORER, another telling of the same count, states where ITEM states none."""
    if item.dated or not poorer.dated or poorer.slots.window is None:
        return item
    trace = (*item.trace, f"window: “{poorer.slots.window.text}”, of another telling of it")
    return replace(item, slots=replace(item.slots, window=poorer.slots.window), trace=trace, dated=True)


def _rounds(item: Made, made: Sequence[Made]) -> bool:
    """Tell whether ITEM is a headline's round number for one of MADE that the text gives exactly: "nearly 970", 969."""
    if not item.headline or item.slots.bound is not Bound.ABOUT:
        return False
    exact = (other.slots.count for other in made if other.slots.bound is Bound.EXACT and not other.headline)
    return any(abs(count - item.slots.count) * _ROUNDED <= count for count in exact)


def _poorer(group: Sequence[tuple[int, Made]]) -> Iterator[tuple[int, int]]:
    """Give the places of those in GROUP that another, not far away, tells better, or as well and earlier, and its."""
    for at, (index, item) in enumerate(group):
        others = [*group[:1], *group[max(0, at - _NEAR) : at + _NEAR]]
        rivals = [(_weight(other), -place) for place, other in others if place != index and _retells(item, other)]
        if rivals and max(rivals) > (_weight(item), -index):
            yield index, -max(rivals)[1]


def _retells(item: Made, other: Made) -> bool:
    rows = item.found.means == other.found.means == _ROW and not _share_place(item, other)
    if item.found.sentence is other.found.sentence or rows:
        return False
    if (item.split or other.split) and not (item.headline or other.headline):
        same = item.whole is not None and item.whole == other.whole and _alike(item, other)
        told = item.slots.count >= _MANY and _are_of_one_day(item, other)
        return (same or told) and _share_place(item, other)
    if item.slots.count == 0 and item.slots.window != other.slots.window:
        return False  # none on one day and none on the next are two statements
    heads = [each for each in (item, other) if each.headline]
    apart = not heads and is_beside(item.slots.window, other.slots.window)
    many = len(heads) == 1 and item.slots.count >= _MANY
    if apart or (not many and item.running != other.running and item.slots.window and other.slots.window):
        return False
    if heads and not any(each.split for each in heads):
        return True  # a headline tells in short what a later sentence tells in full
    return _share_place(item, other) or _is_unplaced(item, other) or not (item.slots.area and other.slots.area)


def _is_unplaced(item: Made, other: Made) -> bool:
    """Tell whether ITEM and OTHER, many, of one day and accused, differ by a place that one only guesses."""
    ours, theirs = item.slots, other.slots
    guessed = any(all(place.rule.startswith("inferred") for place in each.area) for each in (ours, theirs))
    return guessed and ours.count >= _MANY and item.dated and other.dated and _are_of_one_day(item, other)


def _are_of_one_day(item: Made, other: Made) -> bool:
    """Tell whether ITEM and OTHER have the same window, and accuse the same by name or by word."""
    days = [(span.start, span.end) for each in (item, other) for span in [each.slots.window] if span is not None]
    accused = [" ".join(who.name or who.text for who in each.slots.accused) for each in (item, other)]
    return len(days) > 1 and days[0] == days[1] and (not all(accused) or same_teller(*accused))


def _alike(item: Made, other: Made) -> bool:
    """Tell whether ITEM and OTHER accuse the same, or one of them nobody."""
    ours, theirs = (tuple(who.text for who in each.slots.accused) for each in (item, other))
    return not ours or not theirs or ours == theirs


def _share_place(item: Made, other: Made) -> bool:
    """Tell whether a place printed with ITEM is one printed with OTHER, or part of its name."""
    return any(a.text in b.text or b.text in a.text for a in item.slots.area for b in other.slots.area)


def _weight(made: Made) -> int:
    return (
        -4 * made.headline
        + 2 * (made.slots.window is not None)
        + bool(made.slots.area)
        + bool(made.slots.accused)
        + bool(made.slots.unit)
    )
