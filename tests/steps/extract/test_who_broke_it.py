# ruff: noqa: RUF001 - Russian letters look like Latin ones
"""Who is accused of a count, and who acted, by what is told around them: blame, pronouns, breaches spoken of."""

from __future__ import annotations

import pytest

from tests.steps.extract.test_five_languages import happenings, told
from tests.steps.extract.texts import incidents, statements, tallies
from tregua.records.claim import Blame, Tally

ACCUSED = [
    ("Houthi violations go on.\n\nA total of 61 breaches were seen on Sunday in Hodeidah.", ["Houthi"]),
    ("The violations by the army go on. A total of 61 breaches were seen on Sunday in Hodeidah.", ["army"]),
    ("Russian and Syrian violations go on. A total of 61 breaches were seen on Sunday in Idlib.", []),
    ("Monitors attributed four violations to the SPLA-IO.", ["SPLA-IO"]),
    ("Four violations are laid to the SPLA-IO.", ["SPLA-IO"]),
    ("Monitors put down 38 breaches to the government.", ["government"]),
    ("The ombudsman blames 12 violations of the ceasefire on the ELN.", ["ELN"]),
    ("Responsibility for 12 violations of the ceasefire lies with the ELN.", ["ELN"]),
    ("Twelve violations bear the signature of the ELN.", ["ELN"]),
    ("There were 12 breaches on Sunday from the Israeli side.", ["Israeli side"]),
    ("There were 12 breaches on Sunday from the sea.", []),
    ("Since Thursday the number of Turkish violations has reached 12.", ["Turkish"]),
    ("Monitors logged 412 military violations.", []),
    ("The army blamed the M23. It broke the truce 12 times, a spokesman said.", ["M23"]),
    ("Rebels shelled Homs. They broke the truce 12 times.", ["Rebels"]),
    ("Rebels and the army shelled Homs. They broke the truce 12 times.", []),
    ("They have broken the truce 12 times.", []),
    ("A colonel spoke of 12 violations on Monday. They were committed by the Houthi militia.", ["Houthi militia"]),
    ("A colonel spoke of 12 violations on Monday. All were the work of the Houthi militia.", ["Houthi militia"]),
    ("A colonel spoke of 12 violations on Monday. He blamed the Houthi militia.", ["Houthi militia"]),
    ("A colonel spoke of 12 violations on Monday. He blamed the Houthi militia for the shelling of Hays.", []),
    ("A colonel spoke of 12 violations on Monday. They were grave.", []),
    ("A colonel spoke of 12 violations on Monday. There were four on Sunday.", []),
    ("A colonel spoke of 12 violations on Monday.\n\nHe blamed the Houthi militia.", []),
    ("A colonel spoke of 12 violations on Monday and said the army and the rebels blame each other.", []),
    ("The militia backed by Iran is responsible for 12 violations.", ["militia"]),
    ("Both sides broke the truce 12 times during the day.", ["Both sides"]),
    ("There were 12 violations. The army blamed the militia.", ["militia"]),
    ("Council troops have not honoured the ceasefire. The KIA has counted 17 violations.", ["Council troops"]),
    ("The militia committed grave violations. Some 61 breaches were seen in Hays.", ["militia"]),
]


@pytest.mark.parametrize(("text", "accused"), ACCUSED)
def test_a_count_accuses_whom_the_words_around_it_name(text: str, accused: list[str]) -> None:
    assert [who.text for who in tallies(text)[0].accused] == accused


def test_blame_for_another_act_is_not_blame_for_the_one_before() -> None:
    first, _ = incidents("A market in Omdurman was shelled, killing five. Activists blamed the RSF for raids on Bahri.")
    assert first.actors == ()


def test_whom_one_blamed_is_backed_by_is_not_blamed() -> None:
    (blame,) = (
        each for each in statements("The militia backed by Iran is responsible for it.") if isinstance(each, Blame)
    )
    assert [who.text for who in blame.accused] == ["militia"]


def test_a_people_that_was_only_struck_is_not_accused() -> None:
    (found, _) = tallies("The militia fired 120 times at Armenian posts, breaking the truce 12 times.")
    assert [who.text for who in found.accused] == ["militia"]


def test_a_count_that_several_share_is_nobodys() -> None:
    whole, farc, army = tallies("Of the 20 violations verified, 12 were by the FARC; the army was responsible for 8.")
    assert [whole.accused, [who.text for who in farc.accused], [who.text for who in army.accused]] == [
        (),
        ["FARC"],
        ["army"],
    ]


ACTORS = [
    ("Houthi positions east of the city fired at Hays on Monday.", ["Houthi"]),
    ("Positions of the militia fired at Hays on Monday.", ["militia"]),
    ("Positions in the hills fired at Hays on Monday.", []),
    ("Houthi positions near Hays were shelled.", []),
    ("Fire from Houthi-held hills hit Hays on Monday and wounded a child.", ["Houthi"]),
    ("A shepherd was killed near Hays by a mine that the Houthis had laid.", ["Houthis"]),
    ("A shepherd was killed near Hays by a mine that stood in a field.", []),
    ("The Houthis said they had shelled Hays on Monday.", ["Houthis"]),
    ("The militia said that in Khiam it killed two farmers.", ["militia"]),
    ("Israel said its jets had struck Khiam on Monday.", ["Israel"]),
    ("Pakistani firing across the line killed a jawan in Poonch on Monday.", ["Pakistani"]),
    ("The M23 said that it was the army that bombed Sake on Monday.", ["army"]),
    ("It was the militia, the army said, that attacked Hays on Monday.", ["militia"]),
    ("The militia broke the truce again by shelling Hays with mortars on Monday.", ["militia"]),
    ("M23 accused of attacking Sake on Monday.", ["M23"]),
    ("The militia moved more men to Hays on Monday while opening fire on army posts.", ["militia"]),
    ("The militia in Hodeidah, after two days of calm, on Monday shelled Hays.", ["militia"]),
    ("The militia, sources said, moved more fighters to Hays, then shelled its market.", ["militia"]),
    ("The militia shelled Hays on Monday; in Tuhayta, houses were burned.", ["militia"]),
    ("The militia shelled Hays on Monday; in Tuhayta, two of its fighters were shot dead.", []),
    ("A market in Omdurman was shelled, killing five. Activists blamed the RSF.", ["RSF"]),
    ("A market in Omdurman was shelled, killing five.\n\nActivists blamed the RSF.", []),
    ("A market in Omdurman was shelled, killing five, and the army and the RSF blame each other.", []),
    ("Officials said the Houthis were behind the shelling of Hays on Monday.", ["Houthis"]),
    ("The militia broke the truce again. A mortar attack on Hays on Monday killed two.", ["militia"]),
    ("The militia broke the truce again. In Hays two of its fighters were shot dead.", []),
    ("The militia broke the truce again. In Hays two men of the militia were shot dead.", []),
    ("The militia broke the truce again.\n\nA mortar attack on Hays on Monday killed two.", []),
    ("The militia broke the truce again. In Hays there was looting by night, and four shops were burned.", []),
    ("The militia broke the truce again. On Monday it shelled Hays with mortars.", ["militia"]),
    ("The militia broke the truce again. On Monday he shelled Hays with mortars.", []),
    ("Three policemen were kidnapped in Arauca by suspected members of the ELN.", ["ELN"]),
    ("Three policemen were kidnapped in Arauca by men who wore masks.", ["men"]),
    ("Three policemen were kidnapped in Arauca by road.", []),
    ("Fighting near Hays on Monday pitted the army against the Houthis.", ["army", "Houthis"]),
    ("Two people were killed in Hays in an attack led by the militia.", ["militia"]),
    ("The attack on Hays, which the militia launched on Monday, killed two people.", ["militia"]),
    ("The attack on Hays, which shocked the region, killed two people.", []),
    ("The army answered by shelling Hays.", ["army"]),
    ("The rebels admit an ambush of their own at Ja Htar on Sunday.", ["rebels"]),
    ("The defence ministry admitted an ambush at Ja Htar on Sunday.", []),
    ("Word admits an ambush at Ja Htar on Sunday.", []),
    (
        "The RSF speaks of 12 violations by the army: its planes bombed Mayo twice, and its gunners hit a clinic.",
        ["gunners"],
    ),
    ("The militia broke the truce. Its drones struck Hays on Monday.", ["militia"]),
]

ELSEWHERE = [
    ("fr", "Deux civils ont été tués à Sake dans un bombardement mené par l'armée.", ["armée"]),
    ("fr", "Trois jeunes ont été enlevés à Sake par des hommes du M23.", ["M23"]),
    ("fr", "L'armée a poursuivi ses attaques lundi, tuant deux civils à Sake.", ["armée"]),
    ("fr", "L'armée a violé la trêve. Elle a bombardé Sake lundi.", ["armée"]),
    ("es", "Combates entre el Ejército y el ELN estallaron en Saravena.", ["Ejército", "ELN"]),
    ("es", "Una bomba estalló en Saravena e hirió a dos policías.", []),
    ("es", "Tres jóvenes fueron secuestrados en Saravena por hombres del ELN.", ["hombres del ELN"]),
    ("pt", "Um autocarro foi atacado em Gondola por supostos homens da Renamo.", ["Renamo"]),
    ("ru", "Позиции у Авдеевки подверглись обстрелу боевиков.", ["боевиков"]),
    ("fr", "À Sarrin, des maisons ont été touchées par un drone que les rebelles avaient envoyé.", ["rebelles"]),
    ("fr", "Les FDS imputent à l'armée un bombardement à Sake. Son artillerie a pilonné des quartiers.", ["armée"]),
    ("es", "En Fortul la estación de Policía fue atacada; los mandos señalan al ELN.", ["ELN"]),
    ("ar", "قال الدعم السريع إن الجيش قصف أم درمان.", ["الجيش"]),
    ("ar", "واصلت ميليشيا الحوثي تصعيدها في الحديدة بقصف منازل المواطنين في حيس.", ["ميليشيا الحوثي"]),
]


@pytest.mark.parametrize(("language", "text", "actors"), ELSEWHERE)
def test_five_languages_name_who_acted_alike(language: str, text: str, actors: list[str]) -> None:
    assert [who.text for who in happenings(language, text)[-1].actors] == actors


COUNTED = [
    ("fr", "La mission a constaté 12 violations. Toutes sont le fait des rebelles.", ["rebelles"]),
    ("fr", "Les deux parties ont violé la trêve 12 fois.", ["deux parties"]),
    ("es", "Se registraron 20 violaciones. Todas fueron obra del ELN.", ["ELN"]),
    ("ru", "За сутки зафиксировано 14 нарушений перемирия с украинской стороны.", ["украинской стороны"]),
    ("ru", "Нарушения режима тишины боевиками продолжаются. За сутки было 14 обстрелов.", ["боевиками"]),
    ("fr", "Les violations israéliennes de la trêve s'élèvent à 500 depuis novembre.", ["israéliennes"]),
    ("ar", "قال المكتب إن الاحتلال خرق الاتفاق 500 مرة.", ["الاحتلال"]),
    ("ar", "كانت قوات النظام السوري مسؤولة عن 61 خرقاً.", ["قوات النظام السوري"]),
    ("ar", "قال الجيش إن ميليشيا الحوثي ارتكبت خروقات عدة. وأضاف أن عددها بلغ 61 خرقاً.", ["ميليشيا الحوثي"]),
    ("ru", "Ереван возложил на Азербайджан ответственность за 200 нарушений за неделю.", ["Азербайджан"]),
]


@pytest.mark.parametrize(("language", "text", "accused"), COUNTED)
def test_five_languages_accuse_alike(language: str, text: str, accused: list[str]) -> None:
    (found,) = (claim.slots for claim in told(language, text) if isinstance(claim.slots, Tally))
    assert [who.text for who in found.accused] == accused


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_an_act_is_of_whom_the_words_around_it_name(text: str, actors: list[str]) -> None:
    assert [who.text for who in incidents(text)[-1].actors] == actors
