"""A small made-up truce that the tests of the language share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tregua.terms.load import load_truce
from tregua.terms.truce import Truce

SMALL = """\
id: small-2020
title: A small truce
kind: ceasefire
zone: Europe/Kyiv
adopted: 2020-01-01
sources:
  - {id: paper, title: The paper, url: "https://example.org/paper"}
  - {id: talk, title: A talk}
areas:
  - id: valley
    name: the valley
    provinces: [north]
    cite: paper, item 1
layers:
  - id: first
    start: 2020-01-10T00:00
    end: 2020-02-10T00:00
    declared: 2020-01-01
    areas: [valley]
    cite: paper, item 2
sides:
  - id: reds
    name: the Reds
    cite: paper, item 3
    members:
      - {actor: red-army, bound: true, how: it signed., cite: "paper, item 3"}
  - id: blues
    name: the Blues
    binds: members
    cite: paper, item 3
    members:
      - {actor: blue-army, bound: true, how: it signed., cite: "paper, item 3"}
exempt:
  - {id: outlaws, actor: outlaws, why: they are left out., cite: "paper, item 4"}
clauses:
  - id: no-fire
    rule: prohibits
    acts: [shelling, airstrike, attack]
    by: [reds, blues]
    against: [reds, blues]
    text: No fire on the other side.
    cite: paper, item 5
"""


@pytest.fixture
def small_text() -> str:
    return SMALL


@pytest.fixture
def make_truce() -> Callable[..., Truce]:
    """Return a function that reads the small truce after replacing words in it, each given as (old, new)."""

    def make(*changes: tuple[str, str], more: str = "") -> Truce:
        text = SMALL
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        truce, problems = load_truce(text + more, "small/truce.yaml")
        assert [str(problem) for problem in problems] == []
        assert truce is not None
        return truce

    return make
