"""Who denies what: by a verb ("denied it"), by a word ("the claim is false"), by a "no" ("no strike was made")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tregua.records.claim import Blame, Claim, Happening, Mention, Speaker, Tally
from tregua.steps.extract.negated import negated_acts
from tregua.steps.extract.slots import Clause, actors_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.stems import Known, beginnings, stems_of
from tregua.steps.extract.text import QUOTES, Reading, Sentence, Tag
from tregua.steps.extract.unspoken import is_refusal, is_rejection
from tregua.vocabulary.stances import Stance

__all__ = ["CHARGE_REACH", "NEAR", "POINTED_REACH", "Denial", "accused_in", "denials_in"]

NEAR = 3
POINTED_REACH = 4
"""What is denied by pointing to it was told less than so many sentences before."""
CHARGE_REACH = 8
"""What is denied by a word for a charge was told less than so many sentences before."""
_REFUSING = ("negation", "modal")
_ADVERBS = 2
_DENIERS = ("voice", "actor", "country")
_PRONOUNS = ("pronoun", "first_person")
_OBJECTS = ("voice", "actor", "name", "country", "act_noun", "breach")


@dataclass(frozen=True, slots=True)
class Denial:
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
        act: the act that it says was not; "" where it denies by a verb.
        clause: whether another one speaks before it in its sentence, whose words alone it denies.
        figures: whether it is a figure that it denies.
    """

    by: Speaker
    stems: frozenset[str]
    sentence: int
    at: int
    points: bool
    words: frozenset[str]
    doing: bool
    reach: int
    act: str = ""
    clause: bool = False
    figures: bool = False


def denials_in(claims: list[Claim], reading: Reading, attribution: Attribution, known: Known) -> list[Denial]:
    """Return the denials of READING, in order."""
    denials = [*_spoken(claims, reading, attribution, known), *_disclaimers(claims, reading, attribution, known)]
    denials += _negations(reading, attribution, known)
    return sorted(denials, key=lambda denial: denial.at)


def _spoken(claims: list[Claim], reading: Reading, attribution: Attribution, known: Known) -> Iterator[Denial]:
    """Give the denials that a verb makes."""
    for verb in reading.of("say"):
        if verb.value != Stance.DENIED or is_refusal(reading, verb) or is_rejection(reading, verb):
            continue
        if _is_no_denial(reading, verb) or _is_agentless(reading, verb) or _is_of_plan(reading, verb):
            continue
        named = _deniers(reading, attribution, verb)
        for denier in named or _pointed_deniers(claims, reading, attribution, verb):
            denial = _denial(reading, attribution, denier, verb, known, points=_points(reading, verb))
            told = [act for act in attribution.said[denial.sentence] if act.means == "claim" and act.links]
            yield replace(denial, at=_end_of_claim(reading, verb)) if told else denial


def _disclaimers(claims: list[Claim], reading: Reading, attribution: Attribution, known: Known) -> Iterator[Denial]:
    """Give the denials of those who say that there was no such thing.

    Where only those speak beside it whose word is called untrue, whoever published CLAIMS says so.
    """
    for tag in reading.of("disclaim"):
        index = reading.sentence_of(tag.first).index
        told = [act for act in attribution.said[index] if act.means == "claim" and act.links]
        acts = sorted(
            (act for act in attribution.said[index] if act not in told), key=lambda act: abs(act.first - tag.first)
        )
        named = [act.links[0] for act in acts if act.links]
        spoken = acts or reading.tokens[reading.sentences[index].first].text in QUOTES
        links = (named or attribution.chains[index] if spoken else ())[:1]
        deniers = [Speaker(text=link.text, stance=Stance.DENIED, span=link.span) for link in links]
        if told and not deniers:
            publishers = (claim.chain[-1] for claim in claims if len(claim.chain) > 1)
            deniers = [replace(who, stance=Stance.DENIED) for who in publishers][:1]
        for denier in deniers:
            denial = _denial(reading, attribution, denier, tag, known, points=True)
            denial = replace(denial, stems=frozenset(), words=_words_about(reading, tag))
            yield replace(denial, at=reading.offsets(tag.first, reading.sentences[index].last)[1]) if told else denial


def _words_about(reading: Reading, tag: Tag) -> frozenset[str]:
    """Return the beginnings of the words of the sentence in which TAG denies, but those of what is said next in it."""
    sentence = reading.sentence_of(tag.first)
    joined = [said.first for said in reading.of("say", tag.last, sentence.last) if reading.at(said.first - 1, "and")]
    return beginnings(reading, sentence.first, min(joined, default=sentence.last))


def _negations(reading: Reading, attribution: Attribution, known: Known) -> Iterator[Denial]:
    """Give the denials of those who say that an act was not: "no strike was carried out, the army said"."""
    for act in negated_acts(reading):
        sentence = reading.sentence_of(act.first)
        for denier in _who_negates(reading, attribution, act):
            denial = _denial(reading, attribution, denier, act, known, points=True)
            words = beginnings(reading, sentence.first, sentence.last)
            own = all(link.text != denier.text for link in attribution.chains[sentence.index][:1])
            yield replace(denial, points=False, words=words, act=act.value, doing=own)


def _who_negates(reading: Reading, attribution: Attribution, act: Tag) -> list[Speaker]:
    """Return who says that there was no ACT: who speaks, or whom a pronoun means ("Thailand never fired, it said")."""
    sentence = reading.sentence_of(act.first)
    if _is_of_its_target(reading, act, sentence.first):
        return []
    said, links = attribution.said[sentence.index], attribution.chains[sentence.index][:1]
    if any(each.points for each in said) and not any(each.links for each in said):
        doers = [tag for kind in ("actor", "country") for tag in reading.of(kind, sentence.first, act.first)]
        if doers:
            return [_denier(reading, max(doers, key=lambda tag: (tag.last, -tag.first)))]
    return [Speaker(text=link.text, stance=Stance.DENIED, span=link.span) for link in links]


def _is_of_its_target(reading: Reading, act: Tag, start: int) -> bool:
    """Tell whether ACT was not done to one whom a clause parts from it: "who told where they are | were not hit"."""
    at = act.first - 1
    while at > start and reading.has_any(at, ("negation", "adverb", "be", "auxiliary")):
        at -= 1
    passive = at + 1 < act.first - 1 and reading.has_any(at + 1, ("be", "auxiliary"))
    return passive and bool(reading.at(act.last, "by")) and reading.has_any(at, ("pronoun", "be", "auxiliary"))


def _denial(
    reading: Reading, attribution: Attribution, denier: Speaker, tag: Tag, known: Known, *, points: bool
) -> Denial:
    sentence = reading.sentence_of(tag.first)
    start = _past_denier(reading, tag, sentence.last)
    told = (sentence.first, tag.first) if reading.pack.grammar.verb == "last" else (start, sentence.last)
    words = frozenset() if points else beginnings(reading, *told)
    stems = frozenset(stems_of(denier.text, reading.pack.grammar, known))
    doing = tag.last < sentence.last and bool(reading.at(tag.last, "own_act") or reading.has(tag.last - 1, "own_act"))
    charges = reading.of("charge", max(sentence.first, tag.first - NEAR), min(start + NEAR, sentence.last))
    reach = CHARGE_REACH if charges and points else POINTED_REACH
    clause = points and _answers_here(reading, attribution, tag, denier)
    figures = points and bool(charges) and all(each.value == "count" for each in charges)
    at = reading.tokens[tag.first].start
    return Denial(denier, stems, sentence.index, at, points, words, doing, reach, clause=clause, figures=figures)


def _answers_here(reading: Reading, attribution: Attribution, tag: Tag, denier: Speaker) -> bool:
    """Tell whether another one speaks before TAG in its sentence: "A says so; B disputes it", "A, which B denies"."""
    acts = attribution.said[reading.sentence_of(tag.first).index]
    spoken = [act for act in acts if act.links and act.last <= tag.first and act.means != "passing"]
    return any(link.text != denier.text and link.stance is not Stance.DENIED for act in spoken for link in act.links)


def _is_no_denial(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB is itself denied ("did not deny"), or rejects a truce."""
    sentence = reading.sentence_of(verb.first)
    before = range(max(sentence.first, verb.first - NEAR), verb.first)
    if any(reading.has_any(at, _REFUSING) for at in before):
        return True
    behind = range(verb.last, min(verb.last + NEAR, sentence.last))
    return any(reading.has(at, "truce") for at in behind) and not any(
        reading.has_any(at, ("breach", "breach_verb")) for at in behind
    )


def _is_of_plan(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB denies what was only to come: "dismissed suggestions that it was | planning to attack"."""
    last = reading.sentence_of(verb.first).last
    acts = [tag.first for kind in ("act_verb", "act_noun") for tag in reading.of(kind, verb.last, last)]
    plans = reading.of("unreal", verb.last, min(acts, default=last))
    return any(reading.has_any(at, ("aim",)) for plan in plans for at in (plan.last - 1, plan.last) if at < last)


def _end_of_claim(reading: Reading, verb: Tag) -> int:
    """Return the offset where the claim ends that VERB denies: with its sentence, or before what the denier says."""
    sentence = reading.sentence_of(verb.first)
    joined = [said.first for said in reading.of("say", verb.last, sentence.last) if reading.at(said.first - 1, "and")]
    return reading.offsets(verb.first, min(joined, default=sentence.last))[1]


def _is_agentless(reading: Reading, verb: Tag) -> bool:
    """Tell whether it is not said who denies by VERB: "the claim was rejected"."""
    sentence = reading.sentence_of(verb.first)
    behind = range(verb.last, min(verb.last + NEAR, sentence.last))
    before = verb.first - 1
    passive = before >= sentence.first and bool(reading.at(before, "be")) and not reading.at(before, "charge")
    return passive and not any(reading.at(at, "by") for at in behind)


def _points(reading: Reading, verb: Tag) -> bool:
    """Tell whether what VERB denies was told before: "denies it", "dismissed the charge", "which Y denies"."""
    sentence = reading.sentence_of(verb.first)
    if reading.pack.grammar.verb == "last":
        return not any(reading.of(kind, sentence.first, verb.first) for kind in ("act_noun", "act_verb"))
    return _points_before(reading, verb, sentence.first) or _points_behind(reading, verb, sentence)


def _points_behind(reading: Reading, verb: Tag, sentence: Sentence) -> bool:
    """Tell whether the object of VERB stands behind it and points to what was told, or is left out."""
    start = at = _past_denier(reading, verb, sentence.last)
    if time := next((tag for tag in reading.at(at, "time")), None) if at < sentence.last else None:
        start = at = time.last
    while at < sentence.last and (reading.at(at, "adverb") or reading.at(at, "by")) and at < start + _ADVERBS:
        if reading.at(at, "determiner") and reading.has(at + 1, "charge"):
            return True  # "dismissed | both reports"
        at += 1
    if at < sentence.last and reading.at(at, "and") and reading.has(at + 1, "say"):
        return True  # "denied and said that"
    if at >= sentence.last or reading.tokens[at].kind == "mark" or start < at:
        return at >= sentence.last or reading.tokens[at].kind == "mark" or bool(reading.at(at - 1, "by"))
    if _is_whole_object(reading, at, sentence.last):
        return True
    alone = at + 1 < sentence.last and reading.tokens[at + 1].kind == "mark"  # "denied that, saying"
    if reading.at(at, "pronoun") or (reading.at(at, "determiner") and (alone or not reading.at(at, "relative"))):
        return True
    behind = range(at, min(at + NEAR, sentence.last))
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


def _deniers(reading: Reading, attribution: Attribution, verb: Tag) -> list[Speaker]:
    """Return who denies: whom "by" marks behind VERB, else the nearest one named before it in its sentence."""
    sentence = reading.sentence_of(verb.first)
    said = attribution.said[sentence.index]
    apart = reading.pack.grammar.verb == "last"  # "A all that | denied"
    denying = [act for act in said if act.links and act.stance is Stance.DENIED and act.first <= verb.first]
    spoken = [act.links[0] for act in denying if apart or verb.first < act.last]
    if spoken:
        return [Speaker(text=link.text, stance=Stance.DENIED, span=link.span) for link in spoken[:1]]
    for kind in _DENIERS:
        for tag in reading.at(_behind(reading, verb, sentence.last), kind):
            return [_denier(reading, tag)]
    if _is_pronouns(reading, verb) and not any(act.links and act.last <= verb.first for act in said):
        return []  # "not the first time that | they have denied an attack", he said
    clause = Clause(reading, attribution, sentence.first, verb.first)
    voices = reading.of("voice", sentence.first, verb.first)
    seated = not reading.pack.grammar.genitives  # "v ministerstve otricajut"
    tags = [tag for tag in [*actors_in(clause, speakers=True), *voices] if not (seated and _is_seat(reading, tag))]
    tags.sort(key=lambda tag: tag.last)
    participle = reading.has(verb.first, "participial") and reading.tokens[verb.first - 1].text == ","
    nearest = tags[:1] if participle else tags[-1:]  # "the army shelled Douma, | denying"
    return [_as_known(attribution, sentence.index, _denier(reading, tag)) for tag in nearest]


def _as_known(attribution: Attribution, sentence: int, denier: Speaker) -> Speaker:
    """Return DENIER by the name of the speaker of SENTENCE where it is he: "the rebel group", named before."""
    for link in attribution.chains[sentence][:1]:
        if denier.span is not None and link.span[0] < denier.span[1] and denier.span[0] < link.span[1]:
            return replace(denier, text=link.text)
    return denier


def _is_pronouns(reading: Reading, verb: Tag) -> bool:
    """Tell whether a pronoun is the subject of VERB: "they have denied"."""
    at = verb.first - 1
    while at > 0 and reading.has_any(at, ("have", "adverb")):
        at -= 1
    return at >= 0 and reading.has(at, "pronoun")


def _is_seat(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is the country or capital where somebody is: "the government in | Port Sudan"."""
    return tag.kind == "country" and tag.first > 0 and bool(reading.at(tag.first - 1, "at_place"))


def _pointed_deniers(claims: list[Claim], reading: Reading, attribution: Attribution, verb: Tag) -> list[Speaker]:
    """Return who a pronoun that denies means: whom the last speaker accused just before ("they deny it"), else him."""
    sentence = reading.sentence_of(verb.first)
    pronouns = [kind for kind in _PRONOUNS if reading.of(kind, sentence.first, verb.first)]
    links = attribution.chains[sentence.index][:1] if pronouns else ()
    before = [claim for claim in claims if claim.chain and claim.span[1] <= reading.tokens[verb.first].start]
    told = [claim for claim in before if isinstance(claim.slots, Blame | Happening) and accused_in(claim)][-1:]
    for claim, link in zip(told, links, strict=False):
        quoted = any(act.links and act.first >= verb.last for act in attribution.said[sentence.index])
        if "pronoun" in pronouns and (claim.chain[0].text == link.text or quoted):
            return [Speaker(text=each.text, stance=Stance.DENIED) for each in accused_in(claim)[:1]]
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


def accused_in(claim: Claim) -> tuple[Mention, ...]:
    """Return who CLAIM says did it, if anybody."""
    if isinstance(claim.slots, Happening):
        return claim.slots.actors
    return claim.slots.accused if isinstance(claim.slots, Tally | Blame) else ()
