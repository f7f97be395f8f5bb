from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.steps.publish.sample import EMPTY_WEEK, WEEK, sample_book
from tregua.steps.publish.report import report_html

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("reports")
    found: dict[str, str] = {}
    for name, period in (("week", WEEK), ("empty", EMPTY_WEEK)):
        file = folder / f"{name}.html"
        file.write_text(report_html(sample_book(), period), encoding="utf-8")
        found[name] = file.as_uri()
    return found
