from __future__ import annotations

from dataclasses import replace

import pytest

from tests.steps.publish.cast import COUNCIL, GOVERNMENT
from tests.steps.publish.sample import sample_book
from tregua.records.claim import Adherence, Aid, Blame, Relation, Slots, TruceWord
from tregua.steps.publish.accounts import Accounts
from tregua.steps.publish.book import Catalogue
from tregua.steps.publish.naming import Names
from tregua.vocabulary.acts import AidStatus, RelationType, TruceStatus

BOOK = sample_book()
ACCOUNTS = Accounts(BOOK, Catalogue(BOOK), Names(BOOK))


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        (TruceWord(status=TruceStatus.IN_FORCE), "truce in force"),
        (
            Blame(blamers=(GOVERNMENT,), accused=(COUNCIL,)),
            "Southern Army (Southern Government) blames “the terrorists” (Northern Council)",
        ),
        (
            Relation(type=RelationType.MEMBER_OF, source=(GOVERNMENT,), target=(COUNCIL,)),
            "Southern Army (Southern Government): member of “the terrorists” (Northern Council)",
        ),
        (Aid(status=AidStatus.BLOCKED), "aid blocked"),
        (Adherence(who="towns", status="joined", count=3), "towns joined: 3"),
        (Adherence(who="groups", status="left"), "groups left: number not stated"),
    ],
)
def test_every_kind_of_claim_is_put_in_words(slots: Slots, words: str) -> None:
    assert ACCOUNTS.says(replace(BOOK.claims[0], slots=slots)) == words


def test_a_claim_keeps_its_whole_chain_and_sides() -> None:
    account = ACCOUNTS.claim(BOOK.claims[1])
    assert [(link.name, link.printed, link.side) for link in account.chain] == [
        ("Lakeside Coordination Centre", "the centre at the lake", "Southern Government"),
        ("Southern Press Agency", "SPA", "Southern Government"),
        ("The Daily Courier", "Courier", "side not known"),
    ]


def test_a_claim_of_a_lost_report_says_so() -> None:
    account = ACCOUNTS.claim(replace(BOOK.claims[0], document="d-lost"))
    assert (account.title, account.published, account.address) == ("a report that is not in this book", "", "")


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    assert ACCOUNTS.claim(BOOK.claims[5]).address == ""


def test_an_incident_without_place_or_actor_says_so() -> None:
    account = ACCOUNTS.incident(replace(BOOK.incidents[2], places=(), id="i-x"))
    assert (account.where, account.actors, account.targets) == ("place not stated", "not stated", "target not stated")
    assert account.ruling == "not ruled"
    assert account.findings == ()


def test_a_testimony_that_is_no_count_says_so() -> None:
    account = ACCOUNTS.count(BOOK.testimonies[9])
    assert account.says == "no count"
    assert account.copies == 2
    assert ACCOUNTS.count(BOOK.testimonies[8]).outlets == "publisher not known"


def test_a_citation_is_written_out_where_the_truce_is_known() -> None:
    found = ACCOUNTS.ruling(BOOK.findings[0])
    assert found.citation == "Joint statement of the guarantors, 3 <https://terms.example/st>"
    assert ACCOUNTS.ruling(replace(BOOK.findings[0], truce="other")).citation == "statement, 3"


def test_namings_are_those_of_claims_about_events() -> None:
    names = Names(BOOK)
    assert names.namings(BOOK.claims[:1]) == ()
    assert names.namings((replace(BOOK.claims[10], chain=()),)) == (
        "“the terrorists”: a speaker the text does not name",
    )
    assert names.source_name("watch-centre") == "Lakeside Coordination Centre"
    assert names.source_name("lost") == "lost"
    assert names.side("far-side") == "far side"
    assert names.truce("lost") == "lost"
