"""What incident lines name, found among the actors and places that a truce's files know."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import cos, hypot, radians

from tregua.ports import Registries
from tregua.steps.assess.lines import Spot
from tregua.terms.ground import Ground
from tregua.terms.labels import read_label
from tregua.terms.standing import Party, standing
from tregua.terms.truce import CIVILIANS, EXEMPT, Truce
from tregua.vocabulary.folding import fold
from tregua.vocabulary.names import analyse
from tregua.vocabulary.nearness import NEAR, similarity
from tregua.vocabulary.places import Place, PlacePrecision

__all__ = ["Choose", "Locale", "find_party", "find_place", "kilometres"]

Choose = Callable[[str], str]
"""Gives the id of whoever a name surely means, or ""."""

_FAR_KM = 150
_KM_A_DEGREE = 111.195
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SPEAKING_OF_UNITS = re.compile(
    r"\b(?:governorate|province|region|oblast|district|state|department|raion|muhafazat|county)\b", re.IGNORECASE
)

_SPEAKING_OF_SETTLEMENTS = re.compile(r"\b(?:city|town|village|settlement|hamlet)\b", re.IGNORECASE)
_WIDE = frozenset({"country", "province"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """Whom and what the lines about one truce may name.

    Attributes:
        registries: actors and places.
        ground: how the places lie in each other.
        actor: gives the id of whoever a name surely means.
        named: ids of places that the truce's areas name, whether or not a gazetteer has them.
        provinces: ids of provinces, likewise.
        points: degrees north and east of the places known in that ground.
    """

    registries: Registries
    ground: Ground
    actor: Choose
    named: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()


def find_party(truce: Truce, text: str, side: str, locale: Locale) -> Party:
    """Return whom TEXT on the side of the words SIDE means under TRUCE.

    An actor that the truce lists stands as it lists it. The side told decides for one that it does not list.
    """
    actor = _actor(text, locale) if text else ""
    if actor and (not side or standing(truce, Party(actor=actor), locale.registries.actors.get, None).lineage):
        return Party(text=text, actor=actor)
    means = _sides(truce, side, locale) if side else ()
    if not means and text and not actor:
        means = _sides(truce, text, locale) if truce.side(text) else _labelled(truce, text)
    if means:
        return Party(text=text or side, means=means)
    return Party(text=text or side, actor=actor)


def _actor(text: str, locale: Locale) -> str:
    return text if locale.registries.actors.get(text) is not None else locale.actor(text)


def _sides(truce: Truce, words: str, locale: Locale) -> tuple[str, ...]:
    """Return the sides that WORDS mean: a side's id or name, one of its members, or a label that all use."""
    wanted = fold(words)
    for side in truce.sides:
        if wanted in {fold(side.id), fold(side.id.replace("-", " ")), fold(side.name)}:
            return (side.id,)
    if wanted in {EXEMPT, CIVILIANS}:
        return (wanted,)
    actor = _actor(words, locale)
    found = standing(truce, Party(actor=actor), locale.registries.actors.get, None) if actor else None
    if found is not None and found.may_be and len(found.may_be) == 1:
        return tuple(found.may_be)
    return _labelled(truce, words)


def _labelled(truce: Truce, words: str) -> tuple[str, ...]:
    label = read_label(truce, words, ())
    return label.means if label else ()


def find_place(spot: Spot, locale: Locale, unnamed: str) -> tuple[Place, bool]:
    """Return the place that SPOT means, by the name UNNAMED, and whether it happened near it rather than in it."""
    country = _country(spot.country, locale)
    province = _province(spot.admin1, country, locale) if spot.admin1 else ""
    if not province and spot.admin1 and _is_far(spot.point, locale):
        province = _slug(spot.admin1) or "not-listed-either"
    near = spot.precision in {PlacePrecision.NEAR, PlacePrecision.DISTRICT}
    known = _listed(spot, country, province, locale)
    if spot.precision >= PlacePrecision.COUNTRY or not (spot.name or province or spot.point):
        return _place("country", unnamed, country=country), False
    if known is not None and known.kind == "country" and not province:
        return _place("country", unnamed, country=known.country), False
    if known is not None and known.kind == "province" and (not spot.point or spot.precision >= PlacePrecision.PROVINCE):
        return known.model_copy(update={"name": unnamed}), False
    if province and (spot.precision >= PlacePrecision.PROVINCE or not (spot.name or spot.point)):
        return _place("province", unnamed, identity=province, country=country), False
    if known is not None and known.kind not in {"country", "province"}:
        lat, lon = spot.point or (known.lat, known.lon)
        return known.model_copy(update={"name": unnamed, "lat": lat, "lon": lon}), near
    lat, lon = spot.point or (None, None)
    identity = _slug(spot.name) if _slug(spot.name) in locale.named else "not-listed"
    return _place("site", unnamed, identity=identity, country=country, province=province, lat=lat, lon=lon), near


def _place(kind: str, name: str, *, identity: str = "not-listed", **more: object) -> Place:
    return Place.model_validate({"id": identity, "name": name, "kind": kind, **more})


def _listed(spot: Spot, country: str, province: str, locale: Locale) -> Place | None:
    """Return the one place of the gazetteer that SPOT's name means and that lies where SPOT says.

    A name that is in no list may only say, beside the place, that it is a town; then it means no province.
    """
    bare = _SPEAKING_OF_SETTLEMENTS.sub(" ", spot.name).strip()
    named = [place for place in _named(spot.name, spot, locale) if _fits(place, spot, country, province)]
    if named or not bare or bare == spot.name:
        return next(iter(named), None)
    towns = (place for place in _named(bare, spot, locale) if place.kind not in _WIDE)
    return next((place for place in towns if _fits(place, spot, country, province)), None)


def _named(name: str, spot: Spot, locale: Locale) -> list[Place]:
    places = locale.registries.places
    found = (places.get(match.id) for match in places.match(name, spot.admin1)) if name else ()
    return [place for place in found if place is not None]


def _fits(place: Place, spot: Spot, country: str, province: str) -> bool:
    if country and place.country and place.country != country:
        return False
    if province and place.province and place.province != province:
        return False
    if spot.point is None or place.lat is None or place.lon is None:
        return True
    return kilometres(spot.point, (place.lat, place.lon)) <= _FAR_KM


def _is_far(point: tuple[float, float] | None, locale: Locale) -> bool:
    """Tell whether POINT surely lies elsewhere than the ground of the truce: far from all that is known of it.

    So a province that no gazetteer knows is another than those of the terms, and not one of them spelt otherwise.
    """
    known = locale.points
    return point is not None and bool(known) and all(kilometres(point, each) > _FAR_KM for each in known)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far ONE is from OTHER, both in degrees north and east, near enough for a few hundred kilometres."""
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(other[0]))) * _KM_A_DEGREE


def _country(words: str, locale: Locale) -> str:
    if len(words) == 2 and words.isalpha():  # noqa: PLR2004 - ISO 3166-1 alpha-2
        return words.upper()
    places = locale.registries.places
    found = [places.get(match.id) for match in places.match(words, "")] if words else []
    return next((each.country for each in found if each is not None and each.kind == "country"), "")


def _province(words: str, country: str, locale: Locale) -> str:
    """Return the id of the province that WORDS name, "" where nobody knows one so called.

    One that the truce's areas name goes before others: its spelling there is only one of several.
    """
    places = locale.registries.places
    bare = _bare(words)
    for province in sorted(locale.provinces):
        entry = places.get(province)
        names = (province.replace("-", " "), *((entry.name, *(alias.text for alias in entry.aliases)) if entry else ()))
        if any(similarity(analyse(bare), analyse(_bare(name))) >= NEAR for name in names):
            return province
    for name in dict.fromkeys((words, bare)):
        found = (places.get(match.id) for match in places.match(name, ""))
        fits = [each for each in found if each is not None and each.kind == "province"]
        fits = [each for each in fits if not country or each.country in {country, ""}]
        if fits:
            return fits[0].id
    return ""


def _bare(words: str) -> str:
    """Return WORDS without those that only say what kind of unit it is."""
    return _SPEAKING_OF_UNITS.sub(" ", words).strip() or words


def _slug(words: str) -> str:
    return _NOT_SLUG.sub("-", fold(words)).strip("-")
