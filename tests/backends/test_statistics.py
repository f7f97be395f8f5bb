"""Statistics by libraries, and what is said where they are not installed."""

from __future__ import annotations

import importlib
from importlib import metadata
from typing import Any

import pytest

from tests.conformance.statistics import StatisticsConformance
from tregua.backends.statistics import LibraryStatistics
from tregua.errors import TreguaError
from tregua.ports import Statistics


class TestLibraryStatistics(StatisticsConformance):
    def port(self) -> Statistics:
        return LibraryStatistics()


def test_without_the_libraries_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:  # noqa: ANN401 - a module
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(TreguaError, match=r'needs scipy: pip install "tregua\[stats\]"'):
        LibraryStatistics().poisson_interval(3, 0.95)
    with pytest.raises(TreguaError, match="needs ruptures"):
        LibraryStatistics().change_points([1, 2], 1, 1.0)


def test_settings_name_only_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "scipy":
            return "9.9"
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    assert LibraryStatistics().settings == "scipy 9.9"
