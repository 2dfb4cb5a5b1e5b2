"""What a method does not promise it really fails to keep, somewhere."""

import pytest
from tests.rules.voting.counterexamples import (
    counter_examples,
    winners_where_it_fails,
)

from commonweal.rules.voting.methods import METHODS

FOUND = list(counter_examples())
# What people ask of a ranking first: that more than half decide, that whoever beats
# all others wins, and that to be put higher does no harm.
ASKED = ("majority", "condorcet_winner", "monotonicity")


@pytest.mark.parametrize("one", FOUND, ids=lambda one: f"{one.method}-{one.promise}")
def test_a_promise_that_is_not_made_fails_where_it_was_found_to(one):
    assert one.promise not in METHODS[one.method].promises
    assert winners_where_it_fails(one)


def test_no_promise_of_a_method_has_two_counter_examples():
    named = [(one.method, one.promise) for one in FOUND]

    assert len(named) == len(set(named))


@pytest.mark.parametrize("promise", ASKED)
@pytest.mark.parametrize(
    "method", [one for one in METHODS.values() if one.ballot == "ranking"]
)
def test_every_way_of_ranking_keeps_it_or_is_shown_not_to(method, promise):
    shown = (method.id, promise) in {(one.method, one.promise) for one in FOUND}

    assert (promise in method.promises) != shown
