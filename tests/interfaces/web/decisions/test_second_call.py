"""A vote in which too few took part, where the rule has us vote again."""

from dataclasses import replace
from fractions import Fraction

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.foundation import duties
from commonweal.rules.voting.decision_rule import Quorum, SecondCall
from tests.builders import a_charter, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members, put

pytestmark = pytest.mark.django_db

# In this kind a vote opens seven days after enough support, and runs for five.
OPENS, CLOSES = day(8), day(13)


def asking_half_then_a_quarter():
    """Give a charter whose votes need half of us, and a quarter the second time."""
    charter = a_charter()
    rules = [
        replace(
            rule,
            quorum=Quorum("share_of_roll", share=Fraction(1, 2)),
            second_call=SecondCall(2, 3, Quorum("share_of_roll", share=Fraction(1, 4))),
        )
        if rule.id == "ordinary"
        else rule
        for rule in charter.rules
    ]
    return replace(charter, rules=tuple(rules))


@pytest.fixture
def missed(monkeypatch):
    """Give a vote in which one of eight took part, when it is over."""
    union = an_institution(charter=asking_half_then_a_quarter())
    asha = founder_of(union)
    names = ("Ben", "Chidi", "Dolores", "Emre", "Farah", "Goran", "Hana")
    ben, chidi, *_ = members(union, *names, at=day(0))
    proposal = put(union, asha, at=day(1))
    actions.support(proposal, by=ben, at=day(1))
    duties.settle(union, at=OPENS)
    question = proposal.questions.get()
    actions.cast_ballot(question, by=chidi, marks={"answer": "yes"}, at=OPENS)
    duties.settle(union, at=CLOSES)
    return union, proposal, chidi, stopped(monkeypatch, CLOSES)


def page_of(union, proposal):
    return f"/i/{union.address}/decisions/{proposal.number}/"


def text_of(answer):
    return answer.content.decode()


def test_a_vote_still_to_come_is_announced_and_not_called_dead(missed):
    union, proposal, chidi, _ = missed
    browser = browser_of(chidi)

    page = browser.get(page_of(union, proposal))
    listed = browser.get(f"/i/{union.address}/decisions/")
    face = browser.get(f"/i/{union.address}/")
    home = browser.get("/")

    for answer in (page, listed, face):
        assert "Too few voted (1 of 8). We vote again from" in text_of(answer)
        assert "; 2 are enough." in text_of(answer)
    assert len(listed.context["now"]) == 1
    assert not listed.context["earlier"]
    assert "Nothing decided in the first vote." in text_of(page)
    assert "The rule has us vote again." in text_of(home)
    for answer in (page, listed, face, home):
        assert "Nothing decided: too few" not in text_of(answer)
        assert "Nothing was decided:" not in text_of(answer)
        assert "Not carried." not in text_of(answer)


def test_the_second_ballot_says_that_the_first_does_not_count(missed):
    union, proposal, chidi, clock = missed
    view = queries.proposal_view(union, proposal.number, at=CLOSES)
    clock.at = view.moments.second_call_opens_at
    duties.settle(union, at=clock.at)

    page = text_of(browser_of(chidi).get(page_of(union, proposal)))

    assert "We vote again: too few did the first time. 0 of the 8" in page
    assert "Ballots of the first vote do not count in this one" in page


def test_a_second_vote_without_enough_of_us_ends_it(missed):
    union, proposal, chidi, clock = missed
    view = queries.proposal_view(union, proposal.number, at=CLOSES)
    duties.settle(union, at=view.moments.second_call_opens_at)
    clock.at = proposal.questions.get(call=2).closes_at
    duties.settle(union, at=clock.at)

    browser = browser_of(chidi)
    page = browser.get(page_of(union, proposal))
    listed = browser.get(f"/i/{union.address}/decisions/")

    assert "We vote again" not in text_of(page)
    head, _, outcome = text_of(page).partition('id="outcome-2"')
    assert "Nothing decided: too few took part." in head
    assert "Nothing decided: too few took part." in outcome
    assert "Not carried." not in text_of(page)
    assert "2 had to vote" in outcome
    assert "needed" not in outcome.partition('class="chart"')[2].partition("</")[0]
    assert "Who said what" not in outcome
    assert len(listed.context["earlier"]) == 1


def test_before_the_end_the_need_says_that_we_vote_again(missed):
    union, _, chidi, clock = missed
    other = put(union, chidi, "Shall we plant a tree?", at=CLOSES)
    for each in members(union, "Ines", "Jon", at=CLOSES):
        actions.support(other, by=each, at=CLOSES)
    opens = queries.proposal_view(union, other.number, at=CLOSES).moments.opens_at
    duties.settle(union, at=opens)
    clock.at = opens

    home = text_of(browser_of(chidi).get("/"))

    assert "more must, or we vote again" in home
    assert "or nothing is decided" not in home
