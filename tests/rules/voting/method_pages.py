"""A page for each method, written from its module, with an example and a picture.

The example is a worked one of those that test the method; the picture is the one that
a decision's page would draw of it.
"""

import inspect
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from tests.rules.voting.counterexamples import (
    CounterExample,
    counter_examples,
    winners_where_it_fails,
)
from tests.rules.voting.elections import LOT
from tests.rules.voting.references import FORMS, told_promise
from tests.rules.voting.test_methods import EXAMPLES, a_ballot

from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.outcomes import outcome_chart
from commonweal.interfaces.charts.voice import english
from commonweal.rules.sentence import Words
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.units import in_words
from commonweal.rules.wording import exact_text, render

WORDS: dict[str, Words] = SENTENCES


class Worked(NamedTuple):
    """An example of a method, counted."""

    said: dict[str, Any]
    contest: Contest
    outcome: Outcome


def worked(method: Method) -> Worked:
    """Count the first example in which nothing is level, of the method's own."""
    for path in sorted((EXAMPLES / method.id).glob("*.toml")):
        for said in tomllib.loads(path.read_text())["example"]:
            contest = Contest(tuple(said["options"]), said.get("seats", 1))
            ballots = [a_ballot(one) for one in said["ballots"]]
            outcome = method.count(contest, ballots, LOT)
            if outcome.winners and not outcome.tied:
                return Worked(said, contest, outcome)
    raise AssertionError(f"{method.id} has an example in which somebody wins")


def method_page(method: Method) -> str:
    """Write the page of a method."""
    example = worked(method)
    parts = [
        f"# {render(method.title, WORDS)} (`{method.id}`)",
        "Written by `tests/rules/voting/test_references.py` from "
        f"`{module_of(method).relative_to(module_of(method).parents[5])}`. "
        "[All methods](../methods.md).",
        render(method.summary, WORDS),
        inspect.getdoc(sys.modules[method.count.__module__]) or "",
        "\n".join(f"- {line}" for line in facts_of(method)),
        "## What it promises\n\nEach is tested on elections drawn by chance.",
        "\n".join(
            f"- {name}: {told_promise(name)}" for name in sorted(method.promises)
        ),
        not_promised(method),
        f"## An example, step by step\n\nFrom {example.said['source']}.",
        ballots_table(example.said["ballots"]),
        *(told_step(number, step, method) for number, step in steps_of(example)),
        f"Wins: {', '.join(example.outcome.winners)}.",
        f"![{picture_words(method, example)}]({method.id}.svg)",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def not_promised(method: Method) -> str:
    """Show for each promise it was found not to keep an election in which it fails."""
    told = [
        f"- {one.promise}: {told_promise(one.promise)} "
        f"Not always: {where_it_fails(one)}"
        for one in counter_examples()
        if one.method == method.id
    ]
    head = "## What it does not promise\n\nFor each an election was found by chance."
    return "\n".join([f"{head}\n", *told]) if told else ""


def where_it_fails(one: CounterExample) -> str:
    """Tell of an election in which a promise fails."""
    ballots = "; ".join(f"{each['times']} {said_on(each)}" for each in one.said)
    first, *then = [", ".join(won) for won in winners_where_it_fails(one)]
    changed = f", and {one.change()} it is {then[0]}" if then else ""
    seats = f" for {one.contest.seats} places" if one.contest.seats > 1 else ""
    return f"by {ballots}{seats} the winner is {first}{changed}."


def module_of(method: Method) -> Path:
    """Give the file a method is written in."""
    return Path(inspect.getfile(sys.modules[method.count.__module__]))


def facts_of(method: Method) -> list[str]:
    """Say what it takes and where it was published."""
    told = [f"Ballot: {FORMS[method.ballot]}", f"Source: {method.source}"]
    if method.most_seats:
        told.append(f"Places: {method.most_seats}")
    if method.settings:
        told.append(f"Settings: {', '.join(f'`{one}`' for one in method.settings)}")
    return told


def ballots_table(ballots: list[dict[str, Any]]) -> str:
    """Show the ballots of an example."""
    rows = [f"| {one.get('times', 1)} | {said_on(one)} |" for one in ballots]
    return "\n".join(["| voters | ballot |", "| ---: | --- |", *rows])


def said_on(ballot: dict[str, Any]) -> str:
    """Say what stands on a ballot."""
    if "scores" in ballot:
        return ", ".join(f"{name} {n}" for name, n in ballot["scores"].items())
    if "order" in ballot:
        return " > ".join(ballot["order"].split()) or "nothing"
    return ballot.get("answer") or ", ".join(ballot["marks"].split()) or "nothing"


def steps_of(example: Worked) -> list[tuple[int, Step]]:
    """Number the steps."""
    return list(enumerate(example.outcome.steps, start=1))


def told_step(number: int, step: Step, method: Method) -> str:
    """Tell one step, with all counts."""
    lines = [f"### {number}. {render(step.title, WORDS)}", ""]
    lines += [render(step.explanation, WORDS), ""]
    if step.counts:
        head = render(in_words(method.unit_of(step.title.id), "head"), WORDS)
        lines += [f"| option | {head} | |", "| --- | ---: | --- |"]
    for option, count in step.counts.items():
        state = "in" if option in step.elected else ""
        state = "out" if option in step.excluded else state
        lines.append(f"| {option} | {exact_text(count)} | {state} |")
    return "\n".join(lines).rstrip()


def picture_words(method: Method, example: Worked) -> str:
    """Say what the picture shows."""
    moved = any(step.transfers for step in example.outcome.steps)
    what = "How the votes moved" if moved else "The last step"
    return f"{what}: {render(method.title, WORDS)}"


def picture(method: Method) -> str:
    """Draw the example, as a picture that stands alone."""
    example = worked(method)
    names = {option: option for option in example.contest.options}
    chart = outcome_chart(english(WORDS), example.outcome, method, names)
    assert chart is not None, "somebody wins in the example"
    return alone(chart)


def pages() -> dict[str, str]:
    """Give every page and picture by the name of its file."""
    texts = {f"{method.id}.md": method_page(method) for method in METHODS.values()}
    drawn = {f"{method.id}.svg": picture(method) for method in METHODS.values()}
    return texts | drawn
