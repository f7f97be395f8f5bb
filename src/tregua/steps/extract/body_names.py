"""Names of bodies that end in a place: "United Nations Interim Force in Lebanon (UNIFIL)", "Mission to Ukraine (SMM)".

The place within such a name is none where anything happened, and the body speaks and acts as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.text import Reading, Tag

__all__ = ["tag_bodies"]

_PHRASES = ("voice", "actor", "name", "resumed")
_TYING = ("at_place", "preposition")
_HEADS = ("voice_head", "actor_head", "resumed")
_SHORTEST, _LONGEST = 3, 9  # letters of an acronym


def tag_bodies(reading: Reading) -> None:
    """Tag in READING, as those who speak and may act, bodies whose names end in a place, and that part as in a name."""
    if not reading.pack.grammar.capitals:
        return
    found = [*_with_letters(reading), *_known(reading)]
    reading.add([tag for tag in found if tag.last > tag.first])


def _with_letters(reading: Reading) -> Iterator[Tag]:
    """Give the bodies that have their letters in brackets behind the place."""
    for letters in reading.of("name"):
        opening, text = letters.first - 1, reading.printed(letters.first, letters.last)
        closed = letters.last < len(reading.tokens) and reading.tokens[letters.last].text == ")"
        if opening < 1 or reading.tokens[opening].text != "(" or not closed or not _are_letters(text):
            continue
        place = reading.over(opening - 1, "name") or reading.over(opening - 1, "country")
        if place is None or _initials(reading, place) == text.casefold():
            continue  # "the Central African Republic (CAR)"
        phrase = _before(reading, place)
        if phrase is not None and (_is_body(reading, phrase) or _is_titled(reading, phrase)):
            yield from _whole(reading, phrase, letters.last + 1)


def _known(reading: Reading) -> Iterator[Tag]:
    """Give the bodies that are known as such, their head written as part of a name, before a country."""
    for country in reading.of("country"):
        phrase = _before(reading, country)
        if phrase is not None and _is_body(reading, phrase) and _is_titled(reading, phrase):
            yield from _whole(reading, phrase, country.last)


def _before(reading: Reading, place: Tag) -> Tag | None:
    """Return the phrase that a preposition ties PLACE to, None when there is none."""
    at = place.first - 1
    at -= at > 0 and bool(reading.at(at, "article"))
    if at < 1 or not reading.begins(at, _TYING):
        return None
    phrases = [tag for kind in _PHRASES if (tag := reading.over(at - 1, kind)) is not None and tag.last == at]
    return min(phrases, key=lambda tag: tag.first, default=None)


def _is_body(reading: Reading, phrase: Tag) -> bool:
    """Tell whether PHRASE names a body, or stands for one: "the Monitoring Mission", "the UN force"."""
    bodies = [tag for at in range(phrase.first, phrase.last) for tag in reading.at(at, "resumed")]
    known = any(tag.value == "body" for tag in bodies)
    return known or reading.has_between(phrase.first, phrase.last, "institution")


def _is_titled(reading: Reading, phrase: Tag) -> bool:
    """Tell whether the head of PHRASE, part of a name, is a noun for a body, and the phrase more than one's name."""
    head = phrase.last - 1 if "before" in reading.pack.grammar.modifiers else phrase.first
    body = reading.over(head, "institution")
    heads = reading.has_any(head, _HEADS) or (body is not None and body.first > phrase.first)
    return heads and reading.tokens[head].capital


def _whole(reading: Reading, phrase: Tag, last: int) -> Iterator[Tag]:
    yield Tag("voice", phrase.first, last)
    if reading.has(phrase.last - 1, "actor"):
        yield Tag("actor", phrase.first, last)
    yield Tag("in_name", phrase.last, last)


def _are_letters(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and text.isalpha() and text[1:] != text[1:].lower()


def _initials(reading: Reading, name: Tag) -> str:
    return "".join(reading.tokens[at].norm[0] for at in range(name.first, name.last))
