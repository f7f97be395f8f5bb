"""Where, as printed: places by the preposition before them or the ending behind them, and lists of places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tregua.steps.extract.beside_places import is_told
from tregua.steps.extract.board import is_plain
from tregua.steps.extract.constructs import takes_in
from tregua.steps.extract.descriptions import past_holder
from tregua.steps.extract.hours_again import hours_again
from tregua.steps.extract.log_entries import entries
from tregua.steps.extract.place_owners import are_between, is_body, is_of_people, is_of_whom, is_owner, is_people
from tregua.steps.extract.text import QUOTES, Reading, Tag

__all__ = ["find_places", "items_before", "list_items", "without_locality"]

_LONGEST_PHRASE = 9
_MOST_LISTED = 8
_ASIDE_REACH = 9
_HEAD_REACH = 3
_BROUGHT_REACH = 9
_LONGEST_BRACKET = 12
_NO_PLACE = ("actor", "voice", "site", "dateline", "date")
_PARTIES = ("actor", "country", "people", "group")
_HAPPENING = ("land_verb", "act_verb")
_ACTING = ("have", "auxiliary", "breach_verb", "break_verb", "commit", "use_verb", "act_verb", "say", "accuse")
_LOCATING = ("country", "name", "toponym", "site", "place_head")


def find_places(reading: Reading) -> Iterator[Tag]:
    """Give the places of READING, lists of places one by one."""
    measured = {*_measured_from(reading), *_brought_to(reading)}
    measured |= {
        at
        for by in hours_again(reading)
        for each in list_items(reading, by.last)
        for at in range(each.first, each.last)
    }
    taken = set(_told_at(reading)) | measured
    for item in _marked_places(reading):
        taken |= set(range(item.first, item.last))
        if item.first not in measured:
            yield item
    for item in _of_entries(reading):
        taken |= set(range(item.first, item.last))
        yield item
    for known in reading.of("toponym"):
        if known.first not in taken and not reading.has_any(known.first, _NO_PLACE):
            taken.add(known.first)
            yield Tag("place", known.first, known.last, "bare")
    yield from _sites(reading, taken)
    yield from _told_where(reading, taken)


def _told_where(reading: Reading, taken: set[int]) -> Iterator[Tag]:
    """Give the names of which brackets say in which district they lie, at no position TAKEN: "A | (B district)"."""
    for site in reading.of("site"):
        beside = [
            reading.tokens[site.first - 1].text,
            *(token.text for token in reading.tokens[site.last : site.last + 1]),
        ]
        name = reading.over(site.first - 2, "name") if beside == ["(", ")"] else None
        if name is not None and name.first not in taken and not reading.has_any(name.first, _NO_PLACE):
            yield Tag("place", name.first, name.last, "bare")


def _of_entries(reading: Reading) -> Iterator[Tag]:
    """Give the places that head the entries of a log, where nothing else stands between day and colon."""
    for first, last in entries(reading):
        items = list(list_items(reading, first))
        if items and items[-1].last == last and not any(reading.has_any(item.first, _PARTIES) for item in items):
            yield from items


def _marked_places(reading: Reading) -> Iterator[Tag]:
    """Give the places that a word before or behind them marks as such, and what those lie in."""
    marked_behind = reading.pack.grammar.markers == "after"
    for preposition in reading.of("at_place"):
        aside = reading.has(preposition.first, "in_name") or reading.at(preposition.last, "channel")
        if aside or is_told(reading, preposition.first - 1):
            continue
        listed = (
            items_before(reading, _marked(reading, preposition))
            if marked_behind
            else list_items(reading, preposition.last)
        )
        for item in listed:
            if preposition.value == "near" and reading.has_any(item.first, ("country", "actor")):
                break  # the word says where only before a place: "at Svetlodarsk", "Russia has"
            if preposition.value == "bare" and item.value != "headed" and reading.at(preposition.last, "article"):
                break  # "à la Finul" names no place, "à Gao" and "à la frontière" do
            yield item
            yield from _around(reading, item)
    yield from _between(reading)


def _measured_from(reading: Reading) -> Iterator[int]:
    """Give the positions of places that only say how far off the one named before lies: "A (69 km west of | B)".

    "A convoy 69 km west of B" has no other place: it was there.
    """
    if not reading.of("length"):
        return
    for preposition in reading.of("at_place"):
        if _is_way_off(reading, preposition):
            near = range(preposition.last, min(preposition.last + _HEAD_REACH, len(reading.tokens)))
            for item in (
                *list_items(reading, preposition.last),
                *(tag for at in near for tag in reading.at(at, "site")),
            ):
                yield from range(item.first, item.last)


def _brought_to(reading: Reading) -> Iterator[int]:
    """Give the positions of places that the hurt were brought to: "rushed to | the Beira Hospital in Sofala"."""
    for verb in reading.of("brought"):
        first = verb.last + len(reading.at(verb.last, "article"))
        yield from range(first, min(first + _BROUGHT_REACH, reading.sentence_of(verb.first).last))


def _is_way_off(reading: Reading, preposition: Tag) -> bool:
    at, limit = preposition.first, max(reading.sentence_of(preposition.first).first, preposition.first - _ASIDE_REACH)
    measured = bool(reading.of("length", limit, preposition.last)) and bool(reading.of("number", limit, at))
    while measured and at > limit:
        at -= 1
        if reading.has_any(at, _HAPPENING):
            return False
        if reading.tokens[at].text in {",", "("} and at and not reading.has_any(at - 1, ("length", "number")):
            return reading.has_any(at - 1, _LOCATING)
    return False


def _told_at(reading: Reading) -> Iterator[int]:
    """Give the positions of places where somebody is told something: "told reporters at | the Karm airbase"."""
    for preposition in reading.of("at_place"):
        if is_told(reading, preposition.first - 1):
            behind = preposition.last + len(reading.at(preposition.last, "article"))
            yield from (tag.first for kind in ("site", "toponym") for tag in reading.at(behind, kind))


def _is_naming(reading: Reading, position: int, site: Tag) -> bool:
    """Tell whether the word at POSITION names the place SITE: "the airport of the Libyan | capital" has no name."""
    if reading.has(position, "group"):
        return False  # "a camp of the | ELN in Tame" was in Tame
    owner = position == site.last - 1 and reading.has(position, "people") and not reading.has(position, "country")
    return reading.has_any(position, ("name", "country")) and not (owner and reading.pack.grammar.capitals)


def _between(reading: Reading) -> Iterator[Tag]:
    """Give the places that something lies between: "between the villages of A and B", "the road between A and B"."""
    for between in reading.of("between"):
        items = list(list_items(reading, between.last)) if reading.pack.grammar.markers == "before" else []
        if are_between(reading, between, items):
            yield from items
    for beside in reading.of("by"):
        if reading.pack.grammar.capitals and beside.first and reading.has(beside.first - 1, "place_head"):
            yield from (Tag("place", name.first, name.last) for name in reading.at(beside.last, "name"))  # "road by A"


def _sites(reading: Reading, taken: set[int]) -> Iterator[Tag]:
    """Give the places that have a head word and stand at no position TAKEN, with the list behind a plural head."""
    for site in reading.of("site"):
        named = any(_is_naming(reading, position, site) for position in range(site.first, site.last))
        if takes_in(reading, site.last, ("voice_head",)) or is_body(reading, site.first, site.last):
            continue
        if not named and _heads_many(reading, site) and site.last < len(reading.tokens):
            named = reading.tokens[site.last].text == ":"
        if named and site.first not in taken and not reading.at(site.first, "actor"):
            places = [Tag("place", site.first, site.last, "site")]
            if _heads_many(reading, site):
                whose = reading.pack.grammar.genitives and reading.at(site.first, "people")  # "the | Syrian provinces"
                listed = list(list_items(reading, site.first + bool(whose)))
                places = [*_adjectives_before(reading, site), *(listed if len(listed) > 1 else places)]
            taken |= {place.first for place in places}
            yield from places


def _adjectives_before(reading: Reading, site: Tag) -> list[Tag]:
    """Return the names listed as adjectives before a plural head: "the Bryansk, Kursk and Belgorod | regions"."""
    grammar, found = reading.pack.grammar, list[Tag]()
    endings, at = grammar.adjective_endings, site.first - 1
    able = bool(endings) or "before" in grammar.modifiers
    while able and at > 0 and (reading.tokens[at].text == "," or reading.at(at, "and")):
        name = reading.over(at - 1, "name")
        if name is None or (endings and not reading.tokens[at - 1].norm.endswith(endings)):
            break
        found.insert(0, Tag("place", name.first, name.last, "headed"))
        at = name.first - 1
    return found


def _heads_many(reading: Reading, site: Tag) -> bool:
    """Tell whether the head of SITE is a plural, so that a list of names may follow: "the villages of A, B and C"."""
    return any(tag.value == "many" for at in range(site.first, site.last) for tag in reading.at(at, "place_head"))


def _around(reading: Reading, item: Tag) -> Iterator[Tag]:
    """Give the name that "of" ties to the place ITEM: "the Haydariya district of | Najaf", "the road from A to | B"."""
    if reading.pack.grammar.markers == "after" or reading.pack.grammar.genitives or item.value != "headed":
        return
    if item.last >= len(reading.tokens):
        return
    way = any(reading.at(at, "origin") for at in range(item.first, item.last))
    if way and reading.at(item.last, "destination"):
        yield from (Tag("place", name.first, name.last) for name in reading.at(item.last + 1, "name"))
    if not reading.has(item.last - 1, "place_head"):
        return
    owner = reading.at(item.last, "of")
    at = owner[0].last if owner else len(reading.tokens)
    if at < len(reading.tokens) and not reading.has_any(at, ("actor", "voice")):
        yield from (Tag("place", name.first, name.last) for name in reading.at(at, "name"))


def list_items(reading: Reading, position: int) -> Iterator[Tag]:
    """Give the places of the list that begins at POSITION ("the A and B quarters, at C")."""
    if position >= len(reading.tokens):
        return
    limit = reading.sentence_of(position).last
    item = _place_at(reading, position, limit)
    told_at = position > 1 and reading.has(position - 1, "at_place")
    of_voice = told_at and reading.over(position - 2, "voice") is not None
    while item is not None:
        yield item
        end = at = _past_bracket(reading, item.last, limit)
        while at < limit and (reading.tokens[at].text in {",", *QUOTES} or reading.at(at, "and")):
            at += 1
        if at == end or at >= limit:
            return
        if item.value == "headed" and reading.at(at - 1, "and"):
            at += len(reading.at(at, "of")[:1])  # "the countryside of A and of B"
        apart = reading.tokens[at - 1].text == ","
        item = _place_at(reading, at, limit)
        if (
            item is not None
            and apart
            and (of_voice or reading.begins(_past_bracket(reading, item.last, limit), _ACTING))
        ):
            return  # "in Gaza, Israel has broken the truce": the one who acts; "the commander in A, John Smith"


def _past_bracket(reading: Reading, position: int, limit: int) -> int:
    """Return the position behind what stands in brackets at POSITION: "near Vodiane | (16 km west of A) | and B"."""
    if position < limit and reading.tokens[position].text == "(":
        for at in range(position + 1, min(position + _LONGEST_BRACKET, limit)):
            if reading.tokens[at].text == ")":
                return at + 1
    return position


def _is_kind_of_place(reading: Reading, position: int) -> bool:
    """Tell whether a modifier stands between the head of a place and its name: "la ciudad siria de Homs"."""
    if "after" not in reading.pack.grammar.modifiers:
        return False
    token = reading.tokens[position]
    plain = token.kind == "word" and not token.capital
    return plain and position + 1 < len(reading.tokens) and bool(reading.at(position + 1, "of"))


def _marked(reading: Reading, marker: Tag) -> int:
    """Return where what MARKER marks ends: "Halep | 'in kuzeyinde"."""
    return marker.first - bool(marker.first and reading.at(marker.first - 1, "of"))


def items_before(reading: Reading, position: int) -> list[Tag]:
    """Return the places of the list that ends at POSITION, where their marker stands ("Halep, Hama ve Humus | 'ta")."""
    found: list[Tag] = []
    at = position
    while len(found) < _MOST_LISTED:
        tag = _place_ending(reading, at)
        if tag is None:
            break
        found.insert(0, tag)
        at = tag.first
        while at > 0 and (reading.tokens[at - 1].text in {",", *QUOTES} or reading.has(at - 1, "and")):
            at -= 1
        if at == tag.first:
            break
    return found


def _place_ending(reading: Reading, position: int) -> Tag | None:
    """Return the place whose last word stands before POSITION in its sentence, None when that is none."""
    if position < 1 or reading.has(position - 1, "actor_head") or reading.has(position - 1, "voice_head"):
        return None
    for kind in ("site", "name", "country"):
        tag = reading.over(position - 1, kind)
        if tag is not None and tag.last == position and not is_body(reading, tag.first, tag.last):
            return Tag("place", tag.first, tag.last, "headed" if kind == "site" else "")
    return None


def _goes_on(reading: Reading, position: int) -> bool:
    """Tell whether a plain word stands at POSITION, of which what is before is an adjective: "at Shan | positions"."""
    ends = position >= len(reading.tokens) or reading.begins(position, ("preposition", "time", "adverb", "clause"))
    return not ends and is_plain(reading, position)


def _place_at(reading: Reading, position: int, limit: int) -> Tag | None:
    """Return the place at POSITION that the pack knows by several words ("the Line of Control"), or any other."""
    position = past_holder(reading, position, limit)
    known = reading.at(position + bool(reading.at(position, "article")), "toponym")
    if known and known[0].last - known[0].first > 1:
        return Tag("place", known[0].first, known[0].last)
    return _item(reading, position, limit)


def _opens_list(reading: Reading, position: int) -> bool:
    """Tell whether the mark at POSITION begins a list of places behind their head: "villages: A, B"."""
    if reading.tokens[position].text == ",":
        return position + 1 < len(reading.tokens) and bool(reading.at(position + 1, "determiner"))
    return reading.tokens[position].text == ":"


def _begins_apposition(reading: Reading, position: int) -> bool:
    head = reading.has(position, "place_head") and not reading.has(position - 1, "place_head")
    return reading.pack.grammar.construct_state and head


def _leads_on(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether a direction at POSITION tells where what is named before lies: "Hodeida | west of Yemen".

    So does a head that says what it is, where heads go first: "A, | the capital of B".
    """
    if _begins_apposition(reading, position):
        return True
    behind = position + 1
    return reading.has(position, "at_place") and behind < limit and reading.has_any(behind, _LOCATING)


def _past_number(reading: Reading, position: int) -> int:
    """Return POSITION, or where a place head stands behind a number there: "in three | provinces"."""
    for number in reading.at(position, "number"):
        if number.last < len(reading.tokens) and reading.has(number.last, "place_head"):
            return number.last
    return position


def _past_direction(reading: Reading, position: int) -> int:
    """Return the position behind the head or direction at POSITION: "southern and | eastern Lebanon"."""
    joined = position + 2 < len(reading.tokens) and reading.at(position + 1, "and")
    both = reading.has(position, "direction") and reading.has(position + 2, "direction")
    return position + 1 + bool(joined and both)


def _item(reading: Reading, position: int, limit: int) -> Tag | None:
    """Return the place at POSITION: article, directions, head word, name, head word; None when there is none."""
    at, named, headed = _past_number(reading, position), False, False
    first = -1
    while at < limit and at - position < _LONGEST_PHRASE:
        token = reading.tokens[at]
        colon = headed and not named and _opens_list(reading, at)
        if reading.begins(at, ("article", "determiner")) or (token.text in QUOTES and first < 0) or colon:
            if named:
                break
            first, at = (-1 if colon else first), at + 1
            continue
        name = next(iter(reading.at(at, "name")), None) or next(iter(reading.at(at, "country")), None)
        name = None if name is not None and reading.has(name.first, "weapon") else name  # "with Grads"
        if name is not None and not named and is_of_people(reading, name):
            first, at = (at if first < 0 else first), name.last
        elif name is not None and not named:
            first, at = (at if first < 0 else first), name.last
            named = not (at < limit and reading.tokens[at].norm in reading.pack.grammar.possessives)
            at += not named
        elif reading.has_any(at, ("place_head", "direction")) and not (named and _leads_on(reading, at, limit)):
            first, at, headed = (at if first < 0 else first), _past_direction(reading, at), True
        elif named or not (headed and (reading.begins(at, ("of", "origin")) or _is_kind_of_place(reading, at))):
            break
        else:
            at += 1
    if not named or (at < limit and takes_in(reading, at, ("actor_head", "voice_head", "weapon"))):
        return None
    owned = is_owner(reading, position, at)
    bare = not headed and (
        owned
        or reading.has(first, "actor")
        or (at == first + 1 and reading.has(first, "person"))
        or (is_people(reading, first, at) and _goes_on(reading, at))
    )
    if bare or is_body(reading, first, at) or is_of_whom(reading, first, at):
        return None
    return Tag("place", first, at, "headed" if headed else "")


def without_locality(reading: Reading, tag: Tag) -> Tag:
    """Return TAG without the words before its name that only say it is a place: "the area of the settlement | X"."""
    heads = reading.at(tag.first, "locality")
    while heads and heads[0].last < tag.last:
        at, heads = heads[0].last, reading.at(heads[0].last, "locality")
        if heads or reading.tokens[at].text[0].isupper():
            tag = replace(tag, first=at)
    return tag
