"""Keep a list of places on this machine, from a file or an address."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tregua.backends.fetch import HttpFetcher
from tregua.backends.place_lists import Manifest, keep_places, read_places
from tregua.errors import Problem, TreguaError
from tregua.wiring.gazetteers import data_folder

__all__ = ["KeptList", "add_gazetteer"]

_LARGEST = 1024**3
_NOT_OF_NAMES = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptList:
    """A list of places that is kept, and what of it could not be read."""

    manifest: Manifest
    problems: tuple[Problem, ...] = ()


def add_gazetteer(
    source: str, name: str, progress: Callable[[str, int, int], object], fetcher: HttpFetcher | None = None
) -> KeptList:
    """Keep the list of places at SOURCE, a file or an address, as NAME, or by the name of its file.

    Raises:
        TreguaError: it cannot be had or read, or is no list of places.
    """
    folder = data_folder()
    path = Path(source)
    if source.startswith(("http://", "https://")):
        path = folder / "downloads" / (Path(urlsplit(source).path).name or "list")
        (fetcher or HttpFetcher(limit=_LARGEST)).download(source, path, lambda *come: progress("download", *come))
    name = name or _NOT_OF_NAMES.sub("-", path.stem).strip("-_")
    if not name:
        raise TreguaError(f"{source} gives no name for the list; give one with --name")
    form, rows, problems = read_places(path)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    manifest = Manifest(
        name=name, form=form, source=source, sha256=sha256, kept="", places=len(rows),
        added=dt.datetime.now(dt.UTC).date().isoformat(),
    )  # fmt: skip
    return KeptList(manifest=keep_places(folder, rows, manifest), problems=tuple(problems))
