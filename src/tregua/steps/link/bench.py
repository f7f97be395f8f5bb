"""Judgements on incidents, applied one after the other to the clusters that the rules made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tregua.errors import Problem
from tregua.ports import SourceRegistry
from tregua.records.incident import Incident, Status, incident_id
from tregua.records.judgement import Decision, Judgement
from tregua.steps.link.corrections import Correction, Names, correct_incident, read_correction
from tregua.steps.link.events import Event
from tregua.steps.link.merging import make_incident

__all__ = ["Bench", "Bundle", "bundle_of"]

_STATUS = {Decision.VERIFY: Status.VERIFIED, Decision.REFUTE: Status.REFUTED}


@dataclass(slots=True, eq=False)
class Bundle:
    """One incident in the making.

    Attributes:
        id: the name of the incident: that of the claim that came into the ledger first.
        events: its accounts.
        reasons: why they are one event.
        may_be_of: claims of others that it may be of, being one account told roughly.
        ruled: number of the judgement that settled the status last, the status, and why; None when none did.
        corrections: number of the judgement and what it corrected.
    """

    id: str
    events: list[Event]
    reasons: list[str]
    may_be_of: tuple[str, ...] = ()
    ruled: tuple[int, Status, str] | None = None
    corrections: list[tuple[int, Correction]] = field(default_factory=list)

    def incident(self, sources: SourceRegistry) -> Incident:
        """Return the incident, with what people ruled on it; what they ruled last counts."""
        self.events.sort(key=lambda event: (event.account.day or dt.date.max, event.account.claim.span, event.id))
        incident = make_incident(self.id, self.events, self.reasons, sources)
        if self.may_be_of:
            incident = replace(incident, may_be_of=self.may_be_of)
        for _, correction in sorted(self.corrections, key=lambda pair: pair[0]):
            incident = correct_incident(incident, correction)
        if self.ruled is not None:
            incident = replace(incident, status=self.ruled[1], status_reason=self.ruled[2])
        return incident


def bundle_of(
    events: list[Event], reasons: list[str], arrived: Mapping[str, int], may_be_of: tuple[str, ...] = ()
) -> Bundle:
    """Return EVENTS as one incident in the making, for REASONS; ARRIVED tells when documents came in.

    MAY_BE_OF are claims of others that it may be of.
    """
    first = events[0]
    if len(events) > 1:
        first = min(events, key=lambda each: (arrived[each.account.document.id], each.account.claim.span, each.id))
    return Bundle(incident_id(first.id), events, reasons, may_be_of)


class Bench:
    """The incidents as judgements change them.

    An incident is found by its own id and by that of any of its claims, so a judgement finds it whatever came in
    since: what was merged answers to both names, and each part of what was split to the names of its own claims.
    """

    def __init__(self, bundles: Iterable[Bundle], arrived: Mapping[str, int], names: Names, zone: dt.tzinfo) -> None:
        """Start from BUNDLES; ARRIVED tells when documents came in; a corrected date is a day of ZONE."""
        self._arrived, self._names, self._zone = arrived, names, zone
        self.problems: list[Problem] = []
        self._home: dict[str, Bundle] = {}
        self._number = 0
        for each in bundles:
            self._enter(each)
        self._named_after = {incident_id(claim): claim for claim in self._home}
        self._apply: Mapping[Decision, Callable[[str, Judgement], None]] = {
            Decision.MERGE: self._merge,
            Decision.SPLIT: self._split,
            Decision.VERIFY: self._rule,
            Decision.REFUTE: self._rule,
            Decision.CORRECT: self._correct,
        }

    @property
    def bundles(self) -> list[Bundle]:
        """Return the incidents as they stand."""
        return list({id(bundle): bundle for bundle in self._home.values()}.values())

    def apply(self, key: str, judgement: Judgement) -> None:
        """Apply the JUDGEMENT with id KEY; one that cannot be applied is a problem and changes nothing."""
        self._number += 1
        if judgement.decision in self._apply:
            self._apply[judgement.decision](key, judgement)

    def _enter(self, bundle: Bundle) -> None:
        self._home.update(dict.fromkeys((event.id for event in bundle.events), bundle))

    def _find(self, key: str, subject: str) -> Bundle | None:
        """Return the incident that the claim SUBJECT, or the claim that the id SUBJECT is made of, is part of."""
        found = self._home.get(self._named_after.get(subject, subject))
        if found is None:
            self._doubt(key, f"no incident or claim has the id {subject!r} any more", "judge again with the new id")
        return found

    def _doubt(self, key: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(where=key, message=message, hint=hint, severity="warning", step="link"))

    def _merge(self, key: str, judgement: Judgement) -> None:
        found = [self._find(key, subject) for subject in judgement.subjects]
        parts = list({id(bundle): bundle for bundle in found if bundle is not None}.values())
        if None in found or len(parts) < len(found):
            return
        note = f"{key}: merged by {judgement.who}: {judgement.why}"
        reasons = [reason for part in parts for reason in part.reasons]
        merged = bundle_of([event for part in parts for event in part.events], [*reasons, note], self._arrived)
        merged.corrections = [each for part in parts for each in part.corrections]
        merged.ruled = max((part.ruled for part in parts if part.ruled), key=lambda ruled: ruled[0], default=None)
        self._enter(merged)

    def _split(self, key: str, judgement: Judgement) -> None:
        bundle = self._find(key, judgement.subjects[0])
        wanted = set(judgement.subjects[1:])
        for claim in sorted(wanted - self._home.keys()):
            self._doubt(key, f"no claim has the id {claim!r} any more", "judge again with the new id")
        if bundle is None:
            return
        out = [event for event in bundle.events if event.id in wanted]
        if len(out) == len(bundle.events):
            self._doubt(key, f"{bundle.id} cannot be split so: name some, not all, of the claims it holds")
        elif out:
            self._part(bundle, out, f"{key}: split by {judgement.who}: {judgement.why}")

    def _part(self, bundle: Bundle, out: list[Event], note: str) -> None:
        """Take OUT out of BUNDLE; what people ruled on it stays with the rest."""
        kept = [event for event in bundle.events if event not in out]
        rest = bundle_of(kept, [*_without(bundle.reasons, out), note], self._arrived)
        rest.ruled, rest.corrections = bundle.ruled, bundle.corrections
        self._enter(rest)
        self._enter(bundle_of(out, [*_without(bundle.reasons, kept), note], self._arrived))

    def _rule(self, key: str, judgement: Judgement) -> None:
        if (bundle := self._find(key, judgement.subjects[0])) is not None:
            status = _STATUS[judgement.decision]
            why = f"{status} by {judgement.who} on {judgement.when.date()} ({key}): {judgement.why}"
            bundle.ruled = (self._number, status, why)

    def _correct(self, key: str, judgement: Judgement) -> None:
        if (bundle := self._find(key, judgement.subjects[0])) is None:
            return
        correction = read_correction(key, judgement, self._names, self._zone)
        if isinstance(correction, str):
            self._doubt(key, correction)
        else:
            bundle.corrections.append((self._number, correction))


def _without(reasons: Iterable[str], events: Sequence[Event]) -> list[str]:
    """Return those of REASONS that speak of none of EVENTS."""
    return [reason for reason in reasons if not any(event.id in reason for event in events)]
