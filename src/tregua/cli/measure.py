"""The command ``measure``: figures with their intervals, or why they are not given."""

from __future__ import annotations

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TypeVar

import typer

from tregua import pipeline, wiring
from tregua.cli.console import out, print_json, safe
from tregua.cli.derive import AsOfOption, derived
from tregua.cli.evidence import CaseArgument, JsonOption
from tregua.records.indicator import Estimate, Indicator

__all__ = ["register"]

_WIDEST = 100
_MOST_KEYS = 8
_MOST_REFUSALS = 3
_BY_DAY = "incidents by day"
FigureT = TypeVar("FigureT", Indicator, Estimate)


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    app.command()(measure)


def measure(case: CaseArgument, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Count, compare and estimate, with intervals, or say why not.

    Counts by week, party, area, act, ruling and status; days on which the ceasefire held; incidents a day; after a
    truce against before; days on which the rate changes; whose acts follow whose; and how many incidents no one told
    of. A figure is followed by its 95 % interval, and by an id that 'tregua explain' takes: definition, method,
    records. Where the data are too thin it is not given, and the reason stands in its place. All is over the whole
    case: what is told of, not what happened. Intervals need pip install "tregua[stats]".

    Example: tregua measure my-case
    """
    with wiring.open_case(case) as opened:
        outcome = derived(opened, as_of, quiet=as_json)
        book = pipeline.estimated(opened.setup, outcome.book)
    if as_json:
        print_json({"counts": list(map(asdict, book.indicators)), "estimates": list(map(asdict, book.estimates))})
        return
    for line in (*_counts(book.indicators), *_estimates(book.estimates)):
        out.print(safe(line))


def _counts(items: Sequence[Indicator]) -> Iterator[str]:
    for name, figures in _by_name(items):
        if name == _BY_DAY:
            continue
        shown = figures if "week" in name else sorted(figures, key=lambda each: (-each.value, each.key))
        told = [f"{each.key} {_count(each)}" for each in shown[: _MOST_KEYS if shown is not figures else None]]
        rest = len(shown) - len(told)
        more = f"; {rest} more with --json" if rest else ""
        yield from _wrapped(f"{name}: {'; '.join(told)}{more}", 0)


def _count(item: Indicator) -> str:
    if item.high == item.low:
        return str(item.value)
    return f"{item.low} or more" if item.high is None else f"{item.low} to {item.high}"


def _estimates(items: Sequence[Estimate]) -> Iterator[str]:
    told: set[tuple[str, str]] = set()
    for name, figures in _by_name(items):
        yield ""
        yield name
        for each in figures:
            if not each.refused:
                yield from _wrapped(f"{each.key}: {pipeline.estimate_words(each)} [{each.id}]", 2)
                for note in each.notes:
                    yield from _wrapped(note, 4) if (each.key, note) not in told else ()
                told.update((each.key, note) for note in each.notes)
        refused = [each for each in figures if each.refused]
        for each in refused[:_MOST_REFUSALS]:
            yield from _wrapped(f"{each.key}: {pipeline.estimate_words(each)} [{each.id}]", 2)
        if len(refused) > _MOST_REFUSALS:
            yield f"  {len(refused) - _MOST_REFUSALS} more are not given; --json has each with its reason"


def _by_name(items: Iterable[FigureT]) -> Iterator[tuple[str, list[FigureT]]]:
    found: dict[str, list[FigureT]] = defaultdict(list)
    for item in items:
        found[item.name].append(item)
    yield from found.items()


def _wrapped(text: str, depth: int) -> list[str]:
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    indent = " " * depth
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)
