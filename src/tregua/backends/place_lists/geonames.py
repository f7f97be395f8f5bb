"""A country's dump of GeoNames: one place a line, 19 columns parted by tabs (the readme of its export/dump folder)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from tregua.backends.place_lists.row import Row, names_of
from tregua.vocabulary.places import PlaceKind

__all__ = ["COLUMNS", "of_geonames"]

COLUMNS = 19
"""Columns of a line; the first is the number of the place."""

_KINDS: Mapping[str, PlaceKind] = MappingProxyType(
    {
        "ADM1": "province", "ADM2": "district", "ADM3": "area", "ADM4": "area", "ADMD": "area", "RGN": "area",
        "PPLC": "city", "PPLA": "city", "PPLX": "neighbourhood", "PCLI": "country",
        "AIRB": "site", "AIRF": "site", "AIRH": "site", "AIRP": "site", "BDG": "site", "CMP": "site", "CMPRF": "site",
        "DAM": "site", "FT": "site", "HSP": "site", "INDS": "site", "MILB": "site", "PRN": "site", "PRT": "site",
        "PSTB": "site", "PSTC": "site", "PSTP": "site", "RSTN": "site", "HLL": "area", "MT": "area",
    }
)  # fmt: skip
"""Feature codes that texts about a conflict name places by; populated places are told apart by size."""
_GONE = frozenset({"PPLQ", "PPLH", "PPLW"})
_CITY, _TOWN = 50_000, 5_000
_NUMBER, _NAME, _ASCII, _ALTERNATE, _LAT, _LON, _CLASS, _CODE, _COUNTRY, _ADMIN1, _POPULATION = (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 14,
)  # fmt: skip


def of_geonames(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Row | str]]:
    """Give the places of LINES, each with its line number, provinces by name; a reason in place of a bad line."""
    held: list[tuple[int, list[str]]] = []
    provinces: dict[str, str] = {}
    for number, line in lines:
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) != COLUMNS:
            yield number, f"the line has {len(fields)} columns, not {COLUMNS}"
            continue
        if fields[_CODE] == "ADM1":
            provinces[fields[_ADMIN1]] = fields[_NAME]
        if _kind(fields):
            held.append((number, fields))
    for number, fields in held:
        yield number, _row(fields, provinces)


def _kind(fields: list[str]) -> PlaceKind | None:
    """Return what kind of place FIELDS are, None for a kind that is not kept."""
    code = fields[_CODE]
    if known := _KINDS.get(code):
        return known
    if fields[_CLASS] != "P" or code in _GONE:
        return None
    people = int(fields[_POPULATION]) if fields[_POPULATION].isdigit() else 0
    return "city" if people >= _CITY else "town" if people >= _TOWN else "village"


def _row(fields: list[str], provinces: Mapping[str, str]) -> Row | str:
    kind = _kind(fields)
    try:
        lat, lon = float(fields[_LAT]), float(fields[_LON])
    except ValueError:
        return f"latitude and longitude are no degrees: {fields[_LAT]!r}, {fields[_LON]!r}"
    if kind is None or not fields[_NUMBER].isdigit() or not fields[_NAME].strip():
        return "the line has no number or no name"
    point = kind not in {"province", "district", "country"}
    return Row(
        id=f"geonames-{fields[_NUMBER]}", name=fields[_NAME].strip(), kind=kind,
        others=names_of(fields[_NAME], (fields[_ASCII], *fields[_ALTERNATE].split(","))),
        lat=lat if point else None, lon=lon if point else None,
        province="" if kind in {"province", "country"} else provinces.get(fields[_ADMIN1], ""),
        country=fields[_COUNTRY],
    )  # fmt: skip
