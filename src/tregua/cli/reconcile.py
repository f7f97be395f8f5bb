"""The command ``reconcile``: published counts held against each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain, groupby
from pathlib import Path
from typing import Annotated, Any

import typer

from tregua import pipeline, wiring
from tregua.cli.console import out, print_json, print_problems, safe, wrapped
from tregua.cli.evidence import JsonOption
from tregua.errors import Problem
from tregua.records.reconciliation import DayBound, Reconciliation

__all__ = ["register"]

_DAY = dt.timedelta(days=1)


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    app.command()(reconcile)


def reconcile(
    counts: Annotated[Path, typer.Argument(metavar="FILE.csv|CASE", help="A table of counts, or a case folder.")],
    as_json: JsonOption = False,
) -> None:
    """Hold published counts against each other, as books that must balance.

    A count is an equation: breaches from the first day to the last are this many. For each origin and accused it names
    the smallest sets of counts that cannot all be true, with the sum written out; splits by area that do not add up;
    running totals that do; and how many breaches each day without a count of its own can have had.

    Of a case it also sets the counts of all origins against each other and against the incidents found, by days and
    area, and says what each origin is known to count and to leave out.

    A table has the columns published,origin,accused,area,count,bound,start,end,url, of which origin, count and start
    are needed, parted by commas, semicolons or tabs. Days are bulletin days, both included; an empty area is the
    whole, an empty end is the start, an empty bound is exact (others: at least, more than, at most, less than, about).
    Rows with one url are of one bulletin. When a row cannot be read, nothing is summed: each such line is named and
    the command ends with 1.

    Example: tregua reconcile counts.csv
    """
    books, problems, against = _books(counts)
    wrong = [problem for problem in problems if problem.severity == "error"]
    if as_json:
        told = {"books": [asdict(book) for book in books], "problems": [str(problem) for problem in problems]}
        print_json({**told, **{name: [asdict(each) for each in held] for name, held in against.items()}})
    else:
        print_problems(wrong)
        for line in chain(_report(books), _against(**against)):
            out.print(safe(line))
    if wrong:
        raise typer.Exit(1)


def _books(counts: Path) -> tuple[Sequence[Reconciliation], Sequence[Problem], Mapping[str, Sequence[Any]]]:
    """Return the books of COUNTS, what is wrong with them and, of a case, the counts of origins against each other."""
    if not counts.is_dir():
        return (*wiring.reconcile_table(counts), {})
    with wiring.open_case(counts) as opened:
        book = pipeline.derive(opened.setup).book
    against = {"comparisons": pipeline.compare_counts(book), "practices": pipeline.practices(book)}
    return book.reconciliations, [], against


def _against(comparisons: Sequence[Any] = (), practices: Sequence[Any] = ()) -> Iterator[str]:
    for number, each in enumerate(comparisons):
        yield from ["", "Against each other"] if not number else []
        yield from wrapped(each.title, "  ")
        for line in (*each.rows, *each.ratios):
            yield from wrapped(line.words, "    ")
    yield from _listed("What they count", [each.words for each in practices if comparisons])


def _report(books: Iterable[Reconciliation]) -> Iterator[str]:
    for number, book in enumerate(books):
        yield from [""] * bool(number)
        about = book.accused or "nobody named"
        yield from wrapped(f"{book.origin} about {about}: {_counted(len(book.statements))}", "")
        for heading, alike in groupby(book.discrepancies, lambda each: each.kind.heading):
            yield from _listed(heading, [f"{each.message} [{'; '.join(each.statements)}]" for each in alike])
        yield from _listed("How they were entered", book.notes)
        yield from _listed("Adds up", book.closings)
        yield from _listed("Days without a count of their own", list(_days(book.days)))
        if not (book.discrepancies or book.notes or book.closings or book.days):
            yield "  nothing to hold them against"


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"  {title}:"
    for item in items:
        yield from wrapped(item, "    ")


def _days(days: Iterable[DayBound]) -> Iterator[str]:
    """Give the bounds of the days for which no figure is stated; days alike that follow one another share a line."""
    missing = [day for day in days if day.stated is None]
    for (_, low, high), alike in groupby(enumerate(missing), lambda each: _run(*each)):
        run = [day for _, day in alike]
        first, last = run[0].day, run[-1].day
        when = f"{first.day} {first:%B %Y}" if first == last else f"{first.day} {first:%B} to {last.day} {last:%B %Y}"
        each = "" if first == last else " each"
        most = f"{low} or more" if high is None else f"{low} to {high}"
        yield f"{when}: {low if low == high else most}{each}"


def _run(index: int, day: DayBound) -> tuple[dt.date, int, int | None]:
    """Return what days of one run have in common: where the run would begin, and the bounds."""
    return day.day - index * _DAY, day.low, day.high


def _counted(number: int) -> str:
    return f"{number} count{'' if number == 1 else 's'}"
