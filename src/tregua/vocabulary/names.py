"""Names of people, groups and places as printed: folded, reduced to a skeleton, and compared.

One name has many spellings, above all where it was romanised from Arabic by ear ("Faylagh-o-alSham", "Faylaq
al-Sham"). :func:`analyse` reduces a spelling to what such writers agree on; :func:`similarity` says how alike two
are. Words that many names share ("front", "brigade", "jaysh") weigh little and count as their meaning, so that
"Army of Islam" is near "Jaysh al-Islam", while "Jabhat al-Islam" is not: two different kinds of body are two bodies.
"""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz

__all__ = ["GENERIC", "NEAR", "Name", "analyse", "fold", "same_skeleton", "similarity", "skeleton", "take_apart"]

NEAR = 0.86
"""The line: a name less alike than this is not that name."""

_KIND_WORDS = {
    "army": "army jaysh jaish jeish jeysh jaych djeich armée ejército exército ordu ordusu армия армии джейш جيش ارتش",
    "front": "front jabhat jabha jabhah jibhat jibha jebhat jebha djebhat frente cephe cephesi фронт джебхат جبهه",
    "brigade": "brigade brigades liwa liwaa alwiya brigada brigadas tugay tugayı бригада لواء الويه",
    "battalion": "battalion battalions kataib katiba katibat batallón batalhão tabur батальон كتيبه كتائب",
    "division": "division firqat firqa firqah división divisão tümen дивизия فرقه",
    "movement": "movement harakat haraka mouvement movimiento movimento hareketi движение حركه",
    "gathering": "gathering tajammu union ittihad alliance coalition تجمع اتحاد",
    "group": "group groups grouping groupings unit units faction factions militia militias paramilitary formation "
    "formations detachment detachments grupo grupos groupe groupes группа группы группировка группировки отряд "
    "отряды فصيل فصائل گروه",
    "fighters": "fighters militants militant gunmen rebels terrorists terrorist combatants боевики مسلحين",
    "forces": "forces force troops fuerzas forças güçleri силы войска قوات",
    "party": "party hizb partido parti partisi партия حزب",
}
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "a", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | {"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ٱ": "ا", "ـ": "", "ء": ""}
)
_SILENT = re.compile(r"['’‘ʼʿʾ`´ʻ′\"“”«»]")
_POSSESSIVE = re.compile(r"(?<=\w{3})['’]s\b", re.IGNORECASE)
_BREAK = re.compile(r"[^\w]+|_+")
_JOIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ARTICLES = "al el il ul an en un ar er ur as es us ash esh ush at et ad ed ud az ez adh ath"
_LINKS = "the of and for de la le les du des del do da dos das o 0 e i u y ye wa"
_EMPTY = frozenset(f"{_ARTICLES} {_LINKS}".split())
_SOUNDS = (
    ("dzh", "j"), ("dj", "j"), ("sch", "$"), ("sh", "$"), ("ch", "$"), ("kh", "h"), ("gh", "k"), ("dh", "z"),
    ("th", "t"), ("ph", "f"), ("q", "k"), ("g", "k"), ("c", "k"), ("x", "ks"), ("v", "f"),
)  # fmt: skip
_NISBA = re.compile(r"[iy]+[ae]+$")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouwy]+")
_JOINED_ARTICLE = re.compile(r"^al(?=\w{4})")
_JOINED_ARABIC = re.compile(r"(?:^|(?<=\w{3}))ال(?=\w{3})")
_SHUT = re.compile(r"(?<=[aeiouwy])h$|(?<=t)h$")
_ANY_BODY = frozenset({"group", "fighters", "forces"})
_WORD_LINE = 0.75
_GENERIC_WEIGHT = 0.25
_DIFFERENT_KIND = 0.6


def fold(text: str) -> str:
    """Return TEXT without what never tells two names apart: case, accents, vowel signs, quotes, hyphens, "'s".

    Arabic, Persian and Urdu forms of one letter become one; digits become ASCII; words stay apart by one space.
    """
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", text)).casefold().replace("\u200c", " ")
    parts = unicodedata.normalize("NFKD", _SILENT.sub("", plain).translate(_LETTERS))
    kept = "".join(_plain_digit(sign) for sign in parts if unicodedata.category(sign) not in ("Mn", "Cf"))
    return " ".join(_BREAK.sub(" ", kept.translate(_LETTERS)).split())


def _plain_digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _reduce(word: str) -> str:
    """Return the skeleton of one folded WORD: consonants as heard, back vowels, no other vowel but a first one."""
    if not word.isascii() or word.isdigit():
        return _JOINED_ARABIC.sub("", word)
    sounds = _SHUT.sub("", _JOINED_ARTICLE.sub("", word).replace("0", "o"))
    for printed, heard in _SOUNDS:
        sounds = sounds.replace(printed, heard)
    return _VOWELS.sub(_vowel, _DOUBLED.sub(r"\1", _NISBA.sub("Y", sounds)))


def _bare(word: str) -> str:
    """Return WORD without a joined article."""
    return _JOINED_ARABIC.sub("", _JOINED_ARTICLE.sub("", word))


def _vowel(run: re.Match[str]) -> str:
    if any(letter in "ouw" for letter in run[0]):
        return "u"
    return "" if run.start() else "a"


GENERIC = MappingProxyType({_bare(fold(word)): kind for kind, words in _KIND_WORDS.items() for word in words.split()})
"""Folded words that many names share, with the kind of body they mean."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    Attributes:
        folded: as :func:`fold` gives it.
        kinds: kinds of body its generic words mean.
        words: skeletons of its other words, in order; never empty unless the name is generic throughout.
    """

    folded: str
    kinds: frozenset[str]
    words: tuple[str, ...]

    @property
    def core(self) -> str:
        """Return its telling words in one, so that joined and parted spellings agree."""
        return "".join(self.words)


@lru_cache(maxsize=65_536)
def analyse(text: str) -> Name:
    """Return the name TEXT taken apart, as :func:`take_apart` does; remembered, for names come again and again."""
    return take_apart(text)


def take_apart(text: str) -> Name:
    """Return TEXT, of any length, taken apart; articles and linking words are dropped, acronyms ("US") are not."""
    printed = _BREAK.split(_SILENT.sub("", _POSSESSIVE.sub("", _JOIN.sub(" ", text))))
    parts = [(part, part.isupper() and len(part) > 1) for part in printed]
    telling = [fold(part) for part, acronym in parts if acronym or fold(part) not in _EMPTY] or fold(text).split()
    kinds = frozenset(GENERIC[bare] for bare in map(_bare, telling) if bare in GENERIC)
    words = (_reduce(part) for part in telling if _bare(part) not in GENERIC)
    return Name(fold(text), kinds, tuple(word for word in words if word))


def skeleton(text: str) -> str:
    """Return what spellings of one name share, as text: kinds of body, then the telling words joined."""
    name = analyse(text)
    return " ".join((*sorted(name.kinds), name.core)).strip()


def same_skeleton(left: Name, right: Name) -> bool:
    """Tell whether two spellings have one skeleton and are near as printed too (a short skeleton: nearer)."""
    if left.core != right.core or left.kinds != right.kinds:
        return False
    line = 75 if len(left.core) <= 3 else 60  # noqa: PLR2004 - "hm" is Hama and many others
    return fuzz.ratio(left.folded.replace(" ", ""), right.folded.replace(" ", "")) >= line


def similarity(left: Name, right: Name) -> float:
    """Return how alike two names are, 0 to 1: words matched one by one, generic words weighing a quarter.

    Two names whose generic words mean different kinds of body stay under the line however alike the rest. Every body
    has fighters, groups and forces: those words do not count.
    """
    if left.folded == right.folded:
        return 1.0
    if not left.words or not right.words:
        return _DIFFERENT_KIND if left.kinds & right.kinds else 0.0
    ours, theirs = left.kinds - _ANY_BODY, right.kinds - _ANY_BODY
    shared = 2 * _GENERIC_WEIGHT * len(ours & theirs)
    weight = len(left.words) + len(right.words) + _GENERIC_WEIGHT * (len(ours) + len(theirs))
    score = (_found(left.words, right.words) + _found(right.words, left.words) + shared) / weight
    return min(score, _DIFFERENT_KIND) if ours and theirs and not ours & theirs else score


def _found(words: tuple[str, ...], among: tuple[str, ...]) -> float:
    """Return the sum over WORDS of how near the nearest of AMONG is; a word not near counts nothing."""
    best = (max(fuzz.ratio(word, other) for other in among) / 100 for word in words)
    return sum(near for near in best if near >= _WORD_LINE)
