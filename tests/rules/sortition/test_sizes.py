"""A panel is of one at least, and of all at most."""

import pytest
from tests.rules.sortition.pools import a_pool

from commonweal.rules.sortition.draw import draw
from commonweal.rules.sortition.quotas import require_people
from commonweal.rules.voting.method import Uncountable

THREE = a_pool(dict.fromkeys(("Asha", "Ben", "Chidi"), "x"), ("a", "x", 0, 3))


@pytest.mark.parametrize("method", ["uniform", "leximin", "quotas"])
@pytest.mark.parametrize("size", [1, 3])
def test_a_panel_may_be_of_one_and_of_all(method, size):
    assert len(draw(THREE, size, method=method, seed="a seed").panel) == size


@pytest.mark.parametrize("size", [0, 4])
def test_a_panel_is_neither_of_nobody_nor_of_more_than_there_are(size):
    with pytest.raises(Uncountable):
        require_people(THREE, size)
