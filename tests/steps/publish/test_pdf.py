from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

from tests.steps.publish.sample import EMPTY_WEEK, WEEK, sample_book
from tregua.records.claim import Mention
from tregua.records.reconciliation import Reconciliation, StretchBound
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.pdf import report_typst
from tregua.steps.publish.pdf_body import _shares
from tregua.steps.publish.pdf_paper import MOST_ROWS, shortened
from tregua.steps.publish.sentences import Reference


def data_of(book: Book, period: Period) -> dict[str, Any]:
    first = report_typst(book, period).split("\n", 1)[0]
    literal = first.removeprefix('#let data = json(bytes("').removesuffix('"))')
    found: dict[str, Any] = json.loads(literal.replace('\\"', '"').replace("\\\\", "\\"))
    return found


def test_outside_text_stays_inside_one_literal() -> None:
    evil = '"] #panic() \\" $x$ `y`'
    book = replace(sample_book(), title=evil)
    source = report_typst(book, WEEK)
    assert data_of(book, WEEK)["title"] == evil
    assert source.count("#panic") == 1
    assert "#panic" in source.split("\n", 1)[0]


def test_a_link_is_made_only_to_what_the_pdf_holds() -> None:
    def links(value: object) -> set[str]:
        if isinstance(value, dict):
            own = {value["to"]} if value.get("to") else set()
            return own.union(*(links(each) for each in value.values()))
        return set().union(*(links(each) for each in value)) if isinstance(value, list) else set()

    def ids(value: object) -> set[str]:
        if isinstance(value, dict):
            own = {value["id"]} if "id" in value else set()
            return own.union(*(ids(each) for each in value.values()))
        return set().union(*(ids(each) for each in value)) if isinstance(value, list) else set()

    data = data_of(sample_book(), WEEK)
    assert links(data) - ids(data) <= {"conflicts"}
    assert links(data)


def test_quotes_know_their_direction() -> None:
    data = json.dumps(data_of(sample_book(), WEEK), ensure_ascii=False)
    assert '"quote": ["", "قصفت قوات النظام سوق تل اثنان يوم الخميس فقتل مدنيان.", ""], "rtl": true' in data
    assert '"quote": ["", "Regime forces shelled Tell Wahid on the 8th; three people died' in data
    assert data.count('"rtl": false') == 3


def test_empty_parts_are_there_and_empty() -> None:
    data = data_of(sample_book(), EMPTY_WEEK)
    assert data["chart"] == ""
    assert data["map"] == ""
    assert data["not_drawn"] == data["conflicts"] == data["pages"] == data["cases"] == data["rows"] == []


def test_a_book_without_anything_is_written() -> None:
    data = data_of(Book(title="Nothing", zone="UTC"), WEEK)
    assert data["truces"] == "no truce: incidents are not ruled"
    assert data["made_from"] == "records that are not in a ledger"
    assert data["as_of"] == "all that the ledger holds"


def test_of_many_records_under_one_fact_the_first_are_named_and_the_others_counted() -> None:
    cases = [Reference(text="shelling", anchor=f"i-{number}") for number in range(5)]
    several = ("who it was: ", *(part for case in cases for part in (case, "; ")))
    assert shortened(several) == (*several[:6], " and 2 more")
    assert shortened(several[:6]) == several[:6]
    assert shortened(several[:2]) == several[:2]


def test_what_is_ruled_a_breach_or_contested_is_told_in_full_and_all_has_a_row() -> None:
    data = data_of(sample_book(), WEEK)
    assert [case["title"] for case in data["cases"]] == [
        "Shelling, Tell Wahid, 8 March 2016", "Airstrike, تل اثنان, Idlib, 10 March 2016",
    ]  # fmt: skip
    assert [row["full"] for row in data["rows"]] == [True, False, True, False, False, False, False]
    assert {row["id"] for row in (*data["rows"], *data["loose"])} == {f"i-{number:012d}" for number in range(1, 9)}


def test_a_row_says_in_a_few_words_why_it_is_ruled_so() -> None:
    whys = {row["ruling"]: row["why"] for row in data_of(sample_book(), WEEK)["rows"]}
    assert whys == {
        "contested": "clause no-fire",
        "permitted": "clause no-fire",
        "breach": "clause no-fire",
        "undetermined": "The text leaves the ridge open.",
        "outside": "by act",
        "not ruled": "",
    }
    (loose,) = data_of(sample_book(), WEEK)["loose"]
    assert loose["why"] == "not known: who did it; the day"


def test_many_names_and_tellers_of_an_incident_are_counted() -> None:
    book = sample_book()
    names = tuple(Mention(text=name, name=name) for name in ("North", "South", "East", "West"))
    book = replace(book, incidents=(replace(book.incidents[0], actors=names), *book.incidents[1:]))
    assert data_of(book, WEEK)["rows"][0]["cells"][3:] == [
        "North, South and 2 more", "3 killed, at least 5 injured",
        "disputed: Lakeside Coordination Centre and Northern Council Press Office",
    ]  # fmt: skip


def test_of_too_many_incidents_those_ruled_a_breach_keep_their_rows() -> None:
    book = sample_book()
    first, finding = book.incidents[2], book.findings[2]
    copies = [replace(first, id=f"i-9{number:011d}") for number in range(MOST_ROWS + 10)]
    book = replace(
        book,
        incidents=(*book.incidents, *copies),
        findings=(*book.findings, *(replace(finding, id=f"f-{each.id[2:]}", incident=each.id) for each in copies)),
    )
    data = data_of(book, WEEK)
    assert len(data["rows"]) == MOST_ROWS
    assert data["rows_left"] == 17
    assert {"i-000000000001", "i-000000000002"} <= {row["id"] for row in data["rows"]}


def test_days_on_which_nobody_counts_are_drawn_together() -> None:
    (page,) = data_of(sample_book(), Period(first=dt.date(2016, 3, 7), last=dt.date(2016, 3, 20)))["pages"]
    assert [row[0][0]["text"] for row in page["rows"]][-3:] == ["11 March 2016", "12 March 2016", "13 to 20 March 2016"]
    assert [[part["text"] for part in cell] for cell in page["rows"][2]] == [
        ["9 March 2016"], ["22"], ["4", "61 since 27 February 2016"],
    ]  # fmt: skip


def test_who_reports_much_is_shown_with_the_first_few() -> None:
    names = [(f"group {number}", 10 - number) for number in range(8)]
    assert _shares(names) == "group 0 10, group 1 9, group 2 8, group 3 7, group 4 6, others 12"
    assert _shares(names[:2]) == "group 0 10, group 1 9"


def test_series_of_counts_that_say_nothing_of_single_days_have_no_table_of_days() -> None:
    book = sample_book()
    parts = replace(book.reconciliations[0], statements=book.reconciliations[0].statements[3:4])
    data = data_of(replace(book, reconciliations=(parts,)), WEEK)
    assert data["pages"] == []
    assert [ledger["total"] for ledger in data["ledgers"]] == ["none"]


def test_counts_against_each_other_are_printed_for_the_longest_time_alone() -> None:
    def bounded(number: int) -> Reconciliation:
        book, bound = (
            sample_book().reconciliations[number],
            StretchBound(first=dt.date(2016, 3, 7), last=dt.date(2016, 3, 13), area="", low=10, high=20 + number),
        )
        return replace(book, stretches=(bound, replace(bound, area="Aleppo")))

    data = data_of(replace(sample_book(), reconciliations=(bounded(0), bounded(1))), WEEK)
    assert [row[1:3] for each in data["compared"] for row in each["rows"]] == [
        ["Southern Government", "10 to 21"], ["Northern Council", "10 to 20"],
    ]  # fmt: skip
    assert data["compared_left"] == 1
