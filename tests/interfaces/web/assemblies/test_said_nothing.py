"""How many said nothing is never less than none, whoever speaks after the room."""

import pytest

from commonweal.interfaces.web.assemblies.views.consensus import talked_after
from tests.capabilities.assemblies.given import now
from tests.capabilities.assemblies.test_after_consensus import (
    a_circle_of_four_with_one_away,
    found,
    later,
)

pytestmark = pytest.mark.django_db


def test_whoever_was_away_and_speaks_later_takes_nothing_from_those_who_were_silent():
    row, *people, dora = a_circle_of_four_with_one_away()
    found(row, *people)

    later(row, dora, "reservations")

    told = talked_after(now(row), "1", dora)
    assert told is not None
    assert told["talked"].silent == 0
