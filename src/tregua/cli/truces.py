"""Commands about terms: ``truces``, ``truce``, ``schema``, and ``assess``, which needs no case."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from tregua import wiring
from tregua.cli.console import err, print_json, print_problems, progress_bar, safe, writing, writing_bytes
from tregua.cli.evidence import JsonOption
from tregua.errors import Problem

__all__ = ["register"]

_KINDS = ("breach", "permitted", "outside", "undetermined")


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    for command in (assess, truces, truce, declarations, schema):
        app.command()(command)


def assess(
    incidents: Annotated[Path, typer.Argument(metavar="INCIDENTS.jsonl", help="One incident a line.")],
    truce: Annotated[
        list[str],
        typer.Option("--truce", metavar="ID|FILE", help="A truce that ships, a truce file, or all; may be repeated."),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where findings go; standard output if not given.")
    ] = None,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Rule by what was known of the terms at the end of this day."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print how many findings there are of each kind as JSON.")
    ] = False,
    *,
    every: Annotated[
        bool,
        typer.Option("--every", help="With several truces or all, write also findings by time or area outside them."),
    ] = False,
    full_trace: Annotated[
        bool, typer.Option("--full-trace", help="Trace what every clause was tried for, not only those that decide.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes to use; one a core, eight at most, if not given.")
    ] = None,
) -> None:
    """Rule incidents under a truce, without a case; one JSON object a line.

    An incident has id, and as far as known act, weapon, actor, actor_side, target, target_kind, response_to,
    justification, start, end (local to the place), place (name, lat, lon, admin1, country, precision) and claims. A
    finding has incident, truce, finding (breach, permitted, outside or undetermined), reason, clauses, missing and
    trace. A line that cannot be read is told with its number and does not stop the others. A word that
    names no known act is told, and ruled as another act. A key that looks like one of these and is none is told.

    A trace lists what the finding rests on: time, area, actor, act, and of the clauses those that decide or may;
    --full-trace lists what every clause was tried for. With several truces, or all, an incident has a finding under
    each truce that was in force at its time and place, and none where no truce was; --every writes those that are
    outside by time or area too.

    Example: tregua assess --truce syria-coh-2016 incidents.jsonl -o findings.jsonl
    """
    chosen = tuple(dict.fromkeys(wiring.shipped_truces() if "all" in truce else truce))
    moment = dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(days=2)
    if as_of is not None:
        moment = dt.datetime.combine(as_of.date(), dt.time(23, 59, 59), dt.UTC)
    request = wiring.Assessment(
        path=incidents, truces=chosen, as_of=moment, every=every or len(chosen) == 1, full=full_trace
    )
    parts = wiring.assess_file(request, jobs or wiring.usual_jobs())
    first = list(islice(parts, 1))  # the processes begin before the bar, whose thread they could not take along
    counts: Counter[tuple[str, str]] = Counter()
    problems: list[Problem] = []
    lines = 0
    size = incidents.stat().st_size
    with progress_bar(quiet=output is None) as told, writing_bytes(output) as write:
        for ruled, end in chain(first, parts):
            write(ruled.text)
            counts += ruled.findings
            problems += ruled.problems
            lines += ruled.lines
            told("assess", end, size)
    _print_counts(counts, lines, output, as_json=as_json)
    print_problems(problems)


def _print_counts(counts: Counter[tuple[str, str]], lines: int, output: Path | None, *, as_json: bool) -> None:
    truces = sorted({truce for truce, _ in counts})
    if as_json and output is not None:
        print_json(
            {"lines": lines, "findings": {each: {kind: counts[each, kind] for kind in _KINDS} for each in truces}}
        )
    elif output is not None:
        for each in truces:
            said = ", ".join(f"{counts[each, kind]} {kind}" for kind in _KINDS if counts[each, kind])
            err.print(f"{safe(each)}: {said}")
        err.print(f"{counts.total()} findings on {lines} lines in {safe(str(output))}")


def truces(as_json: JsonOption = False) -> None:
    """List the truces that ship: when each was in force, how many cases try it and what they expect, and its title.

    Example: tregua truces
    """
    for name in wiring.shipped_truces():
        held = wiring.find_truce(name)
        ends = [layer.end for layer in held.truce.layers]
        first = min(layer.start for layer in held.truce.layers).date()
        last = None if None in ends else max(end for end in ends if end is not None).date()
        cases = Counter(case.expect.value for case in held.book.cases) if held.book else Counter[str]()
        if as_json:
            print_json({"id": name, "title": held.truce.title, "kind": held.truce.kind, "from": str(first),
                        "until": last and str(last), "clauses": len(held.truce.clauses), "cases": cases.total(),
                        "expected": {kind: cases[kind] for kind in _KINDS}})  # fmt: skip
        else:
            expected = ", ".join(f"{cases[kind]} {kind}" for kind in _KINDS if cases[kind])
            typer.echo(f"{name}\n    {first} to {last or 'no set end'} · {held.truce.kind}")
            typer.echo(f"    {cases.total()} cases: {expected}")
            typer.echo(f"    {held.truce.title}")


def truce(
    name: Annotated[str, typer.Argument(metavar="ID|FILE", help="A truce that ships, or a truce file.")],
    as_json: JsonOption = False,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE.ics", help="Write its hours for a calendar (iCalendar) instead."),
    ] = None,
) -> None:
    """Show a truce as a page: when, where and for whom it holds, what it says, and where each term stands.

    With --ics, its windows, extensions, suspensions and hours of the day are written as iCalendar, in the zone they
    were set in. Exported again, events keep their ids, so that a calendar takes changes and adds nothing twice.

    As a calendar: tregua truce gaza-2025-01 --ics gaza.ics

    Example: tregua truce syria-coh-2016
    """
    held = wiring.find_truce(name)
    if ics is not None:
        with writing(ics) as write:
            from tregua.terms.calendar import calendar  # noqa: PLC0415 - no other command needs it

            write(calendar(held.truce))
        err.print(f"written to {safe(str(ics))}")
    elif as_json:
        print_json(held.truce.model_dump(mode="json", by_alias=True))
    else:
        from tregua.cli.truce_page import truce_page  # noqa: PLC0415 - few commands need what it loads

        typer.echo(truce_page(held.truce, len(held.book.cases) if held.book else 0), nl=False)


def declarations(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The list.")],
    country: Annotated[
        list[str] | None, typer.Option(help="Keep the truces in this country alone, named as the list does.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where they go; standard output if not given.")
    ] = None,
) -> None:
    """Read a list of truces that others keep as dated declarations without clauses; one JSON object a line.

    Reads the ETH/PRIO Civil Conflict Ceasefire Dataset (CSV) and the agreements of the PA-X Peace Agreements Database
    (CSV). A declaration has id, title, country, kind, parties, thirds, declared, in_force and ended (a day, a month or
    a year, as exact as the list is), purposes, written, links, cite, and clauses, which are empty: to rule incidents
    under it, write the terms. A row that cannot be read is told with its line.

    Example: tregua declarations ceasefires.csv --country Syria -o declared.jsonl
    """
    form, found, problems = wiring.read_declarations(file, country or ())
    with writing(output) as write:
        for each in found:
            write(json.dumps({**asdict(each), "clauses": []}, ensure_ascii=False) + "\n")
    print_problems(problems)
    if output is not None:
        err.print(f"{len(found)} declarations of {form} in {safe(str(output))}")


def schema(
    name: Annotated[str, typer.Argument(metavar="FILE", help="A file's name, e.g. truce.yaml.")] = "truce.yaml",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where it goes; standard output if not given.")
    ] = None,
) -> None:
    """Write the JSON Schema of a file that people write, for editors that complete and check it.

    There is one for truce.yaml, cases.yaml, case.yaml, actors.yaml, places.yaml and sources.yaml. In an editor with
    the YAML language server, put `# yaml-language-server: $schema=truce.schema.json` first in the file.

    Example: tregua schema truce.yaml -o truce.schema.json
    """
    text = json.dumps(wiring.schema_of(name), ensure_ascii=False, indent=2)
    with writing(output) as write:
        write(f"{text}\n")
