"""One incident, one count, one claim: each with everything that a reader opens it for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tregua.records.claim import (
    Aid,
    Blame,
    Casualties,
    Claim,
    Happening,
    Mention,
    PlaceMention,
    Relation,
    Tally,
    TruceWord,
)
from tregua.records.finding import Finding
from tregua.records.incident import Incident, Testimony, Version, incident_id
from tregua.steps.publish.agreements import Cited, cited, term_anchor
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.marks import MARKS, mark_of
from tregua.steps.publish.naming import Names
from tregua.steps.publish.wording import (
    Quoted,
    attribution,
    casualties,
    cut,
    got,
    isolate,
    listed,
    precision_words,
    published,
    quoted,
    speaker_name,
    stance_words,
    tally_words,
    time_words,
    web_address,
)  # fmt: skip

__all__ = [
    "Accounts",
    "ClaimAccount",
    "CountAccount",
    "IncidentAccount",
    "Link",
    "RulingAccount",
    "Telling",
    "foremost",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One speaker of a chain: name, words printed where they differ, how it stands to the next, whose side it is on."""

    name: str
    printed: str
    stance: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAccount:
    """One claim as a report shows it.

    Attributes:
        id: its id.
        quote: the sentence: what stands before the words that were read, these, and what stands behind them.
        language: code of the document's language, "" when not told.
        says: what was read out of it, in one phrase.
        attribution: who says it, in one phrase.
        chain: origin first, publisher last.
        denied_by: who denies it in the same document, "" when nobody.
        marks: further cues.
        document: id of its document.
        title: headline of the document.
        published: when, and how that is known.
        address: the page, "" when there is none that may be a link.
    """

    id: str
    quote: Quoted
    language: str
    says: str
    attribution: str
    chain: tuple[Link, ...]
    denied_by: str
    marks: str
    document: str
    title: str
    published: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingAccount:
    """One finding with the title of its truce, its clause's citation written out, and where the report tells it."""

    finding: Finding
    truce: str
    citation: str
    cited: tuple[Cited, ...]
    term: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What origins say of one slot.

    Attributes:
        slot: its name, to print before what is told.
        told: each thing told, and by whom.
        differs: whether two of them cannot both be so.
    """

    slot: str
    told: tuple[tuple[str, str], ...]
    differs: bool

    @property
    def words(self) -> str:
        """Return it as one sentence."""
        return f"{self.slot}: {'; '.join(f'{value} ({who})' for value, who in self.told)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentAccount:
    """One incident as a report shows it; every text is ready to print."""

    incident: Incident
    ruling: str
    when: str
    when_got: str
    where: str
    where_exact: str
    act: str
    actors: str
    namings: tuple[str, ...]
    targets: str
    killed: str
    injured: str
    findings: tuple[RulingAccount, ...]
    tellings: tuple[Telling, ...]
    denied_by: str
    claims: tuple[ClaimAccount, ...]
    judgements: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        """Return the incident's id."""
        return self.incident.id


@dataclass(frozen=True, slots=True, kw_only=True)
class CountAccount:
    """One stated count, however often copied."""

    id: str
    origin: str
    side: str
    says: str
    outlets: str
    copies: int
    reasons: tuple[str, ...]
    claims: tuple[ClaimAccount, ...]


def foremost(items: Sequence[IncidentAccount], most: int) -> Sequence[IncidentAccount]:
    """Return ITEMS in their order; of more than MOST those whose ruling legends name first, of these the latest."""
    order = list(MARKS)
    ranked = sorted(range(len(items)), key=lambda at: (order.index(mark_of(items[at].ruling).code), -at))
    return [items[at] for at in sorted(ranked[:most])]


class Accounts:
    """Writes out the records of one book."""

    def __init__(self, book: Book, catalogue: Catalogue, names: Names) -> None:
        """Take records from CATALOGUE and names from NAMES."""
        self._book = book
        self._catalogue = catalogue
        self._names = names
        self._zone: dt.tzinfo = ZoneInfo(book.zone)

    def incident(self, incident: Incident) -> IncidentAccount:
        """Return the account of INCIDENT."""
        claims = self._claims(incident.claims)
        targets = self.mentions(incident.targets)
        governing = self._catalogue.governing(incident.id)
        return IncidentAccount(
            incident=incident,
            ruling=governing.ruling.value if governing else "not ruled",
            when=time_words(incident.time, self._zone),
            when_got=got(incident.time),
            where=listed(
                dict.fromkeys(self._place(mention.name or mention.text, mention.within) for mention in incident.places)
            )
            or "place not stated",
            where_exact=listed(dict.fromkeys(precision_words(mention.precision) for mention in incident.places)),
            act=incident.act.value,
            actors=self.mentions(incident.actors) or "not stated",
            namings=self._names.namings(claims),
            targets=f"on {targets}" if targets else "target not stated",
            killed=casualties(incident.killed),
            injured=casualties(incident.injured),
            findings=tuple(self.ruling(finding) for finding in self._catalogue.findings_of.get(incident.id, ())),
            tellings=tuple(self._tellings(incident)) if len(incident.versions) > 1 else (),
            denied_by=listed(isolate(version.origin) for version in incident.versions if version.denies),
            claims=tuple(self.claim(claim) for claim in claims),
            judgements=self._catalogue.judgements_on(incident),
            names=tuple(name for name in map(incident_id, incident.claims) if name != incident.id),
        )

    def count(self, testimony: Testimony) -> CountAccount:
        """Return the account of a TESTIMONY that states a count."""
        return CountAccount(
            id=testimony.id,
            origin=speaker_name(testimony.origin),
            side=self._names.side(self._names.side_of_source(testimony.origin_id)),
            says=tally_words(testimony.tally, self._zone) if testimony.tally else "no count",
            outlets=listed(dict.fromkeys(isolate(outlet) for outlet in testimony.outlets)) or "publisher not known",
            copies=len(testimony.claims),
            reasons=testimony.reasons,
            claims=tuple(self.claim(claim) for claim in self._claims(testimony.claims)),
        )

    def claim(self, claim: Claim) -> ClaimAccount:
        """Return the account of CLAIM."""
        document = self._catalogue.documents.get(claim.document)
        return ClaimAccount(
            id=claim.id,
            quote=quoted(document.text if document else "", claim.span, claim.quote),
            language=document.language if document else "",
            says=self.says(claim),
            attribution=attribution(claim),
            chain=tuple(self._link(claim, number) for number in range(len(claim.chain))),
            denied_by=speaker_name(claim.denied_by) if claim.denied_by else "",
            marks=listed(mark.replace("_", " ") for mark in claim.marks),
            document=claim.document,
            title=cut(document.title or "without a headline", 200) if document else "a report that is not in this book",
            published=published(document, self._zone) if document else "",
            address=web_address(document.url) if document else "",
        )

    def ruling(self, finding: Finding) -> RulingAccount:
        """Return FINDING with names and citation written out."""
        truce = self._catalogue.truces.get(finding.truce)
        citation = truce.citation(finding.citation) if truce and finding.citation else finding.citation
        return RulingAccount(
            finding=finding,
            truce=self._names.truce(finding.truce),
            citation=citation,
            cited=cited(citation),
            term=term_anchor(truce, finding.clause),
            missing=listed(finding.missing),
        )

    def says(self, claim: Claim) -> str:
        """Return what was read out of CLAIM, in one phrase."""
        slots = claim.slots
        match slots:
            case Tally():
                words = tally_words(slots, self._zone)
            case Happening():
                words = self._happening(slots)
            case TruceWord():
                words = f"truce {slots.status.value.replace('_', ' ')}"
            case Blame():
                words = f"{self.mentions(slots.blamers)} blames {self.mentions(slots.accused)}"
            case Relation():
                words = (
                    f"{self.mentions(slots.source)}: {slots.type.value.replace('_', ' ')} {self.mentions(slots.target)}"
                )
            case Aid():
                words = f"aid {slots.status.value}"
            case _:
                words = f"{slots.who} {slots.status}: {'number not stated' if slots.count is None else slots.count}"
        return words

    def _happening(self, slots: Happening) -> str:
        parts = [
            slots.act.value,
            f"by {self.mentions(slots.actors)}" if slots.actors else "by whom is not said",
            f"on {self.mentions(slots.targets)}" if slots.targets else "",
            f"at {listed(isolate(mention.name or mention.text) for mention in slots.places)}" if slots.places else "",
            time_words(slots.time, self._zone),
            *self._toll("killed", slots.killed),
            *self._toll("injured", slots.injured),
        ]
        return ", ".join(part for part in parts if part)

    @staticmethod
    def _toll(name: str, number: Casualties | None) -> Iterable[str]:
        return [f"{casualties(number)} {name}"] if number is not None else []

    def mentions(self, mentions: Sequence[Mention]) -> str:
        """Return MENTIONS by canonical name; a label only in quotation marks, with the side it names."""
        return listed(dict.fromkeys(self._mention(mention) for mention in mentions))

    def _mention(self, mention: Mention) -> str:
        name = isolate(mention.name) if mention.name else f"“{isolate(mention.text)}”"
        side = self._names.side(mention.side) if mention.side else ""
        return f"{name} ({side})" if side and side.casefold() != (mention.name or mention.text).casefold() else name

    def _spot(self, mention: PlaceMention) -> str:
        """Return a place that is known by its name alone, so that origins which describe it differently agree."""
        return isolate(mention.name) if mention.name else self._place(mention.text, mention.within)

    @staticmethod
    def _place(name: str, within: str) -> str:
        return f"{isolate(name)}, {isolate(within)}" if within and within != name else isolate(name)

    def _claims(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        return tuple(self._catalogue.claims[claim] for claim in ids if claim in self._catalogue.claims)

    def _link(self, claim: Claim, number: int) -> Link:
        speaker = claim.chain[number]
        source = self._names.source(speaker)
        return Link(
            name=speaker_name(speaker),
            printed=speaker.text if speaker.name and speaker.text != speaker.name else "",
            stance=stance_words(speaker.stance),
            side=self._names.side(source.side) if source else "side not known",
        )

    def _tellings(self, incident: Incident) -> Iterable[Telling]:
        """Give what each origin says of each slot that any of them fills."""
        slots: tuple[tuple[str, str, Callable[[Version], Iterable[str]]], ...] = (
            ("Act", "act", lambda item: [item.act.value] if item.act else []),
            ("Done by", "actors", lambda item: map(self._mention, item.actors)),
            ("On", "targets", lambda item: map(self._mention, item.targets)),
            ("Place", "places", lambda item: map(self._spot, item.places)),
            ("Time", "time", lambda item: [time_words(item.time, self._zone)] if item.time else []),
            ("Killed", "killed", lambda item: [casualties(item.killed)] if item.killed else []),
            ("Injured", "injured", lambda item: [casualties(item.injured)] if item.injured else []),
            ("With", "weapons", lambda item: map(isolate, item.weapons)),
        )
        for words, slot, of in slots:
            told: dict[str, tuple[str, dict[str, None]]] = {}
            for version in incident.versions:
                for value in of(version):
                    told.setdefault(value.casefold(), (value, {}))[1][isolate(version.origin)] = None
            if told:
                said = tuple((value, ", ".join(who)) for value, who in told.values())
                yield Telling(slot=words, told=said, differs=slot in incident.differs)
