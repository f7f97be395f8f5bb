"""Read truce files: those that ship with Tregua, and any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from tregua.authored import LineIndex, nearest, read_authored
from tregua.errors import CaseError, Problem
from tregua.terms.overlaps import unranked
from tregua.terms.truce import ANYONE, CIVILIANS, EXEMPT, OPPOSING, Truce

__all__ = ["check_truce", "load_truce", "pack_truce", "pack_truces"]

Path = tuple[str | int, ...]
Reference = tuple[Path, str]


def pack_truces() -> tuple[str, ...]:
    """Return the ids of the truces that ship with Tregua, in order."""
    return tuple(sorted(folder.name for folder in _folder().iterdir() if folder.joinpath("truce.yaml").is_file()))


def pack_truce(truce: str, file: str = "truce.yaml") -> tuple[str, str]:
    """Return the text of FILE of a truce that ships with Tregua, and the name to report it by.

    Raises:
        CaseError: no such truce ships with Tregua.
    """
    known = pack_truces()
    if truce not in known:
        raise CaseError(f"no truce called {truce!r} ships with Tregua; {nearest(truce, known)}")
    return _folder().joinpath(truce, file).read_text(encoding="utf-8"), f"pack:truces/{truce}/{file}"


def load_truce(text: str, where: str) -> tuple[Truce | None, tuple[Problem, ...]]:
    """Read TEXT as a truce.

    Returns:
        The truce, or None when anything is wrong with it, and every problem with WHERE and its line.
    """
    truce, lines, problems = read_authored(text, Truce, where)
    if truce is None:
        return None, problems
    wrong = tuple(_wrong_references(truce, lines, where))
    return (None if wrong else truce), wrong


def check_truce(text: str, where: str) -> tuple[Truce | None, tuple[Problem, ...]]:
    """Read TEXT as a truce and look at how its clauses stand to each other.

    Returns:
        The truce as :func:`load_truce` gives it, and every problem; clauses that meet without a rank are warnings.
    """
    truce, problems = load_truce(text, where)
    if truce is None:
        return None, problems
    _, lines, _ = read_authored(text, Truce, where)
    found = []
    for at, other in unranked(truce):
        one, two = truce.clauses[at], truce.clauses[other]
        message = f"clause '{two.id}' permits what '{one.id}' {one.rule}, and no rank stands between them"
        hint = f"add to 'rank': {{first: {two.id}, then: {one.id}, cite: …}}, or narrow one of them"
        line = lines.line(("clauses", other))
        found.append(Problem(where=where, line=line, message=message, hint=hint, severity="warning", step="lint"))
    return truce, tuple(found)


def _folder() -> Traversable:
    return files("tregua").joinpath("packs", "truces")


def _wrong_references(truce: Truce, lines: LineIndex, where: str) -> Iterator[Problem]:
    """Give a problem for every name that stands for nothing, and every name given twice."""
    sides = {side.id for side in truce.sides}
    clauses = {clause.id for clause in truce.clauses}
    members = {member.actor for side in truce.sides for member in side.members}
    actors = members | {exemption.actor for exemption in truce.exempt if exemption.actor}
    actors |= {role.actor for role in truce.roles}
    for kind, known, references in (
        (
            "area",
            {area.id for area in truce.areas},
            (*_parts(truce, "layers", "areas"), *_parts(truce, "clauses", "areas")),
        ),
        ("layer", {layer.id for layer in truce.layers}, _parts(truce, "clauses", "layers")),
        ("side", sides | {EXEMPT, CIVILIANS}, _label_sides(truce)),
        ("side or actor", sides | actors, _parts(truce, "clauses", "by")),
        ("side or actor", sides | actors | {EXEMPT, CIVILIANS, OPPOSING}, _parts(truce, "clauses", "against")),
        ("side or actor", sides | actors | {ANYONE, EXEMPT}, _parts(truce, "clauses", "prevents")),
        ("clause", clauses, _ranked_clauses(truce)),
        ("source", {source.id for source in truce.sources}, _cites(truce.model_dump(by_alias=True), ())),
    ):
        for path, name in references:
            if name not in known:
                message = f"no {kind} of this truce is called {name!r}"
                yield Problem(where=where, line=lines.line(path), message=message, hint=nearest(name, sorted(known)))
    for path, name in _repeated(truce):
        yield Problem(where=where, line=lines.line(path), message=f"{path[0]} has {name!r} twice")


def _parts(truce: Truce, group: str, key: str) -> Iterator[Reference]:
    """Give every name that a term of GROUP has under KEY."""
    for at, term in enumerate(getattr(truce, group)):
        for position, name in enumerate(getattr(term, key)):
            yield (group, at, key, position), name


def _label_sides(truce: Truce) -> Iterator[Reference]:
    for at, label in enumerate(truce.labels):
        for position, side in enumerate(label.means):
            yield ("labels", at, "means", position), side
    for at, each in enumerate(truce.sides):
        for row, member in enumerate(each.members):
            for position, side in enumerate(member.may_also_be):
                yield ("sides", at, "members", row, "may_also_be", position), side


def _ranked_clauses(truce: Truce) -> Iterator[Reference]:
    for at, rank in enumerate(truce.rank):
        yield ("rank", at, "first"), rank.first
        yield ("rank", at, "then"), rank.then


def _cites(value: object, path: Path) -> Iterator[Reference]:
    """Give every source that a ``cite`` at or below VALUE names."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "cite":
                for part in str(item).split(";"):
                    yield (*path, key), part.partition(",")[0].strip()
            else:
                yield from _cites(item, (*path, key))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _cites(item, (*path, position))


def _repeated(truce: Truce) -> Iterator[Reference]:
    groups: Iterable[tuple[str, list[str]]] = (
        (key, [item.id for item in getattr(truce, key)])
        for key in ("sources", "layers", "areas", "sides", "exempt", "clauses", "procedures")
    )
    for key, ids in groups:
        for at, name in enumerate(ids):
            if name in ids[:at]:
                yield (key, at), name
