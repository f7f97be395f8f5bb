"""Sentences the other way round: what is told first stands last, who speaks behind it, and parts of parts."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import counts, incidents, read, statements, tallies, truces, window
from tregua.records.claim import Aid, Blame, Relation, Tally


def origins(text: str) -> list[str]:
    return [claim.chain[0].text if claim.chain else "" for claim in read(text)[0]]


def areas(tally: Tally) -> list[str]:
    return [place.text for place in tally.area]


def accused(tally: Tally) -> list[str]:
    return [who.text for who in tally.accused]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The army broke the truce 14 times in Homs, finds the sixth report on the deal by the Homs Observatory.",
            "Homs Observatory",
        ),
        (
            "The army broke the truce 14 times in Homs, says the weekly bulletin of the Homs Observatory.",
            "Homs Observatory",
        ),
        (
            "In 24 hours 14 violations came to the notice of the Russian centre for reconciliation.",
            "Russian centre for reconciliation",
        ),
        ("On Monday nine breaches came to the attention of the Homs Observatory.", "Homs Observatory"),
    ],
)
def test_who_speaks_may_stand_last(text: str, speaker: str) -> None:
    assert speaker in origins(text)[0]


def test_who_reports_on_somebody_does_not_speak_for_him() -> None:
    assert origins("Three rebels were killed in Homs, says a report on the shelling by army units.") != ["army units"]


@pytest.mark.parametrize("agency", ["(Agencies)", "(Tell News)", "(WAFA)"])
def test_an_agency_in_brackets_belongs_to_the_dateline(agency: str) -> None:
    text = f"GAZA, May 7 {agency} - The army committed 14 violations of the truce in Gaza since it took effect."
    (tally,) = tallies(text, truce="2016-04-20")
    assert window(tally) == ("2016-04-20", "2016-05-07")


def test_brackets_before_no_dash_are_no_agency() -> None:
    (tally,) = tallies("GAZA, May 7 (Tell News) The army committed 14 violations of the truce.", truce="2016-04-20")
    assert window(tally) == ("2016-05-07", "2016-05-08")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The truce ran from 12 April to midnight on the 18th. The army broke it 14 times in that first week.",
            ("2016-04-12", "2016-04-19"),
        ),
        (
            "On 12 April the army began; on the 18th, 14 breaches of the truce were recorded.",
            ("2016-04-18", "2016-04-19"),
        ),
        ("Over the 24 hours to Thursday, 5 May, 14 violations were recorded.", ("2016-05-05", "2016-05-06")),
        ("Over the 48 hours to Thursday, 5 May, 14 violations were recorded.", ("2016-05-04", "2016-05-06")),
    ],
)
def test_windows_that_a_date_before_or_behind_bounds(text: str, days: tuple[str, str]) -> None:
    assert window(tallies(text, truce="2016-04-12")[-1]) == days


def test_the_nth_is_a_day_of_the_truce_where_no_month_is_named() -> None:
    (tally,) = tallies("The army broke the truce 14 times on the ninth.", truce="2016-04-12")
    assert window(tally) == ("2016-04-20", "2016-04-21")
    assert window(tallies("On the 3rd, 14 breaches of the truce were seen.", truce="2016-04-12")[0]) is None
    dated = tallies("From 12 April on the truce was broken; on the 31st, 14 breaches were seen.", truce="2016-04-12")
    assert window(dated[0]) != ("2016-04-31", "2016-05-01")


SEVEN = (
    "Combat accounts for 298 of the 318 breaches of the truce since 12 April. Attributed to the militia are 77. "
    "Behind Hama, where 45 were recorded, Idlib follows with 30. In Homs and Tyre there was one each. "
)


def test_parts_of_a_part_are_of_who_is_accused_of_it() -> None:
    of_militia = [tally.count for tally in tallies(SEVEN) if accused(tally) == ["militia"]]
    assert of_militia == [77, 45, 30, 1, 1]


def test_what_is_more_than_a_part_is_of_the_whole() -> None:
    found = tallies(SEVEN + "In Aleppo there were 90.")
    assert (found[-1].count, accused(found[-1])) == (90, [])


def test_two_accused_in_one_sentence_leave_the_places_to_the_whole() -> None:
    text = (
        "The monitors counted 90 violations of the truce. Of these, 60 were committed by the militia and 30 by the "
        "army. In Hama there were 20."
    )
    assert accused(tallies(text)[-1]) == []


def test_a_whole_told_long_before_is_still_parted() -> None:
    text = SEVEN + "To the army the monitors assign 34: 18 in Idlib and 133 in Aleppo."
    found = {tally.count: tally for tally in tallies(text)}
    assert accused(found[34]) == accused(found[18]) == accused(found[133]) == ["army"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Of the 92 breaches that were recorded, 51 fell to Aleppo and three to Homs.",
            [(51, ["Aleppo"]), (3, ["Homs"])],
        ),
        ("Of the 20 breaches, nine each to Latakia and Hama were recorded.", [(9, ["Latakia"]), (9, ["Hama"])]),
        (
            "The monitors counted 20 violations. Seven, spread over Aleppo and Hama, were committed by the militia.",
            [(7, ["Aleppo", "Hama"])],
        ),
    ],
)
def test_parts_by_place_in_other_orders(text: str, found: list[tuple[int, list[str]]]) -> None:
    told = [(tally.count, areas(tally)) for tally in tallies(text)]
    assert [each for each in told if each in found] == found


def test_kinds_in_which_breaches_took_place() -> None:
    text = "The monitors counted 231 violations of the truce. Of these, 213 took place in fighting."
    assert counts(text) == [231, 213]


def test_every_one_of_them_is_no_count() -> None:
    text = "The monitors counted 231 violations. Arrests make up 18, every one of them the work of the army."
    assert counts(text) == [231, 18]


def test_people_behind_the_word_for_breaches_are_no_breaches() -> None:
    text = "Killed in 282 violations of the truce by the army since it took effect were 242 people."
    assert counts(text) == [282]


def test_whose_breaches_a_relative_clause_counts() -> None:
    text = "The truce was not spared by the militia, whose violations climbed past 140 in the last 24 hours."
    (tally,) = tallies(text)
    assert (tally.count, accused(tally)) == (140, ["militia"])


@pytest.mark.parametrize(
    "text",
    [
        "The militia was there, and violations climbed past 140 in the last 24 hours.",
        "The militia, near Homs, whose violations climbed past 140 in the last 24 hours, was there.",
    ],
)
def test_whose_breaches_need_the_owner_right_before(text: str) -> None:
    assert [accused(tally) for tally in tallies(text)] == [[]]


def test_who_acts_behind_a_semicolon_is_not_accused_of_what_stands_before() -> None:
    text = "The centre recorded 33 flights over Homs; the militia fired on Tyre."
    assert [accused(tally) for tally in tallies(text)] == [[]]


def test_places_between_two_kinds_are_of_the_one_before_them() -> None:
    text = "The army broke the truce. It committed 12 incursions beyond the Yellow Line and 124 raids."
    found = {tally.count: areas(tally) for tally in tallies(text)}
    assert "Yellow Line" not in found[124]


def test_a_count_said_again_in_other_words_is_told_once() -> None:
    text = (
        "The militia broke the truce 94 times on Friday, 6 May, in Hama and Homs. Of these 31 were in Hama.\n\n"
        "94 militia violations of the truce on Friday 6 May, 31 of them in Hama"
    )
    assert counts(text) == [94, 31]


def test_the_place_where_a_truce_was_made_is_not_where_it_is_broken() -> None:
    (tally,) = tallies("The Ankara ceasefire was violated 14 times by the militia.")
    assert areas(tally) != ["Ankara"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The militia shelled army positions on the Marib front.", "Marib front"),
        ("The militia shelled army positions on the southern front of Marib.", "southern front of Marib"),
        ("Two soldiers were wounded on the Kars front when a drone hit them.", "Kars front"),
    ],
)
def test_a_front_is_a_place(text: str, place: str) -> None:
    assert [each.text for each in incidents(text)[0].places] == [place]


@pytest.mark.parametrize(
    "text", ["Fighters of the Southern Front shelled a post in Daraa.", "The front shelled a post in Daraa."]
)
def test_a_front_may_be_a_body(text: str) -> None:
    (event,) = incidents(text)
    assert [place.text for place in event.places] == ["Daraa"]
    assert event.actors


def test_who_kills_from_the_air() -> None:
    text = "In Tell, fifteen civilians were killed and 50 hurt by warplanes; most of the raids struck villages."
    assert incidents(text)[0].act == "airstrike"


def test_people_taken_are_an_event_wherever_it_was() -> None:
    assert [event.act for event in incidents("Twenty-three citizens, it added, were arrested.")] == ["abduction"]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("It is the army and its allies that, with help from abroad, keep on breaking the truce.", ["army"]),
        ("Violations have grown, and it is the army that keeps committing them.", ["army"]),
        ("It is the army and, on the ground, its ally who bear responsibility for the breaches.", ["army"]),
        ("Full responsibility was placed by the monitors on the army.", ["army"]),
    ],
)
def test_blame_in_a_cleft_sentence(text: str, blamed: list[str]) -> None:
    found = [each for each in statements(text) if isinstance(each, Blame)]
    assert [who.text for who in found[0].accused][:1] == blamed


def test_those_parties_are_who_was_accused_before() -> None:
    text = (
        "The militia broke the truce 14 times. For what followed, full responsibility was placed by the monitors on "
        "those parties."
    )
    (blame,) = [each for each in statements(text) if isinstance(each, Blame)]
    assert [who.text for who in blame.accused] == ["militia"]
    alone = statements("Violations grew. Full responsibility was placed by the monitors on those parties.")
    assert [who.text for each in alone if isinstance(each, Blame) for who in each.accused] == ["parties"]


@pytest.mark.parametrize(
    "text",
    [
        "The army and, on the ground, its Iranian ally broke the truce.",
        "The army, with backing from Russia, broke the truce.",
        "It is the army that, with support from Russia, broke the truce.",
    ],
)
def test_who_backs_whom(text: str) -> None:
    assert [each.type for each in statements(text) if isinstance(each, Relation)] == ["backs"]


@pytest.mark.parametrize(
    "text",
    [
        "The militia shelled Homs despite a UN-sponsored truce on all fronts.",
        "The militia shelled Homs despite the truce brokered by Qatar.",
        "The militia shelled Homs despite the Ankara truce, for which Russia and Turkey stand guarantors.",
    ],
)
def test_a_truce_told_by_who_stands_for_it_is_in_force(text: str) -> None:
    assert [each.status for each in truces(text)] == ["in_force"]


def test_an_offer_brokered_is_no_truce() -> None:
    assert truces("The militia shelled Homs before the UN-sponsored truce talks.") == []


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Killed in the army's raid on Homs were two soldiers.", (2, None)),
        ("Wounded were six civilians when the army shelled Homs.", (None, 6)),
        ("Killed in the army's raid on Homs, the centre said, were the brothers.", (None, None)),
    ],
)
def test_the_toll_behind_its_verb(text: str, toll: tuple[int | None, int | None]) -> None:
    event = incidents(text)[0]
    found = tuple(None if each is None else each.best for each in (event.killed, event.injured))
    assert found == toll


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Targeted as well by the mortars of the armed groups, the source said, were a base near Homs.",
            "armed groups",
        ),
        ("Arrested by the army in Homs were 35 Palestinians.", "army"),
        ("Struck by shells of the rebels in Homs, the army was at a loss.", "rebels"),
    ],
)
def test_who_did_it_in_a_sentence_that_opens_with_what_was_done(text: str, actor: str) -> None:
    assert [who.text for who in incidents(text)[0].actors] == [actor]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The number of violations by the army that this office has noted since 12 April has risen to 497.", [497]),
        ("To the rebels, it wrote, the centre attributes 55 breaches of the truce.", [55]),
        ("The army broke the truce. Twenty-one more times in the last 24 hours was the truce in Homs violated.", [21]),
    ],
)
def test_totals_behind_what_is_told_of_them(text: str, number: list[int]) -> None:
    assert counts(text) == number


FIVE = "The monitors counted 50 violations of the truce by the army since 12 April. "


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Seven of these fell on Saturday alone.", 7),
        ("To three the number of violations rises in Hama.", 3),
        ("Arrests came to 18.", 18),
        ("In the city of Daraa, too, nine were counted.", 9),
        ("With Tyre and Hama accounting for one apiece, calm held elsewhere.", 1),
    ],
)
def test_parts_in_other_words(text: str, number: int) -> None:
    assert number in counts(FIVE + text)


def test_kinds_in_brackets_are_of_a_total_told_well_before() -> None:
    text = (
        FIVE + "Nobody was hurt. Calm held in Tyre. Shops were open. Roads were busy. "
        "The attacks were of three kinds: direct fire on homes (14), raids (11) and the blowing up of houses (9)."
    )
    assert counts(text) == [50, 14, 11, 9]


def test_what_fell_is_no_kind_of_breach() -> None:
    text = FIVE + "One case was in Hama, where 21 mortar shells and three rockets fired by the army landed on a house."
    assert 21 not in counts(text)


def test_a_week_whose_days_are_named_is_that_week() -> None:
    text = "At least 23 breaches of the truce in one week: they ran from 12 April to 18 April."
    assert window(tallies(text)[0]) == ("2016-04-12", "2016-04-19")
    other = "At least 23 breaches of the truce in one week: the talks ran from 12 April to 28 April."
    assert window(tallies(other)[0]) != ("2016-04-12", "2016-04-29")


def test_whose_work_counted_breaches_were_is_no_blame() -> None:
    text = "The monitors counted 50 violations. In all 30 were the work of the army."
    assert [each for each in statements(text) if isinstance(each, Blame)] == []


def test_blame_of_whom_somebody_accuses_in_a_cleft_sentence() -> None:
    text = "It is the rebels whom the Sudanese army accused on Wednesday of violating the truce."
    (blame,) = [each for each in statements(text) if isinstance(each, Blame)]
    assert [who.text for who in blame.accused] == ["rebels"]


def test_he_who_speaks_may_follow_what_he_speaks_of() -> None:
    text = "Of mortars pounding homes in Tyre spoke Abdul Madani, a spokesman for the army."
    assert "Abdul Madani" in origins(text)[0]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Of the 72 lorries agreed, no more than 31 have been let into Tyre, where the army shelled homes.",
            "delivered",
        ),
        ("No food has been let into Tyre, where the army shelled homes.", "blocked"),
    ],
)
def test_lorries_let_in(text: str, status: str) -> None:
    assert [each.status for each in statements(text) if isinstance(each, Aid)] == [status]


def test_two_kinds_of_fire_that_one_came_under() -> None:
    text = "A group tried to enter Tyre, while an army post in Homs came under mortar and sniper fire."
    assert [event.act for event in incidents(text)] == ["advance", "shelling"]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Violations go on, and it is by the militia that the truce is being violated.", "militia"),
        ("The truce has still not been respected by the militia, the centre said.", "militia"),
    ],
)
def test_blame_of_the_agent_of_a_breach(text: str, blamed: str) -> None:
    found = [each for each in statements(text) if isinstance(each, Blame)]
    assert [who.text for each in found for who in each.accused][:1] in ([blamed], [])


def test_those_who_are_blamed_again_by_pointing() -> None:
    text = (
        "The centre accuses the militia of not having stopped violating the truce. It held those parties responsible "
        "for any attack."
    )
    found = [each for each in statements(text) if isinstance(each, Blame)]
    assert [who.text for who in found[-1].accused] == ["militia"]


@pytest.mark.parametrize(
    ("text", "backs"),
    [
        ("Blame lies with the army and its ally on the ground, Iran, the centre said.", ("Iran", "army")),
        ("The truce was broken by the army and the militias that back it.", ("militias", "army")),
    ],
)
def test_who_backs_whom_in_a_relative_clause(text: str, backs: tuple[str, str]) -> None:
    (relation,) = [each for each in statements(text) if isinstance(each, Relation)]
    assert (relation.source[0].text, relation.target[0].text) == backs


@pytest.mark.parametrize(
    "text",
    [
        "The army cut the road to Tyre.",
        "A supply line to Tyre was cut by the army.",
        "The army sealed off a route.",
    ],
)
def test_a_way_that_was_closed(text: str) -> None:
    assert [(event.act, event.actors[0].text) for event in incidents(text)] == [("obstruction", "army")]


@pytest.mark.parametrize(
    "text",
    [
        "The army cut losses, and the road to Tyre was busy.",
        "The road to Tyre was cut last year, and the army came.",
        "The army severed a route to Tyre before a humanitarian convoy came.",
        "Cut roads hurt the army.",
    ],
)
def test_a_way_that_nobody_closed(text: str) -> None:
    assert [event for event in incidents(text) if event.act == "obstruction" and event.actors] == []


def test_an_attempt_of_somebody() -> None:
    text = "Repelled by the army was an attempt by the militia to advance on Homs."
    assert [(event.act, [who.text for who in event.actors]) for event in incidents(text)] == [("advance", ["militia"])]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Hit by rockets and mortars of the army were Homs and Hama.", {"Homs", "Hama"}),
        ("The army shelled a post on Marib's southern front.", {"Marib's southern front"}),
        ("From the Khallatat front the militia shelled Homs.", {"Homs"}),
    ],
)
def test_where_in_turned_sentences(text: str, places: set[str]) -> None:
    assert {place.text for place in incidents(text)[0].places} >= places


@pytest.mark.parametrize(
    "text",
    [
        "On Monday over 50 fighters of the groups called Ahrar, some of their leaders included, were killed in Homs.",
        "Over 50 fighters of the groups called Ahrar al-Sham in the north were killed in Homs.",
    ],
)
def test_the_toll_far_from_its_verb(text: str) -> None:
    (event,) = incidents(text)
    assert event.killed is not None
    assert event.killed.best == 50


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was by the militia that most, 27, were committed: 15 in Hama and 12 in Homs.", {27: ["militia"]}),
        ("Of the rest the other twenty were arrests.", {20: []}),
        ("By the army, 34 breaches were committed, of which 18 were in Idlib and 33 in Homs.", {18: ["army"]}),
    ],
)
def test_who_is_accused_of_parts(text: str, found: dict[int, list[str]]) -> None:
    told = {
        tally.count: accused(tally) for tally in tallies("The monitors counted 318 violations of the truce. " + text)
    }
    assert {count: told.get(count) for count in found} == found


def test_it_was_declared_for_some_hours() -> None:
    text = "The army has prolonged its truce in Homs. It had been declared for an initial 72 hours three days earlier."
    assert [each.status for each in truces(text)] == ["extended", "declared"]


def test_counts_behind_their_places() -> None:
    text = FIVE + "By province the figures are: Aleppo 25, Homs 16, Hama 9."
    told = {tally.count: areas(tally) for tally in tallies(text)}
    assert (told[25], told[16], told[9]) == (["Aleppo"], ["Homs"], ["Hama"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Here 20 of those are ascribed in the report, which it released, to the army.", {20: ["army"]}),
        ("Forces said to be foreign committed the other ten.", {10: ["Forces"]}),
    ],
)
def test_whose_the_other_counts_are(text: str, found: dict[int, list[str]]) -> None:
    told = {
        tally.count: accused(tally) for tally in tallies("The monitors counted 80 violations of the truce. " + text)
    }
    assert {count: told.get(count) for count in found} == found


def test_of_whom_something_is_said_does_not_speak() -> None:
    assert (
        "forces" not in origins("The monitors counted 80 violations. Shells of forces said to be foreign hit Homs.")[-1]
    )


def test_a_bulletin_names_its_speaker_in_its_heading() -> None:
    text = "Bulletin of the centre for reconciliation (6 May 2016)\n\nThe army broke the truce 14 times."
    assert "centre for reconciliation" in origins(text)[0]


def test_this_newspaper_is_nobody_else() -> None:
    assert origins("As this newspaper has reported, the army broke the truce 14 times in Homs.") == [""]


def test_days_behind_a_day_whose_year_is_printed() -> None:
    text = "On 10 July 2015 the army fired. On 25 July it broke the truce 14 times. On 3 March it broke it 9 times."
    found = {tally.count: window(tally) for tally in tallies(text, published=None)}
    assert found == {14: ("2015-07-25", "2015-07-26"), 9: ("2016-03-03", "2016-03-04")}
    (tally,) = tallies("On 25 July the army broke the truce 14 times.", published=None)
    assert tally.window is None


def test_a_number_in_words_behind_a_dateline_is_no_day() -> None:
    text = "HOMS, May 3 - Twenty-seven of the 97 violations by the army were recorded on Friday alone."
    assert sorted(counts(text)) == [27, 97]


def test_a_truce_announced_with_an_aside() -> None:
    text = "The army fired. On 13 April a truce, of five days, was announced in Homs."
    assert [each.status for each in truces(text)] == ["declared"]


@pytest.mark.parametrize(
    "text",
    ["Killed by shells, the army was the talk of Homs.", "Wounded soldiers were the talk of Homs after the raid."],
)
def test_a_subject_before_its_verb_is_not_sought_behind_it(text: str) -> None:
    assert all(event.killed is None and event.injured is None for event in incidents(text))


def test_a_day_that_no_month_has_is_none_behind_a_printed_year_either() -> None:
    text = "On 10 July 2015 the army fired. On 31 November it broke the truce 14 times."
    assert [tally.count for tally in tallies(text, published=None)] == [14]


@pytest.mark.parametrize("text", ["Shelled were Homs and Hama.", "Shelled by the army were Homs and Hama."])
def test_what_was_struck_stands_behind_a_verb_that_opens_the_sentence(text: str) -> None:
    (event,) = incidents(text)
    assert [place.text for place in event.places] == ["Homs", "Hama"]
