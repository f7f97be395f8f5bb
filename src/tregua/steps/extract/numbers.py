"""Numbers in figures and in words, ordinals, and how often something happened, with what bounds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tregua.steps.extract.constructs import is_definite
from tregua.steps.extract.lexicon import Node, phrase_words
from tregua.steps.extract.pack import LanguagePack, Numerals
from tregua.steps.extract.text import Reading, Tag, Token, fold_word
from tregua.vocabulary.stances import Bound

__all__ = ["tag_numbers"]

_LARGEST = 10**9
_HUNDRED = 100
_TEN = 10
_TWENTY = 20
_THOUSAND = 1000
_MOST_PARTS = 6
_COMMAS = 2
_WHERE = ("at_place", "at_target")
_SHORTEST_ASIDE = 3


def tag_numbers(reading: Reading) -> None:
    """Tag numbers, ordinals and frequencies in READING."""
    numerals = _folded(reading.pack)
    found: list[Tag] = []
    last = 0
    for position in _beginnings(reading, numerals):
        if position >= last:
            tag = _number(reading, position, reading.sentence_of(position).last, numerals)
            if tag is not None:
                found.append(tag)
                last = tag.last
    reading.add([*_bounded(reading, found), *_carried(reading, "carried", "number")])
    reading.add([*_carried(reading, "breach_pair", "pair"), *_carried(reading, "breach_single", "single")])
    reading.add(list(_ordinals(reading, numerals)))
    reading.add(list(_frequencies(reading, numerals)))


@lru_cache(maxsize=16)
def _folded(pack: LanguagePack) -> Numerals:
    """Return the numerals of PACK with their words folded as those of a text are."""
    names = ("words", "tails", "joined", "multipliers", "ordinals", "frequencies")
    tables = {name: getattr(pack.numerals, name) for name in names}
    update = {
        name: {fold_word(word, pack.grammar): value for word, value in table.items()} for name, table in tables.items()
    }
    return pack.numerals.model_copy(update=update)


def _beginnings(reading: Reading, numerals: Numerals) -> list[int]:
    """Return, in order, the positions at which a number may begin: figures, number words, and words with a hyphen."""
    words = reading.words()
    hyphened = [at for word, stands in words.items() if "-" in word for at in stands]
    tails = [at for at in _stand(reading, numerals.tails) if reading.tokens[at].norm in numerals.tails]
    known = [at for at in _stand(reading, numerals.words) if not reading.has(at, "weekday")]  # "Ithnayn" is Monday too
    return sorted({*reading.standing("number"), *hyphened, *known, *tails})


def _stand(reading: Reading, table: Mapping[str, int]) -> Iterator[int]:
    """Give the positions at which one of the words of TABLE stands."""
    words = reading.words()
    return (position for word in words.keys() & table.keys() for position in words[word])


def _carried(reading: Reading, kind: str, means: str) -> Iterator[Tag]:
    """Give the words of KIND as numbers: nouns whose form says how many, as a dual does."""
    for tag in reading.of(kind):
        if kind != "carried" and (is_definite(reading, tag.first) or reading.has(tag.first - 1, "number")):
            continue  # "the breach" counts nothing, nor does "breach" behind a number
        yield Tag(means, tag.first, tag.last, "carried", int(tag.value))


def _number(reading: Reading, position: int, limit: int, numerals: Numerals) -> Tag | None:
    token = reading.tokens[position]
    if token.kind == "number":
        value = _figures(token, numerals)
        if value is None:
            return None
        value, last = _spaced(reading, position, limit, value)
        tag = _multiplied(reading, Tag("number", position, last, "figures", value), limit)
        return _gone_on(reading, tag, limit, numerals)
    value, last = _in_words(reading, position, limit, numerals)
    return None if value is None else _gone_on(reading, Tag("number", position, last, "words", value), limit, numerals)


def _gone_on(reading: Reading, tag: Tag, limit: int, numerals: Numerals) -> Tag:
    """Return TAG with the figures that go on with its thousands in words: "bin 620", "2 bin 553"."""
    at, count = tag.last, tag.count or 0
    if not numerals.figures_go_on or not count or count % _THOUSAND or reading.tokens[at - 1].kind != "word":
        return tag
    at += at < limit and reading.tokens[at].norm in numerals.joiners
    rest = _figures(reading.tokens[at], numerals) if at < limit else None
    return tag if rest is None or rest >= _THOUSAND else Tag("number", tag.first, at + 1, tag.value, count + rest)


def _figures(token: Token, numerals: Numerals) -> int | None:
    """Return the whole number TOKEN prints, or None for a decimal or one too large to count with."""
    digits = token.text
    for mark in numerals.groups:
        parts = digits.split(mark)
        if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):  # noqa: PLR2004 - groups of three digits
            digits = "".join(parts)
    if not digits.isdecimal() or len(digits) > 10:  # noqa: PLR2004 - as many as _LARGEST has
        return None
    value = int(digits)
    return value if value <= _LARGEST else None


def _spaced(reading: Reading, position: int, limit: int, value: int) -> tuple[int, int]:
    """Return VALUE with the groups of three digits that plain spaces part from it, and the position after them."""
    last = position + 1
    spaced = " " in reading.pack.numerals.groups and 0 < value < _THOUSAND
    while spaced and last < limit and _is_group(reading.tokens[last - 1], reading.tokens[last]):
        if value * _THOUSAND > _LARGEST:
            break
        value, last = value * _THOUSAND + int(reading.tokens[last].text), last + 1
    return value, last


def _is_group(before: Token, token: Token) -> bool:
    """Tell whether TOKEN is three digits, one space behind BEFORE."""
    return len(token.text) == 3 and token.text.isdecimal() and token.start == before.end + 1  # noqa: PLR2004


def _multiplied(reading: Reading, tag: Tag, limit: int) -> Tag:
    count = tag.count or 0
    if tag.last < limit:
        factor = _folded(reading.pack).multipliers.get(reading.tokens[tag.last].norm, 0)
        if factor >= _HUNDRED and count * factor <= _LARGEST:
            return Tag("number", tag.first, tag.last + 1, "figures", count * factor)
    return tag


def _in_words(reading: Reading, position: int, limit: int, numerals: Numerals) -> tuple[int | None, int]:
    total, current, last, at = 0, 0, position, position
    seen = False
    while at < limit:
        norm = _spelling(reading.tokens[at], numerals)
        leads_on = at + 1 < limit and reading.tokens[at + 1].norm in numerals.joiners
        added = numerals.joined.get(norm) if leads_on and not seen else None
        added = _added(numerals, norm, seen=seen) if added is None else added
        if seen and norm in numerals.multipliers:
            total, current = _times(total, current, numerals.multipliers[norm])
        elif added is not None and (not seen or _continues(current, added, numerals)):
            current += added
        elif added is None and seen and norm in numerals.joiners:
            at += 1
            continue
        else:
            break
        at += 1
        seen, last = True, at
    alone = 0 if seen else _alone(reading, position, limit)
    if alone:
        return numerals.tails.get(reading.tokens[position].norm), alone
    return (total + current if seen and total + current <= _LARGEST else None), last


def _times(total: int, current: int, factor: int) -> tuple[int, int]:
    """Return whole thousands and the rest when FACTOR follows TOTAL and CURRENT: "mille deux cents"."""
    if factor > _HUNDRED:
        return total + current * factor, 0
    below = current % _THOUSAND
    return total, current - below + (below or 1) * factor


def _spelling(token: Token, numerals: Numerals) -> str:
    """Return the form of TOKEN that is a number word, or its norm."""
    tables = (numerals.words, numerals.tails, numerals.multipliers)
    return next((form for form in token.forms if any(form in table for table in tables)), token.norm)


def _added(numerals: Numerals, norm: str, *, seen: bool) -> int | None:
    """Return what the word NORM adds to a number, None when it is no number word; tails only add to what was SEEN."""
    if seen and norm in numerals.tails:
        return numerals.tails[norm]
    return _hyphened(norm.split("-"), numerals)


def _hyphened(parts: list[str], numerals: Numerals) -> int | None:
    """Return the value of the number word of PARTS ("quatre-vingt-dix"), the longest known parts taken first."""
    total = at = 0
    while at < len(parts):
        known = numerals.words | numerals.tails if at else numerals.words
        ends = (end for end in range(min(len(parts), at + _MOST_PARTS), at, -1) if "-".join(parts[at:end]) in known)
        end = next(ends, 0)
        if end:
            total += known["-".join(parts[at:end])]
        elif not at or parts[at] not in numerals.joiners or at == len(parts) - 1:
            return None
        at = end or at + 1
    return total


def _continues(current: int, added: int, numerals: Numerals) -> bool:
    """Tell whether ADDED goes on with the number CURRENT: "twenty" and "five", "two hundred" and "six"."""
    if numerals.units_first and added % _TEN == 0 and _TEN <= added < _HUNDRED:
        return current % _HUNDRED < _TEN
    if current % _HUNDRED == 0:
        return added < (_HUNDRED if current % _THOUSAND else _THOUSAND)
    if current % _HUNDRED in numerals.scores:
        return added < _TWENTY
    return added < _TEN and current % _TEN == 0


def _alone(reading: Reading, position: int, limit: int) -> int:
    """Return the end of a word at POSITION that no noun follows, so that it is no article: "una en Homs", "y una."."""
    end = position + 1
    end += end < limit and bool(reading.at(end, "adverb"))
    return end if end == limit or reading.tokens[end].kind == "mark" or reading.begins(end, _WHERE) else 0


@lru_cache(maxsize=16)
def _bound_tree(pack: LanguagePack) -> tuple[Node, int]:
    """Return the phrases of PACK that bound a number, and how many words the longest has."""
    root, longest = Node(), 0
    for phrase, bound in pack.numerals.bounds.items():
        node, words = root, phrase_words(phrase, pack)
        longest = max(longest, len(words))
        for word in words:
            node = node.child(word)
        node.classes.append(("bound", bound))
    return root, longest


def _bounded(reading: Reading, numbers: list[Tag]) -> Iterator[Tag]:
    """Give NUMBERS, each stretched over the words that bound it."""
    tree, longest = _bound_tree(reading.pack)
    for tag in numbers:
        first, last, bound = tag.first, tag.last, tag.bound
        aside = _aside_before(reading, tree, longest, tag.first)
        if aside is not None:
            first, bound = aside
        for width in range(0 if aside else longest, 0, -1):
            before = _bound_at(reading, tree, tag.first - width, tag.first)
            apart = reading.begins(tag.last, ("at_place", "until_word"))  # "3,600 | up to May"
            apart = apart or reading.has(tag.last + width - 1, "compared")  # "20 | fewer than on Monday"
            after = "" if apart else _bound_at(reading, tree, tag.last, tag.last + width)
            if before or after:
                first, last = (tag.first - width, tag.last) if before else (tag.first, tag.last + width)
                bound = Bound(before or after)
                break
        yield Tag("number", first, last, tag.value, tag.count, bound)


def _aside_before(reading: Reading, tree: Node, longest: int, last: int) -> tuple[int, Bound] | None:
    """Return where an aside begins that bounds the number at LAST, and how: "the death of | , at least, | 30"."""
    if last < _SHORTEST_ASIDE or reading.tokens[last - 1].text != ",":
        return None
    for first in range(max(0, last - longest - _COMMAS), last - _COMMAS):
        bound = _bound_at(reading, tree, first + 1, last - 1) if reading.tokens[first].text == "," else ""
        if bound:
            return first, Bound(bound)
    return None


def _bound_at(reading: Reading, tree: Node, first: int, last: int) -> str:
    if first < 0 or last > len(reading.tokens):
        return ""
    nodes = [tree]
    for position in range(first, last):
        nodes = [child for node in nodes for child in node.follow(reading.tokens[position].forms)]
        if not nodes:
            return ""
    return next((value for node in nodes for _, value in node.classes), "")


def _ordinals(reading: Reading, numerals: Numerals) -> Iterator[Tag]:
    figures = {at for word, stands in reading.words().items() if word[:1].isdecimal() for at in stands}
    for position in sorted({*_stand(reading, numerals.ordinals), *(figures if numerals.ordinal_suffixes else ())}):
        token = reading.tokens[position]
        value = next((numerals.ordinals[form] for form in token.forms if form in numerals.ordinals), None)
        for suffix in numerals.ordinal_suffixes if token.norm[:1].isdecimal() else ():
            digits = token.norm.removesuffix(suffix)
            if digits != token.norm and digits.isdecimal() and len(digits) <= 4:  # noqa: PLR2004 - no longer ones
                value = int(digits)
        if value is not None:
            last, value = _with_tens(reading, position, value, numerals)
            yield Tag("ordinal", position, last, "", value)


def _with_tens(reading: Reading, position: int, value: int, numerals: Numerals) -> tuple[int, int]:
    """Return where the ordinal at POSITION ends and its value, tens behind its units: "ath-thālith | ʿashar"."""
    last = position + 1
    if not numerals.units_first or last >= len(reading.tokens):
        return last, value
    unit = value % _TEN  # a word that only stands before tens has the value of both: "ḥādī ʿashar"
    ten = last + (reading.tokens[last].norm in numerals.joiners)
    forms = reading.tokens[ten].forms if ten < len(reading.tokens) else ()
    tens = next((numerals.words[form] for form in forms if form in numerals.words), 0)
    joined = tens == _TEN if ten == last else _TEN < tens < _HUNDRED and tens % _TEN == 0
    return (ten + 1, unit + tens) if joined and unit else (last, value)


def _compares(reading: Reading, position: int) -> bool:
    """Tell whether what stands at POSITION makes "times" before it a comparison: "more", "the number of"."""
    amount = position + len(reading.at(position, "article"))
    amounts = amount > position and any(tag.value == "amount" for tag in reading.at(amount, "multiple"))
    return amounts or any(tag.value != "amount" for tag in reading.at(position, "multiple"))


def _frequencies(reading: Reading, numerals: Numerals) -> Iterator[Tag]:
    """Give "thrice", "14 times", "on 10 occasions", but not "twice | as many" and "three times | more"."""
    words = ((at, reading.tokens[at].norm) for at in sorted({*_stand(reading, numerals.frequencies)}))
    for at, norm in words:
        timed = not reading.at(at + 1, "adverb") or reading.at(at + 1, "relative_day")
        if norm in numerals.frequencies and timed and not _compares(reading, at + 1):
            yield Tag("frequency", at, at + 1, "word", numerals.frequencies[norm])
    for tag in reading.of("number"):
        after = reading.at(tag.last, "of")[0].last if reading.at(tag.last, "of") else tag.last  # "une douzaine de fois"
        for times in reading.at(after, "times"):
            if not _compares(reading, times.last):
                yield Tag("frequency", tag.first, times.last, "number", tag.count, tag.bound)
            break
