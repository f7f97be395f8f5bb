"""Who is meant by a speaker's words: title and name side by side, and "the mission" for one named before.

"The spokesman, A B, said" and "A B, spokesman of the army, said" have one speaker each, who is known by both. "The
movement said" is the group named last; "the mission said" the body that spoke last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tregua.steps.extract.constructs import is_definite
from tregua.steps.extract.text import Reading, Tag

__all__ = [
    "body_meant",
    "is_pointed",
    "party_meant",
    "person_before",
    "points_back",
    "whole_name",
    "with_apposition",
    "with_house",
]

_FULL_NAME = 2
_LONGEST_NAME = 5
_NO_PERSON = (
    "place",
    "group",
    "country",
    "institution",
    "actor_head",
    "place_head",
    "people",
    "month",
    "audience",
    "both_sides",
)
_OWNER = ("of", "article", "at_place", "place_head", "modifier", "people", "country", "place")
_LONGEST_OWNER = 7
_LONGEST_CLAUSE = 10
_BASED = "-based"
_HOUSES = ("voice", "actor", "institution", "group")
_BEHIND = ("say", "tell", "accuse", "blame_verb", "have")


def with_apposition(reading: Reading, who: Tag) -> Tag:
    """Return WHO with the name or the title that stands beside it between commas."""
    sentence = reading.sentence_of(who.first)
    if who.kind == "name" and not _is_person(reading, who):
        who = next((tag for tag in reading.at(who.first, "voice") if tag.last == who.last), who)
    if who.kind in {"voice", "actor"}:
        who = _with_owned_name(reading, who)
    if who.kind == "name":
        return _with_title(reading, who, sentence.first, sentence.last)
    if (body := _named_by_clause(reading, who, sentence.last)) is not None:
        return body
    if who.kind != "voice" or not reading.at(_head(reading, who), "voice_head"):
        return who
    if reading.pack.grammar.construct_state:
        return _with_holder(reading, who, sentence.last)
    last = sentence.last
    name = _name_behind(reading, who, last) or _titled_behind(reading, who, last) or _mayor_behind(reading, who, last)
    if name is not None:
        return replace(who, last=name.last)
    name = None if _bears_name(reading, who) else _name_before(reading, who, sentence.first)
    return who if name is None else replace(who, first=name.first)


def _bears_name(reading: Reading, who: Tag) -> bool:
    """Tell whether WHO, an office, has its holder's name in it: "the army's spokesman | Ali Omar"."""
    owned = (tag.first for tag in reading.of("of", _head(reading, who) + 1, who.last))
    behind = range(_head(reading, who) + 1, next(owned, who.last))
    named = [at for at in behind if reading.tokens[at].capital and not reading.has_any(at, ("title", *_NO_PERSON))]
    return reading.pack.grammar.capitals and len(named) >= _FULL_NAME


def _with_title(reading: Reading, who: Tag, start: int, limit: int) -> Tag:
    """Return the name WHO, if a person's, with the title behind it or the office before it, from START to LIMIT."""
    if not _is_person(reading, who):
        return who
    title = _title_behind(reading, who, limit)
    if title is not None:
        return replace(who, last=title.last)
    office = _office_before(reading, who, start)
    return who if office is None else replace(who, first=office.first)


def with_house(reading: Reading, who: Tag) -> Tag:
    """Return WHO, if somebody without a name, with the body he is said to be in: "a source in the civil defence"."""
    limit = reading.sentence_of(who.first).last
    if who.last >= limit or not reading.has_between(who.first, who.last, "insider"):
        return who
    inside = [tag.last for kind in ("at_place", "preposition", "of", "origin") for tag in reading.at(who.last, kind)]
    at = max(inside, default=limit)
    while at < limit and reading.at(at, "article"):
        at += 1
    told = at >= limit or reading.at(at, "audience")  # "a source | to the agency"
    houses = [] if told else [tag.last for kind in _HOUSES for tag in reading.at(at, kind)]
    last = max(houses, default=who.last)
    owner = last < limit and reading.tokens[last].norm in reading.pack.grammar.possessives  # "in the officers' | room"
    return who if owner else replace(who, last=last)


def _head(reading: Reading, who: Tag) -> int:
    """Return the position of the head of the phrase WHO: its first word, or the first that says who speaks."""
    return next((at for at in range(who.first, who.last) if reading.at(at, "voice_head")), who.first)


def _is_person(reading: Reading, name: Tag, also: Sequence[str] = ()) -> bool:
    """Tell whether NAME is likely a person's: two words or more, or behind a title, and nothing else known but ALSO."""
    long = _FULL_NAME <= name.last - name.first <= _LONGEST_NAME
    titled = name.first > 0 and reading.has(name.first - 1, "title")
    barred = [kind for kind in _NO_PERSON if kind not in also]
    known = any(reading.has_any(at, barred) for at in range(name.first, name.last))
    return (long or titled) and not known


def _name_behind(reading: Reading, who: Tag, limit: int) -> Tag | None:
    """Return the name that follows WHO behind a comma, and is closed by another mark or by the verb."""
    at = _past_owner(reading, who.last, limit)
    if at >= limit or reading.tokens[at].text != ",":
        return None
    at += 1
    while at < limit and (titles := reading.at(at, "title") or reading.at(at, "article")):
        at = titles[0].last
    name = next(iter(reading.at(at, "name")), None) if at < limit else None
    if name is None or not (_is_person(reading, name) or _is_named_so(reading, who, name, limit)):
        return None
    closed = name.last >= limit or reading.tokens[name.last].kind == "mark" or reading.begins(name.last, _BEHIND)
    return name if closed else None


def _with_owned_name(reading: Reading, who: Tag) -> Tag:
    """Return WHO with the name of what is theirs, where owners stand behind: "Estado Mayor Central | de las FARC"."""
    before = who.first - 1
    before -= before > 0 and bool(reading.at(before, "article"))
    if "after" not in reading.pack.grammar.modifiers or before <= 0 or not reading.has(before, "of"):
        return who
    name = reading.over(before - 1, "name")
    owned = name is not None and name.last == before and not reading.has(name.first, "place")
    return replace(who, first=name.first) if name is not None and owned else who


def whole_name(reading: Reading, who: Tag) -> Tag:
    """Return WHO with the names right before it, where no capitals tell that they are parts of one."""
    first = who.first
    while who.kind == "name" and not reading.pack.grammar.capitals and first and reading.has(first - 1, "name"):
        first -= 1
    return replace(who, first=first)


def _with_holder(reading: Reading, who: Tag, limit: int) -> Tag:
    """Return WHO, an office, with the name behind it or its place, where no capitals tell what is a name."""
    if not reading.has_between(who.first, who.last, "office"):
        return who
    first = last = _past_seat(reading, who.last, limit)
    while last < min(limit, first + _LONGEST_NAME) and reading.has_any(last, ("name", "name_start", "title")):
        last = max(tag.last for kind in ("name", "name_start", "title") for tag in reading.at(last, kind))
    if last == first + 1 and last < limit and reading.has(first, "name_start") and reading.has(last, "modifier"):
        last += 1  # "Yahya | Saree", which is a word too
    return replace(who, last=last) if last - first >= _FULL_NAME else who


def _past_seat(reading: Reading, position: int, limit: int) -> int:
    """Return where the words end that say where an office is: "the ambassador | in Washington"."""
    if position + 1 >= limit or not reading.at(position, "at_place"):
        return position
    seats = [tag.last for kind in ("place", "country") for tag in reading.at(position + 1, kind)]
    return min(max(seats, default=position), limit)


def _titled_behind(reading: Reading, who: Tag, limit: int) -> Tag | None:
    """Return the name that follows WHO behind a place and a rank: "head of the centre in Syria General A B"."""
    at = _past_owner(reading, who.last, limit)
    first = at
    while at < limit and reading.at(at, "title"):
        at = reading.at(at, "title")[0].last
    name = next(iter(reading.at(at, "name")), None) if first < at < limit else None
    return name if name is not None and _is_person(reading, name) else None


def _mayor_behind(reading: Reading, who: Tag, limit: int) -> Tag | None:
    """Return the name that follows WHO and a mere word for a place in the genitive: "the mayor of the town A B"."""
    at = who.last
    while reading.pack.grammar.genitives and at < limit and reading.at(at, "place_head"):
        at += 1
    name = next(iter(reading.at(at, "name")), None) if who.last < at < limit else None
    return name if name is not None and _is_person(reading, name, also=("place",)) else None


def _is_named_so(reading: Reading, who: Tag, name: Tag, limit: int) -> bool:
    """Tell whether NAME between commas, its verb right behind it, is what WHO is called: "the lawmaker, Hug, said"."""
    at = name.last + 1
    if at >= limit or reading.tokens[name.last].text != "," or not reading.begins(at, _BEHIND):
        return False
    known = any(reading.has_any(place, _NO_PERSON) for place in range(name.first, name.last))
    body = reading.has(name.first, "institution") and reading.has_any(who.last - 1, ("watcher", "resumed"))
    return body or not known or _is_person(reading, name, also=("place",))


def person_before(reading: Reading, before: int) -> Tag | None:
    """Return the person whose name stands right before the position BEFORE: "Admiral A B | of the ministry"."""
    name = reading.over(before - 1, "name") if before > 0 else None
    return name if name is not None and name.last == before and _is_person(reading, name) else None


def _named_by_clause(reading: Reading, who: Tag, limit: int) -> Tag | None:
    """Return the name of a body behind a clause about WHO: "the group that watches over the truce, the JMC"."""
    if who.last >= limit or not reading.at(who.last, "relative") or not _is_common(reading, who):
        return None
    stop = min(who.last + _LONGEST_CLAUSE, limit - 1)
    at = next((at for at in range(who.last, stop) if reading.tokens[at].text == ","), limit)
    if at >= limit or any(reading.at(place, "say") for place in range(who.last, at)):
        return None
    at += 1 + bool(reading.at(at + 1, "article"))
    names = [*reading.at(at, "voice"), *reading.at(at, "name")] if at < limit else []
    if names and names[0].last < limit and reading.at(names[0].last, "and"):
        beside = next(iter(reading.at(names[0].last + 1, "voice")), names[0])
        return replace(names[0], last=beside.last)
    return names[0] if names else None


def _is_common(reading: Reading, who: Tag) -> bool:
    return not any(reading.tokens[at].capital for at in range(who.first, who.last))


def _past_owner(reading: Reading, position: int, limit: int) -> int:
    """Return where what says whose or where the office is ends: "governor | of the region | , A B,"."""
    last = min(position + _LONGEST_OWNER, limit)
    while position < last and reading.has_any(position, _OWNER):
        position += 1
    return position


def _name_before(reading: Reading, who: Tag, start: int) -> Tag | None:
    """Return the name that stands before WHO and a comma."""
    at = who.first - 1
    at -= at > start and bool(reading.at(at, "article"))
    if at <= start or reading.tokens[at].text != ",":
        return None
    at -= reading.tokens[at - 1].text == "."  # "A B Jr., commander of the army"
    name = reading.over(at - 1, "name")
    if name is None or name.last != at or reading.has(name.first - 1, "carry"):
        return None  # "in an interview with Blu Radio, | the mayor"
    listed = name.first > start and reading.tokens[name.first - 1].text == ","  # "at Homs, A B, a spokesman, said"
    return name if _is_person(reading, name, also=("place",) if listed else ()) else None


def _office_before(reading: Reading, who: Tag, start: int) -> Tag | None:
    """Return the office that stands before the name WHO and a comma, a rank between them: "the envoy, Colonel A B"."""
    at = who.first - 1
    while at > start and reading.has(at, "title"):
        at -= 1
    office = reading.over(at - 1, "voice") if at > start and reading.tokens[at].text == "," else None
    if office is None or office.last != at:
        return None
    before = office.first - 1 - (office.first > start and bool(reading.at(office.first - 1, "article")))
    return None if before > start and reading.at(before, "by") else office  # "contacted by the Post, | A B"


def _title_behind(reading: Reading, who: Tag, limit: int) -> Tag | None:
    """Return the title that follows the name WHO behind a comma."""
    at = who.last
    if at + 1 >= limit or reading.tokens[at].text != ",":
        return None
    at += 1 + bool(reading.at(at + 1, "article"))
    titles = reading.at(at, "voice") if at < limit else ()
    return titles[0] if titles and reading.at(at, "voice_head") else None


def points_back(reading: Reading, first: int, last: int) -> str:
    """Return what "the mission", "the Britain-based group" points back to: ``body`` or ``party``; "" when nothing."""
    if not is_pointed(reading, first):
        return ""
    told_whose = last < len(reading.tokens) and reading.has_any(last, ("relative", "of"))
    if told_whose:
        return ""
    based = reading.tokens[first].norm.endswith(_BASED)
    heads = reading.at(first + based, "resumed") if first + based < last else ()
    if not heads or not all(_is_description(reading, at) for at in range(heads[0].last, last)):
        return ""
    return "body" if based else heads[0].value


def is_pointed(reading: Reading, first: int) -> bool:
    """Tell whether the phrase from FIRST on has a definite article, before it or written with it."""
    if reading.pack.grammar.construct_state:
        return is_definite(reading, first)
    articled = first > 0 and reading.has_any(first - 1, ("article", "contracted"))
    return articled and reading.tokens[first - 1].norm not in reading.pack.numerals.articles


def _is_description(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION only describes: an adjective, with an article where nouns have theirs."""
    return reading.has(position, "modifier") or is_definite(reading, position)


def party_meant(reading: Reading, first: int) -> Tag | None:
    """Return the armed group named last before FIRST, that "the movement" there means."""
    groups = reading.noted(_groups)
    index = bisect_left(groups, first, key=lambda tag: tag.first)
    return groups[index - 1] if index else None


def body_meant(reading: Reading, first: int) -> Tag | None:
    """Return the body with a name that the text has last before FIRST, that "the mission" there means."""
    bodies = reading.noted(_bodies)
    index = bisect_left(bodies, first, key=lambda tag: tag.first)
    return bodies[index - 1] if index else None


def _bodies(reading: Reading) -> list[Tag]:
    """Return the bodies of READING that have a name, in order, at each place the longest last."""
    found = [tag for kind in ("name", "voice") for tag in reading.of(kind)]
    return sorted((tag for tag in found if _names_body(reading, tag)), key=lambda tag: (tag.first, tag.last))


def _names_body(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG names a body: an institution, or one with letters for a name ("SMM of the OSCE")."""
    word = reading.tokens[tag.first]
    if all(reading.has(at, "resumed") for at in range(tag.first, tag.last)):
        return False  # "the Mission" has its name elsewhere
    if not reading.pack.grammar.capitals:
        return reading.has(tag.first, "institution")
    lettered = reading.pack.grammar.genitives and tag.kind == "voice" and len(word.text) > 1 and word.text.isupper()
    return lettered or (word.capital and reading.has(tag.first, "institution"))


def _groups(reading: Reading) -> list[Tag]:
    """Return the named groups of READING in order, at each place the longest last."""
    named = [tag for tag in reading.of("actor") if _names_group(reading, tag)]
    return sorted(named, key=lambda tag: (tag.first, tag.last))


def _names_group(reading: Reading, tag: Tag) -> bool:
    parts: Sequence[int] = range(tag.first, tag.last)
    return any(reading.has(at, "group") and reading.tokens[at].capital for at in parts)
