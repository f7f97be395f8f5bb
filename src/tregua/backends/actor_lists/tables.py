"""Lists of actors in tables: the UCDP Actor Dataset, events of ACLED, and a table of one's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import get_args

from tregua.backends.actor_lists.entry import Entry, Other, Tie, identifier, named
from tregua.vocabulary.actors import ActorType, AliasKind

__all__ = ["of_acled", "of_own", "of_ucdp"]

Row = Mapping[str, str]

_UCDP_TYPES: Mapping[str, ActorType] = MappingProxyType(
    {"1": "armed group", "2": "unspecified", "3": "unspecified", "4": "state"}
)
"""By the codebook's level of organisation; communities and supporters are nobody's organisation."""
_UCDP_TIES = (
    ("Splinter", "ActorIdPrev", "split_from"),
    ("JoinGroup", "ActorIdGroup", "merged_into"),
    ("Alliance", "ActorIdAlliance", "allied_with"),
)
_UCDP_OTHERS: tuple[tuple[str, bool], ...] = (
    ("NameOrig", False), ("NameOrigFull", False), ("NameOrigFullEng", True),
    ("NewName", False), ("NewNameFullMotherTongue", False), ("NewNameFullEng", True),
)  # fmt: skip
"""Columns of names, and whether they are in English."""
_NONE = frozenset({"", "n/a", "na", "none"})

_ACLED_TYPES: Mapping[str, ActorType] = MappingProxyType(
    {
        "1": "state forces", "state forces": "state forces",
        "2": "armed group", "rebel group": "armed group", "rebel groups": "armed group",
        "3": "militia", "political militia": "militia", "political militias": "militia",
        "4": "militia", "identity militia": "militia", "identity militias": "militia",
        "8": "unspecified", "external/other forces": "unspecified", "external forces": "unspecified",
        "other forces": "unspecified",
    }
)  # fmt: skip
"""By ACLED's interaction code or its words; rioters, protesters and civilians are no actors of a registry."""
_YEARS = re.compile(r"\s*\((\d{4})?\s*[-\u2013]\s*(\d{4})?\)")
_LEAD = re.compile(r"^([A-Z][A-Za-z-]{1,9}): (.+)$")
_UNTOLD_WHO = re.compile(r"^unidentified\b", re.IGNORECASE)
_POLICE = re.compile(r"^police forces of\b", re.IGNORECASE)
_FORCES = re.compile(r"^military forces of\b", re.IGNORECASE)
_OWN_TYPES = frozenset(get_args(ActorType))
_OWN_KINDS = frozenset(get_args(AliasKind))


def of_ucdp(row: Row) -> Entry:
    """Return the actor of a ROW of the UCDP Actor Dataset.

    Raises:
        ValueError: the row lacks its number or name.
    """
    key, name = row["ActorId"].strip(), _told(row["NameData"])
    if not key.isdigit() or not name:
        raise ValueError("the row has no ActorId or no NameData")
    others = tuple(
        Other(text, lang="en" if english else "und")
        for column, english in _UCDP_OTHERS
        for text in _parted(row.get(column, ""), row.get("NewName", "") if column.startswith("New") else "")
    )
    name, others = named(name, others)
    ties = tuple(
        Tie(kind, other)
        for flag, column, kind in _UCDP_TIES
        if row.get(flag, "0").strip() not in {"", "0"}
        for other in re.findall(r"\d+", row.get(column, ""))
    )
    cite = f"UCDP Actor Dataset {row.get('Version', '')}".strip() + f", actor {key}"
    return Entry(
        key=key, id=f"ucdp-{key}", name=name, type=_UCDP_TYPES.get(row.get("Org", "").strip(), "unspecified"),
        others=others, ties=ties, where=row.get("Location", ""), cite=cite,
    )  # fmt: skip


def _parted(text: str, beside: str) -> tuple[str, ...]:
    """Return the names of TEXT: as many as the column BESIDE has, parted by commas, or the whole as one."""
    if not (whole := _told(text)):
        return ()
    parts = tuple(part for part in map(_told, whole.split(",")) if part)
    return parts if beside and len(parts) == len(beside.split(",")) else (whole,)


def _told(text: str) -> str:
    """Return TEXT without space around it, "" where it only says that there is none."""
    return "" if text.strip().casefold() in _NONE else text.strip()


def of_acled(row: Row) -> Iterator[Entry]:
    """Give the actors of a ROW of ACLED events: who acts and who is acted on, but for people without organisation.

    Associates are left out: ACLED does not say what they are.

    Raises:
        ValueError: the row names no actor.
    """
    if not row["actor1"].strip():
        raise ValueError("the row names no actor1")
    for number in ("1", "2"):
        text = row.get(f"actor{number}", "").strip()
        kind = _ACLED_TYPES.get(row.get(f"inter{number}", "").strip().casefold())
        if text and kind and not _UNTOLD_WHO.search(text):
            yield _acled(text, kind, row.get("country", ""))


def _acled(text: str, kind: ActorType, country: str) -> Entry:
    years = _YEARS.search(text)
    plain = " ".join(_YEARS.sub("", text).split())
    lead = _LEAD.match(plain)
    shorts = (Other(lead[1], lang="en"),) if lead else ()
    plain = lead[2] if lead else plain
    name, others = named(plain, (*shorts, Other(text, lang="en")))
    kind = "police" if _POLICE.search(plain) else "state forces" if _FORCES.search(plain) else kind
    first, last = years.groups() if years else (None, None)
    return Entry(
        key=text, id=f"acled-{identifier(text)}", name=name, type=kind, others=others,
        since=dt.date(int(first), 1, 1) if first else None, until=dt.date(int(last), 12, 31) if last else None,
        where=country, cite=f"ACLED, actor “{text}”",
    )  # fmt: skip


def of_own(row: Row) -> Entry:
    """Return the one name that a ROW of a table of one's own gives an actor: id, name, and what it knows beside.

    Raises:
        ValueError: a field is missing or says what cannot be.
    """
    key, name = row["id"].strip(), " ".join(row["name"].split())
    kind = row.get("type", "").strip() or "unspecified"
    sort = row.get("kind", "").strip() or "alias"
    if identifier(key) != key or not key:
        raise ValueError(f"the id {key!r} is none: use lower-case letters, digits and hyphens")
    if not name:
        raise ValueError("the row has no name")
    for value, known, what in ((kind, _OWN_TYPES, "type"), (sort, _OWN_KINDS, "kind")):
        if value not in known:
            raise ValueError(f"the {what} {value!r} is none of {', '.join(sorted(known))}")
    lang = row.get("lang", "").strip() or "und"
    return Entry(
        key=key, id=key, name=name, type=kind, others=(Other(name, sort, lang),),  # type: ignore[arg-type]
        since=_day(row, "from"), until=_day(row, "until"), where=row.get("country", ""),
        cite=row.get("cite", "").strip(),
    )  # fmt: skip


def _day(row: Row, column: str) -> dt.date | None:
    text = row.get(column, "").strip()
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"{column} is no day: {text!r}; write it as 2016-02-27") from None
