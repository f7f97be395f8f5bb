"""How values are written: in plain words, attributed, with how each was got.

Nothing here decides anything. A number that is not known is said to be so, and outside text stays outside text:
:func:`clean` takes out what could disturb the page around it, :func:`web_address` lets only web addresses be links.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from tregua.records.claim import Casualties, Claim, Mention, PlaceMention, Speaker, Tally
from tregua.records.document import Document
from tregua.records.incident import Incident
from tregua.records.judgement import Decision, Judgement
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.stances import Basis, Bound, Stance
from tregua.vocabulary.time import Precision, Span

__all__ = [
    "Quoted", "attribution", "casualties", "clean", "counted", "cut", "date_range", "day", "decided", "got",
    "incident_words", "isolate", "listed", "moment", "opening", "plural", "precision_words", "published",
    "quoted",    "speaker_name", "stance_words", "tally_words", "time_words", "web_address",
]  # fmt: skip

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DIRECTING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LONGEST_ADDRESS = 2_000
_SENTENCE_END = re.compile(r"[.!?؟。][”\"»)]*(?=\s)|\n")
_FAR = 300
_OF_ONE = {"breaches": "breach", "violations": "violation", "arrests": "arrest"}
_LONGEST_NAME = 200

_SAYS = {
    Stance.ASSERTED: "says",
    Stance.ALLEGED: "alleges",
    Stance.DENIED: "denies",
    Stance.CONFIRMED: "confirms",
    Stance.QUOTED: "quotes",
    Stance.ADMITTED: "admits",
}

_PRECISION = {
    PlacePrecision.EXACT: "the place itself",
    PlacePrecision.NEAR: "near the place",
    PlacePrecision.DISTRICT: "the district only",
    PlacePrecision.PROVINCE: "the province only",
    PlacePrecision.LINE_OR_REGION: "a line or region",
    PlacePrecision.COUNTRY: "the country only",
    PlacePrecision.INTERNATIONAL: "across borders",
}


def clean(text: str) -> str:
    """Return TEXT without marks that turn the direction of what follows; control characters are shown as such."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _DIRECTING.sub("", text))


def isolate(text: str) -> str:
    """Return TEXT cleaned, no longer than a name can be, and kept apart from words that run the other way."""
    text = cut(clean(text), _LONGEST_NAME)
    if not any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text):
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def cut(text: str, longest: int = 600) -> str:
    """Return TEXT, shortened to LONGEST characters with a mark that says so."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()} […]"


def web_address(address: str) -> str:
    """Return ADDRESS when it is a whole http or https address, else "": only those become links."""
    if not address or len(address) > _LONGEST_ADDRESS or clean(address) != address or re.search(r"\s", address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and host else ""


def day(date: dt.date) -> str:
    """Return DATE as ``13 March 2016``."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def date_range(first: dt.date, last: dt.date) -> str:
    """Return FIRST to LAST without repeating the month or year they share."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def moment(instant: dt.datetime) -> str:
    """Return INSTANT with its clock time and zone."""
    zone = instant.tzname() or "UTC"
    return f"{day(instant.date())}, {instant:%H:%M} {zone}"


def time_words(span: Span | None, zone: dt.tzinfo) -> str:
    """Return when SPAN is, on the clock of ZONE."""
    if span is None or (span.start is None and span.end is None):
        return "day not known"
    start = span.start.astimezone(zone) if span.start else None
    last = (span.end - dt.timedelta(microseconds=1)).astimezone(zone) if span.end else None
    if start is None:
        return f"to {day(last.date())}" if last else ""
    if last is None:
        return f"since {day(start.date())}"
    if span.precision is Precision.MINUTE or span.precision is Precision.HOUR:
        return _hours(start, last)
    return date_range(start.date(), max(start, last).date())


def _hours(start: dt.datetime, last: dt.datetime) -> str:
    end = last + dt.timedelta(microseconds=1)
    if start.time() == end.time() == dt.time() and end > start:
        return date_range(start.date(), last.date())
    if end - start <= dt.timedelta(minutes=1):
        return f"{day(start.date())}, {start:%H:%M}"
    if start.date() == end.date():
        return f"{day(start.date())}, {start:%H:%M} to {end:%H:%M}"
    return f"{day(start.date())}, {start:%H:%M} to {day(end.date())}, {end:%H:%M}"


def got(span: Span | None) -> str:
    """Return how the time of SPAN was got, with the words it rests on."""
    if span is None or span.basis is Basis.UNKNOWN:
        return "nobody states it"
    words = f" (“{isolate(cut(span.text, 80))}”)" if span.text else ""
    if span.basis is Basis.STATED:
        return f"as stated{words}"
    tie = "relative to" if span.basis is Basis.RELATIVE else "inferred from"
    return f"{tie} {span.anchor or 'the text'}{words}"


def casualties(number: Casualties | None) -> str:
    """Return NUMBER with its bounds; "not stated" when nobody gives one."""
    if number is None or (number.low is None and number.high is None and number.best is None):
        return "not stated"
    low = number.low if number.low is not None else number.best
    if number.high is None:
        return f"at least {low}" if low else "number not known"
    if low is None:
        return f"at most {number.high}"
    return str(low) if low == number.high else f"{low} to {number.high}"


Quoted = tuple[str, str, str]
"""A sentence: what stands before the words that a claim was read from, these words, and what stands behind them."""


def quoted(text: str, span: tuple[int, int], words: str) -> Quoted:
    """Return the sentence of TEXT that the WORDS at SPAN stand in; the WORDS alone where they do not stand there."""
    if text[slice(*span)] != words:
        return "", cut(" ".join(words.split())), ""
    opening, closing = _around(text, span)
    before, behind = _on_one_line(opening).lstrip(), _on_one_line(closing).rstrip()
    return before, cut(" ".join(words.split())), behind


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _around(text: str, span: tuple[int, int]) -> tuple[str, str]:
    """Return what stands before SPAN and behind it in its sentence of TEXT, cut at 300 characters either side."""
    before, after = text[max(0, span[0] - _FAR) : span[0]], text[span[1] : span[1] + _FAR]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(after)
    opening = before[starts[-1] :] if starts else ("…" if span[0] > _FAR else "") + before
    closing = after[: end.end()] if end else after + ("…" if len(text) > span[1] + _FAR else "")
    return opening, closing


def counted(count: int, bound: Bound) -> str:
    """Return COUNT with what it says about the true number."""
    return str(count) if bound is Bound.EXACT else f"{bound.value} {count}"


def opening(text: str) -> str:
    """Return TEXT with a capital first letter, to begin a sentence."""
    return text[:1].upper() + text[1:]


def plural(number: int, one: str, many: str = "") -> str:
    """Return NUMBER with its noun: ``1 report``, ``3 reports``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return ITEMS as ``a, b and c``."""
    words = [item for item in items if item]
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def stance_words(stance: Stance) -> str:
    """Return the verb for STANCE, e.g. ``alleges``."""
    return _SAYS[stance]


def precision_words(precision: PlacePrecision | None) -> str:
    """Return how exactly a place is known."""
    return "the place is not in the registry" if precision is None else _PRECISION[precision]


def speaker_name(speaker: Speaker | None) -> str:
    """Return the canonical name of SPEAKER, else its printed one."""
    return "a speaker the text does not name" if speaker is None else isolate(speaker.name or speaker.text)


def attribution(claim: Claim) -> str:
    """Return who says it, outermost first: ``A, quoting B, quoting C, says``."""
    names = [speaker_name(speaker) for speaker in reversed(claim.chain)] or [speaker_name(None)]
    names = [name for number, name in enumerate(names) if number == 0 or name != names[number - 1]]
    quoting = "".join(f" quoting {name}," for name in names[1:])
    return f"{names[0]},{quoting} {_SAYS[claim.stance]}" if quoting else f"{names[0]} {_SAYS[claim.stance]}"


def incident_words(incident: Incident) -> str:
    """Return what INCIDENT is and where, without its time."""
    places = listed(isolate(mention.name or mention.text) for mention in incident.places)
    return f"{incident.act.value}, {places or 'place not stated'}"


def published(document: Document, zone: dt.tzinfo) -> str:
    """Return when DOCUMENT says it was published, and what said so."""
    if document.published is None:
        return "date of publication not known"
    instant = document.published.at
    date = day(instant.date()) if document.published.day_only else moment(instant.astimezone(zone))
    return f"{date} ({document.published.basis.value}: {document.published.source})"


def decided(judgement: Judgement) -> str:
    """Return what JUDGEMENT is for, after "to" and before what it is about."""
    value = cut(judgement.value, 100)
    if judgement.decision is Decision.IDENTIFY:
        return f"identify as the {judgement.slot} “{value}”"
    return f"{judgement.decision.value} {judgement.slot} to “{value}”" if judgement.slot else judgement.decision.value


def tally_words(tally: Tally, zone: dt.tzinfo) -> str:
    """Return TALLY as one phrase: number, unit, accused, area, window."""
    accused = listed(_named(mention) for mention in tally.accused)
    area = listed(_placed(mention) for mention in tally.area)
    parts: Sequence[str] = (
        f"{counted(tally.count, tally.bound)} {_unit(tally)}" + (" (an ordinal)" if tally.ordinal else ""),
        _part_words(tally),
        f"by {accused}" if accused else "by whom is not said",
        f"in {area}" if area else "",
        time_words(tally.window, zone) if tally.window else "over a time that is not said",
    )
    return ", ".join(part for part in parts if part)


def _unit(tally: Tally) -> str:
    unit = tally.unit or "breaches"
    return _OF_ONE.get(unit, unit) if tally.count == 1 else unit


def _part_words(tally: Tally) -> str:
    if tally.part is None:
        return ""
    return "part of a count" if tally.whole is None else f"part of {tally.whole}"


def _named(mention: Mention) -> str:
    return isolate(mention.name) if mention.name else f"“{isolate(mention.text)}”"


def _placed(mention: PlaceMention) -> str:
    return isolate(mention.name or mention.text)
