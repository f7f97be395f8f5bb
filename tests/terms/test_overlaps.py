from __future__ import annotations

import pytest

from tregua.terms.load import check_truce

PERMIT = "\n  - {id: hunt, rule: permits, acts: [attack], text: They may be fought., cite: talk%s}\n"
LATE = "from: 2020-01-20T00:00, until: 2020-01-25T00:00"


@pytest.mark.parametrize(
    ("permit", "prohibit", "meet"),
    [
        ("", "", True),
        (", against: [exempt]", "", False),
        (", against: [blues]", "", True),
        (", by: [reds]", "", True),
        (", by: [outlaws]", "", False),
        (", weapons: [drone]", "weapons: [mortar]", False),
        (", defence: true", "", False),
        (", arguable: Who knows?", "", False),
        (", elements: [{fact: offensive}]", "", False),
        (f", {LATE}", "", True),
        (f", {LATE}", "until: 2020-01-20T00:00", False),
        (f", {LATE}", "from: 2020-01-25T00:00", False),
        ("", "against: [opposing]", True),
        (", against: [opposing]", "", True),
        (", against: [outlaws]", "against: [opposing]", False),
    ],
)
def test_clauses_that_contradict_where_they_meet_need_a_rank(
    small_text: str, permit: str, prohibit: str, *, meet: bool
) -> None:
    old = "    against: [reds, blues]\n"
    new = f"    {prohibit}\n" if "against" in prohibit else f"{old}    {prohibit}\n"
    text = small_text.replace(old, new) + PERMIT % permit
    truce, problems = check_truce(text, "truce.yaml")
    assert truce is not None
    words = "clause 'hunt' permits what 'no-fire' prohibits, and no rank stands between them"
    line = text[: text.index("  - {id: hunt")].count("\n") + 1
    assert [(each.message, each.line) for each in problems] == ([(words, line)] if meet else [])
    rank = "rank: [{first: hunt, then: no-fire, cite: talk}]\n"
    ranked, problems = check_truce(text + rank, "truce.yaml")
    assert ranked is not None
    assert problems == ()


MISTAKES = {
    "unknown party": (
        ("by: [reds, blues]", "by: [reds, bleus]"),
        "truce.yaml:39: no side or actor of this truce is called 'bleus' (did you mean 'blues'?)",
    ),
    "reversed dates": (
        ("end: 2020-02-10T00:00", "end: 2019-02-10T00:00"),
        (
            "truce.yaml:15: layers.0: it ends (2019-02-10 00:00:00) before it starts (2020-01-10 00:00:00); "
            "exchange the two, or correct one"
        ),
    ),
    "unranked clauses": (
        ("clauses:\n", "clauses:" + PERMIT % ""),
        (
            "truce.yaml:36: clause 'hunt' permits what 'no-fire' prohibits, and no rank stands between them "
            "(add to 'rank': {first: hunt, then: no-fire, cite: …}, or narrow one of them)"
        ),
    ),
    "typo in a key": (("exempt:\n", "exemt:\n"), "truce.yaml:33: unknown key 'exemt' (did you mean 'exempt'?)"),
    "area without ground": (
        ("    provinces: [north]\n", ""),
        (
            "truce.yaml:10: areas.0: area 'valley' has no ground; give countries, provinces, places, a"
            " geometry or a buffer, or 'open' ground"
        ),
    ),
    "missing citation": (
        ("    cite: paper, item 5\n", ""),
        "truce.yaml:36: 'clauses.0.cite' is missing (add 'cite:' to what stands here)",
    ),
    "impossible hours": (
        ("    text: No fire", '    hours: [{from: "08:00", until: "25:00"}]\n    text: No fire'),
        "no hour of the day is '25:00'; give it in quotation marks, from '00:00' to '24:00'",
    ),
    "an hour that does not exist": (
        ("start: 2020-01-10T00:00", "start: 2020-01-10T25:00"),
        "there is no such day or hour (hour must be in 0..23); write it as '2016-02-27T00:00'",
    ),
    "reversed days": (
        ("{actor: red-army, bound: true,", "{actor: red-army, bound: true, from: 2020-02-01, until: 2020-01-01,"),
        "its last day (2020-01-01) comes before its first (2020-02-01); exchange the two, or correct one",
    ),
    "reversed exemption": (
        ("{id: outlaws, actor: outlaws,", "{id: outlaws, actor: outlaws, from: 2020-02-01, until: 2020-01-01,"),
        "comes before its first",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_planted_mistake_is_told_with_its_line_and_what_to_do(small_text: str, mistake: str) -> None:
    (old, new), words = MISTAKES[mistake]
    assert old in small_text
    _, problems = check_truce(small_text.replace(old, new, 1), "truce.yaml")
    (problem,) = problems
    assert problem.line is not None
    assert words in str(problem)


SEVEN = """\
  - {id: hill, name: the hill, cite: paper}
layers:
  - id: second
    start: 2020-03-10T00:00
    end: 2020-03-01T00:00
    declared: 2020-03-01
    areas: [hill]
    cite: paper, item 2
sides:
  - id: reds
    name: the Reds
    binds: whole
    takes_in_alies: true
    cite: paper, item 3
    members:
      - {actor: red-army, bound: true, how: it signed., cite: "paper, item 3"}
  - id: blues
    name: the Blues
    cite: paper, item 3
    members:
      - {actor: blue-army, bound: true, how: it signed., cite: "paper, item 3"}
clauses:
  - id: no-fire
    rule: prohibits
    acts: [shelling, airstrike, attack]
    by: [reds, bleus]
    text: No fire on the other side.
    cite: paper, item 5
  - {id: hunt, rule: permits, acts: [attack], text: They may be fought.}
  - {id: night, rule: prohibits, acts: [overflight], hours: [{from: "25:30", until: "08:00"}], text: None., cite: talk}
"""
TOLD = (
    "truce.yaml:14: areas.1: area 'hill' has no ground; give countries, provinces, places, a geometry or a buffer,",
    "truce.yaml:16: layers.0: it ends (2020-03-01 00:00:00) before it starts (2020-03-10 00:00:00); exchange the two,",
    "truce.yaml:26: unknown key 'sides.0.takes_in_alies' (did you mean 'takes_in_allies'?)",
    "truce.yaml:39: no side or actor of this truce is called 'bleus' (did you mean 'blues'?)",
    "truce.yaml:42: 'clauses.1.cite' is missing (add 'cite:' to what stands here)",
    "truce.yaml:42: clause 'hunt' permits what 'no-fire' prohibits, and no rank stands between them (add to 'rank': ",
    "truce.yaml:43: clauses.2.hours.0.from: no hour of the day is '25:30'; give it in quotation marks, from '00:00' to",
)


def test_seven_mistakes_in_one_file_are_seven_messages_with_line_and_what_to_do(small_text: str) -> None:
    text = small_text[: small_text.index("layers:")] + SEVEN
    truce, problems = check_truce(text, "truce.yaml")
    assert truce is None
    assert len(problems) == len(TOLD)
    for problem, words in zip(problems, TOLD, strict=True):
        assert str(problem).startswith(words)


def test_what_is_no_list_of_terms_is_told_once_and_no_name_is_looked_for_in_it(small_text: str) -> None:
    text = small_text.replace("  - id: reds\n", "  - idd: reds\n").replace(
        "    areas: [valley]\n", "    areas: vally\n"
    )
    text += "rank: [{first: no-fire}, 3]\nlabels: [{texts: [x], said_by: [reds], means: [pinks], cite: talk}]\n"
    _, problems = check_truce(text.replace("cite: paper, item 5", "cite: ''"), "truce.yaml")
    told = " ".join(map(str, problems))
    for words in (
        "unknown key 'sides.0.idd'",
        "layers.0.areas: ",
        "'rank.0.then' is missing",
        "rank.1: ",
        "clauses.0.cite",
    ):
        assert words in told
    assert "is called" not in told


def test_what_is_no_mapping_at_all_is_told() -> None:
    for text in ("- 1\n", "a: [\n"):
        truce, problems = check_truce(text, "truce.yaml")
        assert truce is None
        assert len(problems) == 1


def test_a_role_too_has_its_days_in_order(small_text: str) -> None:
    roles = "roles: [{actor: x, role: monitor, from: 2020-02-01, until: 2020-01-01, how: h, cite: talk}]\n"
    _, (problem,) = check_truce(small_text + roles, "truce.yaml")
    assert "comes before its first" in problem.message


def test_one_left_out_by_listing_alone_is_nobody_that_a_clause_may_name(small_text: str) -> None:
    text = small_text.replace("id: outlaws, actor: outlaws", "id: outlaws, listed_by: council")
    assert check_truce(text, "truce.yaml")[1] == ()
    _, (problem,) = check_truce(text.replace("by: [reds, blues]", "by: [reds, outlaws]"), "truce.yaml")
    assert "no side or actor of this truce is called 'outlaws'" in problem.message


def test_a_truce_without_a_mistake_has_no_problem(small_text: str) -> None:
    truce, problems = check_truce(small_text, "truce.yaml")
    assert truce is not None
    assert problems == ()
