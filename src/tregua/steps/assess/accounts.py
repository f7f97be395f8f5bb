"""Which accounts of an incident have to be ruled apart: those that name different actors."""

from __future__ import annotations

from collections.abc import Sequence

from tregua.records.claim import Mention
from tregua.records.incident import Incident
from tregua.steps.assess.facts import Account
from tregua.terms.standing import Standing

__all__ = ["accounts_of", "deniers_of", "is_vaguer"]


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


def is_vaguer(who: Sequence[Standing], others: Sequence[Standing]) -> bool:
    """Tell whether WHO leaves open what OTHERS name, and so does not contradict them.

    "Terrorists", said by one side, may be the very group that another origin names; "the army" may not.
    """
    return (
        all(_leaves_open(one) for one in who)
        and not any(_leaves_open(other) for other in others)
        and all(any(_may_be_same(one, other) for other in others) for one in who)
    )


def _leaves_open(one: Standing) -> bool:
    return not one.lineage and (one.may_be is None or len(one.may_be) > 1)


def _may_be_same(one: Standing, other: Standing) -> bool:
    return one.may_be is None or other.may_be is None or not one.may_be.isdisjoint(other.may_be)


def _key(mention: Mention) -> str:
    return mention.id or mention.side or mention.text.casefold()
