"""How words of names sound, whatever script they are written in.

Spellings of one name differ where writers heard, or left out, different vowels: "Hmeimim", "Khmeimim", "حميميم",
"Хмеймим". :func:`romanise` writes a word in Latin letters; :func:`skeleton` keeps what such writers agree on, the
consonants as heard. Letters that two writers take for one another (kh and h, q and k and g, dh and z) are one sound.
"""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from anyascii import anyascii

__all__ = ["Script", "also_heard", "also_written", "romanise", "script_of", "skeleton"]

Script = Literal["latin", "arabic", "cyrillic", "hebrew", "other"]

_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "j", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ڤ": "v", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    "ه": "h", "و": "w", "ؤ": "w", "ي": "y", "ئ": "y", "ٹ": "t", "ڈ": "d", "ړ": "r", "ڑ": "r", "ں": "n", "ے": "y",
    "ھ": "h", "ښ": "sh", "څ": "ts", "ځ": "z", "ټ": "t", "ډ": "d", "ڼ": "n", "ګ": "g", "ڕ": "r", "ڵ": "l", "ێ": "e",
    "ۆ": "o",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "j", "з": "z", "и": "i",
    "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "ў": "u", "ҳ": "h", "қ": "q", "ғ": "gh", "ҷ": "j", "ә": "a", "ө": "o", "ү": "u", "ң": "n",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "f", "ף": "f", "צ": "ts",
    "ץ": "ts", "ק": "q", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_SCRIPTS: tuple[tuple[Script, dict[str, str]], ...] = (
    ("arabic", _ARABIC), ("cyrillic", _CYRILLIC), ("hebrew", _HEBREW),
)  # fmt: skip
_LETTERS = str.maketrans(_ARABIC | _CYRILLIC | _HEBREW)
_HEARD = (
    ("dzh", "j"), ("dsch", "j"), ("tsch", "$"), ("dj", "j"), ("sch", "$"), ("tch", "$"), ("sh", "$"), ("ch", "$"),
    ("kh", "h"), ("gh", "k"),
    ("dh", "z"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("g", "k"), ("c", "k"), ("x", "ks"), ("v", "f"),
    ("p", "b"),
)  # fmt: skip
_KH = "\x7f"
"""Stands for kh, which is heard as h, until endings are told: شيخ ends in no yh."""
_ZERO = re.compile(r"(?<=[a-z])0|0(?=[a-z])")
_NISBA = re.compile(r"(?:[iy]+[ae]+h?|[iy]+h)$")
_PLURAL = re.compile(r"(?<=[a-z]{4})(?<![sau])s$")
_DOUBLED = re.compile(r"(.)\1+")
_INNER_VOWELS = re.compile(r"(?<!^)[aeiouwy]+")
_FIRST = str.maketrans("eiouw", "aaaaf")
_HEARD_TWO_WAYS: tuple[tuple[str, str], ...] = (
    ("в", "у"),
    ("ج", "گ"),
    ("و", "ف"),
    ("ו", "פ"),
    ("غ", "ه"),
    ("х", ""),
    ("ض", "ظ"),
    ("ث", "س"),
)
_LATIN_TWO_WAYS: tuple[tuple[str, str], ...] = (
    ("dh", "d"), ("th", "s"), ("x", "h"), ("v", "w"), ("g", "j"), ("z", "s"),
)  # fmt: skip
_LATIN_UNHEARD = (re.compile(r"^[nm](?=[bdgkpt])"), re.compile(r"(?<=[aeiou])h(?=[aeiou])"), re.compile(r"(?<=a)s$"))
"""What some writers leave out: the nasal that begins "Ngumino", the h of "Tihama", the s of a plural."""
_SHUT = re.compile(r"(?<!^)h$")


def _heard(sounds: str) -> str:
    """Return the Latin letters SOUNDS with one letter for each consonant that is heard, vowels as written."""
    for printed, heard in _HEARD:
        if printed in sounds:
            sounds = sounds.replace(printed, heard)
    return sounds


_HEARD_LETTERS = str.maketrans(
    {letter: _KH if latin == "kh" else _heard(latin) for letter, latin in (_ARABIC | _CYRILLIC | _HEBREW).items()}
)
"""Each letter as heard by itself: سح is s and h, and not the sh that it looks like when romanised."""


def script_of(word: str) -> Script:
    """Return the script that WORD begins in."""
    first = word[:1]
    if first.isascii():
        return "latin"
    return next((script for script, letters in _SCRIPTS if first in letters), "other")


def romanise(word: str) -> str:
    """Return the folded WORD in the letters a to z; letters that stand for no sound are left out."""
    if word.isascii():
        return word
    plain = word.translate(_LETTERS)
    return plain if plain.isascii() else anyascii(plain).casefold()


def skeleton(word: str) -> str:
    """Return what all spellings of the folded WORD share: its consonants as heard, and whether a vowel begins it."""
    if word.isdigit():
        return word
    sounds = _SHUT.sub("", _sounds(word))
    if not sounds:
        return ""
    single = _DOUBLED.sub(r"\1", sounds)
    heard = single[0].translate(_FIRST) + _INNER_VOWELS.sub("", single)[1:]
    return _DOUBLED.sub(r"\1", heard) if script_of(word) == "other" else heard


def _sounds(word: str) -> str:
    """Return the folded WORD with one letter for each consonant that is heard, vowels as written, its ending as Y."""
    plain = word.translate(_HEARD_LETTERS)
    if plain.isascii() and not word.isascii():
        return _of_nisba(plain).replace("dj", "j").replace(_KH, "h")
    sounds = _ZERO.sub("o", romanise(word)).replace("'", "")
    return _heard(_of_nisba(_PLURAL.sub("", sounds) if word.isascii() else sounds))


def _of_nisba(sounds: str) -> str:
    return _NISBA.sub("Y", sounds) if len(sounds) > 3 else sounds  # noqa: PLR2004 - "Tih" is no nisba


def also_heard(word: str) -> list[str]:
    """Return the skeletons that WORD has when a letter that is heard in two ways is heard in the other ("Лива")."""
    return list(also_written(word))


@lru_cache(maxsize=65_536)
def also_written(word: str) -> Mapping[str, str]:
    """Return WORD as who hears a letter of it in another way would write it, by its skeleton then."""
    ways = _LATIN_TWO_WAYS if word.isascii() else _HEARD_TWO_WAYS
    written = [word.replace(one, other) for one, other in ways if one in word]
    if word.isascii():
        written += [way.sub("", word) for way in _LATIN_UNHEARD if way.search(word)]
    return {skeleton(other): other for other in written}
