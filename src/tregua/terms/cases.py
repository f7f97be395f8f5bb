"""Cases beside a truce: facts, what its terms must say of them, and why. They are run as tests are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from tregua.authored import Authored, read_authored
from tregua.errors import Problem
from tregua.records.finding import Ruling
from tregua.terms.evaluate import Facts, Site, evaluate
from tregua.terms.ground import Ground
from tregua.terms.labels import read_label
from tregua.terms.rules import TargetKind
from tregua.terms.scope import Id, Words
from tregua.terms.standing import Party
from tregua.terms.truce import Truce
from tregua.terms.verdict import Verdict
from tregua.vocabulary.actors import Actor
from tregua.vocabulary.acts import Conduct
from tregua.vocabulary.places import Place
from tregua.vocabulary.time import Span, day_span

__all__ = ["CaseBook", "Example", "Named", "load_cases", "run_cases", "untried"]

_FEW = 10
_LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


class Named(Authored):
    """Somebody in a case: an actor of the registry, or a speaker's words.

    Attributes:
        actor: registry id, "" when only words are known.
        text: the words, "" when the actor is named.
        said_by: who says the words: side and source ids.
    """

    actor: Id | Literal[""] = ""
    text: str = ""
    said_by: tuple[Id, ...] = ()

    def party(self, truce: Truce) -> Party:
        """Return it as a fact under TRUCE, its label read as the speaker means it."""
        label = read_label(truce, self.text, self.said_by) if self.text else None
        return Party(text=self.text, actor=self.actor, means=label.means if label else ())


class Example(Authored):
    """One case.

    Attributes:
        id: short name.
        why: the reason a lawyer would give.
        act: what was done.
        actors: who did it.
        targets: whom or what it struck.
        places: ids of places of this file; a name it does not list is an unknown place.
        day: the day it happened, in the truce's zone.
        start: first local instant, when the hour is known.
        end: first local instant after it.
        weapons: as printed.
        near: whether it happened near the places rather than in them.
        objects: kinds of target.
        answers: whether it answered an earlier act, None when nobody says.
        answers_to: what it answered, in words.
        justification: how it is justified, in words.
        as_of: the day whose knowledge counts, None for all that is known.
        expect: the ruling that must come out.
        reach: for ``outside``, by what.
        term: id of the clause, exemption, layer or area that must decide.
        missing: words that the missing facts must hold.
    """

    id: Id
    why: Words
    act: Conduct
    actors: tuple[Named, ...] = ()
    targets: tuple[Named, ...] = ()
    places: tuple[Id, ...] = ()
    day: dt.date | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    weapons: tuple[str, ...] = ()
    near: bool = False
    objects: tuple[TargetKind, ...] = ()
    answers: bool | None = None
    answers_to: str = ""
    justification: str = ""
    as_of: dt.date | None = None
    expect: Ruling
    reach: Literal["", "time", "area", "party", "act"] = ""
    term: str = ""
    missing: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_time(self) -> Self:
        if self.day is not None and (self.start or self.end):
            raise ValueError("give 'day', or 'start' and 'end'")
        return self

    def time(self, zone: ZoneInfo) -> Span | None:
        """Return when it happened, local times being in ZONE."""
        if self.day is not None:
            return day_span(self.day, zone)
        if self.start is None and self.end is None:
            return None
        start, end = (each.replace(tzinfo=zone) if each else None for each in (self.start, self.end))
        return Span(start=start, end=end)

    def facts(self, truce: Truce) -> Facts:
        """Return the facts, as the terms of TRUCE take them."""
        return Facts(
            act=self.act,
            actors=tuple(each.party(truce) for each in self.actors),
            targets=tuple(each.party(truce) for each in self.targets),
            sites=tuple(Site(text=place, place=place, near=self.near) for place in self.places),
            time=self.time(ZoneInfo(truce.zone)),
            weapons=self.weapons,
            objects=self.objects,
            answers=True if self.answers_to else self.answers,
            answers_to=self.answers_to,
            justification=self.justification,
        )


class CaseBook(Authored):
    """The file ``cases.yaml`` beside a truce.

    Attributes:
        actors: the actors its cases name, with the ties that matter to them.
        places: the places they name.
        cases: the cases.
    """

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    cases: tuple[Example, ...] = Field(min_length=1)


def load_cases(text: str, where: str) -> tuple[CaseBook | None, tuple[Problem, ...]]:
    """Read TEXT as the cases of a truce; return None and every problem when anything is wrong."""
    book, _, problems = read_authored(text, CaseBook, where)
    return book, problems


def untried(truce: Truce, book: CaseBook, where: str) -> list[Problem]:
    """Return a note for each clause of TRUCE that decides no case of BOOK, and one when the cases are few."""
    tried = {clause for _, verdict in _verdicts(truce, book) if verdict is not None for clause in verdict.clauses}
    messages = [f"no case tries clause '{clause.id}'" for clause in truce.clauses if clause.id not in tried]
    if len(book.cases) < _FEW:
        messages.append(f"it has {len(book.cases)} cases; a truce needs {_FEW} at least")
    return [Problem(where=where, message=words, hint="add a case", severity="note", step="lint") for words in messages]


def _verdicts(truce: Truce, book: CaseBook) -> Iterator[tuple[Example, Verdict | None]]:
    """Give every case of BOOK with what TRUCE says of it."""
    actors = {actor.id: actor for actor in book.actors}
    ground = Ground(book.places)
    for example in book.cases:
        moment = _LATER if example.as_of is None else dt.datetime.combine(example.as_of, dt.time(12), dt.UTC)
        yield example, evaluate(truce, example.facts(truce), actors.get, ground, moment)


def run_cases(truce: Truce, book: CaseBook, where: str) -> list[Problem]:
    """Hold every case of BOOK against TRUCE; return a problem for each that comes out otherwise than it says."""
    problems: list[Problem] = []
    for example, verdict in _verdicts(truce, book):
        for difference in _differences(example, verdict):
            message = f"case '{example.id}': {difference}"
            problems.append(Problem(where=where, message=message, hint=example.why, step="assess"))
    return problems


def _differences(example: Example, verdict: Verdict | None) -> Iterator[str]:
    """Say in what VERDICT is not what EXAMPLE expects."""
    if verdict is None:
        yield "the truce had not been declared by then"
        return
    got = (verdict.ruling, verdict.reach, verdict.term)
    wanted = (example.expect, example.reach or verdict.reach, example.term or verdict.term)
    if got != wanted:
        yield f"expected {' '.join(wanted).strip()}, got {' '.join(got).strip()}: {verdict.reason}"
    facts = "; ".join(verdict.missing)
    for words in example.missing:
        if words not in facts:
            yield f"expected {words!r} among the missing facts, got {facts or 'none'}"
