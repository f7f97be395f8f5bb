"""Commands about trust: ``check`` what people wrote, ``verify`` the chain, ``judge`` what the sources say."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from tregua import pipeline, wiring
from tregua.cli.console import out, print_json, print_problems
from tregua.cli.evidence import CaseArgument, JsonOption
from tregua.errors import TreguaError, UnknownRecordError
from tregua.records.judgement import Decision, Judgement

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    for command in (check, verify, judge):
        app.command()(command)


def check(
    path: Annotated[Path, typer.Argument(metavar="CASE|FILE", help="A case folder, or one truce or registry file.")],
    as_json: JsonOption = False,
) -> None:
    """Check the files people write: every problem with file, line and what to do. Truces run their own cases.

    Example: tregua check my-case
    """
    problems = wiring.check_path(path)
    errors = [problem for problem in problems if problem.severity == "error"]
    if as_json:
        fields = ("where", "line", "message", "hint", "severity")
        found = [{field: getattr(problem, field) for field in fields} for problem in problems]
        print_json({"ok": not errors, "problems": found})
    else:
        print_problems(problems, all_of_them=True)
        out.print(f"{len(errors)} error(s), {len(problems) - len(errors)} warning(s) or note(s)")
    if errors:
        raise typer.Exit(1)


def verify(case: CaseArgument, as_json: JsonOption = False) -> None:
    """Recompute the ledger's hash chain. Ends with 1 when an entry was altered, and names it.

    Example: tregua verify my-case
    """
    with wiring.open_ledger(case) as ledger:
        problems = ledger.verify()
        status = ledger.status() if not problems else None
    entries = status.evidence + status.terms + status.judgements if status else None
    if as_json:
        head = status.head if status else None
        print_json({"ok": not problems, "entries": entries, "head": head, "problems": [str(p) for p in problems]})
    elif status:
        out.print(f"whole: {status.evidence} evidence, {status.terms} terms, {status.judgements} judgements")
        out.print(f"head {status.head}")
    else:
        print_problems(problems, all_of_them=True)
    if problems:
        raise typer.Exit(1)


def judge(  # noqa: PLR0917 - one parameter an option
    case: CaseArgument,
    decision: Annotated[Decision, typer.Argument(help="What is decided.")],
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="The records it is about.")],
    why: Annotated[str, typer.Option(help="The reason; kept with it.")],
    slot: Annotated[str, typer.Option(help="For correct: act, actor, place, date, killed or injured.")] = "",
    value: Annotated[str, typer.Option(help="For correct: the new value.")] = "",
    who: Annotated[str, typer.Option(help="Who decides; your user name if not given.")] = "",
) -> None:
    """Append a decision to the ledger: merge, split, verify, refute, correct or drop. The next run applies it.

    Nothing is overwritten; a later decision may overrule it.

    Example: tregua judge my-case verify i-3f2a90c1b7de --why "patrol report 12, seen on site"
    """
    with wiring.open_case(case) as opened:
        known = pipeline.known_ids(pipeline.derive(opened.setup).book)
        for subject in ids:
            if subject not in known:
                raise UnknownRecordError(f"no record has the id {subject!r}; ids are in the report and in the exports")
        try:
            item = Judgement(
                decision=decision, subjects=tuple(ids), slot=slot, value=value, why=why,
                who=who or getpass.getuser(), when=opened.clock.now(),
            )  # fmt: skip
        except ValueError as error:
            raise TreguaError(str(error)) from error
        name = opened.ledger.add_judgement(item)
    out.print(f"kept as {name}; tregua run {case} applies it")
