"""Actors and sources as a case's registry lists them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from tregua.authored import Authored

__all__ = ["Actor", "ActorType", "Affiliation", "Alias", "AliasKind", "CountRule", "Source", "SourceKind"]

ActorType = Literal[
    "state", "state forces", "armed group", "coalition", "police", "militia",
    "peace operation", "monitor", "mediator", "media", "political body", "civilians", "unspecified",
]  # fmt: skip
"""Who can be an actor; ``unspecified`` is for collective labels such as "terrorists"."""

AliasKind = Literal["official", "alias", "acronym", "former", "nickname", "translation", "label", "slur"]
"""What sort of name a name is."""

SourceKind = Literal["monitor", "agency", "media", "party", "mission", "ngo", "government", "other"]


class Alias(Authored):
    """A name somebody uses for an actor.

    Attributes:
        text: the name as printed.
        lang: ISO 639-1 code of the language it is written in.
        kind: what sort of name it is; ``label`` (a side seen from one viewpoint) and ``slur`` are kept to be
            understood, and never adopted.
        by: ids of the actors that use it, where that is known; above all for labels and slurs.
        since: first day it was used, None when not known.
        until: last day, None when still used or not known.
        cite: where it is found; "" when it is where the actor's own ``cite`` leads.
    """

    text: str = Field(min_length=1)
    lang: str = "en"
    kind: AliasKind = "alias"
    by: tuple[str, ...] = ()
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    cite: str = ""


class Affiliation(Authored):
    """A dated tie to another actor, with its citation.

    Attributes:
        type: how it is tied.
        to: the other actor's id.
        since: first day, None when not known.
        until: last day, None when not ended or not known.
        cite: where this is said (an address or a document reference).
    """

    type: Literal[
        "member_of", "affiliate", "part_of", "backs", "allied_with", "listed_by",
        "renamed_to", "merged_into", "split_from",
    ]  # fmt: skip
    to: str
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    cite: str


class Actor(Authored):
    """One actor of a conflict.

    Attributes:
        id: stable id, lower case with hyphens.
        name: canonical English name.
        type: what kind of actor it is.
        aliases: other names.
        affiliations: dated ties.
        since: first day the actor exists, None when not known.
        until: last day, None when it still exists or not known.
        cite: where name and type are from.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    type: ActorType
    aliases: tuple[Alias, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    since: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    cite: str = ""


class CountRule(Authored):
    """What a source counts, or leaves out of its counts, as it says itself or as its own bulletins show.

    Attributes:
        says: the rule in one sentence.
        cite: where it is found.
    """

    says: str = Field(min_length=1)
    cite: str = Field(min_length=1)


class Source(Authored):
    """Who publishes or speaks, what side they are on and whom they relay.

    Attributes:
        id: stable id.
        name: canonical name.
        kind: what kind of source.
        owner: who owns or runs it, as text; "" when not known.
        side: id of the truce side it belongs to, or ``neutral`` or ``unknown``.
        actor: actor id when the source is also an actor of the registry, else "".
        relays: ids of the sources whose statements it carries as its own content.
        aliases: other names as printed.
        hosts: web hosts whose pages are this source's.
        counts: what its counts of breaches hold and leave out, where that is known.
        cite: where this is from.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    kind: SourceKind
    owner: str = ""
    side: str = "unknown"
    actor: str = ""
    relays: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    hosts: tuple[str, ...] = ()
    counts: tuple[CountRule, ...] = ()
    cite: str = ""
