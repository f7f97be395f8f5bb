"""One statement in a document: who says it, how they stand to it, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from tregua.vocabulary.acts import Act, AidStatus, RelationType, TruceStatus
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Bound, Share, Stance
from tregua.vocabulary.time import Span

__all__ = [
    "ASIDE", "Adherence", "Aid", "Blame", "Casualties", "Claim", "Happening", "Mention", "PlaceMention", "Relation",
    "Slots", "Speaker", "Tally", "TruceWord",
]  # fmt: skip

ASIDE: Mapping[str, bool] = MappingProxyType({"aside": True})
"""Marks a slot that says more of a statement and does not make it another one: ids do not hang on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An actor as printed and, once resolved, as known.

    Attributes:
        text: the words of the document.
        name: canonical name; before that the name that the document itself gives elsewhere, None where it gives none.
        id: registry id, "" while not resolved.
        rule: the rule that resolved it, or why it did not.
        side: id of the truce side that the speaker's label names, "" when it is no label or not known.
        owner: the people whose arms the text names (``Israeli`` of ``Israeli artillery``), "" when it names no arms.
    """

    text: str
    name: str | None = None
    id: str = ""
    rule: str = ""
    side: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place as printed and, once resolved, as known.

    Attributes:
        text: the words of the document.
        name: canonical name, None while not resolved.
        id: registry id, "" while not resolved.
        rule: the rule that resolved it, or why it did not.
        within: a wider place the text names beside it, e.g. ``Aleppo countryside``.
        precision: how exactly it locates, None while not resolved.
    """

    text: str
    name: str | None = None
    id: str = ""
    rule: str = ""
    within: str = ""
    precision: PlacePrecision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One link of a source chain.

    Attributes:
        text: as printed, or the publisher's name.
        name: canonical name, None while not resolved.
        id: source id, "" while not resolved.
        stance: how this speaker stands to what the next one relays.
        span: offsets of the words in the document's text, None where the publisher is meant.
        rule: how it was resolved.
    """

    text: str
    name: str | None = None
    id: str = ""
    stance: Stance = Stance.ASSERTED
    span: tuple[int, int] | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """A number of people killed or injured, as bounds: ``low <= best <= high``; None is unknown, never 0."""

    low: int | None
    best: int | None
    high: int | None

    @classmethod
    def total(cls, numbers: Iterable[Casualties | None]) -> Casualties:
        """Add NUMBERS up: an unknown one adds nothing to the low sum and leaves the others without an end."""
        low, best, high = 0, 0, 0
        known_best = known_high = True
        for number in numbers:
            low += (number and number.low) or 0
            best += (number and number.best) or 0
            high += (number and number.high) or 0
            known_best = known_best and number is not None and number.best is not None
            known_high = known_high and number is not None and number.high is not None
        return cls(low=low, best=best if known_best else None, high=high if known_high else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A stated number of breaches.

    Attributes:
        count: the printed number (breaches, unless ``unit`` says otherwise).
        bound: what the number says about the true one.
        unit: the counted thing as printed.
        window: the time it covers, None when the text gives none.
        area: places it covers; empty means the text limits it to none.
        accused: whose breaches; empty when not said.
        ordinal: read from an ordinal ("a second violation").
        part: what tells it from the rest of the count that the text makes it part of ("nine of them", "including
            three"), None when it is no part. Ids of claims do not hang on it, nor on the next two.
        whole: the count that it is part of, None when it is none or that one is not printed.
        open: the text tells the rest of that count without a number ("three in Homs, the rest in Hama").
    """

    count: int
    bound: Bound = Bound.EXACT
    unit: str = ""
    window: Span | None = None
    area: tuple[PlaceMention, ...] = ()
    accused: tuple[Mention, ...] = ()
    ordinal: bool = False
    part: Share | None = field(default=None, metadata=ASIDE)
    whole: int | None = field(default=None, metadata=ASIDE)
    open: bool = field(default=False, metadata=ASIDE)
    kind: Literal["tally"] = "tally"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An act of violence or obstruction; becomes part of an ``Incident`` when linked.

    Attributes:
        act: what was done.
        actors: who did it; empty when not said. Never the speaker for want of another.
        targets: whom or what it struck, as printed.
        places: where; several places may be one act.
        time: when; None when the text does not say.
        killed: people, or None when not said.
        injured: people, or None when not said.
        count: how often, or how many munitions; None when not said.
        weapons: as printed.
    """

    act: Act
    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    time: Span | None = None
    killed: Casualties | None = None
    injured: Casualties | None = None
    count: int | None = None
    weapons: tuple[str, ...] = ()
    kind: Literal["incident"] = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class TruceWord:
    """A truce said to be declared, in force, extended, violated or ended.

    Attributes:
        status: which of these.
        parties: between whom, when said.
        brokers: by whom brokered, when said.
        area: where, empty when the text limits it to no place.
        start: when it begins or began.
        duration: length or end as printed, "" when not said.
        excludes: actors said to be left out.
    """

    status: TruceStatus
    parties: tuple[Mention, ...] = ()
    brokers: tuple[Mention, ...] = ()
    area: tuple[PlaceMention, ...] = ()
    start: Span | None = None
    duration: str = ""
    excludes: tuple[Mention, ...] = ()
    kind: Literal["truce"] = "truce"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Somebody holds somebody responsible."""

    blamers: tuple[Mention, ...]
    accused: tuple[Mention, ...]
    matter: str = ""
    kind: Literal["blame"] = "blame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One actor said to belong to, back, or be linked with another."""

    type: RelationType
    source: tuple[Mention, ...]
    target: tuple[Mention, ...]
    kind: Literal["relation"] = "relation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """Humanitarian aid said to be delivered or blocked."""

    status: AidStatus
    area: tuple[PlaceMention, ...] = ()
    kind: Literal["aid"] = "aid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """Towns or groups said to join or leave a truce.

    Attributes:
        who: ``towns`` or ``groups``.
        status: ``joined``, ``left`` or ``total``.
        count: how many, None when not said.
    """

    who: Literal["towns", "groups"]
    status: Literal["joined", "left", "total"]
    count: int | None = None
    kind: Literal["adherence"] = "adherence"


Slots = Tally | Happening | TruceWord | Blame | Relation | Aid | Adherence


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement.

    Attributes:
        id: ``c-`` and 12 hex digits, a hash of document, span and slots: the same text gives the same id.
        document: id of the document.
        span: half-open character offsets into the document's text.
        quote: ``text[span]``.
        stance: the origin's stance.
        chain: who says so, origin first, publisher last; at least the publisher where one is known.
        denied_by: who denies it in the same document, None when nobody.
        marks: further cues kept for the reader, sorted: ``alleged``, ``hedged``, ``self_admitted``, ``mutual``…
        slots: what it says.
        trace: pattern and slot origins, one line each, for ``--trace`` and ``explain``.
    """

    id: str
    document: str
    span: tuple[int, int]
    quote: str
    stance: Stance = Stance.ASSERTED
    chain: tuple[Speaker, ...] = ()
    denied_by: Speaker | None = None
    marks: tuple[str, ...] = ()
    slots: Slots = field()
    trace: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Return the kind of its slots."""
        return self.slots.kind
