"""What an annotator proposes, taken apart: each proposal a value of known form, or the reason why it is none.

An answer is JSON, ``{"claims": [...]}``, bare or in a fenced block. It comes from a program that nobody here wrote,
about a text that may have been written to mislead it; its form is checked here, its content in ``vetting``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from tregua.vocabulary.acts import Act, AidStatus, RelationType, TruceStatus
from tregua.vocabulary.stances import Stance

__all__ = [
    "MOST_PROPOSALS", "AdherenceProposal", "AidProposal", "BlameProposal", "IncidentProposal", "Proposal",
    "RelationProposal", "TallyProposal", "TruceProposal", "read_answer", "read_proposal",
]  # fmt: skip

MOST_PROPOSALS = 60
"""Claims taken from one answer; the rest of it is left out, with a problem that says so."""

_LARGEST = 10**9
_MOST_NAMES = 12
_FENCE = re.compile(r"\A\s*```\w{0,10}\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)


def _as_list(value: object) -> object:
    """Return VALUE as a list: models give one name bare, and no name as null."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


Words = Annotated[str, Field(strict=True, min_length=1, max_length=200)]
Names = Annotated[tuple[Words, ...], Field(max_length=_MOST_NAMES), BeforeValidator(_as_list)]
Number = Annotated[int, Field(strict=True, ge=1, le=_LARGEST)]
Text = Annotated[str, Field(max_length=200), BeforeValidator(lambda value: "" if value is None else value)]


class Proposal(BaseModel):
    """What every proposal has.

    Attributes:
        quote: the words of the document that say it.
        speakers: who says so, origin first; empty leaves that to the grammar.
        stance: how the first speaker stands to it.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    quote: str = Field(strict=True, min_length=1, max_length=2_000)
    speakers: Names = ()
    stance: Literal[Stance.ASSERTED, Stance.ALLEGED, Stance.DENIED, Stance.CONFIRMED, Stance.QUOTED] = Stance.ASSERTED


class TallyProposal(Proposal):
    """A count of breaches."""

    kind: Literal["tally"]
    count: Number
    unit: Text = ""
    area: Names = ()
    accused: Names = ()


class IncidentProposal(Proposal):
    """An act of violence or obstruction."""

    kind: Literal["incident"]
    act: Act
    actors: Names = ()
    targets: Names = ()
    places: Names = ()
    killed: Number | None = None
    injured: Number | None = None
    count: Number | None = None
    weapons: Names = ()


class TruceProposal(Proposal):
    """Something said of a truce."""

    kind: Literal["truce"]
    status: TruceStatus
    parties: Names = ()
    brokers: Names = ()
    area: Names = ()
    excludes: Names = ()


class BlameProposal(Proposal):
    """Somebody holds somebody responsible."""

    kind: Literal["blame"]
    blamers: Annotated[Names, Field(min_length=1)]
    accused: Annotated[Names, Field(min_length=1)]
    matter: Text = ""


class RelationProposal(Proposal):
    """How one actor stands to another."""

    kind: Literal["relation"]
    type: RelationType
    source: Annotated[Names, Field(min_length=1)]
    target: Annotated[Names, Field(min_length=1)]


class AidProposal(Proposal):
    """Aid delivered or blocked."""

    kind: Literal["aid"]
    status: AidStatus
    area: Names = ()


class AdherenceProposal(Proposal):
    """Towns or groups that join or leave."""

    kind: Literal["adherence"]
    who: Literal["towns", "groups"]
    status: Literal["joined", "left", "total"]
    count: Number | None = None


_Any = Annotated[
    TallyProposal
    | IncidentProposal
    | TruceProposal
    | BlameProposal
    | RelationProposal
    | AidProposal
    | AdherenceProposal,
    Field(discriminator="kind"),
]
_ADAPTER: TypeAdapter[Proposal] = TypeAdapter(_Any, config=ConfigDict(defer_build=True))


def read_answer(answer: str) -> list[object] | str:
    """Return the proposals in ANSWER, each as plain data, or why there are none to be had."""
    fenced = _FENCE.match(answer)
    try:
        value = json.loads(fenced[1] if fenced else answer)
    except (ValueError, RecursionError):
        return "it is not JSON"
    if not isinstance(value, Mapping) or not isinstance(value.get("claims"), list):
        return "it has no list 'claims'"
    return list(value["claims"])


def read_proposal(item: object) -> Proposal | str:
    """Return the proposal that the plain data ITEM is, or in a few words why it is none."""
    try:
        return _ADAPTER.validate_python(item)
    except ValidationError as error:
        return _reason(error.errors(include_url=False, include_input=False, include_context=False)[0])


def _reason(error: Mapping[str, Any]) -> str:
    where = ".".join(str(part) for part in error["loc"])
    return f"{where or 'the claim'}: {error['msg']}"[:200]
