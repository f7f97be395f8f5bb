from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.steps.publish.sample import RECONCILIATIONS, WEEK, sample_book
from tregua.records.reconciliation import Reconciliation
from tregua.steps.publish.book import Book, Catalogue, Period
from tregua.steps.publish.figures import figures_of
from tregua.steps.publish.headline import headline
from tregua.steps.publish.ledgers import Facing, face
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import select
from tregua.steps.publish.sentences import Reference
from tregua.vocabulary.stances import Bound

BOOK = sample_book()


def facing(book: Book = BOOK, period: Period = WEEK) -> Facing:
    selection = select(book, Catalogue(book), period)
    return face(book, selection, figures_of(book, selection), Names(book))


def test_ledgers_stand_in_the_order_of_sides() -> None:
    found = facing()
    assert [ledger.side for ledger in found.ledgers] == ["Northern Council", "Southern Government"]
    assert [ledger.accused for ledger in found.ledgers] == ["Southern Government", "Northern Council"]


def test_stated_counts_running_totals_and_room_are_kept_apart() -> None:
    days = {entry.day.day: entry for entry in facing().ledgers[1].days}
    assert [entry.text for entry in days[9].stated] == ["4"]
    assert [entry.text for entry in days[9].running] == ["61 since 27 February 2016"]
    assert days[7].bounds == "0 to 48"
    assert days[10].bounds == ""
    assert days[11].bounds == "2 or more"
    assert days[13].bounds == ""


def test_a_sum_is_as_loose_as_its_loosest_part() -> None:
    found = facing()
    assert found.ledgers[1].total == "at least 24"
    about = [replace(s, bound=Bound.ABOUT) for s in RECONCILIATIONS[1].statements]
    book = replace(BOOK, reconciliations=(replace(RECONCILIATIONS[1], statements=tuple(about)),))
    assert facing(book).ledgers[0].total == "about 53"


def test_equal_bounds_are_one_number() -> None:
    days = tuple(replace(day, low=3, high=3) for day in RECONCILIATIONS[1].days)
    book = replace(BOOK, reconciliations=(replace(RECONCILIATIONS[1], days=days),))
    assert facing(book).ledgers[0].days[1].bounds == "3"


def test_parts_of_the_area_stand_beside_the_whole() -> None:
    assert [(where, entry.text) for where, entry in facing().ledgers[1].parts] == [("Aleppo, 8 March 2016", "5")]


def test_incidents_found_stand_beside_by_accused() -> None:
    found = {each.title: [figure.text if figure else None for figure in each.figures] for each in facing().found}
    assert found["by anyone"] == [None, "1", None, "2 to 3", "1 to 2", "1", "1"]
    assert found["by Northern Council"] == [None, "1", None, None, None, None, None]


def test_only_conflicts_that_touch_the_period_are_told() -> None:
    early = Period(first=dt.date(2016, 3, 12), last=dt.date(2016, 3, 13))
    assert len(facing().ledgers[1].discrepancies) == 2
    assert facing(period=early).ledgers[0].discrepancies == ()


def test_long_silence_is_one_row() -> None:
    month = Period(first=dt.date(2016, 3, 1), last=dt.date(2016, 3, 31))
    page = facing(period=month).pages()[0]
    words = [stretch.words for stretch in page.stretches]
    assert words[0] == "1 to 6 March 2016"
    assert words[-1] == "14 to 31 March 2016"
    assert page.ledgers[1].bounds((0, 6)) == ""


def test_many_ledgers_are_set_in_pages_the_fullest_first() -> None:
    def copy(number: int) -> Reconciliation:
        return replace(RECONCILIATIONS[1], id=f"r-{number:012d}", statements=RECONCILIATIONS[1].statements[:1])

    book = replace(BOOK, reconciliations=(*(copy(number) for number in range(10, 16)), *RECONCILIATIONS))
    pages = facing(book).pages()
    assert [len(page.ledgers) for page in pages] == [4, 4]
    assert {"r-000000000001", "r-000000000002"} <= {ledger.id for ledger in pages[0].ledgers}
    assert pages[0].sides == (("Northern Council", 3), ("Southern Government", 1))


def told(book: Book, period: Period = WEEK) -> list[str]:
    catalogue = Catalogue(book)
    selection = select(book, catalogue, period)
    figures = figures_of(book, selection)
    topics = headline(book, catalogue, selection, figures, facing(book, period))
    return [
        f"{topic.title}: {''.join(part.text if isinstance(part, Reference) else part for part in each)}"
        for topic in topics
        for each in topic.sentences
    ]


def test_the_headline_says_each_thing_in_a_sentence() -> None:
    sentences = told(BOOK)
    assert sentences[0] == (
        "Reported: 7 incidents reported in this period; 1 of them, told by one account without an exact place or time, "
        "may be another of these told again; not counted with them: 1 whose day nobody states."
    )
    assert "Reported: People said to have been killed: 5 to 7; for 5 incidents nobody gives a number." in sentences
    assert (
        "Ruled: Under “Cessation of hostilities of the lake provinces”: 1 ruled a breach; 1 contested (versions are "
        "ruled differently); 2 undetermined (a deciding fact is missing); 1 permitted; 1 outside the terms; 1 not "
        "ruled."
    ) in sentences
    assert (
        "Ruled: Contested: shelling, Tell Wahid, 8 March 2016, laid to “the terrorists” (Northern Council) and "
        "Southern Army (Southern Government); disputed: Each side says that the other fired."
    ) in sentences
    assert (
        "Counted: Lakeside Coordination Centre (Southern Government) counted at least 24 breaches by Northern Council, "
        "with a count for 3 of 7 days."
    ) in sentences
    assert "Does not fit: 1 set of published counts cannot all be true; 1 split does not add up." in sentences
    assert sentences[-1].startswith(
        "Rests on: 7 reports by 5 publishers. What they say goes back to 6 origins: 3 of unknown side"
    )


def test_the_headline_names_a_few_of_what_is_ruled_a_breach() -> None:
    breach, finding = BOOK.incidents[1], BOOK.findings[1]
    copies = [replace(breach, id=f"i-9{number:011d}", actors=()) for number in range(6)]
    findings = [replace(finding, id=f"f-{each.id[2:]}", incident=each.id) for each in copies]
    sentences = told(replace(BOOK, incidents=tuple(copies), findings=tuple(findings)))
    assert sum("by whom is not said; alleged: One origin" in each for each in sentences) == 5
    assert "Ruled: 1 more such stand in the list of incidents." in sentences


def test_without_a_truce_nothing_is_ruled_and_that_is_said() -> None:
    assert "Ruled: The case names no truce, so nothing is ruled." in told(replace(BOOK, truces=(), findings=()))


def test_the_last_day_is_told_beside_the_day_before() -> None:
    ten = Period(first=dt.date(2016, 3, 10), last=dt.date(2016, 3, 10))
    said = [each for each in told(BOOK, ten) if each.startswith("Last day: ")]
    assert said[0] == "Last day: 10 March 2016: 2 to 3 incidents are dated to this one day (none to the day before)."
    assert said[1] == (
        "Last day: Northern Council Press Office counted 17 by Southern Government (22 for the day before)."
    )


def test_what_no_earlier_report_tells_is_new() -> None:
    days = {number: told(BOOK, Period(first=dt.date(2016, 3, 1), last=dt.date(2016, 3, number))) for number in (5, 9)}
    assert "Last day: No report of that day; no incident of this period is told there first." in days[5]
    assert any("first to tell of 1 incident: shelling, Tell Wahid" in each for each in days[9])


def test_the_headline_counts_what_reaches_beyond() -> None:
    days = Period(first=dt.date(2016, 3, 10), last=dt.date(2016, 3, 11))
    assert told(BOOK, days)[0] == (
        "Reported: 3 incidents reported in this period; 1 of them, told by one account without an exact place or time, "
        "may be another of these told again; not counted with them: 1 told only of a longer stretch of "
        "time, and 1 whose day nobody states."
    )


def test_every_day_counted_is_said() -> None:
    one = Period(first=dt.date(2016, 3, 9), last=dt.date(2016, 3, 9))
    assert any("with a count for every day." in sentence for sentence in told(BOOK, one))


def test_a_single_breach_is_singular() -> None:
    statement = replace(RECONCILIATIONS[1].statements[0], count=1)
    book = replace(BOOK, reconciliations=(replace(RECONCILIATIONS[1], statements=(statement,)),))
    assert any("counted 1 breach by" in sentence for sentence in told(book))


def test_only_the_fullest_series_are_in_the_headline() -> None:
    copies = [replace(RECONCILIATIONS[1], id=f"r-{number:012d}") for number in range(10, 15)]
    assert any(
        s.startswith("Counted: 1 further series of counts, with")
        for s in told(replace(BOOK, reconciliations=tuple(copies)))
    )
    copies.append(replace(RECONCILIATIONS[1], id="r-000000000099"))
    assert any(
        s.startswith("Counted: 2 further series of counts, each")
        for s in told(replace(BOOK, reconciliations=tuple(copies)))
    )


def test_nobody_stating_a_number_is_said() -> None:
    book = replace(BOOK, incidents=BOOK.incidents[2:3])
    assert "Reported: Nobody states how many people were killed." in told(book)


def test_an_incident_with_numbers_needs_no_caveat() -> None:
    book = replace(BOOK, incidents=BOOK.incidents[:1])
    assert "Reported: People said to have been killed: 3." in told(book)


def test_nothing_read_says_so() -> None:
    assert told(Book(title="x", zone="UTC"))[0].startswith("Rests on: No report of this period was read")


def test_a_report_without_claims_has_no_origin() -> None:
    book = replace(Book(title="x", zone="Asia/Damascus"), documents=BOOK.documents[:1])
    assert told(book)[-1] == "Rests on: 1 report by 1 publisher. What they say goes back to 0 origins."
