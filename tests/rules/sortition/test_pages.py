"""The page of each way to draw a panel is fresh, and each has one."""

from tests.rules.method_pages import REFERENCE, stale_in
from tests.rules.sortition.draw_pages import pages

from commonweal.rules.sortition.draw import METHODS


def test_the_page_of_each_way_is_fresh_and_drawn():
    assert stale_in("sortition", pages()) == []


def test_each_way_is_linked():
    page = (REFERENCE / "sortition.md").read_text(encoding="utf-8")

    assert [one for one in METHODS if f"(sortition/{one}.md)" not in page] == []
