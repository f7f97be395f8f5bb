"""A language as data: everything the engine knows of one language stands in ``packs/languages/<code>.yaml``.

The engine has classes of words (what a breach, a truce, a speaker is called), patterns over those classes, and a
few switches of grammar. It holds no word of any language itself.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from importlib import resources
from typing import Literal

from pydantic import Field

from tregua.authored import Authored, read_authored
from tregua.errors import CaseError, Problem
from tregua.steps.extract.folding import Folding, fold_word

__all__ = ["PATTERN_GROUPS", "Boilerplate", "Entry", "Grammar", "LanguagePack", "Numerals", "Rule", "Topic",
           "load_pack", "read_pack"]  # fmt: skip

_COMPARED = ("possessives", "endings", "proclitics", "prefixes", "free_prefixes", "suffixes", "abbreviations",
             "nameless_beginnings", "nameless_endings", "name_particles", "object_endings")  # fmt: skip
PATTERN_GROUPS = ("dates", "calendars", "times", "speakers", "tallies", "splits", "areas", "acts", "truces",
                  "blames", "relations", "aids", "adherences")  # fmt: skip


class Entry(Authored):
    """Words of one class.

    Attributes:
        kind: class, e.g. ``breach`` or ``say``.
        value: what the words stand for within the class, e.g. an act; "" when the class says it all.
        phrases: the words; a ``*`` at the end of a word stands for any ending.
    """

    kind: str = Field(pattern=r"^[a-z_]+$")
    value: str = ""
    phrases: tuple[str, ...] = Field(min_length=1)


class Rule(Authored):
    """A pattern of classes and what it means.

    Attributes:
        name: stable name, printed in the trace.
        pattern: the pattern, see :mod:`tregua.steps.extract.pattern`.
        means: what the engine shall make of it, e.g. ``last`` for a time or ``in_force`` for a truce.
    """

    name: str
    pattern: str
    means: str = ""


class Numerals(Authored):
    """How numbers are written.

    Attributes:
        groups: characters that part groups of three digits.
        words: number words below a hundred and their values; a multiplier may stand here too, where it is a number
            alone ("mil violaciones").
        tails: words that are a number behind tens, hundreds or thousands, or with no noun behind them, and else only
            an article ("treinta y una", "una en Homs").
        multipliers: words that multiply what stands before them.
        joined: words of another value where a joiner leads on from them ("alfa wa-khamsin").
        units_first: whether units stand before tens ("five and twenty").
        figures_go_on: whether figures go on with thousands in words ("bin 620" for 1,620).
        joiners: words allowed between parts of one number.
        articles: words that count one thing when they stand before it ("a soldier").
        scores: tens that go on to nineteen ("soixante-quinze").
        ordinals: ordinal words.
        ordinal_suffixes: endings after digits that make an ordinal.
        frequencies: words that say how often.
        bounds: phrases that bound the number that follows, or stand after it.
    """

    groups: tuple[str, ...] = (",",)
    words: dict[str, int]
    tails: dict[str, int] = Field(default_factory=dict)
    multipliers: dict[str, int] = Field(default_factory=dict)
    joined: dict[str, int] = Field(default_factory=dict)
    units_first: bool = False
    figures_go_on: bool = False
    joiners: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    scores: tuple[int, ...] = ()
    ordinals: dict[str, int] = Field(default_factory=dict)
    ordinal_suffixes: tuple[str, ...] = ()
    frequencies: dict[str, int] = Field(default_factory=dict)
    bounds: dict[str, Literal["at least", "more than", "at most", "less than", "about", "exact"]] = Field(
        default_factory=dict
    )


class Grammar(Authored):
    """Switches of grammar.

    Attributes:
        capitals: whether names are told by capital letters.
        subject: where the one who acts stands relative to an active verb, likelier side first; ``inverted`` is after
            the verb and only for a group, where a bare name behind a verb is rather what it struck.
        verb: whether the verb stands in the middle of its clause or last, behind what it strikes and who does it.
        markers: on which side of a noun the words and endings stand that make it a place, a target or an agent
            ("in Aleppo", "Halep'te"); in the second case ``of`` stands behind the owner ("Halep'in").
        construct_state: whether an owner stands right behind what is owned, with no word between ("qasf Isra'il").
        modifiers: on which side of its head the words stand that say of what kind or whose it is.
        capital_days: whether names of months and weekdays are written with a capital letter.
        genitives: whether a noun is owned by the next one by that one's case alone, with no word between.
        dash_for_verb: whether a dash may stand for the verb of the clause before ("shelled A, and B - with mortars").
        adjective_endings: endings of adjectives, by which a name before its head is told ("Nikopolśkyj rajon").
        possessives: endings of possession, split off as a word of their own.
        endings: other endings split off, which make a modifier of a name ("-backed").
        proclitics: prefixes that may be left off to find a word, as an article written with its noun is.
        elisions: short words that lose their vowel and are written together with the next one ("l'").
        elided_before: letters that they are elided before.
        plain_capitals: capital letters that may stand for another one ("Etat" for "État").
        prefixes: small words written with the next one and read as words of their own, longer ones first.
        free_prefixes: those of them that are parted also from words that the pack does not know.
        suffixes: endings that may be left off to find a word that the pack knows.
        object_endings: those of them that no owner carries, so that a name has them as its own ("qaryat Hula").
        before_suffix: letters that a word's last one is changed from before such an ending, and that last letter.
        non_joiner_parts: whether a zero-width non-joiner parts words as a space does.
        fold: characters written in several ways, and the one that stands for them.
        abbreviations: words whose full stop ends no sentence.
        day_first: whether ``05-11-2020`` is the fifth of November.
        name_particles: small words inside a name.
        known_names: whether a name not told by a capital letter is one word only, unless the pack knows more of it.
        nameless_beginnings: letters that no name begins with, where names are not told by capital letters.
        nameless_endings: letters that no name ends with, where names are not told by capital letters.
        nameless_shapes: patterns of folded words that are common words by their build (as verbal nouns are where
            roots of three letters take fixed patterns), unless the head of a place stands before them.
        passive_shapes: patterns of words as printed that are passive verbs, where but a printed vowel sign tells them.
        agent_shapes: patterns of folded words that are participles or adjectives in another case than that of a doer,
            so that a doer right behind one, whom only his case tells, did what it tells and no other act.
        finite_verbs: endings of verbs that no participle has, so that "by" behind one makes it no passive.
        plural_verbs: endings of verbs that no single one is the subject of.
        plural_names: endings of names that may be of many, and so the subject of such a verb.
        concord: for each gender the form of a folded verb that goes before a subject of it, where verbs go first; for
            ``pronoun`` that of a verb whose ending is its subject.
    """

    capitals: bool = True
    subject: tuple[Literal["before", "after", "inverted"], ...] = ("before",)
    verb: Literal["middle", "last"] = "middle"
    markers: Literal["before", "after"] = "before"
    construct_state: bool = False
    modifiers: tuple[Literal["before", "after"], ...] = ("before",)
    capital_days: bool = True
    genitives: bool = False
    dash_for_verb: bool = False
    adjective_endings: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    elided_before: str = ""
    plain_capitals: dict[str, str] = Field(default_factory=dict)
    prefixes: tuple[str, ...] = ()
    free_prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    object_endings: tuple[str, ...] = ()
    before_suffix: dict[str, str] = Field(default_factory=dict)
    non_joiner_parts: bool = False
    fold: dict[str, str] = Field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()
    day_first: bool = True
    name_particles: tuple[str, ...] = ()
    known_names: bool = False
    nameless_beginnings: tuple[str, ...] = ()
    nameless_endings: tuple[str, ...] = ()
    nameless_shapes: tuple[str, ...] = ()
    passive_shapes: tuple[str, ...] = ()
    agent_shapes: tuple[str, ...] = ()
    finite_verbs: tuple[str, ...] = ()
    plural_verbs: tuple[str, ...] = ()
    plural_names: tuple[str, ...] = ()
    concord: dict[str, str] = Field(default_factory=dict)

    @cached_property
    def shapes(self) -> re.Pattern[str] | None:
        """Return what a whole word of a shape in ``nameless_shapes`` matches, None where there is none."""
        return re.compile("|".join(self.nameless_shapes)) if self.nameless_shapes else None

    @cached_property
    def passives(self) -> re.Pattern[str] | None:
        """Return what the beginning of a word of a shape in ``passive_shapes`` matches, None where there is none."""
        return re.compile("|".join(self.passive_shapes)) if self.passive_shapes else None

    def is_passive(self, printed: str) -> bool:
        """Tell whether a vowel sign of the verb PRINTED makes it a passive."""
        return self.passives is not None and self.passives.match(printed) is not None

    @cached_property
    def participles(self) -> re.Pattern[str] | None:
        """Return what a whole word of a shape in ``agent_shapes`` matches, None where there is none."""
        return re.compile("|".join(self.agent_shapes)) if self.agent_shapes else None

    @cached_property
    def verb_forms(self) -> dict[str, re.Pattern[str]]:
        """Return what a verb in the form of a gender matches, by that gender."""
        return {gender: re.compile(form) for gender, form in self.concord.items()}

    @cached_property
    def folding(self) -> Folding:
        """Return what folds words as ``fold`` says."""
        return Folding(self.fold)


class Boilerplate(Authored):
    """What a page carries beside its text.

    Attributes:
        end: a line that is one of these ends the text: what readers wrote follows.
        teasers: a line that is one of these is left out, and what follows up to the next paragraph of the report.
        line: a line that begins with one of these is left out.
    """

    end: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    line: tuple[str, ...] = ()


class Topic(Authored):
    """Evidence of what a document is about.

    Attributes:
        violence: classes whose words speak for armed conflict.
        other: classes whose words speak for another matter (sport, trade).
    """

    violence: tuple[str, ...]
    other: tuple[str, ...] = ()


class LanguagePack(Authored):
    """One language.

    Attributes:
        language: ISO 639-1 code.
        name: English name.
        grammar: switches.
        numerals: numbers.
        boilerplate: lines that are no text.
        topic: what tells armed conflict from football.
        months: month names, the first of the year being 1.
        weekdays: weekday names, Monday being 1.
        lexicon: words by class.
        dates: patterns of calendar dates.
        calendars: patterns of dates in another calendar, ``means`` being its name.
        times: patterns of windows and times.
        speakers: patterns of attribution.
        tallies: patterns of counts.
        splits: patterns that part a count.
        areas: patterns that name the area of a truce.
        acts: patterns of verbs in several parts, ``means`` being the act.
        truces: patterns of truces, ``means`` being the status.
        blames: patterns of blame.
        relations: patterns of relations, ``means`` being the type.
        aids: patterns of aid, ``means`` being the status.
        adherences: patterns of joining and leaving, ``means`` being ``who status``.
    """

    language: str = Field(pattern=r"^[a-z]{2}$")
    name: str
    grammar: Grammar
    numerals: Numerals
    boilerplate: Boilerplate = Boilerplate()
    topic: Topic
    months: dict[str, int]
    weekdays: dict[str, int]
    lexicon: tuple[Entry, ...]
    dates: tuple[Rule, ...] = ()
    calendars: tuple[Rule, ...] = ()
    times: tuple[Rule, ...] = ()
    speakers: tuple[Rule, ...] = ()
    tallies: tuple[Rule, ...] = ()
    splits: tuple[Rule, ...] = ()
    areas: tuple[Rule, ...] = ()
    acts: tuple[Rule, ...] = ()
    truces: tuple[Rule, ...] = ()
    blames: tuple[Rule, ...] = ()
    relations: tuple[Rule, ...] = ()
    aids: tuple[Rule, ...] = ()
    adherences: tuple[Rule, ...] = ()

    def __hash__(self) -> int:
        """Hash by language, so that what is compiled from a pack can be kept by it."""
        return hash(self.language)


def load_pack(language: str) -> LanguagePack | None:
    """Return the pack of LANGUAGE (ISO 639-1), or None when Tregua has none.

    Raises:
        CaseError: the pack's file is there and wrong.
    """
    if len(language) != 2 or not language.isascii() or not language.isalpha():  # noqa: PLR2004 - ISO 639-1
        return None
    return _shipped_pack(language.lower())


@lru_cache(maxsize=64)
def _shipped_pack(language: str) -> LanguagePack | None:
    """Read the pack of LANGUAGE, once a process."""
    file = resources.files("tregua").joinpath("packs", "languages", f"{language}.yaml")
    if not file.is_file():
        return None
    pack, problems = read_pack(file.read_text("utf-8"), f"packs/languages/{language}.yaml", shipped=True)
    if pack is None:
        raise CaseError(f"the language pack {language!r} cannot be used: {problems[0]}", problems)
    return pack


def read_pack(text: str, where: str, *, shipped: bool = False) -> tuple[LanguagePack | None, tuple[Problem, ...]]:
    """Read TEXT, SHIPPED or not, as a language pack; problems carry WHERE and their line."""
    pack, _, problems = read_authored(text, LanguagePack, where, shipped=shipped)
    return (None if pack is None else _as_compared(pack)), problems


def _as_compared(pack: LanguagePack) -> LanguagePack:
    """Return PACK with the words of its grammar and patterns folded as those of a text are."""
    words = {name: _folded(getattr(pack.grammar, name), pack.grammar) for name in _COMPARED}
    rules = {
        name: tuple(
            rule.model_copy(update={"pattern": _fold_pattern(rule.pattern, pack)}) for rule in getattr(pack, name)
        )
        for name in PATTERN_GROUPS
    }
    return pack.model_copy(update={"grammar": pack.grammar.model_copy(update=words), **rules})


def _folded(words: tuple[str, ...], grammar: Grammar) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold_word(word, grammar) for word in words))


def _fold_pattern(pattern: str, pack: LanguagePack) -> str:
    """Return PATTERN with its words folded as those of a text are; kinds, gaps and edges stay."""
    return " ".join(part if "<" in part else fold_word(part, pack.grammar) for part in pattern.split())
