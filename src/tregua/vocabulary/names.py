"""Names of people, groups and places as printed: taken apart into words that can be compared across spellings.

One name has many spellings, above all where it was romanised from Arabic by ear ("Faylagh-o-alSham", "Faylaq
al-Sham", «فيلق الشام», «Файлак аш-Шам»), and many translations ("Army of Islam", "Jaysh al-Islam"). A word is known
by what it means, where the table of meanings has it, and else by how it sounds. Kinds of body ("front", "brigade")
weigh little, for many names share them; but "Jabhat al-Islam" and "Jaysh al-Islam" are two different bodies.
"""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tregua.vocabulary.affixes import parted, unbound
from tregua.vocabulary.folding import fold
from tregua.vocabulary.meanings import Number, meanings
from tregua.vocabulary.sounds import Script, also_written, romanise, script_of, skeleton

__all__ = ["Name", "Word", "analyse", "keys_of", "take_apart"]

_SILENT = re.compile(r"['’‘ʼʿʾ`´ʻ′\"“”«»]")
_POSSESSIVE = re.compile(r"(?<=\w{3})['’]s\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b([Cc]o|CO)-(?=[oóöOÓ])")
_ELIDED = re.compile(r"\b[ldnLDN]['’](?=\w{3})")
_BREAK = re.compile(r"(?:[^\w\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u1000-\u1049\u1780-\u17d3]|_)+")
_ODD = re.compile(r"[^\w\s]|_|[a-zа-яё][A-ZА-ЯЁ]")
_JOIN = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_ARTICLES = "al el il ul an en un ar er ur as es us ash esh ush at et ad ed ud az ez adh ath"
_ARTICLES_CYRILLIC = "аль эль аш эш ан эн ас эс ад эд ат эт ар эр аз эз ал ель уль ул"
_LINKS = (
    "the a of and for in on to by l d de la le les los las du des del do da dos das o 0 e i u y ye wa et en au aux"
    " sri based dans pour para por na no em und der die van von ve ile wal bi bil li lil yi ye"
    " и е в во на по из за с года та і й з у я ая із ва валь де дель في من و الي عن של ו את על"
    " از به با در براي تا را كه كا كي كے میں سے اور او د په له ته جي بو ए उल अल का की के और में से ও র և და এর"
)
_EMPTY = frozenset(fold(f"{_ARTICLES} {_ARTICLES_CYRILLIC} {_LINKS}").split())
_LATIN_ARTICLE = re.compile(r"^al(?=[^aeiou\W]\w{3})")
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{2})")
_ON = "على"
_SERVANTS = frozenset({"abd", "عبد", "абд"})
_SERVANT = re.compile(r"^(?:abd[aeou]?l*|عبد(?:الل?)?|абд[аеуоэ]?л*ь?)$")
_SERVANT_OF = re.compile(r"^(abd|عبد|абд)(?:[aeou]l++|الل?+|[аеуоэ]л++ь?+)(?=\w{3})")
_ARTICLE_OF = re.compile(r"^(?:[aeu]l++|الل?+|[аэ]л++)(?=\w{3})")
_SLAVIC_ADJECTIVE = re.compile(r"(?<=\w{2}[сц]к)(?:ая|ии|ои|ое|ие|их|им|ом|ого|ому|ую|ими|а|е|оі|ою|іи)$")
_ANY_BODY = frozenset({"group", "fighters", "rebels", "forces", "militia", "units", "company", "soldiers"})
_NUMBER = re.compile(r"0*(\d+)(?:st|nd|rd|th|e|er|eme|ere|a|o|i|ia|ja|ya|й|я|и|ая|ий|ша|та|га)?")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_REGULAR = frozenset({"=army", "=armed", "=government", "=military"})
_DIGIT = re.compile(r"\d")
_NONE: frozenset[str] = frozenset()
_MEANING, _BODY, _ANYBODY = 0.7, 0.22, 0.15


@dataclass(frozen=True, slots=True)
class Word:
    """One telling word of a name.

    Attributes:
        key: ``=`` and what it means, or else its skeleton; the same for all spellings.
        sounds: its skeleton.
        latin: it in Latin letters, to tell how near two spellings of one skeleton are.
        weight: how much it tells: 1 for a word of no known meaning, less for others, least for a kind of body.
        script: the script it was printed in.
        printed: it as printed, folded, without article.
        root: of a word that Arabic has several for, what tells "Liwa" from "Kataib"; else "".
        number: of a kind of body, whether it is ``one`` or ``several``, "" where the word does not tell.
        meaning: what it means, "" when not known.
        kind: the kind of body that it means, "" for none and for what every body has.
        body: whether it is a kind of body, or what every body has.
        any_body: whether every body has it: "forces", "group".
        place: whether it names a country, a people or a region.
        loose: whether a name may be printed with or without it.
        digits: whether its key has a digit.
        heard: for a word of no known meaning, what else is heard in it, as :func:`also_written` gives it.
    """

    key: str
    sounds: str
    latin: str
    weight: float = 1.0
    script: Script = "latin"
    printed: str = ""
    root: str = ""
    number: Number = ""
    meaning: str = field(init=False, compare=False)
    kind: str = field(init=False, compare=False)
    body: bool = field(init=False, compare=False)
    any_body: bool = field(init=False, compare=False)
    place: bool = field(init=False, compare=False)
    loose: bool = field(init=False, compare=False)
    digits: bool = field(init=False, compare=False)
    heard: Mapping[str, str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what is asked of a word again and again."""
        table, meaning = meanings(), self.key[1:] if self.key[0] == "=" else ""
        body = self.weight <= _BODY
        for name, value in (
            ("meaning", meaning),
            ("kind", meaning if meaning in table.bodies and meaning not in _ANY_BODY else ""),
            ("body", body),
            ("any_body", self.weight == _ANYBODY),
            ("place", meaning in table.places),
            ("loose", body or meaning in table.loose),
            ("digits", _DIGIT.search(self.key) is not None),
            ("heard", {} if meaning else also_written(self.printed)),
        ):
            object.__setattr__(self, name, value)


class Name(NamedTuple):
    """A name taken apart.

    Attributes:
        folded: as :func:`~tregua.vocabulary.folding.fold` gives it.
        parts: its telling words, in order.
        bodies: kinds of body that it names, but those that every body has.
        roots: words that it has in Arabic where that has several for them, each with what tells it from those.
        words: keys of the words that are no kind of body; empty only where the name is generic throughout.
        weights: how much each of its parts tells.
        weight: how much they tell together.
        numbers: the numbers in it ("4th Division", "M23").
        rebels: whether it calls them rebels.
        regular: whether it says army, armed forces or government, as a state does of its own.
        capital: whether it has a capital, or letters that know none: "ground forces" is nobody's name.
    """

    folded: str
    parts: tuple[Word, ...]
    bodies: frozenset[str]
    roots: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    weights: tuple[float, ...]
    weight: float
    numbers: frozenset[str]
    rebels: bool
    regular: bool
    capital: bool

    @property
    def core(self) -> str:
        """Return the sounds of its words but bodies in one, so that joined and parted spellings agree."""
        return "".join([word.sounds for word in self.parts if not word.body])

    @property
    def latin(self) -> str:
        """Return its words in Latin letters."""
        return " ".join([word.latin for word in self.parts])

    @property
    def forces(self) -> bool:
        """Tell whether it says that these are somebody's forces, fighters, units."""
        return any(word.any_body for word in self.parts)

    @property
    def joined(self) -> str:
        """Return its words as printed in one."""
        return "".join([word.printed for word in self.parts])

    @property
    def places(self) -> frozenset[str]:
        """Return the keys of the countries, peoples and regions that it names."""
        return frozenset([word.key for word in self.parts if word.place])

    @property
    def own(self) -> tuple[Word, ...]:
        """Return its words but those that every body has."""
        return tuple([word for word in self.parts if not word.any_body])

    def differs_from(self, other: Name) -> bool:
        """Tell whether the two name different kinds of body, also by different words, or bear different numbers."""
        if self.bodies and other.bodies and not self.bodies & other.bodies:
            return True
        if self.roots and any(key == same and root != its for key, root in self.roots for same, its in other.roots):
            return True
        return self.numbers != other.numbers or (self.rebels != other.rebels and (self.regular or other.regular))


@lru_cache(maxsize=65_536)
def analyse(text: str) -> Name:
    """Return the name TEXT taken apart, as :func:`take_apart` does; remembered, for names come again and again."""
    return take_apart(text)


def take_apart(text: str, folded: str | None = None) -> Name:
    """Return TEXT, of any length, taken apart; it is folded here unless it comes FOLDED.

    Articles and linking words are dropped, acronyms ("US") are not.
    """
    folded = fold(text) if folded is None else folded
    parts = _parts(text, folded)
    keys = [word.key for word in parts]
    weights = tuple([word.weight for word in parts])
    return Name(
        folded,
        parts,
        bodies=_set([word.kind for word in parts if word.kind]),
        roots=tuple([(word.key, word.root) for word in parts if word.root]),
        words=tuple([word.key for word in parts if not word.body]),
        weights=weights,
        weight=sum(weights),
        numbers=_set([word.key for word in parts if word.digits]),
        rebels="=rebels" in keys,
        regular=not _REGULAR.isdisjoint(keys),
        capital=text != text.lower() or text == text.upper(),
    )


def keys_of(text: str) -> list[str]:
    """Return the keys of the words of TEXT that are no kind of body, as many as it has."""
    printed = _printed(text) or fold(text).split()
    return [word.key for part in printed for word in _words(part) if not word.body]


def _parts(text: str, folded: str) -> tuple[Word, ...]:
    """Return the telling words of TEXT, which is FOLDED so; where all are articles and links, these."""
    told = [*map(_told, _parted(text))]
    if None not in told and (parts := tuple(chain.from_iterable(filter(None, told)))):
        return parts
    return tuple([word for printed in _printed(text) or folded.split() for word in _words(printed)])


def _set(held: list[str]) -> frozenset[str]:
    """Return a set of what is HELD; one for all where that is nothing."""
    return frozenset(held) if held else _NONE


def _printed(text: str) -> list[str]:
    """Return the folded words of TEXT but articles and links."""
    return list(_with_servants([word for part in _parted(text) for word in _telling(part)]))


@lru_cache(maxsize=65_536)
def _telling(part: str) -> tuple[str, ...]:
    """Return the folded words of one part of a text: mostly one, none of an article or a link."""
    folded = parted(fold(part)) if part != _ON else ""
    short = meanings().short
    if part.isupper() and folded in short:
        return short[folded]
    kept = folded not in _EMPTY or (len(part) > 1 and part.isupper()) or part == "Wa"
    return tuple(folded.split()) if kept else ()


@lru_cache(maxsize=65_536)
def _told(part: str) -> tuple[Word, ...] | None:
    """Return what one part of a text tells; None of a servant ("Abd"), which is one word with what stands after it."""
    printed = _telling(part)
    if any(word[:3] in _SERVANTS for word in printed):
        return None
    return tuple([word for each in printed for word in _words(each)])


def _parted(text: str) -> list[str]:
    """Return the words of TEXT; quotes, dots, hyphens and capitals within words are looked at where there are any."""
    if not _ODD.search(text):
        return text.split()
    text = _TOGETHER.sub(r"\1", text)
    plain = _SILENT.sub("", _ELIDED.sub(" ", _POSSESSIVE.sub("", text)))
    plain = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", plain)
    return _BREAK.split(_JOIN.sub(" ", plain))


def _with_servants(words: Sequence[str]) -> Iterator[str]:
    """Give WORDS, "Abd al-X", "Abdul X" and "Abdulx" each as one word of one form."""
    servant = ""
    for word in words:
        if servant:
            yield servant[:3] + _ARTICLE_OF.sub("", word)
            servant = ""
        elif word[:3] in _SERVANTS and _SERVANT.match(word):
            servant = word
        else:
            yield _SERVANT_OF.sub(r"\1", word) if word[:3] in _SERVANTS else word
    if servant:
        yield servant


@lru_cache(maxsize=65_536)
def _words(printed: str) -> tuple[Word, ...]:
    """Return what one printed word tells: mostly one word, for a compound ("Centrafrique") two, else none."""
    word = _word(printed)
    if word is None:
        return ()
    if "+" not in word.key:
        return (word,)
    return tuple(replace(word, key=f"={meaning}") for meaning in word.key[1:].split("+"))


def _word(printed: str) -> Word | None:
    if printed[0].isdigit() and (number := _NUMBER.fullmatch(printed)):
        return Word(number[1], number[1], number[1])
    bare = _bare(printed)
    sounds = skeleton(bare)
    table = meanings()
    meaning = table.printed(printed) or table.of(bare, sounds)
    for rest in unbound(bare) if not meaning else ():
        if found := table.of(rest, skeleton(rest)):
            bare, meaning, sounds = rest, found, skeleton(rest)
            break
    weight = _weight(meaning) if meaning else 1.0
    if meaning.startswith("number-"):
        return Word(meaning[7:], meaning[7:], meaning[7:])
    key = f"={meaning}" if meaning else sounds
    root = table.root(printed, sounds, meaning) if meaning in table.many_worded else ""
    return (
        Word(key, sounds, romanise(bare), weight, script_of(bare), bare, root, table.number(printed)) if key else None
    )


def _bare(printed: str) -> str:
    """Return PRINTED without the article, and without the ending of a Slavic adjective."""
    if printed.isascii():
        return _LATIN_ARTICLE.sub("", printed) if printed.startswith("al") else printed
    return _SLAVIC_ADJECTIVE.sub("", _ARABIC_ARTICLE.sub("", printed))


def _weight(meaning: str) -> float:
    if meaning in _ANY_BODY:
        return _ANYBODY
    return _BODY if meaning in meanings().bodies else _MEANING
