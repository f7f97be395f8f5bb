from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from tregua.ports import Match, Registries
from tregua.records.claim import Claim, Happening, Mention, PlaceMention, Speaker, Tally
from tregua.records.finding import Condition, Finding, Ruling
from tregua.records.incident import Incident, Status, Version
from tregua.steps.assess import assess
from tregua.terms.load import load_truce, pack_truce
from tregua.terms.truce import Rank, Truce
from tregua.vocabulary.actors import Actor, ActorType, Affiliation, Source
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.time import Span, day_span

DAMASCUS = ZoneInfo("Asia/Damascus")
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class FakeActors:
    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = {actor.id: actor for actor in actors}

    def match(self, text: str, on: dt.date | None) -> tuple[Match, ...]:  # noqa: ARG002
        raise AssertionError("incidents come with their actors resolved")

    def near(self, text: str) -> tuple[Match, ...]:  # noqa: ARG002
        raise AssertionError("nobody is asked to choose here")

    def get(self, actor: str) -> Actor | None:
        return self._actors.get(actor)

    def all(self) -> Sequence[Actor]:
        return tuple(self._actors.values())


class FakePlaces:
    def __init__(self, places: Sequence[Place]) -> None:
        self._places = {place.id: place for place in places}

    def match(self, text: str, within: str) -> tuple[Match, ...]:  # noqa: ARG002
        return tuple(
            Match(id=place.id, name=place.name, score=1.0, rule="exact")
            for place in self._places.values()
            if place.name == text
        )

    def near(self, text: str) -> tuple[Match, ...]:  # noqa: ARG002
        raise AssertionError("nobody is asked to choose here")

    def get(self, place: str) -> Place | None:
        return self._places.get(place)

    def all(self) -> Sequence[Place]:
        return tuple(self._places.values())


class FakeSources:
    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.id: source for source in sources}

    def match(self, text: str) -> Source | None:
        return next((source for source in self._sources.values() if source.name == text), None)

    def by_host(self, url: str) -> Source | None:
        return next((source for source in self._sources.values() if url in source.hosts), None)

    def get(self, source: str) -> Source | None:
        return self._sources.get(source)

    def all(self) -> Sequence[Source]:
        return tuple(self._sources.values())


def _actor(name: str, kind: ActorType = "armed group", *ties: Affiliation) -> Actor:
    return Actor(id=name, name=name.replace("-", " ").title(), type=kind, affiliations=ties)


REGISTRIES = Registries(
    actors=FakeActors(
        [
            _actor("syrian-armed-forces", "state forces"),
            _actor("free-syrian-army"),
            _actor("jabhat-al-nusra"),
            _actor("ahrar-al-sham"),
            _actor("unspecified-terrorists", "unspecified"),
        ]
    ),
    places=FakePlaces(
        [
            Place(id="aleppo", name="Aleppo province", kind="province", country="SY"),
            Place(id="aleppo-city", name="Aleppo", kind="city", province="aleppo", country="SY"),
            Place(id="khan-touman", name="Khan Touman", kind="town", province="aleppo", country="SY"),
            Place(id="baghdad", name="Baghdad", kind="city", country="IQ"),
        ]
    ),
    sources=FakeSources(
        [
            Source(id="sana", name="SANA", kind="agency", side="government"),
            Source(id="observatory", name="Observatory", kind="monitor", side="neutral"),
        ]
    ),
)


def _truce(name: str) -> Truce:
    truce, problems = load_truce(*pack_truce(name))
    assert problems == ()
    assert truce is not None
    return truce


NATIONWIDE, LOCAL = _truce("syria-coh-2016"), _truce("syria-regime-of-calm-2016")


def _day(day: str) -> Span:
    return day_span(dt.date.fromisoformat(day), DAMASCUS)


def _claim(name: str, slots: Happening | Tally, origin: str = "sana") -> Claim:
    return Claim(id=name, document="d-1", span=(0, 1), quote="x", chain=(Speaker(text=origin, id=origin),), slots=slots)


FSA, ARMY = Mention(text="the Free Army", id="free-syrian-army"), Mention(text="the army", id="syrian-armed-forces")
NUSRA = Mention(text="al-Nusra Front", id="jabhat-al-nusra")
ALEPPO = PlaceMention(text="Aleppo", id="aleppo-city")
KHAN_TOUMAN = PlaceMention(text="Khan Touman", id="khan-touman")


def _incident(**changes: object) -> Incident:
    plain = Incident(
        id="i-000000000001",
        status=Status.ALLEGED,
        status_reason="one side's word",
        claims=("c-1",),
        act=Act.SHELLING,
        actors=(FSA,),
        targets=(ARMY,),
        places=(KHAN_TOUMAN,),
        time=_day("2016-05-06"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def _happening(incident: Incident) -> Happening:
    return Happening(
        act=incident.act,
        actors=incident.actors,
        targets=incident.targets,
        places=incident.places,
        time=incident.time,
    )


def _rule(incident: Incident, *truces: Truce, claims: Sequence[Claim] = ()) -> list[Finding]:
    held = claims or (_claim("c-1", _happening(incident)),)
    findings, problems = assess([incident], held, truces or (NATIONWIDE,), REGISTRIES, NOW)
    assert problems == []
    return findings


def _condition(finding: Finding, name: str) -> Condition:
    return next(condition for condition in finding.conditions if condition.name == name)


def test_a_breach_names_its_clause_its_citation_and_the_claims_its_facts_rest_on() -> None:
    (finding,) = _rule(_incident())
    assert (finding.ruling, finding.reach, finding.clause) == (Ruling.BREACH, "", "opposition-attacks")
    assert "FreeNews" in finding.citation
    assert "https://" in finding.citation
    assert [condition.name for condition in finding.conditions][:3] == ["time", "area", "actor"]
    assert {condition.holds for condition in finding.conditions if condition.name != "defence"} >= {True}
    assert _condition(finding, "actor").claims == ("c-1",)
    assert finding.missing == ()
    assert finding.by_version == ()


def test_the_same_incident_and_truce_give_the_same_id_and_another_truce_another() -> None:
    first, second = _rule(_incident(), NATIONWIDE, LOCAL)
    assert first.id == _rule(_incident())[0].id
    assert first.id != second.id
    assert first.id.startswith("f-")
    assert len(first.id) == len("f-") + 12


def test_a_claim_that_does_not_state_a_fact_is_not_named_for_it() -> None:
    bare = _claim("c-2", Happening(act=Act.SHELLING), origin="observatory")
    tally = _claim("c-3", Tally(count=2))
    incident = _incident(claims=("c-1", "c-2", "c-3", "c-gone"))
    (finding,) = _rule(incident, claims=(_claim("c-1", _happening(incident)), bare, tally))
    assert _condition(finding, "time").claims == ("c-1",)
    assert _condition(finding, "area").claims == ("c-1",)
    assert _condition(finding, "target").claims == ("c-1",)
    assert _condition(finding, "act").claims == ("c-1", "c-2")


def test_an_exempt_group_is_outside_by_party_and_never_a_breach() -> None:
    (finding,) = _rule(_incident(act=Act.ATTACK, actors=(NUSRA,)))
    assert (finding.ruling, finding.reach, finding.clause) == (Ruling.OUTSIDE, "party", "exempt-nusra")
    assert "Joint statement" in finding.citation
    assert "left out of the terms" in finding.reason


def test_before_the_terms_it_is_outside_in_time_and_over_the_border_outside_in_area() -> None:
    (early,) = _rule(_incident(time=_day("2016-02-26")))
    assert (early.ruling, early.reach) == (Ruling.OUTSIDE, "time")
    (abroad,) = _rule(_incident(places=(PlaceMention(text="Baghdad", id="baghdad"),)))
    assert (abroad.ruling, abroad.reach) == (Ruling.OUTSIDE, "area")


def test_without_an_actor_it_is_undetermined_and_the_missing_fact_is_named() -> None:
    (finding,) = _rule(_incident(actors=()))
    assert finding.ruling is Ruling.UNDETERMINED
    assert finding.missing == ("who it was",)


def test_without_a_target_a_strike_by_either_side_is_undetermined_and_the_target_is_named() -> None:
    for actor in (ARMY, FSA):
        (finding,) = _rule(_incident(actors=(actor,), targets=()))
        assert finding.ruling is Ruling.UNDETERMINED
        assert finding.missing == ("whom or what it struck",)
        assert "a breach of" in finding.reason
        assert "permitted by" in finding.reason


def test_a_place_that_was_struck_says_where_and_not_whom() -> None:
    for text in ("Khan Touman", "the town of Khan Touman", "villages"):
        (finding,) = _rule(_incident(targets=(Mention(text=text),)))
        assert finding.missing == ("whom or what it struck",)


def test_words_for_civilians_are_civilians_whether_the_registry_has_them_or_not() -> None:
    school = Mention(text="a school", id="civilians", side="civilians")
    (finding,) = _rule(_incident(targets=(school,)))
    assert finding.clause == "attacks-on-civilians"
    assert "whether the terms protect civilians as such" in finding.missing[0]


def test_a_label_is_read_as_its_speaker_means_it() -> None:
    terrorists = Mention(text="terrorist groups", id="unspecified-terrorists")
    incident = _incident(actors=(terrorists,))
    (said_by_government,) = _rule(incident)
    assert said_by_government.ruling is Ruling.UNDETERMINED
    assert "armed opposition groups that accepted or those left out of the terms" in said_by_government.missing[0]
    neutral = (_claim("c-1", _happening(incident), origin="observatory"),)
    (said_by_nobodys_side,) = _rule(incident, claims=neutral)
    assert said_by_nobodys_side.missing == ("who “terrorist groups” were",)
    (from_an_unknown_source,) = _rule(incident, claims=(_claim("c-1", _happening(incident), origin="x"),))
    assert from_an_unknown_source.missing == ("who “terrorist groups” were",)


def test_a_side_resolved_before_stands() -> None:
    (whole,) = _rule(_incident(actors=(Mention(text="the regime", side="government"),), targets=(FSA,)))
    assert (whole.ruling, whole.clause) == (Ruling.BREACH, "government-attacks")
    (exempt,) = _rule(_incident(actors=(Mention(text="the black flags", side="exempt"),)))
    assert (exempt.ruling, exempt.reach) == (Ruling.OUTSIDE, "party")


def test_a_place_without_an_entry_is_found_by_the_wider_place_beside_it() -> None:
    beside = PlaceMention(text="a hamlet", within="Aleppo province")
    assert _rule(_incident(places=(beside,)))[0].ruling is Ruling.BREACH
    nowhere = PlaceMention(text="a hamlet", within="somewhere")
    assert _rule(_incident(places=(nowhere,)))[0].missing == ("where “a hamlet” is",)


def test_a_place_located_roughly_is_near_it_and_a_wide_one_is_itself() -> None:
    strike = _incident(actors=(ARMY,), targets=(FSA,))
    near = replace(ALEPPO, precision=PlacePrecision.NEAR)
    (finding,) = _rule(replace(strike, places=(near,)), LOCAL)
    assert finding.missing == ("whether it happened in Aleppo or beside it",)
    (finding,) = _rule(replace(strike, places=(replace(ALEPPO, precision=PlacePrecision.EXACT),)), LOCAL)
    assert finding.ruling is Ruling.BREACH
    province = PlaceMention(text="Aleppo province", id="aleppo", precision=PlacePrecision.PROVINCE)
    (finding,) = _rule(replace(strike, places=(province,), time=_day("2016-05-11")), LOCAL)
    assert finding.ruling is Ruling.BREACH


def test_versions_that_name_different_actors_are_ruled_apart_and_contested() -> None:
    versions = (
        Version(origin="SANA", claims=("c-1",), actors=(FSA,)),
        Version(origin="RIA", claims=("c-2",), actors=(FSA,)),
        Version(origin="Observatory", claims=("c-3",), actors=(NUSRA,)),
        Version(origin="Silent", claims=("c-4",)),
        Version(origin="Free Army", claims=("c-5",), denies=True),
    )
    incident = _incident(claims=("c-1", "c-2", "c-3", "c-4"), versions=versions, actors=(FSA, NUSRA))
    claims = (
        _claim("c-1", Happening(act=Act.SHELLING, actors=(FSA,))),
        _claim("c-3", Happening(act=Act.SHELLING, actors=(NUSRA,)), origin="observatory"),
    )
    (finding,) = _rule(incident, claims=claims)
    assert finding.ruling is Ruling.CONTESTED
    assert finding.by_version == (("SANA, RIA", "breach"), ("Observatory", "outside"), ("Free Army", "denied"))
    assert finding.clause == ""
    assert "As Observatory tells it: outside." in finding.reason
    assert "Denied by Free Army" in finding.reason
    actors = [condition for condition in finding.conditions if condition.name == "actor"]
    assert [condition.claims for condition in actors] == [("c-1",), ("c-3",)]
    assert actors[0].why.startswith("As SANA, RIA tells it: ")


def test_versions_that_come_to_one_ruling_are_not_contested() -> None:
    versions = (
        Version(origin="SANA", claims=("c-1",), actors=(Mention(text="somebody"),)),
        Version(origin="Observatory", claims=("c-1",), actors=(Mention(text="others"),)),
    )
    (finding,) = _rule(_incident(versions=versions))
    assert finding.ruling is Ruling.UNDETERMINED
    assert finding.by_version == (("SANA", "undetermined"), ("Observatory", "undetermined"))
    assert finding.missing == ("who “somebody” were", "who “others” were")


def test_a_label_does_not_contradict_an_account_that_names_one_of_those_it_may_mean() -> None:
    terrorists = Mention(text="terrorists", id="unspecified-terrorists")
    versions = (
        Version(origin="SANA", claims=("c-1",), actors=(terrorists,)),
        Version(origin="Observatory", claims=("c-2",), actors=(NUSRA,)),
    )
    claims = (
        _claim("c-1", Happening(act=Act.SHELLING, actors=(terrorists,))),
        _claim("c-2", Happening(act=Act.SHELLING, actors=(NUSRA,)), origin="observatory"),
    )
    incident = _incident(claims=("c-1", "c-2"), versions=versions)
    (finding,) = _rule(incident, claims=claims)
    assert (finding.ruling, finding.reach, finding.clause) == (Ruling.OUTSIDE, "party", "exempt-nusra")
    assert finding.by_version == (("SANA", "undetermined"), ("Observatory", "outside"))
    assert finding.missing == ()
    assert "As SANA tells it: undetermined." in finding.reason
    other_side = (versions[0], Version(origin="Observatory", claims=("c-2",), actors=(ARMY,)))
    (contradicted,) = _rule(replace(incident, versions=other_side, targets=(FSA,)), claims=claims)
    assert contradicted.ruling is Ruling.CONTESTED
    assert contradicted.by_version == (("SANA", "outside"), ("Observatory", "breach"))


def test_versions_outside_by_different_reaches_give_one_ruling_without_a_clause() -> None:
    infighting = Mention(text="a faction", id="free-syrian-army")
    versions = (
        Version(origin="SANA", claims=("c-1",), actors=(NUSRA,)),
        Version(origin="Observatory", claims=("c-1",), actors=(infighting,)),
    )
    (finding,) = _rule(_incident(versions=versions, targets=(FSA,)))
    assert (finding.ruling, finding.reach, finding.clause) == (Ruling.OUTSIDE, "", "")
    assert "As SANA tells it: outside." in finding.reason


def test_a_denial_alone_contests_nothing_and_is_told() -> None:
    versions = (
        Version(origin="SANA", claims=("c-1",), actors=(FSA,)),
        Version(origin="Free Army", claims=("c-1",), denies=True),
    )
    (finding,) = _rule(_incident(versions=versions))
    assert finding.ruling is Ruling.BREACH
    assert finding.by_version == (("Free Army", "denied"),)
    assert finding.reason.endswith("Denied by Free Army; this holds if it happened as told.")


def test_a_local_truce_is_ruled_beside_the_wider_one_and_both_say_how_they_stand() -> None:
    incident = _incident(actors=(ARMY,), targets=(FSA,), places=(ALEPPO,))
    wider, local = _rule(incident, NATIONWIDE, LOCAL)
    assert (wider.ruling, local.ruling) == (Ruling.BREACH, Ruling.BREACH)
    assert _condition(local, "rank").holds is True
    assert "goes before syria-coh-2016" in _condition(local, "rank").why
    assert _condition(wider, "rank").holds is False
    assert "syria-regime-of-calm-2016" in _condition(wider, "rank").why


def test_no_rank_is_noted_where_the_local_truce_does_not_reach_or_stands_alone() -> None:
    incident = _incident(actors=(ARMY,), targets=(FSA,), places=(ALEPPO,), time=_day("2016-04-01"))
    wider, local = _rule(incident, NATIONWIDE, LOCAL)
    assert (local.ruling, local.reach) == (Ruling.OUTSIDE, "time")
    assert "rank" not in {condition.name for finding in (wider, local) for condition in finding.conditions}
    (alone,) = _rule(_incident(actors=(ARMY,), places=(ALEPPO,)), LOCAL)
    assert "rank" not in {condition.name for condition in alone.conditions}


def test_a_truce_not_yet_declared_rules_nothing() -> None:
    before = dt.datetime(2016, 4, 1, tzinfo=dt.UTC)
    findings, problems = assess([_incident()], [], [NATIONWIDE, LOCAL], REGISTRIES, before)
    assert [finding.truce for finding in findings] == ["syria-coh-2016"]
    assert problems == []


def test_clauses_that_contradict_without_a_rank_are_a_problem_that_cites_both() -> None:
    unranked = LOCAL.model_copy(update={"rank": ()})
    incident = _incident(actors=(ARMY,), targets=(NUSRA,), places=(ALEPPO,))
    findings, problems = assess([incident, replace(incident, id="i-2")], [], [unranked], REGISTRIES, NOW)
    assert [finding.ruling for finding in findings] == [Ruling.UNDETERMINED] * 2
    (problem,) = problems
    assert problem.where == "syria-regime-of-calm-2016"
    assert "“all-fighting”" in problem.message
    assert "“operations-against-exempt”" in problem.message
    assert "Seven Day News" in problem.message
    assert "CNN Arabic" in problem.message
    ranked = LOCAL.model_copy(
        update={"rank": (Rank(first="all-fighting", then="operations-against-exempt", cite="tass"),)}
    )
    findings, problems = assess([incident], [], [ranked], REGISTRIES, NOW)
    assert (findings[0].ruling, findings[0].clause, problems) == (Ruling.BREACH, "all-fighting", [])
