"""Why a record is as it is: a tree of sentences that ends, on every branch, at a quote and the page it stands on."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from tregua.errors import UnknownRecordError
from tregua.records.claim import Claim, Speaker
from tregua.records.document import Document
from tregua.records.finding import Condition, Finding
from tregua.records.incident import Incident, Testimony, incident_id
from tregua.records.indicator import Estimate
from tregua.records.judgement import Judgement, withdrawn
from tregua.records.reconciliation import DayBound, Discrepancy, Reconciliation, Statement
from tregua.steps.publish.accounts import Accounts
from tregua.steps.publish.book import Book, Catalogue, Period
from tregua.steps.publish.contents import compose
from tregua.steps.publish.estimates import estimate_about, estimate_words, span_words
from tregua.steps.publish.explanation import Explanation, Line
from tregua.steps.publish.figures import Figure, whole
from tregua.steps.publish.former import became, changes_of, former_names
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import days_of
from tregua.steps.publish.wording import (
    attribution,
    clean,
    counted,
    cut,
    date_range,
    day,
    decided,
    got,
    listed,
    moment,
    plural,
    published,
    quoted,
    speaker_name,
    stance_words,
    time_words,
    web_address,
)

__all__ = ["Explanation", "Line", "explain"]


def explain(book: Book, record: str) -> Explanation:
    """Say why RECORD of BOOK is as it is.

    RECORD is the id of an incident, finding, testimony, claim, reconciliation, discrepancy, document, figure or
    judgement.

    Raises:
        UnknownRecordError: no record has that id; the message names the nearest ones.
    """
    return _Desk(book).explain(record)


_MAY_BE_ANOTHER = (
    "It may be an incident that others tell of: this account is without a time, or too vague of the place."
)


class _Desk:
    """Holds what explanations are made with."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.catalogue = Catalogue(book)
        self.accounts = Accounts(book, self.catalogue, Names(book))
        self.names = Names(book)
        self.zone = ZoneInfo(book.zone)

    def explain(self, record: str) -> Explanation:
        known: list[str] = []
        for records, told in self._kinds():
            if record in records:
                return told(records[record])
            known += records
        if (claim := former_names(self.book).get(record)) is not None:
            return self.former(record, claim)
        raise _unknown(record, known)

    def _kinds(self) -> Iterator[tuple[Mapping[str, Any], Callable[[Any], Explanation]]]:
        """Give the records of each kind by id and what tells them; the figures, dear to compose, come last."""
        yield self.catalogue.incidents, self.incident
        yield self.catalogue.findings, self.finding
        yield self.catalogue.testimonies, self.testimony
        yield self.catalogue.claims, self.claim
        yield self.catalogue.reconciliations, self.reconciliation
        yield self.catalogue.discrepancies, self.discrepancy
        yield self.catalogue.documents, self.document
        yield {key: (key, item) for key, item in self.book.judgements}, self.judgement
        yield {item.id: item for item in self.book.estimates}, self.estimate
        yield self.figures(), self.figure

    def former(self, name: str, claim: str) -> Explanation:
        """Say what became of the incident NAME, called after CLAIM, and explain the one it is part of now."""
        title, lines, now = became(self.catalogue, name, claim)
        rest: list[Line] = [*self._judged(name, claim)]
        if now is not None:
            told = self.incident(now)
            rest.append(Line(text=told.title, below=told.lines))
        elif claim in self.catalogue.claims:
            rest.append(self._claim_line(claim))
        return Explanation(id=name, title=title, lines=(*lines, *rest))

    def figures(self) -> Mapping[str, Figure]:
        """Return the figures of the case, and those that only its reports have, over all its days."""
        period = self._whole()
        reported = {figure.id: figure for figure in compose(self.book, period).figures} if period else {}
        return {**reported, **{item.id: whole(item) for item in self.book.indicators}}

    def estimate(self, item: Estimate) -> Explanation:
        below = tuple(Line(text=f"{record}: {self._short(record)}") for record in item.records)
        lines = [
            *([Line(text="Why it is not given:", below=(_noted(item.refused),))] if item.refused else []),
            *([Line(text=span)] if (span := span_words(item)) else []),
            Line(text=f"What it is: {item.definition}"),
            *([Line(text=f"How it is got: {item.method}")] if item.method else []),
            *([Line(text="What to know before using it:", below=tuple(map(_noted, item.notes)))] if item.notes else []),
            Line(text=f"It rests on {plural(len(below), 'record')}{':' if below else '.'}", below=below),
        ]
        about = f"{item.name}, {estimate_about(item, self.names)}"
        return Explanation(id=item.id, title=f"Figure {item.id}: {about}: {estimate_words(item)}.", lines=tuple(lines))

    def _whole(self) -> Period | None:
        spans = [item.time for item in self.book.incidents]
        spans += [item.tally.window for item in self.book.testimonies if item.tally]
        days = [date for span in spans for date in days_of(span, self.zone) or ()]
        days += [item.published.at.astimezone(self.zone).date() for item in self.book.documents if item.published]
        return Period(first=min(days), last=max(days)) if days else None

    def incident(self, item: Incident) -> Explanation:
        account = self.accounts.incident(item)
        joined = tuple(Line(text=reason) for reason in item.reasons)
        lines = [
            Line(text=f"Status {item.status.value}: {item.status_reason}"),
            Line(text=f"Time: {account.when}, {account.when_got}."),
            Line(text=f"Place: {account.where} ({account.where_exact or 'nothing more is known'})."),
            Line(text=f"Done by: {account.actors}.", below=tuple(Line(text=naming) for naming in account.namings)),
            Line(text=f"Killed: {account.killed}; injured: {account.injured}."),
            *self._versions(item),
            Line(text=f"It rests on {plural(len(item.claims), 'claim')}:", below=self._claims(item.claims)),
            Line(
                text="Joined from one claim." if len(item.claims) == 1 else "Why these claims are one event:",
                below=joined,
            ),
            *([Line(text=_MAY_BE_ANOTHER, below=tuple(self._others(item)))] if item.may_be_another else []),
            *(self._ruled(finding) for finding in self.catalogue.findings_of.get(item.id, ())),
            *self._judged(item.id, *item.claims, *map(incident_id, item.claims)),
            *changes_of(self.book, item),
        ]
        return Explanation(
            id=item.id, title=f"Incident {item.id}: {account.act}, {account.where}, {account.when}.", lines=tuple(lines)
        )

    def _others(self, item: Incident) -> Iterable[Line]:
        """Give the incidents that ITEM nearly fits, as far as the book holds them."""
        found = (self.catalogue.incident_of.get(claim) for claim in item.may_be_of)
        for other in filter(None, found):
            told = self.accounts.incident(other)
            yield Line(text=f"It nearly fits {other.id}: {told.act}, {told.where}, {told.when}.")

    def _versions(self, item: Incident) -> Iterable[Line]:
        account = self.accounts.incident(item)
        if not account.tellings:
            return
        told = [Line(text=telling.words) for telling in account.tellings]
        denied = [Line(text=f"Denied by {account.denied_by}.")] if account.denied_by else []
        said = (
            f"Accounts differ in {listed(item.differs)}:" if item.differs else "Accounts do not contradict each other:"
        )
        yield Line(text=said, below=(*told, *denied))

    def finding(self, item: Finding) -> Explanation:
        line = self._finding_line(item)
        ruled = f"incident {item.incident} is {item.ruling.value} under “{self.names.truce(item.truce)}”"
        return Explanation(
            id=item.id,
            title=f"Finding {item.id}: {ruled}.",
            lines=(Line(text=f"Reason: {item.reason}"), *line.below, *self._incident_of(item)),
        )

    def _incident_of(self, item: Finding) -> Iterable[Line]:
        incident = self.catalogue.incidents.get(item.incident)
        if incident is not None:
            yield Line(text=f"Incident {incident.id} rests on:", below=self._claims(incident.claims))

    def _ruled(self, item: Finding) -> Line:
        """Return the finding ITEM without its conditions; they are told where it is explained itself."""
        whole = self._finding_line(item)
        below = whole.below[: len(whole.below) - len(item.conditions)]
        more = [Line(text=f"Condition by condition: explain {item.id}")] if item.conditions else []
        return Line(text=whole.text, below=(*below, *more))

    def _finding_line(self, item: Finding) -> Line:
        reach = f" (by {item.reach})" if item.reach else ""
        clause = [Line(text=f"Clause {item.clause}: {self.accounts.ruling(item).citation}")] if item.clause else []
        missing = [Line(text=f"Missing: {listed(item.missing)}.")] if item.missing else []
        versions = [Line(text=f"As {origin} tells it: {ruling}.") for origin, ruling in item.by_version]
        return Line(
            text=f"Finding {item.id}: {item.ruling.value}{reach} under “{self.names.truce(item.truce)}”: {item.reason}",
            below=(*clause, *missing, *versions, *(self._condition(each) for each in item.conditions)),
        )

    def _condition(self, item: Condition) -> Line:
        answer = {True: "yes", False: "no", None: "not known"}[item.holds]
        clause = f" [{item.clause}]" if item.clause else ""
        below = [Line(text=f"Borne out by {listed(item.claims)}.")] if item.claims else []
        return Line(text=f"Condition {item.name}: {answer}. {item.why}{clause}", below=tuple(below))

    def testimony(self, item: Testimony) -> Explanation:
        account = self.accounts.count(item)
        outlets = list(dict.fromkeys(item.outlets))
        number = plural(len(item.claims), "claim") + (f" in {plural(len(outlets), 'outlet')}" if outlets else "")
        said = f"{account.says}" if item.tally else "a statement about an event"
        first, *further = item.claims
        reasons = item.reasons[: len(further)]
        lines = [
            Line(text=f"{number}, one origin: {account.origin} ({account.side})."),
            Line(text="First printed:", below=self._claims([first])),
            *(self._same(claim, reason) for claim, reason in itertools.zip_longest(further, reasons, fillvalue="")),
            *self._equations(item.id),
        ]
        return Explanation(id=item.id, title=f"Testimony {item.id} of {account.origin}: {said}.", lines=tuple(lines))

    def _same(self, claim: str, reason: str) -> Line:
        return Line(text=f"Held to be the same testimony: {reason or 'no reason is kept'}", below=self._claims([claim]))

    def _equations(self, testimony: str) -> Iterable[Line]:
        for item in self.book.reconciliations:
            if any(statement.testimony == testimony for statement in item.statements):
                troubled = [each for each in item.discrepancies if testimony in each.statements]
                text = f"It is an equation in the books {item.id} of {item.origin}."
                yield Line(text=text, below=tuple(_trouble(each) for each in troubled))

    def claim(self, item: Claim) -> Explanation:
        testimony = self.catalogue.testimony_of.get(item.id)
        incident = self.catalogue.incident_of.get(item.id)
        lines = [*self._claim_lines(item)]
        if testimony is not None:
            lines.append(Line(text=f"Part of testimony {testimony.id} of {speaker_name(testimony.origin)}."))
        if incident is not None:
            lines.append(Line(text=f"Part of incident {incident.id} ({incident.status.value})."))
        if item.trace:
            lines.append(Line(text="How it was read:", below=tuple(Line(text=step) for step in item.trace)))
        title = f"Claim {item.id} ({item.kind}): {self.accounts.says(item)}."
        return Explanation(id=item.id, title=title, lines=(*lines, *self._judged(item.id)))

    def _claims(self, ids: Iterable[str]) -> tuple[Line, ...]:
        return tuple(self._claim_line(key) for key in ids)

    def _claim_line(self, key: str) -> Line:
        claim = self.catalogue.claims.get(key)
        if claim is None:
            return Line(text=f"{key}: not in this book")
        return Line(text=f"{key}: {attribution(claim)}:", below=tuple(self._claim_lines(claim)))

    def _claim_lines(self, item: Claim) -> Iterable[Line]:
        document = self.catalogue.documents.get(item.document)
        before, words, behind = quoted(document.text if document else "", item.span, item.quote)
        yield Line(text=f"“{before}{words}{behind}”")
        if before or behind:
            yield Line(text=f"Read from the words “{words}”.")
        yield Line(text=f"Chain: {' > '.join(_link(speaker) for speaker in item.chain) or 'no speaker is known'}")
        if item.denied_by is not None:
            yield Line(text=f"Denied in the same report by {speaker_name(item.denied_by)}.")
        if item.marks:
            yield Line(text=f"Marked: {listed(item.marks)}.")
        yield Line(text=self._page(document) if document else f"Report {item.document} is not in this book.")

    def _page(self, document: Document) -> str:
        address = web_address(document.url) or "no address"
        title = document.title or "without a headline"
        publisher = document.publisher or "publisher not known"
        return f"Report {document.id}, “{title}”, {publisher}, {published(document, self.zone)}: {address}"

    def reconciliation(self, item: Reconciliation) -> Explanation:
        equations = tuple(self._equation(statement) for statement in item.statements)
        lines = (
            *(_trouble(each) for each in item.discrepancies),
            *(Line(text=f"{note}.") for note in item.notes),
            Line(text="Bounds for each day:", below=tuple(Line(text=_bound(bound)) for bound in item.days)),
            Line(text="Statements:", below=equations),
        )
        accused = self.names.party(item.accused) if item.accused else "anyone"
        title = f"Books {item.id} of {item.origin} about {accused}: {plural(len(item.statements), 'statement')}."
        return Explanation(id=item.id, title=title, lines=lines)

    def discrepancy(self, item: tuple[Discrepancy, Reconciliation]) -> Explanation:
        found, book = item
        held = [each for each in book.statements if each.testimony in found.statements]
        lines = (
            Line(text=f"{found.message}."),
            Line(text=f"What this means: {found.kind.meaning}"),
            Line(text="It rests on:", below=tuple(self._equation(each) for each in held)),
            Line(text=f"All counts of this origin, and what they leave for each day: {book.id}."),
        )
        accused = self.names.party(book.accused) if book.accused else "anyone"
        title = f"Discrepancy {found.id} in the counts of {book.origin} about {accused}: {found.kind.heading}."
        return Explanation(id=found.id, title=title, lines=lines)

    def _equation(self, item: Statement) -> Line:
        testimony = self.catalogue.testimonies.get(item.testimony)
        area = f", {item.area}" if item.area else ""
        part = ", part of a count" if item.part else ""
        text = f"{date_range(item.first, item.last)}{area}{part}: {counted(item.count, item.bound)} ({item.testimony})"
        loose = [Line(text=f"Nobody says at what hour it ends: {day(item.last)} may count in part or not at all.")]
        claims = self._claims(testimony.claims if testimony else ())
        return Line(text=text, below=(*(loose if item.slack else ()), *claims))

    def document(self, item: Document) -> Explanation:
        claims = self.catalogue.claims_in.get(item.id, ())
        lines = (
            Line(text=self._page(item)),
            Line(
                text=f"Read by {item.reader or 'a reader that is not named'}; language {item.language or 'not told'}."
            ),
            Line(text=f"Evidence SHA-256 {item.evidence or 'not kept'}."),
            Line(text=f"{plural(len(claims), 'claim')}:", below=self._claims(claim.id for claim in claims)),
            *self._judged(item.id),
        )
        return Explanation(id=item.id, title=f"Report {item.id}: {item.title or 'without a headline'}.", lines=lines)

    def figure(self, item: Figure) -> Explanation:
        about = f", {self.names.party(item.key)}" if item.key else ""
        below = tuple(Line(text=f"{record}: {self._short(record)}") for record in item.records)
        lines = (Line(text=item.definition), Line(text=f"It counts {plural(len(below), 'record')}:", below=below))
        return Explanation(id=item.id, title=f"Figure {item.id}: {item.name}{about}: {item.text}.", lines=lines)

    def _short(self, record: str) -> str:
        incident = self.catalogue.incidents.get(record)
        if incident is not None:
            return f"{incident.act.value}, {time_words(incident.time, self.zone)}, {got(incident.time)}"
        testimony = self.catalogue.testimonies.get(record)
        if testimony is not None:
            return f"{speaker_name(testimony.origin)}: {self.accounts.count(testimony).says}"
        return self._page(self.catalogue.documents[record])

    def judgement(self, item: tuple[str, Judgement]) -> Explanation:
        key, judgement = item
        return Explanation(
            id=key, title=f"Judgement {key}: {judgement.decision.value}.", lines=tuple(self._told(key, judgement))
        )

    def _judged(self, *records: str) -> Iterable[Line]:
        for key, judgement in self.book.judgements:
            if not set(records).isdisjoint(judgement.subjects):
                yield from self._told(key, judgement)

    def _told(self, key: str, judgement: Judgement) -> Iterable[Line]:
        yield Line(text=_judged(key, judgement))
        if by := withdrawn(self.book.judgements).get(key):
            yield Line(text=f"It is withdrawn by {by}.")


def _noted(note: str) -> Line:
    return Line(text=f"{note[:1].upper()}{note[1:]}.")


def _judged(key: str, item: Judgement) -> str:
    told = f"{item.who} decided on {moment(item.when)} to {decided(item)}"
    return f"Judgement {key}: {told} ({listed(item.subjects)}): {item.why}"


def _link(speaker: Speaker) -> str:
    printed = f", printed “{speaker.text}”" if speaker.name and speaker.name != speaker.text else ""
    return f"{speaker_name(speaker)} ({stance_words(speaker.stance)}{printed})"


def _trouble(item: Discrepancy) -> Line:
    rests = f"It rests on {listed(item.statements)}; see {item.id}."
    return Line(text=f"{item.kind.heading}: {item.message}.", below=(Line(text=rests),))


def _bound(item: DayBound) -> str:
    if item.stated is not None:
        return f"{day(item.day)}: {counted(item.stated, item.bound)} stated"
    if item.high is None:
        return f"{day(item.day)}: {item.low} or more; nothing limits it"
    return f"{day(item.day)}: {item.low} to {item.high}"


def _unknown(record: str, known: Sequence[str]) -> UnknownRecordError:
    near = difflib.get_close_matches(record, known, n=3, cutoff=0.5)
    hint = f"; the nearest are {listed(near)}" if near else "; ids are printed by 'tregua run' and in every report"
    return UnknownRecordError(f"no record has the id {cut(clean(record), 80)!r}{hint}")
