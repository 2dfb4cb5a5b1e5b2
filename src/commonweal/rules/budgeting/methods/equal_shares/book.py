"""The book of a count by equal shares: what was bought, by whom, at what price."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from commonweal.rules.budgeting.caps import Caps, caps_in
from commonweal.rules.budgeting.level import first_of
from commonweal.rules.budgeting.marks import Support, scores_of, support_of, unit_of
from commonweal.rules.budgeting.money import (
    amount,
    budget_of,
    choice_of,
    in_units,
    number_of,
)
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties


@dataclass(frozen=True, slots=True)
class Purchase:
    """A project that was bought: how much a point, and who paid.

    `in_full` voters paid the price for each of their points; `with_the_rest` had less
    than that left, and gave it all.
    """

    project: str
    price: Fraction
    in_full: int
    with_the_rest: int


def uses_of(contest: Contest) -> dict[str, int]:
    """Give what use a voter has of each project, for each point: its cost, or one."""
    satisfaction = choice_of(contest, "satisfaction", ("cost", "cardinality"))
    by_cost = satisfaction == "cost"
    return {one: contest.costs.get(one, 0) if by_cost else 1 for one in contest.options}


class Book:
    """Keeps the steps of one count and, at the end, gives its outcome.

    `share` is what each voter starts with: an equal part of the budget, or of a larger
    sum, `raised`, that a completion counts with. `left` is of the budget itself.
    Raises `Uncountable` as `budget_of` does.
    """

    def __init__(
        self,
        contest: Contest,
        ballots: Ballots,
        ties: TieBreaker,
        *,
        raised: int | None = None,
    ) -> None:
        self.contest = contest
        self.budget = self.left = budget_of(contest)
        self.raised = raised or self.budget
        self.support: Support = support_of(contest, ballots)
        self.voters = self.support.voters
        self.unit = unit_of(self.support)
        self.share = Fraction(self.raised, max(self.voters, 1))
        self.ties = Ties(contest, ties)
        self.caps: Caps = caps_in(contest)
        self.bought: list[str] = []
        self.deadlocked: set[str] = set()
        self.shut_out: set[str] = set()
        self.steps: list[Step] = []
        self._open()

    def _open(self) -> None:
        facts: dict[str, Fact] = {
            "voters": number_of("voters", self.voters),
            "projects": number_of("projects", len(self.contest.standing)),
            "budget": amount(self.contest, self.budget),
            "share": amount(self.contest, self.share),
        }
        scores = scores_of(self.support)
        counts: dict[str, Number] = {p: scores[p] for p in self.contest.standing}
        told = "equal_shares_opening"
        if self.raised != self.budget:
            told = "equal_shares_opening_raised"
            facts["raised"] = amount(self.contest, self.raised)
        self._step("equal_shares_opening", facts, counts, told=told)

    def part(self, level: list[str]) -> list[str]:
        """Part projects that are level and cannot all be paid.

        Gives the one that goes first; or all of them, deadlocked, if the tie stands.
        """
        stages = [step.counts for step in self.steps]
        first = first_of(self.ties, level, stages)
        if first is None:
            self.deadlocked |= set(level)
            names = tuple(self.contest.name(project) for project in level)
            self._step(
                "equal_shares_tie_stands",
                {"projects": names},
                {},
                excluded=tuple(level),
            )
        return level if first is None else [first]

    def buy(self, purchase: Purchase) -> None:
        """Write down one purchase. Its count is the project's effective support."""
        project, contest = purchase.project, self.contest
        cost = contest.costs[project]
        self.left -= cost
        self.caps.spend(project)
        self.bought.append(project)
        facts: dict[str, Fact] = {
            "project": contest.name(project),
            "cost": amount(contest, cost),
            "price": Sentence(
                f"budget_price_for_{self.unit}",
                {"price": amount(contest, purchase.price)},
            ),
            "in_full": number_of("voters", purchase.in_full),
            "with_the_rest": number_of("voters", purchase.with_the_rest),
            "left": amount(contest, self.left),
        }
        told = (
            "equal_shares_bought_some_poorer"
            if purchase.with_the_rest
            else "equal_shares_bought"
        )
        effective = Fraction(cost) / purchase.price
        self._step(
            "equal_shares_bought",
            facts,
            {project: _plain(effective)},
            elected=(project,),
            told=told,
        )

    def without_shut_out(self, waiting: Iterable[str]) -> list[str]:
        """Leave out and write down what its group has no money left for."""
        there = list(waiting)
        for project in self.caps.shut_out(there):
            facts = self.caps.facts_about(project)
            self._step("budget_shut_out", facts, {}, excluded=(project,))
            self.shut_out.add(project)
            there.remove(project)
        return there

    def closed(self) -> Outcome:
        """Name what nobody could pay for, and give the outcome."""
        done = self.deadlocked.union(self.bought, self.shut_out)
        rest = tuple(
            project for project in self.contest.standing if project not in done
        )
        facts: dict[str, Fact] = {
            "projects": number_of("projects", len(rest)),
            "left": amount(self.contest, self.left),
            "budget": amount(self.contest, self.budget),
        }
        about = "equal_shares_closing" if rest else "equal_shares_all_bought"
        self._step(about, facts, {}, excluded=rest)
        return Outcome(
            method="equal-shares",
            seats=len(self.bought),
            winners=tuple(self.bought),
            tied=self.ties.tied,
            tie_break=self.ties.tie_break,
            steps=tuple(self.steps),
            facts={
                "budget": in_units(self.contest, self.budget),
                "spent": in_units(self.contest, self.budget - self.left),
                "voters": self.voters,
            },
        )

    def _step(
        self,
        about: str,
        facts: dict[str, Fact],
        counts: dict[str, Number],
        *,
        elected: tuple[str, ...] = (),
        excluded: tuple[str, ...] = (),
        told: str = "",
    ) -> None:
        title = Sentence(f"budget_title_{about}", facts)
        said = Sentence(told or about, facts)
        self.steps.append(Step(title, said, counts, elected, excluded))


def _plain(number: Fraction) -> Number:
    return int(number) if number.denominator == 1 else number
