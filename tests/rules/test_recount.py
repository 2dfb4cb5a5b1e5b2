"""A count is told with who beats every other in pairs, and old bundles still agree."""

import pytest

from commonweal.rules import plain, recount
from commonweal.rules.recount import Asked
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.secret_ballots import outcome_in_short

OPTIONS = ("ada", "ben", "col")
RANKED = [id_ for id_, method in METHODS.items() if method.ballot == "ranking"]
# More put Ada first than any other, and Ben beats both in pairs.
BEN_BETWEEN = [("ada ben col", 4), ("col ben ada", 3), ("ben ada col", 2)]
CIRCLE = [("ada ben col", 1), ("ben col ada", 1), ("col ada ben", 1)]


def asked_by(method, seats=1):
    options = tuple({"id": one, "label": one.title()} for one in OPTIONS)
    rule = DecisionRule(
        id="choice", title={"en": "Choice"}, franchise="members", method=method
    )
    return Asked(rule, options, seats, None, "seed", electorate=9, active=9)


def kept(said):
    """Keep rankings as tables do."""
    return [
        ({"ranks": {one: n for n, one in enumerate(order.split(), start=1)}}, times)
        for order, times in said
    ]


def bundle_of(method, said):
    return recount.bundle(asked_by(method), kept(said), about={})


@pytest.mark.parametrize("method", RANKED)
def test_who_beats_all_is_told_whatever_the_method_makes_of_it(method):
    tally = recount.tally(asked_by(method), recount.ballots_of(kept(BEN_BETWEEN)))

    assert tally.outcome.beats_all == ("ben",)


def test_that_nobody_does_is_told_too():
    tally = recount.tally(asked_by("irv"), recount.ballots_of(kept(CIRCLE)))

    assert tally.outcome.beats_all == ()


def test_of_ballots_that_rank_nobody_nothing_is_told():
    ballots = recount.ballots_of([({"approved": ["ada"]}, 3)])

    tally = recount.tally(asked_by("approval"), ballots)

    assert tally.outcome.beats_all is None
    assert "beats_all" not in plain.outcome_to_plain(tally.outcome)


@pytest.mark.parametrize("said", [BEN_BETWEEN, CIRCLE], ids=["one", "nobody"])
def test_it_is_kept_with_the_outcome(said):
    outcome = recount.tally(asked_by("irv"), recount.ballots_of(kept(said))).outcome

    again = plain.outcome_from_plain(plain.outcome_to_plain(outcome))

    assert again == outcome


def test_of_a_secret_vote_told_in_short_it_is_not_told():
    outcome = recount.tally(asked_by("irv"), recount.ballots_of(kept(CIRCLE))).outcome

    assert outcome_in_short(outcome, carried=True).beats_all is None


def test_a_bundle_from_before_agrees_and_one_that_lies_does_not():
    old, false = bundle_of("irv", BEN_BETWEEN), bundle_of("irv", BEN_BETWEEN)
    del old["result"]["outcome"]["beats_all"]
    false["result"]["outcome"]["beats_all"] = ["ada"]

    assert recount.agrees(bundle_of("irv", BEN_BETWEEN))
    assert recount.agrees(old)
    assert not recount.agrees(false)
