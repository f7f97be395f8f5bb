"""How the fuzzer changes a text: by sentences, numbers and marks, where bytes alone would seldom hit on anything."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

SENTENCE = re.compile(r"(?<=[.!?؟。])\s+|\n+")
NUMBER = re.compile(r"\d+")
NUMBERS = ("0", "1", "7", "24", "29.02.2016", "31", "1,883", "2.935", "10 000", "99999999999999999999", "٣٣", "۱۲", "²")
MARKS: tuple[str, ...] = (
    *".,;:!?()[]{}\"'«»“”„-—/\\…·•*#|\n\t،؛؟",
    "\u2013",
    "\u200f",
    "\u200c",
    "\u00ad",
    "\x00",
    "\ufeff",
    "\u0301",
)

Change = Callable[[str, Sequence[str], random.Random], str]


def mutate(text: str, texts: Sequence[str], chance: random.Random, limit: int) -> str:
    """Return TEXT changed one to four times, at most LIMIT bytes of it; TEXTS lend their sentences."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(CHANGES)(text, texts, chance)
    return text.encode("utf-8", "replace")[:limit].decode("utf-8", "ignore")


def _parts(text: str) -> list[str]:
    return [part for part in SENTENCE.split(text) if part]


def splice(text: str, texts: Sequence[str], chance: random.Random) -> str:
    own, others = _parts(text), _parts(chance.choice(texts))
    at = chance.randint(0, len(own))
    taken = chance.sample(others, min(len(others), chance.randint(1, 3)))
    return chance.choice((" ", "\n", "\n\n", "")).join([*own[:at], *taken, *own[at:]])


def duplicate(text: str, _: Sequence[str], chance: random.Random) -> str:
    first, last = _stretch(text, chance)
    return text[:last] + text[first:last] * chance.choice((1, 1, 2, 5, 40)) + text[last:]


def delete(text: str, _: Sequence[str], chance: random.Random) -> str:
    first, last = _stretch(text, chance)
    return text[:first] + text[last:]


def swap(text: str, _: Sequence[str], chance: random.Random) -> str:
    parts = text.split(" ")
    i, j = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[i], parts[j] = parts[j], parts[i]
    return " ".join(parts)


def renumber(text: str, _: Sequence[str], chance: random.Random) -> str:
    return NUMBER.sub(lambda held: str(chance.choice((held[0], chance.choice(NUMBERS)))), text)


def mark(text: str, _: Sequence[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(MARKS) * chance.choice((1, 1, 1, 3, 200)) + text[at:]


def shout(text: str, _: Sequence[str], chance: random.Random) -> str:
    first, last = _stretch(text, chance)
    middle = text[first:last]
    return text[:first] + chance.choice((middle.upper(), middle.lower(), middle.title())) + text[last:]


def _stretch(text: str, chance: random.Random) -> tuple[int, int]:
    first = chance.randint(0, len(text))
    return first, min(len(text), first + chance.choice((1, 8, 40, 200, 1000)))


CHANGES: tuple[Change, ...] = (splice, splice, duplicate, delete, swap, renumber, mark, shout)
