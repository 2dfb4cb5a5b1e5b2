"""What a charter says of consensus in the room: printed, and bounded."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.sayings import ENGLISH

from commonweal import kinds
from commonweal.rules.assemblies.consenting import in_the_room
from commonweal.rules.assemblies.state import IN_THE_ROOM
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.charters.check_talks import objections_to_talks
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.prose_assemblies import assembly_clauses
from commonweal.rules.consensus.charter_terms import Talks
from commonweal.rules.wording import say

CIRCLE = parse(kinds.text_of("consensus_collective"))
NONE = Talks(
    needs_principle=False,
    needs_meeting=False,
    others_rule=False,
    absentee_days=0,
    lapses_if_away=False,
)


def printed(talks):
    charter = replace(CIRCLE, consensus=talks)
    return [say(one, ENGLISH) for one in assembly_clauses(charter)]


def test_what_comes_after_a_test_is_printed():
    told = printed(Talks(fallback=Fraction(3, 4)))

    assert (
        "Whoever objects or blocks says why; whoever blocks also names the principle "
        "or the harm it is about and says that they come to talk about it." in told
    )
    assert (
        "What the room finds is decided once those who were away have had 14 days to "
        "speak." in told
    )
    assert (
        "If it still stands after that, there is a last vote: it is adopted if three "
        "quarters of those who say yes or no say yes." in told
    )


def test_what_a_charter_leaves_out_is_printed_as_left_out():
    told = printed(NONE)

    assert "Whoever objects or blocks says why." in told
    assert "Nobody rules on a block." in told
    assert "What the room finds is decided there and then." in told
    assert not any("no longer counts" in one for one in told)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("single_issue_assembly", "What was announced as a question it decides by"),
        ("tenants_union", "What was announced as a question it decides in secret"),
    ],
)
def test_where_consensus_is_not_the_rule_nothing_of_it_is_printed(kind, said):
    told = [say(one, ENGLISH) for one in assembly_clauses(parse(kinds.text_of(kind)))]

    assert any(one.startswith(said) for one in told)
    assert not any("last vote" in one for one in told)


def test_an_ordinary_rule_of_another_method_decides_nothing_in_the_room():
    rules = tuple(
        replace(one, method="approval") if one.id == CIRCLE.ordinary_rule else one
        for one in CIRCLE.rules
    )
    charter = replace(CIRCLE, rules=rules)

    told = [say(one, ENGLISH) for one in assembly_clauses(charter)]

    assert any(one.startswith("It talks, and decides nothing") for one in told)


def test_a_few_pass_over_no_block():
    half = Fraction(1, 2)

    found = [one.id for one in objections_to_talks(Talks(validity_share=half))]
    also = [one.id for one in objections_to_talks(Talks(fallback=half))]

    assert found == ["charter_blocks_ruled_by_few"]
    assert also == ["charter_last_vote_by_few"]
    assert not list(objections_to_talks(replace(NONE, validity_share=half)))
    assert not list(objections_to_talks(Talks(fallback=Fraction(2, 3))))


def test_the_limits_are_those_of_the_rule_and_the_rest_is_the_charters():
    rule = rule_for(CIRCLE, None)

    terms = in_the_room(rule, Talks(absentee_days=3, others_rule=False))

    assert terms.stand_asides_most == 2
    assert (terms.absentee_days, terms.validity) == (3, "none")
    assert terms.test_days == IN_THE_ROOM.test_days
