"""The program: its commands, and how it ends."""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from tregua.cli import coverage, derive, evidence, gazetteer, ledger, measure, names, reconcile, truces
from tregua.cli.console import err, print_problems, safe
from tregua.errors import CaseError, TreguaError

__all__ = ["YOUNG", "app", "main"]

_HELP = """Ceasefire monitoring: who says what about a truce, ruled under the truce's own terms.

A case is a folder. Start one, put reports in, run it, read the report:

\b
    tregua init my-case --truce syria-coh-2016
    tregua add my-case reports/*.html https://example.org/bulletin
    tregua run my-case
    tregua explain my-case i-3f2a90c1b7de
    tregua measure my-case

\b
Exit codes:
    0    done
    1    problems were found, or it cannot be done
    2    wrong usage
    3    the case cannot be used
    4    the ledger cannot be used
    5    no such record
    6    refused
    130  interrupted; what was added is kept
"""

app = typer.Typer(
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer gives it so
    if wanted:
        from importlib import metadata  # noqa: PLC0415 - nothing else needs what it loads

        typer.echo(f"tregua {metadata.version('tregua')}")
        raise typer.Exit


@app.callback(help=_HELP)
def _begin(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Take what stands before a command."""


evidence.register(app)
derive.register(app)
reconcile.register(app)
measure.register(app)
coverage.register(app)
ledger.register(app)
names.register(app)
gazetteer.register(app)
truces.register(app)

_INTERRUPTED = 130
YOUNG = 50_000
"""Objects made before garbage is looked for: a start makes many and drops few, and a document drops its own."""


def main() -> None:
    """Run the program; a mistake in what was asked is a message and an exit code, never a traceback."""
    gc.set_threshold(YOUNG)
    try:
        app()
    except CaseError as error:
        print_problems(error.problems, all_of_them=True)
        _end(error)
    except TreguaError as error:
        _end(error)
    except KeyboardInterrupt:
        err.print("interrupted; what was added is kept, and the next run goes on from there")
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _end(error: TreguaError) -> None:
    err.print(f"[bold red]error[/]   {safe(str(error))}")
    sys.exit(error.exit_code)
