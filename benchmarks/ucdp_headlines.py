"""Headlines of one event put together: UCDP's own judgement of which reports tell of one event is the truth.

    python -m benchmarks.ucdp_headlines GED.csv[.gz] --truce ID [--year YEAR] [--claims FILE] [--clusters FILE]

Each headline that UCDP gives for an event is a document of its day and office, read, resolved and linked as a case is.
One that several events cite tells of several and is left out. Scored are the documents of which a claim of an act was
read; two belong together when UCDP cites both for one event. Beside ours stand the same claims joined by exact day,
place and act, and documents left alone. ``--claims`` writes the claims as JSON lines for another linker, ``--clusters``
reads its answer: a line ``{"id": claim, "cluster": name}`` each.

The dataset is not part of this project; it is UCDP's, CC BY 4.0 (Sundberg and Melander 2013). The script never fails.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from benchmarks.ucdp_findings import rows

from tregua import pipeline, wiring
from tregua.pipeline import Book
from tregua.records.claim import Claim, Happening

CITED = re.compile(r'"([^"]+)"')
PARTS = re.compile(r"(.*?),(\d{4}-\d\d-\d\d),(.*)", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2}")
Headline = tuple[str, str, str]
"""Office, day and words."""
Grouping = Mapping[str, set[str]]
"""The groups that each document is in."""


def headlines(path: Path, year: str = "") -> dict[Headline, set[str]]:
    """Return the headlines of the file at PATH, of YEAR alone if one is given, with the events that cite them."""
    found: defaultdict[Headline, set[str]] = defaultdict(set)
    for row in rows(path):
        if not row["date_start"].startswith(year):
            continue
        for item in CITED.findall(row["source_article"] or ""):
            match = PARTS.fullmatch(item)
            if match and LETTERS.search(match[3]):
                found[match[1].strip(), match[2], match[3].strip()].add(row["id"])
    return found


def read_case(found: Iterable[Headline], truce: str) -> tuple[Book, dict[str, Headline], float]:
    """Return what a case makes of the headlines FOUND, the headline of each document, and how long it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "case"
        wiring.create_case(folder, truce)
        told = {f"h-{number}": headline for number, headline in enumerate(sorted(found))}
        lines = (
            json.dumps({"id": key, "publisher": office, "published": day, "text": words, "language": "en"})
            for key, (office, day, words) in told.items()
        )
        (folder / "reports" / "headlines.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        with wiring.open_case(folder) as case:
            wiring.add_reports(case)
            began = time.process_time()
            book = pipeline.derive(case.setup).book
            return book, told, time.process_time() - began


def acts(book: Book) -> dict[str, Claim]:
    """Return the claims of BOOK that tell of an act, by id."""
    return {claim.id: claim for claim in book.claims if isinstance(claim.slots, Happening)}


def ours(book: Book) -> dict[str, str]:
    return {claim: incident.id for incident in book.incidents for claim in incident.claims}


def exactly(book: Book) -> dict[str, str]:
    """Put claims together that have the day, the first place and the act in common; a claim without any stays alone."""
    published = {each.id: each.published.at.date() for each in book.documents if each.published}
    found = {}
    for key, claim in acts(book).items():
        slots = claim.slots
        assert isinstance(slots, Happening)
        day = slots.time.start.date() if slots.time and slots.time.start else published.get(claim.document)
        place = next((each.id or each.text.casefold() for each in slots.places), "")
        found[key] = f"{day} {place} {slots.act}" if day and place else key
    return found


def by_document(clusters: Mapping[str, str], claims: Mapping[str, Claim]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim, cluster in clusters.items():
        found[claims[claim].document].add(cluster)
    return found


def pairs(groups: Grouping) -> set[tuple[str, str]]:
    """Return the documents that are together in a group, two by two."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for document, names in groups.items():
        for name in names:
            members[name].append(document)
    return {pair for each in members.values() for pair in combinations(sorted(each), 2)}


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(truth: Grouping, answer: Grouping) -> tuple[float, ...]:
    """Return precision, recall and F of pairs, and the same by B cubed, where a document can be in several groups."""
    right, given = pairs(truth), pairs(answer)
    shared = len(right & given)
    pair = shared / len(given) if given else 1.0, shared / len(right) if right else 1.0
    cubed = _cubed(answer, truth, truth), _cubed(truth, answer, truth)
    return (*pair, harmonic(*pair), *cubed, harmonic(*cubed))


def _cubed(looked: Grouping, held: Grouping, documents: Iterable[str]) -> float:
    """Return, over DOCUMENTS, how many of those that LOOKED puts beside one are beside it in HELD, itself included."""
    beside = {"looked": _beside(looked), "held": _beside(held)}
    shares = []
    for document in documents:
        mine = beside["looked"].get(document, {document})
        shares.append(len(mine & beside["held"].get(document, {document})) / len(mine))
    return sum(shares) / len(shares)


def _beside(groups: Grouping) -> dict[str, set[str]]:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for document, names in groups.items():
        for name in names:
            members[name].add(document)
    return {document: set().union(*(members[name] for name in names)) for document, names in groups.items()}


def plain(book: Book) -> Iterator[dict[str, object]]:
    """Give each claim as a flat record, as another linker takes it."""
    published = {each.id: each.published.at.date() for each in book.documents if each.published}
    for key, claim in acts(book).items():
        slots = claim.slots
        assert isinstance(slots, Happening)
        place = next(iter(slots.places), None)
        known = book.places.get(place.id) if place else None
        start = slots.time.start.date() if slots.time and slots.time.start else published.get(claim.document)
        yield {
            "id": key,
            "day": start.isoformat() if start else None,
            "place": (place.id or place.text.casefold()) if place else None,
            "province": (known.province or known.id) if known else None,
            "lat": known.lat if known else None,
            "lon": known.lon if known else None,
            "act": slots.act.value,
            "actor": next((each.id or each.text for each in slots.actors), None),
            "target": next((each.id or each.text for each in slots.targets), None),
            "killed": slots.killed.best if slots.killed else None,
            "injured": slots.injured.best if slots.injured else None,
        }


def answers(book: Book, other: Path | None) -> dict[str, Callable[[], dict[str, str]]]:
    """Return the ways of putting claims together by name."""
    found: dict[str, Callable[[], dict[str, str]]] = {
        "each alone": lambda: {key: key for key in acts(book)},
        "same day, place and act": lambda: exactly(book),
        "tregua": lambda: ours(book),
    }
    if other is not None:
        rows = [json.loads(line) for line in other.read_text("utf-8").splitlines()]
        found["other"] = lambda: {row["id"]: str(row["cluster"]) for row in rows}
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Put headlines of one event together, and see how well.")
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--truce", required=True, help="which region: the id of a truce there")
    parser.add_argument("--year", default="", help="only events of one year")
    parser.add_argument("--claims", type=Path, help="write the claims there")
    parser.add_argument("--clusters", type=Path, help="read another linker's clusters from there")
    asked = parser.parse_args()
    cited = headlines(asked.dataset, asked.year)
    alone = {headline: next(iter(events)) for headline, events in cited.items() if len(events) == 1}
    book, told, seconds = read_case(alone, asked.truce)
    claims = acts(book)
    if asked.claims:
        asked.claims.write_text("".join(json.dumps(row) + "\n" for row in plain(book)), "utf-8")
    speaking = {claim.document for claim in claims.values()}
    event = {document.id: alone[told[document.id]] for document in book.documents if document.id in told}
    truth = {document: {event[document]} for document in speaking}
    several = Counter(alone.values())
    print(f"{len(cited)} headlines, {len(alone)} of one event each; {len(book.documents)} documents, "
          f"{seconds:.0f} s of processor time")  # fmt: skip
    both = sum(several[event[document]] > 1 for document in event)
    heard = sum(several[event[document]] > 1 for document in speaking)
    print(f"a claim of an act in {len(speaking)} of {len(event)}, in {heard} of {both} of events with two or more")
    print(f"{len(pairs({key: {name} for key, name in event.items()}))} pairs of one event, "
          f"{len(pairs(truth))} of them with claims on both sides")  # fmt: skip
    print(f"{'':26}{'pair P':>8}{'R':>7}{'F':>7}{'B3 P':>9}{'R':>7}{'F':>7}")
    for name, answer in answers(book, asked.clusters).items():
        figures = scores(truth, by_document(answer(), claims))
        print(
            f"{name:26}{figures[0]:8.3f}{figures[1]:7.3f}{figures[2]:7.3f}{figures[3]:9.3f}{figures[4]:7.3f}{figures[5]:7.3f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
