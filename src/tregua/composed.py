"""YAML taken apart: the data of a text and the line of each part of it, or what is wrong with it.

Scalars follow YAML 1.2: ``NO`` is a string and ``01:00`` is no number. Anchors are refused, so that no file can grow
when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from tregua.errors import Problem

__all__ = ["Path", "compose"]

_MAX_CHARACTERS = 4_000_000
_MAX_DEPTH = 40

Path = tuple[str | int, ...]
"""Keys and numbers of items from the top."""

_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML was built with it: ten times faster, same rules."""


class _Loader(_Base):  # type: ignore[misc,valid-type]
    """PyYAML's safe loader with YAML 1.2 scalars."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:~|null|)$", "~n\0"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?$", "-+0123456789"),
    ("timestamp", r"^\d{4}-\d\d-\d\d$", "0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])


def compose(text: str, where: str, *, shipped: bool) -> tuple[Any, dict[Path, int]] | Problem:
    """Return what TEXT holds and the line of each part of it, or the problem with it, located by WHERE.

    Of a SHIPPED text tests have looked for anchors and depth.
    """
    try:
        node = _node(text, shipped=shipped)
        lines = dict(_lines(node, ()))
        return _construct(node), lines
    except yaml.MarkedYAMLError as error:
        return _syntax_problem(error, where, text.count("\n") + 1)
    except (yaml.YAMLError, ValueError) as error:
        return Problem(where=where, line=1, message=f"this is not YAML: {error}")


def _node(text: str, *, shipped: bool) -> yaml.Node:
    if len(text) > _MAX_CHARACTERS:
        raise yaml.YAMLError(f"it has {len(text)} characters, more than the {_MAX_CHARACTERS} allowed")
    if not shipped:
        _refuse_anchors_and_depth(text)
    node = yaml.compose(text, Loader=_Loader)
    if node is None:
        raise yaml.YAMLError("it is empty")
    return node


def _refuse_anchors_and_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(
                problem="anchors (&) and aliases (*) are not allowed",
                problem_mark=event.start_mark,  # type: ignore[arg-type]
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.MarkedYAMLError(
                problem=f"nested deeper than {_MAX_DEPTH} levels",
                problem_mark=event.start_mark,  # type: ignore[arg-type]
            )


def _construct(node: yaml.Node) -> Any:  # noqa: ANN401 - YAML holds anything; the model checks it
    loader = _Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _lines(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"key {key.value!r} is given twice", problem_mark=key.start_mark)
            seen.add(key.value)
            yield from _lines(value, (*path, key.value))
            yield (*path, key.value), key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _lines(item, (*path, position))


def _syntax_problem(error: yaml.MarkedYAMLError, where: str, last: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1, last) if mark else 1
    said = ": ".join(part for part in (error.context, error.problem) if part)
    hint = "check indentation, colons and quotes near this line"
    return Problem(where=where, line=line, message=f"this is not valid YAML: {said}", hint=hint)
