"""When an act was: the time nearest to it that does not date a truce."""

from __future__ import annotations

from tregua.steps.extract.slots import Clause, times_in
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.time import Span

__all__ = ["time_of_act"]

_MADE_REACH = 3
_MADE = ("declare", "begin")
_TRUCES = ("truce", "pact")


def time_of_act(clause: Clause, position: int) -> Span | None:
    """Return the time of CLAUSE nearest to POSITION that dates no truce: "despite a truce reached in May"."""
    found = [tag for tag in times_in(clause) if not _dates_truce(clause.reading, tag)]
    return min(found, key=lambda tag: min(abs(tag.first - position), abs(tag.last - position))).span if found else None


def _dates_truce(reading: Reading, time: Tag) -> bool:
    """Tell whether TIME only says when a truce was made, or stands behind the word for it: "the truce of May 3"."""
    first = reading.sentence_of(time.first).first
    made = range(max(first, time.first - _MADE_REACH), time.first)
    begun = next((at for at in reversed(made) if reading.has_any(at, _MADE)), None)
    if begun is None:
        of = time.first if reading.at(time.first, "of") else time.first - 1
        return of > first and reading.has(of, "of") and reading.has_any(of - 1, _TRUCES)
    return any(reading.has_any(at, _TRUCES) for at in range(max(first, begun - _MADE_REACH), begun))
