"""Is anything lost when the program is killed? Kill it many times and look.

    python benchmarks/kill_nine.py [--kills 50] [--seed 2016] [--case examples/syria-2016] [--keep]

An undisturbed ``add`` and ``run`` in a fresh copy of the case give the content hash that must come out. Then ``add``
and ``run`` are killed in turn with SIGKILL, each in its own fresh copy, at a moment drawn between the program's
start and the time it took undisturbed; every other ``add`` within 30 ms of a drawn line of its output. After each:

1. ``verify`` finds the ledger whole,
2. the bytes of every item whose line was printed are in the ledger,
3. a following ``run`` ends with the content hash of the undisturbed one.

Prints a table of the moments and what was found, and ends with 1 when one check failed once. A program that ended
before its moment came is not counted as a kill; another moment is drawn for it. When Tregua's own files change
meanwhile, the hashes mean nothing and it ends with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tregua

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(tregua.__file__).parent
PROGRAM = Path(sys.executable).with_name("tregua")
LIMIT_SECONDS = 600
NOT_COPIED = ("out", "ledger.db*", ".ledger.db*")


@dataclass(frozen=True, kw_only=True)
class Undisturbed:
    """What a case gives when nobody disturbs it.

    Attributes:
        content_hash: hash of everything derived.
        items: how many items came in.
        start: seconds the program needs before it does anything.
        seconds: how long each command took.
    """

    content_hash: str
    items: int
    start: float
    seconds: dict[str, float]


@dataclass(kw_only=True)
class Trial:
    """One kill and what came after.

    Attributes:
        command: ``add`` or ``run``.
        moment: seconds after the start, or after the line.
        line: the line of output that is waited for first, 0 for none.
        killed: whether the command was still at work then.
        reported: SHA-256 of the items it had said were kept.
        kept: how many items the ledger had afterwards.
        faults: what was not as it must be.
    """

    command: str
    moment: float
    line: int = 0
    killed: bool = True
    reported: set[str] = field(default_factory=set)
    kept: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        result = "; ".join(self.faults) or ("ok" if self.killed else "ok (had ended, not counted)")
        return f"{self.command:4} {self.line or '':5} {self.moment:8.3f} {len(self.reported):9} {self.kept:6}  {result}"


@contextmanager
def fresh_copy(case: Path, *, keep: bool) -> Iterator[Path]:
    """Give a copy of CASE without anything made from it."""
    folder = Path(tempfile.mkdtemp(prefix="tregua-kill-nine-"))
    try:
        yield Path(shutil.copytree(case, folder / "case", ignore=shutil.ignore_patterns(*NOT_COPIED)))
    finally:
        if keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder)


def command_line(command: str, case: Path) -> list[str]:
    """Return the words of COMMAND on CASE; ``add`` is given every report, as a shell would."""
    reports = sorted(path for path in (case / "reports").rglob("*") if path.is_file()) if command == "add" else []
    return [str(PROGRAM), command, str(case), *map(str, reports), "--json"]


def finish(command: str, case: Path) -> subprocess.CompletedProcess[str]:
    """Run COMMAND on CASE to its end."""
    words = command_line(command, case)
    return subprocess.run(words, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Return the JSON object that a command printed, or what it said instead."""
    try:
        value = json.loads(done.stdout)
    except ValueError:
        value = None
    return value if isinstance(value, dict) else {"said": f"exit {done.returncode}: {done.stderr.strip()[-200:]}"}


def kill(trial: Trial, case: Path) -> tuple[bool, str]:
    """Start TRIAL's command, kill it and all it started at its moment; return whether it was alive, and its output.

    The output goes through a file, so that what was flushed is there whatever became of the writer.
    """
    output = case.parent / f"{trial.command}.stdout"
    words = command_line(trial.command, case)
    with output.open("wb") as stream:
        process = subprocess.Popen(words, stdout=stream, stderr=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None and output.read_bytes().count(b"\n") < trial.line:
            time.sleep(0.001)
        try:
            process.wait(trial.moment)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        return process.wait() == -signal.SIGKILL, output.read_text("utf-8", "replace")


def reported(output: str) -> set[str]:
    """Return the SHA-256 of every item that OUTPUT's whole lines say is kept."""
    lines = [json.loads(line) for line in output.splitlines(keepends=True) if line.endswith("\n")]
    return {line["sha256"] for line in lines if line["status"] in {"added", "known"}}


def kept(case: Path) -> set[str]:
    """Return the SHA-256 of the bytes of every item in the ledger, read without Tregua."""
    ledger = case / "ledger.db"
    if not ledger.exists():
        return set()
    with closing(sqlite3.connect(ledger)) as connection:
        return {
            hashlib.sha256(content).hexdigest() for (content,) in connection.execute("SELECT content FROM evidence")
        }


def finished(command: str, case: Path) -> tuple[float, set[str], int]:
    """Run COMMAND, then ``run`` and ``rebuild``, in a copy of CASE.

    Returns:
        the seconds COMMAND took, the different content hashes that came out, and the number of items kept.
    """
    with fresh_copy(case, keep=False) as copy:
        started = time.monotonic()
        first = finish(command, copy)
        seconds = time.monotonic() - started
        if command == "add" and not reported(first.stdout):
            sys.exit(f"add kept nothing: {answer(first)}")
        answers = [answer(finish(then, copy)) for then in ("run", "rebuild")]
        if any("content_hash" not in said for said in answers):
            sys.exit(f"run and rebuild without disturbance: {answers}")
        return seconds, {said["content_hash"] for said in answers}, len(kept(copy))


def undisturbed(case: Path) -> Undisturbed:
    """Learn what CASE gives, and how long it takes; it must give the same by ``add`` and by ``run`` alone."""
    starts = []
    for _ in range(3):
        started = time.monotonic()
        subprocess.run([str(PROGRAM), "--help"], capture_output=True, check=True)
        starts.append(time.monotonic() - started)
    adding, added_hashes, added = finished("add", case)
    running, run_hashes, taken_in = finished("run", case)
    hashes = added_hashes | run_hashes
    if len(hashes) > 1 or added != taken_in:
        sys.exit(f"undisturbed runs differ: {added} items {added_hashes} by add, {taken_in} items {run_hashes} by run")
    return Undisturbed(
        content_hash=hashes.pop(), items=added, start=min(starts), seconds={"add": adding, "run": running}
    )


def examine(trial: Trial, case: Path, wanted: Undisturbed) -> None:
    """Check everything that must hold after a kill; note what does not in TRIAL."""
    verified = answer(finish("verify", case)) if (case / "ledger.db").exists() else {"ok": "no ledger was made yet"}
    if not verified.get("ok"):
        trial.faults.append(f"verify: {verified}")
    held = kept(case)
    trial.kept = len(held)
    if lost := trial.reported - held:
        trial.faults.append(f"lost: {sorted(lost)}")
    ended = answer(finish("run", case))
    if ended.get("content_hash") != wanted.content_hash:
        trial.faults.append(f"run: {ended.get('content_hash', ended.get('said'))}")
    if len(kept(case)) != wanted.items:
        trial.faults.append(f"{len(kept(case))} items after the run, not {wanted.items}")


def draw(chance: random.Random, turn: int, wanted: Undisturbed) -> Trial:
    """Draw what is killed in TURN, and when."""
    if turn % 4 == 0:
        return Trial(command="add", line=chance.randint(1, wanted.items), moment=chance.uniform(0, 0.03))
    command = ("add", "run")[turn % 2]
    return Trial(command=command, moment=chance.uniform(0.8 * wanted.start, wanted.seconds[command]))


def trials(case: Path, kills: int, seed: int, wanted: Undisturbed, *, keep: bool) -> Iterator[Trial]:
    """Give trials until KILLS commands were killed at work; at most three draws a kill."""
    chance = random.Random(seed)
    done = 0
    for turn in range(3 * kills):
        trial = draw(chance, turn, wanted)
        with fresh_copy(case, keep=keep) as copy:
            trial.killed, output = kill(trial, copy)
            if trial.command == "add":
                trial.reported = reported(output)
            examine(trial, copy, wanted)
        yield trial
        done += trial.killed
        if done == kills:
            return


def program_digest() -> str:
    """Return a digest of Tregua's own files."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Kill add and run many times, and see whether anything is lost.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=2016)
    parser.add_argument("--case", type=Path, default=ROOT / "examples" / "syria-2016")
    parser.add_argument("--keep", action="store_true", help="leave the copies where they are, to look at")
    options = parser.parse_args(arguments)
    program = program_digest()
    wanted = undisturbed(options.case)
    print(f"undisturbed: {wanted.items} items, content hash {wanted.content_hash}")
    print(f"start {wanted.start:.2f} s, add {wanted.seconds['add']:.2f} s, run {wanted.seconds['run']:.2f} s\n")
    print("   # what   line   second  reported   kept  result")
    found = []
    for trial in trials(options.case, options.kills, options.seed, wanted, keep=options.keep):
        found.append(trial)
        print(f"{len(found):4} {trial}", flush=True)
    failed = [trial for trial in found if trial.faults]
    killed = sum(trial.killed for trial in found)
    lines = sum(len(trial.reported) for trial in found)
    print(f"\n{killed} kills in {len(found)} trials, {lines} items reported kept, {len(failed)} trials failed")
    if program_digest() != program:
        sys.exit("Tregua's own files changed meanwhile: run this again")
    return 1 if failed or killed < options.kills else 0


if __name__ == "__main__":
    sys.exit(main())
