"""How long made-up claims take to link, and in what memory.

    python -m benchmarks.linking_speed [--sizes 10000 100000 1000000] [--jobs 2] [--seed 101]

Claims are those of ``linking_world``; making them is not counted. Told of each size: seconds by the clock; processor
time of all processes, also a claim's share of it; the most memory that they held at once, what they share counted once
(the claims and their documents are in it); and the processor time once one report more has come in, and to read before
that what the run before left in the ledger.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.linking import Case, made
from benchmarks.linking_world import SOURCES

from tregua.backends.clock import SystemClock
from tregua.backends.ledger import Ledger
from tregua.backends.processes import Processes
from tregua.backends.registry import AuthoredSources
from tregua.cli.app import YOUNG
from tregua.pipeline.codec import encode
from tregua.pipeline.recalling import recall, remember
from tregua.ports import Derived
from tregua.records.incident import Incident, Testimony
from tregua.steps.link import Linker

LOOK_SECONDS = 1.0
ONCE_MORE = 100_000
"""Claims of the largest case that is linked again with one report more."""


def processor_seconds() -> float:
    """Return the processor time of this process and of those that it started and that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def held(process: int) -> int:
    """Return the kilobytes that PROCESS and those it started hold, a page that several share counted once in all."""
    total = 0
    for each in (str(process), *Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()):
        try:
            lines = Path(f"/proc/{each}/smaps_rollup").read_text("utf-8").splitlines()
        except OSError:  # it has ended
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


def watch(process: int, most: Synchronized[int]) -> None:
    while os.getppid() == process:
        most.value = max(most.value, held(process))
        time.sleep(LOOK_SECONDS)


@contextmanager
def watched() -> Iterator[Synchronized[int]]:
    """Give a number that becomes the most kilobytes held at once.

    What looks is a process that begins while there is little to hold: it would keep a copy of what this one changes.
    """
    most = multiprocessing.Value("q", 0)
    other = multiprocessing.Process(target=watch, args=(os.getpid(), most), daemon=True)
    other.start()
    try:
        yield most
    finally:
        other.terminate()
        other.join()


def linked(case: Case, jobs: int) -> tuple[float, float]:
    """Link CASE in JOBS processes, and return the seconds that it took by the clock, and of processors."""
    begun, used = time.perf_counter(), processor_seconds()
    linker = Linker(AuthoredSources(SOURCES), places=case.places, spread=Processes(jobs).spread)
    _, problems = linker.link(case.claims, case.documents, [])
    assert not problems
    return time.perf_counter() - begun, processor_seconds() - used


def with_one_more(case: Case) -> Case:
    """Return CASE with the last of its reports once more, as another paper printed it."""
    last = case.claims[-1].document
    told = [claim for claim in case.claims if claim.document == last]
    more = [replace(claim, id=f"{claim.id}+", document=f"{last}+") for claim in told]
    document = replace(case.documents[last], id=f"{last}+", publisher="The Daily")
    return replace(case, claims=[*case.claims, *more], documents={**case.documents, document.id: document})


def linked_once_more(case: Case) -> tuple[float, float]:
    """Return the processor time to read what a run has left of CASE, and to link it with one report more."""
    linker = Linker(AuthoredSources(SOURCES), places=case.places)
    marks = dict.fromkeys((*case.documents, *with_one_more(case).documents), "as it is")
    linked, _, memory = linker.relink(case.claims, case.documents, [], marks)
    rows = {
        "incidents": [encode(Incident, each) for each in linked.incidents],
        "testimonies": [encode(Testimony, each) for each in linked.testimonies],
    }
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "ledger.db", SystemClock()) as ledger:
        for stage, payloads in rows.items():
            numbered = enumerate(payloads)
            ledger.replace_derived(
                stage, [Derived(stage=stage, key=f"{n:06}", inputs="", payload=p) for n, p in numbered]
            )
        remember(ledger, "", "", memory)
        del linked, memory, rows
        begun = processor_seconds()
        before = recall(ledger, "")
        read = processor_seconds()
        more = with_one_more(case)
        found, *_ = linker.relink(more.claims, more.documents, [], marks, before)
        used = processor_seconds()
    assert found == linker.link(more.claims, more.documents, [])[0]
    return read - begun, used - read


def measure(size: int, seed: int, jobs: int) -> None:
    with watched() as most:
        case = made(size, seed)
        by_clock, used = linked(case, jobs)
    print(
        f"{size:9,} claims in {jobs} processes  {by_clock:6.1f} s  {used:6.1f} s of processors,"
        f" {used / size * 1e6:.0f} µs a claim  {most.value / 1024:.0f} MB",
        flush=True,
    )
    if size <= ONCE_MORE:
        read, used = linked_once_more(case)
        print(f"{size:9,} claims and one report more  {used:6.1f} s of processors, {read:.1f} s to read", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    gc.set_threshold(YOUNG)
    if len(chosen.sizes) == 1:
        measure(chosen.sizes[0], chosen.seed, chosen.jobs)
        return 0
    for size in chosen.sizes:  # each in a process of its own, that none begins with what another left
        options = ["--sizes", str(size), "--seed", str(chosen.seed), "--jobs", str(chosen.jobs)]
        subprocess.run([sys.executable, "-m", "benchmarks.linking_speed", *options], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
