# ruff: noqa: RUF001 - some of the languages have letters that look like Latin ones
"""Whose word a sentence is, where it names nobody or names them by a mere noun; whose blame and backing is told."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.steps.extract.texts import document
from tregua.records.claim import Aid, Blame, Claim, Relation, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.steps.extract.appositions import points_back
from tregua.steps.extract.quotations import quotes_opened
from tregua.steps.extract.tellers import Link, Tellers, is_witness
from tregua.steps.extract.text import read_text

SHOT = "Gunmen fired on a post near Dara on May 2."


def claims(text: str, language: str = "en") -> list[Claim]:
    pack = load_pack(language)
    assert pack is not None
    return extract(document(text), pack, Context(zone=dt.UTC))[0]


def origins(text: str, language: str = "en") -> list[str]:
    return [claim.chain[0].text if claim.chain else "" for claim in claims(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The army said rebels shelled Homs.\n\nRebels then shelled Hama.", ["army", "army"]),
        ("en", "Rebels shelled Homs, the rebel group said.", ["rebel group"]),
        ("en", "The army will look at alleged Turkish air strikes on Homs.", [""]),
        ("en", "Residents said rebels shelled Homs.\n\nRebels then shelled Hama.", ["Residents", ""]),
        (
            "en",
            "The army said rebels shelled Homs.\n\nDoctors said rebels shelled Dara.\n\nRebels then shelled Hama.",
            ["army", "Doctors", "army"],
        ),
        ("en", "Rebels shelled Homs in May.\n\nThe army said rebels shelled Hama.", ["", "army"]),
        ("en", "Rebels shell Homs\n\nThe army said rebels shelled Hama.", ["army", "army"]),
        ("en", '"Rebels shelled Homs. They shelled Hama," said Colonel Ivan Petrov.', ["Ivan Petrov", "Ivan Petrov"]),
        ("en", "UNIFIL said rebels shelled Homs.", ["UNIFIL"]),
        ("en", "Rebels shelled Homs - Defence Ministry", ["Defence Ministry"]),
        (
            "en",
            "The Dara Monitoring Network said rebels shelled Homs. The UK-based group said rebels shelled Hama.",
            ["Dara Monitoring Network", "Dara Monitoring Network"],
        ),
        (
            "ru",
            "Боевики обстреляли Думу, сообщило Минобороны РФ. Военные отметили, что боевики обстреляли Хаму.",
            ["Минобороны РФ", "Минобороны РФ"],
        ),
        (
            "ru",
            "Минобороны России: боевики обстреляли Думу. Российское ведомство сообщает, что боевики обстреляли Хаму.",
            ["Минобороны России", "Минобороны России"],
        ),
        (
            "ru",
            "Минобороны РФ: боевики обстреляли Думу. Российское ведомство сообщает, что боевики обстреляли Хаму.",
            ["Минобороны РФ", "Минобороны РФ"],
        ),
        (
            "ru",
            "Минобороны Армении: боевики обстреляли Думу. Российское ведомство сообщает, что боевики обстреляли Хаму.",
            ["Минобороны Армении", "Российское ведомство"],
        ),
        ("uk", "Чотири порушення тиші російськими найманцями нарахував штаб ООС.", ["штаб ООС"]),
        (
            "ar",
            "قالت اليونيفيل إن مسلحين قصفوا الخيام. وأضافت القوة الأممية أن مسلحين قصفوا صور.",
            ["اليونيفيل", "اليونيفيل"],
        ),
        ("es", "Hombres armados atacaron la base, informó la comunidad.", ["comunidad"]),
        ("fr", "Armée : les rebelles ont bombardé Ber", ["Armée"]),
    ],
)
def test_whose_word_a_sentence_is(language: str, text: str, found: list[str]) -> None:
    assert origins(text, language) == found


def test_observers_are_the_mission_that_the_text_named_before() -> None:
    text = "Вибухів побільшало, свідчить звіт. СММ ОБСЄ працює там. Спостерігачі заявили, що бойовики обстріляли Піски."
    assert origins(text, "uk") == ["СММ ОБСЄ"]


def test_observers_of_nobody_are_observers() -> None:
    assert origins("Спостерігачі заявили, що бойовики обстріляли Піски.", "uk") == ["Спостерігачі"]


def test_initials_stand_for_the_name_that_the_text_has() -> None:
    text = "The Pakistan Foreign Office met. Troops shelled Homs, the FO said. Troops hit Hama, the MOB said."
    assert origins(text) == ["Pakistan Foreign Office (FO)", "MOB"]


def test_a_link_that_cuts_a_word_points_at_nothing() -> None:
    pack = load_pack("ru")
    assert pack is not None
    reading = read_text(text := "Ведомство сообщило о боях.", pack, [(0, len(text))])
    cut = Link("едом", (1, 5))
    assert not is_witness(reading, cut)
    assert Tellers(reading).known(cut) == cut


def test_quotations_end_with_their_paragraph() -> None:
    pack = load_pack("en")
    assert pack is not None
    text = 'He said: "One. Two." Three.\n\n"Four. Five.\n\nSix. “Seven. Eight.” Nine.'
    reading = read_text(text, pack, [(match.start(), match.end()) for match in re.finditer(".+", text)])
    assert list(quotes_opened(reading)) == [0, 0, 2, 3, 3, 5, 6, 6, 8]


def test_a_mere_noun_without_an_article_points_back_to_nothing() -> None:
    pack = load_pack("en")
    assert pack is not None
    reading = read_text("mission", pack, [(0, 7)])
    assert points_back(reading, 0, 1) == ""


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The army said M23 rebels, backed by Rwanda, shelled Goma.", []),
        ("The army said the M23 is backed by Rwanda.", ["army"]),
    ],
)
def test_who_backs_whom_by_the_way_the_author_tells(text: str, chain: list[str]) -> None:
    (relation,) = [claim for claim in claims(f"{SHOT} {text}") if isinstance(claim.slots, Relation)]
    assert [link.text for link in relation.chain] == chain


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The Houthis announced a truce in Taiz on May 3.", []),
        ("The ceasefire, agreed on May 1, was broken, residents said.", []),
    ],
)
def test_a_truce_announced_or_told_by_the_way_is_the_authors(text: str, chain: list[str]) -> None:
    truces = [claim for claim in claims(f"{SHOT} {text}") if isinstance(claim.slots, TruceWord)]
    assert [[link.text for link in truce.chain] for truce in truces][:1] == [chain]


@pytest.mark.parametrize(
    ("language", "text", "accused"),
    [
        ("en", "The panel found the army in breach of the ceasefire.", ["army"]),
        ("en", "Israel is in breach of the ceasefire.", ["Israel"]),
        ("en", "The ministry accused the forces of attacking a clinic.", ["forces"]),
        ("en", "The ministry said it was the rebels who were to blame.", ["rebels"]),
        ("en", "It is the army that has violated the truce.", ["army"]),
        ("en", "The ministry laid the dead at the army's door.", ["army"]),
        ("en", "The militia was blamed for the attack.", ["militia"]),
        ("en", "The commission criticised the army.", ["army"]),
        ("ru", "Боевики. Армения и Азербайджан обвиняют друг друга в обстрелах.", ["Армения", "Азербайджан"]),
        ("ru", "За обстрелом стоят боевики, считают в штабе.", ["боевики"]),
        ("ar", "واستنكرت حماس استهداف الاحتلال للنازحين.", ["الاحتلال"]),
        ("ar", "وقالت الوزارة إن الحوثيين يتحملون المسؤولية الكاملة عن الهجوم.", ["الحوثيين"]),
        ("pt", "O ataque foi atribuído à Renamo.", ["Renamo"]),
    ],
)
def test_who_is_blamed(language: str, text: str, accused: list[str]) -> None:
    before = {"en": SHOT, "ar": "قصف مسلحون موقعا قرب درعا.", "pt": "Homens armados atacaram um posto a 2 de maio."}
    found = claims(f"{before.get(language, 'Боевики обстреляли пост.')} {text}", language)
    assert [[one.text for one in claim.slots.accused] for claim in found if isinstance(claim.slots, Blame)] == [accused]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The siege keeps food out of Douma.", "blocked"),
        ("Israel let 100 aid trucks into Gaza.", "delivered"),
    ],
)
def test_aid_kept_out_and_let_in(text: str, status: str) -> None:
    assert [claim.slots.status for claim in claims(f"{SHOT} {text}") if isinstance(claim.slots, Aid)] == [status]


def test_a_total_may_be_put_with_its_window_before_the_number() -> None:
    [claim] = claims("The centre put the total of breaches since February 27th at 435.")
    assert isinstance(claim.slots, Tally)
    assert claim.slots.count == 435
