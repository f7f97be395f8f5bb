"""Short documents for the tests of extraction, in the words of these tests."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from tregua.errors import Problem
from tregua.records.claim import Aid, Blame, Claim, Happening, Relation, Tally, TruceWord
from tregua.records.document import Document, Published
from tregua.steps.extract import Context, LanguagePack, extract, load_pack
from tregua.vocabulary.stances import Basis


@lru_cache(maxsize=1)
def english() -> LanguagePack:
    pack = load_pack("en")
    assert pack is not None
    return pack


def document(text: str, *, published: str | None = "2016-05-08", publisher: str = "") -> Document:
    when = None
    if published:
        at = dt.datetime.combine(dt.date.fromisoformat(published), dt.time(), dt.UTC)
        when = Published(at=at, day_only=True, basis=Basis.STATED, source="record")
    return Document(id="d-1", evidence="0" * 64, publisher=publisher, published=when, language="en", text=text)


def read(text: str, **fields: str | None) -> tuple[list[Claim], list[Problem]]:
    truce = fields.pop("truce", None)
    item = document(text, published=fields.get("published", "2016-05-08"), publisher=fields.get("publisher") or "")
    start = dt.date.fromisoformat(truce) if truce else None
    return extract(item, english(), Context(zone=dt.UTC, truce_start=start))


def tallies(text: str, **fields: str | None) -> list[Tally]:
    return [claim.slots for claim in read(text, **fields)[0] if isinstance(claim.slots, Tally)]


def counts(text: str, **fields: str | None) -> list[int]:
    return [tally.count for tally in tallies(text, **fields)]


def incidents(text: str, **fields: str | None) -> list[Happening]:
    return [claim.slots for claim in read(text, **fields)[0] if isinstance(claim.slots, Happening)]


def truces(text: str, **fields: str | None) -> list[TruceWord]:
    return [claim.slots for claim in read(text, **fields)[0] if isinstance(claim.slots, TruceWord)]


def statements(text: str, **fields: str | None) -> list[Blame | Relation | Aid]:
    return [claim.slots for claim in read(text, **fields)[0] if isinstance(claim.slots, Blame | Relation | Aid)]


def window(tally: Tally) -> tuple[str, str] | None:
    if tally.window is None or tally.window.start is None or tally.window.end is None:
        return None
    return tally.window.start.date().isoformat(), tally.window.end.date().isoformat()
