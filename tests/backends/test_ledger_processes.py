"""Several processes on one ledger, and processes killed in the middle."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from tests.conformance.store import StoppedClock, evidence, judgement
from tregua.backends.ledger import Ledger

EACH = 25
APPENDER = """
import itertools, sys
from pathlib import Path
from tests.conformance.store import StoppedClock, evidence, row
from tregua.backends.ledger import Ledger

with Ledger(Path(sys.argv[1]), StoppedClock()) as ledger:
    for number in itertools.count():
        name = f"{sys.argv[2]}-{number}"
        ledger.add_evidence(evidence(name.encode() * 2000, name=name))
        print(name, flush=True)
        ledger.replace_derived("claims", [row(f"{name}-{key}", "x" * 500) for key in range(5)])
"""


def append(path: Path, who: str) -> None:
    with Ledger(path, StoppedClock()) as ledger:
        for number in range(EACH):
            assert ledger.add_evidence(evidence(f"{who} {number}".encode(), name=who))
            ledger.add_evidence(evidence(f"same {number}".encode(), name=who))
            ledger.add_judgement(judgement(f"{who} {number}"))


def test_two_processes_make_and_fill_one_ledger_at_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=append, args=(path, who)) for who in ("first", "second")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    with Ledger(path, StoppedClock()) as ledger:
        assert ledger.verify() == []
        status = ledger.status()
        assert (status.evidence, status.judgements) == (3 * EACH, 2 * EACH)
        assert [name for name, _ in ledger.judgements()] == [f"j-{number}" for number in range(1, 2 * EACH + 1)]


def test_threads_share_one_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db", StoppedClock()) as ledger:
        threads = [
            threading.Thread(target=ledger.add_evidence, args=(evidence(b"%d" % number),)) for number in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert ledger.status().evidence == 20
        assert ledger.verify() == []


def test_nothing_reported_as_kept_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    reported: list[str] = []
    for life, lines in enumerate((1, 4, 9)):
        command = [sys.executable, "-c", APPENDER, str(path), f"life{life}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            reported += [process.stdout.readline().strip() for _ in range(lines)]
            process.send_signal(signal.SIGKILL)
            reported += process.stdout.read().split()
        assert process.returncode == -signal.SIGKILL
        with Ledger(path, StoppedClock()) as ledger:
            assert ledger.verify() == []
            kept = [item.name for item in ledger.evidence()]
            assert len(ledger.derived("claims")) in {0, 5}
        assert set(reported) <= set(kept)
        assert len(kept) <= len(reported) + life + 1
