"""The page of a count that is told in short: who asked to open it, and what is next."""

import pytest

from tests.capabilities.decisions.given import in_office
from tests.interfaces.web.decisions.secret import Vote

pytestmark = pytest.mark.django_db


def test_where_there_were_no_tellers_nobody_is_told_that_two_can_open_it(monkeypatch):
    vote = Vote(monkeypatch)
    for voter in range(4):
        vote.send(voter, "yes")
    vote.end()

    page = vote.read(0)

    assert "There were no tellers when this vote ended" in page
    assert "Two of those who were tellers" not in page
    assert "they held the office" not in page


def test_two_tellers_ask_each_other_in_public_and_then_fetch_it(monkeypatch):
    vote = Vote(monkeypatch)
    in_office(*vote.members[:2])
    asha, ben = vote.browsers[:2]
    for voter in range(4):
        vote.send(voter, "yes")
    vote.end()

    first = vote.read(0)
    asha.post(vote.page + "ask-to-open/1/")
    waiting, second, member = vote.read(0), vote.read(1), vote.read(4)
    alone = asha.post(vote.page + "open-count/1/")
    ben.post(vote.page + "ask-to-open/1/")
    both = vote.read(0)
    fetched = asha.post(vote.page + "open-count/1/")

    assert "Ask to open it; the journal says so" in first
    assert "Who has asked:" not in first
    assert "opened once another teller of then asks too" in waiting
    assert "Ask to open it; the journal says so" in second
    assert "Who has asked: <bdi>Asha" in member
    assert "Only those who were tellers when this vote ended" in member
    assert alone.status_code in {403, 409}
    assert "Open the closed count; the journal says so" in both
    assert fetched["Content-Type"].startswith("application/json")
    assert b'"yes"' in fetched.content
