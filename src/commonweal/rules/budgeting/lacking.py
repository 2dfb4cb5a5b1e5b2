"""How many more votes a project that was not funded needed: found by counting again.

A further vote is a further voter who backs that project alone (in first place, or with
one point). For each project there are two neighbouring numbers, of which the larger
funds it and the smaller does not; both were counted by the rule itself, so whoever
doubts it can do the same. Where more votes never hurt a project (greedy, Phragmén,
knapsack) the number is the least there is. With equal shares further voters make every
share smaller, and a lower number might do as well by accident.

Source: Boehmer, Faliszewski, Janeczko, Peters, Pierczyński, Schierreich, Skowron &
Szufa, "Evaluation of Project Performance in Participatory Budgeting" (IJCAI 2024), the
measure of added single votes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from commonweal.rules.budgeting.caps import caps_in
from commonweal.rules.budgeting.marks import number_of_voters, with_one_more
from commonweal.rules.budgeting.money import amount, budget_of
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest, Scores
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TieBreaker


class Lack(NamedTuple):
    """A project that was not funded, how many more votes it needed, and that in words.

    `votes` is None where no number of votes that was tried is enough.
    """

    project: str
    votes: int | None
    said: Sentence


@dataclass(frozen=True, slots=True)
class Poll:
    """One count as it was done, to be done again with further votes."""

    method: Method
    contest: Contest
    ballots: Ballots
    ties: TieBreaker

    def funds(self, project: str, votes: int) -> bool:
        """Say whether a project is funded with so many further votes for it."""
        more = with_one_more(self.ballots, project, votes)
        return project in self.method.count(self.contest, more, self.ties).winners


def recounts_at_most(contest: Contest, outcome: Outcome) -> int:
    """Say how often all must be counted again for `lacking`, at the most."""
    lacking = len(contest.standing) - len(outcome.winners)
    voters = int(outcome.facts["voters"])
    return lacking * 2 * _most_tried(voters).bit_length()


def lacking(poll: Poll, outcome: Outcome) -> Iterator[Lack]:
    """Give what each project lacked that was not funded, in the contest's order."""
    funded = set(outcome.winners)
    for project in poll.contest.standing:
        if project not in funded:
            votes = votes_needed(poll, project)
            yield Lack(project, votes, _said(poll, project, votes))


def votes_needed(poll: Poll, project: str) -> int | None:
    """Find a number of further votes that funds a project where one fewer does not."""
    contest = poll.contest
    if contest.costs[project] > budget_of(contest):
        return None
    if caps_in(contest).tight_for(project):
        return None
    too_few, enough = 0, 1
    most = _most_tried(number_of_voters(poll.ballots))
    while not poll.funds(project, enough):
        if enough > most:
            return None
        too_few, enough = enough, enough * 2
    while enough - too_few > 1:
        between = (enough + too_few) // 2
        if poll.funds(project, between):
            enough = between
        else:
            too_few = between
    return enough


def _most_tried(voters: int) -> int:
    return 64 * (voters + 1)


def _said(poll: Poll, project: str, votes: int | None) -> Sentence:
    contest = poll.contest
    facts: dict[str, Fact] = {
        "project": contest.name(project),
        "cost": amount(contest, contest.costs[project]),
        "budget": amount(contest, budget_of(contest)),
    }
    if votes is not None:
        pointed = any(isinstance(ballot.marks, Scores) for ballot in poll.ballots)
        told = "lacking_points" if pointed else "lacking_votes"
        return Sentence(told, facts | {"number": votes})
    caps = caps_in(contest)
    if caps.tight_for(project):
        return Sentence("lacking_group", caps.facts_about(project))
    dear = contest.costs[project] > budget_of(contest)
    return Sentence("lacking_money" if dear else "lacking_anything", facts)
