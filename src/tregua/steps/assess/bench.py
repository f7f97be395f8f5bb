"""One truce, ready to rule many events: each class of acts, parties, places and times is ruled once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import product
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tregua.steps.assess.hours import Timeline
from tregua.steps.assess.known import Locale, find_party, find_place
from tregua.steps.assess.lines import Days, Spot, When
from tregua.steps.assess.memory import Kept, Memory
from tregua.steps.assess.sheet import ACTOR, PLACE, TARGET, WHEN, Sheet, escaped, sheet_of
from tregua.steps.assess.wording import act_of, answers_of, objects_of
from tregua.terms.clauses import Deed, may_speak_of
from tregua.terms.evaluate import Terms, concluded, stand, terms_at, unnamed_target, unreached
from tregua.terms.logic import Answer
from tregua.terms.proof import DEFENDING, Shown
from tregua.terms.replies import replied
from tregua.terms.rules import Showing
from tregua.terms.shapes import Bounds
from tregua.terms.spells import Setting, holds
from tregua.terms.standing import Party, Standing
from tregua.terms.truce import Clause, Truce
from tregua.terms.verdict import Verdict, gravest, judge
from tregua.terms.windows import Reach, reach
from tregua.vocabulary.actors import Actor
from tregua.vocabulary.time import Span

__all__ = ["Bench", "Circumstances", "Earlier", "Named", "Spots", "Told", "open_bench"]

_SLACK = 2
"""Days; no two clocks on earth are further apart."""
_AROUND = 2
"""Degrees; whoever is further from what is drawn may be moved to the next degree and still not lie in it."""
_BEYOND = -1
_MILLIMETRES = re.compile(r"\d{1,4}(?:[.,]\d+)?[\s-]*(?:mm|millimet\w*|мм|ملم|مم|毫米)", re.IGNORECASE)

Named = tuple[tuple[str, ...], str]
"""Names as printed, and for actors their side or for targets their kind, "" when not told."""

Circumstances = tuple[str, str, str, str]
"""Weapon, kind of target, what it responded to and justification, as printed; "" when not told."""

Spots = tuple[Spot | None, Spot | None]
"""A place with its point, and with its point to the degree, which is enough to tell places of one name apart."""

Held = tuple[tuple[str, tuple[Answer, Answer]], ...]


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who acted or was struck: their numbers, and the name that stands in the gap of a finding."""

    numbers: tuple[int, ...]
    name: bytes


class Earlier(NamedTuple):
    """The incident that another answered: what it was, who did it, whether it was near and came before the other."""

    act: str
    doers: Named
    near: bool | None
    before: bool | None


class Told(NamedTuple):
    """What a line tells beside place and time."""

    act: str
    doers: Named
    struck: Named
    circumstances: Circumstances
    earlier: Earlier | None = None


class Bench:
    """One truce as it was known at a moment."""

    def __init__(self, terms: Terms, load: Callable[[], Locale], *, full: bool = True) -> None:
        """Rule under TERMS, with FULL traces or not; LOAD gives whom and what lines may name, when one is ruled."""
        self.truce, self._terms, self._load, self._full = terms.truce, terms, load, full
        self._clocks = {clock.country: ZoneInfo(clock.zone) for clock in self.truce.clocks}
        self._zone = ZoneInfo(self.truce.zone)
        self._windows = [
            (start.toordinal() - _SLACK, None if end is None else end.toordinal() + _SLACK)
            for start, end in ((layer.start, layer.end) for layer in terms.layers)
        ]
        self._asks: Memory[str, _Asks] = Memory(self._asking)
        self._listed = frozenset(
            name for clause in self.truce.clauses for name in (*clause.by, *clause.against, *clause.prevents)
        )
        self.drawn = tuple(_drawn(self.truce))
        self._parties: Kept[tuple[Party, str]] = Kept()
        self._shown: Kept[Shown] = Kept()
        self._grounds: Kept[tuple[Answer, ...]] = Kept()
        self._reaches: Kept[Reach] = Kept()
        self._held: Kept[Held] = Kept()
        self._standings: Kept[Standing] = Kept()
        self._verdicts: Kept[Verdict] = Kept()
        self._actors: Memory[Named, _Parties] = Memory(lambda named: self._find(*named, ACTOR))
        self._targets: Memory[Named, _Parties] = Memory(self._find_targets)
        self._told: Memory[tuple[str, Circumstances], int] = Memory(self._show)
        self._spots: Memory[Spot | None, int] = Memory(lambda spot: self._grounds.number(tuple(self._answers(spot))))
        self._reached: Memory[tuple[int, int | None], tuple[int, int]] = Memory(self._reach)
        self._stand: Memory[tuple[tuple[int, ...], int | None], tuple[int, ...]] = Memory(self._standings_of)
        self._judged: Memory[tuple[str, int, tuple[int, ...], tuple[int, ...], int], int] = Memory(self._judge)
        self._sheets: Memory[tuple[int, int], Sheet] = Memory(self._sheet)

    @cached_property
    def locale(self) -> Locale:
        """Whom and what the lines may name."""
        return self._load()

    @cached_property
    def timeline(self) -> Timeline:
        """The changes of the terms."""
        return Timeline(self._terms, self.locale.registries.actors.all(), WHEN)

    def prepare(self) -> None:
        """Load whom and what its lines may name."""
        _ = self.timeline

    def misses(self, days: Days) -> bool:
        """Tell whether times on DAYS surely lie in none of the windows, on whatever clock."""
        start, end = days
        return all(
            (end is not None and end < first) or (last is not None and start is not None and start > last)
            for first, last in self._windows
        )

    def rule(self, told: Told, spots: Spots, when: When | None, *, every: bool) -> tuple[Sheet, bytes, bytes] | None:
        """Return the finding on what is TOLD of SPOTS and WHEN, and the names for its gaps.

        Unless EVERY, there is none where the terms do not reach by time or area.
        """
        spot = spots[0] if self.drawn else spots[1]
        kind = self._classify(when, spot.country if spot is not None and self._clocks else "")
        reached, held = self._reached[self._spots[spot], kind]
        if held == _BEYOND and not every:
            return None
        actors, targets = self._actors[told.doers], self._targets[told.struck]
        verdict = _BEYOND
        if held != _BEYOND:
            doers, struck = self._stand[actors.numbers, kind], self._stand[targets.numbers, kind]
            shown = self._told[told.act, told.circumstances]
            if told.earlier is not None:
                shown = self._replying(shown, told.earlier, struck, kind)
            verdict = self._judged[told.act, shown, doers, struck, held]
        return self._sheets[reached, verdict], actors.name, targets.name

    def contradictions(self) -> tuple[str, ...]:
        """Return what was found of clauses that contradict each other without a rank."""
        return tuple(dict.fromkeys(words for verdict in self._verdicts.values for words in verdict.contradictions))

    def _classify(self, when: When | None, country: str) -> int | None:
        return self.timeline.classify(when, self._clocks.get(country, self._zone))

    def _answers(self, spot: Spot | None) -> Iterable[Answer]:
        """Give, for each area of the truce, whether SPOT lies in it."""
        if spot is None:
            nowhere = Answer(holds=None, why="No report says where it happened.", missing=("where it happened",))
            return (nowhere for _ in self.truce.areas)
        place, near = find_place(spot, self.locale, PLACE)
        return (self.locale.ground.lies_in(place, area, near=near) for area in self.truce.areas)

    def _find_targets(self, named: Named) -> _Parties:
        names, kind = named
        if names:
            return self._find(names, "", TARGET)
        return _Parties((self._parties.number((unnamed_target(objects_of(kind)), "")),), b"")

    def _find(self, names: tuple[str, ...], side: str, gap: str) -> _Parties:
        """Return whom NAMES on the side of the words SIDE mean; one alone is called GAP, which its name fills."""
        if len(names) > 1:
            found = [find_party(self.truce, name, side, self.locale) for name in names]
            return _Parties(tuple(self._parties.number((party, "")) for party in found), b"")
        party = find_party(self.truce, names[0] if names else "", side, self.locale)
        actor = self.locale.registries.actors.get(party.actor) if party.actor else None
        name = actor.name if actor is not None else party.text
        called = replace(party, text=gap if party.text else "")
        return _Parties((self._parties.number((called, gap)),), escaped(name))

    def _asking(self, act: str) -> _Asks:
        return _Asks([clause for clause in self._terms.clauses if may_speak_of(clause, act_of(act))])

    def _show(self, key: tuple[str, Circumstances]) -> int:
        """Return the number of the circumstances, as far as what the truce says of an act turns on them."""
        act, circumstances = key
        return self._shown.number(self._asks[act].shown(*circumstances))

    def _replying(self, shown: int, earlier: Earlier, struck: tuple[int, ...], kind: int | None) -> int:
        """Return the number of the circumstances SHOWN of what answered EARLIER and STRUCK others."""
        attackers = [self._standings.values[each] for each in self._stand[self._actors[earlier.doers].numbers, kind]]
        targets = [self._standings.values[each] for each in struck]
        reply = replied(act_of(earlier.act), attackers, targets, near=earlier.near, before=earlier.before)
        return self._shown.number(replace(self._shown.values[shown], answers=reply.holds, reply=reply))

    def _standings_of(self, key: tuple[tuple[int, ...], int | None]) -> tuple[int, ...]:
        """Return the numbers of how parties, given by theirs, stand at times of a class."""
        numbers, kind = key
        time = self.timeline.stand_in(kind)
        return tuple(self._standing(*self._parties.values[number], time) for number in numbers)

    def _standing(self, party: Party, gap: str, time: Span | None) -> int:
        found = stand(self._terms, party, partial(self._called, party.actor, gap), time)
        return self._standings.number(replace(found, lineage=found.lineage & self._listed))

    def _called(self, party: str, gap: str, actor: str) -> Actor | None:
        """Return the registry's ACTOR, under the name GAP where it is PARTY and there is a gap."""
        found = self.locale.registries.actors.get(actor)
        return found.model_copy(update={"name": gap}) if found is not None and gap and actor == party else found

    def _reach(self, key: tuple[int, int | None]) -> tuple[int, int]:
        """Return the numbers of how far the terms reach, and of which clauses held, or that they do not reach it."""
        ground, kind = key
        answers = {area.id: answer for area, answer in zip(self.truce.areas, self._grounds.values[ground], strict=True)}
        time = self.timeline.stand_in(kind)
        setting = Setting(truce=self.truce, layers=self._terms.layers, time=time, lies_in=lambda area: answers[area.id])
        reached = reach(self.truce, self._terms.layers, time, setting.lies_in)
        if reached.beyond:
            return self._reaches.number(reached), _BEYOND
        held = tuple((each.id, holds(each, setting)) for each in self._terms.clauses)
        return self._reaches.number(reached), self._held.number(held)

    def _judge(self, key: tuple[str, int, tuple[int, ...], tuple[int, ...], int]) -> int:
        act, told, actors, targets, held = key
        deeds = (
            Deed(
                act=act_of(act),
                actor=self._standings.values[actor],
                target=self._standings.values[target],
                shown=self._shown.values[told],
                held=dict(self._held.values[held]),
            )
            for actor, target in product(actors, targets)
        )
        return self._verdicts.number(gravest([judge(self.truce, deed, self._terms.clauses) for deed in deeds]))

    def _sheet(self, key: tuple[int, int]) -> Sheet:
        reached = self._reaches.values[key[0]]
        if key[1] == _BEYOND:
            return sheet_of(self.truce, unreached(self.truce, reached), full=self._full)
        verdict = concluded(self.truce, reached, self._verdicts.values[key[1]])
        return sheet_of(self.truce, verdict, full=self._full)


class _Asks:
    """The facts that clauses tell apart; others are left out, so that more events are alike."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        showings = [
            showing
            for clause in clauses
            for element in clause.elements
            for showing in (*element.shown_by, *element.refuted_by)
        ]
        defence = any(clause.defence for clause in clauses)
        asking: tuple[Clause | Showing, ...] = (*clauses, *showings)
        self._weapons = _folded(word for each in asking for word in each.weapons)
        self._calibre = any(clause.calibre_from is not None for clause in clauses)
        self._objects = any(each.objects for each in asking)
        self._answers = defence or any(each.answers is not None for each in showings)
        self._answers_to = _folded(word for each in showings for word in each.answers_to)
        self._reasons = _folded(word for each in showings for word in each.justifications)
        self._reasons += DEFENDING if defence else ()

    def shown(self, weapon: str, kind: str, response: str, justification: str) -> Shown:
        """Return the facts, as printed, that the truce asks for."""
        answers, answers_to = answers_of(response)
        weapons = _heard(weapon, self._weapons)
        return Shown(
            weapons=(*weapons, *(_MILLIMETRES.findall(weapon) if self._calibre else ())),
            objects=objects_of(kind) if self._objects else (),
            answers=answers if self._answers else None,
            answers_to=" ".join(_heard(answers_to, self._answers_to)),
            justification=" ".join(_heard(justification, self._reasons)),
        )


def _drawn(truce: Truce) -> Iterator[Bounds]:
    """Give the ground around everything that the areas of TRUCE draw, generously."""
    for extent in (extent for area in truce.areas for extent in (area, area.excludes, *area.open)):
        for outline in extent.outlines():
            west, south, east, north = outline.bounds()
            yield west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.casefold() for word in words))


def _heard(text: str, asked: Sequence[str]) -> tuple[str, ...]:
    """Return those of the words ASKED that TEXT holds; a dash for other words, nothing where none are asked."""
    if not text or not asked:
        return ()
    folded = text.casefold()
    return tuple(word for word in asked if word in folded) or ("-",)


def open_bench(truce: Truce, as_of: dt.datetime, load: Callable[[], Locale], *, full: bool = True) -> Bench | None:
    """Return TRUCE as it was known at AS_OF, ready to rule; None when it had not been declared by then."""
    terms = terms_at(truce, as_of)
    return None if terms is None else Bench(terms, load, full=full)
