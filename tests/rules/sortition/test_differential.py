"""Chances are those that sortition-algorithms finds, or it is known why not."""

import os

import pytest
from benchmarks.environment import peers_python
from tests.rules.method_pages import REFERENCE
from tests.rules.sortition.differential import (
    BEHIND,
    FAIRER,
    OTHERS,
    SAME,
    WHY,
    compared,
    drawn,
    kind_of,
    page,
)

POOLS = 300
PAGE = REFERENCE / "sortition-differential.md"


def test_the_same_pools_are_drawn_every_time():
    assert list(drawn(9)) == list(drawn(9))


@pytest.mark.parametrize(
    ("method", "theirs", "how"),
    [
        ("leximin", [0.2, 0.5], SAME),
        ("leximin", [0.1, 0.6], FAIRER),
        ("leximin", [0.2, 0.6], BEHIND),
        ("maximin", [0.2, 0.6], OTHERS),
        ("maximin", [0.3, 0.4], BEHIND),
        ("leximin", "SomeError", "ends with SomeError"),
    ],
)
def test_differences_are_called_what_they_are(method, theirs, how):
    assert kind_of(method, [0.2, 0.5], theirs) == how


@pytest.mark.long
def test_every_difference_from_the_other_program_is_explained_and_the_page_is_fresh():
    met = compared(peers_python(), POOLS)

    told = page(met, POOLS)
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        PAGE.write_text(told, encoding="utf-8")
    assert {kind for kind in met if kind.how != SAME} == set(WHY)
    assert PAGE.read_text(encoding="utf-8") == told
