"""Runoffs that American cities certified, as RCTab reads and reports them.

The ballots are spreadsheets with a cell for each rank: a candidate's name, `undervote`,
`overvote`, or a number for a write-in nobody declared.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

from commonweal.rules.voting.ballots import Ballot, Contest, Ranking

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WRITE_IN = "Undeclared Write-ins"
CITIES = ("2013_minneapolis_mayor", "2015_portland_mayor")

type Cells = dict[int, str]


class Certified(NamedTuple):
    """An election as it was cast, and the votes of each round as certified."""

    contest: Contest
    ballots: list[Ballot]
    rounds: list[dict[str, int]]
    winner: str


def certified(folder: Path) -> Certified:
    """Read what a city certified."""
    told = json.loads((folder / f"{folder.name}_config.json").read_text())
    rules, source = told["rules"], told["cvrFileSources"][0]
    assert rules["overvoteRule"] == "exhaustImmediately"
    names = [one["name"] for one in told["candidates"]]
    contest = Contest(
        (*names, WRITE_IN),
        settings={
            "overvote": "ends",
            "skipped": rules["maxSkippedRanksAllowed"],
            "batch": "yes" if rules["batchElimination"] else "no",
            "first_out": WRITE_IN,
        },
    )
    first = int(source["firstVoteColumnIndex"]) - 1
    ranks = int(rules["maxRankingsAllowed"])
    rows = cells_of(folder / f"{folder.name}_cvr.xlsx")
    cast = Counter(
        tuple(
            rank(row.get(i, "").strip(), contest) for i in range(first, first + ranks)
        )
        for row in rows[int(source["firstVoteRowIndex"]) - 1 :]
    )
    report = folder / f"{folder.name}_expected_detailed_report"
    results = json.loads(report.with_suffix(".json").read_text())["results"]
    rounds = [
        {name: int(votes) for name, votes in one["tally"].items()} for one in results
    ]
    winner = (
        report.with_suffix(".csv")
        .read_text()
        .partition("Winner(s),")[2]
        .partition("\n")[0]
    )
    ballots = [Ballot(Ranking(marks), times) for marks, times in cast.items()]
    return Certified(contest, ballots, rounds, winner.strip('"'))


def rank(cell: str, contest: Contest) -> tuple[str, ...]:
    """Read a cell as the options marked at a rank: two for an overvote."""
    if cell in {"", "undervote"}:
        return ()
    if cell == "overvote":
        return contest.options[:2]
    return (cell,) if cell in contest.options else (WRITE_IN,)


def cells_of(spreadsheet: Path) -> list[Cells]:
    """Give the rows of a spreadsheet, each cell by its column, counted from nought."""
    with ZipFile(spreadsheet) as packed:
        texts = [
            "".join(part.text or "" for part in item.iter(f"{NAMESPACE}t"))
            for item in ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
    return [
        {
            column(cell.attrib["r"]): shown(cell, texts)
            for cell in row.iter(f"{NAMESPACE}c")
        }
        for row in sheet.iter(f"{NAMESPACE}row")
    ]


def column(place: str) -> int:
    """Give the column of a place such as `AB12`, counted from nought."""
    number = 0
    for letter in re.sub(r"\d", "", place):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def shown(cell: ElementTree.Element, texts: list[str]) -> str:
    """Give what a cell shows."""
    value = cell.findtext(f"{NAMESPACE}v") or ""
    shared = cell.attrib.get("t") == "s" and value
    return (texts[int(value)] if shared else value).strip()
