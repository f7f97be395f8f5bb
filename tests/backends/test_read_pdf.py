from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from pypdf import PdfWriter

from tests.conformance.reader import ReaderConformance, evidence_of
from tregua.backends.read_pdf import PdfReader
from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence

_LINES = (
    "The coordination centre counted six vio-",
    "lations of the truce in a day, three of",
    "them in the province of Aleppo.",
)


def make_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Return a plain PDF that prints PAGES line by line."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " T* ".join("({}) Tj".format(line.replace("(", r"\(").replace(")", r"\)")) for line in lines)
        content = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        resources = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (resources, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    box = b"/MediaBox [0 0 595 842]"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d %s >>" % (b" ".join(kids), len(kids), box)
    return assemble(objects)


def assemble(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of OBJECTS, the first of them the catalogue."""
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _read(content: bytes) -> tuple[list[Document], list[Problem]]:
    return PdfReader().read(evidence_of(content, "application/pdf", "report.pdf"))


def _locked(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf([_LINES])))
    writer.encrypt(password, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class TestPdfReader(ReaderConformance):
    def open(self) -> Reader:
        return PdfReader()

    def good(self) -> Evidence:
        return evidence_of(make_pdf([_LINES]), "application/pdf", "report.pdf")


def test_lines_of_every_page_and_no_date_of_its_own() -> None:
    documents, problems = _read(make_pdf([_LINES, ["A quiet day in Daraa."]]))
    assert problems == []
    assert documents[0].text.split("\n") == [*_LINES, "", "A quiet day in Daraa.", "", ""]
    assert documents[0].published is None


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [["Monitoring mission", f"Finding {number} was made", "in Homs", str(number)] for number in range(4)]
    document = _read(make_pdf(pages))[0][0]
    assert "Monitoring mission" not in document.text
    assert document.left_out == ("Monitoring mission", "in Homs")
    assert document.text.split() == [word for number in range(4) for word in f"Finding {number} was made".split()]


def test_a_pdf_without_text_asks_for_text_recognition() -> None:
    documents, problems = _read(make_pdf([[""]]))
    assert documents == []
    assert "text recognition" in problems[0].hint


def test_a_password_is_asked_for_and_an_empty_one_is_tried() -> None:
    assert "locked with a password" in _read(_locked("secret", "RC4-128"))[1][0].message
    assert "six" in _read(_locked("", "RC4-128"))[0][0].text


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4\n",
        make_pdf([_LINES])[:200],
        assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [1 0 R 2 0 R] /Count 99999999 >>"]),
        assemble([b"<< /Type /Catalog >>"]),
    ],
)
def test_broken_and_circular_files_are_problems(content: bytes) -> None:
    documents, problems = _read(content)
    assert documents == []
    assert problems
    assert all(problem.where == "report.pdf" and problem.hint for problem in problems)


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    content = make_pdf([_LINES, ["Second page."]]).replace(b"<< /Length", b"<< /Filter /Unheard /Length", 1)
    documents, problems = _read(content)
    assert documents[0].text.strip() == "Second page."
    assert [problem.message[:22] for problem in problems] == ["page 1 cannot be read:"]


def test_right_to_left_words_in_drawing_order_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    said = ["سجل المركز ستة خروقات في حلب.", "وقع ثلاثة منها في حمص، حسب البيان."]
    drawn = [" ".join(["." + line.rstrip(".").split()[-1], *reversed(line.split()[:-1])]) for line in said]
    for lines, backwards in ((said, False), (drawn, True)):
        found: tuple[list[str], list[Problem]] = (["\n".join(lines)], [])
        monkeypatch.setattr("tregua.backends.read_pdf._pages", lambda *_, found=found: found)
        documents, problems = _read(make_pdf([_LINES]))
        assert bool(documents) is not backwards
        assert [problem.message for problem in problems] == [
            "the words of this PDF come out in reverse order"
        ] * backwards


def test_only_so_many_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tregua.backends.read_pdf._MOST_PAGES", 1)
    documents, problems = _read(make_pdf([["One."], ["Two."]]))
    assert documents[0].text.strip() == "One."
    assert "has 2 pages" in problems[0].message


def test_reading_stops_when_there_is_more_than_any_report_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tregua.backends.read_pdf.TEXT_LIMIT", 3)
    assert _read(make_pdf([["One."], ["Two."]]))[0][0].text.strip() == "One."
