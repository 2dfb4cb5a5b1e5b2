"""A page for each way to share out a budget: promises, a worked example, a picture."""

import inspect
import sys
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.rules.budgeting.budgets import LOT
from tests.rules.budgeting.test_examples import EXAMPLES, as_poll
from tests.rules.budgeting.test_promises import PROMISES
from tests.rules.method_pages import module_of, promise_lines

from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.outcomes import budget_chart
from commonweal.interfaces.charts.voice import english
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.budgeting.sentences import SENTENCES as OF_BUDGETS
from commonweal.rules.sentence import Words
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.units import in_words
from commonweal.rules.wording import exact_text, render

WORDS: Mapping[str, Words] = {**SENTENCES, **OF_BUDGETS}


class Worked(NamedTuple):
    """An example of a method, counted."""

    said: Mapping[str, Any]
    contest: Contest
    outcome: Outcome


def worked(method: Method) -> Worked:
    """Count the first worked example of a method."""
    path = sorted((EXAMPLES / method.id).glob("*.toml"))[0]
    said = tomllib.loads(path.read_text())["example"][0]
    contest, ballots = as_poll(said)
    outcome = method.count(contest, ballots, LOT)
    assert list(outcome.winners) == said["winners"]
    return Worked(said, contest, outcome)


def budget_page(method: Method) -> str:
    """Write the page of a method."""
    example = worked(method)
    # Of the fast form and the readable one, the latter says what is done.
    module = plain if method.count is fast.count else None
    module = module or sys.modules[method.count.__module__]
    parts = [
        f"# {render(method.title, WORDS)} (`{method.id}`)",
        f"Written by `tests/rules/budgeting/test_pages.py` from `{module_of(module)}`. "
        "[All ways to share out a budget](../budgeting.md).",
        render(method.summary, WORDS),
        inspect.getdoc(module) or "",
        _facts(method),
        "## What it promises\n\nEach is tested on budgets drawn by chance.",
        promise_lines(method.promises, PROMISES),
        f"## An example, step by step\n\n{example.said['source']}.",
        _projects(example),
        _ballots(example),
        *(_step(n, one, method) for n, one in enumerate(example.outcome.steps, 1)),
        f"Funded: {', '.join(example.outcome.winners)}.",
        f"![The budget and what it pays for: {render(method.title, WORDS)}]"
        f"({method.id}.svg)",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(method: Method) -> str:
    settings = ", ".join(f"`{one}`" for one in method.settings)
    forms = ", ".join(f"`{one}`" for one in (method.ballot, *method.takes))
    lines = [f"Source: {method.source}", f"Ballots: {forms}", f"Settings: {settings}"]
    return "\n".join(f"- {line}" for line in lines)


def _projects(example: Worked) -> str:
    rows = [f"| {one} | {n:,} |" for one, n in example.contest.costs.items()]
    settings = example.said.get("settings", {})
    told = [f"The budget is {example.contest.budget:,}."]
    told += [f"`{name}` is `{value}`." for name, value in settings.items()]
    return "\n".join(
        [" ".join(told), "", "| project | cost |", "| --- | ---: |", *rows]
    )


def _ballots(example: Worked) -> str:
    rows = [f"| {one['times']} | {_on(one)} |" for one in example.said["ballots"]]
    return "\n".join(["| voters | ballot |", "| ---: | --- |", *rows])


def _on(ballot: Mapping[str, Any]) -> str:
    if "points" in ballot:
        return ", ".join(f"{name} {n}" for name, n in ballot["points"].items())
    if "ranks" in ballot:
        return " > ".join(ballot["ranks"])
    return ", ".join(ballot["marks"]) or "nothing"


def _step(number: int, step: Step, method: Method) -> str:
    lines = [f"### {number}. {render(step.title, WORDS)}", ""]
    lines += [render(step.explanation, WORDS), ""]
    if step.counts:
        head = render(in_words(method.unit_of(step.title.id), "head"), WORDS)
        lines += [f"| project | {head} | |", "| --- | ---: | --- |"]
    for project, count in step.counts.items():
        state = "out" if project in step.excluded else ""
        state = "funded" if project in step.elected else state
        lines.append(f"| {project} | {exact_text(count)} | {state} |")
    return "\n".join(lines).rstrip()


def picture(method: Method) -> str:
    """Draw what the budget of the example pays for."""
    _, contest, outcome = worked(method)
    assert contest.budget is not None
    chart = budget_chart(
        english(WORDS),
        outcome,
        budget=contest.budget,
        costs=contest.costs,
        names={one: one for one in contest.options},
    )
    return alone(chart)


def pages() -> dict[str, str]:
    """Give every page and picture by the name of its file."""
    texts = {f"{one.id}.md": budget_page(one) for one in METHODS.values()}
    return texts | {f"{one.id}.svg": picture(one) for one in METHODS.values()}
