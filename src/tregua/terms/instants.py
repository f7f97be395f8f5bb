"""Instants carried from zone to zone without falling off either end of the calendar."""

from __future__ import annotations

import datetime as dt

__all__ = ["EARLIEST", "LATEST", "in_zone"]

EARLIEST = dt.datetime(1, 1, 2, tzinfo=dt.UTC)
"""Stands for a time without a beginning; a day inside the calendar, so that every zone has it."""

LATEST = dt.datetime(9999, 12, 30, tzinfo=dt.UTC)
"""Stands for a time without an end; likewise."""


def in_zone(instant: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """Return INSTANT on the clock of ZONE; beyond the ends of the calendar, the nearest end."""
    return min(max(instant, EARLIEST), LATEST).astimezone(zone)
