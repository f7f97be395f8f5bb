"""Records to canonical JSON and back: the one form in which derived rows are kept, hashed and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

__all__ = ["decode", "digest", "encode"]

T = TypeVar("T")


_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)
"""Making an adapter takes longer than using it a hundred times."""


def encode(kind: type[T], value: T) -> str:
    """Return VALUE, a KIND, as canonical JSON: sorted keys, no spaces, the text as it is."""
    plain = _adapter(kind).dump_python(value, mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(kind: type[T], payload: str) -> T:
    """Return the KIND that :func:`encode` wrote as PAYLOAD."""
    value: T = _adapter(kind).validate_json(payload)
    return value


def digest(*parts: str) -> str:
    """Return one SHA-256 over PARTS, each with its length, so that no two lists of parts look alike."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()
