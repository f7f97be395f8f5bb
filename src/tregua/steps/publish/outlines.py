"""Outlines of provinces that ship with Tregua, one small GeoJSON file a country."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from tregua.steps.publish.book import Book

__all__ = ["Outline", "Outlines", "country_of", "load_outlines"]

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One province.

    Attributes:
        names: its name and other spellings.
        rings: closed rings of (longitude, latitude).
    """

    names: tuple[str, ...]
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """All provinces of a country, with what has to be said of them.

    Attributes:
        provinces: the provinces; none when no file ships for the country.
        licence: under what they may be used.
        disclaimer: what they do not say.
    """

    provinces: tuple[Outline, ...] = ()
    licence: str = ""
    disclaimer: str = ""

    def find(self, *names: str) -> Outline | None:
        """Return the province that one of NAMES is a spelling of."""
        wanted = {_plain(name) for name in names if name}
        return next((each for each in self.provinces if wanted & {_plain(name) for name in each.names}), None)


def load_outlines(country: str) -> Outlines:
    """Return the outlines of COUNTRY, an ISO 3166-1 alpha-2 code; empty ones when there are none."""
    if not re.fullmatch(r"[A-Z]{2}", country):
        return Outlines()
    file = files("tregua").joinpath("packs", "outlines", f"{country}.geojson")
    if not file.is_file():
        return Outlines()
    data = json.loads(file.read_text(encoding="utf-8"))
    return Outlines(
        provinces=tuple(
            Outline(
                names=(feature["properties"]["name"], *feature["properties"]["aliases"]),
                rings=tuple(_rings(feature["geometry"]["coordinates"])),
            )
            for feature in data["features"]
        ),
        licence=data["licence"],
        disclaimer=data["disclaimer"],
    )


def country_of(book: Book) -> str:
    """Return the country whose places the incidents of BOOK name most often, "" when none is known."""
    mentions = (mention.id for incident in book.incidents for mention in incident.places)
    countries = Counter(book.places[place].country for place in mentions if place in book.places)
    countries.update(country for truce in book.truces for area in truce.areas for country in area.countries)
    known = [(-number, country) for country, number in countries.items() if country]
    return min(known)[1] if known else ""


def _rings(polygons: list[list[list[list[float]]]]) -> Iterator[Ring]:
    for polygon in polygons:
        for ring in polygon:
            yield tuple((point[0], point[1]) for point in ring)


def _plain(name: str) -> str:
    """Return NAME in lower case without articles, marks and words that only say what kind of place it is."""
    words = re.sub(r"[^\w]+", " ", name.casefold()).split()
    return " ".join(
        word for word in words if word not in {"al", "ad", "ar", "as", "at", "ez", "province", "governorate"}
    )
