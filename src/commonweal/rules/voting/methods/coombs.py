"""Coombs: whoever is last on the most ballots drops out, until one has a majority.

Rank the options. If one is first on more than half of the ballots that still say
something, it wins; if not, whoever most ballots put last drops out. A ballot that
leaves several out puts all of these last, and its one vote against is shared by them.

Source: Clyde H. Coombs, A Theory of Data (1964), chapter 18; with the stop at a
majority, as in Bernard Grofman & Scott L. Feld, If you like the alternative vote, then
you ought to know about the Coombs rule, Electoral Studies 23 (2004). A rank left empty
is passed over, and a rank that two share ends the ballot there.
"""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.grouped import GroupedRankings, Whole, grouped
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.placed import Table, placed
from commonweal.rules.voting.ties import TieBreaker, Ties


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find who has a majority when those most disliked have dropped out.

    Counts are first places, in voters. The facts give the `valid` papers and those that
    are `blank`. If several are last on as many ballots they are put to `ties`; where it
    leaves the tie standing, the count ends without a winner. Raises `Uncountable` for
    ballots that are no rankings, and for more than one place.
    """
    needs_rankings(ballots)
    if contest.seats > 1:
        raise Uncountable(Sentence("needs_one_seat", {"seats": contest.seats}))
    if not isinstance(ballots, GroupedRankings) or ballots.options != contest.options:
        ballots = grouped(contest.options, ballots)
    rows = placed(ballots)
    table = Count(contest, rows.places, rows.weights, Ties(contest, ties))
    table.first_round()
    while table.winner is None and table.valid and table.exclude_last():
        pass
    return table.outcome()


@dataclass(slots=True)
class Count:
    """Where a count stands. `places` has a row for each option: where ballots name it.

    A number smaller than another stands for a better place; `unnamed` for none.
    """

    contest: Contest
    places: Table
    weights: Whole
    ties: Ties
    left: list[str] = field(default_factory=list)
    firsts: dict[str, Number] = field(default_factory=dict)
    lasts: dict[str, Number] = field(default_factory=dict)
    valid: int = 0
    blank: int = 0
    steps: list[Step] = field(default_factory=list)

    @property
    def winner(self) -> str | None:
        """Whoever is first on more than half of the ballots that say something."""
        saying = sum(self.firsts.values())
        return next((o for o, votes in self.firsts.items() if 2 * votes > saying), None)

    def first_round(self) -> None:
        """Count first and last places among all who stand."""
        self.left = list(self.contest.standing)
        self._look()
        self.valid = int(sum(self.firsts.values()))
        self.blank = int(self.weights.sum()) - self.valid
        facts: dict[str, Fact] = {"valid": self.valid, "blank": self.blank}
        self._write(
            Sentence("first_preferences"),
            Sentence("irv_first_preferences_explained", facts),
        )

    def exclude_last(self) -> bool:
        """Drop whoever most ballots put last; say if it was done."""
        most = max(self.lasts.values())
        level = [option for option in self.left if self.lasts[option] == most]
        option, how = (level[0], None) if len(level) == 1 else self._last_of(level)
        if option is None:
            return False
        self.left.remove(option)
        self._look()
        name = self.contest.name(option)
        explained = Sentence("coombs_explained", {"name": name, "votes": most})
        if how is not None:
            both: dict[str, Fact] = {"first": how, "then": explained}
            explained = Sentence("sentences_after_each_other", both)
        self._write(Sentence("exclusion_of", {"name": name}), explained, (option,))
        return True

    def outcome(self) -> Outcome:
        """Give what was counted."""
        return Outcome(
            method=METHOD.id,
            seats=1,
            winners=() if self.winner is None else (self.winner,),
            tied=self.ties.tied,
            tie_break=self.ties.tie_break,
            steps=tuple(self.steps),
            facts={"valid": self.valid, "blank": self.blank},
        )

    def _last_of(self, level: list[str]) -> tuple[str | None, Sentence]:
        stages = [step.counts for step in self.steps]
        return self.ties.choose(level, stages, best=False)

    def _look(self) -> None:
        """Count who is first and who is last among those who are left."""
        rows = [self.contest.options.index(option) + 1 for option in self.left]
        among = self.places[rows]
        first, last = among.min(axis=0), among.max(axis=0)
        says = first < self.places[0]
        is_first, is_last = (among == first) & says, (among == last) & says
        shared_by = is_last.sum(axis=0)
        self.firsts, self.lasts = {}, {}
        for row, option in enumerate(self.left):
            self.firsts[option] = int(self.weights[is_first[row]].sum())
            sums = np.zeros(len(self.left) + 1, dtype=np.int64)
            np.add.at(sums, shared_by[is_last[row]], self.weights[is_last[row]])
            parts = enumerate(sums.tolist())
            shares = (Fraction(votes, by) for by, votes in parts if votes)
            self.lasts[option] = sum(shares, Fraction(0))

    def _write(
        self, title: Sentence, explanation: Sentence, excluded: tuple[str, ...] = ()
    ) -> None:
        elected = () if self.winner is None else (self.winner,)
        counts = dict.fromkeys(excluded, 0) | self.firsts
        in_order = {o: counts[o] for o in self.contest.options if o in counts}
        self.steps.append(
            Step(title, explanation, in_order, elected=elected, excluded=excluded)
        )


METHOD = Method(
    id="coombs",
    title=Sentence("method_coombs"),
    summary=Sentence("method_coombs_summary"),
    ballot="ranking",
    unit="ballots",
    count=count,
    source="Clyde H. Coombs, A Theory of Data (1964), chapter 18",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "unanimity",
        }
    ),
    most_seats=1,
)
