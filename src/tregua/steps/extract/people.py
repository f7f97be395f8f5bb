"""People who act though no word calls them a force: "locals blocked the road", "attacked by masked residents"."""

from __future__ import annotations

from tregua.steps.extract.able import clause_from, is_possessive, stands_free
from tregua.steps.extract.slots import Clause, actor_list, agents_marked, skip_articles
from tregua.steps.extract.text import Reading, Tag, is_unknown
from tregua.vocabulary.acts import Act

__all__ = ["group_after", "people_after", "people_before", "senders"]

_LONGEST = 4
_ABOUT = ("hedge", "adverb", "article", "determiner")
_OBJECTS = ("article", "determiner", "number", "target", "person", "people", "name")


def people_before(clause: Clause, word: Tag) -> list[Tag]:
    """Return the people who are the subject right before the active verb WORD, where subjects stand so."""
    reading, at = clause.reading, word.first - 1
    if reading.pack.grammar.subject != ("before",) or reading.pack.grammar.verb != "middle":
        return []
    while at >= clause.first and reading.has_any(at, ("adverb", "have")):
        at -= 1
    if at < clause.first or not reading.has(at, "person") or not _has_object(reading, word):
        return []  # "farmers abducted near Homs" suffered it
    first = at
    while first > clause.first and at - first < _LONGEST and _describes(reading, first - 1):
        first -= 1
    found = Tag("person", first, at + 1)
    owned = first > 0 and reading.at(first - 1, "possessor")  # "its men": whose they are is told elsewhere
    return [found] if not owned and stands_free(reading, found, clause.first) else []


def _has_object(reading: Reading, word: Tag) -> bool:
    """Tell whether an object follows WORD or stands in it: "blocked the road"."""
    inside = word.last - word.first > 1 and word.value == Act.OBSTRUCTION
    return inside or reading.has_any(word.last, _OBJECTS)


def people_after(clause: Clause, position: int) -> list[Tag]:
    """Return the people named as the agent at POSITION, behind "by"."""
    reading = clause.reading
    first = skip_articles(reading, position, clause.last)
    for number in reading.at(first, "number"):
        first = number.last
    for at in range(first, min(first + _LONGEST, clause.last)):
        if reading.has(at, "person"):
            owner = at + 1 < clause.last and is_possessive(reading, at + 1)  # "by the rebels' enemies"
            return [] if owner else [Tag("person", first, at + 1)]
        if not _describes(reading, at):
            break
    return []


def group_after(clause: Clause, position: int) -> list[Tag]:
    """Return the group whose people are named as the agent at POSITION: "by | suspected members of | the group"."""
    reading = clause.reading
    at = skip_articles(reading, position, clause.last)
    at = max([at, *(number.last for number in reading.at(at, "number"))])
    while at < clause.last and at - position < _LONGEST and not reading.has_any(at, ("person", "label")):
        if not (_describes(reading, at) or reading.has_any(at, _ABOUT)):
            return []
        at += 1
    while at < clause.last and reading.has_any(at, ("person", "label", "modifier")):
        at += 1
    of = [tag for kind in ("of", "origin") for tag in reading.at(at, kind)] if at < clause.last else []
    return [tag for tag in actor_list(reading, of[0].last, clause.last) if tag.kind == "actor"] if of else []


def _describes(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION may describe people: known to do so, or unknown and no name."""
    known = reading.has_any(position, ("modifier", "people"))
    return known or (is_unknown(reading, position) and not is_possessive(reading, position))


def senders(clause: Clause, word: Tag) -> list[Tag]:
    """Return who sent what is the subject of WORD, or tried it: "a stone thrown by settlers hit a car"."""
    reading = clause.reading
    for agent in reading.of("by", clause_from(clause, word), word.first):
        parted = any(reading.tokens[at].text == "," for at in range(agent.last, word.first))
        fired = agent.last - agent.first > 1 and reading.has(agent.first - 1, "weapon")  # "shells | disparados pelo A"
        sent = fired or (agent.first and reading.has_any(agent.first - 1, ("sent", "attempt_noun")))
        if sent and not parted:
            return agents_marked(reading, agent, word.first)
    return []
