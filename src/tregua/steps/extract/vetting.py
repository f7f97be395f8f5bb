"""Proposals held against the text: what is not printed there does not enter.

The quote must stand in what is read of the text, word by word, and within two sentences. Every number must be one the
number reader reads in those sentences; every name of an actor, place or speaker must be printed in the text; every
other word given must be printed in those sentences. Times, bounds of numbers, hedges and, where no other speaker is
proposed, the chain of speakers are read by the grammar. Who is said to speak is not taken for who acts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tregua.records.claim import (
    Adherence,
    Aid,
    Blame,
    Casualties,
    Happening,
    Mention,
    PlaceMention,
    Relation,
    Slots,
    Tally,
    TruceWord,
)
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.printed import found_at
from tregua.steps.extract.proposals import (
    AdherenceProposal,
    AidProposal,
    BlameProposal,
    IncidentProposal,
    Proposal,
    RelationProposal,
    TallyProposal,
    TruceProposal,
)
from tregua.steps.extract.slots import Clause, nearest_time
from tregua.steps.extract.speakers import Attribution, Link
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.stances import Bound, Stance
from tregua.vocabulary.time import Span

__all__ = ["PROPOSED", "Unfounded", "vet"]

PROPOSED = "proposed"
"""The mark of a claim that an annotator proposed and the text bears out."""

_MOST_SENTENCES = 2
_NUMBERS = ("number", "ordinal", "frequency")
_OPEN = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT)
_BELOW = (Bound.AT_MOST, Bound.LESS_THAN)


class Unfounded(Exception):  # noqa: N818 - it is an answer, not a mistake
    """A proposal that the text does not bear out; its words say why."""


def vet(proposal: Proposal, annotator: str, reading: Reading, attribution: Attribution) -> Draft:
    """Return the draft that PROPOSAL of ANNOTATOR makes of READING, spoken as ATTRIBUTION tells.

    Raises:
        Unfounded: the text does not bear it out, with the reason.
    """
    first, last = _quote(reading, proposal.quote)
    sentences = (reading.sentence_of(first), reading.sentence_of(last - 1))
    if sentences[1].index - sentences[0].index >= _MOST_SENTENCES:
        raise Unfounded(f"the quote runs over more than {_MOST_SENTENCES} sentences")
    ground = _Ground(annotator, reading, attribution, (first, last), (sentences[0].first, sentences[1].last))
    chain = ground.chain(proposal)
    slots = _SLOTS[type(proposal)](ground, proposal)
    ground.refuse_speakers(slots, chain)
    trace = (f"proposed by {annotator}", "quote, numbers and names stand in the text; time and bounds by the grammar")
    return Draft(first, last, slots, trace=trace, marks=(PROPOSED,), chain=chain)


def _quote(reading: Reading, quote: str) -> tuple[int, int]:
    place = next(found_at(reading, quote), None)
    if place is None:
        raise Unfounded("the quote does not stand in what is read of the text")
    return place


@dataclass(frozen=True, slots=True)
class _Ground:
    """The text that one proposal is held against.

    Attributes:
        annotator: who proposes.
        reading: the text.
        attribution: who speaks in it.
        quote: positions of the quote.
        around: positions of the sentences it stands in.
    """

    annotator: str
    reading: Reading
    attribution: Attribution
    quote: tuple[int, int]
    around: tuple[int, int]

    def number(self, count: int) -> Tag:
        """Return the number COUNT as the sentences print it."""
        tags = [tag for kind in _NUMBERS for tag in self.reading.of(kind, *self.around) if tag.count == count]
        if not tags:
            raise Unfounded(f"the number {count} does not stand in its sentence")
        inside = [tag for tag in tags if self.quote[0] <= tag.first < self.quote[1]]
        return (inside or tags)[0]

    def people(self, count: int | None) -> Casualties | None:
        """Return COUNT people, bounded as the sentence bounds that number."""
        if count is None:
            return None
        bound = self.number(count).bound
        high = None if bound in _OPEN else count
        return Casualties(low=0 if bound in _BELOW else count, best=count, high=high)

    def counted(self, count: int | None) -> int | None:
        """Return COUNT when the sentences print it."""
        return None if count is None else self.number(count).count

    def words(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return TEXTS when each is printed in the sentences."""
        return tuple(self._printed(text, local=True) for text in texts if text)

    def mentions(self, names: Sequence[str]) -> tuple[Mention, ...]:
        """Return NAMES as actors when each is printed in the text."""
        return tuple(Mention(text=self._printed(name), rule=f"proposed by {self.annotator}") for name in names)

    def places(self, names: Sequence[str]) -> tuple[PlaceMention, ...]:
        """Return NAMES as places when each is printed in the text."""
        return tuple(PlaceMention(text=self._printed(name), rule=f"proposed by {self.annotator}") for name in names)

    def time(self) -> Span | None:
        """Return the time that the grammar reads in the quote, or else in its sentences."""
        return self._time(self.quote) or self._time(self.around)

    def chain(self, proposal: Proposal) -> tuple[Link, ...] | None:
        """Return the speakers of PROPOSAL where each is printed; None leaves them to the grammar."""
        spoken = [replace(self._link(name), stance=Stance.QUOTED) for name in proposal.speakers]
        if not spoken:
            return None
        read = self.attribution.chains[self.reading.sentence_of(self.quote[0]).index]
        if read and nested(read[0].text, spoken[0].text):
            return None
        return (replace(spoken[0], stance=Stance(proposal.stance)), *spoken[1:])

    def refuse_speakers(self, slots: Slots, chain: tuple[Link, ...] | None) -> None:
        """Refuse SLOTS in which somebody acts who only speaks."""
        acting = slots.actors if isinstance(slots, Happening) else slots.accused if isinstance(slots, Tally) else ()
        index = self.reading.sentence_of(self.quote[0]).index
        speaking = self.attribution.chains[index] if chain is None else chain
        for actor in acting:
            if any(_key(link.text) == _key(actor.text) for link in speaking):
                raise Unfounded(f"{actor.text!r} speaks here, and is not taken for who acts")

    def _time(self, place: tuple[int, int]) -> Span | None:
        return nearest_time(Clause(self.reading, self.attribution, *place), self.quote[0])

    def _link(self, name: str) -> Link:
        places = list(found_at(self.reading, name))
        if not places:
            raise Unfounded(f"the name {name!r} is not printed in the text")
        nearest = min(places, key=lambda place: abs(place[0] - self.quote[0]))
        return Link(self.reading.printed(*nearest), self.reading.offsets(*nearest))

    def _printed(self, words: str, *, local: bool = False) -> str:
        for first, last in found_at(self.reading, words):
            if not local or (self.around[0] <= first and last <= self.around[1]):
                return " ".join(words.split())
        raise Unfounded(f"{words!r} is not printed in its sentence" if local else f"the name {words!r} is not printed "
                        "in the text")  # fmt: skip


def nested(one: str, other: str) -> bool:
    """Tell whether all words of ONE are among those of OTHER, or the other way round."""
    few, many = sorted((_words(one), _words(other)), key=len)
    return bool(few) and few <= many


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _key(text: str) -> tuple[str, ...]:
    return tuple(sorted(_words(text)))


def _tally(ground: _Ground, proposal: TallyProposal) -> Tally:
    number = ground.number(proposal.count)
    return Tally(
        count=proposal.count,
        bound=number.bound,
        unit=" ".join(ground.words((proposal.unit,))),
        window=ground.time(),
        area=ground.places(proposal.area),
        accused=ground.mentions(proposal.accused),
        ordinal=number.kind == "ordinal",
    )


def _incident(ground: _Ground, proposal: IncidentProposal) -> Happening:
    return Happening(
        act=proposal.act,
        actors=ground.mentions(proposal.actors),
        targets=tuple(Mention(text=text, rule=f"proposed by {ground.annotator}")
                      for text in ground.words(proposal.targets)),
        places=ground.places(proposal.places),
        time=ground.time(),
        killed=ground.people(proposal.killed),
        injured=ground.people(proposal.injured),
        count=ground.counted(proposal.count),
        weapons=ground.words(proposal.weapons),
    )  # fmt: skip


def _truce(ground: _Ground, proposal: TruceProposal) -> TruceWord:
    return TruceWord(
        status=proposal.status,
        parties=ground.mentions(proposal.parties),
        brokers=ground.mentions(proposal.brokers),
        area=ground.places(proposal.area),
        excludes=ground.mentions(proposal.excludes),
    )


def _blame(ground: _Ground, proposal: BlameProposal) -> Blame:
    matter = " ".join(ground.words((proposal.matter,)))
    return Blame(blamers=ground.mentions(proposal.blamers), accused=ground.mentions(proposal.accused), matter=matter)


def _relation(ground: _Ground, proposal: RelationProposal) -> Relation:
    source, target = ground.mentions(proposal.source), ground.mentions(proposal.target)
    return Relation(type=proposal.type, source=source, target=target)


def _aid(ground: _Ground, proposal: AidProposal) -> Aid:
    return Aid(status=proposal.status, area=ground.places(proposal.area))


def _adherence(ground: _Ground, proposal: AdherenceProposal) -> Adherence:
    return Adherence(who=proposal.who, status=proposal.status, count=ground.counted(proposal.count))


_SLOTS: Mapping[type[Proposal], Callable[[_Ground, Any], Slots]] = {
    TallyProposal: _tally,
    IncidentProposal: _incident,
    TruceProposal: _truce,
    BlameProposal: _blame,
    RelationProposal: _relation,
    AidProposal: _aid,
    AdherenceProposal: _adherence,
}
