"""Shapes of trustees, and of what is sealed for them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from commonweal.foundation.sealing.access import LONGEST_PURPOSE, LONGEST_WORDS
from commonweal.foundation.sealing.actions import KEPT_FOR
from commonweal.interfaces.api.schemas.common import May, Sent

LONGEST_CODE = 100
type Days = Annotated[int, Field(json_schema_extra={"enum": list(KEPT_FOR)})]


class Trustee(Schema):
    """A member whom a decision named, and whether they have taken their code."""

    member: UUID
    name: str
    has_code: bool


class SealedThing(Schema):
    """Something sealed of which I keep a share: how far it is from open, not its words.

    It opens with `threshold` shares; `given` and `want_destroyed` count trustees.
    """

    id: UUID
    purpose: str
    threshold: int
    trustees: int
    given: int
    want_destroyed: int
    opens_at: datetime
    opened_at: datetime | None
    destroy_at: datetime
    is_lost: bool
    may_give_share: May
    may_read: May
    may_hand_over: May
    may_destroy: May


class Sealed(Schema):
    """The trustees of today, how many of them open something, and what I keep."""

    trustees: list[Trustee]
    threshold: int
    may_seal: May
    things: list[SealedThing]


class NewSealed(Sent):
    """Words for the trustees; `purpose` is not sealed, and all trustees read it.

    With `is_mine_by_name` I see who read it, and the server knows that I sealed it.
    """

    purpose: Annotated[str, Field(max_length=LONGEST_PURPOSE)]
    words: Annotated[str, Field(max_length=LONGEST_WORDS)]
    days: Days = 365
    is_mine_by_name: bool = False


class NewShare(Sent):
    """The code on a trustee's paper."""

    code: Annotated[str, Field(max_length=LONGEST_CODE)]


class GivenShare(Schema):
    """Whether the share is the one that was dealt, and the thing as it is now.

    Whoever gives a false one is named in the journal; the others can still open it.
    """

    is_true: bool
    thing: SealedThing


class SealedWords(Schema):
    """What was sealed, in words. Whoever it is about sees that it was read."""

    words: str
