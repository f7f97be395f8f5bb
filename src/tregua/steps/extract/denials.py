"""Who denies what: a denial in the same text is kept with the claim it answers, and never makes the claim go away."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tregua.records.claim import Aid, Blame, Claim, Happening, Mention, Relation, Speaker, Tally
from tregua.steps.extract.claims import denied
from tregua.steps.extract.pack import Grammar
from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.speakers import Attribution, is_refusal
from tregua.steps.extract.text import Reading, Tag, fold_word
from tregua.vocabulary.stances import Stance

__all__ = ["mark_denials"]

_STEM = 5
_NEAR = 3
_REFUSING = ("negation", "modal")
_POINTED_REACH = 4
_SHORT_STEM = 4
_EARLY = 3
_DENIABLE = (Happening, Tally, Blame, Relation, Aid)
_ADVERBS = 2


@dataclass(frozen=True, slots=True)
class _Denial:
    """One denial: who denies, where, and what.

    Attributes:
        by: who denies.
        stems: beginnings of what the denier is called by.
        sentence: the sentence it stands in.
        at: offset of the word that denies.
        points: whether it says no more than that something told before is not so.
        words: beginnings of the words for what is denied.
        doing: whether it is denied to have done something ("denied having fired").
    """

    by: Speaker
    stems: frozenset[str]
    sentence: int
    at: int
    points: bool
    words: frozenset[str]
    doing: bool


def mark_denials(claims: list[Claim], reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return CLAIMS, those denied in READING marked so: by the very ones they accuse, or by a denial right behind."""
    peoples = frozenset(reading.tokens[tag.first].text for tag in reading.of("people"))
    denials = [*_spoken(reading, attribution, peoples), *_disclaimers(reading, attribution, peoples)]
    by: dict[str, Speaker] = {}
    for denial in denials:
        for claim in _answered(claims, denial, reading, peoples):
            by.setdefault(claim.id, denial.by)
    return [denied(claim, by[claim.id]) if claim.id in by else claim for claim in claims]


def _spoken(reading: Reading, attribution: Attribution, peoples: frozenset[str]) -> Iterator[_Denial]:
    """Give the denials that a verb makes."""
    for verb in reading.of("say"):
        if verb.value != Stance.DENIED or is_refusal(reading, verb) or _is_no_denial(reading, verb):
            continue
        for denier in _deniers(reading, attribution, verb):
            yield _denial(reading, denier, verb, peoples, points=_points(reading, verb))


def _disclaimers(reading: Reading, attribution: Attribution, peoples: frozenset[str]) -> Iterator[_Denial]:
    """Give the denials of those who say that there was no such thing."""
    for tag in reading.of("disclaim"):
        acts = [act for act in attribution.said[reading.sentence_of(tag.first).index] if act.links]
        for act in sorted(acts, key=lambda act: abs(act.first - tag.first))[:1]:
            link = act.links[0]
            denier = Speaker(text=link.text, stance=Stance.DENIED, span=link.span)
            yield replace(_denial(reading, denier, tag, peoples, points=True), stems=frozenset())


def _denial(reading: Reading, denier: Speaker, tag: Tag, peoples: frozenset[str], *, points: bool) -> _Denial:
    sentence = reading.sentence_of(tag.first)
    words = frozenset() if points else _contents(reading, tag.last, sentence.last)
    stems = frozenset(_stems(denier.text, reading.pack.grammar, peoples))
    doing = tag.last < sentence.last and bool(reading.at(tag.last, "own_act") or reading.has(tag.last - 1, "own_act"))
    return _Denial(denier, stems, sentence.index, reading.tokens[tag.first].start, points, words, doing)


def _is_no_denial(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB is itself denied ("did not deny"), or rejects a truce."""
    sentence = reading.sentence_of(verb.first)
    before = range(max(sentence.first, verb.first - _NEAR), verb.first)
    if any(reading.has_any(at, _REFUSING) for at in before):
        return True
    behind = range(verb.last, min(verb.last + _NEAR, sentence.last))
    return any(reading.has(at, "truce") for at in behind) and not any(
        reading.has_any(at, ("breach", "breach_verb")) for at in behind
    )


def _points(reading: Reading, verb: Tag) -> bool:
    """Tell whether what VERB denies was told before: "denies it", "dismissed the charge", "which Y denies"."""
    sentence = reading.sentence_of(verb.first)
    at = verb.last
    while at < sentence.last and (reading.at(at, "adverb") or reading.at(at, "by")) and at < verb.last + _ADVERBS:
        at += 1
    if at >= sentence.last or reading.tokens[at].kind == "mark" or verb.last < at:
        return at >= sentence.last or reading.tokens[at].kind == "mark" or bool(reading.at(at - 1, "by"))
    if reading.at(at, "pronoun") or (reading.at(at, "determiner") and not reading.at(at, "relative")):
        return True
    behind = range(at, min(at + _NEAR, sentence.last))
    return any(reading.has(at, "charge") for at in behind)


def _answered(claims: list[Claim], denial: _Denial, reading: Reading, peoples: frozenset[str]) -> list[Claim]:
    """Return those of CLAIMS that DENIAL answers."""
    told = [claim for claim in claims if isinstance(claim.slots, _DENIABLE)]
    accused = [claim for claim in told if denial.stems & _accused_stems(claim, reading, peoples)]
    own = [claim for claim in accused if claim.stance is Stance.DENIED and _sentence(reading, claim) == denial.sentence]
    others = [claim for claim in told if not _speaks(claim, denial, reading, peoples)]
    accused = [claim for claim in accused if claim in others]
    before = [claim for claim in others if claim.span[0] < denial.at]
    if denial.points:
        return [*own, *accused, *_last_told(reading, before, denial)]
    found = own + _most_like(reading, accused, before, denial)
    return found or (_last_told(reading, before, denial) if denial.doing else [])


def _last_told(reading: Reading, before: list[Claim], denial: _Denial) -> list[Claim]:
    """Return the claims of the last sentence BEFORE, unless that is far from DENIAL."""
    last = max((_sentence(reading, claim) for claim in before), default=-_POINTED_REACH)
    near = denial.sentence - last < _POINTED_REACH
    return [claim for claim in before if near and _sentence(reading, claim) == last]


def _most_like(reading: Reading, accused: list[Claim], before: list[Claim], denial: _Denial) -> list[Claim]:
    """Return the claims whose words come nearest to what DENIAL says is not so, else all that accuse who denies."""
    named = [claim for claim in accused if claim in before] or (accused if denial.sentence <= _EARLY else [])
    unnamed = [claim for claim in before if not _accused(claim) and _is_near(reading, claim, denial)]
    likely = [(len(denial.words & _told(reading, claim)), claim) for claim in [*named, *unnamed]]
    most = max((shared for shared, _ in likely), default=0)
    return [claim for shared, claim in likely if most and shared == most] or named


def _is_near(reading: Reading, claim: Claim, denial: _Denial) -> bool:
    return 0 < denial.sentence - _sentence(reading, claim) < _POINTED_REACH and isinstance(claim.slots, Happening)


def _sentence(reading: Reading, claim: Claim) -> int:
    at = bisect_right(reading.tokens, claim.span[0], key=lambda token: token.start) - 1
    return reading.sentence_of(at).index


def _told(reading: Reading, claim: Claim) -> frozenset[str]:
    sentence = reading.sentences[_sentence(reading, claim)]
    return _contents(reading, sentence.first, sentence.last)


def _contents(reading: Reading, first: int, last: int) -> frozenset[str]:
    """Return the beginnings of the words from FIRST to LAST that are not small."""
    words = (reading.tokens[at] for at in range(first, last) if not reading.has(at, "function"))
    return frozenset(word.norm[:_SHORT_STEM] for word in words if word.kind == "word" and len(word.norm) >= _SHORT_STEM)


def _speaks(claim: Claim, denial: _Denial, reading: Reading, peoples: frozenset[str]) -> bool:
    """Tell whether the one of DENIAL is the origin of CLAIM."""
    if not claim.chain or (claim.stance is Stance.ALLEGED and denial.points):
        return False  # what others are said to allege, the one who denies it may be the only one to tell
    origin = claim.chain[0].text
    return origin == denial.by.text or bool(_stems(origin, reading.pack.grammar, peoples) & denial.stems)


def _accused_stems(claim: Claim, reading: Reading, peoples: frozenset[str]) -> frozenset[str]:
    grammar = reading.pack.grammar
    if isinstance(claim.slots, Happening) and len(claim.slots.actors) > 1:
        return frozenset()  # what both did, one of them does not deny alone
    return frozenset(stem for mention in _accused(claim) for stem in _stems(mention.text, grammar, peoples))


def _deniers(reading: Reading, attribution: Attribution, verb: Tag) -> list[Speaker]:
    """Return who denies: whom "by" marks behind VERB, else the nearest one named before it in its sentence."""
    sentence = reading.sentence_of(verb.first)
    for kind in ("voice", "actor", "country"):
        for tag in reading.at(_behind(reading, verb, sentence.last), kind):
            return [_denier(reading, tag)]
    clause = Clause(reading, attribution, sentence.first, verb.first)
    voices = reading.of("voice", sentence.first, verb.first)
    tags = sorted([*actors_in(clause, speakers=True), *voices], key=lambda tag: tag.last)
    if tags:
        return [_denier(reading, tags[-1])]
    links = attribution.chains[sentence.index][:1] if _is_pronoun(reading, verb) else ()
    return [Speaker(text=link.text, stance=Stance.DENIED, span=link.span) for link in links]


def _is_pronoun(reading: Reading, verb: Tag) -> bool:
    """Tell whether a pronoun denies."""
    before = range(reading.sentence_of(verb.first).first, verb.first)
    return any(reading.has_any(at, ("pronoun", "first_person")) for at in before)


def _behind(reading: Reading, verb: Tag, limit: int) -> int:
    """Return where one may stand who denies behind VERB: right there where subjects do, else behind "by"."""
    if reading.pack.grammar.subject[0] == "after":
        return verb.last if verb.last < limit else -1
    by = next(iter(reading.at(verb.last, "by")), None) if verb.last < limit else None
    if by is None or by.last >= limit:
        return -1
    return by.last + bool(reading.at(by.last, "article"))


def _denier(reading: Reading, tag: Tag) -> Speaker:
    words, span = reading.printed(tag.first, tag.last), reading.offsets(tag.first, tag.last)
    return Speaker(text=words, stance=Stance.DENIED, span=span)


def _accused(claim: Claim) -> tuple[Mention, ...]:
    if isinstance(claim.slots, Happening):
        return claim.slots.actors
    return claim.slots.accused if isinstance(claim.slots, Tally | Blame) else ()


def _stems(text: str, grammar: Grammar, peoples: frozenset[str]) -> set[str]:
    """Return what names of one group share: beginnings of capital words and of PEOPLES, else of those behind a head."""
    if not grammar.capitals:
        folded = [fold_word(word, grammar) for word in text.split()]
        bare = [next((word[len(at) :] for at in grammar.proclitics if word.startswith(at)), word) for word in folded]
        return {" ".join(bare), *(word[: _STEM - 1] for word in bare[len(bare) > 1 :] if len(word) >= _STEM - 1)}
    words = text.replace("\u2019", "'").replace("'", " ").replace("-", " ").split()
    named = [word for word in words if word[:1].isupper() or word in peoples]
    width = _STEM - grammar.genitives  # the last letter of a short name is its case
    return {_bare(word)[:width] for word in named if len(word) >= width or (len(word) > 1 and word.isupper())}


def _bare(word: str) -> str:
    """Return WORD small and without accents, which a name has and its people's may not ("Tailândia", "tailandeses")."""
    return "".join(at for at in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(at))
