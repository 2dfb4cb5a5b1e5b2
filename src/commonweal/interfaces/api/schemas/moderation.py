"""Shapes of reports, of hidden words, of appeals, and of a node that was put back."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from commonweal.foundation.threads.access import WRONGS
from commonweal.interfaces.api.schemas.common import May, Said, Sent, Short

type WhatIsWrong = Annotated[Short, Field(json_schema_extra={"enum": list(WRONGS)})]
type Reason = Annotated[str, Field(max_length=1_000)]


class Complaint(Schema):
    """What somebody says is wrong with words; not who says so."""

    wrong: str
    words: str
    is_urgent: bool


class Matter(Schema):
    """Words that were reported, and every report nobody has answered yet."""

    kind: str
    about: UUID
    title: str
    text: str
    reports: list[Complaint]
    may_decide: May


class Appealed(Schema):
    """Hidden words that somebody asks back."""

    hiding: UUID
    words: str
    answer_until: datetime
    may_answer: May


class Hiding(Schema):
    """That words were hidden, and why. Some may still read the `words`."""

    id: UUID
    kind: str
    about: UUID
    hidden_at: datetime
    is_hidden: bool
    why: list[Said]
    words: str | None
    may_appeal: May
    may_show_again: May
    may_answer: May


class LastResort(Schema):
    """What the operator did in the last resort, and the proposal that reviews it."""

    number: int
    what: str
    wrong: str
    taken_at: datetime
    ends_at: datetime | None
    outcome: str
    told: list[Said]
    review: int | None


class HidingInShort(Schema):
    """That something was hidden here, and what became of it."""

    id: UUID
    kind: str
    hidden_at: datetime
    why: list[Said]


class Stewards(Schema):
    """Who looks after words here; what waits is told to them alone."""

    office: str
    deciding_office: str
    reports: list[Matter] | None
    appeals: list[Appealed] | None
    past: list[HidingInShort]


type Where = Literal[
    "post", "proposal", "statement", "confederal_matter", "confederal_words"
]


class NewReport(Sent):
    """Words, by their sort and id, and what is wrong with them."""

    kind: Where
    about: UUID
    wrong: WhatIsWrong
    words: Reason = ""
    is_urgent: bool = False


class NewDecision(Sent):
    """Whether reported words are hidden or left standing, and why."""

    kind: Where
    about: UUID
    hide: bool
    wrong: WhatIsWrong = ""
    reason: Reason


class NewAppeal(Sent):
    """Why hidden words should come back."""

    words: Reason


class NewAnswer(Sent):
    """What becomes of hidden words after an appeal, and why."""

    stays_hidden: bool
    reason: Reason


class NewReason(Sent):
    """A reason, where one has to be given."""

    reason: Reason


class Restored(Schema):
    """That the node was put back to an earlier day, and who here knows of it."""

    taken_at: datetime
    restored_at: datetime
    is_known: bool
    may_acknowledge: May
