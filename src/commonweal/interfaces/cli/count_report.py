"""An outcome for people: who won, in a table; every step, in plain words."""

from collections.abc import Iterable, Mapping
from textwrap import fill

from commonweal.interfaces.cli.count_files import Countable
from commonweal.rules.sentence import Sentence, Words
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.formats.oddities import withdrawals
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.steps_told import explanation_of
from commonweal.rules.voting.units import in_words
from commonweal.rules.wording import number_text, render

WIDTH = 79
NAME_WIDTH = 44
MANY = 30
CONDORCET = "condorcet_winner"

type Pairs = Mapping[str, str | None]


def summary(asked: Countable, outcome: Outcome, pairs: Pairs) -> str:
    """Tell who won, where everybody stood first and last, and what was tied."""
    contest = asked.contest
    return "\n".join(
        [
            *heading(contest, outcome, asked.method, asked.words),
            *withdrawal_lines(asked),
            "",
            *winners_list(contest, outcome),
            "",
            *standings(asked, outcome),
            *tie_lines(outcome, asked.words),
            *condorcet_lines(asked, pairs),
            "",
            "--explain tells every step, --json gives all of it to a program.",
        ]
    )


def explained(asked: Countable, outcome: Outcome, pairs: Pairs) -> str:
    """Tell every step in plain words, then who won."""
    contest, words = asked.contest, asked.words
    lines = heading(contest, outcome, asked.method, words)
    lines += withdrawal_lines(asked)
    for number, step in enumerate(outcome.steps, start=1):
        before = outcome.steps[number - 2] if number > 1 else None
        lines += ["", f"{number}. {render(step.title, words)}", ""]
        lines += [fill(render(explanation_of(step), words), WIDTH), ""]
        if contest.budget is None and step.counts:
            unit = in_words(asked.method.unit_of(step.title.id), "head")
            lines += [f"  {render(unit, words)}:"]
        lines += step_table(contest, step, before)
    lines += ["", *winners_list(contest, outcome), *tie_lines(outcome, words)]
    lines += condorcet_lines(asked, pairs)
    return "\n".join(lines)


def heading(
    contest: Contest, outcome: Outcome, method: Method, words: Mapping[str, Words]
) -> list[str]:
    """Name the contest and how it was counted."""
    told = {name.replace("_", " "): n for name, n in outcome.facts.items()}
    facts = ", ".join(f"{name} {number_text(n)}" for name, n in told.items())
    places = f", places {outcome.seats}" if contest.budget is None else ""
    how = f"{render(method.title, words)} ({method.id}){places}"
    lines = [contest.title] if contest.title else []
    return [*lines, fill(f"{how}, {facts}." if facts else f"{how}.", WIDTH)]


def withdrawal_lines(asked: Countable) -> list[str]:
    """Say who has withdrawn, and which places stay empty because few stand."""
    told = [render(one, asked.words) for one in withdrawals(asked.contest)]
    return [fill(one, WIDTH) for one in told]


def winners_list(contest: Contest, outcome: Outcome) -> list[str]:
    """List the winners in order."""
    if not outcome.winners:
        return ["Nobody won."]
    chosen = "Elected" if contest.budget is None else "Funded"
    names = [contest.name(option) for option in outcome.winners]
    numbered = [f"  {i}. {name}" for i, name in enumerate(names, start=1)]
    return [f"{chosen}, in order:", *numbered]


def standings(asked: Countable, outcome: Outcome) -> list[str]:
    """Show for every option its first count, its last one, and when it was settled."""
    contest = asked.contest
    settled = {
        **{option: (n, "out") for n, option in _settled(outcome, "excluded")},
        **{option: (n, "in") for n, option in _settled(outcome, "elected")},
    }
    first, last = first_and_last(outcome)
    several = len(outcome.steps) > 1
    rows = []
    for option in sorted(first, key=lambda one: -first[one])[:MANY]:
        step, how = settled.get(option, (0, ""))
        when = f"{how} at step {step}" if step and several else how
        row = [contest.name(option), number_text(first[option])]
        rows.append([*row, number_text(last[option]) if several else "", when])
    left_out = len(first) - len(rows)
    more = [f"  … and {left_out} more"] if left_out > 0 else []
    names = [counted_in(asked, outcome), "first", "last" if several else "", ""]
    return [*table([names, *rows]), *more]


def counted_in(asked: Countable, outcome: Outcome) -> str:
    """Say what the counts are, where all steps count the same; else the steps do."""
    units = {asked.method.unit_of(step.title.id) for step in outcome.steps}
    if len(units) != 1 or asked.contest.budget is not None:
        return ""
    return render(in_words(units.pop(), "head"), asked.words)


def first_and_last(outcome: Outcome) -> tuple[dict[str, Number], dict[str, Number]]:
    """Give each option's count when it first had one, and when it last had one."""
    first: dict[str, Number] = {}
    last: dict[str, Number] = {}
    for step in outcome.steps:
        for option, number in step.counts.items():
            first.setdefault(option, number)
            if option not in step.excluded and (number or option not in last):
                last[option] = number
    return first, first | last


def _settled(outcome: Outcome, how: str) -> Iterable[tuple[int, str]]:
    for number, step in enumerate(outcome.steps, start=1):
        for option in step.elected if how == "elected" else step.excluded:
            yield number, option


def step_table(contest: Contest, step: Step, before: Step | None) -> list[str]:
    """Show one step: each option's count, what changed, and who is in or out."""
    rows = []
    for option, number in step.counts.items():
        mark = "elected" if option in step.elected else ""
        mark = "out" if option in step.excluded else mark
        change = number - before.counts.get(option, 0) if before else 0
        moved = f"{'+' if change > 0 else ''}{number_text(change)}" if change else ""
        if number or moved or mark:
            rows.append([contest.name(option), number_text(number), moved, mark])
    return table(rows)


def tie_lines(outcome: Outcome, words: Mapping[str, Words]) -> list[str]:
    """Say what was tied and how that was parted."""
    if outcome.tie_break is None:
        return []
    return ["", fill(f"Tie: {render(outcome.tie_break, words)}", WIDTH)]


def condorcet_lines(asked: Countable, pairs: Pairs) -> list[str]:
    """Say who beats every other in pairs, or that nobody does; of rankings only.

    Where there are several places that says nothing of who should have them.
    """
    if CONDORCET not in pairs or asked.contest.seats > 1:
        return []
    option = pairs[CONDORCET]
    facts = {"name": asked.contest.name(option)} if option else {}
    told = Sentence("condorcet_winner" if option else "condorcet_none", facts)
    return ["", render(told, asked.words)]


def table(rows: list[list[str]]) -> list[str]:
    """Set rows in columns: names to the left, numbers to the right."""
    if not rows:
        return []
    rows = [[shortened(row[0]), *row[1:]] for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for name, *numbers, mark in rows:
        columns = [f"{n:>{w}}" for n, w in zip(numbers, widths[1:-1], strict=True) if w]
        lines.append("  ".join(["", f"{name:<{widths[0]}}", *columns, mark]).rstrip())
    return lines


def shortened(name: str) -> str:
    """Keep a name within its column."""
    return name if len(name) <= NAME_WIDTH else name[: NAME_WIDTH - 1] + "…"
