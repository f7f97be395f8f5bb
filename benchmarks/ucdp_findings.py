"""Events of UCDP's georeferenced dataset ruled under truces that ship: a table by month and finding.

    python benchmarks/ucdp_findings.py GED.csv[.gz] [--truce ID ...] [--show FINDING]

UCDP names the two sides of an event and not which of them attacked. Each event is therefore ruled twice, as an attack
of either side on the other: where the two findings are the same it is that finding, a breach by one of the two; where
they differ the table says that it depends on who attacked. One-sided violence has one attacker, its first side, and
civilians as its target. The tables are Markdown, as they stand in ``docs/guides/rule-a-dataset.md``. The dataset is not
part of this project; it is UCDP's, CC BY 4.0 (Sundberg and Melander 2013).
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import gzip
import io
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tregua.wiring import Assessment, assess_file

SYRIA = ("syria-coh-2016", "syria-regime-of-calm-2016", "syria-2016-09", "syria-2016-12")
NEITHER, DEPENDS = "no breach", "who attacked"
COLUMNS = ("breach", "permitted", "outside", NEITHER, DEPENDS, "undetermined")
LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
ONE_SIDED = "3"
UNIT = 3
"""From this where_prec on, UCDP's point stands for a district or more."""

Row = Mapping[str, str]


def rows(path: Path) -> Iterator[Row]:
    """Give the events of the file at PATH."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    for row in csv.DictReader(io.StringIO(text, newline="")):
        if row["id"][:1].isdigit():  # a line of tags below the headings is no event
            yield row


def incidents(row: Row) -> Iterator[dict[str, object]]:
    """Give ROW as an attack of its first side on its second, and of its second on its first; of one on civilians."""
    sides = [each.split(", ") for each in (row["side_a"], row["side_b"])]
    exact = float(row["where_prec"]) < UNIT
    place = {
        "name": row["where_coordinates"],
        "admin1": row["adm_1"],
        "country": row["country"],
        "precision": row["where_prec"].split(".")[0],
        "lat": float(row["latitude"]) if exact else None,
        "lon": float(row["longitude"]) if exact else None,
    }
    start, end = (dt.date.fromisoformat(row[slot][:10]) for slot in ("date_start", "date_end"))
    one_sided = row["type_of_violence"][:1] == ONE_SIDED
    ways = ((0, 1),) if one_sided else ((0, 1), (1, 0))
    for actor, target in ways:
        yield {
            "id": f"{row['id'].split('.')[0]}-{actor}",
            "act": "attack",
            "actor": sides[actor],
            "target": None if one_sided else sides[target],
            "target_kind": "civilians" if one_sided else None,
            "start": start.isoformat(),
            "end": (end + dt.timedelta(days=1)).isoformat(),
            "place": place,
        }


def ruled(
    events: Iterable[Row], truces: Iterable[str]
) -> Iterator[tuple[str, str, dict[str, list[dict[str, object]]]]]:
    """Give (truce, month, findings by event) for EVENTS under each of TRUCES."""
    kept = list(events)
    months = {row["id"].split(".")[0]: row["date_start"][:7] for row in kept}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "incidents.jsonl")
        path.write_text("".join(json.dumps(each) + "\n" for row in kept for each in incidents(row)), encoding="utf-8")
        for truce in truces:
            found: dict[str, list[dict[str, object]]] = defaultdict(list)
            for part, _ in assess_file(Assessment(path=path, truces=(truce,), as_of=LATER, every=True), 2):
                for line in part.text.splitlines():
                    finding = json.loads(line)
                    found[finding["incident"].rsplit("-", 1)[0]].append(finding)
            by_month: dict[str, dict[str, list[dict[str, object]]]] = defaultdict(dict)
            for event, findings in found.items():
                by_month[months[event]][event] = findings
            for month, findings_of in sorted(by_month.items()):
                yield truce, month, findings_of


def answer(findings: Iterable[Mapping[str, object]]) -> str:
    """Return the finding that holds whichever side attacked; else that neither was a breach, or that it depends."""
    said = {str(each["finding"]) for each in findings}
    if len(said) == 1:
        return said.pop()
    return NEITHER if said == {"outside", "permitted"} else DEPENDS


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="UCDP events ruled under truces that ship.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--truce", action="append", help="id of a truce; the four Syrian ones of 2016 if not given")
    parser.add_argument("--show", help="print the events with this finding, and why, instead of the tables")
    asked = parser.parse_args()
    events = list(rows(asked.file))
    titles = {row["id"].split(".")[0]: row for row in events}
    last = ""
    for truce, month, found in ruled(events, asked.truce or SYRIA):
        counts = Counter(answer(each) for each in found.values())
        if asked.show:
            for event, findings in found.items():
                if answer(findings) == asked.show:
                    row = titles[event]
                    print(
                        truce,
                        event,
                        row["date_start"],
                        row["side_a"],
                        "/",
                        row["side_b"],
                        "at",
                        row["where_coordinates"],
                    )
                    for each in findings:
                        print(f"    {each['finding']} {each['clauses']}: {str(each['reason'])[:300]}")
            continue
        if truce != last:
            print(f"\n`{truce}`\n\n| month | {' | '.join(COLUMNS)} |\n|{'---|' * (len(COLUMNS) + 1)}", flush=True)
            last = truce
        if set(counts) - {"outside"}:
            print(f"| {month} | {' | '.join(f'{counts[each]:,}' for each in COLUMNS)} |", flush=True)


if __name__ == "__main__":
    main()
