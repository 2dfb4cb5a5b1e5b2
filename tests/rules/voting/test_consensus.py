"""Consensus as a way of counting: its limits, its verdict, and what a charter says."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.sayings import said
from tests.rules.voting.elections import LOT

from commonweal.rules import plain, recount
from commonweal.rules.sentence import local_text
from commonweal.rules.voting.ballots import Answer, Ballot, Contest
from commonweal.rules.voting.consensus_limits import terms_of
from commonweal.rules.voting.decision_rule import (
    DecisionRule,
    Quorum,
    asks_no_less,
)
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.rule_words import rule_sentences

RULE = DecisionRule(
    "circle",
    local_text(en="Going on together"),
    "all",
    "consensus",
    quorum=Quorum("share_of_roll", Fraction(1, 2)),
)


def judged(*positions, electorate=10, rule=RULE):
    """Tally one ballot for each position."""
    asked = recount.Asked(rule, (), 1, None, "", electorate, electorate)
    kept = [({"answer": position}, 1) for position in positions]
    return recount.tally(asked, recount.ballots_of(kept))


def test_a_limit_is_a_number_a_share_or_both():
    terms = terms_of({"blocks": "1/5", "stand_asides": "3", "reservations": "2 1/3"})

    assert [terms.blocks_needed(n) for n in (1, 5, 6, 11)] == [1, 1, 2, 3]
    assert [terms.stand_asides_borne(n) for n in (1, 100)] == [3, 3]
    assert terms_of({"blocks": "0 1/10"}).blocks_needed(3) == 1
    assert [terms.reservations_borne(n) for n in (5, 8, 9)] == [2, 2, 3]


@pytest.mark.parametrize(
    "value", ["", "two", "-1", "1/0", "3/2", "1/", "/2", "1.5", "²"]
)
def test_what_is_no_limit_is_refused_by_name(value):
    with pytest.raises(Uncountable) as refusal:
        terms_of({"stand_asides": value})

    assert refusal.value.reason.facts == {"setting": "stand_asides", "value": value}


def test_what_nothing_stands_against_carries_if_enough_spoke():
    assert judged(*["agree"] * 4, "reservations").verdict
    too_few = judged(*["agree"] * 4).verdict
    assert too_few.id == "quorum_missed"


@pytest.mark.parametrize(
    ("positions", "why"),
    [
        (["agree"] * 8 + ["block"], "1 block stands, and it takes 1 to stop this."),
        (
            ["agree"] * 8 + ["object"],
            "1 objection was raised, and its reason is to be talked over first.",
        ),
        (
            ["agree"] * 3 + ["stand_aside"] * 3,
            "3 of the 6 who spoke stand aside. At most 2 may, for the others to go on "
            "without them.",
        ),
        (
            ["agree"] + ["reservations"] * 4,
            "4 of the 5 who spoke have reservations. At most 2 may, to go on as it is.",
        ),
    ],
)
def test_what_stands_against_it_is_the_reason(positions, why):
    assert said(judged(*positions).verdict.reason) == why


def test_a_bundle_of_positions_comes_out_as_the_same_bytes():
    asked = recount.Asked(RULE, (), 1, None, "", 10, 10)
    kept = [({"answer": "agree"}, 6), ({"answer": "block"}, 1)]

    bundle = recount.bundle(asked, kept, about={})

    assert recount.agrees(bundle)
    verdict = plain.verdict_from_plain(bundle["result"]["verdict"])
    assert verdict.id == "blocks_stand"


def test_no_vote_of_yes_and_no_asks_as_much_as_a_consensus():
    motion = replace(RULE, method="motion")

    assert asks_no_less(RULE, than=RULE)
    assert not asks_no_less(motion, than=RULE)
    assert not asks_no_less(RULE, than=motion)


def test_the_rule_is_said_with_what_stops_it():
    told = [said(one) for one in rule_sentences(RULE, electorate=10, active=10)]

    assert told == [
        "If at least 5 of 10 members vote: Adopted if nothing stands against it. 1 "
        "block stops it. An objection is talked over first. At most 2 (or a quarter of "
        "those who speak, if that is more) may stand aside, and at most 2 (or half of "
        "those who speak, if that is more) may have reservations."
    ]


def test_ballots_of_yes_and_no_are_no_positions():
    with pytest.raises(Uncountable):
        METHODS["consensus"].count(Contest(("agree",)), [Ballot(Answer("yes"))], LOT)
