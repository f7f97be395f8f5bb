"""What a count counts: breaches, however a language words them, or something else."""

from __future__ import annotations

from tregua.vocabulary.names import fold

__all__ = ["BREACH", "unit_class"]

BREACH = "breach"
"""The class of all words for a breach of a truce."""

_STEMS = (
    "breach", "violat", "infring", "incident", "time", "case",
    "violac", "infrac", "incumpl", "vulner", "ihlal",
    "наруш", "поруш", "случа", "خرق", "خروق", "انتهاك", "نقض", "تخط",
)  # fmt: skip


def unit_class(unit: str) -> str:
    """Return ``breach`` when UNIT is a word for breaches or is not given, else UNIT folded.

    Counts of different classes are never added: "27 arrest operations" are no 27 breaches until somebody says so.
    """
    words = fold(unit)
    return BREACH if not words or any(stem in words for stem in _STEMS) else words
