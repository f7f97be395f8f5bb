"""Names of bodies that go on behind their first words, up to a place, to what the body is for, or to a second matter.

"United Nations Interim Force in Lebanon (UNIFIL)", "Mission to Ukraine (SMM)", "Centro ruso para la Reconciliación",
"Mecanismo de Monitoreo y Verificación". The place within such a name is none where anything happened, and the body
speaks and acts as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from tregua.steps.extract.text import Reading, Tag

__all__ = ["tag_bodies"]

_PHRASES = ("voice", "actor", "name", "resumed")
_TYING = ("at_place", "preposition")
_HEADS = ("voice_head", "actor_head", "resumed")
_SHORTEST, _LONGEST = 3, 9  # letters of an acronym
_MATTERS = ("name", "modifier")
_NO_MATTER = ("country", "people", "group", "toponym", "institution", "actor_head", "voice_head", "say", "armed")


def tag_bodies(reading: Reading) -> None:
    """Tag in READING, as those who speak and may act, bodies whose names end in a place, and that part as in a name."""
    if not reading.pack.grammar.capitals:
        return
    reading.add(list(_of_matters(reading)))
    found = [*_with_letters(reading), *_known(reading)]
    reading.add([tag for tag in found if tag.last > tag.first])


def _of_matters(reading: Reading) -> Iterator[Tag]:
    """Give the bodies whose names tell behind their first words what they are for: "Centro ruso | para la Paz"."""
    if "after" not in reading.pack.grammar.modifiers:
        return
    for phrase in (*reading.of("voice"), *(tag for tag in reading.of("actor") if reading.tokens[tag.first].capital)):
        last = phrase.last
        while (end := _matter_end(reading, phrase.first, last)) > last:
            last = end
        if last > phrase.last:
            yield from _whole(reading, phrase, last)


def _matter_end(reading: Reading, first: int, last: int) -> int:
    """Return the end of the matter that goes on the name of a body from FIRST to LAST, LAST when none does."""
    limit = reading.sentence_of(first).last
    purposes = reading.at(last, "purpose") if last < limit else ()
    joined = last < limit and bool(reading.at(last, "and")) and _ends_in_matter(reading, first, last)
    if not purposes and not joined:
        return last
    at = purposes[0].last if purposes else last + 1
    at += joined and at < limit and bool(reading.at(at, "of"))
    at += at < limit and bool(reading.at(at, "article"))
    if at >= limit or not reading.begins(at, _MATTERS) or (joined and reading.has_any(at, _NO_MATTER)):
        return last
    if joined and not reading.tokens[at].capital:
        return last
    return _owned_end(reading, max(tag.last for kind in _PHRASES + _MATTERS for tag in reading.at(at, kind)), limit)


def _owned_end(reading: Reading, last: int, limit: int) -> int:
    """Return the end of a matter up to LAST, whose it is counted in: "Reconciliación | de las partes enfrentadas"."""
    at = last + (last < limit and bool(reading.at(last, "of")))
    at += last < at < limit and bool(reading.at(at, "article"))
    return max((tag.last for tag in reading.at(at, "actor")), default=last) if last < at < limit else last


def _ends_in_matter(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a name from FIRST to LAST is that of a body and ends in one word for a matter: "de Monitoreo"."""
    head, word = reading.tokens[first], reading.tokens[last - 1]
    named = head.capital and word.capital and reading.has_any(first, _HEADS) and not reading.has(first, "title")
    return named and last - first > 1 and not reading.has_any(last - 1, _NO_MATTER)


def _with_letters(reading: Reading) -> Iterator[Tag]:
    """Give the bodies that have their letters in brackets behind the place."""
    for letters in reading.of("name"):
        opening = letters.first - 1
        closed = letters.last < len(reading.tokens) and reading.tokens[letters.last].text == ")"
        bracketed = opening > 0 and reading.tokens[opening].text == "(" and closed
        text = reading.printed(letters.first, letters.last) if bracketed else ""
        if not _are_letters(text):
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
