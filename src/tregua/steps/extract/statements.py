"""Blame, relations, aid and adherence: clauses that a rule of the pack describes whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from tregua.records.claim import Adherence, Aid, Blame, Happening, Mention, Relation
from tregua.steps.extract.board import Match, find_rules
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.events import is_dated
from tregua.steps.extract.pack import Rule
from tregua.steps.extract.slots import Clause, actor_list, actors_in, agents_marked, mention, places_in
from tregua.steps.extract.speakers import Attribution, Link
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.acts import AidStatus, RelationType
from tregua.vocabulary.stances import Stance

__all__ = [
    "matches",
    "read_adherences",
    "read_aids",
    "read_blames",
    "read_relations",
    "told_by",
    "told_in_full",
    "traced",
    "whole",
]

_UNREAL_REACH = 3
_COUNT_REACH = 3
_NONE_REACH = 3
_ACT_REACH = 3
_BREACH_REACH = 7
_RELATIVE = ("relative", "subordinate")
_ACT = "act"
_POINTED = "pointed"
_SIDES = "both_sides"
_TOOLS = ("means", "weapon")


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
    sentence = reading.sentence_of(match.first)
    start = match.first
    opened = reading.tokens[start].kind == "mark"
    while (
        not opened
        and start > max(sentence.first, match.first - _UNREAL_REACH)
        and reading.tokens[start - 1].kind != "mark"
    ):
        start -= 1
    if any(not is_dated(reading, tag.first) for tag in reading.of("modal", sentence.first, match.first)):
        return True
    places = (position for position in range(start, match.last) if reading.at(position, "unreal"))
    unreal = (at for at in places if at < match.first or not (reading.at(at, "block") or reading.over(at, "truce")))
    return any(not is_dated(reading, position) for position in unreal)


def whole(reading: Reading, attribution: Attribution, sentence: Sentence) -> Clause:
    """Return the whole of SENTENCE as a clause."""
    return Clause(reading, attribution, sentence.first, sentence.last)


def traced(reading: Reading, kind: str, rule: Rule, match: Match) -> str:
    """Return the line of the trace that says by which RULE a claim of KIND was read, and from which words."""
    return f"{kind} by {rule.name}: “{reading.printed(match.first, match.last)}”"


def _all_at(reading: Reading, tag: Tag | None, limit: int) -> tuple[Mention, ...]:
    return tuple(mention(reading, found) for found in _tags_at(reading, tag, limit))


def _tags_at(reading: Reading, tag: Tag | None, limit: int) -> list[Tag]:
    """Return the list of actors that begins with TAG, or TAG alone."""
    if tag is None:
        return []
    tags = actor_list(reading, tag.first, limit)
    return tags if tags and tags[0].last >= tag.last else [tag]


def told_by(attribution: Attribution, sentence: Sentence) -> tuple[Link, ...] | None:
    """Return nobody where nobody speaks in SENTENCE: how a truce stands, and who backs whom, the author tells."""
    return None if attribution.said[sentence.index] else ()


def read_blames(
    reading: Reading, attribution: Attribution, counted: frozenset[int], told_before: Sequence[Draft]
) -> list[Draft]:
    """Return a draft for each time somebody holds somebody responsible; COUNTED positions belong to counts.

    Who is blamed for an act without being named again ("condemned it") is who did it in what was TOLD_BEFORE.
    """
    drafts = []
    for rule, match, sentence in matches(reading, "blames"):
        kept = match.kept
        told = reading.is_headline(sentence) or (bool(counted) and _is_lead(reading, sentence))
        told = told or any(position in counted for position in range(sentence.first, sentence.last))
        if told and "accused" in kept and kept["accused"].first == match.first and _names_breach(reading, match):
            continue  # a headline or a count says already who broke the truce
        if not counted.isdisjoint(range(match.first, min(match.last + _COUNT_REACH, sentence.last))):
            continue  # "accused them of 4,900 violations" is a count
        unsaid = "speaker" not in kept and not reading.of("blame_verb", match.first, match.last)
        if unsaid and _is_denied(attribution, sentence):
            continue  # who denies that X did it blames nobody
        accused = _blamed(reading, attribution, rule, match, told_before)
        if not accused:
            continue
        speaker = kept.get("speaker")
        named = [] if speaker is None else [mention(reading, speaker)]
        if speaker is not None and "accused" not in kept and not rule.means:
            named = list(accused)  # they blame each other
        blamers = tuple(named or [Mention(text=link.text) for link in attribution.chains[sentence.index][:1]])
        matter = reading.printed(match.last, sentence.last) if match.last < sentence.last else ""
        slots = Blame(blamers=blamers, accused=accused, matter=matter)
        chain = _blaming(reading, attribution, sentence, match)
        trace = (traced(reading, "blame", rule, match),)
        drafts.append(Draft(match.first, match.last, slots, trace, chain=() if set(blamers) == set(accused) else chain))
    return told_in_full(reading, drafts, _is_same_blame)


def _blamed(
    reading: Reading, attribution: Attribution, rule: Rule, match: Match, told_before: Sequence[Draft]
) -> tuple[Mention, ...]:
    """Return who is blamed by MATCH: as RULE says by name, by the act that is meant, or by pointing."""
    sentence = reading.sentence_of(match.first)
    if rule.means == _ACT:
        return _breakers(reading, match, sentence) or _doers(reading, match, told_before)
    if rule.means == _POINTED:
        return (
            _named_last(reading, attribution, match, 0)
            or _doers(reading, match, told_before)
            or _named_last(reading, attribution, match, 1)
        )
    return _accused(reading, attribution, match, sentence)


def _is_lead(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE is the first one behind the headlines."""
    return sentence == next((first for first in reading.sentences if not reading.is_headline(first)), None)


def _blaming(reading: Reading, attribution: Attribution, sentence: Sentence, match: Match) -> tuple[Link, ...] | None:
    """Return whose word it is that the speaker of MATCH blames somebody: his, then that of who speaks in SENTENCE.

    Nothing is returned where he is not named, or where the words that blame are those by which somebody speaks.
    """
    speaker, said = match.kept.get("speaker"), attribution.said[sentence.index]
    if speaker is None or any(act.first < match.last and match.first < act.last for act in said):
        return None
    text = reading.printed(speaker.first, speaker.last)
    met = (link.text for chain in attribution.chains[: sentence.index] for link in chain)
    own = Link(next((name for name in met if f"({text})" in name), text), reading.offsets(speaker.first, speaker.last))
    return (own, *(attribution.chains[sentence.index] if said else ()))


def _names_breach(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH says who broke the truce, and not who is blamed."""
    broke = any(reading.of(kind, match.first, match.last) for kind in ("breach", "breach_verb", "break_verb"))
    return broke and "speaker" not in match.kept


def _is_denied(attribution: Attribution, sentence: Sentence) -> bool:
    return any(link.stance is Stance.DENIED for link in attribution.chains[sentence.index][:1])


def _accused(reading: Reading, attribution: Attribution, match: Match, sentence: Sentence) -> tuple[Mention, ...]:
    """Return who is blamed by MATCH: not who speaks ("broken by A, B said"), and no place that only bears a name."""
    tags = _tags_at(reading, match.kept.get("accused"), sentence.last)
    tags = tags[:1] + [tag for tag in tags[1:] if not attribution.speaks(reading, tag)]
    if tags and tags[0].kind == "name" and reading.over(tags[0].first, "place"):
        return ()
    return tuple(mention(reading, tag) for tag in tags) or _each_other(reading, attribution, match)


def _breakers(reading: Reading, match: Match, sentence: Sentence) -> tuple[Mention, ...]:
    """Return whose breach MATCH calls it, where it says so: "considers it a breach of the truce by | the rebels"."""
    markers = reading.of("by", match.last, min(match.last + _BREACH_REACH, sentence.last))
    found = agents_marked(reading, markers[0], sentence.last) if markers else []
    return tuple(mention(reading, tag) for tag in found)


def _doers(reading: Reading, match: Match, told_before: Sequence[Draft]) -> tuple[Mention, ...]:
    """Return who did the last act told before MATCH, or in its words; nobody when that is far or not said."""
    index = reading.sentence_of(match.first).index
    for draft in sorted(told_before, key=lambda draft: -draft.first):
        near = draft.first < match.last and index - reading.sentence_of(draft.first).index <= _ACT_REACH
        if near and isinstance(draft.slots, Happening) and draft.slots.actors:
            return draft.slots.actors
    return ()


def _named_last(reading: Reading, attribution: Attribution, match: Match, back: int) -> tuple[Mention, ...]:
    """Return the one named last before MATCH, in its sentence or those BACK of it, who does not speak."""
    index = reading.sentence_of(match.first).index
    first = reading.sentences[max(0, index - back)].first
    tags = [
        tag
        for tag in actors_in(Clause(reading, attribution, first, match.first))
        if tag.kind != "name" and not reading.has_any(tag.first, _TOOLS)
    ]
    return (mention(reading, tags[-1]),) if tags else ()


def _each_other(reading: Reading, attribution: Attribution, match: Match) -> tuple[Mention, ...]:
    """Return those who accuse each other, where the rule of MATCH keeps nobody accused but who speaks."""
    speaker = match.kept.get("speaker")
    if speaker is None:
        return ()
    place = replace(match, first=speaker.last)
    both = _before(reading, attribution, place, speakers=True)
    return both if len(both) > 1 else _before(reading, attribution, place)


def read_relations(reading: Reading, attribution: Attribution) -> list[Draft]:
    """Return a draft for each actor said to belong to, back or be linked with another."""
    drafts = []
    for rule, match, sentence in matches(reading, "relations", _is_no_relation):
        first, second = match.kept.get("source"), match.kept.get("target")
        limit = (
            second.first if first is not None and second is not None and first.first < second.first else sentence.last
        )
        source = _all_at(reading, first, limit) or _before(reading, attribution, match)
        target = _all_at(reading, _rest(reading, second), sentence.last)
        if not source or not target:
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


def _before(reading: Reading, attribution: Attribution, match: Match, *, speakers: bool = False) -> tuple[Mention, ...]:
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
    for rule, match, sentence in matches(reading, "aids", _is_planned):
        if any(not reading.at(tag.first, "block") for tag in reading.of("act_noun", match.first, match.last)):
            continue  # "denied the attack on the convoy"
        clause = whole(reading, attribution, sentence)
        area = places_in(clause.part(match.first, clause.last)) or places_in(clause)
        status = AidStatus.BLOCKED if _is_none(reading, match) else AidStatus(rule.means)
        slots = Aid(status=status, area=tuple(area))
        if any(_says_again(draft, slots) for draft in drafts):
            continue  # "the convoy entered A", and later "the convoy's entry into A"
        trace = (traced(reading, "aid", rule, match),)
        drafts.append(Draft(match.first, match.last, slots, trace, chain=told_by(attribution, sentence)))
    return told_in_full(reading, drafts, _is_same_aid)


def told_in_full(reading: Reading, drafts: list[Draft], says_same: Callable[[Draft, Draft], bool]) -> list[Draft]:
    """Return DRAFTS without those of headlines that one of the text SAYS_SAME."""
    heads = [draft for draft in drafts if reading.is_headline(reading.sentence_of(draft.first))]
    body = [draft for draft in drafts if draft not in heads]
    return [draft for draft in heads if not any(says_same(draft, other) for other in body)] + body


def _is_same_aid(draft: Draft, other: Draft) -> bool:
    return cast("Aid", draft.slots).status == cast("Aid", other.slots).status


def _is_same_blame(draft: Draft, other: Draft) -> bool:
    one, another = cast("Blame", draft.slots), cast("Blame", other.slots)
    sides = any(who.rule == f"printed ({_SIDES})" for who in one.accused)
    return sides or any(_meet(a.text, b.text) for a in one.accused for b in another.accused)


def _meet(one: str, other: str) -> bool:
    return one in other or other in one


def _is_planned(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH is not said to be so; that no aid came is."""
    return _is_unreal(reading, match) and not _is_none(reading, match)


def _is_none(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH says of aid that none came."""
    first = max(reading.sentence_of(match.first).first, match.first - _NONE_REACH)
    return any(reading.at(at, "none_of") for at in range(first, match.last))


def _says_again(draft: Draft, slots: Aid) -> bool:
    told = cast("Aid", draft.slots)
    same = any(_meet(one.text, other.text) for one in told.area for other in slots.area)
    return told.status == slots.status and same


def read_adherences(reading: Reading) -> list[Draft]:
    """Return a draft for each number of towns or groups said to join or leave a truce."""
    drafts = []
    for rule, match, _ in matches(reading, "adherences"):
        who, status = rule.means.split()
        count = match.kept.get("count")
        slots = Adherence(
            who=cast("Literal['towns', 'groups']", who),
            status=cast("Literal['joined', 'left', 'total']", status),
            count=None if count is None else count.count,
        )
        drafts.append(Draft(match.first, match.last, slots, (traced(reading, "adherence", rule, match),)))
    return drafts
