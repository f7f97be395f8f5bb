"""What the words for somebody or something struck say of it: civilians, a civilian object, or but a place."""

from __future__ import annotations

from functools import cache

from tregua.authored import Authored, read_shipped
from tregua.vocabulary.folding import fold
from tregua.vocabulary.place_words import place_words
from tregua.vocabulary.word_table import WordTable

__all__ = ["is_but_a_place", "is_civilian"]


class StruckFile(Authored):
    """The table as a person writes it.

    Attributes:
        civilians: words for people who are no combatants.
        objects: words for what is no military objective.
        fighting: words that say the opposite.
    """

    civilians: str
    objects: str
    fighting: str


@cache
def _table() -> WordTable:
    """Return the table that ships with Tregua, what says the opposite first."""
    table = read_shipped("names/struck.yaml", StruckFile)
    return WordTable([("fighting", table.fighting), ("civilian", f"{table.civilians} {table.objects}")])


def is_civilian(text: str) -> bool:
    """Tell whether TEXT means civilians or civilian objects: "two women", "al-Quds hospital".

    A word for fighters or for what is theirs beside it ("military hospital") leaves it open, and so do "people".
    """
    return {_table().get(word) for word in fold(text).split()} - {""} == {"civilian"}


def is_but_a_place(text: str) -> bool:
    """Tell whether TEXT says where and not whom: "the town", "villages", "northern neighbourhoods"."""
    taken = place_words(text)
    return not taken.name and bool(taken.says)
