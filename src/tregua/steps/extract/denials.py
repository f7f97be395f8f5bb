"""Who denies what: a denial in the same text is kept with the claim it answers, and never makes the claim go away."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from tregua.records.claim import Blame, Claim, Happening, Mention, Speaker, Tally
from tregua.steps.extract.claims import denied
from tregua.steps.extract.pack import Grammar
from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Tag, fold_word
from tregua.vocabulary.stances import Stance

__all__ = ["mark_denials"]

_STEM = 5


def mark_denials(claims: list[Claim], reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return CLAIMS, those denied in READING by the very ones they accuse marked so."""
    deniers: dict[str, Speaker] = {}
    peoples = frozenset(reading.tokens[tag.first].text for tag in reading.of("people"))
    for tag in reading.of("say"):
        if tag.value == Stance.DENIED:
            for denier in _deniers(reading, attribution, tag):
                for stem in _stems(denier.text, reading.pack.grammar, peoples):
                    deniers.setdefault(stem, denier)
    return [_marked(claim, deniers, reading.pack.grammar, peoples) for claim in claims]


def _marked(claim: Claim, deniers: Mapping[str, Speaker], grammar: Grammar, peoples: frozenset[str]) -> Claim:
    """Return CLAIM, denied by the one of DENIERS that speaks for whom it accuses: "Cambodia" for "Cambodian forces"."""
    stems = sorted(stem for mention in _accused(claim) for stem in _stems(mention.text, grammar, peoples))
    by = next((deniers[stem] for stem in stems if stem in deniers), None)
    return claim if by is None else denied(claim, by)


def _deniers(reading: Reading, attribution: Attribution, verb: Tag) -> list[Speaker]:
    """Return who denies: the nearest one named before VERB in its sentence."""
    sentence = reading.sentence_of(verb.first)
    for kind in ("voice", "actor", "country") if reading.pack.grammar.subject[0] == "after" else ():
        for tag in reading.at(verb.last, kind) if verb.last < sentence.last else ():
            return [_denier(reading, tag)]
    clause = Clause(reading, attribution, sentence.first, verb.first)
    voices = reading.of("voice", sentence.first, verb.first)
    tags = sorted([*actors_in(clause, speakers=True), *voices], key=lambda tag: tag.last)
    if not tags:
        return []
    return [_denier(reading, tags[-1])]


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
