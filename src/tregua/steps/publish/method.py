"""What every report says of itself: its definitions and its small tables, the same in each form."""

from __future__ import annotations

__all__ = ["DEFINITIONS", "TABLES"]

TABLES = (
    ("incidents by party", "By whom, as said"),
    ("incidents by side", "By which side, as said"),
    ("incidents by area", "Where"),
    ("incidents by act", "What was done"),
    ("incidents by status", "How well attested"),
)
"""The small tables of what happened, with their titles."""

_STATUS = (
    "Alleged: one side's word. Corroborated: two independent origins, one of them neutral or of the other side. "
    "Disputed: another origin denies it. Verified and refuted: decided by a person, with a reason."
)
_RULING = (
    "What the terms of the truce say of the incident as reported, not what happened. Breach, permitted, outside the "
    "terms (by time, area, party or act), undetermined (a deciding fact is missing), contested (versions are ruled "
    "differently). Where several truces apply, marks show the ruling under the one whose terms reach the incident."
)
_ORIGIN = "The first speaker of a chain. However many outlets copy it, what one origin says once is one testimony."
_COUNTS = (
    "Each origin's counts are equations. Where they can all be true, days without a count get bounds; where they "
    "cannot, the smallest set in conflict is named."
)

DEFINITIONS = (
    ("Claim", "One statement in a report: a sentence, who says it, through whom, and what it says."),
    ("Origin", _ORIGIN),
    ("Incident", "Claims held to be about the same event. A count of breaches is never turned into incidents."),
    ("Status", _STATUS),
    ("Ruling", _RULING),
    ("Counts", _COUNTS),
    ("Not known", "A value that nobody states is shown as such. It is never a nought and never an empty cell."),
)
"""The words a report uses, each with its meaning."""
