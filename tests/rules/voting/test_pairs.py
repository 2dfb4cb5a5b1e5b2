"""What is read of rankings before they are held against each other, in both forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import (
    OPTIONS,
    a_contest,
    ranked,
    strict_rankings,
    untidy_rankings,
)

from commonweal.rules.voting import pairs as module
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.pairs import (
    cast_in,
    first_preferences,
    named_in,
    preferences,
    rank_of_each,
)

BALLOTS = [ranked("A B", 3), ranked("B=C A", 2), ranked("- C B"), ranked("C A", 4)]
WITHDRAWN = st.frozensets(st.sampled_from(OPTIONS), max_size=2)


def test_whoever_is_alone_at_the_first_rank_that_names_anybody_is_put_first():
    contest = Contest(("A", "B", "C"))
    without_c = Contest(("A", "B", "C"), withdrawn=frozenset("C"))

    assert first_preferences(contest, BALLOTS) == {"A": 3, "B": 0, "C": 5}
    # Where C has withdrawn, those who named B beside or after C put B first.
    assert first_preferences(without_c, BALLOTS) == {"A": 7, "B": 3}
    assert first_preferences(contest, [ranked("", 2)]) == {"A": 0, "B": 0, "C": 0}


@given(st.lists(strict_rankings(), max_size=8), WITHDRAWN)
def test_both_forms_say_who_is_put_first_and_how_many_voted(ballots, withdrawn):
    contest, compact = Contest(OPTIONS, withdrawn=withdrawn), grouped(OPTIONS, ballots)

    found = first_preferences(contest, compact)

    assert found == first_preferences(contest, ballots)
    assert list(found) == list(contest.standing)
    assert cast_in(compact) == cast_in(ballots) == sum(one.weight for one in ballots)


def test_ballots_held_for_other_options_are_read_one_by_one():
    compact = grouped(("C", "B", "A"), [ranked("A B", 3), ranked("C B", 2)])
    contest = a_contest("A B C")

    assert first_preferences(contest, compact) == {"A": 3, "B": 0, "C": 2}
    assert preferences(contest, compact)["A", "C"] == 3
    assert preferences(contest, compact)["B", "A"] == 2


def test_an_option_that_compact_ballots_do_not_know_is_left_out_by_all():
    compact = grouped(("A", "B"), [ranked("A B", 3), ranked("B", 2)])
    contest = a_contest("A B C")

    assert first_preferences(contest, compact) == {"A": 3, "B": 2, "C": 0}
    assert preferences(contest, compact) == {
        ("A", "B"): 3,
        ("A", "C"): 3,
        ("B", "A"): 2,
        ("B", "C"): 5,
        ("C", "A"): 0,
        ("C", "B"): 0,
    }


def test_each_voter_names_an_option_once_at_the_better_rank():
    ballot = ranked("A - B A C=B", 2)

    assert rank_of_each(ballot) == {"A": 0, "B": 2, "C": 4}
    assert named_in(a_contest("A B C D"), [ballot, ranked("A", 3)]) == {
        "A": 5,
        "B": 2,
        "C": 2,
        "D": 0,
    }


@pytest.mark.parametrize("block", [1, 3, 100])
def test_ballots_are_added_up_block_by_block(monkeypatch, block):
    monkeypatch.setattr(module, "BLOCK", block)

    @given(st.lists(untidy_rankings(), max_size=8), WITHDRAWN)
    def added_up(ballots, withdrawn):
        contest = Contest(OPTIONS, withdrawn=withdrawn)

        found = preferences(contest, ballots)

        assert found == {
            (one, other): sum(
                ballot.weight for ballot in ballots if before(ballot, one, other)
            )
            for one in contest.standing
            for other in contest.standing
            if one != other
        }

    added_up()


def before(ballot, one, other):
    """Say if a ballot names one before another, reading rank after rank."""
    for rank in ballot.marks.ranks:
        if one in rank or other in rank:
            return other not in rank
    return False


@pytest.mark.parametrize("more", [0, 1])
def test_as_many_voters_as_a_machine_word_holds_and_one_more_are_added_up(more):
    most = int(module.LARGEST)
    ballots = [ranked("A B", most - 5), ranked("B A", 5 + more)]

    pairs = preferences(a_contest("A B"), ballots)

    assert pairs == {("A", "B"): most - 5, ("B", "A"): 5 + more}
