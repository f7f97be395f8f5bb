"""The step: claims in, testimonies and incidents out."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tregua.errors import Problem
from tregua.ports import SourceRegistry, Spread
from tregua.records.claim import Claim
from tregua.records.document import Document
from tregua.records.incident import Incident, Testimony
from tregua.records.judgement import Decision, Judgement
from tregua.steps.link.bench import Bench, Bundle, bundle_of
from tregua.steps.link.clusters import cluster
from tregua.steps.link.corrections import Names, correct_claim, read_correction
from tregua.steps.link.events import events_of
from tregua.steps.link.merging import incident_testimonies
from tregua.steps.link.origins import accounts
from tregua.steps.link.spreading import in_turn
from tregua.steps.link.testimonies import count_testimonies
from tregua.vocabulary.places import Place

__all__ = ["Linked", "Linker"]

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
        with _no_search_for_garbage():
            return self._link(sorted(claims, key=lambda claim: claim.id), documents, judgements)

    def _link(
        self, known: Sequence[Claim], documents: Mapping[str, Document], judgements: Sequence[tuple[str, Judgement]]
    ) -> tuple[Linked, list[Problem]]:
        held, problems = _judged_claims(known, judgements, self.zone)
        told = accounts(held, documents, self.sources, self.spread)
        arrived = {document: position for position, document in enumerate(documents)}
        clusters = cluster(events_of(told, self.places), self.spread)
        bundles: Iterable[Bundle] = (bundle_of(each.events, each.reasons, arrived) for each in clusters)
        if on_incidents := _on_incidents(judgements, known, documents):
            bench = Bench(bundles, arrived, Names(held), self.zone)
            for key, judgement in on_incidents:
                bench.apply(key, judgement)
            bundles, problems = bench.bundles, [*problems, *bench.problems]
        incidents, told_of = [], []
        for bundle in bundles:
            if not all(each.denies for each in bundle.events):
                incidents.append(bundle.incident(self.sources))
                told_of += incident_testimonies(bundle.events)
        testimonies = [*count_testimonies(told, self.sources), *sorted(told_of, key=_as_printed)]
        linked = Linked(incidents=tuple(sorted(incidents, key=_in_time)), testimonies=tuple(testimonies))
        return linked, problems


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Let Python not look for garbage among the many objects that linking makes and keeps, and that hold no circles."""
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
