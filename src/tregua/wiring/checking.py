"""Check what people wrote: a case folder, or one file of any kind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tregua.authored import nearest, read_authored
from tregua.backends.registry import ActorsFile, PlacesFile, SourcesFile, read_registry
from tregua.errors import CaseError, Problem
from tregua.terms.case import CaseFile
from tregua.terms.cases import CaseBook, load_cases, run_cases, untried
from tregua.terms.lint import lint
from tregua.terms.load import check_truce, pack_truce
from tregua.wiring.library import Held, registries_of, shipped_truces
from tregua.wiring.opening import CaseFiles, read_case
from tregua.wiring.packs import shipped_actors

__all__ = ["check_path"]

_KINDS = ("case.yaml", "actors.yaml", "sources.yaml", "places.yaml", "truce.yaml")


def check_path(path: Path) -> list[Problem]:
    """Return every problem of the case folder or file PATH.

    Raises:
        CaseError: there is no such folder or file, or a file of no known kind.
    """
    if path.is_dir():
        return _check_folder(path)
    shipped = shipped_truces() if str(path) == "library" else (str(path),) if str(path) in shipped_truces() else ()
    if shipped and not path.is_file():
        return [problem for truce in shipped for problem in _check_shipped(truce)]
    if not path.is_file():
        raise CaseError(f"{path} is not there; give a case folder or a file: {', '.join(_KINDS)}")
    return _check_file(path)


def _check_folder(folder: Path) -> list[Problem]:
    """Check the case, or the truce with the cases beside it, in FOLDER."""
    truce = folder / "truce.yaml"
    return _check_file(truce) if truce.is_file() and not (folder / "case.yaml").is_file() else _check_case(folder)


def _check_shipped(truce: str) -> list[Problem]:
    """Check the TRUCE that ships, and hold its cases against it."""
    return _check_truce(*pack_truce(truce), *pack_truce(truce, "cases.yaml"))


def _check_truce(text: str, where: str, cases: str, beside: str) -> list[Problem]:
    """Check the truce of TEXT and the CASES beside it, "" for none; places and actors are those of the cases."""
    truce, problems = check_truce(text, where)
    if truce is None or not cases:
        return list(problems)
    book, doubts = load_cases(cases, beside)
    if book is None:
        return [*problems, *doubts]
    held = Held(truce=truce, book=book, where=where)
    registries = registries_of(held)
    named = {actor.id for actor in book.actors} | {member.actor for side in truce.sides for member in side.members}
    named |= {exemption.actor or exemption.listed_by for exemption in truce.exempt}
    actors = [actor for actor in registries.actors.all() if actor.id in named]
    remarks = lint(truce, actors, registries.places.all(), where=where)
    return [*problems, *remarks, *run_cases(truce, book, beside), *untried(truce, book, beside)]


def _check_case(folder: Path) -> list[Problem]:
    if not (folder / "case.yaml").is_file():
        raise CaseError(f"{folder} is no case: it has no case.yaml (make one with: tregua init {folder})")
    found, problems = read_case(folder)
    if found is None:
        return problems
    for truce in found.truces:
        book, where, doubts = _own_cases(folder, truce.id)
        problems.extend(doubts)
        problems.extend(lint(truce, found.actors.actors, found.places.places, where=where))
        problems.extend(run_cases(truce, book, where.replace("truce.yaml", "cases.yaml")) if book else ())
    problems.extend(_broken_ties(found))
    return problems


def _own_cases(folder: Path, truce: str) -> tuple[CaseBook | None, str, Sequence[Problem]]:
    """Return the cases of TRUCE, which stand beside its file, and the name to report that file by."""
    own = folder / "truces" / truce
    if (own / "truce.yaml").exists():
        where = f"truces/{truce}/truce.yaml"
        if not (own / "cases.yaml").exists():
            return None, where, ()
        text, name = (own / "cases.yaml").read_text("utf-8", "replace"), f"truces/{truce}/cases.yaml"
    else:
        where = f"pack:truces/{truce}/truce.yaml"
        text, name = pack_truce(truce, "cases.yaml")
    book, problems = load_cases(text, name)
    return book, where, problems


def _broken_ties(found: CaseFiles) -> list[Problem]:
    """Return a warning for each id in a registry that names nothing in it."""
    actors = {actor.id for actor in found.actors.actors}
    shipped = shipped_actors()
    sources = {source.id for source in found.sources.sources}
    provinces = {place.id for place in found.places.places}
    ties = (
        *((f"actors.yaml: {a.id}", tie.to, shipped | actors) for a in found.actors.actors for tie in a.affiliations),
        *((f"sources.yaml: {s.id}", other, sources) for s in found.sources.sources for other in s.relays),
        *((f"sources.yaml: {s.id}", s.actor, actors) for s in found.sources.sources if s.actor),
        *((f"places.yaml: {p.id}", p.province, provinces) for p in found.places.places if p.province),
    )
    return [
        Problem(where=where, message=f"names {name!r}, which the file does not list",
                hint=nearest(name, sorted(known)), severity="warning", step="check")
        for where, name, known in ties
        if name not in known
    ]  # fmt: skip


def _check_file(path: Path) -> list[Problem]:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return [Problem(where=str(path), line=line, message="this is not UTF-8 text", hint="save it as UTF-8")]
    kind = next((kind for kind in _KINDS if path.name.endswith(kind)), None)
    if kind == "truce.yaml":
        beside = path.with_name(path.name.replace("truce.yaml", "cases.yaml"))
        cases = beside.read_text("utf-8", "replace") if beside.is_file() else ""
        return _check_truce(text, str(path), cases, str(beside))
    if kind == "case.yaml":
        return list(read_authored(text, CaseFile, str(path))[2])
    if kind == "actors.yaml":
        return list(read_registry(text, ActorsFile, str(path))[1])
    if kind == "sources.yaml":
        return list(read_registry(text, SourcesFile, str(path))[1])
    if kind == "places.yaml":
        return list(read_registry(text, PlacesFile, str(path))[1])
    raise CaseError(f"{path} is no file that Tregua knows; it checks {', '.join(_KINDS)}")
