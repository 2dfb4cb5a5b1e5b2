"""The pages of the reference that are written from the methods and the elections."""

import json
from pathlib import Path
from typing import NamedTuple

from tests.rules.voting.promises import PROMISES
from tests.rules.voting.published import (
    elected,
    read,
    scottish_references,
    stages,
    without_idle_stages,
)

from commonweal.rules.voting.formats.preflib import read_preflib
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

FORMS = {
    "answer": "yes, no or abstain",
    "approvals": "options marked",
    "ranking": "options ranked",
    "scores": "options given points",
}

METHODS_OPENING = """\
# Methods of counting

Written by `tests/rules/voting/test_references.py` from the table of methods. Each one
is a module in `src/commonweal/rules/voting/methods/` that reads like its source, with
worked examples in `tests/rules/voting/examples/`. What a method promises is tested on
elections drawn by chance. Budgets are shared out by the methods of
[budgeting](budgeting.md).

## Ties

Where a method cannot tell options apart, the charter's tie-break does, and the outcome
says so. A lot is drawn from a public text: each option's id is written after the text
and a space, the SHA-256 of that is taken, and whoever has the smaller one goes first.
Anybody can draw it again: `printf '%s %s' "$SEED" "$ID" | sha256sum`. In a file, an
option's id is its number there (its name, in a table).
"""

REPRODUCTION_OPENING = """\
# Published elections, counted again

Written by `tests/rules/voting/test_references.py` from the published files at hand.
Budgets are on [a page of their own](budgeting-reproduction.md).

| elections | by | compared | the same | of |
| --- | --- | --- | ---: | ---: |
"""

NOT_REPRODUCED = """
## Not reproduced, and why

| what | why |
| --- | --- |
"""

REASONS = {
    "The stages at which two references for the Scottish rule pass on a surplus of "
    "nought": "Rule 48 passes on the papers of who *exceeds* the quota; these stages "
    "change no number.",
    "The order in which the references draw lots": "They take the first in the file; "
    "ours draws from a public text. Compared with the order of the file.",
    "{others} references for other rules (Meek, Warren, WIGM, QPQ, Minneapolis, "
    "CfER)": "These rules are not among ours.",
    "The certified reports of Minneapolis and Portland, round by round": "They drop "
    "several at once, and the ballots at hand have lost their empty ranks. The winners "
    "are the same.",
}

PORTLAND = ("2013_minneapolis_mayor", "2015_portland_mayor")


class Compared(NamedTuple):
    """A set of elections: how they were counted and how many came out the same."""

    elections: str
    method: str
    what: str
    same: int
    of: int


def methods_page() -> str:
    """Write the page on the methods."""
    return METHODS_OPENING + "".join(_chapter(method) for method in METHODS.values())


def _chapter(method: Method) -> str:
    lines = [
        "",
        f"## `{method.id}`: {render(method.title, SENTENCES)}",
        "",
        render(method.summary, SENTENCES),
        "",
        f"- Ballot: {FORMS[method.ballot]}",
        f"- Source: {method.source}",
    ]
    if method.most_seats:
        lines.append(f"- Places: {method.most_seats}")
    if method.settings:
        lines.append(f"- Settings: {', '.join(f'`{one}`' for one in method.settings)}")
    lines.append("- Promises:")
    lines += [f"  - {name}: {_told(name)}" for name in sorted(method.promises)]
    return "\n".join(lines) + "\n"


def _told(promise: str) -> str:
    said = (PROMISES[promise].__doc__ or "").partition("\n")[0].strip()
    return said[0].lower() + said[1:]


def reproduction_page(elections: Path) -> str:
    """Count every published election at hand and write the page on it."""
    done = [
        wards(elections),
        districts(elections),
        staged(elections),
        cities(elections),
    ]
    rows = "".join(
        f"| {one.elections} | `{one.method}` | {one.what} | {one.same} | {one.of} |\n"
        for one in done
    )
    references = elections / "droop" / "ref" / "json"
    others = len(list(references.glob("*.txt"))) - done[2].of
    reasons = "".join(f"| {what} | {why} |\n" for what, why in REASONS.items())
    return REPRODUCTION_OPENING + rows + NOT_REPRODUCED + reasons.format(others=others)


def wards(elections: Path) -> Compared:
    """Count Scotland's wards."""
    published = json.loads((elections / "scot-elex_winners_reference.json").read_text())
    count = METHODS["stv-scottish"].count
    same = sum(
        set(count(*read(elections / "scot-elex" / name), TieBreaker()).winners)
        == set(winners)
        for name, winners in published.items()
    )
    where = "Scotland's council wards, 2007 to 2022 (mggg/scot-elex)"
    return Compared(where, "stv-scottish", "winners", same, len(published))


def districts(elections: Path) -> Compared:
    """Count New South Wales."""
    published = json.loads((elections / "nswla_winners_reference.json").read_text())
    same = 0
    for path in (elections / "nswla").glob("*.soi"):
        contest, ballots = read_preflib(path.read_text(encoding="utf-8"))
        (won,) = METHODS["irv"].count(contest, ballots, TieBreaker()).winners
        same += contest.name(won) == published[contest.title]
    where = (
        "New South Wales Legislative Assembly, 2015 to 2023 (fleverest/nswla_preflib)"
    )
    return Compared(where, "irv", "winners", same, len(published))


def staged(elections: Path) -> Compared:
    """Count the references for the Scottish rule, stage by stage."""
    references = scottish_references(elections)
    same = 0
    for reference in references:
        told = json.loads(reference.read_text())
        name = reference.name.partition("-scotland-")[0]
        contest, ballots = read(elections / "droop" / "blt" / f"{name}.blt")
        in_file_order = TieBreaker("declared", declared=contest.options)
        outcome = METHODS["stv-scottish"].count(contest, ballots, in_file_order)
        ours = without_idle_stages([dict(step.counts) for step in outcome.steps])
        same += ours == without_idle_stages(stages(told)) and set(
            outcome.winners
        ) == elected(told)
    where = "References for the Scottish rule (jklundell/droop)"
    return Compared(where, "stv-scottish", "every stage", same, len(references))


def cities(elections: Path) -> Compared:
    """Count the certified runoffs."""
    same = 0
    for name in PORTLAND:
        folder = elections / "rctab" / name
        certified = (folder / f"{name}_expected_detailed_report.csv").read_text()
        contest, ballots = read(folder / f"{name}.blt")
        (won,) = METHODS["irv"].count(contest, ballots, TieBreaker()).winners
        certain = certified.partition("Winner(s),")[2].partition("\n")[0].strip('"')
        same += contest.name(won) == certain
    where = "Certified runoffs of Minneapolis 2013 and Portland 2015 (BrightSpots/rcv)"
    return Compared(where, "irv", "winner", same, len(PORTLAND))
