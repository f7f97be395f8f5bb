"""The quality gate of extraction: figures by language and part, against pinned floors.

    python -m benchmarks.quality              print the tables; fail when a figure is below its floor
    python -m benchmarks.quality --json       the same figures as JSON
    python -m benchmarks.quality --raise      raise the floors to what is reached now
    python -m benchmarks.quality --lower      set the floors to what is reached now, even where that is less
    python -m benchmarks.quality --claims F   write the claims of the tuned cases to F, one JSON object a line
    python -m benchmarks.quality --errors     list what the tuned cases miss and what they have too much

A third of the cases, chosen by a hash of the id, is set aside: scored, and never shown (``tests/cases/README.md``).
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

from benchmarks.quality_score import NEVER, by_case, errors, score
from benchmarks.quality_table import tables

from tregua.records.document import Document, Published
from tregua.steps.extract import Context, extract, load_pack
from tregua.steps.extract.exchange import to_exchange
from tregua.vocabulary.stances import Basis

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "cases"
FLOORS = HERE / "quality_floors.json"
SIX = ("ar", "ru", "uk", "fr", "es", "pt")

Plain = dict[str, Any]
Figures = dict[str, dict[str, float]]


def load_cases() -> list[Plain]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(CASES.rglob("*.json"))]


def origin(case: Plain) -> str:
    """Where the case is from: " own" (``tests/cases/own``), " retold" (``tests/cases/retold``), else nothing."""
    return next((f" {folder}" for folder in ("own", "retold") if str(case["id"]).startswith(folder)), "")


def is_aside(case: Plain) -> bool:
    """Whether the case is set aside: scored, and looked at by nobody who tunes the reader."""
    return int(hashlib.sha256(str(case["id"]).encode()).hexdigest(), 16) % 3 == 0


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


def readable(cases: list[Plain]) -> list[Plain]:
    """The cases whose language has a pack."""
    return [case for case in cases if load_pack(case["language"]) is not None]


def scopes(cases: list[Plain]) -> dict[str, list[Plain]]:
    """The groups of cases that are scored: each language, the six together and all, by origin and part."""
    languages = sorted({case["language"] for case in cases})
    groups = [(language, (language,)) for language in languages] + [("six", SIX), ("all", tuple(languages))]
    found: dict[str, list[Plain]] = {}
    for name, spoken in groups:
        for source in ("", " own", " retold"):
            for part, aside in (("tuned", False), ("aside", True)):
                chosen = [c for c in cases if c["language"] in spoken and origin(c) == source and is_aside(c) == aside]
                if chosen:
                    found[f"{name}{source} {part}"] = chosen
    return found


def figures(cases: list[Plain], claims: list[Plain]) -> Figures:
    made = by_case(claims)
    return {
        name: {"cases": len(chosen)} | score(chosen, [claim for case in chosen for claim in made[str(case["id"])]])
        for name, chosen in scopes(readable(cases)).items()
    }


def lasting(reached: Figures) -> Figures:
    """The figures that can be pinned: not those of a group that grows whenever a language gets its pack."""
    whole = all(load_pack(language) is not None for language in SIX)
    groups = {"all"} if whole else {"all", "six"}
    return {scope: found for scope, found in reached.items() if scope.split()[0] not in groups}


def below(reached: Figures, floors: Figures) -> list[str]:
    """What is worse than its floor, one line each."""
    worse = []
    for scope, pinned in floors.items():
        for name, floor in pinned.items():
            value = reached.get(scope, {}).get(name, 0.0)
            if (value > floor) if name in NEVER else (value < floor):
                worse.append(f"{scope} {name}: {value}, the floor is {floor}")
    return worse


def raised(reached: Figures, floors: Figures) -> Figures:
    """The better of REACHED and FLOORS, figure by figure."""
    return {
        scope: {
            name: (min if name in NEVER else max)(value, floors.get(scope, {}).get(name, value))
            for name, value in found.items()
        }
        for scope, found in reached.items()
    }


def main(arguments: list[str] | None = None) -> int:
    chosen = _parser().parse_args(arguments)
    cases = load_cases()
    claims = read(cases)
    reached = figures(cases, claims)
    tuned = {str(case["id"]): case for case in readable(cases) if not is_aside(case)}
    if chosen.claims:
        shown = (json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims if claim["document"] in tuned)
        chosen.claims.write_text("".join(shown), "utf-8")
    if chosen.errors:
        made = by_case(claims)
        print("\n".join(line for name, case in tuned.items() for line in errors(case, made[name])))
    digest = corpus_hash(cases)
    print(json.dumps({"corpus": digest, "figures": reached}, indent=1) if chosen.json else tables(reached, digest))
    if chosen.lift or chosen.lower:
        return _pin(reached, digest, lower=chosen.lower)
    return _judge(reached, digest)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--errors", action="store_true")
    return parser


def _pinned() -> Plain:
    held: Plain = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"corpus": "", "floors": {}}
    return held


def _pin(reached: Figures, digest: str, *, lower: bool) -> int:
    pinned = _pinned()
    same = pinned["corpus"] == digest and not lower
    floors = raised(lasting(reached), pinned["floors"]) if same else lasting(reached)
    FLOORS.write_text(json.dumps({"corpus": digest, "floors": floors}, indent=1) + "\n", "utf-8")
    return 0


def _judge(reached: Figures, digest: str) -> int:
    pinned = _pinned()
    if pinned["corpus"] != digest:
        print("the floors were pinned for other cases: run with --lower and say why in the commit", file=sys.stderr)
        return 1
    worse = below(reached, pinned["floors"])
    print("\n".join(worse) or "every figure is at or above its floor", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
