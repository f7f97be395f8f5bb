from __future__ import annotations

import pytest

from tests.conformance.reader import ReaderConformance, evidence_of
from tregua.backends.read_text import MarkdownReader, TextReader
from tregua.ports import Reader
from tregua.records.document import Evidence

_REPORT = "Title: Six breaches\nPublished: 2016-05-08\n\nLattakia - The centre counted six breaches.\n"
_MARKDOWN = """---
title: Six breaches
date: 2016-05-08
---
# Six breaches

The centre counted *six* breaches,
says [its note](https://example.org/note).

- two in Homs
- one in `Hama`

| Province | Breaches |
|----------|----------|
| Aleppo   | 3        |

    a line of code

First line\\
second line ![a map](map.png)
"""


class TestTextReader(ReaderConformance):
    def open(self) -> Reader:
        return TextReader()

    def good(self) -> Evidence:
        return evidence_of(_REPORT.encode(), "text/plain", "report.txt")


class TestMarkdownReader(ReaderConformance):
    def open(self) -> Reader:
        return MarkdownReader()

    def good(self) -> Evidence:
        return evidence_of(_MARKDOWN.encode(), "text/markdown", "report.md")


def _text(reader: Reader, content: bytes, media_type: str = "text/plain") -> str:
    documents, problems = reader.read(evidence_of(content, media_type))
    assert problems == []
    return documents[0].text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"]
)
def test_reads_arabic_in_every_encoding(encoding: str) -> None:
    said = "أعلن المركز تسجيل ستة خروقات لوقف إطلاق النار في ريف اللاذقية خلال يوم واحد.\n" * 4
    assert _text(TextReader(), said.encode(encoding)) == said


def test_line_ends_of_all_kinds_become_one() -> None:
    assert _text(TextReader(), b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


@pytest.mark.parametrize("reader", [TextReader(), MarkdownReader()])
def test_a_picture_called_text_is_told_apart(reader: Reader) -> None:
    documents, problems = reader.read(evidence_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, "text/plain", "report.txt"))
    assert documents == []
    assert str(problems[0]).startswith("report.txt: this is binary, not text")


def test_markdown_keeps_the_words_and_drops_the_marks() -> None:
    text = _text(MarkdownReader(), _MARKDOWN.encode(), "text/markdown")
    assert text.split("\n\n") == [
        "title: Six breaches\ndate: 2016-05-08",
        "Six breaches",
        "The centre counted six breaches, says its note.",
        "two in Homs",
        "one in Hama",
        "Province | Breaches",
        "Aleppo | 3",
        "a line of code",
        "First line\nsecond line ",
    ]


def test_markdown_without_front_matter_or_with_an_open_one_loses_nothing() -> None:
    assert "only words" in _text(MarkdownReader(), b"only words", "text/markdown")
    assert "title: open" in _text(MarkdownReader(), b"---\ntitle: open\n\nwords", "text/markdown")


def test_very_long_markdown_is_taken_as_text() -> None:
    content = b"* word\n" * 300_000
    assert _text(MarkdownReader(), content, "text/markdown") == content.decode()
