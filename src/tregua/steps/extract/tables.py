"""Tables whose cells stand on lines of their own: figures under the label that they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tregua.steps.extract.tokens import Token

__all__ = ["with_cells"]

_LABEL = 6
_LEAST = 2


def with_cells(lines: Sequence[Sequence[Token]]) -> Iterator[tuple[Token, ...]]:
    """Give LINES, those that hold a figure alone put behind their label where two such pairs follow each other."""
    at = 0
    while at < len(lines):
        pairs = _pairs(lines, at)
        if pairs < _LEAST:
            yield tuple(lines[at])
            at += 1
            continue
        for first in range(at, at + 2 * pairs, 2):
            yield (*lines[first], *lines[first + 1])
        at += 2 * pairs


def _pairs(lines: Sequence[Sequence[Token]], at: int) -> int:
    """Return how many labels with a figure under each follow each other from the line AT on."""
    count = 0
    while at + 1 < len(lines) and _is_label(lines[at]) and _is_figure(lines[at + 1]):
        count, at = count + 1, at + 2
    return count


def _is_label(line: Sequence[Token]) -> bool:
    kinds = {token.kind for token in line}
    return len(line) <= _LABEL and "word" in kinds and kinds <= {"word", "mark"}


def _is_figure(line: Sequence[Token]) -> bool:
    return len(line) == 1 and line[0].kind == "number"
