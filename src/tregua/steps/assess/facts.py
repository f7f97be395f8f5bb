"""The facts of an incident, or of one origin's version of it, as the terms take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tregua.ports import Registries
from tregua.records.claim import Claim, Happening, Mention, PlaceMention
from tregua.records.incident import Incident
from tregua.terms.evaluate import Facts, Site
from tregua.terms.ground import Ground
from tregua.terms.labels import read_label
from tregua.terms.standing import Party
from tregua.terms.truce import CIVILIANS, EXEMPT, Truce
from tregua.vocabulary.folding import fold
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.struck import is_but_a_place

__all__ = ["Account", "Known", "facts_of", "rests_on", "speakers_of"]

_WIDE = frozenset({"country", "province", "district", "area", "line"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a case knows, made ready once for all incidents.

    Attributes:
        registries: actors, places and sources.
        ground: the places, and how they lie in each other.
        claims: every claim by its id.
    """

    registries: Registries
    ground: Ground
    claims: Mapping[str, Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who did it, as told by some of the incident's claims.

    Attributes:
        origin: who tells it so, "" when nobody tells it otherwise.
        claims: ids of the claims it rests on.
        actors: who did it.
    """

    origin: str
    claims: tuple[str, ...]
    actors: tuple[Mention, ...]


def facts_of(truce: Truce, incident: Incident, account: Account, known: Known) -> Facts:
    """Return the facts of INCIDENT as ACCOUNT tells it, labels read as their speakers mean them under TRUCE."""
    return Facts(
        act=incident.act,
        actors=tuple(_party(truce, mention, account.claims, known) for mention in account.actors),
        targets=tuple(
            _party(truce, mention, incident.claims, known)
            for mention in incident.targets
            if not _is_place(mention, incident)
        ),
        sites=tuple(_site(place, known) for place in incident.places),
        time=incident.time,
        weapons=incident.weapons,
    )


def speakers_of(text: str, claims: Sequence[str], known: Known) -> frozenset[str]:
    """Return the source ids and sides of the origins whose CLAIMS print TEXT for an actor or a target."""
    found: set[str] = set()
    for claim in _happenings(claims, known):
        slots = claim.slots
        printed = isinstance(slots, Happening) and any(each.text == text for each in (*slots.actors, *slots.targets))
        if printed and claim.chain:
            source = known.registries.sources.get(claim.chain[0].id)
            found |= {claim.chain[0].id, *((source.side, source.actor) if source else ())}
    return frozenset(found - {""})


def rests_on(condition: str, account: Account, incident: Incident, known: Known) -> tuple[str, ...]:
    """Return the ids of the claims that state the fact which CONDITION tries."""
    claims = account.claims if condition == "actor" else incident.claims
    return tuple(claim.id for claim in _happenings(claims, known) if _states(claim, condition))


def _happenings(claims: Sequence[str], known: Known) -> list[Claim]:
    return [known.claims[each] for each in claims if each in known.claims]


def _states(claim: Claim, condition: str) -> bool:
    slots = claim.slots
    if not isinstance(slots, Happening):
        return False
    stated: Mapping[str, object] = {
        "time": slots.time,
        "area": slots.places,
        "actor": slots.actors,
        "target": slots.targets,
    }
    return bool(stated.get(condition, slots.act))


def _party(truce: Truce, mention: Mention, claims: Sequence[str], known: Known) -> Party:
    return Party(text=mention.text, actor=mention.id, means=_means(truce, mention, claims, known))


def _is_place(mention: Mention, incident: Incident) -> bool:
    """Tell whether MENTION, a target, is but a place of INCIDENT: where it struck, and not whom."""
    if mention.id or mention.side:
        return False
    words = fold(mention.text)
    return is_but_a_place(mention.text) or any(fold(place.text) in words for place in incident.places)


def _means(truce: Truce, mention: Mention, claims: Sequence[str], known: Known) -> tuple[str, ...]:
    """Return the sides that a label may mean: as resolved before, else as its speakers use it; none for a name."""
    actor = known.registries.actors.get(mention.id) if mention.id else None
    if actor is not None and actor.type != "unspecified":
        return ()
    if mention.side in {EXEMPT, CIVILIANS} or truce.side(mention.side) is not None:
        return (mention.side,)
    label = read_label(truce, mention.text, speakers_of(mention.text, claims, known))
    return label.means if label else ()


def _site(mention: PlaceMention, known: Known) -> Site:
    """Return the place of MENTION; one the gazetteer does not have by the wider place beside it."""
    if mention.id or not mention.within:
        return Site(text=mention.text, place=mention.id, near=_is_near(mention, known))
    wider = known.registries.places.match(mention.within, "")
    return Site(text=mention.text, place=wider[0].id if wider else "")


def _is_near(mention: PlaceMention, known: Known) -> bool:
    """Tell whether MENTION locates a point only roughly ("near", "the countryside of")."""
    place = known.ground.get(mention.id)
    vague = mention.precision not in (None, PlacePrecision.EXACT)
    return vague and place is not None and place.kind not in _WIDE
