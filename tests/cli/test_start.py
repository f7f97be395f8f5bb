"""What a start leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys

LOOKED_FOR = (
    "import tregua.cli, pydantic; pydantic.create_model('Built'); "
    "from pydantic.plugin import _loader; print(_loader._plugins)"
)


def test_no_plugins_of_other_packages_are_looked_for_unless_asked_for() -> None:
    plain = {name: value for name, value in os.environ.items() if name != "PYDANTIC_DISABLE_PLUGINS"}
    assert started(plain) == "None"
    assert started({**plain, "PYDANTIC_DISABLE_PLUGINS": ""}) != "None"


def started(environment: dict[str, str]) -> str:
    words = [sys.executable, "-c", LOOKED_FOR]
    return subprocess.run(words, env=environment, check=True, capture_output=True, text=True).stdout.strip()
