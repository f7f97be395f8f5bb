"""Hostile items through intake and reading: nothing may crash, hang, fill the memory or go unexplained.

    python benchmarks/malformed.py [--keep FOLDER] [--slowest N]

Ends with 1 when any bound is broken. The bounds are per item: see ``BOUNDS``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from malformed_inputs import GOOD, malformed  # type: ignore[import-not-found]  # beside this file when it is run

from tregua.backends.bounded import Bounded
from tregua.backends.intake import HEAD, Item, items
from tregua.backends.read_docx import DocxReader
from tregua.backends.read_feed import FeedReader
from tregua.backends.read_html import HtmlReader
from tregua.backends.read_pdf import PdfReader
from tregua.backends.read_records import RecordReader
from tregua.backends.read_text import MarkdownReader, TextReader
from tregua.errors import Problem
from tregua.records.document import Document, Evidence
from tregua.steps.read import read, sniff
from tregua.vocabulary.actors import Source

BOUNDS = {"fewest items": 300, "worst seconds": 10.0, "peak megabytes": 1536.0}


class NoSources:
    """An empty registry."""

    def match(self, _: str) -> Source | None:
        return None

    def by_host(self, _: str) -> Source | None:
        return None

    def get(self, _: str) -> Source | None:
        return None

    def all(self) -> tuple[Source, ...]:
        return ()


@dataclass(slots=True)
class Tally:
    """What came of all items."""

    count: int = 0
    crashes: list[str] = field(default_factory=list)
    seconds: list[tuple[float, str]] = field(default_factory=list)
    unlocated: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    documents: int = 0
    problems: int = 0


def write(folder: Path) -> int:
    """Write every item below FOLDER, good ones in front; return how many are malformed."""
    for name, content in GOOD:
        (folder / name).write_bytes(content)
    count = 0
    for name, content in malformed():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        count += 1
    (folder / "away").symlink_to("/")
    (folder / "itself").symlink_to(folder / "itself")
    return count


def run(folder: Path, reader: Bounded) -> Tally:
    tally = Tally()
    found = items(str(folder))
    while True:
        start = time.monotonic()
        item = next(found, None)
        if item is None:
            return tally
        tally.count += 1
        try:
            documents, problems = take(item, reader)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a crash and is counted
            tally.crashes.append(f"{item.name}: {error!r}")
            continue
        finally:
            tally.seconds.append((time.monotonic() - start, item.name))
        note(tally, item, documents, problems)


def take(item: Item, reader: Bounded) -> tuple[list[Document], list[Problem]]:
    """Do with ITEM what adding and reading do."""
    if item.content is None:
        return [], [item.problem] if item.problem else []
    evidence = Evidence(
        sha256=item.sha256,
        content=item.content,
        name=item.name,
        media_type=sniff(item.name, item.content[:HEAD]),
        retrieved=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    return read(evidence, [reader], NoSources(), dt.UTC)


def note(tally: Tally, item: Item, documents: list[Document], problems: list[Problem]) -> None:
    tally.documents += len(documents)
    tally.problems += len(problems)
    if not documents and not problems:
        tally.silent.append(item.name)
    if documents and (name := Path(item.name).name).startswith("good."):
        tally.read.add(name)
    for document in documents:
        document.text.encode("utf-8")
    tally.unlocated += [str(each) for each in problems if not each.where or not each.message]


def report(tally: Tally, slowest: int) -> bool:
    """Print the figures; tell whether every bound held."""
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    tally.seconds.sort(reverse=True)
    worst, name = tally.seconds[0]
    print(f"items                      {tally.count}")
    print(f"documents, problems        {tally.documents}, {tally.problems}")
    print(f"crashes                    {len(tally.crashes)}")
    print(f"worst seconds              {worst:.1f} ({Path(name).name})")
    print(f"all seconds                {sum(seconds for seconds, _ in tally.seconds):.0f}")
    print(f"peak megabytes             {peak:.0f}")
    print(f"problems without location  {len(tally.unlocated)}")
    print(f"items without an answer    {len(tally.silent)}")
    print(f"good reports read          {len(tally.read)} of {len(GOOD)}")
    for line in (*tally.crashes, *tally.unlocated, *tally.silent):
        print(f"  ! {line}")
    for seconds, each in tally.seconds[:slowest]:
        print(f"  {seconds:6.2f} {each}")
    held = (
        tally.count >= BOUNDS["fewest items"] and worst <= BOUNDS["worst seconds"] and peak <= BOUNDS["peak megabytes"]
    )
    return held and not (tally.crashes or tally.unlocated or tally.silent) and len(tally.read) == len(GOOD)


def main() -> int:
    parser = argparse.ArgumentParser(description="Hostile items through intake and reading.")
    parser.add_argument("--keep", type=Path, help="write the items here and leave them")
    parser.add_argument("--slowest", type=int, default=0, help="print that many of the slowest items")
    chosen = parser.parse_args()
    pages = HtmlReader()
    each = (PdfReader(), DocxReader(), FeedReader(pages), RecordReader(pages), pages, MarkdownReader(), TextReader())
    reader = Bounded(each)
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"malformed items written    {write(folder)}")
        try:
            tally = run(folder, reader)
        finally:
            reader.close()
    return 0 if report(tally, chosen.slowest) else 1


if __name__ == "__main__":
    sys.exit(main())
