"""Evidence as archived, and the document read from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tregua.vocabulary.stances import Basis

__all__ = ["ITEM_LIMIT", "TEXT_LIMIT", "Document", "Evidence", "Published"]

ITEM_LIMIT = 32 * 1024 * 1024
"""Bytes of the largest item kept as evidence; no report is that long, and every step holds the item in memory."""

TEXT_LIMIT = 300_000
"""Characters of main text that are read of one document; longer ones are cut, with a problem that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An item as it came in: the bytes, and what was known of them then. Never changed afterwards.

    Attributes:
        sha256: hex digest of ``content``; its identity.
        content: the original bytes.
        name: file name, address or ``-`` it came from.
        media_type: as guessed at intake, e.g. ``text/html``.
        url: the address the item is of, "" when not known.
        retrieved: when it was put in (with zone).
    """

    sha256: str
    content: bytes = field(repr=False)
    name: str
    media_type: str
    url: str = ""
    retrieved: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a document says it was published, and how that is known.

    Attributes:
        at: the instant; midnight where only the day is known.
        day_only: whether only the day is known.
        basis: ``stated`` (page, feed, record), ``inferred`` (dateline, address).
        source: what said so: ``meta``, ``feed``, ``record``, ``dateline``, ``url`` …
    """

    at: dt.datetime
    day_only: bool
    basis: Basis
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One readable item: an article, a bulletin, an entry of a feed.

    Attributes:
        id: ``d-`` and the first 12 hex digits of the SHA-256 of its evidence (and entry number in a feed),
            or the id the record itself carried (JSON Lines).
        evidence: SHA-256 of the evidence it was read from.
        url: address, "" when not known.
        title: headline, "" when there is none.
        publisher: name as the page or the source registry gives it, "" when not known.
        published: None when not known; never the time of retrieval.
        retrieved: when its evidence was put in.
        language: ISO 639-1 code, "" when not told.
        text: the main text, boilerplate left out; claims' spans are offsets into it.
        left_out: what was held to be boilerplate, kept for explanation.
        reader: name of the reader that read it.
    """

    id: str
    evidence: str
    url: str = ""
    title: str = ""
    publisher: str = ""
    published: Published | None = None
    retrieved: dt.datetime | None = None
    language: str = ""
    text: str
    left_out: tuple[str, ...] = ()
    reader: str = ""
