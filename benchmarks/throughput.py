"""How many sentences a second are read, how long a start takes, what a second process and 100,000 documents cost.

    python benchmarks/throughput.py [--documents N] [sentences] [pages] [starts] [processes] [memory]

Without a part named, all are measured. Sentences a second and pages are processor time of one core, of each document
the best of several rounds, so that what else the machine does counts little, and garbage is looked for as seldom as
the program does; the start and the processes are told by the clock and want a quiet machine. The memory is measured
over N small documents, 100,000 if not given. Pages are the example's as they are, and then in the frame of a news site
(``framed.py``). Peers in the same run, measured likewise: trafilatura alone on the same pages, as it comes and told to
make do with its first answer; dateparser's ``search_dates`` on the same texts. PETRARCH2 does not run beside them: it
needs parses made by another program, and is not packaged.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import trafilatura
from dateparser.search import search_dates
from framed import framed  # type: ignore[import-not-found]  # beside this file when it is run

from tregua.backends.read_html import HtmlReader
from tregua.cli.app import YOUNG
from tregua.records.document import Document, Evidence
from tregua.steps.extract import Context, LanguagePack, extract, load_pack
from tregua.steps.extract.document import text_parts
from tregua.steps.extract.text import read_text

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
PAGES = ROOT / "examples" / "syria-2016" / "reports"
CONTEXT = Context(zone=ZoneInfo("UTC"))
ROUNDS = 7
PARTS = ("sentences", "pages", "starts", "processes", "memory")
ItemT = TypeVar("ItemT")
TREGUA = [sys.executable, "-c", "from tregua.cli import main; main()"]


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the shortest time of WORK by the clock, one round before not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def best_of_each(work: Callable[[ItemT], object], items: Sequence[ItemT], rounds: int = ROUNDS) -> float:
    """Return the processor time of WORK on all ITEMS, of each the shortest, the first round among them."""
    shortest = [math.inf] * len(items)
    for _ in range(rounds + 1):
        gc.collect()
        for at, item in enumerate(items):
            start = time.process_time()
            work(item)
            shortest[at] = min(shortest[at], time.process_time() - start)
    return sum(shortest)


def cases() -> dict[str, list[Document]]:
    """Return the documents of the cases by language."""
    found: dict[str, list[Document]] = defaultdict(list)
    for path in sorted(CASES.rglob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        found[case["language"]].append(
            Document(id=case["id"], evidence="", language=case["language"], text=case["text"])
        )
    return found


def sentences() -> None:
    """Print how many sentences a second are read in each language, and how many have their dates found by a peer."""
    for language, documents in sorted(cases().items(), key=lambda item: -len(item[1])):
        pack = load_pack(language)
        print(f"{language}  no language pack" if pack is None else read_by(pack, documents), flush=True)


def read_by(pack: LanguagePack, documents: Sequence[Document]) -> str:
    """Return how many sentences of DOCUMENTS are read a second, and how many a peer looks at, as a line."""
    texts = [document.text for document in documents]
    count = sum(len(read_text(text, pack, text_parts(text, pack)).sentences) for text in texts)
    ours = count / best_of_each(lambda document: extract(document, pack, CONTEXT), documents)
    theirs = count / best_of_each(lambda text: search_dates(text, languages=[pack.language]), texts, rounds=1)
    return (
        f"{pack.language}  {count:5} sentences  {ours:6.0f} a second, text to claims; "
        f"dateparser.search_dates, dates only: {theirs:6.0f}"
    )


def pages() -> None:
    """Print what a page costs from its bytes to its claims, beside trafilatura alone; bare, and framed as sites do."""
    bare = {path.name: path.read_bytes() for path in sorted(PAGES.glob("*.html"))}
    page_cost("bare", bare)
    page_cost("framed", {name: framed(content, name) for name, content in bare.items()})


def page_cost(called: str, contents: dict[str, bytes]) -> None:
    """Print what the pages of CONTENTS, by name, cost, and how heavy they are; they are CALLED so."""
    evidence = [
        Evidence(
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            name=name,
            media_type="text/html",
            retrieved=dt.datetime.now(dt.UTC),
        )
        for name, content in contents.items()
    ]
    reader, pack = HtmlReader(), load_pack("en")
    if pack is None:
        raise SystemExit("the English pack is missing")

    def ours(item: Evidence) -> None:
        for document in reader.read(item)[0]:
            extract(document, pack, CONTEXT)

    whole = best_of_each(ours, evidence)
    read = best_of_each(reader.read, evidence)
    peer = best_of_each(lambda item: trafilatura.extract(item.content, with_metadata=True), evidence)
    once = best_of_each(lambda item: trafilatura.extract(item.content, with_metadata=True, fast=True), evidence)
    each = 1000 / max(len(evidence), 1)
    weight = sum(map(len, contents.values())) / max(len(contents), 1) / 1000
    print(f"page to claims  {len(evidence)} pages, {called}, {weight:.0f} kB each  {whole * each:.2f} ms a page,"
          f" {read * each:.2f} of it reading; {whole / peer:.2f} x trafilatura alone ({peer * each:.2f} ms),"
          f" {whole / once:.2f} x its fast way ({once * each:.2f} ms)", flush=True)  # fmt: skip


def started(folder: Path, *words: str) -> None:
    """Run the program with WORDS, its modules compiled and its packs parsed in FOLDER, as after a first start."""
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder), "XDG_CACHE_HOME": str(folder)}
    subprocess.run([*TREGUA, *words], check=True, capture_output=True, env={**os.environ, **kept})


def starts(folder: Path) -> None:
    """Print how long the program takes to start, and to read one document."""
    one = folder / "one.jsonl"
    write(one, 1)
    for words in (("--version",), ("extract", str(one))):
        print(f"tregua {words[0]:10} {best(partial(started, folder, *words), 5):.2f} s")


def write(path: Path, count: int) -> None:
    """Write COUNT documents of the English cases to PATH, one a line, over and over."""
    texts = islice(cycle(cases()["en"]), count)
    lines = ({"id": f"d{n}", "language": "en", "published": "2016-05-06", "text": each.text}
             for n, each in enumerate(texts))  # fmt: skip
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)


def processes(folder: Path) -> None:
    """Print how much faster two processes read than one, and whether they write the same bytes."""
    documents = folder / "many.jsonl"
    write(documents, 2_000)
    written, times = [], []
    for jobs in ("1", "2"):
        output = folder / f"claims-{jobs}.jsonl"
        words = ("extract", str(documents), "--jobs", jobs, "-o", str(output))
        times.append(best(partial(started, folder, *words), 2))
        written.append(output.read_bytes())
    same = "the same bytes" if written[0] == written[1] else "OTHER BYTES"
    print(f"2 processes  {times[0] / times[1]:.2f} x one ({times[0]:.1f} s, {times[1]:.1f} s), {same}")


def memory(folder: Path, count: int) -> None:
    """Print the most memory that all processes together hold while they read COUNT small documents."""
    documents = folder / "small.jsonl"
    with documents.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = f"The army recorded {number % 97 + 2} breaches of the truce in Idlib on Friday. Rebels shelled Homs."
            file.write(json.dumps({"id": f"d{number}", "language": "en", "text": text}) + "\n")
    words = ["extract", str(documents), "--jobs", "2", "-o", str(folder / "small-claims.jsonl")]
    running = subprocess.Popen([*TREGUA, *words], stderr=subprocess.DEVNULL)
    most = 0
    while running.poll() is None:
        most = max(most, sum(map(held, family(running.pid))))
        time.sleep(0.5)
    print(f"{count} documents  {most / 1024:.0f} MB at most, all processes together")


def family(process: int) -> Iterator[int]:
    """Give PROCESS and those it has started."""
    yield process
    try:
        started_by_it = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for each in started_by_it:
        yield from family(int(each))


def held(process: int) -> int:
    """Return the kilobytes that PROCESS holds, what it shares with others divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print everything, or the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked = parser.parse_args(arguments)
    if unknown := set(asked.parts).difference(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    gc.set_threshold(YOUNG)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured: dict[str, Callable[[], None]] = {
            "sentences": sentences,
            "pages": pages,
            "starts": partial(starts, folder),
            "processes": partial(processes, folder),
            "memory": partial(memory, folder, asked.documents),
        }
        for part in asked.parts or PARTS:
            measured[part]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
