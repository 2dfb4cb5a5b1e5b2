"""The pages of the reference on voting are fresh, and what they show is true.

With COMMONWEAL_WRITE_REFERENCE=1 they are written anew instead.
"""

import os
import re
from pathlib import Path

from tests.rules.voting.elections import LOT
from tests.rules.voting.method_pages import pages
from tests.rules.voting.references import methods_page
from tests.rules.voting.reproduction import reproduction_page

from commonweal.rules.voting.formats.csv_ballots import read_csv
from commonweal.rules.voting.methods import METHODS

REFERENCE = Path(__file__).parents[3] / "docs" / "reference"
TABLE = re.compile(r"`--method (\S+)`.*?```csv\n(.*?)```\n\n(.*?)\n", re.DOTALL)


def fresh(name: str, page: str) -> bool:
    """Say if a page is as it would be written now; or write it."""
    path = REFERENCE / name
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        path.write_text(page, encoding="utf-8")
    return path.read_text(encoding="utf-8") == page


def test_the_page_on_methods_is_fresh():
    assert fresh("methods.md", methods_page())


def test_the_page_of_each_method_is_fresh_and_drawn():
    written = pages()
    folder = REFERENCE / "methods"
    folder.mkdir(exist_ok=True)

    stale = [name for name in written if not fresh(f"methods/{name}", written[name])]

    assert stale == []
    assert {path.name for path in folder.iterdir()} == set(written)


def test_the_page_on_published_elections_is_fresh(shared_data):
    page = reproduction_page(shared_data / "elections")

    assert fresh("reproduction.md", page)
    assert "| 558 | 558 |" in page
    assert "| 139 | 139 |" in page
    assert page.count("| every stage | 9 | 9 |") >= 2


def test_every_table_shown_can_be_counted_and_gives_what_is_said():
    text = (REFERENCE / "csv-ballots.md").read_text(encoding="utf-8")

    tables = TABLE.findall(text)

    assert len(tables) == text.count("```csv") >= 6
    for method, table, said in tables:
        contest, ballots = read_csv(table, METHODS[method].ballot)
        winners = METHODS[method].count(contest, ballots, LOT).winners
        assert said == f"Wins: {', '.join(winners)}."
