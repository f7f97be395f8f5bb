from __future__ import annotations

from tests.steps.extract.texts import document, read
from tregua.steps.extract.exchange import to_exchange

TEXT = (
    "Rebels committed six violations of the truce in Homs in the last 24 hours, the army said.\n"
    "Rebels fired 21 rockets at Khan Touman in the countryside of Aleppo and killed 3 civilians. Cambodia denied that "
    "Cambodian forces shelled Surin.\n"
    "The truce came into force on 27 February. Iran's minister blamed the rebels.\n"
    "The Iranian-backed Houthi militia blocked aid to Homs, and 69 armed groups have joined."
)


def test_claims_are_written_as_scorers_read_them() -> None:
    claims, _ = read(TEXT, publisher="Wire")
    written = [to_exchange(claim, document(TEXT)) for claim in claims]
    by_kind = {plain["kind"]: plain for plain in reversed(written)}
    assert set(by_kind) == {"tally", "incident", "truce", "blame", "relation", "aid", "adherence"}
    tally = by_kind["tally"]
    assert tally["document"] == "d-1"
    assert (tally["count"], tally["bound"], tally["unit"]) == (6, "exact", "violations")
    assert tally["window"]["start"] == "2016-05-07T00:00"
    assert tally["window"]["end"] == "2016-05-08T00:00"
    assert tally["area"] == {"text": "Homs", "name": None}
    assert tally["chain"] == [{"text": "army", "name": None}, {"text": "Wire", "name": None}]
    incident = by_kind["incident"]
    assert (incident["act"], incident["killed"], incident["injured"], incident["count"]) == ("shelling", 3, None, 21)
    assert incident["place"]["text"] == "Khan Touman, countryside of Aleppo"
    assert [plain["denied_by"] for plain in written if plain["kind"] == "incident"][1] == {
        "text": "Cambodia",
        "name": None,
    }
    assert by_kind["truce"]["status"] == "in_force"
    assert by_kind["blame"]["accused"]["text"] == "rebels"
    assert by_kind["relation"]["type"] == "backs"
    assert by_kind["aid"]["status"] == "blocked"
    assert by_kind["adherence"] | {"who": "groups", "count": 69} == by_kind["adherence"]


def test_lists_of_names_and_open_windows() -> None:
    claims, _ = read("Breaches by the Free Army and the Sham Brigade of the truce: 15 violations until yesterday.")
    plain = next(to_exchange(claim, document("")) for claim in claims if claim.kind == "tally")
    assert plain["window"]["start"] is None
    assert plain["area"] is None
