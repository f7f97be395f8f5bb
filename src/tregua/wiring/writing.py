"""Write a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from tregua.errors import TreguaError

__all__ = ["write_whole"]


def write_whole(path: Path, content: bytes) -> None:
    """Write CONTENT to PATH so that a reader sees the old file or the new one, never half of one.

    Raises:
        TreguaError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise TreguaError(f"{path} cannot be written: {error.strerror}") from error
