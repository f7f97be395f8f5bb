"""Who denies what: a denial in the same text is kept with the claim it answers, and never makes the claim go away."""

from __future__ import annotations

from collections.abc import Mapping

from tregua.records.claim import Blame, Claim, Happening, Mention, Speaker, Tally
from tregua.steps.extract.claims import denied
from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["mark_denials"]

_STEM = 5


def mark_denials(claims: list[Claim], reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return CLAIMS, those denied in READING by the very ones they accuse marked so."""
    deniers: dict[str, Speaker] = {}
    for tag in reading.of("say"):
        if tag.value == Stance.DENIED:
            for denier in _deniers(reading, attribution, tag):
                for stem in _stems(denier.text):
                    deniers.setdefault(stem, denier)
    return [_marked(claim, deniers) for claim in claims]


def _marked(claim: Claim, deniers: Mapping[str, Speaker]) -> Claim:
    """Return CLAIM, denied by the one of DENIERS that speaks for whom it accuses: "Cambodia" for "Cambodian forces"."""
    stems = sorted(stem for mention in _accused(claim) for stem in _stems(mention.text))
    by = next((deniers[stem] for stem in stems if stem in deniers), None)
    return claim if by is None else denied(claim, by)


def _deniers(reading: Reading, attribution: Attribution, verb: Tag) -> list[Speaker]:
    """Return who denies: the nearest one named before VERB in its sentence."""
    sentence = reading.sentence_of(verb.first)
    clause = Clause(reading, attribution, sentence.first, verb.first)
    voices = reading.of("voice", sentence.first, verb.first)
    tags = sorted([*actors_in(clause, speakers=True), *voices], key=lambda tag: tag.last)
    if not tags:
        return []
    nearest = tags[-1]
    words, span = reading.printed(nearest.first, nearest.last), reading.offsets(nearest.first, nearest.last)
    return [Speaker(text=words, stance=Stance.DENIED, span=span)]


def _accused(claim: Claim) -> tuple[Mention, ...]:
    if isinstance(claim.slots, Happening):
        return claim.slots.actors
    return claim.slots.accused if isinstance(claim.slots, Tally | Blame) else ()


def _stems(text: str) -> set[str]:
    words = text.replace("\u2019", "'").replace("'", " ").replace("-", " ").split()
    return {word.casefold()[:_STEM] for word in words if len(word) >= _STEM and word[:1].isupper()}
