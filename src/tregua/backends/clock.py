"""The machine's clock."""

from __future__ import annotations

import datetime as dt

__all__ = ["SystemClock"]


class SystemClock:
    """Tells the time as the machine has it, in UTC."""

    def now(self) -> dt.datetime:
        """Return the present moment."""
        return dt.datetime.now(dt.UTC)
