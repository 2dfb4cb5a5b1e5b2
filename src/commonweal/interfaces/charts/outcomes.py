"""An outcome as a picture: how votes moved, what the money pays for, or the last step.

Pages and files draw by these, so that a stranger's picture is the one members see.
"""

from collections.abc import Mapping
from itertools import cycle

from commonweal.interfaces.charts.bars import Chart, Part, spent_bar
from commonweal.interfaces.charts.flows import Move, Round, transfer_flow
from commonweal.interfaces.charts.options import Counted, option_bars
from commonweal.interfaces.charts.voice import Count, Voice
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.units import base_of

PROJECT_MARKS = ("accent", "yes", "abstain", "no")


def outcome_chart(
    voice: Voice, outcome: Outcome, method: Method, names: Mapping[str, str]
) -> Chart | None:
    """Draw an election: the moves if votes moved, else where all stood in the end.

    `names` are all options in order, no two alike. Gives None if nothing was counted.
    """
    rounds = rounds_of(outcome)
    if rounds:
        return transfer_flow(voice, names, rounds, unit=method.unit)
    step = next((one for one in reversed(outcome.steps) if one.counts), None)
    if step is None:
        return None
    unit = method.unit_of(step.title.id)
    return option_bars(
        voice,
        {names.get(option, option): n for option, n in step.counts.items()},
        counted=Counted(
            unit,
            base_of(unit, outcome.facts, len(names)),
            outcome.facts.get("quota"),
        ),
        chosen=[names.get(one, one) for one in outcome.winners],
    )


def rounds_of(outcome: Outcome) -> tuple[Round, ...]:
    """Give the rounds of a count in which votes moved; none if they never did."""
    steps = [step for step in outcome.steps if step.counts]
    if not any(step.transfers for step in steps):
        return ()
    return tuple(
        Round(
            step.counts,
            tuple(Move(m.origin, m.to or "", m.amount) for m in step.transfers),
            tuple(one for each in steps[: place + 1] for one in each.elected),
        )
        for place, step in enumerate(steps)
    )


def budget_parts(
    outcome: Outcome, costs: Mapping[str, Count], names: Mapping[str, str]
) -> tuple[Part, ...]:
    """Give each chosen project as a part of the budget, in order of choice."""
    marks = cycle(PROJECT_MARKS)
    return tuple(
        Part(names.get(one, one), costs[one], mark)
        for one, mark in zip(outcome.winners, marks, strict=False)
    )


def budget_chart(
    voice: Voice,
    outcome: Outcome,
    *,
    budget: Count,
    costs: Mapping[str, Count],
    names: Mapping[str, str],
) -> Chart:
    """Draw what the budget pays for; `costs` are in the unit of the budget."""
    return spent_bar(voice, budget_parts(outcome, costs, names), budget=budget)
