"""Records as rows for other programs: incidents, findings, claims, counts; columns in the field's own terms.

Each column has an HXL hashtag, so that humanitarian tools know it; acts are given as ACLED sub-events beside ours,
precision of place and date as UCDP's codes. A value that is not known is an empty cell, never a nought.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar
from zoneinfo import ZoneInfo

from tregua.records.claim import Casualties, Claim, Mention, PlaceMention
from tregua.records.finding import Finding
from tregua.records.incident import Incident, Testimony, Version
from tregua.steps.publish.accounts import Accounts
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.map import point_of
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import days_of
from tregua.steps.publish.wording import clean, web_address
from tregua.vocabulary.acts import ACLED_SUB_EVENT
from tregua.vocabulary.places import province_of
from tregua.vocabulary.time import Span

__all__ = ["Column", "Table", "Value", "date_code", "tables_of"]

Value = str | int | float | bool | None
Kind = Literal["text", "number", "decimal", "truth"]
RecordT = TypeVar("RecordT")

_Told = tuple[Incident, Version]
"""An incident and one origin's account of it."""

_SEPARATOR = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[RecordT]):
    """One column.

    Attributes:
        name: header, lower case.
        tag: HXL hashtag with attributes.
        kind: type of its values.
        of: gives the value of a record.
    """

    name: str
    tag: str
    of: Callable[[RecordT], Value]
    kind: Kind = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.

    Attributes:
        name: what its rows are, e.g. ``incidents``.
        columns: (name, tag, kind) of each column.
        rows: values in the order of columns; records in the order of the book.
    """

    name: str
    columns: tuple[tuple[str, str, Kind], ...]
    rows: tuple[tuple[Value, ...], ...]


def tables_of(book: Book) -> tuple[Table, ...]:
    """Return the tables of BOOK: incidents, findings, claims, accounts, tallies."""
    desk = _Desk(book)
    return (
        _table("incidents", desk.incident_columns(), book.incidents),
        _table("findings", desk.finding_columns(), book.findings),
        _table("claims", desk.claim_columns(), book.claims),
        _table("accounts", desk.account_columns(), _versions(book)),
        _table("tallies", desk.tally_columns(), [item for item in book.testimonies if item.tally is not None]),
    )


def _table(name: str, columns: Sequence[Column[RecordT]], records: Iterable[RecordT]) -> Table:
    return Table(
        name=name,
        columns=tuple((column.name, column.tag, column.kind) for column in columns),
        rows=tuple(tuple(_tidy(column.of(record)) for column in columns) for record in records),
    )


def _tidy(value: Value) -> Value:
    return (clean(value) or None) if isinstance(value, str) else value


def date_code(span: Span | None, zone: dt.tzinfo) -> int | None:
    """Return UCDP's ``date_prec``: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer; None when not known."""
    days = days_of(span, zone)
    if days is None:
        return None
    length = (days[1] - days[0]).days + 1
    return next((code for code, longest in ((1, 1), (2, 6), (3, 7), (4, 31)) if length <= longest), 5)


class _Desk:
    """Holds what rows are made with."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.catalogue = Catalogue(book)
        self.names = Names(book)
        self.accounts = Accounts(book, self.catalogue, self.names)
        self.zone = ZoneInfo(book.zone)

    def incident_columns(self) -> Sequence[Column[Incident]]:
        return (
            Column(name="id", tag="#event+id", of=lambda item: item.id),
            Column(name="date_first", tag="#date+start", of=lambda item: self._day(item.time, 0)),
            Column(name="date_last", tag="#date+end", of=lambda item: self._day(item.time, 1)),
            Column(
                name="date_basis", tag="#date+basis", of=lambda item: item.time.basis.value if item.time else "unknown"
            ),
            Column(name="date_anchor", tag="#date+anchor", of=lambda item: item.time.anchor if item.time else ""),
            Column(
                name="date_prec", tag="#date+precision+v_ucdp", of=lambda i: date_code(i.time, self.zone), kind="number"
            ),
            Column(name="act", tag="#event+type", of=lambda item: item.act.value),
            Column(name="acled_sub_event", tag="#event+type+v_acled", of=lambda item: ACLED_SUB_EVENT[item.act]),
            Column(name="actors", tag="#group+actor+name", of=lambda item: _mentions(item.actors)),
            Column(name="actor_sides", tag="#group+actor+side", of=lambda item: _join(a.side for a in item.actors)),
            Column(name="targets", tag="#group+target+name", of=lambda item: _mentions(item.targets)),
            Column(name="places", tag="#loc+name", of=lambda item: _places(item.places)),
            Column(name="province", tag="#adm1+name", of=self._province),
            Column(name="where_prec", tag="#loc+precision+v_ucdp", of=_where_code, kind="number"),
            Column(name="latitude", tag="#geo+lat", of=lambda item: self._point(item, "lat"), kind="decimal"),
            Column(name="longitude", tag="#geo+lon", of=lambda item: self._point(item, "lon"), kind="decimal"),
            *_toll("killed", lambda item: item.killed),
            *_toll("injured", lambda item: item.injured),
            Column(name="weapons", tag="#event+weapon", of=lambda item: _join(item.weapons)),
            Column(name="differs", tag="#status+differs", of=lambda item: _join(item.differs)),
            Column(
                name="may_be_another", tag="#status+doubled", of=lambda item: "yes" if item.may_be_another else "no"
            ),
            Column(name="denied_by", tag="#org+denier", of=lambda i: _join(v.origin for v in i.versions if v.denies)),
            Column(name="status", tag="#status", of=lambda item: item.status.value),
            Column(name="status_reason", tag="#status+description", of=lambda item: item.status_reason),
            Column(name="ruling", tag="#status+ruling", of=lambda item: self._governing(item, "ruling")),
            Column(name="truce", tag="#meta+truce", of=lambda item: self._governing(item, "truce")),
            Column(name="clause", tag="#meta+clause", of=lambda item: self._governing(item, "clause")),
            Column(name="origins", tag="#meta+source", of=lambda item: _join(self._origins(item.claims))),
            Column(name="claims", tag="#meta+claims", of=lambda item: _join(item.claims)),
        )

    def finding_columns(self) -> Sequence[Column[Finding]]:
        return (
            Column(name="id", tag="#meta+id", of=lambda item: item.id),
            Column(name="incident", tag="#event+id", of=lambda item: item.incident),
            Column(name="truce", tag="#meta+truce", of=lambda item: item.truce),
            Column(name="ruling", tag="#status+ruling", of=lambda item: item.ruling.value),
            Column(name="reach", tag="#status+reach", of=lambda item: item.reach),
            Column(name="clause", tag="#meta+clause", of=lambda item: item.clause),
            Column(name="citation", tag="#meta+citation", of=lambda item: self.accounts.ruling(item).citation),
            Column(name="reason", tag="#description", of=lambda item: item.reason),
            Column(name="missing", tag="#description+missing", of=lambda item: _join(item.missing)),
            Column(
                name="by_version",
                tag="#status+versions",
                of=lambda i: _join(f"{who}: {said}" for who, said in i.by_version),
            ),
        )

    def claim_columns(self) -> Sequence[Column[Claim]]:
        return (
            Column(name="id", tag="#meta+id", of=lambda item: item.id),
            Column(name="document", tag="#meta+document", of=lambda item: item.document),
            Column(name="address", tag="#meta+url", of=lambda item: self._document(item, "url")),
            Column(name="publisher", tag="#org+publisher", of=lambda item: self._document(item, "publisher")),
            Column(name="published", tag="#date+published", of=self._published),
            Column(name="language", tag="#meta+lang", of=lambda item: self._document(item, "language")),
            Column(name="kind", tag="#meta+kind", of=lambda item: item.kind),
            Column(name="stance", tag="#meta+stance", of=lambda item: item.stance.value),
            Column(name="origin", tag="#org+origin", of=lambda item: _join(s.name or s.text for s in item.chain[:1])),
            Column(name="chain", tag="#org+chain", of=lambda item: " > ".join(s.name or s.text for s in item.chain)),
            Column(
                name="denied_by",
                tag="#org+denier",
                of=lambda i: (i.denied_by.name or i.denied_by.text) if i.denied_by else "",
            ),
            Column(name="marks", tag="#meta+marks", of=lambda item: _join(item.marks)),
            Column(name="says", tag="#description", of=self.accounts.says),
            Column(name="quote", tag="#description+quote", of=lambda item: item.quote),
            Column(name="span_start", tag="#meta+start", of=lambda item: item.span[0], kind="number"),
            Column(name="span_end", tag="#meta+end", of=lambda item: item.span[1], kind="number"),
        )

    def account_columns(self) -> Sequence[Column[_Told]]:
        """Return what each origin says itself of an incident, so that every merged value can be led back to it."""
        return (
            Column(name="incident", tag="#event+id", of=lambda item: item[0].id),
            Column(name="origin", tag="#org+origin", of=lambda item: item[1].origin),
            Column(name="denies", tag="#status+denies", of=lambda item: item[1].denies, kind="truth"),
            Column(name="act", tag="#event+type", of=lambda item: item[1].act.value if item[1].act else ""),
            Column(name="date_first", tag="#date+start", of=lambda item: self._day(item[1].time, 0)),
            Column(name="date_last", tag="#date+end", of=lambda item: self._day(item[1].time, 1)),
            Column(name="actors", tag="#group+actor+name", of=lambda item: _mentions(item[1].actors)),
            Column(name="targets", tag="#group+target+name", of=lambda item: _mentions(item[1].targets)),
            Column(name="places", tag="#loc+name", of=lambda item: _places(item[1].places)),
            *_toll("killed", lambda item: item[1].killed),
            *_toll("injured", lambda item: item[1].injured),
            Column(name="weapons", tag="#event+weapon", of=lambda item: _join(item[1].weapons)),
            Column(name="claims", tag="#meta+claims", of=lambda item: _join(item[1].claims)),
        )

    def tally_columns(self) -> Sequence[Column[Testimony]]:
        return (
            Column(name="id", tag="#meta+id", of=lambda item: item.id),
            Column(name="origin", tag="#org+origin", of=lambda item: item.origin.name or item.origin.text),
            Column(name="origin_side", tag="#org+side", of=lambda item: self.names.side_of_source(item.origin_id)),
            Column(name="count", tag="#indicator+num", of=lambda i: i.tally.count if i.tally else None, kind="number"),
            Column(name="bound", tag="#indicator+bound", of=lambda item: item.tally.bound.value if item.tally else ""),
            Column(name="unit", tag="#indicator+unit", of=lambda item: item.tally.unit if item.tally else ""),
            Column(
                name="ordinal", tag="#indicator+ordinal", of=lambda i: bool(i.tally and i.tally.ordinal), kind="truth"
            ),
            Column(
                name="accused", tag="#group+accused+name", of=lambda i: _mentions(i.tally.accused) if i.tally else ""
            ),
            Column(name="area", tag="#loc+name", of=lambda item: _places(item.tally.area) if item.tally else ""),
            Column(
                name="window_first", tag="#date+start", of=lambda i: self._day(i.tally.window if i.tally else None, 0)
            ),
            Column(name="window_last", tag="#date+end", of=lambda i: self._day(i.tally.window if i.tally else None, 1)),
            Column(name="outlets", tag="#org+outlets", of=lambda item: _join(item.outlets)),
            Column(name="copies", tag="#indicator+copies", of=lambda item: len(item.claims), kind="number"),
            Column(name="claims", tag="#meta+claims", of=lambda item: _join(item.claims)),
        )

    def _day(self, span: Span | None, side: Literal[0, 1]) -> Value:
        days = days_of(span, self.zone)
        return days[side].isoformat() if days else None

    def _province(self, incident: Incident) -> Value:
        return _join(self._province_of(mention) for mention in incident.places)

    def _province_of(self, mention: PlaceMention) -> str:
        if mention.id not in self.book.places:
            return mention.within
        province = province_of(mention.id, self.book.places)
        return province.name if province else ""

    def _point(self, incident: Incident, side: Literal["lat", "lon"]) -> Value:
        places = [point_of(mention, self.book.places) for mention in incident.places]
        known = [place for place in places if place is not None]
        return getattr(known[0], side) if len(known) == 1 == len(places) else None

    def _governing(self, incident: Incident, slot: Literal["ruling", "truce", "clause"]) -> Value:
        finding = self.catalogue.governing(incident.id)
        return str(getattr(finding, slot)) if finding else "not ruled" if slot == "ruling" else None

    def _origins(self, claims: Iterable[str]) -> Iterable[str]:
        for key in claims:
            claim = self.catalogue.claims.get(key)
            if claim is not None and claim.chain:
                yield claim.chain[0].name or claim.chain[0].text

    def _document(self, claim: Claim, slot: Literal["url", "publisher", "language"]) -> Value:
        document = self.catalogue.documents.get(claim.document)
        value = str(getattr(document, slot)) if document else ""
        return web_address(value) if slot == "url" else value

    def _published(self, claim: Claim) -> Value:
        document = self.catalogue.documents.get(claim.document)
        if document is None or document.published is None:
            return None
        at = document.published.at
        return at.date().isoformat() if document.published.day_only else at.isoformat()


def _toll(name: str, of: Callable[[RecordT], Casualties | None]) -> Iterable[Column[RecordT]]:
    """Give the three columns of a number of people: lowest, best, highest."""
    for bound in ("low", "best", "high"):

        def value(item: RecordT, bound: str = bound) -> Value:
            number = of(item)
            return getattr(number, bound) if number is not None else None

        yield Column(name=f"{name}_{bound}", tag=f"#affected+{name}+{bound}", of=value, kind="number")


def _versions(book: Book) -> Iterable[_Told]:
    return ((incident, version) for incident in book.incidents for version in incident.versions)


def _where_code(incident: Incident) -> Value:
    """Return UCDP's ``where_prec`` of the least exact place, None when any is not known."""
    codes = [mention.precision for mention in incident.places]
    known = [int(code) for code in codes if code is not None]
    return max(known) if known and len(known) == len(codes) else None


def _mentions(mentions: Iterable[Mention]) -> str:
    return _join(mention.name or f'"{mention.text}"' for mention in mentions)


def _places(places: Iterable[PlaceMention]) -> str:
    return _join(mention.name or mention.text for mention in places)


def _join(values: Iterable[str]) -> str:
    return _SEPARATOR.join(dict.fromkeys(value for value in values if value))
