"""Lists of truces that others keep: the ETH/PRIO ceasefire dataset and the metadata of PA-X, as dated declarations.

A declaration says who declared what and when, and has no clauses: no incident can be ruled under it. A bad row is told
with its line and costs none of the others.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from tregua.errors import Problem, TreguaError
from tregua.vocabulary.encoding import decode

__all__ = ["TRUCE_LISTS", "Declaration", "read_truces"]

TRUCE_LISTS = {
    "eth-prio": "the ETH/PRIO Civil Conflict Ceasefire Dataset, CSV with cf_id, location and actor_name",
    "pa-x": "agreements of the PA-X Peace Agreements Database, CSV with AgtId, Agt and Dat",
}
"""What can be read."""

Row = Mapping[str, str]

_MARKS = {"eth-prio": {"cf_id", "location", "actor_name", "cf_dec_yr"}, "pa-x": {"AgtId", "Agt", "Dat"}}
_DELIMITERS = ",;\t"
_LEFT_OUT = "it was left out; the others were read"
_NONE = frozenset({"", "-1", "0", "-1.0", "0.0", "na", "n/a", "nan", "none", "null"})
_KINDS = MappingProxyType(
    {"1": "cessation of hostilities", "2": "cessation of hostilities with compliance", "3": "definitive ceasefire"}
)
_STAGES = MappingProxyType(
    {
        "Cea": "ceasefire", "Pre": "pre-negotiation", "SubPar": "substantive, partial",
        "SubComp": "substantive, comprehensive", "Imp": "implementation", "Ren": "renewal", "Other": "other",
    }
)  # fmt: skip
_PURPOSES = MappingProxyType(
    {
        "p_humanitarian": "humanitarian", "p_peaceprocess": "peace process", "p_holiday": "holiday",
        "p_election": "election", "p_other": "other",
    }
)  # fmt: skip
_ADDRESS = "https://pax.peaceagreements.org/agreements/"
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One truce that somebody declared or agreed, as a list has it; days are as exact as it gives them.

    Attributes:
        id: its id, made of the list's own.
        title: its title, "" where the list has none.
        country: where, in the list's words.
        kind: what kind, in the list's words.
        parties: who declared it, as printed.
        thirds: who stood by: mediators, guarantors, witnesses, as printed.
        declared: when it was declared or signed: a day, a month or a year, "" for unknown.
        in_force: when it was to take effect, likewise.
        ended: when it ended, likewise.
        purposes: what for.
        written: whether it was in writing, None for not known.
        links: its ids in other datasets, ``dataset:id``.
        cite: where it stands.
        line: the line of its first row.
    """

    id: str
    title: str = ""
    country: str
    kind: str = ""
    parties: tuple[str, ...] = ()
    thirds: tuple[str, ...] = ()
    declared: str = ""
    in_force: str = ""
    ended: str = ""
    purposes: tuple[str, ...] = ()
    written: bool | None = None
    links: tuple[str, ...] = ()
    cite: str
    line: int = 0


def read_truces(content: bytes, where: str) -> tuple[str, list[Declaration], list[Problem]]:
    """Return which of :data:`TRUCE_LISTS` CONTENT is, its declarations, and what is wrong with its rows.

    Args:
        content: the file's bytes.
        where: its name, for problems.

    Raises:
        TreguaError: it is no list of a known form.
    """
    text = decode(content)
    head = text.split("\n", 1)[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), restval="")
    try:
        columns = set(rows.fieldnames or ())
    except csv.Error as error:
        raise TreguaError(f"{where}:1: this is no table: {error}") from error
    form = next((form for form, marks in _MARKS.items() if marks <= columns), None)
    if form is None:
        raise TreguaError(
            f"{where} is no list of truces that can be read; these can: {'; '.join(TRUCE_LISTS.values())}"
        )
    make: Callable[[Row], Declaration] = _of_eth_prio if form == "eth-prio" else _of_pax
    found: dict[str, Declaration] = {}
    problems: list[Problem] = []
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return form, list(found.values()), problems
            made = replace(make({key: value for key, value in row.items() if isinstance(key, str)}), line=rows.line_num)
            found[made.id] = _joined(found[made.id], made) if made.id in found else made
        except (ValueError, csv.Error) as error:
            problem = Problem(where=where, line=rows.line_num, message=str(error), hint=_LEFT_OUT, step="import")
            problems.append(problem)


def _joined(first: Declaration, again: Declaration) -> Declaration:
    """Return one declaration of two rows: ETH/PRIO has a row for each that declared, PA-X for each country."""
    countries = [*first.country.split(", "), *again.country.split(", ")]
    return replace(
        first,
        country=", ".join(dict.fromkeys(countries)),
        parties=tuple(dict.fromkeys((*first.parties, *again.parties))),
        thirds=tuple(dict.fromkeys((*first.thirds, *again.thirds))),
        links=tuple(dict.fromkeys((*first.links, *again.links))),
    )


def _of_eth_prio(row: Row) -> Declaration:
    """Return the declaration of a ROW of the ETH/PRIO dataset.

    Raises:
        ValueError: it lacks its id or country, or a date is none.
    """
    number, country = _told(row["cf_id"]), row["location"].strip()
    if not number or not country:
        raise ValueError("the row has no cf_id or no location")
    key = f"{_told(row.get('cc', ''))}-{number}".strip("-")
    declared, effect, ended = (
        _date(row, names)
        for names in (
            ("cf_dec_yr", "cf_dec_month", "cf_dec_day"),
            ("cf_effect_yr", "cf_effect_month", "cf_effect_day"),
            ("end_yr", "end_month", "end_day"),
        )
    )
    first = effect or declared
    if ended and first and ended[: len(first)] < first[: len(ended)]:
        raise ValueError(f"it ends ({ended}) before it takes effect ({first})")
    links = (("ucdp-actor", "ucdp_actor_id"), ("ucdp-conflict", "ucdp_acd_id"), ("pa-x", "pax_id"))
    mediator = " ".join(row.get("mediator_nego", "").split())
    return Declaration(
        id=f"eth-prio-{key}",
        country=country,
        kind=_KINDS.get(_told(row.get("ceasefire_class", "")), ""),
        parties=tuple(filter(None, [" ".join(row["actor_name"].split())])),
        thirds=(mediator,) if mediator and not mediator.lstrip("-").replace(".", "").isdigit() else (),
        declared=declared,
        in_force=effect,
        ended=ended,
        purposes=tuple(name for column, name in _PURPOSES.items() if _told(row.get(column, "")) == "1"),
        written={"0": False, "1": True, "2": True}.get(_whole(row.get("written", ""))),
        links=tuple(f"{name}:{_told(row[column])}" for name, column in links if _told(row.get(column, ""))),
        cite=f"ETH/PRIO Civil Conflict Ceasefire Dataset, ceasefire {key}",
    )


def _of_pax(row: Row) -> Declaration:
    """Return the declaration of a ROW of PA-X.

    Raises:
        ValueError: it lacks its number, title or country, or its date is none.
    """
    number, title, country = _whole(row["AgtId"]), row["Agt"].strip(), row.get("Con", "").strip()
    if not number.isdigit() or not title:
        raise ValueError("the row has no AgtId or no Agt")
    stage = row.get("Stage", "").strip()
    return Declaration(
        id=f"pa-x-{number}",
        title=" ".join(title.split()),
        country=" ".join(country.split()),
        kind=_STAGES.get(stage, stage),
        parties=tuple(filter(None, [" ".join(row.get("Part", "").split())])),
        thirds=tuple(filter(None, [" ".join(row.get("ThrdPart", "").split())])),
        declared=_day(row["Dat"].strip()),
        written=True,
        cite=f"PA-X Peace Agreements Database, agreement {number} <{_ADDRESS}{number}>",
    )


def _whole(text: str) -> str:
    """Return TEXT without the decimals that a table program gives whole numbers."""
    return text.strip().removesuffix(".0")


def _told(text: str) -> str:
    """Return TEXT as a whole number or word, "" where the list's codes say that it is not known."""
    return "" if text.strip().casefold() in _NONE else _whole(text)


def _date(row: Row, names: tuple[str, str, str]) -> str:
    """Return the year, month or day that the columns NAMES of ROW give, "" for an unknown year.

    Raises:
        ValueError: there is no such day.
    """
    found = [_told(row.get(name, "")) for name in names]
    known = found[: found.index("")] if "" in found else found
    if not all(part.isdigit() for part in known):
        raise ValueError(f"{', '.join(names)}: no day is {'-'.join(found)}")
    numbers = [int(part) for part in known]
    try:
        day = dt.date(*(*numbers, 1, 1)[:3]) if numbers else None
    except ValueError as error:
        raise ValueError(f"{', '.join(names)}: no day is {'-'.join(known)} ({error})") from None
    return "" if day is None else day.isoformat()[: (0, 4, 7, 10)[len(numbers)]]


def _day(text: str) -> str:
    """Return the day TEXT in figures, day first or year first.

    Raises:
        ValueError: it is none.
    """
    parts = _DAY_FIRST.fullmatch(text)
    try:
        if parts:
            return dt.date(int(parts[3]), int(parts[2]), int(parts[1])).isoformat()
        return dt.date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise ValueError(f"Dat is no day: {text!r}; it is read as 27/02/2016 or 2016-02-27") from None
