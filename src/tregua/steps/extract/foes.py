"""Whom a speaker means by "the enemy" or "the militants": the party that he names elsewhere in the text.

The words stay as printed; beside them the name is given that the same speaker gives the same party. Where he names
nobody, or more than one, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tregua.records.claim import Blame, Happening, Mention, Tally
from tregua.steps.extract.claims import Draft
from tregua.steps.extract.constructs import is_definite
from tregua.steps.extract.folding import begins_alike
from tregua.steps.extract.printed import found_at
from tregua.steps.extract.speakers import Attribution
from tregua.steps.extract.tellers import same_teller
from tregua.steps.extract.text import QUOTES, Reading

__all__ = ["name_foes"]

_SLOTS = {Tally: "accused", Blame: "accused", Happening: "actors"}
_LIGHT = ("foe", "so_called", "article", "determiner", "means")


def name_foes(reading: Reading, attribution: Attribution, drafts: Sequence[Draft]) -> list[Draft]:
    """Return DRAFTS in which whoever is only called a foe has the name that the same speaker gives him elsewhere."""
    words = _Words(reading)
    whole = [_whole(words, draft) for draft in drafts] if reading.pack.grammar.construct_state else list(drafts)
    if not reading.of("foe"):
        return whole
    parties = _parties(words, attribution, whole)
    return [_named(words, attribution, draft, parties) for draft in whole]


@dataclass(slots=True)
class _Words:
    """Where the words of mentions stand in READING, each looked for once."""

    reading: Reading
    found: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def last_before(self, text: str, position: int) -> tuple[int, int] | None:
        """Return where TEXT stands last before POSITION, None when it does not."""
        places = self.found.setdefault(text, [])
        if not places:
            places += found_at(self.reading, text)
        at = bisect_left(places, (position, 0))
        return places[at - 1] if at else None


def _held(draft: Draft) -> tuple[Mention, ...]:
    """Return those who act or are accused in DRAFT."""
    slot = _SLOTS.get(type(draft.slots))
    return getattr(draft.slots, slot) if slot else ()


def _with(draft: Draft, named: Sequence[Mention], *told: str) -> Draft:
    slots = replace(draft.slots, **{_SLOTS[type(draft.slots)]: tuple(named)})  # type: ignore[arg-type]
    return replace(draft, slots=slots, trace=(*draft.trace, *told))


def _whole(words: _Words, draft: Draft) -> Draft:
    """Return DRAFT in which whoever is only told by an adjective ("a Houthi breach") has the name of the group."""
    held = _held(draft)
    named = tuple(replace(each, name=each.name or _group_of(words, each, draft)) for each in held)
    return draft if named == held else _with(draft, named)


def _group_of(words: _Words, mention: Mention, draft: Draft) -> str | None:
    """Return the group of the text that the adjective MENTION is made of, None when it is no adjective or of none."""
    reading, place = words.reading, words.last_before(mention.text, draft.last)
    if (
        place is None
        or place[1] > place[0] + 1
        or not reading.has(place[0], "people")
        or reading.has(place[0], "actor")
    ):
        return None
    adjective = _bare(reading, place[0])
    for group in reading.of("group"):
        if any(begins_alike(_bare(reading, at), adjective) for at in range(group.first, group.last)):
            actor = reading.over(group.first, "actor") or group
            return reading.printed(actor.first, actor.last)
    return None


def _bare(reading: Reading, position: int) -> str:
    """Return the word at POSITION without an article."""
    norm = reading.tokens[position].norm
    return next((norm.removeprefix(word) for word in reading.pack.grammar.proclitics if norm.startswith(word)), norm)


_Parties = dict[tuple[str, type], dict[str, None]]
"""Whom each speaker accuses in counts, blames and tells acts of, by the kind of claim."""


def _parties(words: _Words, attribution: Attribution, drafts: Sequence[Draft]) -> _Parties:
    parties: _Parties = {}
    for draft in drafts:
        own = "self_admitted" in draft.marks or words.reading.of("reply", draft.first, draft.last)
        held = () if own else _held(draft)
        named = parties.setdefault((_teller(words, attribution, draft), type(draft.slots)), {})
        named |= {each.text: None for each in held if not _is_foe(words, each, draft)}
    return parties


def _named(words: _Words, attribution: Attribution, draft: Draft, parties: _Parties) -> Draft:
    held = _held(draft)
    if not held or not all(_is_foe(words, each, draft) for each in held):
        return draft
    party = _quoted_before(words.reading, draft) or _party(_teller(words, attribution, draft), parties)
    if not party:
        return draft
    told = f"“{held[0].text}” is whom the same speaker calls “{party}”"
    return _with(draft, [replace(each, name=party) for each in held], told)


def _quoted_before(reading: Reading, draft: Draft) -> str:
    """Return the group that the sentence before DRAFT, in its paragraph, names in quotation marks, "" when none."""
    sentence = reading.sentence_of(draft.first)
    before = reading.sentences[sentence.index - 1] if sentence.index else sentence
    if not reading.pack.grammar.genitives or before is sentence or before.paragraph != sentence.paragraph:
        return ""  # elsewhere articles tell who is known
    groups = reading.of("group", before.first, before.last)
    quoted = [tag for tag in groups if tag.first and reading.tokens[tag.first - 1].text in QUOTES]
    name = reading.over(quoted[-1].first, "name") if quoted else None
    return "" if name is None else reading.printed(name.first, name.last)


def _is_foe(words: _Words, mention: Mention, draft: Draft) -> bool:
    """Tell whether MENTION is but a word for a foe, and a known one: "the enemy", not "five gunmen"."""
    reading, place = words.reading, words.last_before(mention.text, draft.last)
    if place is None or mention.name:
        return False
    heads = [at for at in range(*place) if reading.has(at, "foe")]
    if not heads or not all(reading.has_any(at, _LIGHT) for at in range(*place)):
        return False
    return _is_known(reading, place[0], heads[0])


def _is_known(reading: Reading, first: int, head: int) -> bool:
    """Tell whether words from FIRST on speak of somebody known, as far as the language tells it."""
    if reading.pack.grammar.proclitics:
        return is_definite(reading, head) or (first > 0 and reading.has(first - 1, "of"))
    before = [tag for at in (first - 1, first) if at >= 0 for tag in reading.at(at, "article")]
    if reading.pack.numerals.articles and not reading.pack.grammar.genitives:
        return any(tag.value == "definite" for tag in before)
    return not (first and reading.has(first - 1, "number"))


def _party(teller: str, parties: _Parties) -> str:
    """Return the name that TELLER gives those he calls his foe, "" when none or no single one."""
    for kind in (Tally, Blame, Happening) if teller else (Tally, Blame):  # the author tells of both sides' acts
        found = {
            name: None
            for (who, of), named in parties.items()
            if of is kind
            for name in named
            if same_teller(teller, who)
        }
        if found:
            return next(iter(found)) if len(found) == 1 else ""
    return ""


def _teller(words: _Words, attribution: Attribution, draft: Draft) -> str:
    return attribution.origin(words.reading.sentence_of(draft.first).index)
