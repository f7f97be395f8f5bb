"""Records as rows and back: instants as UTC ISO text, lists as JSON, and nothing lost on the way."""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import RowMapping

from tregua.backends.ledger.chain import Value, digest
from tregua.errors import RefusedError
from tregua.ports import TermsFile
from tregua.records.document import Evidence
from tregua.records.judgement import Decision, Judgement

__all__ = [
    "CONTENT_LIMIT", "instant", "read_evidence", "read_judgement", "read_terms", "row_of_evidence",
    "row_of_judgement", "row_of_terms", "write_instant",
]  # fmt: skip

CONTENT_LIMIT = 900_000_000
"""Bytes in one item; SQLite itself ends at a thousand million."""


def write_instant(moment: dt.datetime) -> str:
    """Return MOMENT in UTC, to the microsecond; a moment without a zone is a mistake of the caller's."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def instant(text: str) -> dt.datetime:
    """Return the moment that :func:`write_instant` wrote."""
    return dt.datetime.fromisoformat(text)


def row_of_evidence(item: Evidence) -> dict[str, Value]:
    """Return ITEM's own columns."""
    _check_content(item.name, item.content, item.sha256)
    return _storable(
        {
            "sha256": item.sha256,
            "content": item.content,
            "name": item.name,
            "media_type": item.media_type,
            "url": item.url,
            "retrieved": write_instant(item.retrieved),
        }
    )


def row_of_terms(item: TermsFile) -> dict[str, Value]:
    """Return ITEM's own columns."""
    _check_content(item.path, item.content, item.sha256)
    return _storable(
        {
            "path": item.path,
            "sha256": item.sha256,
            "content": item.content,
            "recorded": write_instant(item.recorded),
        }
    )


def row_of_judgement(item: Judgement, number: int) -> dict[str, Value]:
    """Return ITEM's own columns, with its NUMBER among the judgements."""
    return _storable(
        {
            "number": number,
            "decision": item.decision.value,
            "subjects": json.dumps(item.subjects, ensure_ascii=False),
            "slot": item.slot,
            "value": item.value,
            "why": item.why,
            "who": item.who,
            "decided": write_instant(item.when),
        }
    )


def read_evidence(row: RowMapping) -> Evidence:
    """Return the item in ROW."""
    return Evidence(
        sha256=row["sha256"],
        content=row["content"],
        name=row["name"],
        media_type=row["media_type"],
        url=row["url"],
        retrieved=instant(row["retrieved"]),
    )


def read_terms(row: RowMapping) -> TermsFile:
    """Return the file version in ROW."""
    return TermsFile(path=row["path"], sha256=row["sha256"], content=row["content"], recorded=instant(row["recorded"]))


def read_judgement(row: RowMapping) -> tuple[str, Judgement]:
    """Return the judgement in ROW with its id."""
    judgement = Judgement(
        decision=Decision(row["decision"]),
        subjects=tuple(json.loads(row["subjects"])),
        slot=row["slot"],
        value=row["value"],
        why=row["why"],
        who=row["who"],
        when=instant(row["decided"]),
    )
    return f"j-{row['number']}", judgement


def _check_content(name: str, content: bytes, sha256: str) -> None:
    """Refuse CONTENT that is too long, and a digest that is not its own."""
    if len(content) > CONTENT_LIMIT:
        raise RefusedError(f"{name}: {len(content)} bytes are over the ledger's limit of {CONTENT_LIMIT} for one item")
    if digest(content) != sha256:
        raise ValueError(f"{name}: {sha256} is not the SHA-256 of its content")


def _storable(row: dict[str, Value]) -> dict[str, Value]:
    """Return ROW, or refuse text that is not Unicode (a file name in a foreign encoding, half a character)."""
    for name, value in row.items():
        try:
            if isinstance(value, str):
                value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise RefusedError(f"{name} {value!a} has characters that are not Unicode text") from error
    return row
