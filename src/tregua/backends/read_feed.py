"""Reads RSS and Atom feeds: one document an entry."""

from __future__ import annotations

import html
import io
from dataclasses import replace
from typing import Any

import feedparser

from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence, Published
from tregua.vocabulary.stamps import read_stamp
from tregua.vocabulary.stances import Basis

__all__ = ["FeedReader"]

_MEDIA = frozenset({"application/rss+xml", "application/atom+xml"})
_MOST_ENTRIES = 2_000
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, LookupError, AssertionError, RecursionError)
"""What feedparser is known to raise on broken feeds."""

Found = tuple[list[Document], list[Problem]]


class FeedReader:
    """Reads feeds; ids are ``d-<12 hex digits>-<number of the entry>``."""

    def __init__(self, pages: Reader) -> None:
        """Read the HTML inside entries with PAGES."""
        self._pages = pages

    @property
    def name(self) -> str:
        """Return ``feed-1``."""
        return "feed-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take RSS and Atom."""
        return evidence.media_type in _MEDIA

    def read(self, evidence: Evidence) -> Found:
        """Return the entries; a feed that breaks off is read as far as it goes, and that is said."""
        try:
            feed = feedparser.parse(io.BytesIO(evidence.content), sanitize_html=False, resolve_relative_uris=False)
        except _BROKEN as error:
            return [], [_problem(evidence, f"this feed is too broken to read: {type(error).__name__}")]
        if not feed.entries:
            return [], [_problem(evidence, "this feed has no entries" + _why(feed), line=_line(feed))]
        problems = []
        if feed.bozo and _line(feed):
            message = "this feed is broken" + _why(feed)
            problems.append(_problem(evidence, message, line=_line(feed), severity="warning"))
        if len(feed.entries) > _MOST_ENTRIES:
            message = f"this feed has {len(feed.entries)} entries; the first {_MOST_ENTRIES} are read"
            problems.append(_problem(evidence, message, severity="warning"))
        documents = []
        for number, entry in enumerate(feed.entries[:_MOST_ENTRIES], 1):
            document = self._entry(entry, feed.feed, replace(evidence, name=f"{evidence.name}#{number}"))
            if document is None:
                problems.append(_problem(evidence, f"entry {number} has neither text nor title", severity="warning"))
            else:
                documents.append(replace(document, id=f"d-{evidence.sha256[:12]}-{number}"))
                if said := _unread_date(entry):
                    message = f"the date {said!r} of entry {number} is not understood"
                    problems.append(_problem(evidence, message, severity="warning"))
        return documents, problems

    def _entry(self, entry: Any, feed: Any, evidence: Evidence) -> Document | None:  # noqa: ANN401 - feedparser's own
        """Return the document of ENTRY; its title stands for a text where it has none."""
        title = " ".join(html.unescape(_said(entry, "title")).split())
        said = max([_said(part, "value") for part in entry.get("content", [])[:20]] or [""], key=len)
        said = said if len(said) > len(_said(entry, "summary")) else _said(entry, "summary")
        text, left_out = self._words(said, evidence)
        if not (text or title):
            return None
        return Document(
            id="",
            evidence=evidence.sha256,
            url=_said(entry, "link"),
            title=title,
            publisher=_said(entry.get("source") or {}, "title") or _said(feed, "publisher") or _said(feed, "title"),
            published=_published(entry),
            text=text or title,
            left_out=left_out,
            reader=self.name,
        )

    def _words(self, said: str, evidence: Evidence) -> tuple[str, tuple[str, ...]]:
        """Return the text in SAID, which is HTML in most feeds, and what is left out of it."""
        if "<" not in said:
            return html.unescape(said).strip(), ()
        content = f"<html><body><article>{said}</article></body></html>".encode("utf-8", errors="replace")
        documents, _ = self._pages.read(replace(evidence, content=content, media_type="text/html"))
        return (documents[0].text, documents[0].left_out) if documents else ("", ())


def _problem(evidence: Evidence, message: str, *, line: int | None = None, severity: Any = "error") -> Problem:  # noqa: ANN401
    hint = "save the feed again, or put in the pages it names"
    return Problem(where=evidence.name, line=line, message=message, hint=hint, severity=severity, step="read")


def _line(feed: Any) -> int | None:  # noqa: ANN401 - feedparser's own
    """Return the line at which the XML parser gave up, None where it did not."""
    at = getattr(feed.get("bozo_exception"), "getLineNumber", None)
    return int(at()) if at is not None and at() is not None else None


def _why(feed: Any) -> str:  # noqa: ANN401 - feedparser's own
    said = getattr(feed.get("bozo_exception"), "getMessage", None)
    return f": {str(said())[:80]}" if said is not None else ""


def _said(part: Any, key: str) -> str:  # noqa: ANN401 - feedparser's own
    value = part.get(key)
    return value if isinstance(value, str) else ""


def _published(entry: Any) -> Published | None:  # noqa: ANN401 - feedparser's own
    """Return when ENTRY says it was published; a mere date of change is an inference, and called so.

    feedparser's own reading of dates is not used: it makes 1 November of ``2016-W18-7``.
    """
    for key, basis, source in (("published", Basis.STATED, "feed"), ("updated", Basis.INFERRED, "feed updated")):
        if stamp := read_stamp(str(dict.get(entry, key, ""))):
            return Published(at=stamp[0], day_only=stamp[1], basis=basis, source=source)
    return None


def _unread_date(entry: Any) -> str:  # noqa: ANN401 - feedparser's own
    """Return the date of publication that ENTRY prints in a form that cannot be read, "" when there is none."""
    said = str(dict.get(entry, "published", ""))
    return "" if read_stamp(said) else said.strip()[:60]
