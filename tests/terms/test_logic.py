from __future__ import annotations

import itertools

import pytest

from tregua.terms.logic import Answer, every, negate, some

VALUES = {
    holds: Answer(holds=holds, why=f"{holds}.", missing=("a fact",) if holds is None else ())
    for holds in (True, False, None)
}
RANK = {False: 0, None: 1, True: 2}


@pytest.mark.parametrize(("one", "other"), list(itertools.product(VALUES, repeat=2)))
def test_and_is_the_least_and_or_the_greatest_of_its_parts(*, one: bool | None, other: bool | None) -> None:
    pair = [VALUES[one], VALUES[other]]
    assert RANK[every(pair).holds] == min(RANK[one], RANK[other])
    assert RANK[some(pair).holds] == max(RANK[one], RANK[other])


@pytest.mark.parametrize(("one", "other"), list(itertools.product(VALUES, repeat=2)))
def test_de_morgan_holds_with_three_values(*, one: bool | None, other: bool | None) -> None:
    pair = [VALUES[one], VALUES[other]]
    assert negate(every(pair)).holds == some([negate(each) for each in pair]).holds


def test_nothing_to_satisfy_is_satisfied_and_nothing_to_choose_from_is_not() -> None:
    assert every([]).holds is True
    assert some([]).holds is False


def test_only_what_decides_gives_the_reason_and_a_fact_that_cannot_matter_is_not_asked_for() -> None:
    answer = every([VALUES[True], VALUES[False], VALUES[None]])
    assert (answer.why, answer.missing) == ("False.", ())
    answer = some([VALUES[None], VALUES[True]])
    assert (answer.why, answer.missing) == ("True.", ())


def test_missing_facts_and_reasons_are_named_once() -> None:
    answer = every([VALUES[None], VALUES[True], VALUES[None]])
    assert (answer.holds, answer.why, answer.missing) == (None, "None.", ("a fact",))
