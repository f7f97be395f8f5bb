"""Who acts and what is struck where the words stand in another order than subject, verb, object."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_slavic_bulletins import read
from tests.steps.extract.texts import incidents
from tregua.records.claim import Happening, Tally

ARABIC = [
    ("قصفت مليشيات الحوثي، الثلاثاء، الأحياء السكنية في تعز.", "مليشيات الحوثي", ["الأحياء السكنية"]),
    ("تعرضت قرى في الدريهمي لقصف مدفعي من قبل مليشيات الحوثي.", "مليشيات الحوثي", ["قرى"]),
    ("اتهمت شبكة الأطباء الدعم السريع باستهداف مستشفى الدلنج بمسيّرة.", "الدعم السريع", ["مستشفى الدلنج"]),
    ("أعلن الجيش السوداني أنه قصف تجمعات للدعم السريع في أم درمان.", "الجيش السوداني", ["تجمعات للدعم السريع"]),
    ("استهدف قصف الجيش الأذربيجاني منازل في سيونيك.", "الجيش الأذربيجاني", ["منازل"]),
    ("خطف مسلحون من جماعة بوكو حرام سبع نساء في مايدوغوري.", "مسلحون من جماعة بوكو حرام", ["نساء"]),
    ("قُتل عنصر من قوى الأمن برصاص قناص من كتائب القسام في غزة.", "كتائب القسام", ["عنصر من قوى الأمن"]),
    ("أقدم مسلحون على اغتيال ضابط في مدينة درعا.", "مسلحون", ["ضابط"]),
    ("صدت القوات محاولة تسلل للحوثيين في جبهة مأرب.", "الحوثيين", []),
]


def acting(language: str, text: str) -> list[tuple[list[str], list[str]]]:
    """Return the actors and the targets of each incident of TEXT."""
    found = [claim.slots for claim in read(language, text) if isinstance(claim.slots, Happening)]
    return [([who.text for who in one.actors], [what.text for what in one.targets]) for one in found]


@pytest.mark.parametrize(("text", "actor", "struck"), ARABIC)
def test_in_arabic(text: str, actor: str, struck: list[str]) -> None:
    ((actors, targets),) = acting("ar", text)
    assert (actors, targets) == ([actor], struck)


def test_whoever_is_blamed_acts_and_not_the_one_who_blames() -> None:
    text = "حمّل الجيش السوداني قوات الدعم السريع مسؤولية الخرق، قائلاً إنها هاجمت مواقع في الأبيض."
    ((actors, _),) = acting("ar", text)
    assert actors == ["قوات الدعم السريع"]


def test_two_who_break_the_truce_are_both_accused() -> None:
    text = "خرقت قوات النظام وميليشيات إيران الهدنة 74 مرة في حلب، بحسب المرصد."
    (tally,) = (claim.slots for claim in read("ar", text) if isinstance(claim.slots, Tally))
    assert [who.text for who in tally.accused] == ["قوات النظام", "ميليشيات إيران"]


def test_shells_that_fell_are_not_the_raids_told_beside_them() -> None:
    text = "سقطت خمس قذائف على دوما، بينما شن الطيران الروسي غارات على حرستا."
    assert [actors for actors, _ in acting("ar", text)] == [[], ["الطيران الروسي"]]


@pytest.mark.parametrize(
    ("language", "text", "actor", "struck"),
    [
        ("fr", "Des rebelles ont attaqué dans la nuit de lundi à mardi un poste à Boni.", ["rebelles"], ["poste"]),
        ("fr", "L'attaque que le M23 a lancée contre Sake a fait huit morts.", ["M23"], ["Sake"]),
        (
            "es",
            "El ataque que las disidencias lanzaron contra un puesto dejó dos muertos.",
            ["disidencias"],
            ["puesto"],
        ),
        ("es", "Fue atacado con explosivos el oleoducto en Saravena.", [], ["oleoducto"]),
        ("pt", "Foram raptados dois membros do partido em Manica.", [], ["membros do partido"]),
        ("pt", "Morteiros foram disparados contra posições do exército em Lugansk.", [], ["posições do exército"]),
        ("pt", "Rebeldes alvejaram na quinta-feira um autocarro em Sofala.", ["Rebeldes"], ["autocarro"]),
    ],
    ids=[
        "time between",
        "relative, French",
        "relative, Spanish",
        "subject last",
        "those taken",
        "aimed",
        "a day between",
    ],
)
def test_in_romance_languages(language: str, text: str, actor: list[str], struck: list[str]) -> None:
    assert acting(language, text) == [(actor, struck)]


def test_planes_strike_from_the_air() -> None:
    (raid,) = (
        claim.slots for claim in read("fr", "Des avions ont frappé Anefis.") if isinstance(claim.slots, Happening)
    )
    assert raid.act == "airstrike"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Army airstrikes killed nine people in Homs, hours after rebels fired two mortars at Hama.",
            ["Army", "rebels"],
        ),
        ("Army airstrikes killed nine people in Homs after rebels fired two mortars at Hama.", ["Army", "rebels"]),
        ("Two men died in an airstrike on Homs, a day after rebels shelled Hama.", [None, "rebels"]),
        ("Nine people were killed in Homs after gunmen opened fire on the market.", ["gunmen"]),
        ("A blast killed two people in Homs when gunmen fired a rocket at the market.", ["gunmen"]),
    ],
)
def test_what_came_before_a_raid_that_killed_is_another_event(text: str, who: list[str | None]) -> None:
    found = incidents(text)
    assert [happening.actors[0].text if happening.actors else None for happening in found] == who


def test_what_came_before_gives_a_raid_neither_place_nor_target() -> None:
    raid, fire = incidents("Army airstrikes killed nine people in Homs, hours after rebels fired two mortars at Hama.")
    assert [place.text for place in raid.places] == ["Homs"]
    assert not raid.weapons
    assert [place.text for place in fire.places] == ["Hama"]
    assert fire.killed is None
