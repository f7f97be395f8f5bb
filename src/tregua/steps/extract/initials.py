"""Letters that stand for a name: "U Aung", "J. Brar"."""

from __future__ import annotations

from tregua.steps.extract.text import Reading

__all__ = ["is_initial"]


def is_initial(reading: Reading, position: int) -> bool:
    """Tell whether the letter at POSITION begins somebody's name: "S N Rao", "U Aung", "J. Brar"."""
    token = reading.tokens[position]
    if not (token.capital and len(token.text) == 1):
        return False
    at = position + 1
    at += at < len(reading.tokens) and reading.tokens[at].text == "."
    return at < len(reading.tokens) and reading.tokens[at].kind == "word" and reading.tokens[at].capital
