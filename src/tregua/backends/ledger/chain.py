"""The hash chain: how an entry becomes one SHA-256, and what a wrong one tells.

An entry's hash covers its table, every column but the hash itself (so its number, the hash of the entry before it
and its metadata) and, in place of the bytes it holds, their digest. Columns go in by name, each with its type and
length, so that no two different rows give the same text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["GENESIS", "Blob", "Row", "Value", "digest", "encode", "entry_hash", "explain"]

GENESIS = "0" * 64
"""What stands before the first entry."""

_PREFACE = b"tregua ledger entry 1\n"


def digest(content: bytes) -> str:
    """Return the SHA-256 of CONTENT in hex."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes, by length and SHA-256: what is hashed in their place."""

    length: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> Blob:
        """Measure CONTENT."""
        return cls(len(content), digest(content))


Value = int | float | str | bytes | Blob | None
Row = Mapping[str, Value]


def encode(value: Value) -> bytes:
    """Return VALUE with its type and length before it; bytes go in as their digest.

    Text that is not UTF-8 (from a damaged file) goes in as the bytes it was.
    """
    if isinstance(value, bytes):
        value = Blob.of(value)
    if isinstance(value, Blob):
        return f"blob:{value.length}:{value.sha256}".encode("ascii")
    if isinstance(value, str):
        raw = value.encode("utf-8", "surrogateescape")
        return b"text:%d:%b" % (len(raw), raw)
    return f"{type(value).__name__}:{value!r}".encode("ascii")


def entry_hash(table: str, row: Row) -> str:
    """Return the hash that ROW of TABLE should have; what it says in ``hash`` is left out."""
    taken = hashlib.sha256(_PREFACE + encode(table) + b"\n")
    for name in sorted(row):
        if name != "hash":
            taken.update(encode(name) + b"=" + encode(row[name]) + b"\n")
    return taken.hexdigest()


def explain(table: str, row: Row, before: Value, after: Value) -> str | None:
    """Say what does not fit in ROW of TABLE, or return None when all does.

    Args:
        table: name of the table.
        row: the entry as read, every column, bytes measured as :class:`Blob`.
        before: the hash of the entry before it; None when that entry is missing or at fault itself.
        after: the hash by which the next entry, or the head, refers to this one; None when not known.
    """
    computed = entry_hash(table, row)
    if computed != row["hash"]:
        return _altered(table, row, before, hash_only=computed == after)
    if "content" in row and not _has_its_digest(row):
        return "content: the bytes do not have the recorded SHA-256, though the entry's own hash fits"
    if before is not None and row["previous"] != before:
        return "order: it does not continue the entry before it, so one of the two was rewritten or moved"
    return None


def _has_its_digest(row: Row) -> bool:
    """Tell whether the bytes in ROW have the SHA-256 recorded with them."""
    content = row["content"]
    return isinstance(content, Blob) and content.sha256 == row["sha256"]


def _altered(table: str, row: Row, before: Value, *, hash_only: bool) -> str:
    """Say which part of ROW was altered, as far as the recorded hash lets one tell."""
    if hash_only:
        return "metadata: the recorded hash was altered, the rest is as it was appended"
    if before is not None and _fits(table, row, previous=before):
        return "order: the link to the entry before it was altered, the rest is as it was appended"
    if "content" in row and not _has_its_digest(row):
        content = row["content"]
        if isinstance(content, Blob) and _fits(table, row, sha256=content.sha256):
            return "metadata: the recorded SHA-256 was altered, the content is as it was appended"
        return "content: the bytes do not have the recorded SHA-256"
    names = ", ".join(name for name in row if name not in {"hash", "content", "sha256", "previous"})
    return f"metadata: the recorded hash does not fit, so one of {names} was altered"


def _fits(table: str, row: Row, **instead: Value) -> bool:
    """Tell whether ROW has its recorded hash with some columns INSTEAD."""
    return entry_hash(table, {**row, **instead}) == row["hash"]
