"""The fast reader of BLT leaves what only looks tidy to the careful one."""

import pytest
from tests.rules.voting.elections import ranked

from commonweal.rules.voting.formats import blt_fast
from commonweal.rules.voting.formats.blt_fast import read_tidy

OPTIONS = tuple(str(number) for number in range(1, 13))


@pytest.mark.parametrize(
    "body",
    [
        "1 0 2\n3 0\n",
        "1 10\n2 0 1 0\n",
        "1 0 2 0\n",
        "000 1 0\n",
        " 0\n1 0\n",
        "1 100 0\n",
    ],
)
def test_what_only_looks_tidy_is_left_to_the_careful_reader(body):
    assert read_tidy(f"{body}0\n", 0, OPTIONS) is None


@pytest.mark.parametrize("size", [1, 10, 1_000])
def test_ballots_read_in_pieces_begin_where_they_begin(monkeypatch, size):
    monkeypatch.setattr(blt_fast, "PIECE", size)
    body = "123 1 2 0\n7 3 0\n45 12 1 0\n1234 3 0\n10 0\n"

    ballots = read_tidy(f"{body}0\n", 0, OPTIONS)

    read = [ranked("1 2", 123), ranked("3", 7), ranked("12 1", 45), ranked("3", 1234)]
    assert list(ballots) == [*read, ranked("", 10)]
