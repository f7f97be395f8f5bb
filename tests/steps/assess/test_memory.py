from __future__ import annotations

import pytest

from tregua.steps.assess import memory
from tregua.steps.assess.memory import Kept, Memory


def test_a_memory_makes_what_it_does_not_have_and_begins_anew_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 2)
    made: list[int] = []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    doubles = Memory(double)
    assert [doubles[number] for number in (1, 1, 2, 3, 3, 1)] == [2, 2, 4, 6, 6, 2]
    assert made == [1, 2, 3, 1]
    assert len(doubles) == 2


def test_values_that_are_the_same_have_one_number() -> None:
    kept: Kept[str] = Kept()
    assert [kept.number(word) for word in ("a", "b", "a")] == [0, 1, 0]
    assert kept.values == ["a", "b"]
