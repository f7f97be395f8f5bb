"""Who is blamed in the sentence that tells of an act: "accused X of shelling", "blamed X: they shelled it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tregua.steps.extract.board import find_rules
from tregua.steps.extract.slots import Clause, actor_at, actor_list, actors_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Sentence, Tag

__all__ = [
    "PARTIES",
    "beside",
    "blamed_before",
    "blamed_by_name",
    "blamed_for_it",
    "charged_with",
    "is_backer",
    "only_one_blamed",
    "whom_it_backs",
]

PARTIES = ("actor", "country", "people")
_CHARGES = ("blame_verb", "accuse")
_ACTS = ("act_noun", "act_verb", "casualty", "breach", "number")
_NEAR = 6
_REACH = 20


def blamed_before(clause: Clause, limit: int) -> list[Tag]:
    """Return whom words of blame in the sentence blame up to LIMIT; where verbs go first, not the one who speaks."""
    reading, first = clause.reading, clause.reading.sentence_of(limit).first
    charges = [tag for kind in _CHARGES for tag in reading.of(kind, first, limit)]
    for blame in sorted(charges, key=lambda tag: tag.first):
        found = actor_list(reading, blame.last, limit)
        if found and reading.pack.grammar.subject[0] == "after":
            found = actor_list(reading, found[-1].last, limit) or found
        if found:
            return found
    return []


def blamed_by_name(reading: Reading, attribution: Attribution, sentence: Sentence) -> Iterator[Tag]:
    """Give those whom the blames of the pack blame by name in SENTENCE and who do not speak."""
    for rule, match in find_rules(reading, "blames", sentence):
        accused = match.kept.get("accused")
        named = None if accused is None or rule.means else actor_at(reading, accused.first, sentence.last)
        named = named and whom_it_backs(reading, attribution, named)
        if named is not None and named.kind in PARTIES and not attribution.speaks(reading, named):
            yield named


def only_one_blamed(clause: Clause, sentence: Sentence) -> list[Tag]:
    """Return whom SENTENCE blames by name, in CLAUSE, if it is one, or one list of them, and nobody blames back."""
    reading = clause.reading
    found = {tag.first: tag for tag in blamed_by_name(reading, clause.attribution, sentence)}
    inside = [first for first in found if clause.first <= first < clause.last]
    if len(inside) != 1 or reading.of("each_other", clause.first, clause.last):
        return []
    return actor_list(reading, inside[0], clause.last)


def blamed_for_it(clause: Clause, sentence: Sentence, word: Tag) -> list[Tag]:
    """Return whom SENTENCE, near WORD, or else the one behind it, blames for that act, which nobody is said to do.

    The sentence behind does so where it tells of no other act: "A market was shelled. Activists blamed the army".
    """
    reading = clause.reading
    found = [tag for tag in only_one_blamed(clause, sentence) if abs(tag.first - word.first) <= _REACH]
    if found or sentence.index + 1 >= len(reading.sentences):
        return found
    behind = reading.sentences[sentence.index + 1]
    if behind.paragraph != sentence.paragraph or any(reading.of(kind, behind.first, behind.last) for kind in _ACTS):
        return []
    return only_one_blamed(Clause(reading, clause.attribution, behind.first, behind.last), behind)


def whom_it_backs(reading: Reading, attribution: Attribution, tag: Tag) -> Tag | None:
    """Return TAG, or whom it backs or leads where it only says who does, None when nobody stands before it."""
    if not is_backer(reading, tag):
        return tag
    first, last = reading.sentence_of(tag.first).first, tag.first - 2
    while reading.has_any(last, ("title", "led_by", "relative_pronoun")):
        last -= 1
    return next(iter([*actors_in(Clause(reading, attribution, first, last + 1))][-1:]), None)


def is_backer(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG only says who backs or leads somebody: "the militia backed by A", "the army that | A leads"."""
    if tag.first > 1 and reading.has(tag.first - 1, "preposition") and reading.has(tag.first - 2, "back_verb"):
        return True
    at = tag.first - 1
    while at > 0 and reading.has(at, "title"):
        at -= 1
    return at > 0 and reading.has(at, "led_by") and reading.has(at - 1, "relative_pronoun")


def beside(reading: Reading, who: Tag, kinds: Sequence[str] = ("actor", "country")) -> list[Tag]:
    """Return who is named beside WHO before him: "| Rwanda and | Uganda have been accused"."""
    at = who.first - 1
    at -= at > 0 and reading.has(at, "article")
    if at < 1 or not reading.at(at, "and") or reading.tokens[at].kind != "word":
        return []
    found = [reading.over(at - 1, kind) for kind in kinds]
    return [tag for tag in found if tag is not None and tag.last == at][:1]


def charged_with(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who is accused of NOUN: who stands before the one word that ties it to him ("ittahama X bi-qasf")."""
    reading = clause.reading
    if not reading.pack.grammar.construct_state:
        return _held_for(clause, noun)
    if not reading.of("accuse", clause.first, noun.first):
        return []
    tags = [reading.over(noun.first - 2, kind) for kind in ("actor", "country") if noun.first > 1]
    named = [tag for tag in tags if tag is not None and tag.last == noun.first - 1][:1]
    accused = [who for tag in named if (who := whom_it_backs(reading, clause.attribution, tag)) is not None]
    both = [tag for who in accused for tag in beside(reading, who) if not clause.attribution.speaks(reading, tag)]
    return both + accused


def _held_for(clause: Clause, noun: Tag) -> list[Tag]:
    """Return who is blamed for NOUN: "blamed the rebels for the shelling", "held X responsible for it"."""
    reading = clause.reading
    cases = reading.pack.grammar.genitives and noun.first > clause.first and reading.at(noun.first - 1, "at_place")
    if not cases and not any(reading.at(at, "of") for at in range(max(clause.first, noun.first - _NEAR), noun.first)):
        return []
    charges = [tag for kind in _CHARGES for tag in reading.of(kind, clause.first, noun.first)]
    for charge in sorted(charges, key=lambda tag: -tag.first):
        if noun.first - charge.last <= _REACH:
            return actor_list(reading, charge.last, noun.first)
    for charge in reading.of("answerable", clause.first, noun.first)[-1:]:
        before = [tag for tag in actors_in(clause.part(clause.first, charge.first)) if tag.kind != "name"]
        return before[-1:]
    return []
