"""Who and where, as printed: runs of names, phrases about a head word, places by their prepositions.

No gazetteer is asked here; the ``resolve`` step does that. A phrase is an ``actor``, a ``voice`` (one who speaks) or a
``place`` because of its head word, of the word before it, or because the pack knows it (countries, peoples).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tregua.steps.extract.bands import is_numbered, is_of_one
from tregua.steps.extract.body_names import tag_bodies
from tregua.steps.extract.clitics import is_known_whole
from tregua.steps.extract.constructs import construct_end, is_definite, is_followed_by_voice
from tregua.steps.extract.first_words import begins_name
from tregua.steps.extract.initials import is_initial
from tregua.steps.extract.place_adjectives import heads_place, is_adjective, tag_fronts
from tregua.steps.extract.places import find_places
from tregua.steps.extract.text import QUOTES, Reading, Sentence, Tag

__all__ = ["is_name", "tag_names"]

_LONGEST_RUN = 7
_LONGEST_PHRASE = 9
_MOST_JOINED = 2
_BODIES = ("group", "actor_head")
_NAMELIKE = ("country", "people")
_NAMED = (*_NAMELIKE, "toponym", "group", "name_start")
_MODIFYING = frozenset({"name", "modifier", "people", "country", "actor_head", "voice_head", "group"})
_OWNERS = ("name", *_NAMELIKE, "actor_head", "voice_head", "group", "place_head")
_PLACING = ("place_head", "name_start", "at_place")
_HEADING = ("place_head", "name_start", "actor_head", "group")
_NOT_IN_NAMES = frozenset(
    {
        "function",
        "month",
        "weekday",
        "holiday",
        "truce",
        "breach",
        "say",
        "title",
        "number",
        "date",
        "time",
        "dateline",
    }
)


def tag_names(reading: Reading) -> None:
    """Tag names, actors, voices and places in READING."""
    reading.add(list(_runs(reading)))
    fronts = tag_fronts(reading)
    for kind, heads in (("actor", "actor_head"), ("voice", "voice_head"), ("site", "place_head")):
        reading.add([_phrase(reading, tag, kind) for tag in reading.of(heads) if kind == "site" or tag not in fronts])
    reading.add(
        [_phrase(reading, replace(tag, value=""), "actor") for tag in reading.of("band") if is_of_one(reading, tag)]
    )
    groups = [tag for tag in reading.of("name") if _names_group(reading, tag)]
    reading.add([Tag("actor", tag.first, tag.last, "group") for tag in groups])
    tag_bodies(reading)
    reading.add(list(find_places(reading)))


def is_name(reading: Reading, position: int) -> bool:
    """Tell whether the token at POSITION may be part of a name."""
    token = reading.tokens[position]
    if token.kind != "word":
        return False
    if reading.pack.grammar.capitals:
        has_capital = token.capital or (not token.text.islower() and any(map(str.isupper, token.text)))
        plain = not reading.has_any(position, _NOT_IN_NAMES) or _opens(reading, position, "toponym")  # "Cabo | Delgado"
        named = has_capital and (plain or _leads_name(reading, position))
        return named and not _opens(reading, position, "person")  # "Casques | bleus"
    if _names_settlement(reading, position):
        return True
    if reading.has_any(position, _NOT_IN_NAMES):
        return False
    return reading.has_any(position, _NAMED) or not reading.is_known(position)


def _opens(reading: Reading, position: int, kind: str) -> bool:
    """Tell whether a phrase of several words of KIND begins at POSITION."""
    return any(tag.last - tag.first > 1 for tag in reading.at(position, kind))


def _names_settlement(reading: Reading, position: int) -> bool:
    """Tell whether a common word with an article is what a town or a quarter is called: "hayy as-salam".

    So is a word that the pack has only without the ending of an object, which no owner takes: "qaryat Hula".
    """
    if not position or not reading.at(position - 1, "settlement") or is_definite(reading, position - 1):
        return False
    if reading.has_any(position, ("common", "target")) and is_definite(reading, position):
        return not reading.has_any(position, _NOT_IN_NAMES)
    norm = reading.tokens[position].norm
    return norm.endswith(reading.pack.grammar.object_endings) and not is_known_whole(norm, reading.pack)


def _leads_name(reading: Reading, position: int) -> bool:
    """Tell whether the small word at POSITION has a capital because it is part of a name: "in | Al Ramusa"."""
    token = reading.tokens[position]
    if (
        not token.capital
        or token.norm not in reading.pack.grammar.name_particles
        or position + 1 >= len(reading.tokens)
    ):
        return False
    opened = position == 0 or reading.tokens[position - 1].kind == "mark"
    return not opened and reading.tokens[position + 1].capital and not reading.at(position + 1, "function")


def _is_shaped(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION, if the pack does not know it, has the shape of a name."""
    grammar, norm = reading.pack.grammar, reading.tokens[position].norm
    if reading.has_any(position, _NAMED):
        return True
    headed = position > 0 and reading.has_any(position - 1, _HEADING)
    if grammar.shapes is not None and not headed and grammar.shapes.fullmatch(norm):
        return False
    if _is_placed(reading, position):
        return True
    return (len(norm) > 1 or is_initial(reading, position)) and not (
        norm.startswith(grammar.nameless_beginnings) or norm.endswith(grammar.nameless_endings)
    )


def _is_placed(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION, or the first of its list, stands behind what no verb or subject follows."""
    while position and not reading.has_any(position - 1, _PLACING):
        if reading.tokens[position - 1].text != "," and not reading.at(position - 1, "and"):
            return False
        position -= 1
        while position and is_name(reading, position - 1):
            position -= 1
    return position > 0


def _may_be_names(reading: Reading) -> Sequence[int]:
    """Return the positions of all words that may be part of a name by how they are written."""
    words, tokens = reading.standing("word"), reading.tokens
    if not reading.pack.grammar.capitals:
        return words
    return [at for at in words if tokens[at].capital or not tokens[at].text.islower()]


def _start(reading: Reading, sentence: Sentence) -> int:
    """Return the position of the first word of SENTENCE."""
    position = sentence.first
    while position + 1 < sentence.last and reading.tokens[position].kind == "mark":
        position += 1
    return position


def _runs(reading: Reading) -> Iterator[Tag]:
    """Give the names of READING; a word at the beginning of a sentence is one too if it has a capital inside some."""
    last, capitals, written = 0, reading.pack.grammar.capitals, _may_be_names(reading)
    starts = {_start(reading, sentence) for sentence in reading.sentences}
    starts |= {dateline.last for dateline in reading.of("dateline")}
    inside = (reading.tokens[at] for at in written if at not in starts)
    known = frozenset(token.norm for token in inside if token.capital)
    for position in written:
        if position < last or not is_name(reading, position) or not _is_shaped(reading, position):
            continue
        first, last = position, _run_end(reading, position, reading.sentence_of(position).last)
        if first in starts and capitals and not begins_name(reading, first, last, known):
            first = next((at for at in range(first + 1, last) if is_name(reading, at)), last)  # "Raid of | Hamas"
        if first < last and is_name(reading, first):
            yield Tag("name", first, last)


def _run_end(reading: Reading, first: int, limit: int) -> int:
    if reading.pack.grammar.known_names:
        return _known_run_end(reading, first, limit)
    known = [tag.last for kind in ("country", "group") for tag in reading.at(first, kind)]
    last = max([first + 1, *known])
    while last < limit and last - first < _LONGEST_RUN:
        if is_name(reading, last):
            if heads_place(reading, last):
                break  # "of the army | Petrovsky district"
            last += 1
            continue
        joined = last + (reading.tokens[last].text == "." and is_initial(reading, last - 1))
        while joined < min(last + _MOST_JOINED, limit) and (
            _joins(reading, joined) or (joined > last and reading.at(joined, "article"))
        ):
            joined += 1
        if joined == last or joined >= limit or not is_name(reading, joined):
            break
        last = joined + 1
    return last


def _known_run_end(reading: Reading, first: int, limit: int) -> int:
    """Return the end of a name told by no capitals: one word, a known phrase, or what a first part leads to."""
    last = first
    while last < limit and reading.at(last, "name_start"):
        last += 1
    if last >= limit:
        return last
    for kind in _NAMED[:-1]:
        for tag in reading.at(last, kind):
            return tag.last
    return last + 1 if last == first or is_name(reading, last) else last


def _joins(reading: Reading, position: int) -> bool:
    token = reading.tokens[position]
    return token.norm in reading.pack.grammar.name_particles or token.norm in reading.pack.grammar.possessives


def _names_group(reading: Reading, tag: Tag) -> bool:
    """Tell whether a name carries a word that armed groups are called by."""
    return reading.has_between(tag.first, tag.last, "group")


def _phrase(reading: Reading, head: Tag, kind: str) -> Tag:
    """Return the phrase about HEAD: what modifies it before and after, and a name in brackets behind it."""
    sentence = reading.sentence_of(head.first)
    first = head.first
    if "before" not in reading.pack.grammar.modifiers:
        name = reading.over(first, "name")
        first = first if name is None else min(name.first, first)
        return Tag(kind, first, _phrase_end(reading, head.last, sentence.last), head.value)
    while first > sentence.first and head.first - first < _LONGEST_PHRASE and _modifies(reading, first - 1):
        if kind == "site" and reading.pack.grammar.markers == "after" and _is_head(reading, first - 1):
            break
        first -= 1
    first = _after_place(reading, _named_by_adjective(reading, first, kind), head)
    if kind == "site" and is_followed_by_voice(reading, head.last, sentence.last):
        return Tag(kind, first, head.last, head.value)
    return Tag(kind, first, _phrase_end(reading, head.last, sentence.last), head.value)


def _named_by_adjective(reading: Reading, first: int, kind: str) -> int:
    """Return where a place from FIRST on begins when its name is an adjective before it: "Nikopolśkyj | rajon"."""
    if kind != "site" or not reading.pack.grammar.genitives or not first:
        return first
    name = reading.over(first - 1, "name")
    return name.first if name is not None and name.last == first and is_adjective(reading, name) else first


def _is_head(reading: Reading, position: int) -> bool:
    return reading.has(position, "actor_head") or reading.has(position, "voice_head")


def _after_place(reading: Reading, first: int, head: Tag) -> int:
    """Return where a phrase from FIRST to HEAD begins when a place ends before it: "in Homs | units of the army"."""
    name = next(iter(reading.at(first, "name")), None)
    if name is None or name.last > head.first or first == 0 or _names_group(reading, name):
        return first
    marked = reading.pack.grammar.markers == "before" and reading.has(first - 1, "at_place")
    in_place = marked or (first > 1 and reading.has(first - 2, "place_head"))
    people = reading.has_between(name.first, name.last, "people")
    owner = reading.tokens[name.last].norm in reading.pack.grammar.possessives
    return name.last if in_place and not people and not owner else first


def _modifies(reading: Reading, position: int) -> bool:
    token = reading.tokens[position]
    if reading.pack.grammar.genitives:  # an owner follows its noun, so that only adjectives stand before it
        return _describes(reading, position) and not reading.has(position, "dateline")
    if is_numbered(reading, position):
        return True
    if token.text in QUOTES or token.norm in reading.pack.grammar.possessives:
        return position > 0 and _modifies_plainly(reading, position - 1)
    return _modifies_plainly(reading, position)


def _describes(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION is an adjective, one that the pack knows or one with the ending of one."""
    if reading.has_any(position, ("modifier", "people")):
        return True
    token, endings = reading.tokens[position], reading.pack.grammar.adjective_endings
    return bool(endings) and not token.capital and not reading.at(position) and token.norm.endswith(endings)


def _modifies_plainly(reading: Reading, position: int) -> bool:
    if reading.tokens[position].capital and reading.has(position, "truce") and _is_inside(reading, position):
        return True  # "the Truce Monitoring Committee"
    return reading.has_any(position, _MODIFYING) and not reading.has(position, "dateline")


def _is_inside(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION has a capital because it is part of a name, and begins no sentence."""
    plain = reading.pack.grammar.capitals and position > _start(reading, reading.sentence_of(position))
    return plain and position + 1 < len(reading.tokens) and reading.tokens[position + 1].capital


def _phrase_end(reading: Reading, last: int, limit: int) -> int:
    """Return the end of a phrase whose head ends at LAST: names and "of the …" behind it, and a name in brackets."""
    if reading.pack.grammar.markers == "after":
        return _bracket_end(reading, last, limit)
    if reading.pack.grammar.construct_state:
        return _bracket_end(reading, construct_end(reading, last, limit), limit)
    for _ in range(3):
        last = _name_end(reading, _modified_end(reading, last, limit), limit)
        last = _modified_end(reading, last, limit)
        at = last
        if at >= limit or not (
            reading.at(at, "of") or _owned_by_case(reading, at) or _is_from_group(reading, at, limit)
        ):
            break
        at = at + 1 if reading.at(at, "origin") else reading.at(at, "of")[0].last if reading.at(at, "of") else at
        while at < limit and (reading.at(at, "article") or reading.tokens[at].text in QUOTES):
            at += 1
        at += at < limit - 1 and reading.has(at, "ordinal") and _modifies_plainly(reading, at + 1)
        indefinite = reading.tokens[at - 1].norm in reading.pack.numerals.articles  # "by rebels of | a hospital"
        if at >= limit or indefinite or not _modifies_plainly(reading, at):
            break
        owner = at
        while at < limit and (_modifies_plainly(reading, at) or reading.has(at, "place_head")):
            at += 1
        if reading.has(owner, "act_verb") and (
            reading.has(owner, "participial") or (at == owner + 1 and not reading.has_any(owner, _OWNERS))
        ):
            break  # "accused its forces of | attacking", "blamed the rebels for | attacking government posts"
        last = at
    return _bracket_end(reading, _titled_end(reading, last, limit), limit)


def _is_from_group(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether "from" at POSITION ties people to their group: "gunmen | from the Ambazonia Defence Forces"."""
    if (
        not reading.pack.grammar.capitals
        or not reading.at(position, "origin")
        or not reading.has(position - 1, "person")
    ):
        return False
    at = position + 1
    while at < limit and reading.at(at, "article"):
        at += 1
    name = reading.over(at, "name") if at < limit else None
    return name is not None and any(reading.has_any(each, _BODIES) for each in range(name.first, name.last))


def _titled_end(reading: Reading, last: int, limit: int) -> int:
    """Return the end of the name that follows LAST behind a rank: "a spokesman of the ministry | Major A. B."."""
    at = last
    while at < limit and reading.at(at, "title"):
        at = reading.at(at, "title")[0].last
    name = reading.over(at, "name") if last < at < limit else None
    return last if name is None or name.last > limit else name.last


def _owned_by_case(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION may own the noun before it by its case alone."""
    if not reading.pack.grammar.genitives or reading.tokens[position].text in QUOTES:
        return False
    struck = position > 0 and reading.has(position - 1, "group") and heads_place(reading, position)
    return not struck and not reading.at(position, "nominative")


def _modified_end(reading: Reading, last: int, limit: int) -> int:
    """Return the end of the modifiers that follow a head where they stand behind it: "grupos armados ilegales"."""
    if "after" in reading.pack.grammar.modifiers:
        while last < limit and reading.begins(last, ("modifier", "people")):
            last = min(max(tag.last for kind in ("modifier", "people") for tag in reading.at(last, kind)), limit)
        if last < limit and reading.tokens[last].kind == "number" and reading.has(last - 1, "group"):
            last += 1
    return last


def _name_end(reading: Reading, last: int, limit: int) -> int:
    at = last
    while at < limit and reading.tokens[at].text in QUOTES:
        at += 1
    if at < limit and at > last and reading.at(at, "article"):
        at += 1
    name = reading.over(at, "name") if at < limit else None
    if name is not None and is_adjective(reading, name) and name.last < limit and reading.has(name.last, "place_head"):
        return last  # "the villages of the | Zaporizhian region"
    return last if name is None or name.last > limit else name.last


def _bracket_end(reading: Reading, last: int, limit: int) -> int:
    opened = last + 2 < limit and reading.tokens[last].text == "(" and reading.has(last + 1, "name")
    if opened and reading.tokens[last + 2].text == ")":
        return last + 3
    return last
