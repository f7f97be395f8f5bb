from __future__ import annotations

from typing import NoReturn

from tests.steps.measure.made_up import incident, observed
from tregua.backends.statistics import LibraryStatistics
from tregua.errors import TreguaError
from tregua.steps.measure import estimate
from tregua.steps.measure.question import Answer, Question, plural


def refuse() -> NoReturn:
    raise TreguaError("nothing is installed")


def test_every_figure_has_its_definition_and_an_answer_or_a_reason() -> None:
    case = observed([incident(key, key % 20, "north" if key % 3 else "south") for key in range(40)])
    found = estimate(case, LibraryStatistics())
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert each.definition
        assert bool(each.refused) != (each.value is not None or each.low is not None)


def test_nothing_gives_refusals_and_no_figure() -> None:
    assert all(each.refused for each in estimate(observed([], documents=()), LibraryStatistics()))


def test_an_answer_is_rounded_to_three_digits_and_whole_numbers_are_not() -> None:
    question = Question(name="a name", key="a key", unit="days", definition="What it is.")
    found = question.ask(["i-1"], lambda: Answer(value=1234.0, low=0.123456, high=None, notes=("a note",)))
    assert (found.value, found.low, found.high) == (1234.0, 0.123, None)
    assert (found.records, found.notes, found.refused) == (("i-1",), ("a note",), "")


def test_a_reason_stands_in_the_place_of_the_figure() -> None:
    question = Question(name="a name", key="a key", unit="days", definition="What it is.")
    assert question.ask([], lambda: "too little").refused == "too little"
    assert question.ask([], refuse).refused == "nothing is installed"


def test_nouns_have_their_number() -> None:
    assert [plural(number, "day") for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
