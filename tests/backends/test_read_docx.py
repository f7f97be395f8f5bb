from __future__ import annotations

import io
import struct
import zipfile

import docx
import pytest

from tests.conformance.reader import ReaderConformance, evidence_of
from tregua.backends.read_docx import DocxReader
from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TRACKED = f"""<w:p {_SPACE}><w:r><w:t>Six</w:t></w:r><w:del w:id="1"><w:r><w:delText> or nine</w:delText></w:r></w:del>
<w:ins w:id="2"><w:r><w:t xml:space="preserve"> breaches</w:t><w:tab/><w:t>counted</w:t></w:r></w:ins></w:p>"""


def make_docx(title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.add_heading("Six breaches in a day", 1)
    document.add_paragraph("The centre counted six breaches.\nThree fell on Aleppo.")
    table = document.add_table(2, 2)
    for cell, said in zip(
        (cell for row in table.rows for cell in row.cells), ("Area", "Count", "Aleppo", "3"), strict=True
    ):
        cell.text = said
    document.add_paragraph("   ")
    document.element.body.insert(3, docx.oxml.parse_xml(_TRACKED))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _with(part: str, body: bytes) -> bytes:
    """Return a good file in which PART holds BODY."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx())) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in dict.fromkeys([*good.namelist(), part]):
            made.writestr(name, body if name == part else good.read(name))
    return out.getvalue()


def _read(content: bytes) -> tuple[list[Document], list[Problem]]:
    return DocxReader().read(evidence_of(content, _MEDIA, "report.docx"))


class TestDocxReader(ReaderConformance):
    def open(self) -> Reader:
        return DocxReader()

    def good(self) -> Evidence:
        return evidence_of(_GOOD, _MEDIA, "report.docx")


_GOOD = make_docx("The day's report")


def test_paragraphs_tables_and_tracked_changes() -> None:
    document = _read(_GOOD)[0][0]
    assert document.title == ""
    assert document.published is None
    assert document.text.split("\n\n") == [
        "Six breaches in a day",
        "The centre counted six breaches.\nThree fell on Aleppo.",
        "Area | Count",
        "Aleppo | 3",
        "Six breaches\tcounted",
    ]


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    problem = _read(_with("word/media/zeros.bin", bytes(40_000_000)))[1][0]
    assert "refused: it says it unpacks" in problem.message


def test_a_bomb_that_declares_less_than_it_holds_is_refused_too() -> None:
    content = bytearray(_with("word/media/zeros.bin", bytes(40_000_000)))
    at = content.find(b"word/media/zeros.bin", content.find(b"PK\x01\x02"))
    small = struct.pack("<L", 1_000)
    content[at - 22 : at - 18] = small
    documents, problems = _read(bytes(content))
    assert documents == []
    assert "BadZipFile" in problems[0].message or "refused" in problems[0].message


def test_too_many_parts_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for number in range(2_001):
            made.writestr(f"{number}", b"")
    assert "2001 parts" in _read(out.getvalue())[1][0].message


def test_entities_are_not_expanded() -> None:
    bomb = f'<!DOCTYPE x [<!ENTITY a "{"a" * 1000}"><!ENTITY b "{"&a;" * 100}">]>'
    body = (
        f"{bomb}<w:document {_SPACE}><w:body><w:p><w:r><w:t>Six {'&b;' * 100}</w:t></w:r></w:p></w:body></w:document>"
    )
    documents, _ = _read(_with("word/document.xml", body.encode()))
    assert all(len(document.text) < 1_000 for document in documents)


@pytest.mark.parametrize("content", [b"PK\x03\x04", _GOOD[:3000], b"\x89PNG", _with("word/document.xml", b"<broken")])
def test_broken_files_are_problems(content: bytes) -> None:
    documents, problems = _read(content)
    assert documents == []
    assert "too broken to read" in problems[0].message
    assert problems[0].hint
