"""Shapes of decisions in the room: the one that goes on, and those that ended."""

from datetime import datetime

from ninja import Schema

from commonweal.interfaces.api.schemas.common import Said


class Numbers(Schema):
    """How many said yes, no, or neither."""

    yes: int
    no: int
    abstain: int


class Deciding(Schema):
    """A decision that goes on: how many are counted by hand, and how many by phone.

    `hands` is what two counted the same. What phones say is told to nobody before the
    end, but `my_answer` to whoever gave it.
    """

    item: str
    began_at: datetime
    by_hand: int
    by_phone: int
    counts: int
    differed: int
    hands: Numbers | None
    every_phone_answered: bool
    my_answer: str | None


class SaidByPhone(Schema):
    """Who gave one answer by phone; a name is empty where somebody has left."""

    answer: str
    names: list[str]


class Decided(Schema):
    """A decision that has ended: hands, phones, and both together.

    The numbers are empty where nothing was counted or it was broken off. Names are told
    where ballots are open by the charter.
    """

    item: str
    began_at: datetime
    ended_at: datetime
    is_carried: bool | None
    in_words: Said
    result: Numbers | None
    hands: Numbers | None
    phones: Numbers | None
    said_by_phone: list[SaidByPhone]
