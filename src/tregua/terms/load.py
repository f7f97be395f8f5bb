"""Read truce files: those that ship with Tregua, and any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from pydantic import ValidationError

from tregua.authored import LineIndex, nearest, read_authored
from tregua.errors import CaseError, Problem
from tregua.terms.overlaps import unranked
from tregua.terms.truce import ANYONE, CIVILIANS, EXEMPT, OPPOSING, Clause, Truce

__all__ = ["check_truce", "load_truce", "pack_truce", "pack_truces"]

Path = tuple[str | int, ...]
Reference = tuple[Path, str]
Data = Mapping[str, Any]
"""A truce, or a part of it, as plain values: what is wrong in one place is no reason to be silent on another."""


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
    read = _read(text, where)
    return read.truce, read.problems


def check_truce(text: str, where: str) -> tuple[Truce | None, tuple[Problem, ...]]:
    """Read TEXT as a truce and look at how its clauses stand to each other, those without a mistake of their own.

    Returns:
        The truce as :func:`load_truce` gives it, and every problem in the order of the file; clauses that meet without
        a rank are warnings.
    """
    truce, data, lines, problems = _read(text, where)
    clauses = dict(enumerate(truce.clauses)) if truce is not None else dict(_sound_clauses(data))
    ranked = {frozenset((str(rank.get("first")), str(rank.get("then")))) for _, rank in _items(data, "rank")}
    found = list(problems)
    for at, other in unranked(clauses, ranked, _ids(data, "sides")):
        one, two = clauses[at], clauses[other]
        message = f"clause '{two.id}' permits what '{one.id}' {one.rule}, and no rank stands between them"
        hint = f"add to 'rank': {{first: {two.id}, then: {one.id}, cite: …}}, or narrow one of them"
        line = lines.line(("clauses", other))
        found.append(Problem(where=where, line=line, message=message, hint=hint, severity="warning", step="lint"))
    return truce, tuple(sorted(found, key=lambda problem: problem.line or 0))


def _folder() -> Traversable:
    return files("tregua").joinpath("packs", "truces")


class _Read(NamedTuple):
    truce: Truce | None
    data: Data
    lines: LineIndex
    problems: tuple[Problem, ...]


def _read(text: str, where: str) -> _Read:
    """Read TEXT as a truce; names that stand for nothing are looked for whatever else is wrong."""
    truce, lines, problems = read_authored(text, Truce, where)
    data = truce.model_dump(by_alias=True) if truce is not None else _composed(text, where)
    problems += tuple(_wrong_references(data, lines, where))
    return _Read(None if problems else truce, data, lines, problems)


def _composed(text: str, where: str) -> Data:
    """Return what TEXT holds, whatever is wrong with it as a truce; nothing when it is no YAML or no mapping."""
    from tregua.composed import compose  # noqa: PLC0415 - only what has mistakes is looked at so

    composed = compose(text, where, shipped=False)
    return composed[0] if isinstance(composed, tuple) and isinstance(composed[0], dict) else {}


def _sound_clauses(data: Data) -> Iterator[tuple[int, Clause]]:
    """Give the clauses of DATA, which has mistakes, that have none but a citation or words left out."""
    for at, item in _items(data, "clauses"):
        with suppress(ValidationError):
            yield at, Clause.model_validate({"cite": "-", "text": "-"} | dict(item))


def _wrong_references(data: Data, lines: LineIndex, where: str) -> Iterator[Problem]:
    """Give a problem for every name of DATA that stands for nothing, and every name given twice."""
    sides = _ids(data, "sides")
    members = set(_texts(data, "sides", "members", "actor"))
    actors = members | {*_texts(data, "exempt", "actor"), *_texts(data, "roles", "actor")}
    for kind, known, references in (
        ("area", _ids(data, "areas"), (*_lists(data, "layers", "areas"), *_lists(data, "clauses", "areas"))),
        ("layer", _ids(data, "layers"), (*_lists(data, "clauses", "layers"), *_lists(data, "withdrawals", "layers"))),
        ("side", sides and sides | {EXEMPT, CIVILIANS}, _meant_sides(data)),
        ("side or actor", sides and sides | actors, _lists(data, "clauses", "by")),
        ("side or member", sides and sides | members, _lists(data, "withdrawals", "by")),
        (
            "side or actor",
            sides and sides | actors | {EXEMPT, CIVILIANS, OPPOSING},
            _lists(data, "clauses", "against"),
        ),
        ("side or actor", sides and sides | actors | {ANYONE, EXEMPT}, _lists(data, "clauses", "prevents")),
        ("clause", _ids(data, "clauses"), _ranked_clauses(data)),
        ("source", _ids(data, "sources"), _cites(data, ())),
    ):
        for path, name in references if known else ():
            if name not in known:
                message = f"no {kind} of this truce is called {name!r}"
                yield Problem(where=where, line=lines.line(path), message=message, hint=nearest(name, sorted(known)))
    for path, name in _repeated(data):
        yield Problem(where=where, line=lines.line(path), message=f"{path[0]} has {name!r} twice")


def _items(value: Data, key: str) -> Iterator[tuple[int, Data]]:
    """Give the mappings in the list that VALUE has under KEY, with their positions; none where there is no list."""
    listed = value.get(key)
    for at, item in enumerate(listed if isinstance(listed, (list, tuple)) else ()):
        if isinstance(item, Mapping):
            yield at, item


def _ids(data: Data, group: str) -> set[str]:
    """Return the ids of GROUP; nothing when one of them has none, since any name may be meant for that one."""
    found = [item.get("id") for _, item in _items(data, group)]
    return {str(each) for each in found} if None not in found else set()


def _texts(data: Data, *keys: str) -> Iterator[str]:
    """Give the texts at the end of KEYS, each but the last of which holds a list."""
    for _, item in _items(data, keys[0]):
        if len(keys) > 2:  # noqa: PLR2004 - a list in a list
            yield from _texts(item, *keys[1:])
        elif item.get(keys[1]):
            yield str(item[keys[1]])


def _lists(data: Data, group: str, key: str) -> Iterator[Reference]:
    """Give every name that a term of GROUP has in its list under KEY."""
    for at, item in _items(data, group):
        for path, name in _names(item, key):
            yield (group, at, *path), name


def _names(item: Data, key: str) -> Iterator[Reference]:
    listed = item.get(key)
    for position, name in enumerate(listed if isinstance(listed, (list, tuple)) else ()):
        yield (key, position), str(name)


def _meant_sides(data: Data) -> Iterator[Reference]:
    yield from _lists(data, "labels", "means")
    for at, side in _items(data, "sides"):
        for path, name in _lists(side, "members", "may_also_be"):
            yield ("sides", at, *path), name


def _ranked_clauses(data: Data) -> Iterator[Reference]:
    for at, rank in _items(data, "rank"):
        for key in ("first", "then"):
            if key in rank:
                yield ("rank", at, key), str(rank[key])


def _cites(value: object, path: Path) -> Iterator[Reference]:
    """Give every source that a ``cite`` at or below VALUE names."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key == "cite" and item:
                for part in str(item).split(";"):
                    yield (*path, key), part.partition(",")[0].strip()
            else:
                yield from _cites(item, (*path, key))
    elif isinstance(value, (list, tuple)):
        for position, item in enumerate(value):
            yield from _cites(item, (*path, position))


def _repeated(data: Data) -> Iterator[Reference]:
    for key in ("sources", "layers", "areas", "sides", "exempt", "clauses", "procedures"):
        seen: set[str] = set()
        for at, item in _items(data, key):
            name = item.get("id")
            if name is not None and str(name) in seen:
                yield (key, at), str(name)
            seen.add(str(name))
