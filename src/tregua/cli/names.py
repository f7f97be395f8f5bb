"""Commands about names: ``actors``, ``places`` and ``import`` of a case, ``resolve`` without one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tregua import pipeline, wiring
from tregua.cli.console import err, out, print_json, print_problems, progress_bar, safe, writing
from tregua.cli.evidence import CaseArgument, JsonOption
from tregua.cli.ledger import keep_judgement
from tregua.errors import TreguaError
from tregua.records.judgement import Decision

__all__ = ["register"]


class Kind(StrEnum):
    """What names can be of."""

    ACTORS = "actors"
    PLACES = "places"


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    for command in (actors, places, resolve):
        app.command()(command)
    app.command("import")(import_list)


AcceptOption = Annotated[
    list[str] | None, typer.Option("--accept", metavar="NAME", help="A name as printed, to accept; may be repeated.")
]
AsOption = Annotated[str, typer.Option("--as", metavar="ID", help="Id of whom or what it means, or unknown.")]
WhyOption = Annotated[str, typer.Option(help="The reason; kept with it.")]
WhoOption = Annotated[str, typer.Option(help="Who decides; your user name if not given.")]
MostOption = Annotated[int, typer.Option("--most", min=1, help="How many names to list.")]


def actors(  # noqa: PLR0917 - one parameter an option
    case: CaseArgument,
    accept: AcceptOption = None,
    meant: AsOption = "",
    why: WhyOption = "",
    who: WhoOption = "",
    most: MostOption = 20,
    as_json: JsonOption = False,
) -> None:
    """List or accept names of actors that are not known.

    Those that no registry of the case holds, in most claims first.

    Beside each stand the actors it is likest. To accept a name is a judgement: the next run takes it for that actor
    wherever it is printed. The id unknown says that it names nobody. tregua judge CASE withdraw takes it back.

    Example: tregua actors my-case --accept "Faylaq al Sham Bde" --as faylaq-al-sham --why "named so on its own page"
    """
    _names(case, "actor", accept, _Acceptance(meant, why, who), most=most, as_json=as_json)


def places(  # noqa: PLR0917 - one parameter an option
    case: CaseArgument,
    accept: AcceptOption = None,
    meant: AsOption = "",
    why: WhyOption = "",
    who: WhoOption = "",
    most: MostOption = 20,
    as_json: JsonOption = False,
) -> None:
    """List or accept names of places that are not known.

    Those that no registry of the case holds, in most claims first.

    Beside each stand the places it is likest. To accept a name is a judgement: the next run takes it for that place
    wherever it is printed. The id unknown says that it names no known place. tregua judge CASE withdraw takes it back.

    Example: tregua places my-case --accept "Khan Toman" --as khan-touman --why "the only such place south of Aleppo"
    """
    _names(case, "place", accept, _Acceptance(meant, why, who), most=most, as_json=as_json)


@dataclass(frozen=True, slots=True)
class _Acceptance:
    meant: str
    why: str
    who: str


def _names(
    case: Path, slot: str, accept: list[str] | None, said: _Acceptance, *, most: int, as_json: bool
) -> None:  # fmt: skip
    if accept:
        _accept(case, slot, accept, said)
        return
    with wiring.open_case(case) as opened, progress_bar(quiet=as_json) as told:
        outcome = pipeline.derive(opened.setup, progress=told)
        found = pipeline.unnamed(outcome.book.claims, slot, opened.setup.registries)
    if as_json:
        for one in found[:most]:
            print_json(asdict(one))
    else:
        _print_names(case, slot, found, most)


def _accept(case: Path, slot: str, names: list[str], said: _Acceptance) -> None:
    if not said.meant or not said.why.strip():
        raise TreguaError("to accept a name give --as and an id, and --why and the reason")
    with wiring.open_case(case) as opened:
        key = keep_judgement(
            opened, Decision.IDENTIFY, names, why=said.why, slot=slot, value=said.meant, who=said.who
        )  # fmt: skip
    out.print(f"kept as {key}; tregua run {case} applies it")


def _print_names(case: Path, slot: str, found: Sequence[pipeline.Unnamed], most: int) -> None:
    if not found:
        out.print(f"Every {slot} that the claims name is known.")
        return
    for one in found[:most]:
        out.print(f"{one.claims:5} {'claim ' if one.claims == 1 else 'claims'}  {safe(one.text)}")
        if "not in the registry" not in one.why:
            out.print(f"              {safe(one.why)}", style="dim")
        for match in one.candidates:
            out.print(f"              {match.score:.2f}  {match.id}  {safe(match.name)}")
    left = len(found) - most
    if left > 0:
        err.print(f"[dim]{left} more; --most {len(found)} lists all[/]")
    err.print(f"[dim]accept one: tregua {slot}s {safe(str(case))} --accept NAME --as ID --why REASON[/]")


def resolve(
    kind: Annotated[Kind, typer.Argument(help="What the names are of.")],
    queries: Annotated[Path, typer.Argument(metavar="QUERIES.jsonl", help="One name a line.")],
    registry: Annotated[
        Path | None, typer.Option(help="Who or what there is, one entry a line; all that ships if not given.")
    ] = None,
    outlines: Annotated[
        Path | None, typer.Option(help="GeoJSON of provinces, for places that the registry puts in none.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where answers go; standard output if not given.")
    ] = None,
) -> None:
    """Say who or what each name means, if anyone can tell.

    Answers are written one JSON object a line.

    A line of the registry has id, names (each with text and lang), from and to; a place also lat, lon, admin1 and
    country. A query has id, text, date and context: a province, a sentence, or an object with admin1, country, lat
    and lon. An answer has id, match (an id of the registry, or null when no name is near enough or two are as near),
    score, rule and candidates; a place that is found also admin1, country, where_prec (UCDP's code, 1 to 7, by the
    kind of place and how it is said), and lat and lon where that is 1 or 2. A line that cannot be read is told with
    its number and does not stop the others.

    Example: tregua resolve places --registry places.jsonl names.jsonl -o answers.jsonl
    """
    answers, problems = wiring.resolve_file(kind.value, registry, queries, outlines)
    text = "".join(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
    with writing(output) as write:
        write(text)
    if output is not None:
        known = sum(answer["match"] is not None for answer in answers)
        err.print(f"{known} of {len(answers)} names are known; answers in {safe(str(output))}")
    print_problems(problems)


def import_list(
    case: CaseArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list.")],
    country: Annotated[
        list[str] | None, typer.Option(help="Keep the actors in this country alone, named as the list does.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Take a list of actors that others keep into the case.

    What it knows already is left out.

    Reads the UCDP Actor Dataset (CSV), events of ACLED (CSV), the Consolidated List of the United Nations Security
    Council (XML), and a table of your own: CSV with id and name, one name a row, and where known type, kind, lang,
    from, until, cite. What is new is written to actors/ in the case, each entry with its source, for you to look
    through. To import a newer version of a list, import it under the same file name.

    Example: tregua import my-case ucdp-actor-221.csv --country Syria
    """
    done = wiring.import_actors(case, file, country or ())
    if as_json:
        print_json({
            "form": done.form, "file": done.path and str(done.path), "new": done.new,
            "known": dict(done.known), "problems": [str(problem) for problem in done.problems],
        })  # fmt: skip
        return
    print_problems(done.problems)
    out.print(f"{len(done.new)} new, {len(done.known)} known already"
              + (f"; written to {safe(str(done.path))}" if done.path else "; nothing was written"))  # fmt: skip
