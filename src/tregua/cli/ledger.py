"""Commands about trust: ``check`` what people wrote, ``verify`` the chain, ``judge`` what the sources say."""

from __future__ import annotations

import difflib
import getpass
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from tregua import pipeline, wiring
from tregua.cli.console import out, print_json, print_problems
from tregua.cli.evidence import CaseArgument, JsonOption
from tregua.errors import TreguaError, UnknownRecordError
from tregua.ports import ActorIndex, Gazetteer
from tregua.records.judgement import UNKNOWN, Decision, Judgement

__all__ = ["keep_judgement", "register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    for command in (check, verify, judge):
        app.command()(command)


def check(
    path: Annotated[Path, typer.Argument(metavar="CASE|FILE", help="A case folder, or one truce or registry file.")],
    as_json: JsonOption = False,
) -> None:
    """Check the files people write.

    Every problem is told with file, line and what to do. Truces run their own cases.

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
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="The records, or printed names, it is about.")],
    why: Annotated[str, typer.Option(help="The reason; kept with it.")],
    slot: Annotated[
        str,
        typer.Option(
            help="What is set: actor or place; for correct also act, date, killed, injured; of a document published"
            " or publisher."
        ),
    ] = "",
    value: Annotated[str, typer.Option(help="What it is set to.")] = "",
    who: Annotated[str, typer.Option(help="Who decides; your user name if not given.")] = "",
) -> None:
    """Append a decision to the ledger. The next run applies it.

    merge, split, verify and refute are about incidents; correct about one slot of an incident or claim, or the day
    (published) or publisher of a document; drop about documents or claims. identify says whom a name as printed
    means; tregua actors and tregua places list those that nobody knows. withdraw takes judgements back. Nothing is
    overwritten; a later decision may overrule it.

    Example: tregua judge my-case verify i-3f2a90c1b7de --why "patrol report 12, seen on site"
    """
    with wiring.open_case(case) as opened:
        name = keep_judgement(opened, decision, ids, why=why, slot=slot, value=value, who=who)
    out.print(f"kept as {name}; tregua run {case} applies it")


def keep_judgement(
    opened: wiring.OpenCase, decision: Decision, subjects: Sequence[str], *, why: str, slot: str, value: str, who: str
) -> str:
    """Append a decision to the ledger of the case OPENED, if what it names is there; return its id.

    Raises:
        TreguaError: it lacks a reason or something else that it needs.
        UnknownRecordError: it names what the case does not hold.
    """
    if decision is Decision.IDENTIFY:
        _want_entry(opened, slot, value)
    elif decision is Decision.WITHDRAW:
        _want(subjects, {key for key, _ in opened.ledger.judgements()}, "tregua export and the report list them")
    else:
        known = pipeline.known_ids(pipeline.derive(opened.setup).book)
        _want(subjects, known, "ids are in the report and in the exports")
    try:
        item = Judgement(
            decision=decision, subjects=tuple(subjects), slot=slot, value=value, why=why,
            who=who or getpass.getuser(), when=opened.clock.now(),
        )  # fmt: skip
    except ValueError as error:
        raise TreguaError(str(error)) from error
    return opened.ledger.add_judgement(item)


def _want(subjects: Sequence[str], known: Collection[str], hint: str) -> None:
    for subject in subjects:
        if subject not in known:
            raise UnknownRecordError(f"no record has the id {subject!r}; {hint}")


def _want_entry(opened: wiring.OpenCase, slot: str, value: str) -> None:
    """Refuse a VALUE that is no id among the actors or places of the case, naming those that are like it."""
    registries = opened.setup.registries
    by_slot: Mapping[str, ActorIndex | Gazetteer] = {"actor": registries.actors, "place": registries.places}
    registry = by_slot.get(slot)
    if registry is None or value in {"", UNKNOWN} or registry.get(value) is not None:
        return
    near = difflib.get_close_matches(value, [entry.id for entry in registry.all()], n=3)
    near = near or [match.id for match in registry.near(value)[:3]]
    hint = f"the nearest are {', '.join(near)}" if near else f"add it to {slot}s.yaml first"
    raise UnknownRecordError(f"no {slot} has the id {value!r}; {hint}")
