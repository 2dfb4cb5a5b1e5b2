"""Shapes of decisions: proposals, votes, ballots, and what was said about them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from commonweal.interfaces.api.schemas.common import May, Said, Sent, Short
from commonweal.interfaces.api.schemas.mandates import Mandate

type Cost = Annotated[int, Field(ge=1, lt=10**12)]
type Rank = Annotated[int, Field(ge=0, le=1_000)]


class Option(Schema):
    """One thing to choose."""

    id: str
    label: str
    cost: int | None = None


class Choice(Schema):
    """One value that can be sent, and what it means."""

    value: str
    label: str


class Asked(Schema):
    """One of the terms a proposal of this way names."""

    name: str
    label: str
    several: bool
    choices: list[Choice]


class Way(Schema):
    """A way to propose: what it sets in motion, and the rule that decides it."""

    asks: list[Asked]
    effect: str
    rule: str
    title: str
    method: str
    asks_one_text: bool
    rule_in_words: list[str]
    support_needed: int


class InShort(Schema):
    """A proposal in a list."""

    number: int
    title: str
    stage: str
    effect: str
    put_at: datetime | None
    closes_at: datetime | None
    my_support: str


class Moments(Schema):
    """The instants that matter; null where one is not known or never comes."""

    put_at: datetime | None
    support_ends_at: datetime | None
    admitted_at: datetime | None
    talk_ends_at: datetime | None
    freezes_at: datetime | None
    opens_at: datetime | None
    closes_at: datetime | None
    second_call_opens_at: datetime | None
    second_call_closes_at: datetime | None
    decided_at: datetime | None
    in_force_at: datetime | None
    review_at: datetime | None


class Outcome(Schema):
    """What a vote that is over yields; `plain` is the count with every step."""

    carried: bool
    reason: Said | None
    winners: list[str]
    plain: dict[str, Any]


class Vote(Schema):
    """One call of a vote: its numbers while open, its outcome once closed.

    Where money is shared out, `points` are there to hand out on one ballot, or it has
    `ranks` ranks, each for one option.
    """

    call: int
    method: str
    ballot_form: str
    options: list[Option]
    seats: int
    budget: int | None
    points: int | None
    ranks: int | None
    opens_at: datetime
    closes_at: datetime
    closed: bool
    electorate: int
    turnout: int
    paper: dict[str, int] | None
    needed: int
    may_vote: May
    my_marks: dict[str, Any] | None
    outcome: Outcome | None


class PutOff(Schema):
    """A time that a vote was put off: by which right of the charter, how many days."""

    right: str
    days: int
    at: datetime


class Proposal(Schema):
    """A proposal: its words, its rule, where it stands, and what one may do with it."""

    number: int
    title: str
    text: str
    bearings: dict[str, str]
    options: list[Option]
    version: int
    words_id: UUID
    language: str
    author: str | None
    stage: str
    effect: str
    terms: dict[str, Any]
    rule: str
    rule_in_words: list[str]
    support_needed: int
    supporters: int
    my_support: str
    moments: Moments
    put_off: list[PutOff]
    votes: list[Vote]
    hidden: list[Said]
    may_put: May
    may_support: May
    may_revise: May
    may_contest: May
    may_withdraw: May


class Version(Schema):
    """The words of a proposal from a moment on."""

    number: int
    title: str
    text: str
    bearings: dict[str, str]
    options: list[Option]
    language: str
    written_at: datetime
    is_correction: bool
    contested_at: datetime | None


class OpenBallot(Schema):
    """Who said what in an open vote that is over."""

    name: str
    marks: dict[str, Any]


class Post(Schema):
    """What somebody said. What was taken back or is `hidden` has no words."""

    id: UUID
    author: str | None
    answers: UUID | None
    text: str
    hidden: list[Said]
    written_at: datetime
    taken_back_at: datetime | None
    is_mine: bool


class NewOption(Sent):
    """One thing to choose and, in a budget, what it costs."""

    label: Short
    cost: Cost | None = None


class Adoption(Sent):
    """A text to stand by."""

    title: Short
    text: str


class Admitted(Sent):
    """Somebody who would become a member, and as what.

    Whoever belongs already, under this name, becomes that: there is no second member.
    """

    name: Short
    member_class: Short


class Filling(Sent):
    """An office to fill, and who stands for it."""

    office: Short
    candidates: list[UUID]


class Motion(Sent):
    """Any other effect among the ways of the institution, and what each asks for."""

    effect: Short
    terms: dict[
        Short, Short | Mandate | Annotated[list[Short], Field(max_length=200)]
    ] = {}


class NewProposal(Sent):
    """What is put to a decision. It is a draft that only its author sees.

    `bearings` is what the rule asks for besides, by its name: `affected`, `money`,
    `ecology`, `access`, `plain`. Without that it stays a draft.
    """

    title: Short
    text: str = ""
    bearings: dict[Short, str] = {}
    language: Annotated[str, Field(max_length=10)] = ""
    options: Annotated[list[NewOption], Field(max_length=200)] = []
    budget: Cost | None = None
    rule: Short = ""
    adopt_statement: Adoption | None = None
    admit_member: Annotated[list[Admitted], Field(max_length=200)] | None = None
    fill_office: Filling | None = None
    set_in_motion: Motion | None = None


class NewPause(Sent):
    """By which right of the charter a vote is put off, and how it concerns us."""

    right: Short
    reason: Annotated[str, Field(max_length=4_000)]


class Seen(Sent):
    """Which version of a proposal's words I have read."""

    version: Annotated[int, Field(ge=1, le=1_000_000)]


class NewWords(Sent):
    """New words for a proposal. Options and bearings that are not sent stay.

    `seen` is the `words_id` of the words that they are to replace: what was written in
    another window meanwhile is not written over unread.
    """

    seen: UUID
    title: Short
    text: str = ""
    bearings: dict[Short, str] | None = None
    language: Annotated[str, Field(max_length=10)] = ""
    options: Annotated[list[NewOption], Field(max_length=200)] | None = None
    is_correction: bool = False


class Marks(Sent):
    """A ballot: the one of these that the form of the ballot asks for."""

    answer: Short | None = None
    approved: list[Short] | None = None
    ranks: dict[str, Rank] | None = None
    scores: dict[str, Rank] | None = None


class NewPost(Sent):
    """Something said, perhaps in answer to somebody."""

    text: str
    answers: UUID | None = None
