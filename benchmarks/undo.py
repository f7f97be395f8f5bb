"""Whether judgements can be undone: 500 random ones on the example, and their withdrawals, in random order.

    python -m benchmarks.undo [JUDGEMENTS]

Every kind of judgement is made: merge, split, verify, refute, correct, drop, identify. At six moments on the way the
case is run, so that later judgements name what earlier ones made. The ledger is then replayed by other processes: with
other hash seeds in any case, with another version of Python where ``--python PATH`` names one. At last the reports come
in one by one, with a run after every twelfth, to see which ids survive.

A page that is given up, for want of an answer in two minutes, stays so until it is derived anew: on a machine so busy
the replays come to another hash, and the script says so.

It ends with 1 when the content hash does not come back, an id is lost, or a replay differs.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tregua import pipeline, wiring
from tregua.pipeline import Book
from tregua.records.judgement import Decision, Judgement

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "syria-2016"
RUNS = 6
VALUES = {
    "act": ("airstrike", "shelling", "ground attack"),
    "killed": ("0", "7", "unknown"),
    "injured": ("12", "unknown"),
    "date": ("2016-05-06", "unknown"),
    "actor": ("jabhat-al-nusra", "somebody", "unknown"),
    "place": ("aleppo", "somewhere", "unknown"),
}
REPLAY = """
import sys
from pathlib import Path
from tregua import pipeline, wiring
with wiring.open_case(Path(sys.argv[1])) as case:
    case.ledger.drop_derived()
    print(pipeline.derive(case.setup).content_hash)
"""


def random_judgement(book: Book, chance: random.Random, case: wiring.OpenCase) -> Judgement:
    """Return a judgement that makes sense of what BOOK holds, or does not: ids may be of what is gone."""
    incidents = [item.id for item in book.incidents]
    claims = [item.id for item in book.claims]
    decision = chance.choice([each for each in Decision if each is not Decision.WITHDRAW])
    slot = value = ""
    if decision is Decision.MERGE:
        subjects = chance.sample([*incidents, *claims], chance.randint(2, 4))
    elif decision is Decision.SPLIT:
        incident = chance.choice(sorted(book.incidents, key=lambda item: -len(item.claims))[: len(incidents) // 4 + 1])
        subjects = [incident.id, *chance.sample(incident.claims, max(1, len(incident.claims) // 2))]
    elif decision is Decision.DROP:
        subjects = [chance.choice([*claims, *(item.id for item in book.documents)])]
    elif decision is Decision.CORRECT:
        slot = chance.choice(list(VALUES))
        subjects, value = [chance.choice([*incidents, *claims])], chance.choice(VALUES[slot])
    elif decision is Decision.IDENTIFY:
        slot = chance.choice(("actor", "place"))
        subjects, value = [chance.choice(list(names(book, slot)) or ["nobody"])], identity(slot, chance, case)
    else:
        subjects = [chance.choice(incidents)]
    return Judgement(decision=decision, subjects=tuple(subjects), slot=slot, value=value, why="by chance",
                     who="chance", when=case.clock.now())  # fmt: skip


def names(book: Book, slot: str) -> Iterator[str]:
    """Give the names of actors or places as the incidents of BOOK print them."""
    for item in book.incidents:
        yield from (each.text for each in (item.actors if slot == "actor" else item.places))


def identity(slot: str, chance: random.Random, case: wiring.OpenCase) -> str:
    registries = case.setup.registries
    entries = registries.actors.all() if slot == "actor" else registries.places.all()
    return chance.choice([*sorted(entry.id for entry in entries), "unknown"])


def judge_and_undo(case: wiring.OpenCase, wanted: int, chance: random.Random) -> tuple[str, str, int]:
    """Judge WANTED times and withdraw each, in random order; return the content hash before and after, and runs."""
    outcome = pipeline.derive(case.setup)
    before, seen, runs = outcome.content_hash, set[str](), 0
    waiting: list[str] = []
    made = 0
    moments = set(chance.sample(range(2 * wanted), min(RUNS, wanted)))
    for step in range(2 * wanted):
        if made < wanted and (not waiting or chance.random() < 0.6):
            waiting.append(case.ledger.add_judgement(random_judgement(outcome.book, chance, case)))
            made += 1
        else:
            gone = waiting.pop(chance.randrange(len(waiting)))
            case.ledger.add_judgement(
                Judgement(decision=Decision.WITHDRAW, subjects=(gone,), why="by chance", who="chance",
                          when=case.clock.now())
            )  # fmt: skip
        if step in moments:
            outcome = pipeline.derive(case.setup)
            seen.add(outcome.content_hash)
            runs += 1
    return before, pipeline.derive(case.setup).content_hash, len(seen)


def arrive_one_by_one(folder: Path) -> tuple[int, int, int]:
    """Put the reports of the example in one by one, running after every twelfth.

    Returns:
        Ids that a run gave; how many of them the last run still has; how many of the others still lead somewhere.
    """
    reports = sorted((EXAMPLE / "reports").iterdir())
    case = folder / "growing"
    shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns("reports", "out", "*.db*"))
    (case / "reports").mkdir()
    given: set[str] = set()
    with wiring.open_case(case) as opened:
        for number, report in enumerate(reports):
            shutil.copy(report, case / "reports" / report.name)
            wiring.add_reports(opened)
            if number % 12 == 0 or report is reports[-1]:
                book = pipeline.derive(opened.setup).book
                given |= {item.id for item in book.incidents}
    last = {item.id for item in book.incidents}
    others = given - last
    return len(given), len(given & last), sum(leads_on(book, name) for name in others)


def leads_on(book: Book, name: str) -> bool:
    """Tell whether the id NAME of an earlier run is explained as part of an incident of BOOK."""
    return "is now part of" in pipeline.explain_record(book, name)[1]["title"]


def replay(python: str, case: Path, seed: str) -> str:
    """Derive CASE anew by another process; return its content hash."""
    done = subprocess.run(
        [python, "-c", REPLAY, str(case)], check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    return done.stdout.strip()


def version(python: str) -> str:
    return subprocess.run([python, "-V"], check=True, capture_output=True, text=True).stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(description="Judge at random, undo all, and see whether everything is as before.")
    parser.add_argument("judgements", nargs="?", type=int, default=500)
    parser.add_argument("--python", action="append", default=[], help="another Python to replay the ledger with")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        case = Path(name) / "case"
        shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns("out", "*.db*"))
        began = time.perf_counter()
        with wiring.open_case(case) as opened:
            wiring.add_reports(opened)
            lost = sum("given up" in item.message for item in pipeline.derive(opened.setup).book.problems)
            before, after, states = judge_and_undo(opened, asked.judgements, random.Random(1))
            whole = not opened.ledger.verify()
        print(f"{asked.judgements} judgements and {asked.judgements} withdrawals, {states} states seen on the way, "
              f"{time.perf_counter() - began:.0f} s: content hash {'as before' if after == before else 'DIFFERS'}, "
              f"chain {'whole' if whole else 'BROKEN'}")  # fmt: skip
        replays = {(version(python), seed): replay(python, case, seed)
                   for python in (sys.executable, *asked.python) for seed in ("1", "2")}  # fmt: skip
        if lost:
            print(f"{lost} pages were given up at first: the machine is too busy to compare with replays")
        for (called, seed), found in replays.items():
            print(f"replayed by {called}, hash seed {seed}: {'the same' if found == before else f'DIFFERS: {found}'}")
        given, kept, led = arrive_one_by_one(Path(name))
        print(f"{given} ids were given while reports came in one by one; {kept} stand, {led} of the other "
              f"{given - kept} lead to what they became")  # fmt: skip
    fine = whole and after == before and set(replays.values()) == {before} and kept + led == given
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
