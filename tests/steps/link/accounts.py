"""Claims, documents and sources for the tests of linking."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tregua.backends.registry import AuthoredSources
from tregua.errors import Problem
from tregua.records.claim import Claim, Happening, Mention, PlaceMention, Slots, Speaker, Tally
from tregua.records.document import Document, Published
from tregua.records.incident import Incident
from tregua.records.incident import Testimony as Told
from tregua.records.judgement import Decision, Judgement
from tregua.steps.link import Linked, Linker
from tregua.steps.link.origins import Account, accounts, in_order
from tregua.steps.link.wording import repeats, sentences_of
from tregua.vocabulary.actors import Source
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Basis, Stance
from tregua.vocabulary.time import Precision, Span

SOURCES = AuthoredSources(
    [
        Source(id="centre", name="The Centre", kind="monitor", side="government", owner="A ministry"),
        Source(id="ministry", name="The Ministry", kind="government", side="government", relays=("centre",)),
        Source(id="agency", name="State Agency", kind="agency", side="government", relays=("centre", "ministry")),
        Source(id="echo", name="Echo", kind="media", side="unknown", relays=("agency", "network")),
        Source(id="network", name="The Network", kind="ngo", side="neutral"),
        Source(id="observatory", name="The Observatory", kind="ngo", side="neutral"),
        Source(id="rebels", name="Rebel Office", kind="party", side="opposition"),
        Source(id="sister", name="Sister Paper", kind="media", side="opposition", owner="a ministry"),
        Source(id="daily", name="The Daily", kind="media", side="unknown"),
        Source(id="loop-a", name="Loop A", kind="media", relays=("loop-b",)),
        Source(id="loop-b", name="Loop B", kind="media", relays=("loop-a",)),
    ]
)
KHAN = PlaceMention(text="Khan Touman", name="Khan Tuman", id="khan-tuman", precision=PlacePrecision.EXACT)
HARASTA = PlaceMention(text="Harasta", name="Harasta", id="harasta", precision=PlacePrecision.EXACT)
ALEPPO = PlaceMention(text="Aleppo", name="Aleppo", id="aleppo", precision=PlacePrecision.PROVINCE)
HOMS = PlaceMention(text="Homs", name="Homs", id="homs", precision=PlacePrecision.PROVINCE)
NUSRA = Mention(text="al-Nusra Front", name="Jabhat al-Nusra", id="nusra")
ARMY = Mention(text="the army", name="Syrian army", id="army")


def at(day: str) -> dt.datetime:
    """Return the start of DAY of 2016, e.g. ``05-06`` or ``05-06T14:00``."""
    return dt.datetime.fromisoformat(f"2016-{day}").replace(tzinfo=dt.UTC)


def hours(first: str, last: str, basis: Basis = Basis.STATED, precision: Precision = Precision.DAY) -> Span:
    """Return the time from FIRST up to LAST."""
    return Span(start=at(first), end=at(last), basis=basis, precision=precision)


def speaker(source: str, span: tuple[int, int] | None = None) -> Speaker:
    """Return SOURCE, of the registry or not, as a resolved speaker."""
    known = SOURCES.get(source)
    return Speaker(text=known.name if known else source, name=known.name if known else None,
                   id=known.id if known else "", span=span)  # fmt: skip


@dataclass
class Desk:
    """Collects claims and documents, and links them."""

    documents: dict[str, Document] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def document(self, name: str, day: str | None, publisher: str = "", text: str = "") -> str:
        known = SOURCES.get(publisher)
        published = None
        if day is not None:
            published = Published(at=at(day), day_only="T" not in day, basis=Basis.STATED, source="meta")
        self.documents[name] = Document(
            id=name, evidence=name, publisher=known.name if known else publisher, published=published,
            text=text or f"words of {name} " * 3,
        )  # fmt: skip
        return name

    def claim(self, document: str, slots: Slots, *chain: str, **more: object) -> str:
        """Add a claim spoken by CHAIN, the last of whom is the publisher; return its id."""
        links = tuple(speaker(name, None if name == chain[-1] else (0, 1)) for name in chain)
        number = len(self.claims)
        identity = "c-" + hashlib.sha256(f"{document}{number}".encode()).hexdigest()[:12]
        claim = Claim(id=identity, document=document, span=(number, number + 1), quote="q", chain=links, slots=slots)
        self.claims.append(dataclasses.replace(claim, **more))  # type: ignore[arg-type]
        return identity

    def report(self, day: str | None, slots: Slots, *chain: str, **more: object) -> str:
        """Add a document of DAY by the last of CHAIN with one claim; return the claim's id."""
        name = f"d{len(self.documents)}"
        return self.claim(self.document(name, day, chain[-1] if chain else ""), slots, *chain, **more)

    def link(self, *judgements: Judgement) -> tuple[Linked, list[Problem]]:
        documents: Mapping[str, Document] = self.documents
        return Linker(SOURCES).link(self.claims, documents, [(f"j-{n}", one) for n, one in enumerate(judgements, 1)])

    def incidents(self, *judgements: Judgement) -> Sequence[Incident]:
        linked, problems = self.link(*judgements)
        assert problems == []
        return linked.incidents

    def counts(self) -> list[Told]:
        linked, problems = self.link()
        assert problems == []
        return [testimony for testimony in linked.testimonies if testimony.tally is not None]


def accounts_of(desk: Desk) -> Sequence[Account]:
    ordered = in_order(desk.claims, desk.documents)
    copied = repeats(ordered, sentences_of(ordered, desk.documents))
    return accounts(ordered, desk.documents, SOURCES, copied)


def happening(act: Act = Act.SHELLING, *places: PlaceMention, **slots: object) -> Happening:
    return dataclasses.replace(Happening(act=act, places=places), **slots)  # type: ignore[arg-type]


def tally(count: int, window: Span | None = None, *area: PlaceMention, **slots: object) -> Tally:
    made = Tally(count=count, unit="breaches", window=window, area=area)
    return dataclasses.replace(made, **slots)  # type: ignore[arg-type]


def judged(decision: Decision, *subjects: str, slot: str = "", value: str = "") -> Judgement:
    return Judgement(
        decision=decision, subjects=subjects, slot=slot, value=value, why="we looked", who="Ana", when=at("06-01")
    )


DENIED = Stance.DENIED
