"""The malformed items again, through the program itself: ``tregua add``, ``run`` and ``check``.

    python benchmarks/malformed_case.py

A case gets every item of ``malformed_inputs``, a text of 200 MB, and five good reports; then every file that people
write is broken in a hundred ways and checked. Ends with 1 when the program ends in any way but its own, leaves an item
or a broken file without a located problem, or does not read a good report.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from malformed_inputs import GOOD, malformed  # type: ignore[import-not-found]  # beside this file when it is run

PROGRAM = Path(sys.executable).with_name("tregua")
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "syria-2016"
HUGE = 200 * 1024 * 1024
OWN_EXITS = {0, 1, 3}
TYPOS = 120


def tregua(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the program; a traceback is a failure whatever it ended with."""
    done = subprocess.run([str(PROGRAM), *map(str, words)], capture_output=True, text=True, check=False, timeout=3000)
    if done.returncode not in OWN_EXITS or "Traceback" in done.stderr:
        raise SystemExit(f"tregua {words[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done


def write(folder: Path) -> int:
    for name, content in GOOD:
        (folder / name).write_bytes(content)
    count = 1
    for name, content in malformed():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        count += 1
    with (folder / "huge.txt").open("wb") as huge:
        for _ in range(HUGE // 1024):
            huge.write(b"Six breaches. " * 73 + b"\n\n")
    return count


def broken(text: str, chance: random.Random) -> str:
    """Return TEXT with one mistake of a kind that people make."""
    lines = text.splitlines()
    at = chance.choice([number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")])
    line = lines[at]
    lines[at] = chance.choice(
        (
            line.replace(":", "", 1),
            line + ' "',
            " " + line,
            "\t" + line,
            line.replace("e", "", 1),
            line.replace("- {", "- ", 1),
            line + "\n" + line,
            "?" + line,
            line.replace("]", "", 1),
            line + " &a *a",
        )
    )
    return "\n".join(lines) + "\n"


def typos(folder: Path) -> Iterator[tuple[str, bool]]:
    """Break files one at a time; give what was broken and whether the answer was located (or rightly none)."""
    files = list(EXAMPLE.glob("*.yaml"))
    truce = EXAMPLE.parent.parent / "src" / "tregua" / "packs" / "truces" / "syria-coh-2016" / "truce.yaml"
    chance = random.Random(2016)
    for number in range(TYPOS):
        source = chance.choice([*files, truce])
        path = folder / source.name
        path.write_text(broken(source.read_text("utf-8"), chance), "utf-8")
        answer: dict[str, Any] = json.loads(tregua("check", path, "--json").stdout)
        located = all(problem["where"] and problem["line"] and problem["message"] for problem in answer["problems"])
        yield f"{number} {source.name}", located and answer["ok"] == (not answer["problems"])


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        case, items = Path(made) / "case", Path(made) / "items"
        items.mkdir()
        tregua("init", case)
        count = write(items)
        start = time.monotonic()
        lines = [json.loads(line) for line in tregua("add", case, items, "--json").stdout.splitlines()]
        added = time.monotonic() - start
        shutil.rmtree(items)
        silent = [line["name"] for line in lines if not line["documents"] and not line["problems"]]
        good = {Path(line["name"]).name for line in lines if line["documents"]} & {
            name if not name.endswith(".jsonl") else f"{name}:1" for name, _ in GOOD
        }
        ran = json.loads(tregua("run", case, "--json").stdout)
        verified = json.loads(tregua("verify", case, "--json").stdout)
        files = Path(made) / "files"
        files.mkdir()
        checked = list(typos(files))
    failed = [name for name, right in checked if not right]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"malformed items            {count}")
    print(f"lines of add               {len(lines)} in {added:.0f} s")
    print(f"items without an answer    {len(silent)}")
    print(f"good reports read          {len(good)} of {len(GOOD)}")
    print(f"documents after run        {ran['documents']}, ledger whole: {verified['ok']}")
    print(f"files with a typo          {len(checked)}, answered without a place: {len(failed)}")
    print(f"peak megabytes             {peak:.0f}")
    for name in (*silent, *failed):
        print(f"  ! {name}")
    return 0 if not silent and not failed and len(good) == len(GOOD) and verified["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
