"""What is not known: said as plainly as what is."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tregua.records.claim import Claim, Happening, Mention, PlaceMention, Tally
from tregua.records.finding import Ruling
from tregua.records.incident import Incident
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.ledgers import Facing, Ledger
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import Selection
from tregua.steps.publish.sentences import Reference, Sentence, joined
from tregua.steps.publish.wording import cut, date_range, incident_words, plural, time_words

__all__ = ["Gap", "gaps"]

_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One kind of thing that is not known.

    Attributes:
        title: which.
        meaning: what follows from it.
        items: each case of it.
        left_out: how many more there are than are shown.
    """

    title: str
    meaning: str
    items: tuple[Sentence, ...]
    left_out: int = 0


def gaps(book: Book, catalogue: Catalogue, selection: Selection, facing: Facing) -> tuple[Gap, ...]:
    """Return every gap that touches SELECTION; those without a case are left out."""
    claims = selection.claims(catalogue)
    every = (
        _gap("Rulings that wait for a fact", _RULINGS, _missing(book, selection)),
        _gap("Incidents whose day nobody states", _DAYS, _undated(selection)),
        _gap("Days without a count", _COUNTS, _silent_days(facing)),
        _gap("Counts without a stated time", _WINDOWS, _windows(selection)),
        _gap("Names that the registries do not hold", _NAMES, _unresolved(claims)),
        _gap("Reports without a date", _DATES, _undated_reports(selection)),
        _gap("Items that could not be read, or only with a doubt", _PROBLEMS, _problems(book)),
    )
    return tuple(gap for gap in every if gap.items)


_RULINGS = "The terms can be applied, but the reports do not give what they turn on."
_DAYS = "They may belong to this period or to another; they are in no daily figure."
_COUNTS = "A day without a count is not a day without breaches."
_WINDOWS = "They cannot be held against other counts."
_NAMES = "They are shown as printed; the same actor or place may stand under several names."
_DATES = "What they say has no day unless the text gives one."
_PROBLEMS = "What they hold is missing from everything above, or to be taken with care."


def _gap(title: str, meaning: str, items: Iterable[Sentence]) -> Gap:
    every = tuple(items)
    return Gap(title=title, meaning=meaning, items=every[:_MOST], left_out=max(0, len(every) - _MOST))


def _missing(book: Book, selection: Selection) -> Iterable[Sentence]:
    names = Names(book)
    kept = {incident.id: incident for incident in (*selection.incidents, *selection.across, *selection.undated)}
    facts: dict[str, list[str]] = defaultdict(list)
    for finding in book.findings:
        if finding.incident in kept and finding.ruling is Ruling.UNDETERMINED:
            for fact in finding.missing or (finding.reason,):
                facts[f"{fact.rstrip('.')} (under “{names.truce(finding.truce)}”)"].append(finding.incident)
    for fact, incidents in sorted(facts.items(), key=lambda item: (-len(item[1]), item[0])):
        yield (f"{fact}: ", *_links([kept[incident] for incident in dict.fromkeys(incidents)], selection.zone))


def _links(incidents: Iterable[Incident], zone: dt.tzinfo) -> Sentence:
    return joined(
        [Reference(text=f"{incident_words(each)}, {time_words(each.time, zone)}", anchor=each.id) for each in incidents]
    )


def _undated(selection: Selection) -> Iterable[Sentence]:
    for incident in selection.undated:
        yield (Reference(text=incident_words(incident), anchor=incident.id),)


def _silent_days(facing: Facing) -> Iterable[Sentence]:
    for ledger in facing.ledgers:
        silent = [entry.day for entry in ledger.days if not entry.stated]
        if silent:
            yield (f"{ledger.origin} on {ledger.accused}: {_runs_of(ledger)}",)


def _runs_of(ledger: Ledger) -> str:
    """Return the days of LEDGER without a count, neighbours drawn together."""
    runs: list[list[int]] = []
    for number, entry in enumerate(ledger.days):
        if entry.stated:
            continue
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "; ".join(date_range(ledger.days[run[0]].day, ledger.days[run[-1]].day) for run in runs)


def _windows(selection: Selection) -> Iterable[Sentence]:
    for testimony in selection.undated_counts:
        number = testimony.tally.count if testimony.tally else 0
        origin = testimony.origin.name or testimony.origin.text
        yield (Reference(text=f"{number} by {origin}", anchor=testimony.id),)


def _unresolved(claims: Iterable[Claim]) -> Iterable[Sentence]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        for kind, text in _unknown_names(claim):
            found[kind, text].append(claim.id)
    for (kind, text), where in sorted(found.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])):
        first = Reference(text=plural(len(dict.fromkeys(where)), "claim"), anchor=where[0])
        yield (f"{kind} “{cut(text, 120)}”: ", first)


def _unknown_names(claim: Claim) -> Iterable[tuple[str, str]]:
    slots = claim.slots
    actors: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    if isinstance(slots, Happening):
        actors, places = slots.actors, slots.places
    elif isinstance(slots, Tally):
        actors, places = slots.accused, slots.area
    yield from (("actor", mention.text) for mention in actors if mention.name is None and not mention.side)
    yield from (("place", mention.text) for mention in places if mention.name is None)
    yield from (("speaker", speaker.text) for speaker in claim.chain if speaker.name is None)


def _undated_reports(selection: Selection) -> Iterable[Sentence]:
    for document in selection.undated_documents:
        words = cut(document.title or "without a headline", 120)
        yield (Reference(text=words, anchor=document.id), f" ({document.publisher or 'publisher not known'})")


def _problems(book: Book) -> Iterable[Sentence]:
    for problem in sorted(set(book.problems), key=lambda item: (item.severity, item.where, item.message)):
        if problem.severity != "note":
            yield (f"{problem.severity}: {cut(str(problem), 400)}",)
