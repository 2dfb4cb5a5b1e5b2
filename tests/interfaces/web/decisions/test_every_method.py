"""Every method of counting works in a charter and on the page of a decision."""

import re
from dataclasses import replace

import pytest

from commonweal.interfaces.web.decisions.forms.ballots import MOST_TO_CHOOSE
from commonweal.interfaces.web.decisions.views.outcome_charts import MOST_PAIRS
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render
from tests.builders import a_charter, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.decisions.test_ways import Union, text_of
from tests.interfaces.web.visitors import browser_of, members

pytestmark = pytest.mark.django_db

CHOOSING = [
    pytest.param(method, id=method.id)
    for method in METHODS.values()
    if method.ballot not in ("answer", "position")
]


class UnionBy(Union):
    """A union of five that chooses between options by one method."""

    def __init__(self, monkeypatch, method, ballot="open"):
        shipped = a_charter("tenants_union")
        rules = tuple(
            replace(rule, method=method, tie_break="lot", ballot=ballot)
            if rule.id == "options"
            else rule
            for rule in shipped.rules
        )
        self.institution = an_institution(charter=replace(shipped, rules=rules))
        self.asha = founder_of(self.institution)
        names = ("Ben", "Chidi", "Dolores", "Emre")
        self.others = members(self.institution, *names, at=day(0))
        self.clock = stopped(monkeypatch, day(1))
        self.here = f"/i/{self.institution.address}/decisions/"


def marks_of(form, ids):
    """Mark the first, or what stands for it, as a form of ballot has it."""
    if form == "approvals":
        return {"approved": [ids[0]]}
    best = "1" if form == "ranking" else "9"
    return {f"on-{one}": best if one == ids[0] else "" for one in ids}


@pytest.mark.parametrize("method", CHOOSING)
def test_options_are_chosen_by_every_method_and_the_page_says_how(monkeypatch, method):
    union = UnionBy(monkeypatch, method.id)
    page = union.write(
        "by-options", title="Where do we meet?", lines="The library\nThe hall", text=""
    )
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]
    asked = text_of(browser_page(union, page))

    told = text_of(union.vote(page, *[marks_of(method.ballot, ids)] * 4))

    assert render(method.summary, SENTENCES).partition("'")[0] in asked
    chosen = "The hall" if method.marks_against else "The library"
    assert f"Chosen: {chosen}." in told
    assert "The count, in" in told
    beats = "The library beats every other in pairs."
    assert (beats in told) == (method.ballot == "ranking")


@pytest.mark.parametrize("method", CHOOSING)
def test_a_secret_ballot_by_every_method_is_shown_again(monkeypatch, method):
    union = UnionBy(monkeypatch, method.id, "secret")
    page = union.write(
        "by-options", title="Where do we meet?", lines="The library\nThe hall", text=""
    )
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]

    marks = marks_of(method.ballot, ids)
    shown = text_of(browser_of(union.asha).post(page + "ballot/1/", marks))

    said = re.findall(r"<li><strong><bdi>([^<]*)</bdi>", shown)
    assert len(said) == 1
    assert "The library" in said[0]
    assert re.search(r"<p>[^<]*: The hall\.</p>", shown)


def browser_page(union, page):
    """Give the page as the founder sees it while the vote is open."""
    return browser_of(union.asha).get(page)


def test_of_many_pairs_the_page_shows_the_clearest_and_says_how_many_more(monkeypatch):
    union = UnionBy(monkeypatch, "schulze")
    lines = "\n".join(f"Place {n}" for n in range(1, 21))
    page = union.write("by-options", title="Where do we meet?", lines=lines, text="")
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]

    told = text_of(union.vote(page, *[marks_of("ranking", ids)] * 4))

    pairs = len(ids) * (len(ids) - 1) // 2
    assert f"The count, in {MOST_PAIRS + 1} steps" in told
    assert f"{pairs - MOST_PAIRS} more are in the recount file below." in told
    # Those that voters stand behind come before pairs nobody parted.
    assert told.count("More voters put Place 1 before") == len(ids) - 1


def test_among_many_options_ranks_are_typed_so_that_the_page_stays_small(monkeypatch):
    union = UnionBy(monkeypatch, "ranked-pairs")
    lines = "\n".join(f"Place {n}" for n in range(1, MOST_TO_CHOOSE + 2))
    page = union.write("by-options", title="Where do we meet?", lines=lines, text="")
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]
    asha = browser_of(union.asha)

    shown = text_of(asha.get(page))
    beyond = asha.post(page + "ballot/1/", {f"on-{ids[0]}": str(len(ids) + 1)})
    asha.post(page + "ballot/1/", {f"on-{ids[3]}": "1", f"on-{ids[0]}": "2"})

    boxes = re.findall(r'<input type="number" name="on-[^>]*>', shown)
    assert len(boxes) == len(ids)
    assert all('min="1"' in box and f'max="{len(ids)}"' in box for box in boxes)
    assert "no rank" not in shown
    assert beyond.status_code == 422
    assert f"at most {len(ids)}." in text_of(beyond)
    again = text_of(asha.get(page))
    typed = re.findall(r'<input type="number"[^>]*value="(\d+)"', again)
    assert typed == ["2", "1"]
