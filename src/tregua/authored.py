"""Files that people write: YAML, read strictly, with the file and line of everything that is wrong.

One reader serves every such file (cases, registries, truces, language packs), so that a typo is answered the
same way everywhere: file, line, what is wrong, and the nearest known word. Scalars follow YAML 1.2: ``NO`` is a
string and ``01:00`` is no number. Anchors are refused, so that no file can grow when it is read.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from tregua.errors import Problem, TreguaError
from tregua.parsed import keep, recall

__all__ = ["Authored", "LineIndex", "nearest", "read_authored", "read_shipped"]

Path = tuple[str | int, ...]
ModelT = TypeVar("ModelT", bound="Authored")


class Authored(BaseModel):
    """A value that people write in YAML: frozen, and without room for unknown keys.

    What checks one is built when the first is read: few commands read files of every kind.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )


class LineIndex:
    """The line of every key and item of one YAML text, by its path from the top."""

    def __init__(self, lines: dict[Path, int]) -> None:
        """Keep LINES, counted from 1."""
        self._lines = lines

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line of PATH, or of the nearest part of it that is there."""
        at = tuple(path)
        while at not in self._lines and at:
            at = at[:-1]
        return self._lines.get(at, 1)


def read_authored(
    text: str, model: type[ModelT], where: str, *, shipped: bool = False
) -> tuple[ModelT | None, LineIndex, tuple[Problem, ...]]:
    """Read TEXT as MODEL; of a SHIPPED one, tests have looked for anchors and depth, and what was parsed is kept.

    Returns:
        The value, or None when anything is wrong; where its lines are; and every problem found, each with WHERE
        and its line.
    """
    if shipped and (kept := _kept(text, model)) is not None:
        return kept, LineIndex({}), ()
    from tregua.composed import compose  # noqa: PLC0415 - a start that has all it needs parsed loads no YAML

    composed = compose(text, where, shipped=shipped)
    if isinstance(composed, Problem):
        return None, LineIndex({}), (composed,)
    data, lines = composed[0], LineIndex(composed[1])
    try:
        value = model.model_validate(data)
    except ValidationError as error:
        return None, lines, tuple(_explain(error, model, lines, where))
    if shipped:
        _keep(text, data, value)
    return value, lines, ()


def read_shipped(path: str, model: type[ModelT]) -> ModelT:
    """Return the file that ships with Tregua at PATH among its packs (``names/words.yaml``) as MODEL.

    Raises:
        TreguaError: the file is wrong, which a test rules out.
    """
    text = files("tregua").joinpath("packs", *path.split("/")).read_text("utf-8")
    value, _, problems = read_authored(text, model, f"pack:{path}", shipped=True)
    if value is None:
        raise TreguaError("; ".join(map(str, problems)))
    return value


def _kept(text: str, model: type[ModelT]) -> ModelT | None:
    """Return the MODEL that was kept of TEXT, None when none was."""
    parsed = recall(text)
    try:
        return None if parsed is None else model.model_validate_json(parsed)
    except ValidationError:
        return None


def _keep(text: str, data: object, value: Authored) -> None:
    """Keep DATA, the parsed TEXT, if it gives VALUE again."""
    parsed = json.dumps(data, default=str, ensure_ascii=False).encode()
    with suppress(ValidationError):
        if type(value).model_validate_json(parsed) == value:
            keep(text, parsed)


def _explain(error: ValidationError, model: type[BaseModel], lines: LineIndex, where: str) -> Iterator[Problem]:
    known = sorted(_keys(model))
    errors = error.errors(include_url=False)
    for item in errors:
        if item["type"] == "too_short" and any(_is_within(other["loc"], item["loc"]) for other in errors):
            continue  # it is short of what is told to be wrong
        path = tuple(part for part in item["loc"])
        line = lines.line(path)
        name = ".".join(str(part) for part in path) or "the file"
        if item["type"] == "extra_forbidden":
            yield Problem(where=where, line=line, message=f"unknown key {name!r}", hint=nearest(str(path[-1]), known))
        elif item["type"] == "missing":
            hint = f"add '{path[-1]}:' to what stands here"
            yield Problem(where=where, line=line, message=f"{name!r} is missing", hint=hint)
        else:
            got = repr(item["input"])
            shown = got if len(got) <= 60 else f"{got[:57]}..."  # noqa: PLR2004 - a line of a terminal
            said = item["msg"].removeprefix("Value error, ")
            told = f"{name}: {said}" if isinstance(item["input"], dict) else f"{name}: {said}; got {shown}"
            yield Problem(where=where, line=line, message=told)


def _is_within(path: Sequence[str | int], outer: Sequence[str | int]) -> bool:
    return len(path) > len(outer) and tuple(path[: len(outer)]) == tuple(outer)


def nearest(word: str, known: Sequence[str]) -> str:
    """Return ``did you mean 'x'?`` for the nearest of KNOWN, or a list of KNOWN when none is near."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"known here: {', '.join(known[:20])}"


def _keys(model: type[BaseModel]) -> set[str]:
    """Return every key that MODEL or a model inside it knows."""
    found: set[str] = set()
    queue: list[Any] = [model]
    seen: set[Any] = set()
    while queue:
        current = queue.pop()
        if current in seen:
            continue
        seen.add(current)
        if isinstance(current, type) and issubclass(current, BaseModel):
            for name, field in current.model_fields.items():
                found.add(field.alias or name)
                queue.append(field.annotation)
        else:
            queue.extend(getattr(current, "__args__", ()))
    return found
