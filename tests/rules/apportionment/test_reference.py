"""The page of the reference on sharing out seats is written from the methods."""

import os
from pathlib import Path

from commonweal.rules.apportionment.methods import METHODS
from commonweal.rules.apportionment.sentences import SENTENCES
from commonweal.rules.wording import render

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "apportionment.md"
LAWS = {
    "anonymity": "the order of the bodies changes nothing",
    "whole": "all seats are shared out",
    "house_monotonicity": "with more seats nobody has fewer",
    "population": "whoever grows while others stay loses nothing",
    "lower_quota": "nobody has fewer seats than whole quotas",
    "upper_quota": "nobody has more than their quota rounded up",
}
OPENING = """\
# Sharing out seats

Written by `tests/rules/apportionment/test_reference.py` from the table of methods.

`commonweal apportion BODIES.csv --method ID --seats N` shares out the seats of
a council among bodies. The table has a row for each body, with the columns `body` (or
`name`, `party`) and `members` (or `votes`, `population`, `weight`); weights may have
decimals. The first row names the columns; a table that begins with a body is refused.
With `--json`: `seats` is a table from body to seats; `tied` holds the bodies that are
level for the last seats, `open_seats` how many of them those were to have, and
`tie_break` says how they were parted: by `--tie-seed`, as every
[lot](methods.md#ties). `--set cap=1/3` holds each body to a share of the seats: what
the largest may not have, the others share by the same method.

`--csv` and `--picture` [keep the seats](written-counts.md) as a table and as a drawing.

All numbers are exact. A body that weighs nothing has no seat (but by `one-each`).

| method | | other names | promises | source |
| --- | --- | --- | --- | --- |
"""
CLOSING = """
By `bands`, `--set 'bands=50: 1, 100: 2, more: 3'` names another table than the usual
one (up to 50 members 1 seat, 100: 2, 300: 3, 600: 4, 1000: 5, 1500: 6, 2500: 7, more:
8).

No method can keep the quota on both sides and never take a seat away when others grow
(Balinski & Young); `hare` has the Alabama paradox: bodies of 6, 6 and 2 share 10 seats
as 4, 4, 2 and 11 seats as 5, 5, 1.

Seats are compared with [another program's](apportionment-differential.md) and with
[what was published](apportionment-reproduction.md).

## A vote held in several bodies

A table of results has a row for each body, with the columns `body`, one for each answer
(`yes`, `no`, …) and, where bodies have several votes in the council, `votes`.

[`--method double-majority`](apportionment/double-majority.md) says whether more than
half of the bodies *and* of all their members together say yes; `--set bodies=2/3` and
`--set members=3/5` ask for more. A body says yes if more of its members do than not.
With `--json`: `carried`, `bodies_for`, `bodies`, `yes`, `cast` and the `reason`.

[`--method votes-by-result`](apportionment/votes-by-result.md) divides each body's votes
as its own members' ballots were, in exact fractions, so that nobody outvoted at home is
hidden above. With `--json`: `votes` by answer, and by body in `bodies`.
"""


def page() -> str:
    """Write the page."""
    rows = [
        f"| [`{one.id}`](apportionment/{one.id}.md) "
        f"| {render(one.summary, SENTENCES)} | {', '.join(one.also)} "
        f"| {'; '.join(words for law, words in LAWS.items() if law in one.promises)} "
        f"| {one.source} |\n"
        for one in METHODS.values()
    ]
    return OPENING + "".join(rows) + CLOSING


def test_the_page_in_the_reference_is_fresh():
    """With COMMONWEAL_WRITE_REFERENCE=1 the page is written anew instead."""
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        PAGE.write_text(page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_promise_has_words():
    assert {law for one in METHODS.values() for law in one.promises} == set(LAWS)
