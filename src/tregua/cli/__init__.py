"""The command line. ``tregua --help`` teaches it; every command and option is in docs/reference/cli.md."""

from __future__ import annotations

from tregua.cli.app import app, main

__all__ = ["app", "main"]
