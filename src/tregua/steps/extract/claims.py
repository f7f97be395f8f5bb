"""Claims made whole: span and quote, source chain, stance, marks, trace and an id that the same text gives again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache

from tregua.records.claim import Claim, Happening, Slots, Speaker, Tally, TruceWord
from tregua.records.document import Document
from tregua.steps.extract.own_acts import is_admission
from tregua.steps.extract.owners import owner_meant
from tregua.steps.extract.printed import tokens_at
from tregua.steps.extract.speakers import Attribution, Link, Said
from tregua.steps.extract.text import DASHES, Reading, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["Draft", "Maker", "claim_id"]

_NEAR = 2
_RECORDED = "recorded"
_SPEAKING = ("say", "accuse", "blame_verb")
_ADDED = frozenset({"length"})
"""Fields that came later: they count only where they are set, so that a claim keeps its id."""
_OWN_WORDS = "speaker: nobody named; what a truce is, is the writer's background"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader of clauses has found.

    Attributes:
        first: position where the claim's words begin.
        last: position after them.
        slots: what it says.
        trace: patterns and where each slot came from.
        marks: cues to keep.
        chain: speakers, when they are not those of the sentence.
        stance: stance, when it is not that of the speaker.
    """

    first: int
    last: int
    slots: Slots
    trace: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    chain: tuple[Link, ...] | None = None
    stance: Stance | None = None


class Maker:
    """Makes claims of drafts."""

    def __init__(self, document: Document, reading: Reading, attribution: Attribution) -> None:
        """Make claims of DOCUMENT as read in READING, spoken as ATTRIBUTION tells."""
        self.document = document
        self.reading = reading
        self.attribution = attribution

    def make(self, draft: Draft) -> Claim:
        """Return the claim that DRAFT holds."""
        start, end = self.reading.offsets(draft.first, draft.last)
        index = self.reading.sentence_of(draft.first).index
        links = self._spoken(draft, index) if draft.chain is None else draft.chain
        marks, cues = self._cues(draft)
        if any(link.stance is Stance.DENIED for link in links) and self._is_asserted(draft, index):
            links = tuple(
                replace(link, stance=Stance.ASSERTED) if link.stance is Stance.DENIED else link for link in links
            )
        told = self._is_denied_in_quotes(draft, index) or self._is_denied_next(draft, index)
        told = told or self._is_said_to_be_untrue(draft, index)
        denied = Stance.DENIED if told else None
        stance = draft.stance or denied or self._stance(links, marks)
        reason = _OWN_WORDS if self._is_background(draft, index) else self.attribution.reasons[index]
        trace = (*draft.trace, reason, *cues)
        return Claim(
            id=claim_id(self.document.id, (start, end), draft.slots),
            document=self.document.id,
            span=(start, end),
            quote=self.document.text[start:end],
            stance=stance,
            chain=self._chain((self._admitting(draft, index) or links) if stance is Stance.ADMITTED else links),
            marks=marks,
            slots=draft.slots,
            trace=trace,
        )

    def _spoken(self, draft: Draft, index: int) -> tuple[Link, ...]:
        """Return the chain of the sentence, or who speaks in DRAFT's part of it between semicolons: "so A; B says"."""
        if self._is_background(draft, index):
            return ()
        if isinstance(draft.slots, Tally) and (counted := self._counted(draft, index)):
            return counted
        chain, sentence = self.attribution.chains[index], self.reading.sentence_of(draft.first)
        named = [act for act in self.attribution.said[index] if act.links and not act.means]
        if len(named) < 2:  # noqa: PLR2004 - two who speak
            return chain
        stops = [at for at in range(sentence.first, sentence.last) if self.reading.tokens[at].text == ";"]
        stops += [act.first - 1 for act in named[1:] if self._is_set_against(act)]
        if not stops:
            return chain
        here = sum(stop < draft.first for stop in stops)
        own = [act for act in named if sum(stop < act.first for stop in stops) == here]
        heads = {link.text for act in named for link in act.links}
        return (*own[0].links, *(link for link in chain[1:] if link.text not in heads)) if own else chain

    def _is_set_against(self, act: Said) -> bool:
        """Tell whether who speaks by ACT is set against who spoke: "A said so, | while B", "| with B reporting"."""
        at = act.first - 1
        if at < 1 or self.reading.pack.grammar.subject[0] != "before":
            return False
        at -= bool(self.reading.at(at, "article"))
        parted = self.reading.tokens[at - 1].text == "," and bool(self.reading.at(at, "and"))
        told = act.links[0].span[0] <= self.reading.tokens[act.first].end  # not "as recorded | by B"
        parted = parted or (told and self.reading.has(at, "subordinate"))
        # "A told of three, | B - of five"
        dash = next((each for each in range(act.first, act.last) if self.reading.tokens[each].text in DASHES), None)
        bare = dash is not None and act.links[0].span[1] == self.reading.tokens[dash - 1].end
        parted = parted or (bare and self.reading.tokens[at].text == ",")
        return parted or self.reading.has(at, "contrast") or self.reading.has(act.first, "with")

    def _counted(self, draft: Draft, index: int) -> tuple[Link, ...]:
        """Return the chain behind who counted what DRAFT tells, where another says so in the same sentence.

        "The ministry said that side A recorded two and side B three": each count is its side's, then the ministry's.
        """
        chain, acts = self.attribution.chains[index], self.attribution.said[index]
        if not any(act.links and not act.counts for act in acts):
            return ()
        counting = [act for act in acts if act.counts and act.links and act.first <= draft.last]
        counting = [act for act in counting if not self._is_own(act, chain)]
        links = counting[-1].links if counting else ()
        place = tokens_at(self.reading, *links[0].span) if links else None
        voiced = place is not None and any(self.reading.of(kind, *place) for kind in ("voice", "side"))
        if not voiced or any(link.text == links[0].text for link in chain):
            return ()
        return (*links, *chain)

    def _is_own(self, act: Said, chain: Sequence[Link]) -> bool:
        """Tell whether ACT is by an office of who speaks in CHAIN: "the mission said | its monitors recorded"."""
        owner, _ = owner_meant(self.reading, act.first)
        return owner is not None and self.reading.printed(owner.first, owner.last) in {link.text for link in chain}

    def _is_asserted(self, draft: Draft, index: int) -> bool:
        """Tell whether DRAFT stands behind a second verb that does not deny: "denied it fired and said B had".

        Or before a participle that denies something else: "shelled A, denying that it had bombed B".
        """
        sentence = self.reading.sentences[index]
        later = [tag for tag in self.reading.of("say", draft.last, sentence.last) if tag.value == Stance.DENIED]
        if later and self.reading.has(later[0].first, "participial"):
            return True
        spoken = [tag for kind in _SPEAKING for tag in self.reading.of(kind, sentence.first, draft.last)]
        spoken = sorted((tag for tag in spoken if tag.first <= draft.first), key=lambda tag: tag.first)
        denying = [tag for tag in spoken if tag.value == Stance.DENIED]
        behind = [tag for tag in spoken if denying and tag.first > denying[-1].last]
        return any(self._joins(tag) for tag in behind)

    def _is_denied_next(self, draft: Draft, index: int) -> bool:
        """Tell whether who speaks goes on to deny what DRAFT tells: "admitted that it flew but | denied it bombed"."""
        first = self.reading.sentences[index].first
        verbs = [tag for tag in self.reading.of("say", first, draft.first) if tag.value != _RECORDED]
        joins = len(verbs) > 1 and verbs[-1].value == Stance.DENIED and self._joins(verbs[-1])
        return joins and any(act.first < verbs[-1].first for act in self.attribution.said[index] if act.links)

    def _is_denied_in_quotes(self, draft: Draft, index: int) -> bool:
        """Tell whether who speaks denies in his own words what DRAFT tells: "we deny that the army shelled A"."""
        first = self.reading.sentences[index].first
        denying = [tag for tag in self.reading.of("say", first, draft.first) if tag.value == Stance.DENIED]
        own = (self.reading.of("first_person", max(first, verb.first - _NEAR), verb.last) for verb in denying)
        return any(own) and not self._is_asserted(draft, index)

    def _is_said_to_be_untrue(self, draft: Draft, index: int) -> bool:
        """Tell whether DRAFT stands behind words that deny it and name nobody: "no truth in | the report of"."""
        bare = (act for act in self.attribution.said[index] if act.stance is Stance.DENIED and not act.links)
        return any(act.last <= draft.first for act in bare) and not self._is_asserted(draft, index)

    def _joins(self, verb: Tag) -> bool:
        """Tell whether VERB goes on with the same subject: "and said", ", saying"."""
        at = verb.first - 1
        at -= self.reading.has(at, "adverb")
        joined = self.reading.at(at, "and") or self.reading.at(at, "contrast")
        return bool(joined) or self.reading.tokens[at].text in {",", "،", ";"}

    def _is_background(self, draft: Draft, index: int) -> bool:
        """Tell whether DRAFT tells of a truce in a sentence that names no speaker: the writer's own background.

        "The ministry counted six breaches. The truce has held since May": the second sentence is not the ministry's.
        """
        return isinstance(draft.slots, TruceWord) and not self.attribution.said[index]

    def _stance(self, links: tuple[Link, ...], marks: tuple[str, ...]) -> Stance:
        if "self_admitted" in marks:
            return Stance.ADMITTED
        if "alleged" in marks:
            return Stance.ALLEGED
        return links[0].stance if links else Stance.ASSERTED

    def _admitting(self, draft: Draft, index: int) -> tuple[Link, ...]:
        """Return who owns up to what DRAFT tells: those who act in it, where nobody speaks in sentence INDEX."""
        if any(act.links or act.points for act in self.attribution.said[index]):
            return ()
        start = self.reading.offsets(draft.first, draft.last)[0]
        actors = draft.slots.actors if isinstance(draft.slots, Happening) else ()
        return tuple(Link(actor.text, (start, start), Stance.ADMITTED) for actor in actors)

    def _cues(self, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
        sentence = self.reading.sentence_of(draft.first)
        marks, cues = set(draft.marks), []
        for tag in self.reading.of("hedge", sentence.first, sentence.last):
            if tag.value == "self_admitted" and not is_admission(self.reading, tag):
                continue
            marks.add(tag.value)
            cues.append(f"mark {tag.value}: “{self.reading.printed(tag.first, tag.last)}”")
        for tag in self.reading.of("contradiction", sentence.first, sentence.last):
            marks.add("suspect")
            cues.append(f"mark suspect: “{self.reading.printed(tag.first, tag.last)}” contradicts itself")
        annotated = self.reading.of("annotated", sentence.first, sentence.last)
        cues.extend(f"{tag.value}: “{self.reading.printed(tag.first, tag.last)}”" for tag in annotated)
        return tuple(sorted(marks)), tuple(cues)

    def _chain(self, links: tuple[Link, ...]) -> tuple[Speaker, ...]:
        chain = [Speaker(text=link.text, stance=link.stance, span=_span(link)) for link in links]
        carrier = self.attribution.carrier
        said = {_key(link.text) for link in chain}
        if carrier is not None and _key(carrier.text) not in said:
            chain.append(Speaker(text=carrier.text, span=carrier.span, stance=Stance.QUOTED))
        publisher = self.document.publisher
        if publisher and not (chain and _key(chain[-1].text) == _key(publisher)):
            chain.append(Speaker(text=publisher, stance=Stance.QUOTED if chain else Stance.ASSERTED))
        return tuple(chain)


def _span(link: Link) -> tuple[int, int] | None:
    return link.span if link.span[0] < link.span[1] else None


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def claim_id(document: str, span: tuple[int, int], slots: Slots) -> str:
    """Return ``c-`` and 12 hex digits that depend on DOCUMENT, SPAN and SLOTS alone."""
    held = _ENCODER.encode([document, slots.kind, span, slots])
    return "c-" + hashlib.sha256(held.encode()).hexdigest()[:12]


@lru_cache(maxsize=64)
def _field_names(kind: type) -> tuple[str, ...]:
    held = fields(kind) if is_dataclass(kind) else ()
    return tuple(field.name for field in held if "aside" not in field.metadata)


def _plain(value: object) -> object:
    names = _field_names(type(value))  # type: ignore[arg-type] # types are hashable
    if names:
        held = {name: getattr(value, name) for name in names}
        return {name: part for name, part in held.items() if name not in _ADDED or part is not None}
    return str(value.value) if isinstance(value, Enum) else str(value)


_ENCODER = json.JSONEncoder(default=_plain, sort_keys=True, ensure_ascii=False)


def unique(claims: Iterable[Claim]) -> list[Claim]:
    """Return CLAIMS without repeated ids, in the order of the text."""
    found = {claim.id: claim for claim in claims}
    return sorted(found.values(), key=lambda claim: (claim.span, claim.kind))


def denied(claim: Claim, by: Speaker) -> Claim:
    """Return CLAIM as denied BY somebody."""
    return replace(claim, denied_by=by, marks=tuple(sorted({*claim.marks, "denied"})))
