"""Rule each incident under each truce: what the terms say of it, on which facts, and which fact is missing."""

from __future__ import annotations

from tregua.steps.assess.findings import assess

__all__ = ["assess"]
