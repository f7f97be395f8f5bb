"""How each ruling is drawn: a letter, a shape and a colour, so that none of the three is needed alone.

The colours hold 4.5:1 against white with the letter on them, and differ in lightness for readers who see few hues.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

__all__ = ["MARKS", "Mark", "draw_mark", "mark_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One ruling's mark.

    Attributes:
        code: the ruling.
        letter: one capital.
        words: what a legend says.
        colour: fill, or outline of a hollow shape.
        corners: of the polygon; 0 is a circle.
        turn: degrees that the first corner is turned from the top.
        hollow: drawn as an outline with a coloured letter.
        area: fill where it is drawn without its letter; each differs from its neighbours in lightness too.
    """

    code: str
    letter: str
    words: str
    colour: str
    corners: int
    area: str
    turn: int = 0
    hollow: bool = False


MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        mark.code: mark
        for mark in (
            Mark(code="breach", letter="B", words="breach", colour="#9a3412", corners=4, area="#9a3412"),
            Mark(code="contested", letter="C", words="contested", colour="#6b2a6e", corners=6, area="#d9b3dc"),
            Mark(code="undetermined", letter="U", words="undetermined", colour="#7a5c00", corners=3, area="#e6cf87"),
            Mark(code="permitted", letter="P", words="permitted", colour="#0b5c8a", corners=0, area="#7fb0cc"),
            Mark(
                code="outside", letter="O", words="outside the terms", colour="#4b5563", corners=4, area="#ffffff",
                turn=45, hollow=True,
            ),
            Mark(
                code="not ruled", letter="N", words="not ruled", colour="#4b5563", corners=0, area="#d5d8dc",
                hollow=True,
            ),
        )
    }
)  # fmt: skip
"""By ruling, in the order of legends."""


def mark_of(ruling: str) -> Mark:
    """Return the mark of RULING."""
    return MARKS.get(ruling, MARKS["not ruled"])


def draw_mark(mark: Mark, x: float, y: float, radius: float) -> Markup:
    """Return MARK as SVG around (X, Y), reaching RADIUS from it."""
    fill = "#ffffff" if mark.hollow else mark.colour
    ink = mark.colour if mark.hollow else "#ffffff"
    paint = Markup('fill="{}" stroke="{}" stroke-width="{}"').format(fill, mark.colour, 1.5 if mark.hollow else 0.5)
    return _shape(mark, x, y, radius, paint) + _letter(mark, x, y, radius, ink)


def _shape(mark: Mark, x: float, y: float, radius: float, paint: Markup) -> Markup:
    if not mark.corners:
        return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" {}/>').format(x, y, radius * 0.88, paint)
    angles = [math.radians(mark.turn - 90 + 360 * number / mark.corners) for number in range(mark.corners)]
    corners = (f"{x + radius * math.cos(angle):.1f},{y + radius * math.sin(angle):.1f}" for angle in angles)
    return Markup('<polygon points="{}" {}/>').format(" ".join(corners), paint)


def _letter(mark: Mark, x: float, y: float, radius: float, ink: str) -> Markup:
    size = radius * (0.85 if mark.corners == 3 else 1.0)  # noqa: PLR2004 - a triangle has less room
    drop = size * (0.42 if mark.corners == 3 else 0.36)  # noqa: PLR2004
    return Markup(
        '<text x="{:.1f}" y="{:.1f}" font-size="{:.1f}" font-weight="700" text-anchor="middle" fill="{}">{}</text>'
    ).format(x, y + drop, size, ink, mark.letter)
