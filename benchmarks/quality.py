"""The quality gate of extraction: figures for the cases of each language, against pinned floors.

    python -m benchmarks.quality              print the figures; fail when one is below its floor
    python -m benchmarks.quality --raise      raise the floors to what is reached now
    python -m benchmarks.quality --lower      set the floors to what is reached now, even where that is less
    python -m benchmarks.quality --claims F   write every claim to F, one JSON object a line

The floors stand in ``quality_floors.json`` with a hash of the cases: floors of other cases are no floors.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.quality_score import score

from tregua.records.document import Document, Published
from tregua.steps.extract import Context, extract, load_pack
from tregua.steps.extract.exchange import to_exchange
from tregua.vocabulary.stances import Basis

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "cases"
FLOORS = HERE / "quality_floors.json"
CEILINGS = ("bad_span", "claims_in_hard_negatives", "speaker_as_actor", "traps_sprung")

Plain = dict[str, Any]


def load_cases() -> list[Plain]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(CASES.rglob("*.json"))]


def is_own(case: Plain) -> bool:
    """Whether the case is one of those written and coded without sight of the engine (``tests/cases/own``)."""
    return str(case["id"]).startswith("own")


def corpus_hash(cases: list[Plain]) -> str:
    held = json.dumps(sorted(cases, key=lambda case: str(case["id"])), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(held.encode()).hexdigest()


def document(case: Plain) -> Document:
    published = None
    if case.get("published"):
        at = dt.datetime.combine(dt.date.fromisoformat(case["published"]), dt.time(), dt.UTC)
        published = Published(at=at, day_only=True, basis=Basis.STATED, source="record")
    return Document(
        id=str(case["id"]),
        evidence="0" * 64,
        title=case.get("title") or "",
        publisher=case.get("publisher") or "",
        published=published,
        language=case["language"],
        text=case["text"],
    )


def read(cases: list[Plain]) -> list[Plain]:
    """Every claim of CASES whose language has a pack, in the exchange format."""
    written = []
    for case in cases:
        pack = load_pack(case["language"])
        if pack is not None:
            item = document(case)
            claims, _ = extract(item, pack, Context(zone=dt.UTC))
            written += [to_exchange(claim, item) for claim in claims]
    return written


def figures(cases: list[Plain], claims: list[Plain]) -> dict[str, dict[str, float]]:
    by_language: dict[str, dict[str, float]] = {}
    for language in sorted({case["language"] for case in cases}):
        for name, blind in ((language, False), (f"{language}, own cases", True)):
            chosen = [case for case in cases if case["language"] == language and is_own(case) == blind]
            if chosen and load_pack(language) is not None:
                ids = {str(case["id"]) for case in chosen}
                by_language[name] = score(chosen, [claim for claim in claims if claim["document"] in ids])
    return by_language


def below(reached: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """What is worse than its floor, one line each."""
    worse = []
    for language, pinned in floors.items():
        for name, floor in pinned.items():
            value = reached.get(language, {}).get(name, 0.0)
            if (value > floor) if name in CEILINGS else (value < floor):
                worse.append(f"{language} {name}: {value}, the floor is {floor}")
    return worse


def raised(reached: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The better of REACHED and FLOORS, figure by figure."""
    return {
        language: {
            name: (min if name in CEILINGS else max)(value, floors.get(language, {}).get(name, value))
            for name, value in found.items()
        }
        for language, found in reached.items()
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--claims", type=Path)
    chosen = parser.parse_args(arguments)
    cases = load_cases()
    claims = read(cases)
    reached = figures(cases, claims)
    if chosen.claims:
        chosen.claims.write_text("".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims), "utf-8")
    print(json.dumps(reached, indent=1))
    pinned: Plain = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"corpus": "", "floors": {}}
    digest = corpus_hash(cases)
    if chosen.lift or chosen.lower:
        same = pinned["corpus"] == digest and not chosen.lower
        floors = raised(reached, pinned["floors"]) if same else reached
        FLOORS.write_text(json.dumps({"corpus": digest, "floors": floors}, indent=1) + "\n", "utf-8")
        return 0
    if pinned["corpus"] != digest:
        print("the floors were pinned for other cases: run with --lower and say why in the commit", file=sys.stderr)
        return 1
    worse = below(reached, pinned["floors"])
    print("\n".join(worse) or "every figure is at or above its floor", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
