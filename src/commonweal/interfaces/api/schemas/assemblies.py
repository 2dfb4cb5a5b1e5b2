"""Shapes of assemblies: calling one, where it stands, doing something in it."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field

from commonweal.interfaces.api.schemas.common import MOST_NUMBER, Said, Sent, Short
from commonweal.interfaces.api.schemas.in_the_room import (
    Decided,
    Deciding,
    Tested,
    Testing,
)
from commonweal.interfaces.api.schemas.texts import BroughtText, ProposedAmendment
from commonweal.rules.assemblies.forms import Form


class Source(Sent):
    """Which matter of which earlier assembly one takes on."""

    assembly: int = Field(ge=1, le=MOST_NUMBER)
    item: str = Field(max_length=40)


class NewMatter(Sent):
    """A matter for the agenda; of a proposal, its number.

    Whether it is decided by a show of hands is announced with it. What an earlier
    assembly left names it in `taken_from`, and is not offered again.
    """

    title: Short
    minutes: int = Field(15, ge=0, le=999)
    proposal: int | None = Field(None, ge=1, le=MOST_NUMBER)
    decides: bool = False
    taken_from: Source | None = None


class NewAssembly(Sent):
    """What an assembly is called for."""

    title: Short
    place: Short
    opens_at: AwareDatetime
    matters: list[NewMatter]
    form: Form = "assembly"


class LeftOver(Schema):
    """A matter that an earlier assembly put off or did not reach."""

    assembly: int
    item: str
    title: str
    minutes: int
    decides: bool
    reason: str
    due_at: datetime | None = None


class Review(Schema):
    """A decision in force that is due to be looked at again."""

    proposal: int
    title: str
    due_at: datetime


class Offered(Schema):
    """What comes back when the next assembly is called."""

    left_over: list[LeftOver]
    reviews: list[Review]


class CalledAssembly(Schema):
    """An assembly as it was called."""

    number: int
    title: str
    place: str
    form: Form
    called_at: datetime
    opens_at: datetime


class Matter(Schema):
    """A matter on the agenda, with the minutes it has and the seconds it has had.

    One that approves the minutes of an earlier assembly has its number in `minutes_of`.
    """

    id: str
    title: str
    minutes: int
    seconds_spent: int
    proposal: int | None
    minutes_of: int | None
    decides: bool
    adjourned: str
    hidden: list[Said] = []


class Waiting(Schema):
    """A place in the queue, and why it is theirs."""

    name: str
    sort: str
    why: Said


class Minute(Schema):
    """A line of the minutes, by the number of the deed it tells of."""

    number: int
    at: datetime
    words: Said


class Present(Schema):
    """Somebody who was there at some time, and who let them in by hand, if anybody."""

    name: str
    let_in_by: list[str]


class StandingAssembly(CalledAssembly):
    """An assembly as it stands: who is there, the agenda, the queue, the minutes.

    `my_channel` is how whoever asks is counted: by `hand` or by `phone`.
    """

    hidden: list[Said] = []
    stage: str
    present: list[str]
    guests: int
    there: int
    needed: int
    is_quorate: bool
    roles: dict[str, str]
    current: str
    agenda: list[Matter]
    speaking: str
    queue: list[Waiting]
    queue_closed: bool
    my_channel: str
    deciding: Deciding | None
    decided: list[Decided]
    testing: Testing | None
    tested: list[Tested]
    texts: list[BroughtText]
    amendments: list[ProposedAmendment]
    were_there: list[Present]
    minutes: list[Minute]


class Remark(Schema):
    """Words beside a line, or `added` after it, and what became of them.

    `fate` is `stands`, `proposed`, `referred` to the next assembly, `set_aside` by
    whoever took the minutes, for a `reason`, or `left` by the assembly that answered.
    """

    number: int
    words: str
    by: str
    at: datetime
    fate: str
    added: bool
    answered_by: str
    answered_at: datetime | None
    reason: str
    hidden: list[Said] = []


class MinutesLine(Schema):
    """A line with what stands beside it; line nought says who was there."""

    number: int
    at: datetime | None
    words: Said
    hidden: list[Said] = []
    beside: list[Remark]


class Passage(Schema):
    """What somebody wrote in an assembly or beside its minutes.

    It is reported under its `kind` and the id in `about`. Of hidden words `hidden` says
    why they are.
    """

    kind: str
    about: UUID
    by: str
    at: datetime | None
    title: str
    words: str
    hidden: list[Said] = []


class KeptMinutes(Schema):
    """Minutes as they stand: `written`, `draft`, `out` or `approved`.

    Of approved ones `fixed` is the text itself, and `digest` its SHA-256, which stands
    in the journal; while something in it is hidden it is not given. `left_out` are the
    corrections that were not taken.
    """

    stage: str
    in_words: Said
    due_out_at: datetime | None
    sent_out_at: datetime | None
    approved_at: datetime | None
    digest: str
    fixed: str
    confirmed: int
    were_there: list[Present]
    guests: int
    lines: list[MinutesLine]
    left_out: list[Remark]


class NewMinutesDeed(Sent):
    """Something done with minutes: `propose` words for a line, or `confirm` them.

    Whoever took them can `correct` a line, `add` after it, `take` or `refer` what was
    proposed, `set_aside` it with the reason in `words`, and `send_out` the whole.
    `answers` is the number of what was proposed, which its author can `drop`; about
    what was set aside they can `ask_room` or `let_be`.
    """

    deed: str = Field(max_length=20)
    line: int = Field(0, ge=0, le=MOST_NUMBER)
    words: str = Field("", max_length=1_000)
    answers: int = Field(0, ge=0, le=MOST_NUMBER)


class Task(Schema):
    """A task: `asked`, `open`, `refused`, `laid_down`, `done` or `dropped`."""

    number: int
    words: str
    hidden: list[Said] = []
    of: str
    is_mine: bool
    due_on: date
    stage: str
    in_words: Said
    not_done: int


class NewTask(Sent):
    """What is to be done, by which member, until which day."""

    words: str = Field(max_length=300)
    of: UUID
    due_on: date


class NewTaskDeed(Sent):
    """What is said of a task.

    Whoever was asked can `accept`, `refuse`, `lay_down` or `finish` it. An assembly
    that is at the tasks of last time hears that it is `done`, `not_done`, `put_off`
    until `due_on`, or that it is to `drop` it.
    """

    deed: str = Field(max_length=20)
    reason: str = Field("", max_length=300)
    due_on: date | None = None
