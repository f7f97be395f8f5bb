"""What a careful reader would ask about a truce file that reads without a mistake."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from tregua.errors import Problem, Severity
from tregua.terms.cases import CaseBook, run_cases
from tregua.terms.ground import Ground
from tregua.terms.standing import Party, standing
from tregua.terms.stretches import stretch
from tregua.terms.truce import ANYONE, EXEMPT, Area, Clause, Label, Layer, Truce
from tregua.vocabulary.actors import Actor
from tregua.vocabulary.places import Place

__all__ = ["lint"]

_NAMED = 6
"""Most actors that one remark names."""
_FIGHTING = frozenset({"armed group", "state forces", "militia", "coalition"})

_ENDLESS = dt.timedelta(days=36_500)

Remark = tuple[Severity, str]


def lint(
    truce: Truce, actors: Sequence[Actor], places: Sequence[Place], book: CaseBook | None = None, where: str = ""
) -> list[Problem]:
    """Return what is doubtful about TRUCE beside the registries of a case, and every case of its own that fails.

    Args:
        truce: a truce that was read without a problem.
        actors: the case's actors.
        places: the case's places.
        book: the truce's own cases, None when it has none.
        where: the file to name; the truce's id when empty.

    Returns:
        Warnings where a term cannot work, notes where it may be meant; in the order of the file.
    """
    named = where or truce.id
    remarks = [
        *_windows(truce),
        *_areas(truce, places),
        *_parties(truce, actors),
        *_labels(truce),
        *_clauses(truce),
        *_symmetry(truce),
        *_ranks(truce),
        *_sources(truce),
    ]
    found = [Problem(where=named, message=message, severity=severity, step="lint") for severity, message in remarks]
    return found + (run_cases(truce, book, named) if book else [])


def _windows(truce: Truce) -> Iterator[Remark]:
    """Say where the windows of one area leave a gap or overlap, and which were made known too late to bind."""
    for area in truce.areas:
        layers = sorted((each for each in truce.layers if area.id in each.areas), key=lambda each: each.start)
        for one, other in pairwise(layers):
            yield from _between(truce, area, one, other)
        if not layers and not any(area.id in clause.areas for clause in truce.clauses):
            yield "warning", f"area '{area.id}' is in no layer, and no clause is limited to it"
    for layer in truce.layers:
        if layer.end is not None and layer.declared > layer.end.date():
            yield "warning", f"layer '{layer.id}' was declared ({layer.declared}) after it ended ({layer.end})"


def _between(truce: Truce, area: Area, one: Layer, other: Layer) -> Iterator[Remark]:
    end, start = stretch(one, truce.clock(one))[1], stretch(other, truce.clock(other))[0]
    contested = [stretch(part, truce.clock(layer)) for layer in (one, other) for part in layer.contested]
    if start > end and not any(opens <= end and start <= closes for opens, closes in contested):
        yield (
            "note",
            f"nothing is in force in '{area.id}' for {_length(start - end)} between '{one.id}' and '{other.id}'",
        )
    if start < end:
        yield "note", f"'{one.id}' and '{other.id}' overlap in '{area.id}' for {_length(end - start)}"


def _length(gap: dt.timedelta) -> str:
    if gap > _ENDLESS:
        return "as long as neither ends"
    hours = gap / dt.timedelta(hours=1)
    return f"{gap.days} days" if gap >= dt.timedelta(days=2) else f"{hours:g} hours"


def _areas(truce: Truce, places: Sequence[Place]) -> Iterator[Remark]:
    """Name the places that the case's gazetteer does not know."""
    ground = Ground(places)
    countries = {place.country for place in places}
    for area in truce.areas:
        for extent in (area, area.excludes, *area.open):
            named = (*extent.provinces, *extent.places)
            unknown = [place for place in named if ground.get(place) is None]
            unknown += [country for country in extent.countries if country not in countries]
            if unknown:
                all_of_it = len(unknown) == len(named) + len(extent.countries)
                severity: Severity = "warning" if all_of_it else "note"
                yield severity, f"area '{area.id}' names what no gazetteer of the case knows: {', '.join(unknown)}"


def _parties(truce: Truce, actors: Sequence[Actor]) -> Iterator[Remark]:
    """Name members that no registry knows or that two sides share, and fighting actors that no side lists."""
    registry = {actor.id: actor for actor in actors}
    sides: dict[str, str] = {}
    for side in truce.sides:
        for member in side.members:
            if member.actor not in registry:
                yield "note", f"no registry of the case knows '{member.actor}' of side '{side.id}'"
            if sides.setdefault(member.actor, side.id) != side.id:
                yield "warning", f"'{member.actor}' is on two sides: '{sides[member.actor]}' and '{side.id}'"
    for exemption in truce.exempt:
        name = exemption.actor or exemption.listed_by
        if name not in registry:
            yield "note", f"no registry of the case knows '{name}' of exemption '{exemption.id}'"
    fighting = [actor.id for actor in actors if actor.type in _FIGHTING]
    nowhere = [each for each in fighting if not standing(truce, Party(actor=each), registry.get, None).lineage]
    if nowhere:
        more = f" and {len(nowhere) - _NAMED} more" if len(nowhere) > _NAMED else ""
        yield "note", f"on no side of this truce, and not left out of it: {', '.join(nowhere[:_NAMED])}{more}"


def _labels(truce: Truce) -> Iterator[Remark]:
    """Name words that the same speakers are said to use for different sides."""
    for one, other in combinations(truce.labels, 2):
        if set(one.means) != set(other.means) and _same_speakers(one, other):
            for text in sorted({each.casefold() for each in one.texts} & {each.casefold() for each in other.texts}):
                yield (
                    "warning",
                    f"label '{text}' means {', '.join(one.means)} in one place, {', '.join(other.means)} in another",
                )


def _same_speakers(one: Label, other: Label) -> bool:
    return bool(set(one.said_by) & set(other.said_by)) or ANYONE in (*one.said_by, *other.said_by)


def _clauses(truce: Truce) -> Iterator[Remark]:
    """Name clauses that can never apply."""
    empty = {side.id for side in truce.sides if not side.members}
    exempt = {exemption.actor for exemption in truce.exempt if exemption.actor}
    by_id = {clause.id: clause for clause in truce.clauses}
    for clause in truce.clauses:
        if clause.by and set(clause.by) <= empty | exempt:
            yield "warning", f"clause '{clause.id}' can never apply: it speaks only to {', '.join(clause.by)}"
        if clause.against and set(clause.against) <= empty | (set() if truce.exempt else {EXEMPT}):
            yield "warning", f"clause '{clause.id}' can never apply: nobody is {' or '.join(clause.against)}"
        if clause.defence and clause.rule != "permits":
            yield "warning", f"clause '{clause.id}' is a defence but does not permit"
    for rank in truce.rank:
        if _takes_in(by_id[rank.first], by_id[rank.then]):
            yield "warning", f"clause '{rank.then}' can never apply: '{rank.first}' goes before it and is as wide"


def _symmetry(truce: Truce) -> Iterator[Remark]:
    """Say what keeps the sides of a truce that calls itself symmetric from being exchanged."""
    if not truce.symmetric:
        return
    sides = {side.id for side in truce.sides}
    if len(sides) != 2:  # noqa: PLR2004 - what is exchanged
        yield "warning", f"it says that it is symmetric, and has {len(sides)} sides"
    if len({(side.binds, side.takes_in_allies) for side in truce.sides}) > 1:
        yield "warning", "it says that it is symmetric, and binds its sides differently"
    for step in truce.withdrawals:
        yield "warning", f"it says that it is symmetric, and {', '.join(step.by)} left it or suspended its part"
    own = {member.actor for side in truce.sides for member in side.members}
    for clause in truce.clauses:
        for parties in (clause.by, clause.against, clause.prevents):
            named = set(parties) & sides
            if (named and named != sides) or set(parties) & own:
                yield "warning", f"it says that it is symmetric, and clause '{clause.id}' names {', '.join(parties)}"


def _takes_in(wide: Clause, narrow: Clause) -> bool:
    """Tell whether WIDE surely applies wherever NARROW does."""
    plain = not (wide.arguable or wide.weapons or wide.defence)
    parties = all(
        not getattr(wide, key) or (getattr(narrow, key) and set(getattr(narrow, key)) <= set(getattr(wide, key)))
        for key in ("by", "against")
    )
    return plain and parties and set(narrow.acts) <= set(wide.acts)


def _ranks(truce: Truce) -> Iterator[Remark]:
    """Name ranks that decide nothing or contradict each other."""
    permits = {clause.id for clause in truce.clauses if clause.rule == "permits"}
    pairs = {(rank.first, rank.then) for rank in truce.rank}
    for first, then in sorted(pairs):
        if (first in permits) == (then in permits):
            yield "warning", f"the rank of '{first}' over '{then}' decides nothing: they never contradict each other"
        if (then, first) in pairs and first < then:
            yield "error", f"'{first}' and '{then}' each go before the other"


def _sources(truce: Truce) -> Iterator[Remark]:
    """Name sources that no term is read from."""
    cited = {part.partition(",")[0].strip() for cite in _cites(truce.model_dump()) for part in cite.split(";")}
    for source in truce.sources:
        if source.id not in cited:
            yield "note", f"source '{source.id}' is cited nowhere"


def _cites(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from [str(item)] if key == "cite" else _cites(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _cites(item)
