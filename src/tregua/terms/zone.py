"""Names of time zones, checked where they are written."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

__all__ = ["ZoneName", "known_zone"]


def known_zone(name: str) -> str:
    """Return NAME when the IANA time zone database has it; raise ``ValueError`` otherwise."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is called {name!r}; use an IANA name such as 'Asia/Damascus'") from error
    return name


ZoneName = Annotated[str, Field(min_length=1, max_length=64), AfterValidator(known_zone)]
"""An IANA time zone name that exists, e.g. ``Asia/Damascus``."""
