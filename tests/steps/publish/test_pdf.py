from __future__ import annotations

import json
from dataclasses import replace

from tests.steps.publish.sample import EMPTY_WEEK, WEEK, sample_book
from tregua.steps.publish import pdf
from tregua.steps.publish.book import Book, Period
from tregua.steps.publish.headline import Reference
from tregua.steps.publish.pdf import report_typst


def data_of(book: Book, period: Period) -> dict[str, object]:
    first = report_typst(book, period).split("\n", 1)[0]
    literal = first.removeprefix('#let data = json(bytes("').removesuffix('"))')
    found: dict[str, object] = json.loads(literal.replace('\\"', '"').replace("\\\\", "\\"))
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
    assert '"quote": "قصفت قوات النظام سوق تل اثنان يوم الخميس فقتل مدنيان.", "rtl": true' in data
    assert '"quote": "22 on Wednesday", "rtl": false' in data


def test_empty_parts_are_there_and_empty() -> None:
    data = data_of(sample_book(), EMPTY_WEEK)
    assert data["chart"] == ""
    assert data["map"] == ""
    assert data["not_drawn"] == data["conflicts"] == data["pages"] == []


def test_a_book_without_anything_is_written() -> None:
    data = data_of(Book(title="Nothing", zone="UTC"), WEEK)
    assert data["truces"] == "no truce: incidents are not ruled"
    assert data["made_from"] == "records that are not in a ledger"
    assert data["as_of"] == "all that the ledger holds"


def test_of_many_records_under_one_fact_the_first_are_named_and_the_others_counted() -> None:
    cases = [Reference(text="shelling", anchor=f"i-{number}") for number in range(5)]
    several = ("who it was: ", *(part for case in cases for part in (case, "; ")))
    assert pdf._first(several) == (*several[:6], " and 2 more")
    assert pdf._first(several[:6]) == several[:6]
