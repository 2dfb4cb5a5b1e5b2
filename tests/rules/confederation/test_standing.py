"""A body comes in with others' yes, goes when it wants, and is put out only heard."""

from fractions import Fraction

import pytest
from tests.rules.confederation.valley import BODIES, HALF, on, refusal, union

from commonweal.rules.confederation.bodies import Base, Union, counted_at, may_belong
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.standing import (
    JUDGING_DAYS,
    Accused,
    Admitted,
    Applied,
    Judged,
    Noticed,
    Sponsored,
    Standing,
    Stayed,
    may_do,
    standing,
)
from commonweal.rules.confederation.terms import Belonging, Congress, Ratifying
from commonweal.rules.confederation.weights import votes_of

TERMS = Belonging(sponsors=2, withdraw_days=90, hearing_days=30)
IN = [
    Applied(on(0)),
    Sponsored("mill", on(1)),
    Sponsored("port", on(2)),
    Admitted(3, 5, on(3)),
]


def stands(*deeds, day=10):
    return standing(TERMS, deeds, zone="UTC", at=on(day))


def why(now, deed):
    return refusal(may_do(TERMS, now, deed))


def test_a_body_comes_in_with_those_who_speak_for_it_and_the_yes_of_others():
    assert [stands(*IN[:number]).place for number in range(5)] == [
        "outside",
        "applying",
        "applying",
        "applying",
        "in",
    ]
    assert stands(*IN).is_in


def test_what_is_missing_to_come_in_is_said():
    applying, nearly = stands(*IN[:2]), stands(*IN[:3])

    assert why(stands(), Sponsored("mill", on(1))) == "body_not_applying"
    assert why(stands(), Admitted(5, 5, on(1))) == "body_not_applying"
    assert why(applying, Sponsored("mill", on(2))) == "sponsored_twice"
    assert why(applying, Admitted(5, 5, on(2))) == "too_few_sponsors"
    # The second of all has nobody but the first.
    assert may_do(TERMS, applying, Admitted(1, 1, on(2)))
    assert why(nearly, Admitted(1, 2, on(3))) == "admission_missed_above"
    assert why(stands(*IN), Applied(on(5))) == "body_is_in"


def test_going_takes_notice_and_nobodys_leave():
    leaving = [*IN, Noticed(on(10))]

    assert stands(*leaving).place == "leaving"
    assert stands(*leaving, day=99).is_in
    assert stands(*leaving, day=100).place == "outside"
    assert stands(*leaving, Stayed(on(20)), day=100).place == "in"
    assert why(stands(*IN), Stayed(on(20))) == "body_not_leaving"
    assert why(stands(), Noticed(on(20))) == "body_is_not_in"


def test_a_body_that_left_can_come_back_and_after_its_notice_nothing_counts():
    back = [*IN, Noticed(on(10)), Stayed(on(101)), Applied(on(120))]

    assert stands(*back, day=110).place == "outside"
    assert stands(*back, day=121).place == "applying"


def test_nobody_is_put_out_unheard():
    accused = [*IN, Accused("They broke the strike.", on(10))]

    assert why(stands(*IN), Judged(5, 5, on(10))) == "body_not_accused"
    leaving = stands(*IN, Noticed(on(10)), day=11)
    assert why(leaving, Judged(5, 5, on(200))) == "body_not_accused"
    assert why(stands(*accused), Judged(4, 4, on(39))) == "body_still_heard"
    assert why(stands(*accused), Judged(1, 2, on(40))) == "expulsion_missed_reached"
    assert stands(*accused, Judged(2, 3, on(40)), day=41).place == "outside"
    until = 40 + JUDGING_DAYS
    assert stands(*accused, day=until - 1).place == "accused"
    assert stands(*accused, day=until) == Standing("in", on(until))
    assert why(stands(), Accused("Why?", on(3))) == "body_is_not_in"


def test_whoever_is_accused_may_go_by_itself():
    going = [*IN, Accused("They broke the strike.", on(10)), Noticed(on(11))]

    assert stands(*going, day=12).place == "leaving"


def test_a_body_outside_is_the_beginning():
    assert stands() == Standing()


# ---- who is below whom


def test_a_confederation_is_never_below_itself():
    belongs = {"branch": {"region"}, "region": {"union"}, "union": {"world"}}

    assert may_belong(belongs, "branch", to="coast")
    assert refusal(may_belong(belongs, "union", to="union")) == "body_of_itself"
    assert refusal(may_belong(belongs, "region", to="union")) == "body_belongs_already"
    found = may_belong(belongs, "world", to="branch")
    assert refusal(found) == "body_circle"
    assert found.facts["way"] == ("branch", "region", "union", "world")


def test_a_long_way_round_ends():
    belongs = {"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}

    assert may_belong(belongs, "x", to="a")


def test_a_person_of_two_bases_counts_at_one():
    belongs = {"asha": ("mill", "port"), "ben": ("port",), "emre": ()}

    assert counted_at(belongs, {}) == {"asha": "mill", "ben": "port"}
    assert counted_at(belongs, {"asha": "port", "ben": "mill"}) == {
        "asha": "port",
        "ben": "port",
    }


def test_a_base_of_two_unions_has_its_members_once():
    shared = Base("mill", 30)
    both = Union(
        "all",
        Ratifying(),
        (union(shared, name="east"), union(shared, "port", name="west")),
    )

    assert both.members == 130


def test_a_body_belongs_to_a_union_once():
    with pytest.raises(AssertionError):
        union("mill", "mill")


# ---- votes in a congress


def votes(members, **terms):
    return votes_of(Congress(**terms), dict(zip(BODIES, members, strict=False)))


def test_votes_follow_the_pact():
    members = (40, 90, 700)

    assert list(votes(members).values()) == [1, 1, 1]
    assert list(votes(members, votes="bands").values()) == [1, 2, 5]
    assert list(votes(members, votes="members").values()) == [40, 90, 700]
    assert list(votes((0, 0), votes="bands").values()) == [0, 0]


def test_no_body_has_more_than_the_cap():
    third = {"votes": "members", "most_share": Fraction(1, 3)}

    found = votes((900, 100, 80, 20), **third)

    assert list(found.values()) == [100, 100, 80, 20]
    assert list(votes((40, 90), **third).values()) == [1, 1]
    assert list(votes((0, 0), **third).values()) == [0, 0]


def test_a_majority_is_passed_or_reached_and_never_without_a_yes():
    passed, reached = Majority(HALF), Majority(HALF, strict=False)

    assert [passed.met_by(n, of=4) for n in (2, 3)] == [False, True]
    assert [reached.met_by(n, of=4) for n in (1, 2)] == [False, True]
    assert not Majority(Fraction(0), strict=False).met_by(0, of=0)


def test_whoever_asks_and_is_not_let_in_asks_no_longer_after_ninety_days():
    asked = [Applied(on(0)), Sponsored("mill", on(1))]

    assert stands(*asked, day=89) == Standing(
        "applying", on(0), on(90), sponsors=("mill",)
    )
    assert stands(*asked, day=90) == Standing("outside", on(90))
    again = stands(*asked, Applied(on(95)), day=96)
    assert (again.place, again.sponsors) == ("applying", ())


def test_whoever_asks_says_that_they_no_longer_do_and_are_gone_at_once():
    assert stands(Applied(on(0)), Noticed(on(5)), day=5).place == "outside"
