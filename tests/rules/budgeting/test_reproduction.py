"""Cities' published results come out of their published ballots."""

import os
from pathlib import Path

import pytest
from tests.rules.budgeting.reproduction import (
    REASONS,
    page,
    published,
    recounts,
    uncompared,
)

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.methods.equal_shares import plain
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.voting.ties import TieBreaker

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "budgeting-reproduction.md"


@pytest.fixture(scope="module")
def done(shared_data):
    """Give every recount, done once."""
    return list(recounts(shared_data / "elections"))


def test_every_result_that_greedy_explains_is_reproduced(done):
    expected = [each for each in done if each.expected]

    assert len(expected) == 91
    assert [each.name for each in expected if not each.same] == []


def test_every_other_difference_has_its_reason(done):
    assert {each.name for each in done if not each.same} == set(REASONS)


def test_the_page_in_the_reference_is_fresh(done, shared_data):
    """With COMMONWEAL_WRITE_REFERENCE=1 the page is written anew instead."""
    without = list(uncompared(shared_data / "elections"))

    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        PAGE.write_text(page(done, without), encoding="utf-8")

    assert len(done) + len(without) == 166
    assert PAGE.read_text(encoding="utf-8") == page(done, without)


@pytest.mark.parametrize("name", ["Poland_Swiecie_2023", "Netherlands_Assen_2024"])
@pytest.mark.parametrize("method", ["equal-shares-add-one", "equal-shares-jump"])
def test_both_ways_of_adding_money_give_the_published_result(shared_data, name, method):
    path = shared_data / "elections" / "pabulib" / f"{name}.pb"
    text = path.read_text(encoding="utf-8")

    outcome = METHODS[method].count(*read_pb(text), TieBreaker())

    assert frozenset(outcome.winners) == published(text)


@pytest.mark.parametrize(
    "name", ["Netherlands_Assen_2024", "Poland_Katowice_2023_Zarzecze"]
)
def test_both_forms_of_equal_shares_agree_on_a_city(shared_data, name):
    path = shared_data / "elections" / "pabulib" / f"{name}.pb"
    contest, ballots = read_pb(path.read_text(encoding="utf-8"))

    fast = METHODS["equal-shares"].count(contest, ballots, TieBreaker())

    assert fast == plain.count(contest, ballots, TieBreaker())
    assert fast.winners


@pytest.mark.long
def test_both_forms_of_equal_shares_agree_on_every_small_city(shared_data):
    paths = sorted((shared_data / "elections" / "pabulib").glob("*.pb"))
    small = [path for path in paths if path.stat().st_size < 100_000]

    for path in small:
        contest, ballots = read_pb(path.read_text(encoding="utf-8"))
        fast = METHODS["equal-shares"].count(contest, ballots, TieBreaker())

        assert fast == plain.count(contest, ballots, TieBreaker()), path.name
