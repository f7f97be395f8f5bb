"""Who denies what: a denial in the same text is kept with the claim it answers, and never makes the claim go away."""

from __future__ import annotations

from bisect import bisect_right

from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, Speaker, Tally, TruceWord
from tregua.steps.extract.claims import denied
from tregua.steps.extract.denying import CHARGE_REACH, NEAR, POINTED_REACH, Denial, accused_in, denials_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.stems import SHORT_STEM, Known, beginnings, known_words, stems_of
from tregua.steps.extract.text import Reading, fold_word
from tregua.vocabulary.acts import Act, TruceStatus
from tregua.vocabulary.stances import Stance

__all__ = ["mark_denials"]

_EARLY = 3
_SHARED = 2
_DENIABLE = (Happening, Tally, Blame, Relation, Aid)
_ALIKE_ACTS = (
    {Act.ATTACK, Act.SHELLING, Act.SMALL_ARMS, Act.EXPLOSION, Act.ADVANCE},
    {Act.ATTACK, Act.AIRSTRIKE, Act.DRONE},
)


def mark_denials(claims: list[Claim], reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return CLAIMS, those denied in READING marked so: by the very ones they accuse, or by a denial right behind."""
    known = known_words(reading)
    by: dict[str, Speaker] = {}
    for denial in denials_in(claims, reading, attribution, known):
        for claim in _answered(claims, denial, reading, known):
            by.setdefault(claim.id, denial.by)
    return [denied(claim, by[claim.id]) if claim.id in by else claim for claim in claims]


def _answered(claims: list[Claim], denial: Denial, reading: Reading, known: Known) -> list[Claim]:
    """Return those of CLAIMS that DENIAL answers."""
    told = [claim for claim in claims if _is_deniable(claim)]
    accused = [claim for claim in told if denial.stems & _accused_stems(claim, reading, known)]
    own = [claim for claim in accused if claim.stance is Stance.DENIED and _sentence(reading, claim) == denial.sentence]
    others = [claim for claim in told if not _speaks(claim, denial, reading, known)]
    accused = [claim for claim in accused if claim in others]
    before = [claim for claim in others if claim.span[0] < denial.at]
    if denial.act:
        return [claim for claim in before if _is_of_act(claim, denial, reading, known)]
    if denial.figures:
        counted = {_sentence(reading, claim) for claim in before if isinstance(claim.slots, Tally)}
        counts = [claim for claim in before if _sentence(reading, claim) in counted]
        return _last_told(reading, counts or before, denial)
    if denial.points:
        return _with_acts(reading, [*own, *accused, *_last_told(reading, before, denial)], before)
    found = _with_acts(reading, own + _most_like(reading, known, (accused, before), denial), before)
    return found or (_last_told(reading, before, denial) if denial.doing else [])


def _is_just_before(reading: Reading, claim: Claim, denial: Denial) -> bool:
    return 0 <= denial.sentence - _sentence(reading, claim) <= 1


def _with_acts(reading: Reading, found: list[Claim], before: list[Claim]) -> list[Claim]:
    """Return the claims FOUND and, where one of them is blame, those of BEFORE that tell of the act it is for."""
    for blame in [claim for claim in found if isinstance(claim.slots, Blame) and not claim.slots.matter[:1].isalnum()]:
        here, whom = _sentence(reading, blame), {word for each in accused_in(blame) for word in each.text.split()}
        acts = [
            claim
            for claim in before
            if isinstance(claim.slots, Happening)
            and 0 <= here - _sentence(reading, claim) < NEAR
            and (not claim.slots.actors or whom & {word for each in claim.slots.actors for word in each.text.split()})
        ]
        last = max((_sentence(reading, claim) for claim in acts), default=-1)
        found = [*found, *(claim for claim in acts if _sentence(reading, claim) == last)]
    return found


def _is_deniable(claim: Claim) -> bool:
    """Tell whether CLAIM is one that somebody else may deny; of a truce, that it was broken."""
    if isinstance(claim.slots, TruceWord):
        return claim.slots.status is TruceStatus.VIOLATED
    return isinstance(claim.slots, _DENIABLE)


def _is_of_act(claim: Claim, denial: Denial, reading: Reading, known: Known) -> bool:
    """Tell whether CLAIM is of the act that DENIAL says was not, near by, and by whom it speaks of or by nobody."""
    if not isinstance(claim.slots, Happening) or denial.sentence - _sentence(reading, claim) >= CHARGE_REACH:
        return False
    if not _are_alike(claim.slots.act, denial.act):
        return False
    if not claim.slots.actors:  # who says that he himself did not do it answers nobody who names nobody
        return not denial.doing and denial.sentence - _sentence(reading, claim) < POINTED_REACH
    return bool(denial.stems & _accused_stems(claim, reading, known)) or bool(
        _doer_words(claim, reading) & denial.words
    )


def _doer_words(claim: Claim, reading: Reading) -> frozenset[str]:
    """Return the beginnings of the words for those whom CLAIM tells an act of."""
    doers = claim.slots.actors if isinstance(claim.slots, Happening) else ()
    words = (fold_word(word, reading.pack.grammar) for who in doers for word in who.text.split())
    return frozenset(word[:SHORT_STEM] for word in words if len(word) >= SHORT_STEM)


def _are_alike(act: str, denied_act: str) -> bool:
    """Tell whether who says that there was no DENIED_ACT may answer one who tells of ACT."""
    if act == denied_act:
        return True
    return any({act, denied_act} <= group for group in _ALIKE_ACTS)


def _last_told(reading: Reading, before: list[Claim], denial: Denial) -> list[Claim]:
    """Return the claims of the last sentence BEFORE, and what the same speaker told near by of the same ones."""
    last = max((_sentence(reading, claim) for claim in before), default=-denial.reach)
    if denial.sentence - last >= denial.reach:
        return []
    meant = _told_in_its_words(reading, before, denial, last)
    told = [claim for claim in before if _sentence(reading, claim) in meant]
    told = [claim for claim in told if not _is_of_others(reading, claim, denial)] or told
    if denial.clause:
        return told if last == denial.sentence else []
    return told + [claim for claim in before if claim not in told and _is_like(reading, claim, told[0], denial)]


def _is_of_others(reading: Reading, claim: Claim, denial: Denial) -> bool:
    """Tell whether CLAIM only says in passing who stands by whom, and not he who denies: "A, an ally of B, said"."""
    if not isinstance(claim.slots, Relation):
        return False
    known = known_words(reading)
    named = (who.text for who in (*claim.slots.source, *claim.slots.target))
    return not any(stems_of(text, reading.pack.grammar, known) & denial.stems for text in named)


def _told_in_its_words(reading: Reading, before: list[Claim], denial: Denial, last: int) -> set[int]:
    """Return LAST, or the sentence near by that shares more words with what DENIAL says; blame told last stays."""
    near = {at for claim in before if denial.sentence - (at := _sentence(reading, claim)) < POINTED_REACH}
    parts = {at: reading.sentences[at] for at in near}
    shared = {at: len(denial.words & beginnings(reading, part.first, part.last)) for at, part in parts.items()}
    best = max(near, key=lambda at: (shared[at], at), default=last)
    if shared.get(best, 0) < max(_SHARED, shared.get(last, 0) + 1):
        return {last}
    blames = any(isinstance(claim.slots, Blame) and _sentence(reading, claim) == last for claim in before)
    return {best, last} if blames else {best}


def _is_like(reading: Reading, claim: Claim, told: Claim, denial: Denial) -> bool:
    """Tell whether the speaker who TOLD what DENIAL answers has told CLAIM near by, of the same ones or of nobody."""
    if denial.sentence - _sentence(reading, claim) >= denial.reach or not (claim.chain and told.chain):
        return False
    whom, same = {each.text for each in accused_in(claim)}, {each.text for each in accused_in(told)}
    return (
        claim.chain[0].text == told.chain[0].text
        and len(told.chain) > 1
        and (not whom or not same or bool(whom & same))
    )


def _most_like(reading: Reading, known: Known, told: tuple[list[Claim], list[Claim]], denial: Denial) -> list[Claim]:
    """Return the claims whose words come nearest to what DENIAL says is not so, else all that accuse who denies.

    TOLD are the claims that accuse him, and those before the denial; of these the ones count that name nobody.
    """
    accused, before = told
    named = [claim for claim in accused if claim in before] or (accused if denial.sentence <= _EARLY else [])
    nameless = [claim for claim in before if not _accused_stems(claim, reading, known) and claim not in named]
    nameless += [claim for claim in before if claim not in named and _doer_words(claim, reading) & denial.words]
    unnamed = [claim for claim in nameless if _is_near(reading, claim, denial)]
    likely = [(len(denial.words & _told(reading, claim)), claim) for claim in [*named, *unnamed]]
    most = max((shared for shared, _ in likely), default=0)
    last = [(shared, claim) for shared, claim in likely if claim in named and _is_just_before(reading, claim, denial)]
    nearest = max((shared for shared, _ in last), default=0)
    if last and 0 < most < max(_SHARED, nearest + 1):  # one word that a charge far above shares is no sign
        return [claim for shared, claim in last if shared == nearest]
    return [claim for shared, claim in likely if most and shared == most] or named


def _is_near(reading: Reading, claim: Claim, denial: Denial) -> bool:
    near = 0 < denial.sentence - _sentence(reading, claim) < POINTED_REACH
    return near and isinstance(claim.slots, Happening | Blame)


def _sentence(reading: Reading, claim: Claim) -> int:
    at = bisect_right(reading.tokens, claim.span[0], key=lambda token: token.start) - 1
    return reading.sentence_of(at).index


def _told(reading: Reading, claim: Claim) -> frozenset[str]:
    sentence = reading.sentences[_sentence(reading, claim)]
    return beginnings(reading, sentence.first, sentence.last)


def _speaks(claim: Claim, denial: Denial, reading: Reading, known: Known) -> bool:
    """Tell whether the one of DENIAL is the origin of CLAIM."""
    if not claim.chain or (claim.stance is Stance.ALLEGED and denial.points):
        return False  # what others are said to allege, the one who denies it may be the only one to tell
    origin = claim.chain[0].text
    surname = denial.by.text not in known.lands | known.peoples and not denial.by.text.isupper()
    return denial.by.text in {origin, origin.rpartition(" ")[2] if surname else origin} or bool(
        stems_of(origin, reading.pack.grammar, known) & denial.stems
    )


def _accused_stems(claim: Claim, reading: Reading, known: Known) -> frozenset[str]:
    grammar = reading.pack.grammar
    if isinstance(claim.slots, Happening) and len(claim.slots.actors) > 1:
        return frozenset()  # what both did, one of them does not deny alone
    called = [words for mention in accused_in(claim) for words in (mention.text, mention.name) if words]
    return frozenset(stem for words in called for stem in stems_of(words, grammar, known))
