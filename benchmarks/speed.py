"""What a document, a claim and an incident cost, each beside a peer measured in the same run.

    python benchmarks/speed.py [CASE]

Peers: bare trafilatura for reading pages; dateparser's ``search_dates``, the usual way to find dates in news, for
reading claims; a bare SQLite insert of the same bytes, as durable, for the ledger. Ratios are what to compare; seconds
depend on the machine. Each figure is the median of three rounds after one that is not counted.
"""

from __future__ import annotations

import contextlib
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import trafilatura
from dateparser.search import search_dates

from tregua.backends.ledger import Ledger
from tregua.backends.read_html import HtmlReader
from tregua.pipeline import Setup, derive
from tregua.records.document import Document, Evidence
from tregua.steps.assess import assess
from tregua.steps.extract import Context, extract, load_pack
from tregua.steps.link import Linker
from tregua.wiring import open_case
from tregua.wiring.adding import add_reports

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "syria-2016"
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of WORK."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def row(what: str, unit: str, count: int, ours: float, peer: str = "", theirs: float = 0.0) -> None:
    """Print one line: cost per unit, and the ratio to the peer."""
    each = f"{ours / max(count, 1) * 1000:9.2f} ms per {unit}"
    beside = f"  {ours / theirs:6.2f} x {peer} ({theirs / max(count, 1) * 1000:.2f} ms)" if theirs else ""
    print(f"{what:22} {count:6} {each}{beside}")


def reading(evidence: list[Evidence]) -> None:
    pages = [item for item in evidence if item.media_type == "text/html"]
    reader = HtmlReader()
    ours = seconds(lambda: [reader.read(item) for item in pages])
    theirs = seconds(lambda: [trafilatura.extract(item.content, with_metadata=True) for item in pages])
    row("read pages", "page", len(pages), ours, "trafilatura alone", theirs)


def extracting(documents: list[Document]) -> int:
    pack = load_pack("en")
    if pack is None:
        raise SystemExit("the English pack is missing")
    context = Context(zone=ZoneInfo("Asia/Damascus"))
    claims = sum(len(extract(document, pack, context)[0]) for document in documents)
    ours = seconds(lambda: [extract(document, pack, context) for document in documents])
    theirs = seconds(lambda: [search_dates(document.text, languages=["en"]) for document in documents])
    row("extract", "document", len(documents), ours, "dateparser.search_dates", theirs)
    row("extract", "claim", claims, ours)
    return claims


def concluding(setup: Setup) -> None:
    book = derive(setup).book
    documents = {document.id: document for document in book.documents}
    sources = setup.registries.sources
    ours = seconds(lambda: Linker(sources).link(book.claims, documents, ()))
    row("link", "claim", len(book.claims), ours)
    moment = max(document.published.at for document in book.documents if document.published)
    ours = seconds(lambda: assess(book.incidents, book.claims, setup.truces, setup.registries, moment))
    row("assess", "incident", len(book.incidents), ours)
    row("run, nothing new", "document", len(documents), seconds(lambda: derive(setup)))


def keeping(evidence: list[Evidence]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        number = iter(range(1_000))

        def ours() -> None:
            with open_ledger(Path(folder) / f"a{next(number)}.db") as ledger:
                for item in evidence:
                    ledger.add_evidence(item)

        def theirs() -> None:
            with contextlib.closing(sqlite3.connect(Path(folder) / f"b{next(number)}.db")) as bare:
                bare.execute("pragma journal_mode=wal")
                bare.execute("pragma synchronous=full")
                bare.execute("create table item (sha256 text primary key, content blob)")
                for item in evidence:
                    with bare:
                        bare.execute("insert into item values (?, ?)", (item.sha256, item.content))

        row("keep in the ledger", "item", len(evidence), seconds(ours), "bare SQLite", seconds(theirs))


def open_ledger(path: Path) -> Ledger:
    from tregua.backends.clock import SystemClock  # noqa: PLC0415 - only here

    return Ledger(path, SystemClock())


def main() -> int:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        case.mkdir()
        for name in ("case.yaml", "actors.yaml", "sources.yaml", "places.yaml", "reports", "truces"):
            if (source / name).exists():
                (case / name).symlink_to((source / name).resolve())
        with open_case(case) as opened:
            add_reports(opened)
            book = derive(opened.setup).book
            evidence = list(opened.ledger.evidence())
            reading(evidence)
            extracting(list(book.documents))
            concluding(opened.setup)
            keeping(evidence)
    return 0


if __name__ == "__main__":
    sys.exit(main())
