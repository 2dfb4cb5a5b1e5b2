"""What a program sends to do something in an assembly."""

from uuid import UUID

from pydantic import Field

from commonweal.interfaces.api.schemas.common import Sent


class NewDeed(Sent):
    """Something done in an assembly; about whoever does it, unless somebody is named.

    `what` is the role that is handed on (`hand_on`), or what somebody asks to speak
    for (`ask`): a turn, a direct response or a point of process. It is by what somebody
    is counted (`choose_channel`): `hand` or `phone`; the hands that were counted
    (`count`): "yes:no:abstain"; or what a phone says (`answer`): `yes`, `no` or
    `abstain`. On minutes it is the number of the correction that the assembly takes
    (`take_in`) or does not (`leave_out`), before all `agree` or somebody does `object`.

    To `decide` in secret it is `slips`, which two count instead of hands.

    In secret by phone, and on slips by all others, it is `secret`: then a phone does
    `cast` what it would answer, once, and nobody can look it up.

    On a matter that is decided somebody does `bring_text`, in `words`. To `amend` it is
    "1:replace:3" for sentence 3 of text 1, or `strike`, or `after`, where 0 is before
    the first. Whoever brought the text does `accept` the amendment of a number, whoever
    proposed it does `withdraw` it, and a text goes by `withdraw_text`. The room does
    `decide` on amendment 2 with ":a2", in secret with "slips:a2", and between several
    texts with ":texts". Then a phone does `answer` with a ranking, as in "2>1=3", with
    "0" for nothing before things as they are; and a `count` of hands names its pair in
    `item`, as in "1-2", or "1-" against things as they are.

    A `test` for consensus puts its `words`, or those of the matter, before all in the
    room. Each takes a `position`: `agree`, `reservations`, `stand_aside`, `object` with
    a reason, or `block:meets` with a reason and in `words` the principle or harm that
    it names. Hands are counted (`count_positions`) as "agree:reservations:stand_aside".
    Others rule on a block by its number (`rule_on_block`): "1:holds" or "1:fails".
    Whoever was away takes their position afterwards (`say_later`), as long as the
    charter gives them days.
    """

    deed: str = Field(max_length=20)
    about: UUID | None = None
    item: str = Field("", max_length=40)
    what: str = Field("", max_length=20)
    reason: str = Field("", max_length=500)
    code: str = Field("", max_length=20)
    words: str = Field("", max_length=4_000)
