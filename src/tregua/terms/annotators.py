"""The part of ``case.yaml`` that asks for a second reader beside the grammar; without it there is none."""

from __future__ import annotations

import ipaddress
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from tregua.authored import Authored

__all__ = ["AnnotatorChoice", "ProposerChoice", "SpacyChoice", "known_address"]

_LONGEST_ADDRESS = 2_000
_OWN_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def known_address(address: str) -> str:
    """Return ADDRESS without a slash at its end, when documents may be sent there.

    A machine of one's own may be spoken to in the clear; anything else must be https.

    Raises:
        ValueError: it is no such address, with the reason.
    """
    if len(address) > _LONGEST_ADDRESS or not address.isprintable() or " " in address:
        raise ValueError("the address is too long, or holds a character that no address has")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("give the address as http://host:port/v1 or https://host/v1")
    if parts.username is not None or parts.password is not None:
        raise ValueError("no user name or password in the address; the key goes into an environment variable")
    if parts.query or parts.fragment or "?" in address or "#" in address:
        raise ValueError("give the address without '?' and '#'; '/chat/completions' is added to it")
    if parts.port == 0:
        raise ValueError("nothing answers at port 0")
    _check_host(parts.hostname, secure=parts.scheme == "https")
    return address.rstrip("/")


def _check_host(host: str, *, secure: bool) -> None:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        own = "." not in host or host.endswith(_OWN_NAMES)
    else:
        own = number.is_loopback or number.is_private
        special = number.is_link_local or number.is_multicast or number.is_unspecified or number.is_reserved
        if special and not number.is_loopback:
            raise ValueError(f"nothing that answers questions has the address {host}")
    if not own and not secure:
        raise ValueError("documents and the key would cross the network in the clear; use https")


Address = Annotated[str, Field(min_length=1), AfterValidator(known_address)]
ModelName = Annotated[str, Field(pattern=r"^[A-Za-z0-9@][A-Za-z0-9._:/@+-]*$", max_length=120)]
PackageName = Annotated[str, Field(pattern=r"^[a-z]{2,3}_[a-z0-9_]+$", max_length=80)]


class SpacyChoice(Authored):
    """spaCy, which marks names before the grammar reads; you install it and its model yourself.

    Attributes:
        model: the model's package, e.g. ``xx_ent_wiki_sm``; a path is not taken.
    """

    model: PackageName


class ProposerChoice(Authored):
    """A language model that proposes claims after the grammar has read; each is checked against the text.

    Attributes:
        address: where it answers in the manner of OpenAI's chat completions, e.g. ``http://localhost:11434/v1``.
        model: the model's name there.
        seconds: time for one document, all tries together.
        characters: how much of a document it is shown; the rest it does not see.
    """

    address: Address
    model: ModelName
    seconds: float = Field(default=120, ge=1, le=3_600)
    characters: int = Field(default=20_000, ge=500, le=100_000)


class AnnotatorChoice(Authored):
    """Second readers beside the grammar; ``tregua run --annotate`` asks them.

    Attributes:
        spacy: marks names before the grammar.
        proposer: proposes claims after the grammar.
    """

    spacy: SpacyChoice | None = None
    proposer: ProposerChoice | None = None

    @model_validator(mode="after")
    def _name_one(self) -> Self:
        """Refuse a section that asks for nobody: it was meant to ask for somebody."""
        if self.spacy is None and self.proposer is None:
            raise ValueError("name an annotator: spacy, proposer or both; or leave 'annotators' out")
        return self
