"""How many were killed and injured, as bounds, from the words about each mention of it."""

from __future__ import annotations

from dataclasses import replace

from tregua.records.claim import Casualties
from tregua.steps.extract.agents import able_behind
from tregua.steps.extract.constructs import is_definite
from tregua.steps.extract.counts import is_hour
from tregua.steps.extract.inversion import inverted_from
from tregua.steps.extract.listed_people import is_age, is_age_of, naming_aside, with_listed
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.slots import Clause, past_light
from tregua.steps.extract.text import Reading, Tag, is_unknown
from tregua.vocabulary.stances import Bound

__all__ = ["casualties_in", "people_at", "strikes_somebody"]

_BACK = 9
_AHEAD = 2
_ALONE = "one"
_SEVERAL = "several"
_NEAR = 3
_DUAL = 2
_PHRASE = 3
_TYING = ("preposition", "at_place", "of", "and", "auxiliary", "have")
_OPENING = ("dateline", "time", "turn", "adverb")
_PARTING = ("casualty", "number", "clause", "relative", "act_verb", "say")
_LISTED = ("name", "title", "and", "article")
_NO_PERSON = (*_TYING, "number", "unit", "total", "act_noun", "target")


def casualties_in(clause: Clause, value: str) -> Casualties | None:
    """Return how many CLAUSE says were killed (VALUE ``killed``) or injured; None when it gives no number."""
    reading = clause.reading
    low = best = 0
    high: int | None = 0
    found = False
    used: set[int] = set()
    revised = bool(reading.of("revised", clause.first, clause.last))
    for tag in reading.of("casualty", clause.first, clause.last):
        people = None if _is_denied(reading, tag) or _died_before(clause, tag) else people_at(clause, tag, used)
        if people is None:
            continue
        people, taken = with_listed(clause, tag, people)
        used |= {*range(people.first, people.last + 1), *taken}  # "a Lebanese | soldier"
        if tag.value != value:
            continue
        found = True
        count = people.count or 0
        if revised and count <= best:
            continue  # "raised the number of the dead to 13, after the army first told of four"
        if revised:
            low, best, high = 0, 0, 0
        low, best = low + (0 if people.bound in {Bound.AT_MOST, Bound.LESS_THAN} else count), best + count
        open_ended = people.bound in {Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT}
        high = None if open_ended or high is None else high + count
    return Casualties(low=low, best=best, high=high) if found else None


def _is_denied(reading: Reading, casualty: Tag) -> bool:
    """Tell whether CASUALTY did not happen: "no soldier was killed" where the verb itself is denied."""
    return casualty.first > 0 and bool(reading.at(casualty.first - 1, "negation"))


def _died_before(clause: Clause, casualty: Tag) -> bool:
    """Tell whether CASUALTY is told of those counted already: "left two dead | after one of the three wounded died"."""
    reading = clause.reading
    for after in reading.of("came_after", clause.first, casualty.first):
        counted = _deaths(reading, clause.first, after.first)
        if any(reading.over(tag.first - 1, "number") or reading.at(tag.last, "number") for tag in counted):
            return bool(_deaths(reading, after.last, clause.last))
    return False


def _deaths(reading: Reading, first: int, last: int) -> list[Tag]:
    return [tag for tag in reading.of("casualty", first, last) if tag.value == "killed"]


def strikes_somebody(reading: Reading, word: Tag) -> bool:
    """Tell whether the active verb WORD has people for its object: "killed | hundreds of unarmed people"."""
    near = range(word.last, min(word.last + _BACK, len(reading.tokens)))
    return not is_passive(reading, word) and any(reading.has_any(at, ("person", "people")) for at in near)


def people_at(clause: Clause, casualty: Tag, used: set[int]) -> Tag | None:
    """Return the number of people that CASUALTY speaks of: right behind it, or the nearest before it."""
    reading = clause.reading
    for number in reading.at(casualty.first, "number"):
        if number.value == "carried" and number.first not in used and not is_definite(reading, casualty.first):
            return number  # "jarīḥayn", two wounded
    told = casualty
    if reading.pack.grammar.subject[0] == "after":
        killers = able_behind(clause, casualty)
        arms = reading.at(casualty.last, "means") if casualty.last < clause.last else ()
        behind = max((tag.last for tag in killers or arms), default=casualty.last)  # "qatalat | a drone two men"
        someone = behind < clause.last and reading.has(behind, "person")  # "wa-uṣība ākhar", which is an adverb too
        end = behind if someone else past_light(reading, behind, clause.last)
        casualty = replace(casualty, last=end)  # "qatala the army | three farmers"
    ahead = _right_behind(clause, casualty, used)
    if ahead is not None:
        return ahead
    after = _one_after(clause, casualty) or _inverted(reading, told)
    if after is not None and (reading.pack.grammar.subject[0] == "after" or not is_passive(reading, casualty)):
        return after
    return (
        _before(clause, told, used) or after or _before_joined(clause, told, used) or _subject_afar(clause, told, used)
    )


def _right_behind(clause: Clause, casualty: Tag, used: set[int]) -> Tag | None:
    """Return the number that stands right behind CASUALTY or behind the people it is told of, None when none does."""
    reading = clause.reading
    people = _number_behind(clause, casualty)
    if people is not None and people.first not in used:
        return people
    for position in range(casualty.last, min(casualty.last + _AHEAD + 1, clause.last)):
        for number in reading.at(position, "number"):
            if number.first not in used and not _is_time(reading, number):
                return number
        two = _two_behind(reading, position)
        if two is not None:
            return two
        if not _may_pass(reading, position):
            break
    return None


def _number_behind(clause: Clause, casualty: Tag) -> Tag | None:
    """Return the number that ends a phrase behind CASUALTY in a language with cases: "killed | of civilians | 83,"."""
    reading, at = clause.reading, casualty.last
    if not reading.pack.grammar.genitives:
        return None
    while at < clause.last and reading.has_any(at, ("modifier", "person", "people")):
        at += 1
    if at == casualty.last or at >= clause.last:
        return None
    found = next(iter(reading.at(at, "number")), None)
    ends = found is not None and (found.last >= clause.last or reading.tokens[found.last].kind == "mark")
    return found if ends else None


def _inverted(reading: Reading, casualty: Tag) -> Tag | None:
    """Return the number of people who stand behind the verb: "Killed in the raid were | two soldiers"."""
    behind = inverted_from(reading, casualty)
    return None if behind is None else next(iter(reading.at(behind, "number")), None)


def _before_joined(clause: Clause, casualty: Tag, used: set[int]) -> Tag | None:
    """Return the people before the passive verb that "and" joins CASUALTY to: "a man | was shot and died"."""
    reading = clause.reading
    at = casualty.first - 1
    while at > clause.first and reading.has(at, "adverb"):
        at -= 1
    if at <= clause.first or not reading.at(at, "and") or not is_passive(reading, casualty):
        return None
    verbs = [tag for tag in reading.of("act_verb", clause.first, casualty.first) if is_passive(reading, tag)]
    return _before(clause, verbs[-1], used) if verbs else None


def _subject_afar(clause: Clause, casualty: Tag, used: set[int]) -> Tag | None:
    """Return the people who open the clause of the passive CASUALTY, however much is said of them before it.

    "Three peacekeepers of the United Nations mission in the north of the country | were killed".
    """
    reading, first = clause.reading, clause.first
    while first < casualty.first and (reading.has_any(first, _OPENING) or reading.tokens[first].text == ","):
        first += 1
    for number in reading.at(first, "number") if is_passive(reading, casualty) else ():
        between = [at for at in range(number.last, casualty.first) if at not in _told_aside(reading, number, casualty)]
        parted = any(reading.tokens[at].kind == "mark" or reading.has_any(at, _PARTING) for at in between)
        people = any(reading.has(at, "person") for at in between[:_PHRASE])
        return number if people and not parted and number.first not in used else None
    return None


def _may_pass(reading: Reading, position: int) -> bool:
    bracket = reading.tokens[position].text == "("  # "killing (12) civilians"
    return (
        bracket
        or _is_of_them(reading, position)
        or reading.begins(position, ("article", "be", "object_mark", "determiner"))
        or (reading.pack.grammar.genitives and reading.has(position, "adverb"))  # "raneny | eshche pyatero"
    )


def _told_aside(reading: Reading, number: Tag, casualty: Tag) -> range:
    """Return the one aside between NUMBER and CASUALTY: "50 fighters | , some of their leaders included, | died"."""
    commas = [at for at in range(number.last, casualty.first) if reading.tokens[at].text == ","]
    return range(commas[0], commas[1] + 1) if len(commas) == 2 else range(0)  # noqa: PLR2004 - an aside has two


def _two_behind(reading: Reading, position: int) -> Tag | None:
    """Return the number that says behind the people at POSITION, where owners stand right behind, that they are two."""
    if not reading.pack.grammar.construct_state or not reading.has(position, "person"):
        return None
    return next((number for number in reading.at(position + 1, "number") if number.count == _DUAL), None)


def _is_of_them(reading: Reading, position: int) -> bool:
    """Tell whether "of them" at POSITION stands behind a verb where it goes first: "were killed | of them | five"."""
    if not reading.pack.grammar.construct_state or not reading.has(position, "subset"):
        return False
    return position < 2 or reading.over(position - 2, "number") is None  # noqa: PLR2004 - "five dead, of them four"


def _before(clause: Clause, casualty: Tag, used: set[int]) -> Tag | None:
    reading = clause.reading
    aside = naming_aside(reading, clause.first, casualty.first)
    for position in range(casualty.first - 1, max(clause.first, casualty.first - _BACK - len(aside)) - 1, -1):
        if reading.has(position, "casualty"):
            return None
        if position in aside or position in used or reading.has_any(position - 1, ("partly", "subset")):
            continue  # "14 people, two soldiers among them, were killed" tells of 14
        number = reading.over(position, "number")
        if number is not None and _is_time(reading, number):
            continue  # "a man born in 1961 was wounded"
        if number is not None and is_age(reading, number):
            return Tag("number", position, position + 1, "article", 1)  # "Rehmat Jan, 45, died"
        if number is not None and reading.has_any(number.first - 1, ("negation", "none_of")):
            return None  # "no one was hurt"
        if number is not None and not _counts_others(reading, number, position):
            number = _some_of(reading, number) or number
            return number if number.first not in used else None
        one = _one_at(clause, casualty, position) if number is None else None
        if one is not None:
            return one
    return None


def _one_at(clause: Clause, casualty: Tag, position: int) -> Tag | None:
    """Return the number that a word for one person at POSITION, an article or a rank stands for."""
    reading = clause.reading
    if reading.has(position, "title") and is_passive(reading, casualty):
        return _titled(reading, clause.first, position)
    one = _is_one_there(clause, casualty, position) or _is_whoever(reading, casualty, position)
    return Tag("number", position, position + 1, "article", 1) if one else None


def _titled(reading: Reading, first: int, last: int) -> Tag:
    """Return how many people are listed by rank and name up to the rank at LAST: "Captain A and Sergeant B died"."""
    at, ranks = last, 0
    while at >= first and (reading.has_any(at, _LISTED) or reading.tokens[at].text == ","):
        ranks += reading.has(at, "title") and not reading.has(at - 1, "title")
        at -= 1
    return Tag("number", at + 1, last + 1, "article", ranks)


def _some_of(reading: Reading, number: Tag) -> Tag | None:
    """Return the number or article that takes some of NUMBER: "one | of the two soldiers", "three | of 20"."""
    at = number.first - 1
    if at > 1 and reading.at(at, "of") and reading.has(at - 1, "person"):
        return reading.over(at - 2, "number")  # "nine | members of one family"
    while at > 0 and reading.has_any(at, ("article", "determiner")) and not reading.has(at, "contracted"):
        at -= 1
    if at <= 0 or not reading.has_any(at, ("of", "contracted")):
        return None
    one = reading.tokens[at - 1].norm in reading.pack.numerals.articles
    return reading.over(at - 1, "number") or (Tag("number", at - 1, at, "article", 1) if one else None)


def _is_one_there(clause: Clause, casualty: Tag, position: int) -> bool:
    """Tell whether the word at POSITION counts one person whom CASUALTY speaks of."""
    reading = clause.reading
    alone = any(tag.value == _ALONE for tag in reading.at(position, "person"))
    if alone and _is_counted(reading, position):
        return False
    if reading.at(position - 1, "of") and reading.has(position - 2, "person") and not alone:
        return False  # "11 members of a family were killed" tells of 11
    return _is_one(reading, position) and not (alone and casualty.first - position > _NEAR)


def _is_counted(reading: Reading, position: int) -> bool:
    """Tell whether a number stands before the person at POSITION, or before adjectives: "dvoe | ukrainskikh soldat"."""
    at = position - 1
    while at > 0 and reading.pack.grammar.genitives and reading.has_any(at, ("modifier", "people")):
        at -= 1
    return at >= 0 and reading.has(at, "number")


def _counts_others(reading: Reading, number: Tag, position: int) -> bool:
    """Tell whether NUMBER counts a part of the people ("including 5 children"), years or things."""
    if reading.has(number.first - 1, "partly") or is_age_of(reading, number):
        return True
    if (
        number.last + 1 < len(reading.tokens)
        and reading.at(number.last, "of")
        and reading.at(number.last + 1, "part_of")
    ):
        return True  # "three soldiers were wounded; one of them lost a foot"
    return _counts_things(reading, number, position)


def _counts_things(reading: Reading, number: Tag, position: int) -> bool:
    """Tell whether NUMBER counts weapons, or is told by the form of a noun at POSITION that names no people."""
    if number.value == "carried":
        return not reading.has(position, "person")
    thing = reading.begins(number.last, ("target",)) and not reading.has_any(number.last, ("person", "actor"))
    return thing or reading.has_any(number.last, ("weapon", "counted", "act_noun"))


def _one_after(clause: Clause, casualty: Tag) -> Tag | None:
    """Return one person for "killed a soldier" and "killing its driver"."""
    position = casualty.last
    reading = clause.reading
    passed = ("modifier", "people", "object_mark")
    for mark in reading.of("object_mark", position, clause.last)[:1]:
        if reading.has_any(mark.last, ("name", "title")) and not is_passive(reading, casualty):
            return Tag("number", mark.last, mark.last + 1, "article", 1)  # "mató el martes | a Addah al Bendir"
    owned = position < clause.last and reading.has(position, "determiner") and not _stands_alone(reading, position)
    if reading.pack.grammar.capitals and owned:
        position += 1
    while position < clause.last and not _is_one(reading, position) and _may_lead(reading, position, passed):
        position += 1
    if position < clause.last and (_is_one(reading, position) or _is_someone(clause, casualty, position)):
        several = [tag for tag in reading.at(position + 1, "person") if tag.value == _SEVERAL]
        for number in reading.at(position + 3, "number") if several and reading.at(position + 2, "of") else ():
            return number  # "killed a family of five"
        return Tag("number", position, position + 1, "article", 1)
    return None


def _may_lead(reading: Reading, position: int, kinds: tuple[str, ...]) -> bool:
    """Tell whether the word at POSITION is of KINDS, or an adjective that the pack does not know before one person."""
    if reading.begins(position, kinds):
        return True
    unknown = reading.pack.grammar.genitives and is_unknown(reading, position) and not reading.tokens[position].capital
    return unknown and position + 1 < len(reading.tokens) and _is_one(reading, position + 1)


def _is_someone(clause: Clause, casualty: Tag, position: int) -> bool:
    """Tell whether an article right behind an active verb counts whoever is named: "killed a beekeeper"."""
    reading = clause.reading
    plain = reading.tokens[position].norm in reading.pack.numerals.articles and position + 1 < clause.last
    if not plain or position != casualty.last or reading.pack.grammar.verb != "middle":
        return False
    return reading.tokens[position + 1].kind == "word" and not reading.begins(
        position + 1, ("number", "act_noun", "unit", "total", "weapon", "means", "target")
    )


def _is_whoever(reading: Reading, casualty: Tag, position: int) -> bool:
    """Tell whether an article at POSITION counts whoever it is that the passive CASUALTY tells of: "a baker | died"."""
    counts = reading.tokens[position].norm in reading.pack.numerals.articles and casualty.kind == "casualty"
    if not counts or (position and reading.has_any(position - 1, _TYING)):
        return False
    at = position + 1
    while at < casualty.first and reading.tokens[at].kind == "word" and not reading.has_any(at, _NO_PERSON):
        at += 1
    phrase = at - position - 1
    ended = at == casualty.first or reading.has(at, "auxiliary")
    return 0 < phrase <= _PHRASE and ended and is_passive(reading, casualty)


def _is_one(reading: Reading, position: int) -> bool:
    """Tell whether an article at POSITION counts one person ("a soldier", "another"), or a word for one does alone."""
    if any(tag.value == _ALONE for tag in reading.at(position, "person")):
        return True
    if reading.tokens[position].norm not in reading.pack.numerals.articles:
        return False
    if _stands_alone(reading, position):
        return True
    return any(reading.has(at, "person") for at in range(position + 1, min(position + 5, len(reading.tokens)))) or (
        position + 1 < len(reading.tokens) and reading.has(position + 1, "casualty")
    )


def _stands_alone(reading: Reading, position: int) -> bool:
    """Tell whether the article at POSITION stands for one of those told of before: "killing one, maiming another"."""
    if not reading.at(position, "determiner") or reading.tokens[position].norm not in reading.pack.numerals.articles:
        return False
    behind = position + 1
    ends = behind >= len(reading.tokens) or reading.tokens[behind].kind == "mark"
    return ends or reading.has_any(behind, ("auxiliary", "at_place", "clause", "time", "preposition"))


def _is_time(reading: Reading, number: Tag) -> bool:
    timed = reading.has_any(number.first, ("time", "date", "frequency")) or bool(reading.at(number.last, "unit"))
    return timed or is_hour(reading, number)
