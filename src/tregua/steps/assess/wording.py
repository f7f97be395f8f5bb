"""The words of the exchange format for acts, kinds of target and precision, and what each means to the terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from tregua.terms.rules import TargetKind
from tregua.vocabulary.acts import Conduct

__all__ = ["act_of", "answers_of", "objects_of", "precision_of"]

_ACTS: Mapping[str, Conduct] = MappingProxyType(
    {
        word: act
        for act, words in {
            Conduct.SHELLING: "artillery artillery-fire bombardment mortar mortar-fire rocket rocket-fire rockets "
            "missile missile-strike shelled rocket-attack missile-attack",
            Conduct.AIRSTRIKE: "air-strike air-strikes airstrikes air-raid bombing air-attack aerial-bombardment",
            Conduct.SMALL_ARMS: "gunfire firing fire shooting sniper sniper-fire sniping machine-gun-fire "
            "small-arms-fire clash clashes armed-clash firefight exchange-of-fire",
            Conduct.ATTACK: "assault ground-attack raid ambush offensive-attack",
            Conduct.ABDUCTION: "kidnapping hostage-taking abductions enforced-disappearance",
            Conduct.ADVANCE: "offensive capture territorial-advance seizure-of-territory ground-offensive",
            Conduct.EXPLOSION: "ied mine-explosion landmine car-bomb suicide-bombing blast mine",
            Conduct.DRONE: "drone-strike drone-attack uav uav-strike uav-attack",
            Conduct.OBSTRUCTION: "blockade aid-obstruction aid-blocked obstruction-of-aid siege closure blocking",
            Conduct.OVERFLIGHT: "flight overflights drone-flight airspace-violation violation-of-airspace",
            Conduct.RECONNAISSANCE: "surveillance reconnaissance-flight intelligence-gathering",
            Conduct.INCURSION: "border-crossing ground-incursion infiltration crossing",
            Conduct.REINFORCEMENT: "reinforcements troop-build-up",
            Conduct.MOVEMENT: "troop-movement redeployment",
            Conduct.FORTIFICATION: "fortifications construction building trench-digging engineering-works",
            Conduct.MINE_LAYING: "mining laying-mines minelaying",
            Conduct.HEAVY_WEAPONS: "heavy-weapons-presence weapons-in-zone heavy-weapon",
            Conduct.NON_WITHDRAWAL: "failure-to-withdraw not-withdrawn remaining",
            Conduct.NON_DISARMAMENT: "failure-to-disarm",
            Conduct.DETENTION: "arrest arrests detentions",
            Conduct.NON_RELEASE: "failure-to-release",
            Conduct.LOOTING: "pillage looted",
            Conduct.PROPAGANDA: "hostile-propaganda hate-speech",
            Conduct.HINDERING_MONITORS: "denial-of-access-to-monitors monitor-obstruction restriction-of-monitors",
            Conduct.EXERCISE: "military-exercise drill",
            Conduct.WITHDRAWAL: "pull-back pullback",
        }.items()
        for word in (act.value, *words.split())
    }
    | {act.value: act for act in Conduct}
)
_OBJECTS: Mapping[str, TargetKind] = MappingProxyType(
    {
        "civilian": "civilians", "civilians": "civilians", "residents": "civilians", "people": "civilians",
        "civilian object": "civilian objects", "civilian objects": "civilian objects", "house": "civilian objects",
        "houses": "civilian objects", "home": "civilian objects", "residential": "civilian objects",
        "school": "civilian objects", "schools": "civilian objects", "market": "civilian objects",
        "mosque": "civilian objects", "church": "civilian objects", "civilian property": "civilian objects",
        "medical": "medical", "hospital": "medical", "hospitals": "medical", "ambulance": "medical",
        "clinic": "medical", "medical facility": "medical", "medical staff": "medical", "aid": "aid",
        "aid convoy": "aid", "humanitarian": "aid", "aid workers": "aid", "humanitarian convoy": "aid",
        "infrastructure": "infrastructure", "civilian infrastructure": "infrastructure", "bridge": "infrastructure",
        "energy": "infrastructure", "port": "infrastructure", "settlement": "settlement", "village": "settlement",
        "town": "settlement", "city": "settlement", "populated area": "settlement", "military": "military",
        "soldiers": "military", "troops": "military", "military position": "military", "armed group": "military",
        "fighters": "military", "position": "military", "positions": "military", "military base": "military",
        "police": "police", "monitor": "monitors", "monitors": "monitors", "observers": "monitors",
        "peacekeeper": "peacekeepers", "peacekeepers": "peacekeepers", "un": "peacekeepers",
        "detainee": "detainees", "detainees": "detainees", "prisoners": "detainees", "prisoner": "detainees",
    }
)  # fmt: skip
_PRECISIONS: Mapping[str, int] = MappingProxyType(
    {
        "exact": 1, "point": 1, "near": 2, "vicinity": 2, "approximate": 2, "district": 3, "admin2": 3, "province": 4,
        "admin1": 4, "region": 5, "line": 5, "area": 5, "country": 6, "international": 7,
    }
)  # fmt: skip
_MOST = 7
_PARTED = re.compile(r"[\s_]+")
_NOTHING = frozenset({"none", "nothing", "no", "nobody", "unprovoked", "false"})


def act_of(word: str) -> Conduct:
    """Return the act that WORD names; ``other`` for a word that is not of the format."""
    return _ACTS.get(_PARTED.sub("-", word.strip().casefold()), Conduct.OTHER)


def objects_of(word: str) -> tuple[TargetKind, ...]:
    """Return the kinds of target that WORD, one or several parted by commas, names; none for other words."""
    parts = (_PARTED.sub(" ", part.replace("-", " ").strip().casefold()) for part in re.split(r"[,;/]", word))
    return tuple(dict.fromkeys(_OBJECTS[part] for part in parts if part in _OBJECTS))


def precision_of(value: object) -> int:
    """Return how exactly a place is known, UCDP's 1 to 7; 1 when not said.

    Raises:
        ValueError: it is no such number and no word for one.
    """
    if value is None or value == "":
        return 1
    number = _PRECISIONS.get(value.strip().casefold(), value) if isinstance(value, str) else value
    if isinstance(number, str) and number.isdigit():
        number = int(number)
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= _MOST:
        raise ValueError(f"place.precision {value!r} is none; give 1 (exact) to 7 (international), as UCDP does")
    return number


def answers_of(value: str) -> tuple[bool | None, str]:
    """Return whether ``response_to`` VALUE says that an act answered another, and which."""
    text = value.strip()
    if not text:
        return None, ""
    return (False, "") if text.casefold() in _NOTHING else (True, text)
