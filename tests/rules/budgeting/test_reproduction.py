"""Cities' published results come out of their published ballots."""

import csv

import pytest

from commonweal.rules.budgeting.methods import METHODS, equal_shares
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.voting.ties import TieBreaker

MATCHES = ("match greedy-skip", "match greedy-noskip")


def test_every_result_that_greedy_explains_is_reproduced(shared_data):
    with (shared_data / "elections" / "manifest.csv").open(newline="") as manifest:
        rows = [row for row in csv.DictReader(manifest) if row["path"].endswith(".pb")]
    names = [row["path"] for row in rows if row["reference"].endswith(MATCHES)]

    different = {}
    for name in names:
        text = (shared_data / "elections" / name).read_text(encoding="utf-8")
        contest, ballots = read_pb(text)
        outcome = METHODS["greedy"].count(contest, ballots, TieBreaker())
        if set(outcome.winners) != published(text):
            different[name] = outcome.tied

    assert len(names) == 91
    assert different == {}


def published(text: str) -> set[str]:
    """Read which projects a file marks as funded out of the budget (`selected` 1)."""
    section = text.partition("PROJECTS")[2].partition("\nVOTES")[0].strip()
    rows = csv.DictReader(section.splitlines(), delimiter=";")
    return {row["project_id"].strip() for row in rows if row["selected"].strip() == "1"}


@pytest.mark.parametrize(
    "name", ["Netherlands_Assen_2024", "Poland_Katowice_2023_Zarzecze"]
)
def test_both_forms_of_equal_shares_agree_on_a_city(shared_data, name):
    path = shared_data / "elections" / "pabulib" / f"{name}.pb"
    contest, ballots = read_pb(path.read_text(encoding="utf-8"))

    fast = METHODS["equal-shares"].count(contest, ballots, TieBreaker())

    assert fast == equal_shares.count(contest, ballots, TieBreaker())
    assert fast.winners


@pytest.mark.long
def test_both_forms_of_equal_shares_agree_on_every_small_city(shared_data):
    paths = sorted((shared_data / "elections" / "pabulib").glob("*.pb"))
    small = [path for path in paths if path.stat().st_size < 100_000]

    for path in small:
        contest, ballots = read_pb(path.read_text(encoding="utf-8"))
        fast = METHODS["equal-shares"].count(contest, ballots, TieBreaker())

        assert fast == equal_shares.count(contest, ballots, TieBreaker()), path.name
