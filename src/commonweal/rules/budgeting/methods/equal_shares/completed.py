"""Equal shares, completed: what stays unspent is spent by one of the ways in practice.

Equal shares often leave money over, because those who back what is left cannot pay for
it together. Three ways to go on:

`add one`
    Everybody is given one unit of money more, and all is counted anew; again and again,
    until nothing that somebody backs still fits into the budget, or the next unit would
    spend more than there is. The last result within the budget stands.
`jump`
    The same without a unit: the budget is raised, in whole coins, to the next sum at
    which something else is bought, and there it stays. So the result does not depend
    on the currency.
`utilitarian`
    With what is left, the projects with most votes are bought, each that still fits.

`settings["step"]` is the unit of `add one` (1 if it is not set). After the first two
`settings["then"] = "utilitarian"` spends by votes what still stays over.

Sources: Peters & Skowron, "Method of Equal Shares" (equalshares.net), completions;
Peters, Pierczyński & Skowron (NeurIPS 2021), section 3.5; Kraiczy, Robinson & Elkind,
"Streamlining Equal Shares" (2025), for raising the budget to where something changes.
"""

import re
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from commonweal.rules.budgeting.caps import caps_in, no_caps
from commonweal.rules.budgeting.methods import greedy
from commonweal.rules.budgeting.methods.equal_shares import fast
from commonweal.rules.budgeting.methods.equal_shares.raised import Budgets
from commonweal.rules.budgeting.money import (
    amount,
    budget_of,
    choice_of,
    coins_per_unit,
    in_units,
)
from commonweal.rules.exact import exact
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.ties import TieBreaker

THEN = ("nothing", "utilitarian")


class _Within(NamedTuple):
    """The `first` and the `last` budget of those at which what stands is bought.

    `level` are the budgets on the way, to the one that ended it, at which projects were
    level that had not been before.
    """

    first: int
    last: int
    level: list[int]


def add_one(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Count by equal shares with one unit more for everybody at a time.

    Takes and refuses what `plain.count` does, and a `step` that is not a number
    of whole coins above 0.
    """
    budgets = Budgets(contest, ballots, ties)
    step = _step_of(contest) * max(budgets.support.voters, 1)
    return _completed(budgets, step, "equal-shares-add-one", at_last=True)


def jump(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Count by equal shares with the budget raised to where something else is bought.

    Takes and refuses what `plain.count` does.
    """
    budgets = Budgets(contest, ballots, ties)
    return _completed(budgets, 1, "equal-shares-jump", at_last=False)


def utilitarian(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Count by equal shares, then buy by votes with what is left.

    Takes and refuses what `plain.count` does.
    """
    outcome = fast.count(contest, ballots, ties)
    return _by_votes(contest, ballots, ties, outcome, "equal-shares-utilitarian")


def _completed(budgets: Budgets, step: int, method: str, *, at_last: bool) -> Outcome:
    """Count at a budget with what is bought last of all that is no more than there is.

    That is the first of these budgets, or if `at_last` the last of them.
    """
    contest, ballots, ties = budgets.contest, budgets.ballots, budgets.ties
    no_caps(contest)
    then = choice_of(contest, "then", THEN)
    within = _last_within(budgets, step)
    raised = within.last if at_last else within.first
    outcome = fast.count(contest, ballots, ties, raised=raised)
    for budget in within.level:
        outcome = _with_ties_at(budgets, outcome, budget)
    if then == "utilitarian":
        return _by_votes(contest, ballots, ties, outcome, method)
    return replace(outcome, method=method)


def _with_ties_at(budgets: Budgets, outcome: Outcome, budget: int) -> Outcome:
    """Add the ties of another count on the way: parted else, it might have ended it."""
    other = fast.count(budgets.contest, budgets.ballots, budgets.ties, raised=budget)
    tied = [group for group in other.tied if group not in outcome.tied]
    if not tied:
        return outcome
    told = _one_after_other(outcome.tie_break, other.tie_break)
    return replace(outcome, tied=(*outcome.tied, *tied), tie_break=told)


def _last_within(budgets: Budgets, step: int) -> _Within:
    """Raise the budget until too much is spent, or nothing more fits."""
    first = last = budgets.true
    stands: frozenset[str] | None = None
    level: list[int] = []
    met = set[frozenset[str]]()
    for bought in budgets.rising(step):
        if bought.tied - met:
            level.append(bought.budget)
            met |= bought.tied
        if budgets.cost(bought) > budgets.true:
            # Budgets may have been passed over, as the same is bought at them.
            last = bought.budget - step
            break
        last = bought.budget
        if frozenset(bought.projects) != stands:
            first, stands = bought.budget, frozenset(bought.projects)
        if budgets.full(bought):
            break
    return _Within(first, last, level)


def _by_votes(
    contest: Contest, ballots: Ballots, ties: TieBreaker, outcome: Outcome, method: str
) -> Outcome:
    """Spend what is left on the projects with most votes, told after the rest."""
    bought = frozenset(outcome.winners)
    left = budget_of(contest) - sum(contest.costs[one] for one in bought)
    told = replace(outcome, method=method)
    if left == 0:
        return told
    settings = {
        name: value
        for name, value in contest.settings.items()
        if name not in {"rule", "min_project_score_threshold"}
    }
    rest = replace(
        contest, budget=left, withdrawn=contest.withdrawn | bought, settings=settings
    )
    caps = caps_in(contest)
    for project in outcome.winners:
        caps.spend(project)
    rest = replace(rest, settings=settings | {"caps": caps.as_text()})
    more = greedy.count(rest, ballots, ties)
    facts: dict[str, Fact] = {"left": amount(contest, left)}
    opening = Sentence("equal_shares_by_votes", facts)
    title = Sentence("budget_title_equal_shares_by_votes", facts)
    first = Step(title, opening, more.steps[0].counts)
    ended = outcome.steps[-1]
    steps = (*outcome.steps[:-1], replace(ended, excluded=()), first, *more.steps[1:])
    return replace(
        told,
        seats=outcome.seats + more.seats,
        winners=(*outcome.winners, *more.winners),
        tied=(*outcome.tied, *more.tied),
        tie_break=_one_after_other(outcome.tie_break, more.tie_break),
        steps=steps,
        facts=dict(outcome.facts)
        | {"spent": outcome.facts["spent"] + more.facts["spent"]},
    )


def _one_after_other(first: Sentence | None, then: Sentence | None) -> Sentence | None:
    if first is None or then is None:
        return first or then
    return Sentence("sentences_after_each_other", {"first": first, "then": then})


# A number in digits, or a part of one; the part is of something.
STEP = re.compile(r"\d{1,30}(\.\d{1,10}|/0*[1-9]\d{0,29})?", re.ASCII)


def _step_of(contest: Contest) -> int:
    """Give the unit of `add one` in coins."""
    said = contest.settings.get("step", "1").strip()
    step = exact(said) if STEP.fullmatch(said) else Fraction(0)
    coins = step * coins_per_unit(contest)
    if coins <= 0 or coins.denominator != 1:
        coin = in_units(contest, 1)
        facts: dict[str, Fact] = {"found": said, "coin": coin}
        raise Uncountable(Sentence("budget_step", facts))
    return int(coins)
