"""The instrumented half of the fuzz run; ``benchmarks/fuzz.py`` starts it where atheris is installed.

    python -m benchmarks.fuzz_child FOLDER CORPUS [options of libFuzzer]

An input is one byte that picks the language, then the text as UTF-8. What crashes is kept in FOLDER/crashes, once per
place; what takes long, for its size, in FOLDER/slow. Both are judged by the parent, without the instruments.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
import sys
import time
import traceback
from pathlib import Path
from typing import Any

import atheris  # type: ignore[import-untyped]  # in an environment of its own

with atheris.instrument_imports(include=["tregua.steps.extract"]):
    from tregua.steps.extract import Context, extract, load_pack

from benchmarks.fuzz_mutate import mutate
from benchmarks.quality import document

LEAST = 1000
KEPT = 40


class Target:
    """Reads what the fuzzer sends, and keeps what crashes or is slow."""

    def __init__(self, folder: Path, languages: list[str], texts: list[str]) -> None:
        self.folder = folder
        self.languages = languages
        self.packs = [pack for pack in map(load_pack, languages) if pack is not None]
        self.texts = texts
        self.places: set[str] = set()
        self.slow: list[float] = []
        self.read = dict.fromkeys(languages, 0)
        self.count = 0

    def __call__(self, sent: bytes) -> None:
        if len(sent) < 2:
            return
        chosen = sent[0] % len(self.languages)
        text = sent[1:].decode("utf-8", "replace")
        self.read[self.languages[chosen]] += 1
        started = time.process_time()
        self._try(sent, chosen, text)
        self._judge(sent, (time.process_time() - started) / max(LEAST, len(sent)) * 10_000)
        self.count += 1
        if self.count % 200 == 0:
            (self.folder / "read.json").write_text(json.dumps(self.read), "utf-8")

    def _try(self, sent: bytes, chosen: int, text: str) -> None:
        held = {"id": "fuzz", "language": self.languages[chosen], "text": text, "published": "2016-05-08"}
        try:
            claims, _ = extract(document(held), self.packs[chosen], Context(zone=dt.UTC))
            wrong = [claim for claim in claims if claim.quote != text[slice(*claim.span)]]
            if wrong:
                self._crash(sent, "span", f"a claim's quote is not its span: {wrong[0]}")
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what we look for
            where = traceback.extract_tb(fault.__traceback__)[-1]
            self._crash(
                sent, f"{type(fault).__name__}-{Path(where.filename).stem}-{where.lineno}", traceback.format_exc()
            )

    def _crash(self, sent: bytes, place: str, told: str) -> None:
        if place not in self.places:
            self.places.add(place)
            (self.folder / "crashes" / place).write_bytes(sent)
            (self.folder / "crashes" / f"{place}.txt").write_text(told, "utf-8")

    def _judge(self, sent: bytes, rate: float) -> None:
        if len(self.slow) < KEPT or rate > min(self.slow) * 1.05:
            self.slow = sorted([*self.slow, rate])[-KEPT:]
            name = f"{rate:09.3f}-{hashlib.sha256(sent).hexdigest()[:8]}"
            (self.folder / "slow" / name).write_bytes(sent)
            for old in sorted((self.folder / "slow").iterdir())[:-KEPT]:
                old.unlink()

    def mutate(self, sent: bytes, limit: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if len(sent) < 2 or chance.random() < 0.25:
            made: bytes = atheris.Mutate(sent, limit)
            return made
        first = sent[:1] if chance.random() < 0.9 else bytes([chance.randrange(len(self.languages))])
        return first + mutate(sent[1:].decode("utf-8", "replace"), self.texts, chance, limit - 1).encode()


def main() -> None:
    folder = Path(sys.argv[1])
    held: dict[str, Any] = json.loads((folder / "seeds.json").read_text("utf-8"))
    target = Target(folder, held["languages"], held["texts"])
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target, custom_mutator=target.mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
