"""Text without what never tells two names apart."""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

_POSSESSIVE = re.compile(r"(?<=\w{3})['’]s\b", re.IGNORECASE)
_SILENT = frozenset("'’‘ʼʿʾ`´ʻ′\"“”«»")
_ALIKE = (
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "a", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | {"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ٱ": "ا", "ـ": "", "ء": ""}
    | {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}
)  # fmt: skip


class _Folded(dict[int, str]):
    """What each character becomes, worked out when it first comes."""

    def __missing__(self, code: int) -> str:
        folded = _character(chr(code))
        if len(self) < 100_000:  # noqa: PLR2004 - more characters than names are written in
            self[code] = folded
        return folded


def _character(sign: str) -> str:
    if sign in _SILENT:
        return ""
    if sign == "\u200c":
        return " "
    return "".join(map(_plain, unicodedata.normalize("NFKC", sign).casefold()))


def _plain(sign: str) -> str:
    if sign in _ALIKE:
        return _ALIKE[sign]
    parts = (part for part in unicodedata.normalize("NFKD", sign) if unicodedata.category(part) not in ("Mn", "Cf"))
    return "".join(_part(part) for part in parts)


def _part(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return _ALIKE.get(sign, sign if sign.isalnum() or unicodedata.category(sign) == "Mc" else " ")


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Return TEXT without what never tells two names apart: case, accents, vowel signs, quotes, hyphens, "'s".

    Arabic, Persian and Urdu forms of one letter become one, as do Hebrew ones at the end of a word; digits become
    ASCII; words stay apart by one space.
    """
    plain = _POSSESSIVE.sub("", text) if "'" in text or "’" in text else text
    return " ".join(plain.translate(_FOLDED).split())
