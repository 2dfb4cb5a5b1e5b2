"""Details of counting a budget that are no numbers are refused in words."""

import pytest

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.ballots import Approvals, Ballot, Contest, Ranking
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

COSTS = {"a": 4, "b": 5}
NO_NUMBERS = ("x", "-1", "1e999999999", "1/0", "nan", "9" * 31)


ONE = (Ballot(Approvals(("a",))),)


def refused(method, ballots=ONE, **settings):
    contest = Contest(("a", "b"), costs=COSTS, budget=9, settings=settings)
    with pytest.raises(Uncountable) as refusal:
        METHODS[method].count(contest, ballots, TieBreaker())
    return render(refusal.value.reason, SENTENCES)


@pytest.mark.parametrize("found", NO_NUMBERS)
def test_a_threshold_that_is_no_number_is_refused(found):
    told = refused("greedy", min_project_score_threshold=found)

    assert told == (
        f"The detail “min_project_score_threshold” is “{found}”. It has to be a number "
        "of at least 0, such as 50."
    )


@pytest.mark.parametrize("found", NO_NUMBERS)
def test_a_length_of_rankings_that_is_no_number_is_refused(found):
    ballots = (Ballot(Ranking((("a",),))),)

    assert f"“max_length” is “{found}”" in refused("greedy", ballots, max_length=found)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("found", [*NO_NUMBERS[:2], "0", "1.5"])
def test_coins_that_make_no_unit_are_refused(method, found):
    assert "“coins_per_unit” is " in refused(method, coins_per_unit=found)


@pytest.mark.parametrize("found", ["0", *NO_NUMBERS])
def test_a_step_that_is_none_is_refused(found):
    assert "“step” is" in refused("equal-shares-add-one", step=found)


def test_coins_follow_from_the_amounts_whatever_a_file_says():
    text = (
        "META\nbudget;10\nvote_type;approval\ncoins_per_unit;7\nPROJECTS\n"
        "project_id;cost\n1;4{}\nVOTES\nvoter_id;vote\na;1\n"
    )

    whole, _ = read_pb(text.format(""))
    parted, _ = read_pb(text.format(".5"))

    assert "coins_per_unit" not in whole.settings
    assert parted.settings["coins_per_unit"] == "10"
