"""Where an event was and what it struck: the object of an active verb, the subject of a passive one, "at …"."""

from __future__ import annotations

from tregua.records.claim import Mention, PlaceMention
from tregua.steps.extract.able import clause_from, stands_free, subject_from
from tregua.steps.extract.agents import able_behind
from tregua.steps.extract.arms import owners_behind
from tregua.steps.extract.cases import is_instrumental, is_nominative
from tregua.steps.extract.events import Event, is_passive
from tregua.steps.extract.gaps import GAP
from tregua.steps.extract.listed_people import aside_of
from tregua.steps.extract.places import items_before, list_items
from tregua.steps.extract.slots import Clause, mention, place_mention, places_in
from tregua.steps.extract.text import QUOTES, Reading, Tag
from tregua.vocabulary.acts import Act

__all__ = ["places_and_targets"]

_LONGEST_OBJECT = 6
_LEFT: dict[str, str] = {Act.ABDUCTION: "origin", Act.OBSTRUCTION: "passing"}
_MOST_OBJECTS = 8
_LEAD = 3
_DAMAGE_REACH = 3
_DONE = ("act_verb", "use_verb")
_SUBJECT_REACH = 40
_STOPPING_ORIGIN = ("act_verb", "use_verb", "at_target", "say", "place")
_FIRING = ("target", "people", "place_head", "article", "direction")
_LEADING = ("article", "determiner", "so_called", "number")
_HEADS = ("target", "person", "actor_head")
_NO_NOUN = (
    *("function", "preposition", "at_place", "of", "by", "and", "clause", "relative", "auxiliary", "have", "adverb"),
    *("act_noun", "act_verb", "use_verb", "casualty", "damage", "say", "commit", "weapon", "weapon_word", "number"),
    *("time", "date", "unit", "truce", "breach", "total", "frequency", "paper", "pact"),
)
_NO_END = ("act_noun", "weapon", "unit")
_STOPPING = ("function", "number", "time", "date", "by", "say", "act_verb", "use_verb", "casualty", "weapon_word")


def places_and_targets(clause: Clause, event: Event) -> tuple[tuple[PlaceMention, ...], tuple[Mention, ...]]:
    """Return the places of EVENT and what it struck, in the order of the text."""
    reading = clause.reading
    spoken = [tag for tag in reading.of("place", clause.first, clause.last) if clause.attribution.speaks(reading, tag)]
    left = frozenset(tag.first for tag in (*spoken, *_fired_from(clause, event)))
    places, targets = places_in(clause, known=left), []
    for word in event.words:
        for struck in _struck(clause, word):
            if clause.attribution.speaks(reading, struck):
                continue
            targets.append(mention(reading, struck))
            words = reading.printed(struck.first, struck.last)
            known = any(words in place.text or place.text in words for place in places)
            if struck.kind == "place" and not known:
                places += [place_mention(reading, tag) for tag in list_items(reading, struck.first)]
    if not places:
        places = _places_left(clause, event)
    whole = Clause(reading, clause.attribution, event.sentence.first, event.sentence.last)
    places = places or places_in(whole, known=left) or places_in(whole)
    return tuple(places), tuple({target.text: target for target in targets}.values())


def _fired_from(clause: Clause, event: Event) -> list[Tag]:
    """Return the places that fire came from: "from positions near A they shelled B"."""
    reading = clause.reading
    if "before" not in reading.pack.grammar.modifiers or all(word.value in _LEFT for word in event.words):
        return []
    return [place for place in reading.of("place", clause.first, clause.last) if _is_whence(clause, place)]


def _is_whence(clause: Clause, place: Tag) -> bool:
    reading = clause.reading
    for at in range(place.first - 1, max(clause.first, place.first - _LONGEST_OBJECT) - 1, -1):
        if reading.at(at, "origin"):
            return reading.has_any(at + 1, _FIRING)
        if reading.has_any(at, _STOPPING_ORIGIN):
            break
    return False


def _places_left(clause: Clause, event: Event) -> list[PlaceMention]:
    """Return where those who were taken were taken from, or where those who were held up were not let go."""
    reading = clause.reading
    starts = []
    for word in event.words:
        kind = _LEFT.get(word.value, "")
        starts += [tag.last for tag in reading.of(kind, word.last, clause.last)]
    items = [item for start in starts for item in list_items(reading, start) if item.last <= clause.last]
    return [place_mention(reading, item) for item in items]


def _struck(clause: Clause, word: Tag) -> list[Tag]:
    """Return what WORD struck: its object, what stands before its passive, or what follows "at", "against", "on"."""
    reading = clause.reading
    if word.kind != "act_noun" and is_passive(reading, word):
        return _sufferers(clause, word)
    if word.kind != "act_noun" and reading.pack.grammar.verb == "last":
        return _objects_marked(clause, word)
    starts = []
    if word.kind in {"act_verb", "use_verb", "casualty", GAP}:
        starts.append(_behind_subject(clause, word))
    if word.kind == "act_noun":
        starts += [tag.last for tag in reading.at(word.last, "of")]
        starts += [tag.last for tag in reading.of("damage", word.last, min(word.last + _DAMAGE_REACH, clause.last))]
    if word.kind == "act_noun" and reading.pack.grammar.genitives and reading.has(word.last, "name"):
        starts.append(word.last)  # "obstril Marhancia", by the case alone
    if word.kind != "casualty":
        aimed = reading.of("at_target", word.last, clause.last)
        starts += [tag.last for tag in aimed if not reading.has(tag.first, "number")]
    for position in starts:
        found = _objects_at(reading, position, clause.last)
        found = [] if found and _is_fired(reading, word, found[0]) else found
        subject = bool(found) and found[0].kind == "actor" and is_nominative(reading, found[0])
        if found and not subject and not _owns(clause, word, found):
            return [] if word.kind == "casualty" and found[0].kind == "place" else found
    return _fronted(clause, word) if word.kind in _DONE and reading.pack.grammar.genitives else []


def _is_fired(reading: Reading, word: Tag, found: Tag) -> bool:
    """Tell whether what was FOUND right behind WORD is only what was fired: "fired a round", "fired 300 shots"."""
    shots = word.kind == "use_verb" or reading.has(word.first, "sent")
    known = any(reading.has_any(at, ("person", "actor_head", "place")) for at in range(found.first, found.last))
    direct = found.first - word.last <= _LEAD and not reading.of("at_target", word.last, found.first)
    return shots and direct and found.kind == "target" and not known


def _fronted(clause: Clause, word: Tag) -> list[Tag]:
    """Return the place that opens the clause as the object of WORD, in a language with cases: "Odesu atakuvaly"."""
    reading, start = clause.reading, clause_from(clause, word)
    for name in reading.of("name", start, word.first):
        found = _objects_at(reading, name.first, word.first)
        plain = bool(found) and found[0].kind == "place" and not reading.has(name.first, "actor")
        if plain and stands_free(reading, found[0], start) and not clause.attribution.speaks(reading, found[0]):
            return found
    return []


def _owns(clause: Clause, word: Tag, found: list[Tag]) -> bool:
    """Tell whether those FOUND behind a noun act in it: "bombardement de l'armée" is by the army."""
    if word.kind != "act_noun" or "after" not in clause.reading.pack.grammar.modifiers:
        return False
    return any(owner.first == found[0].first for owner in owners_behind(clause, word))


def _objects_marked(clause: Clause, word: Tag) -> list[Tag]:
    """Return the marked object that stands nearest before a WORD that stands last: "Humus'u", "به حمص", "حمص را"."""
    reading, start = clause.reading, clause_from(clause, word)
    behind = reading.of("object_ending", start, word.first)
    before = reading.of("at_target", start, word.first)
    if reading.pack.grammar.markers == "after":
        behind, before = sorted([*behind, *before], key=lambda tag: tag.first), []
    for marker in sorted([*behind, *before], key=lambda tag: -tag.first):
        found = (
            _object_ending(reading, start, marker.first)
            if marker in behind
            else _objects_at(reading, marker.last, word.first)
        )
        if found and word.kind != "casualty":
            return found
    return []


def _object_ending(reading: Reading, start: int, position: int) -> list[Tag]:
    """Return the object whose last word stands right before POSITION, the shortest."""
    if reading.pack.grammar.markers == "after" and reading.over(position - 1, "actor") is None:
        places = items_before(reading, position)
        if places:
            return places
    for first in range(position - 1, max(start, position - _LONGEST_OBJECT) - 1, -1):
        tag = _object_at(reading, first, position)
        if tag is not None and tag.last == position:
            return [tag]
    return []


def _behind_subject(clause: Clause, word: Tag) -> int:
    """Return where the object of WORD may begin: behind it, or behind a subject and a means that follow it first."""
    reading = clause.reading
    if reading.pack.grammar.subject[0] != "after":
        return word.last
    subject = able_behind(clause, word)
    position = subject[-1].last if subject else word.last
    while position + 1 < clause.last:
        joined = [tag for kind in ("at_place", "and") for tag in reading.at(position, kind)]
        means = reading.at(joined[0].last, "weapon") if joined and joined[0].last < clause.last else ()
        if not means:
            break
        position = means[0].last
    return position


def _sufferers(clause: Clause, word: Tag) -> list[Tag]:
    """Return the subject of the passive WORD: what was shelled, who was killed."""
    reading = clause.reading
    start = subject_from(clause, word)
    if word.kind == "casualty" and reading.pack.grammar.genitives:  # "they bombed the town, three people were hurt"
        start = max([start, *(tag.last for tag in reading.of("act_verb", clause.first, word.first))])
    nearest: list[Tag] = []
    position, aside = max(start, word.first - _SUBJECT_REACH), aside_of(reading, start, word.first)
    while position < word.first:
        found = [] if position in aside else _objects_at(reading, position, _before(aside, position, word.first))
        named = found and found[0].kind == "place" and _names_person(reading, found[0].first)
        if named:
            pass  # "a farmer, | Mikael Sargsyan, was killed"
        elif found and stands_free(reading, found[0], start) and not clause.attribution.speaks(reading, found[0]):
            nearest = found
        position = max(position + 1, found[-1].last if found else 0)
    if word.first == clause.first and word.last < clause.last and reading.has(word.last, "auxiliary"):
        return _objects_at(reading, word.last + 1, clause.last)
    if not nearest and reading.pack.grammar.genitives:  # "Under fire came | posts of the army": the subject may follow
        return [tag for tag in _objects_at(reading, word.last, clause.last) if _may_follow(reading, tag)]
    return nearest if nearest and word.first - nearest[-1].last - len(aside) <= _LONGEST_OBJECT else []


def _names_person(reading: Reading, position: int) -> bool:
    """Tell whether the name at POSITION is that of somebody told of right before it: "a farmer, | Mikael Sargsyan"."""
    comma = position > 1 and reading.tokens[position - 1].text == ","
    return comma and reading.has(position - 2, "person") and reading.over(position, "place") is None


def _before(aside: range, position: int, limit: int) -> int:
    """Return where objects at POSITION end: before ASIDE, when it stands behind them, or at LIMIT."""
    return aside.start if position < aside.start else limit


def _may_follow(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG may be the subject behind a passive: neither the agent nor the owner of what was done."""
    return not is_instrumental(reading, tag) and not reading.has(tag.first, "oblique")


def _objects_at(reading: Reading, position: int, limit: int) -> list[Tag]:
    """Return the objects listed at POSITION ("the market, a school and Homs")."""
    found: list[Tag] = []
    joined = reading.at(position, "and") if reading.pack.grammar.genitives and position < limit else ()
    at = joined[0].last if joined else position  # "both A and B": the first "and" opens the list
    while len(found) < _MOST_OBJECTS:
        tag = _object_at(reading, at, limit)
        if tag is None or (found and tag.kind == "place" and reading.has(found[-1].last - 1, "person")):
            break  # nothing, or the name of one who was hurt: "a soldier, Aram Petrosyan"
        found.append(tag)
        at = tag.last
        while at < limit and (reading.tokens[at].text in {",", *QUOTES} or reading.at(at, "and")):
            at += 1
        if at == tag.last or at >= limit:
            break
        at += bool(reading.at(at, "at_target"))
    return found


def _object_at(reading: Reading, position: int, limit: int) -> Tag | None:
    at = _skip_leading(reading, position, limit)
    noun = _noun_phrase(reading, at, limit)
    actors = [tag for tag in reading.at(at, "actor") if tag.last <= limit]
    if actors:
        return noun if noun is not None and noun.last > actors[0].last else actors[0]
    item = next(iter(list_items(reading, at)), None) if at < limit else None
    if noun is not None and (item is None or item.first != at or noun.last >= item.last):
        return noun
    return item if item is not None and item.last <= limit else _plain_noun(reading, position, at, limit)


def _plain_noun(reading: Reading, position: int, first: int, limit: int) -> Tag | None:
    """Return the nouns from FIRST on that only their article or number at POSITION tells: "a | cantonment site"."""
    if first == position or not reading.pack.grammar.capitals or "before" not in reading.pack.grammar.modifiers:
        return None
    at = first
    while at < min(first + _LONGEST_OBJECT, limit) and _is_plain(reading, at):
        at += 1
    goes_on = at < limit and (reading.has_any(at, _NO_END) or reading.tokens[at].kind == "number")
    if at == first or goes_on or reading.has(at - 1, "modifier"):
        return None
    return Tag("target", first, _owner_end(reading, at, limit))


def _is_plain(reading: Reading, position: int) -> bool:
    """Tell whether a word stands at POSITION that may be part of a noun: no other class speaks against it."""
    return reading.tokens[position].kind == "word" and not reading.has_any(position, _NO_NOUN)


def _skip_leading(reading: Reading, position: int, limit: int) -> int:
    while position < limit:
        leading = [tag for kind in _LEADING for tag in reading.at(position, kind)]
        if leading:
            position = max(tag.last for tag in leading)
        elif reading.tokens[position].text in QUOTES:
            position += 1
        else:
            break
    return position


def _noun_phrase(reading: Reading, first: int, limit: int) -> Tag | None:
    """Return the words from FIRST to the last noun that may be struck, and whose they are: "posts of the army"."""
    last = None
    for position in range(first, min(first + _LONGEST_OBJECT, limit)):
        if reading.tokens[position].kind != "word" or any(reading.has(position, kind) for kind in _STOPPING):
            break
        if any(reading.has(position, kind) for kind in _HEADS):
            last = position + 1
    return None if last is None else Tag("target", first, _owner_end(reading, last, limit))


def _owner_end(reading: Reading, last: int, limit: int) -> int:
    """Return where the owner that stands behind a noun ends, LAST when there is none."""
    if last >= limit or not reading.at(last, "of"):
        return last
    at = _skip_leading(reading, reading.at(last, "of")[0].last, limit)
    owners = [tag for kind in ("actor", "name", "country") for tag in reading.of(kind, at, limit) if tag.first == at]
    return owners[0].last if owners else last
