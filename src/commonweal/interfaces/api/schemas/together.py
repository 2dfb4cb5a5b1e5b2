"""Shapes of what bodies do together: who they are, where a matter stands."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from commonweal.interfaces.api.schemas.common import Said, Sent
from commonweal.rules.confederation.mandates import Stance
from commonweal.rules.confederation.standing import Place
from commonweal.rules.confederation.state import Stage


class Body(Schema):
    """An institution that is a member, comes or goes; `seats` names who sits there.

    Of one that shows strangers nothing, strangers are told an `id` that stands for it
    here, a number for a name, and no more.
    """

    id: UUID
    name: str
    address: str
    place: Place
    until: datetime | None
    seats: list[str]


class MatterHead(Schema):
    """A matter, and where it stands until when."""

    number: int
    title: str
    competence: str
    stage: Stage
    until: datetime | None


class Together(Schema):
    """The bodies of a confederation, and what is before them."""

    bodies: list[Body]
    matters: list[MatterHead]


class MySaying(Schema):
    """What whoever asks may say from their seat now; `why_not` where nothing.

    `told` says it in words, `saying` as it is sent; where both are empty, what seems
    right to them.
    """

    told: Said | None
    saying: dict[str, Any] | None
    why_not: Said | None


class StandardAtBody(Schema):
    """How it is with a standard at a body; `state` is `met`, `due` or `breached`.

    `until` is the end of its days. `remedy` is what follows now, if anything does.
    """

    body: UUID
    state: str
    why: Said
    until: datetime | None
    remedy: str | None


class StandardAsked(Schema):
    """Something that is asked of every body, and how many keep it.

    `bodies` says how it is with each, to members of the bodies alone.
    """

    id: str
    name: str
    seen: Said
    kept: int
    of: int
    bodies: list[StandardAtBody]


class MandateReport(Schema):
    """What the delegates of a body did, out of the record, and what the base said.

    `state` is `due`, `late`, `reported`, `discharged` or `found_breach`; `words` is
    what a delegate added.
    """

    body: UUID
    state: str
    until: datetime | None
    lines: list[Said]
    kept: Said
    words: str


class ReportWords(Sent):
    """What a delegate adds to a report."""

    words: str = Field(default="", max_length=20_000)


class ConfederalMatter(Schema):
    """A matter whole; `file` is what anybody works out again where it stands from.

    `why` is the reason of each turn, and `missing` what it still lacks, while the bases
    are asked.
    """

    head: MatterHead
    why: list[Said]
    missing: Said | None
    words: str
    file: dict[str, Any]
    mine: MySaying | None
    reports: list[MandateReport]


class CongressWords(Sent):
    """Words for a congress to agree on.

    `number` stands in their gap, where they leave one open; `asks_way` asks which of
    the ways they list.
    """

    words: str = Field(min_length=1, max_length=20_000)
    is_urgent: bool = False
    number: str = Field(default="", max_length=20)
    asks_way: bool = False


class SharedVotes(Sent):
    """The votes of a body shared out, in exact parts such as `3/5`, one in all."""

    yes: str = Field(max_length=85)
    no: str = Field(max_length=85)
    abstain: str = Field(default="0", max_length=85)


class NewSaying(Sent):
    """What a delegate says from their seat. Outside the mandate it does not count.

    One of the three: a side, shared votes, or an order of the ways, best first.
    """

    stance: Stance | None = None
    shares: SharedVotes | None = None
    ranking: list[str] | None = Field(default=None, max_length=200)
