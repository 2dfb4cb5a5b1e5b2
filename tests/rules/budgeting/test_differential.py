"""Our budgets and another program's come out the same, or it is known why not."""

import os
from pathlib import Path

import pytest
from benchmarks.environment import peers_python
from tests.rules.budgeting.differential import SAME, WHY, compared, drawn, page

REFERENCE = (
    Path(__file__).parents[3] / "docs" / "reference" / "budgeting-differential.md"
)
NUMBER = 2_000


def test_the_same_budgets_are_drawn_every_time():
    assert list(drawn(20)) == list(drawn(20))


@pytest.mark.long
def test_every_difference_from_the_other_program_is_explained_and_the_page_is_fresh():
    met = compared(peers_python(), NUMBER)

    unexplained = {kind for kind in met if kind.how != SAME} - set(WHY)
    told = page(met, NUMBER)
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        REFERENCE.write_text(told, encoding="utf-8")
    assert unexplained == set()
    assert set(WHY) <= set(met), "an explanation of what is not met"
    assert REFERENCE.read_text(encoding="utf-8") == told
