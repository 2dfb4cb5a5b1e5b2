"""Cities' published results beside our counts of their ballots, and a page on both."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commonweal.rules.budgeting.methods import METHODS, default_method
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.voting.ties import TieBreaker

MATCHES = ("match greedy-skip", "match greedy-noskip")
REASONS = {
    "Hungary_Budapest_2023_VIII_Jozsefvaros": "About half the votes were cast on paper "
    "and are not in the file; parts of the district had budgets of their own.",
    "Hungary_Budapest_2025_XI_Ujbuda": "The votes cast on paper are not in the file; "
    "each category had a budget of its own.",
    "Hungary_Veszprem_2025": "Costs are guesses from three ranges, and the city paid "
    "more than the budget the file states.",
    "Poland_Warszawa_2022_Bemowo": "Of projects 773 and 153 only one could be built; "
    "the file says so in a comment, not as data.",
    "Poland_Warszawa_2022_Bielany": "Of projects 201 and 1932 only one could be built; "
    "the file says so in a comment, not as data.",
}

OPENING = """\
# Cities' budgets, counted again

Written by `tests/rules/budgeting/test_reproduction.py` from the files of Pabulib
(Faliszewski et al., 2023) that are at hand. Each was counted by the method its own
rule names and compared with the projects that the file marks as paid from the budget
(`selected` is 1).
"""


@dataclass(frozen=True, slots=True)
class Recount:
    """One file: what its rule is, what was published, and what we count."""

    name: str
    rule: str
    expected: bool
    published: frozenset[str]
    counted: frozenset[str]

    @property
    def same(self) -> bool:
        """Say whether the published result came out."""
        return self.published == self.counted


def rows_of(elections: Path) -> list[dict[str, str]]:
    """Give what the manifest says of each budget, in the order of the paths."""
    with (elections / "manifest.csv").open(newline="", encoding="utf-8") as manifest:
        rows = [row for row in csv.DictReader(manifest) if row["path"].endswith(".pb")]
    return sorted(rows, key=lambda row: row["path"])


def uncompared(elections: Path) -> Iterator[str]:
    """Count every file that publishes no result, too, and give its name."""
    for row in rows_of(elections):
        if not row["reference"]:
            contest, ballots = read_pb((elections / row["path"]).read_text("utf-8"))
            outcome = METHODS[default_method(contest)].count(
                contest, ballots, TieBreaker()
            )
            assert outcome.winners, "something is paid for"
            yield Path(row["path"]).stem


def recounts(elections: Path) -> Iterator[Recount]:
    """Count every file of the manifest that publishes a result."""
    for row in rows_of(elections):
        if not row["reference"]:
            continue
        text = (elections / row["path"]).read_text(encoding="utf-8")
        contest, ballots = read_pb(text)
        method = METHODS[default_method(contest)]
        yield Recount(
            Path(row["path"]).stem,
            contest.settings["rule"],
            row["reference"].endswith(MATCHES),
            published(text),
            frozenset(method.count(contest, ballots, TieBreaker()).winners),
        )


def published(text: str) -> frozenset[str]:
    """Read which projects a file marks as paid from the budget."""
    section = text.partition("PROJECTS")[2].partition("\nVOTES")[0].strip()
    rows = csv.DictReader(section.splitlines(), delimiter=";")
    paid = [row for row in rows if row["selected"].strip() == "1"]
    return frozenset(row["project_id"].strip() for row in paid)


def page(done: list[Recount], without: list[str]) -> str:
    """Write the page: how many came out, by rule, and why the others did not.

    `without` are the files in which no result is published.
    """
    same = [each for each in done if each.same]
    lines = [
        OPENING,
        f"{len(same)} of {len(done)} files come out as published.",
        "",
        "| rule of the file | files | as published |",
        "| --- | ---: | ---: |",
    ]
    for rule in sorted({each.rule for each in done}):
        of_rule = [each for each in done if each.rule == rule]
        good = sum(each.same for each in of_rule)
        lines.append(f"| `{rule}` | {len(of_rule)} | {good} |")
    lines += [
        "",
        "## Not as published, and why",
        "",
        "| file | only published | only counted | why |",
        "| --- | --- | --- | --- |",
    ]
    lines += [_row(each) for each in done if not each.same]
    lines += [
        "",
        "## Nothing to compare",
        "",
        f"{len(without)} files more are counted, and do not say what was paid for:",
        "",
        *(f"- {name}" for name in without),
    ]
    return "\n".join(lines) + "\n"


def _row(each: Recount) -> str:
    missed = ", ".join(sorted(each.published - each.counted)) or "none"
    extra = ", ".join(sorted(each.counted - each.published)) or "none"
    return f"| {each.name} | {missed} | {extra} | {REASONS.get(each.name, '?')} |"
