from __future__ import annotations

import pytest

from tregua.deferred import deferred
from tregua.errors import Problem


def test_a_name_comes_from_its_module() -> None:
    assert deferred("tregua.some", {"Problem": "tregua.errors"})("Problem") is Problem


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match=r"module 'tregua.some' has no attribute 'Other'"):
        deferred("tregua.some", {})("Other")
