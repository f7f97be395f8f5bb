"""How well places are found: place strings of a list of events, in a list of places, against peers.

    python -m benchmarks.places locations.json ged_syria.csv.gz [--misses]

The first file is a list of places as Syrian Archive publishes it (name, name_ar, region, lat, lon), the second UCDP's
events (where_coordinates, where_prec, adm_1, latitude, longitude). Each place string of precision 1 or 2 is looked up
once with its province; an answer is right within 10 km of UCDP's point. ``--misses`` lists answers that are further.
The line "at a point" counts the answers for which ``tregua resolve`` gives a point; the others tell a wider area:
they are of a district or province, of a place listed in another province than the stated one, or of one whose point
the list gives another name too or places in another province.
The Arabic name of each place is then looked up among the English ones of all, and the other way round; right is an
entry of that very name, or one within 10 km. Peers in the same run: the same skeleton, and WRatio of rapidfuzz at 90.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz, process

from tregua.pipeline import choose
from tregua.ports import Match
from tregua.vocabulary.folding import fold
from tregua.vocabulary.listed import Listed, ListedNames, Point, Sought, kilometres
from tregua.vocabulary.place_words import place_words
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.sounds import skeleton

NEAR_ENOUGH = 10.0
WRATIO_LINE = 90

Finder = Callable[[Sought], str | None]
Asked = tuple[Sought, Point]


def listed(path: Path, *languages: str) -> list[Listed]:
    """Return the entries of a list of places by their names in LANGUAGES, ``name`` or ``name_ar``."""
    return [
        Listed(
            id=row["id"],
            names=tuple(row[language] for language in languages if row[language].strip()),
            admin1=row["region"].title(),
            point=(float(row["lat"]), float(row["lon"])),
        )
        for row in json.loads(path.read_text("utf-8"))
        if row["lat"] and row["lon"] and all(row[language].strip() for language in ("name", "name_ar"))
    ]


def asked(path: Path) -> list[Asked]:
    """Return each place string of precision 1 or 2 once for each point, with its province."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["where_prec"] in {"1.0", "2.0"}]
    wanted = {(row["where_coordinates"], row["adm_1"], float(row["latitude"]), float(row["longitude"])) for row in rows}
    return [(Sought(text=text, around=(admin,)), (lat, lon)) for text, admin, lat, lon in sorted(wanted)]


def tregua(entries: Sequence[Listed], exactly: PlacePrecision = PlacePrecision.INTERNATIONAL) -> Finder:
    index = ListedNames(entries, places=True)

    def find(sought: Sought) -> str | None:
        found = index.find(sought)
        match = choose([Match(id=one.entry, name=one.entry, score=one.score, rule=one.rule) for one in found]).match
        return match.id if match and index.precision(sought, found[0]) <= exactly else None

    return find


def at_a_point(entries: Sequence[Listed]) -> Finder:
    return tregua(entries, PlacePrecision.NEAR)


def bare(name: str) -> str:
    return place_words(name.rsplit(":", 1)[-1]).name


def by_skeleton(entries: Sequence[Listed]) -> Finder:
    known: dict[str, set[str]] = {}
    for entry in entries:
        for name in entry.names:
            known.setdefault(skeleton(bare(name)), set()).add(entry.id)

    def find(sought: Sought) -> str | None:
        found = known.get(skeleton(bare(sought.text)), set())
        return next(iter(found)) if len(found) == 1 else None

    return find


def by_ratio(entries: Sequence[Listed]) -> Finder:
    spelled = [(fold(anyascii(bare(name))), entry.id) for entry in entries for name in entry.names]
    texts = [text for text, _ in spelled]

    def find(sought: Sought) -> str | None:
        query = fold(anyascii(bare(sought.text)))
        best = process.extractOne(query, texts, scorer=fuzz.WRatio, score_cutoff=WRATIO_LINE)
        return spelled[best[2]][1] if best else None

    return find


FINDERS = {"Tregua": tregua, "at a point": at_a_point, "skeleton": by_skeleton, "WRatio": by_ratio}


def table(name: str, find: Finder, points: dict[str, Point], queries: Sequence[Asked]) -> list[str]:
    """Print what FIND answers to QUERIES; return the answers that are too far, one line each."""
    began = time.process_time()
    answers = [(sought, point, find(sought)) for sought, point in queries]
    spent = time.process_time() - began
    far = [
        f"{sought.text}  ({', '.join(sought.around)})  found {answer}, {kilometres(points[answer], point):.0f} km off"
        for sought, point, answer in answers
        if answer and kilometres(points[answer], point) > NEAR_ENOUGH
    ]
    known = sum(answer is not None for *_, answer in answers)
    right = (known - len(far)) / max(known, 1)
    print(
        f"  {name:10} answered {known:5} of {len(answers)} ({known / len(answers):.3f})  within 10 km {right:.3f}",
        end="",
    )
    print(f"  {spent:.1f} s", flush=True)
    return far


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", type=Path)
    parser.add_argument("events", type=Path)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args(arguments)
    both = listed(chosen.places, "name", "name_ar")
    points = {entry.id: entry.point for entry in both if entry.point}
    queries = asked(chosen.events)
    print(f"{len(queries)} place strings, {len(both)} places")
    for name, make in FINDERS.items():
        far = table(name, make(both), points, queries)
        if chosen.misses and make in (tregua, at_a_point):
            print("\n".join(far))
    for one, other in (("name_ar", "name"), ("name", "name_ar")):
        print(f"looked up by {one} among {other}")
        pairs = [
            (Sought(text=entry.names[0], around=(entry.admin1,)), entry.point)
            for entry in listed(chosen.places, one)
            if entry.point
        ]
        for name, make in FINDERS.items():
            if make is not at_a_point:
                table(name, make(listed(chosen.places, other)), points, pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
