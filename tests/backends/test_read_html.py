from __future__ import annotations

import datetime as dt
import json

import pytest

from tests.conformance.reader import ReaderConformance, evidence_of
from tregua.backends.read_html import HtmlReader
from tregua.ports import Reader
from tregua.records.document import Document, Evidence, Published
from tregua.vocabulary.stances import Basis

_BODY = """
<article><h1>Six breaches in a day</h1>
<p>Lattakia - The coordination <b>cen</b>tre counted <a href="/x">six breaches</a> in 24 hours.</p>
<p>Three fell on Aleppo,<br>it said.</p>
<ul><li>two in Homs</li><li>one in Hama</li></ul>
<table><tr><th>Province</th><th>Count</th></tr><tr><td>Aleppo</td><td>3</td></tr></table>
</article>
"""
_FURNITURE = """
<nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav>
<div class="breadcrumbs">Home &gt; World</div>
<div class="sharing">Share this on every network</div>
<div class="jp-relatedposts"><h3>Check Also</h3><p>Orchard fire put out near Palmyra</p></div>
<div id="comments"><h3>Comments</h3><p>Great article, thanks for sharing it with all of us.</p></div>
<div class="cookie-notice"><p>We use cookies to give you the best experience.</p></div>
<footer>Copyright 2024 Example News</footer>
"""


def _page(head: str = "", body: str = _BODY) -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}{_FURNITURE}</body></html>".encode()


def _read(content: bytes, url: str = "") -> Document:
    documents, problems = HtmlReader().read(evidence_of(content, "text/html", "page.html", url))
    assert problems == []
    return documents[0]


def _published(head: str = "", body: str = _BODY, url: str = "") -> Published | None:
    return _read(_page(head, body), url).published


class TestHtmlReader(ReaderConformance):
    def open(self) -> Reader:
        return HtmlReader()

    def good(self) -> Evidence:
        head = '<meta charset="utf-8"><meta property="og:site_name" content="Example News">'
        return evidence_of(_page(head), "text/html", "page.html")


def test_text_is_the_article_paragraph_by_paragraph() -> None:
    assert _read(_page()).text.split("\n\n") == [
        "Six breaches in a day",
        "Lattakia - The coordination centre counted six breaches in 24 hours.",
        "Three fell on Aleppo,\nit said.",
        "two in Homs",
        "one in Hama",
        "Province | Count",
        "Aleppo | 3",
    ]


def test_furniture_is_left_out_and_kept_aside() -> None:
    document = _read(_page())
    for said in ("Orchard fire", "Great article", "Copyright", "Share this", "We use cookies", "Home > World"):
        assert said not in document.text
        assert any(said in part for part in document.left_out), said


def test_an_element_that_holds_most_of_the_page_stays_whatever_it_is_called() -> None:
    body = f'<div class="content related-widget">{_BODY}</div>'
    assert "six breaches" in _read(_page(body=body)).text


def test_scripts_do_not_make_an_article_look_like_little_of_its_page() -> None:
    data = "<script>" + "window.load('/chunk.js'); " * 400 + "</script>"
    body = f'<div class="content related-widget">{_BODY}</div>{data}'
    assert "counted six breaches" in _read(_page(body=body)).text


def test_what_a_script_in_a_box_holds_is_not_told_as_left_out() -> None:
    box = '<div class="advertisement">Advertisement<script>display("slot")</script></div>'
    assert "Advertisement" in _read(_page(body=_BODY + box)).left_out


def test_a_page_without_an_article_is_read_by_its_paragraphs() -> None:
    content = b"<html><body><div>Quiet day.</div><div><p>No fire.</p>" + b"</div></body></html>"
    assert "Quiet day." in _read(content).text


_LONG = "The coordination centre said that six breaches of the truce were counted in a day, three in Aleppo. " * 4


def test_tables_that_lay_a_page_out_are_no_rows() -> None:
    inner = "<table><tr><th>Province</th><th>Count</th></tr><tr><td>Aleppo</td><td>3</td></tr></table>"
    body = (
        '<table><tr><td><a href="/">Home</a> | <a href="/w">World</a></td></tr>'
        f"<tr><td><a href=1>Fire at the port</a></td><td><b>Six breaches</b><br><br>{_LONG}<br><br>"
        f"Nobody was <i>killed</i>.<br>\nIt said no more.<br><br><br>{inner}<br/><br/>{_LONG.upper()}</td></tr></table>"
    )
    blocks = _read(f"<html><body>{body}</body></html>".encode()).text.split("\n\n")
    assert "Nobody was killed.\nIt said no more." in blocks
    assert {_LONG.strip(), _LONG.upper().strip()} <= set(blocks)
    assert {"Province | Count", "Aleppo | 3"} <= set(blocks)
    assert not any("Home" in block for block in blocks)


def test_doubled_line_breaks_part_paragraphs() -> None:
    post = f"{_LONG}<br /><br />It named <b>no</b> side.<br />\n<br />{_LONG}<h3>Aid</h3>None came.<br><br>"
    page = f'<html><body><div class="post-body">{post}</div><p>One<br><br>two of them.</p></body></html>'
    blocks = _read(page.encode()).text.split("\n\n")
    assert blocks[:5] == [_LONG.strip(), "It named no side.", _LONG.strip(), "Aid", "None came."]


def test_date_publisher_title_and_address_from_metadata() -> None:
    head = """
    <meta property="og:title" content="Six breaches &amp; more"><meta property="og:site_name" content="Example News">
    <meta property="article:published_time" content="2016-05-08T21:20:00+03:00">
    <link rel="canonical" href="https://example.org/six">
    """
    document = _read(_page(head), url="https://m.example.org/six?x=1")
    assert (document.title, document.publisher) == ("Six breaches & more", "Example News")
    assert document.url == "https://example.org/six"
    assert document.published == Published(
        at=dt.datetime(2016, 5, 8, 21, 20, tzinfo=dt.timezone(dt.timedelta(hours=3))),
        day_only=False,
        basis=Basis.STATED,
        source="meta",
    )


def test_json_ld_outweighs_meta() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "headline": "The page", "datePublished": "2016-05-09"},
            {"@type": ["NewsArticle"], "headline": "The article", "datePublished": "2016-05-08",
             "publisher": [{"@type": "Organization", "name": "Example Agency"}]},
        ]
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script><meta name="date" content="2016-05-01">'
    head += '<script type="application/ld+json">{broken</script><meta name="application-name" content="App">'
    document = _read(_page(head))
    assert (document.title, document.publisher) == ("The article", "Example Agency")
    assert document.published == Published(
        at=dt.datetime(2016, 5, 8),  # noqa: DTZ001 - as printed
        day_only=True,
        basis=Basis.STATED,
        source="json-ld",
    )


@pytest.mark.parametrize("publisher", ['"A Name"', '{"name": "A Name"}', "[]", "7", '{"name": 7}'])
def test_publisher_in_json_ld_of_every_shape(publisher: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "Article", "publisher": {publisher}}}</script>'
    assert _read(_page(head)).publisher == ("A Name" if "A Name" in publisher else "")


def test_an_address_is_no_publisher() -> None:
    head = '<meta name="publisher" content="https://facebook.com/example"><title>Six breaches - Example</title>'
    document = _read(_page(head, "<p>Six breaches were counted in a day.</p>"))
    assert (document.publisher, document.title) == ("", "Six breaches")


def test_no_date_in_the_page_stays_unknown() -> None:
    assert _published() is None


@pytest.mark.parametrize(
    ("body", "day", "source"),
    [
        ('<time datetime="2016-05-08">Sunday</time>', 8, "time"),
        (
            '<time datetime="2016-05-09">x</time><time itemprop="datePublished" datetime="2016-05-08">y</time>',
            8,
            "time",
        ),
        ('<span class="post-date">8 May 2016</span>', 8, "byline"),
        ('<div class="date">Опубликовано 8 мая 2016, 21:20</div>', 8, "byline"),
        ('<div class="date">Publié le 8 mai 2016</div>', 8, "byline"),
        ('<div class="date">25/05/2016</div>', 25, "byline"),
    ],
)
def test_dates_the_page_shows(body: str, day: int, source: str) -> None:
    published = _published(body=body + _BODY)
    assert published is not None
    assert (published.at.month, published.at.day, published.source) == (5, day, source)
    assert published.basis is Basis.STATED


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2016-05-08">a</time><time datetime="2016-05-09">b</time>',
        '<time datetime="soon">a</time>',
        '<div class="date">06/05/2016</div>',
        '<div class="date">٦ أيار ٢٠١٦ مساء</div>',
        '<div class="date">Copyright 2016</div>',
        '<div class="date">some day</div>',
        '<div class="copyright">2016-05-08</div>',
    ],
)
def test_a_date_that_must_be_guessed_stays_unknown(body: str) -> None:
    assert _published(body=body + _BODY) is None


def test_a_dated_address_is_an_inference() -> None:
    published = _published(url="https://example.org/2016/05/08/six")
    assert published is not None
    assert (published.basis, published.source, published.day_only) == (Basis.INFERRED, "url", True)
    assert _published(url="https://example.org/2016/13/08/six") is None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1256", "cp1256"), ("utf-8", "cp1256"), ("", "cp1256"), ("utf-16", "utf-16"), ("nonsense", "utf-8"),
     ("iso-8859-1", "utf-8")],
)  # fmt: skip
def test_arabic_pages_in_whatever_encoding(declared: str, encoding: str) -> None:
    said = "أعلن المركز الروسي في حميميم تسجيل ستة خروقات لاتفاق وقف الأعمال القتالية في ريف اللاذقية."
    head = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{head}</head><body><article><p>{said}</p><p>{said}</p></article></body></html>"
    assert said in _read(page.encode(encoding)).text


def test_an_xml_declaration_does_not_matter() -> None:
    assert "six breaches" in _read(b'<?xml version="1.0" encoding="iso-8859-1"?>' + _page()).text


@pytest.mark.parametrize("content", [b"\x89PNG\0\0\0\1\2\3", b"<p>" * 120_000, b""])
def test_what_is_no_page_is_a_problem(content: bytes) -> None:
    documents, problems = HtmlReader().read(evidence_of(content, "text/html", "page.html"))
    assert documents == []
    assert problems[0].where == "page.html"
    assert problems[0].hint


def test_more_elements_than_any_article_are_refused_at_once() -> None:
    documents, problems = HtmlReader().read(evidence_of(b"<i>x</i>" * 31_000, "text/html", "page.html"))
    assert documents == []
    assert "more than 30000 elements" in problems[0].message


def test_very_long_attributes_are_dropped() -> None:
    body = f'<p class="{"x " * 50_000}">The centre counted six breaches in a day.</p>'
    assert _read(_page(body=body)).text == "The centre counted six breaches in a day."


def test_deep_nesting_is_survived() -> None:
    content = b"<div>" * 20_000 + b"<p>Six breaches were counted.</p>" + b"</div>" * 20_000
    documents, problems = HtmlReader().read(evidence_of(content, "text/html", "page.html"))
    assert len(documents) + len(problems) == 1
