from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.charters.charters import CHARTERS, SOUND, text, with_rule
from tests.rules.charters.turning import has_bearing, turned
from tests.rules.sayings import said

from commonweal import kinds
from commonweal.rules.assemblies.terms import Assemblies
from commonweal.rules.charters.charter import Activity, Charter, Joining, OfficeTerms
from commonweal.rules.charters.controls import adjustable, adjusted
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.prose import prose
from commonweal.rules.voting.bearings import Bearings
from commonweal.rules.voting.decision_rule import (
    QUORUM_KINDS,
    Quorum,
    SecondCall,
    Support,
    Threshold,
)
from commonweal.rules.voting.marking import Marking

KNAPSACK = Marking("knapsack")
PANEL = OfficeTerms(
    "panel",
    text("Panel"),
    3,
    filled_by="lot",
    gathering_days=9,
    in_shares=True,
    rights=frozenset({"vote", "propose"}),
)


def words(charter: Charter) -> str:
    lines = []
    for section in prose(charter):
        lines.append(said(section.title))
        lines += map(said, section.clauses)
    return "\n".join(lines)


@settings(max_examples=15)
@given(CHARTERS)
def test_any_charter_can_be_printed_in_words(charter):
    assert words(charter).startswith("Who we are\nThis is the charter of ")


@pytest.mark.parametrize("kind", kinds.names())
def test_turning_any_control_changes_what_is_printed(kind):
    charter = parse(kinds.text_of(kind))
    printed = prose(charter)

    for control in adjustable(charter):
        other = adjusted(charter, {control.path: turned(control)})
        assert isinstance(other, Charter), control.path
        bears = other != charter and has_bearing(charter, control)
        assert (prose(other) != printed) == bears, control.path


@pytest.mark.parametrize(
    ("charter", "words_there"),
    [
        (SOUND, "This is the charter of Riverside tenants."),
        (SOUND, "We write in this language: English."),
        (
            replace(SOUND, languages=("en", "es-AR", "qu")),
            "We write in these languages: English, Spanish and qu.",
        ),
        (replace(SOUND, place="Riverside"), "Our place is Riverside."),
        (SOUND, "Nobody is counted out for being silent."),
        (
            replace(SOUND, activity=Activity(90, 14)),
            "not taken part for 90 days is told so, and counts as dormant if still "
            "silent after 14 days",
        ),
        (
            replace(SOUND, joining=Joining(frozenset({"invitation"}), "tenant", 7, 1)),
            "accepts one within 7 days belongs as Tenant.\nAn invitation is good for 1 "
            "person.",
        ),
        (
            replace(SOUND, classes=(replace(SOUND.classes[0], rights=frozenset()),)),
            "Tenant: belongs, without rights of its own.",
        ),
        (replace(SOUND, public=frozenset()), "see nothing of us here"),
        (
            replace(SOUND, assemblies=Assemblies(quorum_share=Fraction(1, 2))),
            "It can decide once half of the members are there, and 1 at least.",
        ),
        (replace(SOUND, bylaws="More."), "Our bylaws stand beside this charter."),
        (
            replace(SOUND, effects={"plant_trees": "election"}),
            "It is the rule for: plant_trees.",
        ),
        (
            with_rule(SOUND, "election", method="dice"),
            "How ballots are marked and counted: dice.",
        ),
        (
            with_rule(SOUND, "election", franchise="x"),
            "Those on the list of voters “x” vote.",
        ),
        (with_rule(SOUND, "election", settings={"k": "3"}), "Further: k is 3."),
        (
            with_rule(SOUND, "election", ballot="secret"),
            "if there are at least 5 ballots",
        ),
        (with_rule(SOUND, "change", support=Support()), "needs no supporters"),
        (
            with_rule(SOUND, "change", support=Support(Fraction(1, 3))),
            "once a third of those who may support it do. It has 30 days",
        ),
        (
            with_rule(SOUND, "change", support=Support(Fraction(1, 3), 4)),
            "once a third of those who may support it do, and never fewer than 4",
        ),
        (
            with_rule(SOUND, "election", method="greedy"),
            "On a ballot, any number of projects can be ticked.",
        ),
        (
            with_rule(
                SOUND, "election", method="greedy", marking=Marking("cumulative", 12)
            ),
            "On a ballot there are 12 points to hand out among the projects.",
        ),
        (
            with_rule(SOUND, "election", method="greedy", marking=Marking("ranking")),
            "On a ballot, projects are put in order, as many as one wants.",
        ),
        (
            with_rule(
                SOUND, "election", method="greedy", marking=Marking("ranking", ranks=3)
            ),
            "On a ballot, at most 3 projects are put in order.",
        ),
        (
            with_rule(SOUND, "election", method="phragmen", marking=KNAPSACK),
            "projects can be ticked that cost no more together than there is.",
        ),
        (replace(SOUND, offices=(PANEL,)), "first draw is 9 days after the founding"),
        (replace(SOUND, offices=(PANEL,)), "Every class has its share of those drawn"),
        (replace(SOUND, offices=(PANEL,)), "may make proposals and vote, whatever"),
        (
            replace(
                SOUND,
                franchises=(replace(SOUND.franchises[0], office="steward"),),
            ),
            "holds the office “Steward”",
        ),
        (
            with_rule(
                SOUND, "ordinary", bearings=Bearings(frozenset({"money", "affected"}))
            ),
            "also says whom it affects and what it costs and who pays. Without that",
        ),
        (with_rule(SOUND, "change", notice_days=0), "and the vote opens at once"),
        (with_rule(SOUND, "change", in_force_after_days=2), "in force 2 days after"),
        (with_rule(SOUND, "change", review_after_days=9), "after 9 days we look"),
        (
            with_rule(
                SOUND, "change", quorum=Quorum("share_of_roll", Fraction(1, 2), 3)
            ),
            "if at least half of those on the list vote, and never fewer than 3.",
        ),
        (
            with_rule(SOUND, "change", threshold=Threshold("roll", Fraction(2, 3))),
            "It is carried if more than two thirds of all who may vote say yes.",
        ),
        (
            with_rule(SOUND, "change", second_call=SecondCall(7, 1)),
            "a second call 7 days later, for 1 day. It counts however many vote.",
        ),
    ],
)
def test_every_part_of_a_charter_has_its_sentence(charter, words_there):
    assert words_there in words(charter)


@given(st.sampled_from(QUORUM_KINDS), st.integers(0, 3))
def test_every_quorum_has_its_sentence(kind, number):
    quorum = Quorum(kind, Fraction(1, 5), number)

    assert "It counts" in words(with_rule(SOUND, "ordinary", quorum=quorum))


def test_a_charter_with_nothing_to_elect_has_no_section_for_it():
    titles = [said(one.title) for one in prose(replace(SOUND, offices=()))]

    assert "What members are elected to" not in titles


def test_a_charter_without_invitations_speaks_of_none():
    charter = replace(SOUND, joining=Joining(frozenset({"decision"}), ""))

    assert "invitation" not in words(charter)
    assert "People are also admitted" in words(charter)
