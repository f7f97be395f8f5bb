"""Claims as plain data, one JSON object each, the way scorers and other programs read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tregua.records.claim import (
    Adherence,
    Aid,
    Blame,
    Casualties,
    Claim,
    Happening,
    Mention,
    PlaceMention,
    Relation,
    Speaker,
    Tally,
    TruceWord,
)
from tregua.records.document import Document
from tregua.vocabulary.acts import Act
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

__all__ = ["to_exchange"]

Plain = dict[str, Any]
_TO_THE_MINUTE = len("0001-01-01T00:00")
_NO_DAY = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


def to_exchange(claim: Claim, document: Document) -> Plain:
    """Return CLAIM of DOCUMENT in the exchange format; times are local, to the minute, without an offset."""
    plain: Plain = {
        "document": document.id,
        "id": claim.id,
        "kind": claim.kind,
        "span": list(claim.span),
        "quote": claim.quote,
        "stance": claim.stance.value,
        "denied_by": _name(claim.denied_by) if claim.denied_by is not None else None,
        "chain": [_name(link) for link in claim.chain],
        "marks": list(claim.marks),
    }
    return plain | _WRITERS[type(claim.slots)](claim.slots)


def _name(mention: Mention | PlaceMention | Speaker) -> Plain:
    return {"text": mention.text, "name": mention.name}


def _names(mentions: Sequence[Mention | PlaceMention]) -> Any:  # noqa: ANN401 - None, one name or a list of names
    found = [_name(mention) for mention in mentions]
    return (found[0] if len(found) == 1 else found) if found else None


def _place_names(places: Sequence[PlaceMention]) -> Any:  # noqa: ANN401 - None, one name or a list of names
    found = [
        {"text": f"{place.text}, {place.within}" if place.within else place.text, "name": place.name}
        for place in places
    ]
    return (found[0] if len(found) == 1 else found) if found else None


def _window(span: Span | None) -> Plain | None:
    if span is None:
        return None
    return {
        "start": span.start.strftime("%Y-%m-%dT%H:%M") if span.start else None,
        "end": span.end.strftime("%Y-%m-%dT%H:%M") if span.end else None,
        "text": span.text,
        "basis": span.basis.value,
    }


def _stretch(span: Span | None) -> Plain | None:
    """Return SPAN as :func:`_window` does; one of which only the length is known begins with the year 1, on no day."""
    plain = _window(span)
    if plain is None or span is None or span.length is None or span.start is not None:
        return plain
    return plain | {
        "start": _NO_DAY.isoformat()[:_TO_THE_MINUTE],
        "end": (_NO_DAY + span.length).isoformat()[:_TO_THE_MINUTE],
        "basis": Basis.UNKNOWN.value,
    }


def _people(casualties: Casualties | None) -> int | None:
    return None if casualties is None else casualties.best


def _tally(slots: Tally) -> Plain:
    return {
        "count": slots.count,
        "bound": slots.bound.value,
        "unit": slots.unit,
        "window": _stretch(slots.window),
        "area": _place_names(slots.area),
        "accused": _names(slots.accused),
        "part": slots.part.value if slots.part else None,
        "whole": slots.whole,
        "open": slots.open,
    }


def _happening(slots: Happening) -> Plain:
    return {
        "act": _act(slots),
        "actor": _names(slots.actors),
        "target": _names(slots.targets),
        "place": _place_names(slots.places),
        "date": _window(slots.time),
        "killed": _people(slots.killed),
        "injured": _people(slots.injured),
        "count": slots.count,
        "weapons": list(slots.weapons),
    }


def _act(slots: Happening) -> str:
    """Return the act as the case format has it: an overflight is its ``drone`` where one is named, else ``other``.

    Of what flies over, only drones are weapons; a warplane is whoever flies it.
    """
    if slots.act is not Act.OVERFLIGHT:
        return slots.act.value
    return (Act.DRONE if slots.weapons else Act.OTHER).value


def _truce(slots: TruceWord) -> Plain:
    return {
        "status": slots.status.value,
        "parties": _names(slots.parties),
        "brokers": _names(slots.brokers),
        "area": _place_names(slots.area),
        "start": _window(slots.start),
        "end_or_duration": slots.duration or None,
        "excludes": _names(slots.excludes),
    }


def _blame(slots: Blame) -> Plain:
    return {"speaker": _names(slots.blamers), "accused": _names(slots.accused), "matter": slots.matter}


def _relation(slots: Relation) -> Plain:
    return {"type": slots.type.value, "from": _names(slots.source), "to": _names(slots.target)}


def _aid(slots: Aid) -> Plain:
    return {"status": slots.status.value, "area": _place_names(slots.area)}


def _adherence(slots: Adherence) -> Plain:
    return {"who": slots.who, "status": slots.status, "count": slots.count}


_WRITERS: Mapping[type, Callable[[Any], Plain]] = {
    Tally: _tally,
    Happening: _happening,
    TruceWord: _truce,
    Blame: _blame,
    Relation: _relation,
    Aid: _aid,
    Adherence: _adherence,
}
