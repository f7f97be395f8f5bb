"""Reads Word files (.docx): paragraphs, and tables row by row.

The title and date in a file's properties are those of its template as often as its own, so neither is taken.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from tregua.errors import Problem
from tregua.records.document import Document, Evidence

__all__ = ["DocxReader"]

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_PARTS = 2_000
_MOST_BYTES = 128 * 1024 * 1024
_MOST_TIMES = 120
_CHUNK = 1024 * 1024
_BROKEN = (
    OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error, ValueError, TypeError, KeyError, AttributeError,
    IndexError, AssertionError, RecursionError, NotImplementedError, EOFError, OSError,
)  # fmt: skip
"""What zipfile, lxml and python-docx are known to raise on broken files."""

Found = tuple[list[Document], list[Problem]]


class DocxReader:
    """Reads Word files, and refuses those that unpack to more than any report holds."""

    @property
    def name(self) -> str:
        """Return ``docx-1``."""
        return "docx-1"

    def reads(self, evidence: Evidence) -> bool:
        """Take Word files."""
        return evidence.media_type == _MEDIA

    def read(self, evidence: Evidence) -> Found:
        """Return the words as one document; words struck out in tracked changes are left out."""
        try:
            if reason := _refusal(evidence.content):
                return [], [_problem(evidence, f"this Word file is refused: {reason}")]
            package = docx.Document(io.BytesIO(evidence.content))
            text = "\n\n".join(_blocks(package.element.body))
        except _BROKEN as error:
            return [], [_problem(evidence, f"this Word file is too broken to read: {type(error).__name__}")]
        document = Document(
            id=f"d-{evidence.sha256[:12]}",
            evidence=evidence.sha256,
            url=evidence.url,
            text=text,
            reader=self.name,
        )
        return [document], []


def _problem(evidence: Evidence, message: str) -> Problem:
    return Problem(where=evidence.name, message=message, hint="put in its text as a .txt file", step="read")


def _refusal(content: bytes) -> str:
    """Return why CONTENT must not be unpacked, "" when it may.

    The sizes a package declares are added up first; then it is unpacked once in small pieces, counted and thrown
    away, because a declaration can be false.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS:
            return f"it has {len(parts)} parts, more than {_MOST_PARTS}"
        most = min(_MOST_BYTES, max(_MOST_TIMES * len(content), _CHUNK))
        if sum(part.file_size for part in parts) > most:
            return f"it says it unpacks to more than {most // 1024} KB"
        unpacked = 0
        for part in parts:
            with package.open(part) as stream:
                while piece := stream.read(_CHUNK):
                    unpacked += len(piece)
                    if unpacked > most:
                        return f"it unpacks to more than {most // 1024} KB"
    return ""


def _blocks(body: etree._Element) -> Iterator[str]:
    """Give paragraphs and table rows in order, each once."""
    for element in body.iter(qn("w:p"), qn("w:tr")):
        if any(parent.tag in _INSIDE for parent in element.iterancestors()):
            continue
        if element.tag == qn("w:tr"):
            cells = (" ".join(map(_words, cell.iter(qn("w:p")))).strip() for cell in element.iter(qn("w:tc")))
            said = " | ".join(filter(None, cells))
        else:
            said = _words(element)
        if said.strip():
            yield said.strip()


_INSIDE = frozenset(
    {qn("w:tr"), qn("w:p"), qn("w:del"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def _words(paragraph: etree._Element) -> str:
    parts = paragraph.iter(qn("w:t"), *_BREAKS)
    return "".join(_BREAKS.get(str(part.tag)) or part.text or "" for part in parts)
