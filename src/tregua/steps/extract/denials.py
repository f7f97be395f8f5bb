"""Who denies what: a denial in the same text is kept with the claim it answers, and never makes the claim go away."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from tregua.records.claim import Aid, Blame, Claim, Happening, Mention, Relation, Speaker, Tally
from tregua.steps.extract.claims import denied
from tregua.steps.extract.pack import Grammar
from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Tag, fold_word
from tregua.steps.extract.unspoken import is_refusal
from tregua.vocabulary.stances import Stance

__all__ = ["mark_denials"]

_STEM = 5
_NEAR = 3
_REFUSING = ("negation", "modal")
_POINTED_REACH = 4
_CHARGE_REACH = 8
_SHORT_STEM = 4
_LAND_STEM = 3
_EARLY = 3
_DENIABLE = (Happening, Tally, Blame, Relation, Aid)
_ADVERBS = 2
_DENIERS = ("voice", "actor", "country")
_PRONOUNS = ("pronoun", "first_person")
_OBJECTS = ("voice", "actor", "name", "country", "act_noun", "breach")
_HEADS = ("voice_head", "actor_head", "title")
_COMMON = (*_HEADS, "body", "modifier", "institution")


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
        reach: how many sentences back what it points to may stand: further where it names a charge.
    """

    by: Speaker
    stems: frozenset[str]
    sentence: int
    at: int
    points: bool
    words: frozenset[str]
    doing: bool
    reach: int


class _Known(NamedTuple):
    """Words of a text that tell whose name one is, and words that many names share.

    Attributes:
        peoples: names of peoples, which need no capital.
        lands: names of countries, which begin like those of their peoples.
        heads: words of names that many share: "ministry", "spokesman of".
    """

    peoples: frozenset[str]
    lands: frozenset[str]
    heads: frozenset[str]


def _known_words(reading: Reading) -> _Known:
    peoples = frozenset(reading.tokens[tag.first].text for tag in reading.of("people"))
    kinds = _COMMON if reading.pack.grammar.capitals else _HEADS
    heads = (at for kind in kinds for tag in reading.of(kind) for at in range(tag.first, tag.last))
    lands = frozenset(reading.tokens[tag.first].text for tag in reading.of("country") if tag.last == tag.first + 1)
    return _Known(
        peoples, lands, frozenset(_without_article(reading.tokens[at].norm, reading.pack.grammar) for at in heads)
    )


def mark_denials(claims: list[Claim], reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return CLAIMS, those denied in READING marked so: by the very ones they accuse, or by a denial right behind."""
    known = _known_words(reading)
    denials = [*_spoken(claims, reading, attribution, known), *_disclaimers(reading, attribution, known)]
    by: dict[str, Speaker] = {}
    for denial in denials:
        for claim in _answered(claims, denial, reading, known):
            by.setdefault(claim.id, denial.by)
    return [denied(claim, by[claim.id]) if claim.id in by else claim for claim in claims]


def _spoken(claims: list[Claim], reading: Reading, attribution: Attribution, known: _Known) -> Iterator[_Denial]:
    """Give the denials that a verb makes."""
    for verb in reading.of("say"):
        if verb.value != Stance.DENIED or is_refusal(reading, verb) or _is_no_denial(reading, verb):
            continue
        named = _deniers(reading, attribution, verb)
        for denier in named or _pointed_deniers(claims, reading, attribution, verb):
            yield _denial(reading, denier, verb, known, points=_points(reading, verb))


def _disclaimers(reading: Reading, attribution: Attribution, known: _Known) -> Iterator[_Denial]:
    """Give the denials of those who say that there was no such thing."""
    for tag in reading.of("disclaim"):
        index = reading.sentence_of(tag.first).index
        acts = sorted(attribution.said[index], key=lambda act: abs(act.first - tag.first))
        named = [act.links[0] for act in acts if act.links]
        for link in (named or attribution.chains[index] if acts else ())[:1]:
            denier = Speaker(text=link.text, stance=Stance.DENIED, span=link.span)
            yield replace(_denial(reading, denier, tag, known, points=True), stems=frozenset())


def _denial(reading: Reading, denier: Speaker, tag: Tag, known: _Known, *, points: bool) -> _Denial:
    sentence = reading.sentence_of(tag.first)
    start = _past_denier(reading, tag, sentence.last)
    words = frozenset() if points else _contents(reading, start, sentence.last)
    stems = frozenset(_stems(denier.text, reading.pack.grammar, known))
    doing = tag.last < sentence.last and bool(reading.at(tag.last, "own_act") or reading.has(tag.last - 1, "own_act"))
    charges = reading.of("charge", max(sentence.first, tag.first - _NEAR), min(start + _NEAR, sentence.last))
    reach = _CHARGE_REACH if charges and points else _POINTED_REACH
    return _Denial(denier, stems, sentence.index, reading.tokens[tag.first].start, points, words, doing, reach)


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
    if _points_before(reading, verb, sentence.first):
        return True
    start = at = _past_denier(reading, verb, sentence.last)
    while at < sentence.last and (reading.at(at, "adverb") or reading.at(at, "by")) and at < start + _ADVERBS:
        at += 1
    if at >= sentence.last or reading.tokens[at].kind == "mark" or start < at:
        return at >= sentence.last or reading.tokens[at].kind == "mark" or bool(reading.at(at - 1, "by"))
    if _is_whole_object(reading, at, sentence.last):
        return True
    if reading.at(at, "pronoun") or (reading.at(at, "determiner") and not reading.at(at, "relative")):
        return True
    behind = range(at, min(at + _NEAR, sentence.last))
    return any(reading.has(at, "charge") for at in behind)


def _is_whole_object(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether all that is denied is somebody's word or the act: "denied | UNITA", "denied | the attack"."""
    at = position
    while at < limit and reading.has_any(at, ("article", "object_mark")):
        at += 1
    ends = [tag.last for kind in _OBJECTS for tag in reading.at(at, kind)] if at < limit else []
    return any(end >= limit or reading.tokens[end].kind == "mark" for end in ends)


def _past_denier(reading: Reading, verb: Tag, limit: int) -> int:
    """Return where what is denied may begin: behind VERB, or behind who denies where subjects stand there."""
    if reading.pack.grammar.subject[0] != "after":
        return verb.last
    deniers = [tag.last for kind in _DENIERS for tag in reading.at(verb.last, kind)] if verb.last < limit else []
    return min(max(deniers, default=verb.last), limit)


def _points_before(reading: Reading, verb: Tag, start: int) -> bool:
    """Tell whether the object of VERB stands before it and points to what was told, where nouns have cases."""
    before = verb.first - 1
    while before > start and reading.at(before, "adverb"):
        before -= 1
    return reading.pack.grammar.genitives and before >= start and reading.has(before, "charge")


def _answered(claims: list[Claim], denial: _Denial, reading: Reading, known: _Known) -> list[Claim]:
    """Return those of CLAIMS that DENIAL answers."""
    told = [claim for claim in claims if isinstance(claim.slots, _DENIABLE)]
    accused = [claim for claim in told if denial.stems & _accused_stems(claim, reading, known)]
    own = [claim for claim in accused if claim.stance is Stance.DENIED and _sentence(reading, claim) == denial.sentence]
    others = [claim for claim in told if not _speaks(claim, denial, reading, known)]
    accused = [claim for claim in accused if claim in others]
    before = [claim for claim in others if claim.span[0] < denial.at]
    if denial.points:
        return [*own, *accused, *_last_told(reading, before, denial)]
    found = own + _most_like(reading, known, (accused, before), denial)
    return found or (_last_told(reading, before, denial) if denial.doing else [])


def _last_told(reading: Reading, before: list[Claim], denial: _Denial) -> list[Claim]:
    """Return the claims of the last sentence BEFORE, and what the same speaker told near by of the same ones."""
    last = max((_sentence(reading, claim) for claim in before), default=-denial.reach)
    if denial.sentence - last >= denial.reach:
        return []
    told = [claim for claim in before if _sentence(reading, claim) == last]
    return told + [claim for claim in before if claim not in told and _is_like(reading, claim, told[0], denial)]


def _is_like(reading: Reading, claim: Claim, told: Claim, denial: _Denial) -> bool:
    """Tell whether the speaker who TOLD what DENIAL answers has told CLAIM near by, of the same ones or of nobody."""
    if denial.sentence - _sentence(reading, claim) >= denial.reach or not (claim.chain and told.chain):
        return False
    whom, same = {each.text for each in _accused(claim)}, {each.text for each in _accused(told)}
    return (
        claim.chain[0].text == told.chain[0].text
        and len(told.chain) > 1
        and (not whom or not same or bool(whom & same))
    )


def _most_like(reading: Reading, known: _Known, told: tuple[list[Claim], list[Claim]], denial: _Denial) -> list[Claim]:
    """Return the claims whose words come nearest to what DENIAL says is not so, else all that accuse who denies.

    TOLD are the claims that accuse him, and those before the denial; of these the ones count that name nobody.
    """
    accused, before = told
    named = [claim for claim in accused if claim in before] or (accused if denial.sentence <= _EARLY else [])
    nameless = [claim for claim in before if not _accused_stems(claim, reading, known) and claim not in named]
    unnamed = [claim for claim in nameless if _is_near(reading, claim, denial)]
    likely = [(len(denial.words & _told(reading, claim)), claim) for claim in [*named, *unnamed]]
    most = max((shared for shared, _ in likely), default=0)
    return [claim for shared, claim in likely if most and shared == most] or named


def _is_near(reading: Reading, claim: Claim, denial: _Denial) -> bool:
    near = 0 < denial.sentence - _sentence(reading, claim) < _POINTED_REACH
    return near and isinstance(claim.slots, Happening | Blame)


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


def _speaks(claim: Claim, denial: _Denial, reading: Reading, known: _Known) -> bool:
    """Tell whether the one of DENIAL is the origin of CLAIM."""
    if not claim.chain or (claim.stance is Stance.ALLEGED and denial.points):
        return False  # what others are said to allege, the one who denies it may be the only one to tell
    origin = claim.chain[0].text
    return origin == denial.by.text or bool(_stems(origin, reading.pack.grammar, known) & denial.stems)


def _accused_stems(claim: Claim, reading: Reading, known: _Known) -> frozenset[str]:
    grammar = reading.pack.grammar
    if isinstance(claim.slots, Happening) and len(claim.slots.actors) > 1:
        return frozenset()  # what both did, one of them does not deny alone
    called = [words for mention in _accused(claim) for words in (mention.text, mention.name) if words]
    return frozenset(stem for words in called for stem in _stems(words, grammar, known))


def _deniers(reading: Reading, attribution: Attribution, verb: Tag) -> list[Speaker]:
    """Return who denies: whom "by" marks behind VERB, else the nearest one named before it in its sentence."""
    sentence = reading.sentence_of(verb.first)
    said = attribution.said[sentence.index]
    spoken = [
        act.links[0] for act in said if act.links and act.stance is Stance.DENIED and act.first <= verb.first < act.last
    ]
    if spoken:
        return [Speaker(text=link.text, stance=Stance.DENIED, span=link.span) for link in spoken[:1]]
    for kind in _DENIERS:
        for tag in reading.at(_behind(reading, verb, sentence.last), kind):
            return [_denier(reading, tag)]
    clause = Clause(reading, attribution, sentence.first, verb.first)
    voices = reading.of("voice", sentence.first, verb.first)
    tags = sorted([*actors_in(clause, speakers=True), *voices], key=lambda tag: tag.last)
    if tags:
        return [_denier(reading, tags[-1])]
    return []


def _pointed_deniers(claims: list[Claim], reading: Reading, attribution: Attribution, verb: Tag) -> list[Speaker]:
    """Return who a pronoun that denies means: whom the last speaker accused just before ("they deny it"), else him."""
    sentence = reading.sentence_of(verb.first)
    pronouns = [kind for kind in _PRONOUNS if reading.of(kind, sentence.first, verb.first)]
    links = attribution.chains[sentence.index][:1] if pronouns else ()
    before = [claim for claim in claims if claim.chain and claim.span[1] <= reading.tokens[verb.first].start]
    told = [claim for claim in before if isinstance(claim.slots, Blame | Happening) and _accused(claim)][-1:]
    for claim, link in zip(told, links, strict=False):
        if "pronoun" in pronouns and claim.chain[0].text == link.text:
            return [Speaker(text=each.text, stance=Stance.DENIED) for each in _accused(claim)[:1]]
    return [Speaker(text=link.text, stance=Stance.DENIED, span=link.span) for link in links]


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


def _stems(text: str, grammar: Grammar, known: _Known) -> set[str]:
    """Return what names of one group share: beginnings of capital words and of peoples, else of those behind a head."""
    if not grammar.capitals:
        bare = [_without_article(fold_word(word, grammar), grammar) for word in text.split()]
        named = [word for word in bare[len(bare) > 1 :] if len(word) >= _STEM - 1 and word not in known.heads]
        return {" ".join(bare), *(word[: _STEM - 1] for word in named)}
    words = text.replace("\u2019", "'").replace("'", " ").replace("-", " ").split()
    named = [word for word in words if word[:1].isupper() or word in known.peoples]
    named = [word for word in named if fold_word(word, grammar) not in known.heads] or named
    width = _STEM - grammar.genitives  # the last letter of a short name is its case
    folk = {_bare(word)[:_LAND_STEM] for word in named if word in known.peoples | known.lands and not word.isupper()}
    return folk | {_bare(word)[:width] for word in named if len(word) >= width or (len(word) > 1 and word.isupper())}


def _without_article(word: str, grammar: Grammar) -> str:
    return word.removeprefix(next((at for at in grammar.proclitics if word.startswith(at)), ""))


def _bare(word: str) -> str:
    """Return WORD small and without accents, which a name has and its people's may not ("Tailândia", "tailandeses")."""
    return "".join(at for at in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(at))
