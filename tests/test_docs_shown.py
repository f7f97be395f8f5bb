"""What the documentation shows of the program is what the program prints.

``TREGUA_WRITE_DOCS=1 pytest -m sessions`` writes the sessions anew. What it cannot place it names; then a
person looks at the page.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.shown import Session, printed
from tests.test_docs import FENCE

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "syria-2016"
PAGES = [
    "README.md",
    "docs/guides/first-case.md",
    "docs/guides/judge.md",
    "docs/guides/names.md",
    "docs/concepts/claims.md",
    "docs/concepts/counts.md",
    "docs/concepts/findings.md",
    "docs/concepts/ledger.md",
    "docs/concepts/testimonies.md",
]
WRITE_ANEW = "write it anew: TREGUA_WRITE_DOCS=1 pytest -m sessions"
BEGINS_FROM_NOTHING = "docs/guides/first-case.md"
ELSEWHERE = ("altered", "brigades.csv", "mills.csv")
"""Files that only the text of the page tells of: what is shown of them is not run again."""


class Still:
    """A clock that stands."""

    def now(self) -> dt.datetime:
        return dt.datetime(2026, 11, 29, 14, 44, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the example has run."""
    folder = tmp_path_factory.mktemp("shown")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tregua.wiring.opening.SystemClock", Still)
        shutil.copytree(EXAMPLE, folder / "syria", ignore=shutil.ignore_patterns("out", "ledger.db*"))
        patch.chdir(folder)
        printed(["run", "syria"])
    return folder


def make_canal(folder: Path) -> None:
    """Make the case of the guide to truce files."""
    terms, cases = [
        block
        for language, block in FENCE.findall((ROOT / "docs/guides/truce-file.md").read_text("utf-8"))
        if language == "yaml"
    ]
    printed(["init", str(folder)])
    truce = folder / "truces" / "canal-2026"
    truce.mkdir(parents=True)
    (truce / "truce.yaml").write_text(terms, "utf-8")
    (truce / "cases.yaml").write_text(cases, "utf-8")
    book = yaml.safe_load(cases)
    for name in ("actors", "places"):
        (folder / f"{name}.yaml").write_text(yaml.safe_dump({name: book[name]}, allow_unicode=True), "utf-8")
    case = folder / "case.yaml"
    case.write_text(
        re.sub(r"^truces:.*$", "truces: [canal-2026]", case.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )


@pytest.mark.sessions
@pytest.mark.parametrize("name", PAGES)
def test_what_is_shown_is_what_is_printed(
    name: str, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tregua.wiring.opening.SystemClock", Still)
    fresh = name == BEGINS_FROM_NOTHING
    shutil.copytree(EXAMPLE if fresh else base / "syria", tmp_path / "examples" / "syria-2016")
    if not fresh:
        shutil.copytree(base / "syria", tmp_path / "syria")
        make_canal(tmp_path / "canal")
    session = Session(tmp_path, ELSEWHERE)
    text = (ROOT / name).read_text("utf-8")
    wanted = session.replay(text)
    if os.environ.get("TREGUA_WRITE_DOCS"):
        (ROOT / name).write_text(wanted, "utf-8")
    assert session.doubts == []
    assert (ROOT / name).read_text("utf-8") == wanted, WRITE_ANEW
