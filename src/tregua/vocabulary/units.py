"""What a count counts, and over how long: words of several languages that decide how counts may be added."""

from __future__ import annotations

from tregua.vocabulary.folding import fold

__all__ = ["BREACH", "a_day_back", "unit_class"]

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


_DAY_WORDS = frozenset(
    map(
        fold,
        (
            "day",
            "сутки",
            "суток",
            "день",
            "дня",
            "добу",
            "доба",
            "يوم",
            "اليوم",
            "día",
            "jour",
            "journée",
            "dia",
            "gün",
        ),
    )
)


def a_day_back(words: str) -> bool:
    """Tell whether WORDS measure a day back from the report ("over the past day") rather than name one ("yesterday").

    A measured day ends with the word for a day; a named one with its name, also after that word ("يوم الاثنين").
    """
    parts = fold(words).split()
    return bool(parts) and parts[-1] in _DAY_WORDS
