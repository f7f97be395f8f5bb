"""Which claims a run has to link anew, when the memory of the run before tells of all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from msgspec.structs import replace

from tregua.ports import SourceRegistry
from tregua.records.claim import Claim, Happening
from tregua.records.document import Document
from tregua.steps.link.candidates import BESIDE, CROWD, DAY, REACH, is_belated
from tregua.steps.link.events import Event, common_words, compared, regions_named, struck_words
from tregua.steps.link.memory import Kept, Memory, Totals, leaders, sizes_of_spots
from tregua.steps.link.origins import accounts, in_order, moment, with_sources
from tregua.steps.link.wording import Concordance, sentences_of
from tregua.vocabulary.places import Place

__all__ = ["Part", "World", "kept_of", "touched"]

MOST = 0.5
"""Where more than this share is touched, everything is linked anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The claims to be linked anew.

    Attributes:
        ids: of those to be linked.
        rest: what is kept of all others.
        sentences: of those to be linked, by id.
        copied: whose words a claim repeats, of all claims.
        totals: likewise.
        gone: ids of claims that are no more, or no more what they were.
    """

    ids: AbstractSet[str]
    rest: Sequence[Kept]
    sentences: Mapping[str, str]
    copied: Mapping[str, str]
    totals: Totals
    gone: AbstractSet[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is known in a run.

    Attributes:
        claims: all that are held, by id.
        documents: all, in the order in which they came in.
        marks: what tells whether a document or its claims changed.
        sources: who publishes.
        places: of the registry.
    """

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    marks: Mapping[str, str]
    sources: SourceRegistry
    places: Mapping[str, Place]


def kept_of(claim: Claim, sentence: str, repeats: str, event: Event | None, group: str) -> Kept:
    """Return what is kept of CLAIM, that EVENT is made of where it tells of an act."""
    if event is None:
        return Kept(id=claim.id, document=claim.document, sentence=sentence, repeats=repeats)
    profile = event.profile
    return Kept(
        id=claim.id,
        document=claim.document,
        sentence=sentence,
        repeats=repeats,
        tells=True,
        start=profile.start,
        end=profile.end,
        dated=profile.dated,
        said=profile.said,
        issued=max(profile.issued, default=0),
        belated=is_belated(profile),
        spots=tuple(sorted(profile.spots)),
        around=tuple(sorted(profile.around)),
        struck=struck_words(event.slots),
        regions=regions_named(event.slots),
        group=group,
    )


def touched(world: World, memory: Memory, judged: Iterable[str]) -> Part | None:
    """Return the part of WORLD to be linked anew, None where it is all of it.

    MEMORY is of the run before; JUDGED are claims whose incidents people decided something about, now.
    """
    same = [key for key, mark in world.marks.items() if memory.marks.get(key) == mark]
    if same != [key for key, mark in memory.marks.items() if world.marks.get(key) == mark]:
        return None
    still = set(same)
    stay = {each.id: each for each in memory.kept if each.document in still}
    gone = [each for each in memory.kept if each.document not in still]
    fresh = in_order((claim for claim in world.claims.values() if claim.id not in stay), world.documents)
    if len(fresh) + len(gone) > MOST * len(stay):
        return None
    return _Search(world, memory, stay, gone, fresh).part(judged)


class _Search:
    """The search for what new and changed claims touch."""

    def __init__(
        self, world: World, memory: Memory, stay: dict[str, Kept], gone: Sequence[Kept], fresh: Sequence[Claim]
    ) -> None:
        self._world, self._memory, self._stay, self._gone, self._fresh = world, memory, stay, gone, fresh
        self._sentences = dict(zip((claim.id for claim in fresh), sentences_of(fresh, world.documents), strict=True))
        self._copied = self._repeated_now()
        self._moved = self._other_origins()
        self._recounted = [self._stay[key] for key in self._moved]
        for key in self._moved:
            self._stay[key] = replace(self._stay[key], repeats=self._copied.get(key, ""))
        self._recounted = [each for each in self._recounted if each.tells and each.size != self._stay[each.id].size]

    def part(self, judged: Iterable[str]) -> Part | None:
        """Return the claims to link anew: all that are near enough the line to one whose pairs may be others now."""
        totals = self._totals_now()
        if totals.named() != self._memory.totals.named():
            return None
        flipped = common_words(totals) ^ common_words(self._memory.totals)
        new = self._new(totals)
        now = [*(each for each in self._stay.values() if each.tells), *new]
        moved = [each for each in now if each.id in self._moved or not flipped.isdisjoint(each.struck)]
        reached = _Reached(now, [*(each for each in self._gone if each.tells), *self._recounted, *new])
        reached.enter(moved)
        reached.enter(self._other_leaders(now, {each.id for each in (*new, *moved)}))
        ids = self._linked_to({*reached.near(), *self._memory.judged, *judged}) | self._moved | self._sentences.keys()
        if len(ids) > MOST * len(self._stay):
            return None
        return Part(
            ids=ids,
            rest=[each for each in self._stay.values() if each.id not in ids],
            sentences=self._sentences | {key: self._stay[key].sentence for key in ids if key in self._stay},
            copied=self._copied,
            totals=totals,
            gone=frozenset([each.id for each in self._gone]),
        )

    def _totals_now(self) -> Totals:
        """Return the totals of what stays and what is new."""
        before = self._memory.totals
        regions = {name: {**meant} for name, meant in before.regions.items()}
        totals = Totals(told=before.told, struck={**before.struck}, regions=regions)
        for each in self._gone:
            if each.tells:
                totals.count(each.struck, each.regions, -1)
        for slots in (claim.slots for claim in self._fresh):
            if isinstance(slots, Happening):
                totals.count(struck_words(slots), regions_named(slots), 1)
        return totals

    def _other_leaders(self, now: Sequence[Kept], changed: AbstractSet[str]) -> list[Kept]:
        """Return those whose words are first those of another than before, where those of CHANGED are."""
        before, gone = self._memory.kept, {each.id for each in self._gone}
        words = {each.wording for each in before if each.id in gone or each.id in changed}
        words.update(each.wording for each in now if each.id in changed)
        first, first_now = leaders(before, words), leaders(now, words)
        other = {word for word in words if first.get(word) != first_now.get(word)}
        return [each for each in now if each.wording in other]

    def _linked_to(self, seeds: AbstractSet[str]) -> set[str]:
        """Return those that pairs near the line linked to SEEDS, or to what is gone, and SEEDS."""
        groups = {each.group for each in self._memory.kept if each.tells and each.id in seeds}
        groups.update(each.group for each in self._gone if each.tells)
        return {each.id for each in self._stay.values() if each.tells and each.group in groups}

    def _repeated_now(self) -> dict[str, str]:
        """Return whose words each claim repeats now that some came and some went."""
        world, stay, sentences = self._world, self._stay, self._sentences
        copied = {each.id: each.repeats for each in stay.values() if each.repeats in stay}
        bereft = [each.id for each in stay.values() if each.repeats and each.repeats not in stay]
        wanted = sentences | {key: stay[key].sentence for key in bereft}
        if not wanted:
            return copied
        found = Concordance([*(each.sentence for each in stay.values()), *sentences.values()])
        like = {sentence: found.like(sentence) for sentence in set(wanted.values())}
        among = {each for some in like.values() for each in some}
        said: defaultdict[str, list[str]] = defaultdict(list)
        for key, sentence in (*((each.id, each.sentence) for each in stay.values()), *sentences.items()):
            if sentence in among:
                said[sentence].append(key)
        for key, sentence in wanted.items():
            for other in (each for near in like[sentence] for each in said[near]):
                earlier, later = sorted((key, other), key=self._order)
                if world.claims[earlier].document != world.claims[later].document:
                    known = copied.get(later)
                    copied[later] = earlier if known is None else min(known, earlier, key=self._order)
        return copied

    def _order(self, key: str) -> tuple[object, ...]:
        claim = self._world.claims[key]
        return moment(self._world.documents[claim.document]), claim.document, claim.span, claim.id

    def _other_origins(self) -> set[str]:
        """Return those that stay but whose origin or wording may be another: what they repeat, or what that does."""
        turned = {key for key, each in self._stay.items() if each.repeats != self._copied.get(key, "")}
        doubtful = {*turned, *(each.id for each in self._gone), *self._sentences}
        pairs = [(key, copied) for key, copied in self._copied.items()]
        while more := {key for key, copied in pairs if copied in doubtful and key not in doubtful}:
            doubtful |= more
        sources = [*(self._stay[key].repeats for key in turned), *(self._copied.get(key, "") for key in doubtful),
                   *(each.repeats for each in self._gone)]  # fmt: skip
        return {key for key in (*doubtful, *sources) if key in self._stay}

    def _new(self, totals: Totals) -> list[Kept]:
        """Return what is kept of the new accounts of acts, as far as it does not depend on how they are linked."""
        wanted = {claim.id for claim in self._fresh}
        ordered = in_order(with_sources(self._fresh, self._world.claims, self._copied), self._world.documents)
        told = accounts(ordered, self._world.documents, self._world.sources, self._copied)
        of_new = [each for each in told if each.claim.id in wanted]
        events = compared(of_new, self._world.places, totals, frozenset(), {})
        copied, sentences = self._copied, self._sentences
        return [kept_of(e.account.claim, sentences[e.id], copied.get(e.id, ""), e, e.id) for e in events]


class _Reached:
    """Accounts whose pairs are to be looked at again, because of those that CHANGED, among all that there are NOW."""

    def __init__(self, now: Sequence[Kept], changed: Sequence[Kept]) -> None:
        """Begin with those whose number of others is another, which are those of the same days.

        What nothing dates is held against those alone that name a place it names; else it is only joined anew. It is
        none of the others of any, so where it changes, no number of others does.
        """
        self._now = now
        times = _united((each.start, each.end) for each in changed if each.dated)
        spots = {spot for each in changed for spot in each.spots}
        self._compared: dict[str, Kept] = {each.id: each for each in changed}
        self._joined: set[str] = set()
        for each in now:
            meets = any(start <= each.end and each.start <= end for start, end in times)
            beside = not each.dated and not spots.isdisjoint(each.spots)
            if beside or (each.dated and meets):
                self._compared[each.id] = each
            elif meets:
                self._joined.add(each.id)

    def enter(self, others: Iterable[Kept]) -> None:
        """Look at the pairs of OTHERS too."""
        self._compared.update((each.id, each) for each in others)

    def near(self) -> set[str]:
        """Return them, and all that they are held against."""
        compared = self._compared.values()
        times = _united((each.start - REACH, each.end + DAY) for each in compared if each.dated)
        sizes = sizes_of_spots(self._now)
        spots = {spot for each in compared for spot in each.spots if sizes[spot] <= CROWD}
        undated = {spot for each in compared if not each.dated for spot in each.spots if spot in spots}
        first = leaders(self._now, {each.wording for each in compared})
        words = {word for word, leader in first.items() if leader in self._compared}
        belated = _printed_around(each for each in compared if each.belated)
        unsaid = _printed_around(each for each in compared if not each.said)
        found = {*self._compared, *self._joined, *first.values()}
        for each in self._now:
            soon = each.dated and any(start <= each.start <= end for start, end in times)
            beside = not (undated if each.dated else spots).isdisjoint(each.spots)
            with_it = unsaid if each.belated else frozenset() if each.said else belated
            printed = any((each.issued, key) in with_it for key in each.around) if with_it else False
            if soon or beside or printed or each.wording in words:
                found.add(each.id)
        return found


def _printed_around(compared: Iterable[Kept]) -> frozenset[tuple[int, str]]:
    """Return the days on which, and the places and regions of which, others were printed with one of COMPARED."""
    return frozenset([(each.issued + off, key) for each in compared for key in each.around for off in BESIDE])


def _united(times: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return TIMES, those that meet as one."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(times):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
