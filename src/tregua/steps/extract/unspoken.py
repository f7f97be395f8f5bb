"""What looks like speech and is none: a refusal, a place before a verb of saying, "no other source confirms it"."""

from __future__ import annotations

from tregua.steps.extract.board import Match
from tregua.steps.extract.folding import DOUBLE_QUOTES
from tregua.steps.extract.heads import head_of
from tregua.steps.extract.quotations import quoted
from tregua.steps.extract.rows import listing_of
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.stances import Stance

__all__ = ["is_refusal", "is_rejection", "is_silent", "told_instead"]

_PASSAGE_REACH = 5
_CHARGED = ("charge", "breach", "act_noun")
_JOINED_REACH = 7
_TOLD = ("act_verb", "act_noun", "breach", "breach_verb", "casualty")
_COUNTED = ("breach", "breach_verb", "break_verb", "accuse", "blame_verb")
_ARMED = ("actor", "actor_head", "group")
_NONE_REACH = 2
_RELATIVE_REACH = 2
_CLAUSE = ("relative", "possessor")
_TRUCE_REACH = 4
_MUTUAL_REACH = 3
_RECORDED = "recorded"


def is_silent(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH, found by a pattern of speakers, makes nobody speak."""
    verb = match.kept.get("verb")
    refused = verb is not None and (is_refusal(reading, verb) or is_rejection(reading, verb))
    return refused or any(test(reading, match) for test in _TESTS)


def is_refusal(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB refuses rather than speaks: "denied the patrol passage"."""
    return _is_followed_by(reading, verb, "passage")


def is_rejection(reading: Reading, verb: Tag) -> bool:
    """Tell whether VERB turns down what somebody proposed, and denies nothing: "rejected the envoy's proposal"."""
    return _is_followed_by(reading, verb, "proposal")


def _is_followed_by(reading: Reading, verb: Tag, kind: str) -> bool:
    """Tell whether VERB is one of denying and a word of KIND stands soon behind it, no charge or act before that."""
    if verb.kind != "say" or verb.value != Stance.DENIED:
        return False
    found = next((at for at in range(verb.last, verb.last + _PASSAGE_REACH) if reading.at(at, kind)), None)
    return found is not None and not any(reading.has_any(at, _CHARGED) for at in range(verb.last, found))


def _is_place(reading: Reading, match: Match) -> bool:
    """Tell whether the name that would speak stands as a place: "near Tell, said the centre"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or who.kind not in {"name", "country"}:
        return False
    if verb is not None and who.last <= verb.first and head_of(reading, who) != who:
        return False
    return (who.kind == "name" and reading.has(who.first, "place")) or _is_in(reading, who)


def _is_in(reading: Reading, who: Tag) -> bool:
    """Tell whether WHO is where somebody unnamed speaks: "people in Khartoum told of fire"."""
    at = who.first - 1
    at -= at > 0 and bool(reading.at(at, "article"))
    inside = reading.has(at, "at_place") and not reading.pack.grammar.genitives  # "v ministerstve zajavili"
    return inside and at > reading.sentence_of(who.first).first


def _is_dateline(reading: Reading, match: Match) -> bool:
    """Tell whether what would speak is where a report is from: "New Delhi: Four were hurt, the minister said.".

    In a headline a country before a colon speaks only where breaches are told, and not in the country of the truce:
    "Syria: aid convoy is refused entry" says what it is about.
    """
    who, sentence = match.kept.get("who"), reading.sentence_of(match.first)
    if who is None or who.kind not in {"country", "name"}:
        return False
    if not reading.is_headline(sentence):
        return reading.over(who.first, "dateline") is not None
    counted = any(reading.of(kind, sentence.first, sentence.last) for kind in _COUNTED)
    topic = who.kind == "country" and (reading.has(who.first, "truce_area") or not counted)
    return topic and "verb" not in match.kept


def _is_entry(reading: Reading, match: Match) -> bool:
    """Tell whether what would speak is what a number is of: "Armed groupings: 52, unchanged"."""
    at = match.last
    if "verb" in match.kept or reading.tokens[at - 1].text != ":" or not reading.at(at, "number"):
        return False
    near = range(behind := reading.at(at, "number")[0].last, behind + _RELATIVE_REACH)
    if any(reading.has(place, "act_noun") for place in near) and _is_body(reading, match):
        return False  # "Staff: 24 shellings"
    if any(reading.has(place, "casualty") for place in near) and _is_body(reading, match):
        return listing_of(reading, reading.sentence_of(at)) is not None  # "Health ministry: 3 killed in Homs"
    return not any(reading.has_any(place, _COUNTED) for place in near)


def _is_body(reading: Reading, match: Match) -> bool:
    """Tell whether who would speak in MATCH is a body that has no losses of its own."""
    who = match.kept.get("who")
    words = range(0) if who is None else range(who.first, who.last)
    return any(reading.has(at, "voice_head") for at in words) and not any(reading.has_any(at, _ARMED) for at in words)


def _is_counted_against(reading: Reading, match: Match) -> bool:
    """Tell whether what would speak is whose acts are recorded: "against the army were recorded 12 breaches"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    recorded = verb is not None and verb.value == _RECORDED and reading.pack.grammar.construct_state
    return recorded and who is not None and who.first > 0 and bool(reading.at(who.first - 1, "at_target"))


def _is_nobody(reading: Reading, match: Match) -> bool:
    """Tell whether it is said that nobody says so: "no other source confirms it", "no victims were mentioned"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None:
        return verb is not None and verb.first > 0 and reading.has(verb.first - 1, "negation")
    recorded = reading.has(who.first - 1, "record")  # "the mission did not record | any breach"
    return not recorded and reading.has_between(max(0, who.first - _NONE_REACH), who.first, "none_of")


def _is_answer(reading: Reading, match: Match) -> bool:
    """Tell whether MATCH denies in a clause what is told before it: "by the group, whose spokesman denied this"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    denied = verb is not None and verb.kind == "say" and verb.value == Stance.DENIED
    if who is None or not denied or who.first < _RELATIVE_REACH:
        return False
    clauses = range(who.first - _RELATIVE_REACH, who.first)
    return any(reading.has_any(at, _CLAUSE) and reading.tokens[at - 1].text == "," for at in clauses)


def _is_told(reading: Reading, match: Match) -> bool:
    """Tell whether who would speak is the one who is told: "what his teams had been told"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    before = who is not None and verb is not None and who.last < verb.first
    return before and verb is not None and reading.has(verb.first - 1, "auxiliary")


def _is_agent(reading: Reading, match: Match) -> bool:
    """Tell whether who would speak is marked as who did what the verb tells: "by the army nine breaches were noted"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or verb is None or verb.first < who.last or not who.first:
        return False
    if reading.has_between(who.first, who.last, "instrumental"):
        return True
    before = min((reading.over(who.first, "actor") or who).first, who.first) - 1
    before -= before > 0 and bool(reading.at(before, "article"))
    return reading.has(before, "by") and not reading.has_any(before - 1, ("paper", "telling"))  # "report | by A found"


def _is_quoted(reading: Reading, match: Match) -> bool:
    """Tell whether what would speak stands in words that the verb behind them quotes: "“It is they who lie”, said"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or verb is None or verb.first < who.last:
        return False
    opened = _is_opened(reading, who.first)
    closed = any(reading.tokens[at].text in DOUBLE_QUOTES for at in range(who.last, verb.first))
    if who.kind == "name" and who.last == who.first + 1 and opened and not closed:
        return True
    inside = reading.noted(quoted)
    named = reading.tokens[who.last].text in DOUBLE_QUOTES and opened  # the "ministry" said
    return who.first in inside and verb.first not in inside and not named


def _is_opened(reading: Reading, position: int) -> bool:
    """Tell whether a quotation mark stands before POSITION that closes no quotation: '"They fired," | Petrov said'."""
    if not position or reading.tokens[position - 1].text not in DOUBLE_QUOTES:
        return False
    mark, before = reading.tokens[position - 1], reading.tokens[max(0, position - 2)]
    return not (before.end == mark.start and mark.end < reading.tokens[position].start)


def _is_adjective(reading: Reading, match: Match) -> bool:
    """Tell whether what would speak is but the adjective of somebody before the verb: "Russian | peacekeepers said"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or verb is None or who.kind != "name" or verb.first <= who.last:
        return False
    behind = reading.tokens[who.last]
    return reading.has(who.last - 1, "people") and behind.kind == "word" and not behind.capital


def _is_of_truce(reading: Reading, match: Match) -> bool:
    """Tell whether it is only said whose truce one is: "in the truce that | the guerrilla declared"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or verb is None or verb.first < who.last:
        return False
    before = who.first - 1
    while before > 0 and reading.has_any(before, ("article", "determiner", "modifier")):
        before -= 1
    if before <= 0 or not reading.has_any(before, ("relative", "clause")) or reading.has(before, "and"):
        return False
    near = range(max(0, before - _TRUCE_REACH), before)
    parted = [at for at in near if reading.tokens[at].kind == "mark"]
    return any(reading.has_any(at, ("truce", "pact")) for at in near[parted[-1] - near[0] if parted else 0 :])


def _is_said_of(reading: Reading, match: Match) -> bool:
    """Tell whether something is only said of whoever stands before the verb: "forces | said to be Russian"."""
    verb = match.kept.get("verb")
    return verb is not None and reading.has(verb.last, "aim") and reading.begins(verb.last + 1, ("be", "have"))


def _is_mutual(reading: Reading, match: Match) -> bool:
    """Tell whether all MATCH says is that two sides blame each other, which is the writer's own word."""
    verb = match.kept.get("verb")
    if verb is None or verb.kind not in {"accuse", "blame_verb"}:
        return False
    return any(
        reading.at(at, "each_other") for at in range(max(0, verb.first - _MUTUAL_REACH), verb.last + _MUTUAL_REACH)
    )


def _is_keeping(reading: Reading, match: Match) -> bool:
    """Tell whether it is a truce that is observed: "both armies observed | a ceasefire from May on"."""
    verb = match.kept.get("verb")
    if verb is None or verb.value != _RECORDED or not reading.has(verb.first, "hold"):
        return False
    for at in range(verb.last, verb.last + _TRUCE_REACH):
        if reading.has_any(at, ("breach", "number")):
            return False
        if (truce := reading.over(at, "truce")) is not None:
            return not reading.has(truce.last, "breach")
    return False


def _is_backing(reading: Reading, match: Match) -> bool:
    """Tell whether the verb only says in a clause by whom one is backed: "the M23, que soutient | le Rwanda"."""
    verb = match.kept.get("verb")
    backs = verb is not None and reading.at(verb.first, "back_verb") != ()
    return backs and verb is not None and verb.first > 0 and reading.has(verb.first - 1, "relative_pronoun")


def _is_in_a_name(reading: Reading, match: Match) -> bool:
    """Tell whether the paper that would speak is a word in somebody's name: "Mecanismo de | Monitoreo verificó"."""
    who = match.kept.get("who")
    voice = reading.over(who.first, "voice") if who is not None and who.kind == "paper" else None
    return who is not None and voice is not None and voice.first < who.first


def _is_parted(reading: Reading, match: Match) -> bool:
    """Tell whether another speaks behind the clause of who would: "rebels that fled, | the mission said"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or verb is None or verb.first < who.last or not reading.at(who.last, "relative_pronoun"):
        return False
    commas = [at for at in range(who.last, verb.first) if reading.tokens[at].text == ","]
    return bool(commas) and any(reading.of(kind, commas[-1], verb.first) for kind in ("voice", "name", "country"))


def _saw_some(reading: Reading, match: Match) -> bool:
    """Tell whether a name is only said to have so many, as a place does: "Poonch reported | 1,440, Rajouri 1,102"."""
    who, verb = match.kept.get("who"), match.kept.get("verb")
    if who is None or verb is None or who.kind != "name" or verb.first < who.last:
        return False
    number = next(iter(reading.at(verb.last, "number")), None)
    named = any(reading.has_any(at, ("voice_head", "institution", "group")) for at in range(who.first, who.last))
    if number is None or named:
        return False
    return reading.tokens[number.last].kind == "mark" or reading.has(number.last, "time")


_TESTS = (
    _saw_some,
    _is_parted,
    _is_place,
    _is_in_a_name,
    _is_dateline,
    _is_entry,
    _is_nobody,
    _is_agent,
    _is_quoted,
    _is_answer,
    _is_told,
    _is_adjective,
    _is_of_truce,
    _is_mutual,
    _is_said_of,
    _is_backing,
    _is_keeping,
    _is_counted_against,
)


def told_instead(reading: Reading, verb: Tag) -> str:
    """Return the stance of VERB, which denies, or of the verb joined to it where what it denies is not told again."""
    last = reading.sentence_of(verb.first).last
    for joined in reading.of("say", verb.last, min(verb.last + _JOINED_REACH, last)):
        if reading.at(joined.first - 1, "and"):
            told = any(reading.of(kind, verb.last, joined.first) for kind in _TOLD)
            return verb.value if told else joined.value
    return verb.value
