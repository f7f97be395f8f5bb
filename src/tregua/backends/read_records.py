"""Reads records: one JSON object, as a line of a JSON Lines file holds it.

The record's text is kept character for character, so that offsets into what comes out are offsets into what went in.
A record that carries ``html`` in place of ``text`` is handed to the reader of pages; what the record itself says
outweighs what the page says.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence, Published
from tregua.vocabulary.encoding import decode
from tregua.vocabulary.stamps import Stamp, read_stamp
from tregua.vocabulary.stances import Basis

__all__ = ["RecordReader"]

_MEDIA = frozenset({"application/json", "application/x-ndjson"})
_KEYS = frozenset({"id", "url", "title", "published", "publisher", "text", "html", "language"})
_WORDS = ("title", "publisher", "url", "language")
_LONGEST_ID = 200
_MOST_UNKNOWN = 10
_LANGUAGE = re.compile(r"[a-z]{2}")
_LINE_NUMBER = re.compile(r":(\d{1,9})$")

Found = tuple[list[Document], list[Problem]]


class RecordReader:
    """Reads one record with the keys ``id, url, title, published, publisher, language`` and ``text`` or ``html``."""

    def __init__(self, pages: Reader) -> None:
        """Read the ``html`` of records with PAGES."""
        self._pages = pages

    @property
    def name(self) -> str:
        """Return ``record-1``."""
        return "record-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take JSON."""
        return evidence.media_type in _MEDIA

    def read(self, evidence: Evidence) -> Found:
        """Return the record's document, and what is wrong with each of its fields."""
        where = _Where(evidence.name)
        try:
            record = json.loads(decode(evidence.content))
        except (ValueError, RecursionError) as error:
            said = getattr(error, "msg", "") or "nested too deep, or a number too long"
            return [], [where.problem(f"this is not JSON: {said}", "one whole object a line, in double quotes")]
        if not isinstance(record, dict):
            return [], [where.problem("this is JSON, but no record", 'write one object a line: {"text": …}')]
        text = record.get("text")
        if isinstance(text, str) and text.strip():
            bare = Document(id="", evidence=evidence.sha256, url=evidence.url, text=text, reader=self.name)
            return _fill(bare, record, where)
        if isinstance(page := record.get("html"), str) and page.strip():
            return self._read_page(page, record, evidence, where)
        return [], [where.problem("this record has no text", 'give it "text" or "html"')]

    def _read_page(self, page: str, record: dict[str, Any], evidence: Evidence, where: _Where) -> Found:
        """Read the PAGE of a RECORD, and let the record outweigh it."""
        content = page.encode("utf-8", errors="replace")
        documents, problems = self._pages.read(replace(evidence, content=content, media_type="text/html"))
        problems = [where.problem(each.message, each.hint, doubt=each.severity != "error") for each in problems]
        found: list[Document] = []
        for document in documents:
            filled, doubts = _fill(replace(document, id="", reader=f"{self.name} {document.reader}"), record, where)
            found += filled
            problems = [*problems, *doubts]
        return found, problems


class _Where:
    """Makes problems that name the file and line of a record."""

    def __init__(self, name: str) -> None:
        """Take line 17 from a NAME such as ``reports.jsonl:17``."""
        match = _LINE_NUMBER.search(name)
        self._name = name[: match.start()] if match else name
        self._line = int(match[1]) if match else 1

    def problem(self, message: str, hint: str = "", *, doubt: bool = False) -> Problem:
        """Return a problem with MESSAGE there; a DOUBT leaves the record usable."""
        return Problem(
            where=self._name, line=self._line, message=message, hint=hint,
            severity="warning" if doubt else "error", step="read",
        )  # fmt: skip


def _fill(document: Document, record: dict[str, Any], where: _Where) -> Found:
    """Put what RECORD says into DOCUMENT."""
    unknown = sorted(map(str, record.keys() - _KEYS))[:_MOST_UNKNOWN]
    problems = [where.problem(f"key {key[:40]!r} is not used here", doubt=True) for key in unknown]
    odd = [key for key in _WORDS if not isinstance(record.get(key) or "", str)]
    problems += [where.problem(f"{key!r} is not text and is not used", doubt=True) for key in odd]
    words = {key: "" if key in odd else str(record.get(key) or "").strip() for key in _WORDS}
    stamp, doubts = _published(record.get("published"), where)
    stated = Published(at=stamp[0], day_only=stamp[1], basis=Basis.STATED, source="record") if stamp else None
    filled = replace(
        document,
        id=_id(record.get("id"), document),
        url=words["url"] or document.url,
        title=words["title"] or document.title,
        publisher=words["publisher"] or document.publisher,
        published=stated or document.published,
        language=words["language"].lower() if _LANGUAGE.fullmatch(words["language"].lower()) else "",
    )
    return [filled], [*problems, *doubts]


def _published(said: Any, where: _Where) -> tuple[Stamp | None, list[Problem]]:  # noqa: ANN401 - JSON holds anything
    if said is None or said == "":
        return None, []
    stamp = read_stamp(said) if isinstance(said, str) else None
    if stamp is None:
        hint = "write it as 2016-05-06 or 2016-05-06T21:20:00+03:00"
        return None, [where.problem(f"the date {str(said)[:60]!r} is not understood", hint, doubt=True)]
    return stamp, []


def _id(said: Any, document: Document) -> str:  # noqa: ANN401 - JSON holds anything
    """Return the record's own id where it can serve as one."""
    given = str(said).strip() if isinstance(said, str | int) and not isinstance(said, bool) else ""
    fits = 0 < len(given) <= _LONGEST_ID and given.isprintable()
    return given if fits else f"d-{document.evidence[:12]}"
