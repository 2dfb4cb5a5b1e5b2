"""What every method would have yielded from the same ballots, and where they differ."""

import json
from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import NamedTuple

from commonweal.interfaces.cli.count_files import Countable
from commonweal.interfaces.cli.count_json import around, labels
from commonweal.interfaces.cli.count_report import (
    WIDTH,
    Pairs,
    condorcet_lines,
    withdrawal_lines,
)
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import listed, render

OTHER_BALLOTS = {
    *("needs_answers", "needs_positions", "needs_approvals"),
    *("needs_scores", "needs_rankings"),
}

# From so many different ballots on, what takes long is left to who asks for it.
MANY = 2_000


class Compared(NamedTuple):
    """What one method yields, or why it cannot count these ballots."""

    method: Method
    outcome: Outcome | None
    refusal: Sentence | None = None


def told(
    asked: Countable,
    ties: TieBreaker,
    pairs: Pairs,
    notes: Sequence[str],
    *,
    as_program: bool,
) -> str:
    """Compare, and tell it to people or to a program."""
    rows = compared(asked, ties)
    if not any(row.outcome for row in rows):
        raise Uncountable(Sentence("compare_nothing"))
    if as_program:
        return as_json(asked, rows, pairs, notes)
    return as_text(asked, rows, pairs)


def compared(asked: Countable, ties: TieBreaker) -> list[Compared]:
    """Count by every method that reads such ballots, in the order of their table.

    Marks for an option are never read as marks against it, nor the other way.
    """
    rows = [
        counted(asked, method, ties)
        for method in asked.methods.values()
        if method.marks_against == asked.method.marks_against
    ]
    return [row for row in rows if row is not None]


def counted(asked: Countable, method: Method, ties: TieBreaker) -> Compared | None:
    """Count by one method; None where it reads ballots of another form."""
    if method.takes_long and method != asked.method and len(asked.ballots) > MANY:
        facts: dict[str, Fact] = {"method": method.id}
        return Compared(method, None, Sentence("compare_takes_long", facts))
    try:
        return Compared(method, method.count(asked.contest, asked.ballots, ties))
    except Uncountable as refusal:
        other = refusal.reason.id in OTHER_BALLOTS
        return None if other else Compared(method, None, refusal.reason)


def as_text(asked: Countable, rows: Sequence[Compared], pairs: Pairs) -> str:
    """Tell what each method yields in a table, and then where they differ."""
    label = labels(asked.contest)
    lines = [asked.contest.title] if asked.contest.title else []
    lines += withdrawal_lines(asked)
    lines += ["What each method yields from the same ballots:", ""]
    wide = max(len(row.method.id) for row in rows)
    for row in rows:
        if row.outcome is None:
            assert row.refusal is not None, "what has no outcome has a reason"
            yields = f"– {render(row.refusal, asked.words)}"
        else:
            yields = ", ".join(label[one] for one in row.outcome.winners) or "nobody"
            yields += " (after a tie)" if row.outcome.tied else ""
        indent = " " * (wide + 4)
        line = f"  {row.method.id:<{wide}}  {yields}"
        lines.append(fill(line, WIDTH, subsequent_indent=indent))
    lines += ["", *differences_told(rows, label), *condorcet_lines(asked, pairs)]
    return "\n".join(lines)


def differences_told(rows: Sequence[Compared], label: Mapping[str, str]) -> list[str]:
    """Say who wins by every method, and of whom the methods differ."""
    always, sometimes = differences(rows)
    names = listed([label[option] for option in always])
    lines = [f"By every method: {names}." if always else "Nobody wins by every method."]
    for option, methods in sometimes.items():
        where = f"{label[option]} wins by {listed(methods)}, not by the others."
        lines.append(fill(where, WIDTH, subsequent_indent="  "))
    return lines


def differences(rows: Sequence[Compared]) -> tuple[list[str], dict[str, list[str]]]:
    """Give who wins by all methods that could count, and by which of them the rest."""
    won = {row.method.id: row.outcome.winners for row in rows if row.outcome}
    every = list(dict.fromkeys(one for winners in won.values() for one in winners))
    by = {one: [name for name, among in won.items() if one in among] for one in every}
    always = [one for one in every if len(by[one]) == len(won)]
    return always, {one: by[one] for one in every if one not in always}


def as_json(
    asked: Countable, rows: Sequence[Compared], pairs: Pairs, notes: Sequence[str]
) -> str:
    """Write the comparison for programs; candidates go by name."""
    label = labels(asked.contest)
    always, sometimes = differences(rows)
    return json.dumps(
        {
            "seats": asked.contest.seats,
            **{name: one and label[one] for name, one in pairs.items()},
            **around(asked.contest, asked.words, notes),
            "methods": [row_facts(asked, row, label) for row in rows],
            "agreed": [label[option] for option in always],
            "differ": {label[option]: methods for option, methods in sometimes.items()},
        },
        ensure_ascii=False,
        indent=1,
    )


def row_facts(
    asked: Countable, row: Compared, label: Mapping[str, str]
) -> dict[str, object]:
    """Give what one method yields as JSON has it."""
    outcome = row.outcome
    return {
        "method": row.method.id,
        "winners": [label[one] for one in outcome.winners] if outcome else [],
        "tied": [[label[o] for o in g] for g in outcome.tied] if outcome else [],
        "refused": row.refusal and render(row.refusal, asked.words),
    }
