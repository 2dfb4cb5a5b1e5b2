"""Whoever could vote when a vote was announced keeps that, whatever changed since."""

from itertools import product

import pytest

from commonweal.rules.verdict import ALLOWED, refused
from commonweal.rules.voting.franchise import keeps_vote

NO = refused("member_dormant")


@pytest.mark.parametrize(
    ("today", "announced", "belonged"), [*product((ALLOWED, NO), (ALLOWED, NO), (0, 1))]
)
def test_either_is_enough_and_only_who_belonged_keeps_it(today, announced, belonged):
    may = keeps_vote(today=today, announced=announced, belonged=bool(belonged))

    assert bool(may) == (bool(today) or bool(announced and belonged))
    assert may in (ALLOWED, NO)
