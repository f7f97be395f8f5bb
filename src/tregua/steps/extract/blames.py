"""Blame: who holds whom responsible, by name, by the act that is meant, or by pointing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from tregua.records.claim import Blame, Happening, Mention, Tally
from tregua.steps.extract.appositions import with_apposition
from tregua.steps.extract.blaming import blamer
from tregua.steps.extract.board import Match
from tregua.steps.extract.charges import beside, whom_it_backs
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.pack import Rule
from tregua.steps.extract.slots import Clause, actor_at, actors_in, agents_marked, mention
from tregua.steps.extract.speakers import Attribution, Link
from tregua.steps.extract.statements import matches, named_right_before, overlap, tags_at, told_in_full, traced
from tregua.steps.extract.text import DOUBLE_QUOTES, Reading, Sentence, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["read_blames"]

_AIM_REACH = 3
_COUNT_REACH = 5
_ACT_REACH = 3
_BREACH_REACH = 7
_OFFICE_REACH = 5
_CLAUSE_REACH = 3
_ACT = "act"
_POINTED = "pointed"
_US = "us"
_SAID = "said"
_SIDES = "both_sides"
_NAMING = ("printed (actor", "printed (country", "printed (name", "printed (people")
_TOOLS = ("means", "weapon")
_ALL = ("voice", "actor", "country")
_BLAMING = ("blame_verb", "accuse")


def read_blames(
    reading: Reading, attribution: Attribution, counted: frozenset[int], told_before: Sequence[Draft]
) -> list[Draft]:
    """Return a draft for each time somebody holds somebody responsible; COUNTED positions belong to counts.

    Who is blamed for an act without being named again ("condemned it") is who did it in what was TOLD_BEFORE.
    """
    drafts: list[Draft] = []
    for rule, match, sentence in matches(reading, "blames"):
        if _is_told_elsewhere(reading, match, sentence, counted):
            continue
        blaming = any(reading.of(kind, match.first, match.last) for kind in _BLAMING)
        unsaid = "speaker" not in match.kept and not blaming
        if unsaid and (_is_denied(attribution, sentence) or _is_called_untrue(reading, sentence, match)):
            continue  # who denies that X did it blames nobody
        if _is_aimed_at(reading, match) or (rule.means == _SAID and not attribution.chains[sentence.index]):
            continue
        slots = _read_blame(reading, attribution, rule, match, [*told_before, *drafts])
        if slots is None:
            continue
        chain = _blaming(reading, attribution, sentence, match) or _answering(attribution, sentence, match)
        trace = (traced(reading, "blame", rule, match),)
        own = not slots.blamers or set(slots.blamers) == set(slots.accused)
        drafts.append(Draft(match.first, match.last, slots, trace, chain=() if own else chain))
    return _without_repeats(told_in_full(reading, drafts, _is_same_blame))


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Return DRAFTS without those that only say again of both sides that they blame each other."""
    kept: list[Draft] = []
    for draft in drafts:
        if not (_is_of_sides(draft) and _blame_each_other([draft]) and _blame_each_other(kept)):
            kept.append(draft)
    return kept


def _blame_each_other(drafts: Sequence[Draft]) -> bool:
    """Tell whether DRAFTS say that some blame each other, in one word or one by one."""
    pairs = [(_texts(slots.blamers), _texts(slots.accused)) for slots in (cast("Blame", each.slots) for each in drafts)]
    return any((accused, blamers) in pairs for blamers, accused in pairs)


def _texts(who: Sequence[Mention]) -> frozenset[str]:
    return frozenset(each.text for each in who)


def _is_of_sides(draft: Draft) -> bool:
    """Tell whether DRAFT accuses nobody by name: "both sides", "the two neighbours"."""
    return not any(who.rule.startswith(_NAMING) for who in cast("Blame", draft.slots).accused)


def _is_told_elsewhere(reading: Reading, match: Match, sentence: Sentence, counted: frozenset[int]) -> bool:
    """Tell whether a headline or a count says already what MATCH says: "accused them of 4,900 violations"."""
    kept = match.kept
    told = reading.is_headline(sentence) or (bool(counted) and _is_lead(reading, sentence))
    told = told or any(position in counted for position in range(sentence.first, sentence.last))
    if told and "accused" in kept and kept["accused"].first == match.first and _names_breach(reading, match):
        return True
    owned = "speaker" not in kept and told and not reading.of("blame_verb", match.first, match.last)
    start = match.first - _COUNT_REACH * bool(owned and reading.has(match.first, "be"))  # "203 | were the work of A"
    return not counted.isdisjoint(range(max(sentence.first, start), min(match.last + _COUNT_REACH, sentence.last)))


def _read_blame(
    reading: Reading, attribution: Attribution, rule: Rule, match: Match, told_before: Sequence[Draft]
) -> Blame | None:
    """Return who blames whom by MATCH; None where nobody is named, or one owns up to an act."""
    sentence, speaker = reading.sentence_of(match.first), blamer(reading, match)
    teller = _teller(attribution, sentence, speaker)
    apart = speaker is not None and teller is not None and not _covers(reading, teller, speaker)
    behind = replace(match, first=speaker.last) if apart and speaker is not None else match
    named = [] if speaker is None else [mention(reading, speaker) if teller is None else Mention(text=teller.text)]
    links = _answering(attribution, sentence, match) or attribution.chains[sentence.index]
    blamers = tuple(named or [Mention(text=link.text) for link in links[:1]])
    accused = _blamed(reading, attribution, rule, behind, told_before)  # "A fighting | the Houthis accuses them"
    if rule.means == _POINTED and (not accused or _are_same(accused, blamers)):
        accused = _spoken_before(attribution, sentence, blamers)
    if rule.means in {"", _SAID} and (_is_mutual(reading, match) if speaker is None else "accused" not in match.kept):
        blamers = accused  # they blame each other
    elif _are_same(accused, blamers):
        accused, blamers = (() if speaker is not None else accused), ()
    told = any(token.kind != "mark" for token in reading.tokens[match.last : sentence.last])
    matter = reading.printed(match.last, sentence.last) if told else ""
    return Blame(blamers=blamers, accused=accused, matter=matter) if accused else None


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
    if rule.means == _US:
        chain = attribution.chains[sentence.index] if "speaker" in match.kept else ()
        return tuple(Mention(text=link.text) for link in chain[:1])
    return _accused(reading, attribution, match, sentence, told_before)


def _teller(attribution: Attribution, sentence: Sentence, speaker: Tag | None) -> Link | None:
    """Return who speaks in SENTENCE by the act that names SPEAKER, as he is known; None when no act does."""
    chain = attribution.chains[sentence.index]
    if speaker is None or not chain:
        return None
    acts = [act for act in attribution.said[sentence.index] if act.links and act.first <= speaker.first < act.last]
    named = any(act.links[0].span == chain[0].span and not act.means for act in acts)
    return chain[0] if named else None


def _answering(attribution: Attribution, sentence: Sentence, match: Match) -> tuple[Link, ...] | None:
    """Return who answers in SENTENCE the claim of somebody else, and blames by MATCH; None where none does."""
    said = attribution.said[sentence.index]
    answers = [act for act in said if act.links and not act.means and act.last <= match.first]
    claimed = any(act.means == "claim" and act.links[:1] == attribution.chains[sentence.index][:1] for act in said)
    if not (claimed and answers):
        return None
    return tuple(replace(link, stance=Stance.ASSERTED) for link in answers[-1].links)


def _are_same(one: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Tell whether ONE and OTHERS are called by the same words."""
    return {who.text for who in one} == {who.text for who in others}


def _spoken_before(attribution: Attribution, sentence: Sentence, blamers: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return who spoke just before SENTENCE, and so is meant by "it", if he is none of the BLAMERS."""
    chain = attribution.chains[sentence.index - 1] if sentence.index else ()
    return tuple(Mention(text=link.text) for link in chain[:1] if all(link.text != who.text for who in blamers))


def _covers(reading: Reading, teller: Link, speaker: Tag) -> bool:
    """Tell whether the words of TELLER are those of SPEAKER, or have them in them."""
    first, last = reading.offsets(speaker.first, speaker.last)
    return teller.span[0] < last and first < teller.span[1]


def _is_lead(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE is the first one behind the headlines."""
    return sentence == next((first for first in reading.sentences if not reading.is_headline(first)), None)


def _blaming(reading: Reading, attribution: Attribution, sentence: Sentence, match: Match) -> tuple[Link, ...] | None:
    """Return whose word it is that the speaker of MATCH blames somebody: his, then that of who speaks in SENTENCE.

    Nothing is returned where he is not named, or where the words that blame are those by which somebody speaks.
    """
    speaker, said = blamer(reading, match), attribution.said[sentence.index]
    told = {link.span for link in attribution.chains[sentence.index][:1]}
    acts = [act for act in said if act.links and act.first < match.last and match.first < act.last]
    if speaker is None or any(link.span in told for act in acts for link in act.links) or acts == list(said):
        return None
    text = reading.printed(speaker.first, speaker.last)
    met = (link.text for chain in attribution.chains[: sentence.index] for link in chain)
    called = next((name for name in met if f"({text})" in name), text)
    own = Link(called, reading.offsets(speaker.first, speaker.last))
    return (own, *(link for link in (attribution.chains[sentence.index] if said else ()) if link.text != called))


def _names_breach(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH says who broke the truce, and not who is blamed."""
    broke = any(reading.of(kind, match.first, match.last) for kind in ("breach", "breach_verb", "break_verb"))
    return broke and "speaker" not in match.kept


def _is_aimed_at(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH is but what somebody did a thing for: "they shelled it in order to | blame us"."""
    aims = [tag for tag in reading.of("aim", match.first - _AIM_REACH, match.last) if tag.last - tag.first > 1]
    return any(reading.at(tag.last, kind) for tag in aims for kind in ("blame_verb", "accuse"))


def _is_called_untrue(reading: Reading, sentence: Sentence, match: Match) -> bool:
    """Tell whether what MATCH says is quoted to be called untrue: "it is not true that | X broke the truce"."""
    for tag in reading.of("disclaim", sentence.first, match.first):
        behind = tag.last + (reading.tokens[tag.last].text == ",")
        if behind < sentence.last and reading.has_any(behind, ("clause", "subordinate")):
            return True
    return False


def _is_denied(attribution: Attribution, sentence: Sentence) -> bool:
    return any(link.stance is Stance.DENIED for link in attribution.chains[sentence.index][:1])


def _meant(reading: Reading, who: Tag, told_before: Sequence[Draft]) -> tuple[Mention, ...]:
    """Return whom a count told shortly before accuses, where WHO only points there: "blame lies with those parties"."""
    pointing = who.first > 0 and reading.has(who.first - 1, "pointing")
    index = reading.sentence_of(who.first).index
    counts = (draft for draft in told_before if pointing and who.last == who.first + 1 and draft.first < who.first)
    near = (draft for draft in counts if index - reading.sentence_of(draft.first).index <= _ACT_REACH)
    found = [draft.slots.accused for draft in near if isinstance(draft.slots, Tally | Blame) and draft.slots.accused]
    return found[-1] if found else ()


def _accused(
    reading: Reading, attribution: Attribution, match: Match, sentence: Sentence, told_before: Sequence[Draft]
) -> tuple[Mention, ...]:
    """Return who is blamed by MATCH: not who speaks ("broken by A, B said"), and no place that only bears a name."""
    who = match.kept.get("accused")
    if who is not None and (meant := _meant(reading, who, told_before)):
        return meant
    who = who and whom_it_backs(reading, attribution, who)  # "the militia backed by A is responsible"
    tags = tags_at(reading, _in_office(reading, who), sentence.last)
    if tags and (_is_backed(reading, tags[0]) or _is_asked(reading, tags[0])):
        return ()
    if who is not None and who.first == match.first:
        tags = beside(reading, who) + tags
    elif who is not None and tags and reading.pack.grammar.construct_state:
        tags = [tag for tag in beside(reading, who) if tag.first > _said_by(match)] + tags
    tags = tags[:1] + [tag for tag in tags[1:] if not attribution.speaks(reading, tag)]
    if tags and tags[0].kind == "name" and reading.over(tags[0].first, "place"):
        return ()
    if tags and _is_told_behind_quote(reading, attribution, match, tags[0]):
        return ()
    return tuple(mention(reading, tag) for tag in tags) or _each_other(reading, attribution, match)


def _said_by(match: Match) -> int:
    """Return where who accuses in MATCH ends, or where it begins where no one is named in it."""
    speaker = match.kept.get("speaker")
    return match.first if speaker is None else speaker.first


def _in_office(reading: Reading, who: Tag | None) -> Tag | None:
    """Return WHO, or the one in office whose country WHO only names: "accused | Chad's own president"."""
    owns = who is not None and any(
        token.norm in reading.pack.grammar.possessives for token in reading.tokens[who.last : who.last + 1]
    )
    if who is None or who.kind == "actor" or not owns:
        return who
    found = [tag for at in range(who.last + 1, who.last + _OFFICE_REACH) for tag in reading.at(at, "voice")]
    return replace(with_apposition(reading, found[0]), first=who.first) if found else who


def _is_backed(reading: Reading, who: Tag) -> bool:
    """Tell whether WHO only is whom those blamed back: "the states that back | the militia are responsible"."""
    before = who.first - 1
    before -= before > 0 and bool(reading.at(before, "article"))
    near = range(max(0, before - _CLAUSE_REACH), before)
    return reading.has(before, "back_verb") and any(reading.has(at, "relative_pronoun") for at in near)


def _is_asked(reading: Reading, who: Tag) -> bool:
    """Tell whether WHO is only asked for: "accusations on which | side broke the truce"."""
    return reading.has(who.first, "side") and who.first > 0 and reading.has(who.first - 1, "relative_pronoun")


def _is_told_behind_quote(reading: Reading, attribution: Attribution, match: Match, accused: Tag) -> bool:
    """Tell whether MATCH is a verb behind a quotation and ACCUSED its speaker: "« They lied », denounces the group"."""
    before = [reading.tokens[at].text for at in range(max(0, match.first - 2), match.first)]
    return attribution.speaks(reading, accused) and any(text in DOUBLE_QUOTES for text in before)


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
        if near and isinstance(draft.slots, Happening):
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


def _is_mutual(reading: Reading, match: Match) -> bool:
    """Tell whether those whom MATCH says to be blamed are said to blame each other."""
    return bool(reading.of("each_other", match.first, match.last))


def _each_other(reading: Reading, attribution: Attribution, match: Match) -> tuple[Mention, ...]:
    """Return those who accuse each other, where the rule of MATCH keeps nobody accused but who speaks."""
    speaker = match.kept.get("speaker")
    if speaker is None:
        return ()
    if reading.tokens[speaker.last].norm in reading.pack.grammar.endings:  # "the | A-backed rebels | and B"
        speaker = actor_at(reading, speaker.last + 1, match.last) or speaker
    place = replace(match, first=speaker.last)
    both = named_right_before(reading, attribution, place, speakers=True)
    if len(both) == 1:
        both = (*(mention(reading, tag) for tag in beside(reading, speaker, _ALL)), *both)
    return both if len(both) > 1 else named_right_before(reading, attribution, place)


def _is_same_blame(draft: Draft, other: Draft) -> bool:
    one, another = cast("Blame", draft.slots), cast("Blame", other.slots)
    sides = any(who.rule == f"printed ({_SIDES})" for who in one.accused)
    return sides or any(overlap(a.text, b.text) for a in one.accused for b in another.accused)
