from __future__ import annotations

from dataclasses import replace

import pytest

from tests.steps.publish.sample import sample_book
from tregua.errors import UnknownRecordError
from tregua.records.claim import Casualties, Mention, PlaceMention
from tregua.records.incident import Version
from tregua.records.indicator import indicator_id
from tregua.steps.publish.accounts import Accounts
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.explain import explain
from tregua.steps.publish.naming import Names
from tregua.vocabulary.acts import Act

BOOK = sample_book()


def every_id() -> list[str]:
    kinds = (BOOK.incidents, BOOK.findings, BOOK.testimonies, BOOK.claims, BOOK.reconciliations, BOOK.documents)
    told = [each.id for each in BOOK.reconciliations[0].discrepancies]
    return [item.id for kind in kinds for item in kind] + told + [key for key, _ in BOOK.judgements]


@pytest.mark.parametrize("record", every_id())
def test_every_record_can_be_explained(record: str) -> None:
    found = explain(BOOK, record)
    assert found.id == record
    assert record in found.title
    assert found.lines
    assert found.as_dict()["lines"]


def test_text_keeps_to_80_columns_but_for_addresses() -> None:
    for record in every_id():
        long = [line for line in explain(BOOK, record).text().split("\n") if len(line) > 80]
        assert all(" " not in line.strip() for line in long)


def test_an_incident_says_why_it_is_what_it_is() -> None:
    text = explain(BOOK, "i-000000000001").text()
    for words in (
        "Status disputed: Each side says that the other fired.",
        "Accounts differ in actors and killed:",
        "Denied by Northern Council Press Office.",
        "As Lakeside Coordination Centre tells it: breach.",
        "It rests on 2 claims:",
        "“The terrorists fired mortars at an army post in Tell Wahid.”",
        "Denied in the same report by Northern Council Press Office.",
        "https://news.example/000000000001",
    ):
        assert words in text


def test_an_incident_leads_to_the_conditions_of_its_findings_and_they_to_its_claims() -> None:
    finding = next(item for item in BOOK.findings if item.conditions)
    incident = explain(BOOK, finding.incident).text()
    assert f"Condition by condition: explain {finding.id}" in incident
    assert "Condition actor" not in incident
    told = explain(BOOK, finding.id).text()
    assert "Condition actor: not known." in told
    assert f"Incident {finding.incident} rests on:" in told


def test_a_claim_of_a_few_words_is_shown_in_its_sentence() -> None:
    claim = BOOK.claims[10]
    text = "Talks went on.  On Friday a mortar struck\nthe market. Nobody was hurt."
    start = text.index("struck")
    found = replace(claim, quote="struck", span=(start, start + 6))
    documents = tuple(replace(each, text=text) if each.id == claim.document else each for each in BOOK.documents)
    told = explain(replace(BOOK, claims=(found,), documents=documents), found.id).text()
    assert "“On Friday a mortar struck”" in told
    assert "Read from the words “struck”." in told


def test_a_testimony_says_how_often_it_was_copied_and_why_it_is_one() -> None:
    text = explain(BOOK, "t-000000000001").text()
    assert "2 claims in 2 outlets, one origin: Lakeside Coordination Centre" in text
    assert "Held to be the same testimony: same origin, same number, same day" in text
    assert "It is an equation in the books r-000000000001" in text
    assert "Cannot all be true: 70 (27 to 29 February)" in explain(BOOK, "t-000000000002").text()


def test_a_copy_without_a_kept_reason_says_so() -> None:
    bare = replace(BOOK.testimonies[0], reasons=())
    text = explain(replace(BOOK, testimonies=(bare,)), bare.id).text()
    assert "Held to be the same testimony: no reason is kept" in text


def test_the_books_of_an_origin_write_out_their_equations() -> None:
    text = " ".join(explain(BOOK, "r-000000000001").text().split())
    assert "Cannot all be true: 70 (27 to 29 February)" in text
    assert "8 March 2016, Aleppo: 5 (t-000000000008)" in text
    assert "10 March 2016: 0 or more; nothing limits it" in text
    assert "7 March 2016: 0 to 48" in text
    assert "A split that does not add up: 5 in Aleppo" in text
    assert "about anyone" in explain(BOOK, "r-000000000003").text()
    assert "12 March 2016: at least 11 stated" in text


def test_a_discrepancy_says_what_it_means_and_which_counts_it_rests_on() -> None:
    text = " ".join(explain(BOOK, "q-000000000002").text().split())
    for words in (
        "in the counts of Lakeside Coordination Centre about Northern Council: A split that does not add up.",
        "What this means: A bulletin gives a total and the numbers of its parts",
        "8 March 2016: 9 (t-000000000001)",
        "what they leave for each day: r-000000000001.",
    ):
        assert words in text
    assert "Nobody says at what hour" not in text


def test_a_count_that_ends_at_an_unknown_hour_says_so() -> None:
    first, *others = BOOK.reconciliations
    loose = replace(first, statements=tuple(replace(each, slack=1) for each in first.statements))
    text = " ".join(explain(replace(BOOK, reconciliations=(loose, *others)), "q-000000000001").text().split())
    assert "Nobody says at what hour it ends: 9 March 2016 may count in part or not at all." in text


def test_a_discrepancy_between_counts_that_name_nobody() -> None:
    last = BOOK.reconciliations[2]
    found = replace(BOOK.reconciliations[0].discrepancies[0], id="q-000000000009")
    nameless = replace(last, discrepancies=(found,))
    assert "about anyone" in explain(replace(BOOK, reconciliations=(nameless,)), found.id).title


def test_a_figure_names_what_it_counts() -> None:
    text = explain(BOOK, indicator_id("incidents by ruling", "lake-truce: breach")).text()
    assert "It counts 1 record:" in text
    assert "i-000000000002: airstrike, 10 March 2016, as stated" in text
    figures = {figure.name: figure.id for figure in BOOK.indicators}
    counts = explain(BOOK, figures["counts by origin"]).text()
    assert "a man who gave no name: 2 breaches" in counts


def test_a_figure_of_reports_leads_to_pages() -> None:
    text = explain(BOOK, indicator_id("reports read", "period")).text()
    assert "Report d-000000000001" in text


def test_a_judgement_is_told_where_it_decided() -> None:
    assert "A. Desk decided on 14 March 2016" in explain(BOOK, "i-000000000007").text()
    assert "a wedding" in explain(BOOK, "j-2").text()


def test_a_claim_tells_its_trace_incident_and_testimony() -> None:
    traced = replace(BOOK.claims[12], trace=("pattern: act then place",))
    book = replace(BOOK, claims=(*BOOK.claims[:12], traced, *BOOK.claims[13:]))
    text = explain(book, traced.id).text()
    assert "Part of testimony t-000000000010" in text
    assert "Part of incident i-000000000002 (alleged)." in text
    assert "pattern: act then place" in text


def test_what_a_broken_book_lacks_is_said() -> None:
    book = replace(BOOK, claims=BOOK.claims[:11], documents=(), incidents=BOOK.incidents[:1])
    text = explain(book, "i-000000000001").text()
    assert "c-000000000012: not in this book" in text
    assert "Report d-000000000001 is not in this book." in text
    assert "rests on" not in explain(book, "f-000000000002").text()
    assert "99" not in explain(replace(book, testimonies=()), "r-000000000003").text().partition("Statements")[0]


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(UnknownRecordError, match="the nearest are i-000000000001"):
        explain(BOOK, "i-00000000001")
    with pytest.raises(UnknownRecordError, match="ids are printed by"):
        explain(Book(title="x", zone="UTC"), "zzz")


def test_an_incident_says_of_each_slot_who_says_what() -> None:
    place = PlaceMention(text="the hamlet", within="the province")
    known = PlaceMention(text="Tall Wahid", name="Tell Wahid", id="tell-wahid")
    toll = Casualties(low=2, best=2, high=2)
    versions = (
        Version(origin="One", claims=("c-000000000011",), act=Act.SHELLING, places=(known, place),
                targets=(Mention(text="A market"),), weapons=("mortars",)),
        Version(origin="Two", claims=("c-000000000012",), act=Act.SHELLING, places=(known,), killed=toll, injured=toll,
                targets=(Mention(text="a market"),), time=BOOK.incidents[0].time),
        Version(origin="Three", claims=("c-000000000013",), denies=True),
    )  # fmt: skip
    incident = replace(BOOK.incidents[0], versions=versions, differs=())
    account = Accounts(BOOK, Catalogue(BOOK), Names(BOOK)).incident(incident)
    assert [telling.words for telling in account.tellings] == [
        "Act: shelling (One, Two).",
        "On: “A market” (One, Two).",
        "Place: Tell Wahid (One, Two); the hamlet, the province (One).",
        "Time: 8 March 2016 (Two).",
        "Killed: 2 (Two).",
        "Injured: 2 (Two).",
        "With: mortars (One).",
    ]
    text = explain(replace(BOOK, incidents=(incident,)), incident.id).text()
    assert "Accounts do not contradict each other:" in text
    assert "  Denied by Three." in text
    alone = replace(incident, versions=versions[:1])
    assert "Accounts" not in explain(replace(BOOK, incidents=(alone,)), alone.id).text()


def test_an_incident_that_may_be_another_says_so() -> None:
    words = "It may be an incident that others tell of"
    told = {incident.id: words in explain(BOOK, incident.id).text() for incident in BOOK.incidents}
    assert told == {incident.id: incident.may_be_another for incident in BOOK.incidents}
    assert len({*told.values()}) == 2


def test_an_incident_that_may_be_another_names_those_that_it_nearly_fits() -> None:
    doubtful = next(incident for incident in BOOK.incidents if incident.may_be_another)
    other = next(incident for incident in BOOK.incidents if not incident.may_be_another)
    named = replace(doubtful, may_be_of=(other.claims[0], "c-000000000000"))
    book = replace(BOOK, incidents=(*(each for each in BOOK.incidents if each != doubtful), named))
    text = explain(book, named.id).text()
    assert text.count("It nearly fits ") == 1
    assert f"It nearly fits {other.id}: " in text
