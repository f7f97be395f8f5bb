"""Incidents given one a line, without a case: what each line says, or what is wrong with it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from difflib import get_close_matches
from typing import Any, NamedTuple

import msgspec

from tregua.authored import nearest
from tregua.steps.assess.wording import precision_of

__all__ = [
    "Days",
    "PlaceSlots",
    "Slots",
    "Spot",
    "When",
    "answered_in",
    "misspelt_in",
    "shown",
    "slots_of",
    "spot_of",
    "text_of",
    "texts_of",
    "told_in",
    "when_of",
]  # fmt: skip

_LONGEST = 200_000
_MOST_NAMES = 20
_decode = json.JSONDecoder().raw_decode
_MONTH = re.compile(r"\d{4}-\d{2}")
_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}|\d{4}-W\d{2}-\d")
_LONGEST_DAY = 10
"""Characters of a day written out; an instant has more."""
_ONE_DAY, _ONE_MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
_POLE, _DATE_LINE = 90, 180
_DECEMBER = 12


class PlaceSlots(msgspec.Struct):
    """The place of an incident line, as it is written."""

    name: str | None = None
    lat: float | int | None = None
    lon: float | int | None = None
    admin1: str | None = None
    country: str | None = None
    precision: int | str | None = None


class Slots(msgspec.Struct):
    """An incident line, as it is written.

    The types are those that nearly all lines have and that can be looked up; in other lines a slot may hold anything
    that can be looked up, which ``shown`` turns into what was written.
    """

    id: str | int
    act: str | None = None
    weapon: str | None = None
    actor: str | tuple[str, ...] | None = None
    actor_side: str | None = None
    target: str | tuple[str, ...] | None = None
    target_kind: str | None = None
    response_to: str | None = None
    justification: str | None = None
    start: str | None = None
    end: str | None = None
    place: PlaceSlots | str | None = None
    claims: list[Any] | None = None


_decoded = msgspec.json.Decoder(Slots).decode


class _Odd:
    """A value of another type than a slot mostly has; no two are the same."""

    def __init__(self, value: object) -> None:
        self.value = value


class Spot(NamedTuple):
    """A place as the line has it; "" and None where it says nothing; precision is UCDP's 1 to 7."""

    name: str
    admin1: str
    country: str
    precision: int
    point: tuple[float, float] | None


Days = tuple[int | None, int | None]
"""The numbers of two days, counted from the first of the calendar; None where there is none."""


class When(NamedTuple):
    """A time as the line has it, local to the place unless it has a zone of its own.

    Attributes:
        start: first instant, None when not said.
        end: first instant after it, None when not said.
        words: the time for a reader.
        days: the numbers of the days of both, None where not said.
    """

    start: dt.datetime | None
    end: dt.datetime | None
    words: str
    days: Days


class _Reference(msgspec.Struct):
    """What tells which incidents others answered."""

    id: str | int = ""
    response_to: str | None = None


_NO_REFERENCE = _Reference()
_referred = msgspec.json.Decoder(_Reference).decode


def answered_in(lines: Iterable[bytes]) -> set[str]:
    """Return what LINES have in ``response_to``: ids of incidents, or words."""
    return {said for line in lines if (said := _reference(line).response_to)}


def told_in(lines: Iterable[bytes], ids: AbstractSet[str]) -> dict[str, bytes]:
    """Return those of LINES whose incidents have one of IDS, by id; the first of several."""
    found: dict[str, bytes] = {}
    for line in lines:
        identity = str(_reference(line).id)
        if identity in ids:
            found.setdefault(identity, line)
    return found


def misspelt_in(lines: Iterable[bytes]) -> dict[str, str]:
    """Return the keys of LINES that look like a slot's name and are none, each with what may be meant.

    Other keys that are no slot are somebody's own, and nobody's business here.
    """
    found: dict[str, str] = {}
    for line in lines:
        with suppress(ValueError, RecursionError):  # told where the line is ruled
            value = _object_of(line)
            place = value.get("place")
            found |= _misspelt(value, Slots.__struct_fields__)
            found |= _misspelt(place if isinstance(place, dict) else {}, PlaceSlots.__struct_fields__)
    return found


def _misspelt(value: Mapping[str, Any], slots: Sequence[str]) -> dict[str, str]:
    return {
        key: nearest(key, close)
        for key in value
        if key not in slots and (close := get_close_matches(key, slots, 1, 0.75))
    }


def _reference(line: bytes) -> _Reference:
    try:
        return _referred(line)
    except (ValueError, RecursionError):  # told where the line is ruled
        return _NO_REFERENCE


def slots_of(line: bytes) -> Slots:
    """Return what LINE, a JSON object with an id, has in its slots.

    Raises:
        ValueError: it is none, or has no id; the message says which.
    """
    if len(line) > _LONGEST:
        raise ValueError(f"the line has {len(line):,} bytes; {_LONGEST:,} are read at most")
    try:
        slots = _decoded(line)
    except (ValueError, RecursionError):  # a slot holds what few have there, or it is no JSON: read again, more slowly
        slots = _as_written(_object_of(line))
    if slots.id == "":
        raise ValueError("the line has no id")
    return slots


def _object_of(line: bytes) -> dict[str, Any]:
    """Return the JSON object of LINE, which has an id.

    Raises:
        ValueError: it is none, or has no id; the message says which.
    """
    try:
        value = json.loads(line.strip().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a line of JSON: {error}") from error
    if not isinstance(value, dict):
        raise ValueError("the line is no JSON object")  # noqa: TRY004 - whatever is wrong with a line is one error
    identity = value.get("id")
    if isinstance(identity, bool) or not isinstance(identity, (str, int)):
        raise ValueError("the line has no id")  # noqa: TRY004 - as above
    return value


def _as_written(value: Mapping[str, Any]) -> Slots:
    """Return VALUE, an incident, with every slot as something that can be looked up."""
    slots: dict[str, Any] = {each: _key(value.get(each)) for each in Slots.__struct_fields__}
    slots |= {each: _keys(value.get(each)) for each in ("actor", "target")}
    place, claims = value.get("place"), value.get("claims")
    if isinstance(place, dict):
        slots["place"] = PlaceSlots(**{each: _number_or_key(place.get(each)) for each in PlaceSlots.__struct_fields__})
    return Slots(**slots | {"id": value["id"], "claims": claims if isinstance(claims, list) else None})


def _key(value: object) -> Any:  # noqa: ANN401 - a key
    """Return VALUE as something that can be looked up."""
    return value if value is None or isinstance(value, str) else _Odd(value)


def _keys(value: object) -> Any:  # noqa: ANN401 - a key
    return tuple(map(_key, value[:_MOST_NAMES])) if isinstance(value, list) else _key(value)


def _number_or_key(value: object) -> Any:  # noqa: ANN401 - a key
    return value if type(value) in {int, float} else _key(value)


def shown(key: object) -> object:
    """Return what was written where slots hold KEY."""
    if isinstance(key, tuple):
        return [shown(each) for each in key]
    return key.value if isinstance(key, _Odd) else key


def spot_of(place: object) -> Spot | None:
    """Return the place of an incident line, None when it says nothing of it.

    Raises:
        ValueError: it is no place.
    """
    if place is None:
        return None
    if isinstance(place, str):
        place = {"name": place}
    if not isinstance(place, dict):
        raise ValueError(f"place is no object with name, lat, lon, admin1, country, precision: {_shown(place)}")  # noqa: TRY004
    spot = Spot(
        name=text_of(place, "name"),
        admin1=text_of(place, "admin1"),
        country=text_of(place, "country"),
        precision=precision_of(place.get("precision")),
        point=_point(place.get("lat"), place.get("lon")),
    )
    return spot if spot.name or spot.admin1 or spot.country or spot.point else None


def when_of(start: object, end: object) -> When | None:
    """Return the time from START to END, each a day or an instant; None when neither is said.

    A day is the whole of it, as first or as last; an instant without an end is a minute.

    Raises:
        ValueError: one is no time, or the end comes before the start.
    """
    first = _instant("start", start)
    last = _instant("end", end)
    if first is None and last is None:
        return None
    until = last[1] if last else first[1] if first else None
    begins = first[0] if first else None
    if begins is not None and until is not None:
        if (begins.tzinfo is None) is not (until.tzinfo is None):
            raise ValueError("start and end: give both a zone or neither")
        if until < begins:
            raise ValueError(f"it ends ({end}) before it starts ({start})")
    words = str(start if start is not None else f"an unknown time to {end}")
    days = begins.toordinal() if begins else None, until.toordinal() if until else None
    return When(begins, until, f"{words} to {end}" if start and end and start != end else words, days)


def _instant(slot: str, value: object) -> tuple[dt.datetime, dt.datetime] | None:
    """Return the stretch that VALUE names, first instant and first after it."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(f"{slot} is no text but {_shown(value)}; give a day or a local time, e.g. 2016-05-06T10:00")  # noqa: TRY004
    text = value.strip()
    try:
        is_instant = len(text) > _LONGEST_DAY
        if not is_instant and _MONTH.fullmatch(text):
            month = dt.datetime.fromisoformat(f"{text}-01")
            after = month.replace(year=month.year + month.month // _DECEMBER, month=month.month % _DECEMBER + 1)
            return month, after
        instant = dt.datetime.fromisoformat(text)
        if not is_instant and _DAY.fullmatch(text):
            return instant, instant + _ONE_DAY
        return instant, instant + _ONE_MINUTE if slot == "start" else instant
    except (ValueError, OverflowError):
        raise ValueError(
            f"{slot} {_shown(value)} is no time; give a day or a local time, e.g. 2016-05-06T10:00"
        ) from None


def _point(lat: object, lon: object) -> tuple[float, float] | None:
    if lat is None and lon is None:
        return None
    found = []
    for slot, value, most in (("lat", lat, _POLE), ("lon", lon, _DATE_LINE)):
        try:
            number = float(value)  # type: ignore[arg-type] # what is no number is told below
        except (TypeError, ValueError):
            raise ValueError(f"place.{slot} is no number: {_shown(value)}") from None
        if not -most <= number <= most:
            raise ValueError(f"place.{slot} {number:g} is not on earth")
        found.append(number)
    return found[0], found[1]


def text_of(value: Mapping[str, Any], slot: str) -> str:
    """Return the text that SLOT of VALUE holds, "" for none.

    Raises:
        ValueError: it holds what is no text.
    """
    found = value.get(slot)
    if found is None or found is False:
        return ""
    if not isinstance(found, str):
        if isinstance(found, (int, float)) and found is not True:
            return str(found)
        raise ValueError(f"{slot} is no text: {_shown(found)}")
    if found.isprintable():
        return found.strip()
    return "".join(character if character.isprintable() else " " for character in found).strip()


def texts_of(value: Mapping[str, Any], slot: str) -> tuple[str, ...]:
    """Return what SLOT of VALUE holds: one text, or a list of texts.

    Raises:
        ValueError: it holds something else.
    """
    found = value.get(slot)
    if isinstance(found, list):
        return tuple([text for each in found[:_MOST_NAMES] if (text := text_of({slot: each}, slot))])
    text = text_of(value, slot)
    return (text,) if text else ()


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - a line of a terminal
