"""What was published of chances comes out of the pools at hand, or it is said why."""

import os

import pytest
from tests.rules.method_pages import REFERENCE
from tests.rules.sortition.reproduction import (
    POOLS,
    chances_of,
    geometric_mean,
    gini,
    page,
    statistics,
)

PAGE = REFERENCE / "sortition-reproduction.md"


@pytest.fixture
def folder(shared_data):
    return shared_data / "elections" / "sortition"


def test_the_spread_of_the_small_example_is_that_of_nature(folder):
    chances = chances_of(folder, POOLS[0])
    told = statistics(folder)["example_small_20"]

    assert told["gini coefficient of LEXIMIN"] == f"{gini(chances):.1%}"
    assert told["geometric mean of LEXIMIN"] == f"{geometric_mean(chances):.1%}"
    assert told["LEXIMIN minimum probability (exact)"] == f"{float(chances[0]):.1%}"


def test_every_pool_that_was_published_is_on_the_page(folder):
    told = PAGE.read_text(encoding="utf-8")

    assert [name for name in statistics(folder) if name not in told] == []
    assert [one.folder for one in POOLS if one.folder not in told] == []


@pytest.mark.long
def test_the_page_in_the_reference_is_fresh(folder):
    """With COMMONWEAL_WRITE_REFERENCE=1 the page is written anew instead."""
    told = page(folder)
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        PAGE.write_text(told, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == told
