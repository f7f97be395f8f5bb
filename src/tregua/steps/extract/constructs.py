"""Phrases of a language that puts owners right behind what is owned, and an article on the last of them.

"qūwāt an-niẓām as-sūrī" (forces of the Syrian regime) goes on as long as each noun is bare; behind a noun with an
article only what describes it may stand, as behind the whole chain.
"""

from __future__ import annotations

from tregua.steps.extract.clitics import is_known, is_known_whole
from tregua.steps.extract.text import QUOTES, Reading

__all__ = ["construct_end", "is_definite", "is_followed_by_voice", "swallowed_article", "takes_in"]

_OWNERS = ("group", "country", "actor_head", "voice_head", "institution", "toponym")
_TITLED = ("title", "name", "name_start", "group")


def construct_end(reading: Reading, last: int, limit: int) -> int:
    """Return the end of the phrase whose head ends at LAST, not beyond LIMIT."""
    end = _step(reading, last, limit)
    while end > last:
        last, end = end, _step(reading, end, limit)
    return last


def is_definite(reading: Reading, position: int) -> bool:
    """Tell whether an article is written with the word at POSITION, or is held in the prefix split off before it."""
    token = reading.tokens[position]
    before = reading.tokens[position - 1] if position else token
    if before.end == token.start and len(before.norm) > 1 and before.norm in reading.pack.grammar.prefixes:
        return True
    if token.kind != "word" or not token.norm.startswith(reading.pack.grammar.proclitics):
        return False
    return len(token.norm) > len("abc") and token.text[:1] == token.norm[:1]  # no article begins with a folded letter


def _step(reading: Reading, last: int, limit: int) -> int:
    at = last
    while at < limit and at < last + 2 and reading.tokens[at].text in QUOTES:
        at += 1
    if at >= limit:
        return last
    described = is_definite(reading, at) and is_definite(reading, last - 1)
    for kind in ("modifier", "people", "country") if described else ("modifier", "people"):
        for tag in reading.at(at, kind):
            if is_definite(reading, at) or not is_definite(reading, last - 1) or tag.last > at + 1:
                return min(tag.last, limit)
    owned = is_definite(reading, last - 1) or _has_owner(reading, last - 1)
    if not owned and not _is_described(reading, last - 1, at):
        return _owner_end(reading, last, at, limit)
    return _owned_end(reading, last, at, limit)


def _has_owner(reading: Reading, position: int) -> bool:
    """Tell whether the word at POSITION, which the pack knows without its ending, carries its owner: "qūwātu-ha"."""
    norm, pack = reading.tokens[position].norm, reading.pack
    return norm.endswith(pack.grammar.suffixes) and is_known(norm, pack) and not is_known_whole(norm, pack)


def _is_described(reading: Reading, adjective: int, at: int) -> bool:
    """Tell whether a word without an article ends a phrase before the noun AT: "gunmen unknown | a patrol".

    A people's name does so too: "planes Israeli | a post of the group".
    So does a form that no owner may follow (``absolute``).
    """
    if not reading.pack.grammar.proclitics:
        return False
    describes = reading.has_any(adjective, ("modifier", "people"))
    adjectival = describes and not reading.has_any(adjective, ("actor_head", "voice_head"))
    return (adjectival and not is_definite(reading, at)) or reading.has(adjective, "absolute")


def _owner_end(reading: Reading, last: int, at: int, limit: int) -> int:
    """Return the end of the owner behind a bare noun that ends at LAST, LAST when none stands there."""
    if is_definite(reading, at) and reading.at(at, "common"):
        return reading.at(at, "common")[0].last  # "the ministry of defence", whatever is seen to
    for kind in (*_OWNERS, "name"):
        for tag in reading.at(at, kind):
            return min(tag.last, limit)
    return _owned_end(reading, last, at, limit)


def _owned_end(reading: Reading, last: int, at: int, limit: int) -> int:
    """Return the end of an owner behind a preposition, or of a title and a name behind a noun."""
    if at == last and reading.at(at, "of"):
        behind = reading.at(at, "of")[0].last
        if reading.at(behind, "audience"):
            return last  # "a source | to the agency"
        for kind in _OWNERS[:4]:
            for tag in reading.at(behind, kind) if behind < limit else ():
                return min(tag.last, limit)
        return _titled_end(reading, behind, limit) or last  # "the militias loyal to | General A"
    return _titled_end(reading, at, limit) or last


def _titled_end(reading: Reading, at: int, limit: int) -> int:
    """Return the end of the title at AT and the name behind it, 0 when no title stands there."""
    end = at
    while end < limit and (reading.at(end, "title") or (end > at and reading.has_any(end, ("name", "group")))):
        end = max(tag.last for kind in _TITLED for tag in reading.at(end, kind))
    return min(end, limit) if end > at else 0


def takes_in(reading: Reading, position: int, heads: tuple[str, ...]) -> bool:
    """Tell whether one of HEADS at POSITION takes in the place before it ("Homs | police"), which case would tell."""
    if reading.pack.grammar.genitives or position >= len(reading.tokens):
        return False
    return reading.begins(position, heads)


def is_followed_by_voice(reading: Reading, position: int, limit: int) -> bool:
    """Tell whether a speaker begins at POSITION, where case parts him from a place before ("oblasti | Missiya")."""
    return reading.pack.grammar.genitives and position < limit and bool(reading.at(position, "voice"))


def swallowed_article(reading: Reading, first: int) -> str:
    """Return the article that a preposition written with the word at FIRST has swallowed: "li-l-" for "li-al-"."""
    if not first or reading.tokens[first - 1].end != reading.tokens[first].start:
        return ""
    grammar, joined = reading.pack.grammar, reading.tokens[first - 1].norm
    for article in grammar.proclitics:
        if any(prefix + article[1:] == joined for prefix in grammar.prefixes if prefix != joined):
            return article
    return ""
