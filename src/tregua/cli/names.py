"""Commands about names: ``resolve``."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tregua import wiring
from tregua.cli.console import err, print_problems, safe, writing

__all__ = ["register"]


class Kind(StrEnum):
    """What names can be of."""

    ACTORS = "actors"
    PLACES = "places"


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    app.command()(resolve)


def resolve(
    kind: Annotated[Kind, typer.Argument(help="What the names are of.")],
    queries: Annotated[Path, typer.Argument(metavar="QUERIES.jsonl", help="One name a line.")],
    registry: Annotated[
        Path | None, typer.Option(help="Who or what there is, one entry a line; all that ships if not given.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where answers go; standard output if not given.")
    ] = None,
) -> None:
    """Say who or what each name means, or that nobody can tell; one JSON object a line.

    A line of the registry has id, names (each with text and lang), from and to; a place also lat, lon, admin1 and
    country. A query has id, text, date and context: a province, a sentence, or an object with admin1, country, lat
    and lon. An answer has id, match (an id of the registry, or null when no name is near enough or two are as near),
    score, rule and candidates. A line that cannot be read is told with its number and does not stop the others.

    Example: tregua resolve places --registry places.jsonl names.jsonl -o answers.jsonl
    """
    answers, problems = wiring.resolve_file(kind.value, registry, queries)
    text = "".join(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
    with writing(output) as write:
        write(text)
    if output is not None:
        known = sum(answer["match"] is not None for answer in answers)
        err.print(f"{known} of {len(answers)} names are known; answers in {safe(str(output))}")
    print_problems(problems)
