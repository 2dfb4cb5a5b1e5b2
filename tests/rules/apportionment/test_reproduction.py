"""Published apportionments come out of the published numbers."""

import os

from tests.rules.apportionment.reproduction import page, published, seats_of
from tests.rules.method_pages import REFERENCE

PAGE = REFERENCE / "apportionment-reproduction.md"


def test_the_page_in_the_reference_is_fresh_and_everything_comes_out():
    """With COMMONWEAL_WRITE_REFERENCE=1 the page is written anew instead."""
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        PAGE.write_text(page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page()
    assert "| no |" not in page()


def test_new_york_lacked_eighty_nine_people():
    [census] = [one for one in published() if "census of 2020" in one["source"]]

    seats = [seats_of(census, "huntington-hill", NY=more)["NY"] for more in (0, 88, 89)]

    assert seats == [26, 26, 27]
