"""Truces, blame, relations, aid and adherence: clauses that a rule of the pack describes whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from tregua.records.claim import Adherence, Aid, Blame, Happening, Mention, Relation, TruceWord
from tregua.steps.extract.board import Match, find_rules
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.events import is_dated
from tregua.steps.extract.pack import Rule
from tregua.steps.extract.slots import Clause, actor_list, actors_in, mention, nearest_time, places_in
from tregua.steps.extract.speakers import Attribution, Link
from tregua.steps.extract.text import Reading, Sentence, Tag
from tregua.vocabulary.acts import AidStatus, RelationType, TruceStatus
from tregua.vocabulary.stances import Stance

__all__ = ["read_adherences", "read_aids", "read_blames", "read_relations", "read_truces"]

_FIRST_BROKERS = 20
_UNREAL_REACH = 3
_COUNT_REACH = 3
_NONE_REACH = 3
_ACT_REACH = 3
_RELATIVE = ("relative", "subordinate")
_ACT = "act"
_POINTED = "pointed"


def _matches(
    reading: Reading, group: str, is_wrong: Callable[[Reading, Match], bool] | None = None
) -> Iterator[tuple[Rule, Match, Sentence]]:
    """Give what the rules of GROUP find, in the order of the text; of two that overlap the later rule is left out.

    So is what IS_WRONG tells, by default what is not said to be so.
    """
    is_wrong = is_wrong or _is_unreal
    taken: set[int] = set()
    found: list[tuple[Rule, Match, Sentence]] = []
    for rule, match in find_rules(reading, group):
        places = set(range(match.first, match.last))
        if taken.isdisjoint(places) and not is_wrong(reading, match):
            taken |= places
            found.append((rule, match, reading.sentence_of(match.first)))
    return iter(sorted(found, key=lambda item: item[1].first))


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
    unreal = (position for position in places if position < match.first or not reading.at(position, "block"))
    return any(not is_dated(reading, position) for position in unreal)


def _whole(reading: Reading, attribution: Attribution, sentence: Sentence) -> Clause:
    return Clause(reading, attribution, sentence.first, sentence.last)


def _trace(reading: Reading, kind: str, rule: Rule, match: Match) -> str:
    return f"{kind} by {rule.name}: “{reading.printed(match.first, match.last)}”"


def _all_at(reading: Reading, tag: Tag | None, limit: int) -> tuple[Mention, ...]:
    if tag is None:
        return ()
    tags = actor_list(reading, tag.first, limit)
    tags = tags if tags and tags[0].last >= tag.last else [tag]
    return tuple(mention(reading, found) for found in tags)


def read_truces(reading: Reading, attribution: Attribution) -> list[Draft]:
    """Return a draft for each truce said to be declared, in force, extended, violated or ended."""
    drafts: dict[int, tuple[bool, int, Draft]] = {}
    brokers = _brokers(reading)
    order = {rule.name: index for index, rule in enumerate(reading.pack.truces)}
    for rule, match, sentence in _matches(reading, "truces"):
        if sentence.index in drafts or _only_dates(reading, match, sentence) or _is_of_breaches(reading, match):
            continue
        clause = _whole(reading, attribution, sentence)
        slots = TruceWord(
            status=TruceStatus(rule.means),
            parties=_parties(clause),
            brokers=brokers,
            area=tuple(places_in(clause.part(match.first, clause.last))),
            start=nearest_time(clause, match.last),
            duration=_duration(clause, match),
            excludes=_excluded(reading, sentence),
        )
        named = bool(reading.of("truce", match.first, match.last))
        trace = (_trace(reading, "truce", rule, match),)
        chain = () if _is_own_word(reading, match) else _told_by(attribution, sentence)
        draft = Draft(match.first, match.last, slots, trace, chain=chain)
        drafts[sentence.index] = (named, order[rule.name], draft)
    return _without_repeats(list(drafts.values()))


def _told_by(attribution: Attribution, sentence: Sentence) -> tuple[Link, ...] | None:
    """Return nobody where nobody speaks in SENTENCE: how a truce stands, and who backs whom, the author tells."""
    return None if attribution.said[sentence.index] else ()


def _is_own_word(reading: Reading, match: Match) -> bool:
    """Tell whether the author tells of the truce: that X announced it, or by the way ("the truce, agreed in May,")."""
    aside = any(reading.tokens[at].text == "," for at in range(match.first, match.last))
    return aside or any(reading.of("say", match.first, match.last))


def _only_dates(reading: Reading, match: Match, sentence: Sentence) -> bool:
    """Tell whether a truce is mentioned only to date something else: "since the truce began", with no day."""
    before = range(max(sentence.first, match.first - 4), match.first + 1)
    since = [position for position in before if reading.at(position, "since_mark")]
    if not since:
        return False
    start = before.start if reading.pack.grammar.genitives else match.first  # "since 25 March a truce is in force"
    return not reading.of("truce", match.first, match.last) or not reading.of("date", start, sentence.last)


def _is_of_breaches(reading: Reading, match: Match) -> bool:
    """Tell whether breaches of the truce are said to hold, and not the truce: "breaches of it were observed"."""
    position = match.first - 1
    while position >= 0 and reading.has_any(position, ("of", "article", "modifier")):
        position -= 1
    held = reading.of("hold", match.first, match.last)
    return bool(held) and position >= 0 and reading.has(position, "breach")


def _without_repeats(found: list[tuple[bool, int, Draft]]) -> list[Draft]:
    """Return one draft for each state that a truce is said to be in, and day it is dated to."""
    kept: list[Draft] = []
    told: set[TruceStatus] = set()
    for named, _, draft in sorted(found, key=lambda item: (not item[0], item[1], item[2].first)):
        slots = cast("TruceWord", draft.slots)
        status = slots.status
        if status == TruceStatus.DECLARED and status in told and slots.start is None and not slots.parties:
            continue  # the same truce, mentioned again
        if status != TruceStatus.IN_FORCE or not (status in told or (kept and not named)):
            kept.append(draft)
            told.add(status)
    return sorted(kept, key=lambda draft: draft.first)


def _parties(clause: Clause) -> tuple[Mention, ...]:
    reading = clause.reading
    for between in reading.of("between", clause.first, clause.last):
        found = actor_list(reading, between.last, clause.last)
        if len(found) > 1:
            return tuple(mention(reading, tag) for tag in found)
    return ()


def _brokers(reading: Reading) -> tuple[Mention, ...]:
    """Return whom the document names as brokers, wherever it does."""
    for broker in reading.of("broker")[:_FIRST_BROKERS]:
        sentence = reading.sentence_of(broker.first)
        found = actor_list(reading, broker.last, sentence.last)
        if found:
            return tuple(mention(reading, tag) for tag in found)
    return ()


def _duration(clause: Clause, match: Match) -> str:
    reading = clause.reading
    for unit in reading.of("unit", match.first, clause.last):
        for position in range(unit.first - 1, max(clause.first, unit.first - 3) - 1, -1):
            number = reading.over(position, "number")
            if number is not None and not reading.has(number.first, "time"):
                return reading.printed(number.first, unit.last)
    return ""


def _excluded(reading: Reading, sentence: Sentence) -> tuple[Mention, ...]:
    for exclusion in reading.of("exclude", sentence.first, sentence.last):
        return tuple(mention(reading, tag) for tag in actor_list(reading, exclusion.last, sentence.last))
    return ()


def read_blames(
    reading: Reading, attribution: Attribution, counted: frozenset[int], told_before: Sequence[Draft]
) -> list[Draft]:
    """Return a draft for each time somebody holds somebody responsible; COUNTED positions belong to counts.

    Who is blamed for an act without being named again ("condemned it") is who did it in what was TOLD_BEFORE.
    """
    drafts = []
    for rule, match, sentence in _matches(reading, "blames"):
        kept = match.kept
        told = sentence.index == 0 or reading.is_headline(sentence)
        told = told or any(position in counted for position in range(sentence.first, sentence.last))
        if told and "accused" in kept and kept["accused"].first == match.first and _names_breach(reading, match):
            continue  # a headline or a count says already who broke the truce
        if any(position in counted for position in range(match.last, min(match.last + _COUNT_REACH, sentence.last))):
            continue  # "accused them of 4,900 violations" is a count
        accused = _accused(reading, attribution, match, sentence)
        if "speaker" not in kept and _is_denied(attribution, sentence):
            continue  # who denies that X did it blames nobody
        if rule.means == _ACT:
            accused = _doers(reading, match, told_before)
        if rule.means == _POINTED:
            accused = _doers(reading, match, told_before) or _named_last(reading, attribution, match)
        if not accused:
            continue
        speaker = kept.get("speaker")
        named = [] if speaker is None else [mention(reading, speaker)]
        blamers = tuple(named or [Mention(text=link.text) for link in attribution.chains[sentence.index][:1]])
        matter = reading.printed(match.last, sentence.last) if match.last < sentence.last else ""
        slots = Blame(blamers=blamers, accused=accused, matter=matter)
        drafts.append(Draft(match.first, match.last, slots, (_trace(reading, "blame", rule, match),)))
    return drafts


def _names_breach(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH says who broke the truce, and not who is blamed."""
    broke = any(reading.of(kind, match.first, match.last) for kind in ("breach", "breach_verb", "break_verb"))
    return broke and "speaker" not in match.kept


def _is_denied(attribution: Attribution, sentence: Sentence) -> bool:
    return any(link.stance is Stance.DENIED for link in attribution.chains[sentence.index][:1])


def _accused(reading: Reading, attribution: Attribution, match: Match, sentence: Sentence) -> tuple[Mention, ...]:
    named = _all_at(reading, match.kept.get("accused"), sentence.last)
    return named or _each_other(reading, attribution, match)


def _doers(reading: Reading, match: Match, told_before: Sequence[Draft]) -> tuple[Mention, ...]:
    """Return who did the last act told before MATCH, or in its words; nobody when that is far or not said."""
    index = reading.sentence_of(match.first).index
    for draft in sorted(told_before, key=lambda draft: -draft.first):
        near = draft.first < match.last and index - reading.sentence_of(draft.first).index <= _ACT_REACH
        if near and isinstance(draft.slots, Happening) and draft.slots.actors:
            return draft.slots.actors
    return ()


def _named_last(reading: Reading, attribution: Attribution, match: Match) -> tuple[Mention, ...]:
    """Return the one named last before MATCH, in its sentence or the one before, who does not speak."""
    index = reading.sentence_of(match.first).index
    first = reading.sentences[max(0, index - 1)].first
    tags = [tag for tag in actors_in(Clause(reading, attribution, first, match.first)) if tag.kind != "name"]
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
    for rule, match, sentence in _matches(reading, "relations"):
        first, second = match.kept.get("source"), match.kept.get("target")
        limit = (
            second.first if first is not None and second is not None and first.first < second.first else sentence.last
        )
        source = _all_at(reading, first, limit) or _before(reading, attribution, match)
        target = _all_at(reading, _rest(reading, second), sentence.last)
        if not source or not target:
            continue
        slots = Relation(type=RelationType(rule.means), source=source, target=target)
        trace = (_trace(reading, "relation", rule, match),)
        chain = _told_by(attribution, sentence) if _is_told(reading, match) else ()
        drafts.append(Draft(match.first, match.last, slots, trace, chain=chain))
    return drafts


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
    for rule, match, sentence in _matches(reading, "aids", _is_planned):
        clause = _whole(reading, attribution, sentence)
        area = places_in(clause.part(match.first, clause.last)) or places_in(clause)
        status = AidStatus.BLOCKED if _is_none(reading, match) else AidStatus(rule.means)
        slots = Aid(status=status, area=tuple(area))
        if any(_says_again(draft, slots) for draft in drafts):
            continue  # "the convoy entered A", and later "the convoy's entry into A"
        trace = (_trace(reading, "aid", rule, match),)
        drafts.append(Draft(match.first, match.last, slots, trace, chain=_told_by(attribution, sentence)))
    return _told_in_full(reading, drafts)


def _told_in_full(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return DRAFTS without those of headlines of whose status others tell again."""
    body = [draft for draft in drafts if not reading.is_headline(reading.sentence_of(draft.first))]
    told = {cast("Aid", draft.slots).status for draft in body}
    return [draft for draft in drafts if draft in body or cast("Aid", draft.slots).status not in told]


def _is_planned(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH is not said to be so; that no aid came is."""
    return _is_unreal(reading, match) and not _is_none(reading, match)


def _is_none(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH says of aid that none came."""
    first = max(reading.sentence_of(match.first).first, match.first - _NONE_REACH)
    return any(reading.at(at, "none_of") for at in range(first, match.last))


def _says_again(draft: Draft, slots: Aid) -> bool:
    told = cast("Aid", draft.slots)
    same = any(one.text in other.text or other.text in one.text for one in told.area for other in slots.area)
    return told.status == slots.status and same


def read_adherences(reading: Reading) -> list[Draft]:
    """Return a draft for each number of towns or groups said to join or leave a truce."""
    drafts = []
    for rule, match, _ in _matches(reading, "adherences"):
        who, status = rule.means.split()
        count = match.kept.get("count")
        slots = Adherence(
            who=cast("Literal['towns', 'groups']", who),
            status=cast("Literal['joined', 'left', 'total']", status),
            count=None if count is None else count.count,
        )
        drafts.append(Draft(match.first, match.last, slots, (_trace(reading, "adherence", rule, match),)))
    return drafts
