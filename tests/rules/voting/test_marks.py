"""What may stand on a ballot, and how it is read for counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.ballots import Answer, Approvals, Ballot, Ranking, Scores
from commonweal.rules.voting.marking import Marking, Room, room_for
from commonweal.rules.voting.marks import grouped, marks_of, may_stand

OPTIONS = ("bread", "roses", "both")
ROOM = room_for(
    Marking(points=10, ranks=2),
    costs={"bread": 400, "roses": 500, "both": 850},
    budget=900,
)


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ("answer", {"answer": "abstain"}),
        ("approvals", {"approved": ["bread", "both"]}),
        ("ranking", {"ranks": {"bread": 1, "roses": 3}}),
        ("scores", {"scores": {"bread": 10, "roses": 0}}),
    ],
)
def test_a_ballot_of_the_right_form_stands(form, kept):
    assert may_stand(kept, form=form, options=OPTIONS)


@pytest.mark.parametrize(
    ("form", "kept", "reason"),
    [
        ("answer", {"answer": "perhaps"}, "answer_one"),
        ("answer", {"approved": ["bread"]}, "answer_one"),
        ("answer", {}, "answer_one"),
        ("approvals", {"approved": []}, "nothing_marked"),
        ("approvals", {"approved": "bread"}, "nothing_marked"),
        ("approvals", {"answer": "yes"}, "nothing_marked"),
        ("approvals", {"approved": ["bread", "cake"]}, "option_unknown"),
        ("approvals", {"approved": ["bread", "bread"]}, "option_twice"),
        ("approvals", {"approved": [["bread"]]}, "option_unknown"),
        ("ranking", {"ranks": {"cake": 1}}, "option_unknown"),
        ("ranking", {"ranks": {"bread": 0}}, "rank_is_a_number"),
        ("ranking", {"ranks": {"bread": 4}}, "rank_is_a_number"),
        ("ranking", {"ranks": {"bread": "1"}}, "rank_is_a_number"),
        ("ranking", {"ranks": {"bread": True}}, "rank_is_a_number"),
        ("scores", {"scores": {"bread": 11}}, "score_is_a_number"),
        ("scores", {"scores": {"bread": -1}}, "score_is_a_number"),
    ],
)
def test_a_ballot_that_cannot_be_counted_is_refused_with_its_reason(form, kept, reason):
    verdict = may_stand(kept, form=form, options=OPTIONS)

    assert not verdict
    assert verdict.reason.id == reason


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ("cumulative", {"scores": {"bread": 10}}),
        ("cumulative", {"scores": {"bread": 3, "roses": 0, "both": 7}}),
        ("ranking", {"ranks": {"bread": 2, "roses": 1}}),
        ("ranking", {"ranks": {"bread": 2}}),
        ("knapsack", {"approved": ["bread", "roses"]}),
        ("approvals", {"approved": ["bread", "roses", "both"]}),
    ],
)
def test_a_ballot_on_money_stands_within_its_room(form, kept):
    assert may_stand(kept, form=form, options=OPTIONS, room=ROOM)


@pytest.mark.parametrize(
    ("form", "kept", "reason", "facts"),
    [
        (
            "cumulative",
            {"scores": {"bread": 6, "roses": 7}},
            "points_beyond",
            {"given": 13, "points": 10, "over": 3},
        ),
        ("cumulative", {"scores": {"bread": 11}}, "score_is_a_number", {"most": 10}),
        ("cumulative", {"scores": {"bread": "6"}}, "score_is_a_number", {"most": 10}),
        ("cumulative", {"scores": {"bread": 0}}, "nothing_marked", {}),
        ("cumulative", {"approved": ["bread"]}, "nothing_marked", {}),
        ("ranking", {"ranks": {"bread": 3}}, "rank_is_a_number", {"most": 2}),
        ("ranking", {"ranks": {"bread": 1, "both": 1}}, "rank_twice", {"rank": "1"}),
        (
            "knapsack",
            {"approved": ["roses", "both"]},
            "cost_beyond",
            {"cost": 1350, "budget": 900, "over": 450},
        ),
        ("knapsack", {"approved": ["cake"]}, "option_unknown", {"option": "cake"}),
        ("knapsack", {"approved": []}, "nothing_marked", {}),
    ],
)
def test_a_ballot_on_money_that_goes_too_far_is_told_by_how_much(
    form, kept, reason, facts
):
    verdict = may_stand(kept, form=form, options=OPTIONS, room=ROOM)

    assert not verdict
    assert (verdict.id, dict(verdict.facts)) == (reason, facts)


def test_a_ballot_ranks_all_projects_where_no_number_is_said():
    assert room_for(Marking(), costs=ROOM.costs, budget=1).ranks == 3
    assert room_for(Marking(ranks=9), costs=ROOM.costs, budget=1).ranks == 3


def test_shared_and_skipped_ranks_are_kept_as_marked():
    marks = marks_of({"ranks": {"roses": 3, "bread": 1, "both": 1}})

    assert marks == Ranking((("both", "bread"), (), ("roses",)))


def test_every_form_is_read():
    assert marks_of({"answer": "no"}) == Answer("no")
    assert marks_of({"approved": ["b", "a"]}) == Approvals(("a", "b"))
    assert marks_of({"scores": {"b": 1, "a": 2}}) == Scores((("a", 2), ("b", 1)))
    assert marks_of({"ranks": {}}) == Ranking(())


@given(st.permutations([{"answer": "yes"}] * 2 + [{"answer": "no"}] * 3))
def test_the_order_in_which_ballots_were_cast_leaves_no_trace(cast):
    assert grouped(cast) == [Ballot(Answer("no"), 3), Ballot(Answer("yes"), 2)]


def test_one_number_that_is_none_spoils_the_ballot():
    verdict = may_stand(
        {"scores": {"bread": 1, "roses": 11}}, form="scores", options=OPTIONS
    )

    assert verdict.id == "score_is_a_number"


def test_where_no_money_is_shared_out_two_may_share_a_rank():
    assert may_stand(
        {"ranks": {"bread": 1, "roses": 1}}, form="ranking", options=OPTIONS
    )


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ("cumulative", {"scores": {"bread": 6, "roses": 5}}),
        ("knapsack", {"approved": ["bread", "roses"]}),
    ],
)
def test_one_more_than_there_is_is_too_much(form, kept):
    room = Room(points=10, budget=10, costs={"bread": 6, "roses": 5})

    verdict = may_stand(kept, form=form, options=OPTIONS, room=room)

    assert verdict.facts["over"] == 1


def test_what_has_no_cost_costs_nothing():
    assert ROOM.cost_of(["bread", "cake"]) == 400
