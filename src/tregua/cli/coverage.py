"""The command ``coverage``: who reports what, and who says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby

import typer

from tregua import pipeline, wiring
from tregua.cli.console import out, print_json, safe, wrapped
from tregua.cli.evidence import CaseArgument, JsonOption

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    app.command()(coverage)


def coverage(case: CaseArgument, as_json: JsonOption = False) -> None:
    """Say who reports what: whose acts, how often, which and where; and who says nothing.

    An incident is counted once for each origin that reports it, however often it is copied. An origin is silent on one
    that it does not mention, though within three days it reports another from the same province. What nobody reports
    may have happened all the same.

    Example: tregua coverage my-case
    """
    with wiring.open_case(case) as opened:
        held = pipeline.cover(pipeline.derive(opened.setup).book)
    if as_json:
        print_json(asdict(held))
        return
    for (origin, side), alike in groupby(held.reports, lambda each: (each.origin, each.side)):
        _print([f"{origin} ({side}) reports acts by"], "")
        _print((each.words for each in alike), "  ")
    if held.silences:
        _print(["Says nothing of what others report nearby"], "")
        _print((each.words for each in held.silences), "  ")
    if not held.reports:
        out.print("no incident is reported in this case")


def _print(items: Iterable[str], indent: str) -> None:
    for line in _lines(items, indent):
        out.print(safe(line))


def _lines(items: Iterable[str], indent: str) -> Iterator[str]:
    for item in items:
        yield from wrapped(item, indent)
