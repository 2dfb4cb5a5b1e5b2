"""A city's ballots held compactly: equal ones together, marks in flat arrays.

To every reader it is an ordinary sequence of ballots; the counts that need speed read
the arrays. Nothing is lost: marks stay in the order and number in which they were made.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.money import number_set
from commonweal.rules.voting.ballot_rows import BallotRows
from commonweal.rules.voting.ballots import (
    Approvals,
    Ballot,
    Ballots,
    Contest,
    Marks,
    Ranking,
    Scores,
)

type Form = Literal["approvals", "ranking", "scores"]
type Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class MarkTable(BallotRows):
    """Ballots of one form as arrays.

    Ballot `i` names the options `marks[starts[i]:starts[i + 1]]` (by their place in
    `options`), gives them the `points` at the same places (ones where the form has no
    points), and was cast by `weights[i]` voters.
    """

    options: tuple[str, ...]
    form: Form
    starts: Whole
    marks: Whole
    points: Whole
    weights: Whole

    def __len__(self) -> int:
        return len(self.weights)

    def ballot(self, row: int) -> Ballot:
        """Make the ballot in this row."""
        return Ballot(self._marks_of(row), int(self.weights[row]))

    def _marks_of(self, row: int) -> Marks:
        span = slice(int(self.starts[row]), int(self.starts[row + 1]))
        named = tuple(self.options[mark] for mark in self.marks[span].tolist())
        match self.form:
            case "approvals":
                return Approvals(named)
            case "ranking":
                return Ranking(tuple((name,) for name in named))
            case _:
                return Scores(
                    tuple(zip(named, self.points[span].tolist(), strict=True))
                )


@dataclass(frozen=True, slots=True, eq=False)
class Support:
    """Who supports what, project by project, ready to count.

    Project `p` has the supporters `rows[starts[p]:starts[p + 1]]` (ballots by number,
    each at most once, in rising order) with the `points` they give it, all above zero.
    A ballot stands for `weights[row]` voters; `voters` is the sum of all, supporters
    of nothing included.
    """

    options: tuple[str, ...]
    starts: Whole
    rows: Whole
    points: Whole
    weights: Whole
    voters: int

    def supporters(self, project: int) -> Whole:
        """Give the ballots that support a project, by number."""
        return self.rows[self.starts[project] : self.starts[project + 1]]

    def points_for(self, project: int) -> Whole:
        """Give the points of the project's supporters, in the order of those."""
        return self.points[self.starts[project] : self.starts[project + 1]]


def points_of(contest: Contest, marks: Marks, longest: int) -> dict[str, int]:
    """Give the points one ballot gives each project; only points above zero count.

    A mark is one point. A rank is worth `longest` points at the top and one less each
    step down (Borda's count, with as many steps as a ballot has lines). Points given
    are taken as given. Of a project named twice, the first mark counts. Withdrawn
    projects, and those the contest does not know, get nothing.
    """
    points: dict[str, int] = {}
    match marks:
        case Approvals(options):
            given = [(option, 1) for option in options]
        case Ranking(ranks):
            given = [
                (option, longest - depth)
                for depth, rank in enumerate(ranks)
                for option in rank
            ]
        case Scores(scores):
            given = list(scores)
        case _:
            given = []
    for option, number in given:
        points.setdefault(option, number)
    standing = set(contest.options) - contest.withdrawn
    return {o: n for o, n in points.items() if n > 0 and o in standing}


def longest_ballot(contest: Contest, ballots: Ballots) -> int:
    """Give how many lines a ranking has: `max_length`, else the longest one cast."""
    longest = number_set(contest, "max_length")
    if longest is not None:
        return int(longest)
    if isinstance(ballots, MarkTable):
        return int(np.diff(ballots.starts).max(initial=0))
    return max(
        (len(b.marks.ranks) for b in ballots if isinstance(b.marks, Ranking)), default=0
    )


def number_of_voters(ballots: Ballots) -> int:
    """Give how many people cast these ballots, blank ones included."""
    if isinstance(ballots, MarkTable):
        return sum(ballots.weights.tolist())
    return sum(ballot.weight for ballot in ballots)


def support_of(contest: Contest, ballots: Ballots) -> Support:
    """Turn ballots of any form into who supports what, as `points_of` would."""
    if isinstance(ballots, MarkTable) and ballots.options == contest.options:
        return _support_from_table(contest, ballots)
    longest = longest_ballot(contest, ballots)
    place = {option: i for i, option in enumerate(contest.options)}
    found = sorted(
        (place[option], row, number)
        for row, ballot in enumerate(ballots)
        for option, number in points_of(contest, ballot.marks, longest).items()
    )
    columns = np.array(found, dtype=np.int64).reshape(-1, 3)
    weights = np.array([ballot.weight for ballot in ballots], dtype=np.int64)
    return _support(contest, columns[:, 0], columns[:, 1], columns[:, 2], weights)


def scores_of(support: Support) -> dict[str, int]:
    """Add up the points each project got, each ballot as often as it was cast."""
    if not _fits_in_64_bits(support):
        return {
            option: sum(
                points * int(support.weights[row])
                for points, row in zip(
                    support.points_for(p).tolist(),
                    support.supporters(p).tolist(),
                    strict=True,
                )
            )
            for p, option in enumerate(support.options)
        }
    running = np.cumsum(support.points * support.weights[support.rows])
    running = np.concatenate(([0], running))
    scores = running[support.starts[1:]] - running[support.starts[:-1]]
    return dict(zip(support.options, scores.tolist(), strict=True))


def unit_of(support: Support) -> str:
    """Say what support is counted in: `votes`, or `points` where some weigh more."""
    return "votes" if bool((support.points == 1).all()) else "points"


def _fits_in_64_bits(support: Support) -> bool:
    most = int(support.points.max(initial=1)) * len(support.options)
    return most * support.voters < 2**63


def _support_from_table(contest: Contest, table: MarkTable) -> Support:
    lengths = np.diff(table.starts)
    rows = np.repeat(np.arange(len(table), dtype=np.int64), lengths)
    points = table.points
    if table.form == "ranking":
        depth = np.arange(len(rows), dtype=np.int64) - np.repeat(
            table.starts[:-1], lengths
        )
        points = longest_ballot(contest, table) - depth
    # A stable sort keeps the rows of a project rising and, within a row, the first
    # mark first; 16-bit keys make it a radix sort.
    small = table.marks.astype(np.int16 if len(table.options) < 2**15 else np.int64)
    order = np.argsort(small, kind="stable")
    marks, rows = table.marks.take(order), rows.take(order)
    points = points if table.form == "approvals" else points.take(order)
    kept = points > 0
    kept[1:] &= (marks[1:] != marks[:-1]) | (rows[1:] != rows[:-1])
    for option in contest.withdrawn:
        kept &= marks != contest.options.index(option)
    if not kept.all():
        marks, rows, points = marks[kept], rows[kept], points[kept]
    return _support(contest, marks, rows, points, table.weights)


def _support(
    contest: Contest, marks: Whole, rows: Whole, points: Whole, weights: Whole
) -> Support:
    counts = np.bincount(marks, minlength=len(contest.options))
    return Support(
        contest.options,
        np.concatenate(([0], np.cumsum(counts))),
        rows,
        points,
        weights,
        sum(weights.tolist()),
    )


def with_one_more(ballots: Ballots, project: str, voters: int) -> Ballots:
    """Give the ballots with so many further ones that back one project alone.

    They are of the form of the others: a mark, the first rank, or one point.
    """
    if isinstance(ballots, MarkTable) and project in ballots.options:
        return replace(
            ballots,
            starts=np.append(ballots.starts, len(ballots.marks) + 1),
            marks=np.append(ballots.marks, ballots.options.index(project)),
            points=np.append(ballots.points, 1),
            weights=np.append(ballots.weights, voters),
        )
    ranked = any(isinstance(ballot.marks, Ranking) for ballot in ballots)
    alone = Ranking(((project,),)) if ranked else Approvals((project,))
    return [*ballots, Ballot(alone, voters)]
