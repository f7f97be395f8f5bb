"""Blame, relations, aid and adherence: clauses that a rule of the pack describes whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from tregua.records.claim import Adherence, Aid, Happening, Mention, PlaceMention, Relation
from tregua.steps.extract.board import Match, find_rules
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.counts import is_taken
from tregua.steps.extract.events import is_dated
from tregua.steps.extract.pack import Rule
from tregua.steps.extract.places import items_before
from tregua.steps.extract.slots import Clause, actor_list, actors_in, mention, place_mention, places_in
from tregua.steps.extract.speakers import Attribution, Link
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.acts import Act, AidStatus, RelationType

__all__ = [
    "matches",
    "named_right_before",
    "overlap",
    "read_adherences",
    "read_aids",
    "read_relations",
    "tags_at",
    "tells_of_stop",
    "told_by",
    "told_in_full",
    "traced",
    "whole",
]

_UNREAL_REACH = 3
_NONE_REACH = 3
_CONVOY_REACH = 6
_NO_DESTINATION = ("actor", "voice", "aid_body", "month", "people", "person", "time", "date")
_RELATIVE = ("relative", "subordinate")


def matches(
    reading: Reading, group: str, is_wrong: Callable[[Reading, Match], bool] | None = None
) -> Iterator[tuple[Rule, Match, Sentence]]:
    """Give what the rules of GROUP find, in the order of the text; of two that overlap the later rule is left out.

    So is what IS_WRONG tells, by default what is not said to be so.
    """
    is_wrong = is_wrong or _is_unreal
    taken: set[int] = set()
    found: list[tuple[Rule, Match, Sentence]] = []
    for rule, match in _nearest(find_rules(reading, group)):
        places = set(range(match.first, match.last))
        if taken.isdisjoint(places) and not is_wrong(reading, match):
            taken |= places
            found.append((rule, match, reading.sentence_of(match.first)))
    return iter(sorted(found, key=lambda item: item[1].first))


def _nearest(found: Sequence[tuple[Rule, Match]]) -> list[tuple[Rule, Match]]:
    """Return FOUND without what a rule finds again nearer to the same words: "A says | B broke the truce"."""
    nearest = {(rule.name, match.last): match.first for rule, match in found if _is_accused_first(match)}
    return [each for each in found if _end_of_first(each[1]) > nearest.get((each[0].name, each[1].last), -1)]


def _end_of_first(match: Match) -> int:
    """Return where the one accused ends who stands first in MATCH, or where it begins."""
    return match.kept["accused"].last if _is_accused_first(match) else match.first


def _is_accused_first(match: Match) -> bool:
    return "accused" in match.kept and match.kept["accused"].first == match.first


def _is_unreal(reading: Reading, match: Match) -> bool:
    breach = reading.over(match.first, "breach_verb")
    if breach is not None and breach.first < match.first:
        return True  # "ne | respectent pas la trêve"
    sentence = reading.sentence_of(match.first)
    start = match.first
    relative = (at for at in range(start, match.last - 1) if reading.tokens[at].text == ",")
    opened = reading.tokens[start].kind == "mark" or any(reading.at(at + 1, "relative_pronoun") for at in relative)
    while (
        not opened
        and start > max(sentence.first, match.first - _UNREAL_REACH)
        and reading.tokens[start - 1].kind != "mark"
    ):
        start -= 1
    stops = (at + 1 for at in range(match.first - 1, sentence.first, -1) if reading.tokens[at].text == ";")
    begin = next(stops, sentence.first)
    if any(not is_dated(reading, tag.first) for tag in reading.of("modal", begin, match.first)):
        return True
    words = (at for at in range(start, match.last) if reading.over(at, "number") is None)  # "no more than 31"
    places = (position for position in words if reading.at(position, "unreal"))
    inside = (at for at in places if at < match.first or not (reading.at(at, "block") or reading.over(at, "truce")))
    unreal = (at for at in inside if at < match.first or not reading.at(at, "unheld"))
    return any(not is_dated(reading, position) for position in unreal)


def whole(reading: Reading, attribution: Attribution, sentence: Sentence) -> Clause:
    """Return the whole of SENTENCE as a clause."""
    return Clause(reading, attribution, sentence.first, sentence.last)


def traced(reading: Reading, kind: str, rule: Rule, match: Match) -> str:
    """Return the line of the trace that says by which RULE a claim of KIND was read, and from which words."""
    return f"{kind} by {rule.name}: “{reading.printed(match.first, match.last)}”"


def _all_at(reading: Reading, tag: Tag | None, limit: int) -> tuple[Mention, ...]:
    return tuple(mention(reading, found) for found in tags_at(reading, tag, limit))


def tags_at(reading: Reading, tag: Tag | None, limit: int) -> list[Tag]:
    """Return the list of actors that begins with TAG, or TAG alone."""
    if tag is None:
        return []
    tags = actor_list(reading, tag.first, limit)
    return tags if tags and tags[0].last >= tag.last else [tag]


def told_by(attribution: Attribution, sentence: Sentence) -> tuple[Link, ...] | None:
    """Return nobody where nobody speaks in SENTENCE: how a truce stands, and who backs whom, the author tells."""
    return None if attribution.said[sentence.index] else ()


def read_relations(reading: Reading, attribution: Attribution) -> list[Draft]:
    """Return a draft for each actor said to belong to, back or be linked with another."""
    drafts = []
    for rule, match, sentence in matches(reading, "relations", _is_no_relation):
        first, second = match.kept.get("source"), match.kept.get("target")
        limit = (
            second.first if first is not None and second is not None and first.first < second.first else sentence.last
        )
        source = _all_at(reading, first, limit) or named_right_before(reading, attribution, match)
        target = _all_at(reading, _rest(reading, second), sentence.last)
        if not source or not target or [each.text for each in source] == [each.text for each in target]:
            continue
        slots = Relation(type=RelationType(rule.means), source=source, target=target)
        trace = (traced(reading, "relation", rule, match),)
        chain = told_by(attribution, sentence) if _is_told(reading, match) else ()
        drafts.append(Draft(match.first, match.last, slots, trace, chain=chain))
    return drafts


def _is_no_relation(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH is not said to be so; by the way it is, whatever its sentence says of something else."""
    if _is_told(reading, match):
        return _is_unreal(reading, match)
    return any(reading.at(at, "unreal") and not is_dated(reading, at) for at in range(match.first, match.last))


def _is_told(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH says who backs whom, and does not only describe one of them: "the group, which X backs"."""
    words = range(match.first, match.last)
    described = any(reading.tokens[at].kind == "mark" or reading.has_any(at, _RELATIVE) for at in words)
    return not described and any(reading.has_any(at, ("be", "back_verb")) for at in words)


def _rest(reading: Reading, tag: Tag | None) -> Tag | None:
    """Return TAG, or the rest of the phrase it stands in: "Houthi militia" of "Iranian-backed Houthi militia"."""
    whole = None if tag is None else reading.over(tag.first, "actor")
    return tag if tag is None or whole is None or whole.last <= tag.last else replace(whole, first=tag.first)


def named_right_before(
    reading: Reading, attribution: Attribution, match: Match, *, speakers: bool = False
) -> tuple[Mention, ...]:
    """Return the list of actors that ends right before MATCH, those who speak only with SPEAKERS."""
    sentence = reading.sentence_of(match.first)
    tags = list(actors_in(Clause(reading, attribution, sentence.first, match.first), speakers=speakers))
    for tag in tags:
        listed = actor_list(reading, tag.first, match.first)
        if listed and listed[-1].last == tags[-1].last:
            return tuple(mention(reading, found) for found in listed)
    return ()


def read_aids(reading: Reading, attribution: Attribution) -> list[Draft]:
    """Return a draft for each time aid is said to be delivered or blocked."""
    drafts: list[Draft] = []
    told: list[Aid] = []
    for rule, match, sentence in matches(reading, "aids", _is_planned):
        if any(not reading.at(tag.first, "block") for tag in reading.of("act_noun", match.first, match.last)):
            continue  # "denied the attack on the convoy"
        clause = whole(reading, attribution, sentence)
        area = places_in(clause.part(match.first, clause.last)) or places_in(clause)
        status = AidStatus.BLOCKED if _is_none(reading, match) else AidStatus(rule.means)
        slots = Aid(status=status, area=tuple(area))
        if any(_says_again(each, slots) for each in told):
            continue  # "the convoy entered A", and later "the convoy's entry into A"
        told.append(slots)
        slots = replace(slots, area=tuple(_bound_for(clause, match)) or slots.area)
        trace = (traced(reading, "aid", rule, match),)
        drafts.append(Draft(match.first, match.last, slots, trace, chain=told_by(attribution, sentence)))
    return told_in_full(reading, drafts, _is_same_aid)


def _bound_for(clause: Clause, match: Match) -> list[PlaceMention]:
    """Return where aid was bound: "food for 400 people to | A", "a convoy for | B", "A and B | received supplies"."""
    reading, found = clause.reading, list[Tag]()
    if "area" in match.kept:
        return [place_mention(reading, match.kept["area"])]
    words = reading.of("destination", max(clause.first, match.first - _CONVOY_REACH), clause.last)
    reached = [match.last] if reading.has(match.last - 1, "deliver") else []
    kept = [tag.last for tag in (*reading.of("block", match.first, match.last), *_passing(clause, match))]
    for begin in (*reached, *(word.last for word in words), *kept):
        if found and begin in kept:
            break
        at = begin + len(reading.at(begin, "article"))
        at += len(reading.at(at, "direction"))
        names = [tag for kind in ("place", "toponym", "name") for tag in reading.at(at, kind)][:1]
        found += [tag for tag in names if not reading.has_any(at, _NO_DESTINATION)]
    taken = reading.of("receive", match.first, match.last)
    if taken and not found:
        found = items_before(reading, taken[0].first)
    return [place_mention(reading, tag) for tag in found]


def _passing(clause: Clause, match: Match) -> list[Tag]:
    """Return the words from MATCH on that tell of going where aid could not: "kept aid | from reaching | Homs"."""
    return clause.reading.of("passing", match.first, clause.last)


def tells_of_stop(draft: Draft, aid: Draft) -> bool:
    """Tell whether DRAFT only says in other words that AID was stopped, by nobody who is named."""
    stopped = isinstance(draft.slots, Happening) and draft.slots.act is Act.OBSTRUCTION and not draft.slots.actors
    return stopped and draft.first < aid.last and aid.first < draft.last


def told_in_full(reading: Reading, drafts: list[Draft], says_same: Callable[[Draft, Draft], bool]) -> list[Draft]:
    """Return DRAFTS without those of headlines that one of the text SAYS_SAME."""
    heads = [draft for draft in drafts if reading.is_headline(reading.sentence_of(draft.first))]
    body = [draft for draft in drafts if draft not in heads]
    return [draft for draft in heads if not any(says_same(draft, other) for other in body)] + body


def _is_same_aid(draft: Draft, other: Draft) -> bool:
    return cast("Aid", draft.slots).status == cast("Aid", other.slots).status


def overlap(one: str, other: str) -> bool:
    """Tell whether of the names ONE and OTHER one has the other in it."""
    return one in other or other in one


def _is_planned(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH is not said to be so; that no aid came is."""
    return _is_unreal(reading, match) and not _is_none(reading, match)


def _is_none(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH says of aid that none came."""
    first = max(reading.sentence_of(match.first).first, match.first - _NONE_REACH)
    return any(reading.at(at, "none_of") and not reading.has(at, "number") for at in range(first, match.last + 1))


def _says_again(told: Aid, slots: Aid) -> bool:
    same = any(overlap(one.text, other.text) for one in told.area for other in slots.area)
    return told.status == slots.status and same


def read_adherences(reading: Reading) -> list[Draft]:
    """Return a draft for each number of towns or groups said to join or leave a truce."""
    drafts = []
    for rule, match, _ in matches(reading, "adherences"):
        who, status = rule.means.split()
        count = match.kept.get("count")
        if count is not None and is_taken(reading, count):
            continue  # "attacks on the towns led, until | 5 pm"
        slots = Adherence(
            who=cast("Literal['towns', 'groups']", who),
            status=cast("Literal['joined', 'left', 'total']", status),
            count=None if count is None else count.count,
        )
        drafts.append(Draft(match.first, match.last, slots, (traced(reading, "adherence", rule, match),)))
    return drafts
