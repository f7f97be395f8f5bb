"""What a person corrected about a document: when it was published, and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tregua.authored import nearest
from tregua.errors import Problem
from tregua.ports import SourceRegistry
from tregua.records.document import Document, Published
from tregua.records.judgement import UNKNOWN, Decision, Judgement
from tregua.vocabulary.stamps import read_stamp
from tregua.vocabulary.stances import Basis

__all__ = ["correct_documents"]

_SLOTS = ("published", "publisher")


def correct_documents(
    documents: Iterable[Document],
    judgements: Sequence[tuple[str, Judgement]],
    sources: SourceRegistry,
    zone: dt.tzinfo,
) -> tuple[list[Document], list[Problem]]:
    """Return DOCUMENTS with the day and publisher that JUDGEMENTS, with their ids and in order, give them.

    A time without a zone is ZONE's. A publisher among SOURCES gets its name there. ``unknown`` takes what is known.

    Returns:
        The documents in their order, and what no document can be corrected by.
    """
    held = {document.id: document for document in documents}
    problems: list[Problem] = []
    for key, judgement in judgements:
        document = held.get(judgement.subjects[0])
        if judgement.decision is not Decision.CORRECT or document is None:
            continue
        changed = _corrected(document, key, judgement, sources, zone)
        if isinstance(changed, str):
            problems.append(Problem(where=key, message=changed, severity="warning", step="read"))
        else:
            held[document.id] = changed
    return list(held.values()), problems


def _corrected(
    document: Document, key: str, judgement: Judgement, sources: SourceRegistry, zone: dt.tzinfo
) -> Document | str:
    """Return DOCUMENT as the JUDGEMENT with id KEY has it, or in words why it cannot be."""
    value = judgement.value.strip()
    unknown = value.casefold() in {"", UNKNOWN}
    if judgement.slot == "publisher":
        source = sources.match(value)
        return replace(document, publisher="" if unknown else source.name if source else value)
    if judgement.slot != "published":
        return f"a document has no slot {judgement.slot!r}; {nearest(judgement.slot, _SLOTS)}"
    stamp = read_stamp(value)
    if unknown or stamp is None:
        message = f"published needs a day such as 2016-05-06 or 'unknown', not {value!r}"
        return replace(document, published=None) if unknown else message
    at = stamp[0] if stamp[0].tzinfo else stamp[0].replace(tzinfo=zone)
    return replace(document, published=Published(at=at, day_only=stamp[1], basis=Basis.STATED, source=key))
