"""Which accounts of an incident have to be ruled apart: those that name different actors."""

from __future__ import annotations

from tregua.records.claim import Mention
from tregua.records.incident import Incident
from tregua.steps.assess.facts import Account

__all__ = ["accounts_of", "deniers_of"]


def accounts_of(incident: Incident) -> list[Account]:
    """Return the accounts of INCIDENT that name different actors; one, without an origin, when none differ.

    Silence on who did it contradicts nobody, and neither does a denial: a version that names nobody is left out
    here, and denials are told beside the ruling.
    """
    told: dict[frozenset[str], Account] = {}
    for version in incident.versions:
        who = frozenset(_key(mention) for mention in version.actors)
        if not version.denies and who:
            before = told.get(who)
            origin = f"{before.origin}, {version.origin}" if before else version.origin
            claims = (*(before.claims if before else ()), *version.claims)
            told[who] = Account(origin=origin, claims=claims, actors=version.actors)
    if len(told) > 1:
        return list(told.values())
    return [Account(origin="", claims=incident.claims, actors=incident.actors)]


def deniers_of(incident: Incident) -> tuple[str, ...]:
    """Return the origins that deny INCIDENT."""
    return tuple(version.origin for version in incident.versions if version.denies)


def _key(mention: Mention) -> str:
    return mention.id or mention.side or mention.text.casefold()
