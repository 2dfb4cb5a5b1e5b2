"""The page of each way to share out seats is fresh, and each has one."""

from tests.rules.apportionment import result_pages, seat_pages
from tests.rules.method_pages import REFERENCE, stale_in

from commonweal.rules.apportionment.methods import METHODS


def test_the_page_of_each_way_is_fresh_and_drawn():
    written = seat_pages.pages() | result_pages.pages()

    assert stale_in("apportionment", written) == []


def test_each_way_is_linked():
    page = (REFERENCE / "apportionment.md").read_text(encoding="utf-8")
    ways = (*METHODS, "double-majority", "votes-by-result")

    assert [one for one in ways if f"(apportionment/{one}.md)" not in page] == []
