"""The acts of speaking in each sentence: who speaks, by the patterns of the pack, and who only blames somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tregua.steps.extract.acronyms import with_acronym, with_lettered_owner
from tregua.steps.extract.appositions import whole_name, with_apposition, with_house
from tregua.steps.extract.blaming import BLAMING, blaming_acts
from tregua.steps.extract.board import Match, find_rules
from tregua.steps.extract.heads import head_of, is_tied
from tregua.steps.extract.owners import with_others, with_owner
from tregua.steps.extract.pack import Rule
from tregua.steps.extract.quotations import quoted, with_closing_quote
from tregua.steps.extract.said import Said
from tregua.steps.extract.tellers import Link
from tregua.steps.extract.text import Reading, Tag
from tregua.steps.extract.told_shares import is_told_share
from tregua.steps.extract.unspoken import is_silent, told_instead
from tregua.vocabulary.stances import Stance

__all__ = ["acts_of_speaking"]

_TOLD = ("act_verb", "act_noun", "breach", "breach_verb", "casualty")
_HAPPENING = ("use_verb", "land_verb", "suffered", "weapon")
_STANCES = frozenset(Stance)
_DOING = ("act_verb", "use_verb", "breach_verb", "say")
_SUBJECTS = ("voice", "actor", "name", "country")
_POINTING = ("pronoun", "paper")
_WIDENING = (
    whole_name,
    with_others,
    with_apposition,
    with_house,
    with_owner,
    with_acronym,
    with_lettered_owner,
    with_closing_quote,
)


def acts_of_speaking(reading: Reading) -> list[list[Said]]:
    """Return the acts of speaking of each sentence of READING, in order."""
    acts: list[list[tuple[int, Said]]] = [[] for _ in reading.sentences]
    taken: dict[int, set[int]] = {}
    for rule, means, match in _found(reading):
        sentence = reading.sentence_of(match.first)
        places = taken.setdefault(sentence.index, set())
        key = {match.kept[name].first for name in ("who", "verb") if name in match.kept}
        if means == BLAMING and any(act.links for _, act in acts[sentence.index]):
            continue
        if places.isdisjoint(key) and not is_silent(reading, match):
            places |= set(range(match.first, match.last)) if means == "source" else key
            if means == "silent":
                continue
            acts[sentence.index].append((match.first, _act(reading, match, rule, means)))
    inside = reading.noted(quoted)
    ordered = (sorted(found, key=lambda item: item[0]) for found in acts)
    return [_unquoted([act for _, act in found], inside) for found in ordered]


def _found(reading: Reading) -> Iterator[tuple[str, str, Match]]:
    """Give the names, meanings and places of the rules by which somebody speaks, then of those by which he blames."""
    for rule, match in _nearest_first(reading, find_rules(reading, "speakers")):
        found = None if is_told_share(reading, match.first, match.last) else _of_subject(reading, match)
        if found is not None:
            yield rule.name, rule.means, found
    for name, match in blaming_acts(reading):
        yield name, BLAMING, match


def _of_subject(reading: Reading, match: Match) -> Match | None:
    """Return MATCH by a participle with its subject: "| the army shelled Douma, denying that ...".

    None where another verb of its sentence says who speaks: "rebels shelled Douma, the army said, accusing them".
    """
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or verb is None or not reading.has(verb.first, "participial") or verb.first < who.last:
        return match
    sentence = reading.sentence_of(who.first)
    doing = next((tag for kind in _DOING for tag in reading.of(kind, sentence.first, who.first)), None)
    if doing is None or reading.tokens[verb.first - 1].text != ",":
        return match
    if any(not reading.has(said.first, "participial") for said in reading.of("say", sentence.first, sentence.last)):
        return None
    subjects = [tag for kind in _SUBJECTS for tag in reading.of(kind, sentence.first, doing.first)]
    subject = min(subjects, key=lambda tag: (tag.first, -tag.last), default=who)
    return Match(subject.first, match.last, match.kept | {"who": subject})


def _unquoted(acts: list[Said], inside: frozenset[int]) -> list[Said]:
    """Return ACTS of one sentence without those INSIDE words that another of them quotes."""
    outside = [act for act in acts if act.first not in inside or act.last - 1 not in inside]
    return outside if any(not act.means for act in outside) else acts


def _nearest_first(reading: Reading, found: Sequence[tuple[Rule, Match]]) -> list[tuple[Rule, Match]]:
    """Return FOUND, and of what one rule finds before one verb first him who stands nearest and bound to nothing.

    Where the verb stands last, what is said stands between it and who says it: the first one named speaks.
    """
    if reading.pack.grammar.verb == "last":
        return list(found)

    def order(item: tuple[Rule, Match]) -> tuple[int, bool, int, int]:
        who, verb = item[1].kept.get("who"), item[1].kept.get("verb")
        if who is None or verb is None or verb.first < who.last:
            return item[1].first, False, 0, 0
        return verb.first, is_tied(reading, who), -who.last, who.first

    return [item for _, group in groupby(found, key=lambda item: item[0].name) for item in sorted(group, key=order)]


def _act(reading: Reading, match: Match, rule: str, means: str) -> Said:
    verb = match.kept.get("verb")
    value = verb.value if verb is not None else ""
    if verb is not None and value == Stance.DENIED:
        value = told_instead(reading, verb)
    stance = Stance(value) if value in _STANCES else Stance.ASSERTED
    named = [match.kept[name] for name in ("who", "carrier") if name in match.kept]
    if verb is not None:
        named = [head_of(reading, tag) if tag.last <= verb.first else tag for tag in named]
    named = [_in_full(reading, tag) if means != "via" else tag for tag in named]  # a carrier has no office
    links = tuple(
        Link(reading.printed(tag.first, tag.last), reading.offsets(tag.first, tag.last), stance)
        for tag in named
        if tag.kind not in _POINTING
    )
    last = match.last
    if verb is not None and reading.pack.grammar.verb == "last":
        last = max([tag.last for tag in named if tag.first < verb.first], default=last)  # what is said lies between
    aside = verb is None and _is_told_before(reading, match)
    if means == BLAMING:
        means, aside = "", True  # who only blames tells no more in another paragraph
    first = min([match.first, *(tag.first for tag in named)])
    return Said(first, last, links, rule, means, value == "recorded", stance, bool(named) and not links, aside)


def _is_told_before(reading: Reading, match: Match) -> bool:
    """Tell whether something is told in the sentence of MATCH before it."""
    first = reading.sentence_of(match.first).first
    return any(reading.of(kind, first, match.first) for kind in (*_TOLD, *_HAPPENING))


def _in_full(reading: Reading, who: Tag) -> Tag:
    """Return WHO with all that names him: those beside him, his title or name, whose he is, his acronym."""
    for widen in _WIDENING:
        who = widen(reading, who)
    return who
