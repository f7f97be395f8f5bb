"""All that a report is made from, in one frozen value, and a catalogue to look things up in it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from tregua.errors import Problem
from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.records.finding import Finding, Ruling
from tregua.records.incident import Incident, Succession, Testimony, incident_id
from tregua.records.indicator import Estimate, Indicator
from tregua.records.judgement import Judgement, standing
from tregua.records.reconciliation import Discrepancy, Reconciliation
from tregua.vocabulary.actors import Source
from tregua.vocabulary.places import Place

__all__ = ["Book", "Catalogue", "Period"]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


RecordT = TypeVar("RecordT", bound=_Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a report is about, both included.

    Attributes:
        first: first day.
        last: last day.
    """

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it starts ({self.first})")

    def days(self) -> tuple[dt.date, ...]:
        """Return every day of it in order."""
        return tuple(self.first + dt.timedelta(days=number) for number in range((self.last - self.first).days + 1))

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether FIRST to LAST, both included, shares a day with it."""
        return first <= self.last and last >= self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Everything a report needs; the same book gives the same bytes.

    Attributes:
        title: name of the case.
        zone: IANA name of the zone whose days are counted.
        as_of: the moment the ledger was read as of, None for all of it.
        made_from: content hash of the derived records.
        documents: every document read.
        claims: every claim, resolved.
        testimonies: what each origin said once.
        incidents: joined events.
        findings: rulings of incidents under truces.
        reconciliations: the books of each origin.
        indicators: figures over the whole case.
        estimates: what is inferred from counts over the whole case, where that was asked for.
        truces: the truces applied, with ``id``, ``title`` and parties; read by name only.
        problems: what went wrong on the way, kept.
        places: registry places by id.
        sources: registry sources by id.
        judgements: (id, judgement) pairs in order.
        successions: what became of incidents from run to run.
    """

    title: str
    zone: str
    as_of: dt.datetime | None = None
    made_from: str = ""
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    incidents: tuple[Incident, ...] = ()
    findings: tuple[Finding, ...] = ()
    reconciliations: tuple[Reconciliation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    truces: tuple[Any, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    judgements: tuple[tuple[str, Judgement], ...] = ()
    successions: tuple[Succession, ...] = ()


class Catalogue:
    """Finds the records of a book by id and by what they rest on."""

    def __init__(self, book: Book) -> None:
        """Index BOOK as its parts are asked for."""
        self.book = book

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Return claims by id."""
        return by_id(self.book.claims)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Return documents by id."""
        return by_id(self.book.documents)

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """Return incidents by id."""
        return by_id(self.book.incidents)

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Return findings by id."""
        return by_id(self.book.findings)

    @cached_property
    def testimonies(self) -> Mapping[str, Testimony]:
        """Return testimonies by id."""
        return by_id(self.book.testimonies)

    @cached_property
    def reconciliations(self) -> Mapping[str, Reconciliation]:
        """Return reconciliations by id."""
        return by_id(self.book.reconciliations)

    @cached_property
    def discrepancies(self) -> Mapping[str, tuple[Discrepancy, Reconciliation]]:
        """Return discrepancies by id, each with the books it stands in."""
        return {each.id: (each, book) for book in self.book.reconciliations for each in book.discrepancies}

    @cached_property
    def truces(self) -> Mapping[str, Any]:
        """Return truces by id, in the order of the case."""
        return {truce.id: truce for truce in self.book.truces}

    @cached_property
    def testimony_of(self) -> Mapping[str, Testimony]:
        """Return the testimony that each claim id carries."""
        return {claim: testimony for testimony in self.book.testimonies for claim in testimony.claims}

    @cached_property
    def incident_of(self) -> Mapping[str, Incident]:
        """Return the incident that each claim id is part of."""
        return {claim: incident for incident in self.book.incidents for claim in incident.claims}

    @cached_property
    def findings_of(self) -> Mapping[str, Sequence[Finding]]:
        """Return the findings of each incident id, the one that governs first."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.book.findings:
            found[finding.incident].append(finding)
        return {incident: sorted(findings, key=self._rank) for incident, findings in found.items()}

    @cached_property
    def claims_in(self) -> Mapping[str, Sequence[Claim]]:
        """Return the claims of each document id, in the order of the text."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.book.claims, key=lambda claim: (claim.span, claim.id)):
            found[claim.document].append(claim)
        return found

    def governing(self, incident: str) -> Finding | None:
        """Return the finding that stands for INCIDENT: under a truce whose terms reach it, before all others."""
        findings = self.findings_of.get(incident, ())
        return findings[0] if findings else None

    def judgements_on(self, incident: Incident) -> tuple[str, ...]:
        """Return the ids of judgements, not withdrawn, that name INCIDENT, now or once, or a claim of it."""
        names = {incident.id, *incident.claims, *map(incident_id, incident.claims)}
        return tuple(name for name, judgement in self._standing if not names.isdisjoint(judgement.subjects))

    @cached_property
    def _standing(self) -> Sequence[tuple[str, Judgement]]:
        return standing(self.book.judgements)

    def _rank(self, finding: Finding) -> tuple[bool, int, str]:
        order = list(self.truces)
        position = order.index(finding.truce) if finding.truce in order else len(order)
        return finding.ruling is Ruling.OUTSIDE, position, finding.id


def by_id(records: Iterable[RecordT]) -> dict[str, RecordT]:
    """Return RECORDS by their id, in the order given."""
    return {record.id: record for record in records}
