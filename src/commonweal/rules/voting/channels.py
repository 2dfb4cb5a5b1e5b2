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
# One alone is believed by nobody: two tellers count the box, and two hold a table.
TELLERS_NEEDED = 2
# Of fewer in it no number of a channel is told by itself, however low the floor.
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

    def told_apart(self, *, floor: int) -> bool:
        """Say whether the numbers of each can be told, and not only those of both."""
        least = max(floor, SMALLEST_CHANNEL)
        return all(not n or n >= least for n in (self.paper, self.table))

    def told_together(self, *, floor: int) -> bool:
        """Say whether there are enough of both for their numbers to be told at all."""
        return self.total >= max(floor, SMALLEST_CHANNEL)


def seated(noted: CheckedOut) -> CheckedOut:
    """Say who votes where once the vote opens: a table of too few is not held."""
    if noted.table >= LEAST_AT_TABLE:
        return noted
    return CheckedOut(paper=noted.total, table=0)


def may_be_counted(*, tellers: int) -> Verdict:
    """Let paper and a table be chosen where there are tellers enough to count them.

    Refuses `paper_needs_tellers` with the numbers: what two cannot find alike is not
    counted, and whoever chose paper would lose their vote.
    """
    if tellers >= TELLERS_NEEDED:
        return ALLOWED
    return refused("paper_needs_tellers", tellers=tellers, needed=TELLERS_NEEDED)


def may_sit(*, at_table: int) -> Verdict:
    """Let one more sit down, among `at_table` who do; refuses `table_is_full`."""
    if at_table < MOST_AT_TABLE:
        return ALLOWED
    return refused("table_is_full", most=MOST_AT_TABLE)


def may_come_back(
    elsewhere: Elsewhere | None, *, tellers: int, counted: bool
) -> Verdict:
    """Let whoever was to vote elsewhere vote here, where nobody could count it.

    Refuses `votes_here_already`, `paper_is_counted` once two have found the same, and
    `tellers_are_there`.
    """
    return first_refusal(
        ALLOWED if elsewhere else refused("votes_here_already"),
        refused("paper_is_counted") if counted else ALLOWED,
        refused("tellers_are_there") if may_be_counted(tellers=tellers) else ALLOWED,
    )


def may_ask_back(
    elsewhere: Elsewhere | None, *, out: CheckedOut, entered: bool
) -> Verdict:
    """Let one of those who vote elsewhere vote here after all, if they had no ballot.

    `out` is how many vote elsewhere, the asker among them, and `entered` whether a
    teller has entered anything of the box. Refuses `votes_here_already`,
    `paper_was_entered`, and `too_few_would_stay`: of one or two who are left whoever
    counts would know what they said. Where nobody is left there is nothing to know.
    """
    stay = [out.total - 1]
    if elsewhere == TABLE:
        stay.append(out.table - 1)
    few = any(0 < one < SMALLEST_CHANNEL for one in stay)
    return first_refusal(
        ALLOWED if elsewhere else refused("votes_here_already"),
        refused("paper_was_entered") if entered else ALLOWED,
        refused("too_few_would_stay", least=SMALLEST_CHANNEL) if few else ALLOWED,
    )


def may_second(noted: Channel, said: Channel, *, own: bool) -> Verdict:
    """Let a teller say what was said before them, and voters say anew.

    Two tellers who name two channels have not said the same of somebody: refuses
    `noted_for_paper` and `noted_for_table`.
    """
    return ALLOWED if own or noted == said else refused(f"noted_for_{noted}")
