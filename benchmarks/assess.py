"""Seconds and memory to rule 10,000 to 1,000,000 incidents under one truce, and under all that ship.

    python benchmarks/assess.py [--most 1000000] [--jobs 2] [--one]

Incidents are made up: places with points of their own, minutes of their own, who acted and who was struck drawn from
the actors of the truce's registry, a tenth of them by names that nobody knows. Cost must grow no faster than they do.
Beside the seconds by the clock it prints the processor time, and a reference measured before and after each run, since
a machine that does other work at the same time, or a slower one, takes longer by the same factor.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tregua.terms.load import pack_truces
from tregua.wiring import Assessment, assess_file, find_truce, registries_of

TRUCE = "syria-coh-2016"
ACTS = (
    "shelling",
    "airstrike",
    "small-arms",
    "attack",
    "abduction",
    "advance",
    "explosion",
    "drone",
    "obstruction",
    "",
)
WEAPONS = (None, None, "mortar", "122 mm howitzer", "Grad rockets", "assault rifle", "barrel bomb")
KINDS = (None, None, "military", "civilians", "hospital", "aid convoy", "village")
ANSWERS = (None, None, None, None, "shelling of a village", "none")
REASONS = (None, None, None, "self-defence", "against terrorists")
LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


def incidents(number: int, seed: int = 7) -> Iterator[str]:
    """Give NUMBER incidents, one JSON object a line, over the years in which truces were in force."""
    chance = random.Random(seed)
    registries = registries_of(find_truce(TRUCE))
    actors = [actor.name for actor in registries.actors.all()][:60]
    places = [place for place in registries.places.all() if place.lat is not None and place.country == "SY"]
    start = dt.datetime(2016, 1, 1)  # noqa: DTZ001 - local to the place
    for at in range(number):
        place = chance.choice(places)
        moment = start + dt.timedelta(minutes=chance.randrange(60 * 24 * 365))
        unknown = chance.random() < 0.1
        incident = {
            "id": f"i{at}",
            "act": chance.choice(ACTS) or None,
            "weapon": chance.choice(WEAPONS),
            "actor": f"Brigade {chance.randrange(50)}" if unknown else chance.choice(actors),
            "actor_side": None,
            "target": chance.choice(actors),
            "target_kind": chance.choice(KINDS),
            "response_to": chance.choice(ANSWERS),
            "justification": chance.choice(REASONS),
            "start": moment.isoformat(timespec="minutes") if chance.random() < 0.5 else moment.date().isoformat(),
            "end": None,
            "place": {
                "name": place.name,
                "lat": round((place.lat or 0) + chance.uniform(-0.05, 0.05), 4),
                "lon": round((place.lon or 0) + chance.uniform(-0.05, 0.05), 4),
                "admin1": place.province or None,
                "country": "SY",
                "precision": chance.choice((1, 1, 1, 2, 4)),
            },
            "claims": [f"c{at}", f"d{at}"],
        }
        yield json.dumps(incident) + "\n"


def reference() -> float:
    """Return the processor seconds that this machine takes now to read and write 100,000 small JSON objects.

    Other machines, and this one at other hours, are faster or slower by the same factor: what is ``references`` in the
    table can be compared between them. Processor time leaves out the waiting for others on a machine that is shared.
    """
    line = json.dumps({"id": "i1", "act": "shelling", "place": {"name": "Handarat", "lat": 36.28, "lon": 37.21}})
    began = time.process_time()
    for _ in range(100_000):
        json.dumps(json.loads(line))
    return time.process_time() - began


def measure(path: Path, truces: tuple[str, ...], jobs: int) -> tuple[float, int, int]:
    """Return seconds, findings and bytes written for the incidents at PATH under TRUCES."""
    began = time.perf_counter()
    findings = size = 0
    with (path.parent / "findings.jsonl").open("wb") as file:
        for ruled, _ in assess_file(Assessment(path=path, truces=truces, as_of=LATER, every=len(truces) == 1), jobs):
            findings += ruled.findings.total()
            size += file.write(ruled.text)
    return time.perf_counter() - began, findings, size


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--one", action="store_true", help="one truce alone, not the whole library")
    asked = parser.parse_args()
    library = pack_truces()
    chosen = [(TRUCE, (TRUCE,)), (f"all {len(library)}", library)][: 1 if asked.one else 2]
    print(f"{len(os.sched_getaffinity(0))} cores, {asked.jobs} processes, load {os.getloadavg()[0]:.1f} before")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.jsonl"
        number = 10_000
        while number <= asked.most:
            with path.open("w", encoding="utf-8") as file:
                file.writelines(incidents(number))
            for name, truces in chosen:
                unit, used = reference(), _used()
                seconds, findings, size = measure(path, truces, asked.jobs)
                used = _used() - used
                unit = (unit + reference()) / 2
                print(
                    f"{number:>9,} incidents  {name:14} {seconds:7.2f} s  {used:7.2f} s of processors  "
                    f"{used / unit:6.1f} references of {unit:.2f} s  {used / number * 1e6:6.1f} µs each  "
                    f"{findings:>9,} findings  {size / 1e6:7.1f} MB",
                    flush=True,
                )
            number *= 10
    own, others = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"most memory: {own} MB in the first process, {others} MB in the largest of the others")
    return 0


def _used() -> float:
    """Return the seconds of processor time that this process and those it started and ended have used."""
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in usage)


if __name__ == "__main__":
    sys.exit(main())
