"""Every spelling of every entry of a registry, found by name.

A name is looked for in this order, and the first way that finds somebody is the answer: as printed; as an acronym,
listed or made of a name's initials; with the same sounds or meanings word by word, whole or but for words that a name
is printed with or without; as what a state's forces or government are called. Each answer says by which rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from tregua.vocabulary.acronyms import initials, is_acronym, spelled_by
from tregua.vocabulary.bearers import Bearers
from tregua.vocabulary.called import Called, called
from tregua.vocabulary.folding import fold
from tregua.vocabulary.meanings import meanings
from tregua.vocabulary.names import Name, Word, take_apart
from tregua.vocabulary.nearness import NEAR, held, near, same_name, similarity
from tregua.vocabulary.roles import role
from tregua.vocabulary.sounds import romanise, script_of
from tregua.vocabulary.telling import is_near, is_part, lacks, loosely, not_left_out, tells

__all__ = ["Found", "NameIndex", "Spelling", "SpellingKind"]

SpellingKind = Literal["name", "acronym", "printed", "label"]

_LONGEST = 200
_MOST_ANSWERS = 10_000
_SAME, _SAME_BUT_BODY, _ALIKE = 0.96, 0.92, 0.95
_ACRONYM, _INITIALS, _OTHER_INITIALS, _SPELLED, _EXPANDED = 0.95, 0.93, 0.9, 0.88, 0.87
_ROLE, _STATE = 0.88, 0.86
_PRINTED, _PRINTED_SO, _PRINTED_ALIKE = 0.06, 0.02, 93
_PART, _PART_OF, _FLOOR = 0.86, 0.3, 0.835
_NEAREST = 0.4
_OF_NAMES = frozenset({"part", "short"})
_NATIONAL = frozenset({"=national"})
_KINDS = frozenset({"army", "armed", "military"})
_FEW_ENTRIES, _ONE_IN = 3, 100
_ENOUGH, _FEW = 2.1, 200
_SHORTEST_OWN = 3
_BRACKETS = re.compile(r"^([^()\[\]]{2,}?)\s*[(\[]([^()\[\]]{2,})[)\]]\s*$")
_EITHER = re.compile(r"(\b[^\W\d_]{4,}) ?/ ?([^\W\d_]{4,}\b)")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{3,9}\b")
_OTHER_FORCES = 0.02
_FEWEST_SPELLED = 3
_SHORTEST_ACRONYM, _SHORTEST_EXPANDED, _SHORTEST_ACROSS = 3, 4, 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of one entry.

    Attributes:
        entry: its id.
        text: as printed.
        kind: ``name``; ``acronym``; ``printed`` for what is found by its own words alone; or ``label`` for a name from
            one speaker's viewpoint, which is found likewise.
        official: whether the entry calls itself so; its initials count before those of other names.
    """

    entry: str
    text: str
    kind: SpellingKind = "name"
    official: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One entry that a name may mean.

    Attributes:
        entry: its id.
        score: 0 to 1.
        rule: how it was found: ``exact``, ``label``, ``acronym``, ``initials``, ``skeleton``, ``similar``, ``short``
            or ``role``; ``part`` of a name; of a place also ``spelt``.
        text: the spelling it was found by.
    """

    entry: str
    score: float
    rule: str
    text: str


class NameIndex:
    """The spellings, by all that they can be found by."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        """Know SPELLINGS as printed; they are taken apart when a name is first looked for that is none of them."""
        self._spellings = tuple(spellings)
        self._parts: list[Name] = []
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._acronyms: dict[str, list[int]] = defaultdict(list)
        self._initials: dict[str, list[int]] = defaultdict(list)
        self._firsts: dict[str, list[int]] = defaultdict(list)
        self._cores: dict[str, list[int]] = defaultdict(list)
        self._roles: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._positions: dict[str, list[int]] = defaultdict(list)
        self._entries: dict[str, Called] = {}
        self._rare: dict[str, bool] = {}
        self._held: dict[str, frozenset[str]] = {}
        self._bearers = Bearers((), ())
        self._entry_of = [spelling.entry for spelling in self._spellings]
        self._answers: dict[str, tuple[Found, ...]] = {}
        self._folded = [fold(spelling.text) for spelling in self._spellings]
        for position, folded in enumerate(self._folded):
            self._exact[folded].append(position)

    def _take_apart(self) -> None:
        if not self._parts:
            whole = zip(self._spellings, self._folded, strict=True)
            self._parts += [take_apart(spelling.text, folded) for spelling, folded in whole]
            self._bearers = Bearers(self._parts, list(filter(self._hold, range(len(self._parts)))))

    def _is_rare(self, key: str) -> bool:
        """Tell whether few entries have the word KEY, and it is not common elsewhere."""
        if key not in self._rare:
            few = max(_FEW_ENTRIES, len(self._positions) // _ONE_IN)
            self._rare[key] = len(self._bearing((key,))) <= few and key[1:] not in meanings().common
        return self._rare[key]

    def _hold(self, position: int) -> bool:
        """Hold the spelling at POSITION by all but its words; tell whether it is found by those too."""
        spelling, name = self._spellings[position], self._parts[position]
        self._positions[spelling.entry].append(position)
        if spelling.kind in ("label", "printed"):
            return False
        if spelling.kind == "acronym" and (short := name.folded.replace(" ", "")) not in meanings().short:
            self._acronyms[romanise(short)].append(position)
            return False
        if core := name.core:
            self._cores[core].append(position)
        if meant := role(name):
            self._roles[meant].append(position)
        if " " in name.folded:
            if len(name.parts) >= _FEWEST_SPELLED:
                self._firsts[name.folded[0]].append(position)
            for made in initials(name.folded):
                self._initials[made].append(position)
        return True

    def match(self, text: str) -> tuple[Found, ...]:
        """Return the entries that TEXT may mean, best first; labels after names, nothing when none is near enough.

        What was answered is kept: one text says a name many times, and others say it too.
        """
        found = self._answers.get(text)
        if found is None:
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            found = self._answers[text] = self._find(text)
        return found

    def _find(self, text: str) -> tuple[Found, ...]:
        if len(text) > _LONGEST or not (folded := fold(text)):
            return ()
        if folded in self._exact:
            return _best(self._as_printed(folded))
        if len(folded) == 1:
            return ()  # one letter sounds like many names
        self._take_apart()
        return next((found for printed in self._readings(text) if (found := self._read(printed))), ())

    def printed(self, text: str) -> tuple[Found, ...]:
        """Return the entries that are printed just as TEXT."""
        folded = fold(text)
        return _best(self._as_printed(folded)) if folded in self._exact else ()

    def nearest(self, text: str) -> tuple[Found, ...]:
        """Return the entries likest TEXT, best first, below the line too: for a person to choose from."""
        if sure := self.match(text):
            return sure
        if len(text) > _LONGEST or not fold(text):
            return ()
        name = take_apart(text)
        return _best(
            self._found(at, min(score, NEAR), "nearest")
            for at in self._bearers.likely(name)
            if (score := similarity(name, self._parts[at])) >= _NEAREST
        )

    def _read(self, text: str) -> tuple[Found, ...]:
        folded = fold(text)
        if folded in self._exact:
            return _best(self._as_printed(folded))
        if is_acronym(text):
            cased = any(map(str.isupper, text))
            if found := _best(self._by_letters(folded.replace(" ", ""), spelled=cased)):
                return found
            if cased:
                return ()
        name = take_apart(text)
        found = self._by_words(name)
        return tuple(one for one in found if one.score >= _FLOOR and (name.capital or one.rule not in _OF_NAMES))

    def _readings(self, text: str) -> Iterator[str]:
        """Give TEXT; what stands before an acronym in brackets, and it; and TEXT with its acronyms written out.

        Of two words parted by a slash ("Revolution/Uprising") each is tried, but for two bodies, which are both meant.
        """
        yield text
        brackets = _BRACKETS.match(text)
        if brackets and is_acronym(brackets[2]) and fold(brackets[2]) not in meanings().short:
            yield from brackets.groups()
        if "ç" in text:
            yield text.replace("ç", "s")
        if either := _EITHER.search(text):
            words = [take_apart(word) for word in either.groups()]
            if not any(word.places for word in words) and not all(word.bodies for word in words):
                yield from (text[: either.start()] + word + text[either.end() :] for word in either.groups())
        written = _CAPITALS.sub(self._written_out, text)
        if written != text:
            yield written

    def _written_out(self, acronym: re.Match[str]) -> str:
        entries = {self._spellings[at].entry for at in self._acronyms.get(romanise(fold(acronym[0])), ())}
        if len(entries) != 1:
            return acronym[0]
        return self._spellings[self._positions[entries.pop()][0]].text

    def _as_printed(self, folded: str) -> Iterator[Found]:
        for position in self._exact[folded]:
            label = self._spellings[position].kind == "label"
            yield self._found(position, 1.0, "label" if label else "exact")

    def _by_letters(self, short: str, *, spelled: bool) -> Iterator[Found]:
        """Give whom an acronym means: a listed one in any script, by initials, or SPELLED by beginnings ("UNMISS")."""
        script = script_of(short)
        across = spelled or len(short) >= _SHORTEST_ACROSS
        listed = self._acronyms.get(romanise(short), ())
        for position in [at for at in listed if across or script == script_of(self._parts[at].folded)]:
            yield self._found(position, _ACRONYM, "acronym")
        made = self._initials.get(short, ()) if spelled or len(short) >= _SHORTEST_ACRONYM else ()
        for position in made:
            official = self._spellings[position].official
            yield self._found(position, _INITIALS if official else _OTHER_INITIALS, "initials")
        if spelled and not made and len(short) >= _SHORTEST_ACRONYM:
            begun = spelled_by(short)
            for position in self._firsts.get(short[0], ()):
                if begun.fullmatch(self._folded[position]):
                    yield self._found(position, _SPELLED, "initials")

    def _by_words(self, name: Name) -> tuple[Found, ...]:
        held = [at for at in self._cores.get(name.core, ()) if self._is(name, at)] if name.core else []
        same = {at for at in held if self._parts[at].bodies == name.bodies}
        spelled = (self._alike(at, name, _SAME if at in same else _SAME_BUT_BODY, "skeleton") for at in held)
        found = _best((*spelled, *self._compared(name, same)))
        return found or _best(self._expanded(name)) or _best(self._by_role(name)) or _best(self._by_part(name))

    def _is(self, name: Name, position: int) -> bool:
        other = self._parts[position]
        return same_name(name, other) and (name.words != other.words or self._may_tell(name, position))

    def _may_tell(self, name: Name, position: int) -> bool:
        """Tell whether NAME may be that spelling: by the words they share, and what its entry is called elsewhere."""
        entry = self._called(self._spellings[position].entry)
        return entry.may_be(name) and tells(name, self._parts[position], self._is_rare)

    def _called(self, entry: str) -> Called:
        """Return what ENTRY is called, but by acronyms and labels."""
        if entry not in self._entries:
            named = [at for at in self._positions[entry] if self._spellings[at].kind == "name"]
            self._entries[entry] = called(self._parts[at] for at in named)
        return self._entries[entry]

    def _compared(self, name: Name, same: set[int]) -> Iterator[Found]:
        """Give who is near NAME as printed, but those that are the SAME by their sounds, which is nearer."""
        needed = not_left_out(name)
        for position in self._bearers.likely(name):
            other = self._parts[position]
            if position in same or (name.words and other.words and name.differs_from(other)):
                continue
            if lacks(other, needed, (1 - NEAR) * (name.weight + other.weight)):
                continue
            both = held(name, other)
            score = similarity(name, other, both)
            shortened = 0.0 if score >= NEAR else loosely(name, other, self._is_rare, both)
            if not (score >= NEAR or shortened) or not self._may_tell(name, position):
                continue
            if shortened and self._called(self._spellings[position].entry).is_told_by_place(name):
                continue
            rule = "short" if shortened else "similar"
            yield self._alike(position, name, shortened or min(score, _ALIKE), rule)

    def _expanded(self, name: Name) -> Iterator[Found]:
        """Give whose listed acronym is made of the initials of NAME, where no name listed beside it makes it."""
        for made in initials(name.folded):
            spelled = {self._spellings[at].entry for at in self._initials.get(made, ())}
            for position in self._acronyms.get(made, ()) if len(made) >= _SHORTEST_EXPANDED else ():
                listed = self._spellings[position]
                if fold(listed.text) == made and listed.entry not in spelled:
                    yield self._found(position, _EXPANDED, "initials")

    def _by_role(self, name: Name) -> Iterator[Found]:
        meant = role(name)
        if meant is None:
            return
        state = meant[0], "government"
        national = any(word.key in _NATIONAL for word in name.parts)
        held = [at for at in self._roles.get(meant, self._roles.get(state, ()))
                if national == self._bearers.bears(at, _NATIONAL)]  # fmt: skip
        called = {word.key for word in name.parts if word.meaning in _KINDS}
        so = [at for at in held if called <= {word.key for word in self._parts[at].parts}]
        for position in so or held:
            yield self._found(position, _ROLE if meant in self._roles else _STATE, "role")

    def _by_part(self, name: Name) -> Iterator[Found]:
        """Give who alone has all telling words of NAME, in whichever of its spellings, and no other body or number."""
        telling = [word for word in name.own if not word.loose]
        if all(word.place for word in telling):
            return
        own = any(word.weight == 1 and len(word.sounds) >= _SHORTEST_OWN for word in telling)
        if not own and sum([word.weight for word in telling]) < _ENOUGH:
            return
        rarest, *others = sorted(map(self._bearers.keys_like, telling), key=self._bearers.many)
        if self._bearers.many(rarest) > _FEW:
            return
        alone = self._bearing(rarest).intersection(*map(self._bearing, others))
        if len(alone) == 1 and self._may_be(name, telling, entry := next(iter(alone))):
            yield self._found(
                min(at for at in self._bearers.of(rarest) if self._spellings[at].entry == entry), _PART, "part"
            )

    def _bearing(self, keys: Sequence[str]) -> frozenset[str]:
        """Return the entries of which a spelling bears a word of one of KEYS."""
        for key in keys:
            if key not in self._held:
                self._held[key] = frozenset(map(self._entry_of.__getitem__, self._bearers.of([key])))
        return frozenset().union(*[self._held[key] for key in keys])

    def _may_be(self, name: Name, telling: Sequence[Word], entry: str) -> bool:
        """Tell whether ENTRY has the TELLING words of NAME and some spelling that is not of another body or country."""
        places, spelled = self._called(entry).places, self._called(entry).spelled
        words = [word for other in spelled for word in other.parts]
        agreed: Callable[[Word, Word], float] = near if len(telling) > 1 else _alone
        if not all(any(agreed(word, other) for other in words) for word in telling):
            return False
        if places and not places >= name.places:
            return False
        having = [other for other in spelled if all(any(near(word, each) for each in other.parts) for word in telling)]
        if having and not any(_in_order(telling, other) for other in having):
            return False
        bearing = [other for other in spelled if any(agreed(word, each) for word in telling for each in other.parts)]
        bearing = [other for other in bearing if not is_part(name, other)]
        return any(not name.differs_from(other) and _share_of(telling, other) >= _PART_OF for other in bearing)

    def _alike(self, position: int, name: Name, score: float, rule: str) -> Found:
        """Return the entry, its score lowered a little by how far apart the two are as printed."""
        other = self._parts[position]
        far = 1 - fuzz.ratio(name.latin, other.latin) / 100
        near = score - _PRINTED * far
        if fuzz.ratio(name.folded, other.folded, score_cutoff=_PRINTED_ALIKE):
            near += _PRINTED_SO
        more = _OTHER_FORCES if name.forces != other.forces and rule != "short" else 0.0
        return self._found(position, near - more, rule)

    def _found(self, position: int, score: float, rule: str) -> Found:
        spelling = self._spellings[position]
        return Found(spelling.entry, score, rule, spelling.text)


def _best(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return the best of FOUND for each entry, best first, labels last."""
    best: dict[str, Found] = {}
    for one in found:
        if one.entry not in best or _rank(one) < _rank(best[one.entry]):
            best[one.entry] = one
    return tuple(sorted(best.values(), key=_rank))


def _rank(found: Found) -> tuple[bool, float, str]:
    return found.rule == "label", -found.score, found.entry


def _alone(word: Word, other: Word) -> bool:
    """Tell whether a word that stands for a whole name is that very word of it, in the same script."""
    return word.script == other.script and is_near(word, other, named=False)


def _in_order(telling: Sequence[Word], name: Name) -> bool:
    """Tell whether the words TELLING, all of which NAME has, stand in it as they do in TELLING."""
    stand = [next(at for at, each in enumerate(name.parts) if near(word, each)) for word in telling]
    return stand == sorted(stand)


def _share_of(telling: Sequence[Word], name: Name) -> float:
    """Return how much of what tells NAME the words TELLING could be."""
    return sum([word.weight for word in telling]) / max(sum([word.weight for word in name.own if not word.loose]), 1)
