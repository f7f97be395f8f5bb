from __future__ import annotations

import datetime as dt

import pytest

from tests.conformance.reader import ReaderConformance, evidence_of
from tregua.backends.read_feed import FeedReader
from tregua.backends.read_html import HtmlReader
from tregua.errors import Problem
from tregua.ports import Reader
from tregua.records.document import Document, Evidence
from tregua.vocabulary.stances import Basis

_RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>SANA</title>
<item><title>Six &amp;amp; more</title><link>https://example.org/1</link>
<pubDate>Sun, 08 May 2016 21:20:00 +0300</pubDate>
<description>&lt;p&gt;The centre counted &lt;b&gt;six&lt;/b&gt;.&lt;/p&gt;
&lt;p&gt;Three in Aleppo.&lt;/p&gt;</description></item>
<item><title>Only a title</title><dc:date>2016-05-07</dc:date></item>
<item><title>Plain</title><description>A &amp;amp; B counted two.</description></item>
</channel></rss>"""
_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title><entry><title>Six</title>
<link href="https://example.org/2"/><published>8 Mai 2016</published><updated>2016-05-09T10:00:00Z</updated>
<summary>Short.</summary><content type="html">&lt;p&gt;The whole of the report is here.&lt;/p&gt;</content>
<source><title>Other Agency</title></source></entry></feed>"""


def _read(content: str) -> tuple[list[Document], list[Problem]]:
    return FeedReader(HtmlReader()).read(evidence_of(content.encode(), "application/rss+xml", "feed.xml"))


class TestFeedReader(ReaderConformance):
    def open(self) -> Reader:
        return FeedReader(HtmlReader())

    def good(self) -> Evidence:
        return evidence_of(_RSS.encode(), "application/rss+xml", "feed.xml")


def test_one_document_an_entry() -> None:
    documents, problems = _read(_RSS)
    assert problems == []
    assert [document.id[-2:] for document in documents] == ["-1", "-2", "-3"]
    assert [document.publisher for document in documents] == ["SANA"] * 3
    assert documents[0].title == "Six & more"
    assert documents[0].url == "https://example.org/1"
    assert documents[0].text == "The centre counted six.\n\nThree in Aleppo."
    assert documents[1].text == "Only a title"
    assert documents[2].text == "A & B counted two."


def test_dates_are_stated_inferred_or_unknown() -> None:
    stated, inferred, unknown = (document.published for document in _read(_RSS)[0])
    assert stated is not None
    assert stated.at == dt.datetime(2016, 5, 8, 18, 20, tzinfo=dt.UTC)
    assert (stated.basis, stated.source) == (Basis.STATED, "feed")
    assert inferred is not None
    assert (inferred.basis, inferred.day_only, inferred.source) == (Basis.INFERRED, True, "feed updated")
    assert unknown is None


def test_atom_prefers_the_whole_text_and_the_entry_s_own_source() -> None:
    document = _read(_ATOM)[0][0]
    assert document.text == "The whole of the report is here."
    assert document.publisher == "Other Agency"


def test_a_date_that_must_be_guessed_is_a_doubt() -> None:
    documents, problems = _read(_ATOM)
    assert documents[0].published is not None
    assert documents[0].published.source == "feed updated"
    assert [problem.message for problem in problems] == ["the date '8 Mai 2016' of entry 1 is not understood"]
    named = _read(_ATOM.replace("8 Mai 2016", "Sun, 8 May 2016 21:20:00 EST"))[0][0].published
    assert named is not None
    assert named.at == dt.datetime(2016, 5, 9, 2, 20, tzinfo=dt.UTC)


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    documents, problems = _read(_RSS[:500])
    assert documents[0].title == "Six & more"
    assert all(problem.severity == "warning" for problem in problems)


def test_an_entity_bomb_does_not_go_off() -> None:
    levels = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    feed = (
        f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{levels}]><rss><channel><item><title>&m;</title></item></channel></rss>'
    )
    documents, problems = _read(feed)
    assert all(len(document.text) < 10_000 for document in documents)
    assert problems[0].where == "feed.xml"


@pytest.mark.parametrize("content", ["<rss></rss>", "no feed at all", "/etc/hostname", "<rss><channel>", ""])
def test_what_holds_no_entries_is_a_problem(content: str) -> None:
    documents, problems = _read(content)
    assert documents == []
    assert "no entries" in problems[0].message


def test_empty_and_superfluous_entries_are_said() -> None:
    items = "<item><title>t</title></item>" * 2_001
    documents, problems = _read(f"<rss><channel><item></item>{items}</channel></rss>")
    assert len(documents) == 1_999
    assert [problem.message for problem in problems] == [
        "this feed has 2002 entries; the first 2000 are read",
        "entry 1 has neither text nor title",
    ]
