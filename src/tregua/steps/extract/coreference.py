"""Whom "the group", "the rebels" or "the militia" means: the one named before whom such a word can be said of."""

from __future__ import annotations

from tregua.steps.extract.constructs import is_definite
from tregua.steps.extract.text import Reading, Tag

__all__ = ["named_before"]

_NAMING = ("name", "people", "country")
_OWN = ("people", "country")
_NO_NAME = (*_OWN, "regular", "modifier", "direction", "of", "article")
_NO_OWN_WORD = ("regular", "modifier", "direction", "of", "article", "label", "anaphor", "means")
_TELLING = ("say", "accuse", "blame_verb")
_MEMORY = 2


def named_before(reading: Reading, tag: Tag) -> Tag | None:
    """Return the actor with a name of his own that the definite TAG points back to, or None.

    "The militia" is one named with the same word; "the group" or "the rebels" is the only armed group named before,
    or the only one of the nearest sentence that names any. Forces of a state are no group.
    """
    if tag.kind != "actor" or not _is_known(reading, tag) or _has_name(reading, tag):
        return None
    if reading.pack.grammar.construct_state:
        known = reading.at(tag.first, "anaphor")
        return (_by_owner(reading, tag) or _group_meant(reading, tag)) if known else None
    found = _by_head(reading, tag)
    if found is None and reading.at(tag.last - 1, "anaphor"):
        return _group_meant(reading, tag)
    return found


def _is_known(reading: Reading, tag: Tag) -> bool:
    """Tell whether an article makes TAG one who is known; one written with its word only where that stands alone."""
    if reading.pack.grammar.proclitics:
        return tag.last == tag.first + 1 and is_definite(reading, tag.first)
    article = reading.over(tag.first - 1, "article") if tag.first else None
    return article is not None and article.value == "definite"


def _by_owner(reading: Reading, tag: Tag) -> Tag | None:
    """Return the actor named last by the word of TAG and an owner behind it: "the militias", of "militias | of A"."""
    forms = set(reading.tokens[tag.first].forms)
    older = reversed(reading.of("actor", 0, tag.first))
    named = (each for each in older if each.last > each.first + 1 and _has_name(reading, each))
    return next((each for each in named if forms.intersection(reading.tokens[each.first].forms)), None)


def _by_head(reading: Reading, tag: Tag) -> Tag | None:
    """Return the actor named last with the words of TAG and a name: "armed forces" are no "Rapid Support Forces"."""
    for older in reversed(reading.of("actor", 0, tag.first)):
        words = [word.norm for word in reading.tokens[older.first : older.last]]
        told = all(word.norm in words for word in reading.tokens[tag.first : tag.last])
        if told and len(words) > tag.last - tag.first and _has_name(reading, older):
            return older
    return None


def _group_meant(reading: Reading, tag: Tag) -> Tag | None:
    """Return the armed group that TAG points back to: the only one, or that of the nearest sentence with any."""
    named = [older for older in reading.of("actor", 0, tag.first) if _is_group(reading, older)]
    if reading.pack.grammar.construct_state:  # who speaks of "the militants" is none of them
        tellers = [_own_words(reading, older) for older in named if reading.has_any(older.first - 1, _TELLING)]
        named = [older for older in named if _own_words(reading, older) not in tellers]
    if not named or _is_met_before(reading, tag, named[0]):
        return None
    if _are_one(reading, named):
        return max(named, key=lambda older: len(_own_words(reading, older)))
    last = reading.sentence_of(named[-1].first)
    near = [older for older in named if older.first >= last.first]
    recent = reading.sentence_of(tag.first).index - last.index <= _MEMORY
    return near[0] if recent and _are_one(reading, near) else None


def _is_met_before(reading: Reading, tag: Tag, named: Tag) -> bool:
    """Tell whether the word of TAG stands in the text before NAMED, and so means others: "between army and rebels"."""
    word = reading.tokens[tag.last - 1].norm
    return any(
        reading.tokens[older.last - 1].norm == word
        for older in reading.of("actor", 0, named.first)
        if not _has_name(reading, older)
    )


def _is_group(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG names an armed group: by a word that groups have in their name, or by what such are called."""
    called = reading.has_between(tag.first, tag.last, "anaphor") and _has_name(reading, tag)
    return (called or tag.value == "group") and bool(_own_words(reading, tag)) and not _is_of_state(reading, tag)


def _are_one(reading: Reading, tags: list[Tag]) -> bool:
    """Tell whether all TAGS are one group by its names, all words of the shorter in the longer."""
    called = sorted((_own_words(reading, tag) for tag in tags), key=len)
    return all(words <= called[-1] for words in called)


def _own_words(reading: Reading, tag: Tag) -> frozenset[str]:
    """Return the words of TAG that are more than a kind of force: "M23" of "rebels of the M23"."""
    words = [at for at in range(tag.first, tag.last) if reading.tokens[at].kind == "word"]
    return frozenset(reading.tokens[at].norm for at in words if not reading.has_any(at, _NO_OWN_WORD))


def _is_of_state(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG names forces of a state: "Pakistan Army", with no word that would be a name of their own."""
    inside = range(tag.first, tag.last)
    if not reading.has(tag.last - 1, "regular"):
        return False
    own = any(not reading.has_any(at, _NO_NAME) for at in inside)
    return not own and (tag.last - tag.first == 1 or any(reading.has_any(at, _OWN) for at in inside))


def _has_name(reading: Reading, tag: Tag) -> bool:
    return any(reading.has_any(at, _NAMING) for at in range(tag.first, tag.last))
