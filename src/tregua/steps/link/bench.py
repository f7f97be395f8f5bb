"""Judgements on incidents, applied one after the other to the clusters that the rules made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tregua.errors import Problem
from tregua.ports import SourceRegistry
from tregua.records.incident import Incident, Status
from tregua.records.judgement import Decision, Judgement
from tregua.steps.link.clusters import Cluster
from tregua.steps.link.corrections import Correction, Names, correct_incident, read_correction
from tregua.steps.link.events import Event
from tregua.steps.link.merging import incident_id, make_incident

__all__ = ["Bench", "Bundle"]

_STATUS = {Decision.VERIFY: Status.VERIFIED, Decision.REFUTE: Status.REFUTED}


@dataclass(slots=True, eq=False)
class Bundle:
    """One incident in the making."""

    events: list[Event]
    reasons: list[str]
    ruled: tuple[Status, str] | None = None
    corrections: list[Correction] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Return the incident's id as it stands."""
        return incident_id(event.id for event in self.events)

    def incident(self, sources: SourceRegistry) -> Incident:
        """Return the incident, with what people ruled on it."""
        self.events.sort(key=lambda event: (event.account.day or dt.date.max, event.account.claim.span, event.id))
        incident = make_incident(self.events, self.reasons, sources)
        for correction in self.corrections:
            incident = correct_incident(incident, correction)
        if self.ruled is not None:
            incident = replace(incident, status=self.ruled[0], status_reason=self.ruled[1])
        return incident


class Bench:
    """The incidents as judgements change them."""

    def __init__(self, clusters: Sequence[Cluster], names: Names, zone: dt.tzinfo) -> None:
        """Start from CLUSTERS; a corrected date is a day of ZONE."""
        self._zone = zone
        self.bundles = [Bundle(each.events, each.reasons) for each in clusters]
        self.problems: list[Problem] = []
        self._names = names
        self._apply: Mapping[Decision, Callable[[str, Judgement], None]] = {
            Decision.MERGE: self._merge,
            Decision.SPLIT: self._split,
            Decision.VERIFY: self._rule,
            Decision.REFUTE: self._rule,
            Decision.CORRECT: self._correct,
        }

    def apply(self, key: str, judgement: Judgement) -> None:
        """Apply the JUDGEMENT with id KEY; one that cannot be applied is a problem and changes nothing."""
        if judgement.decision in self._apply:
            self._apply[judgement.decision](key, judgement)

    def _find(self, key: str, subject: str) -> Bundle | None:
        """Return the incident with the id SUBJECT, or that holds the claim SUBJECT."""
        for bundle in self.bundles:
            if bundle.id == subject or any(event.id == subject for event in bundle.events):
                return bundle
        self._doubt(key, f"no incident or claim has the id {subject!r} any more", "judge again with the new id")
        return None

    def _doubt(self, key: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(where=key, message=message, hint=hint, severity="warning", step="link"))

    def _merge(self, key: str, judgement: Judgement) -> None:
        found = [self._find(key, subject) for subject in judgement.subjects]
        parts = list({id(bundle): bundle for bundle in found if bundle is not None}.values())
        if None in found or len(parts) < len(found):
            return
        note = f"{key}: merged by {judgement.who}: {judgement.why}"
        events = [event for part in parts for event in part.events]
        corrections = [each for part in parts for each in part.corrections]
        merged = Bundle(events, [reason for part in parts for reason in part.reasons] + [note], None, corrections)
        self.bundles = [bundle for bundle in self.bundles if bundle not in parts] + [merged]

    def _split(self, key: str, judgement: Judgement) -> None:
        bundle = self._find(key, judgement.subjects[0])
        if bundle is None:
            return
        wanted = set(judgement.subjects[1:])
        out = [event for event in bundle.events if event.id in wanted]
        if len(out) != len(wanted) or not out or len(out) == len(bundle.events):
            self._doubt(key, f"{bundle.id} cannot be split so: name some, not all, of the claims it holds")
            return
        note = f"{key}: split by {judgement.who}: {judgement.why}"
        kept = [event for event in bundle.events if event.id not in wanted]
        about = [reason for reason in bundle.reasons if not any(event.id in reason for event in out)]
        self.bundles.remove(bundle)
        self.bundles += [Bundle(kept, [*about, note], None, bundle.corrections), Bundle(out, [note])]

    def _rule(self, key: str, judgement: Judgement) -> None:
        if (bundle := self._find(key, judgement.subjects[0])) is not None:
            status = _STATUS[judgement.decision]
            bundle.ruled = (status, f"{status} by {judgement.who} on {judgement.when.date()} ({key}): {judgement.why}")

    def _correct(self, key: str, judgement: Judgement) -> None:
        if (bundle := self._find(key, judgement.subjects[0])) is None:
            return
        correction = read_correction(key, judgement, self._names, self._zone)
        if isinstance(correction, str):
            self._doubt(key, correction)
        else:
            bundle.corrections.append(correction)
