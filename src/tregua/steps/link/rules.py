"""When two accounts are of one event: a table of rules, each with a weight and its reason.

Rules add up; one of weight ``NEVER`` forbids the join whatever the others say. Place and act carry most, so that
a province and a day in common never suffice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

from tregua.records.claim import Casualties, Mention
from tregua.steps.link.events import VAGUE, Event, mention_key
from tregua.vocabulary.names import NEAR, analyse, similarity
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Precision

__all__ = ["LINE", "NEVER", "RULES", "WIDE_LINE", "Rule", "Score", "compare"]

LINE = 6.0
"""Two dated accounts that name one precise place are joined from here on."""

WIDE_LINE = 8.0
"""Two accounts that share only a province, or of which one names no place or cannot be dated, need as much as this."""

NEVER = float("-inf")
_FAR = 3
_HOURS_APART = dt.timedelta(hours=3)

Test = Callable[[Event, Event], str]
"""Returns what holds of the two, in words, or "" when the rule does not apply."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    name: str
    weight: float
    test: Test


@dataclass(frozen=True, slots=True)
class Score:
    """What the table says of two accounts.

    Attributes:
        value: sum of the weights.
        line: what it must reach.
        reasons: the rules that applied, in words.
    """

    value: float
    line: float
    reasons: tuple[str, ...]

    @property
    def joins(self) -> bool:
        """Tell whether the two are held to be one event."""
        return self.value >= self.line


def compare(left: Event, right: Event) -> Score:
    """Hold LEFT and RIGHT against every rule; one that forbids the join is reason enough."""
    forbidding = next((said for rule in _FORBIDDING if (said := rule.test(left, right))), "")
    if forbidding:
        return Score(NEVER, WIDE_LINE, (forbidding,))
    applied = [(rule, said) for rule in _WEIGHING if (said := rule.test(left, right))]
    value = sum(rule.weight for rule, _ in applied)
    line = LINE if left.spots & right.spots and left.time and right.time else WIDE_LINE
    return Score(value, line, tuple(f"{said} ({rule.weight:+g})" for rule, said in applied))


def _same_place(left: Event, right: Event) -> str:
    shared = sorted(key for key in left.spots & right.spots if not key.startswith("name:"))
    return f"same place {', '.join(shared)}" if shared else ""


def _same_printed_place(left: Event, right: Event) -> str:
    shared = left.spots & right.spots
    printed = shared and all(key.startswith("name:") for key in shared)
    return "same place name, in no registry" if printed else ""


def _same_region(left: Event, right: Event) -> str:
    shared = not left.spots & right.spots and (left.wide | left.spots) & (right.wide | right.spots)
    return "same region only" if shared else ""


def _other_place(left: Event, right: Event) -> str:
    return "different places" if left.spots and right.spots and not left.spots & right.spots else ""


def _other_region(left: Event, right: Event) -> str:
    apart = not left.spots & right.spots and left.wide and right.wide and not left.wide & right.wide
    return "different regions" if apart else ""


def _same_act(left: Event, right: Event) -> str:
    return f"both {left.slots.act}" if left.slots.act is right.slots.act else ""


def _kindred_act(left: Event, right: Event) -> str:
    kindred = left.group == right.group and left.slots.act is not right.slots.act
    return f"{left.slots.act} and {right.slots.act} may be one act" if kindred else ""


def _vague_act(left: Event, right: Event) -> str:
    vague = left.group != right.group and not VAGUE.isdisjoint((left.slots.act, right.slots.act))
    return f"{left.slots.act} and {right.slots.act} do not exclude each other" if vague else ""


def _other_act(left: Event, right: Event) -> str:
    apart = left.group != right.group and VAGUE.isdisjoint((left.slots.act, right.slots.act))
    return f"{left.slots.act} is not {right.slots.act}" if apart else ""


def _said(event: Event) -> bool:
    return event.time is not None and event.time.basis is not Basis.INFERRED


def _overlap(left: Event, right: Event) -> bool:
    return left.time is not None and right.time is not None and left.time.overlaps(right.time)


def _same_said_time(left: Event, right: Event) -> str:
    return "the times they give overlap" if _overlap(left, right) and _said(left) and _said(right) else ""


def _same_inferred_time(left: Event, right: Event) -> str:
    inferred = _overlap(left, right) and not (_said(left) and _said(right))
    return "the times may overlap, one being inferred from publication" if inferred else ""


def _other_time(left: Event, right: Event) -> str:
    apart = left.time is not None and right.time is not None and not left.time.overlaps(right.time)
    return "different times" if apart else ""


def _other_hour(left: Event, right: Event) -> str:
    if left.time is None or right.time is None or left.time.start is None or right.time.start is None:
        return ""
    fine = (Precision.MINUTE, Precision.HOUR)
    by_the_clock = all(one.precision in fine and one.basis is Basis.STATED for one in (left.time, right.time))
    return "different hours" if by_the_clock and abs(left.time.start - right.time.start) > _HOURS_APART else ""


def _keys(mentions: Iterable[Mention]) -> set[str]:
    """Return keys of the MENTIONS that tell one from another; "militants" does not."""
    return {mention_key(each) for each in mentions if each.id or analyse(each.text).words}


def _same_actor(left: Event, right: Event) -> str:
    return "same actor" if _keys(left.slots.actors) & _keys(right.slots.actors) else ""


def _other_actor(left: Event, right: Event) -> str:
    ours, theirs = _keys(left.slots.actors), _keys(right.slots.actors)
    return "they name different actors" if ours and theirs and not ours & theirs else ""


def _targets(event: Event) -> list[Mention]:
    """Return what EVENT struck, but for the places it names: a town attacked is a place, and counted as one."""
    places = {analyse(name).core for place in event.slots.places for name in (place.text, place.name or "")}
    return [target for target in event.slots.targets if analyse(target.text).core not in places]


def _alike(left: Event, right: Event) -> bool:
    return any(
        (one.id and one.id == other.id) or similarity(analyse(one.text), analyse(other.text)) >= NEAR
        for one, other in product(_targets(left), _targets(right))
    )


def _same_target(left: Event, right: Event) -> str:
    return "same target" if _alike(left, right) else ""


def _other_target(left: Event, right: Event) -> str:
    apart = _targets(left) and _targets(right) and not _alike(left, right)
    return "they name different targets" if apart else ""


def _tolls(left: Event, right: Event) -> list[tuple[Casualties, Casualties]]:
    pairs = ((left.slots.killed, right.slots.killed), (left.slots.injured, right.slots.injured))
    return [(one, other) for one, other in pairs if one is not None and other is not None]


def _meet(one: Casualties, other: Casualties) -> bool:
    low = max(one.low or 0, other.low or 0)
    return all(bound is None or low <= bound for bound in (one.high, other.high))


def _same_toll(left: Event, right: Event) -> str:
    tolls = _tolls(left, right)
    return "same casualties" if tolls and all(_meet(one, other) for one, other in tolls) else ""


def _other_toll(left: Event, right: Event) -> str:
    return "different casualties" if any(not _meet(one, other) for one, other in _tolls(left, right)) else ""


def _far_toll(left: Event, right: Event) -> str:
    far = any((one.low or 0) > _FAR * (other.high or one.low or 0) for one, other in _tolls_both_ways(left, right))
    return f"one says more than {_FAR} times as many" if far else ""


def _tolls_both_ways(left: Event, right: Event) -> list[tuple[Casualties, Casualties]]:
    return _tolls(left, right) + _tolls(right, left)


def _same_count(left: Event, right: Event) -> str:
    return f"both say {left.slots.count}" if left.slots.count and left.slots.count == right.slots.count else ""


def _other_count(left: Event, right: Event) -> str:
    apart = left.slots.count and right.slots.count and left.slots.count != right.slots.count
    return f"{left.slots.count} is not {right.slots.count}" if apart else ""


def _one_document(left: Event, right: Event) -> str:
    same = left.account.document.id == right.account.document.id
    return "one document tells of both" if same else ""


RULES = (
    Rule("same place", 4, _same_place),
    Rule("same printed place", 3, _same_printed_place),
    Rule("same region", 1, _same_region),
    Rule("other place", NEVER, _other_place),
    Rule("other region", NEVER, _other_region),
    Rule("same act", 2, _same_act),
    Rule("kindred act", 1, _kindred_act),
    Rule("vague act", -1, _vague_act),
    Rule("other act", NEVER, _other_act),
    Rule("same time", 2, _same_said_time),
    Rule("same inferred time", 1, _same_inferred_time),
    Rule("other time", NEVER, _other_time),
    Rule("other hour", NEVER, _other_hour),
    Rule("same actor", 2, _same_actor),
    Rule("other actor", -2, _other_actor),
    Rule("same target", 2, _same_target),
    Rule("other target", -3, _other_target),
    Rule("same casualties", 2, _same_toll),
    Rule("other casualties", -1, _other_toll),
    Rule("far casualties", -2, _far_toll),
    Rule("same count", 1, _same_count),
    Rule("other count", -2, _other_count),
    Rule("one document", -2, _one_document),
)
"""The table, in the order reasons are given."""

_FORBIDDING = tuple(rule for rule in RULES if rule.weight == NEVER)
_WEIGHING = tuple(rule for rule in RULES if rule.weight != NEVER)
