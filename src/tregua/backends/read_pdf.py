"""Reads PDF files: the text of their pages.

The date on which a PDF was made is not the date its report was published, so it is never taken for one.
"""

from __future__ import annotations

import collections
import io
import re
import struct
import zlib
from collections.abc import Iterator

from pypdf import PdfReader as Pypdf
from pypdf.errors import DependencyError, PyPdfError

from tregua.errors import Problem
from tregua.records.document import TEXT_LIMIT, Document, Evidence

__all__ = ["PdfReader"]

_MOST_PAGES = 500
_MOST_BROKEN = 20
_OFTEN = 3
_EDGE = 2
_LONGEST_RUNNING = 120
_CLOSING = "\"'”’»)] "  # noqa: RUF001 - closing quotes are meant
_ENDS = (".", "!", "?", "؟", "۔", "。")  # noqa: RUF001 - the full stops of several scripts
_IN_TEN = 10
_RIGHT_TO_LEFT = "[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]"
_STOP_BEFORE = re.compile(rf"(?:^|\s)[.،؛؟:](?={_RIGHT_TO_LEFT})", re.MULTILINE)
_STOP_AFTER = re.compile(rf"(?<={_RIGHT_TO_LEFT})[.،؛؟:](?=\s|$)", re.MULTILINE)
_BROKEN = (
    PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, LookupError, AssertionError,
    RecursionError, ArithmeticError, NotImplementedError, EOFError, OSError, zlib.error, struct.error,
)  # fmt: skip
"""What pypdf is known to raise on broken files."""

Found = tuple[list[Document], list[Problem]]


class PdfReader:
    """Reads PDF."""

    @property
    def name(self) -> str:
        """Return ``pdf-1``."""
        return "pdf-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take PDF."""
        return evidence.media_type == "application/pdf"

    def read(self, evidence: Evidence) -> Found:
        """Return the text of all pages as one document; pages that cannot be read are problems."""
        try:
            book = Pypdf(io.BytesIO(evidence.content), strict=False)
            if book.is_encrypted and not book.decrypt(""):
                return [], [_problem(evidence, "this PDF is locked with a password", "put in a copy without one")]
            count = len(book.pages)
        except DependencyError:
            return [], [_problem(evidence, "this PDF is encrypted", "put in a copy without encryption")]
        except _BROKEN as error:
            hint = "save it again, or put in its text"
            return [], [_problem(evidence, f"this PDF is too broken to read: {type(error).__name__}", hint)]
        pages, problems = _pages(book, min(count, _MOST_PAGES), evidence)
        if count > _MOST_PAGES:
            problems.append(_doubt(evidence, f"this PDF has {count} pages; the first {_MOST_PAGES} are read"))
        if not any(page.strip() for page in pages):
            hint = "it may be a scan: run it through text recognition first"
            return [], [*problems, _problem(evidence, "there is no text in this PDF", hint)]
        if _is_backwards("\n".join(pages)):
            hint = "open it, copy its text and put that in as a .txt file"
            return [], [*problems, _problem(evidence, "the words of this PDF come out in reverse order", hint)]
        running = _running_lines(pages)
        document = Document(
            id=f"d-{evidence.sha256[:12]}",
            evidence=evidence.sha256,
            url=evidence.url,
            text="".join(_without(page, running) for page in pages),
            left_out=tuple(sorted(running)),
            reader=self.name,
        )
        return [document], problems


def _problem(evidence: Evidence, message: str, hint: str) -> Problem:
    return Problem(where=evidence.name, message=message, hint=hint, step="read")


def _doubt(evidence: Evidence, message: str, hint: str = "put the rest in as items of their own") -> Problem:
    return Problem(where=evidence.name, message=message, hint=hint, severity="warning", step="read")


def _pages(book: Pypdf, count: int, evidence: Evidence) -> tuple[list[str], list[Problem]]:
    """Return the text of the first COUNT pages, until there is more than any report has."""
    pages: list[str] = []
    problems: list[Problem] = []
    length = 0
    for number in range(count):
        try:
            text = book.pages[number].extract_text()
        except _BROKEN as error:
            message = f"page {number + 1} cannot be read: {type(error).__name__}"
            problems.append(_doubt(evidence, message, "compare with the file, and put in the page's text"))
            if len(problems) >= _MOST_BROKEN:
                break
            continue
        pages.append(text.replace("\r\n", "\n").replace("\r", "\n"))
        length += len(text)
        if length > TEXT_LIMIT:
            break
    return pages, problems


def _is_backwards(text: str) -> bool:
    """Tell whether right-to-left TEXT came out as it is drawn, from the left: stops stand before their sentences.

    One stop in ten is enough: text in its own order has none. Such text cannot be set right for sure, because
    numbers lose their places in it.
    """
    return len(_STOP_BEFORE.findall(text)) * _IN_TEN > len(_STOP_AFTER.findall(text))


def _running_lines(pages: list[str]) -> set[str]:
    """Return the lines that stand at the edge of most pages: running heads and feet."""
    seen = collections.Counter(line for page in pages for line in set(_edges(page)))
    often = max(_OFTEN, len(pages) // 2)
    return {line for line, times in seen.items() if times >= often}


def _edges(page: str) -> Iterator[str]:
    lines = [line.strip() for line in page.split("\n") if line.strip()]
    yield from (line for line in (*lines[:_EDGE], *lines[-_EDGE:]) if len(line) <= _LONGEST_RUNNING)


def _without(page: str, running: set[str]) -> str:
    """Return PAGE without RUNNING lines and bare page numbers, closed as a paragraph if it ends with a sentence."""
    lines = [line for line in page.split("\n") if line.strip() not in running]
    while lines and (not lines[-1].strip() or lines[-1].strip(" -–/|").isdigit()):  # noqa: RUF001 - a dash is meant
        lines.pop()
    end = "\n\n" if lines and lines[-1].rstrip(_CLOSING).endswith(_ENDS) else "\n"
    return "\n".join(lines) + end
