from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest

from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import TEXT_LIMIT, Document, Evidence, Published
from tregua.steps.read import read
from tregua.vocabulary.actors import Source
from tregua.vocabulary.stances import Basis

_ZONE = ZoneInfo("Asia/Damascus")
_NOW = dt.datetime(2016, 5, 20, 12, tzinfo=dt.UTC)
_SANA = Source(id="sana", name="SANA", kind="agency", hosts=("sana.sy",))


class _Sources:
    """A registry that knows one source by one name and one host."""

    def match(self, text: str) -> Source | None:
        return _SANA if "syrian arab news" in text.lower() else None

    def by_host(self, url: str) -> Source | None:
        return _SANA if "//sana.sy/" in url else None

    def get(self, source: str) -> Source | None:
        return _SANA if source == "sana" else None

    def all(self) -> Sequence[Source]:
        return (_SANA,)


class _Reader:
    """Gives what it was told to give, for one media type."""

    def __init__(self, media_type: str, documents: Sequence[Document], problems: Sequence[Problem] = ()) -> None:
        self._media_type = media_type
        self._found = list(documents), list(problems)

    @property
    def name(self) -> str:
        return "told-1"

    def reads(self, evidence: Evidence) -> bool:
        return evidence.media_type == self._media_type

    def read(self, evidence: Evidence) -> tuple[list[Document], list[Problem]]:
        assert self.reads(evidence)
        return self._found


def _evidence(media_type: str = "text/html", content: bytes = b"bytes", name: str = "item", url: str = "") -> Evidence:
    digest = hashlib.sha256(content).hexdigest()
    return Evidence(sha256=digest, content=content, name=name, media_type=media_type, url=url, retrieved=_NOW)


def _document(text: str = "Six breaches were counted in Lattakia.", **slots: object) -> Document:
    return Document(id="d-1", evidence="e", text=text, **slots)  # type: ignore[arg-type]


def _one(document: Document, media_type: str = "text/html", url: str = "") -> Document:
    reader: Reader = _Reader(media_type, [document])
    documents, problems = read(_evidence(media_type, url=url), [reader], _Sources(), _ZONE)
    assert problems == []
    return documents[0]


def _at(at: dt.datetime, *, day_only: bool = False) -> Published:
    return Published(at=at, day_only=day_only, basis=Basis.STATED, source="meta")


def test_an_empty_item_is_a_problem() -> None:
    documents, problems = read(_evidence(content=b" \n"), [], _Sources(), _ZONE)
    assert documents == []
    assert str(problems[0]) == "item: it is empty (put in a file that holds something)"


def test_what_no_reader_takes_is_a_problem_that_names_the_formats() -> None:
    documents, problems = read(_evidence("image/png", b"\x89PNG\0\0"), [], _Sources(), _ZONE)
    assert documents == []
    assert problems[0].message == "nothing here reads application/octet-stream"
    assert "JSON Lines" in problems[0].hint


def test_the_first_reader_that_takes_it_reads_it() -> None:
    readers: list[Reader] = [
        _Reader("text/plain", [_document("wrong one here")]),
        _Reader("text/html", [_document("the right one")]),
        _Reader("text/html", [_document("too late for it")]),
    ]
    assert read(_evidence(), readers, _Sources(), _ZONE)[0][0].text == "the right one"


def test_a_media_type_nobody_knows_is_told_from_the_bytes() -> None:
    reader: Reader = _Reader("application/rss+xml", [_document()])
    evidence = _evidence("text/xml", b"<?xml version='1.0'?><rss version='2.0'></rss>")
    assert len(read(evidence, [reader], _Sources(), _ZONE)[0]) == 1


def test_the_reader_s_problems_are_passed_on() -> None:
    problem = Problem(where="item", message="page 2 cannot be read")
    reader: Reader = _Reader("text/html", [_document()], [problem])
    assert read(_evidence(), [reader], _Sources(), _ZONE)[1] == [problem]


@pytest.mark.parametrize(
    ("printed", "url", "publisher"),
    [
        ("Syrian Arab News Agency", "", "SANA"),
        ("Somebody", "https://sana.sy/1", "Somebody"),
        ("", "https://sana.sy/1", "SANA"),
        ("", "https://example.org/1", ""),
        ("", "", ""),
        ("Two\n lines", "", "Two lines"),
    ],
)
def test_the_publisher_is_the_item_s_or_the_host_s(printed: str, url: str, publisher: str) -> None:
    document = _one(_document(publisher=printed, url=url))
    assert (document.publisher, document.url) == (publisher, url)


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [
        ("https://a.org/1", "https://b.org/2", "https://a.org/1"),
        ("javascript:alert(1)", "https://b.org/2", "https://b.org/2"),
        ("", "file:///x", ""),
        ("https://a.org/<b>", "", ""),
        ("https://a.org/\u202e1", "", ""),
    ],
)
def test_only_plain_web_addresses_are_kept(own: str, given: str, expected: str) -> None:
    assert _one(_document(url=own), url=given).url == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (dt.datetime(2016, 5, 8), dt.datetime(2016, 5, 8, tzinfo=_ZONE)),  # noqa: DTZ001 - as readers give it
        (dt.datetime(2016, 5, 8, 22, tzinfo=dt.UTC), dt.datetime(2016, 5, 9, 1, tzinfo=_ZONE)),
    ],
)
def test_times_are_placed_in_the_case_s_zone(at: dt.datetime, expected: dt.datetime) -> None:
    published = _one(_document(published=_at(at))).published
    assert published is not None
    assert (published.at, published.at.tzinfo) == (expected, _ZONE)


def test_an_unknown_date_stays_unknown() -> None:
    document = _one(_document())
    assert document.published is None
    assert document.retrieved == _NOW


def test_a_date_after_the_item_came_in_is_refused() -> None:
    reader: Reader = _Reader("text/html", [_document(published=_at(_NOW + dt.timedelta(days=2)))])
    documents, problems = read(_evidence(), [reader], _Sources(), _ZONE)
    assert documents[0].published is None
    assert problems[0].severity == "warning"
    assert "published on 2016-05-22" in problems[0].message


def test_headers_on_top_of_a_text_fill_what_is_not_known() -> None:
    text = (
        "Title: Six breaches\nPublished: 2016-05-08\nSource: Syrian Arab News Agency\n"
        "URL: https://sana.sy/1\nAuthor: nobody\n\nThe centre counted six breaches."
    )
    document = _one(_document(text), "text/plain")
    assert (document.title, document.publisher, document.url) == ("Six breaches", "SANA", "https://sana.sy/1")
    assert document.text == "The centre counted six breaches."
    assert document.left_out[0] == "Title: Six breaches"
    assert document.published is not None
    assert (document.published.at.date(), document.published.source) == (dt.date(2016, 5, 8), "header")


def test_headers_of_a_page_are_its_text() -> None:
    text = "Published: 2016-05-08\n\nThe centre counted six breaches."
    document = _one(_document(text))
    assert (document.published, document.text, document.title) == (None, text, "")


def test_a_header_with_a_wrong_date_is_a_problem_with_its_line() -> None:
    reader: Reader = _Reader("text/plain", [_document("Title: Six\nDate: 06/05/16\n\nSix breaches were counted.")])
    documents, problems = read(_evidence("text/plain"), [reader], _Sources(), _ZONE)
    assert documents[0].published is None
    assert (problems[0].where, problems[0].line, problems[0].severity) == ("item", 2, "warning")


def test_wrapped_lines_of_a_text_are_joined() -> None:
    wrapped = (
        "The coordination centre counted six breaches of\nthe truce in a day, three of them in the province\nof Aleppo."
    )
    assert "\n" not in _one(_document(wrapped), "text/plain").text
    assert _one(_document(wrapped), "text/html").text == wrapped


def test_the_page_s_own_lines_are_left_out_and_kept_aside() -> None:
    document = _one(
        _document("Six breaches were counted.\n\nREAD MORE: What to know\n\nThree in Aleppo.", left_out=("Home",))
    )
    assert document.text == "Six breaches were counted.\n\nThree in Aleppo."
    assert document.left_out == ("Home", "READ MORE: What to know")


def test_a_record_s_text_keeps_its_offsets() -> None:
    text = "Six  breaches\x07 were\r\ncounted.\n\nREAD MORE: What to know\nThree in \ud800Aleppo."
    kept = _one(_document(text), "application/json").text
    assert len(kept) == len(text)
    assert kept.index("Three") == text.index("Three")
    assert "READ MORE" not in kept
    assert "\ufffdAleppo" in kept
    kept.encode("utf-8")


@pytest.mark.parametrize("text", ["", "12 34 !!", "Share\n\nAdvertisement\n\nREAD MORE"])
def test_an_item_without_a_report_is_a_problem(text: str) -> None:
    reader: Reader = _Reader("text/html", [_document(text)])
    documents, problems = read(_evidence(), [reader], _Sources(), _ZONE)
    assert documents == []
    assert problems[0].message == "no text of a report was found in it"


@pytest.mark.parametrize("text", ["word " * (TEXT_LIMIT // 4), "a\n" * 60_000])
def test_too_long_a_text_is_cut_and_that_is_said(text: str) -> None:
    reader: Reader = _Reader("text/html", [_document(text)])
    documents, problems = read(_evidence(), [reader], _Sources(), _ZONE)
    assert len(documents[0].text) <= TEXT_LIMIT
    assert problems[0].severity == "warning"


def test_language_is_told_unless_the_record_tells_it() -> None:
    assert _one(_document("По данным центра, за сутки зафиксировано шесть нарушений.")).language == "ru"
    assert _one(_document("По данным центра, за сутки зафиксировано шесть нарушений.", language="uk")).language == "uk"


def test_long_and_unprintable_titles_are_tamed() -> None:
    assert _one(_document(title="Six\x00 \n breaches " + "x" * 5_000)).title.startswith("Six breaches xxx")
    assert len(_one(_document(title="x" * 5_000)).title) == 500


def test_the_headline_of_a_text_is_its_title() -> None:
    assert _one(_document("Middle East\n\nSix breaches in a day\n\nThe centre counted six."), "text/plain").title == (
        "Six breaches in a day"
    )
