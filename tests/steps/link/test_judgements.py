from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.steps.link.accounts import ALEPPO, ARMY, HARASTA, KHAN, NUSRA, Desk, at, happening, hours, judged, tally

from tregua.records.claim import Casualties, Mention, PlaceMention, TruceWord
from tregua.records.incident import Incident, Status, incident_id
from tregua.records.judgement import Decision
from tregua.vocabulary.acts import Act, TruceStatus
from tregua.vocabulary.places import PlacePrecision
from tregua.vocabulary.time import day_span

SHELLED = happening(Act.SHELLING, KHAN, actors=(NUSRA,))
RAIDED = happening(Act.AIRSTRIKE, HARASTA, actors=(ARMY,))


@pytest.fixture
def desk() -> Desk:
    """Two reports of one shelling, one of an air strike elsewhere."""
    made = Desk()
    made.report("05-06", SHELLED, "centre", "agency")
    made.report("05-06", SHELLED, "network")
    made.report("05-06", RAIDED, "rebels")
    return made


def _ids(desk: Desk) -> tuple[str, str]:
    """Return the ids of the shelling and of the air strike."""
    by_act = {incident.act: incident.id for incident in desk.incidents()}
    return by_act[Act.SHELLING], by_act[Act.AIRSTRIKE]


def _messages(desk: Desk, *judgements: object) -> list[tuple[str, str]]:
    _, problems = desk.link(*judgements)  # type: ignore[arg-type]
    assert all((problem.severity, problem.step) == ("warning", "link") for problem in problems)
    return [(problem.where, problem.message) for problem in problems]


@pytest.mark.parametrize(("decision", "status"), [(Decision.VERIFY, "verified"), (Decision.REFUTE, "refuted")])
def test_a_person_can_settle_the_status(desk: Desk, decision: Decision, status: str) -> None:
    shelling, _ = _ids(desk)
    settled = next(one for one in desk.incidents(judged(decision, shelling)) if one.id == shelling)
    assert settled.status is Status(status)
    assert settled.status_reason == f"{status} by Ana on 2016-06-01 (j-1): we looked"


def test_a_later_judgement_overrules_an_earlier_one(desk: Desk) -> None:
    shelling, _ = _ids(desk)
    incidents = desk.incidents(judged(Decision.VERIFY, shelling), judged(Decision.REFUTE, shelling))
    assert next(one.status for one in incidents if one.id == shelling) is Status.REFUTED


def test_merging_makes_one_incident_that_later_judgements_can_name(desk: Desk) -> None:
    shelling, raid = _ids(desk)
    (incident,) = desk.incidents(judged(Decision.MERGE, shelling, raid), judged(Decision.VERIFY, raid))
    assert incident.id == shelling
    assert incident.status is Status.VERIFIED
    assert incident.reasons[-1] == "j-1: merged by Ana: we looked"
    assert incident.differs == ("act", "actors", "places")


def test_merging_can_name_claims(desk: Desk) -> None:
    (incident,) = desk.incidents(judged(Decision.MERGE, desk.claims[0].id, desk.claims[2].id))
    assert len(incident.claims) == 3


def test_merging_what_is_one_already_changes_nothing(desk: Desk) -> None:
    assert len(desk.incidents(judged(Decision.MERGE, desk.claims[0].id, desk.claims[1].id))) == 2


def test_splitting_takes_claims_out(desk: Desk) -> None:
    shelling, _ = _ids(desk)
    incidents = desk.incidents(judged(Decision.SPLIT, shelling, desk.claims[1].id))
    assert len(incidents) == 3
    split = [one for one in incidents if one.act is Act.SHELLING]
    assert [one.reasons for one in split] == [("j-1: split by Ana: we looked",)] * 2
    assert {one.status for one in split} == {Status.ALLEGED}


def test_a_split_that_leaves_nothing_is_a_problem(desk: Desk) -> None:
    shelling, _ = _ids(desk)
    ((where, message),) = _messages(desk, judged(Decision.SPLIT, shelling, *(claim.id for claim in desk.claims[:2])))
    assert where == "j-1"
    assert message == f"{shelling} cannot be split so: name some, not all, of the claims it holds"


def test_a_split_of_what_stands_apart_already_changes_nothing(desk: Desk) -> None:
    shelling, _ = _ids(desk)
    assert desk.incidents(judged(Decision.SPLIT, shelling, desk.claims[2].id)) == desk.incidents()


def test_a_split_takes_out_what_is_still_there_and_says_what_is_not(desk: Desk) -> None:
    shelling, _ = _ids(desk)
    linked, problems = desk.link(judged(Decision.SPLIT, shelling, desk.claims[1].id, "c-gone"))
    assert len(linked.incidents) == 3
    assert [problem.message for problem in problems] == ["no claim has the id 'c-gone' any more"]


@pytest.mark.parametrize("decision", [Decision.VERIFY, Decision.MERGE, Decision.SPLIT, Decision.CORRECT])
def test_an_id_that_no_longer_exists_is_a_problem(desk: Desk, decision: Decision) -> None:
    shelling, _ = _ids(desk)
    apart = ("i-gone", desk.claims[0].id)
    subjects = {Decision.MERGE: (shelling, "i-gone"), Decision.SPLIT: apart}.get(decision, ("i-gone",))
    slot, value = ("act", "airstrike") if decision is Decision.CORRECT else ("", "")
    messages = _messages(desk, judged(decision, *subjects, slot=slot, value=value))
    assert messages == [("j-1", "no incident or claim has the id 'i-gone' any more")]


def test_dropping_a_claim_or_a_document_leaves_it_out(desk: Desk) -> None:
    assert [len(one.claims) for one in desk.incidents(judged(Decision.DROP, desk.claims[0].id))] == [1, 1]
    assert len(desk.incidents(judged(Decision.DROP, "d0", "d1"))) == 1
    assert _messages(desk, judged(Decision.DROP, "c-gone")) == [("j-1", "no claim has the id 'c-gone' any more")]
    assert _messages(desk, judged(Decision.DROP, "d-gone")) == []


def test_what_is_corrected_of_a_document_is_no_matter_of_incidents(desk: Desk) -> None:
    assert _messages(desk, judged(Decision.CORRECT, "d0", slot="publisher", value="SANA")) == []


def _corrected(desk: Desk, slot: str, value: str) -> Incident:
    shelling, _ = _ids(desk)
    incidents = desk.incidents(judged(Decision.CORRECT, shelling, slot=slot, value=value))
    return next(one for one in incidents if one.id == shelling)


def test_every_slot_of_an_incident_can_be_corrected(desk: Desk) -> None:
    assert _corrected(desk, "act", "explosion").act is Act.EXPLOSION
    assert _corrected(desk, "killed", "4").killed == Casualties(low=4, best=4, high=4)
    assert _corrected(desk, "injured", "unknown").injured is None
    assert _corrected(desk, "date", "unknown").time is None
    assert _corrected(desk, "actor", "").actors == ()
    assert _corrected(desk, "place", "unknown").places == ()
    time = _corrected(desk, "date", "2016-05-05").time
    assert time is not None
    assert (time.start, time.end) == (at("05-05"), at("05-06"))
    reasons = _corrected(desk, "act", "explosion").reasons
    assert reasons[-1] == "j-1: act corrected to explosion by Ana: we looked"


@pytest.mark.parametrize("value", ["army", "Syrian army", "syrian  Army"])
def test_a_known_actor_can_be_named_by_id_or_name(desk: Desk, value: str) -> None:
    (actor,) = _corrected(desk, "actor", value).actors
    assert (actor.id, actor.name, actor.rule) == ("army", "Syrian army", "corrected by Ana (j-1)")


def test_an_actor_or_place_that_no_claim_names_is_kept_by_its_name(desk: Desk) -> None:
    assert _corrected(desk, "actor", "Somebody").actors[0] == Mention(
        text="Somebody", name="Somebody", rule="corrected by Ana (j-1)"
    )
    assert _corrected(desk, "place", "Somewhere").places[0].id == ""


def test_a_place_that_was_named_as_near_is_exact_once_corrected(desk: Desk) -> None:
    near = PlaceMention(text="near Tell X", name="Tell X", id="tell-x", precision=PlacePrecision.NEAR)
    desk.report("05-06", happening(Act.SHELLING, near), "network")
    (place,) = _corrected(desk, "place", "tell-x").places
    assert (place.id, place.precision) == ("tell-x", PlacePrecision.EXACT)
    (known,) = _corrected(desk, "place", "Harasta").places
    assert (known.id, known.precision) == ("harasta", PlacePrecision.EXACT)


def test_a_corrected_slot_differs_no_more() -> None:
    desk = Desk()
    one = hours("05-06", "05-07")
    desk.report("05-06", happening(Act.SHELLING, KHAN, time=one, actors=(NUSRA,)), "agency")
    desk.report("05-06", happening(Act.SHELLING, KHAN, time=one, actors=(ARMY,)), "rebels")
    (incident,) = desk.incidents()
    assert incident.differs == ("actors",)
    (settled,) = desk.incidents(judged(Decision.CORRECT, incident.id, slot="actor", value="army"))
    assert settled.differs == ()
    assert [actor.id for actor in settled.actors] == ["army"]


@pytest.mark.parametrize(
    ("slot", "value", "message"),
    [
        ("act", "shooting", "there is no act 'shooting'; did you mean"),
        ("killed", "many", "killed needs a number of people or 'unknown', not 'many'"),
        ("date", "Sunday", "date needs a day such as 2016-05-06 or 'unknown', not 'Sunday'"),
        ("weapon", "mortar", "there is no slot 'weapon'; known here: act"),
    ],
)
def test_a_value_that_cannot_be_read_is_a_problem(desk: Desk, slot: str, value: str, message: str) -> None:
    for subject in (_ids(desk)[0], desk.claims[0].id):
        ((where, said),) = _messages(desk, judged(Decision.CORRECT, subject, slot=slot, value=value))
        assert where == "j-1"
        assert said.startswith(message)


def test_a_claim_is_corrected_before_it_is_linked(desk: Desk) -> None:
    incidents = desk.incidents(judged(Decision.CORRECT, desk.claims[1].id, slot="place", value="harasta"))
    assert len(incidents) == 3
    incidents = desk.incidents(judged(Decision.CORRECT, desk.claims[0].id, slot="killed", value="3"))
    assert incidents[0].killed == Casualties(low=3, best=3, high=3)


def test_a_counts_accused_area_and_day_can_be_corrected() -> None:
    desk = Desk()
    claim = desk.report(None, tally(6), "centre")
    desk.report("05-06", happening(Act.SHELLING, ALEPPO, actors=(NUSRA,)), "network")
    linked, problems = desk.link(
        judged(Decision.CORRECT, claim, slot="actor", value="nusra"),
        judged(Decision.CORRECT, claim, slot="place", value="Aleppo"),
        judged(Decision.CORRECT, claim, slot="date", value="2016-05-06"),
    )
    assert problems == []
    counted = linked.testimonies[0].tally
    assert counted is not None
    assert [accused.id for accused in counted.accused] == ["nusra"]
    assert [place.id for place in counted.area] == ["aleppo"]
    assert counted.window is not None
    assert counted.window.within(day_span(at("05-06").date(), at("05-06").tzinfo or pytest.fail("a zone")))


def test_a_claim_without_such_a_slot_cannot_be_corrected_so() -> None:
    desk = Desk()
    count = desk.report("05-06", tally(6), "centre")
    word = desk.report("05-06", TruceWord(status=TruceStatus.IN_FORCE), "centre")
    for claim in (count, word):
        messages = _messages(desk, judged(Decision.CORRECT, claim, slot="killed", value="3"))
        assert messages == [("j-1", f"the claim {claim!r} has no such slot")]


def _partition(incidents: Sequence[Incident]) -> dict[str, frozenset[str]]:
    return {incident.id: frozenset(incident.claims) for incident in incidents}


def test_an_incident_keeps_its_id_when_more_reports_come_in_whenever_they_were_published() -> None:
    desk = Desk()
    dated = happening(Act.SHELLING, KHAN, actors=(NUSRA,), time=hours("05-05", "05-06"))
    named = incident_id(desk.report("05-06", dated, "agency"))
    for day, source in (("05-05", "observatory"), ("05-07", "rebels"), ("05-06", "network")):
        desk.report(day, dated, source)
        assert [incident.id for incident in desk.incidents()] == [named]


def test_evidence_that_comes_one_by_one_gives_the_names_that_all_at_once_gives(desk: Desk) -> None:
    desk.report("05-05", SHELLED, "observatory")
    growing = Desk()
    for claim in desk.claims:
        growing.documents[claim.document] = desk.documents[claim.document]
        growing.claims.append(claim)
        last = _partition(growing.incidents())
    assert last == _partition(desk.incidents())


def test_an_id_of_what_was_joined_since_finds_what_it_became() -> None:
    desk = Desk()
    late = desk.report("05-06", SHELLED, "network")
    first = desk.report("05-06", SHELLED, "agency")
    (incident,) = desk.incidents(judged(Decision.VERIFY, incident_id(first)))
    assert incident.id == incident_id(late)
    assert incident.status is Status.VERIFIED


def test_what_people_ruled_on_the_parts_stays_with_the_whole_and_the_last_word_counts(desk: Desk) -> None:
    shelling, raid = _ids(desk)
    merge = judged(Decision.MERGE, shelling, raid)
    verify, refute = judged(Decision.VERIFY, raid), judged(Decision.REFUTE, shelling)
    assert desk.incidents(verify, merge)[0].status is Status.VERIFIED
    assert desk.incidents(verify, refute, merge)[0].status is Status.REFUTED
    assert desk.incidents(refute, verify, merge)[0].status is Status.VERIFIED
    fewer, more = (judged(Decision.CORRECT, raid, slot="killed", value=value) for value in ("2", "5"))
    assert desk.incidents(more, fewer, merge)[0].killed == Casualties(low=2, best=2, high=2)


def test_what_people_ruled_stays_with_the_rest_when_claims_are_taken_out(desk: Desk) -> None:
    shelling, _ = _ids(desk)
    rest, out = desk.claims[0].id, desk.claims[1].id
    incidents = desk.incidents(judged(Decision.VERIFY, shelling), judged(Decision.SPLIT, shelling, out))
    by_claim = {incident.claims[0]: incident.status for incident in incidents}
    assert (by_claim[rest], by_claim[out]) == (Status.VERIFIED, Status.ALLEGED)


def test_claims_taken_out_together_keep_why_they_are_one(desk: Desk) -> None:
    fourth = desk.report("05-06", SHELLED, "observatory")
    shelling, _ = _ids(desk)
    incidents = desk.incidents(judged(Decision.SPLIT, shelling, desk.claims[1].id, fourth))
    (taken,) = (incident for incident in incidents if fourth in incident.claims)
    assert taken.id == incident_id(desk.claims[1].id)
    assert taken.reasons[-1] == "j-1: split by Ana: we looked"
    assert not any(desk.claims[0].id in reason for reason in taken.reasons)
