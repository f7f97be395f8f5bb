"""A coverage-guided fuzz run over the reader, in every language that has a pack.

    python -m benchmarks.fuzz [--minutes 30] [--keep FOLDER]

Makes a throwaway environment with atheris (``requirements/fuzz.txt``; the package index is reached through pip), lets
libFuzzer grow a corpus from the tuned cases, then reads the corpus and the slowest inputs again without instruments.
Fails on a crash, on a claim whose quote is not its span, and on an input that takes more than 1 s of processor time per
10 kB (an input under 1 kB is held to 0.1 s). Failing inputs stay in FOLDER (default ``.fuzz``).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import coverage
from benchmarks.quality import document, is_aside, load_cases, readable

from tregua.steps.extract import Context, LanguagePack, extract, load_pack

HERE = Path(__file__).parent
ROOT = HERE.parent
LONGEST = 20_000
LEAST = 1000
LIMIT = 1.0
GUARDS = ("-timeout=120", "-report_slow_units=120", "-rss_limit_mb=1500")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--keep", type=Path, default=ROOT / ".fuzz")
    chosen = parser.parse_args(arguments)
    languages = spoken()
    folder = prepared(chosen.keep.resolve(), languages)
    with tempfile.TemporaryDirectory() as made:
        python = environment(Path(made))
        code, told = run(python, folder, round(chosen.minutes * 60))
    return report(folder, languages, code, told)


def spoken() -> list[str]:
    """The languages that have a pack."""
    folder = resources.files("tregua").joinpath("packs", "languages")
    return sorted(item.name.removesuffix(".yaml") for item in folder.iterdir() if item.name.endswith(".yaml"))


def prepared(folder: Path, languages: list[str]) -> Path:
    """Make FOLDER anew, with a seed for each tuned case; what is set aside is not shown here either."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("corpus", "crashes", "slow"):
        (folder / name).mkdir(parents=True)
    cases = [case for case in readable(load_cases()) if not is_aside(case)]
    for case in cases:
        seed = bytes([languages.index(case["language"])]) + case["text"].encode()
        (folder / "corpus" / str(case["id"])).write_bytes(seed)
    held = {"languages": languages, "texts": [case["text"] for case in cases]}
    (folder / "seeds.json").write_text(json.dumps(held), "utf-8")
    return folder


def environment(folder: Path) -> Path:
    """Return the Python of a new environment with atheris, which also sees what this one sees."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    wanted = ["--require-hashes", "-r", str(ROOT / "requirements" / "fuzz.txt")]
    subprocess.run([python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *wanted], check=True)
    here = sysconfig.get_path("purelib")
    inside = next((folder / "lib").glob("python*/site-packages"))
    (inside / "seen.pth").write_text(f"{here}\n{ROOT / 'src'}\n{ROOT}\n", "utf-8")
    return python


def run(python: Path, folder: Path, seconds: int) -> tuple[int, str]:
    """Fuzz for SECONDS; return how it ended and what libFuzzer printed."""
    limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", *GUARDS]
    options = [*limits, "-print_final_stats=1", "-len_control=0", f"-artifact_prefix={folder}/crashes/"]
    command = [str(python), "-m", "benchmarks.fuzz_child", str(folder), *options, str(folder / "corpus")]
    with (folder / "log").open("w", encoding="utf-8") as log:
        ended = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False)
    return ended.returncode, (folder / "log").read_text("utf-8", "replace")


def report(folder: Path, languages: list[str], code: int, told: str) -> int:
    packs = {language: load_pack(language) for language in languages}
    slow = [rated(path.read_bytes(), languages, packs) for path in sorted((folder / "slow").iterdir())]
    crashes = sorted(path.name for path in (folder / "crashes").iterdir() if path.suffix != ".txt")
    seen, branches = covered(folder, languages, packs)
    worst = max((rate for rate, *_ in slow), default=0.0)
    over = [told_slow for rate, *told_slow in slow if rate > LIMIT]
    print(f"executions      {found(told, 'number_of_executed_units:')}")
    by_language = folder / "read.json"
    print(f"by language     {by_language.read_text('utf-8') if by_language.exists() else 'none'}")
    print(f"corpus          {seen} inputs, {found(told, 'corp:')} of them kept by libFuzzer")
    print(f"coverage        {found(told, 'cov:')} edges; {branches:.1f} % of lines and branches of extract")
    print(f"worst           {worst:.3f} s per 10 kB (limit {LIMIT}), read again without instruments")
    print(f"over the limit  {len(over)} {over[:5]}")
    print(f"crashes         {len(crashes)} {crashes[:20]}")
    print(f"libFuzzer       ended with {code}")
    return 1 if crashes or over or code else 0


def found(told: str, name: str) -> str:
    """The last number after NAME in what libFuzzer printed."""
    numbers = re.findall(re.escape(name) + r" (\d+)", told)
    return numbers[-1] if numbers else "?"


def rated(sent: bytes, languages: list[str], packs: dict[str, LanguagePack | None]) -> tuple[float, str, int, str]:
    """Seconds per 10 kB of SENT, the best of three; its language, size and opening."""
    language, text = languages[sent[0] % len(languages)], sent[1:].decode("utf-8", "replace")
    best = min(_seconds(language, text, packs) for _ in range(3))
    return best / max(LEAST, len(sent)) * 10_000, language, len(sent), text[:40]


def _seconds(language: str, text: str, packs: dict[str, LanguagePack | None]) -> float:
    started = time.process_time()
    _read(language, text, packs)
    return time.process_time() - started


def _read(language: str, text: str, packs: dict[str, LanguagePack | None]) -> None:
    held: dict[str, Any] = {"id": "fuzz", "language": language, "text": text, "published": "2016-05-08"}
    pack = packs[language]
    if pack is not None:
        extract(document(held), pack, Context(zone=dt.UTC))


def covered(folder: Path, languages: list[str], packs: dict[str, LanguagePack | None]) -> tuple[int, float]:
    """How many inputs the corpus holds, and what share of the reader's lines and branches they reach."""
    measure = coverage.Coverage(data_file=None, config_file=False, branch=True, include=["*/tregua/steps/extract/*"])
    count = 0
    measure.start()
    for language, text in _inputs(folder, languages):
        count += 1
        try:
            _read(language, text, packs)
        except Exception:  # noqa: BLE001, S112 - counted among the crashes already
            continue
    measure.stop()
    with (folder / "coverage").open("w", encoding="utf-8") as kept:
        return count, measure.report(file=kept, show_missing=True)


def _inputs(folder: Path, languages: list[str]) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "corpus").iterdir()):
        sent = path.read_bytes()
        if len(sent) > 1:
            yield languages[sent[0] % len(languages)], sent[1:].decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main())
