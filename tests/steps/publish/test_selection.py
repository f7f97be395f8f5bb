from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.steps.publish.sample import WEEK, sample_book
from tests.steps.publish.statements import span_of
from tregua.steps.publish.book import Catalogue, Period
from tregua.steps.publish.selection import Selection, select

BOOK = sample_book()


def chosen(first: int, last: int) -> Selection:
    period = Period(first=dt.date(2016, 3, first), last=dt.date(2016, 3, last))
    return select(BOOK, Catalogue(BOOK), period)


def test_incidents_within_stand_apart_from_those_that_reach_beyond() -> None:
    found = chosen(7, 13)
    assert len(found.incidents) == 7
    assert found.across == ()
    narrow = chosen(10, 11)
    assert [item.id for item in narrow.incidents] == ["i-000000000002", "i-000000000003", "i-000000000008"]
    assert [item.id for item in narrow.across] == ["i-000000000006"]


def test_undated_incidents_belong_where_they_were_published() -> None:
    assert [item.id for item in chosen(7, 13).undated] == ["i-000000000004"]
    dated = [replace(d, published=BOOK.documents[0].published) for d in BOOK.documents]
    book = replace(BOOK, documents=tuple(dated))
    period = Period(first=dt.date(2016, 1, 4), last=dt.date(2016, 1, 10))
    assert select(book, Catalogue(book), period).undated == ()


def test_a_running_total_belongs_to_the_period_it_ends_in() -> None:
    assert "t-000000000002" in {item.id for item in chosen(7, 13).counts}
    assert "t-000000000002" not in {item.id for item in chosen(1, 8).counts}


def test_a_short_count_over_the_edge_belongs_to_both_sides() -> None:
    tally = BOOK.testimonies[0].tally
    assert tally is not None
    over = replace(
        BOOK.testimonies[0], tally=replace(tally, window=span_of(dt.date(2016, 3, 12), dt.date(2016, 3, 15)))
    )
    book = replace(BOOK, testimonies=(over,))
    assert select(book, Catalogue(book), WEEK).counts == (over,)


def test_reports_are_those_of_the_period_and_those_relied_on() -> None:
    ids = [item.id for item in chosen(7, 8).documents]
    assert "d-000000000001" in ids
    assert "d-000000000008" not in ids
    assert [item.id for item in chosen(7, 8).undated_documents] == ["d-000000000005"]


def test_claims_are_each_given_once() -> None:
    found = chosen(7, 13).claims(Catalogue(BOOK))
    assert len({claim.id for claim in found}) == len(found)
    bare = replace(BOOK, claims=())
    assert chosen(7, 13).claims(Catalogue(bare)) == ()
