"""The JSON Schema of each file that people write, for editors, with what every key means."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel

from tregua.backends.registry import ActorsFile, PlacesFile, SourcesFile
from tregua.errors import CaseError
from tregua.terms.case import CaseFile
from tregua.terms.cases import CaseBook
from tregua.terms.truce import Truce

__all__ = ["SCHEMAS", "schema_of"]

SCHEMAS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "truce.yaml": Truce,
        "cases.yaml": CaseBook,
        "case.yaml": CaseFile,
        "actors.yaml": ActorsFile,
        "places.yaml": PlacesFile,
        "sources.yaml": SourcesFile,
    }
)
"""What each file is read as."""


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the file called NAME.

    Raises:
        CaseError: people write no file of that name.
    """
    model = SCHEMAS.get(name)
    if model is None:
        raise CaseError(f"no file is called {name!r}; there are {', '.join(SCHEMAS)}")
    schema = model.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": name}
    for each in _models(model):
        _describe(schema if each is model else schema.get("$defs", {}).get(each.__name__, {}), each)
    return schema


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give MODEL and every model inside it, each once."""
    seen: set[Any] = set()
    queue: list[Any] = [model]
    while queue:
        current = queue.pop()
        if isinstance(current, type) and issubclass(current, BaseModel):
            if current not in seen:
                seen.add(current)
                yield current
                queue.extend(field.annotation for field in current.model_fields.values())
        else:
            queue.extend(get_args(current))


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put what the docstring of MODEL says into SCHEMA."""
    schema["description"] = " ".join(inspect.cleandoc(model.__doc__ or "").split("\n\n")[0].split())
    said: dict[str, str] = {}
    for each in reversed(model.__mro__):
        _, _, listed = inspect.cleandoc(each.__dict__.get("__doc__") or "").partition("Attributes:\n")
        for part in re.split(r"\n(?=    \w)", f"\n{listed}"):
            name, _, text = part.strip().partition(": ")
            said[name] = " ".join(text.replace("``", "`").split())
    for name, field in model.model_fields.items():
        found = schema.get("properties", {}).get(field.alias or name)
        if found is not None and said.get(name):
            found["description"] = said[name]
