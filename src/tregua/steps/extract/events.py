"""Words of one event gathered: which words name an act, which of them happened, and where one event ends.

Words of one clause are one event; a new subject, or a semicolon, begins another. What may be, shall be or was not
is no event.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from tregua.steps.extract.acts import act_words
from tregua.steps.extract.cases import is_nominative
from tregua.steps.extract.earlier_tolls import is_told_behind, leads_back
from tregua.steps.extract.gaps import GAP, gap_start
from tregua.steps.extract.negated import is_of_none
from tregua.steps.extract.parted import (
    is_elsewhere,
    is_launched_anew,
    is_parted,
    is_struck_anew,
    is_told_aside,
    kills_anew,
)
from tregua.steps.extract.passives import is_passive
from tregua.steps.extract.slots import Clause, actor_at, actor_list, actors_in
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import QUOTES, Reading, Sentence, Tag, is_unknown
from tregua.vocabulary.acts import Act

__all__ = ["Event", "breaking_by", "events_in", "happened", "is_dated", "is_named_anew", "is_nobodys"]

_UNREAL_REACH = 4
_LONGEST_SUBJECT = 8
_BRACKETS = frozenset("()[]")
_DENIAL_REACH = 25
_HELD_AT = 2
_NEAR = 3
_OBJECT_REACH = 6
_BREAK_REACH = 8
_OPENS = ("clause", "say")
_BEFORE_NOUN = ("article", "modifier", "people", "adverb", "weapon", "number", "determiner")
_WITH, _VERBS = ("with", "by"), ("act_verb", "use_verb")
_LEADING = ("article", "so_called", "pronoun", "possessor")


@dataclass(slots=True)
class Event:
    """Words of one event and the clause they stand in.

    Attributes:
        sentence: where it is told.
        first: position where its clause begins.
        last: position after its clause.
        words: the words that name the act and its toll, in order.
    """

    sentence: Sentence
    first: int
    last: int
    words: list[Tag] = field(default_factory=list)


def events_in(
    reading: Reading, attribution: Attribution, sentence: Sentence, counted: frozenset[int]
) -> Iterator[Event]:
    """Give the events of SENTENCE in order; words at COUNTED positions are counts and no events."""
    event: Event | None = None
    for word in act_words(reading, sentence):
        if not happened(reading, word):
            continue
        if not _is_free(word, counted):
            event = yield from _ended(reading, event, word)
            continue
        if event is None or _is_other(reading, attribution, event, word):
            first = _opening(reading, sentence, word) if event is None else _clause_start(reading, event, word)
            if event is not None:
                event.last = first
                yield event
                first = sentence.first if _is_of_repeller(reading, event, word) else first
            event = Event(sentence, first, sentence.last)
        event.words.append(word)
    if event is not None:
        event.last = _own_end(reading, event, counted)
        yield event


def _ended(reading: Reading, event: Event | None, word: Tag) -> Generator[Event, None, Event | None]:
    """Give EVENT if the verb WORD, which is counted, begins another clause; return it if it goes on."""
    start = word.first if event is None else _clause_start(reading, event, word)
    if event is None or word.kind not in _VERBS or start == word.first:
        return event
    event.last = start
    yield event
    return None


def _own_end(reading: Reading, event: Event, counted: frozenset[int]) -> int:
    """Return where the last EVENT of a sentence ends: at a semicolon behind which things are COUNTED, or with it."""
    stops = (at for at in range(event.words[-1].last, event.last) if reading.tokens[at].text == ";")
    return next((at for at in stops if not counted.isdisjoint(range(at, event.last))), event.last)


def _is_other(reading: Reading, attribution: Attribution, event: Event, word: Tag) -> bool:
    """Tell whether WORD is told of another event than EVENT."""
    earlier = is_told_behind(reading, event.first, event.words[-1], word, event.last)
    aside = is_told_aside(reading, event.words[0], event.words[-1], word)
    repelled = _is_of_repeller(reading, event, word)
    return repelled or earlier or aside or _begins_another(reading, attribution, event, word)


def _opening(reading: Reading, sentence: Sentence, word: Tag) -> int:
    """Return where the first event of SENTENCE begins: with it, or behind the last ", and that" before WORD."""
    for position in range(word.first - 1, sentence.first + 1, -1):
        joined = reading.at(position, "relative") and reading.at(position - 1, "and")
        if joined and reading.tokens[position - 2].text == ",":
            return position
    return sentence.first


def _is_free(tag: Tag, counted: frozenset[int]) -> bool:
    """Tell whether TAG is no part of a count; an obstruction is an act also where it is counted."""
    return tag.first not in counted or tag.value == Act.OBSTRUCTION


def happened(reading: Reading, word: Tag) -> bool:
    """Tell whether WORD is said to have happened: nothing about it makes it a wish, a threat or a denial."""
    sentence = reading.sentence_of(word.first)
    for position in range(word.first - 1, max(sentence.first, _unreal_from(reading, word)) - 1, -1):
        token = reading.tokens[position]
        if token.kind == "mark" and token.text in ",;:":
            break
        if reading.at(position, "unreal") and not is_dated(reading, position):
            return False
    if word.value == Act.ABDUCTION and _is_of_held_place(reading, word):
        return False
    if word.kind == "act_verb" and word.value == Act.EXPLOSION and reading.of("disposal", sentence.first, word.first):
        return False
    modal = any(not is_dated(reading, tag.first) for tag in reading.of("modal", sentence.first, word.first))
    if modal or reading.of("drill", sentence.first, sentence.last) or _is_kept(reading, sentence):
        return False
    if _is_charged_in_aim(reading, sentence, word) or _is_policing(reading, sentence, word):
        return False
    after = reading.at(word.last, "unreal") if word.kind == "act_noun" and word.last < sentence.last else []
    return not (after or is_of_none(reading, word) or (word.kind == "act_noun" and _was_not(reading, sentence, word)))


def _unreal_from(reading: Reading, word: Tag) -> int:
    """Return how far before WORD a word that makes it a wish or a threat may stand.

    Where the verb goes first, whoever threatens stands between by name: "threatened | its leader A B (C) | to".
    """
    first = at = word.first - _UNREAL_REACH
    while reading.pack.grammar.construct_state and first - at < _LONGEST_SUBJECT and at > 0 and _names(reading, at):
        at -= 1
    return at


def _names(reading: Reading, position: int) -> bool:
    known = reading.has_any(position, ("name", "title", "group", "actor_head", "person"))
    return known or reading.tokens[position].text in _BRACKETS or is_unknown(reading, position)


def breaking_by(reading: Reading, noun: Tag) -> Tag | None:
    """Return the verb that a truce was broken by, if NOUN is what broke it: "broke the truce with an | attack"."""
    at, first = noun.first - 1, reading.sentence_of(noun.first).first
    while at > first and not reading.has_any(at, _WITH) and reading.has_any(at, _BEFORE_NOUN):
        at -= 1
    if at <= first or not reading.has_any(at, _WITH):
        return None
    for kind in ("break_verb", "breach_verb"):
        for verb in reversed(reading.of(kind, max(first, at - _BREAK_REACH), at)):
            if any(reading.has(between, "truce") for between in range(verb.last, at)):
                return verb
    return None


def _is_charged_in_aim(reading: Reading, sentence: Sentence, word: Tag) -> bool:
    """Tell whether WORD is only what somebody shall be accused of: "fired to | accuse the army of | attacks"."""
    charges = reading.of("accuse", sentence.first, word.first)
    return bool(charges) and reading.has(charges[-1].first - 1, "aim")


def _is_policing(reading: Reading, sentence: Sentence, word: Tag) -> bool:
    """Tell whether WORD is an arrest in a sentence that tells of the police: no taking of captives."""
    return reading.has(word.first, "arrest") and bool(reading.of("policing", sentence.first, sentence.last))


def _is_kept(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether SENTENCE keeps the memory of something: "the town marked the anniversary of the bombing"."""
    return any(tag.value == "kept" for tag in reading.of("memory", sentence.first, sentence.last))


def is_dated(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION belongs to a date: "8 May"."""
    return reading.has_any(position, ("date", "time"))


def _is_of_held_place(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB tells who has a place, and no taking of people: "shells hit A, which | hold | the rebels".

    Its subject stands behind it, so that "which" is what is held.
    """
    at = verb.first - 1
    if not reading.pack.grammar.genitives or at < _HELD_AT or not reading.at(at, "relative_pronoun"):
        return False
    holder = actor_at(reading, verb.last, reading.sentence_of(at).last)
    return holder is not None and is_nominative(reading, holder) and reading.over(at - 2, "place") is not None


def _was_not(reading: Reading, sentence: Sentence, noun: Tag) -> bool:
    """Tell whether NOUN is said not to have been: "strikes on those who keep the truce were not made"."""
    for position in range(noun.last, min(noun.last + _DENIAL_REACH, sentence.last)):
        if reading.tokens[position].text in {",", ";"} or reading.has(position, "act_verb"):
            return False
        denied = reading.at(position - 1, "negation") or (
            position + 1 < sentence.last and reading.at(position + 1, "negation")
        )
        if denied and reading.has(position, "auxiliary"):
            return True
    return False


def _begins_another(reading: Reading, attribution: Attribution, event: Event, word: Tag) -> bool:
    before = event.words[-1]
    between = range(before.last, word.first)
    stopped = word.kind == GAP or any(reading.tokens[position].text == ";" for position in between)
    stopped = stopped or is_parted(reading, before, word, event.sentence.last)
    if word.kind == "casualty" and stopped and reading.of("place", word.first, event.last):
        return bool(reading.of("place", event.first, max(before.last + _OBJECT_REACH, _stop(reading, before, word))))
    if word.kind == "casualty":
        elsewhere = (stopped or before.kind == "casualty") and is_elsewhere(reading, before, word)
        return elsewhere or kills_anew(reading, word) or _active_subject(reading, attribution, before, word) is not None
    if all(old.kind == "casualty" for old in event.words):
        told = stopped and bool(reading.of("by", event.words[0].last, word.first))
        return told or _is_joined(reading, attribution, before, word)  # "six died by jets' fire; raids struck A"
    anew = word.kind == "act_verb" and is_passive(reading, word) and is_struck_anew(reading, before, word)
    if stopped or anew or word.kind == "weapon" or is_named_anew(reading, word):
        return True
    if _opens_clause(reading, before, word) or _is_coordinated(reading, event, word):
        return True
    done = word.kind in {"act_verb", "use_verb"}
    subject = _active_subject(reading, attribution, before, word) if done else None
    return subject is not None and not _tells_who(reading, event, subject)


def _is_of_repeller(reading: Reading, event: Event, word: Tag) -> bool:
    """Tell whether who beat EVENT back did WORD to those who began it: "repelled a raid by rebels, | killing ten"."""
    repelled = reading.of("repel", event.sentence.first, event.words[0].first)
    if not repelled or word.kind == "act_noun" or is_passive(reading, word):
        return False
    inside = reading.of("relative_pronoun", event.words[-1].last, word.first)  # "a raid by rebels that | killed ten"
    at = word.first - 1
    at -= reading.has(at, "adverb")
    joined = word.kind == "casualty" or reading.tokens[at].text == "," or bool(reading.at(at, "and"))
    return joined and not inside and all(each.kind == "act_noun" for each in event.words)


def _stop(reading: Reading, before: Tag, word: Tag) -> int:
    """Return where the last comma or semicolon stands between BEFORE and WORD, 0 when none does."""
    return max((at for at in range(before.last, word.first) if reading.tokens[at].text in {",", ";"}), default=0)


def is_nobodys(reading: Reading, event: Event) -> bool:
    """Tell whether EVENT is told by nouns, passives and what came down, which need nobody who did it."""
    verbs = [word for word in event.words if word.kind in {"act_verb", "use_verb"}]
    told = verbs or [word for word in event.words if word.kind == "act_noun"] or event.words
    return all(
        word.kind == "act_noun" or is_passive(reading, word) or reading.at(word.first, "land_verb") for word in told
    )


def is_named_anew(reading: Reading, noun: Tag) -> bool:
    """Tell whether NOUN is one more of its kind: "a strike on A killed two and | another on B", "a second attack"."""
    at = noun.first - 1
    while noun.kind == "act_noun" and at > 0 and reading.has_any(at, _BEFORE_NOUN) and not reading.has(at, "anew"):
        at -= 1
    return noun.kind == "act_noun" and at > 0 and reading.has(at, "anew")


def _tells_who(reading: Reading, event: Event, subject: Tag) -> bool:
    """Tell whether SUBJECT did what EVENT leaves without an agent: "ten were shot dead | when gunmen opened fire"."""
    killing = event.words[-1].kind == "casualty" and not is_passive(reading, event.words[-1])
    joined = [
        tag
        for tag in reading.of("subordinate", event.words[-1].last, subject.first)
        if not (reading.at(tag.first, "adverb") or leads_back(reading, tag, killing=killing))
    ]
    passive = all(is_passive(reading, word) for word in event.words if word.kind in {"act_verb", "use_verb"})
    known = reading.of("by", event.words[0].first, subject.first)
    plain = reading.pack.grammar.subject[0] == "before" and reading.pack.grammar.verb == "middle"
    return bool(joined) and passive and not known and plain and not reading.pack.grammar.genitives


def _is_joined(reading: Reading, attribution: Attribution, killed: Tag, word: Tag) -> bool:
    """Tell whether WORD has a subject that "and" joins to who KILLED: "its men shot a girl, and its guns shelled"."""
    if word.kind == "act_noun" or is_passive(reading, killed):
        return False
    subject = _active_subject(reading, attribution, killed, word)
    return subject is not None and any(reading.at(at, "and") for at in range(subject.first - 2, subject.first))


def _is_coordinated(reading: Reading, event: Event, word: Tag) -> bool:
    """Tell whether WORD is a second verb of the same subject, with an object of its own: "shelled A and stormed B"."""
    last = [tag for tag in event.words if tag.kind != "casualty"][-1]
    if reading.pack.grammar.subject != ("before",) or reading.pack.grammar.verb != "middle":
        return False
    if "act_noun" in {word.kind, last.kind} or is_passive(reading, word) or is_passive(reading, last):
        return False
    at = word.first - 1
    while at > last.last and reading.has_any(at, ("adverb", "have")):
        at -= 1
    if at <= last.last or not reading.at(at, "and"):
        return False
    placed = reading.of("place", word.last, word.last + _OBJECT_REACH) or reading.at(word.last, "name")
    other = word.value != last.value and not {word.value, last.value}.isdisjoint({Act.ADVANCE, Act.ABDUCTION})
    return bool(placed or other) and any(reading.of(kind, last.last, at) for kind in ("name", "place", "target"))


def _opens_clause(reading: Reading, before: Tag, word: Tag) -> bool:
    """Tell whether WORD begins a clause where the verb goes first: "and struck", or ", and sniper fire"."""
    if reading.pack.grammar.subject[0] != "after":
        return False
    if any(_tells_on(reading, tag) for tag in reading.of("say", before.last, word.first)):
        return True
    joined = word.first > before.last and reading.at(word.first - 1, "and")
    if before.kind == "act_noun" and reading.at(word.first, "at_target") and not joined:
        return False  # "a strike that hit", with no word for "that"
    if word.kind in {"act_verb", "use_verb"}:
        parted = word.first > before.last and reading.tokens[word.first - 1].text in {",", ":"}
        means = word.kind == "use_verb" and reading.has(word.first, "participial")  # ", using mortars"
        return bool(joined) or (parted and not means) or reading.begins(word.last, ("actor", "country"))
    if word.kind == "act_noun" and is_launched_anew(reading, before, word):
        return True
    at = word.first - 1 - reading.has(word.first - 1, "preposition")  # ", and | of the burning of A"
    comma = at > before.last and reading.tokens[at - 1].text == "," and bool(reading.at(at, "and"))
    return comma and before.kind in {"act_noun", "act_verb"} and before.value != word.value


def _tells_on(reading: Reading, verb: Tag) -> bool:
    """Tell whether a speaker goes on with VERB: "raids on A, | and stressed that the fire hit B"."""
    told = verb.last < len(reading.tokens) and reading.has_any(verb.last, ("complement", "own_act", "preposition"))
    return told and bool(reading.at(verb.first - 1, "and"))


def _active_subject(reading: Reading, attribution: Attribution, before: Tag, word: Tag) -> Tag | None:
    """Return a new subject of WORD between BEFORE and it, set off by a comma or a conjunction."""
    if word.kind == "casualty" and (word.first == 0 or is_passive(reading, word)):
        return None
    clause = Clause(reading, attribution, before.last, word.first)
    owned = [tag for tag in reading.of("weapon", clause.first, clause.last) if reading.at(tag.first - 1, "possessor")]
    both = [
        tag
        for each in reading.of("between", clause.first, clause.last)
        for tag in actor_list(reading, each.last, clause.last)
    ]
    near = [tag for tag in (*actors_in(clause), *owned) if word.first - tag.last <= _NEAR and tag not in both]
    for tag in reversed(near):
        start = tag.first
        while start > before.last and _leads_in(reading, start - 1):
            start -= 1
        place = reading.over(start - 1, "place") if start > before.last else None
        start = start if place is None else place.first - bool(reading.at(place.first - 1, "at_place"))
        if start > before.last and (reading.tokens[start - 1].text in {",", ";"} or reading.has_any(start - 1, _OPENS)):
            return tag
    return None


def _leads_in(reading: Reading, position: int) -> bool:
    """Tell whether the word or mark at POSITION only leads to who is named behind it: "the so-called “"."""
    return reading.tokens[position].text in QUOTES or reading.has_any(position, _LEADING)


def _clause_start(reading: Reading, event: Event, word: Tag) -> int:
    """Return where the clause of WORD begins, after the last word of EVENT."""
    if word.kind == GAP:
        return gap_start(reading, word.first, event.words[-1].last) or word.first
    for position in range(word.first - 1, event.words[-1].last - 1, -1):
        token = reading.tokens[position]
        if token.text in {",", ";"} or (reading.at(position, "clause") and not _joins_means(reading, position)):
            return position
    return word.first


def _joins_means(reading: Reading, position: int) -> bool:
    """Tell whether "and" at POSITION joins two kinds of fire: "mortar | and | sniper fire"."""
    return bool(reading.at(position, "and")) and position > 0 and reading.has(position - 1, "weapon")
