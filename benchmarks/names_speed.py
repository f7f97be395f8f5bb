"""How fast names are indexed and found, on one core, against 50,000 names.

    python -m benchmarks.names_speed [FILE...]

The names are those of the shipped registry and the lines of FILES (any text; tabs and commas part names), made up to
50,000 with names put together from their words, by seed 5. Exact look-ups are of names as indexed; fuzzy ones of names
with a letter lost, doubled or changed, so that none is found as printed. No look-up comes twice. Garbage is looked for
as seldom as the program does.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import sys
import time
from pathlib import Path

from benchmarks.names import names, registry

from tregua.cli.app import YOUNG
from tregua.vocabulary.name_index import NameIndex, Spelling

WANTED, EXACT, FUZZY, SEED = 50_000, 20_000, 3_000, 5


def gathered(paths: list[Path]) -> list[str]:
    found = {alias.text: None for actor in registry() for alias in names(actor)}
    for path in paths:
        found |= dict.fromkeys(part.strip() for part in re.split(r"[\t,\n]", path.read_text("utf-8")) if part.strip())
    drawn = random.Random(SEED)
    words = sorted({word for text in found for word in text.split()})
    while len(found) < WANTED:
        found[" ".join(drawn.sample(words, drawn.choice((2, 2, 3))))] = None
    return list(found)[:WANTED]


def misspelt(text: str, drawn: random.Random) -> str:
    at = drawn.randrange(len(text))
    return text[:at] + drawn.choice(("", text[at] * 2, "e", "a")) + text[at + 1 :]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    gc.set_threshold(YOUNG)
    texts = gathered(parser.parse_args(arguments).files)
    drawn = random.Random(SEED)
    exact = drawn.sample(texts, EXACT)
    fuzzy = [misspelt(text, drawn) for text in drawn.sample(texts, FUZZY)]
    began = time.process_time()
    index = NameIndex(Spelling(str(at), text) for at, text in enumerate(texts))
    built = time.process_time()
    for text in exact:
        index.match(text)
    looked = time.process_time()
    index.match(fuzzy[0])
    parted = time.process_time()
    found = sum(bool(index.match(text)) for text in fuzzy[1:])
    ended = time.process_time()
    print(f"{len(texts)} names: listed in {built - began:.2f} s, taken apart at the first fuzzy look-up in "
          f"{parted - looked:.2f} s")  # fmt: skip
    print(f"exact {EXACT / (looked - built):,.0f} a second; fuzzy {(FUZZY - 1) / (ended - parted):,.0f} a second, "
          f"{found} of {FUZZY - 1} found")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
