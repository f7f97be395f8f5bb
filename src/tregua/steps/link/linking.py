"""The step: claims in, testimonies and incidents out."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tregua.errors import Problem
from tregua.ports import SourceRegistry, Spread
from tregua.records.claim import Claim, Happening, Tally
from tregua.records.document import Document
from tregua.records.incident import Incident, Testimony, incident_id
from tregua.records.judgement import Decision, Judgement
from tregua.steps.link.bench import Bench, Bundle, bundle_of
from tregua.steps.link.clusters import Cluster, cluster
from tregua.steps.link.corrections import Names, correct_claim, read_correction
from tregua.steps.link.events import Event, compared, events_of
from tregua.steps.link.memory import Before, Kept, Memory, Totals
from tregua.steps.link.merging import incident_testimonies
from tregua.steps.link.origins import Account, accounts, in_order, with_sources
from tregua.steps.link.profiles import count_crowds
from tregua.steps.link.spreading import in_turn
from tregua.steps.link.testimonies import count_testimonies
from tregua.steps.link.touched import Part, World, kept_of, touched
from tregua.steps.link.wording import repeats, sentences_of
from tregua.vocabulary.places import Place

__all__ = ["Linked", "Linker", "no_search_for_garbage"]

_FAR = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking gives.

    Attributes:
        incidents: by time, those without a time last.
        testimonies: counts in the order of printing, then what each origin tells of each incident.
    """

    incidents: tuple[Incident, ...]
    testimonies: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Linker:
    """Joins claims.

    Attributes:
        sources: who publishes, who relays whom, who is on which side.
        zone: whose days a corrected date is in.
        places: the places of the registry, by id; where they lie tells what a report of a province may be of.
        spread: does the same work on many parts; the result is the same whichever it is.
    """

    sources: SourceRegistry
    zone: dt.tzinfo = dt.UTC
    places: Mapping[str, Place] = field(default_factory=dict)
    spread: Spread = in_turn

    def link(
        self, claims: Iterable[Claim], documents: Mapping[str, Document], judgements: Sequence[tuple[str, Judgement]]
    ) -> tuple[Linked, list[Problem]]:
        """Join CLAIMS.

        Args:
            claims: resolved claims, in any order; the result does not depend on it.
            documents: the documents they are of, by id, in the order in which they came in: an incident bears the name
                of the claim that came first.
            judgements: what people decided, with ids, in order; a later one may overrule an earlier one.

        A denial alone is no incident.
        """
        with no_search_for_garbage():
            return _Run(self, [*claims], documents, judgements).link()

    def relink(
        self,
        claims: Iterable[Claim],
        documents: Mapping[str, Document],
        judgements: Sequence[tuple[str, Judgement]],
        marks: Mapping[str, str],
        before: Before | None = None,
    ) -> tuple[Linked, list[Problem], Memory]:
        """Join CLAIMS as ``link`` does, with the same result, and remember what the next run may ask.

        Args:
            claims: as above.
            documents: as above.
            judgements: as above.
            marks: for each document what is another when it or its claims are.
            before: an earlier run of a linker with the same sources, zone and places, whose work is not done again
                where nothing touches it.
        """
        with no_search_for_garbage():
            run = _Run(self, [*claims], documents, judgements)
            marked = run.marked(marks)
            if before is not None:
                run.build_on(before, marked)
            return *run.link(), run.memory(marked)


class _Run:
    """One time of linking: everything, or with a memory of the run before, what is touched."""

    def __init__(
        self,
        linker: Linker,
        known: Sequence[Claim],
        documents: Mapping[str, Document],
        judgements: Sequence[tuple[str, Judgement]],
    ) -> None:
        self._linker, self._known, self._documents = linker, known, documents
        held, self._problems = _judged_claims(known, judgements, linker.zone)
        self._held = {claim.id: claim for claim in held}
        self._on_incidents = _on_incidents(judgements, known, documents)
        self._before: Before | None = None
        self._part: Part | None = None
        self._told: Sequence[Account] = ()
        self._events: Sequence[Event] = ()
        self._sentences: Mapping[str, str] = {}
        self._groups: dict[str, str] = {}
        self._totals = Totals()
        self._elsewhere: Sequence[Kept] = ()

    def marked(self, marks: Mapping[str, str]) -> dict[str, str]:
        """Return MARKS of the documents, in their order; of one whose claims people decided about, with these."""
        held = self._held
        decided = {claim.document for claim in self._known if held.get(claim.id) is not claim}
        claims: dict[str, list[Claim]] = {document: [] for document in decided}
        for claim in held.values() if decided else ():
            if claim.document in decided:
                claims[claim.document].append(claim)
        judged = {key: hashlib.sha256(repr(some).encode()).hexdigest() for key, some in claims.items()}
        return {key: marks[key] + judged.get(key, "") for key in self._documents}

    def build_on(self, before: Before, marks: Mapping[str, str]) -> None:
        """Do again only what is not as it was BEFORE, as MARKS of the documents tell."""
        linker = self._linker
        world = World(
            claims=self._held, documents=self._documents, marks=marks, sources=linker.sources, places=linker.places
        )
        self._before, self._part = before, touched(world, before.memory, self._judged())

    def link(self) -> tuple[Linked, list[Problem]]:
        """Return the incidents and testimonies, and what cannot be done of what people decided."""
        if self._part is None:
            self._take_all()
        else:
            self._take(self._part)
        incidents, told_of = self._not_touched()
        for bundle in self._bundles():
            if not all(each.denies for each in bundle.events):
                incidents.append(bundle.incident(self._linker.sources))
                told_of += incident_testimonies(bundle.events)
        counts = count_testimonies(self._told, self._linker.sources)
        testimonies = (*counts, *sorted(told_of, key=_as_printed))
        return Linked(incidents=tuple(sorted(incidents, key=_in_time)), testimonies=testimonies), self._problems

    def memory(self, marks: Mapping[str, str]) -> Memory:
        """Return what the next run may ask, once this is done."""
        events = {event.id: event for event in self._events}
        copied = {account.claim.id: account.repeats for account in self._told}
        rest: Sequence[Kept] = self._part.rest if self._part else ()
        new = [
            kept_of(self._held[key], sentence, copied[key], events.get(key), self._groups.get(key, ""))
            for key, sentence in self._sentences.items()
        ]
        return Memory(marks={**marks}, kept=(*rest, *new), totals=self._totals, judged=tuple(sorted(self._judged())))

    def _take_all(self) -> None:
        linker = self._linker
        ordered = in_order(self._held.values(), self._documents)
        sentences = sentences_of(ordered, self._documents, linker.spread)
        copied = repeats(ordered, sentences, linker.spread)
        self._sentences = dict(zip((claim.id for claim in ordered), sentences, strict=True))
        self._told = accounts(ordered, self._documents, linker.sources, copied)
        self._events, self._totals = events_of(self._told, linker.places)

    def _take(self, part: Part) -> None:
        linker = self._linker
        self._elsewhere = [each for each in part.rest if each.tells]
        counts = (claim for claim in self._held.values() if isinstance(claim.slots, Tally))
        wanted = with_sources((*counts, *(self._held[key] for key in part.ids)), self._held, part.copied)
        self._sentences = part.sentences
        self._told = accounts(in_order(wanted, self._documents), self._documents, linker.sources, part.copied)
        told = [account for account in self._told if account.claim.id in part.ids]
        held = [claim for claim in self._held.values() if isinstance(claim.slots, Happening)]
        repeated, sizes = frozenset(part.copied.values()), Counter([claim.document for claim in held])
        self._events, self._totals = compared(told, linker.places, part.totals, repeated, sizes), part.totals
        count_crowds([event.profile for event in self._events], self._elsewhere)

    def _not_touched(self) -> tuple[list[Incident], list[Testimony]]:
        """Return the incidents of the run before that nothing touches, and what origins tell of them."""
        if self._part is None or self._before is None:
            return [], []
        again = self._part.ids | self._part.gone
        incidents = [each for each in self._before.incidents if each.claims[0] not in again]
        told = [each for each in self._before.testimonies if each.tally is None and each.claims[0] not in again]
        return incidents, told

    def _bundles(self) -> Iterable[Bundle]:
        arrived = {document: position for position, document in enumerate(self._documents)}
        clusters = self._noted(cluster(self._events, self._elsewhere, self._linker.spread))
        bundles = (bundle_of(each.events, each.reasons, arrived, each.may_be_of) for each in clusters)
        if not self._on_incidents:
            return bundles
        bench = Bench(bundles, arrived, Names([*self._held.values()]), self._linker.zone)
        for key, judgement in self._on_incidents:
            bench.apply(key, judgement)
        self._problems += bench.problems
        return bench.bundles

    def _noted(self, clusters: Iterable[Cluster]) -> Iterator[Cluster]:
        for each in clusters:
            self._groups.update(dict.fromkeys((event.id for event in each.events), each.group))
            yield each

    def _judged(self) -> set[str]:
        """Return the claims by which people found incidents to decide something about."""
        subjects = {subject for _, judgement in self._on_incidents for subject in judgement.subjects}
        if not subjects:
            return set()
        return {key for key in self._held if key in subjects or incident_id(key) in subjects}


def _by_id(claim: Claim) -> str:
    return claim.id


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Let Python not look for garbage among many objects that are made and kept, and that hold no circles."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _in_time(incident: Incident) -> tuple[dt.datetime, str]:
    return (incident.time.start if incident.time and incident.time.start else _FAR), incident.id


def _as_printed(testimony: Testimony) -> tuple[dt.date, str]:
    return testimony.published or dt.date.max, testimony.id


def _judged_claims(
    claims: Sequence[Claim], judgements: Sequence[tuple[str, Judgement]], zone: dt.tzinfo
) -> tuple[list[Claim], list[Problem]]:
    """Return CLAIMS without those that were dropped, corrected where they were corrected."""
    if not judgements:
        return [*claims], []
    claims = sorted(claims, key=_by_id)
    names = Names(claims)
    held = {claim.id: claim for claim in claims}
    problems: list[Problem] = []
    for key, judgement in judgements:
        subject = judgement.subjects[0]
        if judgement.decision is Decision.DROP:
            problems += [_gone(key, each) for each in judgement.subjects if each.startswith("c-") and each not in held]
            held = {name: claim for name, claim in held.items() if not {name, claim.document} & {*judgement.subjects}}
        elif judgement.decision is Decision.CORRECT and subject in held:
            correction = read_correction(key, judgement, names, zone)
            changed = None if isinstance(correction, str) else correct_claim(held[subject], correction)
            if changed is None:
                problems.append(_unfit(key, subject, correction if isinstance(correction, str) else ""))
            else:
                held[subject] = changed
    return list(held.values()), problems


def _on_incidents(
    judgements: Sequence[tuple[str, Judgement]], claims: Iterable[Claim], documents: Mapping[str, Document]
) -> list[tuple[str, Judgement]]:
    """Return JUDGEMENTS but those that correct one of CLAIMS or DOCUMENTS."""
    ids = {claim.id for claim in claims} | documents.keys() if judgements else set()
    return [
        (key, each) for key, each in judgements if each.decision is not Decision.CORRECT or each.subjects[0] not in ids
    ]


def _gone(key: str, subject: str) -> Problem:
    message = f"no claim has the id {subject!r} any more"
    return Problem(where=key, message=message, hint="judge again with the new id", severity="warning", step="link")


def _unfit(key: str, subject: str, why: str) -> Problem:
    message = why or f"the claim {subject!r} has no such slot"
    return Problem(where=key, message=message, severity="warning", step="link")
