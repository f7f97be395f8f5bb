from __future__ import annotations

import datetime as dt
import json

import pytest

from tests.conformance.reader import ReaderConformance, evidence_of
from tregua.backends.read_html import HtmlReader
from tregua.backends.read_records import RecordReader
from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence

_TEXT = "  Six breaches.\r\n\r\nThree in Aleppo.  "


def _read(record: object, name: str = "reports.jsonl:17") -> tuple[list[Document], list[Problem]]:
    content = record if isinstance(record, bytes) else json.dumps(record).encode()
    return RecordReader(HtmlReader()).read(evidence_of(content, "application/json", name))


class TestRecordReader(ReaderConformance):
    def open(self) -> Reader:
        return RecordReader(HtmlReader())

    def good(self) -> Evidence:
        record = {"id": "018", "title": "Six", "published": "2016-05-08", "text": _TEXT}
        return evidence_of(json.dumps(record).encode(), "application/json", "reports.jsonl:17")


def test_every_key_arrives_and_the_text_is_untouched() -> None:
    record = {
        "id": "018", "url": "https://example.org/1", "title": " Six ", "published": "2016-05-08", "publisher": "SANA",
        "language": "EN", "text": _TEXT,
    }  # fmt: skip
    documents, problems = _read(record)
    document = documents[0]
    assert problems == []
    assert (document.id, document.url, document.title) == ("018", "https://example.org/1", "Six")
    assert (document.publisher, document.language, document.text) == ("SANA", "en", _TEXT)
    assert document.published is not None
    assert (document.published.at, document.published.source) == (dt.datetime(2016, 5, 8), "record")  # noqa: DTZ001


@pytest.mark.parametrize(("given", "expected"), [("a 1", "a 1"), (7, "7")])
def test_its_own_id_is_kept(given: object, expected: str) -> None:
    assert _read({"id": given, "text": "x"})[0][0].id == expected


@pytest.mark.parametrize("given", [None, "", True, 1.5, ["a"], "x" * 300, "two\nlines"])
def test_an_id_that_cannot_serve_is_replaced(given: object) -> None:
    assert _read({"id": given, "text": "x"})[0][0].id.startswith("d-")


def test_html_is_read_as_a_page_and_the_record_outweighs_it() -> None:
    page = "<html><head><title>Of the page</title></head><body><p>Six breaches were counted.</p></body></html>"
    documents, problems = _read({"html": page, "title": "Of the record", "published": "2016-05-08"})
    assert problems == []
    assert (documents[0].text, documents[0].title) == ("Six breaches were counted.", "Of the record")
    assert documents[0].reader == "record-1 html-1"
    assert _read({"html": page, "text": " "})[0][0].title == "Of the page"


def test_html_that_is_no_page_is_a_located_problem() -> None:
    documents, problems = _read({"html": "\0\0\0\0"})
    assert documents == []
    assert (problems[0].where, problems[0].line) == ("reports.jsonl", 17)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (b"{broken", "this is not JSON"),
        (b"[" * 100_000, "this is not JSON"),
        ([1], "no record"),
        ({"title": "only"}, "no text"),
        ({"text": 7}, "no text"),
        ({"html": "  "}, "no text"),
    ],
)
def test_an_unusable_record_is_a_problem_with_its_line(record: object, said: str) -> None:
    documents, problems = _read(record)
    assert documents == []
    assert said in problems[0].message
    assert (problems[0].where, problems[0].line) == ("reports.jsonl", 17)
    assert problems[0].hint


@pytest.mark.parametrize("date", ["06/05/2016", "soon", 20160508, {"day": 8}])
def test_a_wrong_date_is_a_doubt_and_stays_unknown(date: object) -> None:
    documents, problems = _read({"text": "x", "published": date})
    assert documents[0].published is None
    assert "is not understood" in problems[0].message
    assert problems[0].severity == "warning"


def test_unknown_and_odd_keys_are_said() -> None:
    documents, problems = _read({"text": "x", "titel": "y", "publisher": ["SANA"], "language": "english"})
    assert [problem.message for problem in problems] == [
        "key 'titel' is not used here",
        "'publisher' is not text and is not used",
    ]
    assert (documents[0].publisher, documents[0].language) == ("", "")


def test_a_record_that_is_no_line_of_a_file_is_line_one() -> None:
    assert _read(b"{", name="one.json")[1][0].line == 1
