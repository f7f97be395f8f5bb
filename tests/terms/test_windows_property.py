from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tregua.terms.load import load_truce
from tregua.terms.logic import Answer
from tregua.terms.windows import reach
from tregua.vocabulary.time import Span

HOURS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
ZERO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)

HEAD = """\
id: made-up
title: Made up
kind: ceasefire
zone: UTC
adopted: 2020-01-01
sources: [{id: s, title: S}]
areas: [{id: a, name: A, countries: [UA], cite: s}]
sides: [{id: x, name: X, members: [], cite: s}]
clauses: [{id: c, rule: prohibits, acts: [attack], text: t, cite: s}]
layers:
"""


def _hour(hour: int) -> str:
    return f"{ZERO + dt.timedelta(hours=hour):%Y-%m-%dT%H:%M}"


def _layer(number: int, window: tuple[int, int], contested: list[tuple[int, int]]) -> str:
    text = f"  - id: l{number}\n    start: {_hour(window[0])}\n    end: {_hour(window[1])}\n"
    text += "    declared: 2020-01-01\n    areas: [a]\n    cite: s\n    contested:"
    stretches = [f"{{start: {_hour(one)}, end: {_hour(other)}, why: w, cite: s}}" for one, other in contested]
    return f"{text} [{', '.join(stretches)}]\n"


def _at(hour: int, layers: list[tuple[tuple[int, int], list[tuple[int, int]]]]) -> bool | None:
    """Return whether the terms were in force in one hour, tried hour by hour."""
    answers: list[bool | None] = []
    for (start, end), contested in layers:
        open_one = any(one <= hour < other for one, other in contested)
        answers.append(None if open_one else start <= hour < end)
    return True if True in answers else (None if None in answers else False)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(HOURS, st.lists(HOURS, max_size=2)), min_size=1, max_size=3), HOURS)
def test_the_answer_for_a_span_agrees_with_its_hours_one_by_one(
    layers: list[tuple[tuple[int, int], list[tuple[int, int]]]], span: tuple[int, int]
) -> None:
    text = HEAD + "".join(_layer(number, *layer) for number, layer in enumerate(layers))
    truce, problems = load_truce(text, "made-up")
    assert [str(problem) for problem in problems] == []
    assert truce is not None
    time = Span(start=ZERO + dt.timedelta(hours=span[0]), end=ZERO + dt.timedelta(hours=span[1]))
    found = reach(truce, truce.layers, time, lambda area: Answer(holds=True, why=area.name)).time.holds
    hours = {_at(hour, layers) for hour in range(*span)}
    expected = next(iter(hours)) if len(hours) == 1 else None
    assert found is expected
