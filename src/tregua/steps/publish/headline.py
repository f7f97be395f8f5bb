"""The first block of a report: one sentence a subject, each number with its uncertainty and a way to its records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tregua.records.finding import Ruling
from tregua.records.incident import Status
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.figures import Figure, named
from tregua.steps.publish.ledgers import Facing, Ledger
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import Selection
from tregua.steps.publish.wording import listed, plural

__all__ = ["Reference", "Sentence", "headline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that lead to a record or figure of the same page."""

    text: str
    anchor: str


Sentence = tuple[str | Reference, ...]

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
) -> tuple[Sentence, ...]:
    """Return the sentences that sum up SELECTION, each as words and references."""
    desk = _Desk(book, catalogue, selection, figures, facing, Names(book))
    parts = (_rulings(desk), _statuses(desk), _tolls(desk), _counts(desk), _conflicts(desk))
    return (_reports(desk), _incidents(desk), *(sentence for part in parts for sentence in part))


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
    figures = named(desk.figures, "incidents by ruling")
    for truce in dict.fromkeys(figure.key.partition(": ")[0] for figure in figures):
        own = [figure for figure in figures if figure.key.startswith(f"{truce}: ")]
        parts = [(figure, RULING_WORDS.get(figure.key.partition(": ")[2], "")) for figure in own]
        yield (f"Under “{desk.names.truce(truce)}”: ", *_row(parts), ".")


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
        f"{ledger.origin} ({ledger.side}) counts ",
        Reference(text=f"{ledger.total} {'breach' if ledger.total == '1' else 'breaches'}", anchor=ledger.id),
        f" by {ledger.accused}, with a count for {coverage}.",
    )


def _conflicts(desk: _Desk) -> Iterable[Sentence]:
    found = [each for ledger in desk.facing.ledgers for each in ledger.discrepancies]
    number = sum(each.kind.is_impossible for each in found)
    if number:
        where = Reference(text=plural(number, "set"), anchor="conflicts")
        yield (where, " of published counts cannot all be true.")


def _reference(figure: Figure, text: str) -> Reference:
    return Reference(text=text, anchor=figure.id)
