"""The document as a whole: what of it is text, where its lines are datelined, whether it is about armed conflict."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tregua.records.document import Document
from tregua.steps.extract.pack import LanguagePack
from tregua.steps.extract.speakers import Link
from tregua.steps.extract.text import DASHES, Reading, Sentence, Tag, fold_word

__all__ = ["Context", "is_about_conflict", "published_day", "tag_datelines", "text_parts"]

_LINE = re.compile(r"[^\n]+(?:(?<=[^\W\d_]|,)[ ]?\n(?=[a-z])[^\n]+)*")
_DATA = re.compile(r"[{\[]\\?\"[^\n]{0,80}\\?\":")
_DATELINE = 16
_PARAGRAPH = 12
_ENDED = re.compile(r"(?<!\.)[.!?؟][^\w.!?]*$")
_NO_DATELINE = (
    "function",
    "say",
    "voice_head",
    "actor_head",
    "group",
    "breach",
    "truce",
    "act_noun",
    "counted",
    "casualty",
    "total",
)
_LONGEST_AGENCY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What extraction knows beside the document.

    Attributes:
        zone: the zone that days are meant in.
        truce_start: first day of the truce that "since the truce began" means; None to go by the truces that are known.
    """

    zone: dt.tzinfo
    truce_start: dt.date | None = None


def published_day(document: Document, zone: dt.tzinfo) -> dt.date | None:
    """Return the day DOCUMENT was published on in ZONE, None when not known."""
    if document.published is None:
        return None
    at = document.published.at
    return at.date() if document.published.day_only else at.astimezone(zone).date()


def text_parts(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Give the parts of TEXT that are text: no teasers, no link lists, no data, no comments of readers."""
    page = _boilerplate(pack)
    first, teasers = True, False
    for match in _LINE.finditer(text):
        line = match.group()
        if _DATA.search(line):
            continue
        paragraph = len(line.split()) >= _PARAGRAPH
        if _folded(" ".join(line[:120].split(maxsplit=1)[:1]), pack).startswith(page.begins):
            folded = _folded(line[:120], pack)
            if not first and not paragraph and _is_heading(folded, page.end):
                return
            if not first and _is_heading(folded, page.teasers) and not paragraph:
                teasers = teasers or ":" not in folded.rstrip(" :.")
                continue
            if folded.startswith(page.line):
                continue
        teasers = teasers and not (paragraph and _ENDED.search(line))
        if teasers:
            continue
        first = False
        yield match.start(), match.end()


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page carries beside its text, folded, and the first words of all of it."""

    end: tuple[str, ...]
    teasers: tuple[str, ...]
    line: tuple[str, ...]
    begins: tuple[str, ...]


@lru_cache(maxsize=16)
def _boilerplate(pack: LanguagePack) -> _Page:
    """Return, folded, what PACK knows of pages beside their text."""
    end, teasers, line = (
        tuple(_folded(phrase, pack) for phrase in phrases)
        for phrases in (pack.boilerplate.end, pack.boilerplate.teasers, pack.boilerplate.line)
    )
    return _Page(end, teasers, line, tuple({phrase.split(maxsplit=1)[0] for phrase in (*end, *teasers, *line)}))


def _folded(text: str, pack: LanguagePack) -> str:
    return " ".join(fold_word(word, pack.grammar) for word in text.split())


def _is_heading(line: str, headings: tuple[str, ...]) -> bool:
    return any(line.rstrip(" :.") == heading or line.startswith(heading + ":") for heading in headings)


def tag_datelines(reading: Reading) -> Link | None:
    """Tag the datelines of READING; return the agency that one of them names, the first if several."""
    agency: Link | None = None
    paragraph = -1
    found: list[Tag] = []
    for sentence in reading.sentences:
        if agency is None and sentence.paragraph == paragraph and (slashed := _slashed(reading, sentence)) is not None:
            agency = slashed
            found.append(Tag("dateline", sentence.first, sentence.last))
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        last = _dateline_end(reading, sentence)
        if last is not None:
            found.append(Tag("dateline", sentence.first, last))
            agency = agency or _agency(reading, sentence.first, last)
    reading.add(found)
    return agency


def _slashed(reading: Reading, sentence: Sentence) -> Link | None:
    """Return the agency that SENTENCE is, between strokes, behind a dateline: "BAKU, May 4. | /TASS/."."""
    words = reading.tokens[sentence.first : sentence.last]
    inside = [word for word in words if word.text not in "/."]
    plain = 0 < len(inside) <= _LONGEST_AGENCY and all(word.capital for word in inside)
    if not plain or words[0].text != "/" or sum(word.text == "/" for word in words) != len("//"):
        return None
    span = inside[0].start, inside[-1].end
    return Link(reading.text[slice(*span)], span)


def _dateline_end(reading: Reading, sentence: Sentence) -> int | None:
    behind = (other.first for other in reading.sentences[sentence.index :] if other.paragraph != sentence.paragraph)
    limit = min(sentence.first + _DATELINE, next(behind, len(reading.tokens)))
    end, position = None, sentence.first
    if not _dateline_name(reading, position):
        return None
    while position < limit:
        position = _bracket_end(reading, position, limit) or position
        token = reading.tokens[position]
        if (token.text in DASHES or token.text == ":") and position + 1 < limit:
            if token.text == ":" and reading.tokens[position + 1].kind == "number":
                break  # "Homs: 9"
            end = position + 1
        elif token.text == "/" and end is None and _closes_agency(reading, position, limit):
            end = position + 2
        elif not (
            token.text in ",./()-"
            or _dateline_name(reading, position)
            or token.kind in {"number", "date", "clock"}
            or reading.has(position, "date")
        ):
            break
        position += 1
    return end if end is None else _agency_end(reading, end) or end


def _bracket_end(reading: Reading, first: int, limit: int) -> int | None:
    """Return the end of an agency in brackets from FIRST on, before a dash: "GAZA, Nov 10 | (Agencies) | -"."""
    last = first + 1
    while last < min(first + 1 + _LONGEST_AGENCY, limit) and reading.tokens[last].capital:
        last += 1
    closed = last + 1 < limit and reading.tokens[last].text == ")" and reading.tokens[last + 1].text in DASHES
    return last + 1 if reading.tokens[first].text == "(" and last > first + 1 and closed else None


def _agency_end(reading: Reading, first: int) -> int | None:
    """Return the end of an agency that stands alone behind the dash ("MOSCOW, 13 Sep - RIA News."), None when none."""
    last = first
    while last < min(first + _LONGEST_AGENCY, len(reading.tokens) - 1) and _dateline_name(reading, last):
        last += 1
    return last + 1 if last > first and reading.tokens[last].text == "." else None


def _closes_agency(reading: Reading, position: int, limit: int) -> bool:
    return (
        position + 1 < limit
        and reading.tokens[position + 1].text == "."
        and reading.tokens[position - 1].kind == "word"
    )


def _dateline_name(reading: Reading, position: int) -> bool:
    token = reading.tokens[position]
    plain = token.kind == "word" and not reading.begins(position, _NO_DATELINE)
    return plain and (token.capital or not reading.pack.grammar.capitals)


def _agency(reading: Reading, first: int, last: int) -> Link | None:
    """Return the last name of a dateline that a mark parts from the place."""
    dashed = [position + 1 for position in range(first, last - 1) if reading.tokens[position].text in DASHES]
    if dashed and _agency_end(reading, dashed[-1]) == last:
        start, end = reading.offsets(dashed[-1], last - 1)
        return Link(reading.text[start:end], (start, end))
    for position in range(last - 1, first, -1):
        token, before = reading.tokens[position], reading.tokens[position - 1]
        if before.text in {",", "(", "/"} and token.kind == "word" and not reading.at(position, "month"):
            if reading.has(position + 1, "place_head") or _is_land(reading, position):
                return None  # "ERBIL, Kurdistan Region -", "MANILA, Philippines -"
            if before.text == "(" and not _names_place(reading, first, position - 1):
                return None  # "October 10, 2019 (JUBA) -"
            if reading.tokens[last - 1].text == ":" and not _is_capitals(reading, first, position):
                return None  # the label of a row: "Khartoum North (Bahri):"
            return Link(token.text, (token.start, token.end))
    return None


def _is_capitals(reading: Reading, place: int, agency: int) -> bool:
    """Tell whether one of two words is in capitals, as a place or an agency may be: "KABUL (Pajhwok):", "Gaza (AFP):".

    Where writing has no capitals, any is.
    """
    words = (reading.tokens[at].text for at in (place, agency))
    return not reading.pack.grammar.capitals or any(word.isupper() for word in words)


def _is_land(reading: Reading, position: int) -> bool:
    return reading.has(position, "country") and not reading.has(position, "institution")


def _names_place(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words from FIRST to LAST of a dateline name a place."""
    words = [at for at in range(first, last) if reading.tokens[at].kind == "word"]
    return any(not reading.has_any(at, ("month", "weekday")) for at in words)


def is_about_conflict(reading: Reading) -> bool:
    """Tell whether READING is about armed conflict, by the words it uses."""
    topic = reading.pack.topic
    violence = {_word(reading, tag) for kind in topic.violence for tag in reading.of(kind)}
    other = [tag for kind in topic.other for tag in reading.of(kind)]
    broken = [verb for verb in reading.of("break_verb") if _has_truce(reading, reading.sentence_of(verb.first))]
    if not (violence or broken or reading.of("truce")):
        return False
    weight = len(broken) + sum(len(reading.of(kind)) for kind in topic.violence)
    return weight >= len(other)


def _has_truce(reading: Reading, sentence: Sentence) -> bool:
    return bool(reading.of("truce", sentence.first, sentence.last))


def _word(reading: Reading, tag: Tag) -> str:
    return reading.tokens[tag.first].norm
