"""Bodies and members must both agree, and a body's votes follow its own result."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.apportionment.double_majority import Answers, carried
from commonweal.rules.apportionment.results import read_results
from commonweal.rules.apportionment.sentences import SENTENCES
from commonweal.rules.apportionment.votes_by_result import added_up, divided
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.wording import render


def test_a_motion_carries_where_bodies_and_members_agree():
    answers = {"Port": Answers(30, 10), "Mill": Answers(5, 4), "Rail": Answers(0, 20)}

    assert carried(answers, bodies=3)


@pytest.mark.parametrize(
    ("answers", "bodies", "why"),
    [
        ({"Port": Answers(90, 0), "Mill": Answers(1, 2)}, 2, "1 of 2 bodies say yes"),
        ({"Port": Answers(5, 4), "Mill": Answers(2, 1), "Rail": Answers(0, 50)}, 3,
         "7 of 62 members say yes"),
        ({"Port": Answers(9, 0)}, 2, "1 of 2 bodies"),
        ({"Port": Answers(1, 0), "Mill": Answers(1, 0), "Rail": Answers(0, 2)}, 3,
         "2 of 4 members say yes"),
        ({}, 2, "0 of 2 bodies"),
        ({"Port": Answers(4, 4), "Mill": Answers(9, 1)}, 2, "1 of 2 bodies"),
    ],
)  # fmt: skip
def test_a_motion_fails_with_the_majority_that_is_missing(answers, bodies, why):
    verdict = carried(answers, bodies=bodies)

    assert not verdict
    assert why in render(verdict.reason, SENTENCES)


def test_a_pact_can_ask_for_more_bodies():
    answers = {"Port": Answers(3, 0), "Mill": Answers(3, 0), "Rail": Answers(0, 1)}

    assert not carried(answers, bodies=3, bodies_over=Fraction(2, 3))


@given(
    st.integers(0, 50),
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 9), min_size=1),
)
def test_divided_votes_add_up_to_the_votes_or_to_nothing(votes, result):
    parts = divided(votes, result)

    assert sum(parts.values()) == (votes if any(result.values()) else 0)


def test_a_minority_at_home_is_heard_above():
    results = {"Port": {"yes": 2, "no": 1}, "Mill": {"yes": 0, "no": 5}}

    total = added_up({"Port": 3, "Mill": 2}, results)

    assert total == {"yes": 2, "no": 3}


def test_a_column_that_comes_twice_is_refused():
    with pytest.raises(FormatError, match="bodies_column_twice"):
        read_results("body,yes,no,Yes\nNorth,3,1,0\n")
