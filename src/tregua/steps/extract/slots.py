"""What fills the slots of a clause: the one who acts, the place, the time, each by its marker and its nearness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tregua.records.claim import Mention, PlaceMention
from tregua.steps.extract.constructs import swallowed_article
from tregua.steps.extract.coreference import named_before
from tregua.steps.extract.descriptions import is_own_name, past_backer, past_unknown
from tregua.steps.extract.places import without_locality
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.text import DOUBLE_QUOTES, QUOTES, Reading, Tag, is_unknown
from tregua.steps.extract.windows import EDITIONS
from tregua.vocabulary.time import Span

__all__ = [
    "Clause",
    "actor_at",
    "actor_list",
    "actors_before",
    "actors_in",
    "agents_at",
    "agents_marked",
    "longest_over",
    "members_end",
    "mention",
    "name_in",
    "past_light",
    "past_posts",
    "place_mention",
    "places_in",
    "times_in",
]

_ACTORS = ("actor", "country", "name")
_ARMS = ("means", "weapon", "modifier")
_KNOWN_ACTORS = ("actor", "country")
_DESCRIBING = 2
_MOST_LISTED = 8
_HEAD_REACH = _ADJECTIVE_AND_HEAD = _ENDING = 2
_UNDATED = ("to_date", *EDITIONS)
_LONGEST_POST = 4
_OWNED_REACH = 2
_BRACKET = 3
_HEADED = ("headed", "site")
_SKIPPED = ("article", "so_called", "determiner")
_NO_QUOTES = dict.fromkeys(map(ord, DOUBLE_QUOTES))


class Clause:
    """A stretch of a sentence, and what in it is spoken for.

    Attributes:
        reading: the text.
        attribution: who speaks.
        first: first position.
        last: position after the last.
    """

    __slots__ = ("attribution", "first", "last", "reading")

    def __init__(self, reading: Reading, attribution: Attribution, first: int, last: int) -> None:
        """Look at READING from FIRST to LAST (excluded)."""
        self.reading = reading
        self.attribution = attribution
        self.first = first
        self.last = last

    def part(self, first: int, last: int) -> Clause:
        """Return the part of it from FIRST to LAST."""
        return Clause(self.reading, self.attribution, max(first, self.first), min(last, self.last))


def mention(reading: Reading, tag: Tag) -> Mention:
    """Return TAG as an actor as printed, quotes and articles left off; "the militia" with the name it had before."""
    shown = replace(tag, last=members_end(reading, tag))
    text, named = swallowed_article(reading, tag.first) + _unquoted(reading, shown), named_before(reading, tag)
    if named is None:
        return Mention(text=text, rule=f"printed ({tag.kind})", owner=_whose_arms(reading, tag))
    name = _unquoted(reading, name_in(reading, named))
    return Mention(text=text, name=name, rule=f"means “{name}”, named before")


def _unquoted(reading: Reading, tag: Tag) -> str:
    return reading.printed(tag.first, tag.last).translate(_NO_QUOTES).strip()


def members_end(reading: Reading, tag: Tag) -> int:
    """Return where the phrase TAG ends with whose members it names: "gunmen | of the group", "a man | of the police".

    Only where owners stand right behind what is owned, and "from" says whose they are.
    """
    if not reading.pack.grammar.construct_state or tag.last + 1 >= len(reading.tokens):
        return tag.last
    labels = any(reading.has_any(at, ("label", "person")) for at in range(tag.first, tag.last))
    if not labels or not reading.at(tag.last, "origin"):
        return tag.last
    at = tag.last + 1 + (reading.tokens[tag.last + 1].text in QUOTES)  # "units of | “the Army of A”"
    for kind in ("actor", "country"):
        for whole in reading.at(at, kind):
            return whole.last
    return tag.last


def name_in(reading: Reading, tag: Tag) -> Tag:
    """Return the name that TAG carries beside a mere label ("militants of the Ahrar group"), or TAG when none."""
    allied = reading.has_between(tag.first, tag.last, "describing")  # "a group allied with A" is not A
    if tag.kind != "actor" or allied or not reading.has_between(tag.first, tag.last, "label"):
        return tag
    while reading.pack.grammar.genitives and tag.first < tag.last - 1 and reading.has(tag.first, "means"):
        tag = replace(tag, first=tag.first + 1)  # "the artillery of | the militants"
    names = [name for name in reading.of("name", tag.first, tag.last) if is_own_name(reading, name)]
    if not names:
        return tag
    grouped = [name for name in names if reading.has_between(name.first, name.last, "group")]
    name = (grouped or names)[0]
    while name.first < name.last - 1 and not reading.has(name.first, "group"):
        if not (reading.has(name.first, "label") or reading.at(name.first, "of")):
            break
        name = replace(name, first=name.first + 1)
    bracket = tag.last == name.last + _BRACKET and reading.tokens[name.last].text == "("
    return replace(name, last=tag.last) if bracket else name  # "militants of the Movement | (MVT)"


def _whose_arms(reading: Reading, tag: Tag) -> str:
    """Return the people whose arms TAG is ("Israeli | artillery"), "" when it is more than arms and a people."""
    words = [at for at in range(tag.first, tag.last) if not reading.at(at, "article")]
    owners = [at for at in words if reading.has(at, "people")]
    arms = [at for at in words if at not in owners and reading.has_any(at, _ARMS)]
    if tag.kind != "actor" or not arms or not owners or len(arms) + len(owners) < len(words):
        return ""
    return reading.printed(owners[0], owners[-1] + 1)


def place_mention(reading: Reading, tag: Tag, within: str = "") -> PlaceMention:
    """Return TAG as a place as printed, WITHIN a wider one."""
    tag = without_locality(reading, tag)
    text, head = reading.printed(tag.first, tag.last), _head_left_out(reading, tag)
    rule = f"printed ({tag.value or 'named'})" if not head else "printed, its head understood"
    shown = f"{text} {head}" if head else text
    return PlaceMention(text=shown, name=_country_of(reading, tag), within=within, rule=rule)


def _head_left_out(reading: Reading, tag: Tag) -> str:
    """Return the head that TAG, an adjective alone, leaves out as one like it beside has it: "in the Luhansk (one)"."""
    endings = reading.pack.grammar.adjective_endings
    word = reading.tokens[tag.first].norm
    if tag.last - tag.first != 1 or not endings or not word.endswith(endings):
        return ""
    known = next((each.value for each in reading.at(tag.first, "toponym") if each.last == tag.last), "")
    if known:
        return known
    first = reading.sentences[max(0, reading.sentence_of(tag.first).index - _HEAD_REACH)].first
    alike = [each for each in reading.of("place", first, tag.first) if each.last - each.first == _ADJECTIVE_AND_HEAD]
    for place in reversed(alike):
        heads = reading.has_any(place.last - 1, ("place_head",)) or reading.at(place.first, "toponym")
        if heads and reading.tokens[place.first].norm.endswith(word[-_ENDING:]):
            return reading.printed(place.last - 1, place.last)
    return ""


def _country_of(reading: Reading, tag: Tag) -> str | None:
    """Return the country that TAG names by its people: "Lebanese territory"; None when it names something narrower."""
    for people in reading.at(tag.first, "people_of"):
        if all(reading.has(at, "place_head") for at in range(people.last, tag.last)):
            return people.value
    return None


def places_in(clause: Clause, *, known: frozenset[int] = frozenset()) -> list[PlaceMention]:
    """Return the places of CLAUSE in order, nested ones joined ("A in the countryside of B"); skip KNOWN positions."""
    found: list[PlaceMention] = []
    tags = [tag for tag in clause.reading.of("place", clause.first, clause.last) if tag.first not in known]
    index = 0
    while index < len(tags):
        nested = [tags[index]]
        index += 1
        while index < len(tags) and _is_wider(clause.reading, tags[index - 1], tags[index]):
            nested.append(tags[index])
            index += 1
        if clause.reading.pack.grammar.markers == "after":
            nested.reverse()  # "Has köyü" in "İdlib'in güneyindeki Has köyü" stands last
        words = [place_mention(clause.reading, each).text for each in nested[1:]]
        found.append(place_mention(clause.reading, nested[0], ", ".join(words)))
    return _distinct(found)


def _distinct(places: list[PlaceMention]) -> list[PlaceMention]:
    seen: dict[str, PlaceMention] = {}
    for place in places:
        seen.setdefault(place.text, place)
    return list(seen.values())


def _is_wider(reading: Reading, inner: Tag, outer: Tag) -> bool:
    """Tell whether OUTER follows INNER as the wider place: "A in B", "A, in B province", "A, B province"."""
    between = range(inner.last, outer.first)
    if len(between) > 3 or any(reading.at(position, "and") for position in between):  # noqa: PLR2004 - ", in the"
        return False
    linked = any(reading.at(position, "at_place") or reading.at(position, "of") for position in between)
    comma = any(reading.tokens[position].text == "," for position in between)
    if reading.pack.grammar.markers == "after":
        return linked and not comma  # "Halep'te, Hama'da" is a list
    return linked or (comma and outer.value in _HEADED and inner.value not in _HEADED)


def times_in(clause: Clause) -> list[Tag]:
    """Return the times of CLAUSE in order."""
    return [
        tag
        for tag in clause.reading.of("time", clause.first, clause.last)
        if tag.value not in _UNDATED and not clause.reading.has(tag.first, "dateline")
    ]


def nearest_time(clause: Clause, position: int) -> Span | None:
    """Return the time of CLAUSE nearest to POSITION, or None."""
    found = times_in(clause)
    if not found:
        return None
    return min(found, key=lambda tag: min(abs(tag.first - position), abs(tag.last - position))).span


def actors_in(clause: Clause, *, speakers: bool = False) -> Iterator[Tag]:
    """Give those in CLAUSE who may act: no place, no speaker (unless SPEAKERS), the longest phrase at each position."""
    reading = clause.reading
    taken = -1
    tags = sorted(
        (tag for kind in _kinds(reading) for tag in reading.of(kind, clause.first, clause.last)),
        key=lambda tag: (tag.first, -tag.last),
    )
    for tag in tags:
        if tag.first < taken or _stands_for_place(reading, tag) or reading.has(tag.first, "dateline"):
            continue
        if not speakers and (clause.attribution.speaks(reading, tag) or _is_in_voice(reading, tag)):
            continue
        taken = tag.last
        yield tag


def _kinds(reading: Reading) -> tuple[str, ...]:
    """Return the kinds of tag that name who acts: where any unknown word may be a name, a name alone does not."""
    return _KNOWN_ACTORS if reading.pack.grammar.known_names else _ACTORS


def _is_in_voice(reading: Reading, tag: Tag) -> bool:
    """Tell whether TAG only names whose office speaks: "the Coalition's media office"."""
    voice = reading.over(tag.first, "voice")
    if voice is None or voice.last < tag.last:
        return False
    office = reading.has(tag.last - 1, "voice_head") and not reading.has(tag.last - 1, "actor_head")
    owns = voice.first < tag.first and reading.pack.grammar.construct_state  # "the ministry of defence of Syria"
    return voice.last > tag.last or owns or office


def _stands_for_place(reading: Reading, tag: Tag) -> bool:
    if tag.kind == "actor":
        return False
    return reading.over(tag.first, "place") is not None


def skip_articles(reading: Reading, position: int, limit: int) -> int:
    """Return the first position from POSITION on that is no article, quotation mark or "so-called"."""
    while position < limit:
        skipped = [tag for kind in _SKIPPED for tag in reading.at(position, kind)]
        if skipped:
            position = skipped[0].last
        elif reading.tokens[position].text in QUOTES:
            position += 1
        else:
            break
    return position


def longest_over(reading: Reading, position: int) -> Tag | None:
    """Return who is named over POSITION, a known name before a bare one; None when nobody is."""
    for kind in ("actor", "country", "people", "name"):
        tag = reading.over(position, kind)
        if tag is not None:
            return tag
    return None


def past_light(reading: Reading, position: int, limit: int) -> int:
    """Return the first position from POSITION on that is no comma, adverb or time, and does not say how often."""
    while position < limit:
        light = [tag for kind in ("adverb", "frequency", "time") for tag in reading.at(position, kind)]
        if not light and reading.tokens[position].text != ",":
            break
        position = max((tag.last for tag in light), default=position + 1)
    return position


def past_posts(reading: Reading, position: int, limit: int) -> int:
    """Return where the owner stands of the posts or the land at POSITION: "from | the posts held by | the army"."""
    at = skip_articles(reading, position, limit)
    posts = _posts_end(reading, at, limit)
    if posts is None:
        return position
    behind = reading.at(posts, "of") if posts < limit else ()
    if not behind and posts + 1 < limit and reading.at(posts, "aside"):
        behind = reading.at(posts + 1, "by")
    if behind:
        return behind[0].last
    return posts if posts == at + 1 and not reading.has(at, "actor_head") else position  # "from the rebels"


def _posts_end(reading: Reading, first: int, limit: int) -> int | None:
    """Return where a noun for posts or land ends that stands at FIRST, adjectives before it; None when none does."""
    english = reading.pack.grammar.capitals and "before" in reading.pack.grammar.modifiers
    for at in range(first, min(first + _LONGEST_POST, limit)):
        if reading.has_any(at, ("target", "place_head")):
            joined = english and at + 1 < limit and reading.has_any(at + 1, ("target", "place_head"))
            if not joined:
                return at + 1
        elif not english or not (reading.has_any(at, ("modifier", "direction")) or is_unknown(reading, at)):
            break
    return None


def actor_at(reading: Reading, position: int, limit: int) -> Tag | None:
    """Return who is named right at POSITION, articles and quotes skipped; None when nobody is."""
    position = skip_articles(reading, position, limit)
    for kind in (*_kinds(reading), "people"):
        for tag in reading.at(position, kind):
            if tag.last <= limit:
                return past_backer(reading, tag, limit)
    return None


def agents_at(reading: Reading, position: int, limit: int) -> list[Tag]:
    """Return who is named as the agent at POSITION ("by A and B"); "by A, B's minister said" names A alone."""
    for number in reading.at(position, "number"):
        position = number.last  # "by six gunmen", "by up to 60 rebels"
    described = past_unknown(reading, skip_articles(reading, position, limit), _DESCRIBING)
    position = described if reading.at(described, "actor") else position  # "by the | coup | militia"
    found = actor_list(reading, position, limit)
    owner = (
        bool(found)
        and found[-1].last < limit
        and reading.tokens[found[-1].last].norm in reading.pack.grammar.possessives
    )
    if not owner:
        return found
    own = next((tag for tag in reading.of("actor", found[-1].last + 1, limit) if tag.kind == "actor"), None)
    near = own is not None and own.first - found[-1].last <= _OWNED_REACH and reading.over(own.first, "voice") is None
    if own is None or not near:
        return found[:-1]
    return [*found[:-1], replace(own, first=found[-1].last + 1)]  # "by the army's | 401st Brigade"


def agents_marked(reading: Reading, marker: Tag, limit: int) -> list[Tag]:
    """Return who is named with MARKER ("by"): behind it up to LIMIT, or before it where markers follow."""
    if reading.pack.grammar.markers == "after":
        return actors_before(reading, marker.first)
    return agents_at(reading, marker.last, limit)


def actors_before(reading: Reading, position: int) -> list[Tag]:
    """Return those named one after another up to POSITION ("A, B ve C | eliyle")."""
    found: list[Tag] = []
    at = position
    while len(found) < _MOST_LISTED and at > 0:
        tags = [reading.over(at - 1, kind) for kind in (*_kinds(reading), "people")]
        tag = next((tag for tag in tags if tag is not None and tag.last == at), None)
        if tag is None:
            break
        found.insert(0, tag)
        at = tag.first
        while at > 0 and (reading.tokens[at - 1].text in {",", *QUOTES} or reading.has(at - 1, "and")):
            at -= 1
        if at == tag.first:
            break
    return found


def actor_list(reading: Reading, position: int, limit: int) -> list[Tag]:
    """Return those named one after another at POSITION ("A, B and C")."""
    found: list[Tag] = []
    tag = actor_at(reading, position, limit)
    joined = False
    while tag is not None:
        found.append(tag)
        at = tag.last
        if joined and at < limit and reading.tokens[at].text == ",":
            break  # "and C" ends a list: "A, B and C, D did"
        while at < limit and (reading.tokens[at].text in {",", *QUOTES} or reading.at(at, "and")):
            joint = [tag for tag in reading.at(at, "and") if tag.value == "with"]
            at = joint[0].last if joint else at + 1
        closed = at == tag.last + 1 and reading.tokens[tag.last].text in QUOTES  # “A” B: nothing joins the two
        joined = any(reading.at(between, "and") for between in range(tag.last, at))
        tag = actor_at(reading, at, limit) if at > tag.last and at < limit and not closed else None
    return found
