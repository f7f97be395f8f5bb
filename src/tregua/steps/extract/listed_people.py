"""Numbers of people told in a list ("a woman and two children"), in an aside ("a child among them"), and ages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tregua.steps.extract.slots import Clause
from tregua.steps.extract.text import DASHES, Reading, Tag
from tregua.vocabulary.stances import Bound

__all__ = ["aside_of", "is_age", "is_age_of", "naming_aside", "with_listed"]

_ALONE = "one"
_IN_NOUN = ("article", "carried")
_PHRASE = 4
_OLDEST = 110
_LONGEST_BRACKET = 6
_PAUSES = frozenset({",", *DASHES})
_BOUNDS = ("casualty", "and", "of", "partly")


def is_age(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER is how old somebody is: in figures between marks, behind a name ("Rehmat Jan, 45,")."""
    before = number.first - 1
    if before < 1 or number.last >= len(reading.tokens) or (number.count or _OLDEST) >= _OLDEST:
        return False
    marked = reading.tokens[before].text in {",", "("} and reading.tokens[number.last].text in {",", ")"}
    return marked and reading.tokens[number.first].kind == "number" and reading.tokens[before - 1].capital


def is_age_of(reading: Reading, number: Tag) -> bool:
    """Tell whether NUMBER is how old the one before it is: "a boy of 17"."""
    if number.first < 2 or not reading.at(number.first - 1, "of") or not reading.has(number.first - 2, "person"):  # noqa: PLR2004
        return False
    if number.last >= len(reading.tokens) or reading.tokens[number.last].kind == "mark":
        return True
    return reading.has_any(number.last, ("auxiliary", "at_place", "and", "casualty", "relative", "be"))


def aside_of(reading: Reading, first: int, last: int) -> range:
    """Return the last aside between commas from FIRST to LAST that tells of a part: ", two children among them,"."""
    commas = [at for at in range(first, last) if reading.tokens[at].text in _PAUSES]
    for start, end in reversed(list(pairwise(commas))):
        parts = [tag for tag in reading.of("part_of", start, end) if reading.at(tag.first - 1, "of")]
        if parts or reading.of("partly", start, end):
            return range(start, end)
    return range(0)


def naming_aside(reading: Reading, first: int, last: int) -> range:
    """Return the last aside from FIRST to LAST that tells of a part, or else is a name, with or without an age."""
    part = aside_of(reading, first, last)
    if part:
        return part
    commas = [at for at in range(first, last) if reading.tokens[at].text == ","]
    for start, end in reversed(list(pairwise(commas))):
        somebody = start > first and reading.has_any(start - 1, ("person", "actor"))
        if somebody and all(reading.has_any(at, ("name", "title")) for at in range(start + 1, end)):
            aged = [at for at in commas if end < at <= end + 2 and reading.tokens[end + 1].kind == "number"]
            return range(start, max([end, *aged]) + 1)
    return _bracketed(reading, first, last)


def _bracketed(reading: Reading, first: int, last: int) -> range:
    """Return the last words in brackets from FIRST to LAST: "an officer | (JCO) | of the army was killed"."""
    opened = [at for at in range(first, last) if reading.tokens[at].text == "("]
    for start in reversed(opened):
        closed = (at for at in range(start, min(start + _LONGEST_BRACKET, last)) if reading.tokens[at].text == ")")
        for end in closed:
            return range(start, end + 1)
    return range(0)


def with_listed(clause: Clause, casualty: Tag, people: Tag) -> tuple[Tag, set[int]]:
    """Return PEOPLE with those joined to them added, and the positions that are used up."""
    behind = people.first > casualty.first
    joined = _next(clause, people) if behind else _previous(clause, people)
    listed = joined is not None and not _is_closed(clause, people)
    total, used = people, set(range(people.first, people.last))
    while joined is not None:
        used |= set(range(joined.first, joined.last))
        bound = total.bound if joined.bound is Bound.EXACT else joined.bound
        total = replace(total, count=(total.count or 0) + (joined.count or 0), bound=bound)
        joined = _next(clause, joined) if behind else _previous(clause, joined, listed=listed)
    parts = behind and _names_parts(clause, people, (total.count or 0) - (people.count or 0))
    return (people if parts else total), used


def _names_parts(clause: Clause, people: Tag, added: int) -> bool:
    """Tell whether those ADDED behind a comma may be PEOPLE once more: "four civilians, | a woman and a girl"."""
    end = _past_person(clause.reading, people.last, clause.last)
    if end is None or end + 1 >= clause.last or clause.reading.tokens[end].text != ",":
        return False
    return not clause.reading.at(end + 1, "and") and added <= (people.count or 0)


def _is_closed(clause: Clause, people: Tag) -> bool:
    """Tell whether a comma stands behind PEOPLE, who then are those before: "two men, a father and a son, died"."""
    end = _past_person(clause.reading, people.last, clause.last)
    return end is not None and end < clause.last and clause.reading.tokens[end].text == ","


def _next(clause: Clause, people: Tag) -> Tag | None:
    """Return the number of people that "and" joins behind PEOPLE: "killing a woman | and two children"."""
    reading = clause.reading
    at = _past_person(reading, _counted_from(reading, people), clause.last)
    if at is None or at + 1 >= clause.last:
        return None
    comma = reading.tokens[at].text == ","
    at += bool(comma and reading.at(at + 1, "and") and at + 2 < clause.last)  # "a woman, | and two children"
    if not (comma or reading.at(at, "and")):
        return None
    owned = reading.at(at + 1, "possessor") and at + 2 < clause.last  # "a woman and | her two children"
    found = _number_at(reading, at + 1 + bool(owned)) or (_one_owned(reading, at + 1) if owned else None)
    end = None if found is None else _past_person(reading, _counted_from(reading, found), clause.last)
    if end is None or not (reading.at(at, "and") or _ends_list(reading, end, clause.last)):
        return None  # a comma alone joins those of a list that "and" ends: "a woman, | a girl and a boy"
    return found if not _goes_on(reading, end, clause.last) else None


def _one_owned(reading: Reading, position: int) -> Tag | None:
    """Return the one person who belongs to those before: "a woman and | her son", None where they are several."""
    one = any(tag.value == _ALONE for tag in reading.at(position + 1, "person"))
    return Tag("number", position, position + 1, "article", 1) if one else None


def _previous(clause: Clause, people: Tag, *, listed: bool = False) -> Tag | None:
    """Return the number of people that "and", or where they are LISTED a comma, joins before PEOPLE.

    "Two soldiers | and a civilian were killed", "a man, | a woman and a child were killed".
    """
    reading, at = clause.reading, people.first - 1
    while at > clause.first and reading.has_any(at, ("article", "modifier", "people", "possessor")):
        at -= 1
    if at > clause.first and reading.at(at, "and") and reading.tokens[at - 1].text == ",":
        aside = aside_of(reading, clause.first, at)  # "51 men, two boys among them, and five women"
        at = aside.start if aside.stop == at - 1 else at - 1
        if at <= clause.first or not reading.has(at - 1, "person"):
            return None
    elif at <= clause.first or not _is_joint(reading, at, listed=listed) or not reading.has(at - 1, "person"):
        return None
    for position in range(at - 2, max(clause.first, at - 2 - _PHRASE) - 1, -1):
        counted = reading.at(position, "of") and reading.over(position - 1, "number")  # "une trentaine | de civils"
        if not counted and (reading.tokens[position].kind == "mark" or reading.has_any(position, _BOUNDS)):
            break
        found = _number_at(reading, position)
        if found is not None:
            return None if reading.has_any(position - 1, ("partly", "casualty")) else found  # "killed | two and hurt"
    return None


def _ends_list(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether "and" stands at POSITION, a comma before it or none."""
    at = position + (position < limit and reading.tokens[position].text == ",")
    return at < limit and bool(reading.at(at, "and"))


def _is_joint(reading: Reading, position: int, *, listed: bool) -> bool:
    return bool(reading.at(position, "and")) or (listed and reading.tokens[position].text == ",")


def _number_at(reading: Reading, position: int) -> Tag | None:
    """Return the number at POSITION, or one for an article."""
    for number in reading.at(position, "number"):
        return number
    articles = reading.pack.numerals.articles
    alone = not articles and any(tag.value == _ALONE for tag in reading.at(position, "person"))  # "a woman and a child"
    one = alone or reading.tokens[position].norm in articles
    return Tag("number", position, position + 1, "article", 1) if one else None


def _counted_from(reading: Reading, number: Tag) -> int:
    """Return where the noun that NUMBER counts may begin: in it, where a word for one person is the number."""
    alone = number.value in _IN_NOUN and reading.has(number.first, "person")  # "its driver | and two passengers"
    return number.last - alone


def _past_person(reading: Reading, position: int, limit: int) -> int | None:
    """Return where the noun of the people ends that are counted at POSITION, None when none stands near."""
    for of in reading.at(position, "of") if position < limit else ():
        position = of.last  # "une trentaine | de civils"
    for at in range(position, min(position + _PHRASE, limit)):
        if reading.tokens[at].kind != "word" or reading.has_any(at, ("casualty", "and", "of", "auxiliary")):
            return None
        if reading.has(at, "person"):
            tags = reading.at(at, "person")
            end = tags[0].last if tags else at + 1
            return end if end >= limit or not reading.has(end, "person") else end + 1
    return None


def _goes_on(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether what stands at POSITION says something else of those before it: "and 30 others | were hurt"."""
    return position < limit and reading.has_any(position, ("casualty", "auxiliary", "be", "act_verb"))
