"""A report as data: what stands in it and in which order, before it becomes a page or a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tregua.records.document import Document
from tregua.records.judgement import Judgement, withdrawn
from tregua.steps.publish.accounts import Accounts, CountAccount, IncidentAccount
from tregua.steps.publish.agreements import Agreement, agreements
from tregua.steps.publish.book import Book, Catalogue, Period
from tregua.steps.publish.compared import Comparison, Practice, compare_counts, practices
from tregua.steps.publish.coverage import Coverage, cover
from tregua.steps.publish.figures import Figure, figures_of
from tregua.steps.publish.headline import Topic, headline
from tregua.steps.publish.ledgers import Facing, Ledger, face
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import Selection, days_of, select
from tregua.steps.publish.unknown import Gap, gaps
from tregua.steps.publish.wording import cut, date_range, decided, listed, moment, published, web_address
from tregua.vocabulary.actors import Source

__all__ = ["Contents", "DecisionLine", "ReportLine", "SourceLine", "compose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One document of the list of reports."""

    id: str
    title: str
    publisher: str
    published: str
    address: str
    language: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source: who it is, whose side it is on, whom it relays, and what it did in this period."""

    id: str
    name: str
    kind: str
    owner: str
    side: str
    relays: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One judgement: what a person decided, on which records, and why."""

    id: str
    what: str
    subjects: tuple[str, ...]
    why: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All parts of a report.

    Attributes:
        book: what it is made from.
        period: its days.
        days: the same in words.
        selection: what of the book belongs to it.
        truces: (title, day adopted, kind) of the truces applied.
        as_of: the moment it was made as of, in words; "" when as of all that the ledger holds.
        headline: its bottom line.
        figures: every figure in it.
        facing: both sides' counts.
        incidents: of the period, by time.
        across: tolls of longer stretches, and incidents dated only to a time that reaches beyond the period.
        undated: incidents whose day nobody states.
        counts: every stated count that something in the report refers to.
        gaps: what is not known.
        reports: documents, by date.
        sources: who is heard in it.
        decisions: every judgement in the ledger, in order.
        agreements: the terms of the truces applied.
        comparisons: counts of all origins against each other, over the whole case.
        practices: what each origin that counts is known to count.
        coverage: who reports what, over the whole case.
        owners: for each claim the record under which it is shown in full.
    """

    book: Book
    period: Period
    days: str
    selection: Selection
    truces: tuple[tuple[str, str, str], ...]
    as_of: str
    headline: tuple[Topic, ...]
    figures: tuple[Figure, ...]
    facing: Facing
    incidents: tuple[IncidentAccount, ...]
    across: tuple[IncidentAccount, ...]
    undated: tuple[IncidentAccount, ...]
    counts: tuple[CountAccount, ...]
    gaps: tuple[Gap, ...]
    reports: tuple[ReportLine, ...]
    sources: tuple[SourceLine, ...]
    decisions: tuple[DecisionLine, ...]
    agreements: tuple[Agreement, ...]
    comparisons: tuple[Comparison, ...]
    practices: tuple[Practice, ...]
    coverage: Coverage
    owners: Mapping[str, str]

    def days_of(self, incident: IncidentAccount) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day that INCIDENT may lie in, None when that is not known."""
        return days_of(incident.incident.time, self.selection.zone)


def compose(book: Book, period: Period) -> Contents:
    """Return what a report of BOOK about PERIOD holds."""
    catalogue, names = Catalogue(book), Names(book)
    selection = select(book, catalogue, period)
    accounts = Accounts(book, catalogue, names)
    counted = figures_of(book, selection)
    facing = face(book, selection, counted, names)
    incidents = tuple(accounts.incident(item) for item in selection.incidents)
    across = tuple(accounts.incident(item) for item in selection.across)
    undated = tuple(accounts.incident(item) for item in selection.undated)
    counts = tuple(accounts.count(catalogue.testimonies[key]) for key in _counts(catalogue, selection, facing))
    shown: tuple[IncidentAccount | CountAccount, ...] = (*incidents, *across, *undated, *counts)
    return Contents(
        book=book,
        period=period,
        days=date_range(period.first, period.last),
        selection=selection,
        truces=tuple((truce.title, truce.adopted.isoformat(), truce.kind) for truce in book.truces),
        as_of=moment(book.as_of.astimezone(selection.zone)) if book.as_of else "",
        headline=headline(book, catalogue, selection, counted, facing),
        figures=(*counted, *facing.figures),
        facing=facing,
        incidents=incidents,
        across=across,
        undated=undated,
        counts=counts,
        gaps=gaps(book, catalogue, selection, facing),
        reports=tuple(_reports(catalogue, selection, shown)),
        sources=tuple(_sources(catalogue, shown, names)),
        decisions=tuple(_decisions(book, selection.zone)),
        agreements=agreements(book.truces),
        comparisons=compare_counts(book),
        practices=practices(book),
        coverage=cover(book),
        owners=_owners(shown),
    )


def _decisions(book: Book, zone: dt.tzinfo) -> Iterable[DecisionLine]:
    gone = withdrawn(book.judgements)
    for key, judgement in book.judgements:
        yield _decision(key, judgement, zone, f" (withdrawn by {gone[key]})" if key in gone else "")


def _decision(key: str, judgement: Judgement, zone: dt.tzinfo, standing: str) -> DecisionLine:
    return DecisionLine(
        id=key,
        what=f"{decided(judgement)}{standing}",
        subjects=judgement.subjects,
        why=cut(judgement.why),
        told=f"{judgement.who}, {moment(judgement.when.astimezone(zone))}",
    )


def _counts(catalogue: Catalogue, selection: Selection, facing: Facing) -> Sequence[str]:
    """Return the ids of the testimonies that the report speaks of, those of the period first."""
    ids = [testimony.id for testimony in (*selection.counts, *selection.undated_counts)]
    for ledger in facing.ledgers:
        ids += _spoken(ledger)
    return [key for key in dict.fromkeys(ids) if key in catalogue.testimonies]


def _spoken(ledger: Ledger) -> Iterable[str]:
    yield from (entry.testimony for day in ledger.days for entry in (*day.stated, *day.running))
    yield from (entry.testimony for _, entry in ledger.parts)
    yield from (testimony for each in ledger.discrepancies for testimony in each.statements)


def _owners(shown: Iterable[IncidentAccount | CountAccount]) -> dict[str, str]:
    owners: dict[str, str] = {}
    for item in shown:
        for claim in item.claims:
            owners.setdefault(claim.id, item.id)
    return owners


def _reports(
    catalogue: Catalogue, selection: Selection, shown: Iterable[IncidentAccount | CountAccount]
) -> Iterable[ReportLine]:
    used = [claim.document for item in shown for claim in item.claims]
    wanted = (*(document.id for document in (*selection.documents, *selection.undated_documents)), *used)
    for key in dict.fromkeys(wanted):
        if key in catalogue.documents:
            yield _report(catalogue.documents[key], len(catalogue.claims_in.get(key, ())), selection.zone)


def _report(document: Document, claims: int, zone: dt.tzinfo) -> ReportLine:
    return ReportLine(
        id=document.id,
        title=cut(document.title or "without a headline", 200),
        publisher=cut(document.publisher or "publisher not known", 200),
        published=published(document, zone),
        address=web_address(document.url),
        language=document.language,
        claims=claims,
    )


def _sources(
    catalogue: Catalogue,
    shown: Sequence[IncidentAccount | CountAccount],
    names: Names,
) -> Iterable[SourceLine]:
    """Give each source that speaks or publishes in the period; those the registry does not list, by printed name."""
    claims = [catalogue.claims[claim.id] for item in shown for claim in item.claims]
    roles: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        for number, speaker in enumerate(claim.chain):
            role = "origin" if number == 0 else "relays" if number < len(claim.chain) - 1 else "publishes"
            roles.setdefault((speaker.id, speaker.name or speaker.text), set()).add(role)
    registry = catalogue.book.sources
    for (key, name), found in sorted(roles.items(), key=lambda item: (item[0][1].casefold(), item[0][0])):
        yield _source(registry.get(key), key, name, listed(sorted(found)), names)


def _source(source: Source | None, key: str, name: str, role: str, names: Names) -> SourceLine:
    if source is None:
        return SourceLine(
            id=key, name=name, kind="not in the registry", owner="", side="side not known", relays="", role=role
        )
    return SourceLine(
        id=source.id,
        name=source.name,
        kind=source.kind,
        owner=source.owner,
        side=names.side(source.side),
        relays=listed(names.source_name(relayed) for relayed in source.relays),
        role=role,
    )
