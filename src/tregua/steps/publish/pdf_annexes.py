"""The annexes of the PDF as plain data: one row a record, with the id under which everything about it is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from tregua.records.claim import Mention
from tregua.records.finding import Finding, Ruling
from tregua.steps.publish.accounts import CountAccount, IncidentAccount
from tregua.steps.publish.agreements import Agreement, TermLine
from tregua.steps.publish.contents import ReportLine
from tregua.steps.publish.estimates import estimate_groups
from tregua.steps.publish.ledgers import Ledger, Page
from tregua.steps.publish.method import DEFINITIONS
from tregua.steps.publish.pdf_paper import MOST_ROWS, Data, Paper, plain
from tregua.steps.publish.sentences import Reference
from tregua.steps.publish.wording import cut, date_range, isolate, listed, opening, plural

__all__ = ["annexes"]

_MOST_NAMED = 2
_LONGEST = 160


def annexes(paper: Paper) -> Data:
    """Return the ledger of incidents, the counts, the terms, what was read and decided, and the method."""
    contents, full = paper.contents, {item.id for item in paper.cases}
    return {
        "rows": [_row(item, full) for item in paper.dated],
        "loose": [_row(item, full) for item in paper.loose],
        "rows_left": paper.left,
        "pages": [each for page in contents.facing.pages() for each in _page(page, contents.facing.days, paper)],
        "counts": list(_counts(contents.counts[:MOST_ROWS])),
        "counts_left": max(0, len(contents.counts) - MOST_ROWS),
        "terms": [_terms(each) for each in contents.agreements],
        "sources": [
            [item.name, f"{item.kind}; {item.owner}" if item.owner else item.kind, item.side, item.relays, item.role]
            for item in contents.sources[:MOST_ROWS]
        ],
        "sources_left": max(0, len(contents.sources) - MOST_ROWS),
        "reports": [_report(item) for item in contents.reports[:MOST_ROWS]],
        "reports_left": max(0, len(contents.reports) - MOST_ROWS),
        "decisions": [
            {"what": opening(item.what), "subjects": ", ".join(item.subjects), "why": item.why, "told": item.told}
            | {"id": item.id}
            for item in contents.decisions[-MOST_ROWS:]
        ],
        "definitions": [[term, words] for term, words in (*DEFINITIONS, *_methods(paper))],
    }


def _row(item: IncidentAccount, full: Collection[str]) -> Data:
    incident = item.incident
    targets = _some(map(_actor, incident.targets))
    return {
        "id": item.id,
        "full": item.id in full,
        "cells": [
            item.when,
            _some(isolate(mention.name or mention.text) for mention in incident.places) or item.where,
            f"{item.act} on {targets}" if targets else item.act,
            _some(map(_actor, incident.actors)) or item.actors,
            _toll(item),
            f"{incident.status.value}: {_tellers(item)}",
        ],
        "ruling": item.ruling,
        "why": _why(item.findings[0].finding) if item.findings else "",
    }


def _actor(mention: Mention) -> str:
    """Return MENTION by its name, or as printed with the short name of the side that is meant."""
    if mention.name:
        return isolate(mention.name)
    side = f" ({mention.side.replace('-', ' ')})" if mention.side else ""
    return f"“{isolate(mention.text)}”{side}"


def _some(items: Iterable[str]) -> str:
    """Return the first of ITEMS, each once, and how many more there are."""
    every = list(dict.fromkeys(items))
    left = len(every) - _MOST_NAMED
    return listed((*every[:_MOST_NAMED], *([f"{left} more"] if left > 0 else [])))


def _toll(item: IncidentAccount) -> str:
    stated = [f"{number} {what}" for number, what in ((item.killed, "killed"), (item.injured, "injured"))]
    return ", ".join(words for words in stated if not words.startswith("not stated")) or "not stated"


def _tellers(item: IncidentAccount) -> str:
    tellers = (version.origin for version in item.incident.versions)
    return _some(map(isolate, tellers)) or _some(claim.chain[0].name for claim in item.claims if claim.chain)


def _why(finding: Finding) -> str:
    """Return why FINDING rules as it does, in a few words."""
    if finding.ruling is Ruling.UNDETERMINED and finding.missing:
        return cut(f"not known: {'; '.join(finding.missing)}", _LONGEST)
    if finding.ruling is Ruling.OUTSIDE and finding.reach:
        return f"by {finding.reach}"
    return f"clause {finding.clause}" if finding.clause else cut(finding.reason, _LONGEST)


def _page(page: Page, days: Sequence[dt.date], paper: Paper) -> Iterable[Data]:
    """Give PAGE with one row for each of DAYS that somebody counts, and for the days between; none when nobody does."""
    spoken = [any(each.days[day].stated or each.days[day].running for each in page.ledgers) for day in range(len(days))]
    rows = []
    for counted, run in groupby(range(len(days)), spoken.__getitem__):
        held = list(run)
        for first, last in [(day, day) for day in held] if counted else [(held[0], held[-1])]:
            cells = (_cell(ledger, (first, last), paper) for ledger in page.ledgers)
            rows.append([[plain(date_range(days[first], days[last]))], *cells])
    if any(spoken):
        yield {"head": ["Day", *(f"{ledger.origin} on {ledger.accused}" for ledger in page.ledgers)], "rows": rows}


def _cell(ledger: Ledger, stretch: tuple[int, int], paper: Paper) -> list[Data]:
    """Return what LEDGER states for STRETCH, or in brackets what it leaves room for."""
    entry, bounds = ledger.days[stretch[0]], ledger.bounds(stretch)
    said = [paper.part(Reference(text=each.text, anchor=each.testimony)) for each in (*entry.stated, *entry.running)]
    return said or [plain(f"({bounds})" if bounds else "\N{EN DASH}")]


def _counts(items: Iterable[CountAccount]) -> Iterable[Data]:
    """Give ITEMS by origin, each where it is printed."""
    held: dict[str, list[CountAccount]] = {}
    for item in items:
        held.setdefault(f"{item.origin} ({item.side})", []).append(item)
    for origin, own in held.items():
        rows = [{"id": each.id, "cells": [each.says, _printed(each)]} for each in own]
        yield {"origin": origin, "rows": rows}


def _printed(item: CountAccount) -> str:
    return f"{item.outlets}, {plural(item.copies, 'time')}" if item.copies > 1 else item.outlets


def _methods(paper: Paper) -> Iterable[tuple[str, str]]:
    """Give how each figure that is inferred is got."""
    for group in estimate_groups(paper.contents.book.estimates, paper.names):
        if group.given and not group.folded:
            yield group.title, f"{group.definition} {group.method}".strip()


def _terms(item: Agreement) -> Data:
    return {
        "title": item.title,
        "about": item.about,
        "lines": [
            {
                "kind": opening(line.kind), "term": line.term, "says": opening(line.says), "open": line.open,
                "cited": [{"text": words, "address": address} for words, address in line.cited],
            }
            for line in _lines(item)
        ],
    }  # fmt: skip


def _lines(item: Agreement) -> Iterable[TermLine]:
    return (line for _, held in item.parts for line in held)


def _report(item: ReportLine) -> Data:
    told = f"{item.publisher}, {item.published}; {plural(item.claims, 'claim')}."
    return {"id": item.id, "title": item.title, "told": told, "address": item.address}
