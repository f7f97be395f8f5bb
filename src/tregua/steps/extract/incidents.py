"""What happened: acts of violence and obstruction, one claim each, with who did it to whom, where and when.

Words that name an act are gathered into events: words of one clause are one event; a new subject, or a semicolon,
begins another. What may be, shall be or was not is no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tregua.records.claim import Happening, Mention, PlaceMention, Tally
from tregua.steps.extract.casualties import casualties_in
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.headlines import without_headlines
from tregua.steps.extract.names import list_items
from tregua.steps.extract.slots import (
    Clause,
    actor_at,
    actor_list,
    actors_in,
    agents_at,
    mention,
    nearest_time,
    place_mention,
    places_in,
    skip_articles,
)
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.acts import Act
from tregua.vocabulary.time import Span

__all__ = ["read_incidents"]

_KINDS = ("act_verb", "act_noun", "use_verb", "casualty", "weapon")
_UNREAL_REACH = 4
_WEAPON_REACH = 6
_NEAR = 3
_AGENT_REACH = 20
_SPECIFIC = ("airstrike", "drone", "shelling", "explosion", "abduction", "advance", "obstruction")
_FIRE = ("small-arms", "attack", "use")
_SINGLE_DAY = ("since", "since_truce", "since_month", "until")


@dataclass(slots=True)
class _Event:
    """Words of one event, the clause they stand in, and who acts."""

    sentence: Sentence
    first: int
    last: int
    words: list[Tag] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """Who acted last, for "they" and for clauses that do not repeat who acts."""

    actors: tuple[Mention, ...] = ()
    sentence: int = -9
    counts: bool = False


def read_incidents(reading: Reading, attribution: Attribution, tallies: Sequence[Draft]) -> list[Draft]:
    """Return a draft for each event in READING; the words of TALLIES are counts, and who is accused there may act."""
    state = _State()
    drafts: list[Draft] = []
    counted = frozenset(position for draft in tallies for position in range(draft.first, draft.last))
    accused = {
        reading.sentence_of(draft.first).index: draft.slots.accused
        for draft in tallies
        if isinstance(draft.slots, Tally) and draft.slots.accused
    }
    for sentence in reading.sentences:
        if sentence.index in accused:
            state.actors, state.sentence = accused[sentence.index], sentence.index
        state.counts = any(position in counted for position in range(sentence.first, sentence.last))
        for event in _events(reading, attribution, sentence, counted):
            draft = _draft(reading, attribution, event, state)
            if draft is not None:
                drafts.append(draft)
    return without_headlines(reading, drafts)


def _events(
    reading: Reading, attribution: Attribution, sentence: Sentence, counted: frozenset[int]
) -> Iterator[_Event]:
    words = [tag for tag in _act_words(reading, sentence) if _happened(reading, tag) and _is_free(tag, counted)]
    event: _Event | None = None
    for word in words:
        if event is None or _begins_another(reading, attribution, event, word):
            first = sentence.first if event is None else _clause_start(reading, event, word)
            if event is not None:
                event.last = first
                yield event
            event = _Event(sentence, first, sentence.last)
        event.words.append(word)
    if event is not None:
        yield event


def _is_free(tag: Tag, counted: frozenset[int]) -> bool:
    """Tell whether TAG is no part of a count; an obstruction is an act also where it is counted."""
    return tag.first not in counted or tag.value == Act.OBSTRUCTION


def _act_words(reading: Reading, sentence: Sentence) -> list[Tag]:
    tags = [tag for kind in _KINDS[:-1] for tag in reading.of(kind, sentence.first, sentence.last)]
    tags = [tag for tag in tags if tag.kind != "use_verb" or _weapon_near(reading, tag, sentence) is not None]
    tags += [tag for tag in reading.of("weapon", sentence.first, sentence.last) if tags and _is_elliptic(reading, tag)]
    taken: dict[int, Tag] = {}
    for tag in sorted(tags, key=lambda found: (found.first, _KINDS.index(found.kind))):
        taken.setdefault(tag.first, tag)
    return list(taken.values())


def _is_elliptic(reading: Reading, weapon: Tag) -> bool:
    """Tell whether WEAPON stands for a verb left out: "fired mortars at A, and rockets at B"."""
    joined = weapon.first > 1 and reading.at(weapon.first - 1, "and") and reading.tokens[weapon.first - 2].text == ","
    aimed = reading.at(weapon.last, "at_target")
    return bool(joined and aimed)


def _weapon_near(reading: Reading, tag: Tag, sentence: Sentence) -> Tag | None:
    found = reading.of("weapon", tag.last, min(tag.last + _WEAPON_REACH, sentence.last))
    return found[0] if found else None


def _happened(reading: Reading, word: Tag) -> bool:
    """Tell whether WORD is said to have happened: nothing before it makes it a wish, a threat or a denial."""
    sentence = reading.sentence_of(word.first)
    for position in range(word.first - 1, max(sentence.first, word.first - _UNREAL_REACH) - 1, -1):
        token = reading.tokens[position]
        if token.kind == "mark" and token.text in ",;:":
            break
        if reading.at(position, "unreal"):
            return False
    if reading.of("modal", sentence.first, word.first):
        return False
    after = reading.at(word.last, "unreal") if word.kind == "act_noun" and word.last < sentence.last else []
    return not after


def _begins_another(reading: Reading, attribution: Attribution, event: _Event, word: Tag) -> bool:
    before = event.words[-1]
    between = range(before.last, word.first)
    stopped = any(reading.tokens[position].text == ";" for position in between)
    if word.kind == "casualty":
        return _active_subject(reading, attribution, before, word) is not None
    if all(old.kind == "casualty" for old in event.words):
        return False
    if stopped or word.kind == "weapon":
        return True
    if word.kind == "act_verb" and _is_passive(reading, word) and _struck_anew(reading, before, word):
        return True
    return word.kind in {"act_verb", "use_verb"} and _active_subject(reading, attribution, before, word) is not None


def _struck_anew(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether a passive WORD has a new subject of its own: "A was shelled, and B and C were seized"."""
    for position in range(before.last, word.first):
        if reading.at(position, "clause") and reading.tokens[position - 1].text == ",":
            return bool(reading.of("name", position, word.first))
    return False


def _active_subject(reading: Reading, attribution: Attribution, before: Tag, word: Tag) -> Tag | None:
    """Return a new subject of WORD between BEFORE and it, set off by a comma or a conjunction."""
    if word.kind == "casualty" and (word.first == 0 or _is_passive(reading, word)):
        return None
    clause = Clause(reading, attribution, before.last, word.first)
    near = [tag for tag in actors_in(clause) if word.first - tag.last <= _NEAR]
    for tag in reversed(near):
        start = tag.first
        while start > before.last and (reading.has(start - 1, "article") or reading.has(start - 1, "so_called")):
            start -= 1
        if start > before.last and (reading.tokens[start - 1].text in {",", ";"} or reading.at(start - 1, "clause")):
            return tag
    return None


def _clause_start(reading: Reading, event: _Event, word: Tag) -> int:
    """Return where the clause of WORD begins, after the last word of EVENT."""
    for position in range(word.first - 1, event.words[-1].last, -1):
        token = reading.tokens[position]
        if token.text in {",", ";"} or reading.at(position, "clause"):
            return position
    return word.first


def _is_passive(reading: Reading, word: Tag) -> bool:
    position = word.first - 1
    while position >= 0 and reading.at(position, "adverb"):
        position -= 1
    return position >= 0 and reading.has(position, "auxiliary")


def _draft(reading: Reading, attribution: Attribution, event: _Event, state: _State) -> Draft | None:
    clause = Clause(reading, attribution, event.first, event.last)
    killed, injured = casualties_in(clause, "killed"), casualties_in(clause, "injured")
    acts = [word for word in event.words if word.kind != "casualty"]
    if not acts and killed is None and injured is None:
        return None
    head = acts[0] if acts else event.words[0]
    actors, actor_from = _actors(clause, event, state)
    places, targets = _where(clause, event)
    if not _is_event(reading, event, acts, actors=bool(actors), placed=bool(places or targets), counted=state.counts):
        return None
    slots = Happening(
        act=_act(clause, acts),
        actors=actors,
        targets=targets,
        places=places,
        time=_time(clause, event, head),
        killed=killed,
        injured=injured,
        count=_repeats(clause, acts),
        weapons=tuple(dict.fromkeys(_printed(reading, tag) for tag in reading.of("weapon", clause.first, clause.last))),
    )
    if actors:
        state.actors, state.sentence = actors, event.sentence.index
    return Draft(head.first, _end(event), slots, _trace(reading, event, slots, actor_from))


def _printed(reading: Reading, tag: Tag) -> str:
    return reading.printed(tag.first, tag.last)


def _end(event: _Event) -> int:
    return max(word.last for word in event.words)


def _trace(reading: Reading, event: _Event, slots: Happening, actor_from: str) -> tuple[str, ...]:
    words = ", ".join(f"“{_printed(reading, word)}” ({word.kind} {word.value})" for word in event.words)
    lines = [f"incident by {words}"]
    lines += [f"actor: {actor_from}"] * bool(slots.actors)
    lines += [f"place: {', '.join(place.text for place in slots.places)}"] * bool(slots.places)
    lines += [] if slots.time is None else [f"time: “{slots.time.text}”"]
    return tuple(lines)


def _is_subset(reading: Reading, event: _Event) -> bool:
    """Tell whether casualties are only part of those told of before: "32 civilians are among the dead"."""
    return bool(reading.of("subset", event.sentence.first, event.words[-1].last))


def _is_event(
    reading: Reading, event: _Event, acts: Sequence[Tag], *, actors: bool, placed: bool, counted: bool
) -> bool:
    """Tell whether there is enough to call it an event: a noun alone, without anyone or anywhere, is none."""
    if not acts:
        toll = reading.of("war", event.sentence.first, event.sentence.last) or _is_subset(reading, event)
        return not toll and (actors or (not counted and (placed or bool(reading.of("time", event.first, event.last)))))
    if any(word.kind != "act_noun" for word in acts):
        return actors or placed or any(word.kind == "casualty" for word in event.words)
    owned = any(reading.has(at, "commit") for word in acts for at in range(max(0, word.first - 4), word.first)) or any(
        reading.has(word.first - 1, kind) for word in acts if word.first for kind in ("people", "by")
    )
    return actors and (placed or owned)


def _act(clause: Clause, acts: Sequence[Tag]) -> Act:
    if not acts:
        return Act.OTHER
    specific = [word.value for word in acts if word.value in _SPECIFIC]
    if specific:
        return Act(specific[0])
    weapons = [tag.value for tag in clause.reading.of("weapon", clause.first, clause.last)]
    if weapons and acts[0].value in _FIRE:
        return Act(weapons[0] if "shelling" not in weapons else "shelling")
    return Act(acts[0].value) if acts[0].value in set(Act) else Act.ATTACK


def _repeats(clause: Clause, acts: Sequence[Tag]) -> int | None:
    for kind in ("frequency",):
        for tag in clause.reading.of(kind, clause.first, clause.last):
            return tag.count
    for word in acts:
        for position in range(word.last, min(word.last + 2, clause.last)):
            for number in clause.reading.at(position, "number"):
                if clause.reading.over(number.last, "weapon") or clause.reading.over(number.last + 1, "weapon"):
                    return number.count
    return None


def _time(clause: Clause, event: _Event, head: Tag) -> Span | None:
    whole = Clause(clause.reading, clause.attribution, event.sentence.first, event.sentence.last)
    return nearest_time(clause, head.first) or nearest_time(whole, head.first)


def _actors(clause: Clause, event: _Event, state: _State) -> tuple[tuple[Mention, ...], str]:
    reading = clause.reading
    for word in sorted(event.words, key=lambda tag: tag.kind == "casualty"):
        agents = _agents(clause, word)
        if agents:
            return tuple(mention(reading, tag) for tag in agents), f"agent after “{_printed(reading, word)}”"
        subject = [] if _is_passive(reading, word) else _subject(clause, word)
        if subject:
            return tuple(mention(reading, tag) for tag in subject), f"subject before “{_printed(reading, word)}”"
    pointed = reading.of("pronoun", clause.first, event.words[0].first)
    carried = state.sentence == event.sentence.index or (pointed and event.sentence.index - state.sentence <= 2)  # noqa: PLR2004
    passive = any(_is_passive(reading, word) for word in event.words)
    if carried and not passive:
        return state.actors, "carried on from the clause before"
    return (), ""


def _agents(clause: Clause, word: Tag) -> list[Tag]:
    reading = clause.reading
    if word.kind == "act_noun":
        for between in reading.of("between", word.first, clause.last):
            return actor_list(reading, between.last, clause.last)
    for agent in reading.of("by", word.first, clause.last):
        found = agents_at(reading, agent.last, clause.last)
        found = [tag for tag in found if not clause.attribution.speaks(reading, tag)]
        if found and agent.first - word.last <= _AGENT_REACH:
            return found
    return []


def _subject(clause: Clause, word: Tag) -> list[Tag]:
    reading = clause.reading
    start = clause.first
    if word.kind == "act_noun" and reading.has(word.first - 1, "people"):
        return [tag for tag in [reading.over(word.first - 1, "people")] if tag is not None]
    for position in range(clause.first, word.first):
        start = position + 1 if reading.tokens[position].text in {":", ";"} else start
    for act in clause.attribution.said[reading.sentence_of(word.first).index]:
        start = act.last if start <= act.last <= word.first else start
    before = list(actors_in(clause.part(start, word.first))) or list(actors_in(clause.part(clause.first, word.first)))
    if before:
        return actor_list(reading, before[0].first, word.first) or [before[0]]
    if "after" in reading.pack.grammar.subject:
        tag = actor_at(reading, word.last, clause.last)
        return [tag] if tag is not None else []
    return []


def _where(clause: Clause, event: _Event) -> tuple[tuple[PlaceMention, ...], tuple[Mention, ...]]:
    """Return the places of an event and what it struck."""
    reading = clause.reading
    places = places_in(clause)
    targets: list[Mention] = []
    for word in event.words:
        if word.kind == "casualty":
            continue
        struck = _struck(clause, word)
        if struck is not None:
            targets.append(mention(reading, struck))
            known = " ".join(place.text for place in places)
            if struck.kind == "place" and reading.printed(struck.first, struck.last) not in known:
                places += [place_mention(reading, tag) for tag in list_items(reading, struck.first)]
    if not places:
        whole = Clause(reading, clause.attribution, event.sentence.first, event.sentence.last)
        places = places_in(whole)
    return tuple(places), tuple(targets)


def _struck(clause: Clause, word: Tag) -> Tag | None:
    """Return what WORD struck: the object behind it or behind "at", "against", "on"."""
    reading = clause.reading
    starts = [tag.last for tag in reading.of("at_target", word.last, clause.last)]
    if word.kind == "act_noun":
        starts = [tag.last for tag in reading.at(word.last, "of")] + starts
    direct = word.kind == "act_verb" and not _is_passive(reading, word)
    for position in [*([word.last] if direct else []), *starts]:
        tag = _object_at(reading, position, clause.last)
        if tag is not None:
            return tag
    return None


def _object_at(reading: Reading, position: int, limit: int) -> Tag | None:
    at = skip_articles(reading, position, limit)
    for tag in reading.at(at, "actor"):
        return tag
    item = next(iter(list_items(reading, at)), None)
    if item is not None:
        return item
    nouns = reading.of("target", at, min(at + 4, limit))
    return Tag("target", at, nouns[0].last) if nouns else None
