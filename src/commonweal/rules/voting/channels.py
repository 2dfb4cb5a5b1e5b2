"""Where somebody votes in a secret vote if not here: on paper, or at a table.

A table is a small gathering at which two tellers hand out ballots and take them back.
Fewer than three could guess what each of them said, so that no table is held for them
and a teller brings them a ballot on paper. What a table says goes into the paper box
before it is opened: so few are never counted by themselves.
"""

from dataclasses import dataclass
from typing import Literal

from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

type Channel = Literal["paper", "table"]
# Also where somebody votes who chose a table that too few chose to be held.
type Elsewhere = Literal["paper", "table", "paper_instead"]
PAPER: Channel = "paper"
TABLE: Channel = "table"
LEAST_AT_TABLE, MOST_AT_TABLE = 3, 12
TELLERS_AT_TABLE = 2
# With fewer in it, the numbers of a channel are told together with the other's.
SMALLEST_CHANNEL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedOut:
    """How many do not vote here: on paper, and at a table."""

    paper: int
    table: int

    @property
    def total(self) -> int:
        """How many there are in all."""
        return self.paper + self.table

    @property
    def told_apart(self) -> bool:
        """Whether the numbers of each can be told without telling of single people."""
        return all(not n or n >= SMALLEST_CHANNEL for n in (self.paper, self.table))


def seated(noted: CheckedOut) -> CheckedOut:
    """Say who votes where once the vote opens: a table of too few is not held."""
    if noted.table >= LEAST_AT_TABLE:
        return noted
    return CheckedOut(paper=noted.total, table=0)


def may_sit(*, at_table: int, tellers: int) -> Verdict:
    """Let one more sit down, among `at_table` who do and `tellers` there are.

    Refuses `table_needs_tellers` and `table_is_full`, each with the numbers.
    """
    return first_refusal(
        ALLOWED
        if tellers >= TELLERS_AT_TABLE
        else refused("table_needs_tellers", tellers=tellers, needed=TELLERS_AT_TABLE),
        ALLOWED
        if at_table < MOST_AT_TABLE
        else refused("table_is_full", most=MOST_AT_TABLE),
    )


def may_second(noted: Channel, said: Channel, *, own: bool) -> Verdict:
    """Let a teller say what was said before them, and voters say anew.

    Two tellers who name two channels have not said the same of somebody: refuses
    `noted_for_paper` and `noted_for_table`.
    """
    return ALLOWED if own or noted == said else refused(f"noted_for_{noted}")
