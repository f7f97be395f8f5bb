"""Passives without an auxiliary before them: "Killed in the raid were two men", "a truck struck by shells"."""

from __future__ import annotations

from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.acts import Act

__all__ = ["inverted_from", "is_finite", "is_reduced", "opens_sentence"]

_SUBJECTS = ("number", "article", "determiner", "name", "person", "actor", "people", "modifier")
_TYING = ("preposition", "at_place", "at_target", "of", "by", "origin", "destination")
_TRANSITIVE = (Act.ABDUCTION, Act.OBSTRUCTION)
_DONE = ("act_verb", "casualty", "use_verb", "adverb", "negation")


def inverted_from(reading: Reading, word: Tag) -> int | None:
    """Return where the subject stands behind the verb of WORD, a participle that opens its sentence; else None."""
    grammar, sentence = reading.pack.grammar, reading.sentence_of(word.first)
    first = word.first
    while first > sentence.first and reading.has(first - 1, "adverb"):
        first -= 1
    plain = grammar.subject == ("before",) and grammar.verb == "middle" and not grammar.genitives
    if first != sentence.first or not plain or word.kind == "act_noun" or reading.has(word.first, "participial"):
        return None
    for verb in reading.of("auxiliary", word.last, sentence.last):
        if reading.begins(verb.last, _SUBJECTS) and not reading.has_any(verb.last, _DONE):
            return verb.last if _is_free(reading, word.last, verb.first) else None
    return None


def opens_sentence(reading: Reading, word: Tag) -> bool:
    """Tell whether WORD is a participle that opens its sentence: "| Shelled by the army, the town burned"."""
    if word.kind != "act_verb" or word.first != reading.sentence_of(word.first).first:
        return False
    grammar = reading.pack.grammar
    plain = grammar.subject == ("before",) and grammar.verb == "middle" and not reading.has(word.first, "participial")
    by = plain and word.last < len(reading.tokens) and reading.at(word.last, "by")
    return bool(by or reading.at(word.first, "participle"))


def _is_free(reading: Reading, first: int, last: int) -> bool:
    """Tell whether no subject stands from FIRST to LAST: a comma ends there, or something ties its noun to the verb."""
    if last == first or reading.tokens[last - 1].text == ",":
        return True  # "Killed | were six", "Struck too, the army said, | were two farms"
    for at in range(last - 1, first - 1, -1):
        if reading.has_any(at, _TYING):
            return True
        if reading.tokens[at].kind == "mark":
            return False  # "Struck by shells, | the army | was at a loss"
    return False


def is_finite(reading: Reading, word: Tag) -> bool:
    """Tell whether the ending of the verb WORD is no participle's: "os rebeldes | atacaram | por três frentes"."""
    return word.kind != "act_noun" and reading.tokens[word.first].norm.endswith(reading.pack.grammar.finite_verbs)


def is_reduced(reading: Reading, word: Tag, before: int) -> bool:
    """Tell whether the verb WORD is a passive without its auxiliary: "a truck | struck by shells"."""
    if inverted_from(reading, word) is not None:
        return True  # "Targeted by mortars were two farms"
    if word.kind == "act_noun" or reading.pack.grammar.subject != ("before",) or reading.has(word.first, "participial"):
        return False
    if reading.pack.grammar.verb != "middle" or (before >= 0 and reading.has_any(before, ("have", "subject_pronoun"))):
        return False
    if is_finite(reading, word):
        return False
    if word.last >= len(reading.tokens) or reading.at(word.last, "by"):
        return word.last + 1 < len(reading.tokens) and not reading.has(word.last + 1, "commit")  # "by | launching"
    held = word.value in _TRANSITIVE and before >= 0 and reading.has(before, "person")
    return held and reading.has_any(word.last, ("at_place", "time"))  # "Two soldiers | abducted in Cauca"
