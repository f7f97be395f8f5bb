from __future__ import annotations

from tregua.errors import CaseError, LedgerError, Problem, RefusedError, TreguaError, UnknownRecordError


def test_exit_codes_are_distinct_and_never_the_usage_code() -> None:
    codes = [error.exit_code for error in (TreguaError, CaseError, LedgerError, UnknownRecordError, RefusedError)]
    assert codes == [1, 3, 4, 5, 6]


def test_a_problem_reads_as_compilers_print() -> None:
    assert str(Problem(where="a.yaml", line=3, message="unknown key", hint="did you mean b?")) == (
        "a.yaml:3: unknown key (did you mean b?)"
    )
    assert str(Problem(where="a.pdf", message="is empty")) == "a.pdf: is empty"


def test_a_case_error_keeps_its_problems() -> None:
    problem = Problem(where="a", message="b")
    assert CaseError("no", (problem,)).problems == (problem,)
