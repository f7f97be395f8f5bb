"""Commands that put evidence in: ``init``, ``add``, and ``extract``, which needs no case."""

from __future__ import annotations

from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from tregua import pipeline, wiring
from tregua.cli.console import err, out, print_agreement, print_json, print_problems, progress_bar, safe, writing
from tregua.errors import Problem

__all__ = ["register"]

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    app.command()(init)
    app.command()(add)
    app.command()(extract)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    truce: Annotated[
        str | None, typer.Option(help="Id of a truce that ships with Tregua, e.g. syria-coh-2016.")
    ] = None,
) -> None:
    """Make a case folder, each file in it explained.

    Example: tregua init lattakia --truce syria-coh-2016
    """
    made = wiring.create_case(folder, truce)
    for path in made:
        out.print(f"made    {safe(str(path))}")
    out.print(f"\nDrop reports into {safe(str(folder / 'reports'))}, then: tregua run {safe(str(folder))}")


def add(
    case: CaseArgument,
    items: Annotated[list[str], typer.Argument(metavar="PATH|URL|-", help="Files, folders, addresses, or - .")],
    as_json: JsonOption = False,
) -> None:
    """Put evidence into the ledger: pages, files, feeds.

    HTML, text, Markdown, PDF, Word, RSS or Atom, JSON Lines.

    The bytes are kept as they are. The same bytes twice are one item. Each line is printed when its item is
    safe on disk. Ends with 1 when something was refused; the rest is in all the same.

    Example: tregua add my-case bulletin.pdf feed.xml https://example.org/report
    """
    counts = {"added": 0, "known": 0, "refused": 0}
    with wiring.open_case(case) as opened:
        for added in wiring.add_items(opened, items):
            counts[added.status] += 1
            if as_json:
                print_json(_as_json(added))
            else:
                _print_added(added)
    if not as_json:
        out.print(f"\n{counts['added']} added, {counts['known']} known already, {counts['refused']} refused")
    if counts["refused"]:
        raise typer.Exit(1)


def _as_json(added: wiring.Added) -> dict[str, object]:
    return {
        "name": added.name,
        "sha256": added.sha256,
        "status": added.status,
        "documents": [identity for identity, *_ in added.documents],
        "problems": [str(problem) for problem in added.problems],
    }


def _print_added(added: wiring.Added) -> None:
    out.print(f"{added.status:8}{safe(added.name)}")
    for _, title, publisher, day in added.documents:
        known = ", ".join(part for part in (publisher or "publisher not known", day or "date not known") if part)
        out.print(f"        [dim]{safe(title) or 'no title'} ({safe(known)})[/]")
    print_problems(added.problems)


def extract(
    documents: Annotated[Path, typer.Argument(metavar="DOCUMENTS.jsonl", help="One document a line.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where claims go; standard output if not given.")
    ] = None,
    language: Annotated[
        str, typer.Option(help="Language of documents that do not say theirs; told from their words if not given.")
    ] = "",
    zone: Annotated[str, typer.Option(help="IANA time zone of the texts' clock times.")] = "UTC",
    annotator: Annotated[
        list[str] | None, typer.Option(help="A second reader: spacy=PACKAGE or proposer=MODEL@ADDRESS.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print how far the readers agree as JSON.")] = False,
    *,
    trace: Annotated[
        bool, typer.Option("--trace", help="Print how each sentence was read, or where it fell out.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes to use; one a core, eight at most, if not given.")
    ] = None,
) -> None:
    """Read claims out of documents, without a case.

    Claims are written one JSON object a line.

    A document has id, text, and as far as known url, title, published, publisher. A line that cannot be read is
    told with its number and does not stop the others.

    With --annotator a second reader is asked about each document: spaCy for names, or a language model that proposes
    claims, which enter only where the text bears them out. How far it and the grammar agree is printed, on standard
    output when claims go to a file, else on standard error.

    With --trace it is told, sentence by sentence, which words are known, who speaks, which rule made a claim and
    where each slot came from, and where a sentence without a claim fell out; claims are then written only with -o.

    Example: tregua extract documents.jsonl -o claims.jsonl
    """
    chosen = tuple(wiring.named_annotators(annotator)) if annotator else ()
    request = wiring.Request(path=documents, language=language, zone=zone, annotators=chosen)
    if trace:
        for line in wiring.trace_file(request):
            typer.echo(line)
        if output is None:
            return
    parts = wiring.extract_file(request, jobs or wiring.usual_jobs())
    first = list(islice(parts, 1))  # the processes begin before the bar, whose thread they could not take along
    problems: list[Problem] = []
    agreement: pipeline.Agreement | None = None
    claims = lines = 0
    with progress_bar(quiet=output is None) as told, writing(output) as write:
        total = wiring.count_lines(documents) if output is not None else 0
        for part in chain(first, parts):
            write(part.text)
            problems += part.problems
            claims, lines, agreement = claims + part.claims, lines + part.lines, part.agreement
            told("extract", lines, total)
    if output is not None:
        err.print(f"{claims} claims from {lines} documents in {safe(str(output))}")
    if agreement is not None:
        print_agreement(agreement, as_json=as_json, aside=output is None)
    print_problems(problems)
