"""What was parsed once, kept in the user's cache: to parse the YAML that ships takes most of a start.

A file there is named by the hash of the text it was parsed from and begins with the hash of what it holds. One that is
missing or damaged is as if there were none, one that cannot be written is not written, and all may be deleted.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

__all__ = ["cache_folder", "keep", "recall"]

_FORM = "parsed-1"
"""Name of the folder; another one, when what is kept of the same text becomes another."""
_HASH = 64


def cache_folder() -> Path:
    """Return where the user's programs keep what they can make again."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(named or Path("~").expanduser() / ".cache") / "tregua" / _FORM


def recall(text: str) -> bytes | None:
    """Return what was kept of TEXT, None when nothing whole was."""
    try:
        held = _file(text).read_bytes()
    except (OSError, RuntimeError):
        return None
    parsed = held[_HASH:]
    return parsed if held[:_HASH] == _hash(parsed) else None


def keep(text: str, parsed: bytes) -> None:
    """Keep what was PARSED from TEXT, as a whole or not at all."""
    with suppress(OSError, RuntimeError):
        file = _file(text)
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(f".{os.getpid()}")
        new.write_bytes(_hash(parsed) + parsed)
        new.replace(file)


def _file(text: str) -> Path:
    return cache_folder() / f"{_hash(text.encode()).decode()}.json"


def _hash(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
