from __future__ import annotations

import pytest

from tregua.authored import Authored, nearest, read_authored, read_shipped
from tregua.errors import TreguaError


class Window(Authored):
    opens: str
    hours: int


class Plan(Authored):
    title: str
    country: str = ""
    windows: tuple[Window, ...] = ()


def test_scalars_follow_yaml_1_2() -> None:
    plan, _, problems = read_authored(
        "title: t\ncountry: NO\nwindows:\n- {opens: 01:00, hours: 3}\n", Plan, "plan.yaml"
    )
    assert problems == ()
    assert plan is not None
    assert plan.country == "NO"
    assert plan.windows[0].opens == "01:00"


def test_unknown_key_is_located_and_answered_with_the_nearest() -> None:
    plan, _, problems = read_authored("title: t\nwindows:\n- opens: x\n  hourz: 3\n  hours: 1\n", Plan, "plan.yaml")
    assert plan is None
    assert [(p.where, p.line, p.hint) for p in problems] == [("plan.yaml", 4, "did you mean 'hours'?")]


def test_missing_key_and_wrong_type_are_located() -> None:
    plan, _, problems = read_authored("windows:\n- opens: x\n  hours: many\n", Plan, "plan.yaml")
    assert plan is None
    assert {(p.line, p.message.split(";")[0]) for p in problems} == {
        (1, "'title' is missing"),
        (3, "windows.0.hours: Input should be a valid integer, unable to parse string as an integer"),
    }


def test_long_values_are_cut_in_the_message() -> None:
    _, _, problems = read_authored(f"title: t\nwindows:\n- opens: x\n  hours: {'m' * 99}\n", Plan, "p")
    assert problems[0].message.endswith("mmm...")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("title: [", 1, "not valid YAML"),
        ("title: a\ntitle: b\n", 2, "given twice"),
        ("title: &x a\ncountry: *x\n", 1, "anchors"),
        ("[" * 60, 1, "nested deeper"),
        ("", 1, "empty"),
        ("title: \x00", 1, "not YAML"),
        ("title: 2016-99-99", 1, "not YAML"),
        ("a: " + "x" * 4_000_001, 1, "more than"),
    ],
)
def test_broken_text_is_one_located_problem(text: str, line: int, says: str) -> None:
    value, _, problems = read_authored(text, Plan, "f.yaml")
    assert value is None
    assert len(problems) == 1
    assert problems[0].line == line
    assert says in problems[0].message


def test_lines_of_values_can_be_asked() -> None:
    _, lines, _ = read_authored("title: t\nwindows:\n- opens: x\n  hours: 2\n", Plan, "p")
    assert lines.line(("windows", 0, "hours")) == 4
    assert lines.line(("windows", 0, "hours", "deeper")) == 4
    assert lines.line(("nowhere",)) == 1


def test_nearest_lists_what_is_known_when_nothing_is_near() -> None:
    assert nearest("zzz", ["title", "hours"]) == "known here: title, hours"


def test_a_shipped_file_that_is_wrong_is_an_error() -> None:
    with pytest.raises(TreguaError, match=r"pack:headers\.yaml"):
        read_shipped("headers.yaml", Plan)
