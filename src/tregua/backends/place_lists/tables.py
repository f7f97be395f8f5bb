"""Lists of places in tables and JSON: national p-codes, and points with a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args

from tregua.backends.place_lists.row import Row, identifier, names_of
from tregua.vocabulary.places import PlaceKind

__all__ = ["has_pcodes", "of_pcodes", "of_point"]

_PCODE = re.compile(r"^#?adm(?:in)?([0-4])[_ +]?(?:p?code)$", re.IGNORECASE)
_LEVEL = re.compile(r"^#?adm(?:in)?([0-4])(?:[_ +](?:name[_ ]?)?([a-z]{2}))?(?:[_ ]?name)?$", re.IGNORECASE)
_KINDS: Mapping[str, PlaceKind] = MappingProxyType(
    {"0": "country", "1": "province", "2": "district", "3": "area", "4": "area"}
)
_NAMES = re.compile(r"^(?:name|other_names|alternate_?names|alias(?:es)?|place)(?:_[a-z]{2})?$", re.IGNORECASE)
_PARTED = re.compile(r"\s*[;|]\s*")
_PROVINCE, _COUNTRY = ("admin1", "region", "province", "adm_1"), ("country", "iso2", "country_code")
_LAT, _LON = ("lat", "latitude", "y"), ("lon", "lng", "longitude", "x")
_POLE = 90
_COUNTRY_CODE = re.compile(r"[A-Z]{2}")


def has_pcodes(columns: Iterable[str]) -> bool:
    """Tell whether COLUMNS are those of a list of p-codes (``ADM1_PCODE``, ``#adm1+code`` …)."""
    return any(_PCODE.match(column.strip()) for column in columns)


def of_pcodes(row: Mapping[str, str]) -> Iterator[Row]:
    """Give each administrative unit that ROW names with a p-code, from the widest; none has a point."""
    codes = {m[1]: value.strip() for column, value in row.items() if (m := _PCODE.match(column.strip())) and value}
    names: dict[str, list[str]] = {}
    for column, value in row.items():
        if (m := _LEVEL.match(column.strip())) and value.strip():
            names.setdefault(m[1], []).append(value.strip())
    country = codes.get("0", "").upper()
    for level, code in sorted(codes.items()):
        if level != "0" and level in names and identifier(code):
            first, *others = names[level]
            yield Row(
                id=identifier(code), name=first, kind=_KINDS[level], others=names_of(first, others),
                province=names["1"][0] if level > "1" and "1" in names else "",
                country=country if _COUNTRY_CODE.fullmatch(country) else "",
            )  # fmt: skip


def of_point(row: Mapping[str, Any], number: int) -> Row:
    """Return the named point of ROW, which is entry NUMBER of its list.

    Raises:
        ValueError: it has no name, or its degrees are none.
    """
    fields = {str(key).strip().casefold(): value for key, value in row.items()}
    names = [part for key, value in fields.items() if _NAMES.match(key) for part in _texts(value)]
    if not names:
        raise ValueError("it has no name")
    key = str(fields.get("id") or number)
    kind: PlaceKind = next((each for each in get_args(PlaceKind) if each == fields.get("kind")), "site")
    return Row(
        id=identifier(f"p-{key}" if key.isdigit() else key) or f"p-{number}", name=names[0], kind=kind,
        others=names_of(names[0], names[1:]), lat=_degrees(fields, _LAT, _POLE), lon=_degrees(fields, _LON, 2 * _POLE),
        province=_first(fields, _PROVINCE), country=_country(_first(fields, _COUNTRY)),
    )  # fmt: skip


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else _PARTED.split(value) if isinstance(value, str) else []
    return [" ".join(each.split()) for each in values if isinstance(each, str) and each.strip()]


def _first(fields: Mapping[str, Any], keys: Iterable[str]) -> str:
    return next((str(fields[key]).strip() for key in keys if fields.get(key)), "")


def _country(text: str) -> str:
    return text if _COUNTRY_CODE.fullmatch(text) else ""


def _degrees(fields: Mapping[str, Any], keys: Iterable[str], most: int) -> float | None:
    text = _first(fields, keys)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{text!r} is no number of degrees") from None
    if not abs(value) <= most:
        raise ValueError(f"{text} degrees lie outside the globe")
    return value
