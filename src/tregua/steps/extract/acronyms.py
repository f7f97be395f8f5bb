"""Acronyms that a text spells out once: "the Sri Lanka Monitoring Mission (SLMM)", then "SLMM" alone."""

from __future__ import annotations

from dataclasses import replace

from tregua.steps.extract.text import Reading, Tag

__all__ = ["spelled_out", "with_acronym", "with_lettered_owner"]

_SHORTEST, _LONGEST = 2, 9  # letters of an acronym
_NAMING = ("voice", "actor", "name")


def spelled_out(reading: Reading) -> dict[str, str]:
    """Return by acronym how the text prints who is so called, acronym and all."""
    found: dict[str, str] = {}
    for tag in reading.of("name"):
        acronym = reading.printed(tag.first, tag.last) if _is_in_brackets(reading, tag) else ""
        if not (_SHORTEST <= len(acronym) <= _LONGEST and acronym[:1].isupper()):
            continue
        held = _names_person(reading, tag.last + 1)
        first = _first_named(reading, tag.first - 1, acronym[:1] if held else "")
        if first < tag.first - 1:
            found.setdefault(acronym, reading.printed(first, tag.last + 1))
    return found


def with_acronym(reading: Reading, who: Tag) -> Tag:
    """Return WHO with the acronym in brackets behind it."""
    if who.kind not in _NAMING:
        return who
    limit = reading.sentence_of(who.first).last
    acronym = next(iter(reading.at(who.last + 1, "name")), None) if who.last + 1 < limit else None
    if acronym is None or not _is_in_brackets(reading, acronym):
        return who
    office = next((tag for tag in reading.at(acronym.last + 1, "voice")), None) if acronym.last + 1 < limit else None
    return replace(who, last=acronym.last + 1 if office is None else office.last)


def with_lettered_owner(reading: Reading, who: Tag) -> Tag:
    """Return WHO, an office, with the body before it whose acronym stands between: "the Army (AFP) | spokesman A B"."""
    start, at = reading.sentence_of(who.first).first, who.first - 2
    acronym = reading.over(at, "name") if at > start and who.kind == "voice" else None
    if acronym is None or not _is_in_brackets(reading, acronym):
        return who
    bodies = [tag for kind in _NAMING if (tag := reading.over(acronym.first - 2, kind)) is not None]
    owners = [tag.first for tag in bodies if tag.last == acronym.first - 1]
    return replace(who, first=min(owners, default=who.first))


def _is_in_brackets(reading: Reading, tag: Tag) -> bool:
    around = tag.first > 0 and tag.last < len(reading.tokens)
    return around and reading.tokens[tag.first - 1].text == "(" and reading.tokens[tag.last].text == ")"


def _names_person(reading: Reading, position: int) -> bool:
    """Tell whether POSITION, behind a bracket, names one who holds an office: "spokesman of … (MM), | A. B."."""
    at = position + (position < len(reading.tokens) and reading.tokens[position].text == ",")
    return at < len(reading.tokens) and bool(reading.at(at, "name"))


def _first_named(reading: Reading, last: int, initial: str) -> int:
    """Return where the phrase that ends before LAST begins, with what "of" ties to it; LAST when none.

    With INITIAL it is the part of it that begins so: "the spokesman of | the Monitoring Mission".
    """
    starts = {tag.first for kind in _NAMING if (tag := reading.over(last - 1, kind))}
    alike = [at for at in starts if initial and reading.tokens[at].text.startswith(initial)]
    first = min(alike or starts, default=last)
    joined = first - 1
    if first < last and joined > 0 and reading.has(joined, "of") and (name := reading.over(joined - 1, "name")):
        return name.first
    return first
