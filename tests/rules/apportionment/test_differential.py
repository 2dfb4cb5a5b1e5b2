"""The package `apportionment` shares out seats as ours does, or it is known why not."""

import os

import pytest
from benchmarks.environment import peers_python
from tests.rules.apportionment.differential import (
    LEVEL,
    OTHER,
    SAME,
    WHY,
    compared,
    drawn,
    kind_of,
    page,
)
from tests.rules.method_pages import REFERENCE

DRAWN = 2_000
PAGE = REFERENCE / "apportionment-differential.md"


def test_the_same_councils_are_drawn_every_time():
    assert list(drawn(9)) == list(drawn(9))


def test_differences_are_called_what_they_are():
    assert kind_of([1, 2], [1, 2], tied=True) == SAME
    assert kind_of([1, 2], [2, 1], tied=True) == LEVEL
    assert kind_of([1, 2], [2, 1], tied=False) == OTHER
    assert kind_of([1, 2], "IndexError", tied=False) == "ends with IndexError"


@pytest.mark.long
def test_every_difference_from_the_other_program_is_explained_and_the_page_is_fresh():
    met = compared(peers_python(), DRAWN)

    told = page(met, DRAWN)
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        PAGE.write_text(told, encoding="utf-8")
    assert {kind for kind in met if kind.how != SAME} == set(WHY)
    assert PAGE.read_text(encoding="utf-8") == told
