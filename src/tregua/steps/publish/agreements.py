"""The terms that incidents are held against: what bound whom, where and when, each with the place where it stands."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tregua.steps.publish.wording import day, listed, web_address
from tregua.terms.rules import Clause
from tregua.terms.scope import Area, Layer
from tregua.terms.truce import Truce, Withdrawal

__all__ = ["Agreement", "Cited", "TermLine", "agreements", "cited", "term_anchor"]

_ADDRESS = re.compile(r"^(?P<words>.*) <(?P<address>[^<>]*)>$", re.DOTALL)
_RULES = {"prohibits": "Prohibited", "permits": "Permitted", "obliges": "Owed"}

Cited = tuple[str, str]
"""The words of a citation, and its address; "" where it has none that can be opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """One term as a report shows it.

    Attributes:
        anchor: where findings lead to, "" when none does.
        term: its id in the truce file, "" for one without.
        kind: what it does, or when it holds.
        says: what it says.
        open: what it leaves open, "" for nothing.
        cited: where it stands.
    """

    anchor: str
    term: str
    kind: str
    says: str
    open: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One truce as a report shows it.

    Attributes:
        title: its title.
        about: its kind, the day it was adopted, and its summary.
        parts: titles of its parts, each with its terms in order; parts without a term are left out.
    """

    title: str
    about: str
    parts: tuple[tuple[str, tuple[TermLine, ...]], ...]


def term_anchor(truce: Truce | None, term: str) -> str:
    """Return where a report tells the TERM of TRUCE with that id, "" when it has no such term."""
    return f"term-{truce.id}-{term}" if truce is not None and term in _ids(truce) else ""


def _ids(truce: Truce) -> Iterable[str]:
    yield from (layer.id for layer in truce.layers)
    yield from (area.id for area in truce.areas)
    yield from (side.id for side in truce.sides)
    yield from (clause.id for clause in truce.clauses)
    yield from (exemption.id for exemption in truce.exempt)


def cited(citation: str) -> tuple[Cited, ...]:
    """Return each part of a CITATION written out, with the address that it can be opened at."""
    return tuple(_cited(part) for part in citation.split("; ") if part)


def _cited(part: str) -> Cited:
    found = _ADDRESS.match(part)
    address = web_address(found["address"]) if found else ""
    return (found["words"], address) if found and address else (part, "")


def agreements(truces: Sequence[Truce]) -> tuple[Agreement, ...]:
    """Return TRUCES as a report shows them."""
    return tuple(_agreement(truce) for truce in truces)


def _agreement(truce: Truce) -> Agreement:
    parts = (
        ("When", tuple(_window(truce, layer) for layer in truce.layers)),
        ("Where", tuple(_line(truce, area.id, area.name, _beyond(area), area.cite) for area in truce.areas)),
        ("Who is bound", tuple(_sides(truce))),
        ("Who left, or suspended its part", tuple(_left(truce, step) for step in truce.withdrawals)),
        ("What they may, may not and must do", tuple(_clause(truce, clause) for clause in truce.clauses)),
        ("Who or what is left out", tuple(_left_out(truce))),
    )
    return Agreement(
        title=truce.title,
        about=f"{truce.kind[:1].upper()}{truce.kind[1:]}, adopted on {day(truce.adopted)}. {truce.summary}".strip(),
        parts=tuple((title, lines) for title, lines in parts if lines),
    )


def _line(truce: Truce, term: str, kind: str, says: str, cite: str, open_: str = "") -> TermLine:
    where = cited(truce.citation(cite)) if cite else ()
    return TermLine(anchor=term_anchor(truce, term), term=term, kind=kind, says=says, open=open_, cited=where)


def _window(truce: Truce, layer: Layer) -> TermLine:
    names = {area.id: area.name for area in truce.areas}
    where = listed(names.get(area, area) for area in layer.areas)
    until = f"to {_instant(layer.end)}" if layer.end else "without a set end"
    zone = truce.clock(layer)
    said = f"{where[:1].upper()}{where[1:]}. {layer.text}".strip()
    doubts = " ".join(each.why for each in (*layer.contested, *layer.suspended))
    return _line(truce, layer.id, f"{_instant(layer.start)} {until} ({zone.key})", said, layer.cite, doubts)


def _beyond(area: Area) -> str:
    """Return what is left out of AREA, and what it is open whether it takes in."""
    excluded = "Parts of it are left out." if area.excludes.named() else ""
    return " ".join((excluded, *(each.why for each in area.open))).strip()


def _instant(local: dt.datetime) -> str:
    return f"{day(local.date())}, {local:%H:%M}"


def _sides(truce: Truce) -> Iterable[TermLine]:
    for side in truce.sides:
        open_ones = sum(member.bound is None for member in side.members)
        doubt = f"Of {open_ones} of those listed it is open whether they are bound." if open_ones else ""
        how = "bound as a whole" if side.binds == "whole" else "bound one by one"
        yield _line(truce, side.id, how, f"{side.name[:1].upper()}{side.name[1:]}.", side.cite, doubt)


def _left(truce: Truce, step: Withdrawal) -> TermLine:
    until = f"to {_instant(step.end)}" if step.end else "without a set end"
    kind = f"{step.what[:1].upper()}{step.what[1:]}, {_instant(step.start)} {until} ({truce.zone})"
    names = {side.id: side.name for side in truce.sides}
    of = f", of {listed(step.layers)}" if step.layers else ""
    says = f"By {listed(names.get(each, each) for each in step.by)}{of}. {step.why}"
    doubt = " ".join(
        f"Whether {whose} duties stand is open."
        for whose, effect in (("its own", step.own), ("the others'", step.others))
        if effect == "open"
    )
    return _line(truce, "", kind, says, step.cite, step.fork(doubt) if doubt else "")


def _clause(truce: Truce, clause: Clause) -> TermLine:
    doubts = (clause.fork(clause.arguable) if clause.arguable else "", *(each.why for each in clause.contested))
    return _line(truce, clause.id, _RULES[clause.rule], clause.text, clause.cite, " ".join(filter(None, doubts)))


def _left_out(truce: Truce) -> Iterable[TermLine]:
    for exemption in truce.exempt:
        yield _line(truce, exemption.id, "Exempt", exemption.why, exemption.cite)
    for each in truce.unregulated:
        yield _line(truce, "", f"Not regulated: {listed(act.value for act in each.acts)}", each.why, each.cite)
