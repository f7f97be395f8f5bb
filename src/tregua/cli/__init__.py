"""The command line. ``tregua --help`` teaches it; every command and option is in docs/reference/cli.md."""

from __future__ import annotations

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Pydantic would ask each installed package for plugins, a twentieth of a start, and run them; none is meant."""

from tregua.cli.app import app, main  # noqa: E402 - pydantic is loaded here

__all__ = ["app", "main"]
