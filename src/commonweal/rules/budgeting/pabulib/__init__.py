"""Read a city's participatory budget from a Pabulib file (`.pb`).

Source: Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis"
(IJCAI 2023), and the format's own description: three sections META, PROJECTS and
VOTES, cells parted by semicolons, quoted as in CSV.
"""

from collections.abc import Sequence
from dataclasses import replace

from commonweal.rules.budgeting.marks import number_of_voters
from commonweal.rules.budgeting.pabulib import votes, votes_fast
from commonweal.rules.budgeting.pabulib.beyond import beyond
from commonweal.rules.budgeting.pabulib.head import Head, contest_of, read_head
from commonweal.rules.budgeting.pabulib.rows import whole, wrong
from commonweal.rules.voting.ballots import Ballot, Ballots, Contest

__all__ = ["read_pb", "read_pb_plainly"]


def read_pb(text: str) -> tuple[Contest, Ballots]:
    """Read a `.pb` file: what may be funded, and what the voters marked.

    Ballots that say the same, mark for mark, are one ballot with a weight, in the
    order of their first appearance. A file that is not as it should be raises
    `FormatError` with the line, what is wrong there and what was expected; nothing is
    half read. Costs and budget are whole numbers of the contest's smallest coin:
    where the file has decimals, `settings["coins_per_unit"]` says how many coins make
    its unit. All of META is kept in `settings`; ballots beyond what it allows count as
    they stand, and the contest's notes say how many there are.
    """
    text = text.removeprefix("\ufeff")
    head = read_head(text)
    contest = contest_of(head)
    ballots: Ballots | None = votes_fast.read_votes(text[head.rest :], head, contest)
    if ballots is None:
        ballots = votes.read_votes(text[head.rest :], head, contest)
    _check_number(head, ballots)
    return replace(contest, notes=beyond(contest, ballots)), ballots


def read_pb_plainly(text: str) -> tuple[Contest, Sequence[Ballot]]:
    """Read as `read_pb` does, by the readable reader alone."""
    text = text.removeprefix("\ufeff")
    head = read_head(text)
    contest = contest_of(head)
    ballots = votes.read_votes(text[head.rest :], head, contest)
    _check_number(head, ballots)
    return replace(contest, notes=beyond(contest, ballots)), ballots


def _check_number(head: Head, ballots: Ballots) -> None:
    """Refuse a file that announces more or fewer votes than it has: it was cut."""
    found = number_of_voters(ballots)
    said = head.meta.get("num_votes")
    if said and whole(said) != found:
        raise wrong(
            head.line_of["num_votes"], "pb_votes_missing", found=found, said=said
        )
