"""The map: points only where a point is known, hatched provinces where only the province is, and nothing else.

A place known no better than its province is never put at the province's middle: the reader would take it for a
position. Places that can be drawn neither way are listed under the map.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tregua.records.claim import PlaceMention
from tregua.steps.publish.accounts import IncidentAccount
from tregua.steps.publish.book import Book
from tregua.steps.publish.labels import Room, contains, widest_spot
from tregua.steps.publish.marks import MARKS, Mark, draw_mark, mark_of
from tregua.steps.publish.outlines import Outline, Outlines
from tregua.steps.publish.projection import Frame, fit
from tregua.steps.publish.wording import clean, listed
from tregua.vocabulary.places import Place, PlacePrecision, province_of

__all__ = ["Drawing", "draw_map", "point_of"]

_WIDTH, _INSET = 660.0, 110.0
_PAPER, _GROUND, _HATCHED, _EDGE, _GREY = "#f4f3ee", "#fdfcf8", "url(#hatch)", "#8f897a", "#6a655a"


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
    svg = _svg(book, spread, outlines) if spread.points or spread.provinces else Markup("")
    return Drawing(svg=svg, disclaimer=outlines.disclaimer, licence=outlines.licence, not_drawn=spread.not_drawn)


def _svg(book: Book, spread: _Spread, outlines: Outlines) -> Markup:
    hatched = [outline for outline in outlines.provinces if outline.names[0] in spread.provinces]
    spots = [(place.lon or 0.0, place.lat or 0.0) for place in (book.places[key] for key in spread.points)]
    frame = fit([*spots, *_corners(hatched)], _corners(outlines.provinces), _WIDTH)
    at = [frame.at(*spot) for spot in spots]
    room, inset = Room(frame.wide, frame.tall), Markup("")
    if frame.close:
        small = fit(_corners(outlines.provinces), (), _INSET)
        corner = _free_corner(frame, small, at, hatched)
        room.take(corner[0] + small.wide / 2, corner[1] + small.tall / 2, small.wide, small.tall)
        inset = _inset(frame, outlines, corner)
    marks = list(_points(frame, book, spread, room))
    words = list(_areas(frame, outlines, spread, (room, at)))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="map" role="group" aria-label="Map of incidents" '
        'width="{:.0f}" height="{:.0f}" viewBox="0 0 {:.0f} {:.0f}" '
        'font-family="Libertinus Serif, DejaVu Sans">{}{}</svg>'
    ).format(
        frame.wide, frame.tall, frame.wide, frame.tall, _HATCH,
        Markup("").join((*_ground(frame, outlines, spread), *words, *marks, inset)),
    )  # fmt: skip


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
        own = province_of(place.id, places)
        names = [own.name, *(alias.text for alias in own.aliases)] if own else []
    elif place is None:
        names = [mention.within]
    found = outlines.find(*names)
    return found.names[0] if found else ""


def _ground(frame: Frame, outlines: Outlines, spread: _Spread) -> Iterable[Markup]:
    yield Markup('<rect width="{:.0f}" height="{:.0f}" fill="{}"/>').format(frame.wide, frame.tall, _PAPER)
    if not outlines.provinces:
        yield from _graticule(frame)
    for outline in outlines.provinces:
        name = outline.names[0]
        yield Markup(
            '<path d="{}" fill="{}" stroke="{}" stroke-width="0.8" stroke-linejoin="round" fill-rule="evenodd">'
            "<title>{}</title></path>"
        ).format(frame.path(outline.rings), _HATCHED if name in spread.provinces else _GROUND, _EDGE, name)


def _graticule(frame: Frame) -> Iterable[Markup]:
    """Give a line and its degree wherever a round fraction of a degree falls in the frame."""
    window = frame.window
    extent = max(window.east - window.west, window.north - window.south)
    step = next((s for s in (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0) if extent / s <= 6), 30.0)  # noqa: PLR2004
    for degree in _rounds(window.west, window.east, step):
        x = frame.at(degree, window.north)[0]
        yield _line(x, x, 0, frame.tall)
        yield _label(x, frame.tall - 5, f"{abs(degree):g}° {'E' if degree >= 0 else 'W'}", colour=_GREY)
    for degree in _rounds(window.south, window.north, step):
        y = frame.at(window.west, degree)[1]
        yield _line(0, frame.wide, y, y)
        yield _label(22, y - 3, f"{abs(degree):g}° {'N' if degree >= 0 else 'S'}", colour=_GREY)


def _rounds(low: float, high: float, step: float) -> list[float]:
    return [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _line(x1: float, x2: float, y1: float, y2: float, colour: str = "#ddd8ca") -> Markup:
    return Markup('<line x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}" stroke="{}"/>').format(x1, x2, y1, y2, colour)


def _label(x: float, y: float, text: str, *, size: int = 11, weight: int = 400, colour: str = "#1c2126") -> Markup:
    """Return TEXT centred on X with a pale edge, so that it reads over lines."""
    return Markup(
        '<text x="{:.1f}" y="{:.1f}" font-size="{}" font-weight="{}" text-anchor="middle" fill="{}" '
        'stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">{}</text>'
    ).format(x, y, size, weight, colour, clean(text))


def _areas(
    frame: Frame, outlines: Outlines, spread: _Spread, taken: tuple[Room, Sequence[tuple[float, float]]]
) -> Iterable[Markup]:
    """Give each province in sight its name, and its count where some incidents are known no closer."""
    room, marks = taken
    for outline in outlines.provinces:
        name = outline.names[0]
        rings = [[frame.at(*corner) for corner in ring] for ring in outline.rings]
        spot = widest_spot(rings, marks, (frame.wide, frame.tall))
        items = spread.provinces.get(name)
        if items:
            label = room.take(*spot, max(30.0, 7.0 * len(name)), 34.0)
            yield _line(spot[0], label[0], spot[1], label[1], _GREY) if not contains(label, rings) else Markup("")
            yield _area(name, items, label)
        elif room.free(*spot, 6.5 * len(name), 14.0):
            yield _label(spot[0], spot[1] + 4, name, colour=_GREY)


def _area(name: str, items: Sequence[IncidentAccount], spot: tuple[float, float]) -> Markup:
    number, word = _label(spot[0], spot[1], str(len(items)), size=17, weight=700), _label(spot[0], spot[1] + 13, name)
    told = f"{name}: {len(items)} known to the province only"
    return Markup('<a href="#{}" aria-label="{}">{}{}</a>').format(items[0].id, told, number, word)


def _points(frame: Frame, book: Book, spread: _Spread, room: Room) -> Iterable[Markup]:
    """Give each place its marks, drawn aside with a line to it where they would cover others; then the names."""
    drawn: list[tuple[Place, tuple[float, float], float]] = []
    for key, items in sorted(spread.points.items(), key=lambda item: (-len(item[1]), item[0])):
        place = book.places[key]
        x, y = frame.at(place.lon or 0.0, place.lat or 0.0)
        groups = [(mark, [item for item in items if mark_of(item.ruling) is mark]) for mark in MARKS.values()]
        shown = [(mark, own) for mark, own in groups if own]
        wide = 21.0 * len(shown)
        left, top = room.take(x, y, wide + 3, 24.0)
        yield _line(x, left, y, top, "#1c2126") if (left, top) != (x, y) else Markup("")
        yield Markup('<circle cx="{:.1f}" cy="{:.1f}" r="2.2" fill="#1c2126"/>').format(x, y)
        for number, (mark, own) in enumerate(shown):
            yield _mark(place, mark, own, (left + (number - (len(shown) - 1) / 2) * 21, top))
        drawn.append((place, (left, top), wide))
    for place, (x, y), _ in drawn:
        spot = room.word(x, y, 6.6 * len(place.name), 14.0)
        if spot is not None:
            yield _label(spot[0], spot[1] + 4, place.name)


def _mark(place: Place, mark: Mark, items: Sequence[IncidentAccount], spot: tuple[float, float]) -> Markup:
    x, y = spot
    told = f"{place.name}: {len(items)} {mark.words} ({listed(item.when for item in items[:3])})"
    times = _label(x + 10, y - 7, f"\N{MULTIPLICATION SIGN}{len(items)}", size=10, weight=700) if len(items) > 1 else ""
    return Markup('<a href="#{}" aria-label="{}"><title>{}</title>{}{}</a>').format(
        items[0].id, clean(told), clean(told), draw_mark(mark, x, y, 10), times
    )


def _inset(frame: Frame, outlines: Outlines, corner: tuple[float, float]) -> Markup:
    """Return the whole country, small, at CORNER, with the part that is shown framed."""
    small = fit(_corners(outlines.provinces), (), _INSET)
    left, top = small.at(frame.window.west, frame.window.north)
    right, low = small.at(frame.window.east, frame.window.south)
    left, top, right, low = max(left, 1), max(top, 1), min(right, small.wide - 1), min(low, small.tall - 1)
    land = Markup("").join(
        Markup('<path d="{}" fill="#e9e5d9"/>').format(small.path(outline.rings)) for outline in outlines.provinces
    )
    return Markup(
        '<g transform="translate({:.0f} {:.0f})"><rect width="{:.0f}" height="{:.0f}" fill="#ffffff" stroke="{}"/>{}'
        '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="none" stroke="#1c2126"/></g>'
    ).format(*corner, small.wide, small.tall, _EDGE, land, left, top, right - left, low - top)


def _free_corner(
    frame: Frame, small: Frame, marks: Sequence[tuple[float, float]], hatched: Sequence[Outline]
) -> tuple[float, float]:
    """Return the corner for the inset that covers fewest marks and least hatched ground."""
    right, low = frame.wide - small.wide - 8, frame.tall - small.tall - 8
    rings = [[frame.at(*corner) for corner in ring] for outline in hatched for ring in outline.rings]

    def covered(corner: tuple[float, float]) -> int:
        x, y = corner
        under = sum(x < a < x + small.wide and y < b < y + small.tall for a, b in marks)
        tries = ((x + small.wide * (n + 0.5) / 5, y + small.tall * (m + 0.5) / 5) for n in range(5) for m in range(5))
        return 100 * under + sum(contains(spot, rings) for spot in tries)

    return min(((right, 8.0), (8.0, 8.0), (right, low), (8.0, low)), key=covered)


def _corners(outlines: Iterable[Outline]) -> list[tuple[float, float]]:
    return [corner for outline in outlines for ring in outline.rings for corner in ring]
