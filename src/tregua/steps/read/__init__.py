"""Evidence to documents: the right reader, the page's own lines left out, publisher and date placed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tregua.steps.read.documents import read
    from tregua.steps.read.language import tell_language
    from tregua.steps.read.media import sniff

__all__ = ["read", "sniff", "tell_language"]

_HOMES = {
    "read": "tregua.steps.read.documents",
    "tell_language": "tregua.steps.read.language",
    "sniff": "tregua.steps.read.media",
}
"""The module of each public name."""


def __getattr__(name: str) -> object:
    """Return a public NAME from its module, imported when it is first asked for: ``extract`` only tells languages."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
