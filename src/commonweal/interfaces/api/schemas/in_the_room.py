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

    `hands` is what two counted the same; of slips of paper it is told after the end.
    What phones say is told to nobody before the end, but `my_answer` to whoever gave
    it. It is `about` the matter, the amendment whose number follows an "a", or
    `texts`, whose numbers stand in `texts`; hands are raised for the `pair`, in which 0
    is to leave things as they are.
    """

    item: str
    about: str
    began_at: datetime
    by_hand: int
    by_phone: int
    by_slips: bool
    in_secret: bool
    my_ballot_is_in: bool
    counts: int
    differed: int
    hands: Numbers | None
    every_phone_answered: bool
    my_answer: str | None
    texts: list[int]
    pair: list[int]


class SaidByPhone(Schema):
    """Who gave one answer by phone; a name is empty where somebody has left."""

    answer: str
    names: list[str]


class InPairs(Schema):
    """How many would rather have one text, or another, or said neither.

    The second is 0 for leaving things as they are.
    """

    first: int
    second: int
    rather_first: int
    rather_second: int
    neither: int


class Decided(Schema):
    """A decision that has ended: hands, phones, and both together.

    The numbers are empty where nothing was counted, it was broken off, or there were
    fewer slips of paper than the charter's floor. Names are told where ballots are open
    by the charter. Of rival texts there are the one that was chosen, and the numbers of
    each of the `pairs`.
    """

    item: str
    about: str
    by_slips: bool
    in_secret: bool
    began_at: datetime
    ended_at: datetime
    is_carried: bool | None
    in_words: Said
    result: Numbers | None
    hands: Numbers | None
    phones: Numbers | None
    said_by_phone: list[SaidByPhone]
    chosen_text: int | None
    pairs: list[InPairs]


class HandsShown(Schema):
    """How many hands there were for each position that asks for no reason."""

    agree: int
    reservations: int
    stand_aside: int


class MyPosition(Schema):
    """Where whoever asks stands, and whether somebody else wrote it down for them."""

    position: str
    reason: str
    principle: str
    written_down: bool


class Testing(Schema):
    """A test for consensus that goes on: how many are counted by hand, and how.

    Of the others nobody is told before its end who has said what, but `my_position` to
    whoever took it.
    """

    item: str
    words: str
    began_at: datetime
    asked: int
    by_hand: int
    counts: int
    differed: int
    hands: HandsShown | None
    every_phone_answered: bool
    my_position: MyPosition | None


class Positions(Schema):
    """How many hold each position."""

    agree: int
    reservations: int
    stand_aside: int
    object: int
    block: int


class Block(Schema):
    """A block, by its number: why, what it names, and what was ruled on it.

    The name of its maker is empty where ballots are not open by the charter.
    """

    number: int
    name: str
    reason: str
    principle: str
    ruled_out: Said | None
    do_not_hold: int


class Reason(Schema):
    """Why somebody holds a position, as they worded it."""

    position: str
    words: str


class PositionHeld(Schema):
    """Who took one position for themselves; whoever raised a hand is not named."""

    position: str
    names: list[str]


class Tested(Schema):
    """A test that has ended, and where the talk about its matter stands since.

    The numbers are empty where it does not count: it was broken off, or too few of
    those who were asked were still there. `stage` is `adopted`, `not_adopted`,
    `absentees` until those who were away have spoken, `resolving` or `falling_back`, as
    it stands now, `until` when, if nobody does anything; `since` is what was turned
    after the test.
    """

    item: str
    words: str
    began_at: datetime
    ended_at: datetime
    in_words: Said
    stage: str
    until: datetime | None
    positions: Positions | None
    silent: int
    reasons: list[Reason]
    blocks: list[Block]
    said: list[PositionHeld]
    since: list[Said]
