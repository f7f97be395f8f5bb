"""What the terminal shows: one place for colours, tables, problems and progress."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tregua.errors import Problem, TreguaError

if TYPE_CHECKING:
    from rich.console import Console

    from tregua.pipeline import Agreement
    from tregua.pipeline.shelf import Progress as Told

__all__ = [
    "err", "out", "print_agreement", "print_json", "print_problems", "progress_bar", "safe", "wrapped", "writing",
    "writing_bytes",
]  # fmt: skip


class _Screen:
    """A console that is made when it is first used: a command that prints nothing but its result needs none."""

    def __init__(self, *, stderr: bool) -> None:
        self._stderr = stderr
        self._console: Console | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a console has
        if self._console is None:
            from rich.console import Console  # noqa: PLC0415 - a tenth of a start

            self._console = Console(stderr=self._stderr, highlight=False, soft_wrap=True)
        return getattr(self._console, name)


out = cast("Console", _Screen(stderr=False))
err = cast("Console", _Screen(stderr=True))

_STYLE = {"error": "bold red", "warning": "yellow", "note": "dim"}
_SHOWN, _WIDEST = 12, 100


def safe(text: str) -> str:
    """Return outside TEXT fit for a terminal: no control characters, no markup."""
    from rich.markup import escape  # noqa: PLC0415 - as above

    return escape("".join(character if character.isprintable() else " " for character in text))


def wrapped(text: str, indent: str) -> list[str]:
    """Return TEXT in lines that fit the terminal, all behind INDENT and all but the first behind two columns more."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
    """Print VALUE as one line of JSON, at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str) + "\n")
    sys.stdout.flush()


def print_problems(problems: Sequence[Problem], *, all_of_them: bool = False) -> None:
    """Print errors and warnings, worst first; notes only when ALL_OF_THEM are wanted."""
    rank = {"error": 0, "warning": 1, "note": 2}
    ordered = sorted(problems, key=lambda p: (rank[p.severity], p.where, p.line or 0))
    wanted = ordered if all_of_them else [p for p in ordered if p.severity != "note"]
    shown = wanted if all_of_them else wanted[:_SHOWN]
    for problem in shown:
        err.print(f"[{_STYLE[problem.severity]}]{problem.severity:7}[/] {safe(str(problem))}")
    if len(wanted) > len(shown):
        err.print(f"[dim]        … and {len(wanted) - len(shown)} more; the report lists all of them[/]")


def print_agreement(agreement: Agreement, *, as_json: bool, aside: bool) -> None:
    """Print how far grammar and proposer agree, kind by kind, or AS_JSON; ASIDE means on standard error."""
    if as_json:
        line = json.dumps({"agreement": agreement.as_dict()}, sort_keys=True)
        (sys.stderr if aside else sys.stdout).write(f"{line}\n")
        return
    console = err if aside else out
    console.print(f"agreement over {agreement.documents} documents: claims found by both, by the grammar alone, "
                  "by the proposer alone")  # fmt: skip
    for kind, each in agreement.kinds.items():
        console.print(f"  {kind:10} {each.both:5} {each.grammar:5} {each.proposer:5}")
    console.print(f"  proposals that the text does not bear out: {len(agreement.rejected)}")


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Told]:
    """Show a bar for each step on standard error; give the function that moves it."""
    if quiet or not err.is_terminal:
        yield lambda *_: None
        return
    from rich.progress import (  # noqa: PLC0415 - only where there is a terminal
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        tasks: dict[str, Any] = {}

        def told(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield told


@contextmanager
def writing(output: Path | None) -> Iterator[Callable[[str], object]]:
    """Give what writes to OUTPUT, which is there whole or not at all, or to standard output."""
    with writing_bytes(output) as write:
        yield lambda text: write(text.encode())


@contextmanager
def writing_bytes(output: Path | None) -> Iterator[Callable[[bytes], object]]:
    """Give what writes to OUTPUT text that is in UTF-8 already; as :func:`writing` does."""
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer.write
        return
    begun = output.with_name(f"{output.name}.part")
    try:
        with begun.open("wb") as file:
            yield file.write
        begun.replace(output)
    except OSError as error:
        raise TreguaError(f"{output} cannot be written: {error}") from error
    finally:
        begun.unlink(missing_ok=True)
