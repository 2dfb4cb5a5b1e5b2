"""The count of 1997: who has enough, who waits, and who goes together with whom."""

from fractions import Fraction

from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Transfer
from commonweal.rules.voting.ties import TieBreaker, lot_number

ERS97 = METHODS["stv-ers97"]
LEFT_TO_STAND = TieBreaker("status_quo")


def test_whoever_fills_a_last_place_does_so_in_a_step_of_its_own():
    outcome = ERS97.count(a_contest("A B", 2), [ranked("A")], LOT)

    assert outcome.winners == ("A", "B")
    assert [step.elected for step in outcome.steps] == [("A",), ("B",)]
    assert outcome.facts == {"quota": Fraction("0.34"), "valid": 1, "blank": 0}


def test_once_all_places_are_filled_nothing_more_is_told():
    outcome = ERS97.count(a_contest("A B"), [ranked("A")], LOT)

    assert [step.elected for step in outcome.steps] == [("A",)]


def test_whoever_has_enough_of_the_active_votes_needs_no_quota():
    outcome = ERS97.count(a_contest("A B C", 2), [ranked("C", 7), ranked("B", 3)], LOT)

    # C keeps 3.34 and 3.66 are lost: of ten votes three are active, and B has them.
    assert [step.elected for step in outcome.steps] == [("C",), ("B",)]
    assert outcome.steps[1].transfers == (Transfer("C", None, Fraction("3.66")),)
    assert outcome.steps[1].counts["B"] == 3


def test_just_as_many_of_the_active_votes_are_enough():
    ballots = [ranked("B A", 3), ranked("B D", 6), ranked("D A", 5), ranked("D B", 2)]

    outcome = ERS97.count(a_contest("A B C D", 3), ballots, LOT)

    # B and D keep four each, two are lost and three wait with D: A has three of six.
    assert outcome.steps[0].elected == ("B", "D")
    assert outcome.steps[1].elected == ("A",)
    assert outcome.steps[1].counts["A"] == 3


def test_a_tie_that_is_left_to_stand_ends_the_count():
    two = ERS97.count(a_contest("A B C", 2), [ranked("C")], LEFT_TO_STAND)
    three = ERS97.count(a_contest("A B C D", 2), [ranked("C")], LEFT_TO_STAND)

    assert two.winners == three.winners == ("C",)
    assert (two.tied, three.tied) == ((("A", "B"),), (("A", "B", "D"),))
    assert [len(outcome.steps) for outcome in (two, three)] == [2, 2]


def test_papers_of_whoever_goes_last_stay_where_they_are():
    ballots = [ranked("A", 9), ranked("B A", 5), ranked("C A", 5)]
    stays, goes = sorted("BC", key=lambda one: lot_number(LOT.seed, one))

    outcome = ERS97.count(a_contest("A B C", 2), ballots, LOT)

    # Either has half of the active votes: once one is out the other is alone.
    out = outcome.steps[-2]
    assert (out.excluded, out.transfers, out.counts[goes]) == ((goes,), (), 0)
    told = {"names": (goes,), "papers": 0, "worth": 0, "stranded": 0}
    assert out.explanation.facts["then"].facts == told
    assert outcome.steps[-1].elected == (stays,)


def test_of_those_level_for_a_last_place_whoever_had_more_at_first_gets_it():
    ballots = [ranked("C D B"), ranked("A", 5), ranked("A E", 2), ranked("A B")]

    outcome = ERS97.count(a_contest("A B C D E", 3), ballots, LOT)

    # Three votes are active, E has two and is in; B and C have one each, as had C.
    assert outcome.steps[1].elected == ("E", "C")
    assert outcome.winners == ("A", "E", "C")
    assert outcome.tied == ()


def test_places_for_some_of_three_who_are_level_go_by_where_they_began():
    ballots = [ranked("B", 3), ranked("C", 2), ranked("D")]
    ballots += [ranked("A B"), ranked("A C", 2), ranked("A D", 3), ranked("A", 8)]

    outcome = ERS97.count(a_contest("A D C B", 3), ballots, LOT)

    # Of twelve active votes each of the three has four, which is just enough.
    assert [outcome.steps[1].counts[one] for one in "BCD"] == [4, 4, 4]
    assert outcome.steps[1].elected == ("B", "C")
    assert outcome.winners == ("A", "B", "C")


def test_a_place_for_one_of_two_who_were_always_level_is_left_to_the_tie():
    ballots = [ranked("B", 3), ranked("C"), ranked("D")]
    ballots += [ranked("A B"), ranked("A C", 3), ranked("A D", 3), ranked("A", 7)]

    outcome = ERS97.count(a_contest("A D C B", 3), ballots, LEFT_TO_STAND)

    assert outcome.steps[1].elected == ("B",)
    assert outcome.winners == ("A", "B")
    assert outcome.tied == (("D", "C"),)


def test_the_earliest_point_counts_and_not_the_latest():
    ballots = [ranked("B", 2), ranked("C"), ranked("A C", 3), ranked("A", 7)]
    ballots += [ranked("E B", 2), ranked("E", 6)]

    outcome = ERS97.count(a_contest("A E C B", 3), ballots, LOT)

    # B began with more, C had more after A's surplus, and E's makes them level.
    assert [(s.counts["B"], s.counts["C"]) for s in outcome.steps] == [
        (2, 1),
        (2, 4),
        (4, 4),
    ]
    assert outcome.steps[2].elected == ("B",)


def test_the_quota_falls_with_papers_that_end_as_long_as_nobody_is_elected():
    ballots = [ranked("A", 4), ranked("B", 3), ranked("C", 2)]

    outcome = ERS97.count(a_contest("A B C"), ballots, LOT)

    assert outcome.steps[0].explanation.facts["quota"] == Fraction("4.5")
    assert outcome.steps[1].excluded == ("C",)
    assert outcome.steps[1].elected == ("A",)
    assert outcome.facts["quota"] == Fraction("3.5")


def test_those_who_could_only_be_level_with_the_next_go_together():
    ballots = [ranked("A", 5), ranked("B", 4), ranked("C", 2), ranked("D", 2)]

    outcome = ERS97.count(a_contest("A B C D"), ballots, LOT)

    assert outcome.steps[1].excluded == ("C", "D")
    assert outcome.tied == ()


def test_all_but_the_last_who_may_go_can_go_together():
    outcome = ERS97.count(
        a_contest("A B C D", reserved="1 of B"), [ranked("D", 4)], LOT
    )

    assert [step.excluded for step in outcome.steps] == [(), ("A", "C"), ("D",), ()]
    nothing = {"names": ("A", "C"), "papers": 0, "worth": 0, "stranded": 0}
    told = outcome.steps[1].explanation.facts
    assert told["first"].id == "reserved_held_in"
    assert told["first"].facts == {"names": ("B",)}
    assert told["then"].facts == nothing
    assert outcome.winners == ("B",)


def test_whoever_has_just_the_quota_has_nothing_to_pass_on():
    outcome = ERS97.count(
        a_contest("A B C", 2, reserved="2 of B, C"), [ranked("C")], LOT
    )

    # No surplus can wait. Then no votes are active, and nought is enough for B, beside
    # whom there is no room for A.
    assert [step.elected for step in outcome.steps] == [("C",), ("B",)]
    assert outcome.steps[1].transfers == (Transfer("C", None, Fraction("0.66")),)
    assert outcome.winners == ("C", "B")


def test_once_all_places_are_filled_the_other_papers_of_the_last_stay():
    ballots = [ranked("B C", 2), ranked("B D", 9), ranked("B A D", 6), ranked("C D")]

    outcome = ERS97.count(a_contest("A B C D", 2), ballots, LOT)

    # C's own vote is passed on first, and with it D is elected.
    assert [step.elected for step in outcome.steps] == [("B",), (), ("D",)]
    assert outcome.steps[2].transfers == (Transfer("C", "D", 1),)
    assert outcome.steps[2].excluded == ()
    assert outcome.steps[2].counts["C"] == Fraction("1.28")


def test_as_long_as_a_place_is_left_all_papers_of_the_last_are_passed_on():
    ballots = [ranked("B C D", 2), ranked("B D", 9), ranked("B A", 7), ranked("C E")]
    ballots += [ranked("E", 5)]

    outcome = ERS97.count(a_contest("A B C D E", 2), ballots, LOT)

    # With C's own vote E has six, which is too few; C's share of B's follows.
    assert outcome.steps[2].counts["C"] == Fraction("1.1")
    assert outcome.steps[3].transfers == (Transfer("C", "D", Fraction("1.1")),)
    assert [step.excluded for step in outcome.steps[2:]] == [(), ("C",), ("A",)]


def test_of_two_surpluses_just_as_large_goes_first_whose_was_larger_at_first():
    ballots = [ranked("A E", 9), ranked("C B E", 9), ranked("C", 12)]

    outcome = ERS97.count(a_contest("A B C D E", 4), ballots, LOT)

    # B gets nine votes from C, as many as A had from the first.
    assert outcome.steps[1].counts["B"] == outcome.steps[1].counts["A"] == 9
    how = outcome.steps[2].explanation.facts["first"]
    assert how == Sentence(
        "ers97_earliest_point_first", {"tied": ("A", "B"), "chosen": "A"}
    )
    assert {one.origin for one in outcome.steps[2].transfers} == {"A"}
    assert outcome.tied == ()


def test_whose_surplus_goes_first_is_seen_at_the_earliest_point():
    ballots = [ranked("A", 7), ranked("B", 5), ranked("E", 7), ranked("F", 6)]
    ballots += [ranked("C B", 3), ranked("C", 15)]
    ballots += [ranked("D A", 4), ranked("D B", 3), ranked("D", 10)]

    outcome = ERS97.count(a_contest("A B C D E F", 5), ballots, LOT)

    # A began with more, B had more after C's surplus, and D's makes them level.
    assert [(s.counts["A"], s.counts["B"]) for s in outcome.steps[:3]] == [
        (7, 5),
        (7, 8),
        (11, 11),
    ]
    assert outcome.steps[2].elected == ("A", "B")
    assert outcome.steps[3].transfers == (Transfer("A", None, 1),)


def test_of_two_who_are_last_goes_whoever_had_fewer_at_first():
    ballots = [ranked("C B", 2), ranked("C", 13)]
    ballots += [ranked("A", 4), ranked("B", 2), ranked("E", 6)]

    outcome = ERS97.count(a_contest("A B C E", 2), ballots, LOT)

    assert outcome.steps[1].counts["A"] == outcome.steps[1].counts["B"] == 4
    assert outcome.steps[2].excluded == ("B",)
    how = outcome.steps[2].explanation.facts["first"]
    assert how == Sentence(
        "ers97_earliest_point_last", {"tied": ("A", "B"), "chosen": "B"}
    )
    assert outcome.tied == ()


def test_who_goes_is_seen_at_the_earliest_point_and_not_at_the_latest():
    ballots = [ranked("C B", 4), ranked("C", 12), ranked("D A", 2), ranked("D", 12)]
    ballots += [ranked("A", 3), ranked("B"), ranked("E", 6)]

    outcome = ERS97.count(a_contest("A B C D E", 3), ballots, LOT)

    assert [(s.counts["A"], s.counts["B"]) for s in outcome.steps[:3]] == [
        (3, 1),
        (3, 5),
        (5, 5),
    ]
    assert outcome.steps[3].excluded == ("B",)
