"""The documents of a case: the day of those that no page or feed dates, and which were known at a moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tregua.records.document import Document, Published
from tregua.records.judgement import Decision, Judgement
from tregua.steps.extract import load_pack, printed_on
from tregua.vocabulary.stances import Basis

__all__ = ["LATER", "dated", "known_documents"]

LATER = dt.datetime(9000, 1, 1, tzinfo=dt.UTC)
"""Later than anything that can be known, in every zone."""

_ALLOWANCE = dt.timedelta(days=1)


def dated(document: Document, language: str, zone: dt.tzinfo, retrieved: dt.datetime) -> Document:
    """Return DOCUMENT, in LANGUAGE, with the day in ZONE that its words print, where nothing else tells its day.

    A day later than it was RETRIEVED on is no day of publication.
    """
    pack = load_pack(language) if document.published is None else None
    day = printed_on(document, pack) if pack is not None else None
    if day is None:
        return document
    at = dt.datetime.combine(day, dt.time(), zone)
    if at > retrieved + _ALLOWANCE:
        return document
    return replace(document, published=Published(at=at, day_only=True, basis=Basis.INFERRED, source="dateline"))


def known_documents(
    documents: Sequence[Document],
    put_in: Mapping[str, dt.datetime],
    judgements: Sequence[tuple[str, Judgement]],
    as_of: dt.datetime | None,
) -> dict[str, Document]:
    """Return those of DOCUMENTS by id that were known at AS_OF and not dropped, first published first.

    One without a day was known when its evidence was PUT_IN.
    """
    dropped = {subject for _, item in judgements if item.decision is Decision.DROP for subject in item.subjects}
    found: dict[str, Document] = {}
    for document in documents:
        moment = document.published.at if document.published else put_in[document.evidence]
        if document.id not in dropped and (as_of is None or moment <= as_of):
            found.setdefault(document.id, document)
    return dict(sorted(found.items(), key=lambda pair: (_moment(pair[1]), pair[0])))


def _moment(document: Document) -> dt.datetime:
    return document.published.at if document.published else LATER
