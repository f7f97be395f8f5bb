from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace

import pytest

from tests.steps.publish.cast import HOSTILE
from tests.steps.publish.sample import EMPTY_WEEK, WEEK, sample_book
from tregua.records.claim import Mention, PlaceMention
from tregua.records.finding import Ruling
from tregua.steps.publish import report
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.report import report_html


@pytest.fixture(scope="module")
def written() -> str:
    return report_html(sample_book(), WEEK)


def test_the_same_book_gives_the_same_page(written: str) -> None:
    assert report_html(sample_book(), WEEK) == written


def test_sections_stand_in_their_order(written: str) -> None:
    found = re.findall(r'<section id="(\w+)"', written)
    assert found == [
        "headline", "happened", "counts", "map", "incidents", "conflicts", "compared", "coverage",
        "unknown", "decisions", "terms", "method", "figures", "sources", "reports",
    ]  # fmt: skip


@pytest.mark.parametrize("period", [WEEK, EMPTY_WEEK])
def test_every_link_inside_has_one_target(period: Period) -> None:
    html = report_html(sample_book(), period)
    ids = Counter(re.findall(r'\bid="([^"]+)"', html))
    assert [key for key, times in ids.items() if times > 1] == []
    assert set(re.findall(r'href="#([^"]+)"', html)) - set(ids) == set()


def test_outside_text_is_escaped_and_cleaned(written: str) -> None:
    assert HOSTILE not in written
    assert "<script>alert" not in written
    assert "\u202e" not in written
    assert "\x07" not in written
    assert "&lt;script&gt;alert(" in written


def test_only_web_addresses_become_links(written: str) -> None:
    outward = re.findall(r'<a class="page" href="([^"]+)" rel="([^"]+)"', written)
    assert outward
    assert all(address.startswith("https://news.example/") for address, _ in outward)
    assert {rel for _, rel in outward} == {"noopener noreferrer nofollow"}
    assert "javascript:" not in written
    assert "six words" not in written


def test_the_page_asks_for_nothing_from_outside(written: str) -> None:
    assert not re.search(r"<(?:link|img|iframe|object|embed)\b", written)
    assert not re.search(r'\bsrc="', written)
    assert "@import" not in written
    assert "url(http" not in written


def test_the_policy_lets_run_only_the_script_that_is_there(written: str) -> None:
    script = written.rpartition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in written.replace("&#39;", "'")


def test_quotes_keep_their_language_and_direction(written: str) -> None:
    assert '<blockquote dir="auto" lang="ar">قصفت قوات النظام' in written


def test_an_empty_period_says_so() -> None:
    html = report_html(sample_book(), EMPTY_WEEK)
    assert "No incident in this period is reported in what was read" in html
    assert "No origin states a count for these days" in html
    assert "No incident of this period is known to a place that could be drawn" in html


def test_an_empty_book_gives_a_whole_page() -> None:
    html = report_html(Book(title="Nothing yet", zone="UTC"), WEEK)
    assert "No incidents in this period." in html
    assert "No report of this period was read" in html
    assert "No source is heard in this period" in html
    assert "of what happened in it, nothing is known" in html
    assert "no truce: incidents are listed and not ruled" in html
    assert "records that are not in a ledger" in html
    assert "all that the ledger holds" in html


def test_labels_stand_in_quotation_marks_with_the_side_they_name(written: str) -> None:
    assert "“the terrorists” (Northern Council)" in written
    assert "“the terrorists”: Lakeside Coordination Centre" in written


def test_a_long_list_is_folded_and_says_how_many_more() -> None:
    book = sample_book()
    figures = [
        replace(figure, id=f"n-{number:012d}", key=f"group {number:02d}")
        for number in range(20)
        for figure in book.indicators
        if figure.name == "incidents by party" and figure.key == "south"
    ]
    html = report_html(replace(book, indicators=(*book.indicators, *figures)), WEEK)
    assert "<summary>13 more</summary>" in html


def test_a_page_of_too_many_incidents_says_how_many_it_leaves_out_and_leads_nowhere_it_does_not_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(report, "_MOST_RECORDS", 2)
    monkeypatch.setattr(report, "_MOST_NAMED", 3)
    html = report_html(sample_book(), WEEK)
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) - ids == set()
    assert {"i-000000000001", "i-000000000002"} <= ids
    assert "5 more incidents are too many for a page" in html
    assert "and 4 more" in html


def test_the_content_hash_is_printed(written: str) -> None:
    assert "5f" * 32 in written


def test_a_name_of_any_length_does_not_swell_the_page(written: str) -> None:
    book = sample_book()
    long = "x" * 500_000
    claims = tuple(replace(claim, quote=long) for claim in book.claims)
    documents = tuple(
        replace(document, title=long, publisher=long, url=f"https://a.example/{long}") for document in book.documents
    )
    incidents = tuple(
        replace(incident, actors=(Mention(text=long),), places=(PlaceMention(text=long),))
        for incident in book.incidents
    )
    html = report_html(replace(book, claims=claims, documents=documents, incidents=incidents), WEEK)
    assert len(html) < 10 * len(written)


def test_many_incidents_that_wait_for_one_fact_are_folded_under_it() -> None:
    book = sample_book()
    undated = [replace(each, id=f"i-{number:012d}", time=None) for number in range(5) for each in book.incidents[:1]]
    open_one = replace(book.findings[0], ruling=Ruling.UNDETERMINED, missing=("who it was",))
    waiting = [replace(open_one, id=f"f-{each.id[2:]}", incident=each.id) for each in undated]
    page = report_html(replace(book, incidents=tuple(undated), findings=tuple(waiting)), WEEK)
    assert "<summary>5 incidents</summary>" in page
