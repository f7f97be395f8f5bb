"""Who holds whom responsible, in whatever words: verbs, nouns, and acts called a breach whose doer is named before."""

from __future__ import annotations

import pytest

from tests.steps.extract.texts import read
from tregua.records.claim import Blame


def blames(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        (
            [link.text for link in claim.chain],
            [who.text for who in claim.slots.blamers],
            [who.text for who in claim.slots.accused],
        )
        for claim in read(text)[0]
        if isinstance(claim.slots, Blame)
    ]


@pytest.mark.parametrize(
    ("text", "blamer", "accused"),
    [
        ("Three shells hit the town, for which the opposition faulted the army.", "opposition", "army"),
        ("The council rails against the bombardments of the army.", "council", "army"),
        ("Hezbollah inveighed against Israeli attacks on the south.", "Hezbollah", "Israeli"),
        ("The ministry took the rebels to task for shelling the town.", "ministry", "rebels"),
        ("The government complained of the army's repeated violations of the truce.", "government", "army"),
        ("The government complained to the council about Israeli violations of the truce.", "government", "Israeli"),
        ("Responsibility for the attack would lie with the rebels, the army said.", "army", "rebels"),
        ("The responsibility for these violations is Israel's alone, Hamas said.", "Hamas", "Israel"),
        ("The breach of the truce was the rebels' doing, the army said.", "army", "rebels"),
        ("The fault for the shelling, the ministry said, was entirely that of the Taliban.", "ministry", "Taliban"),
        ("Full responsibility for the shelling belongs to the army, the opposition said.", "opposition", "army"),
        ("The ministry laid the blame for the attack on the shoulders of the rebels.", "ministry", "rebels"),
        ('"The rebels alone are answerable for this massacre," the governor said.', "governor", "rebels"),
        (
            '"Israel will be held accountable for this attack," the Lebanese president said.',
            "Lebanese president",
            "Israel",
        ),
        ("Kyiv sees the hand of Moscow behind the shelling of the town.", "Kyiv", "Moscow"),
        ("Hamas has only itself to thank for the end of the truce, the minister said.", "minister", "Hamas"),
        ("The Houthis say it was the coalition that fired first.", "Houthis", "coalition"),
        ("It is the RSF that must bear the responsibility for the collapse of the truce, the SAF said.", "SAF", "RSF"),
        ("The SAF insisted that the collapse of the truce was down to the RSF.", "SAF", "RSF"),
        ("The rebels continue to flout the truce, the governor said.", "governor", "rebels"),
        ("The regime's failure to respect the truce led to fighting, the council said.", "council", "regime"),
        ("The shelling of the camp, which the opposition lays to the army, left three dead.", "opposition", "army"),
        ("The Russian side voiced concern over violations by Jaish al-Islam.", "Russian side", "Jaish al-Islam"),
        ("The United States proved unable to restrain the rebels, the ministry said.", "ministry", "The United States"),
        ("The attack's perpetrators were the Houthis, the army said.", "army", "Houthis"),
        ("The truce had failed because of the Houthis, the army said after the attack.", "army", "Houthis"),
        ('The army accused "the terrorist militia" of breaking the truce.', "army", "terrorist militia"),
        ("The UN mission names the army as the author of the attack.", "UN mission", "army"),
    ],
)
def test_who_blames_whom_in_other_words(text: str, blamer: str, accused: str) -> None:
    assert [(who, whom) for _, who, whom in blames(text)] == [([blamer], [accused])]


@pytest.mark.parametrize(
    ("text", "blamer", "accused"),
    [
        ("The LTTE committed gross violations of the truce, the monitors said.", "monitors", ["LTTE"]),
        ("Israel is stalling the deal, Hamas said after the attack.", "Hamas", ["Israel"]),
        ("The rebels are blocking a settlement of the war, the army said.", "army", ["rebels"]),
        ("Israel is hampering aid deliveries in defiance of the truce, Hamas said.", "Hamas", ["Israel"]),
        ("The army has not honoured its pledge to leave the camp, the rebels said.", "rebels", ["army"]),
        ("The rebels started the fighting, the army said.", "army", ["rebels"]),
        ("The rebels started it, the army said.", "army", ["rebels"]),
        ("The army fired the first shot, the rebels said.", "rebels", ["army"]),
        ("The army was the first to fire, the rebels said.", "rebels", ["army"]),
        ("Israel has done little to rein in armed settlers, the mission said.", "mission", ["Israel"]),
        ("Israel, the mission said, has done little to rein in armed settlers.", "mission", ["Israel"]),
        ("The army, the rebels complained, has again broken the truce.", "rebels", ["army"]),
        ("The army, the rebels complained, is stalling the deal.", "rebels", ["army"]),
        ("The army sees Moscow's hand in the blast.", "army", ["Moscow"]),
        ("The mission lays most of the violations on the army.", "mission", ["army"]),
        (
            "Chiefly to blame for the attacks, the mission says, is the so-called Islamic State.",
            "mission",
            ["Islamic State"],
        ),
        ("Israel lodged a protest with Lebanon over the attack.", "Israel", ["Lebanon"]),
        (
            "The envoy was called in to hear a protest over shelling by the rebels, the ministry said.",
            "ministry",
            ["rebels"],
        ),
        ("A civilian was killed. That was attributable to the army, the mission said.", "mission", ["army"]),
        ("The rebels were the aggressors, the army said.", "army", ["rebels"]),
        ("Violations continue on the part of the army, the rebels said.", "rebels", ["army"]),
        ("The rebels have made a mockery of the truce, the army said.", "army", ["rebels"]),
        ("The rebels have torn up the truce, the army said.", "army", ["rebels"]),
        ("Both the army and the militia had broken the truce, the mission said.", "mission", ["army", "militia"]),
        ("The army levelled accusations of truce violations against the rebels.", "army", ["rebels"]),
        ("Truce monitors accused the army of shelling the town.", "Truce monitors", ["army"]),
    ],
)
def test_who_blames_whom_by_what_is_said_of_him(text: str, blamer: str, accused: list[str]) -> None:
    [found] = [(who, whom) for _, who, whom in blames(text) if whom]
    assert found == ([blamer], accused)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels started the fighting.",
        "The army fired the first shot of a long war.",
        "The rebels started the engine, the army said after the attack.",
        "The army was first to arrive after the attack, the rebels said.",
        "Israel and Lebanon signed the truce after the attack, the ministry said.",
    ],
)
def test_words_that_blame_nobody_unless_somebody_says_them(text: str) -> None:
    assert blames(text) == []


def test_a_text_about_a_truce_alone_is_about_conflict() -> None:
    assert blames("Azerbaijan is to blame for the end of the truce, the ministry said.")[0][2] == ["Azerbaijan"]


@pytest.mark.parametrize(
    ("behind", "blamer"),
    [
        ("For UNIFIL this was a grave violation of resolution 1701.", "UNIFIL"),
        ("This constitutes a serious violation of the ceasefire, UNIFIL said.", "UNIFIL"),
        ("What happened, the mission said, is a blatant breach of the agreement.", "mission"),
        ("The raid amounts to a violation of the truce, in the view of the Lebanese army.", "Lebanese army"),
        ('The Lebanese presidency denounced "a flagrant violation of the ceasefire".', "Lebanese presidency"),
        ("Hezbollah condemned in the strongest terms Monday's attack.", "Hezbollah"),
        ("The strike drew condemnation from Egypt.", "Egypt"),
        ("Lebanon's prime minister laid the deaths at its door.", "Lebanon's prime minister"),
        ("The army called it aggression.", "army"),
        ("Lebanon protested to the United Nations.", "Lebanon"),
    ],
)
def test_an_act_called_a_breach_blames_its_doer(behind: str, blamer: str) -> None:
    text = f"Israeli warplanes struck a house in Tyre on Monday, killing two. {behind}"
    assert [(who, whom) for _, who, whom in blames(text)] == [([blamer], ["Israeli warplanes"])]


def test_all_whom_they_fault() -> None:
    text = "The commission met over the shelling of the town, for which they fault the armed groups of the region."
    assert blames(text) == [([], [], ["armed groups"])]


@pytest.mark.parametrize(
    "text",
    [
        "The opposition council was told of the shelling of the army in Homs.",
        "The mission called on the army to stop shelling the town.",
        "The rebels took aim at a convoy near Sirte.",
        "The rebels took the responsibility for the attack on the army.",
        "This was a quiet day after the shelling by the army.",
        "The head of the army shook the hand of the president after the attack.",
    ],
)
def test_nobody_is_blamed(text: str) -> None:
    assert blames(text) == []


def test_each_says_that_the_other_broke_it() -> None:
    text = "Azerbaijan and Armenia each said the other had violated the ceasefire first."
    assert [(sorted(who), sorted(whom)) for _, who, whom in blames(text)] == [
        (["Armenia", "Azerbaijan"], ["Armenia", "Azerbaijan"])
    ]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Hezbollah blamed the attack on Israel.", ["Israel"]),
        ("Hezbollah blamed the rebels for the attack on Israel.", ["rebels"]),
        ("After the shelling Hezbollah would pin the collapse of the truce on the army.", ["army"]),
        ("The blame for the attack on Israel is unclear.", []),
    ],
)
def test_a_country_behind_on_is_blamed(text: str, accused: list[str]) -> None:
    assert [who for _, _, whom in blames(text) for who in whom] == accused


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "The Russian side telephoned to complain about violations of the truce by Jaish al-Islam.",
            ["Jaish al-Islam"],
        ),
        ("The rebels, the text goes on, will be to blame for any attack.", ["rebels"]),
        ("The council held the army to account for the shelling.", ["army"]),
        ("It is the army's responsibility to ensure that shelling stops.", []),
        ("The army is responsible for a total of 4,900 breaches of the truce.", []),
    ],
)
def test_more_words_of_blame(text: str, accused: list[str]) -> None:
    assert [who for _, _, whom in blames(text) for who in whom] == accused


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "The general said the United States had failed to separate moderate rebels from terrorists.",
            ["the United States"],
        ),
        ("Washington is unable to control the groups it backs, Moscow said.", ["Washington"]),
        ("It is the rebels who block a peaceful solution, the minister said.", ["rebels"]),
        ("The spokesman said the opposition was using the truce to regroup.", ["opposition"]),
        ("Turkey continues to supply arms to the rebels, the general said.", ["Turkey"]),
        ("The opposition said the regime is not serious about the truce.", ["regime"]),
        ("Israel is not abiding by the agreement, the prime minister said.", ["Israel"]),
        ("The general said the rebels had resorted to provocations.", ["rebels"]),
        ("The rebels are dragging their feet on withdrawing weapons, the ministry said.", ["rebels"]),
        ("The truce is not respected by the rebels, the army said.", ["rebels"]),
    ],
)
def test_what_is_said_of_one_who_keeps_no_truce_blames_him(text: str, accused: list[str]) -> None:
    assert [who for *_, who in blames(f"There was fighting in Homs. {text}")] == [accused]


@pytest.mark.parametrize(
    "text",
    [
        "The army failed to stop the advance of the rebels, residents said.",
        "The mission said it had been unable to reach the village.",
        "The army said it was unable to withdraw its weapons because of shelling.",
        "The army continues to send weapons to its posts, the general said.",
        "The United States had failed to separate moderate rebels from terrorists.",
    ],
)
def test_who_fails_at_something_else_or_in_nobodys_words_is_not_blamed(text: str) -> None:
    assert blames(f"There was fighting in Homs. {text}") == []
