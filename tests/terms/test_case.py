from __future__ import annotations

import pytest

from tregua.authored import read_authored
from tregua.terms.case import CaseFile, StoreChoice
from tregua.terms.zone import known_zone


def _message(text: str) -> str:
    value, _, problems = read_authored(text, CaseFile, "case.yaml")
    assert value is None
    return "\n".join(map(str, problems))


def test_a_short_case_takes_the_documented_defaults() -> None:
    case, _, problems = read_authored("title: Spring\ntruces: [one-2016]\n", CaseFile, "case.yaml")
    assert problems == ()
    assert case == CaseFile(
        title="Spring", zone="UTC", languages=("en",), truces=("one-2016",), area="", store=StoreChoice()
    )
    assert case is not None
    assert (case.store.kind, case.store.path) == ("sqlite", "ledger.db")


def test_an_unknown_zone_is_refused_with_its_line() -> None:
    message = _message("title: Spring\nzone: Asia/Damscus\ntruces: []\n")
    assert "case.yaml:2" in message
    assert "no time zone is called 'Asia/Damscus'" in message


@pytest.mark.parametrize("name", ["../etc/passwd", "Europe", "x\0y"])
def test_a_zone_that_is_a_path_or_a_folder_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        known_zone(name)


@pytest.mark.parametrize(
    "path", ["/var/ledger.db", "../ledger.db", "a/../../b", "C:\\ledger.db", "\\\\host\\x", "..\\x"]
)
def test_a_ledger_outside_the_case_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="inside the case folder"):
        StoreChoice(path=path)


def test_a_ledger_in_a_folder_of_the_case_is_fine() -> None:
    assert StoreChoice(path="data/ledger.db").path == "data/ledger.db"


def test_a_truce_named_twice_is_refused() -> None:
    assert "truces names 'a' twice" in _message("title: Spring\ntruces: [a, b, a]\n")


def test_a_wrong_key_is_answered_with_the_nearest_known_one() -> None:
    assert "did you mean 'languages'?" in _message("title: Spring\ntruces: []\nlangages: [en]\n")
