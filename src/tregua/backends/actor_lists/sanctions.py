"""The United Nations Security Council's consolidated list, as its XML file gives the entities on it.

Individuals are left out: a registry of actors names organisations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lxml import etree

from tregua.backends.actor_lists.entry import Entry, Other, Tie, identifier, named

__all__ = ["of_sanctions"]

SANCTIONS = "un-security-council-sanctions-list"
"""Id of the list itself in the registry that ships."""

_SORTS = {"f.k.a.": "former", "formerly known as": "former"}


def of_sanctions(content: bytes) -> Iterator[tuple[int, Entry | str]]:
    """Give each entity in CONTENT with its line; a reason in place of one that cannot be used.

    Raises:
        ValueError: the bytes are no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"this is no XML: {error}") from error
    for element in root.iter("ENTITY"):
        line = element.sourceline
        yield (line if isinstance(line, int) else 0), _entity(element)


def _entity(element: etree._Element) -> Entry | str:
    number, name = _text(element, "REFERENCE_NUMBER"), _text(element, "FIRST_NAME")
    if not name or not number:
        return "the entity has no FIRST_NAME or no REFERENCE_NUMBER"
    try:
        listed = dt.date.fromisoformat(_text(element, "LISTED_ON")[:10])
    except ValueError:
        return f"{number} has no day in LISTED_ON"
    others = (
        *(Other(_text(alias, "ALIAS_NAME"), _SORTS.get(_text(alias, "QUALITY").casefold(), "alias"))  # type: ignore[arg-type]
          for alias in element.iter("ENTITY_ALIAS")),
        Other(_text(element, "NAME_ORIGINAL_SCRIPT"), "official"),
    )  # fmt: skip
    name, others = named(name, others)
    return Entry(
        key=number, id=f"un-{identifier(number)}", name=name, type="unspecified", others=others,
        ties=(Tie("listed_by", SANCTIONS, listed),), cite=f"UN Security Council Consolidated List, {number}",
    )  # fmt: skip


def _text(element: etree._Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())
