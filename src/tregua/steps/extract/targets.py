"""Where an event was and what it struck: the object of an active verb, the subject of a passive one, "at …"."""

from __future__ import annotations

from dataclasses import replace

from tregua.records.claim import Mention, PlaceMention
from tregua.steps.extract.able import clause_from, stands_free
from tregua.steps.extract.agents import able_behind
from tregua.steps.extract.arms import owners_behind
from tregua.steps.extract.beside_places import is_beside
from tregua.steps.extract.cases import is_nominative
from tregua.steps.extract.events import Event
from tregua.steps.extract.gaps import GAP
from tregua.steps.extract.objects import (
    LONGEST_OBJECT,
    describes,
    homes_of,
    is_fired,
    is_governed,
    object_at,
    objects_at,
    past_agent,
)
from tregua.steps.extract.parted import told_with
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.places import items_before, list_items
from tregua.steps.extract.relatives import relative_before
from tregua.steps.extract.slots import Clause, members_end, mention, past_light, place_mention, places_in
from tregua.steps.extract.sufferers import sufferers_of
from tregua.steps.extract.text import Reading, Tag, is_unknown
from tregua.vocabulary.acts import Act

__all__ = ["is_aimed_at", "places_and_targets"]

_LEFT: dict[str, str] = {Act.ABDUCTION: "origin", Act.OBSTRUCTION: "passing"}
_BODIES = ("aid_body", "institution", "aid")
_UNARMED = (*_LEFT, Act.ADVANCE)
_UNDER = "under"
_MEANS = ("weapon", "means")
_BLOWING = (Act.EXPLOSION, "use")
_DAMAGE_REACH = 3
_SUFFERED_REACH = 4
_DONE = ("act_verb", "use_verb")
_STOPPING_ORIGIN = ("act_verb", "use_verb", "at_target", "say")
_FIRING = ("target", "people", "place_head", "article", "direction", "possessor")
_BEFORE_AIM = ("article", "determiner", "possessor", "pronoun", "modifier", "people")
_PASSIVE_REACH = 16
_SUFFERED_REACH = 12
_ADJUNCT_REACH = 8
_ADJUNCTS = ("time", "place", "weapon", "act_noun")
_HEADING = ("target", "person", "actor", "weapon")


def places_and_targets(clause: Clause, event: Event) -> tuple[tuple[PlaceMention, ...], tuple[Mention, ...]]:
    """Return the places of EVENT and what it struck, in the order of the text."""
    reading, said = clause.reading, clause.attribution
    near = reading.of("place", event.sentence.first, event.sentence.last)
    spoken = [tag for tag in near if said.speaks(reading, tag) or said.seats(reading, tag) or is_beside(reading, tag)]
    left = frozenset(tag.first for tag in (*spoken, *_fired_from(clause, event)))
    places, targets = places_in(clause, known=left), []
    struck_here: list[Tag] = []
    nouns = [word for word in event.words if word.kind == "act_noun"]
    for word in event.words:
        for struck in _struck(clause, word):
            itself = any(struck.first <= noun.first < struck.last for noun in nouns)  # "the | attack suffered by A"
            if itself or clause.attribution.speaks(reading, struck) or reading.has(struck.first, "channel"):
                continue
            targets.append(mention(reading, struck))
            struck_here.append(struck)
            words = reading.printed(struck.first, struck.last)
            known = any(words in place.text or place.text in words for place in places)
            ranked = struck.first > 0 and reading.has(struck.first - 1, "title")
            if struck.kind == "place" and not (known or ranked or reading.has_any(struck.first, _BODIES)):
                places += [place_mention(reading, tag) for tag in list_items(reading, struck.first)]
    if not places:
        places = _places_left(clause, event) or [place_mention(reading, tag) for tag in homes_of(reading, struck_here)]
    whole = Clause(reading, clause.attribution, *told_with(reading, event.words[0], event.words[-1], event.last))
    capitals = spoken if reading.pack.grammar.genitives else ()  # "in Baku they said"
    seats = frozenset(tag.first for tag in capitals if reading.at(tag.first, "country"))
    places = places or places_in(whole, known=left) or places_in(whole, known=seats)
    return tuple(places), tuple({target.text: target for target in targets}.values())


def _fired_from(clause: Clause, event: Event) -> list[Tag]:
    """Return the places that fire came from: "from positions near A they shelled B"."""
    reading = clause.reading
    if "before" not in reading.pack.grammar.modifiers or all(word.value in _UNARMED for word in event.words):
        return []
    posts = _posted(clause, event)
    places = reading.of("place", clause.first, clause.last)
    return [place for place in places if place.first in posts or _is_whence(clause, place)]


def _posted(clause: Clause, event: Event) -> set[int]:
    """Return the positions that tell where those who did EVENT stand: "troops | stationed in A and B | shelled C"."""
    reading, word = clause.reading, event.words[0]
    acting, posts = word.kind in _DONE and not is_passive(reading, word), set[int]()
    for based in reading.of("based", clause.first, clause.last):
        at = based.first - 1 - (reading.tokens[based.first - 1].text == ",")
        actor = reading.over(at, "actor")
        who = actor or reading.over(at, "name")
        agent = who is not None and who.first > 0 and bool(reading.at(who.first - 1, "by"))
        if agent or (actor is not None and acting and based.first < word.first):
            ends = [tag.first for kind in _DONE for tag in reading.of(kind, based.last, clause.last)]
            posts |= set(range(based.last, min((clause.last, *ends))))
    return posts


def _is_whence(clause: Clause, place: Tag) -> bool:
    """Tell whether fire came from PLACE, or from one that it is listed with: "from positions in A, | B district"."""
    reading = clause.reading
    for at in range(place.first - 1, max(clause.first, place.first - LONGEST_OBJECT) - 1, -1):
        if reading.at(at, "origin"):
            return reading.has_any(at + 1, _FIRING)
        before = reading.over(at, "place")
        if before is not None:
            joined = all(_joins(reading, each) for each in range(before.last, place.first))
            return joined and not _is_on_side(reading, before) and _is_whence(clause, before)
        if reading.has_any(at, _STOPPING_ORIGIN):
            break
    return False


def _is_on_side(reading: Reading, place: Tag) -> bool:
    """Tell whether PLACE is told of behind whose side fire came from: "from the Pakistani side along | the border"."""
    return any(reading.has(at, "side") for at in range(max(0, place.first - LONGEST_OBJECT), place.first))


def _joins(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION only joins two places: "A, B", "A and B", "A in the B"."""
    return reading.tokens[position].text == "," or reading.has_any(position, ("and", "of", "at_place", "article"))


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
        aimed = _aimed_at(clause, word) if word.kind != "casualty" else []
        return (aimed if word.kind == "use_verb" else []) or sufferers_of(clause, word) or aimed
    if word.kind != "act_noun" and reading.pack.grammar.verb == "last":
        return _objects_marked(clause, word)
    told = _aimed_drone(clause, word) or _wrecked(clause, word) or _who_came_under(clause, word)
    told = told or _suffered_before(clause, word)
    if told:
        return told
    relative = relative_before(clause, word) if word.kind in _DONE else None
    if relative is not None and (found := _object_ending(reading, clause.first, relative)):
        return found
    fronted = _fronted(clause, word) if word.kind in _DONE and reading.pack.grammar.genitives else []
    for position in _starts(clause, word):
        found = objects_at(reading, position, clause.last)
        found = [] if found and is_fired(reading, word, found[0]) else found
        acting = bool(found) and reading.over(found[0].first, "actor") is not None
        subject = acting and (bool(fronted) or is_nominative(reading, found[0]))
        if found and not subject and not _owns(clause, word, found):
            return [] if word.kind == "casualty" and found[0].kind == "place" else found
    return fronted


def _starts(clause: Clause, word: Tag) -> list[int]:
    """Return where the object of WORD may begin, the likeliest first."""
    reading, starts = clause.reading, []
    if word.kind in {"act_verb", "use_verb", "casualty", GAP}:
        starts.append(_behind_subject(clause, word))
    if word.kind == "act_noun":
        starts += [tag.last for tag in reading.at(past_agent(reading, word.last, clause.last), "of")]
        starts += [tag.last for tag in reading.of("damage", word.last, min(word.last + _DAMAGE_REACH, clause.last))]
    if word.kind == "act_noun" and reading.pack.grammar.construct_state:
        starts += _behind_owner(clause, word)
    if word.kind == "act_noun" and reading.pack.grammar.genitives and reading.has(word.last, "name"):
        starts.append(word.last)  # "obstril Marhancia", by the case alone
    grammar = reading.pack.grammar
    if word.kind != "act_noun" and grammar.capitals and (grammar.genitives or "after" in grammar.modifiers):
        starts.append(_past_adjuncts(clause, word.last))
    if word.kind != "casualty":
        aimed = reading.of("at_target", word.first, clause.last)
        aimed = [tag for tag in aimed if tag.value != _UNDER or word.value in _BLOWING]
        starts += [tag.last for tag in aimed if not reading.has(tag.first, "number")]
    return starts


def _suffered_before(clause: Clause, noun: Tag) -> list[Tag]:
    """Return what suffered NOUN by a verb right before it: "posts | came under drone attack", "was hit by fire"."""
    reading = clause.reading
    if (
        noun.kind != "act_noun"
        or reading.at(noun.last, "of")
        or reading.pack.grammar.subject != ("before",)
        or reading.pack.grammar.verb != "middle"
    ):
        return []
    near = max(clause.first, noun.first - _SUFFERED_REACH)
    verbs = [tag for kind in ("suffered", "damage") for tag in reading.of(kind, near, noun.first)]
    tied = [tag for tag in verbs if tag.kind == "suffered" or reading.of("by", tag.last, noun.first)]
    return sufferers_of(clause, tied[-1]) if tied else []


def _past_adjuncts(clause: Clause, position: int) -> int:
    """Return where an object may begin behind words of time and place: "attacked | in the night, in Boni, | a post"."""
    reading, limit = clause.reading, min(clause.last, position + _PASSIVE_REACH)
    while True:
        position = past_light(reading, position, limit)
        if position >= limit or not reading.has_any(position, ("at_place", "preposition")):
            return position
        near = min(position + _ADJUNCT_REACH, limit)
        kinds = [kind for kind in _ADJUNCTS if kind != "place" or not reading.pack.grammar.genitives]
        found = [tag for kind in kinds for tag in reading.of(kind, position, near)]
        first = min(found, key=lambda tag: (tag.first, -tag.last), default=None)
        if first is None or any(reading.has_any(at, _HEADING) for at in range(position + 1, first.first)):
            return position
        position = first.last


def _aimed_at(clause: Clause, word: Tag) -> list[Tag]:
    """Return what was aimed at by WORD, whose subject is a weapon: "shells were fired | at the posts"."""
    reading = clause.reading
    first = clause.first if reading.pack.grammar.genitives and word.kind == "use_verb" else word.last
    for aim in reading.of("at_target", max(first, word.first - _PASSIVE_REACH), word.last + _PASSIVE_REACH):
        if aim.first >= clause.last or reading.has(aim.first + 1, "weapon"):
            break
        found = objects_at(reading, aim.last, clause.last)
        if found and (aim.first > word.first or found[0].kind == "target"):
            return found
    return []


def _behind_owner(clause: Clause, noun: Tag) -> list[int]:
    """Return where the object of NOUN may begin where it takes one as a verb does: "qasf al-jaysh | (li-) qarya"."""
    reading = clause.reading
    if reading.at(noun.first, "takes_object"):
        found = owners_behind(clause, noun) or objects_at(reading, noun.last, clause.last)
        behind = found[-1].last if found else clause.last
        owned = reading.at(behind, "of") if behind < clause.last else ()
        return [owned[0].last if owned else behind, noun.last] if found else [noun.last]
    owners = owners_behind(clause, noun)
    if noun.first and reading.at(noun.first - 1, "at_target"):  # "hit | the shelling of the army | a village"
        return [_past_described(reading, owners[-1].last if owners else noun.last, clause.last)]
    if not owners and noun.first and reading.has_any(noun.first - 1, ("own_act", "have")):
        return [past_light(reading, noun.last, clause.last)]  # a verb of the same letters
    if not owners or owners[-1].last >= clause.last:
        return []
    of = reading.at(owners[-1].last, "of")
    return [of[0].last if of else past_light(reading, owners[-1].last, clause.last)]


def _past_described(reading: Reading, position: int, limit: int) -> int:
    """Return where words that describe a noun before POSITION end: "shelling | by guns, alike | a village"."""
    while position < limit and (
        reading.has_any(position, ("modifier", "people"))
        or (
            (is_unknown(reading, position) or reading.has(position, "person"))
            and reading.has_any(position + 1, ("place_head", "target"))
        )
    ):
        position += 1
    return position


def _aimed_drone(clause: Clause, word: Tag) -> list[Tag]:
    """Return the drone that was fired at."""
    weapons = clause.reading.of("weapon", clause.first, clause.last) if word.kind != "casualty" else ()
    return [replace(tag, kind="target") for tag in weapons if is_aimed_at(clause.reading, tag)][:1]


def _who_came_under(clause: Clause, word: Tag) -> list[Tag]:
    """Return who suffered WORD, where the verb of suffering stands first: "ta'arradat | the village | li-qasf"."""
    reading = clause.reading
    if word.kind != "act_noun" or not reading.pack.grammar.construct_state or not word.first:
        return []
    if not reading.at(word.first - 1, "of"):
        return []
    verbs = reading.of("suffered", max(clause.first, word.first - _SUFFERED_REACH), word.first - 1)
    return objects_at(reading, past_light(reading, verbs[-1].last, word.first), word.first - 1) if verbs else []


def _wrecked(clause: Clause, word: Tag) -> list[Tag]:
    """Return what a verb right before it says was damaged by WORD: "by the shelling were damaged | three houses"."""
    reading = clause.reading
    if word.kind != "act_noun" or not reading.pack.grammar.genitives:
        return []
    verbs = reading.of("damage", clause.first, clause.last)
    found = (objects_at(reading, verb.last, clause.last) for verb in verbs)
    return next((objects for objects in found if objects and objects[0].kind == "target"), [])


def _fronted(clause: Clause, word: Tag) -> list[Tag]:
    """Return the object that opens WORD's clause, in a language with cases: "Odesu atakuvaly", "pozycii bombyly"."""
    reading, start = clause.reading, clause_from(clause, word)
    arms = any(tag.value != Act.DRONE for tag in reading.of("weapon", word.last, clause.last))
    drones = [tag for tag in reading.of("weapon", start, word.first) if tag.value == Act.DRONE] if arms else []
    for head in sorted([*reading.of("target", start, word.first), *drones], key=lambda tag: tag.first):
        first = head.first
        while first > start and describes(reading, first - 1):
            first -= 1
        found = [Tag("target", first, head.last)] if head in drones else objects_at(reading, first, word.first)
        alone = bool(found) and found[0].kind == "target" and reading.over(head.first, "actor") is None
        known = reading.has(head.first, "place_head") and first == head.first  # "the village was shelled": told before
        if alone and not known and stands_free(reading, found[0], start):
            return found
    for name in reading.of("name", start, word.first):
        found = objects_at(reading, name.first, word.first)
        plain = bool(found) and found[0].kind == "place" and not reading.has(name.first, "actor")
        if plain and not is_governed(reading, name.first) and not clause.attribution.speaks(reading, found[0]):
            return found
    return []


def is_aimed_at(reading: Reading, weapon: Tag) -> bool:
    """Tell whether WEAPON is a drone that was fired at: "shot at their drone"."""
    at, grammar = weapon.first - 1, reading.pack.grammar
    while at > 0 and (reading.has_any(at, _BEFORE_AIM) or is_unknown(reading, at)):
        at -= 1
    aimed = at >= 0 and bool(reading.at(at, "at_target")) and grammar.markers == "before"
    return aimed and weapon.value == Act.DRONE and grammar.capitals


def _owns(clause: Clause, word: Tag, found: list[Tag]) -> bool:
    """Tell whether those FOUND behind a noun act in it: "bombardement de l'armée" is by the army."""
    grammar = clause.reading.pack.grammar
    if word.kind != "act_noun" or not (grammar.genitives or "after" in grammar.modifiers):
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
            else objects_at(reading, marker.last, word.first)
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
    position -= position > start and reading.tokens[position - 1].text == ","
    for first in range(position - 1, max(start, position - LONGEST_OBJECT) - 1, -1):
        tag = object_at(reading, first, position)
        if tag is not None and tag.last == position:
            return [tag]
    return []


def _behind_subject(clause: Clause, word: Tag) -> int:
    """Return where the object of WORD may begin: behind it, or behind a subject and a means that follow it first."""
    reading = clause.reading
    if reading.pack.grammar.subject[0] != "after":
        return word.last
    subject = able_behind(clause, word)
    position = past_light(reading, members_end(reading, subject[-1]) if subject else word.last, clause.last)
    means = [tag for kind in _MEANS for tag in reading.at(position, kind)] if position < clause.last else []
    means = [] if subject else sorted(means, key=lambda tag: -tag.last)
    if means and (word.kind == "use_verb" or not reading.has(position, "target")):
        position = means[0].last  # "launched | rockets at", "a tank fired", "struck | a drone a car"
        position = max([position, *(tag.last for tag in reading.at(position, "unattributed"))])
    noun = reading.at(word.last, "act_noun") if not subject and word.last < clause.last else ()
    if noun:  # "struck | the shelling of the army | a village"
        owners = owners_behind(clause, noun[0])
        position = owners[-1].last if owners else noun[0].last
    while position + 1 < clause.last:
        joined = [tag for kind in ("at_place", "and") for tag in reading.at(position, kind)]
        beside = reading.at(joined[0].last, "weapon") if joined and joined[0].last < clause.last else ()
        if not beside:
            break
        position = beside[0].last
    return position
