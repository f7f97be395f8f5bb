from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace

import pytest

from tests.steps.publish.cast import HOSTILE
from tests.steps.publish.sample import EMPTY_WEEK, WEEK, sample_book
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.report import report_html


@pytest.fixture(scope="module")
def page() -> str:
    return report_html(sample_book(), WEEK)


def test_the_same_book_gives_the_same_page(page: str) -> None:
    assert report_html(sample_book(), WEEK) == page


def test_sections_stand_in_their_order(page: str) -> None:
    found = re.findall(r'<section id="(\w+)"', page)
    assert found == [
        "headline", "happened", "counts", "map", "incidents", "conflicts", "unknown", "method", "figures", "sources",
        "reports",
    ]  # fmt: skip


@pytest.mark.parametrize("period", [WEEK, EMPTY_WEEK])
def test_every_link_inside_has_one_target(period: Period) -> None:
    html = report_html(sample_book(), period)
    ids = Counter(re.findall(r'\bid="([^"]+)"', html))
    assert [key for key, times in ids.items() if times > 1] == []
    assert set(re.findall(r'href="#([^"]+)"', html)) - set(ids) == set()


def test_outside_text_is_escaped_and_cleaned(page: str) -> None:
    assert HOSTILE not in page
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "\x07" not in page
    assert "&lt;script&gt;alert(" in page


def test_only_web_addresses_become_links(page: str) -> None:
    outward = re.findall(r'<a class="page" href="([^"]+)" rel="([^"]+)"', page)
    assert outward
    assert all(address.startswith("https://news.example/") for address, _ in outward)
    assert {rel for _, rel in outward} == {"noopener noreferrer nofollow"}
    assert "javascript:" not in page
    assert "six words" not in page


def test_the_page_asks_for_nothing_from_outside(page: str) -> None:
    assert not re.search(r"<(?:link|img|iframe|object|embed)\b", page)
    assert not re.search(r'\bsrc="', page)
    assert "@import" not in page
    assert "url(http" not in page


def test_the_policy_lets_run_only_the_script_that_is_there(page: str) -> None:
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page.replace("&#39;", "'")


def test_quotes_keep_their_language_and_direction(page: str) -> None:
    assert '<blockquote dir="auto" lang="ar">قصفت قوات النظام' in page


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
    assert "Nothing that was looked for is missing" in html
    assert "no truce: incidents are listed and not ruled" in html
    assert "records that are not in a ledger" in html
    assert "all that the ledger holds" in html


def test_labels_stand_in_quotation_marks_with_the_side_they_name(page: str) -> None:
    assert "“the terrorists” (Northern Council)" in page
    assert "“the terrorists”: Lakeside Coordination Centre" in page


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


def test_the_content_hash_is_printed(page: str) -> None:
    assert "5f" * 32 in page
