from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tregua.authored import read_authored
from tregua.backends.registry import (
    ActorsFile,
    AuthoredActors,
    AuthoredPlaces,
    AuthoredSources,
    PlacesFile,
    SourcesFile,
    read_registry,
)
from tregua.errors import Problem
from tregua.ports import Match, Registries
from tregua.records.claim import Claim, Happening, Mention, PlaceMention, Slots, Speaker, Tally
from tregua.records.document import Document, Published
from tregua.records.judgement import Identified
from tregua.steps.resolve import resolve, unknown_names
from tregua.steps.resolve.choice import LABEL, choose, spellings
from tregua.terms.truce import Truce
from tregua.vocabulary.actors import Actor, Alias
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.stances import Basis

ACTORS = """
actors:
  - {id: shamiya, name: al-Jabha al-Shamiyya, type: armed group}
  - {id: islamiya, name: al-Jabha al-Islamiyya, type: armed group, until: 2015-03-01}
  - {id: nusra, name: Jabhat al-Nusra, type: armed group}
  - {id: faylaq-sham, name: Faylaq al-Sham, type: armed group}
  - {id: zenki, name: Nour al-Din al-Zenki, type: armed group}
  - {id: jund, name: Jund al-Aqsa, type: armed group}
  - {id: turkistan, name: Turkistan Islamic Party, type: armed group, aliases: [{text: al-Turkistani}]}
  - {id: fatah, name: Jaysh al-Fatah, type: coalition}
  - {id: islamic-state, name: Islamic State, type: armed group, aliases: [{text: ISIS, kind: acronym}]}
  - {id: army, name: Syrian army, type: state forces, aliases: [{text: regime bands, kind: label}]}
  - {id: liwa-a, name: Liwa al-Haqq, type: armed group, aliases: [{text: The Right}]}
  - {id: liwa-b, name: Liwa al-Hurr, type: armed group, aliases: [{text: The Right}]}
"""
PLACES = """
places:
  - {id: syria, name: Syria, kind: country, country: SY}
  - {id: aleppo, name: Aleppo, kind: province}
  - {id: aleppo-city, name: Aleppo, kind: city, province: aleppo}
  - {id: hama, name: Hama, kind: province}
  - {id: jarablus, name: Jarablus, kind: district, province: aleppo}
  - {id: khan-tuman, name: Khan Tuman, kind: village, province: aleppo}
  - {id: latakia, name: Latakia, kind: province}
  - {id: hamra-hama, name: al-Hamra, kind: village, province: hama}
  - {id: hamra-aleppo, name: al-Hamra, kind: town, province: aleppo}
  - {id: rif-dimashq, name: Rif Dimashq, kind: province, aliases: [{text: Damascus countryside}]}
  - {id: harasta, name: Harasta, kind: town, province: rif-dimashq}
  - {id: masnaa, name: Masnaa, kind: neighbourhood, province: rif-dimashq}
  - {id: raqqa-city, name: Raqqa, kind: city}
  - {id: avdiivka, name: Авдіївка, kind: town}
  - {id: bakhmut, name: Бахмут, kind: city}
"""
SOURCES = """
sources:
  - id: hmeimim-centre
    name: Russian Reconciliation Centre
    kind: party
    side: government
    actor: russia
    aliases: [{text: Hmeimim coordination centre}]
  - {id: sana, name: SANA, kind: agency, side: government, relays: [hmeimim-centre], hosts: [sana.example]}
  - {id: observatory, name: Human Rights Observatory, kind: ngo, side: neutral}
  - {id: network, name: Human Rights Network, kind: ngo, side: neutral}
  - {id: idf, name: Israel Defense Forces, kind: party, aliases: [{text: Israeli army}, {text: الجيش الإسرائيلي}]}
  - {id: mid, name: Foreign Ministry (Russia), kind: party, aliases: [{text: Russia Foreign Ministry}]}
"""
TRUCE = """
id: test-2016
title: A truce
kind: cessation of hostilities
zone: Asia/Damascus
adopted: 2016-02-22
sources: [{id: text, title: The text}]
layers: [{id: first, start: '2016-02-27T00:00', declared: 2016-02-22, areas: [all], cite: text}]
areas: [{id: all, name: all of it, countries: [SY], cite: text}]
sides:
  - {id: government, name: the army, members: [], cite: text}
  - {id: opposition, name: armed opposition, members: [], cite: text}
labels:
  - {texts: [terrorist organisations], said_by: [government], means: [opposition, exempt], cite: text}
  - {texts: [armed formations], said_by: [hmeimim-centre], means: [opposition], cite: text}
clauses: [{id: no-attacks, rule: prohibits, acts: [attack], text: no attacks, cite: text}]
"""
TEXT = "Terrorists shelled al-Hamra in Hama on Sunday. Nothing in Aleppo was hit.\nThe centre said so."


def _registries() -> Registries:
    actors, trouble_a = read_registry(ACTORS, ActorsFile, "a")
    places, trouble_p = read_registry(PLACES, PlacesFile, "p")
    sources, trouble_s = read_registry(SOURCES, SourcesFile, "s")
    assert (trouble_a, trouble_p, trouble_s) == ((), (), ())
    assert actors is not None
    assert places is not None
    assert sources is not None
    return Registries(
        actors=AuthoredActors(actors.actors),
        places=AuthoredPlaces(places.places),
        sources=AuthoredSources(sources.sources),
    )


def _truce() -> Truce:
    truce, _, problems = read_authored(TRUCE, Truce, "truce.yaml")
    assert problems == ()
    assert truce is not None
    return truce


def _document(text: str = TEXT, day: dt.date | None = dt.date(2016, 5, 8), url: str = "") -> Document:
    at = dt.datetime.combine(day, dt.time(), dt.UTC) if day else None
    published = Published(at=at, day_only=True, basis=Basis.STATED, source="meta") if at else None
    return Document(id="d-1", evidence="e", published=published, text=text, url=url)


def _run(
    slots: Slots,
    *chain: Speaker,
    document: Document | None = None,
    span: tuple[int, int] = (0, 5),
    denied_by: Speaker | None = None,
) -> tuple[Claim, list[Problem]]:
    claim = Claim(id="c-1", document="d-1", span=span, quote="q", chain=chain, slots=slots, denied_by=denied_by)
    claims, problems = resolve([claim], document or _document(), _registries(), [_truce()])
    return claims[0], problems


def _actor(text: str, *chain: Speaker, day: dt.date | None = dt.date(2016, 5, 8)) -> Mention:
    claim, _ = _run(Happening(act=Act.ATTACK, actors=(Mention(text=text),)), *chain, document=_document(day=day))
    assert isinstance(claim.slots, Happening)
    return claim.slots.actors[0]


def _place(text: str, within: str = "", *, span: tuple[int, int] = (90, 92)) -> PlaceMention:
    claim, _ = _run(Happening(act=Act.ATTACK, places=(PlaceMention(text=text, within=within),)), span=span)
    assert isinstance(claim.slots, Happening)
    return claim.slots.places[0]


CENTRE = Speaker(text="Hemeimim coordination center", span=(0, 3))


@pytest.mark.parametrize(
    ("printed", "actor"),
    [
        ("Faylagh-o-alSham", "faylaq-sham"),
        ("Noor-0-alDin Zanki", "zenki"),
        ("Jibhat alShamia", "shamiya"),
        ("Jund-alAqsa", "jund"),
        ("al-Turkistani", "turkistan"),
        ("Jaish al-Fat\u2019h", "fatah"),
        ("Al-Nusra Front militants", "nusra"),
        ("al-Nusra militants", "nusra"),
        ("Groups of Jaysh al-Fatah", "fatah"),
        ("militants of the Faylaq al-Sham grouping", "faylaq-sham"),
        ("Islamic State (ISIS)", "islamic-state"),
        ("the group (ISIS)", "islamic-state"),
        ("al-Jabha al-Islamiyya", ""),
        ("The Right", ""),
        ("regime bands", ""),
        ("Ahrar of Nowhere", ""),
    ],
)
def test_an_actor_is_resolved_or_left_unknown(printed: str, actor: str) -> None:
    assert _actor(printed).id == actor


def test_the_rule_says_how_or_why_not() -> None:
    assert _actor("Jabhat al-Nusra").rule == "exact"
    assert _actor("Jabhat al-Nusra").name == "Jabhat al-Nusra"
    assert _actor("Jibhat alShamia").rule == "skeleton"
    assert _actor("Nusra").rule == "skeleton"
    assert _actor("The Right").rule == "several are as near: Liwa al-Haqq, Liwa al-Hurr"
    assert _actor("al-Jabha al-Islamiyya").rule == "al-Jabha al-Islamiyya does not exist on 2016-05-08"
    assert _actor("Ahrar of Nowhere", day=None).rule == "not in the registry"
    assert "label" in _actor("regime bands").rule


def test_arms_are_those_of_the_people_they_are_called_after_when_nobody_is_called_like_them() -> None:
    arms = [Mention(text="Nusra field guns", owner="Nusra"), Mention(text="Jabhat al-Nusra", owner="Nowhere")]
    claim, _ = _run(Happening(act=Act.ATTACK, actors=tuple(arms)), document=_document(day=None))
    assert isinstance(claim.slots, Happening)
    assert [(each.id, each.name) for each in claim.slots.actors] == [("nusra", "Jabhat al-Nusra")] * 2


def test_words_for_civilians_keep_the_words_and_name_a_side() -> None:
    mention = _actor("al-Quds hospital")
    assert (mention.name, mention.id, mention.side) == (None, "civilians", "civilians")
    assert mention.rule == "words for civilians or civilian objects"
    assert _actor("military hospital").id == ""


def test_a_label_names_a_side_only_in_the_mouth_of_whoever_uses_it_so() -> None:
    from_centre = _actor("armed formations", CENTRE)
    assert (from_centre.side, from_centre.id) == ("opposition", "")
    assert "in this speaker's words it means opposition" in from_centre.rule
    assert _actor("armed formations", Speaker(text="Human Rights Observatory")).side == ""
    assert _actor("armed formations", Speaker(text="nobody known")).side == ""
    assert _actor("armed formations").side == ""


def test_a_label_that_does_not_tell_two_apart_names_no_side_and_says_which_two() -> None:
    mention = _actor("the terrorist organisations", CENTRE)
    assert mention.side == ""
    assert mention.rule.endswith("it means opposition or exempt")
    _, problems = _run(Happening(act=Act.ATTACK, actors=(Mention(text="terrorist organisations"),)), CENTRE)
    assert problems == []


@pytest.mark.parametrize(
    ("printed", "within", "place", "precision"),
    [
        ("Khan Touman", "", "khan-tuman", PlacePrecision.EXACT),
        ("towns of Harasta", "", "harasta", PlacePrecision.EXACT),
        ("near Khan Touman", "", "khan-tuman", PlacePrecision.NEAR),
        ("the Khan Tuman district", "", "khan-tuman", PlacePrecision.DISTRICT),
        ("Khan Tuman countryside", "", "khan-tuman", PlacePrecision.DISTRICT),
        ("Kurdish quarter of Khan Tuman", "", "khan-tuman", PlacePrecision.EXACT),
        ("Khan Tuman district of Aleppo", "", "khan-tuman", PlacePrecision.DISTRICT),
        ("Masnaa in Rif Dimashq", "", "masnaa", PlacePrecision.EXACT),
        ("Masnaa district", "", "masnaa", PlacePrecision.EXACT),
        ("the Khan Tuman road", "", "khan-tuman", PlacePrecision.LINE_OR_REGION),
        ("province of Harasta", "", "harasta", PlacePrecision.PROVINCE),
        ("Raqqa countryside", "", "raqqa-city", PlacePrecision.PROVINCE),
        ("south of Khan Tuman", "", "khan-tuman", PlacePrecision.NEAR),
        ("northern Syria", "", "syria", PlacePrecision.LINE_OR_REGION),
        ("Авдіївці", "", "avdiivka", PlacePrecision.EXACT),
        ("под Бахмутом", "", "bakhmut", PlacePrecision.NEAR),
        ("Атлантидою", "", "", None),
        ("the Mediterranean Sea", "", "", PlacePrecision.INTERNATIONAL),
        ("Lattakia province", "", "latakia", PlacePrecision.PROVINCE),
        ("Jarablus", "", "jarablus", PlacePrecision.DISTRICT),
        ("Syria", "", "syria", PlacePrecision.COUNTRY),
        ("Aleppo", "", "aleppo-city", PlacePrecision.EXACT),
        ("Aleppo city", "", "aleppo-city", PlacePrecision.EXACT),
        ("Aleppo countryside", "", "aleppo", PlacePrecision.PROVINCE),
        ("Damascus countryside", "", "rif-dimashq", PlacePrecision.PROVINCE),
        ("al-Hamra", "Aleppo countryside", "hamra-aleppo", PlacePrecision.EXACT),
        ("al-Hamra, Hama province", "", "hamra-hama", PlacePrecision.EXACT),
        ("Aleppo: al-Hamra", "", "hamra-aleppo", PlacePrecision.EXACT),
        ("Harasta", "nowhere known", "harasta", PlacePrecision.EXACT),
        ("al-Hamra", "", "", None),
        ("Atlantis", "", "", None),
        ("the north of", "", "", None),
    ],
)
def test_a_place_is_resolved_with_how_exactly_it_locates(
    printed: str, within: str, place: str, precision: PlacePrecision | None
) -> None:
    mention = _place(printed, within)
    assert (mention.id, mention.precision) == (place, precision)


def test_a_province_that_the_sentence_names_decides_between_places_of_one_name() -> None:
    assert _place("al-Hamra", span=(0, 10)).id == "hamra-hama"


def _places_of(*texts: str, area: str = "") -> list[str]:
    """Return the ids of the places that one incident names by TEXTS, in a gazetteer where names repeat."""
    wells = [
        Place(id="wells-a", name="Two Wells", kind="village", lat=36.0, lon=37.0, country="XA"),
        Place(id="wells-b", name="Two Wells", kind="village", lat=33.0, lon=36.0, country="XB"),
        Place(id="mill", name="Mill", kind="town", lat=36.1, lon=37.1, country="XA"),
        Place(id="pass", name="Pass", kind="line", country="XA"),
        Place(id="harbour", name="Harbour", kind="city", lat=35.0, lon=35.9, country="XA"),
        Place(id="harbour-b", name="Harbour", kind="village", lat=33.1, lon=36.1, country="XB"),
    ]
    registries = replace(_registries(), places=AuthoredPlaces(wells))
    slots = Happening(act=Act.SHELLING, places=tuple(PlaceMention(text=text) for text in texts))
    claim = Claim(id="c-1", document="d-1", span=(0, 5), quote="q", chain=(), slots=slots)
    claims, _ = resolve([claim], _document(), registries, [], area=area)
    assert isinstance(claims[0].slots, Happening)
    return [place.id for place in claims[0].slots.places]


def test_of_several_places_of_a_name_the_one_near_what_is_named_with_it_is_meant() -> None:
    assert _places_of("Two Wells", "Mill") == ["wells-a", "mill"]
    assert _places_of("Two Wells") == [""]
    assert _places_of("Two Wells", "Pass") == ["", "pass"]
    assert _places_of("Two Wells", area="XB") == ["wells-b"]


def test_the_name_of_a_place_alone_is_no_group_called_by_it() -> None:
    group = Actor(
        id="front", name="Wells Liberation Front", type="armed group", aliases=(Alias(text="Two Wells Front"),)
    )
    wells = Place(id="wells", name="Two Wells", kind="village")
    registries = replace(_registries(), actors=AuthoredActors([group]), places=AuthoredPlaces([wells]))
    slots = Happening(act=Act.SHELLING, targets=(Mention(text="Two Wells"), Mention(text="Two Wells Front")))
    claim = Claim(id="c-1", document="d-1", span=(0, 5), quote="q", chain=(), slots=slots)
    claims, _ = resolve([claim], _document(), registries, [])
    assert isinstance(claims[0].slots, Happening)
    assert [target.id for target in claims[0].slots.targets] == ["", "front"]


@pytest.mark.parametrize(
    ("rule", "area", "expected"),
    [
        ("inferred: the place that the text names most", "XA", []),
        ("inferred: the place that the text names most", "mill", []),
        ("inferred: the place that the text names most", "XB", ["lake"]),
        ("inferred: the place that the text names most", "", ["lake"]),
        ("printed", "XA", ["lake"]),
    ],
)
def test_a_count_is_not_put_abroad_by_a_guess(rule: str, area: str, expected: list[str]) -> None:
    places = [
        Place(id="mill", name="Mill", kind="town", country="XA"),
        Place(id="lake", name="Lake", kind="country", country="XB"),
    ]
    slots = Tally(count=2, area=(PlaceMention(text="Lake", rule=rule),))
    claim = Claim(id="c-1", document="d-1", span=(0, 5), quote="q", chain=(), slots=slots)
    registries = replace(_registries(), places=AuthoredPlaces(places))
    (found,), _ = resolve([claim], _document(), registries, [], area=area)
    assert isinstance(found.slots, Tally)
    assert [place.id for place in found.slots.area] == expected


def test_a_city_goes_before_a_village_of_its_name() -> None:
    assert _places_of("Harbour") == ["harbour"]


def test_a_count_by_area_means_the_province_where_an_incident_means_its_town() -> None:
    claim, _ = _run(Tally(count=2, area=(PlaceMention(text="Aleppo"),)))
    assert isinstance(claim.slots, Tally)
    assert claim.slots.area[0].id == "aleppo"
    assert claim.slots.area[0].rule == "exact, the province rather than the city of that name"


@pytest.mark.parametrize(
    "printed",
    ["the centre", "Hemeimim coordination center", "Russian Reconciliation Centre (Hmeimim)", "Reconciliation Center"],
)
def test_every_name_of_the_centre_is_one_speaker(printed: str) -> None:
    speaker = Speaker(text=printed, span=(0, 3))
    claim, _ = _run(Tally(count=2), speaker, Speaker(text="Hmeimim coordination centre", span=(4, 5)))
    assert claim.chain[0].id == "hmeimim-centre"
    assert claim.chain[0].name == "Russian Reconciliation Centre"


def test_the_centre_is_whom_the_text_names_or_the_publisher_carries() -> None:
    text = "Two breaches, the Hemeimim coordination center said. The centre added nothing."
    named, _ = _run(Tally(count=2), Speaker(text="the centre", span=(0, 3)), document=_document(text))
    assert (named.chain[0].id, named.chain[0].rule) == ("hmeimim-centre", "short for a source named in the document")
    bare = _document("The centre counted two.", url="https://sana.example/1")
    carried, _ = _run(Tally(count=2), Speaker(text="the centre", span=(0, 3)), document=bare)
    assert (carried.chain[0].id, carried.chain[0].rule) == (
        "hmeimim-centre",
        "short for a source carried by the publisher",
    )
    nobody, problems = _run(Tally(count=2), Speaker(text="the centre", span=(0, 3)))
    assert nobody.chain[0].id == ""
    assert len(problems) == 1


def test_whoever_speaks_for_a_source_is_that_source() -> None:
    speaker = Speaker(text="Observers of the Hmeimim coordination centre", span=(0, 3))
    claim, _ = _run(Tally(count=2), speaker)
    assert (claim.chain[0].id, claim.chain[0].rule) == ("hmeimim-centre", "the words hold the name of one source")


def test_a_short_name_that_could_be_two_sources_is_nobody() -> None:
    chain = (
        Speaker(text="the human rights people", span=(0, 1)),
        Speaker(text="Human Rights", span=(0, 1)),
        Speaker(text="Human Rights Network", span=(0, 1)),
        Speaker(text="Human Rights Observatory", span=(2, 3)),
    )
    claim, problems = _run(Tally(count=2), *chain)
    assert [speaker.id for speaker in claim.chain] == ["", "", "network", "observatory"]
    assert claim.chain[1].rule == "short for several sources speaking in the document"
    assert [problem.message.split(" is ")[0] for problem in problems] == [
        "the source 'the human rights people'",
        "the source 'Human Rights'",
    ]


def test_the_publisher_is_known_by_the_address_when_not_by_name() -> None:
    document = _document(url="https://www.sana.example/?p=1")
    claim, _ = _run(Tally(count=2), Speaker(text="Our front page"), document=document)
    assert (claim.chain[0].id, claim.chain[0].rule) == ("sana", "by the address it publishes on")


def test_a_source_that_speaks_on_its_own_page_stands_once_in_the_chain() -> None:
    network = Speaker(text="Human Rights Network")
    claim, _ = _run(Tally(count=2), Speaker(text="the network"), network, Speaker(text="SANA"), Speaker(text="SANA"))
    assert [speaker.id for speaker in claim.chain] == ["network", "sana"]


def test_who_publishes_is_short_for_nobody_whom_the_text_names() -> None:
    network = Speaker(text="Human Rights Network", span=(0, 1))
    document = replace(_document(), publisher="The Human Rights")
    claim, _ = _run(Tally(count=2), network, Speaker(text="The Human Rights"), document=document)
    assert [speaker.id for speaker in claim.chain] == ["network", ""]


def test_who_denies_is_resolved_too() -> None:
    claim, problems = _run(Tally(count=2), denied_by=Speaker(text="SANA", span=(0, 1)))
    assert claim.denied_by is not None
    assert claim.denied_by.id == "sana"
    assert problems == []


def test_who_tells_it_himself_does_not_deny_it() -> None:
    sana, network = (Speaker(text=name, span=(0, 1)) for name in ("SANA", "Human Rights Network"))
    assert _run(Tally(count=2), sana, denied_by=sana)[0].denied_by is None
    assert _run(Tally(count=2), network, denied_by=sana)[0].denied_by is not None


@pytest.mark.parametrize(
    ("printed", "source", "body"),
    [
        ("Israeli army spokesman Avichay Adraee", "idf", "Israeli army"),
        ("spokesperson for the Israeli army", "idf", "for the Israeli army"),
        ("المتحدث باسم الجيش الإسرائيلي أفيخاي أدرعي", "idf", "الجيش الإسرائيلي"),
        ("le porte-parole de l'armée israélienne", "idf", "de l'armée israélienne"),
        ("официальный представитель МИД России Мария Захарова", "mid", "МИД России"),
        ("a spokesman for nobody known", "", ""),
    ],
)
def test_a_spokesperson_is_a_voice_of_the_body_spoken_for(printed: str, source: str, body: str) -> None:
    (speaker, *_) = _run(Tally(count=2), Speaker(text=printed, span=(0, 1)))[0].chain
    assert (speaker.id, speaker.rule) == (source, f"who speaks for {body!r}" if body else "not in the registry")


def test_a_spokesperson_of_the_army_speaks_for_the_army_that_spoke_before() -> None:
    spokesman = Speaker(text="Army spokesman Avichay Adraee", span=(32, 61))
    claim, _ = _run(Tally(count=2), spokesman, Speaker(text="Israeli army", span=(0, 1)))
    assert (claim.chain[0].id, claim.chain[0].rule) == ("idf", "short for a source speaking in the document")


def test_one_note_for_each_unresolved_name_and_none_for_targets_or_bare_kind_words() -> None:
    slots = Happening(
        act=Act.SHELLING,
        actors=(Mention(text="Band of Nowhere"), Mention(text="militants"), Mention(text="Band of nowhere")),
        targets=(Mention(text="military posts"),),
        places=(PlaceMention(text="Atlantis"),),
        weapons=("mortars",),
    )
    claim, problems = _run(slots)
    assert isinstance(claim.slots, Happening)
    assert claim.slots.weapons == ("mortars",)
    assert [(problem.severity, problem.where, problem.step) for problem in problems] == [("note", "d-1", "resolve")] * 2
    assert [problem.message for problem in problems] == [
        "the actor 'Band of Nowhere' is not resolved: not in the registry",
        "the place 'Atlantis' is not resolved: not in the registry",
    ]
    assert unknown_names([claim, claim]) == {"place": 1, "actor": 1, "speaker": 0}
    assert unknown_names([]) == {"place": 0, "actor": 0, "speaker": 0}


def test_a_label_is_nobody_s_name_and_of_two_names_as_near_neither_is_chosen() -> None:
    label = Match(id="shamiya", name="al-Jabha al-Shamiyya", score=1.0, rule="label")
    name = Match(id="islamiya", name="al-Jabha al-Islamiyya", score=0.99, rule="skeleton")
    assert (choose([label]).match, choose([label]).rule) == (None, LABEL)
    assert choose([name, label]).match == name
    other = Match(id="shamiya", name="al-Jabha al-Shamiyya", score=0.985, rule="skeleton")
    assert choose([name, other]).rule == "several are as near: al-Jabha al-Islamiyya, al-Jabha al-Shamiyya"


def test_the_enemy_has_the_name_and_the_id_of_the_party_that_the_text_names() -> None:
    claim, problems = _run(Happening(act=Act.ATTACK, actors=(Mention(text="the enemy", name="Jabhat al-Nusra"),)))
    assert isinstance(claim.slots, Happening)
    (enemy,) = claim.slots.actors
    assert (enemy.text, enemy.name, enemy.id) == ("the enemy", "Jabhat al-Nusra", "nusra")
    assert problems == []


def test_a_name_in_brackets_is_another_spelling() -> None:
    assert [*spellings("Islamic State (ISIS)")] == ["Islamic State (ISIS)", "Islamic State", "ISIS"]


def test_a_decision_on_what_the_registry_no_longer_holds_gives_nobody() -> None:
    by_people = {("actor", "fourth brigade"): Identified("gone", "identified by A. Duarte (j-1)")}
    slots = Happening(act=Act.ATTACK, actors=(Mention(text="Fourth Brigade"),))
    claim = Claim(id="c-1", document="d-1", span=(0, 5), quote="q", chain=(), slots=slots)
    claims, _ = resolve([claim], _document(), _registries(), [_truce()], by_people)
    assert isinstance(claims[0].slots, Happening)
    assert claims[0].slots.actors[0].id == ""
    assert "registry does not hold" in claims[0].slots.actors[0].rule
