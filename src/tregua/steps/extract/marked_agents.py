"""Agents that a word marks: who is named behind "by", or between whom an act was."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.steps.extract.able import clause_from
from tregua.steps.extract.cases import agents_by_case
from tregua.steps.extract.inversion import opens_sentence
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.people import group_after, people_after
from tregua.steps.extract.slots import Clause, actor_list, agents_marked, past_posts
from tregua.steps.extract.text import Reading, Tag

__all__ = ["agents_told"]

_AGENT_REACH = 20
_PHRASE = 3
_DOING = ("act_verb", "use_verb", "casualty", "commit", "sent", "adverb", "hedge", "preposition")
_DECIDING = ("aside", "broker", "declare", "declared_be")
_HANDS = "hands"
_SINCE = ("since", "since_truce")


def agents_told(clause: Clause, word: Tag) -> list[Tag]:
    """Return who is named after "by", or, of an act, between whom it was."""
    reading = clause.reading
    if word.kind == "act_noun":
        for between in _betweens(clause, word):
            if not (
                reading.has(between.first - 1, "place_head")
                or reading.of("by", word.last, between.first)
                or _is_of_truce(clause, word, between)
            ):
                return _both(clause, between)
    for agent in reading.of("by", word.first, min(clause.last, word.last + _AGENT_REACH)):
        found = _named_by(clause, agent)
        if opens_sentence(reading, word):
            found = _of_opening(reading, found)
        if found and _is_agent(reading, word, agent, found):
            return found
    if reading.pack.grammar.verb == "last":
        return _agents_before(clause, word)
    if reading.pack.grammar.genitives and word.kind != "act_noun":
        marked = _agents_before(clause, word)
        if marked:
            return marked
    return agents_by_case(clause, word) if word.kind == "act_noun" or is_passive(reading, word) else []


def _betweens(clause: Clause, noun: Tag) -> list[Tag]:
    """Return the words for "between" behind NOUN, and before it, in a language with cases, where it "took place"."""
    reading = clause.reading
    behind = list(reading.of("between", noun.first, clause.last))
    fronted = reading.pack.grammar.genitives and reading.has(noun.first - 1, "occur")
    return behind + list(reading.of("between", clause.first, noun.first) if fronted else ())


def _named_by(clause: Clause, agent: Tag) -> list[Tag]:
    """Return who is named by the word AGENT, or whose posts are: "its source | the posts of A"."""
    reading = clause.reading
    found = agents_marked(reading, agent, clause.last) or group_after(clause, agent.last)
    if not found and reading.pack.grammar.construct_state:
        return actor_list(reading, past_posts(reading, agent.last, clause.last), clause.last)
    if not found and reading.pack.grammar.capitals and "before" in reading.pack.grammar.modifiers:
        return people_after(clause, agent.last)
    return found


def _of_opening(reading: Reading, found: Sequence[Tag]) -> list[Tag]:
    """Return those FOUND before the comma that ends an opening participle: "Attacked by | A, B withdrew"."""
    own = list(found[:1])
    for tag in found[1:]:
        if not any(reading.at(at, "and") for at in range(own[-1].last, tag.first)):
            break
        own.append(tag)
    return own


def _both(clause: Clause, between: Tag) -> list[Tag]:
    """Return between whom an act was: "between A and B", "pitted A | against B"."""
    reading = clause.reading
    time = reading.at(between.last, "time")
    found = actor_list(reading, time[0].last if time else between.last, clause.last)
    at = found[-1].last if len(found) == 1 else clause.last
    if at < clause.last and not reading.at(at, "and") and reading.has_any(at, ("at_target", "preposition")):
        found += [tag for tag in actor_list(reading, at + 1, clause.last) if tag.kind == "actor"][:1]
    return found


def _is_of_truce(clause: Clause, word: Tag, between: Tag) -> bool:
    """Tell whether BETWEEN names the parties of a truce told behind WORD: "raids despite the truce between A and B"."""
    reading = clause.reading
    truces = reading.of("truce", word.last, between.first)
    return bool(truces) and not reading.of("act_noun", truces[-1].last, between.first)


def _called_for(reading: Reading, word: Tag, agent: Tag) -> bool:
    """Tell whether AGENT only called for a truce: "attacks despite calls for a truce | by A"; not "in breach of it"."""
    truce = agent.first > word.last and reading.has(agent.first - 1, "truce")
    return truce and not reading.of("breach", word.last, agent.first)


def _is_agent(reading: Reading, word: Tag, agent: Tag, found: Sequence[Tag]) -> bool:
    """Tell whether those FOUND behind AGENT did WORD: not "held by X", "declared by X", nor "on the road by X"."""
    beside = reading.has(agent.first - 1, "place_head") and all(tag.kind == "name" for tag in found)
    led = word.kind == "act_noun" and word.last == agent.first - 1 and reading.has(word.last, "sent")
    other = reading.has_any(agent.first - 1, _DECIDING) or bool(reading.at(agent.first - 1, "of"))
    other = other and not led  # "an attack led by the army"
    other = other or reading.over(agent.first, "at_target") is not None  # "the attack suffered | by A"
    other = other or (agent.value == _HANDS and word.kind != "casualty")  # "died | at the hands of", not "a town in"
    other = other or _called_for(reading, word, agent)
    other = other or _is_of_another(reading, word, agent) or _is_of_day(reading, agent) or _thinks(reading, found)
    return not (beside or other or _begins_clause(reading, word.last, agent.first))  # "called for | by A", not done


def _thinks(reading: Reading, found: Sequence[Tag]) -> bool:
    """Tell whether those FOUND only think something of others: "people suspected by | India | to be spies"."""
    at = found[-1].last
    return at + 1 < len(reading.tokens) and reading.has(at, "aim") and reading.has_any(at + 1, ("be", "have"))


def _is_of_day(reading: Reading, agent: Tag) -> bool:
    """Tell whether AGENT did only what a day is told by: "an attack, the third since the truce was signed | by A"."""
    time = reading.over(agent.first - 1, "time")
    return time is not None and time.value in _SINCE


def _is_of_another(reading: Reading, word: Tag, agent: Tag) -> bool:
    """Tell whether AGENT goes with another verb than WORD: "men wounded in shelling | were treated | by A".

    So it does behind a participle that only describes: "Shelled on Monday, the town | was visited | by A".
    """
    first = reading.sentence_of(word.first).first
    hurt = reading.of("casualty", first, word.last)
    told = hurt[0].first if hurt else word.first if opens_sentence(reading, word) else -1
    if told < 0 or any(reading.of(kind, first, told) for kind in ("auxiliary", "act_noun")):
        return False
    start = max(word.last, agent.first - _PHRASE - 1)
    verbs = reading.of("auxiliary", start, agent.first)
    plain = [verb for verb in verbs if not reading.has_any(verb.first - 1, ("relative", "clause", "aim", "have"))]
    if any(tag.last == agent.first and tag.first + 1 < tag.last for tag in reading.of("deliver", start, agent.first)):
        return True  # "bodies of men killed in a raid | foram entregues | by A"
    return any(not reading.has_any(at, _DOING) for verb in plain for at in range(verb.last, agent.first))


def _agents_before(clause: Clause, word: Tag) -> list[Tag]:
    """Return who is named as the agent before WORD, where verbs stand last."""
    reading, start = clause.reading, clause_from(clause, word)
    for agent in reversed(reading.of("by", max(start, word.first - _AGENT_REACH), word.first)):
        found = agents_marked(reading, agent, word.first)
        if found:
            return found
    return []


def _begins_clause(reading: Reading, first: int, last: int) -> bool:
    return any(reading.at(at, "subordinate") and not _is_of_time(reading, at + 1) for at in range(first, last))


def _is_of_time(reading: Reading, position: int) -> bool:
    """Tell whether an hour or a day stands at POSITION: "before | 2 a.m.", "since | Monday"."""
    return reading.tokens[position].kind != "word" or reading.has_any(position, ("time", "date", "number"))
