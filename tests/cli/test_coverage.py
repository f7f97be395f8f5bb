"""``tregua coverage``: who reports what."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_a_case_without_incidents_says_so(tregua: Run, tmp_path: Path) -> None:
    assert tregua("init", tmp_path / "empty").exit_code == 0
    result = tregua("coverage", tmp_path / "empty")
    assert result.output == "no incident is reported in this case\n"


def test_who_reports_what_within_eighty_columns(tregua: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert tregua("run", case).exit_code == 0
    result = tregua("coverage", case)
    assert result.exit_code == 0
    assert " reports acts by" in result.output
    assert max(map(len, result.output.splitlines())) <= 80
    held = json.loads(tregua("coverage", case, "--json").output)
    assert set(held) == {"reports", "silences"}
    assert held["reports"][0]["incidents"]
