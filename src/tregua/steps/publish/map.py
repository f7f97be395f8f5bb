"""The map: points only where a point is known, hatched provinces where only the province is, and nothing else.

A place known no better than its province is never put at the province's middle: the reader would take it for a
position. Places that can be drawn neither way are listed under the map.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tregua.records.claim import PlaceMention
from tregua.steps.publish.accounts import IncidentAccount
from tregua.steps.publish.book import Book
from tregua.steps.publish.marks import MARKS, draw_mark, mark_of
from tregua.steps.publish.outlines import Outline, Outlines
from tregua.steps.publish.wording import listed
from tregua.vocabulary.places import Place, PlacePrecision

__all__ = ["Drawing", "draw_map", "point_of"]

_WIDTH, _MARGIN, _LEAST_DEGREES = 640.0, 18.0, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A map and what it cannot show.

    Attributes:
        svg: the map, empty when nothing can be drawn.
        disclaimer: what the outlines do not say.
        licence: where they are from.
        not_drawn: incidents without a point or an outlined province.
    """

    svg: Markup
    disclaimer: str
    licence: str
    not_drawn: tuple[IncidentAccount, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Plate carrée with true scale at the middle parallel."""

    west: float
    north: float
    scale: float
    squeeze: float
    height: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = _MARGIN + (longitude - self.west) * self.squeeze * self.scale
        return x, _MARGIN + (self.north - latitude) * self.scale


@dataclass(frozen=True, slots=True)
class _Spread:
    """Where incidents can be drawn: at places, in provinces, or not at all."""

    points: Mapping[str, Sequence[IncidentAccount]]
    provinces: Mapping[str, Sequence[IncidentAccount]]
    not_drawn: tuple[IncidentAccount, ...]


def point_of(mention: PlaceMention, places: Mapping[str, Place]) -> Place | None:
    """Return the place of MENTION when it is known to the point (precision 1 or 2) and has coordinates."""
    place = places.get(mention.id)
    if place is None or mention.precision not in {PlacePrecision.EXACT, PlacePrecision.NEAR}:
        return None
    if place.kind in {"province", "country"}:
        return None
    return place if place.lat is not None and place.lon is not None else None


def draw_map(book: Book, incidents: Sequence[IncidentAccount], outlines: Outlines) -> Drawing:
    """Return the map of INCIDENTS on OUTLINES, or on a graticule alone when there are none."""
    spread = _spread(book, incidents, outlines)
    frame = _frame([book.places[key] for key in spread.points], outlines)
    svg = Markup("")
    if frame is not None and (spread.points or spread.provinces):
        parts = (*_ground(frame, outlines, spread), *_areas(frame, outlines, spread), *_points(frame, book, spread))
        svg = Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" class="map" role="group" aria-label="Map of incidents" '
            'width="{:.0f}" height="{:.0f}" viewBox="0 0 {:.0f} {:.0f}" font-family="DejaVu Sans">{}{}</svg>'
        ).format(_WIDTH, frame.height, _WIDTH, frame.height, _HATCH, Markup("").join(parts))
    return Drawing(svg=svg, disclaimer=outlines.disclaimer, licence=outlines.licence, not_drawn=spread.not_drawn)


_HATCH = Markup(
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#f3efe4"/><line x1="0" y1="0" x2="0" y2="7" stroke="#a59f8d" stroke-width="2"/>'
    "</pattern></defs>"
)


def _spread(book: Book, incidents: Sequence[IncidentAccount], outlines: Outlines) -> _Spread:
    points: dict[str, list[IncidentAccount]] = defaultdict(list)
    provinces: dict[str, list[IncidentAccount]] = defaultdict(list)
    not_drawn: list[IncidentAccount] = []
    for item in incidents:
        found = [point_of(mention, book.places) for mention in item.incident.places]
        spots = [place.id for place in found if place is not None]
        areas = [name for mention in item.incident.places if (name := _province(mention, book.places, outlines))]
        for spot in dict.fromkeys(spots):
            points[spot].append(item)
        for area in dict.fromkeys(areas if not spots else ()):
            provinces[area].append(item)
        if not spots and not areas:
            not_drawn.append(item)
    return _Spread(points, provinces, tuple(not_drawn))


def _province(mention: PlaceMention, places: Mapping[str, Place], outlines: Outlines) -> str:
    place = places.get(mention.id)
    names: list[str] = []
    if place is not None and place.kind != "country":
        own = place if place.kind == "province" else places.get(place.province)
        names = [own.name, *(alias.text for alias in own.aliases)] if own else []
    elif place is None:
        names = [mention.within]
    found = outlines.find(*names)
    return found.names[0] if found else ""


def _frame(points: Sequence[Place], outlines: Outlines) -> _Frame | None:
    corners = [corner for outline in outlines.provinces for ring in outline.rings for corner in ring]
    corners += [(place.lon or 0.0, place.lat or 0.0) for place in points]
    if not corners:
        return None
    west, east = min(lon for lon, _ in corners), max(lon for lon, _ in corners)
    south, north = min(lat for _, lat in corners), max(lat for _, lat in corners)
    spare = max(0.0, _LEAST_DEGREES - (east - west)) / 2
    west, east = west - spare, east + spare
    squeeze = max(0.1, math.cos(math.radians((south + north) / 2)))
    scale = (_WIDTH - 2 * _MARGIN) / ((east - west) * squeeze)
    tall = max((north - south) * scale, 120.0)
    if tall > _WIDTH:
        scale, tall = scale * _WIDTH / tall, _WIDTH
    return _Frame(west, north, scale, squeeze, tall + 2 * _MARGIN)


def _ground(frame: _Frame, outlines: Outlines, spread: _Spread) -> Iterable[Markup]:
    if not outlines.provinces:
        yield from _graticule(frame)
    for outline in outlines.provinces:
        name = outline.names[0]
        fill = "url(#hatch)" if name in spread.provinces else "#faf8f2"
        yield Markup(
            '<path d="{}" fill="{}" stroke="#8f897a" stroke-width="0.8" stroke-linejoin="round" fill-rule="evenodd">'
            "<title>{}</title></path>"
        ).format(_path(frame, outline), fill, name)


def _path(frame: _Frame, outline: Outline) -> str:
    rings = ([frame.at(*corner) for corner in ring] for ring in outline.rings)
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)


def _graticule(frame: _Frame) -> Iterable[Markup]:
    """Give a line and its degree wherever a round fraction of a degree falls in the frame."""
    wide, tall = (_WIDTH - 2 * _MARGIN) / (frame.squeeze * frame.scale), (frame.height - 2 * _MARGIN) / frame.scale
    step = next((s for s in (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0) if max(wide, tall) / s <= 6), 30.0)  # noqa: PLR2004
    for degree in _rounds(frame.west, frame.west + wide, step):
        x = frame.at(degree, frame.north)[0]
        yield _line(x, x, _MARGIN, frame.height - _MARGIN)
        yield _label(x, frame.height - 4, f"{abs(degree):g}° {'E' if degree >= 0 else 'W'}")
    for degree in _rounds(frame.north - tall, frame.north, step):
        y = frame.at(frame.west, degree)[1]
        yield _line(_MARGIN, _WIDTH - _MARGIN, y, y)
        yield _label(_MARGIN + 16, y - 3, f"{abs(degree):g}° {'N' if degree >= 0 else 'S'}")


def _rounds(low: float, high: float, step: float) -> list[float]:
    return [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _line(x1: float, x2: float, y1: float, y2: float) -> Markup:
    return Markup('<line x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}" stroke="#ddd8ca"/>').format(x1, x2, y1, y2)


def _label(x: float, y: float, text: str, *, size: int = 11, weight: int = 400) -> Markup:
    """Return TEXT centred on X with a pale edge, so that it reads over lines."""
    return Markup(
        '<text x="{:.1f}" y="{:.1f}" font-size="{}" font-weight="{}" text-anchor="middle" fill="#1c2126" '
        'stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">{}</text>'
    ).format(x, y, size, weight, text)


def _areas(frame: _Frame, outlines: Outlines, spread: _Spread) -> Iterable[Markup]:
    for name, items in sorted(spread.provinces.items()):
        outline = outlines.find(name)
        if outline is not None:
            x, y = frame.at(*_inside(outline))
            words = f"{name}: {len(items)} in the province"
            yield Markup('<a href="#{}" aria-label="{}">{}{}</a>').format(
                items[0].id, words, _label(x, y, str(len(items)), size=15, weight=700), _label(x, y + 13, name)
            )


def _inside(outline: Outline) -> tuple[float, float]:
    """Return a place for a label: the centroid of the largest ring. It says where the word stands, no more."""
    ring = max(outline.rings, key=len)
    pairs = list(itertools.pairwise(ring))
    cross = [ax * by - bx * ay for (ax, ay), (bx, by) in pairs]
    area = sum(cross) or 1.0
    x = sum((ax + bx) * c for ((ax, _), (bx, _)), c in zip(pairs, cross, strict=True)) / (3 * area)
    y = sum((ay + by) * c for ((_, ay), (_, by)), c in zip(pairs, cross, strict=True)) / (3 * area)
    return x, y


def _times(items: Sequence[IncidentAccount]) -> str:
    return f"\N{MULTIPLICATION SIGN}{len(items)}" if len(items) > 1 else ""


def _points(frame: _Frame, book: Book, spread: _Spread) -> Iterable[Markup]:
    for key, items in sorted(spread.points.items()):
        place = book.places[key]
        x, y = frame.at(place.lon or 0.0, place.lat or 0.0)
        yield Markup('<circle cx="{:.1f}" cy="{:.1f}" r="2" fill="#1c2126"/>').format(x, y)
        groups = [(mark, [item for item in items if mark_of(item.ruling) is mark]) for mark in MARKS.values()]
        shown = [(mark, own) for mark, own in groups if own]
        for number, (mark, own) in enumerate(shown):
            left = x + (number - (len(shown) - 1) / 2) * 20
            label = f"{place.name}: {len(own)} {mark.words} ({listed(item.when for item in own[:3])})"
            times = _label(left + 11, y - 6, _times(own), size=10, weight=700)
            yield Markup('<a href="#{}" aria-label="{}"><title>{}</title>{}{}</a>').format(
                own[0].id, label, label, draw_mark(mark, left, y, 10), times
            )
        yield _label(x, y + 21, place.name)
