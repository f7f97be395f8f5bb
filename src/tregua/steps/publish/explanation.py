"""A tree of sentences, as plain text for a terminal and as a value for JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tregua.steps.publish.wording import clean

__all__ = ["Explanation", "Line"]

_WIDTH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of an explanation, and what it rests on.

    Attributes:
        text: the sentence.
        below: what bears it out.
    """

    text: str
    below: tuple[Line, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {"text": self.text, "below": [line.as_dict() for line in self.below]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why one record is as it is.

    Attributes:
        id: the record's id.
        title: what it is, in one sentence.
        lines: the reasons.
    """

    id: str
    title: str
    lines: tuple[Line, ...]

    def text(self) -> str:
        """Return it as plain text, 80 columns wide, each level two spaces further in."""
        return "\n".join([*_wrap(self.title, 0), "", *_written(self.lines, 0)]) + "\n"

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {"id": self.id, "title": self.title, "lines": [line.as_dict() for line in self.lines]}


def _written(lines: Iterable[Line], depth: int) -> Iterator[str]:
    for line in lines:
        yield from _wrap(line.text, depth)
        yield from _written(line.below, depth + 1)


def _wrap(text: str, depth: int) -> list[str]:
    indent = "  " * min(depth, 12)
    return textwrap.wrap(
        " ".join(clean(text).split()), _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ",
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip
