"""A truce as a page of text for a terminal: what holds when, where, for whom, and where each term stands."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from tregua.terms.rules import Clause
from tregua.terms.scope import Contested, Extent, Layer, Suspension
from tregua.terms.truce import Event, Side, Truce

__all__ = ["truce_page"]

_WIDTH = 80
_RULES = {"prohibits": "Prohibited", "obliges": "Owed", "permits": "Allowed"}
_EFFECTS = {"end": "ended", "stand": "stand", "open": "open"}
_BOUND = {True: "bound", False: "not bound", None: "open"}


def truce_page(truce: Truce, cases: int) -> str:
    """Return TRUCE, which has so many CASES, as text of 80 columns at most."""
    page = _Page(truce)
    page.put(truce.title.upper())
    page.put(f"{truce.id} · {truce.kind} · agreed or announced {truce.adopted} · times in {truce.zone}")
    if truce.summary:
        page.put("").put(truce.summary)
    for heading, lines in (
        ("When it is in force", _layers(page)),
        ("Where", _areas(page)),
        ("Who", _sides(page)),
        ("Who is left out", ((f"{each.actor or f'whoever {each.listed_by} lists'}: {each.why}"
                              + (f" Open: {each.contested}" if each.contested else ""), each.cite)
                             for each in truce.exempt)),
        ("Who left it, or suspended its part", _withdrawals(truce)),
        ("Who stands beside it", ((f"{each.actor}, {each.role}: {each.how}", each.cite) for each in truce.roles)),
        ("What it says", _clauses(truce)),
        ("What it says nothing of", ((f"{', '.join(each.acts)}: {each.why}", each.cite)
                                     for each in truce.unregulated)),
        ("What goes first", _ranks(truce)),
        ("How it is watched over", ((f"{each.kind}: {each.text}", each.cite) for each in truce.procedures)),
        ("Its life", ((_step(each), each.cite) for each in truce.history)),
        ("What it leaves open", ((each.fork(each.text), each.cite) for each in truce.open)),
    ):  # fmt: skip
        page.section(heading, lines)
    page.sources()
    page.put("").put(f"{cases} cases show what it says of given facts: tregua check {truce.id}")
    return page.text()


class _Page:
    """The lines of the page, and the numbers of the sources cited on it."""

    def __init__(self, truce: Truce) -> None:
        self.truce = truce
        self._lines: list[str] = []
        self._numbers = {source.id: number for number, source in enumerate(truce.sources, 1)}

    def put(self, text: str, indent: str = "", hang: str = "") -> _Page:
        """Add TEXT, its first line after INDENT and the others after HANG."""
        wrapped = textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=hang, break_on_hyphens=False)
        self._lines += wrapped or [""]
        return self

    def section(self, heading: str, lines: Iterator[tuple[str, str]]) -> None:
        """Add what LINES give, each with its citation, below HEADING; nothing when they give nothing."""
        told = list(lines)
        if told:
            self.put("").put(heading.upper())
        for text, cite in told:
            deep = "  " if text.startswith("  ") else ""
            self.put(f"{text.strip()} {self.cited(cite)}".rstrip(), f"  {deep}", f"    {deep}")

    def cited(self, cite: str) -> str:
        """Return CITE with the numbers of its sources."""
        parts = (part.strip().partition(",") for part in cite.split(";") if part.strip())
        said = (f"{self._numbers.get(name.strip(), name)}{f',{place}' if place else ''}" for name, _, place in parts)
        return f"[{'; '.join(said)}]" if cite else ""

    def sources(self) -> None:
        """Add the sources with their numbers and addresses."""
        self.put("").put("SOURCES")
        for source in self.truce.sources:
            read = "the text" if source.read == "text" else "an account of it"
            self.put(f"{self._numbers[source.id]:>2}  {source.title} (read: {read})", "  ", "      ")
            if source.url:
                self._lines.append(f"      {source.url}")

    def text(self) -> str:
        """Return the page."""
        return "\n".join(self._lines) + "\n"


def _layers(page: _Page) -> Iterator[tuple[str, str]]:
    truce = page.truce
    for layer in truce.layers:
        zone = f" ({layer.zone})" if layer.zone else ""
        known = f"; made known {layer.declared}" if layer.declared != truce.adopted else ""
        yield f"{_window(layer)}{zone}: {_names(truce, layer.areas)}{known}. {layer.text}".rstrip(), layer.cite
        yield from _breaks((*layer.suspended, *layer.contested))


def _breaks(parts: Sequence[Suspension | Contested]) -> Iterator[tuple[str, str]]:
    for part in parts:
        word = "suspended" if isinstance(part, Suspension) else "open"
        why = part.fork(part.why) if isinstance(part, Contested) else part.why
        yield f"  {word}: {_window(part)}. {why}", part.cite


def _window(part: Layer | Suspension | Contested) -> str:
    end = f"{part.end:%Y-%m-%d %H:%M}" if part.end else "no set end"
    return f"{part.start:%Y-%m-%d %H:%M} to {end}"


def _names(truce: Truce, areas: Sequence[str]) -> str:
    return ", ".join(area.name for area in truce.areas if area.id in areas)


def _areas(page: _Page) -> Iterator[tuple[str, str]]:
    for area in page.truce.areas:
        without = f"; without {_ground(area.excludes)}" if area.excludes.named() else ""
        yield f"{area.name}: {_ground(area)}{without}", area.cite
        for extent in area.open:
            yield f"  open: {_ground(extent)}. {extent.fork(extent.why)}", extent.cite


def _ground(extent: Extent) -> str:
    parts = [*extent.countries, *(f"{each} province" for each in extent.provinces), *extent.places]
    parts += ["an outline"] if extent.geometry else []
    parts += [f"{extent.buffer.km:g} km on each side of a line"] if extent.buffer else []
    return ", ".join(parts) or "not said"


def _sides(page: _Page) -> Iterator[tuple[str, str]]:
    for side in page.truce.sides:
        yield f"{side.name} ({side.id}): {_binds(side)}", side.cite
        for each in side.members:
            days = _days(each.since, each.until)
            manner = f", {each.manner}" if each.manner else ""
            yield f"  {each.actor}: {_BOUND[each.bound]}{manner}{days}; {each.how}", each.cite


def _withdrawals(truce: Truce) -> Iterator[tuple[str, str]]:
    for step in truce.withdrawals:
        of = f" of {', '.join(step.layers)}" if step.layers else ""
        effect = f"Its own duties: {_EFFECTS[step.own]}; those of the others: {_EFFECTS[step.others]}."
        yield (
            f"{', '.join(step.by)}, {step.what}{of}: {_window(step)}. {step.fork(step.why).rstrip('.')}. {effect}",
            step.cite,
        )


def _binds(side: Side) -> str:
    whom = "bound as a whole" if side.binds == "whole" else "each bound that accepted"
    return f"{whom}, allies too" if side.takes_in_allies else whom


def _days(since: object, until: object) -> str:
    return (f" from {since}" if since else "") + (f" until {until}" if until else "")


def _clauses(truce: Truce) -> Iterator[tuple[str, str]]:
    for clause in truce.clauses:
        yield f"{_RULES[clause.rule]} · {clause.id}: {clause.text}", clause.cite
        yield f"  {'; '.join(_limits(truce, clause))}.", ""
        if clause.arguable:
            yield f"  open: {clause.fork(clause.arguable)}", ""
        yield from _breaks((*clause.suspended, *clause.contested))


def _limits(truce: Truce, clause: Clause) -> Iterator[str]:
    """Give what the clause is limited to."""
    yield f"acts: {', '.join(clause.acts)}"
    for word, listed in (
        ("by", clause.by), ("of", clause.prevents), ("against", clause.against), ("if", clause.objects),
        ("with", clause.weapons), ("in the windows", clause.layers),
    ):  # fmt: skip
        if listed:
            yield f"{word} {', '.join(listed)}"
    if clause.calibre_from is not None:
        yield f"from {clause.calibre_from:g} mm"
    if clause.areas:
        yield f"in {_names(truce, clause.areas)}"
    if clause.since:
        yield f"from {clause.since:%Y-%m-%d %H:%M}"
    if clause.until:
        yield f"until {clause.until:%Y-%m-%d %H:%M}"
    for hours in clause.hours:
        yield f"{hours.since} to {hours.until}"
    for element in clause.elements:
        yield f"it must be {element.fact}"
    if clause.defence:
        yield "as an answer that must be shown"


def _ranks(truce: Truce) -> Iterator[tuple[str, str]]:
    for rank in truce.rank:
        yield f"{rank.first} before {rank.then}", rank.cite
    for over in truce.local_over:
        yield f"this truce before {over.over}: {over.why}", over.cite


def _step(event: Event) -> str:
    moment = f"{event.at:%Y-%m-%d %H:%M}" if event.at else f"{event.day}"
    by = f" by {', '.join(event.by)}" if event.by else ""
    return f"{moment} {event.what}{by}: {event.text}"
