"""A page for each method, written from its module, with an example and a picture.

The example is a worked one of those that test the method; the picture is the one that
a decision's page would draw of it.
"""

import inspect
import sys
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.html import escape
from tests.rules.voting.elections import LOT
from tests.rules.voting.references import FORMS, told_promise
from tests.rules.voting.test_methods import EXAMPLES, a_ballot

from commonweal.interfaces.web import charts
from commonweal.rules.sentence import Words
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.units import base_of, in_words
from commonweal.rules.wording import exact_text, render

LINE, TOP, SIDE = 26, 40, 16
WORDS: dict[str, Words] = SENTENCES
STYLE = """\
text { font: 17px system-ui, sans-serif; fill: #222; }
.paper { fill: #fff; } .mark-accent { fill: #1d5f86; } .mark-yes { fill: #2c6b35; }
.mark-no { fill: #a5372a; } .mark-rest { fill: #ddd; } .mark-line { fill: #222; }
.mark-abstain { fill: #fff; stroke: #777; stroke-width: 2; }
.mark-gained { fill: #1d5f86; opacity: .55; } .flow { fill: #ddd; }
.flow-moved { fill: #777; opacity: .75; }
.mark-number, .mark-round, text.mark-text {
  font-size: 24px; font-weight: 600; text-anchor: middle; }
.mark-number { fill: #fff; } .mark-round { fill: #777; font-weight: 400; }
"""


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
        f"## An example, step by step\n\nFrom {example.said['source']}.",
        ballots_table(example.said["ballots"]),
        *(told_step(number, step, method) for number, step in steps_of(example)),
        f"Wins: {', '.join(example.outcome.winners)}.",
        f"![{picture_words(method, example)}]({method.id}.svg)",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


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
    if any(step.transfers for step in example.outcome.steps):
        return _flow(example)
    return _bars(method, example)


def _flow(example: Worked) -> str:
    steps = [step for step in example.outcome.steps if step.counts]
    rounds = [
        charts.Round(
            step.counts,
            tuple(charts.Move(m.origin, m.to or "", m.amount) for m in step.transfers),
            tuple(one for each in steps[: place + 1] for one in each.elected),
        )
        for place, step in enumerate(steps)
    ]
    names = {option: option for option in example.contest.options}
    chart = charts.transfer_flow(names, rounds)
    lines = [_text(TOP + i * LINE, one.words) for i, one in enumerate(chart.labels)]
    top = TOP + len(chart.labels) * LINE
    return _svg(chart, [*lines, _moved_down(top, chart.svg)], top + chart.height)


def _bars(method: Method, example: Worked) -> str:
    step = next(one for one in reversed(example.outcome.steps) if one.counts)
    unit = method.unit_of(step.title.id)
    base = base_of(unit, example.outcome.facts, len(example.contest.options))
    counted = charts.Counted(unit, base, example.outcome.facts.get("quota"))
    chart = charts.option_bars(
        step.counts, counted=counted, chosen=example.outcome.winners
    )
    drawn = []
    for number, row in enumerate(chart.rows):
        top = TOP + number * 2 * LINE
        drawn += [_text(top, row.words), _moved_down(top + 8, row.svg)]
    return _svg(chart, drawn, TOP + len(chart.rows) * 2 * LINE)


def _text(at: int, words: str) -> str:
    return f'<text x="0" y="{at}">{escape(words)}</text>'


def _moved_down(by: int, drawn: str) -> str:
    return f'<g transform="translate(0 {by})">{drawn}</g>'


def _svg(chart: charts.Chart, drawn: list[str], height: int) -> str:
    wide, tall = charts.WIDTH + 2 * SIDE, int(Fraction(height)) + SIDE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" '
        f'width="{wide}" height="{tall}" role="img">\n'
        f"<title>{escape(chart.title)}</title>\n"
        f"<desc>{escape(chart.description)}</desc>\n<style>\n{STYLE}</style>\n"
        f'<rect class="paper" width="{wide}" height="{tall}"/>\n'
    )
    body = "\n".join(drawn)
    return f'{head}<g transform="translate({SIDE} 0)">\n{body}\n</g>\n</svg>\n'


def pages() -> dict[str, str]:
    """Give every page and picture by the name of its file."""
    texts = {f"{method.id}.md": method_page(method) for method in METHODS.values()}
    drawn = {f"{method.id}.svg": picture(method) for method in METHODS.values()}
    return texts | drawn
