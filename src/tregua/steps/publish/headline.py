"""The bottom line: a few topics of a sentence or two, each number with its uncertainty and a way to its records.

What is reported and what of it could be ruled comes first, then how sure that is, what the sides count, what does not
fit together, what the last day brought, and last what all of it rests on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tregua.records.finding import Ruling
from tregua.records.incident import Incident, Status
from tregua.records.reconciliation import DiscrepancyKind
from tregua.steps.publish.accounts import Accounts, foremost
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.figures import Figure, named
from tregua.steps.publish.last_day import LastDay, last_day
from tregua.steps.publish.ledgers import Facing, Ledger
from tregua.steps.publish.marks import MARKS, mark_of
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import Selection
from tregua.steps.publish.sentences import Reference, Sentence, few
from tregua.steps.publish.wording import day, listed, opening, plural

__all__ = ["Topic", "headline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One subject of the bottom line, and what is to be said of it."""

    title: str
    sentences: tuple[Sentence, ...]


RULING_WORDS = {
    Ruling.BREACH.value: "ruled a breach",
    Ruling.PERMITTED.value: "permitted",
    Ruling.OUTSIDE.value: "outside the terms",
    Ruling.CONTESTED.value: "contested (versions are ruled differently)",
    Ruling.UNDETERMINED.value: "undetermined (a deciding fact is missing)",
    "not ruled": "not ruled",
}
"""How each ruling is said of an incident."""

_STATUS_WORDS = {
    Status.ALLEGED.value: "alleged by one side or origin only",
    Status.CORROBORATED.value: "corroborated",
    Status.DISPUTED.value: "disputed",
    Status.VERIFIED.value: "verified by a person",
    Status.REFUTED.value: "refuted by a person",
}


@dataclass(frozen=True, slots=True)
class _Desk:
    book: Book
    catalogue: Catalogue
    selection: Selection
    figures: Sequence[Figure]
    facing: Facing
    names: Names

    def one(self, name: str) -> Figure:
        return next(figure for figure in self.figures if figure.name == name)


def headline(
    book: Book, catalogue: Catalogue, selection: Selection, figures: Sequence[Figure], facing: Facing
) -> tuple[Topic, ...]:
    """Return the topics that sum up SELECTION, each sentence as words and references; those without one are left out.

    Where nothing was read, that is the first of them.
    """
    desk = _Desk(book, catalogue, selection, figures, facing, Names(book))
    topics = (
        ("Reported", (_incidents(desk), *_tolls(desk))),
        ("Ruled", (*_rulings(desk), *_named(desk))),
        ("How sure", _statuses(desk)),
        ("Counted", _counts(desk)),
        ("Does not fit", _conflicts(desk)),
        ("Last day", _last(last_day(book, catalogue, selection))),
        ("Rests on", (_reports(desk),)),
    )
    found = tuple(Topic(title=title, sentences=held) for title, said in topics if (held := tuple(said)))
    return found if desk.one("reports read").value else (found[-1], *found[:-1])


def _reports(desk: _Desk) -> Sentence:
    reports = desk.one("reports read")
    if not reports.value:
        return ("No report of this period was read; what follows says nothing about what happened.",)
    publishers = {document.publisher for document in desk.selection.documents if document.publisher}
    shares = Counter(desk.names.side(side) for side in _origins(desk).values())
    split = listed(f"{number} of {_SIDELESS.get(side, side)}" for side, number in shares.most_common())
    origins = plural(sum(shares.values()), "origin") + (f": {split}" if split else "")
    return (
        _reference(reports, plural(reports.value, "report")),
        f" by {plural(len(publishers), 'publisher')}. What they say goes back to {origins}.",
    )


_SIDELESS = {"side not known": "unknown side"}


def _origins(desk: _Desk) -> dict[str, str]:
    """Return the side of each origin that is heard in the period."""
    chains = [claim.chain for claim in desk.selection.claims(desk.catalogue)]
    origins = [chain[0] for chain in chains if chain]
    return {speaker.id or speaker.text: desk.names.side_of_source(speaker.id) for speaker in origins}


def _incidents(desk: _Desk) -> Sentence:
    incidents = desk.one("incidents")
    first: Sentence = ("No incident in this period is reported",)
    if incidents.value:
        first = (_reference(incidents, plural(incidents.value, "incident")), " reported in this period")
    if (vague := desk.one("incidents that may be others")).value:
        one = vague.value == 1
        what = "told by one account without an exact place or time, may be"
        why = f" of them, {what} another of these" if one else f" of them, each {what} others of these"
        first = (*first, "; ", _reference(vague, vague.text), why, " told again")
    doubtful = (
        (desk.one("incidents across"), "told only of a longer stretch of time"),
        (desk.one("incidents without a day"), "whose day nobody states"),
    )
    rest: list[str | Reference] = []
    for figure, words in doubtful:
        if figure.value:
            rest += [", and " if rest else "; not counted with them: ", _reference(figure, figure.text), f" {words}"]
    return (*first, *rest, ".")


def _rulings(desk: _Desk) -> Iterable[Sentence]:
    """Give what could be ruled under each truce, in the order of the case; what is a breach comes first."""
    if not desk.book.truces:
        yield ("The case names no truce, so nothing is ruled.",)
    order = [truce.id for truce in desk.book.truces]
    found: dict[str, list[tuple[Figure, str]]] = {truce: [] for truce in order}
    for figure in named(desk.figures, "incidents by ruling"):
        truce, _, ruling = figure.key.partition(": ")
        found.setdefault(truce, []).append((figure, ruling))
    for truce, own in found.items():
        ranked = sorted(own, key=lambda each: list(MARKS).index(mark_of(each[1]).code))
        if ranked:
            words = [(figure, RULING_WORDS.get(ruling, "")) for figure, ruling in ranked]
            yield (f"Under “{desk.names.truce(truce)}”: ", *_row(words), ".")


def _named(desk: _Desk) -> Iterable[Sentence]:
    """Give the incidents ruled a breach, or contested, of many the latest, and who tells of each."""
    accounts = Accounts(desk.book, desk.catalogue, desk.names)
    found = [accounts.incident(item) for item in desk.selection.incidents if _ruling(desk, item) in _NAMED]
    for told in foremost(found, _MOST_NAMED):
        incident = told.incident
        by = f"laid to {told.actors}" if incident.actors else "by whom is not said"
        yield (
            f"{opening(told.ruling)}: ",
            Reference(text=f"{told.act}, {told.where}, {told.when}", anchor=told.id),
            f", {by}; {incident.status.value}: {incident.status_reason.rstrip('.')}.",
        )
    if len(found) > _MOST_NAMED:
        yield (f"{len(found) - _MOST_NAMED} more such stand in the list of incidents.",)


_NAMED = {Ruling.BREACH.value, Ruling.CONTESTED.value}
_MOST_NAMED = 5


def _ruling(desk: _Desk, item: Incident) -> str:
    finding = desk.catalogue.governing(item.id)
    return finding.ruling.value if finding else ""


def _statuses(desk: _Desk) -> Iterable[Sentence]:
    own = named(desk.figures, "incidents by status")
    if own:
        yield ("By how well they are attested: ", *_row([(f, _STATUS_WORDS.get(f.key, f.key)) for f in own]), ".")


def _row(parts: Sequence[tuple[Figure, str]]) -> Sentence:
    words: list[str | Reference] = []
    for number, (figure, text) in enumerate(parts):
        words += ["; "] if number else []
        words += [_reference(figure, figure.text), f" {text}"]
    return tuple(words)


def _tolls(desk: _Desk) -> Iterable[Sentence]:
    if not desk.selection.incidents:
        return
    for name, verb in (("people killed", "killed"), ("people injured", "injured")):
        stated, silent = desk.one(name), desk.one(f"{name}: no number")
        if stated.records:
            first: Sentence = ("People said to have been ", f"{verb}: ", _reference(stated, stated.text))
        else:
            first = (f"Nobody states how many people were {verb}",)
        if stated.records and silent.value:
            first = (*first, "; for ", _reference(silent, plural(silent.value, "incident")), " nobody gives a number")
        yield (*first, ".")


def _counts(desk: _Desk) -> Iterable[Sentence]:
    counting = sorted((each for each in desk.facing.ledgers if each.counted_days), key=lambda each: -each.counted_days)
    for ledger in counting[:_MOST_COUNTS]:
        yield _count(ledger, len(desk.facing.days))
    rest = len(counting) - _MOST_COUNTS
    if rest > 0:
        words = "series of counts" if rest == 1 else "series of counts, each by one origin of one accused"
        yield (Reference(text=f"{rest} further {words}", anchor="counts"), ", with fewer days, stand in the tables.")


_MOST_COUNTS = 4


def _count(ledger: Ledger, days: int) -> Sentence:
    coverage = "every day" if ledger.counted_days == days else f"{ledger.counted_days} of {days} days"
    return (
        f"{ledger.origin} ({ledger.side}) counted ",
        Reference(text=f"{ledger.total} {'breach' if ledger.total == '1' else 'breaches'}", anchor=ledger.id),
        f" by {ledger.accused}, with a count for {coverage}.",
    )


def _conflicts(desk: _Desk) -> Iterable[Sentence]:
    found = [each for ledger in desk.facing.ledgers for each in ledger.discrepancies]
    kinds = Counter(_CONFLICTS.get(each.kind, _IMPOSSIBLE) for each in found)
    said = [(number, words) for words in (_IMPOSSIBLE, *_CONFLICTS.values()) if (number := kinds.pop(words, 0))]
    parts: list[str | Reference] = []
    for number, words in said:
        parts += ["; "] if parts else []
        parts += [Reference(text=plural(number, words[0]), anchor="conflicts"), words[1 if number == 1 else 2]]
    if parts:
        yield (*parts, ".")


_IMPOSSIBLE = ("set", " of published counts cannot all be true", " of published counts cannot all be true")
_CONFLICTS = {
    DiscrepancyKind.RELAY: ("count", " stands differently in copies", " stand differently in copies"),
    DiscrepancyKind.SPLIT: ("split", " does not add up", " do not add up"),
    DiscrepancyKind.BASE: (
        "running total",
        " starts from another day than the one before",
        " start from another day than the one before",
    ),
}


def _last(found: LastDay) -> Iterable[Sentence]:
    """Say what the last day brought, beside the day before it."""
    number = {"none": "no incident is", "1": "1 incident is"}.get(found.dated, f"{found.dated} incidents are")
    yield (f"{day(found.day)}: {number} dated to this one day ({found.before} to the day before).",)
    yield from ((f"{each}.",) for each in found.counts)
    if found.new:
        number = plural(len(found.new), "incident")
        yield (f"Reports of that day are the first to tell of {number}: ", *few(found.new), ".")
    else:
        reports = plural(found.reports, "report") if found.reports else "No report"
        yield (f"{reports} of that day; no incident of this period is told there first.",)


def _reference(figure: Figure, text: str) -> Reference:
    return Reference(text=text, anchor=figure.id)
