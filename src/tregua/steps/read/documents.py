"""The step itself: pick a reader, then finish what it read in the same way for every format."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tregua.errors import Problem
from tregua.ports import Reader, SourceRegistry
from tregua.records.document import TEXT_LIMIT, Document, Evidence, Published
from tregua.steps.read.boilerplate import blank, cut, find
from tregua.steps.read.headings import Heading, headline, read_heading, web_address
from tregua.steps.read.language import tell_language
from tregua.steps.read.media import DOCX, sniff
from tregua.steps.read.wraps import mend
from tregua.vocabulary.stances import Basis

__all__ = ["read"]

_HEADED = frozenset({"text/plain", "text/markdown", "application/pdf", DOCX})
_WRAPPED = frozenset({"text/plain", "application/pdf"})
_EXACT = frozenset({"application/json"})
_ALLOWANCE = dt.timedelta(days=1)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_FEWEST_LETTERS = 10
_MOST_LINES = 50_000
_MOST_LEFT_OUT = 200
_LONGEST_LEFT_OUT = 500

Found = tuple[list[Document], list[Problem]]


def read(evidence: Evidence, readers: Sequence[Reader], sources: SourceRegistry, zone: dt.tzinfo) -> Found:
    """Read EVIDENCE with the first of READERS that takes it.

    Where none knows its media type, as with some that servers give, the bytes are asked for theirs.
    Times without a zone are ZONE's. A publisher that the item does not name is the one whose host its address is on.
    What the item does not say stays unknown.

    Returns:
        The documents, and every problem, each naming the item.
    """
    if not evidence.content.strip():
        return [], [_problem(evidence, "it is empty", "put in a file that holds something")]
    reader = _reader(evidence, readers)
    if reader is None:
        evidence = replace(evidence, media_type=sniff(evidence.url or evidence.name, evidence.content))
        reader = _reader(evidence, readers)
    if reader is None:
        hint = "put in HTML, text, Markdown, PDF, Word (.docx), RSS, Atom or JSON Lines"
        return [], [_problem(evidence, f"nothing here reads {evidence.media_type}", hint)]
    documents, problems = reader.read(evidence)
    finished: list[Document] = []
    for document in documents:
        whole, doubts = _finish(document, evidence, sources, zone)
        finished += whole
        problems = [*problems, *doubts]
    return finished, problems


def _reader(evidence: Evidence, readers: Sequence[Reader]) -> Reader | None:
    return next((reader for reader in readers if reader.reads(evidence)), None)


def _problem(evidence: Evidence, message: str, hint: str = "") -> Problem:
    return Problem(where=evidence.name, message=message, hint=hint, step="read")


def _doubt(evidence: Evidence, message: str, hint: str = "") -> Problem:
    return replace(_problem(evidence, message, hint), severity="warning")


def _finish(document: Document, evidence: Evidence, sources: SourceRegistry, zone: dt.tzinfo) -> Found:
    text, problems = _fit(_clean(document.text), evidence)
    headed = evidence.media_type in _HEADED
    heading = read_heading(text, evidence.name) if headed else Heading()
    kept, left_out = _tidy(text, heading, evidence.media_type)
    if sum(map(str.isalpha, kept)) < _FEWEST_LETTERS:
        return [], [*problems, *heading.problems, _problem(evidence, "no text of a report was found in it")]
    published, doubts = _place(document.published or _stated(heading), evidence, zone)
    url = web_address(document.url) or heading.url or web_address(evidence.url)
    finished = replace(
        document,
        url=url,
        title=_line(document.title or heading.title or (headline(kept) if headed else ""), 500),
        publisher=_publisher(_line(document.publisher or heading.publisher, 200), url, sources),
        published=published,
        retrieved=evidence.retrieved,
        language=document.language or tell_language(f"{document.title}\n{kept}"),
        text=kept,
        left_out=tuple(_line(part, _LONGEST_LEFT_OUT) for part in (*document.left_out, *left_out))[:_MOST_LEFT_OUT],
    )
    return [finished], [*problems, *heading.problems, *doubts]


def _fit(text: str, evidence: Evidence) -> tuple[str, list[Problem]]:
    """Return as much of TEXT as is read of one document, and say so where that is not all."""
    fitting = "\n".join(text[:TEXT_LIMIT].split("\n", _MOST_LINES)[:_MOST_LINES])
    if fitting == text:
        return text, []
    whole = f"{len(text)} characters in {text.count(chr(10)) + 1} lines"
    message = f"its text has {whole}; the first {len(fitting)} characters are read"
    return fitting, [_doubt(evidence, message, "split it into several items")]


def _clean(text: str) -> str:
    """Replace what cannot be kept or shown, one character by one, so that offsets stay true."""
    return _SURROGATES.sub("�", _UNPRINTABLE.sub(" ", text))


def _line(text: str, longest: int) -> str:
    return " ".join(_clean(text[: 4 * longest]).split())[:longest]


def _tidy(text: str, heading: Heading, media: str) -> tuple[str, tuple[str, ...]]:
    """Return TEXT without what is not the report's, and that."""
    headers = tuple(text[start:end] for start, end in heading.taken)
    text = blank(text, heading.taken)
    if media in _WRAPPED:
        text = mend(text, loose=media == "application/pdf")
    stretches = find(text)
    left_out = (*headers, *(text[start:end] for start, end in stretches))
    return (blank(text, stretches) if media in _EXACT else cut(text, stretches)), left_out


def _stated(heading: Heading) -> Published | None:
    if heading.published is None:
        return None
    at, day_only = heading.published
    return Published(at=at, day_only=day_only, basis=Basis.STATED, source="header")


def _place(published: Published | None, evidence: Evidence, zone: dt.tzinfo) -> tuple[Published | None, list[Problem]]:
    """Put PUBLISHED in ZONE; refuse one later than the item itself."""
    if published is None:
        return None, []
    at = published.at.astimezone(zone) if published.at.tzinfo else published.at.replace(tzinfo=zone)
    if at > evidence.retrieved + _ALLOWANCE:
        message = f"it says it was published on {at.date()}, after it was put in; the date is taken as unknown"
        return None, [_doubt(evidence, message, "correct the date in the item, or add the item with its right date")]
    return replace(published, at=at), []


def _publisher(printed: str, url: str, sources: SourceRegistry) -> str:
    source = sources.match(printed) if printed else (sources.by_host(url) if url else None)
    return source.name if source else printed
