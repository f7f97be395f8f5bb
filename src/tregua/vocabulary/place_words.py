# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose
"""Words that stand beside a place's name ("near", "countryside", "province of") and what they say of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from tregua.vocabulary.folding import fold

__all__ = ["QUALIFIERS", "PlaceWords", "place_words"]

_WORDS = {
    "near": "near around farms outside outskirts vicinity surroundings north south east west northern southern eastern "
    "western northeast northwest southeast southwest northeastern northwestern southeastern southwestern cerca afueras "
    "près environs perto arredores около близ вблизи окрестности окрестностях район районе біля поблизу قرب محيط مزارع "
    "اطراف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي نزديك حومه اطراف yakın çevresi kuzeyi güneyi doğusu batısı",
    "country": "countryside rural suburb suburbs suburban rif reef campagne campo rural сельская пригород пригороде "
    "ريف kırsalı kırsal",
    "province": "province provinces governorate governorates region oblast provincia província gouvernorat "
    "провинция провинции область "
    "области محافظه استان ili vilayeti",
    "district": "district districts subdistrict subdistricts nahiyah nahiya nahia mantiqah mantiqa mantika "
    "raion distrito район منطقه ناحيه ilçesi",
    "city": "city cities town towns ciudad ville cidade vila город города городе місто مدينه بلده شهر شهرك kenti şehri",
    "village": "village villages settlement settlements pueblo aldea деревня деревни село села селение посёлок قريه "
    "روستاي köyü",
    "place": "neighbourhood neighborhood neighbourhoods neighborhoods quarter quarters area areas zone "
    "barrio quartier bairro квартал квартале حي محله mahallesi",
    "link": "of in to the de du des da do del la le di في من в",
}
QUALIFIERS = MappingProxyType({fold(word): kind for kind, words in _WORDS.items() for word in words.split()})
"""Folded words that stand beside a place's name, with what they say of it."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A printed place taken apart.

    Attributes:
        name: the name alone, folded; "" when every word only qualifies.
        says: kinds of qualifying words beside it: ``near``, ``country``, ``province`` …
    """

    name: str
    says: frozenset[str]


def place_words(text: str) -> PlaceWords:
    """Return the printed place TEXT taken apart."""
    parts = fold(text).split()
    says = frozenset(QUALIFIERS[part] for part in parts if part in QUALIFIERS)
    return PlaceWords(" ".join(part for part in parts if part not in QUALIFIERS), says)
