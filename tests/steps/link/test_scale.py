"""What is kept of the table of rules says what the table says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from tests.steps.link.accounts import accounts_of
from tests.steps.link.test_clusters import REGISTRY, REPORTS, Reports, desk_of

from tregua.steps.link import scale as scale_of
from tregua.steps.link.events import events_of
from tregua.steps.link.profiles import Profile, merge
from tregua.steps.link.rules import NEVER, RULES
from tregua.steps.link.scale import LOOKED_AT, TIMES, Scale
from tregua.steps.link.scoring import line


def profiles_of(reports: Reports) -> list[Profile]:
    """Return the profiles of REPORTS, and of each with the next as one event."""
    desk = desk_of(reports)
    found = [event.profile for event in events_of(accounts_of(desk), REGISTRY)[0]]
    return [*found, *(merge(one, other) for one, other in pairwise(found))]


@pytest.mark.parametrize("kept", [1, 30_000])
@settings(max_examples=60, deadline=None)
@given(reports=REPORTS)
def test_a_scale_says_what_the_table_says(kept: int, reports: Reports) -> None:
    profiles = profiles_of(reports)
    scale = Scale()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scale_of, "_KEPT", kept)
        taken = [scale.take(profile) for profile in profiles]
        for left, weighed in zip(profiles, taken, strict=True):
            for right, other in zip(profiles, taken, strict=True):
                holding = [rule for rule in RULES if rule.holds(left, right)]
                points = sum(rule.weight for rule in holding)
                assert scale.over(weighed, other) == points - line(left, right)
                if points != NEVER:
                    told = tuple(f"{rule.reason(left, right)} ({rule.weight:+g})" for rule in holding)
                    assert scale.reasons(weighed, other) == told


def test_every_rule_that_is_grouped_is_in_the_table_once() -> None:
    grouped = [*TIMES, *(name for _, names in LOOKED_AT for name in names)]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) <= {rule.name for rule in RULES}
