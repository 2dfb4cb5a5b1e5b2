"""Shapes of institutions: faces, charters, members, invitations, statements."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from commonweal.interfaces.api.schemas.charters import Charter
from commonweal.interfaces.api.schemas.common import May, Said, Sent, Short


class Found(Schema):
    """An institution that strangers may know of."""

    address: str
    name: str
    purpose: str


class Me(Schema):
    """Who asks, in one institution."""

    id: UUID
    name: str
    member_class: str
    rights: list[str]
    joined_at: datetime


class Officer(Schema):
    """Somebody in an office."""

    office: str
    office_name: str
    holder: UUID
    name: str
    until: datetime


class Face(Schema):
    """An institution, as far as whoever asks may see it."""

    address: str
    name: str
    purpose: str
    place: str
    time_zone: str
    founded_at: datetime
    dissolved_at: datetime | None
    member_count: int | None
    may_see: dict[str, bool]
    ways_in: list[str]
    me: Me | None
    may_propose: May
    may_invite: May


class Statement(Schema):
    """What the institution stands by."""

    id: UUID
    title: str
    text: str
    hidden: list[Said]
    decided_on: date
    adopted_at: datetime


class Member(Schema):
    """A member, under the name they chose.

    `has_come`: they have signed in. `counts`: no member has yet to say that they know
    them, so they are on the rolls they belong on.
    """

    id: UUID
    name: str
    member_class: str
    has_come: bool
    counts: bool
    is_me: bool


class Invitation(Schema):
    """A way in that is open: a link, a code of a sheet, a code for one."""

    id: UUID
    sheet: UUID | None
    for_member: UUID | None
    invited_by: str | None
    member_class: str
    made_at: datetime
    expires_at: datetime
    max_uses: int
    uses: int


class NewLink(Sent):
    """For how many people a link is; as many as the charter says, if not said."""

    most: int | None = None


class Link(Schema):
    """A link that was made. Its code is told this once."""

    id: UUID
    code: str
    link: str
    expires_at: datetime
    max_uses: int


class Code(Schema):
    """A code for paper, and whom it is for if for one. It is told this once."""

    name: str
    code: str
    link: str


class Sheet(Schema):
    """Codes for paper, told this once."""

    sheet: UUID
    codes: list[Code]


class Invited(Schema):
    """What one would join by a code."""

    address: str
    name: str
    purpose: str
    member_class: str
    expires_at: datetime
    already_member: bool
    charter: Charter


class Line(Schema):
    """One person of a list, as they would be taken in."""

    name: str
    email: str
    member_class: str


class DryRun(Schema):
    """What a list holds, and each line that cannot be taken in."""

    rows: list[Line]
    problems: list[Said]


class NewInstitution(Sent):
    """What is founded: of which kind, called what, where, and by whom."""

    kind: Short
    name: Short
    address: Short
    my_name: Short
    place: Short = ""
    settings: dict[str, str | list[str]] = {}
    bylaws: str = ""


class NewName(Sent):
    """The name by which the other members know somebody."""

    name: Short


class NewSheet(Sent):
    """How many codes for paper."""

    count: Annotated[int, Field(ge=1, le=200)]


class CodeSent(Sent):
    """A code, as it was typed or scanned."""

    code: Short


class Joining(Sent):
    """A code, and the name under which one joins."""

    code: Short
    name: Short


class MembersList(Sent):
    """A members' list as CSV: the first line says what the columns are."""

    list: Annotated[str, Field(min_length=1, max_length=500_000)]


class Origin(Sent):
    """Where a list comes from: who gave the names, on what ground, and when."""

    words: Annotated[str, Field(min_length=1, max_length=200)]
    ground: Literal["consent", "belonging"]
    gathered_on: date


class BroughtList(MembersList):
    """A members' list, and where its names come from: each person on it reads that."""

    origin: Origin


class NewStatement(Sent):
    """Something decided before, brought along."""

    title: Short
    text: str = ""
    decided_on: date
