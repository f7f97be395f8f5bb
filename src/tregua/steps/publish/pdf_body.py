"""The front page and the body of the PDF as plain data: what a reader of a monitoring report reads through."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from tregua.steps.publish.accounts import ClaimAccount, IncidentAccount, RulingAccount
from tregua.steps.publish.charts import by_day, charted, day_chart, highest_count, ledger_chart, stretch_chart
from tregua.steps.publish.contents import Contents
from tregua.steps.publish.coverage import Coverage
from tregua.steps.publish.estimates import EstimateGroup, estimate_groups
from tregua.steps.publish.figures import Figure, named
from tregua.steps.publish.ledgers import Ledger
from tregua.steps.publish.map import draw_map
from tregua.steps.publish.marks import MARKS
from tregua.steps.publish.method import TABLES
from tregua.steps.publish.naming import Names
from tregua.steps.publish.outlines import country_of, load_outlines
from tregua.steps.publish.pdf_paper import Data, Paper, shortened
from tregua.steps.publish.sentences import Reference, joined
from tregua.steps.publish.unknown import Gap
from tregua.steps.publish.wording import listed, opening, plural

__all__ = ["body"]

_MOST_ROWS = 8
_MOST_NAMED = 5
_MOST_OF_A_KIND = 12
_MOST_GAPS = 5


def body(paper: Paper) -> Data:
    """Return everything before the annexes."""
    contents = paper.contents
    return {
        **_front(paper),
        **_happened(paper),
        **_map(paper),
        "cases": [_case(item, paper) for item in paper.cases],
        "cases_left": len(paper.ruled) - len(paper.cases),
        **_counted(paper),
        **_coverage(contents.coverage),
        "measured": [_measured(each) for each in estimate_groups(contents.book.estimates, paper.names)],
        "gaps": [_gap(gap, paper) for gap in contents.gaps],
    }


def _front(paper: Paper) -> Data:
    contents = paper.contents
    return {
        "title": contents.book.title,
        "days": contents.days,
        "made_from": contents.book.made_from or "records that are not in a ledger",
        "truces": "; ".join(title for title, _, _ in contents.truces) or "no truce: incidents are not ruled",
        "as_of": contents.as_of or "all that the ledger holds",
        "zone": contents.book.zone,
        "headline": [
            {"title": topic.title, "sentences": [paper.sentence(each) for each in topic.sentences]}
            for topic in contents.headline
        ],
    }


def _happened(paper: Paper) -> Data:
    contents = paper.contents
    dated = by_day(contents.incidents, contents.days_of)
    drawn = day_chart(contents.facing.days, dated)
    return {
        "chart": str(drawn) if contents.incidents else "",
        "chart_words": f"{plural(len(contents.incidents), 'incident')} by day; annex A names each",
        "charted": charted(dated),
        "legend": "; ".join(f"{mark.letter} {mark.words}" for mark in MARKS.values()),
        "tables": [_table(title, named(contents.figures, name), paper.names) for name, title in TABLES],
    }


def _table(title: str, figures: Sequence[Figure], names: Names) -> Data:
    return {
        "title": title,
        "rows": [[names.party(item.key), item.text] for item in figures[:_MOST_ROWS]],
        "left": max(0, len(figures) - _MOST_ROWS),
    }


def _map(paper: Paper) -> Data:
    contents = paper.contents
    drawing = draw_map(contents.book, contents.incidents, load_outlines(country_of(contents.book)))
    missed = [
        Reference(text=f"{item.act}, {item.where}, {item.when}", anchor=item.id)
        for item in drawing.not_drawn[:_MOST_OF_A_KIND]
    ]
    return {
        "map": str(drawing.svg),
        "map_words": "Map of the incidents; annex A names each with its place",
        "disclaimer": f"{drawing.disclaimer} {drawing.licence}".strip(),
        "not_drawn": paper.sentence(joined(missed)),
        "not_drawn_left": max(0, len(drawing.not_drawn) - _MOST_OF_A_KIND),
    }


def _case(item: IncidentAccount, paper: Paper) -> Data:
    return {
        "id": item.id, "title": opening(f"{item.act}, {item.where}, {item.when}"), "when_got": item.when_got,
        "where_exact": item.where_exact or "not stated", "actors": item.actors, "targets": item.targets,
        "namings": listed(item.namings), "killed": item.killed, "injured": item.injured,
        "status": opening(item.incident.status.value), "status_reason": opening(item.incident.status_reason),
        "findings": [_finding(each) for each in item.findings],
        "tellings": [*(each.words for each in item.tellings), *_denied(item)],
        "reasons": "; ".join(item.incident.reasons),
        "claims": [_claim(each, item.id, paper) for each in item.claims],
    }  # fmt: skip


def _denied(item: IncidentAccount) -> Iterable[str]:
    return [f"Denied by {item.denied_by}."] if item.tellings and item.denied_by else []


def _finding(item: RulingAccount) -> Data:
    answers = {True: "yes", False: "no", None: "not known"}
    return {
        "ruling": opening(item.finding.ruling.value), "truce": item.truce, "reason": opening(item.finding.reason),
        "clause": item.finding.clause, "citation": item.citation, "missing": item.missing,
        "conditions": [
            *(f"As {origin} tells it: {ruling}" for origin, ruling in item.finding.by_version),
            *(f"{opening(each.name)}: {answers[each.holds]}. {each.why}" for each in item.finding.conditions),
        ],
    }  # fmt: skip


def _claim(item: ClaimAccount, owner: str, paper: Paper) -> Data:
    chain = " > ".join(f"{link.name} ({link.stance}; {link.side})" for link in item.chain) or "no speaker is known"
    return {
        "id": item.id, "anchor": paper.contents.owners[item.id] == owner, "attribution": item.attribution,
        "quote": item.quote, "rtl": _runs_right_to_left("".join(item.quote)), "says": item.says, "chain": chain,
        "denied_by": item.denied_by, "marks": item.marks, "title": item.title, "document": paper.to(item.document),
        "published": item.published,
    }  # fmt: skip


def _runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter of TEXT that has a direction runs from right to left."""
    kinds: Sequence[str] = [unicodedata.bidirectional(character) for character in text[:200]]
    return next((kind in {"R", "AL"} for kind in kinds if kind in {"L", "R", "AL"}), False)


def _counted(paper: Paper) -> Data:
    contents, facing = paper.contents, paper.contents.facing
    highest = highest_count(facing.ledgers)
    return {
        "ledgers": [_ledger(ledger, len(facing.days), highest, paper) for ledger in facing.ledgers],
        "conflicts": list(_conflicts(facing.ledgers)),
        "compared": list(_compared(contents)),
        "compared_left": max(0, len(contents.comparisons) - 1),
        "practices": [each.words for each in contents.practices] if contents.comparisons else [],
    }


def _ledger(ledger: Ledger, days: int, highest: int, paper: Paper) -> Data:
    running = [(entry.day, each) for entry in ledger.days for each in entry.running]
    return {
        "id": ledger.id,
        "origin": ledger.origin,
        "side": ledger.side,
        "accused": ledger.accused,
        "total": f"{ledger.total} on {ledger.counted_days} of {plural(days, 'day')}" if ledger.counted_days else "none",
        "running": paper.part(Reference(text=running[-1][1].text, anchor=running[-1][1].testimony)) if running else "",
        "chart": str(ledger_chart(ledger, highest)) if ledger.counted_days > 1 else "",
        "words": f"Counts by day: {ledger.total} breaches over {plural(ledger.counted_days, 'day')}",
    }


def _conflicts(ledgers: Iterable[Ledger]) -> Iterable[Data]:
    for ledger in ledgers:
        if ledger.discrepancies:
            messages = [[each.kind.heading, opening(each.message), each.id] for each in ledger.discrepancies]
            yield {"title": f"{ledger.origin} on {ledger.accused}", "messages": messages}


def _compared(contents: Contents) -> Iterable[Data]:
    for each in contents.comparisons[:1]:
        rows = [[f"{row.origin} ({row.side})", row.accused, row.counted, row.incidents] for row in each.rows]
        yield {"title": each.title, "rows": rows, "ratios": [f"{ratio.words}." for ratio in each.ratios]}


def _coverage(coverage: Coverage) -> Data:
    told = [
        [f"{origin} ({side})", _shares((each.accused, len(each.incidents)) for each in alike)]
        for (origin, side), alike in groupby(coverage.reports, lambda each: (each.origin, each.side))
    ]
    silences = [
        [f"{each.origin} ({each.side})", str(each.told), str(len(each.incidents)), _shares(each.accused)]
        for each in coverage.silences
    ]
    return {
        "coverage": told[:_MOST_OF_A_KIND],
        "coverage_left": max(0, len(told) - _MOST_OF_A_KIND),
        "silences": silences[:_MOST_ROWS],
        "silences_left": max(0, len(silences) - _MOST_ROWS),
    }


def _shares(items: Iterable[tuple[str, int]]) -> str:
    """Return ITEMS with their numbers, the first few by name and the others together."""
    held = list(items)
    left = sum(number for _, number in held[_MOST_NAMED:])
    others = [f"others {left}"] if left else []
    return ", ".join((*(f"{name} {number}" for name, number in held[:_MOST_NAMED]), *others))


def _measured(group: EstimateGroup) -> Data:
    return {
        "title": group.title,
        "charts": [{"title": each.about, "chart": str(stretch_chart(each))} for each in group.stretches],
        "given": [
            {"words": each.words, "about": each.about, "notes": opening("; ".join(each.notes)), "id": each.id}
            for each in group.given
        ],
        "refused": len(group.refused),
        "folded": group.folded,
    }


def _gap(gap: Gap, paper: Paper) -> Data:
    left = len(gap.items) - _MOST_GAPS + gap.left_out
    return {
        "title": gap.title,
        "meaning": gap.meaning,
        "items": [paper.sentence(shortened(item)) for item in gap.items[:_MOST_GAPS]],
        "left": max(0, left),
    }
