"""How long the books of a year take: 14 provinces, 3 origins, daily counts, splits and weekly totals, some wrong.

    python -m benchmarks.reconcile

It ends with 1 when the sums take longer than 20 seconds or a planted contradiction is missed.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tregua import wiring

ORIGINS, AREAS, DAYS = 3, 14, 365
WRONG = 97
LIMIT = 20.0
BEGIN = dt.date(2016, 1, 1)
Row = tuple[str, str, int, dt.date, dt.date, str]


def rows(origin: str, chance: random.Random) -> Iterator[Row]:
    """Give a year of counts of ORIGIN; the total of one day in WRONG is two too many."""
    sums = [0] * AREAS
    for number in range(DAYS):
        day = BEGIN + dt.timedelta(number)
        shares = [chance.randint(0, 9) for _ in range(AREAS)]
        sums = [total + share for total, share in zip(sums, shares, strict=True)]
        off = 2 if number % WRONG == WRONG // 2 else 0
        yield origin, "", sum(shares) + off, day, day, f"{origin} {day}"
        for area, share in enumerate(shares):
            yield origin, f"province {area}", share, day, day, f"{origin} {day}"
        if number % 7 == 6:
            yield origin, "", sum(sums), BEGIN, day, f"{origin} {day}"
            for area, total in enumerate(sums):
                yield origin, f"province {area}", total, BEGIN, day, f"{origin} {day}"


def main() -> int:
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "year.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("origin", "area", "count", "start", "end", "url"))
            for number in range(ORIGINS):
                writer.writerows(rows(f"origin {number}", chance))
        began = time.process_time()
        books, _ = wiring.reconcile_table(table)
        seconds = time.process_time() - began
    planted = len(range(WRONG // 2, DAYS, WRONG))
    found = [(len(book.conflicts), len(book.discrepancies) - len(book.conflicts)) for book in books]
    statements = sum(len(book.statements) for book in books)
    print(f"{statements} counts in {len(books)} books: {seconds:.1f} s of processor time; conflicts, splits: {found}")
    return int(seconds > LIMIT or found != [(planted, planted)] * ORIGINS)


if __name__ == "__main__":
    sys.exit(main())
