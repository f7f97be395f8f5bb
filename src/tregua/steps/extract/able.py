"""Who may act at all: what a preposition governs, what speaks, what is only a place or a weapon does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tregua.steps.extract.cases import is_nominative, is_oblique
from tregua.steps.extract.slots import Clause
from tregua.steps.extract.text import QUOTES, Reading, Tag, is_unknown

__all__ = ["clause_from", "is_possessive", "may_act", "stands_free", "subject_from", "verbs_of"]

_QUOTED_REACH = 5
_PREPOSITIONS = ("preposition", "at_place", "at_target", "of", "by", "between")
_NOUNS = (
    "name",
    "actor_head",
    "voice_head",
    "place_head",
    "target",
    "act_noun",
    "breach",
    "person",
    "casualty",
    "paper",
)


def stands_free(reading: Reading, tag: Tag, start: int) -> bool:
    """Tell whether no preposition governs TAG, looking back to START, nor an ending behind it but that of an owner."""
    if reading.pack.grammar.markers == "after":
        behind = tag.last < len(reading.tokens) and not reading.at(tag.last, "of")
        return not (behind and reading.begins(tag.last, _PREPOSITIONS))
    owner = reading.pack.grammar.genitives and tag.first > start and reading.has(tag.first - 1, "target")
    if is_oblique(reading, tag) or (owner and not is_nominative(reading, tag)):
        return False
    position = tag.first - 1
    kinds = ("article", "determiner", "so_called", "number", "modifier")
    while (
        position >= start
        and not _is_genitive(reading, position)
        and (reading.has_any(position, kinds) or _is_light(reading, position))
    ):
        position -= 1
    if position > start and reading.at(position, "of") and _is_member(reading, position - 1):
        return stands_free(reading, replace(tag, first=position - 1), start)
    accused = position > start and reading.at(position, "object_mark") and reading.has(position - 1, "accuse")
    return bool(position < start or accused) or not reading.has_any(position, _PREPOSITIONS)


def _is_member(reading: Reading, position: int) -> bool:
    """Tell whether a word at POSITION says of whose people those behind "of" are: "members | of armed groups"."""
    plain = reading.pack.grammar.capitals and "before" in reading.pack.grammar.modifiers
    return plain and reading.has(position, "label") and not reading.has(position, "actor_head")


def _is_light(reading: Reading, position: int) -> bool:
    """Tell whether a quotation mark or an adjective that the pack does not know stands at POSITION ("beleaguered")."""
    if reading.tokens[position].text in QUOTES:
        return True
    grammar = reading.pack.grammar
    if grammar.genitives or not grammar.capitals or "before" not in grammar.modifiers:
        return False
    return is_unknown(reading, position) and not reading.has_any(position + 1, ("article", "determiner"))


def _is_genitive(reading: Reading, position: int) -> bool:
    """Tell whether a word that is article and "of the" in one follows a noun that it belongs to: "positions des …"."""
    if position < 1 or not (reading.at(position, "of") and reading.at(position, "article")):
        return False
    return reading.has_any(position - 1, _NOUNS)


def may_act(clause: Clause, tag: Tag, *, noun: bool = False) -> bool:
    """Tell whether TAG may act at all; a people's name does only as the owner of an act (NOUN)."""
    reading = clause.reading
    inside = range(tag.first, _head_end(reading, tag))
    if clause.attribution.speaks(reading, tag) and not (noun and tag.kind == "people"):
        return False
    if tag.kind == "person":
        return True
    if _only_describes(reading, tag) or any(reading.has(at, "institution") or _is_office(reading, at) for at in inside):
        return False
    owner = tag.last < len(reading.tokens) and is_possessive(reading, tag.last)
    people = tag.kind != "actor" and all(reading.has(at, "people") for at in inside)
    if not noun and (owner or people):
        return False
    if tag.kind == "name" and reading.pack.grammar.genitives and not _is_set_off(reading, tag):
        return False  # where nouns have cases a bare name is more often what was struck: "Odesu | atakuvaly"
    return not _is_arms_alone(reading, tag) if tag.kind == "actor" else _names_side(reading, tag)


def _is_arms_alone(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is arms of which nobody is told, or only that nobody knows whose they are."""
    behind = tag.last < len(reading.tokens) and reading.has(tag.last, "unattributed")
    unknown = behind or reading.has_between(tag.first, tag.last, "unattributed")
    arms = unknown and reading.has_any(tag.first, ("means", "weapon"))
    return arms or all(reading.has(at, "means") for at in range(tag.first, tag.last))


def _only_describes(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG is an adjective, which elsewhere stands for a man, before its noun: "voennyj | aerodrom"."""
    if not reading.pack.grammar.genitives or tag.last - tag.first > 1 or tag.last >= len(reading.tokens):
        return False
    man = reading.at(tag.first, "person") and reading.at(tag.first, "body")
    return bool(man) and reading.begins(tag.last, ("target", "place_head"))


def _head_end(reading: Reading, tag: Tag) -> int:
    """Return where the head of TAG ends and an owner begins: "soldiers | of the military council"."""
    for position in range(tag.first + 1, tag.last):
        if tag.kind == "actor" and reading.at(position, "of") and reading.has(position - 1, "actor_head"):
            return position
    return tag.last


def _is_set_off(reading: Reading, tag: Tag) -> bool:
    """Tell whether a bare name is written as that of a body: in quotation marks, or in capital letters alone."""
    quoted = tag.first > 0 and reading.tokens[tag.first - 1].text in QUOTES
    return quoted or all(reading.tokens[at].text.isupper() for at in range(tag.first, tag.last))


def _names_side(reading: Reading, tag: Tag) -> bool:
    """Tell whether a bare name may be a side: no weapon, and no place of the text unless a country."""
    if reading.has_between(tag.first, tag.last, "weapon"):
        return False
    return tag.kind in {"country", "people"} or not _is_known_place(reading, tag)


def _is_office(reading: Reading, position: int) -> bool:
    return reading.has(position, "voice_head") and not reading.has(position, "actor_head")


def _is_known_place(reading: Reading, tag: Tag) -> bool:
    """Tell whether the text has the name TAG as a place, here or elsewhere."""
    words = reading.printed(tag.first, tag.last)
    return any(words in reading.printed(place.first, place.last) for place in reading.of("place"))


def is_possessive(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION makes the one before it the owner of the one after it ("'s")."""
    if reading.tokens[position].norm not in reading.pack.grammar.possessives:
        return False
    return reading.tokens[position].kind != "mark" or not _is_quoted(reading, position)


def _is_quoted(reading: Reading, position: int) -> bool:
    """Tell whether the mark at POSITION closes a quotation of letters: "members of the 'DPR | ' fired"."""
    sentence = reading.sentence_of(position)
    for at in range(position - 1, max(sentence.first, position - _QUOTED_REACH) - 1, -1):
        if reading.tokens[at].kind == "mark":
            opens = reading.tokens[at].end == reading.tokens[at + 1].start
            opens = opens and (at == 0 or reading.tokens[at - 1].end < reading.tokens[at].start)
            letters = all(reading.tokens[each].text.isupper() for each in range(at + 1, position))
            return opens and letters and reading.tokens[at].text in QUOTES
    return False


def subject_from(clause: Clause, word: Tag) -> int:
    """Return where the subject of WORD may begin: where its clause does, after a speaker's words."""
    reading = clause.reading
    start = clause_from(clause, word)
    for act in clause.attribution.said[reading.sentence_of(word.first).index]:
        if start <= act.last <= word.first and not _is_aside(reading, act.first, act.last):
            start = act.last
    return start


def _is_aside(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words from FIRST to LAST stand between two commas: "A, | sources said, | shelled it"."""
    if first < 1 or last >= len(reading.tokens) or not reading.pack.grammar.capitals:
        return False
    return reading.tokens[first - 1].text == reading.tokens[last].text == ","


def clause_from(clause: Clause, word: Tag) -> int:
    """Return where the clause of WORD begins: after a colon, a semicolon, "when" and the like."""
    known, key = clause.reading.noted(_starts), (clause.first, word.first)
    if key not in known:
        known[key] = _clause_from(clause.reading, *key)
    return known[key]


def _starts(reading: Reading) -> dict[tuple[int, int], int]:
    """Return what is filled with the beginnings of clauses of READING: each is asked for many times."""
    del reading
    return {}


def _clause_from(reading: Reading, first: int, last: int) -> int:
    marks = (at for at in range(first, last) if reading.tokens[at].text in {":", ";"})
    opened = (tag.first for tag in reading.of("subordinate", first, last) if not _is_shut(reading, tag, last))
    return max([first, *(at + 1 for at in (*marks, *opened))])


def _is_shut(reading: Reading, tag: Tag, word: int) -> bool:
    """Tell whether what TAG opens is over before WORD, or WORD is all of it: "A, after two calm days, | shelled B"."""
    if not reading.pack.grammar.capitals or reading.pack.grammar.verb != "middle":
        return False
    if tag.last == word and reading.has(word, "participial"):
        return True  # "A moved its men while | shelling B"
    opened = tag.first > 0 and (reading.tokens[tag.first - 1].text == "," or _is_in_relative(reading, tag))
    return opened and any(reading.tokens[at].text == "," for at in range(tag.last, word))


def _is_in_relative(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG stands in a clause about who was named before: "the rebels, who had left | after the rains,"."""
    sentence = reading.sentence_of(tag.first)
    commas = [at for at in range(sentence.first, tag.first) if reading.tokens[at].text == ","]
    return bool(commas) and reading.has(commas[-1] + 1, "relative_pronoun")


def verbs_of(clause: Clause, kinds: Sequence[str]) -> list[Tag]:
    """Return the verbs of CLAUSE, none that a comma parts from its subject: "fired at A, violating the truce"."""
    reading = clause.reading
    found = [tag for kind in kinds for tag in reading.of(kind, clause.first, clause.last)]
    ends = {tag.first - 1 for tag in found if tag.first and reading.tokens[tag.first - 1].text == ","}
    ends -= set(_asides(clause, ends))
    return [tag for tag in found if tag.first - 1 not in ends]


def _asides(clause: Clause, commas: Collection[int]) -> Iterator[int]:
    """Give those of COMMAS that end an aside on who speaks: "the rebels, according to A, | broke the truce"."""
    reading = clause.reading
    for act in clause.attribution.said[reading.sentence_of(clause.first).index] if commas else ():
        end = next((at for at in range(act.first, clause.last) if reading.tokens[at].text == ","), -1)
        if end in commas and act.last <= end and act.first and reading.tokens[act.first - 1].text == ",":
            yield end
