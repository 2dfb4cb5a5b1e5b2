"""Ballots on money that go too far are refused at every door, paper included."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.actions import fixing
from commonweal.rules import plain, recount
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.kept_places import KeptPlaces
from commonweal.rules.voting.marking import Marking
from commonweal.rules.voting.paper import PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions import given

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria", "Halima")
PROJECTS = (actions.Option("A bench", 400), actions.Option("Trees", 500))
AIM = actions.Aim(rule_id="options", terms={"budget": 700})


def sharing(marking, ballot="open"):
    """Give a charter whose rule for options shares out money in this way."""
    shipped = a_charter()
    rules = tuple(
        replace(rule, method="greedy", marking=marking, ballot=ballot)
        if rule.id == "options"
        else rule
        for rule in shipped.rules
    )
    return replace(shipped, rules=rules)


def a_union(marking, ballot="open"):
    union = an_institution(founder="Nour", charter=sharing(marking, ballot))
    return union, [a_member(union, name) for name in NAMES]


def a_budget(union, members):
    return given.a_proposal(
        union, members[:3], "What with 700?", at=day(1), options=PROJECTS, aim=AIM
    )


@pytest.mark.parametrize(
    ("marking", "kept", "reason"),
    [
        (Marking("cumulative", 6), {"scores": (4, 3)}, "points_beyond"),
        (Marking("knapsack"), {"approved": (1, 1)}, "cost_beyond"),
        (Marking("ranking"), {"ranks": (1, 1)}, "rank_twice"),
        (Marking("ranking", ranks=1), {"ranks": (1, 2)}, "rank_is_a_number"),
        (Marking("cumulative"), {"approved": (1, 1)}, "nothing_marked"),
    ],
)
def test_a_ballot_that_goes_too_far_is_not_taken(marking, kept, reason):
    union, members = a_union(marking)
    question = given.voting(a_budget(union, members))
    marks = on_options(question, kept)

    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(question, by=members[0], marks=marks, at=question.opens_at)

    assert refusal.value.verdict.id == reason
    assert not question.ballots.exists()


def test_paper_is_held_to_the_same_points_and_counted_with_the_rest():
    union, members = a_union(Marking("cumulative", 6), "secret")
    asha, ben, *_ = members
    given.in_office(asha, ben)
    proposal = a_budget(union, members)
    for voter in members[2:5]:
        actions.check_out_to_paper(proposal, voter=voter, by=voter, at=day(2))
    question = given.voting(proposal)
    closes, at = question.closes_at, question.opens_at
    for voter in (asha, ben, *members[5:]):
        marks = on_options(question, {"scores": (6, 0)})
        actions.cast_ballot(question, by=voter, marks=marks, at=at)
    too_many = on_options(question, {"scores": (4, 3)})
    trees = on_options(question, {"scores": (0, 6)})
    beyond, count = (PaperCount(3, 3, 0, ((one, 3),)) for one in (too_many, trees))

    with pytest.raises(Refused) as refusal:
        actions.enter_paper_count(question, by=asha, count=beyond, at=at)
    for teller in (asha, ben):
        actions.enter_paper_count(question, by=teller, count=count, at=at)
    told = given.seen(proposal, at=closes).question

    assert refusal.value.verdict.facts == {"given": 7, "points": 6, "over": 1}
    assert told.turnout == 8
    assert recount.agrees(queries.recount_bundle(told.question))


def on_options(question, kept):
    """Put what is said of the two projects beside their ids."""
    [(shape, said)] = kept.items()
    ids = [str(option["id"]) for option in question.options]
    if shape == "approved":
        return {shape: ids}
    return {shape: {one: n for one, n in zip(ids, said, strict=True) if n}}


@pytest.mark.parametrize("put", [Marking(), Marking("cumulative", 6)])
def test_the_form_of_ballot_stays_as_it_was_when_it_was_put(put):
    now = sharing(Marking("cumulative", 9))
    was = sharing(put).rule("options")
    standing = SimpleNamespace(timeline=SimpleNamespace(rule_when_put=was), charter=now)
    proposal = SimpleNamespace(effect="", rule_id="options")

    assert fixing._rule_at_opening(proposal, standing) == was


def test_a_second_call_keeps_the_places_of_the_first():
    first = sharing(Marking()).rule("options")
    rule = replace(first, kept_places=KeptPlaces(2, "night"))
    asked = SimpleNamespace(rule=plain.rule_to_plain(rule), seats=4)

    fixed = fixing.rule_and_places(None, None, None, asked)

    assert fixed == (rule, 4)
