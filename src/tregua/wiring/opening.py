"""Make a case folder, and open one: its files checked, recorded in the ledger, and put behind the ports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from tregua.authored import read_authored
from tregua.backends.bounded import Bounded
from tregua.backends.clock import SystemClock
from tregua.backends.ledger import Ledger
from tregua.backends.place_lists import Manifest
from tregua.backends.processes import Processes, usual_jobs
from tregua.backends.read_docx import DocxReader
from tregua.backends.read_feed import FeedReader
from tregua.backends.read_html import HtmlReader
from tregua.backends.read_pdf import PdfReader
from tregua.backends.read_records import RecordReader
from tregua.backends.read_text import MarkdownReader, TextReader
from tregua.backends.registry import ActorsFile, PlacesFile, SourcesFile, read_registry
from tregua.backends.statistics import LibraryStatistics
from tregua.errors import CaseError, Problem
from tregua.pipeline import Setup
from tregua.ports import Clock, Reader, TermsFile
from tregua.terms.case import CaseFile
from tregua.terms.load import load_truce, pack_truce
from tregua.terms.speaking import with_parties
from tregua.terms.truce import Truce
from tregua.wiring.annotating import choose_annotators
from tregua.wiring.gazetteers import behind, manifest_of
from tregua.wiring.outlining import OUTLINES, in_units
from tregua.wiring.packs import SHARED, index, merge, packs_about, read_pack, shipped_languages

__all__ = ["CaseFiles", "OpenCase", "create_case", "open_case", "open_ledger", "read_case"]

FileT = TypeVar("FileT", ActorsFile, SourcesFile, PlacesFile)

FOLDERS = ("reports", "truces", "out")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFiles:
    """The files of a case that rule, read and checked.

    Attributes:
        case: its settings.
        truces: those in force, wider before local.
        actors: who acts.
        sources: who speaks.
        places: where.
        gazetteers: lists of places kept on this machine that it asks beside.
        texts: (path in the case, text) of every file used.
    """

    case: CaseFile
    truces: tuple[Truce, ...]
    actors: ActorsFile
    sources: SourcesFile
    places: PlacesFile
    gazetteers: tuple[Manifest, ...]
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A case ready to run.

    Attributes:
        folder: where it is.
        setup: what a run needs.
        ledger: its store.
        clock: the time.
    """

    folder: Path
    setup: Setup
    ledger: Ledger
    clock: Clock


def create_case(folder: Path, truce: str | None) -> list[Path]:
    """Make FOLDER a case, held against the pack's TRUCE if one is named; return the files made.

    Raises:
        CaseError: the folder holds a case already, or no such truce ships.
    """
    if (folder / "case.yaml").exists():
        raise CaseError(f"{folder} is a case already: it has a case.yaml")
    zone, packs = "UTC", ""
    if truce is not None:
        known, _ = load_truce(*pack_truce(truce))
        if known is not None:
            zone, packs = known.zone, ", ".join(packs_about(known))
    languages = ", ".join(shipped_languages())
    made = []
    for name in ("case.yaml", "actors.yaml", "sources.yaml", "places.yaml"):
        text = files("tregua").joinpath("packs", "case", name).read_text("utf-8")
        if name == "case.yaml":
            text = text.format(
                title=folder.resolve().name, zone=zone, truces=truce or "", packs=packs, languages=languages
            )
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        made.append(path)
    for name in FOLDERS:
        (folder / name).mkdir(exist_ok=True)
    return made


def read_case(folder: Path, without: Path | None = None) -> tuple[CaseFiles | None, list[Problem]]:
    """Read and check the files of the case in FOLDER, but for the one WITHOUT; None when one cannot be used."""
    reading = _Reading(folder=folder, problems=[], texts=[], without=without)
    case, _, problems = read_authored(reading.text("case.yaml"), CaseFile, "case.yaml")
    reading.problems.extend(problems)
    packs = case.packs if case else ()
    actors = reading.registry("actors", ActorsFile, (*packs, *SHARED))
    sources = reading.registry("sources", SourcesFile, packs)
    places = reading.outlined(reading.registry("places", PlacesFile, packs))
    kept = reading.gazetteers(case.gazetteers if case else ())
    truces = tuple(reading.truce(truce) for truce in (case.truces if case else ()))
    usable = tuple(sorted((truce for truce in truces if truce), key=lambda truce: bool(truce.local_over)))
    if (
        case is None
        or actors is None
        or sources is None
        or places is None
        or len(usable) < len(truces)
        or (len(kept) < len(case.gazetteers))
    ):
        return None, reading.problems
    found = CaseFiles(
        case=case, truces=usable, actors=actors, places=places, gazetteers=kept, texts=tuple(reading.texts),
        sources=SourcesFile(sources=with_parties(sources.sources, actors.actors, usable)),
    )  # fmt: skip
    return found, reading.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    folder: Path
    problems: list[Problem]
    texts: list[tuple[str, str]]
    without: Path | None = None

    def text(self, name: str) -> str:
        """Return the text of the case's file NAME; a file that cannot be read is a problem and reads as empty."""
        try:
            text = (self.folder / name).read_text("utf-8")
        except FileNotFoundError:
            hint = "make it, or start from a fresh case: tregua init"
            self.problems.append(Problem(where=name, message="this file is missing", hint=hint, step="check"))
            return ""
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            said = "this is not UTF-8 text"
            self.problems.append(Problem(where=name, line=line, message=said, hint="save it as UTF-8", step="check"))
            return ""
        self.texts.append((name, text))
        return text

    def registry(self, kind: str, model: type[FileT], packs: Sequence[str]) -> FileT | None:
        """Return the case's own KIND (``actors``…) with what PACKS add; an id counts where it is first listed."""
        beside: list[Path] = sorted(path for path in (self.folder / kind).glob("*.yaml") if path != self.without)
        names = (f"{kind}.yaml", *(f"{kind}/{path.name}" for path in beside))
        read = [read_registry(self.text(name), model, name) for name in names]
        self.problems.extend(problem for _, problems in read for problem in problems)
        layers = [own for own, _ in read if own is not None]
        whole = len(layers) == len(names)
        for pack in packs:
            found, text, doubts = read_pack(kind, pack, model)
            self.problems.extend(doubts)
            if found is not None:
                self.texts.append((f"pack:{kind}/{pack}.yaml", text))
                layers.append(found)
        return merge(kind, model, layers) if whole else None

    def outlined(self, places: PlacesFile | None) -> PlacesFile | None:
        """Return PLACES, each in the unit that it lies in where the case has outlines and no list says where."""
        if places is None or not (self.folder / OUTLINES).is_file():
            return places
        placed, problems = in_units(places, self.text(OUTLINES))
        self.problems.extend(problems)
        return None if problems else placed

    def gazetteers(self, names: Sequence[str]) -> tuple[Manifest, ...]:
        """Return the manifests of the kept lists called NAMES; one that is not kept is a problem."""
        found = {name: manifest for name in names if (manifest := manifest_of(name))}
        for name in names:
            if name not in found:
                said = f"no list of places called {name!r} is kept on this machine"
                hint = "add it: tregua gazetteer add FILE|URL"
                self.problems.append(Problem(where="case.yaml", message=said, hint=hint, step="check"))
        self.texts.extend((f"gazetteer:{name}.json", manifest.text()) for name, manifest in found.items())
        return tuple(found.values())

    def truce(self, truce: str) -> Truce | None:
        """Return the truce of that id: the case's own before the pack's."""
        own = f"truces/{truce}/truce.yaml"
        if (self.folder / own).exists():
            text, where = self.text(own), own
        else:
            try:
                text, where = pack_truce(truce)
            except CaseError as error:
                self.problems.append(Problem(where="case.yaml", message=str(error), step="check"))
                return None
            self.texts.append((where, text))
        value, problems = load_truce(text, where)
        self.problems.extend(problems)
        return value


def open_ledger(folder: Path) -> Ledger:
    """Open the ledger of the case in FOLDER alone; the case's other files may be broken.

    Raises:
        CaseError: it has no usable case.yaml, or no ledger yet.
        LedgerError: the ledger cannot be used.
    """
    reading = _Reading(folder=folder, problems=[], texts=[])
    case, _, problems = read_authored(reading.text("case.yaml"), CaseFile, "case.yaml")
    if case is None:
        raise CaseError(f"{folder} is no case that can be used", (*reading.problems, *problems))
    path = folder / case.store.path
    if not path.exists():
        raise CaseError(f"{folder} has no ledger yet; tregua run {folder} makes it")
    return Ledger(path, SystemClock())


@contextmanager
def open_case(folder: Path) -> Iterator[OpenCase]:
    """Open the case in FOLDER and record its files in the ledger.

    Raises:
        CaseError: it is no case, or a file of it cannot be used; carries the problems.
        LedgerError: its ledger cannot be used.
    """
    if not (folder / "case.yaml").is_file():
        raise CaseError(f"{folder} is no case: it has no case.yaml (make one with: tregua init {folder})")
    found, problems = read_case(folder)
    if found is None:
        raise CaseError(f"{folder} cannot be used: {len(problems)} problem(s) in its files", tuple(problems))
    clock = SystemClock()
    readers = _readers()
    with closing(readers), Ledger(folder / found.case.store.path, clock) as ledger:
        for name, text in found.texts:
            content = text.encode()
            digest = hashlib.sha256(content).hexdigest()
            ledger.add_terms(TermsFile(path=name, sha256=digest, content=content, recorded=clock.now()))
        yield OpenCase(folder=folder, setup=_setup(found, ledger, readers), ledger=ledger, clock=clock)


def _setup(found: CaseFiles, ledger: Ledger, readers: Reader) -> Setup:
    total = hashlib.sha256()
    for name, text in sorted(found.texts):
        total.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(text.encode()).digest())
    registries = index(found.actors, found.sources, found.places)
    return Setup(
        case=found.case,
        truces=found.truces,
        registries=replace(registries, places=behind(registries.places, found.gazetteers)),
        readers=(readers,),
        store=ledger,
        code=_code_digest(),
        terms=total.hexdigest(),
        statistics=LibraryStatistics(),
        annotators=tuple(choose_annotators(found.case.annotators)),
        spread=Processes(usual_jobs()).spread,
    )


def _readers() -> Bounded:
    """Return a reader for each format, run within limits of time and memory."""
    pages = HtmlReader()
    each = (PdfReader(), DocxReader(), FeedReader(pages), RecordReader(pages), pages, MarkdownReader(), TextReader())
    return Bounded(each)


@cache
def _code_digest() -> str:
    """Return one digest over the program and its packs, faces left out: another version derives anew."""
    total = hashlib.sha256()
    for path, entry in sorted(_program(files("tregua"), "")):
        total.update(path.encode() + b"\0" + hashlib.sha256(entry.read_bytes()).digest())
    return total.hexdigest()


def _program(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir() and name not in {"cli", "web", "wiring", "__pycache__", "packs/truces", "packs/case"}:
            yield from _program(entry, f"{name}/")
        elif entry.name.endswith((".py", ".yaml", ".json")):
            yield name, entry
