"""The page of each way to share out a budget is fresh, and each has one."""

from tests.rules.budgeting.budget_pages import pages
from tests.rules.method_pages import REFERENCE, stale_in

from commonweal.rules.budgeting.methods import METHODS


def test_the_page_of_each_way_is_fresh_and_drawn():
    assert stale_in("budgeting", pages()) == []


def test_each_way_is_linked():
    page = (REFERENCE / "budgeting.md").read_text(encoding="utf-8")

    assert [one for one in METHODS if f"(budgeting/{one}.md)" not in page] == []
