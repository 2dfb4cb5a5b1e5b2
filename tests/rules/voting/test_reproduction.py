"""Published elections come out of their published ballots, stage by stage."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from commonweal.interfaces.cli.count_files import decoded
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.preflib import read_preflib
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

SCOTTISH = METHODS["stv-scottish"].count
RUNOFF = METHODS["irv"].count


@pytest.fixture
def elections(shared_data: Path) -> Path:
    return shared_data / "elections"


def read(path: Path) -> tuple[Contest, Ballots]:
    return read_blt(decoded(path.read_bytes()))


def test_every_scottish_ward_elects_whom_it_elected(elections):
    published = json.loads((elections / "scot-elex_winners_reference.json").read_text())

    different = {}
    for name, winners in published.items():
        outcome = SCOTTISH(*read(elections / "scot-elex" / name), TieBreaker())
        if set(outcome.winners) != set(winners) or outcome.tied:
            different[name] = outcome.winners

    assert len(published) == 558
    assert different == {}


def test_every_district_of_new_south_wales_elects_whom_it_elected(elections):
    published = json.loads((elections / "nswla_winners_reference.json").read_text())

    elected = {}
    for path in sorted((elections / "nswla").glob("*.soi")):
        contest, ballots = read_preflib(decoded(path.read_bytes()))
        winners = RUNOFF(contest, ballots, TieBreaker()).winners
        elected[contest.title] = contest.name(winners[0])

    assert len(published) == 139
    assert elected == published


def scottish_references(elections: Path) -> list[Path]:
    return sorted((elections / "droop" / "ref" / "json").glob("*-scotland-*"))


def test_every_stage_of_the_scottish_references_is_reproduced(elections):
    references = scottish_references(elections)

    for reference in references:
        told = json.loads(reference.read_text())
        name = reference.name.partition("-scotland-")[0]
        contest, ballots = read(elections / "droop" / "blt" / f"{name}.blt")
        # The program that made the references parts ties in the order of the file.
        in_file_order = TieBreaker("declared", declared=contest.options)

        outcome = SCOTTISH(contest, ballots, in_file_order)

        assert outcome.facts["quota"] == Fraction(told["quota"])
        ours = without_idle_stages([dict(step.counts) for step in outcome.steps])
        assert ours == without_idle_stages(stages(told)), name
        assert set(outcome.winners) == elected(told), name

    assert len(references) == 9


def stages(told: dict) -> list[dict[str, Fraction]]:
    """Give the votes at the end of each stage: at the start and after each transfer."""
    return [
        {
            option: Fraction(state["vote"])
            for option, state in action["cstate"].items()
            if state["state"] != "withdrawn"
        }
        for action in told["actions"]
        if action["tag"] in {"begin", "transfer"}
    ]


def without_idle_stages(counts: list[dict[str, Fraction]]) -> list[dict]:
    """Leave out stages at which nothing moved.

    The references show as a stage the transfer of a surplus of nought, which the Order
    does not know ("exceeds the quota", rule 48); ours show the filling of last places.
    """
    return [now for i, now in enumerate(counts) if i == 0 or now != counts[i - 1]]


def elected(told: dict) -> set[str]:
    """Give who is elected at the end."""
    end = next(action for action in told["actions"] if action["tag"] == "end")
    return {o for o, state in end["cstate"].items() if state["state"] == "elected"}


def test_certified_runoffs_have_the_certified_winner(elections):
    for name in ("2013_minneapolis_mayor", "2015_portland_mayor"):
        folder = elections / "rctab" / name
        certified = (folder / f"{name}_expected_detailed_report.csv").read_text()
        contest, ballots = read(folder / f"{name}.blt")

        winners = RUNOFF(contest, ballots, TieBreaker()).winners

        assert f"Winner(s),{quoted(contest.name(winners[0]))}\n" in certified


def quoted(name: str) -> str:
    """Write a name as a table does."""
    return f'"{name}"' if "," in name else name
