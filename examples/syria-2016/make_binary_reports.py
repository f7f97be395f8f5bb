"""Make the PDF and DOCX reports of this example from the texts in ``binary_reports/``.

Each text ``NAME.pdf.md`` or ``NAME.docx.md`` begins with ``Key: value`` lines: Title, Author, Published, URL, Running
(the running head), and Filed where the copy bears the filing lines of a press archive. After an empty line come
paragraphs: ``# `` begins a heading, ``* `` an item of a list. The files made carry the published date and no other, so
that they come out the same on every run with the same versions of the libraries.

Run from anywhere: ``python examples/syria-2016/make_binary_reports.py``
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import docx
import typst

HERE = Path(__file__).resolve().parent
FIRST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
FILING = {"Source": "Author", "Published": "Published", "URL": "URL"}


@dataclass(frozen=True)
class Text:
    """One report to be typeset: what its first lines say, and its paragraphs."""

    head: dict[str, str]
    paragraphs: tuple[str, ...]

    @property
    def published(self) -> dt.date:
        """Return the day that the report carries."""
        return dt.date.fromisoformat(self.head["Published"])

    def filing_lines(self) -> tuple[str, ...]:
        """Return the lines that a press archive printed on top of its copy; none for a copy of one's own."""
        if "Filed" not in self.head:
            return ()
        return tuple(f"{shown}: {self.head[key]}" for shown, key in FILING.items())


def read_text(path: Path) -> Text:
    """Return the report that PATH holds."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    pairs = (line.split(": ", 1) for line in head.splitlines())
    blocks = (block for chunk in body.split("\n\n") for block in _blocks(chunk))
    return Text(head=dict(pairs), paragraphs=tuple(blocks))


def _blocks(chunk: str) -> Iterable[str]:
    return chunk.strip().splitlines() if chunk.startswith("* ") else [chunk.strip()]


def to_pdf(text: Text) -> bytes:
    """Return TEXT as a PDF with running head, foot and page number."""
    day = text.published
    lines = [
        f"#set document(title: {_quoted(text.head['Title'])}, author: {_quoted(text.head['Author'])})",
        f"#set document(date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))",
        f'#set page(paper: "a4", header: text(8pt, {_quoted(text.head["Running"])}))',
        "#set page(footer: context text(8pt, counter(page).display()))",
        "#set par(justify: true)",
        f'#text(15pt, weight: "bold", {_quoted(text.head["Title"])})',
        *(f"#text(9pt, {_quoted(line)})" for line in text.filing_lines()),
    ]
    lines += [_typeset(paragraph) for paragraph in text.paragraphs]
    return bytes(typst.compile("\n\n".join(lines).encode("utf-8"), format="pdf"))


def _typeset(paragraph: str) -> str:
    if paragraph.startswith("# "):
        return f"#heading(level: 1, {_quoted(paragraph[2:])})"
    if paragraph.startswith("* "):
        return f"#list({_quoted(paragraph[2:])})"
    return f"#par({_quoted(paragraph)})"


def _quoted(words: str) -> str:
    joined = " ".join(words.split())
    return '"' + joined.replace("\\", "\\\\").replace('"', '\\"') + '"'


def to_docx(text: Text) -> bytes:
    """Return TEXT as a Word file with a running head."""
    document = docx.Document()
    noon = dt.datetime.combine(text.published, dt.time(12))
    properties = document.core_properties
    properties.title, properties.author = text.head["Title"], text.head["Author"]
    properties.created = properties.modified = noon
    properties.comments = ""
    document.sections[0].header.paragraphs[0].text = text.head["Running"]
    document.add_heading(text.head["Title"], level=0)
    for line in text.filing_lines():
        document.add_paragraph(line)
    for paragraph in text.paragraphs:
        _add(document, paragraph)
    return _without_times(document)


def _add(document: docx.document.Document, paragraph: str) -> None:
    if paragraph.startswith("# "):
        document.add_heading(paragraph[2:], level=1)
    elif paragraph.startswith("* "):
        document.add_paragraph(paragraph[2:], style="List Bullet")
    else:
        document.add_paragraph(" ".join(paragraph.split()))


def _without_times(document: docx.document.Document) -> bytes:
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, FIRST_ZIP_DAY), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def main() -> None:
    """Write every report into ``reports/``."""
    for path in sorted((HERE / "binary_reports").glob("*.md")):
        name = path.name.removesuffix(".md")
        make = to_pdf if name.endswith(".pdf") else to_docx
        (HERE / "reports" / name).write_bytes(make(read_text(path)))


if __name__ == "__main__":
    main()
