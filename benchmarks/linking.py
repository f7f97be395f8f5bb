"""How well claims are joined into incidents, beside exact keys and plain Splink, and what a claim costs.

    python -m benchmarks.linking [--sizes 1000 10000 100000] [--seed 101] [--no-splink] [--splink PYTHON]
    python -m benchmarks.linking --ged ged_syria.csv.gz

Claims are made by ``linking_world`` (what it rests on stands there), their events known. Seeds under 100 are for
tuning, from 100 on for measuring. Three ways to join them in the same run: the same day, place and act; plain Splink
(``linking_splink``, in a throwaway environment of ``requirements/splink.txt``, or run by the ``PYTHON`` that has it)
with its connected components, at thresholds fixed beforehand and at the one that is best in hindsight, which nobody
knows who has no truth to look at; ours. Told of each: precision, recall and F1 over pairs of claims, B3 F1, how far the
number of incidents is off. ``--ged`` prints the density of UCDP's events beside the made-up ones.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.linking_world import SOURCES, START, World, days

from tregua.backends.registry import AuthoredSources
from tregua.records.claim import Claim, Happening
from tregua.records.document import Document
from tregua.steps.link import Linker
from tregua.steps.link.events import place_key
from tregua.steps.link.wording import sentence_of
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.stances import Stance

FIXED = (0.5, 0.9, 0.95)
"""Match probabilities to cluster Splink's pairs at: the even one, and those of its tutorials."""

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Case:
    """Claims with the documents and places they need, and the event of each claim of violence."""

    claims: list[Claim]
    documents: dict[str, Document]
    places: dict[str, Place]
    events: dict[str, int]

    @property
    def incidents(self) -> int:
        """Return how many events somebody tells of; a denial alone is none."""
        told = (claim for claim in self.claims if claim.id in self.events and claim.stance is not Stance.DENIED)
        return len({self.events[claim.id] for claim in told})


def made(number: int, seed: int) -> Case:
    world = World(seed)
    case = Case([], {}, world.registry(), {})
    for day in days(world, number):
        case.documents.update((document.id, document) for document in day.documents)
        case.claims.extend(day.claims)
        told = zip(day.claims, day.events, strict=True)
        case.events.update((claim.id, event) for claim, event in told if event is not None)
    return case


def f1(found: float, joined: float, true: float) -> float:
    """Return the harmonic mean of FOUND of JOINED and FOUND of TRUE."""
    return 2 * found / max(joined + true, 1)


def pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


@dataclass(frozen=True, slots=True)
class Scores:
    """How good a way to join is: precision, recall and F1 of pairs, B3 F1, by which share incidents are too many.

    ``least`` is that share without the incidents that are marked as maybe others told of.
    """

    precision: float
    recall: float
    pair: float
    b3: float
    off: float
    least: float

    def __str__(self) -> str:
        return (
            f"pair P {self.precision:.3f} R {self.recall:.3f} F1 {self.pair:.3f}  B3 F1 {self.b3:.3f}"
            f"  incidents {self.off:+.1%}{f', surely apart {self.least:+.1%}' if self.least != self.off else ''}"
        )


def scores(case: Case, home: Mapping[str, Hashable], doubtful: Collection[Hashable] = ()) -> Scores:
    """Return how well HOME, the incident of each claim, puts the claims of CASE together; DOUBTFUL may be others."""
    rows = [(event, home.get(claim, claim)) for claim, event in case.events.items()]
    both = Counter(rows)
    true, joined = Counter(event for event, _ in rows), Counter(group for _, group in rows)
    precision = sum(size * size / joined[group] for (_, group), size in both.items()) / len(rows)
    recall = sum(size * size / true[event] for (event, _), size in both.items()) / len(rows)
    denied = {claim.id for claim in case.claims if claim.stance is Stance.DENIED}
    told = {group for (claim, _), (_, group) in zip(case.events.items(), rows, strict=True) if claim not in denied}
    found, given, right = pairs(both.values()), pairs(joined.values()), pairs(true.values())
    return Scores(
        precision=found / max(given, 1),
        recall=found / max(right, 1),
        pair=f1(found, given, right),
        b3=2 * precision * recall / (precision + recall),
        off=len(told) / case.incidents - 1,
        least=len(told.difference(doubtful)) / case.incidents - 1,
    )


def fields(case: Case, claim: Claim, slots: Happening) -> dict[str, object]:
    """Return what linking sees of CLAIM, a column each."""
    document = case.documents[claim.document]
    spot = next((each for each in slots.places if (each.precision or 0) < PlacePrecision.PROVINCE), None)
    wide = next((each for each in slots.places if (each.precision or 0) >= PlacePrecision.PROVINCE), None)
    known = case.places.get(spot.id) if spot else None
    start = slots.time.start if slots.time else document.published.at if document.published else None
    return {
        "id": claim.id,
        "day": str(start.date()) if start else None,
        "place": place_key(spot) if spot else None,
        "province": wide.id if wide else known.province if known else None,
        "lat": known.lat if known else None,
        "lon": known.lon if known else None,
        "act": slots.act.value,
        "actor": (slots.actors[0].id or slots.actors[0].text) if slots.actors else None,
        "target": slots.targets[0].text if slots.targets else None,
        "killed": slots.killed.low if slots.killed else None,
        "injured": slots.injured.low if slots.injured else None,
        "weapon": slots.weapons[0] if slots.weapons else None,
        "words": sentence_of(document.text, claim.span),
    }


def exact(rows: Iterable[Mapping[str, object]]) -> dict[str, Hashable]:
    keyed = [(str(row["id"]), (row["day"], row["place"], row["act"])) for row in rows]
    return {name: key for name, key in keyed if None not in key}


def ours(case: Case) -> tuple[Scores, float]:
    started = time.process_time()
    linked, problems = Linker(AuthoredSources(SOURCES), places=case.places).link(case.claims, case.documents, [])
    spent = time.process_time() - started
    assert not problems
    home = {claim: incident.id for incident in linked.incidents for claim in incident.claims}
    return scores(case, home, {incident.id for incident in linked.incidents if incident.may_be_another}), spent


def environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    wanted = ["--require-hashes", "--no-deps", "-r", str(ROOT / "requirements" / "splink.txt")]
    subprocess.run([python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *wanted], check=True)
    return python


def splink(python: Path, folder: Path, case: Case, rows: Sequence[Mapping[str, object]]) -> dict[str, Scores]:
    """Return the scores of plain Splink at the thresholds fixed beforehand, and at that with the best pair F1."""
    claims, clusters = folder / "claims.jsonl", folder / "clusters.jsonl"
    claims.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [str(python), "benchmarks/linking_splink.py", str(claims), str(clusters)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with clusters.open(encoding="utf-8") as lines:
        read = (json.loads(line) for line in lines)
        found = {line["threshold"]: scores(case, line["clusters"]) for line in read}
    best = max(found, key=lambda threshold: found[threshold].pair)
    fixed = {f"Splink at {threshold:g}": found[threshold] for threshold in FIXED}
    return {**fixed, f"Splink, best {best:g}": found[best]}


def density(name: str, struck: Iterable[tuple[str, int]]) -> None:
    """Print how close in place and time events are: STRUCK holds the place and the day of each."""
    sizes = Counter(struck)
    again = sum((place, day + 1) in sizes for place, day in sizes) / len(sizes)
    shared = sum(size > 1 for size in sizes.values()) / len(sizes)
    by_place = sorted(Counter(place for place, _ in sizes.elements()).values(), reverse=True)
    ranks = [rank for rank in (1, 10, 100, 1000) if rank <= len(by_place)]
    shares = " ".join(f"{by_place[rank - 1] / sum(by_place):.4f}" for rank in ranks)
    print(
        f"{name:10} {sizes.total():6} events  next day too {again:.3f}  two a day {shared:.3f}"
        f"  places 1, 10, 100, 1000: {shares}"
    )


def beside(path: Path, seed: int) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if float(row["where_prec"]) <= 2 and float(row["date_prec"]) == 1]
    day = {text: number for number, text in enumerate(sorted({row["date_start"] for row in rows}))}
    density("UCDP", ((row["where_coordinates"], day[row["date_start"]]) for row in rows))
    world = World(seed)
    struck = [(str(event.place), event.day.toordinal()) for event in world.happen(START, 1430) if event.killed]
    density("made up", struck)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--no-splink", action="store_true")
    parser.add_argument("--splink", type=Path, metavar="PYTHON")
    parser.add_argument("--ged", type=Path)
    chosen = parser.parse_args()
    if chosen.ged:
        beside(chosen.ged, chosen.seed)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = None if chosen.no_splink else chosen.splink or environment(folder / "venv")
        for size in chosen.sizes:
            measure(size, chosen.seed, folder, python)
    return 0


def measure(size: int, seed: int, folder: Path, python: Path | None) -> None:
    case = made(size, seed)
    told = [(claim, claim.slots) for claim in case.claims if isinstance(claim.slots, Happening)]
    rows = [fields(case, claim, slots) for claim, slots in told]
    found = {"day+place+act": scores(case, exact(rows))}
    if python is not None:
        found.update(splink(python, folder, case, rows))
    found["ours"], spent = ours(case)
    for way, score in found.items():
        print(f"{size:9,} claims  {way:17} {score}")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{size:9,} claims  {spent / size * 1e6:.0f} µs of one core each, {most} MB", flush=True)


if __name__ == "__main__":
    sys.exit(main())
