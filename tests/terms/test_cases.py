from __future__ import annotations

from collections.abc import Callable

from tregua.terms.cases import CaseBook, load_cases, run_cases, untried
from tregua.terms.truce import Truce

BOOK = """\
actors:
  - {id: red-army, name: Red army, type: state forces}
  - {id: blue-army, name: Blue army, type: armed group}
places:
  - {id: mill, name: Mill, kind: town, province: north, country: UA}
cases:
"""
BREACH = """\
  - id: fire
    why: The Reds fired on the Blues.
    act: shelling
    actors: [{actor: red-army}]
    targets: [{actor: blue-army}]
    places: [mill]
    day: 2020-01-15
    expect: breach
"""


def _book(cases: str) -> CaseBook:
    book, problems = load_cases(BOOK + cases, "cases.yaml")
    assert [str(problem) for problem in problems] == []
    assert book is not None
    return book


def _run(truce: Truce, cases: str) -> list[str]:
    return [problem.message for problem in run_cases(truce, _book(cases), "cases.yaml")]


def test_a_case_that_comes_out_as_it_says_gives_no_problem(make_truce: Callable[..., Truce]) -> None:
    assert _run(make_truce(), BREACH) == []
    assert _run(make_truce(), BREACH + "    term: no-fire\n") == []


def test_a_case_that_comes_out_otherwise_says_what_came_out_and_why(make_truce: Callable[..., Truce]) -> None:
    (message,) = _run(make_truce(), BREACH.replace("expect: breach", "expect: outside\n    reach: party"))
    assert message.startswith("case 'fire': expected outside party no-fire, got breach  no-fire: Red army: shelling")
    (problem,) = run_cases(make_truce(), _book(BREACH.replace("breach", "permitted")), "cases.yaml")
    assert (problem.where, problem.hint, problem.step) == ("cases.yaml", "The Reds fired on the Blues.", "assess")


def test_a_missing_fact_must_be_named_in_the_words_expected(make_truce: Callable[..., Truce]) -> None:
    nobody = BREACH.replace("actors: [{actor: red-army}]\n    ", "").replace("breach", "undetermined")
    assert _run(make_truce(), nobody + "    missing: [who it was]\n") == []
    (message,) = _run(make_truce(), nobody + "    missing: [the hour]\n")
    assert message == "case 'fire': expected 'the hour' among the missing facts, got who it was"
    (message,) = _run(make_truce(), BREACH + "    missing: [the hour]\n")
    assert message.endswith("got none")


def test_a_case_may_be_held_against_what_was_known_on_a_day(make_truce: Callable[..., Truce]) -> None:
    assert _run(make_truce(), BREACH + "    as_of: 2019-12-01\n") == [
        "case 'fire': the truce had not been declared by then"
    ]
    assert _run(make_truce(), BREACH + "    as_of: 2020-01-02\n") == []


def test_times_may_be_hours_one_open_end_or_unknown(make_truce: Callable[..., Truce]) -> None:
    hours = BREACH.replace("day: 2020-01-15", "start: 2020-01-15T10:00\n    end: 2020-01-15T11:00")
    assert _run(make_truce(), hours) == []
    open_end = BREACH.replace("day: 2020-01-15", "start: 2020-01-15T10:00").replace("breach", "undetermined")
    assert _run(make_truce(), open_end) == []
    unknown = BREACH.replace("    day: 2020-01-15\n", "").replace("breach", "undetermined")
    assert _run(make_truce(), unknown + "    missing: [when it happened]\n") == []


def test_a_day_and_hours_together_are_refused() -> None:
    book, problems = load_cases(BOOK + BREACH + "    start: 2020-01-15T10:00\n", "cases.yaml")
    assert book is None
    assert any("give 'day', or 'start' and 'end'" in problem.message for problem in problems)


def test_words_are_read_as_their_speaker_means_them(make_truce: Callable[..., Truce]) -> None:
    labels = "labels:\n  - {texts: [the enemy], said_by: [blues], means: [reds], cite: talk}\n"
    said = BREACH.replace("{actor: red-army}", "{text: the enemy, said_by: [blues]}")
    assert _run(make_truce(more=labels), said) == []
    unread = BREACH.replace("{actor: red-army}", "{text: the enemy, said_by: [reds]}").replace("breach", "undetermined")
    assert _run(make_truce(more=labels), unread) == []


def test_a_case_may_tell_what_was_struck_how_near_and_what_it_answered(make_truce: Callable[..., Truce]) -> None:
    defence = (
        "\n  - {id: answer, rule: permits, acts: [shelling], defence: true, text: An answer is allowed., cite: talk}\n"
    )
    truce = make_truce(more=defence)
    shown = BREACH.replace("expect: breach", "expect: permitted")
    assert _run(truce, shown + "    answers: true\n") == []
    assert _run(truce, shown + "    answers_to: shelling of the mill\n") == []
    claimed = BREACH.replace("expect: breach", "expect: undetermined")
    assert _run(truce, claimed + "    justification: self-defence\n") == []
    assert _run(make_truce(("provinces: [north]", "places: [mill]")), claimed + "    near: true\n") == []


def test_civilian_kinds_of_target_are_civilians_where_nobody_is_named(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(("against: [reds, blues]", "against: [civilians]"))
    unnamed = "\n".join(line for line in BREACH.splitlines() if "targets:" not in line) + "\n"
    assert _run(truce, unnamed + "    objects: [medical, civilians]\n") == []
    open_ones = unnamed.replace("expect: breach", "expect: undetermined")
    assert _run(truce, open_ones + "    objects: [medical, military]\n") == []


def test_clauses_that_no_case_tries_and_few_cases_are_noted(make_truce: Callable[..., Truce]) -> None:
    more = "\n  - {id: sky, rule: prohibits, acts: [overflight], text: Nothing flies., cite: talk}\n"
    problems = untried(make_truce(more=more), _book(BREACH + "    as_of: 2019-12-01\n"), "cases.yaml")
    assert [problem.message for problem in problems] == [
        "no case tries clause 'no-fire'",
        "no case tries clause 'sky'",
        "it has 1 cases; a truce needs 10 at least",
    ]
    many = "".join(BREACH.replace("id: fire", f"id: fire-{number}") for number in range(10))
    assert untried(make_truce(), _book(many), "cases.yaml") == []
