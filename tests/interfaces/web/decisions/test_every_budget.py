"""Every way of sharing money out works in a charter and on the page of a decision."""

from dataclasses import replace
from importlib import import_module

import pytest

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.decision_rule import Quorum
from commonweal.rules.voting.marking import Marking
from commonweal.rules.wording import render
from tests.builders import a_charter, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.decisions.test_ways import Union, text_of
from tests.interfaces.web.visitors import browser_of, members

pytestmark = pytest.mark.django_db


TICKS = Marking()


class AssemblyBy(Union):
    """A union of five that shares money out by one method."""

    def __init__(self, monkeypatch, method, *, marking=TICKS, **said):
        shipped = a_charter("tenants_union")
        rules = tuple(
            replace(rule, method=method, tie_break="lot", marking=marking, **said)
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


def shared_out(union, *approved):
    """Let the five share out 900 among three projects; give the page afterwards."""
    page = union.write(
        "by-options",
        title="What with 900?",
        budget="900",
        lines="A bench: 400\nTrees: 500\nA stage: 850",
        text="",
    )
    ballot = union.open_vote(page)
    ids = [str(option["id"]) for option in ballot.options]
    asked = text_of(browser_of(union.asha).get(page))
    marks = [{"approved": [ids[place] for place in each]} for each in approved]
    return asked, text_of(union.vote(page, *marks))


@pytest.mark.parametrize("method", METHODS)
def test_money_is_shared_out_by_every_method_and_the_page_says_how(monkeypatch, method):
    union = AssemblyBy(monkeypatch, method)

    asked, told = shared_out(union, [0, 1], [0, 1], [0, 1], [0, 1], [2])

    assert render(METHODS[method].summary, SENTENCES) in asked
    assert "Chosen and paid for: " in told
    assert "The count, in" in told


@pytest.mark.parametrize("method", METHODS)
def test_the_page_says_how_many_more_votes_a_project_needed(monkeypatch, method):
    union = AssemblyBy(monkeypatch, method)

    _, told = shared_out(union, [0, 1], [0, 1], [0, 1], [0, 1], [2])

    assert "What was not paid for, and what it lacked" in told
    assert "“A stage”: " in told
    assert "more votes would have funded it, and one fewer would not." in told


def test_where_nobody_has_to_vote_and_nobody_does_nothing_else_is_claimed(monkeypatch):
    union = AssemblyBy(monkeypatch, "greedy", quorum=Quorum("none"))

    asked, told = shared_out(union)

    assert "It is decided however many vote." in asked
    assert "Enough have voted" not in asked
    assert "What was not paid for" not in told
    assert "would have funded it" not in told
    assert "Who said what" not in told


def test_what_was_lacking_is_counted_again_once_and_not_at_each_view(monkeypatch):
    union = AssemblyBy(monkeypatch, next(iter(METHODS)))
    asked = []
    # The package gives the deed of that name, and not its module.
    counting = import_module("commonweal.capabilities.decisions.queries.tally")
    counted = counting.lacking
    monkeypatch.setattr(
        counting, "lacking", lambda *given: asked.append(1) or counted(*given)
    )

    _, first = shared_out(union, [0, 1], [0, 1], [0, 1], [0, 1], [2])
    again = text_of(browser_of(union.asha).get(union.here + "1/"))

    assert "“A stage”: " in first
    assert "“A stage”: " in again
    assert len(asked) == 1
