"""The parts of the fuzz run that work without atheris."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks import fuzz
from benchmarks.fuzz_mutate import CHANGES, Change, mutate

TEXTS = ["Rebels shelled Aleppo 7 times. The army denied it.", "خرق واحد في حلب. لا خسائر."]


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - to be had again


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_can_be_had_again_and_stands_any_text(change: Change) -> None:
    for text in ("", " ", "7", *TEXTS):
        assert change(text, TEXTS, chance(1)) == change(text, TEXTS, chance(1))


def test_a_mutant_is_no_longer_than_asked_and_whole_unicode() -> None:
    for seed in range(200):
        made = mutate(TEXTS[1], TEXTS, chance(seed), 33).encode()
        assert len(made) <= 33


def test_what_is_set_aside_is_no_seed(tmp_path: Path) -> None:
    folder = fuzz.prepared(tmp_path / "kept", fuzz.spoken())
    seeds = {path.name for path in (folder / "corpus").iterdir()}
    assert "002" in seeds
    assert "005" not in seeds
    english = (folder / "corpus" / "002").read_bytes()
    assert fuzz.spoken()[english[0]] == "en"


def test_a_report_fails_on_a_crash_and_tells_the_last_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fuzz, "covered", lambda *_: (3, 50.0))
    for name in ("corpus", "crashes", "slow"):
        (tmp_path / name).mkdir()
    (tmp_path / "slow" / "1").write_bytes(b"\x00Rebels shelled Aleppo.")
    told = "#1 cov: 5 corp: 1/2b\n#2 cov: 9 corp: 3/2b\nstat::number_of_executed_units: 12"
    assert fuzz.found(told, "cov:") == "9"
    assert fuzz.found("", "cov:") == "?"
    (tmp_path / "crashes" / "KeyError-text-7").write_bytes(b"\x00a")
    assert fuzz.report(tmp_path, ["en"], 0, told) == 1
    printed = capsys.readouterr().out
    assert "KeyError-text-7" in printed
    assert "executions      12" in printed
