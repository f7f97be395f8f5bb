"""Names that an annotator marked, as tags for the grammar to use where it has none of its own.

An annotator is asked before the grammar reads. It can only say that some words of the text are a name, a place or an
actor; it makes no claim, and nothing that the grammar has found is changed by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tregua.errors import Problem
from tregua.ports import Annotation
from tregua.steps.extract.printed import tokens_at
from tregua.steps.extract.text import Reading, Tag

__all__ = ["tag_entities"]

_MOST = 5_000
_TAKEN = (
    "name", "actor", "voice", "place", "country", "people", "dateline", "number", "date", "time", "month",
    "weekday", "say", "truce", "breach",
)  # fmt: skip

Offset = Annotated[int, Field(strict=True, ge=0)]


class _Entity(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True)

    start: Offset
    end: Offset
    kind: Literal["name", "place", "actor"]


class _Entities(BaseModel):
    model_config = ConfigDict(defer_build=True)

    names: tuple[_Entity, ...] = Field(max_length=_MOST)


def tag_entities(reading: Reading, annotation: Annotation) -> list[Problem]:
    """Tag in READING the names of ANNOTATION where the grammar has nothing; an answer of another form is a problem."""
    try:
        answer = _Entities.model_validate_json(annotation.answer)
    except ValidationError:
        message = f"the answer of {annotation.annotator} is no list of names; the text was read without it"
        return [Problem(where="", message=message, severity="warning", step="annotate")]
    for entity in answer.names:
        reading.add(list(_tags(reading, entity, annotation.annotator)))
    return []


def _tags(reading: Reading, entity: _Entity, annotator: str) -> Iterator[Tag]:
    """Give the tags of ENTITY; none when it cuts a word, leaves its sentence, or stands where something is known."""
    place = tokens_at(reading, entity.start, entity.end)
    if place is None or reading.sentence_of(place[0]) != reading.sentence_of(place[1] - 1):
        return
    if any(reading.has(position, kind) for position in range(*place) for kind in _TAKEN):
        return
    yield Tag("name", *place, "annotated")
    yield Tag("annotated", *place, f"{entity.kind} by {annotator}")
    if entity.kind != "name":
        yield Tag(entity.kind, *place, "annotated")
