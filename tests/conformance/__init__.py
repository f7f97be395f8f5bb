"""One suite a port; every backend passes the suite of the port it implements."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.conformance.store")
