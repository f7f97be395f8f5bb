"""When two accounts are of one event: a table of rules, each with a weight and its reason.

Rules add up; one of weight ``NEVER`` forbids the join whatever the others say. A weight is about one bit: two points
more, and one event is four times as likely. What the sum must reach, ``scoring`` tells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from tregua.steps.link.profiles import GROUPS, Profile, Target, Toll
from tregua.vocabulary.acts import Act
from tregua.vocabulary.names import analyse
from tregua.vocabulary.nearness import NEAR, similarity

__all__ = ["NEVER", "RULES", "Rule", "may_be_rounded"]

NEVER = -inf
_FAR = 3
_OFTEN = {Act.OTHER, Act.OVERFLIGHT}
_MANY = 5
_DAYS = 2
_DAY = dt.timedelta(days=1).total_seconds()
_HOURS_APART = dt.timedelta(hours=3).total_seconds()

Test = Callable[[Profile, Profile], bool]
Words = Callable[[Profile, Profile], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table.

    Attributes:
        name: what it is called.
        weight: what it adds.
        holds: tells whether it applies to two accounts.
        says: says so, in words.
    """

    name: str
    weight: float
    holds: Test
    says: Words | str

    def reason(self, left: Profile, right: Profile) -> str:
        """Return in words what holds of LEFT and RIGHT."""
        return self.says if isinstance(self.says, str) else self.says(left, right)


def may_be_rounded(rough: Profile, exact: Profile) -> bool:
    """Tell whether ROUGH names no place but the region that EXACT, which names one, lies in, and the days meet."""
    return bool(exact.spots) and not rough.spots and _same_region(rough, exact) and _overlap(rough, exact)


def _known(left: Profile, right: Profile) -> list[str]:
    return sorted([key for key in left.spots & right.spots if not key.startswith("name:")])


def _same_place(left: Profile, right: Profile) -> bool:
    return not left.spots.isdisjoint(right.spots) and bool(_known(left, right))


def _say_place(left: Profile, right: Profile) -> str:
    return f"same place {', '.join(_known(left, right))}"


def _same_printed_place(left: Profile, right: Profile) -> bool:
    return not left.spots.isdisjoint(right.spots) and not _known(left, right)


def _same_region(left: Profile, right: Profile) -> bool:
    return left.spots.isdisjoint(right.spots) and not left.around.isdisjoint(right.around)


def _rounded_place(left: Profile, right: Profile) -> bool:
    """Tell whether one names no place but the region that a place of the other lies in."""
    return bool(left.spots) != bool(right.spots) and _same_region(left, right)


def _place_untold(left: Profile, right: Profile) -> bool:
    """Tell whether one names neither place nor region, and the other does."""
    return bool(left.around) != bool(right.around)


def _near_place(left: Profile, right: Profile) -> bool:
    return not left.spots.isdisjoint(right.near) and left.spots.isdisjoint(right.spots)


def _places_of_one(left: Profile, right: Profile) -> bool:
    """Tell whether one teller names two neighbouring places: others may take one for the other, it does not."""
    return _near_place(left, right) and _one_teller(left, right)


def _other_place(left: Profile, right: Profile) -> bool:
    return bool(left.spots and right.spots) and left.spots.isdisjoint(right.spots) and not _near_place(left, right)


def _other_region(left: Profile, right: Profile) -> bool:
    """Tell whether the two lie apart; an account of several provinces is of no event that lies in one of them."""
    if not left.wide or not right.wide or not left.spots.isdisjoint(right.spots):
        return False
    return left.wide.isdisjoint(right.wide) or _wider(left, right) or _wider(right, left)


def _wider(rough: Profile, other: Profile) -> bool:
    return not rough.spots and len(rough.regions) > 1 and not rough.regions <= other.wide


def _undated(left: Profile, right: Profile) -> bool:
    return not (left.dated and right.dated) and left.spots.isdisjoint(right.spots)


def _undated_place(left: Profile, right: Profile) -> bool:
    return not (left.dated and right.dated) and not left.spots.isdisjoint(right.spots)


def _same_act(left: Profile, right: Profile) -> bool:
    return not left.acts.isdisjoint(right.acts)


def _seldom_told(left: Profile, right: Profile) -> bool:
    """Tell whether both are of an act that is no use of force, and not just any breach."""
    return any(act not in GROUPS and act not in _OFTEN for act in left.acts & right.acts)


def _vague_act(left: Profile, right: Profile) -> bool:
    return left.groups.isdisjoint(right.groups) and (_covers(left, right) or _covers(right, left))


def _apart_in_kind(left: Profile, right: Profile) -> bool:
    return left.groups.isdisjoint(right.groups) and not _covers(left, right) and not _covers(right, left)


def _other_force(left: Profile, right: Profile) -> bool:
    """Tell whether the two are of force used in ways that one who was not there may take for each other."""
    return _apart_in_kind(left, right) and _forceful(left) and _forceful(right)


def _forceful(profile: Profile) -> bool:
    return all(act in GROUPS for act in profile.acts)


def _other_act(left: Profile, right: Profile) -> bool:
    return _apart_in_kind(left, right) and not (_forceful(left) and _forceful(right))


def _covers(vague: Profile, exact: Profile) -> bool:
    """Tell whether VAGUE may be what EXACT says: nobody calls an abduction an attack and no more."""
    return Act.OTHER in vague.acts or (vague.acts == {Act.ATTACK} and _forceful(exact))


def _acts(profile: Profile) -> str:
    return " and ".join(sorted(profile.acts))


def _gap(left: Profile, right: Profile) -> float:
    """Return the seconds between the two times, under 0 where they overlap."""
    return max(left.start - right.end, right.start - left.end)


def _overlap(left: Profile, right: Profile) -> bool:
    return left.dated and right.dated and left.start < right.end and right.start < left.end


def _same_said_time(left: Profile, right: Profile) -> bool:
    return left.said and right.said and _overlap(left, right)


def _same_inferred_time(left: Profile, right: Profile) -> bool:
    return not (left.said and right.said) and _overlap(left, right)


def _same_said_day(left: Profile, right: Profile) -> bool:
    """Tell whether both say on which day, and mean the same."""
    return left.said and right.said and not left.days.isdisjoint(right.days)


def _unsaid(left: Profile, right: Profile) -> bool:
    """Tell whether one of two documents has a day but does not say it: news is mostly of the day it is printed on."""
    known = bool(left.days and right.days) and not (left.said and right.said)
    return known and left.documents.isdisjoint(right.documents)


def _printed_same_day(left: Profile, right: Profile) -> bool:
    return _unsaid(left, right) and min(left.days) <= max(right.days) and min(right.days) <= max(left.days)


def _printed_days_after(left: Profile, right: Profile) -> bool:
    """Tell whether any two days on which they were printed, or that one says, lie two days apart or more."""
    apart = _unsaid(left, right) and max(max(left.days) - min(right.days), max(right.days) - min(left.days))
    return apart >= _DAYS


def _printed_with(left: Profile, right: Profile) -> bool:
    """Tell whether one, which does not say when it was, was printed when the other was, which tells of days before."""
    return left.said != right.said and _gap(left, right) >= 0 and _printed_near(left, right)


def _printed_near(left: Profile, right: Profile) -> bool:
    return any(abs(one - other) <= 1 for one in left.issued for other in right.issued)


def _next_day(left: Profile, right: Profile) -> bool:
    return 0 <= _gap(left, right) < _DAY


def _other_time(left: Profile, right: Profile) -> bool:
    return _gap(left, right) >= _DAY and not _printed_with(left, right)


def _other_hour(left: Profile, right: Profile) -> bool:
    return left.clock and right.clock and abs(left.start - right.start) > _HOURS_APART


def _same_actor(left: Profile, right: Profile) -> bool:
    return not left.actors.isdisjoint(right.actors)


def _other_actor(left: Profile, right: Profile) -> bool:
    return bool(left.actors and right.actors) and left.actors.isdisjoint(right.actors)


@lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> bool:
    return similarity(analyse(one), analyse(other)) >= NEAR


def _same_target(left: Profile, right: Profile) -> bool:
    return any(_one_target(one, other) for one in left.targets for other in right.targets)


def _rare_target(left: Profile, right: Profile) -> bool:
    return any(one[2] and other[2] and _one_target(one, other) for one in left.targets for other in right.targets)


def _one_target(one: Target, other: Target) -> bool:
    return bool(one[0] and one[0] == other[0]) or _alike(one[1], other[1])


def _other_target(left: Profile, right: Profile) -> bool:
    return bool(left.targets and right.targets) and not _same_target(left, right)


def _other_actor_and_target(left: Profile, right: Profile) -> bool:
    return _other_actor(left, right) and _other_target(left, right)


def _tolls(left: Profile, right: Profile) -> list[tuple[Toll, Toll]]:
    pairs = ((left.killed, right.killed), (left.injured, right.injured))
    return [(one, other) for one, other in pairs if one is not None and other is not None]


def _meet(one: Toll, other: Toll) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _same_toll(left: Profile, right: Profile) -> bool:
    tolls = _tolls(left, right)
    return bool(tolls) and all(_meet(one, other) for one, other in tolls)


def _same_many(left: Profile, right: Profile) -> bool:
    """Tell whether both give one number that few events have: one or two dead are said of every other event."""
    return any(one == other and one[0] >= _MANY for one, other in _tolls(left, right))


def _other_toll(left: Profile, right: Profile) -> bool:
    return any(not _meet(one, other) for one, other in _tolls(left, right))


def _far_toll(left: Profile, right: Profile) -> bool:
    return any(one[0] > _FAR * other[1] or other[0] > _FAR * one[1] for one, other in _tolls(left, right))


def _lone_toll(left: Profile, right: Profile) -> bool:
    return (left.killed is None) != (right.killed is None)


def _lone_injured(left: Profile, right: Profile) -> bool:
    return (left.injured is None) != (right.injured is None)


def _other_injured(left: Profile, right: Profile) -> bool:
    return left.injured is not None and right.injured is not None and not _meet(left.injured, right.injured)


def _same_count(left: Profile, right: Profile) -> bool:
    return not left.counts.isdisjoint(right.counts)


def _other_count(left: Profile, right: Profile) -> bool:
    return bool(left.counts and right.counts) and left.counts.isdisjoint(right.counts)


def _say_counts(left: Profile, right: Profile) -> str:
    return f"{', '.join(map(str, sorted(left.counts)))} is not {', '.join(map(str, sorted(right.counts)))}"


def _same_weapon(left: Profile, right: Profile) -> bool:
    return not left.weapons.isdisjoint(right.weapons)


def _other_weapon(left: Profile, right: Profile) -> bool:
    return bool(left.weapons and right.weapons) and left.weapons.isdisjoint(right.weapons)


def _two_bulletins(left: Profile, right: Profile) -> bool:
    return left.documents.isdisjoint(right.documents) and not left.printed.isdisjoint(right.printed)


def _one_document(left: Profile, right: Profile) -> bool:
    return not left.documents.isdisjoint(right.documents)


def _told_apart(left: Profile, right: Profile) -> bool:
    return _one_document(left, right) and _other_target(left, right)


def _told_of_others(left: Profile, right: Profile) -> bool:
    """Tell whether one teller gives different actors different numbers of dead in one document."""
    apart = _one_document(left, right) and _other_actor(left, right) and _other_toll(left, right)
    return apart and _one_teller(left, right)


def _one_teller(left: Profile, right: Profile) -> bool:
    return not {origin for origin, _ in left.printed}.isdisjoint(origin for origin, _ in right.printed)


def _listed_apart(left: Profile, right: Profile) -> bool:
    return not left.lists.isdisjoint(right.lists)


def _same_words(left: Profile, right: Profile) -> bool:
    return not left.wordings.isdisjoint(right.wordings)


RULES = (
    Rule("same place", 1, _same_place, _say_place),
    Rule("same printed place", 0.5, _same_printed_place, "same place name, in no registry"),
    Rule("near place", -3, _near_place, "different places, a few kilometres apart"),
    Rule("rounded place", -1, _rounded_place, "one names a place, the other no more than its region"),
    Rule("place untold", -3.5, _place_untold, "one names a place or a region, the other none"),
    Rule("undated place", -6, _undated_place, "nothing dates one of them"),
    Rule("places of one", NEVER, _places_of_one, "one teller names two places"),
    Rule("other place", NEVER, _other_place, "different places"),
    Rule("other region", NEVER, _other_region, "different regions"),
    Rule("undated", NEVER, _undated, "nothing dates one of them, and they share no precise place"),
    Rule("same act", 3, _same_act, lambda left, right: f"both {' and '.join(sorted(left.acts & right.acts))}"),
    Rule("seldom told", 2, _seldom_told, "which is seldom told of"),
    Rule(
        "vague act",
        -1.5,
        _vague_act,
        lambda left, right: f"{_acts(left)} and {_acts(right)} do not exclude each other",
    ),
    Rule("other force", -3, _other_force, lambda left, right: f"{_acts(left)} is seldom taken for {_acts(right)}"),
    Rule("other act", NEVER, _other_act, lambda left, right: f"{_acts(left)} is not {_acts(right)}"),
    Rule("same time", 1.5, _same_said_time, "the times they give overlap"),
    Rule("same inferred time", 1, _same_inferred_time, "the times may overlap, one being inferred from publication"),
    Rule("same day", 1, _printed_same_day, "printed on the day that the other tells of, or was printed on"),
    Rule("days after", -2, _printed_days_after, "printed two days or more after that"),
    Rule("printed with", -2, _printed_with, "one does not say when, and was printed when the other was"),
    Rule("same said day", 1.5, _same_said_day, "both say that day"),
    Rule("next day", -4, _next_day, "the times are apart by no more than a day"),
    Rule("other time", NEVER, _other_time, "different times"),
    Rule("other hour", NEVER, _other_hour, "different hours"),
    Rule("same actor", 2, _same_actor, "same actor"),
    Rule("other actor", -1.5, _other_actor, "they name different actors"),
    Rule("same target", 3, _same_target, "same target"),
    Rule("rare target", 0.5, _rare_target, "which few others name"),
    Rule("other target", -2, _other_target, "they name different targets"),
    Rule("other actor and target", -3.5, _other_actor_and_target, "neither who nor what agrees"),
    Rule("same casualties", 2.5, _same_toll, "same casualties"),
    Rule("many casualties", 2.5, _same_many, f"and these are {_MANY} or more"),
    Rule("other casualties", -1, _other_toll, "different casualties"),
    Rule("far casualties", -5, _far_toll, f"one says more than {_FAR} times as many"),
    Rule("lone toll", -2, _lone_toll, "one tells of dead, the other of none"),
    Rule("lone injured", -1, _lone_injured, "one tells of injured, the other of none"),
    Rule("other injured", -2, _other_injured, "different numbers of injured"),
    Rule("same count", 5, _same_count, lambda left, right: f"both say {min(left.counts & right.counts)}"),
    Rule("other count", -6, _other_count, _say_counts),
    Rule("same weapon", 2.5, _same_weapon, "same weapon"),
    Rule("other weapon", -1.5, _other_weapon, "they name different weapons"),
    Rule("same words", 4, _same_words, "in the same words"),
    Rule("two bulletins", -1.5, _two_bulletins, "one outlet tells of both, on two occasions"),
    Rule("listed apart", NEVER, _listed_apart, "one bulletin lists them as two"),
    Rule("told apart", -4, _told_apart, "one document names different targets"),
    Rule("told of others", NEVER, _told_of_others, "one teller gives different numbers of dead to different actors"),
    Rule("one document", 0.5, _one_document, "one document tells of both"),
)
"""The table, in the order reasons are given."""
