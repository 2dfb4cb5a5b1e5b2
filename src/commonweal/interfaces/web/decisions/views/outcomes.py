"""An outcome in words and in pictures, round by round, and how to check it."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import cycle
from typing import NamedTuple

from django.utils.translation import gettext, gettext_noop, ngettext

from commonweal.capabilities.decisions.queries import QuestionView
from commonweal.foundation.language import listed, number, say
from commonweal.interfaces.web import charts
from commonweal.interfaces.web.charts import Chart, Count, Part
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.marks import ANSWERS
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.rule_words import share_words
from commonweal.rules.voting.secret_ballots import SMALLEST_CELL
from commonweal.rules.voting.thresholds import Answers, base_number, yes_needed

ANSWER_WORDS = {
    "yes": gettext_noop("yes"),
    "no": gettext_noop("no"),
    "abstain": gettext_noop("abstained"),
}
PROJECT_MARKS = ("accent", "yes", "abstain", "no")


class Round(NamedTuple):
    """One step of a count, drawn and explained."""

    title: Sentence
    explanation: Sentence
    chart: Chart | None


class Told(NamedTuple):
    """One vote that is over: what came of it, why, and every step that led there."""

    question: QuestionView
    carried: bool
    headline: str
    reasons: tuple[Sentence | str, ...]
    winners: tuple[str, ...]
    charts: tuple[Chart, ...]
    rounds: tuple[Round, ...]
    ties: tuple[Sentence | str, ...]


def outcome_of(question: QuestionView) -> Told:
    """Tell the outcome of a vote that is over."""
    outcome, verdict = question.outcome, question.verdict
    assert outcome is not None, "only a closed vote has an outcome"
    assert verdict is not None, "whatever was counted was judged"
    if not question.is_shown:
        return _in_short(question, outcome, verdict)
    is_motion = question.rule.is_motion
    reasons = () if verdict else (verdict.reason,)
    rounds = () if is_motion else _rounds(question, outcome)
    return Told(
        question=question,
        carried=bool(verdict),
        headline=_headline(question, outcome, carried=bool(verdict)),
        reasons=(*_turnout(question), *reasons, *_tied(question, outcome)),
        winners=() if is_motion else _names(question, outcome.winners),
        charts=_charts(question, outcome, rounds),
        rounds=rounds,
        ties=_ties(question, outcome),
    )


def _in_short(question: QuestionView, outcome: Outcome, verdict: Verdict) -> Told:
    """Tell how many voted and what was decided, where more would tell of people."""
    why = gettext(
        "No more is told of a secret vote in which fewer than {floor} took part, or "
        "fewer than {cell} said the same: it could show what single people said."
    ).format(floor=number(question.rule.floor), cell=number(SMALLEST_CELL))
    return Told(
        question=question,
        carried=bool(verdict),
        headline=_headline(question, outcome, carried=bool(verdict)),
        reasons=(_turnout_alone(question), *_on_paper(question), why),
        winners=_names(question, outcome.winners) if question.options else (),
        charts=(),
        rounds=(),
        ties=(),
    )


def _headline(question: QuestionView, outcome: Outcome, *, carried: bool) -> str:
    if question.found_too_few_at_first:
        return gettext("Nothing decided in the first vote.")
    if question.rule.is_motion:
        return gettext("Carried.") if carried else gettext("Not carried.")
    if not carried:
        return gettext("Nothing was decided.")
    names = listed(list(_names(question, outcome.winners)))
    if outcome.facts.get("budget") or question.question.budget is not None:
        return gettext("Chosen and paid for: {names}.").format(names=names)
    words = gettext("Elected: {names}.") if question.question.seats > 1 else None
    return (words or gettext("Chosen: {names}.")).format(names=names)


def _turnout(question: QuestionView) -> tuple[str, ...]:
    return (_turnout_alone(question), *_on_paper(question), *_why_carried(question))


def _on_paper(question: QuestionView) -> tuple[str, ...]:
    """Say what became of the paper ballots, where there were any."""
    paper = question.question.paper
    if not paper:
        return ()
    words = gettext(
        "On paper: {issued} handed out, {returned} came back, {spoiled} spoiled."
    )
    if not paper["agreed"]:
        words = gettext(
            "The paper ballots were not counted: no two tellers had entered the "
            "same when the vote ended."
        )
    numbers = {name: number(n) for name, n in paper.items()}
    return (words.format(**numbers),)


def _turnout_alone(question: QuestionView) -> str:
    words = ngettext(
        "{turnout} of {all} member voted.",
        "{turnout} of {all} members voted.",
        question.electorate,
    )
    if question.needed:
        words = ngettext(
            "{turnout} of {all} member voted; {needed} had to.",
            "{turnout} of {all} members voted; {needed} had to.",
            question.electorate,
        )
    return words.format(
        turnout=number(question.turnout),
        all=number(question.electorate),
        needed=number(question.needed),
    )


def _why_carried(question: QuestionView) -> tuple[str, ...]:
    """Say with its base why a motion carried; why not is the verdict's to say."""
    outcome = question.outcome
    if not question.rule.is_motion or not question.verdict or outcome is None:
        return ()
    answers = _answers(question, outcome)
    rule = question.rule
    words = (
        gettext("{yes} said yes: {yes} of {base} is more than {share}.")
        if rule.threshold.strict
        else gettext("{yes} said yes: {yes} of {base} is at least {share}.")
    )
    told = words.format(
        yes=number(answers.yes),
        base=number(base_number(rule, answers)),
        share=say(share_words(rule.threshold.share)),
    )
    return (told,)


def _tied(question: QuestionView, outcome: Outcome) -> tuple[str, ...]:
    """Say that there was a tie; how it was parted stands with the steps."""
    if not outcome.tied or question.rule.tie_break == "status_quo":
        return ()
    words = ngettext(
        "{n} tie had to be parted; the count below says how.",
        "{n} ties had to be parted; the count below says how.",
        len(outcome.tied),
    )
    return (words.format(n=number(len(outcome.tied))),)


def _ties(question: QuestionView, outcome: Outcome) -> tuple[Sentence | str, ...]:
    told: list[Sentence | str] = []
    for group in outcome.tied:
        words = gettext("Level where it mattered: {names}.")
        told.append(words.format(names=listed(list(_names(question, group)))))
    if outcome.tie_break is not None:
        told.append(outcome.tie_break)
    return tuple(told)


def _answers(question: QuestionView, outcome: Outcome) -> Answers:
    counts = outcome.steps[-1].counts if outcome.steps else {}
    yes, no, abstain = (int(counts.get(answer, 0)) for answer in ANSWERS)
    return Answers(question.electorate, question.active, yes, no, abstain)


def _charts(
    question: QuestionView, outcome: Outcome, rounds: tuple[Round, ...]
) -> tuple[Chart, ...]:
    """Draw the result: the answers, what the money pays for, or the last round."""
    if question.rule.is_motion:
        return (_answers_chart(question, outcome),)
    if question.question.budget is not None:
        return (_budget_chart(question, outcome),)
    drawn = [one.chart for one in rounds if one.chart is not None]
    # Drawn once more with its round below, so it needs a name of its own here.
    last = tuple(replace(one, name=f"result-{question.call}") for one in drawn[-1:])
    return (*last, *_flow(question, outcome))


def _flow(question: QuestionView, outcome: Outcome) -> tuple[Chart, ...]:
    """Draw how votes moved from round to round, where any did."""
    steps = [step for step in outcome.steps if step.counts]
    if not any(step.transfers for step in steps):
        return ()
    names = {
        str(one["id"]): say(question.label(str(one["id"]))) for one in question.options
    }
    rounds = [
        charts.Round(
            step.counts,
            tuple(charts.Move(m.origin, m.to or "", m.amount) for m in step.transfers),
            tuple(one for each in steps[: place + 1] for one in each.elected),
        )
        for place, step in enumerate(steps)
    ]
    return (charts.transfer_flow(names, rounds, name=f"flow-{question.call}"),)


def _budget_chart(question: QuestionView, outcome: Outcome) -> Chart:
    budget = question.question.budget
    assert budget is not None, "a budget was asked about"
    costs = {str(one["id"]): int(str(one["cost"])) for one in question.options}
    parts = [
        Part(say(question.label(one)), costs[one], mark)
        for one, mark in zip(outcome.winners, cycle(PROJECT_MARKS), strict=False)
    ]
    return charts.spent_bar(parts, budget=budget, name=f"result-{question.call}")


def _answers_chart(question: QuestionView, outcome: Outcome) -> Chart:
    answers = _answers(question, outcome)
    parts = [
        Part(gettext(ANSWER_WORDS[answer]), count, answer)
        for answer, count in zip(
            ANSWERS, (answers.yes, answers.no, answers.abstain), strict=True
        )
    ]
    needed = yes_needed(question.rule, answers)
    # A line beyond the end of the bar would point at nothing.
    line = needed if needed <= answers.turnout else None
    return charts.outcome_bar(parts, needed=line, name=f"outcome-{question.call}")


def _rounds(question: QuestionView, outcome: Outcome) -> tuple[Round, ...]:
    elected: list[str] = []
    gone: list[str] = []
    told = []
    for place, step in enumerate(outcome.steps, start=1):
        elected.extend(step.elected)
        name = f"round-{question.call}-{place}"
        chart = _round_chart(question, outcome, step, (elected, gone), name)
        told.append(Round(step.title, step.explanation, chart))
        gone.extend(step.excluded)
    return tuple(told)


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
    return charts.option_bars(
        counts,
        gained=_gained(question, step),
        chosen=_names(question, tuple(elected)),
        gone=_names(question, step.excluded),
        line=outcome.facts.get("quota"),
        name=name,
    )


def _gained(question: QuestionView, step: Step) -> dict[str, Count]:
    gained: dict[str, Count] = {}
    for transfer in step.transfers:
        if transfer.to is not None:
            to = say(question.label(transfer.to))
            gained[to] = gained.get(to, Fraction(0)) + transfer.amount
    return gained


def _names(question: QuestionView, options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(say(question.label(one)) for one in options)
