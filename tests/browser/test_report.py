"""The report in a real browser: it fits, it is quiet, it works by keyboard and without scripts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Scheme = Literal["light", "dark"]


@contextmanager
def opened(
    browser: Browser, address: str, *, width: int = 1280, scripts: bool = True, scheme: Scheme = "light"
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=scripts, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("name", ["week", "empty"])
@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_nothing_reaches_beyond_the_screen(chromium: Browser, reports: dict[str, str], name: str, width: int) -> None:
    with opened(chromium, reports[name], width=width) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["week", "empty"])
def test_the_page_is_quiet_and_asks_for_nothing(chromium: Browser, reports: dict[str, str], name: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reports[name])
    page.click("#open-all")
    context.close()
    assert said == []
    assert asked == [reports[name]]


def test_every_link_inside_has_a_target(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        lost = page.evaluate(
            "Array.from(document.querySelectorAll('a[href^=\"#\"]'))"
            ".map(each => each.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
        )
    assert lost == []


def test_without_scripts_text_tables_and_records_are_all_there(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"], scripts=False) as page:
        assert page.locator("#open-all").is_hidden()
        assert page.locator("table.ledger").first.is_visible()
        record = page.locator("details#i-000000000001")
        record.locator("summary").first.click()
        assert record.locator("blockquote").first.is_visible()


def test_a_figure_leads_to_its_open_record(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        page.locator("#headline .figure").first.click()
        assert page.locator("details.figure-record[open]").count() == 1


def test_a_record_opens_and_closes_by_keyboard(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        record = page.locator("details#i-000000000002")
        record.locator("summary").first.focus()
        page.keyboard.press("Enter")
        assert record.evaluate("each => each.open")
        page.keyboard.press("Space")
        assert not record.evaluate("each => each.open")


def test_the_first_tab_offers_to_skip_the_contents(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_one_button_opens_every_record_and_closes_them(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        page.click("#open-all")
        assert page.locator("main details:not([open])").count() == 0
        page.click("#open-all")
        assert page.locator("main details[open]").count() == 0


def test_headings_go_down_one_level_at_a_time(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        levels = page.evaluate("Array.from(document.querySelectorAll('h1,h2,h3,h4')).map(each => +each.tagName[1])")
        landmarks = page.evaluate("['header', 'nav', 'main', 'footer'].map(n => document.querySelectorAll(n).length)")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert landmarks == [1, 1, 1, 1]


def test_printing_opens_every_record(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        page.emulate_media(media="print")
        assert page.locator("details#i-000000000001 blockquote").first.is_visible()
        assert page.locator("nav.contents").is_hidden()


def test_arabic_runs_from_right_to_left(chromium: Browser, reports: dict[str, str]) -> None:
    with opened(chromium, reports["week"]) as page:
        directions = page.evaluate(
            "Array.from(document.querySelectorAll('blockquote[lang=ar]')).map(each => getComputedStyle(each).direction)"
        )
    assert directions
    assert set(directions) == {"rtl"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(chromium: Browser, reports: dict[str, str], scheme: Scheme) -> None:
    script = """() => {
      const luminance = text => {
        const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map(c => c / 255)
          .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = each => {
        for (let at = each; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if (!colour.endsWith(', 0)')) return colour;
        }
      };
      const weak = [];
      for (const each of document.querySelectorAll('p, li, td, th, dd, dt, a, code, summary, .soft')) {
        const a = luminance(getComputedStyle(each).color), b = luminance(ground(each));
        if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) weak.push(each.outerHTML.slice(0, 80));
      }
      return weak;
    }"""
    with opened(chromium, reports["week"], scheme=scheme) as page:
        assert page.evaluate(script) == []
