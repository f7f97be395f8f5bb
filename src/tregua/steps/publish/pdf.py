"""The report as Typst source: one string literal of data, and a template that is ours alone.

Outside text reaches the compiler only inside that literal, as JSON; no name, quote or address is ever markup.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from typing import Any

from tregua.steps.publish.accounts import ClaimAccount, CountAccount, IncidentAccount, RulingAccount
from tregua.steps.publish.agreements import Agreement
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.charts import by_day, day_chart, highest_count, ledger_chart, stretch_chart
from tregua.steps.publish.contents import Contents, ReportLine, compose
from tregua.steps.publish.estimates import EstimateGroup, estimate_groups
from tregua.steps.publish.figures import Figure, named
from tregua.steps.publish.headline import Reference, Sentence
from tregua.steps.publish.ledgers import Ledger, Page, Stretch
from tregua.steps.publish.map import Drawing, draw_map
from tregua.steps.publish.marks import MARKS
from tregua.steps.publish.method import DEFINITIONS, TABLES
from tregua.steps.publish.naming import Names
from tregua.steps.publish.outlines import country_of, load_outlines
from tregua.steps.publish.wording import clean, listed, plural

__all__ = ["report_typst"]

Data = dict[str, Any]

_MOST_ROWS = 15
_SHOWN = 3


def report_typst(book: Book, period: Period) -> str:
    """Return the report of BOOK about PERIOD as Typst source; it names no picture files."""
    contents = compose(book, period)
    data = _Sheet(book, contents).data()
    template = files("tregua").joinpath("steps", "publish", "templates", "report.typ").read_text(encoding="utf-8")
    data_literal = _literal(json.dumps(_clean(data), ensure_ascii=False))
    return f"#let data = json(bytes({data_literal}))\n{template}"


def _literal(text: str) -> str:
    """Return TEXT as a string literal of Typst, in which only backslash and quote mean anything."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _clean(value: Any) -> Any:  # noqa: ANN401 - JSON holds anything
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, (list, tuple)) else value


class _Sheet:
    """Turns contents into plain data; a link is made only to what the PDF holds."""

    def __init__(self, book: Book, contents: Contents) -> None:
        self.book, self.contents, self.names = book, contents, Names(book)
        self.anchors: Collection[str] = {
            "conflicts",
            *(item.id for item in self._every_incident()),
            *(item.id for item in contents.counts),
            *(item.id for item in contents.figures),
            *(item.id for item in contents.reports),
            *(ledger.id for ledger in contents.facing.ledgers),
            *contents.owners,
        }

    def data(self) -> Data:
        contents = self.contents
        drawing = draw_map(self.book, contents.incidents, load_outlines(country_of(self.book)))
        return {
            **self._head(),
            **self._happened(),
            **self._facing(),
            **self._map(drawing),
            "counts": [self._count(item) for item in contents.counts],
            "incidents": [self._incident(item) for item in self._every_incident()],
            "conflicts": list(_conflicts(contents.facing.ledgers)),
            "compared": list(_compared(contents)),
            "coverage": list(_coverage(contents)),
            "terms": [_terms(each) for each in contents.agreements],
            "gaps": [
                {
                    "title": gap.title,
                    "meaning": gap.meaning,
                    "items": [self._sentence(_first(item)) for item in gap.items],
                }
                for gap in contents.gaps
            ],
            "measured": [_measured(each) for each in estimate_groups(self.book.estimates, self.names)],
            "definitions": [[term, words] for term, words in DEFINITIONS],
            "figures": [self._figure(item) for item in contents.figures],
            "sources": [
                [item.name, item.kind, item.owner or "not known", item.side, item.relays or "nobody known", item.role]
                for item in contents.sources
            ],
            "decisions": [
                {
                    "what": item.what,
                    "subjects": ", ".join(item.subjects),
                    "why": item.why,
                    "told": item.told,
                    "id": item.id,
                }
                for item in contents.decisions
            ],
            "reports": [_report(item) for item in contents.reports],
        }

    def _every_incident(self) -> Sequence[IncidentAccount]:
        return (*self.contents.incidents, *self.contents.across, *self.contents.undated)

    def _head(self) -> Data:
        contents = self.contents
        return {
            "title": self.book.title,
            "days": contents.days,
            "made_from": self.book.made_from or "records that are not in a ledger",
            "truces": "; ".join(title for title, _, _ in contents.truces) or "no truce: incidents are not ruled",
            "as_of": contents.as_of or "all that the ledger holds",
            "zone": self.book.zone,
            "headline": [self._sentence(each) for each in contents.headline],
        }

    def _happened(self) -> Data:
        contents = self.contents
        drawn = day_chart(contents.facing.days, by_day(contents.incidents, contents.single_day))
        return {
            "chart": str(drawn) if contents.incidents else "",
            "chart_words": f"{plural(len(contents.incidents), 'incident')} by day; the table below names each",
            "legend": "; ".join(f"{mark.letter} {mark.words}" for mark in MARKS.values()),
            "tables": [self._table(title, named(contents.figures, name)) for name, title in TABLES],
        }

    def _table(self, title: str, figures: Sequence[Figure]) -> Data:
        return {
            "title": title,
            "rows": [self._row(item) for item in figures[:_MOST_ROWS]],
            "left": max(0, len(figures) - _MOST_ROWS),
        }

    def _row(self, item: Figure) -> Data:
        return {"name": self.names.party(item.key), "text": item.text, "to": self._to(item.id)}

    def _facing(self) -> Data:
        facing = self.contents.facing
        return {
            "pages": [self._page(page) for page in facing.pages()],
            "ledgers": [self._ledger(ledger) for ledger in facing.ledgers],
        }

    def _page(self, page: Page) -> Data:
        counts = [f"{ledger.origin} ({ledger.side}) counts breaches by {ledger.accused}" for ledger in page.ledgers]
        rows = [
            [[_plain(stretch.words)], *(self._cell(ledger, stretch) for ledger in page.ledgers),
             *([self._found(found.figures[stretch.days[0]])] for found in page.found)]
            for stretch in page.stretches
        ]  # fmt: skip
        return {"head": ["Day", *counts, *(f"Incidents found {found.title}" for found in page.found)], "rows": rows}

    def _cell(self, ledger: Ledger, stretch: Stretch) -> list[Data]:
        entry = ledger.days[stretch.days[0]]
        bounds = ledger.bounds(stretch.days)
        silent = f"no count; room for {bounds} a day" if bounds else "no count"
        stated = [self._part(Reference(text=each.text, anchor=each.testimony)) for each in entry.stated]
        running = [self._part(Reference(text=each.text, anchor=each.testimony)) for each in entry.running]
        return [*(stated or [_plain(silent)]), *running]

    def _found(self, figure: Figure | None) -> Data:
        return self._part(Reference(text=figure.text, anchor=figure.id)) if figure else _plain("none found")

    def _ledger(self, ledger: Ledger) -> Data:
        parts: list[str | Reference] = []
        for number, (where, entry) in enumerate(ledger.parts):
            parts += ["; "] if number else []
            parts += [f"{where}: ", Reference(text=entry.text, anchor=entry.testimony)]
        drawn = ledger_chart(ledger, highest_count(self.contents.facing.ledgers)) if ledger.counted_days > 1 else ""
        return {
            "id": ledger.id,
            "title": f"{ledger.origin} on {ledger.accused}",
            "words": f"Counts by day: {ledger.total} breaches over {plural(ledger.counted_days, 'day')}",
            "chart": str(drawn),
            "parts": self._sentence(tuple(parts)),
        }

    def _map(self, drawing: Drawing) -> Data:
        missed: list[str | Reference] = []
        for number, item in enumerate(drawing.not_drawn):
            missed += ["; "] if number else []
            missed += [Reference(text=f"{item.act}, {item.where}, {item.when}", anchor=item.id)]
        return {
            "map": str(drawing.svg),
            "map_words": "Map of the incidents; the table of incidents names each with its place",
            "disclaimer": f"{drawing.disclaimer} {drawing.licence}".strip(),
            "not_drawn": self._sentence(tuple(missed)),
        }

    def _count(self, item: CountAccount) -> Data:
        return {
            "id": item.id,
            "origin": item.origin,
            "side": item.side,
            "says": item.says,
            "copies": plural(item.copies, "time"),
            "outlets": item.outlets,
            "reasons": " ".join(f"{reason}." for reason in item.reasons),
            "claims": [self._claim(claim, item.id) for claim in item.claims],
        }

    def _incident(self, item: IncidentAccount) -> Data:
        return {
            "id": item.id, "when": item.when, "when_got": item.when_got, "where": item.where, "act": item.act,
            "where_exact": item.where_exact or "not stated", "targets": item.targets, "actors": item.actors,
            "namings": listed(item.namings), "killed": item.killed, "injured": item.injured, "ruling": item.ruling,
            "status": item.incident.status.value, "status_reason": item.incident.status_reason,
            "findings": [_finding(each) for each in item.findings],
            "tellings": [*(each.words for each in item.tellings), *_denied(item)],
            "reasons": "; ".join(item.incident.reasons), "claims": [self._claim(each, item.id) for each in item.claims],
        }  # fmt: skip

    def _claim(self, item: ClaimAccount, owner: str) -> Data:
        chain = " > ".join(f"{link.name} ({link.stance}; {link.side})" for link in item.chain) or "no speaker is known"
        return {
            "id": item.id, "anchor": self.contents.owners[item.id] == owner, "attribution": item.attribution,
            "quote": item.quote, "rtl": _runs_right_to_left(item.quote), "says": item.says, "chain": chain,
            "denied_by": item.denied_by, "marks": item.marks, "title": item.title, "document": self._to(item.document),
            "published": item.published, "address": item.address,
        }  # fmt: skip

    def _figure(self, item: Figure) -> Data:
        about = f": {self.names.party(item.key)}" if item.key else ""
        records = listed(item.records) or "It counts no record"
        return {
            "id": item.id,
            "text": item.text,
            "name": f"{item.name}{about}",
            "definition": item.definition,
            "records": f"{records}.",
        }

    def _sentence(self, parts: Sentence) -> list[Data]:
        return [_plain(part) if isinstance(part, str) else self._part(part) for part in parts]

    def _part(self, part: Reference) -> Data:
        return {"text": part.text, "to": self._to(part.anchor)}

    def _to(self, anchor: str) -> str:
        return anchor if anchor in self.anchors else ""


def _measured(group: EstimateGroup) -> Data:
    return {
        "title": group.title,
        "about": f"{group.definition} {group.method}".strip(),
        "charts": [{"title": each.about, "chart": str(stretch_chart(each))} for each in group.stretches],
        "given": [
            {"words": each.words, "about": each.about, "notes": "; ".join(each.notes), "id": each.id}
            for each in group.given
        ],
        "refused": len(group.refused),
        "folded": group.folded,
    }


def _first(said: Sentence) -> Sentence:
    """Return SAID with its first records alone, and how many more there are: paper does not fold."""
    at = [position for position, part in enumerate(said) if not isinstance(part, str)]
    return said if len(at) <= _SHOWN else (*said[: at[_SHOWN - 1] + 1], f" and {len(at) - _SHOWN} more")


def _plain(text: str) -> Data:
    return {"text": text, "to": None}


def _finding(item: RulingAccount) -> Data:
    answers = {True: "yes", False: "no", None: "not known"}
    return {
        "id": item.finding.id, "ruling": item.finding.ruling.value, "truce": item.truce, "reason": item.finding.reason,
        "clause": item.finding.clause, "citation": item.citation, "missing": item.missing,
        "conditions": [
            *(f"As {origin} tells it: {ruling}" for origin, ruling in item.finding.by_version),
            *(f"{each.name}: {answers[each.holds]}. {each.why}" for each in item.finding.conditions),
        ],
    }  # fmt: skip


def _terms(item: Agreement) -> Data:
    lines = ((title, line) for title, held in item.parts for line in held)
    return {
        "title": item.title,
        "about": item.about,
        "lines": [
            {
                "id": line.anchor,
                "kind": line.kind,
                "term": line.term,
                "says": line.says,
                "open": line.open,
                "cited": [{"text": words, "address": address} for words, address in line.cited],
            }
            for _, line in lines
        ],
    }


def _denied(item: IncidentAccount) -> Iterable[str]:
    return [f"Denied by {item.denied_by}."] if item.tellings and item.denied_by else []


def _conflicts(ledgers: Iterable[Ledger]) -> Iterable[Data]:
    for ledger in ledgers:
        if ledger.discrepancies:
            messages = [f"{each.kind.heading}: {each.message}" for each in ledger.discrepancies]
            yield {"title": f"{ledger.origin} on {ledger.accused}", "messages": messages}


def _compared(contents: Contents) -> Iterable[Data]:
    for each in contents.comparisons:
        yield {"title": each.title, "lines": [row.words for row in each.rows] + [ratio.words for ratio in each.ratios]}
    if contents.comparisons:
        yield {"title": "What they count", "lines": [each.words for each in contents.practices]}


def _coverage(contents: Contents) -> Iterable[Data]:
    for (origin, side), alike in groupby(contents.coverage.reports, lambda each: (each.origin, each.side)):
        yield {"title": f"{origin} ({side}) reports acts by", "lines": [each.words for each in alike]}
    if contents.coverage.silences:
        yield {"title": "Who says nothing", "lines": [each.words for each in contents.coverage.silences]}


def _report(item: ReportLine) -> Data:
    told = f"{item.publisher}, {item.published}; {plural(item.claims, 'claim')}."
    return {"id": item.id, "title": item.title, "told": told, "address": item.address}


def _runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter of TEXT that has a direction runs from right to left."""
    kinds: Sequence[str] = [unicodedata.bidirectional(character) for character in text[:200]]
    return next((kind in {"R", "AL"} for kind in kinds if kind in {"L", "R", "AL"}), False)
