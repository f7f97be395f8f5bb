"""Read claims out of documents given one a line, without a case."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tregua.errors import Problem, TreguaError
from tregua.pipeline.consulting import Asking
from tregua.pipeline.shelf import Progress, silent
from tregua.ports import Annotation, Annotator, Registries
from tregua.records.claim import Claim
from tregua.records.document import Document, Published
from tregua.steps.extract import Context, extract, load_pack, trace
from tregua.steps.extract.agreement import Agreement, compare
from tregua.steps.extract.exchange import to_exchange
from tregua.steps.read import tell_language
from tregua.vocabulary.stances import Basis

__all__ = ["Batch", "Extracted", "Region", "extract_records", "trace_records"]

_LONGEST_LINE = 4_000_000
_ANY_ENDING = "*"
_PREFIXES = "[\u0648\u0641\u0628\u0644\u0643]?(?:\u0627\u0644)?"
"""Arabic small words and the article, which are written together with a name."""
_COMMONEST = "en"
"""Language of a document that does not say its own and is too short to tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A country whose registries ship.

    Attributes:
        names: the country's names in any language, in small letters; ``*`` at the end stands for any ending.
        load: returns its actors, places and sources, read once, when the first document about it is met.
    """

    names: tuple[str, ...]
    load: Callable[[], Registries]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Documents given without a case.

    Attributes:
        lines: one document as a JSON object a line.
        where: what the lines are from, for problems.
        language: of documents that do not say theirs; "" leaves that to the document's words.
        zone: IANA time zone of the texts' clock times.
    """

    lines: Sequence[str]
    where: str
    language: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What was read out of a batch.

    Attributes:
        claims: in the exchange format.
        problems: what was wrong with the lines, the documents or the annotators.
        agreement: how far grammar and proposer agree; None when no proposer was asked.
    """

    claims: list[dict[str, Any]]
    problems: list[Problem]
    agreement: Agreement | None


def extract_records(
    batch: Batch,
    regions: Sequence[Region] = (),
    annotators: Sequence[Annotator] = (),
    progress: Progress = silent,
) -> Extracted:
    """Read the claims of the documents of BATCH, in the exchange format.

    A line that is no document is a problem with its number; the others are read. Names are resolved in the one of
    REGIONS that the document names most often; elsewhere they stay as printed. A document that does not say its
    language is in the batch's, or, where that is empty, in the one its words tell; one in a language without a pack
    is a problem that names both. ANNOTATORS are asked about each document that is read; nothing they answer is kept.
    """
    place = _zone(batch.zone)
    asking = Asking(annotators)
    found: list[dict[str, Any]] = []
    problems: list[Problem] = []
    compared = _Compared()
    for number, line in enumerate(batch.lines, 1):
        document = _document(line, batch.language, place)
        if isinstance(document, str):
            problems.append(Problem(where=batch.where, line=number, message=document, step="extract"))
            continue
        pack = load_pack(document.language)
        if pack is None:
            problems.append(_without_pack(document, batch.where, number))
            continue
        annotations = asking.all_about(document)
        claims, doubts = extract(document, pack, Context(zone=place), annotations)
        compared.add(annotations, claims, doubts)
        problems.extend(doubts)
        found.extend(to_exchange(claim, document) for claim in _resolved(claims, document, regions))
        progress("extract", number, len(batch.lines))
    proposes = any(annotator.role == "claims" for annotator in annotators)
    agreement = compared.agreement() if proposes else None
    return Extracted(claims=found, problems=[*problems, *asking.problems], agreement=agreement)


def trace_records(batch: Batch) -> Iterator[str]:
    """Give, line by line, how each document of BATCH is read; a line that cannot be read is told in its place."""
    place = _zone(batch.zone)
    for number, line in enumerate(batch.lines, 1):
        document = _document(line, batch.language, place)
        if isinstance(document, str):
            yield f"{batch.where}:{number}: {document}"
            continue
        pack = load_pack(document.language)
        if pack is None:
            yield str(_without_pack(document, batch.where, number))
        else:
            yield from trace(document, pack, Context(zone=place))


@dataclass(slots=True)
class _Compared:
    """Claims and problems of the documents that a proposer answered about."""

    documents: int = 0
    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, annotations: Sequence[Annotation], claims: Sequence[Claim], problems: Sequence[Problem]) -> None:
        """Take in a document with its ANNOTATIONS, if one of them proposes claims."""
        if any(annotation.role == "claims" for annotation in annotations):
            self.documents += 1
            self.claims += claims
            self.problems += problems

    def agreement(self) -> Agreement:
        """Return how far grammar and proposer agree over all of them."""
        return compare(self.documents, self.claims, self.problems)


def _without_pack(document: Document, where: str, line: int) -> Problem:
    return Problem(
        where=where,
        line=line,
        message=f"no claims were read of document {document.id!r}: no language pack for {document.language!r}",
        hint='give the document\'s "language" if it is another, or add a pack for it',
        severity="warning",
        step="extract",
    )


def _resolved(claims: Sequence[Claim], document: Document, regions: Sequence[Region]) -> Sequence[Claim]:
    region = _region_of(f"{document.title} {document.text}".casefold(), regions) if claims else None
    if region is None:
        return claims
    from tregua.steps.resolve import resolve  # noqa: PLC0415 - texts about no country that ships need it not

    return resolve(claims, document, region.load(), ())[0]


def _region_of(text: str, regions: Sequence[Region]) -> Region | None:
    """Return the one of REGIONS that case-folded TEXT names most often, the first named of several, None when none."""
    known = _names_of(tuple(regions))
    printed = sorted((stem for stem in known if stem in text), key=len, reverse=True)
    if not printed:
        return None
    ends = {stem: "" if known[stem][0].endswith(_ANY_ENDING) else r"(?!\w)" for stem in printed}
    pattern = "|".join(re.escape(stem) + ends[stem] for stem in printed)
    named = Counter(known[match[1]][1].names for match in re.finditer(rf"(?<!\w){_PREFIXES}({pattern})", text))
    found = {region.names: region for _, region in known.values()}
    return found[named.most_common(1)[0][0]] if named else None


@lru_cache(maxsize=4)
def _names_of(regions: tuple[Region, ...]) -> Mapping[str, tuple[str, Region]]:
    """Return the names of REGIONS without the mark of any ending, each with its mark and its region."""
    return {name.removesuffix(_ANY_ENDING): (name, region) for region in regions for name in region.names}


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise TreguaError(f"{name!r} is no IANA time zone; give one such as Asia/Damascus") from error


def _document(line: str, language: str, zone: ZoneInfo) -> Document | str:
    """Return the document that LINE holds, or what is wrong with it."""
    if len(line) > _LONGEST_LINE:
        return f"the line has {len(line)} characters, more than {_LONGEST_LINE}"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"this line is not JSON: {error}"
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        return "a document needs an 'id' and a 'text'"
    try:
        published = _published(record.get("published"), zone)
    except ValueError:
        return f"'published' is no date: {str(record['published'])[:40]!r} (write it as 2016-05-06)"
    said = {key: str(record.get(key) or "") for key in ("url", "title", "publisher", "language")}
    told = said["language"] or language or tell_language(f"{said['title']}\n{record['text']}") or _COMMONEST
    return Document(
        id=str(record["id"]),
        evidence="",
        url=said["url"],
        title=said["title"],
        publisher=said["publisher"],
        published=published,
        language=told,
        text=record["text"],
    )


def _published(value: object, zone: ZoneInfo) -> Published | None:
    if value in (None, ""):
        return None
    moment = dt.datetime.fromisoformat(str(value))
    placed = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return Published(at=placed, day_only="T" not in str(value), basis=Basis.STATED, source="record")
