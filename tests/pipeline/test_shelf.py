from __future__ import annotations

import pytest

from tregua.backends.ledger import Ledger
from tregua.errors import Problem
from tregua.pipeline.shelf import Shelf, silent


def shelf(ledger: Ledger, *, keep: bool = True) -> Shelf:
    return Shelf(store=ledger, progress=silent, keep=keep, made={})


def problem(text: str) -> Problem:
    return Problem(where=text, message=text)


def test_only_items_whose_inputs_changed_are_made_again(ledger: Ledger) -> None:
    made: list[str] = []

    def make(item: str) -> Problem:
        made.append(item)
        return problem(item)

    for items in ({"a": "one", "b": "two"}, {"a": "one", "b": "three"}, {"a": "one"}):
        result = shelf(ledger).each("stage", Problem, items, lambda item: item, make)
        assert result == {key: problem(item) for key, item in items.items()}
    assert made == ["one", "two", "three"]
    assert set(ledger.derived("stage")) == {"a"}


def test_what_was_made_is_told_and_nothing_is_told_when_nothing_was(ledger: Ledger) -> None:
    told = []
    for _ in range(2):
        one = shelf(ledger)
        one.each("stage", Problem, {"a": "x"}, lambda item: item, problem)
        told.append(one.made)
    assert told == [{"stage": 1}, {}]


def test_long_work_is_written_on_the_way(ledger: Ledger) -> None:
    def make(item: int) -> Problem:
        if item == 250:
            raise KeyboardInterrupt
        return problem(str(item))

    with pytest.raises(KeyboardInterrupt):
        shelf(ledger).each("stage", Problem, {f"{n:04}": n for n in range(300)}, str, make)
    assert len(ledger.derived("stage")) == 200


def test_a_whole_step_is_made_once_and_keeps_its_order(ledger: Ledger) -> None:
    calls = []

    def make() -> dict[str, list[Problem]]:
        calls.append(1)
        return {"some": [problem("z"), problem("a")], "none": []}

    for _ in range(2):
        one = shelf(ledger)
        result = one.whole("step", {"some": Problem, "none": Problem}, "inputs", make)
        assert [item.where for item in result["some"]] == ["z", "a"]
        assert result["none"] == ()
    assert calls == [1]
    assert one.made == {}


def test_a_look_at_a_past_date_writes_nothing(ledger: Ledger) -> None:
    one = shelf(ledger, keep=False)
    one.each("stage", Problem, {"a": "x"}, lambda item: item, problem)
    one.whole("step", {"some": Problem}, "inputs", lambda: {"some": [problem("z")]})
    assert ledger.derived("stage") == {}
    assert ledger.derived("some") == {}
