"""Commands that derive and show: ``run``, ``rebuild``, ``report``, ``export``, ``explain``."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tregua import pipeline, wiring
from tregua.cli.console import err, out, print_agreement, print_json, print_problems, progress_bar, safe
from tregua.cli.evidence import CaseArgument, JsonOption
from tregua.errors import CaseError, Problem, TreguaError
from tregua.records.indicator import FIGURE

__all__ = ["AsOfOption", "derived", "register"]

DateOption = Annotated[dt.datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="One day.")]
FromOption = Annotated[dt.datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day.")]
ToOption = Annotated[dt.datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day.")]
AsOfOption = Annotated[
    dt.datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Only what was known by the end of this day."),
]


class Format(StrEnum):
    """What ``export`` can write."""

    CSV = "csv"
    GEOJSON = "geojson"
    PARQUET = "parquet"


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    for command in (run, rebuild, report, explain):
        app.command()(command)
    app.command("export")(export_records)


AnnotateOption = Annotated[
    bool,
    typer.Option("--annotate", help="Ask the annotators that case.yaml names about documents they have not answered."),
]


def run(
    case: CaseArgument, as_of: AsOfOption = None, annotate: AnnotateOption = False, as_json: JsonOption = False
) -> None:
    """Take in reports, derive what is not up to date, publish.

    Reports are what was dropped into reports/ since.

    A second run with nothing new does nothing and says so. With --as-of the report is made as the ledger knew
    things on that day, and nothing in it changes. Annotators are asked only with --annotate; what they answered
    before is used without.

    Example: tregua run my-case
    """
    with wiring.open_case(case) as opened:
        added = wiring.add_reports(opened)
        doubts = _ask(opened, quiet=as_json) if annotate else []
        outcome = derived(opened, as_of, quiet=as_json)
        period = _period(outcome.book)
        published = wiring.publish(opened, outcome, period, as_of.date() if as_of else None)
    if as_json:
        print_json(_run_json(outcome, published) | ({"asking": [str(doubt) for doubt in doubts]} if annotate else {}))
        return
    for item in added:
        print_problems(item.problems)
    print_problems(doubts)
    _print_run(outcome, published, sum(item.status == "added" for item in added))


def _period(book: pipeline.Book) -> pipeline.Period:
    """Return the period of BOOK; where it has none, the problems that may tell why are printed first."""
    try:
        return pipeline.period_of(book)
    except TreguaError:
        print_problems(book.problems)
        raise


def _run_json(outcome: pipeline.Outcome, published: wiring.Published) -> dict[str, object]:
    book = outcome.book
    return {
        "content_hash": outcome.content_hash,
        "made": dict(outcome.made),
        "documents": len(book.documents),
        "claims": len(book.claims),
        "incidents": len(book.incidents),
        "findings": len(book.findings),
        "problems": len(book.problems),
        "files": [str(path) for path in published.files],
        "up_to_date": not outcome.made and not published.written,
    } | ({"agreement": outcome.agreement.as_dict()} if outcome.agreement else {})


def _print_run(outcome: pipeline.Outcome, published: wiring.Published, added: int) -> None:
    book = outcome.book
    print_problems(book.problems)
    if outcome.made or published.written:
        out.print(f"{len(book.documents)} reports ({added} new), {len(book.claims)} claims, "
                  f"{len(book.testimonies)} testimonies, {len(book.incidents)} incidents, "
                  f"{len(book.findings)} findings")  # fmt: skip
        _print_unknown(book)
    else:
        out.print("Nothing is new since the last run; nothing was done.")
    if outcome.agreement is not None:
        print_agreement(outcome.agreement, as_json=False, aside=False)
    for path in published.files:
        out.print(safe(str(path)))


def _print_unknown(book: pipeline.Book) -> None:
    """Print how many names no registry of the case knows, and where to see them: what they name cannot be ruled."""
    unknown = pipeline.unknown_names(book.claims)
    told = [f"{count} {kind}s" if count > 1 else f"1 {kind}" for kind, count in unknown.items() if count]
    if told:
        out.print(f"[dim]names not known: {', '.join(told)}; see tregua places, tregua actors[/]")


def _ask(opened: wiring.OpenCase, *, quiet: bool) -> list[Problem]:
    """Ask the case's annotators; return what could not be had."""
    if not opened.setup.annotators:
        raise CaseError("case.yaml names no annotators; --annotate has nobody to ask")
    with progress_bar(quiet=quiet) as told:
        came, problems = pipeline.consult(opened.setup, opened.clock, told)
    if not quiet:
        err.print(f"{came} answers came in")
    return problems


def derived(opened: wiring.OpenCase, as_of: dt.datetime | None, *, quiet: bool) -> pipeline.Outcome:
    """Return what the case OPENED gives, as of the end of the day AS_OF; progress is shown unless QUIET."""
    end = None
    if as_of is not None:
        end = as_of.replace(tzinfo=ZoneInfo(opened.setup.case.zone)) + dt.timedelta(days=1, microseconds=-1)
    with progress_bar(quiet=quiet) as told:
        return pipeline.derive(opened.setup, as_of=end, progress=told)


def rebuild(case: CaseArgument, as_json: JsonOption = False) -> None:
    """Forget everything derived, and derive it again.

    It comes from evidence, terms and judgements alone.

    The content hash must come out the same; it ends with 1 when it does not.

    Example: tregua rebuild my-case
    """
    with wiring.open_case(case) as opened:
        before = opened.ledger.content_hash()
        opened.ledger.drop_derived()
        outcome = derived(opened, None, quiet=as_json)
    same = before == outcome.content_hash
    if as_json:
        print_json({"before": before, "content_hash": outcome.content_hash, "same": same})
    else:
        out.print(f"{'same as before' if same else 'differs from before'}: {outcome.content_hash}")
    if not same:
        raise typer.Exit(1)


def report(
    case: CaseArgument,
    date: DateOption = None,
    first: FromOption = None,
    last: ToOption = None,
    as_of: AsOfOption = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File to write: .html or .pdf.")] = None,
) -> None:
    """Make the report of a day or a period, as HTML or PDF.

    Example: tregua report my-case --from 2016-05-01 --to 2016-05-08 -o week.pdf
    """
    with wiring.open_case(case) as opened:
        outcome = derived(opened, as_of, quiet=False)
        period = pipeline.period_of(outcome.book, _day(date or first), _day(date or last))
        target = output or case / "out" / f"report-{period.first}-{period.last}.html"
        if target.suffix not in {".html", ".pdf"}:
            raise TreguaError(f"{target}: give a name that ends in .html or .pdf")
        published = wiring.publish(opened, outcome, period, as_of.date() if as_of else None, only=target)
    out.print(safe(str(published.files[0])))


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


def export_records(
    case: CaseArgument,
    form: Annotated[Format, typer.Option("--format", help="csv and parquet: a file a kind; geojson: incidents.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder to write into.")] = None,
    as_of: AsOfOption = None,
) -> None:
    """Write the records for other programs.

    Incidents, findings, claims, accounts (what each origin says of an incident) and tallies, with HXL tags and ACLED
    and UCDP codes.

    Example: tregua export my-case --format csv -o tables
    """
    with wiring.open_case(case) as opened:
        outcome = derived(opened, as_of, quiet=False)
        for path in wiring.export(outcome, form.value, output or case / "out" / "export"):
            out.print(safe(str(path)))


def explain(
    case: CaseArgument,
    record: Annotated[str, typer.Argument(metavar="ID", help="Id of any record or figure.")],
    as_json: JsonOption = False,
) -> None:
    """Say why a record is as it is, down to the quotes.

    Why these claims are one incident, why this finding, where this figure is from.

    Example: tregua explain my-case i-3f2a90c1b7de
    """
    with wiring.open_case(case) as opened:
        outcome = derived(opened, None, quiet=True)
        book = pipeline.estimated(opened.setup, outcome.book) if record.startswith(FIGURE) else outcome.book
    plain, value = pipeline.explain_record(book, record)
    if as_json:
        print_json(value)
    else:
        typer.echo("".join(c if c.isprintable() or c == "\n" else " " for c in plain))
    if outcome.made:
        err.print("[dim]something is newer than the last report; tregua run brings the report up to date[/]")
