"""Finds the items in what a person names: files, folders, a stream; large files of records line by line.

Nothing here judges what an item says. An item that cannot or must not be taken is a problem beside the others, so that
one broken file among a thousand stops nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from tregua.errors import Problem
from tregua.records.document import ITEM_LIMIT

__all__ = ["HEAD", "Item", "items"]

HEAD = 4_096
"""Bytes from the start of an item that are enough to tell its kind."""

_RECORD_SUFFIXES = (".jsonl", ".ndjson")
_CHUNK = 1024 * 1024
_MAY_READ = "check that it is there and that you may read it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing found: content or the problem that keeps it out, never both.

    Attributes:
        name: path as named, with ``:17`` for line 17 of a file of records, or ``-`` for the stream.
        content: the bytes, None where there is a problem.
        sha256: hex digest of the bytes, "" where they could not be read to the end.
        problem: why it is not taken, None where it is.
    """

    name: str
    content: bytes | None = field(default=None, repr=False)
    sha256: str = ""
    problem: Problem | None = None


def items(path: str, *, stream: BinaryIO | None = None, limit: int = ITEM_LIMIT) -> Iterator[Item]:
    """Give the items at PATH: a file, every file of a folder in the order of their names, or ``-`` for the stream.

    Hidden files and folders are passed over. Links that lead out of the folder are refused, and so is what is no
    plain file and what has more than LIMIT bytes. STREAM stands for standard input.
    """
    if path == "-":
        yield from _stream(stream or sys.stdin.buffer, limit)
    elif Path(path).is_dir():
        yield from _folder(Path(path), limit)
    else:
        yield from _file(Path(path), _shown(path), limit)


def _problem(name: str, message: str, hint: str = "", line: int | None = None) -> Item:
    where = name if line is None else name.removesuffix(f":{line}")
    return Item(name=name, problem=Problem(where=where, line=line, message=message, hint=hint, step="add"))


def _too_large(name: str, limit: int, line: int | None = None) -> Item:
    hint = "split it, or put in the part that reports"
    return _problem(name, f"it is larger than {limit // (1024 * 1024)} MB", hint, line)


def _folder(folder: Path, limit: int) -> Iterator[Item]:
    root = folder.resolve()
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*files, *links]):
            if not name.startswith("."):
                yield from _within(Path(parent, name), root, limit)
    for error in closed:
        yield _problem(_shown(str(error.filename)), f"it cannot be read: {error.strerror}", _MAY_READ)


def _within(path: Path, root: Path, limit: int) -> Iterator[Item]:
    """Give what is at PATH if it truly lies under ROOT; a link to a folder under it is met there."""
    try:
        outside = path.is_symlink() and not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link that leads to itself
        outside = True
    if outside:
        yield _problem(_shown(str(path)), "it is a link that leads out of the folder", "put in the file it leads to")
    elif not path.is_dir():
        yield from _file(path, _shown(str(path)), limit)


def _shown(name: str) -> str:
    """Return NAME with what is not UTF-8 in it replaced, so that it can be kept and printed."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _file(path: Path, name: str, limit: int) -> Iterator[Item]:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            yield _problem(name, "it is no plain file", "put in the file itself")
            return
        with path.open("rb") as opened:
            yield from _records(opened, name, limit) if _holds_records(name) else [_whole(opened, name, limit)]
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or "its name is no file's name"
        yield _problem(name, f"it cannot be read: {said}", _MAY_READ)


def _holds_records(name: str) -> bool:
    return name.lower().endswith(_RECORD_SUFFIXES)


class _Bytes(Protocol):
    """What can be read from the front."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


def _whole(opened: _Bytes, name: str, limit: int) -> Item:
    """Read the rest of OPENED as one item; what is too large is read through for its digest, but not kept."""
    pieces: list[bytes] = []
    digest, size = hashlib.sha256(), 0
    while piece := opened.read(_CHUNK):
        digest.update(piece)
        size += len(piece)
        if size > limit:
            pieces.clear()
        else:
            pieces.append(piece)
    if size > limit:
        refused = _too_large(name, limit)
        return Item(name=name, sha256=digest.hexdigest(), problem=refused.problem)
    return Item(name=name, content=b"".join(pieces), sha256=digest.hexdigest())


def _records(opened: _Bytes, name: str, limit: int) -> Iterator[Item]:
    """Give one item a line of OPENED; empty lines are passed over, their numbers are not."""
    number = 0
    while line := opened.readline(limit + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(opened)
            yield _too_large(f"{name}:{number}", limit, number)
        elif content := line.strip():
            yield Item(name=f"{name}:{number}", content=content, sha256=hashlib.sha256(content).hexdigest())
    if not number:
        yield _problem(name, "it is empty", "put in a file that holds something")


def _skip_line(opened: _Bytes) -> None:
    while (piece := opened.readline(_CHUNK)) and not piece.endswith(b"\n"):
        pass


def _stream(stream: BinaryIO, limit: int) -> Iterator[Item]:
    """Give what STREAM holds: records if its first line is one, else one item."""
    first = stream.readline(limit + 1)
    opened = _PutBack(first, stream)
    yield from _records(opened, "-", limit) if _is_record(first) else [_whole(opened, "-", limit)]


def _is_record(line: bytes) -> bool:
    try:
        return line.lstrip(b"\xef\xbb\xbf \t")[:1] == b"{" and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


class _PutBack:
    """A stream whose first line was read and is given again."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def read(self, size: int) -> bytes:
        first, self._first = self._first, b""
        return first or self._rest.read(size)

    def readline(self, size: int) -> bytes:
        first, self._first = self._first, b""
        return first or self._rest.readline(size)
