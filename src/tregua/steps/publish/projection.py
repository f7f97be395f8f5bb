"""From degrees to a drawing: plate carrée, true to scale at the middle parallel, fitted to what is to be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tregua.steps.publish.outlines import Ring

__all__ = ["Frame", "Window", "fit", "window_of"]

Point = tuple[float, float]

_LEAST_DEGREES = 0.4
_TALLEST, _LOWEST = 1.0, 0.45
_SPARE, _NEARLY_ALL = 0.16, 0.62


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of ground in degrees."""

    west: float
    south: float
    east: float
    north: float

    def padded(self, share: float, least: float) -> Window:
        """Return it with SHARE of its size added on each side, at least LEAST degrees wide and high."""
        wide = max((self.east - self.west) * (1 + 2 * share), least)
        tall = max((self.north - self.south) * (1 + 2 * share), least)
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        return Window(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)


@dataclass(frozen=True, slots=True)
class Frame:
    """How degrees become units of a drawing.

    Attributes:
        window: the ground to be seen.
        scale: units a degree of latitude.
        squeeze: how much shorter a degree of longitude is.
        wide: width of the drawing.
        tall: its height.
        close: whether it shows only part of the country.
    """

    window: Window
    scale: float
    squeeze: float
    wide: float
    tall: float
    close: bool = False

    def at(self, longitude: float, latitude: float) -> Point:
        """Return where in the drawing a place is."""
        return (longitude - self.window.west) * self.squeeze * self.scale, (self.window.north - latitude) * self.scale

    def path(self, rings: Sequence[Ring]) -> str:
        """Return RINGS as the path data of SVG."""
        drawn = ([self.at(*corner) for corner in ring] for ring in rings)
        return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in drawn)


def window_of(corners: Sequence[Point]) -> Window:
    """Return the smallest window around CORNERS, which are (longitude, latitude)."""
    longitudes, latitudes = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return Window(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def fit(focus: Sequence[Point], country: Sequence[Point], wide: float) -> Frame:
    """Return a frame WIDE units across: of FOCUS when that is a small part of COUNTRY, else of all of both."""
    near = window_of(focus).padded(_SPARE, _LEAST_DEGREES)
    if not country:
        return _frame(near, wide, close=False)
    whole = window_of([*focus, *country]).padded(0.03, _LEAST_DEGREES)
    close = max(
        (near.east - near.west) / (whole.east - whole.west), (near.north - near.south) / (whole.north - whole.south)
    )
    return _frame(near, wide, close=True) if close < _NEARLY_ALL else _frame(whole, wide, close=False)


def _frame(window: Window, wide: float, *, close: bool) -> Frame:
    """Return the frame of WINDOW, widened or heightened to a shape between a strip and a square."""
    squeeze = max(0.1, math.cos(math.radians((window.south + window.north) / 2)))
    across, up = (window.east - window.west) * squeeze, window.north - window.south
    across, up = max(across, up / _TALLEST), max(up, across * _LOWEST)
    x, y = (window.west + window.east) / 2, (window.south + window.north) / 2
    grown = Window(x - across / squeeze / 2, y - up / 2, x + across / squeeze / 2, y + up / 2)
    scale = wide / across
    return Frame(grown, scale, squeeze, wide, up * scale, close)
