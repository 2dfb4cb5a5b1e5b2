"""Proportional approval voting: the committee with which voters are most content.

Mark as many as you like. A voter is content by one with a first member of the
committee they marked, by a half more with a second, by a third more with a third, and
so on; the committee with the largest sum wins. So a large group does not take all.

Source: Thorvald N. Thiele, Om Flerfoldsvalg (1895). Every committee that could still be
best is looked at, the sum being a fraction that nothing rounds; where there are too
many of them, the count says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.approved import Approved, approved
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties

MOST_LOOKS = 100_000

type Members = tuple[str, ...]


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find the best committee of as many as there are places.

    Nobody unmarked is taken in. The counts of the first step are marks; the facts give
    the `cast` ballots and how `content` all voters are with the committee. Several best
    committees are told as a tie between those who are in some but not in all. Raises
    `Uncountable` for ballots that are no marks, and where too many committees could be
    best.
    """
    voters = approved(contest, ballots)
    search = Search(voters, min(contest.seats, len(voters.wanted(contest))))
    search.look((), voters.wanted(contest))
    met = Ties(contest, ties)
    winners = one_of(search.best, met, voters.counts(contest))
    content = search.sum_of(winners)
    facts: dict[str, Fact] = {
        "content": content,
        "names": tuple(contest.name(option) for option in winners),
        "seats": contest.seats,
    }
    told = "pav_counts_explained" if winners else "pav_nobody"
    step = Step(
        Sentence("pav_counts"),
        Sentence(told, facts),
        voters.counts(contest),
        elected=tuple(winners),
    )
    return Outcome(
        method=METHOD.id,
        seats=contest.seats,
        winners=tuple(winners),
        tied=met.tied,
        tie_break=met.tie_break,
        steps=(step,),
        facts={"cast": voters.cast, "content": content},
    )


@dataclass(slots=True)
class Search:
    """The best committees found so far, by branching on each option and bounding.

    A sum is kept in whole numbers of one part of the smallest common fraction.
    """

    voters: Approved
    size: int
    most: int = 0
    best: list[Members] = field(default_factory=list)
    looks: int = 0

    @property
    def parts(self) -> int:
        return lcm(*range(1, self.size + 1))

    def look(self, taken: Members, open_to: Sequence[str]) -> None:
        """Look at every committee that has those taken and more of those open."""
        self.looks += 1
        if self.looks > MOST_LOOKS:
            raise Uncountable(Sentence("pav_too_many_committees"))
        now = self._content(taken)
        free = self.size - len(taken)
        if free == 0:
            self._keep(taken, now)
        elif len(open_to) >= free:
            gains = {one: self._content((*taken, one)) - now for one in open_to}
            # Each further member adds at most what it would add alone.
            at_most = sum(sorted(gains.values(), reverse=True)[:free])
            if now + at_most >= self.most:
                # The most promising first, so that a good committee is found early.
                first = max(open_to, key=lambda one: gains[one])
                rest = [option for option in open_to if option != first]
                self.look((*taken, first), rest)
                self.look(taken, rest)

    def sum_of(self, members: Sequence[str]) -> Number:
        """Give how content all voters are with a committee."""
        return Fraction(self._content(tuple(members)), self.parts)

    def _keep(self, taken: Members, now: int) -> None:
        if now > self.most:
            self.best = []
        if now >= self.most:
            self.most = now
            self.best.append(taken)

    def _content(self, members: Members) -> int:
        inside = set(members)
        by_members = [0]
        for place in range(1, self.size + 1):
            by_members.append(by_members[-1] + self.parts // place)
        return sum(
            voters * by_members[len(inside & marked)]
            for marked, voters in self.voters.groups
        )


def one_of(best: list[Members], met: Ties, counts: dict[str, Number]) -> list[str]:
    """Pick one of the best committees, by parting those who are not in all of them."""
    left = [frozenset(members) for members in best]
    while len(set(left)) > 1:
        some = frozenset.union(*left) - frozenset.intersection(*left)
        option, _ = met.choose(some, (counts,), best=True)
        if option is None:
            return []
        left = [members for members in left if option in members]
    members = left[0] if left else frozenset[str]()
    in_order = [option for option in met.contest.options if option in members]
    return sorted(in_order, key=lambda option: -counts[option])


METHOD = Method(
    id="pav",
    title=Sentence("method_pav"),
    summary=Sentence("method_pav_summary"),
    ballot="approvals",
    unit="ticks",
    count=count,
    source="Thorvald N. Thiele, Om Flerfoldsvalg (1895)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "unanimity",
            "support_monotonicity",
            "extended_justified_representation",
        }
    ),
)
