"""A list of places as the user keeps it, once for all cases: one place a line of JSON, a manifest beside it.

A case that names it uses it behind its own places: what those know is not looked for here. Village names repeat, so
here a place is found only by all of its name, in the province that the text states, if it states one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path

from tregua.backends.place_lists.row import Row
from tregua.errors import TreguaError
from tregua.ports import Gazetteer, Match
from tregua.vocabulary.actors import Alias
from tregua.vocabulary.listed import Listed, ListedNames, Sought
from tregua.vocabulary.places import Place

__all__ = ["KeptPlaces", "Layered", "Manifest", "keep_places", "kept_manifest"]

_SURE = 0.945
"""The score of a name printed nearly as it is listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a kept list is and where it is from; recorded in the ledger of every case that uses it.

    Attributes:
        name: what cases call it, e.g. ``SY``.
        form: which form of list it was.
        source: the file or address it came from.
        sha256: hex digest of that file.
        kept: hex digest of the places as they are kept.
        places: how many there are.
        added: the day.
    """

    name: str
    form: str
    source: str
    sha256: str
    kept: str
    places: int
    added: str

    def text(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def keep_places(folder: Path, rows: Iterable[Row], manifest: Manifest) -> Manifest:
    """Put ROWS into FOLDER as MANIFEST says, both whole or not at all; return the manifest with its digest.

    Raises:
        TreguaError: they cannot be written.
    """
    content = "".join(json.dumps(asdict(row), ensure_ascii=False, sort_keys=True) + "\n" for row in rows).encode()
    done = replace(manifest, kept=hashlib.sha256(content).hexdigest())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, held in (
            (folder / f"{done.name}.jsonl", content),
            (folder / f"{done.name}.json", done.text().encode()),
        ):
            beside = path.with_name(f".{path.name}.{os.getpid()}")
            beside.write_bytes(held)
            beside.replace(path)
    except OSError as error:
        raise TreguaError(f"{folder} cannot be written: {error}") from error
    return done


def kept_manifest(folder: Path, name: str) -> Manifest | None:
    """Return the manifest of the list NAME in FOLDER, None when there is none that is whole."""
    try:
        return Manifest(**json.loads((folder / f"{name}.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


class KeptPlaces:
    """The places of one kept list; a :class:`~tregua.ports.Gazetteer`."""

    def __init__(self, folder: Path, manifest: Manifest, outer: Gazetteer) -> None:
        """Read the list of MANIFEST in FOLDER; provinces that OUTER knows are OUTER's.

        Raises:
            TreguaError: it cannot be read, or is not what the manifest says.
        """
        path = folder / f"{manifest.name}.jsonl"
        try:
            content = path.read_bytes()
        except OSError as error:
            raise TreguaError(f"{path} cannot be read: {error}; add it again: tregua gazetteer add") from error
        if hashlib.sha256(content).hexdigest() != manifest.kept:
            raise TreguaError(f"{path} is not what was added; add it again: tregua gazetteer add")
        self._rows = {row["id"]: Row(**row) for row in map(json.loads, content.decode().splitlines())}
        self._outer = outer
        self._source = manifest.source
        self._provinces: dict[str, str] = {}

    @cached_property
    def _names(self) -> ListedNames:
        return ListedNames([_listed(row) for row in self._rows.values()], places=True)

    def match(self, text: str, within: str) -> tuple[Match, ...]:
        """Return candidates for TEXT by whole names, in the province that WITHIN names where it names one."""
        found = self._names.find(Sought(text=text, around=(within,) if within else ()))
        return tuple(
            Match(id=one.entry, name=self._rows[one.entry].name, score=round(one.score, 4), rule=one.rule)
            for one in found
        )

    def near(self, text: str) -> tuple[Match, ...]:
        """Return the same: what is like a name by half is none here."""
        return self.match(text, "")

    def get(self, place: str) -> Place | None:
        """Return the place with that id."""
        row = self._rows.get(place)
        return None if row is None else self._place(row)

    def all(self) -> Sequence[Place]:
        """Return every place, by id."""
        return self._all

    @cached_property
    def _all(self) -> tuple[Place, ...]:
        """Every place but the provinces that OUTER knows."""
        return tuple(
            self._place(row)
            for key, row in sorted(self._rows.items())
            if row.kind != "province" or self._province(row.name) == key
        )

    def _place(self, row: Row) -> Place:
        return Place(
            id=row.id, name=row.name, kind=row.kind, lat=row.lat, lon=row.lon, country=row.country,
            province=self._province(row.province), cite=self._source,
            aliases=tuple(Alias(text=other, lang="und") for other in row.others),
        )  # fmt: skip

    def _province(self, name: str) -> str:
        """Return the id of the province NAME: OUTER's where it knows it, else this list's own."""
        if name and name not in self._provinces:
            outer = (place for match in self._outer.match(name, "") if (place := self._outer.get(match.id)))
            own = (row.id for row in self._rows.values() if row.kind == "province" and row.name == name)
            known = next((place.id for place in outer if place.kind == "province"), None)
            self._provinces[name] = known or next(own, "")
        return self._provinces.get(name, "")


def _listed(row: Row) -> Listed:
    point = (row.lat, row.lon) if row.lat is not None and row.lon is not None else None
    return Listed(
        id=row.id, names=(row.name, *row.others), admin1=row.province, country=row.country, point=point, kind=row.kind
    )


class Layered:
    """Gazetteers one behind the other; a later one is asked for what none before it knows."""

    def __init__(self, layers: Sequence[Gazetteer]) -> None:
        """Ask LAYERS in this order."""
        self._layers = tuple(layers)

    def match(self, text: str, within: str) -> tuple[Match, ...]:
        """Return the candidates of the first gazetteer that is sure of one, else of the one that is surest."""
        best: tuple[Match, ...] = ()
        for layer in self._layers:
            found = layer.match(text, within)
            if found and (not best or found[0].score > best[0].score):
                best = found
            if best and best[0].score >= _SURE:
                break
        return best

    def near(self, text: str) -> tuple[Match, ...]:
        """Return what every gazetteer holds likest, best first."""
        return tuple(sorted((match for layer in self._layers for match in layer.near(text)), key=lambda m: -m.score))

    def get(self, place: str) -> Place | None:
        """Return the place with that id, of the first gazetteer that has it."""
        return next((found for layer in self._layers if (found := layer.get(place))), None)

    def all(self) -> Sequence[Place]:
        """Return every place, by id; of several with one id the first gazetteer's."""
        return self._all

    @cached_property
    def _all(self) -> tuple[Place, ...]:
        every = {place.id: place for layer in reversed(self._layers) for place in layer.all()}
        return tuple(every[key] for key in sorted(every))
