"""How well a romanised name is found for one in Arabic letters, among 1,000 others.

    python -m benchmarks.romanised ar2en.txt [--half tune|test] [--sample N]

The file has a pair a line, Arabic and Latin parted by a tab (github.com/google/transliteration, ``ar2en.txt``). Pairs
are shuffled with seed 4 and cut in two: the table of letters was looked at with the half ``tune``; the figure is that
of the other. For each of the first N pairs the right name stands among 1,000 others drawn at random from its half; it
is right when it alone is the nearest. Peers in the same run: Jaro-Winkler and WRatio of rapidfuzz on the anyascii
letters, and rapidfuzz on the consonants alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from tregua.vocabulary.folding import fold
from tregua.vocabulary.letters import apart
from tregua.vocabulary.sounds import skeleton

SEED, OTHERS = 4, 1000

Pair = tuple[str, str]
Near = Callable[[str, str], float]


def halves(path: Path) -> dict[str, list[Pair]]:
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    pairs = [(joined(parts[0]), joined(parts[1])) for parts in lines if len(parts) == 2]
    random.Random(SEED).shuffle(pairs)
    middle = len(pairs) // 2
    return {"tune": pairs[:middle], "test": pairs[middle:]}


def joined(text: str) -> str:
    return fold(text).replace(" ", "")


def by_letters(arabic: str, latin: str) -> float:
    """How near the two are, with the article, which is often left out, and without."""
    without = arabic[2:] if arabic.startswith("ال") and len(arabic) > 4 else arabic
    return 1 - min(apart(arabic, latin), apart(without, latin))


def by_consonants(arabic: str, latin: str) -> float:
    return fuzz.ratio(skeleton(arabic), skeleton(latin))


PEERS: dict[str, Near] = {
    "WRatio": lambda arabic, latin: fuzz.WRatio(anyascii(arabic), latin),
    "Jaro-Winkler": lambda arabic, latin: JaroWinkler.similarity(anyascii(arabic), latin),
    "consonants": by_consonants,
}


def first(pairs: Sequence[Pair], sample: int, near: Near) -> float:
    """The share of SAMPLE pairs whose right name alone is nearest."""
    drawn = random.Random(SEED)
    latins = [latin for _, latin in pairs]
    right = 0
    for arabic, latin in pairs[:sample]:
        others = [other for other in drawn.choices(latins, k=OTHERS) if other != latin]
        mine = near(arabic, latin)
        right += all(near(arabic, other) < mine for other in others)
    return right / sample


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", choices=("tune", "test"), default="test")
    parser.add_argument("--sample", type=int, default=1000)
    chosen = parser.parse_args(arguments)
    pairs = halves(chosen.file)[chosen.half]
    print(f"{len(pairs)} pairs in the half '{chosen.half}', {chosen.sample} looked up among {OTHERS} others each")
    for name, near in ({"Tregua": by_letters} | PEERS).items():
        began = time.process_time()
        share = first(pairs, chosen.sample, near)
        print(f"  {name:14} first {share:.3f}  {time.process_time() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
