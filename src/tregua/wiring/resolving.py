"""Look the names of one file up in another, line by line, without a case."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar

from tregua.backends.registry import ActorsFile, PlacesFile
from tregua.errors import Problem, TreguaError
from tregua.pipeline import choose
from tregua.ports import Match
from tregua.vocabulary.actors import Actor
from tregua.vocabulary.listed import Listed, ListedNames, Point, Sought
from tregua.vocabulary.name_index import Found
from tregua.vocabulary.outlines import outlined, unit_at
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.wiring.packs import read_pack

__all__ = ["resolve_file"]

_SHOWN = 5
_POLE = 90
_LONGEST = 1_000_000
Kind = Literal["actors", "places"]
ReadT = TypeVar("ReadT")
Answer = dict[str, Any]


def resolve_file(
    kind: Kind, registry: Path | None, queries: Path, outlines: Path | None = None
) -> tuple[list[Answer], list[Problem]]:
    """Return an answer for each line of QUERIES, looked up in REGISTRY or in what ships, and what is wrong with either.

    Places of which no province is listed get that of the GeoJSON OUTLINES which they lie in.

    Raises:
        TreguaError: a file cannot be read.
    """
    entries, problems = _brought(registry) if registry else (_shipped(kind), [])
    if outlines is not None:
        entries = _in_units(entries, outlines)
    index = ListedNames(entries, places=kind == "places")
    answers, more = _read(queries, lambda value: _answer(index, value, places=kind == "places"))
    return answers, problems + more


def _in_units(entries: Sequence[Listed], outlines: Path) -> list[Listed]:
    try:
        units = outlined(outlines.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TreguaError(f"{outlines} cannot be read: {error}") from error
    lies = {each.id: unit_at(units, each.point) for each in entries if each.point and not each.admin1}
    return [replace(each, admin1=unit.names[0]) if (unit := lies.get(each.id)) else each for each in entries]


def _brought(path: Path) -> tuple[list[Listed], list[Problem]]:
    seen: set[str] = set()

    def once(value: Answer) -> Listed:
        entry = _listed(value)
        if entry.id in seen:
            raise ValueError(f"the id {entry.id!r} is given twice")
        seen.add(entry.id)
        return entry

    return _read(path, once)


def _read(path: Path, make: Callable[[Answer], ReadT]) -> tuple[list[ReadT], list[Problem]]:
    made: list[ReadT] = []
    problems: list[Problem] = []
    for number, line in _lines(path):
        try:
            made.append(make(_object(line)))
        except (ValueError, TypeError, RecursionError) as error:
            hint = "it was left out; the others were read"
            problems.append(Problem(where=str(path), line=number, message=str(error), hint=hint, step="resolve"))
    return made, problems


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except OSError as error:
        raise TreguaError(f"{path} cannot be read: {error}") from error


def _object(line: bytes) -> Answer:
    if len(line) > _LONGEST:
        raise ValueError(f"the line has {len(line):,} bytes; {_LONGEST:,} are read at most")
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except ValueError as error:
        raise ValueError(f"not a line of JSON: {error}") from error
    if not isinstance(value, dict):
        raise TypeError("the line is no JSON object")
    if not isinstance(value.get("id"), (str, int)) or value["id"] == "":
        raise ValueError("the line has no id")
    return value


def _listed(value: Answer) -> Listed:
    given = value.get("names") or value.get("name") or ()
    given = given if isinstance(given, (list, tuple)) else [given]
    names = [name.get("text") if isinstance(name, dict) else name for name in given]
    kept = tuple(name for name in names if isinstance(name, str) and name.strip())
    if not kept:
        raise ValueError("the entry has no names")
    return Listed(
        id=str(value["id"]),
        names=kept,
        since=_day(value, "from"),
        until=_day(value, "to"),
        admin1=_text(value, "admin1"),
        country=_text(value, "country"),
        point=_point(value),
        kind=_text(value, "kind"),
    )


def _point(value: Answer) -> Point | None:
    """Return latitude and longitude of VALUE, None unless both are there."""
    given: list[Any] = [value.get(key) for key in ("lat", "lon")]
    if None in given or "" in given:
        return None
    try:
        lat, lon = map(float, given)
    except (TypeError, ValueError) as error:
        raise ValueError(f"lat and lon are no degrees: {given}") from error
    if not (abs(lat) <= _POLE and abs(lon) <= 2 * _POLE):
        raise ValueError(f"lat and lon lie outside the globe: {given}")
    return lat, lon


def _day(value: Answer, key: str) -> dt.date | None:
    given = _text(value, key)
    try:
        return dt.date.fromisoformat(given[:10]) if given else None
    except ValueError as error:
        raise ValueError(f"{key} is no day: {given!r}; write it as 2016-02-27") from error


def _text(value: Answer, key: str) -> str:
    given = value.get(key)
    return given.strip() if isinstance(given, str) else ""


def _answer(index: ListedNames, value: Answer, *, places: bool) -> Answer:
    if not isinstance(value.get("text"), str):
        raise TypeError("the query has no text")
    context = value.get("context")
    said = context if isinstance(context, dict) else {"text": context}
    around = tuple(text for key in ("admin1", "near", "text") if (text := _text(said, key)))
    sought = Sought(
        text=value["text"],
        on=_day(value, "date"),
        around=around + tuple(text for text in (_text(value, "admin1"),) if text),
        country=_text(said, "country") or _text(value, "country"),
        point=_point(said),
    )
    found = index.find(sought)
    choice = choose([_match(index, one) for one in found])
    chosen = choice.match
    return {
        "id": value["id"],
        "match": chosen.id if chosen else None,
        "score": round(found[0].score, 4) if found else 0.0,
        "rule": choice.rule,
        "candidates": [
            {"id": one.entry, "score": round(one.score, 4)} for one in found if not chosen or one.entry != chosen.id
        ][:_SHOWN],
    } | (_whereabouts(index, sought, found[0]) if places and chosen else {})


def _whereabouts(index: ListedNames, sought: Sought, found: Found) -> Answer:
    """Return where the place FOUND lies; a point only where what is SOUGHT is said to be at it or near it."""
    entry = index.get(found.entry)
    precision = index.precision(sought, found)
    lat, lon = entry.point if entry.point and precision <= PlacePrecision.NEAR else (None, None)
    return {
        "admin1": entry.admin1, "country": entry.country, "where_prec": int(precision), "lat": lat, "lon": lon,
    }  # fmt: skip


def _match(index: ListedNames, found: Found) -> Match:
    return Match(id=found.entry, name=index.get(found.entry).names[0], score=found.score, rule=found.rule)


def _shipped(kind: Kind) -> list[Listed]:
    folder = files("tregua").joinpath("packs", kind)
    packs = sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    if kind == "actors":
        read = [read_pack("actors", pack, ActorsFile)[0] for pack in packs]
        return [_of_actor(actor) for file in read if file for actor in file.actors]
    places = [place for pack in packs if (file := read_pack("places", pack, PlacesFile)[0]) for place in file.places]
    names = {place.id: place.name for place in places}
    return [_of_place(place, names) for place in places]


def _of_actor(actor: Actor) -> Listed:
    return Listed(id=actor.id, names=_names(actor), since=actor.since, until=actor.until)


def _of_place(place: Place, names: dict[str, str]) -> Listed:
    point = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    return Listed(
        id=place.id, names=_names(place), admin1=names.get(place.province, ""), country=place.country, point=point,
        kind=place.kind,
    )  # fmt: skip


def _names(entry: Actor | Place) -> tuple[str, ...]:
    views = {"label", "slur"}
    return (entry.name, *(alias.text for alias in entry.aliases if alias.kind not in views))
