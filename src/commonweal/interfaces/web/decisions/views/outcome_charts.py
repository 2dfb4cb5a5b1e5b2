"""An outcome in pictures: the answers, what the money pays for, round by round."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from django.utils.translation import gettext, gettext_noop

from commonweal.capabilities.decisions.queries import METHODS, QuestionView
from commonweal.foundation.language import say
from commonweal.interfaces.charts.outcomes import budget_parts
from commonweal.interfaces.charts.outcomes import rounds_of as rounds_of_votes
from commonweal.interfaces.web import charts
from commonweal.interfaces.web.charts import Chart, Count, Part
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.marks import ANSWERS
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.stages import TOO_FEW_VOTED
from commonweal.rules.voting.steps_told import explanation_of
from commonweal.rules.voting.thresholds import Answers, yes_needed
from commonweal.rules.voting.units import OF_PAIRS, base_of, on_ballots

ANSWER_WORDS = {
    "yes": gettext_noop("yes"),
    "no": gettext_noop("no"),
    "abstain": gettext_noop("abstained"),
}
# Each tells apart by its words; the colours only help.
POSITION_MARKS = {
    "agree": "yes",
    "reservations": "accent",
    "stand_aside": "abstain",
    "object": "rest",
    "block": "no",
}
# Every two of ten options; of two hundred there are near twenty thousand pairs.
MOST_PAIRS = 45


class Round(NamedTuple):
    """One step of a count, drawn and explained."""

    title: Sentence
    explanation: Sentence
    chart: Chart | None


def charts_of(
    question: QuestionView, outcome: Outcome, rounds: tuple[Round, ...]
) -> tuple[Chart, ...]:
    """Draw the result: the answers, what the money pays for, or the last round."""
    if question.rule.is_consensus:
        return (_positions_chart(question, outcome),)
    if question.rule.asks_one_text:
        return (_answers_chart(question, outcome),)
    if question.question.budget is not None:
        return (_budget_chart(question, outcome),)
    drawn = [one.chart for one in rounds if one.chart is not None]
    # Drawn once more with its round below, so it needs a name of its own here.
    last = tuple(replace(one, name=f"result-{question.call}") for one in drawn[-1:])
    return (*last, *_flow(question, outcome))


def _answers_chart(question: QuestionView, outcome: Outcome) -> Chart:
    answers = answers_of(question, outcome)
    parts = [
        Part(gettext(ANSWER_WORDS[answer]), count, answer)
        for answer, count in zip(
            ANSWERS, (answers.yes, answers.no, answers.abstain), strict=True
        )
    ]
    name, needed = f"outcome-{question.call}", yes_needed(question.rule, answers)
    if question.found_too_few == TOO_FEW_VOTED:
        return charts.outcome_bar(parts, had_to=question.needed, name=name)
    if question.found_too_few:
        needed = max(needed, question.needed)
    # A line beyond the end of the bar would point at nothing.
    line = needed if needed <= answers.turnout else None
    return charts.outcome_bar(parts, needed=line, name=name)


def _positions_chart(question: QuestionView, outcome: Outcome) -> Chart:
    """Draw how many hold each position; what stands against it is said beside it."""
    parts = [
        Part(say(question.label(position)), int(outcome.facts[position]), mark)
        for position, mark in POSITION_MARKS.items()
    ]
    return charts.outcome_bar(parts, name=f"outcome-{question.call}")


def _budget_chart(question: QuestionView, outcome: Outcome) -> Chart:
    budget = question.question.budget
    assert budget is not None, "a budget was asked about"
    costs = {str(one["id"]): int(str(one["cost"])) for one in question.options}
    names = {one: say(question.label(one)) for one in outcome.winners}
    parts = budget_parts(outcome, costs, names)
    return charts.spent_bar(parts, budget=budget, name=f"result-{question.call}")


def _flow(question: QuestionView, outcome: Outcome) -> tuple[Chart, ...]:
    """Draw how votes moved from round to round, where any did."""
    rounds = rounds_of_votes(outcome)
    if not rounds:
        return ()
    names = {
        str(one["id"]): say(question.label(str(one["id"]))) for one in question.options
    }
    unit, name = METHODS[outcome.method].unit, f"flow-{question.call}"
    return (charts.transfer_flow(names, rounds, unit=unit, name=name),)


def rounds_of(question: QuestionView, outcome: Outcome) -> tuple[Round, ...]:
    elected: list[str] = []
    gone: list[str] = []
    told = []
    left_out = pairs_left_out(outcome)
    for place, step in enumerate(outcome.steps, start=1):
        if place - 1 in left_out:
            continue
        elected.extend(step.elected)
        name = f"round-{question.call}-{place}"
        chart = _round_chart(question, outcome, step, (elected, gone), name)
        told.append(Round(step.title, explanation_of(step), chart))
        gone.extend(step.excluded)
    return tuple(told)


def pairs_left_out(outcome: Outcome) -> frozenset[int]:
    """Say which steps are pairs a page has no room for: all but the clearest wins."""
    pairs = [n for n, one in enumerate(outcome.steps) if one.title.id in OF_PAIRS]
    # Where two are as clear, the one that was counted first is shown.
    pairs.sort(key=lambda n: -max(outcome.steps[n].counts.values(), default=0))
    return frozenset(pairs[MOST_PAIRS:])


def _round_chart(
    question: QuestionView,
    outcome: Outcome,
    step: Step,
    so_far: tuple[list[str], list[str]],
    name: str,
) -> Chart | None:
    elected, gone = so_far
    counts: Mapping[str, Count] = {
        say(question.label(one)): count
        for one, count in step.counts.items()
        if one not in gone or count
    }
    if not counts:
        return None
    told_in = METHODS[outcome.method].unit_of(step.title.id)
    unit = on_ballots(told_in, question.ballot_form)
    chart = charts.option_bars(
        counts,
        counted=charts.Counted(
            unit,
            base_of(unit, outcome.facts, len(question.options)),
            outcome.facts.get("quota"),
        ),
        gained=_gained(question, step),
        chosen=names_of(question, tuple(elected)),
        gone=names_of(question, step.excluded),
    )
    return replace(chart, name=name)


def _gained(question: QuestionView, step: Step) -> dict[str, Count]:
    gained: dict[str, Count] = {}
    for transfer in step.transfers:
        if transfer.to is not None:
            to = say(question.label(transfer.to))
            gained[to] = gained.get(to, Fraction(0)) + transfer.amount
    return gained


def answers_of(question: QuestionView, outcome: Outcome) -> Answers:
    counts = outcome.steps[-1].counts if outcome.steps else {}
    yes, no, abstain = (int(counts.get(answer, 0)) for answer in ANSWERS)
    return Answers(question.electorate, question.active, yes, no, abstain)


def names_of(question: QuestionView, options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(say(question.label(one)) for one in options)
