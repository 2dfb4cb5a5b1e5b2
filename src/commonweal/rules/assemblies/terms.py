"""What a charter says about its assemblies: notice, quorum, proxies and the queue.

Sources for what can be chosen: Robert's Rules of Order Newly Revised, 10th ed., on
quorum; condominium practice, on a second call after a wait; the Occupy assemblies'
notes on the progressive stack, direct responses and points of process.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from typing import Literal, get_args

from commonweal.rules.sentence import N_
from commonweal.rules.setting import choice, days, flag, number, share

type Key = Literal[
    "first_time", "fewest_turns", "least_seconds", "alternation", "arrival"
]
type Roles = Literal["handed_on", "by_turn", "by_lot"]
type Scope = Literal["item", "session"]
KEYS: tuple[Key, ...] = get_args(Key.__value__)
ROLES_GO: tuple[Roles, ...] = get_args(Roles.__value__)
SCOPES: tuple[Scope, ...] = get_args(Scope.__value__)


@dataclass(frozen=True, slots=True)
class Assemblies:
    """How an assembly runs, in days, minutes, heads and exact shares.

    Whoever holds the office of the `callers` calls it; without one, whoever may
    propose. A quorum in heads and one in shares of the roll hold together: the larger
    counts. With a `second_call_minutes` of nought there is no second call. The queue is
    ordered by `order_keys`, the first that tells two people apart deciding; whoever
    was passed by `passed_most` people who asked later goes first, and with nought
    nobody does. Speaking time is told by groups of at least `least_group` speakers.
    """

    callers: str = field(
        default="",
        metadata=choice(N_("Office that calls assemblies"), among="offices"),
    )
    notice_days: int = field(
        default=7, metadata=days(N_("Days of notice before an assembly"))
    )
    quorum_least: int = field(
        default=1, metadata=number(N_("Members who must be there to decide"), least=1)
    )
    quorum_share: Fraction = field(
        default=Fraction(0),
        metadata=share(N_("Share of the members who must be there")),
    )
    second_call_minutes: int = 0
    second_least: int = 1
    second_share: Fraction = Fraction(0)
    proxies_most: int = 0
    proxies_in_quorum: bool = False
    order_keys: tuple[Key, ...] = ("first_time", "fewest_turns", "alternation")
    scope: Scope = "item"
    passed_most: int = field(
        default=5,
        metadata=number(N_("How often somebody may be passed in the queue")),
    )
    responses_most: int = field(
        default=3, metadata=number(N_("Direct responses on one matter"))
    )
    least_group: int = 5
    roles: Roles = field(
        default="handed_on", metadata=choice(N_("Who takes a role"), ROLES_GO)
    )
    needs_minutes: bool = field(
        default=True, metadata=flag(N_("Somebody takes the minutes"))
    )

    def __post_init__(self) -> None:
        assert self.quorum_least >= 1, "nobody decides nothing"
        assert self.second_least >= 1, "nor when called a second time"
        assert 0 <= self.quorum_share <= 1, "a share is of all"
        assert 0 <= self.second_share <= 1, "a share is of all"
        assert self.proxies_most >= 0, "nobody votes for less than nobody"
        assert self.least_group >= 2, "one alone is no group"

    def quorum(self, members: int, *, is_second: bool = False) -> int:
        """Say how many of so many members must be there."""
        least = self.second_least if is_second else self.quorum_least
        part = self.second_share if is_second else self.quorum_share
        return max(least, ceil(part * members))
