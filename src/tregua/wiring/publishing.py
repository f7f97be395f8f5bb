"""Write what was derived: reports and exports, each file whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tregua.backends.parquet import parquet_bytes
from tregua.backends.typst_pdf import TypstPdf
from tregua.pipeline import Outcome, Period, csv_files, estimated, geojson, report_files, tables_of
from tregua.wiring.opening import OpenCase
from tregua.wiring.writing import write_whole

__all__ = ["Published", "export", "publish"]

_MANIFEST = "manifest.json"
_AGREEMENT = "agreement.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Files of a publication.

    Attributes:
        files: where they are.
        written: whether they were written now, or were up to date.
    """

    files: tuple[Path, ...]
    written: bool


def publish(
    case: OpenCase, outcome: Outcome, period: Period, as_of: dt.date | None, only: Path | None = None
) -> Published:
    """Write the report of PERIOD into ``out/`` as HTML and PDF, or as the one file ONLY; skip what is up to date."""
    if only is not None:
        made = report_files(estimated(case.setup, outcome.book), period, TypstPdf(), (only.suffix.lstrip("."),))
        write_whole(only, made[only.suffix.lstrip(".")])
        return Published(files=(only,), written=True)
    folder = case.folder / "out" / (f"as-of-{as_of}" if as_of else ".")
    if outcome.agreement is not None:
        write_whole(folder / _AGREEMENT, json.dumps(outcome.agreement.as_dict(), ensure_ascii=False, indent=1).encode())
    files = {form: folder / f"report.{form}" for form in ("html", "pdf")}
    decided = len(outcome.book.judgements)
    made_from = " ".join(
        map(
            str,
            (outcome.content_hash, case.setup.code, period.first, period.last, decided, case.setup.statistics.settings),
        )
    )
    if _up_to_date(folder, made_from, files):
        return Published(files=tuple(files.values()), written=False)
    made = report_files(estimated(case.setup, outcome.book), period, TypstPdf(), tuple(files))
    for form, path in files.items():
        write_whole(path, made[form])
    digests = {form: hashlib.sha256(content).hexdigest() for form, content in made.items()}
    write_whole(folder / _MANIFEST, json.dumps({"made_from": made_from, "files": digests}, indent=1).encode())
    return Published(files=tuple(files.values()), written=True)


def _up_to_date(folder: Path, made_from: str, files: Mapping[str, Path]) -> bool:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
        same = all(
            hashlib.sha256(path.read_bytes()).hexdigest() == manifest["files"][form] for form, path in files.items()
        )
    except (OSError, ValueError, KeyError):
        return False
    return same and bool(manifest.get("made_from") == made_from)


def export(outcome: Outcome, form: str, folder: Path) -> list[Path]:
    """Write the records as FORM (``csv``, ``geojson``, ``parquet``) into FOLDER; return the files."""
    if form == "parquet":
        made = {f"{each.name}.parquet": parquet_bytes(each.columns, each.rows) for each in tables_of(outcome.book)}
    elif form == "geojson":
        made = {"incidents.geojson": geojson(outcome.book)}
    else:
        made = dict(csv_files(outcome.book))
    for name, content in made.items():
        write_whole(folder / name, content)
    return [folder / name for name in made]
