"""Files for other programs: CSV with HXL tags, and GeoJSON that gives a point only where a point is known."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from tregua.records.claim import PlaceMention
from tregua.records.incident import Incident
from tregua.steps.publish.book import Book
from tregua.steps.publish.map import point_of
from tregua.steps.publish.tables import Table, Value, tables_of
from tregua.vocabulary.places import Place

__all__ = ["csv_bytes", "csv_files", "csv_zip", "geojson"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def csv_files(book: Book) -> Mapping[str, bytes]:
    """Return one CSV file a kind of record, by file name."""
    return {f"{table.name}.csv": csv_bytes(table) for table in tables_of(book)}


def csv_zip(book: Book) -> bytes:
    """Return the CSV files in one archive; the same book gives the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in csv_files(book).items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def csv_bytes(table: Table) -> bytes:
    """Return TABLE as UTF-8: header, HXL tags, rows; text that a spreadsheet would run gets an apostrophe in front."""
    kept = io.StringIO()
    writer = csv.writer(kept, lineterminator="\n")
    writer.writerow([name for name, _, _ in table.columns])
    writer.writerow([tag for _, tag, _ in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return kept.getvalue().encode()


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def geojson(book: Book) -> bytes:
    """Return the incidents of BOOK as a feature collection (RFC 7946).

    An incident has a geometry only where every place of it is known to the point (``where_prec`` 1 or 2). Otherwise
    it is null and ``no_geometry`` says why; a province's middle is no position.
    """
    table = tables_of(book)[0]
    names = [name for name, _, _ in table.columns]
    features = [
        _feature(incident, dict(zip(names, row, strict=True)), book.places)
        for incident, row in zip(book.incidents, table.rows, strict=True)
    ]
    collection = {"type": "FeatureCollection", "made_from": book.made_from, "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1).encode()


def _feature(incident: Incident, row: Mapping[str, Value], places: Mapping[str, Place]) -> dict[str, Any]:
    points = [point_of(mention, places) for mention in incident.places]
    known = [[place.lon, place.lat] for place in points if place is not None]
    properties: dict[str, Value] = {key: value for key, value in row.items() if key not in {"latitude", "longitude"}}
    geometry: dict[str, Any] | None = None
    if known and len(known) == len(points):
        geometry = {"type": "Point", "coordinates": known[0]} if len(known) == 1 else _several(known)
    else:
        properties["no_geometry"] = _why_not(incident, places)
    return {"type": "Feature", "id": incident.id, "geometry": geometry, "properties": properties}


def _several(points: list[list[float | None]]) -> dict[str, Any]:
    return {"type": "MultiPoint", "coordinates": points}


def _why_not(incident: Incident, places: Mapping[str, Place]) -> str:
    if not incident.places:
        return "no place is stated"
    return "; ".join(
        dict.fromkeys(_reason(mention, places) for mention in incident.places if not point_of(mention, places))
    )


def _reason(mention: PlaceMention, places: Mapping[str, Place]) -> str:
    name = mention.name or mention.text
    place = places.get(mention.id)
    if place is None:
        return f"{name}: not in the registry"
    if place.lat is None or place.lon is None:
        return f"{name}: the registry gives no point"
    return f"{name}: known only to precision {int(mention.precision) if mention.precision else 'unknown'}"
