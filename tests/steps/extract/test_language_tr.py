# ruff: noqa: RUF001 - the language has a letter that looks like another
"""Turkish, read by its pack: sentences of ours, after the facts of real reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.steps.extract.texts import document, window
from tregua.records.claim import Aid, Blame, Claim, Happening, Tally, TruceWord
from tregua.steps.extract import Context, extract, load_pack
from tregua.vocabulary.acts import Act, TruceStatus
from tregua.vocabulary.stances import Bound, Stance


def claims(text: str) -> list[Claim]:
    pack = load_pack("tr")
    assert pack is not None
    item = replace(document(text), language="tr")
    return extract(item, pack, Context(zone=dt.UTC, truce_start=dt.date(2016, 2, 27)))[0]


def tally(text: str) -> Tally:
    (found,) = [claim.slots for claim in claims(text) if isinstance(claim.slots, Tally)]
    return found


def incident(text: str) -> Happening:
    (found,) = [claim.slots for claim in claims(text) if isinstance(claim.slots, Happening)]
    return found


def test_a_count_with_speaker_window_and_place() -> None:
    text = "Rusya Savunma Bakanlığı, son 24 saatte Suriye'de 12 ateşkes ihlali tespit edildiğini bildirdi."
    (claim,) = claims(text)
    assert isinstance(claim.slots, Tally)
    assert (claim.slots.count, claim.slots.area[0].text, window(claim.slots)) == (
        12,
        "Suriye",
        ("2016-05-07", "2016-05-08"),
    )
    assert [speaker.text for speaker in claim.chain] == ["Rusya Savunma Bakanlığı"]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Bakanlığa göre 27 Şubat'tan bu yana ihlal sayısı 490'a ulaştı.", "2016-02-27"),
        ("1 Mart 2016'dan beri 490 ihlal kaydedildi.", "2016-03-01"),
        ("Ateşkesin başlamasından bu yana 490 ihlal tespit edildi.", "2016-02-27"),
        ("Ateşkes bugüne dek 490 kez ihlal edildi.", "2016-02-27"),
        ("Mart ayından bu yana 490 ihlal yaşandı.", "2016-03-01"),
    ],
)
def test_running_totals(text: str, since: str) -> None:
    found = tally(text)
    assert found.count == 490
    assert window(found) == (since, "2016-05-08")


def test_an_ending_behind_an_apostrophe_is_no_part_of_the_name() -> None:
    found = tally("Rejim güçleri, Halep'te ateşkesi beş kez ihlal etti.")
    assert (found.count, found.area[0].text, found.accused[0].text) == (5, "Halep", "Rejim güçleri")


@pytest.mark.parametrize(
    ("words", "count", "bound"),
    [
        ("en az 1.620", 1620, Bound.AT_LEAST),
        ("yaklaşık kırk beş", 45, Bound.ABOUT),
        ("en fazla yirmi", 20, Bound.AT_MOST),
        ("iki yüz on altı", 216, Bound.EXACT),
        ("bin altı yüz yirmi", 1620, Bound.EXACT),
        ("bin 620", 1620, Bound.EXACT),
        ("2 bin 553", 2553, Bound.EXACT),
        ("2 bin", 2000, Bound.EXACT),
        ("100'den fazla", 100, Bound.MORE_THAN),
    ],
)
def test_numbers_in_words_and_their_bounds(words: str, count: int, bound: Bound) -> None:
    found = tally(f"Ateşkes İsrail tarafından {words} kez ihlal edildi.")
    assert (found.count, found.bound, [who.text for who in found.accused]) == (count, bound, ["İsrail"])


def test_parts_of_a_count() -> None:
    text = "Son 24 saatte 14 ihlal tespit edildi: Lazkiye'de 6, Hama'da 3, Humus'ta 5."
    found = [claim.slots for claim in claims(text) if isinstance(claim.slots, Tally)]
    assert [(part.count, part.area[0].text) for part in found[1:]] == [(6, "Lazkiye"), (3, "Hama"), (5, "Humus")]


def test_who_speaks_is_not_who_acts() -> None:
    text = "Ermenistan Savunma Bakanlığı, Azerbaycan güçlerinin Tovuz'a havan topuyla ateş açtığını söyledi."
    (claim,) = claims(text)
    assert isinstance(claim.slots, Happening)
    assert (claim.slots.act, claim.slots.actors[0].text, claim.slots.places[0].text) == (
        Act.SHELLING,
        "Azerbaycan güçlerinin",
        "Tovuz",
    )
    assert claim.chain[0].text == "Ermenistan Savunma Bakanlığı"


def test_an_incident_with_its_dead_and_wounded() -> None:
    found = incident("İsrail ordusu Gazze'nin doğusunda sivillere ateş açtı, 3 kişi öldü, 5 kişi yaralandı.")
    assert (found.act, found.actors[0].text, found.places[0].text) == (Act.SMALL_ARMS, "İsrail ordusu", "Gazze")
    assert found.killed is not None
    assert found.injured is not None
    assert (found.killed.best, found.injured.best) == (3, 5)


def test_the_object_stands_before_its_verb() -> None:
    found = incident("Gözlemevi'ne göre rejim uçakları İdlib kırsalındaki Maarat Numan'ı bombaladı.")
    assert (found.act, found.actors[0].text, found.targets[0].text) == (Act.AIRSTRIKE, "rejim uçakları", "Maarat Numan")


def test_an_agent_before_a_passive_verb() -> None:
    found = incident("Maarat Numan kasabası Rus uçakları tarafından bombalandı.")
    assert (found.actors[0].text, found.places[0].text) == ("Rus uçakları", "Maarat Numan kasabası")


def test_the_owner_of_an_act() -> None:
    found = incident("İsrail'in Gazze Şeridi'nde hava saldırısında iki kişi öldü.")
    assert (found.act, found.actors[0].text) == (Act.AIRSTRIKE, "İsrail")


def test_lists_of_places_and_of_agents() -> None:
    found = tally("Ateşkes Halep, Hama ve Humus'ta ordu ve milisler tarafından on kez ihlal edildi.")
    assert [place.text for place in found.area] == ["Halep", "Hama", "Humus"]
    assert [who.text for who in found.accused] == ["ordu", "milisler"]


def test_a_long_list_ends_somewhere() -> None:
    names = "Ahrar, Ceyş, Liva, Ketaib, Hamas, Hizbullah, Taliban, PKK, YPG ve SDG"
    found = tally(
        f"Halep, Hama, Humus, Palmira, Rakka, Menbic, Dera, Duma, Bab ve Azez'de {names} tarafından on ihlal yapıldı."
    )
    assert [who.text for who in found.accused] == [
        "Liva",
        "Ketaib",
        "Hamas",
        "Hizbullah",
        "Taliban",
        "PKK",
        "YPG",
        "SDG",
    ]
    assert [place.text for place in found.area][-2:] == ["Bab", "Azez"]
    assert len(found.area) == 8


def test_an_object_that_is_no_name_and_one_that_is_nothing() -> None:
    found = incident("İsrail ordusu Gazze'de sivillere karşı ateş açtı.")
    assert [target.text for target in found.targets] == ["sivillere"]
    found = incident("İsrail ordusu Gazze'de buna karşı ateş açtı.")
    assert (found.act, found.targets) == (Act.SMALL_ARMS, ())


def test_an_agent_that_nobody_knows_is_nobody() -> None:
    found = incident("Maarat Numan kasabası bilinmeyen birileri tarafından bombalandı.")
    assert (found.act, found.actors) == (Act.AIRSTRIKE, ())


def test_a_number_at_the_end_of_a_text_goes_on_with_nothing() -> None:
    assert tally("Suriye'de ihlal sayısı: 2 bin").count == 2000


def test_a_weapon_used_stands_before_its_verb() -> None:
    found = incident("Militanlar Halep'e roket fırlattı, bir asker şehit oldu.")
    assert (found.act, found.actors[0].text) == (Act.SHELLING, "Militanlar")


def test_a_denial_is_told() -> None:
    (claim,) = claims(
        "Azerbaycan bu iddiayı yalanladı. Ermenistan, Azerbaycan'ın ateşkesi üç kez ihlal ettiğini açıkladı."
    )
    assert isinstance(claim.slots, Tally)
    assert claim.slots.count == 3
    assert claim.denied_by is not None
    assert (claim.denied_by.text, claim.denied_by.stance) == ("Azerbaycan", Stance.DENIED)


def test_truce_blame_and_aid() -> None:
    text = (
        "Ateşkes 48 saat uzatıldı. Hükümet sözcüsü, isyancıları ateşkesi bozmakla suçladı. "
        "Yardım konvoyunun Madaya'ya girişi engellendi. Militanlar Halep'e saldırdı."
    )
    found = [claim.slots for claim in claims(text)]
    assert [slots.status for slots in found if isinstance(slots, TruceWord)] == [TruceStatus.EXTENDED]
    assert [slots.accused[0].text for slots in found if isinstance(slots, Blame)] == ["isyancıları"]
    assert [slots.status.value for slots in found if isinstance(slots, Aid)] == ["blocked"]


@pytest.mark.parametrize(
    "text",
    [
        "Galatasaray maçta 3 gol attı, hakem iki oyuncuyu oyundan attı.",
        "Rejimin saldırı hazırlığında olduğu belirtildi.",
        "Ordu saldırı düzenlemedi, ateşkes ihlal edilmedi.",
        "Heyet 12 kasabayı ziyaret etti.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_who_carries_out_an_attack_stands_before_it() -> None:
    text = "Rejim güçleri, İdlib'in güneyindeki Has ve Kefer Avid köylerine havan gibi silahlarla saldırılar düzenledi."
    slots = incident(text)
    assert ([who.text for who in slots.actors], slots.act) == (["Rejim güçleri"], Act.SHELLING)


def test_a_named_pact_breaks_nothing() -> None:
    found = [claim.slots for claim in claims("Rejim güçleri Soçi mutabakatını ihlal ederek İdlib'e saldırdı.")]
    assert [slots.accused[0].text for slots in found if isinstance(slots, Blame)] == ["Rejim güçleri"]


def test_who_denies_is_the_subject_and_denies_what_was_told() -> None:
    counted, shot = claims(
        "Bakanlık, SDG'nin ateşkesi 12 kez ihlal ettiğini açıkladı. Bakanlığa göre Ayn İsa'da bir karakola ateş "
        "açıldı. SDG, bakanlığın bu haberini yalanladı."
    )
    assert [each.denied_by and each.denied_by.text for each in (counted, shot)] == ["SDG", "SDG"]
    assert [each.stance for each in (counted, shot)] == [Stance.ASSERTED, Stance.ASSERTED]


def test_what_an_army_says_it_did_not_do_is_no_event_of_its_own() -> None:
    text = "Ermenistan Savunma Bakanlığı, birliklerinin ateş açmadığını söyledi."
    assert not [claim for claim in claims(text) if claim.stance is Stance.ASSERTED]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Ordu, İsrail'in ateşkesi 4 binden fazla kez ihlal ettiğini belirtiyor.", [(4000, "İsrail")]),
        (
            "Ağ, rejim güçlerinin 1.324, Rus güçlerinin ise 56 ihlal gerçekleştirdiğini kaydetti.",
            [(1324, "rejim güçlerinin"), (56, "Rus güçlerinin")],
        ),
    ],
)
def test_each_has_his_own_count(text: str, counts: list[tuple[int, str]]) -> None:
    found = [claim.slots for claim in claims(text) if isinstance(claim.slots, Tally)]
    assert [(each.count, each.accused[0].text) for each in found] == counts


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ulusal Haber Ajansı'nın (NNA) haberine göre Nebatiye'de bir araç vuruldu.", "Ulusal Haber Ajansı"),
        ("Anadolu Ajansına konuşan sivil savunma yetkilileri, dün Eriha ilçesine varil bombası atıldığını aktardı.",
         "sivil savunma yetkilileri"),
        ("Libya'da Ulusal Mutabakat Hükümetine bağlı birlikler, Hafter güçlerinin 9 ihlalini bildirdi.",
         "Ulusal Mutabakat Hükümetine bağlı birlikler"),
    ],
)  # fmt: skip
def test_who_speaks_in_longer_openings(text: str, speaker: str) -> None:
    (claim,) = claims(text)
    assert claim.chain[0].text == speaker


def test_a_town_that_belongs_to_a_district_is_no_tie_of_parties() -> None:
    kinds = {claim.kind for claim in claims("İHA, Nebatiye'ye bağlı Kefr Rumman beldesinde bir aracı vurdu.")}
    assert kinds == {"incident"}


def test_both_sides_blame_each_other() -> None:
    (claim,) = claims("Her iki taraf birbirini ateşkesi ihlal etmekle suçladı.")
    assert isinstance(claim.slots, Blame)
    assert [each.text for each in claim.slots.accused] == ["Her iki taraf"]
    assert claim.slots.matter == ""
