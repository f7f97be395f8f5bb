"""Counts that stand beside one another and are no shares of one: "12 by the army and 18 by the rebels in Homs"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from tregua.records.claim import PlaceMention, Tally
from tregua.steps.extract.counts import Found, Made, Work, areas_in
from tregua.steps.extract.slots import Clause
from tregua.steps.extract.text import Sentence

__all__ = ["placed_behind", "share_back", "stand_beside"]

_LONGEST_ITEM = 8
_PARTING = ("of", "unattributed", "be", "have", "say", "record", "occur", "act_verb", "breach_verb")


def stand_beside(work: Work, sentence: Sentence, parts: Sequence[Found]) -> bool:
    """Tell whether PARTS are no shares but counts of other places or by others: "591 in Donetsk and 975 in Kursk"."""
    before = [made for made in work.recent(sentence, heads=True) if made.found.sentence is sentence]
    if all(item.means == "actor" for item in parts):
        total = sum(item.number.count or 0 for item in parts)
        return bool(before) and bool(before[0].slots.accused) and before[0].slots.count not in {0, total}
    placed = any(_is_printed(made.slots.area) for made in before)
    return placed and all(item.means == "place" for item in parts)


def placed_behind(work: Work, item: Found, clause: Clause, base: Tally) -> tuple[PlaceMention, ...]:
    """Return where the share of ITEM was: between its number and who is accused, else behind him or as in BASE.

    "12 by the army in Homs and 18 by the rebels | in Hama"; where the whole has no place, one behind is whose he is.
    """
    reading, accused = work.reading, item.match.kept["actor"]
    between = areas_in(work, clause.part(item.number.last, accused.first))  # "ten in Homs by the rebels"
    end = max([accused.last, *(tag.last for tag in reading.at(accused.first, "actor"))])
    behind = _is_printed(base.area) and end < clause.last and bool(reading.at(end, "at_place"))
    return tuple(between or (areas_in(work, clause.part(end, clause.last)) if behind else [])) or base.area


def share_back(work: Work, sentence: Sentence) -> None:
    """Give the counts listed before the last of SENTENCE its place, and who is accused, where they have neither.

    "12 raids, eight strikes and five attacks | by the rebels in Homs": what stands at the end goes with all.
    """
    made = sorted((at for at, each in enumerate(work.made) if each.found.sentence is sentence), key=_place_of(work))
    for before, behind in reversed(list(pairwise(made))):
        one, other = work.made[before], work.made[behind]
        if not _are_listed(work, one, other) or (other.split and other.whole == one.slots.count):
            return
        if _is_printed(one.slots.area):
            continue
        area = other.slots.area if _is_printed(other.slots.area) else one.slots.area
        slots = replace(one.slots, area=area, accused=one.slots.accused or other.slots.accused)
        if slots != one.slots:
            work.made[before] = replace(one, slots=slots, trace=(*one.trace, "told at the end of its list"))


def _place_of(work: Work) -> Callable[[int], int]:
    return lambda at: work.made[at].found.number.first


def _are_listed(work: Work, one: Made, other: Made) -> bool:
    """Tell whether ONE and OTHER are items of one list, with a few words between them, no verb and no "of"."""
    reading, first, last = work.reading, one.found.number.last, other.found.number.first
    joined = reading.tokens[last - 1].text == "," or bool(reading.at(last - 1, "and"))
    parted = any(reading.of(kind, first, last) for kind in _PARTING)
    return joined and 0 < last - first <= _LONGEST_ITEM and not parted


def _is_printed(area: Sequence[PlaceMention]) -> bool:
    return any(not place.rule.startswith("inferred") for place in area)
