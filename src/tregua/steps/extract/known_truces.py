"""When a truce began that a text without a case speaks of: by the place it names and the day it was published."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from importlib import resources
from typing import Annotated

from pydantic import Field

from tregua.authored import Authored, read_authored
from tregua.errors import CaseError

__all__ = ["KnownTruce", "begun_before", "known_truces"]

_FILE = "truce_starts.yaml"


class KnownTruce(Authored):
    """A truce whose first day is known.

    Attributes:
        id: its name in the library of truces.
        start: its first whole or part day, where it is in force.
        last: the last day on which "since the truce" can mean it; None when still so.
        names: parts of words of which one must stand in the text, in lower case.
        source: where its start was read.
    """

    id: str
    start: dt.date
    last: dt.date | None = None
    names: Annotated[tuple[str, ...], Field(min_length=1)]
    source: str


class _File(Authored):
    truces: tuple[KnownTruce, ...]


@lru_cache(maxsize=1)
def known_truces() -> tuple[KnownTruce, ...]:
    """Return the truces that Tregua knows the start of.

    Raises:
        CaseError: the file that is shipped is wrong.
    """
    text = resources.files("tregua").joinpath("packs", _FILE).read_text("utf-8")
    held, _, problems = read_authored(text, _File, f"packs/{_FILE}")
    if held is None:
        raise CaseError(f"{_FILE} cannot be used: {problems[0]}", problems)
    return held.truces


def begun_before(text: str, published: dt.date | None) -> dt.date | None:
    """Return the first day of the one known truce that TEXT, of day PUBLISHED, may mean; None when none or several."""
    if published is None:
        return None
    near = [each for each in known_truces() if each.start <= published <= (each.last or dt.date.max)]
    folded = text.casefold() if near else ""
    starts = {each.start for each in near if any(name in folded for name in each.names)}
    return starts.pop() if len(starts) == 1 else None
