"""Ballots that go beyond what the file itself allows a voter.

META may say how many projects a ballot names, what they cost together and how many
points it hands out. Cities publish ballots beyond that, and counted them: the votes
that Warszawa published for Bielany in 2018 hold ten that cost too much. So such ballots
count as they stand, and it is said how many there are.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import MarkTable, Whole
from commonweal.rules.budgeting.pabulib.rows import decimal
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Approvals, Ballots, Contest, Ranking, Scores

type Numbers = NDArray[Any]

BOUNDED = ("length", "sum_cost", "sum_points", "points")
KEYS = tuple(f"{edge}_{what}" for what in BOUNDED for edge in ("min", "max"))
LARGEST = 2**62


class Said(NamedTuple):
    """All ballots that name a project, mark after mark: which, with how many points.

    Ballot `i` has the marks from `starts[i]` on, and was cast by `weights[i]` voters.
    """

    starts: Whole
    marks: Whole
    points: Whole
    weights: Whole
    pointed: bool

    @property
    def lengths(self) -> Whole:
        """Give how many marks each ballot has."""
        return np.diff(self.starts, append=len(self.marks))

    def added_up(self, numbers: Numbers) -> Numbers:
        """Add up a number of each mark, ballot by ballot."""
        most = max(map(abs, numbers.tolist()), default=0)
        if most * len(numbers) > LARGEST:
            numbers = numbers.astype(object)
        return np.add.reduceat(numbers, self.starts) if len(numbers) else numbers


def beyond(contest: Contest, ballots: Ballots) -> tuple[Sentence, ...]:
    """Say how many ballots go beyond each bound, or name a project twice.

    A blank ballot goes beyond nothing.
    """
    said = said_in(contest, ballots)
    told = []
    twice = _voters(said, _twice(said, len(contest.options)))
    if twice:
        told.append(Sentence("odd_project_twice", {"count": twice}))
    for key in KEYS:
        limit = decimal(contest.settings.get(key, ""))
        if limit is None:
            continue
        count = _voters(said, _further(said, contest, key, limit))
        facts: dict[str, Fact] = {"count": count, "key": key}
        facts["limit"] = contest.settings[key]
        told += [Sentence("odd_beyond", facts)] if count else []
    return tuple(told)


def said_in(contest: Contest, ballots: Ballots) -> Said:
    """Set out in arrays what ballots say, without those that are blank."""
    if isinstance(ballots, MarkTable) and ballots.options == contest.options:
        there = np.diff(ballots.starts) > 0
        starts, weights = ballots.starts[:-1][there], ballots.weights[there]
        pointed = ballots.form == "scores"
        return Said(starts, ballots.marks, ballots.points, weights, pointed)
    place = {option: number for number, option in enumerate(contest.options)}
    starts_of, marks, points, weights_of = (list[int]() for _ in range(4))
    pointed = False
    for ballot in ballots:
        named: Sequence[str] = ()
        match ballot.marks:
            case Approvals(options):
                named = options
            case Ranking(ranks):
                named = [option for rank in ranks for option in rank]
            case Scores(scores):
                pointed, named = True, [option for option, _ in scores]
                points += [number for _, number in scores]
        if named:
            starts_of.append(len(marks))
            marks += [place[option] for option in named]
            weights_of.append(ballot.weight)
    given = points if pointed else [1] * len(marks)
    starts, weights = _whole(starts_of), _whole(weights_of)
    return Said(starts, _whole(marks), _whole(given), weights, pointed)


def _further(said: Said, contest: Contest, key: str, limit: Fraction) -> Numbers:
    """Say of each ballot whether it goes beyond a bound."""
    edge, _, what = key.partition("_")
    beyond_it: Callable[[Numbers, int], Numbers] = (
        np.less if edge == "min" else np.greater
    )
    coins = int(contest.settings.get("coins_per_unit", "1"))
    bound = limit * coins if what == "sum_cost" else limit
    # Of whole numbers, those beyond a bound are beyond the next whole one inside it.
    whole = ceil(bound) if edge == "min" else int(bound)
    nobody = np.zeros(len(said.starts), dtype=bool)
    if what == "length":
        return beyond_it(said.lengths, whole)
    if what == "sum_cost":
        costs = np.array([contest.costs[one] for one in contest.options], dtype=object)
        if max(contest.costs.values(), default=0) < LARGEST:
            costs = costs.astype(np.int64)
        return beyond_it(said.added_up(costs[said.marks]), whole)
    if not said.pointed:
        return nobody
    if what == "sum_points":
        return beyond_it(said.added_up(said.points), whole)
    wrong = beyond_it(said.points, whole)
    return said.added_up(wrong.astype(np.int64)) > 0


def _twice(said: Said, options: int) -> Numbers:
    """Say of each ballot whether it names a project twice."""
    ballot = np.repeat(np.arange(len(said.starts)), said.lengths)
    in_order = np.sort(ballot * options + said.marks)
    again = in_order[1:][in_order[1:] == in_order[:-1]] // options
    named = np.zeros(len(said.starts), dtype=bool)
    named[again] = True
    return named


def _voters(said: Said, chosen: Numbers) -> int:
    return sum(said.weights[chosen].tolist())


def _whole(numbers: list[int]) -> Whole:
    return np.array(numbers, dtype=np.int64)
