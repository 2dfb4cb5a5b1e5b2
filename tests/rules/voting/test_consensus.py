"""Consensus as a way of counting: its limits, its verdict, and what a charter says."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT

from commonweal.rules import plain, recount
from commonweal.rules.consensus.events import POSITIONS
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
from commonweal.rules.voting.methods.consensus import what_stands
from commonweal.rules.voting.rule_sentences import SENTENCES as RULES
from commonweal.rules.voting.rule_words import rule_sentences
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import say

ENGLISH = {**SENTENCES, **RULES}
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
    assert say(judged(*positions).verdict.reason, ENGLISH) == why


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
    sentences = rule_sentences(RULE, electorate=10, active=10)

    told = [say(one, ENGLISH) for one in sentences]

    assert told == [
        "If at least 5 of 10 members vote: Adopted if nothing stands against it. 1 "
        "block stops it. An objection weighs as much as a block, and is talked over "
        "first; too few to stop it count as standing aside. At most 2 (or a quarter of "
        "those who speak, if that is more) may stand aside, and at most 2 (or half of "
        "those who speak, if that is more) may have reservations."
    ]


TWO_STOP = {"blocks": "2", "stand_asides": "1", "reservations": "0"}


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ({"block": 2}, "blocks_stand"),
        ({"object": 2}, "objections_stand"),
        ({"object": 1, "block": 1}, "objections_stand"),
        ({"object": 1}, None),
        ({"block": 1}, None),
        ({"object": 1, "stand_aside": 1}, "too_many_stand_aside"),
        ({"block": 1, "stand_aside": 1}, "too_many_stand_aside"),
    ],
)
def test_where_two_stop_it_an_objection_weighs_no_more_than_a_block(counts, why):
    held = dict.fromkeys(POSITIONS, 0) | {"agree": 5} | counts

    found = what_stands(terms_of(TWO_STOP), held)

    assert (found and found.id) == why


@given(
    st.fixed_dictionaries({one: st.integers(0, 5) for one in POSITIONS}),
    st.integers(1, 4),
    st.sampled_from(
        [
            ("agree", "reservations"),
            ("agree", "stand_aside"),
            ("stand_aside", "object"),
            ("object", "block"),
        ]
    ),
)
def test_who_turns_further_against_it_never_lets_it_through(held, blocks, turn):
    before, after = turn
    held[before] += 1
    turned = held | {before: held[before] - 1, after: held[after] + 1}
    terms = terms_of({"blocks": str(blocks), "stand_asides": "1 1/4"})

    if what_stands(terms, held):
        assert what_stands(terms, turned)


def test_ballots_of_yes_and_no_are_no_positions():
    with pytest.raises(Uncountable):
        METHODS["consensus"].count(Contest(("agree",)), [Ballot(Answer("yes"))], LOT)


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("2", (2, 0)),
        ("1/4", (0, Fraction(1, 4))),
        ("2 1/4", (2, Fraction(1, 4))),
        ("0/4", (0, 0)),
        ("1/1", (0, 1)),
    ],
)
def test_a_limit_is_a_number_of_heads_a_share_or_both(said, limit):
    terms = terms_of({"stand_asides": said})

    assert (terms.stand_asides_most, terms.stand_asides_share) == limit
