"""Evidence to documents: the right reader, the page's own lines left out, publisher and date placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tregua.deferred import deferred

if TYPE_CHECKING:
    from tregua.steps.read.corrections import correct_documents
    from tregua.steps.read.documents import read
    from tregua.steps.read.language import tell_language
    from tregua.steps.read.media import sniff

__all__ = ["correct_documents", "read", "sniff", "tell_language"]

_HOMES = {
    "correct_documents": "tregua.steps.read.corrections",
    "read": "tregua.steps.read.documents",
    "tell_language": "tregua.steps.read.language",
    "sniff": "tregua.steps.read.media",
}
"""The module of each public name."""

__getattr__ = deferred(__name__, _HOMES)
